/**
 * @file Gradients that TensorFlow.js doesn't have, of kernels that are differentiable, written with its own operations: so they
 * hold on every backend that has the kernels, and can be differentiated again.
 */
import type { GradConfig, Tensor } from '@tensorflow/tfjs-core';
import type * as Tf from '@tensorflow/tfjs-core';
import { parseEinsum } from '../einsum.js';
import { gradientConfig, kernelRunner, registerMissing, type RunKernel } from './run-kernel.js';

/** Registers them where there are none. */
export function registerMissingGradients(tf: typeof Tf): void {
  const run = kernelRunner(tf);
  for (const config of [...gradientsOfGradients(tf, run), ...gradientsOfMoves(tf, run), ...otherGradients(tf)])
    registerMissing(tf, config);
}

/** The filter gradient of a convolution is a product of x and dy: seen from x it is a transposed convolution, seen from dy a convolution. */
function filterGradient(tf: typeof Tf): GradConfig {
  return gradientConfig(
    'Conv2DBackpropFilter',
    (upstream, saved, attrs) => {
      const [x, dy, filter] = [...saved, upstream] as Tf.Tensor4D[];
      const { strides, pad, dimRoundingMode } = attrs as {
        strides: [number, number];
        pad: 'valid' | 'same' | number;
        dimRoundingMode?: 'floor' | 'round' | 'ceil';
      };
      return {
        x: () => tf.conv2dTranspose(dy, filter, x.shape, strides, pad, dimRoundingMode),
        dy: () => tf.conv2d(x, filter, strides, pad, 'NHWC', 1, dimRoundingMode),
      };
    },
    { inputs: ['x', 'dy'] },
  );
}

/** Gradient kernels that are linear in the gradient they are given: their gradients are the forward kernels. */
function gradientsOfGradients(tf: typeof Tf, run: RunKernel): GradConfig[] {
  const resize = (forward: string): GradConfig =>
    gradientConfig(
      `${forward}Grad`,
      (ddx, [images, dy], attrs) => ({
        dy: () => run(forward, { images: ddx }, { ...attrs, size: [dy.shape[1], dy.shape[2]] }),
        images: () => tf.zeros(images.shape),
      }),
      { inputs: ['images', 'dy'] },
    );
  const average = (name: string, forward: string): GradConfig =>
    gradientConfig(
      name,
      (ddx, [input], attrs) => ({ dy: () => run(forward, { x: ddx }, attrs), input: () => tf.zeros(input.shape) }),
      { inputs: ['input'] },
    );
  return [
    resize('ResizeBilinear'),
    resize('ResizeNearestNeighbor'),
    average('AvgPoolGrad', 'AvgPool'),
    average('AvgPool3DGrad', 'AvgPool3D'),
    filterGradient(tf),
    gradientConfig(
      'EluGrad',
      (ddx, [dy, y]) => ({
        dy: () => run('EluGrad', { dy: ddx, y }),
        y: () => tf.mul(tf.mul(ddx, dy), tf.cast(tf.less(y, 0), 'float32')),
      }),
      { inputs: ['dy', 'y'] },
    ),
    gradientConfig(
      'DepthwiseConv2dNativeBackpropInput',
      (ddx, [dy, filter], attrs) => ({
        dy: () => run('DepthwiseConv2dNative', { x: ddx, filter }, { ...attrs, dataFormat: 'NHWC' }),
        filter: () => run('DepthwiseConv2dNativeBackpropFilter', { x: ddx, dy }, { ...attrs, filterShape: filter.shape }),
      }),
      { inputs: ['dy', 'filter'] },
    ),
    gradientConfig(
      'DepthwiseConv2dNativeBackpropFilter',
      (ddFilter, [x, dy], attrs) => ({
        x: () => run('DepthwiseConv2dNativeBackpropInput', { dy, filter: ddFilter }, { ...attrs, inputShape: x.shape }),
        dy: () => run('DepthwiseConv2dNative', { x, filter: ddFilter }, { ...attrs, dataFormat: 'NHWC' }),
      }),
      { inputs: ['x', 'dy'] },
    ),
    gradientConfig(
      'Conv3DBackpropInputV2',
      (ddx, [dy, filter], { strides, pad }) => ({
        dy: () => run('Conv3D', { x: ddx, filter }, { strides, pad, dataFormat: 'NDHWC', dilations: [1, 1, 1] }),
        filter: () => run('Conv3DBackpropFilterV2', { x: ddx, dy }, { strides, pad, filterShape: filter.shape }),
      }),
      { inputs: ['dy', 'filter'] },
    ),
    gradientConfig(
      'Conv3DBackpropFilterV2',
      (ddFilter, [x, dy], { strides, pad }) => ({
        x: () => run('Conv3DBackpropInputV2', { dy, filter: ddFilter }, { strides, pad, inputShape: x.shape }),
        dy: () => run('Conv3D', { x, filter: ddFilter }, { strides, pad, dataFormat: 'NDHWC', dilations: [1, 1, 1] }),
      }),
      { inputs: ['x', 'dy'] },
    ),
  ];
}

