/** @file Pictures at twice the size from slices and concatenations alone, whose gradients TensorFlow.js has to any order; resizing has only the first. */
import * as tf from '@tensorflow/tfjs-core';
import type { Tensor4D } from '@tensorflow/tfjs-core';

/**
 * Repeats each pixel twice in both directions.
 *
 * @param pictures - [count, height, width, channels].
 * @returns [count, 2·height, 2·width, channels].
 */
export function repeatedPixels(pictures: Tensor4D): Tensor4D {
  return tf.tidy(() => {
    const [count, height, width, channels] = pictures.shape;
    // Laid out row by row, a pixel beside its copy is a wider picture, and a row beside its copy a higher one.
    const wide = tf.reshape(tf.concat([pictures, pictures], 3), [count, height, 2 * width * channels]);
    return tf.reshape(tf.concat([wide, wide], 2), [count, 2 * height, 2 * width, channels]);
  });
}

/**
 * Doubles the size by linear interpolation between the centres of pixels: each new pixel is ¾ of the one that it lies in and ¼ of the nearest other; pixels
 * at the border go on outside.
 *
 * @param pictures - [count, height, width, channels].
 * @returns [count, 2·height, 2·width, channels].
 */
export function interpolatedPixels(pictures: Tensor4D): Tensor4D {
  return tf.tidy(() => {
    const [count, height, width, channels] = pictures.shape;
    const [left, right] = blends(pictures, 2);
    const wide = tf.reshape(tf.concat([left, right], 3), [count, height, 2 * width, channels]) as Tensor4D;
    const [upper, lower] = blends(wide, 1).map((rows) => tf.reshape(rows, [count, height, 2 * width * channels]));
    return tf.reshape(tf.concat([upper, lower], 2), [count, 2 * height, 2 * width, channels]);
  });
}

/** What lies a quarter of a pixel before and after each pixel along an axis. */
function blends(pictures: Tensor4D, axis: 1 | 2): [Tensor4D, Tensor4D] {
  const length = pictures.shape[axis];
  const part = (from: number, size: number): Tensor4D => {
    const [begin, extent] = [[0, 0, 0, 0], pictures.shape.slice()];
    begin[axis] = from;
    extent[axis] = size;
    return tf.slice(pictures, begin, extent);
  };
  if (length === 1) return [pictures, pictures];
  const before = tf.concat([part(0, 1), part(0, length - 1)], axis);
  const after = tf.concat([part(1, length - 1), part(length - 1, 1)], axis);
  const own = tf.mul(pictures, 0.75);
  return [tf.add(own, tf.mul(before, 0.25)), tf.add(own, tf.mul(after, 0.25))];
}
