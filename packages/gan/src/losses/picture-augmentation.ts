/**
 * @file Differentiable augmentation (Zhao, Liu, Lin, Zhu and Han, 2020): the critic sees real and made pictures through the same random
 * changes, and the generator's gradient passes through them. With few pictures the critic can then not learn them by heart.
 */
import * as tf from '@tensorflow/tfjs-core';
import type { Tensor } from '@tensorflow/tfjs-core';
import type { Random } from '@filmai/core-tensor/random';
import { checkRange } from '../errors/check-range.js';

/** Which changes are made. Plain JSON. */
export interface AugmentationOptions {
  /** Brightness, saturation and contrast of the colours; alpha stays. Default true. */
  colour?: boolean;
  /** Largest shift as a share of the side, 0…1; what comes in is `fill`. Default 0.125. */
  translation?: number;
  /** Side of a square that is set to `fill`, as a share of the picture's, 0…1. Default 0.5. */
  cutout?: number;
  /**
   * What comes in where a picture was moved away or cut out, in all its channels, −1…1. Default 0, the middle grey; the colour of the ground that
   * pictures stand on (−1 for black, and for transparent ones with alpha) shows the critic no edges that pictures don't have.
   */
  fill?: number;
}

/** Changes a batch of pictures [n, h, w, c] or clips [n, frames, h, w, c] in −1…1; all frames of a clip alike. */
export type Augmentation = (pictures: Tensor) => Tensor;

/** Random numbers of one sample's changes. */
interface Draw {
  brightness: number;
  saturation: number;
  contrast: number;
  /** Shift down and right, in −1…1 of the largest. */
  shift: [number, number];
  /** Middle of the square, 0…1 of the side. */
  middle: [number, number];
}

/**
 * Draws the changes of one step. The same function is then given real and made ones: sample i of both is changed alike.
 *
 * @param count - Samples of a batch.
 * @param random - Where the changes are drawn from.
 * @param options - See `AugmentationOptions`.
 * @returns The changes, as a function of a batch of at most `count` samples. Gradients pass through it.
 * @throws RangeError where an option is outside its range; from the function, for a batch that holds no pictures or too many.
 * @example
 * ```ts
 * import * as tf from '@tensorflow/tfjs-core';
 * import { createRandom } from '@filmai/core-tensor/random';
 * import { createRuntime } from '@filmai/core-tensor/runtime';
 * import { drawAugmentation } from '@filmai/gan/losses';
 *
 * await createRuntime();
 * const augment = drawAugmentation(2, createRandom(7), { cutout: 0 });
 * console.log(augment(tf.zeros([2, 8, 8, 3])).shape.join(' ')); // 2 8 8 3
 * ```
 */
export function drawAugmentation(count: number, random: Random, options: AugmentationOptions = {}): Augmentation {
  const { colour = true, translation = 0.125, cutout = 0.5, fill = 0 } = options;
  checkAugmentation(options);
  const draws = Array.from({ length: count }, (): Draw => ({
    brightness: random.range(-0.5, 0.5),
    saturation: random.range(0, 2),
    contrast: random.range(0.5, 1.5),
    shift: [random.range(-1, 1), random.range(-1, 1)],
    middle: [random.next(), random.next()],
  }));
  return (pictures) => {
    if ((pictures.rank !== 4 && pictures.rank !== 5) || pictures.shape[0] > count)
      throw new RangeError(
        `augmentation: expected at most ${count} pictures [n, h, w, c] or clips, got [${pictures.shape.join(', ')}]`,
      );
    return tf.tidy(() => {
      let changed = pictures;
      if (colour) changed = changeColours(changed, draws);
      if (translation > 0) changed = shift(changed, draws, translation, fill);
      if (cutout > 0) changed = cut(changed, draws, cutout, fill);
      return changed;
    });
  };
}

/**
 * Checks options of the augmentation.
 *
 * @throws RangeError where one is outside its range.
 */
export function checkAugmentation({ translation = 0, cutout = 0, fill = 0 }: AugmentationOptions): void {
  checkRange('augmentation: translation', translation, 0, 1);
  checkRange('augmentation: cutout', cutout, 0, 1);
  checkRange('augmentation: fill', fill, -1, 1);
}

