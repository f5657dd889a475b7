/**
 * @file The U-Net that translates a picture into another one of the same size (Ronneberger, Fischer and Brox 2015, "U-Net: convolutional networks
 * for biomedical image segmentation"; as a generator Isola, Zhu, Zhou and Efros 2017, "Image-to-image translation with conditional adversarial
 * networks", appendix 6.1): halve until the whole scene is seen at once, double back up, and at each size hand over what was there on the way down,
 * so that edges need not pass through the narrow middle.
 */
import * as tf from '@tensorflow/tfjs-core';
import * as layers from '@tensorflow/tfjs-layers';
import type { LayersModel, SymbolicTensor } from '@tensorflow/tfjs-layers';
import type { Random } from '@filmai/core-tensor/random';
import { activated, pictureStep, type PictureNormalization } from './picture-layers.js';
import { layerSeed } from './seeded-initializers.js';

/** How a U-Net is built. */
export interface UnetPlan {
  /** Name of the network. */
  name: string;
  sourceChannels: number;
  targetChannels: number;
  /** Filters after the first halving; twice as many after each further one, at most eight times. */
  width: number;
  /** How often the size is halved. Sizes of pictures must divide by 2 to this power. */
  depth: number;
  /** Between convolutions and activations; never in the first and the innermost step. */
  normalization: PictureNormalization;
  /** Share of features dropped in the three innermost steps of the way up, 0 for none. */
  dropout: number;
  /** Filters of a last convolution at full size, which sees the source once more; 0, as in the paper, for none. Keeps thin lines sharp. */
  detail: number;
  /** Whether the first channels of the source, weighed, are added to what comes out: where the target is the source, drawn better. Needs `detail`. */
  echo: boolean;
}

/** At this many times the first width the number of filters grows no more. */
const WIDEST = 8;
/** Weight of the echo at first: tanh of this many times a value is about the value, for the middle tones. */
const FIRST_ECHO = 1.3;
/** Steps of the way up that have dropout, from the middle. */
const DROPPED_STEPS = 3;

/**
 * Builds a U-Net for pictures of any size that divides by 2^depth.
 *
 * @param plan - See `UnetPlan`.
 * @param random - Stream of the first weights; it is not moved.
 * @returns A network from [count, height, width, sourceChannels] to [count, height, width, targetChannels] in −1…1.
 */
export function createUnet(plan: UnetPlan, random: Random): LayersModel {
  const { name, sourceChannels, targetChannels, width, depth, normalization, dropout, detail, echo } = plan;
  const filtersAt = (level: number): number => width * Math.min(2 ** level, WIDEST);
  const source = layers.input({ shape: [null, null, sourceChannels], name: 'source' });
  const handed: SymbolicTensor[] = [];
  let x: SymbolicTensor = source;
  for (let level = 0; level < depth; level++) {
    const bare = level === 0 || level === depth - 1;
    const step = { name: `down-${level + 1}`, filters: filtersAt(level), kernel: 4, stride: 2, activation: 'leaky' } as const;
    x = pictureStep(x, { ...step, normalization: bare ? 'none' : normalization }, random);
    handed.push(x);
  }
  for (let level = depth - 1; level > 0; level--) {
    const step = { name: `up-${level}`, filters: filtersAt(level - 1), kernel: 4, stride: 0.5, activation: 'relu' } as const;
    x = pictureStep(x, { ...step, normalization }, random);
    if (dropout > 0 && depth - level <= DROPPED_STEPS) {
      const drop = layers.layers.dropout({
        name: `up-${level}-drop`,
        rate: dropout,
        seed: layerSeed(random, `up-${level}-drop`),
      });
      x = drop.apply(x) as SymbolicTensor;
    }
    x = layers.layers.concatenate({ name: `join-${level}` }).apply([x, handed[level - 1]]) as SymbolicTensor;
  }
  if (detail === 0) {
    x = pictureStep(x, { name: 'target', filters: targetChannels, kernel: 4, stride: 0.5, activation: 'tanh' }, random);
  } else {
    x = pictureStep(x, { name: 'up-0', filters: detail, kernel: 4, stride: 0.5, normalization, activation: 'relu' }, random);
    x = layers.layers.concatenate({ name: 'join-0' }).apply([x, source]) as SymbolicTensor;
    x = pictureStep(x, { name: 'detail', filters: detail, kernel: 3, activation: 'relu' }, random);
    x = pictureStep(x, { name: 'target', filters: targetChannels, kernel: 3 }, random);
    if (echo) {
      const heard = pictureStep(source, { name: 'echo', filters: targetChannels, kernel: 1 }, random);
      x = layers.layers.add({ name: 'sum' }).apply([x, heard]) as SymbolicTensor;
    }
    x = activated(x, 'target', 'tanh');
  }
  const network = layers.model({ inputs: source, outputs: x, name });
  if (echo) startEcho(network, sourceChannels, targetChannels);
  return network;
}

/** Each channel of the target hears the channel of the source at its place, and no other. */
function startEcho(network: LayersModel, sourceChannels: number, targetChannels: number): void {
  const kernel = new Float32Array(sourceChannels * targetChannels);
  for (let c = 0; c < targetChannels; c++) kernel[c * targetChannels + c] = FIRST_ECHO;
  tf.tidy(() => {
    const shape = [1, 1, sourceChannels, targetChannels] as [number, number, number, number];
    network.getLayer('echo').setWeights([tf.tensor4d(kernel, shape), tf.zeros([targetChannels])]);
  });
}
