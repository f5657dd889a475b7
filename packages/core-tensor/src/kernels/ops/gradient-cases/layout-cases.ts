/** @file Operations that move, repeat, join and pick elements. */
import type { Tensor4D } from '@tensorflow/tfjs-core';
import { input, type OperationCase } from './operation-case.js';

/** The cases. */
export const layoutCases: readonly OperationCase[] = [
  { operation: 'reshape', kernel: 'Reshape', inputs: [input([3, 4])], run: (tf, x) => tf.reshape(x, [2, 6]) },
  { operation: 'expandDims', kernel: 'ExpandDims', inputs: [input([3, 4])], run: (tf, x) => tf.expandDims(x, 1) },
  { operation: 'transpose', kernel: 'Transpose', inputs: [input([5, 7])], run: (tf, x) => tf.transpose(x) },
  {
    operation: 'transpose (heads)',
    kernel: 'Transpose',
    inputs: [input([2, 3, 4, 5])],
    run: (tf, x) => tf.transpose(x, [0, 2, 1, 3]),
  },
  {
    operation: 'transpose (reversed)',
    kernel: 'Transpose',
    inputs: [input([2, 3, 4])],
    run: (tf, x) => tf.transpose(x, [2, 1, 0]),
  },
  {
    operation: 'concat',
    kernel: 'Concat',
    inputs: [input([3, 2]), input([3, 4])],
    run: (tf, a, b) => tf.concat([a, b], 1),
  },
  { operation: 'stack', kernel: 'Pack', inputs: [input([3, 2]), input([3, 2])], run: (tf, a, b) => tf.stack([a, b], 1) },
  { operation: 'unstack', kernel: 'Unpack', inputs: [input([3, 4])], run: (tf, x) => tf.addN(tf.unstack(x, 0)) },
  {
    operation: 'split',
    kernel: 'SplitV',
    inputs: [input([3, 6])],
    run: (tf, x) => {
      const [a, b] = tf.split(x, 2, 1);
      return tf.mul(a, b);
    },
  },
  { operation: 'slice', kernel: 'Slice', inputs: [input([4, 5])], run: (tf, x) => tf.slice(x, [1, 2], [2, 3]) },
  {
    operation: 'stridedSlice',
    kernel: 'StridedSlice',
    inputs: [input([5, 6])],
    run: (tf, x) => tf.stridedSlice(x, [0, 1], [5, 6], [2, 2]),
  },
  {
    operation: 'pad',
    kernel: 'PadV2',
    inputs: [input([3, 4])],
    run: (tf, x) =>
      tf.pad(
        x,
        [
          [1, 2],
          [0, 1],
        ],
        0.5,
      ),
  },
  {
    operation: 'mirrorPad',
    kernel: 'MirrorPad',
    inputs: [input([4, 5])],
    run: (tf, x) =>
      tf.mirrorPad(
        x,
        [
          [1, 2],
          [2, 1],
        ],
        'reflect',
      ),
  },
  { operation: 'tile', kernel: 'Tile', inputs: [input([2, 3])], run: (tf, x) => tf.tile(x, [2, 3]) },
  { operation: 'broadcastTo', kernel: 'Tile', inputs: [input([3, 1])], run: (tf, x) => tf.broadcastTo(x, [3, 4]) },
  { operation: 'reverse', kernel: 'Reverse', inputs: [input([3, 4])], run: (tf, x) => tf.reverse(x, [1]) },
  {
    operation: 'gather',
    kernel: 'GatherV2',
    inputs: [input([5, 3])],
    run: (tf, x) => tf.gather(x, tf.tensor1d([4, 0, 0, 2], 'int32')),
  },
  {
    operation: 'gather (columns)',
    kernel: 'GatherV2',
    inputs: [input([3, 5])],
    run: (tf, x) => tf.gather(x, tf.tensor1d([4, 0, 0, 2], 'int32'), 1),
  },
  {
    operation: 'gatherND',
    kernel: 'GatherNd',
    inputs: [input([4, 3])],
    run: (tf, x) =>
      tf.gatherND(
        x,
        tf.tensor2d(
          [
            [0, 1],
            [3, 2],
            [0, 1],
          ],
          [3, 2],
          'int32',
        ),
      ),
  },
  {
    operation: 'scatterND',
    kernel: 'ScatterNd',
    inputs: [input([3, 4])],
    run: (tf, x) => tf.scatterND(tf.tensor2d([[4], [1], [4]], [3, 1], 'int32'), x, [5, 4]),
  },
  {
    operation: 'tensorScatterUpdate',
    kernel: 'TensorScatterUpdate',
    inputs: [input([5, 2]), input([2, 2])],
    run: (tf, x, updates) => tf.tensorScatterUpdate(x, tf.tensor2d([[4], [1]], [2, 1], 'int32'), updates),
  },
  { operation: 'diag', kernel: 'Diag', inputs: [input([4])], run: (tf, x) => tf.diag(x) },
  {
    operation: 'depthToSpace',
    kernel: 'DepthToSpace',
    inputs: [input([1, 2, 3, 8])],
    run: (tf, x) => tf.depthToSpace(x as Tensor4D, 2),
  },
  {
    operation: 'batchToSpaceND',
    kernel: 'BatchToSpaceND',
    inputs: [input([4, 2, 2, 3])],
    run: (tf, x) =>
      tf.batchToSpaceND(
        x,
        [2, 2],
        [
          [0, 0],
          [0, 0],
        ],
      ),
  },
  {
    operation: 'spaceToBatchND',
    kernel: 'SpaceToBatchND',
    inputs: [input([1, 4, 4, 3])],
    run: (tf, x) =>
      tf.spaceToBatchND(
        x,
        [2, 2],
        [
          [0, 0],
          [0, 0],
        ],
      ),
  },
  {
    operation: 'flipLeftRight',
    kernel: 'FlipLeftRight',
    inputs: [input([2, 3, 4, 2])],
    run: (tf, x) => tf.image.flipLeftRight(x as Tensor4D),
  },
  {
    operation: 'matMul',
    kernel: 'BatchMatMul',
    inputs: [input([5, 6]), input([6, 7])],
    run: (tf, a, b) => tf.matMul(a, b),
  },
  {
    operation: 'matMul (batches)',
    kernel: 'BatchMatMul',
    inputs: [input([2, 3, 4]), input([2, 4, 5])],
    run: (tf, a, b) => tf.matMul(a, b),
  },
  {
    operation: 'matMul (second transposed)',
    kernel: 'BatchMatMul',
    inputs: [input([2, 3, 4]), input([2, 5, 4])],
    run: (tf, a, b) => tf.matMul(a, b, false, true),
  },
  {
    operation: 'matMul (first transposed)',
    kernel: 'BatchMatMul',
    inputs: [input([2, 4, 3]), input([2, 4, 5])],
    run: (tf, a, b) => tf.matMul(a, b, true, false),
  },
  {
    operation: 'matMul (both transposed)',
    kernel: 'BatchMatMul',
    inputs: [input([2, 4, 3]), input([2, 5, 4])],
    run: (tf, a, b) => tf.matMul(a, b, true, true),
  },
  {
    operation: 'einsum (matrices)',
    kernel: 'Einsum',
    inputs: [input([3, 4]), input([4, 5])],
    run: (tf, a, b) => tf.einsum('ij,jk->ik', a, b),
  },
  {
    operation: 'einsum (attention)',
    kernel: 'Einsum',
    inputs: [input([2, 3, 2, 4]), input([2, 5, 2, 4])],
    run: (tf, a, b) => tf.einsum('bqhd,bkhd->bhqk', a, b),
  },
  { operation: 'einsum (sum)', kernel: 'Einsum', inputs: [input([3, 4])], run: (tf, a) => tf.einsum('ij->j', tf.mul(a, a)) },
];
