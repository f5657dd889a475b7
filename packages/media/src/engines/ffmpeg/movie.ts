/**
 * @file A movie by the command, in two passes: pictures through a pipe into an intermediate file, then everything together
 * into the target, when the number of frames, and so the length of the sound, is known to the sample.
 */
import { createWriteStream } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { once } from 'node:events';
import { resolve } from 'node:path';
import type { Frame } from '@filmai/core-tensor/frames';
import type { Sound } from '@filmai/core-tensor/samples';
import { MediaError } from '../../errors/media-error.js';
import type { AudioCodec, Container, MoviePlan, SoftCue, VideoCodec } from '../../write/movie-plan.js';
import type { WrittenMovie } from '../engine.js';
import { feed, runCommand, startCommand } from './command.js';

/** FFmpeg's muxer for each container. */
const MUXERS: Record<Container, string> = { mp4: 'mp4', mov: 'mov', m4a: 'ipod', webm: 'webm', mkv: 'matroska', wav: 'wav' };

const VIDEO_ENCODERS: Record<VideoCodec, string> = { h264: 'libx264', hevc: 'libx265', vp9: 'libvpx-vp9', av1: 'libsvtav1' };

const AUDIO_ENCODERS: Record<AudioCodec, string> = { aac: 'aac', opus: 'libopus', flac: 'flac', pcm: 'pcm_s16le' };

/** x264's names of speed, slow to quick; the other encoders' scales are laid along it. */
const SPEEDS = ['placebo', 'veryslow', 'slower', 'slow', 'medium', 'fast', 'faster', 'veryfast', 'superfast', 'ultrafast'];

/** See `MediaEngine.write`. */
export async function writeMovieByCommand(path: string, plan: MoviePlan, signal?: AbortSignal): Promise<WrittenMovie> {
  const target = resolve(path);
  const parts = { picture: `${target}.picture.mov`, sound: `${target}.sound.raw`, captions: `${target}.captions.srt` };
  try {
    const frames = plan.video ? await encodePictures(parts.picture, plan.video, signal) : 0;
    if (plan.video && frames === 0) return { frames: 0, samples: 0, sampleRate: 0 };
    const stored = plan.audio ? await storeSound(parts.sound, plan.audio, signal) : 0;
    if (plan.subtitles) await writeFile(parts.captions, formatCaptions(plan.subtitles.cues));
    const samples = soundLength(plan, frames, stored);
    if (frames > 0 || samples > 0) await join(target, parts, plan, samples, signal);
    return { frames, samples, sampleRate: plan.audio?.sampleRate ?? 0 };
  } finally {
    for (const part of Object.values(parts)) await rm(part, { force: true }).catch(() => undefined);
  }
}

async function encodePictures(part: string, plan: NonNullable<MoviePlan['video']>, signal?: AbortSignal): Promise<number> {
  const { frames, width, height, rate, codec, bitrate, threads } = plan;
  const fps = `${rate.numerator}/${rate.denominator}`;
  const gop = String(Math.max(1, Math.round((2 * rate.numerator) / rate.denominator)));
  const command = startCommand(
    'ffmpeg',
    // prettier-ignore
    ['-f', 'rawvideo', '-pix_fmt', 'rgba', '-s', `${width}x${height}`, '-r', fps, '-i', 'pipe:0',
      '-vf', 'scale=flags=bilinear:out_color_matrix=bt709:out_range=tv,format=yuv420p,setsar=1',
      '-color_primaries', 'bt709', '-color_trc', 'bt709', '-colorspace', 'bt709', '-color_range', 'tv',
      '-c:v', VIDEO_ENCODERS[codec], '-g', gop, '-threads', String(threads), ...speedAndQuality(plan),
      ...(bitrate ? ['-b:v', String(Math.round(bitrate))] : []),
      ...(codec === 'hevc' ? ['-tag:v', 'hvc1'] : []), '-bitexact', '-f', codec === 'vp9' || codec === 'av1' ? 'mp4' : 'mov', `file:${part}`],
    { path: part, doing: 'encoding', signal },
  );
  let count = 0;
  const iterator = Symbol.asyncIterator in frames ? frames[Symbol.asyncIterator]() : frames[Symbol.iterator]();
  try {
    for (let next = await iterator.next(); !next.done; next = await iterator.next()) {
      signal?.throwIfAborted();
      if (!(await feed(command, pixelsOf(next.value, plan, count)))) break;
      count++;
      plan.onFrame();
    }
    // Of no frames the command could only say that it got none.
    if (count === 0) return 0;
    command.input.end();
    await command.ended;
    return count;
  } finally {
    await command.stop();
    await iterator.return?.();
  }
}

/** The pixels of a frame as bytes, if its size is right. */
function pixelsOf(frame: Frame, { width, height }: { width: number; height: number }, count: number): Uint8Array {
  if (frame.width === width && frame.height === height && frame.data.length === width * height * 4) {
    return new Uint8Array(frame.data.buffer, frame.data.byteOffset, frame.data.byteLength);
  }
  const got = `${frame.width}×${frame.height} with ${frame.data.length} bytes`;
  throw new MediaError('BAD_FRAME', `frame ${count} is ${got}, expected ${width}×${height} with ${width * height * 4} bytes`);
}

