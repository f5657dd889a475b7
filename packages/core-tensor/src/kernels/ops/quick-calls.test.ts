import * as tf from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { registerTrainingKernels } from '../register-training-kernels.js';

let tensors = 0;

beforeAll(async () => {
  await registerTrainingKernels(tf, { gemm: 'wasm' });
  tensors = tf.memory().numTensors;
});

afterAll(() => expect(tf.memory().numTensors).toBe(tensors));

describe('kernels called the short way', () => {
  it('leave as many tensors, bytes and buffers as were made', () => {
    const before = tf.memory();
    const x = tf.tensor1d([1, 2, 3]);
    const y = tf.square(x);
    expect(tf.memory()).toMatchObject({
      numTensors: before.numTensors + 2,
      numDataBuffers: before.numDataBuffers + 2,
      numBytes: before.numBytes + 24,
    });
    x.dispose();
    y.dispose();
    expect(tf.memory()).toMatchObject({ numTensors: before.numTensors, numDataBuffers: before.numDataBuffers });
  });

  it('keep for a gradient what it needs, though the user disposes it', () => {
    const [value] = tf.tidy(() =>
      tf
        .grad((x) => {
          const y = tf.mul(x, 2);
          const z = tf.square(y);
          y.dispose();
          return z;
        })(tf.scalar(3))
        .dataSync(),
    );
    expect(value).toBe(24);
  });

  it('have second derivatives, through saved inputs and outputs', () => {
    const second = tf.tidy(() =>
      tf
        .grad((x) => tf.sum(tf.grad((z) => tf.sum(tf.rsqrt(tf.square(z))))(x)))(tf.tensor1d([1, 2]))
        .dataSync(),
    );
    // 1/√x² = 1/x, whose second derivative is 2/x³.
    expect([...second]).toEqual([expect.closeTo(2, 5), expect.closeTo(0.25, 5)]);
  });

  it('are profiled like all others', async () => {
    const x = tf.tensor1d([1, 2]);
    const { kernels, result } = await tf.profile(() => tf.square(x));
    expect(kernels.map(({ name }) => name)).toEqual(['Square']);
    tf.dispose([x, result]);
  });

  it('fail as before where a kernel fails, and work after that', () => {
    const [x, y] = [tf.ones([2, 3]), tf.ones([2])];
    expect(() => tf.add(x, y)).toThrow(/shape/i);
    const sum = tf.add(x, x);
    expect([...sum.dataSync()]).toEqual(Array(6).fill(2));
    tf.dispose([x, y, sum]);
  });
});

describe('gathering', () => {
  it('takes slices along any axis, long and short', () => {
    tf.tidy(() => {
      const x = tf.reshape(tf.range(0, 2 * 3 * 20), [2, 3, 20]);
      const places = tf.tensor1d([2, 0, 2, 1], 'int32');
      for (const axis of [0, 1, 2, -1]) {
        const from = tf.tensor1d(axis === 0 ? [1, 0, 1, 1] : [2, 0, 2, 1], 'int32');
        const order = [...from.dataSync()];
        const expected = tf.stack(
          order.map((place) => tf.unstack(x, axis < 0 ? 2 : axis)[place]),
          axis < 0 ? 2 : axis,
        );
        expect([...tf.gather(x, from, axis).dataSync()]).toEqual([...expected.dataSync()]);
      }
      expect(tf.gather(x, tf.reshape(places, [2, 2]), 1).shape).toEqual([2, 2, 2, 20]);
    });
  });

  it('says which place is not there', () => {
    tf.tidy(() => {
      expect(() => tf.gather(tf.ones([3, 2]), tf.tensor1d([0, 3], 'int32'))).toThrow('the index 3 is not in [0, 2]');
    });
  });
});
