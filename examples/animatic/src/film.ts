/** @file The timeline rendered to the film, and everything that goes beside it for other programs and for people. */
import { join } from 'node:path';
import type { JobOptions } from '@filmai/core-tensor/progress';
import { createFrame } from '@filmai/core-tensor/frames';
import { writeFileWhole } from '@filmai/core-tensor/files';
import { edlFromTimeline, formatEdl } from '@filmai/edit/edl';
import { writeOtio } from '@filmai/edit/otio';
import { renderTimeline } from '@filmai/edit/render';
import { formatSrt, formatVtt, type Cue } from '@filmai/edit/subtitles';
import type { Timeline } from '@filmai/edit/timeline';
import { formatShotList } from '@filmai/nlp-script/shots';
import type { AnimaticOptions } from './options.js';
import { FRAME_RATE, type FilmPlan } from './plan.js';
import type { Script } from './read-script.js';
import type { Soundtrack } from './soundtrack.js';

/**
 * Writes the papers that need neither pictures nor sound: breakdown, shot list, timeline, captions.
 *
 * @param out - The output folder.
 */
export async function writePapers(
  out: string,
  script: Script,
  plan: FilmPlan,
  timeline: Timeline,
  cues: readonly Cue[],
): Promise<void> {
  await writeFileWhole(join(out, 'breakdown.json'), `${JSON.stringify(script.breakdown, null, 2)}\n`, { makeFolder: true });
  await writeFileWhole(
    join(out, 'shots.csv'),
    formatShotList(plan.shots.map(({ shot, frames }) => ({ ...shot, seconds: frames / FRAME_RATE }))),
  );
  await writeOtio(join(out, 'film.otio'), timeline);
  // A list has no room for stems beside the picture; the sound is on one pair of channels.
  await writeFileWhole(
    join(out, 'film.edl'),
    formatEdl(edlFromTimeline({ ...timeline, tracks: timeline.tracks.filter((track) => track.media === 'video') })),
  );
  await writeFileWhole(join(out, 'captions.srt'), formatSrt(cues));
  await writeFileWhole(join(out, 'captions.vtt'), formatVtt({ cues: [...cues] }));
}

/**
 * Renders the film.
 *
 * @param out - The output folder; shots lie in `shots` below it.
 * @returns Path of the film.
 */
export async function renderFilm(
  out: string,
  script: Script,
  timeline: Timeline,
  soundtrack: Soundtrack,
  cues: readonly Cue[],
  options: AnimaticOptions,
  { signal, onProgress }: JobOptions,
): Promise<string> {
  const path = join(out, 'film.mp4');
  const black = createFrame(options.width, options.height, { fill: [0, 0, 0, 255] });
  await renderTimeline(timeline, path, {
    width: options.width,
    height: options.height,
    fps: FRAME_RATE,
    media: ({ media }) => (media.kind === 'external' ? join(out, media.url) : black),
    sound: soundtrack.mix,
    ...(options.captions === 'none' ? {} : { captions: { cues, burnIn: options.captions === 'burned' } }),
    // Grain and rain cost bits that nobody sees; a lower rate of the sound would dull it, and cost loudness.
    video: { quality: 24 },
    audio: { bitrate: 256_000 },
    metadata: { title: script.title },
    signal,
    onProgress(progress) {
      onProgress?.({ ...progress, stage: 'film' });
    },
  });
  return path;
}
