import * as tf from '@tensorflow/tfjs-core';
import * as layers from '@tensorflow/tfjs-layers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { registerTrainingKernels } from '../kernels/index.js';
import { estimateTrainingMemory, requireTrainingMemory } from './index.js';

let live = 0;
beforeAll(async () => {
  await registerTrainingKernels(tf, { gemm: 'wasm' });
  live = tf.memory().numTensors;
});
afterAll(() => expect(tf.memory().numTensors).toBe(live));

const critic = (): layers.LayersModel =>
  layers.sequential({
    layers: [
      layers.layers.conv2d({ filters: 16, kernelSize: 3, strides: 2, padding: 'same', inputShape: [24, 24, 3] }),
      layers.layers.batchNormalization({}),
      layers.layers.leakyReLU({}),
      layers.layers.dropout({ rate: 0.3 }),
      layers.layers.conv2d({ filters: 32, kernelSize: 3, strides: 2, padding: 'same' }),
      layers.layers.leakyReLU({}),
      layers.layers.flatten(),
      layers.layers.dense({ units: 1 }),
    ],
  });

describe('the memory of a training', () => {
  it('is what a dense layer adds up to', () => {
    const model = layers.sequential({ layers: [layers.layers.dense({ units: 10, inputShape: [100] })] });
    const estimate = estimateTrainingMemory([model, model], 5, { averaged: true });
    const trained = 1010 * 4;
    expect(estimate).toMatchObject({ weights: 2 * trained, gradients: trained, optimiser: 2 * trained });
    // Input and output, for both uses, and the largest once more.
    expect(estimate.activations).toBe((2.5 * 2 * 5 * 110 + 5 * 100) * 4);
    model.dispose();
  });

  it('is between one and two times the peak of a real step', async () => {
    const model = critic();
    const batch = 16;
    const optimiser = tf.train.adam();
    const x = tf.tidy(() => tf.mul(tf.ones([batch, 24, 24, 3]), 0.5));
    const variables = model.trainableWeights.map((one) => one.read() as tf.Variable);
    const loss = (): tf.Scalar => tf.mean(tf.square(model.apply(x, { training: true }) as tf.Tensor));
    const step = (): void => void optimiser.minimize(loss, false, variables);
    step();
    const { peakBytes } = await tf.profile(() => {
      step();
      return [];
    });
    const { total, workspace } = estimateTrainingMemory([model], batch);
    expect((total - workspace) / peakBytes).toBeGreaterThan(1);
    expect((total - workspace) / peakBytes).toBeLessThan(2);
    model.dispose();
    optimiser.dispose();
    x.dispose();
  });

  it('that there is not, is an error before the start, which says for what and what would fit', () => {
    const model = critic();
    const needed = estimateTrainingMemory([model], 64);
    expect(() => requireTrainingMemory(needed, { free: needed.total })).not.toThrow();
    expect(() => requireTrainingMemory(needed, { free: needed.total * 0.9 })).toThrow(
      /^the training needs [\d.]+ MiB \(weights .* activations .*\), [\d.]+ MiB are free. Take a batch of at most \d+ % of this one/,
    );
    expect(() => requireTrainingMemory(needed, { free: Infinity, heap: 1000 })).toThrow(
      expect.objectContaining({ code: 'NOT_ENOUGH_MEMORY', remedy: 'Take smaller networks, or free some memory.' }),
    );
    expect(() => estimateTrainingMemory([model], 0)).toThrow('batch must be a whole number of at least 1, got 0');
    model.dispose();
  });
});
