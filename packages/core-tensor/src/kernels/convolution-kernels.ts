/** @file The convolution kernels of TensorFlow.js and their gradients, dilated ones included. */
import type { NamedAttrMap, Tensor, TensorInfo } from '@tensorflow/tfjs-core';
import { addBiasInPlace, isFusable } from './bias-activation.js';
import { geometryOf, type ConvolutionAttributes } from './convolution-geometry.js';
import type { Convolution } from './convolution.js';
import type { ImageModule } from './image-module.js';
import type { KernelContext } from './kernel-context.js';

/** Puts Conv2D, FusedConv2D, both backward kernels and their gradients in place. */
export function defineConvolutionKernels(context: KernelContext, convolution: Convolution, image: ImageModule): void {
  const { tf, pointer } = context;
  const convolve = (x: TensorInfo, filter: TensorInfo, attrs: object): TensorInfo | undefined => {
    const g = geometryOf(tf, x.shape, filter.shape, attrs as ConvolutionAttributes);
    if (!g || !areFloats(x, filter)) return undefined;
    const y = context.output([g.pictures, g.outHeight, g.outWidth, g.outChannels]);
    if (tf.util.sizeFromShape(y.shape) > 0) convolution.forward(pointer(x), pointer(filter), pointer(y), g);
    return y;
  };

  context.define('Conv2D', ({ inputs: { x, filter }, attrs }) => convolve(x, filter, attrs));

  context.define('FusedConv2D', ({ inputs: { x, filter, bias }, attrs }) => {
    if (!isFusable(bias, filter.shape[3], attrs)) return undefined;
    const y = convolve(x, filter, attrs);
    if (y) addBiasInPlace(context, image, y, bias, attrs);
    return y;
  });

  context.define('Conv2DBackpropInput', ({ inputs: { dy, filter }, attrs }) => {
    const { inputShape } = attrs as { inputShape: number[] };
    const g = geometryOf(tf, inputShape, filter.shape, attrs as unknown as ConvolutionAttributes);
    if (!g || !areFloats(dy, filter)) return undefined;
    const dx = context.output(inputShape);
    if (tf.util.sizeFromShape(inputShape) > 0) convolution.inputGradient(pointer(dy), pointer(filter), pointer(dx), g);
    return dx;
  });

  context.define('Conv2DBackpropFilter', ({ inputs: { x, dy }, attrs }) => {
    const { filterShape } = attrs as { filterShape: number[] };
    const g = geometryOf(tf, x.shape, filterShape, attrs as unknown as ConvolutionAttributes);
    if (!g || !areFloats(x, dy)) return undefined;
    const dFilter = context.output(filterShape);
    convolution.filterGradient(pointer(x), pointer(dy), pointer(dFilter), g);
    return dFilter;
  });

  defineGradients(context);
}

/**
 * A convolution is linear in picture and filter, so the gradients of the three kernels are the three kernels, to any order. The
 * stock ones know no dilation, and none for the filter's gradient.
 */
function defineGradients(context: KernelContext): void {
  const run = (name: string, inputs: Record<string, Tensor>, attrs: object): Tensor =>
    context.tf.engine().runKernel(name, inputs, attrs as NamedAttrMap);
  const forward = (x: Tensor, filter: Tensor, attrs: object) => run('Conv2D', { x, filter }, attrs);
  const toInput = (dy: Tensor, filter: Tensor, inputShape: number[], attrs: object) =>
    run('Conv2DBackpropInput', { dy, filter }, { ...attrs, inputShape });
  const toFilter = (x: Tensor, dy: Tensor, filterShape: number[], attrs: object) =>
    run('Conv2DBackpropFilter', { x, dy }, { ...attrs, filterShape });

  context.defineGradient({
    kernelName: 'Conv2D',
    inputsToSave: ['x', 'filter'],
    gradFunc: (dy, [x, filter], attrs) => ({
      x: () => toInput(dy as Tensor, filter, x.shape, attrs),
      filter: () => toFilter(x, dy as Tensor, filter.shape, attrs),
    }),
  });
  context.defineGradient({
    kernelName: 'Conv2DBackpropInput',
    inputsToSave: ['dy', 'filter'],
    gradFunc: (ddx, [dy, filter], attrs) => ({
      dy: () => forward(ddx as Tensor, filter, withDilations(attrs)),
      filter: () => toFilter(ddx as Tensor, dy, filter.shape, attrs),
    }),
  });
  context.defineGradient({
    kernelName: 'Conv2DBackpropFilter',
    inputsToSave: ['x', 'dy'],
    gradFunc: (ddFilter, [x, dy], attrs) => ({
      x: () => toInput(dy, ddFilter as Tensor, x.shape, attrs),
      dy: () => forward(x, ddFilter as Tensor, withDilations(attrs)),
    }),
  });
}

/** The backward kernels of TensorFlow.js leave them out where they are one. */
function withDilations(attrs: NamedAttrMap): object {
  return { dilations: [1, 1], ...attrs };
}

function areFloats(...tensors: TensorInfo[]): boolean {
  return tensors.every(({ dtype }) => dtype === 'float32');
}
