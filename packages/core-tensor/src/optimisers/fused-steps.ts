/**
 * @file The inner steps of optimisers: as one pass over memory where the active backend has our kernels, in operations of TensorFlow.js
 * otherwise.
 */
import * as tf from '@tensorflow/tfjs-core';
import { stepEngineOf, type AdamNumbers } from './step-engine.js';

/**
 * Moves a variable by Adam's rule.
 *
 * @returns The new moments, kept; the old ones must not be used any more.
 */
export function adamStep(
  variable: tf.Variable,
  mean: tf.Tensor,
  square: tf.Tensor,
  gradient: tf.Tensor,
  numbers: AdamNumbers,
): [tf.Tensor, tf.Tensor] {
  const engine = stepEngineOf(tf.backend());
  if (engine) {
    engine.adam(variable, mean, square, gradient, numbers);
    return [mean, square];
  }
  const { learningRate, beta1, beta2, epsilon, decay, correction1, correction2, scale } = numbers;
  const moments = tf.tidy((): [tf.Tensor, tf.Tensor] => {
    const slope = scale === 1 ? gradient : tf.mul(gradient, scale);
    const newMean = tf.add(tf.mul(mean, beta1), tf.mul(slope, 1 - beta1));
    const newSquare = tf.add(tf.mul(square, beta2), tf.mul(tf.square(slope), 1 - beta2));
    const root = tf.add(tf.sqrt(tf.div(newSquare, correction2)), epsilon);
    const move = tf.mul(tf.div(newMean, root), learningRate / correction1);
    variable.assign(tf.sub(decay === 0 ? variable : tf.mul(variable, 1 - learningRate * decay), move));
    return [tf.keep(newMean), tf.keep(newSquare)];
  });
  tf.dispose([mean, square]);
  return moments;
}

/**
 * Moves an average towards a value: `average * decay + value * (1 − decay)`.
 *
 * @returns The new average, kept; the old one must not be used any more.
 */
export function averageStep(average: tf.Tensor, value: tf.Tensor, decay: number): tf.Tensor {
  const engine = stepEngineOf(tf.backend());
  if (engine) {
    engine.follow(average, value, decay);
    return average;
  }
  const moved = tf.tidy(() => tf.keep(tf.add(tf.mul(average, decay), tf.mul(value, 1 - decay))));
  tf.dispose(average);
  return moved;
}

/** The sum of the squares of all elements. */
export function sumOfSquares(tensor: tf.Tensor): tf.Scalar {
  const engine = stepEngineOf(tf.backend());
  return engine ? tf.scalar(engine.squareSum(tensor)) : tf.tidy(() => tf.sum(tf.square(tensor)));
}
