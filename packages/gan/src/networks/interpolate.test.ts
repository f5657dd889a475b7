import * as tf from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRuntime } from '@filmai/core-tensor/runtime';
import { interpolate } from './index.js';

let before = 0;
beforeAll(async () => {
  before = (await createRuntime({ backend: 'cpu' })).liveTensors();
});
afterAll(() => expect(tf.memory().numTensors).toBe(before));

const coordinate = fc.float({ min: -4, max: 4, noNaN: true });
const length = (point: readonly number[]): number => Math.hypot(...point);

describe('a way through latent space', () => {
  it('begins and ends at its ends', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(coordinate, coordinate), { minLength: 2, maxLength: 12 }),
        fc.constantFrom('spherical' as const, 'linear' as const),
        fc.integer({ min: 2, max: 6 }),
        (pairs, kind, steps) => {
          tf.tidy(() => {
            const [a, b] = [pairs.map((pair) => pair[0]), pairs.map((pair) => pair[1])];
            const points = interpolate(tf.tensor1d(a), tf.tensor2d([b]), { kind, steps }).arraySync();
            expect(points).toHaveLength(steps);
            a.forEach((value, i) => expect(points[0][i]).toBeCloseTo(value, 4));
            b.forEach((value, i) => expect(points[steps - 1][i]).toBeCloseTo(value, 4));
          });
        },
      ),
      { numRuns: 50 },
    );
  });

  it('keeps the length of latents on an arc, in equal angles, and loses it on a line', () => {
    tf.tidy(() => {
      const [a, b] = [tf.tensor1d([3, 0, 0]), tf.tensor1d([0, 0, -3])];
      const arc = interpolate(a, b, { steps: 4 }).arraySync();
      arc.forEach((point, i) => {
        expect(length(point)).toBeCloseTo(3, 5);
        expect(Math.atan2(-point[2], point[0])).toBeCloseTo((i * Math.PI) / 6, 5);
      });
      expect(length(interpolate(a, b, { kind: 'linear', steps: 3 }).arraySync()[1])).toBeCloseTo(3 / Math.SQRT2, 5);
    });
  });

  it('joins latents that have no arc by a line', () => {
    tf.tidy(() => {
      const opposite = interpolate(tf.tensor1d([1, 1]), tf.tensor1d([-1, -1]), { steps: 3 }).arraySync();
      expect(opposite[1]).toEqual([0, 0]);
      const fromZero = interpolate(tf.tensor1d([0, 0]), tf.tensor1d([2, 2]), { steps: 3 }).arraySync();
      expect(fromZero[1]).toEqual([1, 1]);
    });
  });

  it('refuses latents of different lengths and ways without two ends', () => {
    tf.tidy(() => {
      const [two, three] = [tf.tensor1d([1, 2]), tf.tensor1d([1, 2, 3])];
      expect(() => interpolate(two, three)).toThrow(/latentB: expected one latent of 2, got \[3\]/);
      expect(() => interpolate(tf.zeros([2, 2]), two)).toThrow(/latentA: expected one latent/);
      expect(() => interpolate(two, two, { steps: 1 })).toThrow(RangeError);
      expect(() => interpolate(two, two, { kind: 'cubic' as 'linear' })).toThrow(RangeError);
    });
  });
});
