/** @file Latents from a seeded stream, and long lists of pictures made in pieces. */
import * as tf from '@tensorflow/tfjs-core';
import type { Tensor, Tensor2D } from '@tensorflow/tfjs-core';
import type { Random } from '@filmai/core-tensor/random';

/** Pictures that are made at once: more would need memory for every layer's features of all of them. */
const PIECE = 64;

/**
 * Standard normal latents.
 *
 * @param random - Where they come from; it is moved by `2 × count × size` numbers.
 * @param count - How many.
 * @param size - Numbers in each.
 * @returns A tensor [count, size].
 */
export function normalLatents(random: Random, count: number, size: number): Tensor2D {
  return tf.tensor2d(
    Float32Array.from({ length: count * size }, () => random.normal()),
    [count, size],
  );
}

/**
 * Runs a function over rows in pieces and joins what it returns.
 *
 * @param inputs - Tensors with equal first axes; they are not disposed.
 * @param work - Gets the rows of one piece of each input; runs in a scope.
 * @returns What the pieces gave, joined along the first axis.
 */
export function inPieces(inputs: readonly Tensor[], work: (...rows: Tensor[]) => Tensor): Tensor {
  const count = inputs[0].shape[0];
  const pieces: Tensor[] = [];
  for (let from = 0; from === 0 || from < count; from += PIECE) {
    const size = Math.min(PIECE, count - from);
    pieces.push(tf.tidy(() => work(...inputs.map((input) => tf.slice(input, from, size)))));
  }
  if (pieces.length === 1) return pieces[0];
  const joined = tf.concat(pieces);
  tf.dispose(pieces);
  return joined;
}

/**
 * Class numbers as rows of zeros with a one, as networks take them.
 *
 * @param labels - Whole numbers from 0, [count].
 * @param classes - Number of classes.
 * @returns A tensor [count, classes].
 */
export function oneHotLabels(labels: Tensor, classes: number): Tensor2D {
  return tf.tidy(() => tf.cast(tf.oneHot(tf.cast(tf.reshape(labels, [-1]), 'int32'), classes), 'float32') as Tensor2D);
}

/**
 * Classes in turn: 0, 1, 2 … and again, so that a sheet of samples shows every one.
 *
 * @param count - How many.
 * @param classes - Number of classes.
 * @returns A tensor [count].
 */
export function labelsInTurn(count: number, classes: number): Tensor {
  return tf.tensor1d(
    Array.from({ length: count }, (_, i) => i % classes),
    'int32',
  );
}
