/** @file A style-based GAN in small (Karras, Laine and Aila 2019, "A style-based generator architecture for generative adversarial networks"; Karras et al. 2020). */
import * as tf from '@tensorflow/tfjs-core';
import type { Scalar, Tensor, Tensor3D, Tensor4D } from '@tensorflow/tfjs-core';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import { correctGradients } from '@filmai/core-tensor/kernels';
import { createRandom, type Random } from '@filmai/core-tensor/random';
import { startRuntime } from '@filmai/core-tensor/runtime';
import { adversarialPlayers, type PenaltyOptions } from '../losses/index.js';
import type { LossContext, Trainable } from '../training/trainable.js';
import { inPieces, normalLatents } from './latents.js';
import { checkChoice, checkNumber, checkWhole } from './network-options.js';
import { checkGame, type GameOptions } from './picture-gan.js';
import { runNetwork, trainNetwork } from './run-network.js';
import { registerStyleGanLayers } from './style-gan-layers.js';
import { featureSides, mappingNetwork, noiseSides, styleCritic, styleGenerator, styleLayers } from './style-gan-networks.js';

/** How a StyleGAN is built and trained. */
export interface StyleGanOptions extends GameOptions {
  /** Pixels on a side: 4, 5, 6 or 7 times a power of two, 8…256; default 32. */
  size?: number;
  /** Values of a pixel, 1, 3 or 4; default 3. */
  channels?: number;
  /** Numbers in a latent, and in a style; default 64. */
  latent?: number;
  /** Layers of the mapping network, 1…8, default 4. */
  depth?: number;
  /** Multiplies all numbers of filters, default 1: 128 up to 16×16, 64 at 32×32, 32 at 64×64. */
  width?: number;
  /** Share of pictures that are trained with two styles, 0…1, default 0.9. */
  mixing?: number;
  /** Weight of the path-length penalty, and how often it is due; default 2, every 4 steps. A weight of 0 leaves it out. */
  pathLength?: PenaltyOptions;
  /** Seed of the first weights, default 1. */
  seed?: number | string;
}

/** A StyleGAN. Styles are [count, layers, latent]: one for each layer, coarse ones first. */
export interface StyleGan extends Trainable {
  /** The three networks, as they are saved; to load them, call `registerStyleGanLayers` before. */
  networks: Readonly<Record<'mapping' | 'generator' | 'critic', LayersModel>>;
  /** Numbers in a latent, and in a style. */
  latent: number;
  /** Number of styles of a picture. */
  layers: number;
  /**
   * Styles of latents [count, latent], all layers alike. `truncation`, 0…1, draws them to the average style: 1 (default) not at all, 0 all the way;
   * values about 0.7 give fewer odd pictures and less variety.
   */
  styles(latents: Tensor, options?: { truncation?: number }): Tensor3D;
  /** Pictures in −1…1 of styles, with noise from `noise`, or none: then equal styles give equal pictures. The caller disposes them. */
  generate(styles: Tensor, options?: { noise?: Random }): Tensor4D;
  /** Made pictures in −1…1. */
  sample(count: number, random: Random, options?: { truncation?: number }): Tensor4D;
}

/**
 * Builds a StyleGAN: a mapping network turns latents into styles; the generator grows pictures from a constant by convolutions that styles modulate, with noise
 * for what is random in a picture; the critic sees how much a batch varies. Trained with style mixing, R1 (weight 1, every 16 steps, unless `regularisers` say
 * otherwise) and path-length regularisation, with Adam(1e-3, β₁ 0, β₂ 0.99). The generator learns residuals of colours at every size, as StyleGAN 2 does.
 *
 * @param options - See `StyleGanOptions`.
 * @returns The GAN. Batches are `{ pictures: [n, size, size, channels] }` in −1…1, at least two pictures each.
 * @throws RangeError for options that can't be.
 * @example
 * ```ts
 * import { createRandom } from '@filmai/core-tensor/random';
 * import { createStyleGan } from '@filmai/gan/networks';
 *
 * const gan = await createStyleGan({ size: 16, width: 0.1, latent: 8, seed: 7 });
 * console.log(gan.layers, gan.sample(2, createRandom(1), { truncation: 0.7 }).shape); // 6 [ 2, 16, 16, 3 ]
 * gan.dispose();
 * ```
 */
