import '@tensorflow/tfjs-backend-cpu';
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

interface Case {
  x: [number, number, number, number];
  /** [height, width, outputs]. */
  filter: [number, number, number];
  strides: [number, number];
  dilations: [number, number];
  pad: 'same' | 'valid' | number | tf.backend_util.ExplicitPadding;
}

const wave = (shape: number[], step: number): tf.Tensor =>
  tf.tensor(
    Float32Array.from({ length: shape.reduce((product, size) => product * size, 1) }, (_, i) => Math.sin(1 + i * step)),
    shape,
  );

/** The output, and both gradients of a weighted sum over it. */
async function convolveOn(backend: string, { x, filter, strides, dilations, pad }: Case): Promise<Float32Array[]> {
  await tf.setBackend(backend);
  return tf.tidy(() => {
    const input = wave(x, 0.37) as tf.Tensor4D;
    const weights = wave([filter[0], filter[1], x[3], filter[2]], 0.73) as tf.Tensor4D;
    const convolve = (a: tf.Tensor4D, w: tf.Tensor4D) => tf.conv2d(a, w, strides, pad, 'NHWC', dilations);
    const y = convolve(input, weights);
    const [dx, dw] =
      backend === 'cpu' && dilations.some((one) => one > 1)
        ? gradientsWithTapsSpread(input, weights, dilations, pad)
        : tf.grads((a, w) => tf.sum(tf.mul(convolve(a as tf.Tensor4D, w as tf.Tensor4D), wave(y.shape, 0.11))))([input, weights]);
    return [y, dx, dw].map((tensor) => tensor.dataSync() as Float32Array);
  });
}

/** The cpu backend has no gradient of a dilated convolution: spread the taps, convolve densely, and take every other tap back. */
function gradientsWithTapsSpread(
  input: tf.Tensor4D,
  weights: tf.Tensor4D,
  [dy, dx]: [number, number],
  pad: Case['pad'],
): tf.Tensor[] {
  const [height, width, inner, outer] = weights.shape;
  const spreadTo: [number, number, number, number] = [(height - 1) * dy + 1, (width - 1) * dx + 1, inner, outer];
  const spread = (w: tf.Tensor): tf.Tensor4D => {
    const rows = tf.reshape(
      tf.pad(tf.reshape(w, [height, 1, width, 1, inner * outer]), [
        [0, 0],
        [0, dy - 1],
        [0, 0],
        [0, dx - 1],
        [0, 0],
      ]),
      [height * dy, width * dx, inner, outer],
    );
    return tf.slice(rows, [0, 0, 0, 0], spreadTo) as tf.Tensor4D;
  };
  return tf.grads((a, w) => {
    const y = tf.conv2d(a as tf.Tensor4D, spread(w), 1, pad);
    return tf.sum(tf.mul(y, wave(y.shape, 0.11)));
  })([input, weights]);
}

/** Largest difference, relative to the largest value. */
const distance = (got: Float32Array, expected: Float32Array): number => {
  let largest = 1e-6;
  let apart = got.length === expected.length ? 0 : Infinity;
  for (let i = 0; i < expected.length; i++) {
    largest = Math.max(largest, Math.abs(expected[i]));
    apart = Math.max(apart, Math.abs(got[i] - expected[i]));
  }
  return apart / largest;
};

async function expectAgreement(one: Case): Promise<void> {
  const expected = await convolveOn('cpu', one);
  const got = await convolveOn('wasm', one);
  for (const [i, name] of ['output', 'gradient of the input', 'gradient of the filter'].entries())
    expect(distance(got[i], expected[i]), `${name} of ${JSON.stringify(one)}`).toBeLessThan(1e-4);
}

