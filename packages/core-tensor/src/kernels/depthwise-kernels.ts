/**
 * @file The gradients of the depthwise convolution, which the wasm backend lacks. Its forward kernel stays: XNNPACK's is written for
 * exactly this.
 */
import type { NamedAttrMap, Tensor } from '@tensorflow/tfjs-core';
import { depthwiseBinary } from './binaries/depthwise.js';
import { geometryOf, type ConvolutionAttributes, type Geometry } from './convolution-geometry.js';
import type { KernelContext } from './kernel-context.js';

interface DepthwiseModule {
  inputGradient(dy: number, filter: number, dx: number, first: number, last: number, ...geometry: number[]): void;
  filterGradient(x: number, dy: number, dFilter: number, pictures: number, ...geometry: number[]): void;
}

/** Puts both backward kernels and their gradients in place. */
export function defineDepthwiseKernels(context: KernelContext): void {
  const { tf, pointer } = context;
  const module = context.instantiate<DepthwiseModule>(depthwiseBinary);

  context.define('DepthwiseConv2dNativeBackpropInput', ({ inputs: { dy, filter }, attrs }) => {
    const { inputShape } = attrs as { inputShape: number[] };
    const g = geometryOf(tf, inputShape, filter.shape, attrs as unknown as ConvolutionAttributes, true);
    if (!g) return undefined;
    const dx = context.output(inputShape);
    const numbers = geometryNumbers(g, filter.shape[3]);
    module.inputGradient(pointer(dy), pointer(filter), pointer(dx), 0, g.pictures, ...numbers);
    return dx;
  });

  context.define('DepthwiseConv2dNativeBackpropFilter', ({ inputs: { x, dy }, attrs }) => {
    const { filterShape } = attrs as { filterShape: number[] };
    const g = geometryOf(tf, x.shape, filterShape, attrs as unknown as ConvolutionAttributes, true);
    if (!g) return undefined;
    const dFilter = context.output(filterShape);
    module.filterGradient(pointer(x), pointer(dy), pointer(dFilter), g.pictures, ...geometryNumbers(g, filterShape[3]));
    return dFilter;
  });

  defineGradients(context);
}

/** As the convolution, it is linear in picture and filter. The stock gradient knows no dilation. */
function defineGradients(context: KernelContext): void {
  const run = (name: string, inputs: Record<string, Tensor>, attrs: object): Tensor =>
    context.tf.engine().runKernel(name, inputs, attrs as NamedAttrMap);
  const forward = (x: Tensor, filter: Tensor, attrs: object) => run('DepthwiseConv2dNative', { x, filter }, attrs);
  const toInput = (dy: Tensor, filter: Tensor, inputShape: number[], attrs: object) =>
    run('DepthwiseConv2dNativeBackpropInput', { dy, filter }, { ...attrs, inputShape });
  const toFilter = (x: Tensor, dy: Tensor, filterShape: number[], attrs: object) =>
    run('DepthwiseConv2dNativeBackpropFilter', { x, dy }, { ...attrs, filterShape });

  context.defineGradient({
    kernelName: 'DepthwiseConv2dNative',
    inputsToSave: ['x', 'filter'],
    gradFunc: (dy, [x, filter], attrs) => ({
      x: () => toInput(dy as Tensor, filter, x.shape, attrs),
      filter: () => toFilter(x, dy as Tensor, filter.shape, attrs),
    }),
  });
  context.defineGradient({
    kernelName: 'DepthwiseConv2dNativeBackpropInput',
    inputsToSave: ['dy', 'filter'],
    gradFunc: (ddx, [dy, filter], attrs) => ({
      dy: () => forward(ddx as Tensor, filter, attrs),
      filter: () => toFilter(ddx as Tensor, dy, filter.shape, attrs),
    }),
  });
  context.defineGradient({
    kernelName: 'DepthwiseConv2dNativeBackpropFilter',
    inputsToSave: ['x', 'dy'],
    gradFunc: (ddFilter, [x, dy], attrs) => ({
      x: () => toInput(dy, ddFilter as Tensor, x.shape, attrs),
      dy: () => forward(x, ddFilter as Tensor, attrs),
    }),
  });
}

function geometryNumbers(g: Geometry, multiplier: number): number[] {
  const sizes = [g.height, g.width, g.channels, multiplier, g.outHeight, g.outWidth, g.filterHeight, g.filterWidth];
  return sizes.concat(g.strideY, g.strideX, g.dilationY, g.dilationX, g.padTop, g.padLeft);
}
