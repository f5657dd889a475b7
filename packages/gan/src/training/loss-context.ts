/** @file Randomness of a step, derived from the seed, the step and the player alone: nothing of it has to be remembered to go on. */
import * as tf from '@tensorflow/tfjs-core';
import type { Tensor } from '@tensorflow/tfjs-core';
import { createRandom, type Random } from '@filmai/core-tensor/random';
import type { LossContext } from './trainable.js';

/**
 * What a loss may use beside the batch.
 *
 * @param seed - Of the training.
 * @param step - Number of the round, from 0.
 * @param turn - Whose move, and which of its moves in this round: `'critic 0'`.
 */
export function lossContext(seed: number | string, step: number, turn: string): LossContext {
  const random = createRandom(seed).split(`step ${step}`).split(turn);
  return {
    step,
    random,
    normal: (shape, deviation = 1) => fill(shape, () => random.normal(0, deviation)),
    uniform: (shape, low = 0, high = 1) => fill(shape, () => random.range(low, high)),
  };
}

/** The stream of sample sheets and of the watch over diversity: the same at every step, so that sheets can be compared. */
export function sampleRandom(seed: number | string): Random {
  return createRandom(seed).split('samples');
}

function fill(shape: readonly number[], draw: () => number): Tensor {
  const values = new Float32Array(shape.reduce((a, b) => a * b, 1));
  for (let i = 0; i < values.length; i++) values[i] = draw();
  return tf.tensor(values, [...shape], 'float32');
}
