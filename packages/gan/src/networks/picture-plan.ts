/**
 * @file The two layer plans of DCGAN (Radford, Metz and Chintala 2016, "Unsupervised representation learning with deep convolutional generative
 * adversarial networks"): from a vector to a picture, and from a picture to features. Conditional networks and autoencoders share them.
 *
 * Small, for 28×28:  vector → 7·7·256 → 5×5 128, stride 1 → 5×5 64, stride 2 → 5×5 channels, stride 2; back: 64 stride 2 → 128 stride 2, dropout.
 * Deep, for 64×64:   vector → 4·4·512 → 4×4 256 → 128 → 64 → channels, stride 2 each;  back: 64 → 128 → 256 → 512, stride 2 each.
 */
import * as layers from '@tensorflow/tfjs-layers';
import type { SymbolicTensor } from '@tensorflow/tfjs-layers';
import type { Random } from '@filmai/core-tensor/random';
import { scaledFilters } from './network-options.js';
import { layerSeed, normalWeights, type Initializer } from './seeded-initializers.js';

/** A picture's size and how much of a network there is for it. */
export interface PictureSize {
  /** Pixels on a side: a multiple of 4 up to 44 (small plan), a multiple of 16 from 48 to 256 (deep plan). */
  size: number;
  /** Values of a pixel: 1, 3 or 4. */
  channels: number;
  /** Multiplies all numbers of filters. */
  width: number;
}

/** What stands between a convolution and its activation. */
export type Normalization = 'batch' | 'layer' | 'none';

/** Slope of the leaky rectifier below zero. */
export const LEAK = 0.2;

/**
 * Checks a picture's size against the plans.
 *
 * @param builder - Name of the builder, as the message begins.
 * @param picture - The size.
 * @throws RangeError with the sizes that are possible.
 */
export function checkPictureSize(builder: string, { size, channels, width }: PictureSize): void {
  const small = Number.isInteger(size / 4) && size >= 8 && size <= 44;
  const deep = Number.isInteger(size / 16) && size >= 48 && size <= 256;
  if (!small && !deep)
    throw new RangeError(`${builder}: size must be a multiple of 4 in 8…44 or of 16 in 48…256, got ${String(size)}`);
  if (![1, 3, 4].includes(channels)) throw new RangeError(`${builder}: channels must be 1, 3 or 4, got ${String(channels)}`);
  if (!(width > 0 && width <= 16)) throw new RangeError(`${builder}: width must be above 0 and at most 16, got ${String(width)}`);
}

/**
 * Whether the deep plan is taken.
 *
 * @param size - Pixels on a side.
 */
export function isDeep(size: number): boolean {
  return size >= 48;
}

/**
 * The share of a critic's features that its plan drops in training.
 *
 * @param size - Pixels on a side.
 */
export function planDropout(size: number): number {
  return isDeep(size) ? 0 : 0.3;
}

/**
 * From a vector to a picture in −1…1.
 *
 * @param vector - Symbolic input [count, any].
 * @param picture - Size of the picture.
 * @param random - Stream of the first weights.
 * @param weights - How first weights are drawn, default normal with deviation 0.02.
 * @returns Symbolic output [count, size, size, channels].
 */
export function growPicture(
  vector: SymbolicTensor,
  picture: PictureSize,
  random: Random,
  weights: (random: Random, name: string) => Initializer = normalWeights,
): SymbolicTensor {
  const { size, channels, width } = picture;
  const deep = isDeep(size);
  const side = deep ? size / 16 : size / 4;
  const [first, ...others] = (deep ? [512, 256, 128, 64] : [256, 128, 64]).map((filters) => scaledFilters(filters, width));
  let x = layers.layers
    .dense({ name: 'project', units: side * side * first, useBias: false, kernelInitializer: weights(random, 'project') })
    .apply(vector) as SymbolicTensor;
  x = layers.layers.reshape({ name: 'project-grid', targetShape: [side, side, first] }).apply(x) as SymbolicTensor;
  x = normalized(x, 'project', 'batch');
  for (const [index, filters] of others.entries()) {
    const name = `grow-${index + 1}`;
    const stride = !deep && index === 0 ? 1 : 2;
    x = transposed(name, filters, deep ? 4 : 5, stride, weights(random, name)).apply(x) as SymbolicTensor;
    x = normalized(x, name, 'batch');
  }
  const last = layers.layers.conv2dTranspose({
    name: 'picture',
    filters: channels,
    kernelSize: deep ? 4 : 5,
    strides: 2,
    padding: 'same',
    activation: 'tanh',
    kernelInitializer: weights(random, 'picture'),
  });
  return last.apply(x) as SymbolicTensor;
}

