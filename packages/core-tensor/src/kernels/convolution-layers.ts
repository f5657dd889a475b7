/**
 * @file Stock convolution layers in training. TensorFlow.js fuses bias and product there too where there is no activation, and the
 * gradient of its fused operation computes all parts at once: that of a critic's filters while the generator learns, and that of real
 * pictures. Taken apart, each is computed only where something learns from it.
 */
import type { Tensor, Tensor4D } from '@tensorflow/tfjs-core';
import type { KernelContext } from './kernel-context.js';
import { accelerateLayer, isOnTape } from './layers/stock-layer.js';

/** The parts of a layer that its call reads. */
interface ConvolutionLayer {
  kernel: { read(): Tensor4D };
  bias: { read(): Tensor } | null;
  activation: { apply(x: Tensor): Tensor } | null;
  strides: [number, number];
  padding: 'valid' | 'same';
  dilationRate: [number, number];
  dataFormat: string;
}

/** Stands in front of the layer's call. */
export async function accelerateConvolutionLayers(context: KernelContext): Promise<void> {
  const { tf } = context;
  const { layers } = await import('@tensorflow/tfjs-layers');
  accelerateLayer<ConvolutionLayer>(context, layers.conv2d({ filters: 1, kernelSize: 1 }), (layer, input) => {
    if (!isOnTape(context) || layer.dataFormat !== 'channelsLast' || input.rank !== 4) return undefined;
    const { kernel, bias, activation, strides, padding, dilationRate } = layer;
    const product = tf.conv2d(input as Tensor4D, kernel.read(), strides, padding, 'NHWC', dilationRate);
    const sum = bias ? tf.add(product, bias.read()) : product;
    return activation ? activation.apply(sum) : sum;
  });
}
