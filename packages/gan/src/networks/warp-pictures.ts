/** @file Pictures moved along a flow, as a differentiable step: what was seen in one frame, where it is in the next. */
import * as tf from '@tensorflow/tfjs-core';
import type { Tensor4D } from '@tensorflow/tfjs-core';
import { GanError } from '../errors/gan-error.js';

/**
 * Moves pictures along flows: output(x, y) = picture(x + u, y + v), bilinear between pixels. Gradients pass to the pictures, not to the flows
 * (a spatial transformer with a given grid: Jaderberg, Simonyan, Zisserman and Kavukcuoglu 2015).
 *
 * @param pictures - [n, height, width, channels].
 * @param flow - [n, height, width, 2] in pixels, u to the right and v down: where in `pictures` each pixel of the output comes from.
 * @returns The moved pictures [n, height, width, channels]; 0 where the flow leads out of the picture. See `flowStays`.
 * @throws GanError `WRONG_SHAPE` where the shapes don't belong together.
 */
export function warpPictures(pictures: Tensor4D, flow: Tensor4D): Tensor4D {
  checkFlow('warpPictures', pictures, flow);
  const taps = tapsOf(flow);
  const channels = pictures.shape[3];
  const warp = tf.customGrad((x) => ({
    value: gather(x as Tensor4D, taps, channels),
    gradFunc: (dy: tf.Tensor) => scatter(dy as Tensor4D, taps, channels),
  }));
  return warp(pictures) as Tensor4D;
}

/**
 * Where a flow stays inside of the picture.
 *
 * @param flow - [n, height, width, 2] in pixels.
 * @returns [n, height, width, 1]: 1 where it does, else 0.
 */
export function flowStays(flow: Tensor4D): Tensor4D {
  const [count, height, width] = flow.shape;
  const values = flow.dataSync();
  const stays = new Float32Array(count * height * width);
  for (let i = 0; i < stays.length; i++) {
    const x = (i % width) + values[2 * i];
    const y = (Math.floor(i / width) % height) + values[2 * i + 1];
    stays[i] = x >= 0 && x <= width - 1 && y >= 0 && y <= height - 1 ? 1 : 0;
  }
  return tf.tensor4d(stays, [count, height, width, 1]);
}

/** The four pixels that each output pixel is made from: index of each, or −1, and its weight. */
interface Taps {
  from: Int32Array;
  weight: Float32Array;
}

function tapsOf(flow: Tensor4D): Taps {
  const [count, height, width] = flow.shape;
  const values = flow.dataSync();
  const size = count * height * width;
  const taps: Taps = { from: new Int32Array(4 * size).fill(-1), weight: new Float32Array(4 * size) };
  for (let i = 0; i < size; i++) {
    const column = i % width;
    const row = Math.floor(i / width) % height;
    const first = i - row * width - column;
    const x = column + values[2 * i];
    const y = row + values[2 * i + 1];
    const [left, top] = [Math.floor(x), Math.floor(y)];
    for (let tap = 0; tap < 4; tap++) {
      const [atX, atY] = [left + (tap & 1), top + (tap >> 1)];
      const weight = (1 - Math.abs(x - atX)) * (1 - Math.abs(y - atY));
      // A NaN in the flow has no place either.
      if (!(weight > 0) || atX < 0 || atX >= width || atY < 0 || atY >= height) continue;
      taps.from[4 * i + tap] = first + atY * width + atX;
      taps.weight[4 * i + tap] = weight;
    }
  }
  return taps;
}

function gather(pictures: Tensor4D, { from, weight }: Taps, channels: number): Tensor4D {
  const values = pictures.dataSync();
  const moved = new Float32Array(values.length);
  for (let tap = 0; tap < from.length; tap++) {
    if (from[tap] < 0) continue;
    const to = (tap >> 2) * channels;
    const source = from[tap] * channels;
    for (let c = 0; c < channels; c++) moved[to + c] += weight[tap] * values[source + c];
  }
  return tf.tensor4d(moved, pictures.shape);
}

/** The transpose of `gather`. */
function scatter(gradient: Tensor4D, { from, weight }: Taps, channels: number): Tensor4D {
  const values = gradient.dataSync();
  const spread = new Float32Array(values.length);
  for (let tap = 0; tap < from.length; tap++) {
    if (from[tap] < 0) continue;
    const source = (tap >> 2) * channels;
    const to = from[tap] * channels;
    for (let c = 0; c < channels; c++) spread[to + c] += weight[tap] * values[source + c];
  }
  return tf.tensor4d(spread, gradient.shape);
}

function checkFlow(where: string, pictures: Tensor4D, flow: Tensor4D): void {
  const [count, height, width] = pictures.shape;
  if (pictures.rank === 4 && flow.rank === 4 && flow.shape.join() === [count, height, width, 2].join()) return;
  const got = `pictures [${pictures.shape.join(', ')}] and flow [${flow.shape.join(', ')}]`;
  throw new GanError(
    'WRONG_SHAPE',
    `${where}: expected pictures [n, height, width, channels] and flow [n, height, width, 2], got ${got}`,
  );
}
