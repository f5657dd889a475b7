/** @file The densities in the bounds of variational autoencoders, in nats, one number a picture. */
import * as tf from '@tensorflow/tfjs-core';
import type { Tensor, Tensor1D } from '@tensorflow/tfjs-core';

/**
 * log N(x | y, σ²), summed over a picture's pixels.
 *
 * @param pictures - x, [count, …].
 * @param means - y, of the same shape.
 * @param deviation - σ.
 * @returns [count].
 */
export function gaussianLogDensity(pictures: Tensor, means: Tensor, deviation: number): Tensor1D {
  return tf.tidy(() => {
    const [count, size] = [pictures.shape[0], pictures.size / pictures.shape[0]];
    const squares = tf.sum(tf.reshape(tf.squaredDifference(pictures, means), [count, size]), 1);
    return tf.sub(tf.mul(squares, -0.5 / deviation ** 2), (size / 2) * Math.log(2 * Math.PI * deviation ** 2));
  });
}

/**
 * KL(q(z|x) ‖ N(0, I)) = ½ Σ (μ² + σ² − log σ² − 1) (Kingma and Welling 2014, appendix B).
 *
 * @param mean - μ, [count, latent].
 * @param logVariance - log σ², of the same shape.
 * @returns [count].
 */
export function klToStandardNormal(mean: Tensor, logVariance: Tensor): Tensor1D {
  return tf.tidy(() => {
    const terms = tf.sub(tf.add(tf.square(mean), tf.exp(logVariance)), tf.add(logVariance, 1));
    return tf.mul(tf.sum(terms, 1), 0.5);
  });
}

/**
 * log p(z) − log q(z|x) for z = μ + σ·ε: the part of an importance weight that the decoder has no say in. The constants of both cancel.
 *
 * @param latents - z, [count, latent].
 * @param noise - ε, of the same shape.
 * @param logVariance - log σ², of the same shape.
 * @returns [count].
 */
export function logImportance(latents: Tensor, noise: Tensor, logVariance: Tensor): Tensor1D {
  return tf.tidy(() => {
    const terms = tf.add(tf.sub(tf.square(noise), tf.square(latents)), logVariance);
    return tf.mul(tf.sum(terms, 1), 0.5);
  });
}

/**
 * log of the mean of exp, over the second axis.
 *
 * @param values - [count, samples].
 * @returns [count].
 */
export function meanOfExponentials(values: Tensor): Tensor1D {
  return tf.tidy(() => tf.sub(tf.logSumExp(values, 1), Math.log(values.shape[1] ?? 1)));
}
