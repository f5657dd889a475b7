/** @file The three networks of a style-based GAN: mapping, generator and critic (Karras et al. 2019 and 2020), with few filters. */
import * as layers from '@tensorflow/tfjs-layers';
import type { LayersModel, SymbolicTensor } from '@tensorflow/tfjs-layers';
import type { Random } from '@filmai/core-tensor/random';
import { scaledFilters } from './network-options.js';
import { LEAK } from './picture-plan.js';
import { heWeights, layerSeed } from './seeded-initializers.js';
import {
  DoubledSize,
  EqualizedDense,
  LearnedConstant,
  MinibatchDeviation,
  ModulatedConvolution,
  PixelNorm,
  StyleAverage,
} from './style-gan-layers.js';

/** How large the networks are. */
export interface StylePlan {
  /** Pixels on a side: 4, 5, 6 or 7 times a power of two. */
  size: number;
  channels: number;
  /** Numbers in a latent, and in a style. */
  latent: number;
  /** Layers of the mapping network. */
  depth: number;
  /** Multiplies all numbers of filters. */
  width: number;
}

/**
 * Sizes of the features, from the constant to the picture: [4, 8, 16, 32] for 32 pixels, [7, 14, 28] for 28.
 *
 * @param size - Pixels on a side.
 * @returns Empty where the size is not 4, 5, 6 or 7 times a power of two, at least 2.
 */
export function featureSides(size: number): number[] {
  let side = size;
  const sides = [size];
  while (side >= 8 && side % 2 === 0) {
    side /= 2;
    sides.unshift(side);
  }
  return side >= 4 && side <= 7 && sides.length > 1 ? sides : [];
}

/** Number of styles of a picture: two for each size of features. */
export function styleLayers(size: number): number {
  return 2 * featureSides(size).length;
}

/** Sides of the noise pictures of a generator, in the order of its inputs. */
export function noiseSides(size: number): number[] {
  return featureSides(size).flatMap((side, index) => (index === 0 ? [side] : [side, side]));
}

/** As many filters as keep the work of each size within bounds: 128 up to 16×16, 64 at 32×32, 32 at 64×64. */
function filtersAt(side: number, width: number): number {
  return scaledFilters(Math.min(128, 2048 / side), width);
}

/**
 * From normal latents to styles.
 *
 * @param plan - Size of the network.
 * @param random - Stream of the first weights.
 */
export function mappingNetwork({ latent, depth }: StylePlan, random: Random): LayersModel {
  const input = layers.input({ name: 'latent', shape: [latent] });
  let x = new PixelNorm({ name: 'latent-norm' }).apply(input) as SymbolicTensor;
  for (let index = 1; index <= depth; index++) {
    const name = `style-${index}`;
    // A hundredth of the others' pace, as in the paper: all pictures change with each step of these.
    x = new EqualizedDense({ name, units: latent, rate: 0.01, seed: layerSeed(random, name) }).apply(x) as SymbolicTensor;
  }
  return layers.model({
    name: 'mapping',
    inputs: input,
    outputs: new StyleAverage({ name: 'style-average' }).apply(x) as SymbolicTensor,
  });
}

/**
 * From styles and noise to pictures: features grow from a constant, and a picture grows beside them, to which each size adds its colours.
 *
 * @param plan - Size of the network.
 * @param random - Stream of the first weights.
 */
export function styleGenerator({ size, channels, latent, width }: StylePlan, random: Random): LayersModel {
  const styles = layers.input({ name: 'styles', shape: [styleLayers(size), latent] });
  const noises = noiseSides(size).map((side, index) => layers.input({ name: `noise-${index + 1}`, shape: [side, side, 1] }));
  const sides = featureSides(size);
  const seed = (name: string): number => layerSeed(random, name);
  const start = { name: 'constant', side: sides[0], filters: filtersAt(sides[0], width), seed: seed('constant') };
  let features = new LearnedConstant(start).apply(styles) as SymbolicTensor;
  let picture: SymbolicTensor | undefined;
  let style = 0;
  for (const [index, side] of sides.entries()) {
    for (const grow of index === 0 ? [false] : [true, false]) {
      const name = `features-${side}${grow ? '-grow' : ''}`;
      const convolution = new ModulatedConvolution({
        name,
        filters: filtersAt(side, width),
        kernelSize: 3,
        style,
        grow,
        seed: seed(name),
      });
      features = convolution.apply([features, styles, noises[style]]) as SymbolicTensor;
      style++;
    }
    const name = `colours-${side}`;
    // The next size's first style, as in the paper: what is seen of features changes with what is made of them.
    const colours = new ModulatedConvolution({
      name,
      filters: channels,
      kernelSize: 1,
      style,
      features: false,
      seed: seed(name),
    });
    const added = colours.apply([features, styles]) as SymbolicTensor;
    if (picture === undefined) {
      picture = added;
    } else {
      const before = new DoubledSize({ name: `picture-${side}-before` }).apply(picture) as SymbolicTensor;
      picture = layers.layers.add({ name: `picture-${side}` }).apply([before, added]) as SymbolicTensor;
    }
  }
  return layers.model({ name: 'generator', inputs: [styles, ...noises], outputs: picture as SymbolicTensor });
}

/**
 * From pictures to a number each, high for real ones.
 *
 * @param plan - Size of the network.
 * @param random - Stream of the first weights.
 */
export function styleCritic({ size, channels, width }: StylePlan, random: Random): LayersModel {
  const pixels = layers.input({ name: 'pictures', shape: [size, size, channels] });
  const convolution = (x: SymbolicTensor, name: string, filters: number, kernelSize: number, strides = 1): SymbolicTensor => {
    const layer = layers.layers.conv2d({
      name,
      filters,
      kernelSize,
      strides,
      padding: 'same',
      kernelInitializer: heWeights(random, name),
    });
    return layers.layers.leakyReLU({ name: `${name}-leak`, alpha: LEAK }).apply(layer.apply(x)) as SymbolicTensor;
  };
  const sides = featureSides(size).toReversed();
  let x = convolution(pixels, 'from-colours', filtersAt(size, width), 1);
  for (const [index, side] of sides.slice(0, -1).entries()) {
    x = convolution(x, `read-${side}`, filtersAt(side, width), 3);
    x = convolution(x, `read-${side}-halve`, filtersAt(sides[index + 1], width), 3, 2);
  }
  const last = sides[sides.length - 1];
  x = new MinibatchDeviation({ name: 'deviation' }).apply(x) as SymbolicTensor;
  x = convolution(x, `read-${last}`, filtersAt(last, width), 3);
  x = layers.layers.flatten({ name: 'features' }).apply(x) as SymbolicTensor;
  for (const [name, units, leak] of [['judge', filtersAt(last, width), true] as const, ['logit', 1, false] as const]) {
    x = layers.layers.dense({ name, units, kernelInitializer: heWeights(random, name) }).apply(x) as SymbolicTensor;
    if (leak) x = layers.layers.leakyReLU({ name: `${name}-leak`, alpha: LEAK }).apply(x) as SymbolicTensor;
  }
  return layers.model({ name: 'critic', inputs: pixels, outputs: x });
}
