/** @file Convolutions, pooling, resizing and normalisation of pictures. */
import type { Tensor1D, Tensor3D, Tensor4D, Tensor5D } from '@tensorflow/tfjs-core';
import { input, type OperationCase } from './operation-case.js';

const noDilation = 'TensorFlow.js has no gradient of dilated convolutions';
const turned = 'TensorFlow.js mixes up width and height in the gradient';
const maxPoolOnce = { cpu: { secondOrder: 'TensorFlow.js has no gradient of the gradient' } };
const never = 'no gradient of the gradient';
const wholeWindow = 'TensorFlow.js divides by the whole window where it sticks out of the picture';

/** The cases. */
export const pictureCases: readonly OperationCase[] = [
  {
    operation: 'conv1d',
    kernel: 'Conv2D',
    inputs: [input([2, 9, 3]), input([3, 3, 4])],
    run: (tf, x, filter) => tf.conv1d(x as Tensor3D, filter as Tensor3D, 2, 'same'),
  },
  {
    operation: 'conv2d',
    kernel: 'Conv2D',
    inputs: [input([2, 6, 5, 3]), input([3, 3, 3, 5])],
    run: (tf, x, filter) => tf.conv2d(x as Tensor4D, filter as Tensor4D, 1, 'same'),
  },
  {
    operation: 'conv2d (strides)',
    kernel: 'Conv2D',
    inputs: [input([2, 7, 8, 3]), input([5, 4, 3, 4])],
    run: (tf, x, filter) => tf.conv2d(x as Tensor4D, filter as Tensor4D, [2, 2], 'same'),
  },
  {
    operation: 'conv2d (1×1)',
    kernel: 'Conv2D',
    inputs: [input([2, 4, 4, 5]), input([1, 1, 5, 6])],
    run: (tf, x, filter) => tf.conv2d(x as Tensor4D, filter as Tensor4D, 1, 'valid'),
  },
  {
    operation: 'conv2d (dilated)',
    kernel: 'Conv2D',
    inputs: [input([1, 8, 8, 3]), input([3, 3, 3, 4])],
    run: (tf, x, filter) => tf.conv2d(x as Tensor4D, filter as Tensor4D, 1, 'same', 'NHWC', [2, 2]),
    except: { cpu: { gradient: noDilation, secondOrder: noDilation } },
  },
  {
    operation: 'conv2dTranspose',
    kernel: 'Conv2DBackpropInput',
    inputs: [input([2, 4, 3, 5]), input([4, 4, 3, 5])],
    run: (tf, x, filter) => tf.conv2dTranspose(x as Tensor4D, filter as Tensor4D, [2, 8, 6, 3], 2, 'same'),
  },
  {
    operation: 'depthwiseConv2d',
    kernel: 'DepthwiseConv2dNative',
    inputs: [input([2, 6, 5, 3]), input([3, 3, 3, 2])],
    run: (tf, x, filter) => tf.depthwiseConv2d(x as Tensor4D, filter as Tensor4D, 1, 'same'),
  },
  {
    operation: 'depthwiseConv2d (strides)',
    kernel: 'DepthwiseConv2dNative',
    inputs: [input([2, 7, 6, 4]), input([3, 3, 4, 1])],
    run: (tf, x, filter) => tf.depthwiseConv2d(x as Tensor4D, filter as Tensor4D, 2, 'same'),
  },
  {
    operation: 'depthwiseConv2d (dilated)',
    kernel: 'DepthwiseConv2dNative',
    inputs: [input([1, 7, 7, 4]), input([3, 3, 4, 2])],
    run: (tf, x, filter) => tf.depthwiseConv2d(x as Tensor4D, filter as Tensor4D, 1, 'same', 'NHWC', 2),
    except: { cpu: { gradient: noDilation, secondOrder: noDilation } },
  },
  {
    operation: 'separableConv2d',
    kernel: 'DepthwiseConv2dNative',
    inputs: [input([1, 5, 5, 3]), input([3, 3, 3, 2]), input([1, 1, 6, 4])],
    run: (tf, x, depthwise, pointwise) =>
      tf.separableConv2d(x as Tensor4D, depthwise as Tensor4D, pointwise as Tensor4D, 1, 'same'),
  },
  {
    operation: 'conv3d',
    kernel: 'Conv3D',
    inputs: [input([1, 4, 5, 4, 2]), input([2, 3, 2, 2, 3])],
    run: (tf, x, filter) => tf.conv3d(x as Tensor5D, filter as Tensor5D, 1, 'same'),
  },
  {
    operation: 'conv3dTranspose',
    kernel: 'Conv3DBackpropInputV2',
    inputs: [input([1, 2, 2, 2, 3]), input([2, 2, 2, 2, 3])],
    run: (tf, x, filter) => tf.conv3dTranspose(x as Tensor5D, filter as Tensor5D, [1, 4, 4, 4, 2], 2, 'same'),
  },
  {
    operation: 'maxPool',
    kernel: 'MaxPool',
    inputs: [input([1, 5, 6, 5], 'distinct')],
    run: (tf, x) => tf.maxPool(x as Tensor4D, 3, 2, 'same'),
    except: maxPoolOnce,
  },
  {
    operation: 'avgPool',
    kernel: 'AvgPool',
    inputs: [input([2, 6, 6, 5])],
    run: (tf, x) => tf.avgPool(x as Tensor4D, 2, 2, 'valid'),
  },
  {
    operation: 'avgPool (over the edge)',
    kernel: 'AvgPool',
    inputs: [input([2, 5, 5, 3])],
    run: (tf, x) => tf.avgPool(x as Tensor4D, 3, 2, 'same'),
    except: { cpu: { gradient: wholeWindow, secondOrder: wholeWindow } },
  },
  {
    operation: 'maxPool3d',
    kernel: 'MaxPool3D',
    inputs: [input([1, 4, 4, 2, 2], 'distinct')],
    run: (tf, x) => tf.maxPool3d(x as Tensor5D, 2, 2, 'valid'),
    except: { cpu: { secondOrder: never }, wasm: { secondOrder: never } },
  },
  {
    operation: 'avgPool3d',
    kernel: 'AvgPool3D',
    inputs: [input([1, 4, 4, 4, 2])],
    run: (tf, x) => tf.avgPool3d(x as Tensor5D, 2, 2, 'valid'),
  },
  {
    operation: 'resizeBilinear',
    kernel: 'ResizeBilinear',
    inputs: [input([1, 4, 5, 3])],
    run: (tf, x) => tf.image.resizeBilinear(x as Tensor4D, [7, 8]),
    except: { cpu: { gradient: turned } },
  },
  {
    operation: 'resizeBilinear (half-pixel centres)',
    kernel: 'ResizeBilinear',
    inputs: [input([1, 4, 5, 3])],
    run: (tf, x) => tf.image.resizeBilinear(x as Tensor4D, [8, 3], false, true),
    except: { cpu: { gradient: 'TensorFlow.js ignores the option in the gradient' } },
  },
  {
    operation: 'resizeNearestNeighbor',
    kernel: 'ResizeNearestNeighbor',
    inputs: [input([1, 4, 5, 3])],
    run: (tf, x) => tf.image.resizeNearestNeighbor(x as Tensor4D, [8, 10]),
  },
  {
    operation: 'localResponseNormalization',
    kernel: 'LRN',
    inputs: [input([1, 3, 3, 6])],
    run: (tf, x) => tf.localResponseNormalization(x as Tensor4D, 2, 1, 0.5, 0.75),
    except: { cpu: { secondOrder: never }, wasm: { secondOrder: never } },
  },
  {
    operation: 'dilation2d',
    kernel: 'Dilation2D',
    inputs: [input([1, 5, 5, 2], 'distinct'), input([2, 2, 2], 'unit')],
    run: (tf, x, filter) => tf.dilation2d(tf.mul<Tensor4D>(x, 4), tf.mul<Tensor3D>(filter, 0.1), 1, 'valid'),
    except: { cpu: { secondOrder: never }, wasm: { secondOrder: never } },
  },
  {
    operation: 'batchNorm',
    kernel: 'FusedBatchNorm',
    inputs: [input([4, 3, 3, 5]), input([5]), input([5], 'positive'), input([5]), input([5])],
    run: (tf, x, mean, variance, offset, scale) =>
      tf.batchNorm(x as Tensor4D, mean as Tensor1D, variance as Tensor1D, offset as Tensor1D, scale as Tensor1D, 0.1),
  },
];