export async function createStyleGan(options: StyleGanOptions = {}): Promise<StyleGan> {
  const { size = 32, channels = 3, latent = 64, depth = 4, width = 1, mixing = 0.9, seed = 1, loss = 'non-saturating' } = options;
  const { pathLength = { weight: 2, every: 4 }, regularisers = { r1: { weight: 1, every: 16 } } } = options;
  const { adam = { learningRate: 1e-3, beta1: 0, beta2: 0.99 } } = options;
  checkOptions({ size, channels, latent, depth, width, mixing, pathLength });
  checkGame({ loss, regularisers, adam });
  await startRuntime();
  registerStyleGanLayers();
  const random = createRandom(seed);
  const plan = { size, channels, latent, depth, width };
  const mapping = mappingNetwork(plan, random.split('mapping'));
  const generator = styleGenerator(plan, random.split('generator'));
  const critic = styleCritic(plan, random.split('critic'));
  const count = styleLayers(size);
  const drawStyles = (context: LossContext, pictures: number): Tensor3D => {
    const [first, second] = [0, 1].map(() => {
      const [styles] = trainNetwork(mapping, context.random, context.normal([pictures, latent]));
      return tf.expandDims(styles, 1);
    });
    const ofFirst = crossovers(context.random, pictures, count, mixing);
    return tf.add(tf.mul(first, ofFirst), tf.mul(second, tf.sub(1, ofFirst)));
  };
  const draw = (styles: Tensor, context: LossContext): Tensor4D => {
    const noises = noiseSides(size).map((side) => context.normal([styles.shape[0], side, side, 1]));
    return trainNetwork(generator, context.random, styles, ...noises)[0] as Tensor4D;
  };
  const path = createPathLength(pathLength.weight * (pathLength.every ?? 1));
  const due = (step: number): boolean => pathLength.weight > 0 && step % (pathLength.every ?? 1) === 0;
  const adversary = adversarialPlayers({
    generator,
    critic,
    loss,
    regularisers,
    adam: { generator: adam, critic: adam },
    alsoMoved: ['mapping'],
    real: (batch) => batch.pictures,
    generate: (batch, context) => draw(drawStyles(context, batch.pictures.shape[0]), context),
    further: {
      generator: ({ batch, context }): Record<string, Scalar> => {
        if (!due(context.step)) return {};
        // Half of a batch, as in the paper: the penalty needs twice the work.
        const styles = drawStyles(context, Math.max(1, batch.pictures.shape[0] >> 1));
        return { pathLength: path.penalty(styles, (given) => draw(given, context), context) };
      },
    },
  });
  const styles: StyleGan['styles'] = (latents, { truncation = 1 } = {}) => {
    checkNumber('StyleGan.styles: truncation', truncation, 0, 1);
    return tf.tidy(() => {
      const [own] = runNetwork(mapping, latents);
      const average = mapping.getLayer('style-average').getWeights()[0];
      const drawn = tf.add(average, tf.mul(tf.sub(own, average), truncation));
      return tf.tile(tf.expandDims<Tensor3D>(drawn, 1), [1, count, 1]);
    });
  };
  const generate: StyleGan['generate'] = (given, { noise } = {}) =>
    tf.tidy(
      () => inPieces([given], (rows) => tf.clipByValue(drawInUse(generator, rows, noiseSides(size), noise), -1, 1)) as Tensor4D,
    );
  return {
    kind: 'style-gan',
    options: { ...plan, mixing, pathLength, seed, loss, regularisers },
    networks: { mapping, generator, critic },
    players: adversary.players,
    batch: { pictures: [size, size, channels] },
    averaged: ['mapping', 'generator'],
    latent,
    layers: count,
    styles,
    generate,
    sample: (pictures, stream, chosen) =>
      tf.tidy(() => generate(styles(normalLatents(stream, pictures, latent), chosen), { noise: stream })),
    saveMemory: () => ({ ...adversary.saveMemory(), 'path-length': { shape: [2], values: path.save() } }),
    restoreMemory: ({ 'path-length': saved, ...others }) => {
      adversary.restoreMemory(others);
      path.restore(saved.values);
    },
    dispose: () => {
      for (const network of [mapping, generator, critic]) network.dispose();
      adversary.disposeGame();
    },
  };
}

