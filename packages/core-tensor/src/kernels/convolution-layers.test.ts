import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import * as layers from '@tensorflow/tfjs-layers';
import { beforeAll, describe, expect, it } from 'vitest';
import { registerTrainingKernels } from './register-training-kernels.js';

/** Runs work and counts how often kernels were called. */
function countKernels(names: string[], work: () => void): number {
  let calls = 0;
  const restore = names.map((kernelName) => {
    const config = tf.getKernel(kernelName, 'wasm');
    const { kernelFunc } = config;
    config.kernelFunc = (call) => {
      calls++;
      return kernelFunc(call);
    };
    return () => (config.kernelFunc = kernelFunc);
  });
  try {
    work();
  } finally {
    for (const back of restore) back();
  }
  return calls;
}

describe('a stock convolution layer', () => {
  beforeAll(async () => {
    tf.env().set('PROD', true);
    await registerTrainingKernels(tf, { gemm: 'wasm' });
  });

  it('learns as on the cpu backend, whatever its activation', async () => {
    for (const activation of [undefined, 'relu', 'sigmoid'] as const) {
      const results: number[][] = [];
      for (const backend of ['cpu', 'wasm']) {
        await tf.setBackend(backend);
        const before = tf.memory().numTensors;
        const layer = layers.layers.conv2d({
          filters: 3,
          kernelSize: 3,
          dilationRate: 1,
          strides: 2,
          padding: 'same',
          activation,
          kernelInitializer: layers.initializers.constant({ value: 0.1 }),
          biasInitializer: layers.initializers.constant({ value: -0.2 }),
        });
        const gradients = tf.tidy(() => {
          const x = tf.reshape(tf.sin(tf.range(0, 72)), [1, 6, 6, 2]);
          layer.apply(x);
          const weights = layer.trainableWeights.map((one) => one.read() as tf.Variable);
          const { grads } = tf.variableGrads(() => tf.sum(tf.square(layer.apply(x) as tf.Tensor)), weights);
          return weights.flatMap(({ name }) => [...grads[name].dataSync()]);
        });
        results.push(gradients);
        layer.dispose();
        expect(tf.memory().numTensors).toBe(before);
      }
      for (const [i, value] of results[0].entries()) expect(results[1][i]).toBeCloseTo(value, 3);
    }
  });

  it('computes no gradient that nothing learns from', async () => {
    await tf.setBackend('wasm');
    const before = tf.memory().numTensors;
    const critic = layers.layers.conv2d({ filters: 4, kernelSize: 3 });
    tf.tidy(() => {
      const x = tf.variable(tf.ones([1, 6, 6, 2]));
      critic.apply(x);
      const ofFilter = countKernels(['Conv2DBackpropFilter'], () => {
        tf.variableGrads(() => tf.sum(critic.apply(x) as tf.Tensor), [x]);
      });
      const ofPicture = countKernels(['Conv2DBackpropInput'], () => {
        const weights = critic.trainableWeights.map((one) => one.read() as tf.Variable);
        tf.variableGrads(() => tf.sum(critic.apply(x) as tf.Tensor), weights);
      });
      expect({ ofFilter, ofPicture }).toEqual({ ofFilter: 0, ofPicture: 0 });
      x.dispose();
    });
    critic.dispose();
    expect(tf.memory().numTensors).toBe(before);
  });
});
