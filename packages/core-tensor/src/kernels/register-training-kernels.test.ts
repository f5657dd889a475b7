import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { createKernelContext } from './kernel-context.js';
import { packageLoader } from './package-loader.js';
import { registerTrainingKernels } from './register-training-kernels.js';

const withoutOnnx = {
  ...packageLoader,
  require: (name: string): unknown => {
    throw new Error(`Cannot find module '${name}'`);
  },
};

describe('registerTrainingKernels', () => {
  beforeAll(() => {
    tf.env().set('PROD', true);
  });

  it('refuses wrong options at the door', async () => {
    await expect(registerTrainingKernels(tf, { threads: 0 })).rejects.toThrow(RangeError);
    await expect(registerTrainingKernels(tf, { threads: 1.5 })).rejects.toThrow(/whole number of at least 1, got 1.5/);
    await expect(registerTrainingKernels(tf, { gemm: 'blas' as 'wasm' })).rejects.toThrow(/'auto', 'onnx' or 'wasm', got 'blas'/);
  });

  it('demands what it is told to, and says what is missing otherwise', async () => {
    await expect(registerTrainingKernels(tf, { gemm: 'onnx', loader: withoutOnnx })).rejects.toThrow(/Cannot find module/);
    const { gemm, rejected } = await registerTrainingKernels(tf, { loader: withoutOnnx });
    expect(gemm).toBe('wasm');
    expect(rejected).toContainEqual({ name: 'onnxruntime-node', reason: "Cannot find module 'onnxruntime-node'" });
  });

  it('puts kernels in place once, however often it is called', async () => {
    const first = await registerTrainingKernels(tf, { gemm: 'wasm' });
    const kernel = tf.getKernel('Conv2D', 'wasm');
    const second = await registerTrainingKernels(tf, { gemm: 'wasm' });
    expect(second).toEqual(first);
    expect(tf.getKernel('Conv2D', 'wasm')).toBe(kernel);
    expect(first.kernels).toContain('Conv2DBackpropFilter');
    expect(first.description).toBe('wasm, products by WebAssembly, 1 thread');
  });

  it('says so where threads come too late: the heap is there and not shared', async () => {
    const { threads, rejected } = await registerTrainingKernels(tf, { gemm: 'wasm', threads: 2 });
    expect(threads).toBe(1);
    expect(rejected.map(({ name }) => name)).toContain('threads');
  });
});

describe('a kernel context', () => {
  it('leaves a call to the kernel that was there where the new one declines, and says what came where there is none', async () => {
    await registerTrainingKernels(tf, { gemm: 'wasm' });
    const context = createKernelContext(tf, () => undefined);
    const stock = tf.getKernel('Sqrt', 'wasm');
    let asked = 0;
    context.define('Sqrt', () => {
      asked++;
      return undefined;
    });
    expect(tf.tidy(() => tf.sqrt(4).dataSync()[0])).toBe(2);
    expect(asked).toBe(1);
    tf.unregisterKernel('Sqrt', 'wasm');
    tf.registerKernel(stock);
    context.define('NoSuchKernel', () => undefined);
    const x = tf.ones([2, 3]);
    expect(() => tf.engine().runKernel('NoSuchKernel', { x })).toThrow(
      /NoSuchKernel on the wasm backend can't take x float32 \[2,3\]/,
    );
    x.dispose();
    tf.unregisterKernel('NoSuchKernel', 'wasm');
  });

  it('gives its gradients to this backend and keeps those of others, each with what it saves', async () => {
    await registerTrainingKernels(tf, { gemm: 'wasm' });
    const context = createKernelContext(tf, () => undefined);
    const stock = tf.getGradient('Exp');
    // The stock one saves the result, this one the input; it is twice as steep, so that it is told apart.
    context.defineGradient({
      kernelName: 'Exp',
      inputsToSave: ['x'],
      gradFunc: (dy, [x]) => ({ x: () => tf.mul(tf.mul(dy as tf.Tensor, tf.exp(x)), 2) }),
    });
    const slopes: number[] = [];
    for (const backend of ['wasm', 'cpu']) {
      await tf.setBackend(backend);
      slopes.push(
        tf.tidy(
          () =>
            tf
              .grad((x) => tf.sum(tf.exp(x)))(tf.tensor1d([0]))
              .dataSync()[0],
        ),
      );
    }
    tf.unregisterGradient('Exp');
    tf.registerGradient(stock);
    expect(slopes).toEqual([2, 1]);
  });
});
