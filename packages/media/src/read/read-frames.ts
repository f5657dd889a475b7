/**
 * @file A file's pictures as frames, exact to the frame, one at a time.
 */
import type { Frame } from '@filmai/core-tensor/frames';
import { chooseEngine } from '../engines/choose-engine.js';
import type { EngineName, TimedFrame } from '../engines/engine.js';
import { MediaError } from '../errors/media-error.js';
import { checkFile } from '../probe/file-check.js';
import { videoTrackOf } from '../probe/media-info.js';
import { fitSize } from '../probe/picture-geometry.js';

/** Clocks of containers are as coarse as this, in seconds. */
const CLOCK = 1e-3;

/** Options of `readFrames`. */
export interface ReadFramesOptions {
  /** First moment, in seconds from the start of the file, default 0. The first frame is the one on screen then. */
  startSeconds?: number;
  /** End, in seconds, not included; default the end of the file. */
  endSeconds?: number;
  /** Frames per second to give, each the one on screen at its time; default the frames of the file at their own times. */
  fps?: number;
  /** The frames fit into this width, in pixels, keeping their shape; default the size of the file. */
  width?: number;
  /** The frames fit into this height, in pixels, keeping their shape; default the size of the file. */
  height?: number;
  /** Cancels the work. */
  signal?: AbortSignal;
  /** Demand an engine; default see `chooseEngine`. */
  engine?: EngineName;
}

/**
 * Reads a file's pictures. Frames are upright (rotation applied), in square pixels, and carry their true times, also where
 * the frame rate varies. One frame at a time is in memory; leaving the loop early stops the decoder.
 *
 * @param path - The file.
 * @param options - See `ReadFramesOptions`.
 * @returns The frames in order. With `fps`, a frame that stays on screen comes again with the same `data`: don't write into it.
 * @throws MediaError `NO_VIDEO`, `NOT_MEDIA`, `UNSUPPORTED_CODEC`, `TRUNCATED` (after the last whole frame) and those of
 *   `probeMedia`; MissingPeerError without an engine; the signal's reason; RangeError for impossible options.
 * @example
 * ```ts
 * import { mkdtempSync } from 'node:fs';
 * import { tmpdir } from 'node:os';
 * import { join } from 'node:path';
 * import { createFrame } from '@filmai/core-tensor/frames';
 * import { readFrames, writeMovie } from '@filmai/media';
 *
 * const path = join(mkdtempSync(join(tmpdir(), 'filmai-')), 'grey.mp4');
 * const grey = createFrame(64, 36, { fill: [128, 128, 128, 255] });
 * await writeMovie(path, { video: { frames: Array(24).fill(grey), width: 64, height: 36, fps: 24 } });
 * let count = 0;
 * for await (const frame of readFrames(path, { startSeconds: 0.5 })) count += frame.width === 64 ? 1 : 0;
 * console.log(count); // 12
 * ```
 */
export async function* readFrames(path: string, options: ReadFramesOptions = {}): AsyncGenerator<Frame, void, undefined> {
  const { startSeconds = 0, endSeconds = Infinity, fps, signal } = options;
  validate(options);
  signal?.throwIfAborted();
  const { truncated } = await checkFile(path);
  const { engine } = await chooseEngine({ engine: options.engine });
  const info = await engine.probe(path, { signal, quick: true });
  const track = videoTrackOf(info);
  if (!track) throw new MediaError('NO_VIDEO', `${path}: has no picture track`);
  const size = fitSize(track, options);
  const frames = engine.frames(path, info, { startSeconds, endSeconds, ...size, signal });
  let any = false;
  for await (const frame of fps === undefined ? untimed(frames) : atRate(frames, { startSeconds, endSeconds, fps })) {
    any = true;
    yield frame;
  }
  const wholeFileAsked = endSeconds >= info.durationSeconds;
  if (truncated && (wholeFileAsked || !any))
    throw new MediaError('TRUNCATED', `${path}: is cut off; what could be decoded has been given`);
}

/**
 * Reads the one frame that is on screen at a moment.
 *
 * @param path - The file.
 * @param seconds - The moment, from the start of the file.
 * @param options - Size, signal and engine as for `readFrames`.
 * @returns The frame, with its own time.
 * @throws MediaError `OUT_OF_RANGE` behind the end of the file, and as `readFrames`.
 * @example
 * ```ts
 * import { mkdtempSync } from 'node:fs';
 * import { tmpdir } from 'node:os';
 * import { join } from 'node:path';
 * import { createFrame } from '@filmai/core-tensor/frames';
 * import { readFrameAt, writeMovie } from '@filmai/media';
 *
 * const path = join(mkdtempSync(join(tmpdir(), 'filmai-')), 'grey.mp4');
 * const grey = createFrame(64, 36, { fill: [128, 128, 128, 255] });
 * await writeMovie(path, { video: { frames: Array(24).fill(grey), width: 64, height: 36, fps: 24 } });
 * console.log((await readFrameAt(path, 0.51)).seconds); // 0.5
 * ```
 */
export async function readFrameAt(
  path: string,
  seconds: number,
  options: Pick<ReadFramesOptions, 'width' | 'height' | 'signal' | 'engine'> = {},
): Promise<Frame> {
  for await (const frame of readFrames(path, { ...options, startSeconds: seconds })) return frame;
  throw new MediaError('OUT_OF_RANGE', `${path}: has no frame at ${seconds} s, which is behind its end`);
}

async function* untimed(frames: AsyncIterable<TimedFrame>): AsyncGenerator<Frame, void, undefined> {
  for await (const { width, height, data, seconds } of frames) yield { width, height, data, seconds };
}

/** Gives the frame on screen at each tick of a regular clock. */
async function* atRate(
  frames: AsyncIterable<TimedFrame>,
  { startSeconds, endSeconds, fps }: { startSeconds: number; endSeconds: number; fps: number },
): AsyncGenerator<Frame, void, undefined> {
  let tick = 0;
  let held: TimedFrame | undefined;
  const repeat = function* ({ width, height, data }: TimedFrame, end: number): Generator<Frame, void, undefined> {
    for (;;) {
      const seconds = startSeconds + tick / fps;
      if (seconds >= end - CLOCK) return;
      yield { width, height, data, seconds };
      tick++;
    }
  };
  for await (const frame of frames) {
    // Before the first picture of a track that begins late, that picture stands.
    yield* repeat(held ?? frame, Math.min(frame.seconds, endSeconds));
    held = frame;
  }
  if (held) yield* repeat(held, Math.min(held.seconds + held.durationSeconds, endSeconds));
}

function validate({ startSeconds = 0, endSeconds = Infinity, fps, width, height }: ReadFramesOptions): void {
  if (!(startSeconds >= 0 && startSeconds < Infinity))
    throw new RangeError(`readFrames: startSeconds must be 0 or more, got ${startSeconds}`);
  if (!(endSeconds > startSeconds))
    throw new RangeError(`readFrames: endSeconds must be greater than startSeconds (${startSeconds}), got ${endSeconds}`);
  if (fps !== undefined && !(fps > 0 && fps < Infinity))
    throw new RangeError(`readFrames: fps must be greater than 0, got ${fps}`);
  for (const [name, value] of Object.entries({ width, height })) {
    if (value !== undefined && !(Number.isInteger(value) && value >= 1))
      throw new RangeError(`readFrames: ${name} must be a whole number of at least 1, got ${value}`);
  }
}
