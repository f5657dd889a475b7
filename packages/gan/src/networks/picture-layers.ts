/**
 * @file Steps that networks from picture to picture are made of: a convolution, up, down or at the same size, with its normalisation and
 * activation. All are stock layers of Keras, and of TensorFlow.js but for group normalisation.
 */
import * as layers from '@tensorflow/tfjs-layers';
import type { SymbolicTensor } from '@tensorflow/tfjs-layers';
import type { Random } from '@filmai/core-tensor/random';
import { groupNormalization } from './group-normalization.js';
import { glorotWeights, heWeights } from './seeded-initializers.js';

/**
 * What stands between a convolution and its activation. `'instance'` normalises each channel of each picture by itself (Ulyanov, Vedaldi and
 * Lempitsky 2016, "Instance normalization: the missing ingredient for fast stylization"), without weights of its own.
 */
export type PictureNormalization = 'instance' | 'batch' | 'none';

/** Names of the normalisations. */
export const PICTURE_NORMALIZATIONS: readonly PictureNormalization[] = ['instance', 'batch', 'none'];

/** One step of a network. */
export interface PictureStep {
  /** Name of the convolution; normalisation and activation derive theirs from it. */
  name: string;
  filters: number;
  /** Pixels on a side of the filter. */
  kernel: number;
  /** `2` halves the size, `0.5` doubles it, default 1. */
  stride?: 1 | 2 | 0.5;
  /** Default `'none'`. */
  normalization?: PictureNormalization;
  /** `'leaky'` has slope 0.2 below zero. Default `'none'`. */
  activation?: 'relu' | 'leaky' | 'tanh' | 'none';
}

/**
 * Adds a step to a network. At the borders pictures go on in zeros, so sizes divide and multiply exactly.
 *
 * @param x - Symbolic input [count, height, width, channels].
 * @param step - Which step.
 * @param random - The network's stream of first weights; it is not moved.
 * @returns Symbolic output.
 */
export function pictureStep(x: SymbolicTensor, step: PictureStep, random: Random): SymbolicTensor {
  const { name, filters, kernel, stride = 1, normalization = 'none', activation = 'none' } = step;
  // Filters before a rectifier are drawn as He et al. (2015) say; the paper's fixed deviation of 0.02 is right for its 64 filters and too small for fewer.
  const rectified = activation === 'relu' || activation === 'leaky';
  const options = {
    name,
    filters,
    kernelSize: kernel,
    padding: 'same' as const,
    // A normalisation takes an offset away again.
    useBias: normalization === 'none',
    kernelInitializer: (rectified ? heWeights : glorotWeights)(random, name),
  };
  const convolution =
    stride === 0.5
      ? layers.layers.conv2dTranspose({ ...options, strides: 2 })
      : layers.layers.conv2d({ ...options, strides: stride });
  return activated(normalizedPictures(convolution.apply(x) as SymbolicTensor, name, normalization), name, activation);
}

/**
 * Adds an activation.
 *
 * @param x - Symbolic input.
 * @param name - Name of the layer before.
 * @param activation - Which.
 */
export function activated(x: SymbolicTensor, name: string, activation: PictureStep['activation']): SymbolicTensor {
  if (activation === 'relu') return layers.layers.reLU({ name: `${name}-relu` }).apply(x) as SymbolicTensor;
  if (activation === 'leaky') return layers.layers.leakyReLU({ name: `${name}-leak`, alpha: 0.2 }).apply(x) as SymbolicTensor;
  if (activation === 'tanh')
    return layers.layers.activation({ name: `${name}-tanh`, activation: 'tanh' }).apply(x) as SymbolicTensor;
  return x;
}

function normalizedPictures(x: SymbolicTensor, name: string, normalization: PictureNormalization): SymbolicTensor {
  if (normalization === 'instance') {
    const instance = groupNormalization({ name: `${name}-norm`, groups: -1, epsilon: 1e-5, center: false, scale: false });
    return instance.apply(x) as SymbolicTensor;
  }
  if (normalization === 'batch') {
    return layers.layers.batchNormalization({ name: `${name}-norm`, momentum: 0.9, epsilon: 1e-5 }).apply(x) as SymbolicTensor;
  }
  return x;
}
