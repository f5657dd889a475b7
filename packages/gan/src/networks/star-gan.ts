/**
 * @file StarGAN: changes attributes of pictures, any to any, with one generator (Choi, Choi, Kim, Ha, Kim and Choo 2018, "StarGAN: unified generative
 * adversarial networks for multi-domain image-to-image translation"): the hour of a scene, the season, the age of a face. The critic judges patches
 * and also names the attributes:
 *
 *   critic    = E[adversarial(D(x), D(G(x, c)))] + λ_cls·E[−log D_cls(c′ | x)]                          c′ what x has, c what it shall have
 *   generator = E[adversarial(D(G(x, c)))] + λ_cls·E[−log D_cls(c | G(x, c))] + λ_rec·E‖x − G(G(x, c), c′)‖₁
 */
import * as tf from '@tensorflow/tfjs-core';
import type { Scalar, Tensor, Tensor2D, Tensor4D } from '@tensorflow/tfjs-core';
import * as layers from '@tensorflow/tfjs-layers';
import type { LayersModel, SymbolicTensor } from '@tensorflow/tfjs-layers';
import { createRandom, type Random } from '@filmai/core-tensor/random';
import { startRuntime } from '@filmai/core-tensor/runtime';
import type { LossChoice } from '../losses/adversarial-loss.js';
import { adversarialPlayers } from '../losses/adversarial-players.js';
import type { Regularisers } from '../losses/regularisers.js';
import type { Batch, LossContext, Trainable } from '../training/trainable.js';
import { meanDistance } from './cycle-game.js';
import { checkChoice, checkNumber, checkWhole } from './network-options.js';
import { patchFeatures } from './patch-critic.js';
import { PICTURE_NORMALIZATIONS, pictureStep, type PictureNormalization } from './picture-layers.js';
import { createResidualGenerator } from './residual-generator.js';
import { trainNetwork } from './run-network.js';
import { glorotWeights } from './seeded-initializers.js';
import { checkChannels, deepest, pictureArea, type PictureArea } from './translation-options.js';

/** How a StarGAN is built. Plain JSON. */
export interface StarGanOptions {
  /** How many attributes there are, at least 2 where they exclude each other. */
  attributes: number;
  /** Whether a picture has exactly one of them (a domain: the season), or any of them (a beard, glasses). Default true. */
  exclusive?: boolean;
  /** Size of the pictures in a batch, default 128 as in the paper. */
  size?: PictureArea;
  /** Channels of the pictures, default 3. */
  channels?: number;
  /** Filters of the generator at full size and of the critic's first convolution, default 64 as in the paper. */
  width?: number;
  /** Residual blocks, default 6 as in the paper. */
  blocks?: number;
  /** Halvings of the generator, default 2 as in the paper. */
  depth?: number;
  /** Halvings of the critic. Default 5, less for pictures below 128 pixels. */
  criticDepth?: number;
  /** Of the generator, default `'instance'`; the critic has none, as in the paper. */
  normalization?: PictureNormalization;
  /** Weight of naming the attributes, λ_cls. Default 1. */
  classification?: number;
  /** Weight of the way there and back, λ_rec. Default 10. */
  reconstruction?: number;
  /** The game, default `'least-squares'`; the paper has `'wasserstein-gp'`, which needs several times the time for a step. */
  loss?: LossChoice;
  /** What keeps the critic steady, default nothing. */
  regularisers?: Omit<Regularisers, 'unrolled'>;
  /** Of the first weights, default 1. */
  seed?: number | string;
}

/** Pictures of one step with what they have. */
export interface StarBatch extends Batch {
  /** [n, height, width, channels] in −1…1. */
  pictures: Tensor4D;
  /** [n, attributes]: 1 where a picture has an attribute, else 0. */
  attributes: Tensor2D;
}

/** A StarGAN: what `train` needs, and what `translate` uses. */
export interface StarGan extends Trainable<StarBatch> {
  kind: 'star-gan';
  networks: { generator: LayersModel; critic: LayersModel };
}

/**
 * Builds a StarGAN.
 *
 * @param options - See `StarGanOptions`.
 * @returns What `train` trains on batches `{ pictures, attributes }`; `translate(gan, pictures, attributes)` changes pictures.
 * @throws RangeError for an option outside its range.
 * @example
 * ```ts
 * import * as tf from '@tensorflow/tfjs-core';
 * import { createStarGan, translate } from '@filmai/gan/networks';
 *
 * const gan = await createStarGan({ attributes: 4, size: 32, width: 8, blocks: 2, seed: 7 });
 * const winter = translate(gan, tf.zeros([1, 32, 32, 3]), [0, 0, 0, 1]);
 * console.log(winter.shape.join(' ')); // 1 32 32 3
 * ```
 */
