/**
 * @file Frames and samples to a file that appears whole or not at all.
 */
import { stat } from 'node:fs/promises';
import { writeFileWhole } from '@filmai/core-tensor/files';
import type { Frame } from '@filmai/core-tensor/frames';
import { createProgress } from '@filmai/core-tensor/progress';
import type { JobOptions } from '@filmai/core-tensor/progress';
import type { Sound } from '@filmai/core-tensor/samples';
import { chooseEngine } from '../engines/choose-engine.js';
import type { EngineName, WrittenMovie } from '../engines/engine.js';
import { MediaError } from '../errors/media-error.js';
import type { AudioCodec, SoftCue, VideoCodec } from './movie-plan.js';
import { planMovie } from './plan-movie.js';

/** The picture track to write. */
export interface PictureTrack {
  /** Frames in order; each is on screen for `1 / fps` seconds, whatever its own time says. */
  frames: AsyncIterable<Frame> | Iterable<Frame>;
  /** Width of every frame in pixels, an even number (4:2:0 colour halves it). */
  width: number;
  /** Height of every frame in pixels, an even number. */
  height: number;
  /** Frames per second; 23.976, 29.97 and 59.94 mean 24000/1001 and so on. */
  fps: number;
  /** Default `'h264'`, in WebM `'vp9'`. */
  codec?: VideoCodec;
  /** Constant rate factor, 0 (lossless) … 51 (63 for VP9 and AV1), default 20; 6 less is about twice the size. */
  quality?: number;
  /** Bits per second instead of a constant quality. */
  bitrate?: number;
  /** Speed against size, x264's names `'ultrafast'` … `'veryslow'`, default `'veryfast'`. */
  preset?: string;
  /** Threads of the encoder, default 4. The bytes depend on it, so it doesn't follow the machine. */
  threads?: number;
  /** How many frames will come, if known, for the time left in reports. */
  frameCount?: number;
}

/** The sound track to write. */
export interface SoundTrack {
  /** Sound whole or in blocks of one rate and number of channels. */
  samples: Sound | AsyncIterable<Sound> | Iterable<Sound>;
  /** Default `'aac'`, in WebM `'opus'`, in WAV `'pcm'` (24 bits). */
  codec?: AudioCodec;
  /** Bits per second of AAC and Opus, default 96,000 for each channel. */
  bitrate?: number;
  /**
   * `'picture'` (default): cut or padded with silence to the length of the pictures, to the sample. `'own'`: as long as it is.
   * Without pictures it is always as long as it is.
   */
  length?: 'picture' | 'own';
}

/** What to write. */
export interface MovieContent extends JobOptions {
  /** Pictures; leave out for sound alone. */
  video?: PictureTrack;
  /** Sound; leave out for a silent film. */
  audio?: SoundTrack;
  /** A soft subtitle track, which players show on demand. Cues that overlap are shown together. */
  subtitles?: { cues: readonly SoftCue[]; language?: string };
  /** Tags of the file: `title`, `artist`, `comment`, `date` …. */
  metadata?: Readonly<Record<string, string>>;
  /** Demand an engine; default see `chooseEngine`. */
  engine?: EngineName;
}

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
  const { plan, fps } = await planMovie(path, content, {
    onFrame: () => step(),
    onSamples: (count, sampleRate) => {
      if (!video) step(count / sampleRate);
    },
  });
  const { engine } = await chooseEngine({ engine: content.engine });
  let written: WrittenMovie | undefined;
  await writeFileWhole(
    path,
    async (temporary) => {
      written = await engine.write(temporary, plan, signal);
      if (written.frames === 0 && written.samples === 0) {
        throw new MediaError('NOTHING_TO_WRITE', `${path}: neither a frame nor a sample came from the sources`);
      }
    },
    { signal },
  );
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
