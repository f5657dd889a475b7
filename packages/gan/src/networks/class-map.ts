/** @file Maps that say what stands where, as networks read them: one channel a class. */
import * as tf from '@tensorflow/tfjs-core';
import type { Tensor4D } from '@tensorflow/tfjs-core';
import type { Frame } from '@filmai/core-tensor/frames';
import { GanError } from '../errors/gan-error.js';

/** Red, green and blue in 0…255 of each class, in the order of the channels. */
export type Palette = readonly (readonly [red: number, green: number, blue: number])[];

/**
 * Frames in class colours, as people draw them, as one-hot maps. A pixel between two colours, from scaling or compression, goes to the nearest.
 *
 * @param frames - At least one, all of one size.
 * @param palette - The colours of the classes, at least 2.
 * @returns [frames, height, width, classes]: 1 in the channel of a pixel's class, else 0. The caller disposes it.
 * @throws GanError `WRONG_SHAPE` where there is no frame or their sizes differ; RangeError for a palette of less than two colours.
 * @example
 * ```ts
 * import { createFrame } from '@filmai/core-tensor/frames';
 * import { startRuntime } from '@filmai/core-tensor/runtime';
 * import { classMap } from '@filmai/gan/networks';
 *
 * await startRuntime();
 * const sky = createFrame(2, 1, { fill: [90, 140, 250, 255] });
 * console.log(classMap([sky], [[0, 100, 0], [100, 150, 255]]).arraySync()[0][0][0]); // [ 0, 1 ]
 * ```
 */
export function classMap(frames: readonly Frame[], palette: Palette): Tensor4D {
  if (palette.length < 2) throw new RangeError(`classMap: palette must have at least 2 colours, got ${palette.length}`);
  if (frames.length === 0) throw new GanError('WRONG_SHAPE', 'classMap: expected at least one frame, got none');
  const { width, height } = frames[0];
  const classes = palette.length;
  const values = new Float32Array(frames.length * width * height * classes);
  for (const [index, frame] of frames.entries()) {
    if (frame.width !== width || frame.height !== height) {
      const got = `${frame.width}×${frame.height}`;
      throw new GanError('WRONG_SHAPE', `classMap: frame ${index}: expected ${width}×${height} as the first, got ${got}`);
    }
    for (let pixel = 0; pixel < width * height; pixel++) {
      const nearest = nearestColour(palette, frame.data, 4 * pixel);
      values[(index * width * height + pixel) * classes + nearest] = 1;
    }
  }
  return tf.tensor4d(values, [frames.length, height, width, classes]);
}

function nearestColour(palette: Palette, data: Uint8ClampedArray, at: number): number {
  let nearest = 0;
  let least = Number.POSITIVE_INFINITY;
  for (const [index, [red, green, blue]] of palette.entries()) {
    const distance = (data[at] - red) ** 2 + (data[at + 1] - green) ** 2 + (data[at + 2] - blue) ** 2;
    if (distance < least) [nearest, least] = [index, distance];
  }
  return nearest;
}
