/**
 * @file A finished film looked at and listened to from outside: the files of an animatic's folder are decoded and measured, and nothing
 * that made them is asked.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { measureLoudness } from '@filmai/audio/loudness';
import { readWav } from '@filmai/audio/wav';
import type { Sound } from '@filmai/core-tensor/samples';
import { readOtio } from '@filmai/edit/otio';
import { parseSrt } from '@filmai/edit/subtitles';
import { layOut, type Timeline } from '@filmai/edit/timeline';
import { toSeconds } from '@filmai/edit/time';
import { probeMedia, readFrames, readSound, videoTrackOf, audioTrackOf } from '@filmai/media';
import { measureLight } from '@filmai/vision/composition';

/** A stretch of the film, in seconds. */
export interface Stretch {
  start: number;
  end: number;
}

/** What is found. */
export interface FilmMeasures {
  frames: number;
  pictureSeconds: number;
  soundSeconds: number;
  /** Picture minus sound. */
  avDifferenceSeconds: number;
  lufs: number;
  truePeakDb: number;
  /** Black where the timeline has a picture and no fade. */
  black: Stretch[];
  /** Longer than two seconds without any sound. */
  silent: Stretch[];
  /** Largest distance between a caption and the first sound of its line, over the lines that start after a pause. */
  worstCaptionOffset: number;
  captions: number;
  softCaptions: boolean;
}

const BLACK = 0.07;
const QUIET_DB = -62;
const SILENCE_SECONDS = 2;
/** Speech lies at −23 LUFS; an f or an h begins some thirty decibels below. */
const ONSET_DB = -55;

/**
 * Measures the film in an output folder of the animatic.
 *
 * @param folder - Holds film.mp4, film.otio, captions.srt, sound/dialogue.wav.
 */
export async function measureFilm(folder: string): Promise<FilmMeasures> {
  const film = join(folder, 'film.mp4');
  const info = await probeMedia(film);
  const picture = videoTrackOf(info);
  const timeline = await readOtio(join(folder, 'film.otio'));
  const fps = picture?.framesPerSecond ?? 24;
  const dark: boolean[] = [];
  for await (const frame of readFrames(film, { width: 160 })) dark.push(measureLight(frame).brightest < BLACK);
  const sound = await readSound(film);
  const loudness = measureLoudness(sound);
  const cues = parseSrt(readFileSync(join(folder, 'captions.srt'), 'utf8')).cues;
  const dialogue = await readWav(join(folder, 'sound', 'dialogue.wav'));
  const pictureSeconds = dark.length / fps;
  const soundSeconds = sound.channels[0].length / sound.sampleRate;
  return {
    frames: dark.length,
    pictureSeconds,
    soundSeconds,
    avDifferenceSeconds: pictureSeconds - (audioTrackOf(info)?.durationSeconds ?? soundSeconds),
    lufs: loudness.integrated,
    truePeakDb: loudness.truePeak,
    black: stretches(dark, fps, 2 / fps).filter(
      (stretch) => !fades(timeline).some((fade) => stretch.start >= fade.start - 0.05 && stretch.end <= fade.end + 0.05),
    ),
    silent: stretches(quietWindows(sound), 20, SILENCE_SECONDS),
    worstCaptionOffset: worstOffset(
      cues.map((cue) => cue.startSeconds),
      dialogue,
    ),
    captions: cues.length,
    softCaptions: info.tracks.some((track) => track.kind === 'subtitle'),
  };
}

/** Where the timeline itself is dark: gaps, with the transitions on both sides. */
function fades(timeline: Timeline): Stretch[] {
  const [track] = timeline.tracks;
  return layOut(track).flatMap(({ item, range, index }) => {
    const start = toSeconds(range.start);
    const isBlack = item.kind === 'gap' || (item.kind === 'clip' && item.media.kind === 'generator');
    if (isBlack) return [{ start: start - 1, end: start + toSeconds(range.duration) + 1 }];
    return item.kind === 'transition' && index === 0 ? [{ start: 0, end: toSeconds(item.outOffset) }] : [];
  });
}

/** Runs of `true` that last at least so long. */
function stretches(flags: readonly boolean[], perSecond: number, atLeastSeconds: number): Stretch[] {
  const found: Stretch[] = [];
  let start = -1;
  for (let i = 0; i <= flags.length; i++) {
    if (flags[i] && start < 0) start = i;
    if (!flags[i] && start >= 0) {
      if ((i - start) / perSecond >= atLeastSeconds) found.push({ start: start / perSecond, end: i / perSecond });
      start = -1;
    }
  }
  return found;
}

/** Which twentieths of a second are quiet. */
function quietWindows({ channels, sampleRate }: Sound): boolean[] {
  const size = Math.round(sampleRate / 20);
  return Array.from({ length: Math.floor(channels[0].length / size) }, (_, window) =>
    channels.every((channel) => levelDb(channel.subarray(window * size, (window + 1) * size)) < QUIET_DB),
  );
}

/** A line that starts after a quarter of a second of quiet is held against the time of its caption. */
function worstOffset(starts: readonly number[], dialogue: Sound): number {
  const [channel] = dialogue.channels;
  const step = Math.round(dialogue.sampleRate / 200);
  const loud = Array.from(
    { length: Math.floor(channel.length / step) },
    (_, i) => levelDb(channel.subarray(i * step, (i + 1) * step)) > ONSET_DB,
  );
  const onsets = loud.flatMap((isLoud, i) => (isLoud && !loud.slice(Math.max(0, i - 50), i).includes(true) ? [i / 200] : []));
  return Math.max(
    0,
    ...starts.flatMap((start) => {
      const nearest = onsets.reduce((best, onset) => (Math.abs(onset - start) < Math.abs(best - start) ? onset : best), Infinity);
      // Captions inside a running speech have no onset of their own.
      return Math.abs(nearest - start) < 0.5 ? [Math.abs(nearest - start)] : [];
    }),
  );
}

function levelDb(samples: Float32Array): number {
  let energy = 0;
  for (const value of samples) energy += value * value;
  return 10 * Math.log10(energy / samples.length + 1e-12);
}
