import { createRequire } from 'node:module';
import type * as Tf from '@tensorflow/tfjs-core';
import * as tfCore from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { packageLoader, type Loader } from '../kernels/package-loader.js';
import { createRuntime, startRuntime } from './index.js';
import { registerTrainingKernels } from '../kernels/register-training-kernels.js';

const hasOnnx = (() => {
  try {
    createRequire(import.meta.url).resolve('onnxruntime-node');
    return true;
  } catch {
    return false;
  }
})();

/** Finds everything except the packages named. */
const without = (...names: string[]): Loader => {
  const check = (name: string): void => {
    if (names.some((one) => name.startsWith(one))) throw new Error(`Cannot find package '${name}'`);
  };
  return {
    import: async (name) => {
      check(name);
      return packageLoader.import(name);
    },
    require: (name) => {
      check(name);
      return packageLoader.require(name);
    },
  };
};

/** A stand-in for tfjs-node-gpu: registers a backend of its name, on the CPU kernels of TensorFlow.js. */
const withFakeGpu = (isUsingGpuDevice: boolean): Loader => ({
  ...packageLoader,
  async import(name) {
    if (name !== '@tensorflow/tfjs-node-gpu') return packageLoader.import(name);
    const tf = (await packageLoader.import('@tensorflow/tfjs-core')) as typeof Tf;
    const { MathBackendCPU } = (await packageLoader.import('@tensorflow/tfjs-backend-cpu')) as {
      MathBackendCPU: new () => Tf.KernelBackend;
    };
    if (tf.findBackendFactory('tensorflow')) tf.removeBackend('tensorflow');
    tf.registerBackend('tensorflow', () => Object.assign(new MathBackendCPU(), { isUsingGpuDevice }));
    tf.copyRegisteredKernels('cpu', 'tensorflow');
    return tf;
  },
});

const product = (tf: typeof Tf, rows: number, inner: number, columns: number, transposeA = false, transposeB = false): number[] =>
  tf.tidy(() => {
    const fill = (count: number, step: number) => Float32Array.from({ length: count }, (_, i) => Math.sin(i * step));
    const a = tf.tensor3d(fill(2 * rows * inner, 0.37), transposeA ? [2, inner, rows] : [2, rows, inner]);
    const b = tf.tensor3d(fill(2 * inner * columns, 0.71), transposeB ? [2, columns, inner] : [2, inner, columns]);
    return Array.from(tf.matMul(a, b, transposeA, transposeB).dataSync());
  });

