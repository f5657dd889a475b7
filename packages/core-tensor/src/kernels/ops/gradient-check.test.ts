/** @file Every derivative is right; and the check finds those that are not. */
import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import { beforeAll, describe, expect, it } from 'vitest';
import { registerTrainingKernels } from '../register-training-kernels.js';
import { operationCases } from './gradient-cases/index.js';
import { checkGradients, type GradientCheckRow } from './gradient-check.js';

const WORST = 1e-4;

const isWrong = ({ forward, gradient, secondOrder, backend }: GradientCheckRow): boolean =>
  [forward, gradient, secondOrder].some((error, i) =>
    typeof error === 'number' ? !(error <= WORST) : i === 0 && !(backend === 'cpu' && error === 'reference'),
  );

describe('derivatives', () => {
  beforeAll(async () => {
    tf.env().set('PROD', true);
    await registerTrainingKernels(tf, { gemm: 'wasm' });
  });

  it('are within 1e-4 of numeric ones and of the cpu backend, to second order, for every operation', async () => {
    const before = tf.memory().numTensors;
    const rows = await checkGradients({ tf, seed: 'every operation' });
    expect(rows).toHaveLength(2 * operationCases.length);
    expect(rows.filter(isWrong)).toEqual([]);
    // What is left out is left out for a reason that is written down, not for an error.
    const left = rows.filter(({ operation, backend, gradient, secondOrder }) => {
      const exceptions = operationCases.find((one) => one.operation === operation)?.except?.[backend];
      return (
        (typeof gradient === 'string' && gradient !== exceptions?.gradient) ||
        (typeof secondOrder === 'string' && ![exceptions?.secondOrder, exceptions?.gradient].includes(secondOrder))
      );
    });
    expect(left).toEqual([]);
    expect(tf.memory().numTensors).toBe(before);
    expect(tf.getBackend()).toBe('wasm');
  }, 60_000);

  it('exist on the wasm backend for every operation', async () => {
    expect(operationCases.filter((one) => one.except?.wasm?.forward ?? one.except?.wasm?.gradient)).toEqual([]);
  });

  it('that are wrong are found', async () => {
    const right = tf.getGradient('Sin');
    tf.unregisterGradient('Sin');
    tf.registerGradient({
      kernelName: 'Sin',
      inputsToSave: ['x'],
      gradFunc: (dy, [x]) => ({ x: () => tf.mul(dy as tf.Tensor, tf.mul(tf.cos(x), 1.001)) }),
    });
    try {
      const [row] = await checkGradients({ tf, operations: ['sin'], backends: ['cpu'] });
      expect(row.gradient).toBeGreaterThan(1e-4);
    } finally {
      tf.unregisterGradient('Sin');
      tf.registerGradient(right);
    }
  });

  it('are checked for known operations only', async () => {
    await expect(checkGradients({ tf, operations: ['sine'] })).rejects.toThrow('there is no operation sine');
  });
});
