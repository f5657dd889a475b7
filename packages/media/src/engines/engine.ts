/**
 * @file What an engine must be able to do. Engines work below the public functions: those check arguments and files at the
 * door, choose an engine, and see to whole files; an engine only decodes and encodes.
 */
import type { Frame } from '@filmai/core-tensor/frames';
import type { Sound } from '@filmai/core-tensor/samples';
import type { MediaInfo } from '../probe/media-info.js';
import type { MoviePlan } from '../write/movie-plan.js';

/** Name of an engine: `node-av` is FFmpeg's libraries inside this process, `ffmpeg` the command of that name on the PATH. */
export type EngineName = 'node-av' | 'ffmpeg';

/** A stretch of pictures that an engine is asked for. Times count from the start of the file. */
export interface FrameRequest {
  /** First moment, in seconds; the first frame is the one on screen then. */
  startSeconds: number;
  /** End, in seconds, not included; may be `Infinity`. */
  endSeconds: number;
  /** Width of the frames in pixels, after rotation. */
  width: number;
  /** Height of the frames in pixels, after rotation. */
  height: number;
  /** Cancels the work. */
  signal?: AbortSignal;
}

/** A stretch of sound that an engine is asked for. Times count from the start of the file. */
export interface SampleRequest {
  /** First moment, in seconds. */
  startSeconds: number;
  /** End, in seconds, not included; may be `Infinity`. */
  endSeconds: number;
  /** Sample rate of the result, in hertz. */
  sampleRate: number;
  /** Cancels the work. */
  signal?: AbortSignal;
}

/** What has been written, as counted by the engine. */
export interface WrittenMovie {
  /** Frames in the picture track, 0 without one. */
  frames: number;
  /** Samples in each channel of the sound track, at the rate that was written; 0 without one. */
  samples: number;
  /** Sample rate that was written, in hertz; 0 without a sound track. */
  sampleRate: number;
}

/** Something that decodes and encodes media files. */
export interface MediaEngine {
  /** Which engine this is. */
  readonly name: EngineName;
  /** Its version as it reports it. */
  readonly version: string;
  /** Reads what is in a file's header; with `quick`, without looking at packets for the regularity of the frame rate. */
  probe(path: string, options?: { signal?: AbortSignal; quick?: boolean }): Promise<MediaInfo>;
  /** Frames with their true times and lengths, each at least once, in order of presentation. */
  frames(path: string, info: MediaInfo, request: FrameRequest): AsyncGenerator<TimedFrame, void, undefined>;
  /** Samples in blocks of any length, gapless from the start of the request. */
  samples(path: string, info: MediaInfo, request: SampleRequest): AsyncGenerator<Sound, void, undefined>;
  /** Writes a movie at the path, which is a temporary name with the right extension. */
  write(path: string, plan: MoviePlan, signal?: AbortSignal): Promise<WrittenMovie>;
}

/** A frame and how long it is on screen. */
export interface TimedFrame extends Frame {
  /** Time on screen, in seconds, as far as the container tells. */
  durationSeconds: number;
}
