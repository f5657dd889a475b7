/**
 * @file Unrolled games (Metz, Poole, Pfau and Sohl-Dickstein, 2017): the generator is judged by the critic that would stand there after some
 * more steps, and its gradient passes through those steps. A generator that hides in one mode sees the critic catch up with it.
 */
import * as tf from '@tensorflow/tfjs-core';
import type { Scalar, Tensor } from '@tensorflow/tfjs-core';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import { correctGradients } from '@filmai/core-tensor/kernels';
import { keepingStatistics, withWeights } from './functional-weights.js';

/** How far the generator looks ahead. Plain JSON. */
export interface UnrolledOptions {
  /** Steps of the critic, at least 1. */
  steps: number;
  /** Size of each, above 0. Plain gradient descent: Adam's moments are not carried along. Default 0.05. */
  learningRate?: number;
}

/**
 * Computes a loss with the critic as it would be after some steps of gradient descent. The critic itself is not moved.
 *
 * @param critic - The critic; the functions below are expected to use it.
 * @param criticLoss - What it minimises in each step. Nothing else may depend on its weights.
 * @param loss - What is wanted from the later critic.
 * @param options - See `UnrolledOptions`.
 * @returns The loss. Its gradient flows through the later critic and through every step that led to it.
 * @example
 * ```ts
 * import * as tf from '@tensorflow/tfjs-core';
 * import * as layers from '@tensorflow/tfjs-layers';
 * import { createRuntime } from '@filmai/core-tensor/runtime';
 * import { afterUnrolledSteps } from '@filmai/gan/losses';
 *
 * await createRuntime();
 * const critic = layers.sequential({ layers: [layers.layers.dense({ units: 1, inputShape: [1], kernelInitializer: 'ones' })] });
 * const logit = (): tf.Scalar => tf.sum(critic.apply(tf.ones([1, 1])) as tf.Tensor);
 * const later = afterUnrolledSteps(critic, (): tf.Scalar => tf.neg(logit()), logit, { steps: 1, learningRate: 0.5 });
 * console.log(later.dataSync()[0]); // 2
 * ```
 */
export function afterUnrolledSteps(
  critic: LayersModel,
  criticLoss: () => Tensor,
  loss: () => Scalar,
  { steps, learningRate = 0.05 }: UnrolledOptions,
): Scalar {
  correctGradients(tf);
  return keepingStatistics(critic, () => {
    let weights: Tensor[] = critic.trainableWeights.map((weight) => weight.read());
    for (let step = 0; step < steps; step++) {
      const slopes = tf.grads((...values: Tensor[]) => withWeights(critic, values, criticLoss))(weights);
      weights = weights.map((weight, i) => tf.sub(weight, tf.mul(slopes[i], learningRate)));
    }
    return withWeights(critic, weights, loss);
  });
}
