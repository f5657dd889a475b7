/** @file The length of all gradients taken together, and the clipping that keeps their direction (Pascanu et al., 2013). */
import * as tf from '@tensorflow/tfjs-core';
import { sumOfSquares } from './fused-steps.js';

/** Gradients scaled down together, and how long they were before. */
export interface ClippedGradients {
  /** New tensors, in the order given. */
  gradients: tf.Tensor[];
  /** Their Euclidean norm before clipping. */
  norm: tf.Scalar;
}

/**
 * The Euclidean norm of some tensors as one long vector.
 *
 * @param tensors - Any shapes; an empty list has norm 0.
 * @returns A scalar.
 * @example
 * ```ts
 * import * as tf from '@tensorflow/tfjs-core';
 * import { globalNorm } from '@filmai/core-tensor/optimisers';
 * import { createRuntime } from '@filmai/core-tensor/runtime';
 *
 * await createRuntime();
 * console.log(globalNorm([tf.tensor1d([3]), tf.tensor1d([4])]).dataSync()[0]); // 5
 * ```
 */
export function globalNorm(tensors: readonly tf.Tensor[]): tf.Scalar {
  return tf.tidy(() => tf.sqrt(tensors.map(sumOfSquares).reduce((total, one) => tf.add(total, one), tf.scalar(0))));
}

/**
 * Scales gradients down together, where they are longer than a limit; shorter ones keep their values.
 *
 * @param gradients - Any shapes; they stay the caller's to dispose.
 * @param limit - The largest norm, above 0.
 * @returns New tensors, the caller's to dispose.
 * @throws RangeError where the limit is not above 0.
 * @example
 * ```ts
 * import * as tf from '@tensorflow/tfjs-core';
 * import { clipByGlobalNorm } from '@filmai/core-tensor/optimisers';
 * import { createRuntime } from '@filmai/core-tensor/runtime';
 *
 * await createRuntime();
 * const { gradients } = clipByGlobalNorm([tf.tensor1d([30]), tf.tensor1d([40])], 5);
 * console.log(gradients.map((one) => Math.round(one.dataSync()[0]))); // [3, 4]
 * ```
 */
export function clipByGlobalNorm(gradients: readonly tf.Tensor[], limit: number): ClippedGradients {
  if (!(limit > 0)) throw new RangeError(`clipByGlobalNorm: the limit must be above 0, got ${limit}`);
  const norm = globalNorm(gradients);
  return {
    norm,
    gradients: tf.tidy(() => {
      const scale = tf.div(limit, tf.maximum(norm, limit));
      return gradients.map((gradient) => tf.mul(gradient, scale));
    }),
  };
}