/** Kernels that only move elements. */
function gradientsOfMoves(tf: typeof Tf, run: RunKernel): GradConfig[] {
  return [
    gradientConfig('FlipLeftRight', (dy) => ({ image: () => run('FlipLeftRight', { image: dy }) })),
    gradientConfig('DepthToSpace', (dy, _saved, { blockSize, dataFormat }) => ({
      x: () => spaceToDepth(tf, dy, blockSize as number, dataFormat as string),
    })),
    gradientConfig(
      'GatherNd',
      (dy, [params, indices]) => ({
        params: () => tf.scatterND(indices, dy, params.shape),
        indices: () => tf.zeros(indices.shape),
      }),
      { inputs: ['params', 'indices'] },
    ),
    gradientConfig(
      'ScatterNd',
      (dy, [indices]) => ({ updates: () => tf.gatherND(dy, indices), indices: () => tf.zeros(indices.shape) }),
      { inputs: ['indices'] },
    ),
    gradientConfig(
      'TensorScatterUpdate',
      (dy, [indices, updates]) => ({
        // Written as a product: on the cpu backend that kernel writes over its input.
        tensor: () => tf.mul(dy, tf.cast(tf.equal(tf.scatterND(indices, tf.ones(updates.shape), dy.shape), 0), 'float32')),
        updates: () => tf.gatherND(dy, indices),
        indices: () => tf.zeros(indices.shape),
      }),
      { inputs: ['indices', 'updates'] },
    ),
    gradientConfig(
      'StridedSlice',
      (dy, [x], attrs) => ({ x: () => scatterFlat(tf, x.shape, dy, (places) => run('StridedSlice', { x: places }, attrs)) }),
      { inputs: ['x'] },
    ),
    gradientConfig(
      'Diag',
      (dy, [x]) => ({
        x: () => tf.reshape(tf.gather(tf.reshape(dy, [-1]), diagonal(tf, x.size)), x.shape),
      }),
      { inputs: ['x'] },
    ),
    {
      kernelName: 'TopK',
      inputsToSave: ['x'],
      outputsToSave: [false, true],
      gradFunc: (dys, [x, indices]) => ({
        x: () => {
          const [dy] = dys as Tensor[];
          const [rows, columns] = [x.size / (x.shape.at(-1) ?? 1), x.shape.at(-1) ?? 1];
          const starts = tf.reshape(tf.range(0, x.size, columns), [rows, 1]);
          const places = tf.add(tf.cast(tf.reshape(indices, [rows, -1]), 'float32'), starts);
          return scatterFlat(tf, x.shape, dy, () => places);
        },
      }),
    },
  ];
}

function otherGradients(tf: typeof Tf): GradConfig[] {
  return [
    // As TensorFlow: the sum of the products that hold an element, over that element; so none of them may be zero.
    gradientConfig(
      'Cumprod',
      (dy, [x], attrs) => {
        const { axis, exclusive, reverse } = attrs as { axis: number; exclusive: boolean; reverse: boolean };
        return {
          x: () => tf.div(tf.cumsum(tf.mul(dy, tf.cumprod(x, axis, exclusive, reverse)), axis, exclusive, !reverse), x),
        };
      },
      { inputs: ['x'] },
    ),
    {
      kernelName: 'Einsum',
      saveAllInputs: true,
      gradFunc: (dy, tensors, attrs) =>
        Object.fromEntries(
          tensors.map((_, i) => [i, () => einsumGradient(tf, dy as Tensor, tensors, attrs.equation as string, i)]),
        ),
    },
  ];
}

/** The gradient by one tensor is the Einstein sum of the result's gradient with the others; axes that only it had are spread. */
function einsumGradient(tf: typeof Tf, dy: Tensor, tensors: readonly Tensor[], equation: string, index: number): Tensor {
  const { terms, output } = parseEinsum(
    equation,
    tensors.map((one) => one.shape.length),
  );
  const others = terms.filter((_, i) => i !== index);
  const known = new Set([...output, ...others.flat()]);
  const labels = terms[index];
  const kept = labels.filter((label) => known.has(label));
  const inner = [output, ...others].map((term) => term.join('')).join(',');
  const sum = tf.einsum(`${inner}->${kept.join('')}`, dy, ...tensors.filter((_, i) => i !== index));
  if (kept.length === labels.length) return sum;
  const { shape } = tensors[index];
  const spread = tf.reshape(
    sum,
    labels.map((label, axis) => (known.has(label) ? shape[axis] : 1)),
  );
  return tf.mul(spread, tf.ones(shape));
}

/**
 * Adds `dy` to zeros of a shape, at the places (numbers of elements) that a mover finds in the shape's own numbering. Places are
 * floats on their way, because the wasm backend's strided slice takes everything for floats; those count to 2²⁴ without a gap.
 */
export function scatterFlat(tf: typeof Tf, shape: number[], dy: Tensor, move: (places: Tensor) => Tensor): Tensor {
  const size = shape.reduce((product, one) => product * one, 1);
  if (size > 2 ** 24)
    throw new RangeError(`the gradient of picking from ${size} elements is not available: the most is ${2 ** 24}`);
  const places = tf.cast(move(tf.reshape(tf.range(0, size), shape)), 'int32');
  const sum = tf.scatterND(tf.reshape(places, [-1, 1]), tf.reshape(dy, [-1]), [size]);
  return tf.reshape(sum, shape);
}

/** Where the diagonal of a square of side n lies. */
function diagonal(tf: typeof Tf, n: number): Tf.Tensor1D {
  return tf.tensor1d(
    Array.from({ length: n }, (_, i) => i * (n + 1)),
    'int32',
  );
}

/** Undoes `depthToSpace`. */
function spaceToDepth(tf: typeof Tf, y: Tensor, block: number, dataFormat: string): Tensor {
  if (dataFormat !== 'NHWC') throw new TypeError(`the gradient of depthToSpace expects the format NHWC, got ${dataFormat}`);
  const [count, height, width, depth] = y.shape;
  const [rows, columns] = [height / block, width / block];
  const blocks = tf.transpose(tf.reshape(y, [count, rows, block, columns, block, depth]), [0, 1, 3, 2, 4, 5]);
  return tf.reshape(blocks, [count, rows, columns, block * block * depth]);
}
