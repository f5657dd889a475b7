import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { registerTrainingKernels } from './register-training-kernels.js';

const wave = (shape: number[], step: number): tf.Tensor =>
  tf.tensor(
    Float32Array.from({ length: shape.reduce((product, size) => product * size, 1) }, (_, i) => Math.sin(1 + i * step)),
    shape,
  );

interface Case {
  x: number[];
  filter: number[];
  strides: number;
  dilations: number;
  pad: 'same' | 'valid' | number;
}

const cases: [string, Case][] = [
  ['one filter a channel', { x: [2, 7, 6, 5], filter: [3, 3, 5, 1], strides: 1, dilations: 1, pad: 'same' }],
  ['strides', { x: [1, 9, 8, 8], filter: [3, 2, 8, 1], strides: 2, dilations: 1, pad: 'valid' }],
  ['several filters a channel', { x: [2, 6, 6, 3], filter: [3, 3, 3, 4], strides: 2, dilations: 1, pad: 'same' }],
];

describe('depthwise convolution', () => {
  let before: number;

  beforeAll(async () => {
    tf.env().set('PROD', true);
    await registerTrainingKernels(tf, { gemm: 'wasm' });
    before = tf.memory().numTensors;
  });

  afterAll(() => expect(tf.memory().numTensors).toBe(before));

  it.each(cases)('has the gradients of the reference: %s', async (_name, { x, filter, strides, dilations, pad }) => {
    const results: number[][] = [];
    for (const backend of ['cpu', 'wasm']) {
      await tf.setBackend(backend);
      const gradients = tf.tidy(() =>
        tf
          .grads((a, w) => {
            const y = tf.depthwiseConv2d(a as tf.Tensor4D, w as tf.Tensor4D, strides, pad, 'NHWC', dilations);
            return tf.sum(tf.mul(y, wave(y.shape, 0.13)));
          })([wave(x, 0.37), wave(filter, 0.71)])
          .flatMap((tensor) => [...tensor.dataSync()]),
      );
      results.push(gradients);
    }
    const [expected, got] = results;
    const largest = Math.max(...expected.map(Math.abs));
    expect(Math.max(...expected.map((value, i) => Math.abs(value - got[i]))) / largest).toBeLessThan(1e-5);
  });

  it('has gradients where it is dilated: the sum is linear, so each is the sum with a unit in that place', async () => {
    const shapes = [
      [1, 6, 5, 2],
      [3, 2, 2, 2],
    ];
    const sum = (a: tf.Tensor, w: tf.Tensor): tf.Scalar => {
      const y = tf.depthwiseConv2d(a as tf.Tensor4D, w as tf.Tensor4D, 1, 'same', 'NHWC', [1, 2]);
      return tf.sum(tf.mul(y, wave(y.shape, 0.13)));
    };
    await tf.setBackend('wasm');
    const got = tf.tidy(() =>
      tf
        .grads(sum)(shapes.map((shape) => wave(shape, 0.37)))
        .map((one) => [...one.dataSync()]),
    );
    await tf.setBackend('cpu');
    for (const [which, slopes] of got.entries())
      for (const [i, slope] of slopes.entries()) {
        const expected = tf.tidy(() => {
          const factors = shapes.map((shape) => wave(shape, 0.37));
          const unit = tf.buffer(shapes[which]);
          unit.values[i] = 1;
          factors[which] = unit.toTensor();
          return sum(factors[0], factors[1]).dataSync()[0];
        });
        expect(slope).toBeCloseTo(expected, 4);
      }
  });

  it('sees weights that an optimiser has changed in place', async () => {
    await tf.setBackend('wasm');
    const x = wave([1, 5, 5, 3], 0.37) as tf.Tensor4D;
    const filter = tf.tidy(() => tf.variable(wave([3, 3, 3, 1], 0.7) as tf.Tensor4D));
    const forward = (w: tf.Tensor4D) => tf.depthwiseConv2d(x, w, 1, 'same');
    tf.tidy(() => {
      forward(filter);
      const optimiser = tf.train.adam(0.1);
      optimiser.minimize(() => tf.sum(forward(filter)), false, [filter]);
      const fresh = tf.tensor4d(filter.dataSync().slice(), [3, 3, 3, 1]);
      expect([...forward(filter).dataSync()]).toEqual([...forward(fresh).dataSync()]);
      optimiser.dispose();
    });
    tf.dispose([x, filter]);
  });

  it('has gradients of gradients, which agree with differences', async () => {
    await tf.setBackend('wasm');
    const x = wave([1, 4, 4, 2], 0.37) as tf.Tensor4D;
    const penalty = (w: tf.Tensor): tf.Scalar =>
      tf.sum(tf.square(tf.grad((a) => tf.sum(tf.square(tf.depthwiseConv2d(a as tf.Tensor4D, w as tf.Tensor4D, 1, 'same'))))(x)));
    const filter = wave([2, 2, 2, 1], 0.7);
    const slopes = tf.tidy(() => [...tf.grad(penalty)(filter).dataSync()]);
    const values = [...filter.dataSync()];
    const at = (i: number, by: number): number =>
      tf.tidy(
        () =>
          penalty(
            tf.tensor(
              values.map((value, j) => (i === j ? value + by : value)),
              [2, 2, 2, 1],
            ),
          ).dataSync()[0],
      );
    for (const [i, slope] of slopes.entries()) {
      const difference = (at(i, 0.01) - at(i, -0.01)) / 0.02;
      expect(Math.abs(slope - difference)).toBeLessThan(2e-3 * Math.max(...slopes.map(Math.abs)));
    }
    tf.dispose([x, filter]);
  });
});
