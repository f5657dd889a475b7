/** @file The numbers of a network as plain data, and the plan by which they begin. */
import { createRandom } from '@filmai/core-tensor/random';
import type { Random } from '@filmai/core-tensor/random';

/** Numbers in the shape of a tensor, row-major. */
export interface Weight {
  shape: readonly number[];
  values: Float32Array;
}

/** How one weight begins. */
export interface WeightPlan {
  name: string;
  shape: readonly number[];
  /** Standard deviation of normal numbers, one value for all, or all of them. */
  start: { deviation: number } | { value: number } | { values: Float32Array };
}

/** Weights as a plan begins them. A weight's numbers depend on the seed and its name alone. */
export function drawWeights(plan: readonly WeightPlan[], seed: number | string = 1): Record<string, Weight> {
  const random = createRandom(seed);
  return Object.fromEntries(
    plan.map(({ name, shape, start }) => [name, { shape, values: begin(shape, start, random.split(name)) }]),
  );
}

/** Numbers in a tensor of this shape. */
export function sizeOf(shape: readonly number[]): number {
  return shape.reduce((product, length) => product * length, 1);
}

function begin(shape: readonly number[], start: WeightPlan['start'], random: Random): Float32Array {
  if ('values' in start) return start.values;
  if ('value' in start) return new Float32Array(sizeOf(shape)).fill(start.value);
  return Float32Array.from({ length: sizeOf(shape) }, () => random.normal(0, start.deviation));
}
