/**
 * @file Between pictures as film packages pass them, RGBA in 8 bits, and pictures as networks see them, tensors in −1…1.
 */
import * as tf from '@tensorflow/tfjs-core';
import type { Tensor, Tensor4D } from '@tensorflow/tfjs-core';
import type { Frame } from '@filmai/core-tensor/frames';
import { GanError } from '../errors/gan-error.js';

/** How many values a pixel has: 1 grey, 3 red, green and blue, 4 with alpha. */
export type Channels = 1 | 3 | 4;

/** How frames become a tensor. */
export interface FromFramesOptions {
  /** Default 3. One channel is the luma of BT.709: 0.2126 R + 0.7152 G + 0.0722 B of the stored values. */
  channels?: Channels;
}

/** How a tensor becomes frames. */
export interface ToFramesOptions {
  /** Frames in a second, for the frames' times; default 24. */
  framesPerSecond?: number;
}

/**
 * Pictures as a tensor: 0…255 becomes −1…1.
 *
 * @param frames - At least one, all of one size.
 * @param options - See `FromFramesOptions`.
 * @returns A tensor [frames, height, width, channels] that the caller disposes.
 * @throws GanError `WRONG_SHAPE` where there is no frame or their sizes differ.
 * @example
 * ```ts
 * import { createFrame } from '@filmai/core-tensor/frames';
 * import { startRuntime } from '@filmai/core-tensor/runtime';
 * import { fromFrames } from '@filmai/gan/pictures';
 *
 * await startRuntime();
 * const pictures = fromFrames([createFrame(8, 4, { fill: [255, 0, 0, 255] })]);
 * console.log(pictures.shape); // [ 1, 4, 8, 3 ]
 * ```
 */
export function fromFrames(frames: readonly Frame[], { channels = 3 }: FromFramesOptions = {}): Tensor4D {
  if (![1, 3, 4].includes(channels)) throw new RangeError(`fromFrames: channels must be 1, 3 or 4, got ${String(channels)}`);
  if (frames.length === 0) throw new GanError('WRONG_SHAPE', 'fromFrames: expected at least one frame, got none');
  const { width, height } = frames[0];
  const values = new Float32Array(frames.length * width * height * channels);
  let at = 0;
  for (const [index, frame] of frames.entries()) {
    if (frame.width !== width || frame.height !== height) {
      const got = `${frame.width}×${frame.height}`;
      throw new GanError('WRONG_SHAPE', `fromFrames: frame ${index}: expected ${width}×${height} as the first, got ${got}`, {
        remedy: 'Bring all frames to one size first.',
      });
    }
    for (let from = 0; from < frame.data.length; from += 4) {
      if (channels === 1) {
        values[at++] = (0.2126 * frame.data[from] + 0.7152 * frame.data[from + 1] + 0.0722 * frame.data[from + 2]) / 127.5 - 1;
      } else {
        for (let c = 0; c < channels; c++) values[at++] = frame.data[from + c] / 127.5 - 1;
      }
    }
  }
  return tf.tensor4d(values, [frames.length, height, width, channels]);
}

/**
 * A tensor as pictures: −1…1 becomes 0…255, rounded; what lies outside is cut off, NaN becomes black.
 *
 * @param pictures - [count, height, width, channels] or a single picture [height, width, channels], with 1, 3 or 4 channels. It is not disposed.
 * @param options - See `ToFramesOptions`.
 * @returns A frame for each picture, opaque unless there are 4 channels, at 0, 1/24, 2/24 … seconds.
 * @throws GanError `WRONG_SHAPE` for tensors of another shape.
 * @example
 * ```ts
 * import * as tf from '@tensorflow/tfjs-core';
 * import { startRuntime } from '@filmai/core-tensor/runtime';
 * import { toFrames } from '@filmai/gan/pictures';
 *
 * await startRuntime();
 * const [white] = toFrames(tf.ones([1, 2, 2, 1]));
 * console.log(white.width, white.data[0]); // 2 255
 * ```
 */
export function toFrames(pictures: Tensor, { framesPerSecond = 24 }: ToFramesOptions = {}): Frame[] {
  if (!(framesPerSecond > 0)) throw new RangeError(`toFrames: framesPerSecond must be above 0, got ${framesPerSecond}`);
  const [count, height, width, channels] = pictures.rank === 3 ? [1, ...pictures.shape] : pictures.shape;
  if ((pictures.rank !== 4 && pictures.rank !== 3) || ![1, 3, 4].includes(channels)) {
    throw new GanError(
      'WRONG_SHAPE',
      `toFrames: expected [count, height, width, 1, 3 or 4] or one picture of it, got [${pictures.shape.join(', ')}]`,
    );
  }
  const values = pictures.dataSync();
  return Array.from({ length: count }, (_, index): Frame => {
    const data = new Uint8ClampedArray(width * height * 4);
    let at = index * width * height * channels;
    for (let to = 0; to < data.length; to += 4, at += channels) {
      for (let c = 0; c < 3; c++) data[to + c] = (values[at + (channels === 1 ? 0 : c)] + 1) * 127.5;
      data[to + 3] = channels === 4 ? (values[at + 3] + 1) * 127.5 : 255;
    }
    return { width, height, data, seconds: index / framesPerSecond };
  });
}
