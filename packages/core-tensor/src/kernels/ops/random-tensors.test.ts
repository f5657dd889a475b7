/** @file Random tensors come from the seed alone. */
import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRandom, restoreRandom } from '../../random/index.js';
import { registerTrainingKernels } from '../register-training-kernels.js';
import { randomNormalTensor, randomUniformTensor } from './random-tensors.js';

let tensorsBefore = 0;

beforeAll(async () => {
  tf.env().set('PROD', true);
  await registerTrainingKernels(tf, { gemm: 'wasm' });
  tensorsBefore = tf.memory().numTensors;
});

afterAll(() => {
  expect(tf.memory().numTensors).toBe(tensorsBefore);
});

const valuesOf = (work: () => tf.Tensor): number[] => tf.tidy(() => Array.from(work().dataSync()));

describe('random tensors', () => {
  it('are the same on every backend, bit for bit', async () => {
    const drawn: number[][] = [];
    for (const backend of ['cpu', 'wasm']) {
      await tf.setBackend(backend);
      const random = createRandom(11);
      drawn.push(valuesOf(() => tf.concat([randomUniformTensor([7], random), randomNormalTensor([7], random)])));
    }
    expect(drawn[0]).toEqual(drawn[1]);
  });

  it('go on where the stream was saved', () => {
    const random = createRandom('take');
    valuesOf(() => randomNormalTensor([5], random));
    const state = random.save();
    const next = valuesOf(() => randomUniformTensor([4], random));
    expect(valuesOf(() => randomUniformTensor([4], restoreRandom(state)))).toEqual(next);
  });

  it('have the moments that were asked for', () => {
    const normal = valuesOf(() => randomNormalTensor([20_000], createRandom(1), { mean: 2, deviation: 3 }));
    const mean = normal.reduce((a, b) => a + b) / normal.length;
    const deviation = Math.sqrt(normal.reduce((a, b) => a + (b - mean) ** 2, 0) / normal.length);
    expect(mean).toBeCloseTo(2, 1);
    expect(deviation).toBeCloseTo(3, 1);
    const uniform = valuesOf(() => randomUniformTensor([20_000], createRandom(1), { low: -3, high: 5 }));
    expect(Math.min(...uniform)).toBeGreaterThanOrEqual(-3);
    expect(Math.max(...uniform)).toBeLessThan(5);
    expect(uniform.reduce((a, b) => a + b) / uniform.length).toBeCloseTo(1, 1);
  });

  it('stay within the deviations that were asked for', () => {
    const values = valuesOf(() => randomNormalTensor([2000], createRandom(4), { mean: 1, deviation: 2, truncate: 1.5 }));
    expect(Math.max(...values.map((value) => Math.abs(value - 1)))).toBeLessThanOrEqual(3.000_001);
  });

  it('refuse what makes no sense', () => {
    const random = createRandom(1);
    expect(() => randomUniformTensor([2], random, { low: 2, high: 1 })).toThrow(RangeError);
    expect(() => randomNormalTensor([2], random, { deviation: -1 })).toThrow(RangeError);
    expect(() => randomNormalTensor([2], random, { truncate: 0 })).toThrow(RangeError);
    expect(() => randomNormalTensor([2.5], random)).toThrow(/whole sizes/);
  });
});

describe('random kernels', () => {
  it('draw outcomes by their weights, the same ones for a seed', () => {
    const logits = tf.tensor2d([[0.7, 0.2, 0.1].map(Math.log)]);
    const drawn = valuesOf(() => tf.multinomial(logits, 5000, 3));
    expect(valuesOf(() => tf.multinomial(logits, 5000, 3))).toEqual(drawn);
    logits.dispose();
    for (const [outcome, share] of [0.7, 0.2, 0.1].entries())
      expect(drawn.filter((one) => one === outcome).length / 5000).toBeCloseTo(share, 1);
  });

  it('fill the heap with what the functions give', () => {
    const kernel = (name: string): number[] => valuesOf(() => tf.engine().runKernel(name, {}, { shape: [6], seed: 9 }));
    expect(kernel('RandomUniform')).toEqual(valuesOf(() => randomUniformTensor([6], createRandom(9))));
    expect(kernel('RandomStandardNormal')).toEqual(valuesOf(() => randomNormalTensor([6], createRandom(9))));
  });
});