/** How pictures are read. */
export interface ReadOptions {
  /** Default: none in the small plan, batch in the deep one; never in the first layer. */
  normalization?: Normalization;
  /** Share of features dropped in training; default 0.3 in the small plan, 0 in the deep one. */
  dropout?: number;
  /** How first weights are drawn, default normal with deviation 0.02. */
  weights?: (random: Random, name: string) => Initializer;
}

/**
 * From a picture to a vector of features.
 *
 * @param pixels - Symbolic input [count, size, size, channels].
 * @param picture - Size of the picture.
 * @param random - Stream of the first weights.
 * @param options - See `ReadOptions`.
 * @returns Symbolic output [count, features].
 */
export function readPicture(
  pixels: SymbolicTensor,
  { size, width }: PictureSize,
  random: Random,
  options: ReadOptions = {},
): SymbolicTensor {
  const deep = isDeep(size);
  const { normalization = deep ? 'batch' : 'none', dropout = planDropout(size), weights = normalWeights } = options;
  let x = pixels;
  for (const [index, plain] of (deep ? [64, 128, 256, 512] : [64, 128]).entries()) {
    const name = `read-${index + 1}`;
    const bare = index === 0 || normalization === 'none';
    const convolution = layers.layers.conv2d({
      name,
      filters: scaledFilters(plain, width),
      kernelSize: deep ? 4 : 5,
      strides: 2,
      padding: 'same',
      useBias: bare,
      kernelInitializer: weights(random, name),
    });
    x = normalized(convolution.apply(x) as SymbolicTensor, name, bare ? 'none' : normalization);
    if (dropout > 0) {
      const drop = layers.layers.dropout({ name: `${name}-drop`, rate: dropout, seed: layerSeed(random, `${name}-drop`) });
      x = drop.apply(x) as SymbolicTensor;
    }
  }
  return layers.layers.flatten({ name: 'features' }).apply(x) as SymbolicTensor;
}

/**
 * Normalisation, where there is one, and the leaky rectifier.
 *
 * @param x - What comes from the layer before.
 * @param name - That layer's name.
 * @param normalization - Which.
 */
export function normalized(x: SymbolicTensor, name: string, normalization: Normalization): SymbolicTensor {
  let y = x;
  // A momentum of 0.9 has forgotten the first weights after some fifty steps; the usual 0.99 needs five hundred.
  if (normalization === 'batch')
    y = layers.layers.batchNormalization({ name: `${name}-norm`, momentum: 0.9, epsilon: 1e-5 }).apply(y) as SymbolicTensor;
  if (normalization === 'layer')
    y = layers.layers.layerNormalization({ name: `${name}-norm`, epsilon: 1e-5 }).apply(y) as SymbolicTensor;
  return layers.layers.leakyReLU({ name: `${name}-leak`, alpha: LEAK }).apply(y) as SymbolicTensor;
}

function transposed(
  name: string,
  filters: number,
  kernelSize: number,
  strides: number,
  kernelInitializer: Initializer,
): layers.layers.Layer {
  return layers.layers.conv2dTranspose({
    name,
    filters,
    kernelSize,
    strides,
    padding: 'same',
    useBias: false,
    kernelInitializer,
  });
}
