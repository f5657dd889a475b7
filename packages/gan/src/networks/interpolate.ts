/** @file Ways between two points of a latent space. */
import * as tf from '@tensorflow/tfjs-core';
import type { Tensor, Tensor2D } from '@tensorflow/tfjs-core';
import { GanError } from '../errors/gan-error.js';

/** How to go from one latent to another. */
export interface InterpolateOptions {
  /** `'spherical'` (default) keeps the length that normal latents have, `'linear'` is the straight line: for style and code spaces. */
  kind?: 'spherical' | 'linear';
  /** Number of points, both ends included, at least 2; default 8. */
  steps?: number;
}

/**
 * Points on the way from one latent to another. Normal latents of many dimensions lie close to a sphere, and a straight line leaves it: its middle
 * is a latent that the generator never saw; so the way is an arc (Shoemake 1985, "Animating rotation with quaternion curves"; White 2016, "Sampling
 * generative networks"). Latents that point the same way or opposite ways have no unique arc and are joined by a line.
 *
 * @param latentA - The first point, [latent] or [1, latent].
 * @param latentB - The last point, as long as the first.
 * @param options - See `InterpolateOptions`.
 * @returns The points, [steps, latent]; the caller disposes them.
 * @throws GanError `WRONG_SHAPE` where the lengths differ; RangeError for `steps` below 2.
 * @example
 * ```ts
 * import * as tf from '@tensorflow/tfjs-core';
 * import { startRuntime } from '@filmai/core-tensor/runtime';
 * import { interpolate } from '@filmai/gan/networks';
 *
 * await startRuntime();
 * const way = interpolate(tf.tensor1d([1, 0]), tf.tensor1d([0, 1]), { steps: 3 });
 * console.log(way.arraySync()[1].map((value) => value.toFixed(3))); // [ '0.707', '0.707' ]
 * ```
 */
export function interpolate(latentA: Tensor, latentB: Tensor, options: InterpolateOptions = {}): Tensor2D {
  const { kind = 'spherical', steps = 8 } = options;
  if (!Number.isInteger(steps) || steps < 2)
    throw new RangeError(`interpolate: steps must be a whole number of at least 2, got ${steps}`);
  if (kind !== 'spherical' && kind !== 'linear')
    throw new RangeError(`interpolate: kind must be 'spherical' or 'linear', got ${String(kind)}`);
  for (const [name, latent] of Object.entries({ latentA, latentB })) {
    if (latent.size !== latent.shape[latent.rank - 1] || latent.size !== latentA.size) {
      throw new GanError(
        'WRONG_SHAPE',
        `interpolate: ${name}: expected one latent of ${latentA.size}, got [${latent.shape.join(', ')}]`,
      );
    }
  }
  const a = latentA.dataSync();
  const b = latentB.dataSync();
  const size = latentA.size;
  const weightsAt = kind === 'linear' ? lineWeights : arcWeights(a, b);
  const points = new Float32Array(steps * size);
  for (let step = 0; step < steps; step++) {
    const [ofA, ofB] = weightsAt(step / (steps - 1));
    for (let i = 0; i < size; i++) points[step * size + i] = ofA * a[i] + ofB * b[i];
  }
  return tf.tensor2d(points, [steps, size]);
}

/** What both ends weigh at a place in 0…1 of the way. */
type Weights = (place: number) => [number, number];

const lineWeights: Weights = (place) => [1 - place, place];

function arcWeights(a: ArrayLike<number>, b: ArrayLike<number>): Weights {
  let product = 0;
  let squareA = 0;
  let squareB = 0;
  for (let i = 0; i < a.length; i++) {
    product += a[i] * b[i];
    squareA += a[i] * a[i];
    squareB += b[i] * b[i];
  }
  const angle = Math.acos(Math.max(-1, Math.min(1, product / Math.sqrt(squareA * squareB))));
  const sine = Math.sin(angle);
  // Below this the arc and the line differ by less than float32 can say, or the arc has no plane; NaN where a latent is zero.
  if (!(sine > 1e-4)) return lineWeights;
  return (place) => [Math.sin((1 - place) * angle) / sine, Math.sin(place * angle) / sine];
}