/** Brightness x + b, then saturation about each pixel's mean, then contrast about each sample's mean. */
function changeColours(pictures: Tensor, draws: readonly Draw[]): Tensor {
  const channels = pictures.shape.at(-1) as number;
  if (channels === 4 || channels === 2) {
    const colours = tf.slice(pictures, zeroOrigin(pictures), [...pictures.shape.slice(0, -1), channels - 1]);
    const alpha = tf.slice(pictures, [...zeroOrigin(pictures).slice(1), channels - 1], [...pictures.shape.slice(0, -1), 1]);
    return tf.concat([changeColours(colours, draws), alpha], -1);
  }
  let changed = tf.add(
    pictures,
    perSample(pictures, draws, (draw) => draw.brightness),
  );
  if (channels > 1)
    changed = about(
      tf.mean(changed, -1, true),
      changed,
      perSample(pictures, draws, (draw) => draw.saturation),
    );
  const axes = pictures.shape.map((_, axis) => axis).slice(1);
  return about(
    tf.mean(changed, axes, true),
    changed,
    perSample(pictures, draws, (draw) => draw.contrast),
  );
}

const zeroOrigin = (pictures: Tensor): number[] => pictures.shape.map(() => 0);

const about = (middle: Tensor, values: Tensor, factor: Tensor): Tensor => tf.add(tf.mul(tf.sub(values, middle), factor), middle);

function perSample({ shape: [count, ...rest] }: Tensor, draws: readonly Draw[], number: (draw: Draw) => number): Tensor {
  return tf.tensor(draws.slice(0, count).map(number), [count, ...rest.map(() => 1)], 'float32');
}

/**
 * Moves each sample by whole pixels. A shift is a product with a matrix that has ones on one diagonal: unlike gathering rows, that has a
 * gradient on every backend.
 */
function shift(pictures: Tensor, draws: readonly Draw[], share: number, fill: number): Tensor {
  const { shape } = pictures;
  const [height, width, channels] = shape.slice(-3);
  const frames = shape.length === 5 ? shape[1] : 1;
  const total = shape[0] * frames;
  const moves = draws
    .slice(0, shape[0])
    .map((draw) => [
      Math.round(draw.shift[0] * Math.round(height * share)),
      Math.round(draw.shift[1] * Math.round(width * share)),
    ]);
  const matrices = (side: number, axis: 0 | 1): Tensor => {
    const values = new Float32Array(total * side * side);
    for (let i = 0; i < total; i++) {
      const by = moves[Math.floor(i / frames)][axis];
      for (let to = Math.max(0, by); to < Math.min(side, side + by); to++) values[(i * side + to) * side + to - by] = 1;
    }
    return tf.tensor3d(values, [total, side, side]);
  };
  const moved = tf.matMul(matrices(height, 0), tf.reshape(pictures, [total, height, width * channels]));
  const columns = tf.reshape(tf.transpose(tf.reshape(moved, [total, height, width, channels]), [0, 2, 1, 3]), [
    total,
    width,
    height * channels,
  ]);
  const both = tf.reshape(tf.matMul(matrices(width, 1), columns), [total, width, height, channels]);
  const shifted = tf.reshape(tf.transpose(both, [0, 2, 1, 3]), shape);
  if (fill === 0) return shifted;
  const stays = masks(shape, 0, 1, (i) => ({ top: moves[i][0], left: moves[i][1], high: height, wide: width }));
  return tf.add(shifted, tf.mul(tf.sub(1, stays), fill));
}

/** Sets a square of each sample to the fill; at the border a part of it lies outside. */
function cut(pictures: Tensor, draws: readonly Draw[], share: number, fill: number): Tensor {
  const [height, width] = pictures.shape.slice(-3);
  const [high, wide] = [Math.round(height * share), Math.round(width * share)];
  const stays = masks(pictures.shape, 1, 0, (i) => {
    const [down, right] = draws[i].middle;
    return { top: Math.round(down * height - high / 2), left: Math.round(right * width - wide / 2), high, wide };
  });
  const holed = tf.mul(pictures, stays);
  return fill === 0 ? holed : tf.add(holed, tf.mul(tf.sub(1, stays), fill));
}

/** A rectangle in pixels; what lies outside the picture is not drawn. */
interface Rectangle {
  top: number;
  left: number;
  high: number;
  wide: number;
}

/** For each sample of a shape a map of one value with a rectangle of another in it, to be spread over frames and channels. */
function masks(shape: readonly number[], outside: number, inside: number, rectangleOf: (sample: number) => Rectangle): Tensor {
  const [height, width] = shape.slice(-3);
  const mask = new Float32Array(shape[0] * height * width).fill(outside);
  for (let i = 0; i < shape[0]; i++) {
    const { top, left, high, wide } = rectangleOf(i);
    for (let y = Math.max(0, top); y < Math.min(height, top + high); y++) {
      const row = (i * height + y) * width;
      mask.fill(inside, row + Math.max(0, left), row + Math.max(0, Math.min(width, left + wide)));
    }
  }
  return tf.tensor(mask, [shape[0], ...(shape.length === 5 ? [1] : []), height, width, 1]);
}
