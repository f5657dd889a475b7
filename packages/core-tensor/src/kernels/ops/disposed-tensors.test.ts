/** @file Use after dispose says where. */
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { registerTrainingKernels } from '../register-training-kernels.js';
import { traceTensors } from './disposed-tensors.js';

const thrownBy = (work: () => unknown): unknown => {
  try {
    work();
  } catch (error) {
    return error;
  }
  return undefined;
};

describe('a disposed tensor', () => {
  beforeAll(async () => {
    await registerTrainingKernels(tf, { gemm: 'wasm' });
  });

  it('is refused by an operation, which says its name, the input and the shape', () => {
    const x = tf.tensor2d([[1, 2, 3]]);
    x.dispose();
    expect(thrownBy(() => tf.tidy(() => tf.mul(tf.ones([3]), x)))).toMatchObject({
      name: 'TensorError',
      code: 'TENSOR_DISPOSED',
      message: expect.stringMatching(
        /^a float32 tensor of shape \[1, 3\] was disposed before Multiply used it as input 'b'\. Keep/,
      ) as string,
    });
  });

  it('is refused among several', () => {
    const [x, y] = [tf.ones([2]), tf.ones([2])];
    x.dispose();
    expect(thrownBy(() => tf.concat([y, x]))).toMatchObject({ code: 'TENSOR_DISPOSED' });
    y.dispose();
  });

  it('does not give its values', () => {
    const x = tf.zeros([2, 2]);
    x.dispose();
    expect(thrownBy(() => x.dataSync())).toMatchObject({
      code: 'TENSOR_DISPOSED',
      message: expect.stringContaining('before its values were asked for') as string,
    });
  });

  it('is said to be made and disposed where it was, while tensors are traced', () => {
    const before = tf.memory().numTensors;
    const endTrace = traceTensors(tf);
    const x = tf.tidy(() => tf.add(tf.ones([4]), 1));
    x.dispose();
    const error = thrownBy(() => tf.square(x)) as Error;
    expect(error.message).toMatch(
      /made at .*disposed-tensors\.test\.ts:\d+:\d+\)?, disposed at .*disposed-tensors\.test\.ts:\d+/,
    );
    endTrace();
    const y = tf.ones([4]);
    y.dispose();
    expect((thrownBy(() => tf.square(y)) as Error).message).not.toContain('made at');
    expect(tf.memory().numTensors).toBe(before);
  });
});