const named: [string, Case][] = [
  ['1 × 1', { x: [2, 5, 4, 7], filter: [1, 1, 5], strides: [1, 1], dilations: [1, 1], pad: 'same' }],
  ['1 × 1 with strides', { x: [2, 5, 4, 7], filter: [1, 1, 5], strides: [2, 2], dilations: [1, 1], pad: 'same' }],
  ['5 × 5 on few pixels', { x: [3, 7, 7, 8], filter: [5, 5, 6], strides: [1, 1], dilations: [1, 1], pad: 'same' }],
  ['5 × 5 with strides', { x: [1, 14, 14, 8], filter: [5, 5, 12], strides: [2, 2], dilations: [1, 1], pad: 'same' }],
  ['one channel to many', { x: [2, 9, 9, 1], filter: [5, 5, 16], strides: [2, 2], dilations: [1, 1], pad: 'same' }],
  [
    'a filter smaller than its strides',
    { x: [1, 9, 10, 6], filter: [2, 2, 3], strides: [3, 3], dilations: [1, 1], pad: 'valid' },
  ],
  ['dilation', { x: [2, 11, 10, 6], filter: [3, 3, 4], strides: [1, 1], dilations: [2, 3], pad: 'same' }],
  ['dilation without padding', { x: [1, 12, 11, 3], filter: [3, 2, 5], strides: [1, 1], dilations: [3, 2], pad: 'valid' }],
  ['more padding than filter', { x: [1, 4, 4, 3], filter: [3, 3, 4], strides: [1, 1], dilations: [1, 1], pad: 4 }],
  [
    'uneven padding',
    {
      x: [1, 6, 7, 5],
      filter: [4, 3, 8],
      strides: [2, 1],
      dilations: [1, 1],
      pad: [
        [0, 0],
        [2, 1],
        [0, 3],
        [0, 0],
      ],
    },
  ],
  ['several chunks', { x: [3, 24, 24, 8], filter: [5, 5, 8], strides: [1, 1], dilations: [1, 1], pad: 'same' }],
];

const geometries: fc.Arbitrary<Case> = fc
  .record({
    batch: fc.integer({ min: 1, max: 3 }),
    height: fc.integer({ min: 5, max: 11 }),
    width: fc.integer({ min: 5, max: 11 }),
    channels: fc.integer({ min: 1, max: 9 }),
    filter: fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 9 })),
    strides: fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 })),
    pad: fc.constantFrom<('same' | 'valid' | number)[]>('same', 'valid', 1, 2),
  })
  .map(({ batch, height, width, channels, filter, strides, pad }) => ({
    x: [batch, height, width, channels],
    filter,
    strides,
    dilations: [1, 1],
    pad,
  }));

for (const gemm of ['wasm', 'onnx'] as const) {
  describe.skipIf(gemm === 'onnx' && !hasOnnx)(`convolution with products by ${gemm} (onnx: needs onnxruntime-node)`, () => {
    let before: number;

    beforeAll(async () => {
      tf.env().set('PROD', true);
      await registerTrainingKernels(tf, { gemm });
      before = tf.memory().numTensors;
    });

    afterAll(() => expect(tf.memory().numTensors).toBe(before));

    it.each(named)('agrees with the reference: %s', async (_name, one) => expectAgreement(one));

    it('agrees with the reference on any geometry', async () => {
      await fc.assert(fc.asyncProperty(geometries, expectAgreement), { numRuns: 40, seed: 11 });
    });

    it('adds bias and activation as the reference does', async () => {
      for (const activation of ['linear', 'relu', 'relu6', 'leakyrelu', 'elu'] as const) {
        const results: Float32Array[] = [];
        for (const backend of ['cpu', 'wasm']) {
          await tf.setBackend(backend);
          const y = tf.tidy(() =>
            tf.fused.conv2d({
              x: wave([2, 6, 6, 3], 0.37) as tf.Tensor4D,
              filter: tf.mul<tf.Tensor4D>(wave([3, 3, 3, 7], 0.73), 3),
              strides: 1,
              pad: 'same',
              bias: wave([7], 0.3),
              activation,
              leakyreluAlpha: 0.3,
            }),
          );
          results.push(y.dataSync() as Float32Array);
          y.dispose();
        }
        expect(distance(results[1], results[0]), activation).toBeLessThan(1e-4);
      }
    });

    it('has gradients of gradients: of the length of the input gradient, by the filter', async () => {
      const results: Float32Array[] = [];
      for (const backend of ['cpu', 'wasm']) {
        await tf.setBackend(backend);
        const slope = tf.tidy(() => {
          const x = wave([1, 6, 6, 2], 0.37) as tf.Tensor4D;
          const penalty = (w: tf.Tensor): tf.Scalar => {
            const toOutput = (a: tf.Tensor) => tf.sum(tf.square(tf.conv2d(a as tf.Tensor4D, w as tf.Tensor4D, 2, 'same')));
            return tf.sum(tf.square(tf.grad(toOutput)(x)));
          };
          return tf.grad(penalty)(wave([3, 3, 2, 4], 0.73));
        });
        results.push(slope.dataSync() as Float32Array);
        slope.dispose();
      }
      expect(distance(results[1], results[0])).toBeLessThan(1e-4);
    });
  });
}
