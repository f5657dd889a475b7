/** @file The first GAN (Goodfellow et al. 2014): two perceptrons. */
import * as layers from '@tensorflow/tfjs-layers';
import type { LayersModel, SymbolicTensor } from '@tensorflow/tfjs-layers';
import { createRandom, type Random } from '@filmai/core-tensor/random';
import { startRuntime } from '@filmai/core-tensor/runtime';
import { checkChoice, checkWhole } from './network-options.js';
import { checkGame, generatorInputs, pictureGan, type GameOptions, type PictureGan } from './picture-gan.js';
import { LEAK } from './picture-plan.js';
import { glorotWeights, layerSeed } from './seeded-initializers.js';

/** How a dense GAN is built and trained. */
export interface DenseGanOptions extends GameOptions {
  /** Pixels on a side, 1…256; default 28. */
  size?: number;
  /** Values of a pixel, 1, 3 or 4; default 1. */
  channels?: number;
  /** Numbers in a latent, default 64. */
  latent?: number;
  /** Units of the generator's hidden layers, default 128, 256, 512; the critic has them in reverse. */
  hidden?: readonly number[];
  /** Seed of the first weights, default 1. */
  seed?: number | string;
}

/**
 * Builds a GAN of dense layers: latent → hidden layers with batch norm and leaky ReLU 0.2 → tanh, and a critic of the same hidden layers in reverse with dropout 0.3.
 *
 * @param options - See `DenseGanOptions`.
 * @returns The GAN. Batches are `{ pictures: [n, size, size, channels] }` in −1…1.
 * @throws RangeError for options that can't be.
 * @example
 * ```ts
 * import { createRandom } from '@filmai/core-tensor/random';
 * import { createDenseGan } from '@filmai/gan/networks';
 *
 * const gan = await createDenseGan({ size: 8, latent: 4, hidden: [16], seed: 7 });
 * console.log(gan.sample(2, createRandom(1)).shape); // [ 2, 8, 8, 1 ]
 * gan.dispose();
 * ```
 */
export async function createDenseGan(options: DenseGanOptions = {}): Promise<PictureGan> {
  const { size = 28, channels = 1, latent = 64, hidden = [128, 256, 512], seed = 1, ...game } = options;
  checkWhole('createDenseGan: size', size, 1, 256);
  checkChoice('createDenseGan: channels', channels, [1, 3, 4]);
  checkWhole('createDenseGan: latent', latent, 1);
  if (hidden.length === 0) throw new RangeError('createDenseGan: hidden must have at least one layer, got none');
  for (const units of hidden) checkWhole('createDenseGan: hidden', units, 1);
  checkGame(game);
  await startRuntime();
  const random = createRandom(seed);
  const picture = [size, size, channels];
  return pictureGan({
    kind: 'dense-gan',
    settings: { size, channels, latent, hidden: [...hidden], seed },
    generator: generatorNetwork(picture, latent, hidden, random.split('generator')),
    critic: criticNetwork(picture, hidden.toReversed(), random.split('critic')),
    latent,
    game,
  });
}

function generatorNetwork(picture: number[], latent: number, hidden: readonly number[], random: Random): LayersModel {
  const inputs = generatorInputs(latent);
  let x = inputs[0];
  for (const [index, units] of hidden.entries()) {
    const name = `hidden-${index + 1}`;
    x = apply(layers.layers.dense({ name, units, useBias: false, kernelInitializer: glorotWeights(random, name) }), x);
    x = apply(layers.layers.batchNormalization({ name: `${name}-norm`, momentum: 0.9, epsilon: 1e-5 }), x);
    x = apply(layers.layers.leakyReLU({ name: `${name}-leak`, alpha: LEAK }), x);
  }
  const units = picture.reduce((product, length) => product * length, 1);
  x = apply(
    layers.layers.dense({ name: 'pixels', units, activation: 'tanh', kernelInitializer: glorotWeights(random, 'pixels') }),
    x,
  );
  return layers.model({
    name: 'generator',
    inputs,
    outputs: apply(layers.layers.reshape({ name: 'picture', targetShape: picture }), x),
  });
}

function criticNetwork(picture: number[], hidden: readonly number[], random: Random): LayersModel {
  const pixels = layers.input({ name: 'pictures', shape: picture });
  let x = apply(layers.layers.flatten({ name: 'pixels' }), pixels);
  for (const [index, units] of hidden.entries()) {
    const name = `hidden-${index + 1}`;
    x = apply(layers.layers.dense({ name, units, kernelInitializer: glorotWeights(random, name) }), x);
    x = apply(layers.layers.leakyReLU({ name: `${name}-leak`, alpha: LEAK }), x);
    x = apply(layers.layers.dropout({ name: `${name}-drop`, rate: 0.3, seed: layerSeed(random, `${name}-drop`) }), x);
  }
  const logit = layers.layers.dense({ name: 'logit', units: 1, kernelInitializer: glorotWeights(random, 'logit') });
  return layers.model({ name: 'critic', inputs: pixels, outputs: apply(logit, x) });
}

function apply(layer: layers.layers.Layer, x: SymbolicTensor): SymbolicTensor {
  return layer.apply(x) as SymbolicTensor;
}
