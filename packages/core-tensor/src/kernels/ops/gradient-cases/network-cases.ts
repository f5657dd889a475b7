/** @file Small networks and losses: what goes wrong only where operations meet. */
import type { Tensor, Tensor4D } from '@tensorflow/tfjs-core';
import type * as Tf from '@tensorflow/tfjs-core';
import { input, type OperationCase } from './operation-case.js';

/** Far from zero, so that the kink of the activation behind it stays out of reach. */
const BIAS = [8, -8, 8];

const savedConstant = 'TensorFlow.js saves an intermediate result as a constant';

/** Pictures, filter, dense layer, last layer of a small critic. */
const criticInputs = [input([2, 4, 4, 2]), input([3, 3, 2, 3]), input([12, 4]), input([4, 1])];

/** The cases. */
export const networkCases: readonly OperationCase[] = [
  {
    operation: 'convolutional critic',
    kernel: 'Conv2D',
    inputs: [input([2, 6, 6, 2]), input([3, 3, 2, 3]), input([27, 4]), input([4, 1])],
    // So little goes into the hyperbolic tangent that it bends little from step to step of the numeric derivative.
    run: (tf, x, filter, dense, last) => {
      const features = tf.leakyRelu(tf.add(tf.conv2d(x as Tensor4D, filter as Tensor4D, 2, 'same'), BIAS), 0.2);
      return tf.matMul(tf.tanh(tf.mul(tf.matMul(tf.reshape(features, [2, 27]), dense), 0.02)), last);
    },
  },
  {
    operation: 'gradient penalty',
    kernel: 'Conv2D',
    inputs: criticInputs,
    run: (tf, x, ...weights) => tf.sum(tf.square(criticSlope(tf, x, weights)), [1, 2, 3]),
  },
  {
    operation: 'gradient penalty (‖∇‖ − 1)²',
    kernel: 'Sqrt',
    inputs: criticInputs,
    // The root of what is far from zero: at zero a norm has no derivative.
    run: (tf, x, ...weights) => {
      const norm = tf.sqrt(tf.add(tf.sum(tf.square(criticSlope(tf, x, weights)), [1, 2, 3]), 0.1));
      return tf.square(tf.sub(norm, 1));
    },
  },
  {
    operation: 'attention',
    kernel: 'Softmax',
    inputs: [input([2, 4, 6]), input([2, 4, 6]), input([2, 4, 6])],
    run: (tf, q, k, v) => tf.matMul(tf.softmax(tf.mul(tf.matMul(q, k, false, true), 0.4)), v),
  },
  {
    operation: 'layer normalisation',
    kernel: 'Mean',
    inputs: [input([3, 6]), input([6]), input([6])],
    run: (tf, x, scale, offset) => {
      const centred = tf.sub(x, tf.mean(x, -1, true));
      const deviation = tf.sqrt(tf.add(tf.mean(tf.square(centred), -1, true), 0.1));
      return tf.add(tf.mul(tf.div(centred, deviation), scale), offset);
    },
  },
  {
    operation: 'sigmoidCrossEntropy',
    kernel: 'Log1p',
    inputs: [input([4, 3], 'signed')],
    run: (tf, logits) => tf.losses.sigmoidCrossEntropy(tf.ones([4, 3]), logits, undefined, 0.1),
  },
  {
    operation: 'softmaxCrossEntropy',
    kernel: 'LogSoftmax',
    inputs: [input([4, 3])],
    run: (tf, logits) => tf.losses.softmaxCrossEntropy(tf.oneHot(tf.tensor1d([0, 2, 1, 1], 'int32'), 3), logits),
    except: { cpu: { secondOrder: savedConstant }, wasm: { secondOrder: savedConstant } },
  },
];

/** The slope of a small critic by its pictures, as WGAN-GP (Gulrajani et al., 2017) takes it. */
function criticSlope(tf: typeof Tf, x: Tensor, [filter, dense, last]: Tensor[]): Tensor {
  const critic = (picture: Tensor): Tensor => {
    const features = tf.leakyRelu(tf.add(tf.conv2d(picture as Tensor4D, filter as Tensor4D, 2, 'same'), BIAS), 0.2);
    return tf.sum(tf.matMul(tf.tanh(tf.mul(tf.matMul(tf.reshape(features, [2, 12]), dense), 0.05)), last));
  };
  return tf.grad(critic)(x);
}
