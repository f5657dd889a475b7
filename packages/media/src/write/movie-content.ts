/**
 * @file What a caller wants written: pictures, sound, captions, tags.
 */
import type { Frame } from '@filmai/core-tensor/frames';
import type { JobOptions } from '@filmai/core-tensor/progress';
import type { Sound } from '@filmai/core-tensor/samples';
import type { EngineName } from '../engines/engine.js';
import type { AudioCodec, SoftCue, VideoCodec } from './movie-plan.js';

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
