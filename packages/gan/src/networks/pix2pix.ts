/**
 * @file pix2pix: translates pictures into others of the same layout, learnt from pairs (Isola, Zhu, Zhou and Efros 2017, "Image-to-image translation
 * with conditional adversarial networks"): maps of labels into scenes, outlines into drawings, day into night.
 *
 *   generator = E[adversarial(D(x, G(x)))] + λ·E‖y − G(x)‖₁      critic = E[adversarial(D(x, y), D(x, G(x)))]
 */
import * as tf from '@tensorflow/tfjs-core';
import type { Tensor4D } from '@tensorflow/tfjs-core';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import { createRandom } from '@filmai/core-tensor/random';
import { startRuntime } from '@filmai/core-tensor/runtime';
import { adversarialPlayers } from '../losses/adversarial-players.js';
import type { LossChoice } from '../losses/adversarial-loss.js';
import type { Regularisers } from '../losses/regularisers.js';
import type { Batch, Trainable } from '../training/trainable.js';
import { checkChoice, checkNumber, checkWhole } from './network-options.js';
import { createPatchCritic } from './patch-critic.js';
import { PICTURE_NORMALIZATIONS, type PictureNormalization } from './picture-layers.js';
import { trainNetwork } from './run-network.js';
import { checkChannels, deepest, pictureArea, type PictureArea } from './translation-options.js';
import { createUnet } from './u-net.js';

/** How a pix2pix is built. Plain JSON. */
export interface Pix2pixOptions {
  /** Size of the pictures in a batch, default 256. */
  size?: PictureArea;
  /** Channels of what is translated: 1 or 3 for pictures, the number of classes for one-hot maps. Default 3. */
  sourceChannels?: number;
  /** Channels of what comes out. Default 3. */
  targetChannels?: number;
  /** Filters after the first halving, default 64 as in the paper. */
  width?: number;
  /** Halvings of the U-Net, default as many as `size` allows, at most 8 as in the paper. */
  depth?: number;
  /** Filters of a last convolution at full size that sees the source once more; default 0, none, as in the paper. Keeps thin lines sharp. */
  detail?: number;
  /**
   * Whether the first channels of the source are added to the output, weighed: for targets that are their source, drawn better. Training then begins
   * near it. Needs `detail` and at least as many channels in the source as in the target. Default false, as in the paper.
   */
  echo?: boolean;
  /** Filters of the critic's first convolution, default `width`. */
  criticWidth?: number;
  /** Halvings of the critic: 1, 2, 3 see patches of 16, 34, 70 pixels. Default 3 as in the paper, less for pictures below 64 pixels. */
  criticDepth?: number;
  /** Between convolutions and activations, default `'instance'`, which the paper's batches of one come to. */
  normalization?: PictureNormalization;
  /** Share of features dropped in the three innermost steps of the way up, 0…0.9. Default 0; the paper has 0.5 in place of noise. */
  dropout?: number;
  /** Weight of the distance to the target, λ. Default 100. */
  reconstruction?: number;
  /** The game, default `'non-saturating'`. */
  loss?: LossChoice;
  /** What keeps the game steady, default nothing. Augmentation would move pictures away from their sources: augment the batches instead. */
  regularisers?: Omit<Regularisers, 'augment'>;
  /** Of the first weights, default 1. */
  seed?: number | string;
}

/** Pairs of one step, in −1…1; one-hot maps in 0…1. */
export interface Pix2pixBatch extends Batch {
  /** [n, height, width, sourceChannels] */
  source: Tensor4D;
  /** [n, height, width, targetChannels] */
  target: Tensor4D;
}

/** A pix2pix: what `train` needs, and what `translate` uses. */
export interface Pix2pix extends Trainable<Pix2pixBatch> {
  kind: 'pix2pix';
  networks: { generator: LayersModel; critic: LayersModel };
}

