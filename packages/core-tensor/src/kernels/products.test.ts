import { createRequire } from 'node:module';
import * as tf from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { registerTrainingKernels } from './register-training-kernels.js';

const hasOnnx = (() => {
  try {
    createRequire(import.meta.url).resolve('onnxruntime-node');
    return true;
  } catch {
    return false;
  }
})();

const values = (count: number, step: number): Float32Array =>
  Float32Array.from({ length: count }, (_, i) => Math.sin(1 + i * step));

/** The product in double precision. */
function expected(a: Float32Array, b: Float32Array, [m, k, n]: number[], transposeA: boolean, transposeB: boolean): number[] {
  return Array.from({ length: m * n }, (_, at) => {
    const [row, column] = [Math.floor(at / n), at % n];
    let sum = 0;
    for (let i = 0; i < k; i++)
      sum += a[transposeA ? i * m + row : row * k + i] * b[transposeB ? column * k + i : i * n + column];
    return sum;
  });
}

function expectProduct(sizes: number[], transposeA: boolean, transposeB: boolean): void {
  const [m, k, n] = sizes;
  const [a, b] = [values(m * k, 0.37), values(k * n, 0.73)];
  const got = tf.tidy(() =>
    tf
      .matMul(tf.tensor(a, transposeA ? [k, m] : [m, k]), tf.tensor(b, transposeB ? [n, k] : [k, n]), transposeA, transposeB)
      .dataSync(),
  );
  const reference = expected(a, b, sizes, transposeA, transposeB);
  for (const [i, value] of reference.entries())
    if (Math.abs(value - got[i]) > 1e-5 * k + 1e-6) throw new Error(`element ${i} is ${got[i]}, not ${value}`);
}

const lengths = fc.oneof(fc.constant(1), fc.integer({ min: 1, max: 40 }), fc.integer({ min: 90, max: 110 }));

for (const gemm of ['wasm', 'onnx'] as const) {
  describe.skipIf(gemm === 'onnx' && !hasOnnx)(`products by ${gemm} (onnx: needs onnxruntime-node)`, () => {
    let before: number;

    beforeAll(async () => {
      await registerTrainingKernels(tf, { gemm });
      before = tf.memory().numTensors;
    });

    afterAll(() => expect(tf.memory().numTensors).toBe(before));

    it('are those of the definition, for all sizes and transpositions', () => {
      fc.assert(
        fc.property(fc.tuple(lengths, lengths, lengths), fc.boolean(), fc.boolean(), (sizes, transposeA, transposeB) =>
          expectProduct(sizes, transposeA, transposeB),
        ),
        { numRuns: 120, seed: 5 },
      );
    });

    it('sum over more than a block', () => {
      for (const transposed of [false, true]) {
        expectProduct([5, 1000, 9], transposed, transposed);
        expectProduct([100, 700, 11], transposed, !transposed);
        expectProduct([1, 700, 11], transposed, !transposed);
      }
    });

    it('broadcast batches', () => {
      const reference = (left: number[], right: number[], transposeA = false, transposeB = false): void => {
        const [a, b] = [left, right].map((shape, i) => tf.tensor(values(tf.util.sizeFromShape(shape), 0.3 + i), shape));
        const batch = tf.broadcast_util.assertAndGetBroadcastShape(left.slice(0, -2), right.slice(0, -2));
        const spread = (x: tf.Tensor) => tf.broadcastTo(x, [...batch, ...x.shape.slice(-2)]);
        const pairs = [spread(a), spread(b)].map((x) => tf.unstack(tf.reshape(x, [-1, ...x.shape.slice(-2)])));
        const wanted = tf.stack(pairs[0].map((x, i) => tf.matMul(x, pairs[1][i], transposeA, transposeB)));
        const got = tf.matMul(a, b, transposeA, transposeB);
        expect(got.shape.slice(0, -2)).toEqual(batch);
        expect(tf.max(tf.abs(tf.sub(tf.reshape(got, wanted.shape), wanted))).dataSync()[0]).toBeLessThan(1e-5);
      };
      tf.tidy(() => {
        reference([3, 4, 5], [5, 6]);
        reference([4, 5], [3, 5, 6]);
        reference([2, 1, 4, 5], [3, 5, 6]);
        reference([2, 3, 4, 5], [2, 1, 5, 6]);
        reference([2, 3, 5, 4], [2, 3, 5, 6], true);
        // Enough work for the native runtime.
        reference([2, 4, 60, 30], [2, 4, 30, 20]);
        reference([2, 4, 60, 30], [2, 4, 20, 30], false, true);
        reference([8, 30, 60], [8, 30, 20], true);
        reference([8, 30, 60], [8, 20, 30], true, true);
      });
    });

    it('take bias and activation', () => {
      const got = tf.tidy(() =>
        tf.fused
          .matMul({
            a: tf.tensor2d([[1, 2]]),
            b: tf.tensor2d([
              [3, -4],
              [5, 1],
            ]),
            bias: tf.tensor1d([1, -3]),
            activation: 'relu',
          })
          .arraySync(),
      );
      expect(got).toEqual([[14, 0]]);
    });
  });
}
