import * as tf from '@tensorflow/tfjs-core';
import { createRuntime } from '@filmai/core-tensor/runtime';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cosineDecay, linearDecay, warmUp } from './index.js';
import { lossContext } from './loss-context.js';

let before = 0;
beforeAll(async () => {
  await createRuntime({ backend: 'cpu' });
  before = tf.memory().numTensors;
});
afterAll(() => expect(tf.memory().numTensors).toBe(before));

describe('schedules', () => {
  it('fall and rise as they say', () => {
    expect([0, 50, 75, 100, 200].map((step) => linearDecay({ from: 0.5, to: 0.5 })(step, 100))).toEqual([1, 1, 0.75, 0.5, 0.5]);
    expect([0, 50, 100].map((step) => cosineDecay({ to: 0.5 })(step, 100))).toEqual([1, 0.75, 0.5]);
    expect([0, 4, 9, 50].map((step) => warmUp(10)(step, 100))).toEqual([0.1, 0.5, 1, 1]);
    expect(warmUp(10, linearDecay())(4, 100)).toBeCloseTo(0.5 * 0.96, 10);
  });

  it('stay constant where nobody knows the end', () => {
    expect(linearDecay()(1000, Infinity)).toBe(1);
    expect(cosineDecay()(1000, Infinity)).toBe(1);
  });

  it.each([
    () => linearDecay({ from: 1 }),
    () => linearDecay({ to: -1 }),
    () => cosineDecay({ to: Number.NaN }),
    () => warmUp(0),
  ])('refuse values outside their range', (make) => expect(make).toThrow(RangeError));
});

describe('lossContext', () => {
  it('gives the same numbers for the same seed, step and turn, and others for any other', () => {
    const draw = (seed: number, step: number, turn: string): string =>
      tf.tidy(() => lossContext(seed, step, turn).normal([3]).dataSync().join());
    const first = draw(1, 2, 'critic 0');
    expect(draw(1, 2, 'critic 0')).toBe(first);
    const others = [draw(2, 2, 'critic 0'), draw(1, 3, 'critic 0'), draw(1, 2, 'critic 1'), draw(1, 2, 'generator 0')];
    expect(new Set([first, ...others]).size).toBe(5);
  });

  it('draws normal and uniform numbers of the shape and spread asked for', () => {
    tf.tidy(() => {
      const { normal, uniform } = lossContext(1, 0, 'one');
      const { mean, variance } = tf.moments(normal([40, 50], 3));
      expect(Math.abs(mean.dataSync()[0])).toBeLessThan(0.3);
      expect(Math.sqrt(variance.dataSync()[0])).toBeCloseTo(3, 0);
      const values = uniform([500], -2, 5).dataSync();
      expect(Math.min(...values)).toBeGreaterThanOrEqual(-2);
      expect(Math.max(...values)).toBeLessThan(5);
      expect(Math.max(...values) - Math.min(...values)).toBeGreaterThan(6.5);
    });
  });
});
