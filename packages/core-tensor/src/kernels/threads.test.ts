import * as tf from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { gemmBinary } from './binaries/gemm.js';
import { registerTrainingKernels } from './register-training-kernels.js';
import { startThreads } from './threads.js';
import { compileModule } from './wasm-modules.js';

const wave = (shape: number[], step: number): tf.Tensor =>
  tf.tensor(
    Float32Array.from({ length: shape.reduce((product, size) => product * size, 1) }, (_, i) => Math.sin(1 + i * step)),
    shape,
  );

/** Products and convolutions of every kind of job, large enough to be shared. */
const results = (): Float32Array[] =>
  tf.tidy(() => {
    const x = wave([3, 15, 14, 12], 0.37) as tf.Tensor4D;
    const filters = [wave([5, 5, 12, 40], 0.73), wave([3, 3, 12, 72], 0.71)] as tf.Tensor4D[];
    const steps = filters.flatMap((filter, i) =>
      tf.grads((a, w) => tf.sum(tf.square(tf.conv2d(a as tf.Tensor4D, w as tf.Tensor4D, 2 - i, 'same'))))([x, filter]),
    );
    const products = [
      [300, 90, 70],
      [16, 700, 90],
      [2000, 400, 1],
      [1, 400, 2000],
    ].map(([m, k, n]) => tf.matMul(wave([m, k], 0.21), wave([k, n], 0.17)));
    return [...steps, ...products].map((tensor) => tensor.dataSync() as Float32Array);
  });

describe('threads', () => {
  let before: number;

  beforeAll(async () => {
    const kernels = await registerTrainingKernels(tf, { gemm: 'wasm', threads: 3 });
    expect(kernels).toMatchObject({ gemm: 'wasm', threads: 3 });
    before = tf.memory().numTensors;
  });

  afterAll(() => expect(tf.memory().numTensors).toBe(before));

  it('compute what one thread computes, bit for bit, every time', async () => {
    const shared = [results(), results()];
    expect(await registerTrainingKernels(tf, { gemm: 'wasm', threads: 1 })).toMatchObject({ threads: 1 });
    const alone = results();
    expect(shared[0]).toEqual(alone);
    expect(shared[1]).toEqual(alone);
  });

  it('leave the heap to ONNX Runtime only where they don’t share it', async () => {
    await expect(registerTrainingKernels(tf, { gemm: 'onnx' })).rejects.toThrow(/share|onnxruntime-node/);
    const { gemm, rejected } = await registerTrainingKernels(tf);
    expect(gemm).toBe('wasm');
    expect(rejected.map(({ name }) => name)).toContain('onnxruntime-node');
  });

  it('say so where they don’t start', async () => {
    const own = new WebAssembly.Memory({ initial: 1 });
    // The module for shared memory can't be instantiated on memory that is not.
    await expect(startThreads(2, compileModule(gemmBinary, true), own, () => undefined)).rejects.toThrow();
  });
});
