/**
 * @file A critic that judges patches: its output is a map of logits, each of which sees one part of the picture, so it watches texture and edges and
 * leaves the layout to other losses (Li and Wand 2016, "Precomputed real-time texture synthesis with Markovian generative adversarial networks";
 * Isola et al. 2017, "PatchGAN").
 */
import * as layers from '@tensorflow/tfjs-layers';
import type { LayersModel, SymbolicTensor } from '@tensorflow/tfjs-layers';
import type { Random } from '@filmai/core-tensor/random';
import { pictureStep, type PictureNormalization } from './picture-layers.js';

/** How a patch critic is built. */
export interface PatchCriticPlan {
  /** Name of the network. */
  name: string;
  channels: number;
  /** Filters of the first convolution; twice as many in each further one, at most eight times. */
  width: number;
  /** Halvings: 1, 2 and 3 see patches of 16, 34 and 70 pixels. */
  depth: number;
  /** Between convolutions and activations; never in the first one. */
  normalization: PictureNormalization;
}

/**
 * Builds a critic of patches: 4×4 convolutions, `depth` of them with stride 2, one more with stride 1, and one to the logits.
 *
 * @param plan - See `PatchCriticPlan`.
 * @param random - Stream of the first weights; it is not moved.
 * @returns A network from [count, height, width, channels] to logits [count, height / 2^depth, width / 2^depth, 1].
 */
export function createPatchCritic(plan: PatchCriticPlan, random: Random): LayersModel {
  const pictures = layers.input({ shape: [null, null, plan.channels], name: 'pictures' });
  const features = patchFeatures(pictures, plan, random);
  const logits = pictureStep(features, { name: 'logits', filters: 1, kernel: 4 }, random);
  return layers.model({ inputs: pictures, outputs: logits, name: plan.name });
}

/**
 * All of a patch critic but its last convolution, for critics with more to say than real or made.
 *
 * @param pictures - Symbolic input [count, height, width, channels].
 * @param plan - See `PatchCriticPlan`.
 * @param random - Stream of the first weights; it is not moved.
 * @returns Symbolic features [count, height / 2^depth, width / 2^depth, filters].
 */
export function patchFeatures(
  pictures: SymbolicTensor,
  { width, depth, normalization }: PatchCriticPlan,
  random: Random,
): SymbolicTensor {
  let x = pictures;
  for (let level = 0; level <= depth; level++) {
    const filters = width * Math.min(2 ** level, 8);
    const step = { name: `look-${level + 1}`, filters, kernel: 4, stride: level < depth ? 2 : 1, activation: 'leaky' } as const;
    x = pictureStep(x, { ...step, normalization: level === 0 ? 'none' : normalization }, random);
  }
  return x;
}
