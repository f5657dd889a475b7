/**
 * @file The generator of CycleGAN and StarGAN: halve, think in residual blocks, double (Johnson, Alahi and Fei-Fei 2016, "Perceptual losses for
 * real-time style transfer and super-resolution"; Zhu, Park, Isola and Efros 2017, appendix 7.2). Without hand-overs between sizes it changes
 * texture and colour more freely than a U-Net.
 */
import * as layers from '@tensorflow/tfjs-layers';
import type { LayersModel, SymbolicTensor } from '@tensorflow/tfjs-layers';
import type { Random } from '@filmai/core-tensor/random';
import { pictureStep, type PictureNormalization } from './picture-layers.js';

/** How a residual generator is built. */
export interface ResidualGeneratorPlan {
  /** Name of the network. */
  name: string;
  sourceChannels: number;
  targetChannels: number;
  /** Filters at full size; twice as many after each halving. */
  width: number;
  /** Residual blocks at the smallest size. */
  blocks: number;
  /** How often the size is halved. */
  depth: number;
  normalization: PictureNormalization;
}

/**
 * Builds a residual generator for pictures of any size that divides by 2^depth. Borders are filled with zeros, not mirrored as in the paper: so all
 * layers are stock ones.
 *
 * @param plan - See `ResidualGeneratorPlan`.
 * @param random - Stream of the first weights; it is not moved.
 * @returns A network from [count, height, width, sourceChannels] to [count, height, width, targetChannels] in −1…1.
 */
export function createResidualGenerator(plan: ResidualGeneratorPlan, random: Random): LayersModel {
  const { name, sourceChannels, targetChannels, width, blocks, depth, normalization } = plan;
  const source = layers.input({ shape: [null, null, sourceChannels], name: 'source' });
  const plain = { normalization, activation: 'relu' } as const;
  let x = pictureStep(source, { name: 'first', filters: width, kernel: 7, ...plain }, random);
  for (let level = 1; level <= depth; level++) {
    x = pictureStep(x, { name: `down-${level}`, filters: width * 2 ** level, kernel: 3, stride: 2, ...plain }, random);
  }
  for (let block = 1; block <= blocks; block++) {
    const filters = width * 2 ** depth;
    let inner = pictureStep(x, { name: `block-${block}a`, filters, kernel: 3, ...plain }, random);
    inner = pictureStep(inner, { name: `block-${block}b`, filters, kernel: 3, normalization }, random);
    x = layers.layers.add({ name: `block-${block}` }).apply([x, inner]) as SymbolicTensor;
  }
  for (let level = depth; level >= 1; level--) {
    // 4×4 and not the paper's 3×3: each new pixel then gets equally many taps, and no checkerboard.
    x = pictureStep(x, { name: `up-${level}`, filters: width * 2 ** (level - 1), kernel: 4, stride: 0.5, ...plain }, random);
  }
  x = pictureStep(x, { name: 'target', filters: targetChannels, kernel: 7, activation: 'tanh' }, random);
  return layers.model({ inputs: source, outputs: x, name });
}