describe('a runtime', () => {
  it('is the one that was created last for whoever does not care', async () => {
    const runtime = await createRuntime({ backend: 'cpu' });
    expect(await startRuntime()).toBe(runtime);
  });

  it('takes tfjs-node and WebGPU only where they are asked for, and names what to install', async () => {
    const loader = without('@tensorflow/tfjs-node', '@tensorflow/tfjs-backend-webgpu', 'webgpu');
    const runtime = await createRuntime({ loader });
    expect(runtime.rejected.map(({ backend }) => backend)).not.toContain('tfjs-node');
    expect(runtime.rejected.map(({ backend }) => backend)).not.toContain('webgpu');
    await expect(createRuntime({ backend: 'tfjs-node', loader })).rejects.toMatchObject({
      remedy: 'Run: npm install @tensorflow/tfjs-node',
    });
    await expect(createRuntime({ backend: 'webgpu', loader })).rejects.toMatchObject({
      remedy: 'Run: npm install @tensorflow/tfjs-backend-webgpu webgpu',
    });
  });

  it('falls back to wasm and says what was missing', async () => {
    const runtime = await createRuntime({ loader: without('@tensorflow/tfjs-node-gpu', 'onnxruntime-node') });
    expect(runtime.backend).toBe('wasm');
    expect(runtime.rejected).toEqual([
      { backend: 'tfjs-node-gpu', reason: '@tensorflow/tfjs-node-gpu is not installed' },
      { backend: 'wasm+onnx', reason: 'onnxruntime-node is not installed' },
    ]);
    expect(runtime.description).toContain('not tfjs-node-gpu');
  });

  it('ends at plain JavaScript where even wasm is missing', async () => {
    const runtime = await createRuntime({
      loader: without('@tensorflow/tfjs-node-gpu', 'onnxruntime-node', '@tensorflow/tfjs-backend-wasm'),
    });
    expect(runtime.backend).toBe('cpu');
  });

  it('refuses a demanded backend that is missing, with the line that installs it', async () => {
    await expect(createRuntime({ backend: 'tfjs-node-gpu', loader: without('@tensorflow/tfjs-node-gpu') })).rejects.toMatchObject(
      {
        code: 'BACKEND_UNAVAILABLE',
        remedy: 'Run: npm install @tensorflow/tfjs-node-gpu',
      },
    );
    await expect(createRuntime({ backend: 'quantum' as 'cpu' })).rejects.toMatchObject({ code: 'UNKNOWN_BACKEND' });
    await expect(createRuntime({ threads: 0 })).rejects.toThrow(RangeError);
  });

  it('takes a GPU where tfjs-node-gpu has one, and not where it computes on the CPU', async () => {
    expect(await createRuntime({ loader: withFakeGpu(true) })).toMatchObject({ backend: 'tfjs-node-gpu', rejected: [] });
    const other = await createRuntime({ loader: withFakeGpu(false) });
    expect(other.backend).not.toBe('tfjs-node-gpu');
    expect(other.rejected[0]).toEqual({ backend: 'tfjs-node-gpu', reason: 'it found no CUDA device' });
  });

  it.skipIf(!hasOnnx)(
    'multiplies through ONNX Runtime as the reference does (skipped where onnxruntime-node is absent)',
    async () => {
      const onnx = await createRuntime({ backend: 'wasm+onnx' });
      const cases: [number, number, number, boolean, boolean][] = [
        [64, 48, 40, false, false],
        [64, 48, 40, true, false],
        [64, 48, 40, false, true],
        [64, 48, 40, true, true],
        [3, 5, 2, false, false],
      ];
      const got = cases.map((one) => product(onnx.tf, ...one));
      const cpu = await createRuntime({ backend: 'cpu' });
      for (const [i, one] of cases.entries()) {
        const expected = product(cpu.tf, ...one);
        const worst = Math.max(...expected.map((value, j) => Math.abs(value - got[i][j])));
        expect(worst, String(one)).toBeLessThan(1e-4);
      }
    },
  );

  it('does not trust a native product that multiplies wrongly', async () => {
    const fake = (name: string): unknown =>
      name === 'onnxruntime-node'
        ? { Tensor: function Tensor() {} }
        : {
            initOrt: () => undefined,
            binding: {
              InferenceSession: class {
                loadModel() {}
                run() {}
              },
            },
          };
    const { gemm, rejected } = await registerTrainingKernels(tfCore, { loader: { ...packageLoader, require: fake } });
    expect(gemm).toBe('wasm');
    expect(rejected).toContainEqual({
      name: 'onnxruntime-node',
      reason: expect.stringMatching(/known matrices came out as 0, 0, 0, 0/) as string,
    });
  });

  it('disposes what a scope makes and keeps what it returns', async () => {
    const { tf, scope, liveTensors } = await createRuntime({ backend: 'cpu' });
    const before = liveTensors();
    const kept = scope(() => {
      const a = tf.tensor1d([1, 2, 3]);
      return tf.sum(tf.mul(a, a));
    });
    expect(kept.arraySync()).toBe(14);
    expect(liveTensors()).toBe(before + 1);
    kept.dispose();
    expect(liveTensors()).toBe(before);
  });

  it('has gradients', async () => {
    const { tf, scope } = await createRuntime({ backend: 'wasm', loader: without('@tensorflow/tfjs-node-gpu') });
    const slope = scope(() =>
      Array.from(
        tf
          .grad((x: Tf.Tensor) => tf.sum(tf.square(x)))(tf.tensor1d([1, 2]))
          .dataSync(),
      ),
    );
    expect(slope).toEqual([2, 4]);
  });

  it('has right second derivatives on every backend', async () => {
    const { tf, scope } = await createRuntime({ backend: 'cpu' });
    const first = (x: Tf.Tensor): Tf.Tensor => tf.grad((value: Tf.Tensor) => tf.sum(tf.mul(value, tf.tanh(value))))(x);
    const second = scope(
      () =>
        tf
          .grad((x: Tf.Tensor) => tf.sum(first(x)))(tf.scalar(0.5))
          .dataSync()[0],
    );
    // (x tanh x)″ = 2 sech² x − 2 x tanh x sech² x.
    const sech2 = 1 / Math.cosh(0.5) ** 2;
    expect(second).toBeCloseTo(2 * sech2 - 2 * 0.5 * Math.tanh(0.5) * sech2, 5);
  });
});