/** Interleaves the sound into a raw file; gives the samples in each channel, at the rate they came. */
async function storeSound(part: string, { blocks }: NonNullable<MoviePlan['audio']>, signal?: AbortSignal): Promise<number> {
  const file = createWriteStream(part);
  let count = 0;
  try {
    await once(file, 'open');
    for await (const { channels } of blocks) {
      signal?.throwIfAborted();
      count += channels[0].length;
      if (!file.write(interleave(channels))) await once(file, 'drain');
    }
  } finally {
    file.end();
    await once(file, 'close');
  }
  return count;
}

function interleave(channels: Sound['channels']): Uint8Array {
  const floats = new Float32Array(channels.length * channels[0].length);
  for (const [index, channel] of channels.entries())
    for (let i = 0, j = index; i < channel.length; i++, j += channels.length) floats[j] = channel[i];
  return new Uint8Array(floats.buffer);
}

/** Samples that the track is to have, at its own rate. */
function soundLength({ video, audio }: MoviePlan, frames: number, stored: number): number {
  if (!audio) return 0;
  if (video && audio.fitPicture) return Math.round((frames * video.rate.denominator * audio.sampleRate) / video.rate.numerator);
  return Math.round((stored * audio.sampleRate) / audio.inputSampleRate);
}

/** Puts pictures, sound and captions into the target. */
async function join(
  target: string,
  parts: { picture: string; sound: string; captions: string },
  { container, video, audio, subtitles, metadata }: MoviePlan,
  samples: number,
  signal?: AbortSignal,
): Promise<void> {
  const inputs: string[] = [];
  const output: string[] = [];
  const add = (input: string[], chosen: string[]): void => {
    inputs.push(...input);
    output.push('-map', String(inputs.filter((word) => word === '-i').length - 1), ...chosen);
  };
  if (video)
    add(
      ['-i', `file:${parts.picture}`],
      ['-c:v', 'copy', ...(video.codec === 'hevc' && container !== 'mkv' ? ['-tag:v', 'hvc1'] : [])],
    );
  if (audio) {
    const encoder = audio.codec === 'pcm' && container === 'wav' ? 'pcm_s24le' : AUDIO_ENCODERS[audio.codec];
    const rate = audio.codec === 'aac' || audio.codec === 'opus' ? ['-b:a', String(Math.round(audio.bitrate))] : [];
    add(
      ['-f', 'f32le', '-ar', String(audio.inputSampleRate), '-ac', String(audio.channels), '-i', `file:${parts.sound}`],
      ['-c:a', encoder, ...rate, '-af', `aresample=${audio.sampleRate},apad,atrim=end_sample=${samples}`],
    );
    audio.onSamples(samples);
  }
  if (subtitles) {
    const encoder = container === 'webm' ? 'webvtt' : container === 'mkv' ? 'srt' : 'mov_text';
    add(['-f', 'srt', '-i', `file:${parts.captions}`], ['-c:s', encoder, '-metadata:s:s:0', `language=${subtitles.language}`]);
  }
  const tags = Object.entries(metadata).flatMap(([name, value]) => ['-metadata', `${name}=${value}`]);
  const quick = ['mp4', 'mov', 'm4a'].includes(container) ? ['-movflags', '+faststart'] : [];
  await runCommand(
    'ffmpeg',
    [
      ...inputs,
      ...output,
      '-map_metadata',
      '-1',
      ...tags,
      ...quick,
      '-fflags',
      '+bitexact',
      '-bitexact',
      '-f',
      MUXERS[container],
      `file:${target}`,
    ],
    { path: target, doing: 'writing', signal },
  );
}

/** Quality and speed in each encoder's own words. */
function speedAndQuality({ codec, quality, bitrate, preset }: NonNullable<MoviePlan['video']>): string[] {
  const crf = bitrate ? [] : ['-crf', String(quality), ...(codec === 'vp9' ? ['-b:v', '0'] : [])];
  const speed = Math.max(0, SPEEDS.indexOf(preset)) / (SPEEDS.length - 1);
  switch (codec) {
    case 'h264':
      return ['-preset', preset, ...crf];
    case 'hevc':
      return ['-preset', preset, '-x265-params', 'log-level=none:frame-threads=1', ...crf];
    case 'vp9':
      return ['-deadline', 'good', '-cpu-used', String(Math.round(speed * 5)), '-row-mt', '1', ...crf];
    case 'av1':
      return ['-preset', String(Math.round(2 + speed * 10)), ...crf];
  }
}

/** Cues as SubRip, the form that the command reads. */
function formatCaptions(cues: readonly SoftCue[]): string {
  const clock = (seconds: number): string => {
    const milliseconds = Math.round(seconds * 1000);
    const part = (size: number, of: number, digits: number): string =>
      String(Math.floor(milliseconds / size) % of).padStart(digits, '0');
    return `${part(3_600_000, 100, 2)}:${part(60_000, 60, 2)}:${part(1000, 60, 2)},${part(1, 1000, 3)}`;
  };
  // An empty line would end the cue.
  return cues
    .map(
      (cue, index) =>
        `${index + 1}\n${clock(cue.startSeconds)} --> ${clock(cue.endSeconds)}\n${cue.text.replace(/\n\s*\n/g, '\n')}\n`,
    )
    .join('\n');
}
