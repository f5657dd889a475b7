/** @file Penalties on the critic's gradient with respect to what it judges. They are losses themselves: their own gradient is of second order. */
import * as tf from '@tensorflow/tfjs-core';
import type { Scalar, Tensor } from '@tensorflow/tfjs-core';
import { correctGradients } from '@filmai/core-tensor/kernels';

/** A critic as a function of what it judges. */
export type Judge = (things: Tensor) => Tensor;

/**
 * The gradient penalty of Wasserstein games, E[(‖∇D(x̂)‖ − 1)²] on lines between real and made ones (Gulrajani et al., 2017).
 *
 * @param judge - The critic; its batch norm, if it has one, would tie the gradients of different samples together.
 * @param real - Real ones, [n, …].
 * @param fake - Made ones of the same shape.
 * @param share - Where on each line, uniform in 0…1, [n, 1].
 * @returns The penalty, without a weight.
 * @example
 * ```ts
 * import * as tf from '@tensorflow/tfjs-core';
 * import { createRuntime } from '@filmai/core-tensor/runtime';
 * import { gradientPenalty } from '@filmai/gan/losses';
 *
 * await createRuntime();
 * const steep = (things: tf.Tensor) => tf.mul(things, 3);
 * const penalty = gradientPenalty(steep, tf.zeros([4, 1]), tf.ones([4, 1]), tf.fill([4, 1], 0.5));
 * console.log(penalty.dataSync()[0]); // 4
 * ```
 */
export function gradientPenalty(judge: Judge, real: Tensor, fake: Tensor, share: Tensor): Scalar {
  correctGradients(tf);
  return tf.tidy(() => {
    const along = tf.reshape(share, [real.shape[0], ...real.shape.slice(1).map(() => 1)]);
    const between = tf.add(real, tf.mul(along, tf.sub(fake, real)));
    // The root has no gradient at 0, where a fresh critic may well lie.
    const norms = tf.sqrt(tf.add(squaredNorms(judge, between), 1e-12));
    return tf.mean(tf.square(tf.sub(norms, 1)));
  });
}

/**
 * The R1 penalty, ½E[‖∇D(x)‖²] on real ones (Mescheder, Geiger and Nowozin, 2018).
 *
 * @param judge - The critic.
 * @param real - Real ones, [n, …].
 * @returns The penalty, without a weight.
 * @example
 * ```ts
 * import * as tf from '@tensorflow/tfjs-core';
 * import { createRuntime } from '@filmai/core-tensor/runtime';
 * import { r1Penalty } from '@filmai/gan/losses';
 *
 * await createRuntime();
 * const penalty = r1Penalty((things) => tf.mul(things, 3), tf.ones([4, 1]));
 * console.log(penalty.dataSync()[0]); // 4.5
 * ```
 */
export function r1Penalty(judge: Judge, real: Tensor): Scalar {
  correctGradients(tf);
  return tf.tidy(() => tf.mul(tf.mean(squaredNorms(judge, real)), 0.5));
}

/** ‖∇D‖² of each sample. Samples don't meet in a critic, so the gradient of the sum holds each one's own. A patch map is averaged first. */
function squaredNorms(judge: Judge, things: Tensor): Tensor {
  const gradients = tf.grad((x: Tensor) => {
    const logits = judge(x);
    return tf.mul(tf.sum(logits), x.shape[0] / logits.size);
  })(things);
  return tf.sum(tf.square(tf.reshape(gradients, [things.shape[0], -1])), 1);
}