/**
 * Pictures that take their first styles from one and the rest from another.
 *
 * @param stylesA - Gives the first layers: what is coarse, like pose and shape. [count, layers, latent].
 * @param stylesB - Gives the others: what is fine, like colour and texture. Of the same shape.
 * @param from - The first layer that comes from `stylesB`, 0…layers.
 * @returns Styles of the same shape; the caller disposes them.
 * @throws RangeError where there is no such layer.
 * @example
 * ```ts
 * import * as tf from '@tensorflow/tfjs-core';
 * import { createStyleGan, mixStyles } from '@filmai/gan/networks';
 *
 * const gan = await createStyleGan({ size: 8, width: 0.1, latent: 4, channels: 1, seed: 7 });
 * const [a, b] = [gan.styles(tf.ones([1, 4])), gan.styles(tf.tensor2d([[1, -1, 0, 2]]))];
 * console.log(gan.generate(mixStyles(a, b, 2)).shape); // [ 1, 8, 8, 1 ]
 * gan.dispose();
 * ```
 */
export function mixStyles(stylesA: Tensor, stylesB: Tensor, from: number): Tensor3D {
  checkWhole('mixStyles: from', from, 0, stylesA.shape[1]);
  return tf.tidy(() => {
    const [count, layers, latent] = stylesA.shape;
    const first = tf.slice(stylesA, [0, 0, 0], [count, from, latent]);
    return tf.concat([first, tf.slice(stylesB, [0, from, 0], [count, (layers ?? 0) - from, latent])], 1) as Tensor3D;
  });
}

function checkOptions(
  options: Required<Pick<StyleGanOptions, 'size' | 'channels' | 'latent' | 'depth' | 'width' | 'mixing' | 'pathLength'>>,
): void {
  const { size, channels, latent, depth, width, mixing, pathLength } = options;
  if (!Number.isInteger(size) || size > 256 || featureSides(size).length === 0)
    throw new RangeError(`createStyleGan: size must be 4, 5, 6 or 7 times a power of two, in 8…256, got ${String(size)}`);
  checkChoice('createStyleGan: channels', channels, [1, 3, 4]);
  checkWhole('createStyleGan: latent', latent, 1);
  checkWhole('createStyleGan: depth', depth, 1, 8);
  checkNumber('createStyleGan: width', width, 0.01, 16);
  checkNumber('createStyleGan: mixing', mixing, 0, 1);
  checkNumber('createStyleGan: pathLength.weight', pathLength.weight, 0);
  checkWhole('createStyleGan: pathLength.every', pathLength.every ?? 1, 1);
}

/** 1 where a picture's layer has its first style, 0 where its second, [pictures, layers, 1]. */
function crossovers(random: Random, pictures: number, layers: number, mixing: number): Tensor3D {
  const ends = Array.from({ length: pictures }, () => (random.chance(mixing) ? random.integer(1, layers - 1) : layers));
  const values = ends.flatMap((end) => Array.from({ length: layers }, (_, layer) => (layer < end ? 1 : 0)));
  return tf.tensor3d(values, [pictures, layers, 1]);
}

function drawInUse(generator: LayersModel, styles: Tensor, sides: readonly number[], noise: Random | undefined): Tensor {
  const noises = sides.map((side) => {
    const shape: [number, number, number, number] = [styles.shape[0], side, side, 1];
    if (!noise) return tf.zeros(shape);
    const values = Float32Array.from({ length: styles.shape[0] * side * side }, () => noise.normal());
    return tf.tensor4d(values, shape);
  });
  return runNetwork(generator, styles, ...noises)[0];
}

/**
 * The path-length penalty: a step of one length in style space should change the picture by one amount, wherever and whereto it goes (Karras et al. 2020,
 * section 3.2). The amount is the moving average of what is measured.
 */
function createPathLength(weight: number) {
  let mean = 0;
  let measured = 0;
  return {
    penalty(styles: Tensor3D, generate: (styles: Tensor) => Tensor4D, context: LossContext): Scalar {
      correctGradients(tf);
      const slopes = tf.grad((given: Tensor) => {
        const pictures = generate(given);
        const [, height, width] = pictures.shape;
        return tf.sum(tf.mul(pictures, context.normal(pictures.shape, 1 / Math.sqrt(height * width))));
      })(styles);
      const lengths = tf.sqrt(tf.add(tf.mean(tf.sum(tf.square(slopes), 2), 1), 1e-8));
      const now = tf.mean(lengths).dataSync()[0];
      // The first measurement stands for the average; later ones move it by a hundredth, as in the paper.
      mean = measured === 0 ? now : mean + (now - mean) * 0.01;
      measured = 1;
      return tf.mul(tf.mean(tf.square(tf.sub(lengths, mean))), weight);
    },
    save: () => Float32Array.of(mean, measured),
    restore: (values: Float32Array) => {
      [mean, measured] = values;
    },
  };
}
