/**
 * @file A timeline to a film file.
 */
import type { JobOptions } from '@filmai/core-tensor/progress';
import type { Sound } from '@filmai/core-tensor/samples';
import { readSamples } from '@filmai/media/read';
import { writeMovie, type MovieReport, type PictureTrack, type SoundTrack } from '@filmai/media/write';
import type { Cue } from '../subtitles/cue.js';
import type { Timeline } from '../timeline/timeline.js';
import { plainText } from './caption-painter.js';
import { countFrames, renderFrames, type RenderFramesOptions } from './render-frames.js';

/** Options of `renderTimeline`. */
export interface RenderOptions extends Omit<RenderFramesOptions, 'captions' | 'onHold'>, JobOptions {
  /** The mixed sound of the film: whole, in blocks, or the path of a file; cut or padded to the length of the pictures. */
  sound?: Sound | AsyncIterable<Sound> | Iterable<Sound> | string;
  /**
   * Captions. `burnIn`: drawn into the picture, which needs the optional peer `@napi-rs/canvas`; default a soft track, which
   * players show on demand. `language`: of the soft track, ISO 639-2.
   */
  captions?: { cues: readonly Cue[]; burnIn?: boolean; language?: string; fontFile?: string; size?: number };
  /** How the pictures are encoded; defaults of `writeMovie`. */
  video?: Pick<PictureTrack, 'codec' | 'quality' | 'bitrate' | 'preset' | 'threads'>;
  /** How the sound is encoded; defaults of `writeMovie`. */
  audio?: Pick<SoundTrack, 'codec' | 'bitrate'>;
  /** Tags of the file. */
  metadata?: Readonly<Record<string, string>>;
  /** Demand an engine of `@filmai/media`. */
  engine?: 'node-av' | 'ffmpeg';
}

/** What has been rendered. */
export interface RenderReport extends MovieReport {
  /** Names of the clips whose media was shorter than the clip, so that their last picture is held. */
  held: string[];
  /** How the captions are in the film. */
  captions: 'none' | 'soft' | 'burned in';
}

/**
 * Renders a timeline to a file, streaming: a few frames are in memory at a time, however long the film. The file appears whole
 * or not at all, and holds exactly as many frames as the timeline lasts.
 *
 * @param timeline - See `renderFrames` for what of it is rendered.
 * @param path - The file; its extension chooses the container, as in `writeMovie`.
 * @param options - See `RenderOptions`. Width and height must be even.
 * @returns What has been written.
 * @throws As `renderFrames` and `writeMovie`.
 * @example
 * ```ts
 * import { mkdtempSync } from 'node:fs';
 * import { tmpdir } from 'node:os';
 * import { join } from 'node:path';
 * import { createFrame } from '@filmai/core-tensor/frames';
 * import { clip } from '@filmai/edit/timeline';
 * import { timeRange } from '@filmai/edit/time';
 * import { renderTimeline } from '@filmai/edit/render';
 *
 * const path = join(mkdtempSync(join(tmpdir(), 'filmai-')), 'film.mp4');
 * const white = createFrame(64, 36, { fill: [255, 255, 255, 255] });
 * const shot = clip('white', { kind: 'missing', name: '' }, timeRange(0, 12, 24));
 * const timeline = { name: 'film', tracks: [{ kind: 'track' as const, name: 'V1', media: 'video', items: [shot] }] };
 * const { frames, durationSeconds } = await renderTimeline(timeline, path, { width: 64, height: 36, fps: 24, media: () => white });
 * console.log(frames, durationSeconds); // 12 0.5
 * ```
 */
export async function renderTimeline(timeline: Timeline, path: string, options: RenderOptions): Promise<RenderReport> {
  const { width, height, fps, captions, sound, signal, onProgress, metadata, engine, video, audio } = options;
  const cues = captions && captions.cues.length > 0 ? captions.cues : undefined;
  const burned = cues && captions?.burnIn ? { ...captions, cues } : undefined;
  const held: string[] = [];
  const frames = renderFrames(timeline, { ...options, captions: burned, onHold: (clip) => held.push(clip.name) });
  const report = await writeMovie(path, {
    video: { ...video, frames, width, height, fps, frameCount: countFrames(timeline, fps) },
    ...(sound === undefined
      ? {}
      : { audio: { ...audio, samples: typeof sound === 'string' ? readSamples(sound, { signal }) : sound } }),
    ...(cues && !burned ? { subtitles: { cues: cues.map(plain), language: captions?.language } } : {}),
    metadata,
    engine,
    signal,
    onProgress,
  });
  return { ...report, held, captions: burned ? 'burned in' : cues ? 'soft' : 'none' };
}

/** Soft tracks show markup as text. */
function plain(cue: Cue): Cue {
  return { ...cue, text: plainText(cue.text) };
}
