/** @file Operations that take elements together. */
import type { Tensor } from '@tensorflow/tfjs-core';
import type * as Tf from '@tensorflow/tfjs-core';
import { input, type InputValues, type OperationCase } from './operation-case.js';

type Reduction = (tf: typeof Tf, x: Tensor, axis?: number[], keepDims?: boolean) => Tensor;

const overAxes = (operation: string, kernel: string, values: InputValues, run: Reduction): OperationCase[] =>
  (
    [
      ['', undefined, false],
      [' (last)', [-1], false],
      [' (first)', [0], true],
      [' (middle)', [1], false],
      [' (first and last)', [0, 2], false],
    ] as const
  ).map(([suffix, axis, keepDims]) => ({
    operation: `${operation}${suffix}`,
    kernel,
    inputs: [input([3, 4, 5], values)],
    run: (tf, x) => run(tf, x, axis && [...axis], keepDims),
  }));

/** The cases. */
export const reductionCases: readonly OperationCase[] = [
  ...overAxes('sum', 'Sum', 'free', (tf, x, axis, keepDims) => tf.sum(tf.mul(x, x), axis, keepDims)),
  ...overAxes('mean', 'Mean', 'free', (tf, x, axis, keepDims) => tf.mean(tf.mul(x, x), axis, keepDims)),
  ...overAxes('max', 'Max', 'distinct', (tf, x, axis, keepDims) => tf.max(x, axis, keepDims)),
  ...overAxes('min', 'Min', 'distinct', (tf, x, axis, keepDims) => tf.min(x, axis, keepDims)),
  {
    operation: 'prod',
    kernel: 'Prod',
    inputs: [input([3, 4], 'positive')],
    run: (tf, x) => tf.prod(x, 1),
  },
  {
    operation: 'logSumExp',
    kernel: 'Log',
    inputs: [input([3, 5])],
    run: (tf, x) => tf.logSumExp(x, -1),
  },
  {
    operation: 'norm',
    kernel: 'Sqrt',
    inputs: [input([3, 5], 'positive')],
    run: (tf, x) => tf.norm(x, 'euclidean', 1),
  },
  {
    operation: 'moments',
    kernel: 'Mean',
    inputs: [input([6, 5])],
    run: (tf, x) => {
      const { mean, variance } = tf.moments(x, 0);
      return tf.concat([mean, variance]);
    },
  },
  { operation: 'softmax', kernel: 'Softmax', inputs: [input([3, 7])], run: (tf, x) => tf.softmax(x) },
  { operation: 'logSoftmax', kernel: 'LogSoftmax', inputs: [input([3, 7])], run: (tf, x) => tf.logSoftmax(x) },
  { operation: 'cumsum', kernel: 'Cumsum', inputs: [input([3, 5])], run: (tf, x) => tf.cumsum(x, 1) },
  {
    operation: 'cumsum (exclusive, reverse)',
    kernel: 'Cumsum',
    inputs: [input([3, 5])],
    run: (tf, x) => tf.cumsum(x, 0, true, true),
  },
  { operation: 'cumprod', kernel: 'Cumprod', inputs: [input([3, 4], 'positive')], run: (tf, x) => tf.cumprod(x, 1) },
  {
    operation: 'unsortedSegmentSum',
    kernel: 'UnsortedSegmentSum',
    inputs: [input([5, 6])],
    run: (tf, x) => tf.unsortedSegmentSum(x, tf.tensor1d([2, 0, 2, 3, 1], 'int32'), 4),
  },
  {
    operation: 'topk',
    kernel: 'TopK',
    inputs: [input([3, 6], 'distinct')],
    run: (tf, x) => tf.topk(x, 3).values,
  },
];
