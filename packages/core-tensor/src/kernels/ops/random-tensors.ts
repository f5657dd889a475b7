/**
 * @file Random tensors from this package's seeded generator: the same numbers on every backend, and from the same stream as every
 * other random choice, so that a checkpoint of the stream is a checkpoint of them.
 */
import type { Rank, ShapeMap, Tensor } from '@tensorflow/tfjs-core';
import * as tf from '@tensorflow/tfjs-core';
import type { Random } from '../../random/index.js';

/** Bounds of uniform numbers. */
export interface UniformOptions {
  /** Least value, default 0. */
  low?: number;
  /** The value below which all lie, default 1. */
  high?: number;
}

/** Of normal numbers. */
export interface NormalOptions {
  /** Default 0. */
  mean?: number;
  /** Standard deviation, default 1. */
  deviation?: number;
  /** Numbers further than this many deviations from the mean are drawn again. Default: none are. At least 0.1. */
  truncate?: number;
}

/**
 * A tensor of numbers uniform in [low, high).
 *
 * @param shape - Its shape.
 * @param random - The stream; it moves on by one number for each element.
 * @param options - See `UniformOptions`.
 * @returns A float32 tensor.
 * @example
 * ```ts
 * import '@tensorflow/tfjs-backend-cpu';
 * import { randomUniformTensor } from '@filmai/core-tensor/kernels';
 * import { createRandom } from '@filmai/core-tensor/random';
 *
 * const noise = randomUniformTensor([2, 3], createRandom(7), { low: -1, high: 1 });
 * console.log(noise.shape); // [ 2, 3 ]
 * ```
 */
export function randomUniformTensor<R extends Rank>(
  shape: ShapeMap[R],
  random: Random,
  { low = 0, high = 1 }: UniformOptions = {},
): Tensor<R> {
  checkShape('randomUniformTensor', shape);
  if (!(low <= high)) throw new RangeError(`randomUniformTensor: low must not exceed high, got ${low} and ${high}`);
  return tf.tensor(fillUniform(new Float32Array(sizeOf(shape)), random, low, high), shape, 'float32');
}

/**
 * A tensor of normal numbers.
 *
 * @param shape - Its shape.
 * @param random - The stream; it moves on by two numbers for each pair of elements.
 * @param options - See `NormalOptions`.
 * @returns A float32 tensor.
 * @example
 * ```ts
 * import '@tensorflow/tfjs-backend-cpu';
 * import { randomNormalTensor } from '@filmai/core-tensor/kernels';
 * import { createRandom } from '@filmai/core-tensor/random';
 *
 * const latent = randomNormalTensor([16, 100], createRandom('a film'));
 * console.log(latent.shape); // [ 16, 100 ]
 * ```
 */
export function randomNormalTensor<R extends Rank>(
  shape: ShapeMap[R],
  random: Random,
  { mean = 0, deviation = 1, truncate = Infinity }: NormalOptions = {},
): Tensor<R> {
  checkShape('randomNormalTensor', shape);
  if (!(deviation >= 0)) throw new RangeError(`randomNormalTensor: deviation must not be negative, got ${deviation}`);
  if (!(truncate >= 0.1)) throw new RangeError(`randomNormalTensor: truncate must be at least 0.1, got ${truncate}`);
  return tf.tensor(fillNormal(new Float32Array(sizeOf(shape)), random, mean, deviation, truncate), shape, 'float32');
}

/** Uniform numbers in [low, high), also after rounding to single precision. */
export function fillUniform(values: Float32Array, random: Random, low: number, high: number): Float32Array {
  for (let i = 0; i < values.length; i++) {
    values[i] = low + (high - low) * random.next();
    if (values[i] >= high && high > low) values[i] = low;
  }
  return values;
}

/** Box and Muller (1958): two numbers from two; 1 − next() keeps the logarithm finite. */
export function fillNormal(
  values: Float32Array,
  random: Random,
  mean: number,
  deviation: number,
  truncate: number = Infinity,
): Float32Array {
  for (let i = 0; i < values.length;) {
    const radius = Math.sqrt(-2 * Math.log(1 - random.next()));
    const angle = 2 * Math.PI * random.next();
    for (const value of [radius * Math.cos(angle), radius * Math.sin(angle)])
      if (i < values.length && Math.abs(value) <= truncate) values[i++] = mean + deviation * value;
  }
  return values;
}

function checkShape(name: string, shape: readonly number[]): void {
  if (!shape.every((size) => Number.isInteger(size) && size >= 0))
    throw new RangeError(`${name}: a shape has whole sizes of at least 0, got [${String(shape)}]`);
}

function sizeOf(shape: readonly number[]): number {
  return shape.reduce((product, size) => product * size, 1);
}
