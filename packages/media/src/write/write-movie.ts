/**
 * @file Frames and samples to a file that appears whole or not at all.
 */
import { stat } from 'node:fs/promises';
import { writeFileWhole } from '@filmai/core-tensor/files';
import { createProgress } from '@filmai/core-tensor/progress';
import { chooseEngine } from '../engines/choose-engine.js';
import type { MediaEngine, WrittenMovie } from '../engines/engine.js';
import { MediaError } from '../errors/media-error.js';
import type { MovieContent } from './movie-content.js';
import { planMovie } from './plan-movie.js';

/** What has been written. */
export interface MovieReport extends WrittenMovie {
  /** Size of the file. */
  bytes: number;
  /** Length of the pictures, or of the sound where there are none, in seconds. */
  durationSeconds: number;
  /** The engine that wrote it, with its version. */
  engine: string;
}

/**
 * Writes a movie: MP4 (the index in front, so that it plays while it loads), MOV, M4A, WebM, Matroska or WAV, by the
 * extension of the path. The file is written beside its target and renamed when it is whole; a cancelled or failed write
 * leaves nothing behind and an older file as it was. Equal input gives equal bytes on one engine version.
 *
 * @param path - The target; its folder must exist.
 * @param content - See `MovieContent`. `onProgress` counts frames, or seconds of sound where there are no pictures.
 * @returns What has been written.
 * @throws MediaError `UNSUPPORTED_CONTAINER`, `UNSUPPORTED_CODEC`, `BAD_FRAME`, `BAD_SOUND`, `NOTHING_TO_WRITE` or
 *   `ENGINE_FAILED`; FileError where the file can't be written or the disk is full; MissingPeerError without an engine; the
 *   signal's reason; RangeError for impossible options; whatever a source of frames or samples throws.
 * @example
 * ```ts
 * import { mkdtempSync } from 'node:fs';
 * import { tmpdir } from 'node:os';
 * import { join } from 'node:path';
 * import { createFrame } from '@filmai/core-tensor/frames';
 * import { createSilence } from '@filmai/core-tensor/samples';
 * import { writeMovie } from '@filmai/media';
 *
 * const path = join(mkdtempSync(join(tmpdir(), 'filmai-')), 'black.mp4');
 * const black = createFrame(64, 36, { fill: [0, 0, 0, 255] });
 * const { frames, durationSeconds } = await writeMovie(path, {
 *   video: { frames: Array(48).fill(black), width: 64, height: 36, fps: 24 },
 *   audio: { samples: createSilence(2) },
 *   subtitles: { cues: [{ startSeconds: 0.5, endSeconds: 1.5, text: 'Darkness.' }] },
 * });
 * console.log(frames, durationSeconds); // 48 2
 * ```
 */
export async function writeMovie(path: string, content: MovieContent): Promise<MovieReport> {
  const { signal, onProgress, video } = content;
  signal?.throwIfAborted();
  const step = video
    ? createProgress('movie', { total: video.frameCount, unit: 'frames', onProgress })
    : createProgress('sound', { unit: 'seconds', onProgress });
  const { plan, fps, close } = await planMovie(path, content, {
    onFrame: () => step(),
    onSamples: (count, sampleRate) => {
      if (!video) step(count / sampleRate);
    },
  });
  let written: WrittenMovie | undefined;
  let engine: MediaEngine | undefined;
  try {
    ({ engine } = await chooseEngine({ engine: content.engine }));
    const write = engine.write.bind(engine);
    await writeFileWhole(
      path,
      async (temporary) => {
        written = await write(temporary, plan, signal);
        if (written.frames === 0 && written.samples === 0) {
          throw new MediaError('NOTHING_TO_WRITE', `${path}: neither a frame nor a sample came from the sources`);
        }
      },
      { signal },
    );
  } finally {
    await close();
  }
  const { frames = 0, samples = 0, sampleRate = 0 } = written ?? {};
  const durationSeconds = frames > 0 ? frames / fps : samples / sampleRate;
  return {
    frames,
    samples,
    sampleRate,
    bytes: (await stat(path)).size,
    durationSeconds,
    engine: `${engine.name} (${engine.version})`,
  };
}