export async function createStarGan(options: StarGanOptions): Promise<StarGan> {
  const plan = planOf(options);
  await startRuntime();
  const { attributes, exclusive, area, channels, width, blocks, depth, normalization, classification } = plan;
  const random = createRandom(plan.seed).split('star-gan');
  const generator = createResidualGenerator(
    { name: 'generator', sourceChannels: channels + attributes, targetChannels: channels, width, blocks, depth, normalization },
    random.split('generator'),
  );
  const critic = createNamingCritic(channels, attributes, width, plan.criticDepth, random.split('critic'));
  const change = (pictures: Tensor4D, to: Tensor2D, { random: stream }: LossContext): Tensor4D =>
    trainNetwork(generator, stream, withAttributes(pictures, to))[0] as Tensor4D;
  const naming = (logits: Tensor, truth: Tensor2D): Scalar => tf.mul(namingLoss(logits, truth, exclusive), classification);
  const { disposeGame, ...game } = adversarialPlayers<StarBatch>({
    generator,
    critic,
    loss: plan.loss,
    regularisers: plan.regularisers,
    real: ({ pictures }) => pictures,
    generate: (batch, context) => change(batch.pictures, wishes(batch, context), context),
    judge(things, _, { random: stream }) {
      const [logits, names] = trainNetwork(critic, stream, things);
      return { logits, names };
    },
    further: {
      critic: ({ batch, judgedReal }) => ({ naming: naming(judgedReal.names, batch.attributes) }),
      generator({ batch, context, made, judgedMade }) {
        const back = change(made as Tensor4D, batch.attributes, context);
        return {
          naming: naming(judgedMade.names, wishes(batch, context)),
          reconstruction: tf.mul(meanDistance(back, batch.pictures), plan.reconstruction),
        };
      },
    },
  });
  return {
    kind: 'star-gan',
    options: { ...options },
    networks: { generator, critic },
    ...game,
    averaged: ['generator'],
    batch: { pictures: [...area, channels], attributes: [attributes] },
    dispose() {
      for (const network of [generator, critic]) network.dispose();
      disposeGame();
    },
  };
}

/**
 * Pictures with a constant map for each attribute, as the generator reads them.
 *
 * @param pictures - [n, height, width, channels].
 * @param attributes - [n, attributes].
 */
export function withAttributes(pictures: Tensor4D, attributes: Tensor2D): Tensor4D {
  const [count, height, width] = pictures.shape;
  const maps = tf.tile(tf.reshape(attributes, [count, 1, 1, attributes.shape[1]]), [1, height, width, 1]);
  return tf.concat([pictures, maps as Tensor4D], 3);
}

/** What the pictures shall have: what others in the batch have. The same in each call of a step, since `split` moves nothing. */
function wishes({ attributes }: StarBatch, { random }: LossContext): Tensor2D {
  const places = Array.from({ length: attributes.shape[0] }, (_, i) => i);
  return tf.gather(attributes, random.split('wishes').shuffle(places));
}

/** Cross entropy with logits, over exclusive attributes together or over each by itself. */
function namingLoss(logits: Tensor, truth: Tensor2D, exclusive: boolean): Scalar {
  if (exclusive) return tf.neg(tf.mean<Scalar>(tf.sum(tf.mul(truth, tf.logSoftmax(logits)), 1)));
  // softplus(x) − x·truth, Σ −log p as softplus keeps it finite.
  return tf.mean(tf.sub(tf.softplus(logits), tf.mul(logits, truth)));
}

/** A critic of patches without normalisation, with a second output that names attributes by what is seen in the mean. */
function createNamingCritic(channels: number, attributes: number, width: number, depth: number, random: Random): LayersModel {
  const pictures = layers.input({ shape: [null, null, channels], name: 'pictures' });
  const features = patchFeatures(pictures, { name: 'critic', channels, width, depth, normalization: 'none' }, random);
  const logits = pictureStep(features, { name: 'logits', filters: 1, kernel: 3 }, random);
  const mean = layers.layers.globalAveragePooling2d({ name: 'mean' }).apply(features) as SymbolicTensor;
  const named = layers.layers.dense({ name: 'names', units: attributes, kernelInitializer: glorotWeights(random, 'names') });
  return layers.model({ inputs: pictures, outputs: [logits, named.apply(mean) as SymbolicTensor], name: 'critic' });
}

function planOf(options: StarGanOptions) {
  const { attributes, exclusive = true, size = 128, channels = 3, width = 64, blocks = 6, depth = 2, seed = 1 } = options;
  const { normalization = 'instance', classification = 1, reconstruction = 10, loss = 'least-squares', regularisers } = options;
  const where = (name: string): string => `createStarGan: ${name}`;
  checkWhole(where('attributes'), attributes, exclusive ? 2 : 1, 1024);
  checkChannels(where('channels'), channels);
  checkWhole(where('width'), width, 1, 1024);
  checkWhole(where('blocks'), blocks, 1, 64);
  checkWhole(where('depth'), depth, 1, 5);
  checkNumber(where('classification'), classification, 0);
  checkNumber(where('reconstruction'), reconstruction, 0);
  checkChoice(where('normalization'), normalization, PICTURE_NORMALIZATIONS);
  const area = pictureArea('createStarGan', size, depth);
  const { criticDepth = Math.max(1, deepest(size, 7) - 2) } = options;
  checkWhole(where('criticDepth'), criticDepth, 1, 8);
  pictureArea('createStarGan (critic)', size, criticDepth);
  return {
    attributes,
    exclusive,
    area,
    channels,
    width,
    blocks,
    depth,
    seed,
    normalization,
    classification,
    reconstruction,
    loss,
    regularisers,
    criticDepth,
  };
}
