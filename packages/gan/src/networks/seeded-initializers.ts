/** @file First weights from a seed: stock initialisers whose own seeds are split by the name of the layer, so that a new layer moves no other. */
import * as layers from '@tensorflow/tfjs-layers';
import type { Random } from '@filmai/core-tensor/random';

/** What the stock functions of TensorFlow.js Layers take as an initialiser. */
export type Initializer = ReturnType<typeof layers.initializers.glorotUniform>;

/**
 * Normal first weights.
 *
 * @param random - The builder's stream; it is not moved.
 * @param name - The layer's name.
 * @param deviation - Default 0.02, as Radford et al. (2016) initialise every weight of DCGAN.
 */
export function normalWeights(random: Random, name: string, deviation = 0.02): Initializer {
  return layers.initializers.randomNormal({ mean: 0, stddev: deviation, seed: layerSeed(random, name) });
}

/** Uniform first weights whose variance keeps that of what passes through (Glorot and Bengio 2010). */
export function glorotWeights(random: Random, name: string): Initializer {
  return layers.initializers.glorotUniform({ seed: layerSeed(random, name) });
}

/** Normal first weights for layers before a rectifier (He et al. 2015). */
export function heWeights(random: Random, name: string): Initializer {
  return layers.initializers.heNormal({ seed: layerSeed(random, name) });
}

/** The seed of a layer's dropout or weights; never 0, which TensorFlow.js takes for "no seed". */
export function layerSeed(random: Random, name: string): number {
  return random.split(name).integer(1, 2 ** 31 - 1);
}