/**
 * Builds a pix2pix.
 *
 * @param options - See `Pix2pixOptions`.
 * @returns What `train` trains on batches `{ source, target }`, and `translate` translates with.
 * @throws RangeError for an option outside its range.
 * @example
 * ```ts
 * import * as tf from '@tensorflow/tfjs-core';
 * import { createPix2pix, translate } from '@filmai/gan/networks';
 *
 * const gan = await createPix2pix({ size: 64, sourceChannels: 12, width: 16, seed: 7 });
 * const picture = translate(gan, tf.zeros([1, 64, 64, 12]));
 * console.log(picture.shape.join(' ')); // 1 64 64 3
 * ```
 */
export async function createPix2pix(options: Pix2pixOptions = {}): Promise<Pix2pix> {
  const plan = planOf(options);
  await startRuntime();
  const { area, sourceChannels, targetChannels, width, depth, detail, echo, normalization, dropout, seed } = plan;
  const random = createRandom(seed).split('pix2pix');
  const generator = createUnet(
    { name: 'generator', sourceChannels, targetChannels, width, depth, detail, echo, normalization, dropout },
    random.split('generator'),
  );
  const critic = createPatchCritic(
    {
      name: 'critic',
      channels: sourceChannels + targetChannels,
      width: plan.criticWidth,
      depth: plan.criticDepth,
      normalization,
    },
    random.split('critic'),
  );
  const game = adversarialPlayers<Pix2pixBatch>({
    generator,
    critic,
    loss: plan.loss,
    regularisers: plan.regularisers,
    real: ({ target }) => target,
    generate: ({ source }, context) => trainNetwork(generator, context.random, source)[0],
    judge: (things, { source }, context) => trainNetwork(critic, context.random, tf.concat([source, things], 3))[0],
    further: {
      generator: ({ batch, made }) => ({
        reconstruction: tf.mul(tf.mean(tf.abs(tf.sub(batch.target, made))), plan.reconstruction),
      }),
    },
  });
  const { players, saveMemory, restoreMemory, disposeGame } = game;
  return {
    kind: 'pix2pix',
    options: { ...options },
    networks: { generator, critic },
    averaged: ['generator'],
    players,
    batch: { source: [...area, sourceChannels], target: [...area, targetChannels] },
    saveMemory,
    restoreMemory,
    dispose() {
      for (const network of [generator, critic]) network.dispose();
      disposeGame();
    },
  };
}

function planOf(options: Pix2pixOptions) {
  const {
    size = 256,
    sourceChannels = 3,
    targetChannels = 3,
    width = 64,
    detail = 0,
    dropout = 0,
    reconstruction = 100,
  } = options;
  const { normalization = 'instance', loss = 'non-saturating', regularisers, criticWidth = width, seed = 1 } = options;
  const { depth = deepest(size, 8), echo = false } = options;
  const where = (name: string): string => `createPix2pix: ${name}`;
  checkChannels(where('sourceChannels'), sourceChannels);
  checkChannels(where('targetChannels'), targetChannels);
  checkWhole(where('width'), width, 1, 1024);
  checkWhole(where('criticWidth'), criticWidth, 1, 1024);
  checkWhole(where('depth'), depth, 1, 10);
  checkWhole(where('detail'), detail, 0, 1024);
  checkNumber(where('dropout'), dropout, 0, 0.9);
  checkNumber(where('reconstruction'), reconstruction, 0);
  checkChoice(where('normalization'), normalization, PICTURE_NORMALIZATIONS);
  if (echo && (detail === 0 || sourceChannels < targetChannels)) {
    throw new RangeError(
      `createPix2pix: echo needs detail above 0 and sourceChannels of at least ${targetChannels}, got ${detail} and ${sourceChannels}`,
    );
  }
  const area = pictureArea('createPix2pix', size, depth);
  const { criticDepth = Math.max(1, Math.min(3, deepest(size, 8) - 3)) } = options;
  checkWhole(where('criticDepth'), criticDepth, 1, 6);
  pictureArea('createPix2pix (critic)', size, criticDepth);
  return {
    area,
    sourceChannels,
    targetChannels,
    width,
    depth,
    detail,
    echo,
    dropout,
    reconstruction,
    normalization,
    loss,
    regularisers,
    criticWidth,
    criticDepth,
    seed,
  };
}
