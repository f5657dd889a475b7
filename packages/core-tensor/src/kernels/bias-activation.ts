/** @file What the fused kernels of TensorFlow.js do after the product: a bias for each channel, and an activation. */
import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { ImageModule } from './image-module.js';
import type { KernelContext } from './kernel-context.js';

/** Attributes of fused kernels. */
export interface ActivationAttributes {
  activation?: string;
  leakyreluAlpha?: number;
}

/** Whether ours can do it; others are left to the stock kernels. */
export function isFusable(
  bias: TensorInfo | undefined | null,
  channels: number,
  { activation = 'linear' }: ActivationAttributes,
): boolean {
  const isPerChannel = !bias || (bias.dtype === 'float32' && bias.shape.length <= 1 && (bias.shape[0] ?? 1) === channels);
  return isPerChannel && ['linear', 'relu', 'relu6', 'leakyrelu'].includes(activation);
}

/** Adds the bias to `y` [..., channels] and applies the activation, in place. */
export function addBiasInPlace(
  context: KernelContext,
  image: ImageModule,
  y: TensorInfo,
  bias: TensorInfo | undefined | null,
  { activation = 'linear', leakyreluAlpha = 0.2 }: ActivationAttributes,
): void {
  if (!bias && activation === 'linear') return;
  const channels = y.shape.at(-1) ?? 1;
  const slope = activation === 'linear' ? 1 : activation === 'leakyrelu' ? leakyreluAlpha : 0;
  const ceiling = activation === 'relu6' ? 6 : Infinity;
  const rows = context.tf.util.sizeFromShape(y.shape) / channels;
  image.addBias(context.pointer(y), bias ? context.pointer(bias) : 0, rows, channels, slope, ceiling);
}
