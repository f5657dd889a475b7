/** @file Networks as functions of their weights, and values that no gradient passes through. */
import * as tf from '@tensorflow/tfjs-core';
import type { Tensor } from '@tensorflow/tfjs-core';
import type { LayersModel } from '@tensorflow/tfjs-layers';

/**
 * Runs a function while a network's trainable weights read as other tensors.
 *
 * @param network - The network.
 * @param values - A tensor for each of its trainable weights, in order.
 * @param work - What is computed meanwhile. Gradients reach `values`.
 */
export function withWeights<Result>(network: LayersModel, values: readonly Tensor[], work: () => Result): Result {
  const weights = network.trainableWeights as { read(): Tensor }[];
  // An own property in front of the class's method; taking it away uncovers the method again.
  weights.forEach((weight, i) => (weight.read = () => values[i]));
  try {
    return work();
  } finally {
    for (const weight of weights) delete (weight as Partial<typeof weight>).read;
  }
}

/**
 * Computes something that gradients stop at. Nothing of it goes on the tape, so that its intermediate values are freed at once.
 *
 * @param work - The computation.
 * @returns Its result, a constant for every gradient.
 * @example
 * ```ts
 * import * as tf from '@tensorflow/tfjs-core';
 * import { createRuntime } from '@filmai/core-tensor/runtime';
 * import { withoutGradient } from '@filmai/gan/losses';
 *
 * await createRuntime();
 * const slope = tf.grad((x: tf.Tensor) => tf.mul(x, withoutGradient(() => tf.square(x))))(tf.scalar(3));
 * console.log(slope.dataSync()[0]); // 9
 * ```
 */
export function withoutGradient<T extends Tensor>(work: () => T): T {
  const constant = tf.customGrad(() => ({ value: tf.tidy(work), gradFunc: () => [] }));
  return constant();
}

/**
 * Runs a function and then gives a network's weights that no gradient moves, moving statistics above all, the values they had before.
 *
 * @param network - The network.
 * @param work - What is computed meanwhile.
 */
export function keepingStatistics<Result>(network: LayersModel, work: () => Result): Result {
  const weights = network.nonTrainableWeights;
  const before = weights.map((weight) => tf.keep(tf.clone(weight.read())));
  try {
    return work();
  } finally {
    weights.forEach((weight, i) => weight.write(before[i]));
    tf.dispose(before);
  }
}
