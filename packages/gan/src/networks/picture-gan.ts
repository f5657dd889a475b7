/** @file What dense, convolutional, conditional and auxiliary-classifier GANs share: a game of two networks over latents, and classes where there are any. */
import * as tf from '@tensorflow/tfjs-core';
import type { Scalar, Tensor, Tensor4D } from '@tensorflow/tfjs-core';
import * as layers from '@tensorflow/tfjs-layers';
import type { LayersModel, SymbolicTensor } from '@tensorflow/tfjs-layers';
import type { Random } from '@filmai/core-tensor/random';
import { GanError } from '../errors/gan-error.js';
import { adversarialPlayers, createLoss, type AdversaryOptions, type LossChoice, type Regularisers } from '../losses/index.js';
import { checkRegularisers } from '../losses/regularisers.js';
import type { Batch, LossContext, Player, Trainable } from '../training/trainable.js';
import { inPieces, labelsInTurn, normalLatents, oneHotLabels } from './latents.js';
import { runNetwork, trainNetwork } from './run-network.js';

/** The game that two networks play. */
export interface GameOptions {
  /** Default `'non-saturating'`. */
  loss?: LossChoice;
  /** Penalties, spectral norm, unrolled steps, augmentation; default none. */
  regularisers?: Regularisers;
  /** Adam's numbers for both players; default those of the game: (2e-4, 0.5, 0.999), with a Wasserstein penalty (1e-4, 0, 0.9). `train` may set other rates. */
  adam?: Player['adam'];
}

/** A GAN of pictures. */
export interface PictureGan extends Trainable {
  /** The two networks, as they are saved. */
  networks: Readonly<Record<'generator' | 'critic', LayersModel>>;
  /** Numbers in a latent. */
  latent: number;
  /** Made pictures in −1…1, of classes in turn where the GAN has classes. */
  sample(count: number, random: Random): Tensor4D;
  /** Pictures of given latents [count, latent]; GANs with classes take labels [count], whole numbers. The caller disposes them. */
  generate(latents: Tensor, labels?: Tensor): Tensor4D;
}

/** A GAN of pictures whose classes one chooses. */
export interface ClassGan extends PictureGan {
  /** Number of classes. */
  classes: number;
  /** Pictures of given latents [count, latent] and classes [count], whole numbers. The caller disposes them. */
  generate(latents: Tensor, labels: Tensor): Tensor4D;
}

/** What a builder brings. */
export interface PictureGanParts {
  kind: string;
  /** All options with their defaults. */
  settings: Readonly<Record<string, unknown>>;
  generator: LayersModel;
  critic: LayersModel;
  latent: number;
  /** Number of classes, if any: the generator's second input is then the label. */
  classes?: number;
  /** How pictures are judged; default: the critic's first output on pictures alone. */
  judge?: AdversaryOptions['judge'];
  /** Losses beside the game's. */
  further?: AdversaryOptions['further'];
  game: GameOptions;
}

/**
 * Checks a game before any network is built for it.
 *
 * @throws RangeError for a loss, a regulariser or numbers of Adam that can't be.
 */
export function checkGame({ loss = 'non-saturating', regularisers = {}, adam }: GameOptions): void {
  createLoss(loss);
  checkRegularisers(regularisers);
  if (!adam) return;
  const { learningRate, beta1, beta2 } = adam;
  if (!(learningRate > 0 && Number.isFinite(learningRate)))
    throw new RangeError(`adam: learningRate must be above 0, got ${learningRate}`);
  for (const [name, beta] of Object.entries({ beta1, beta2 }))
    if (!(beta >= 0 && beta < 1)) throw new RangeError(`adam: ${name} must be at least 0 and below 1, got ${beta}`);
}

/**
 * Makes a GAN of two networks.
 *
 * @param parts - See `PictureGanParts`.
 * @returns The GAN, ready to be trained.
 */
export function pictureGan(parts: PictureGanParts): PictureGan {
  const { kind, settings, generator, critic, latent, classes, judge, further, game } = parts;
  const { loss = 'non-saturating', regularisers = {}, adam } = game;
  const adversary = adversarialPlayers({
    generator,
    critic,
    loss,
    regularisers,
    ...(adam && { adam: { generator: adam, critic: adam } }),
    real: (batch: Batch) => batch.pictures,
    generate: (batch: Batch, context: LossContext) => {
      const latents = context.normal([batch.pictures.shape[0], latent]);
      return trainNetwork(generator, context.random, latents, ...conditionOf(kind, batch.labels, classes))[0];
    },
    judge,
    further,
  });
  const generate = (latents: Tensor, labels?: Tensor): Tensor4D => {
    if (classes === undefined && labels !== undefined)
      throw new GanError('WRONG_SHAPE', `${kind}: got labels, but it has no classes`);
    return tf.tidy(
      () =>
        inPieces([latents, ...conditionOf(kind, labels, classes)], (...rows) => runNetwork(generator, ...rows)[0]) as Tensor4D,
    );
  };
  return {
    kind,
    options: { ...settings, loss, regularisers, ...(adam && { adam }) },
    networks: { generator, critic },
    players: adversary.players,
    batch: { pictures: generator.outputs[0].shape.slice(1), ...(classes !== undefined && { labels: [] }) },
    averaged: ['generator'],
    latent,
    generate,
    sample: (count, random) =>
      tf.tidy(() =>
        generate(normalLatents(random, count, latent), classes === undefined ? undefined : labelsInTurn(count, classes)),
      ),
    saveMemory: adversary.saveMemory,
    restoreMemory: adversary.restoreMemory,
    dispose: () => {
      generator.dispose();
      critic.dispose();
      adversary.disposeGame();
    },
  };
}

/**
 * The symbolic inputs of a generator.
 *
 * @param latent - Numbers in a latent.
 * @param classes - Number of classes, if any.
 */
export function generatorInputs(latent: number, classes?: number): SymbolicTensor[] {
  const inputs = [layers.input({ name: 'latent', shape: [latent] })];
  if (classes !== undefined) inputs.push(layers.input({ name: 'label', shape: [classes] }));
  return inputs;
}

/**
 * The cross entropy of class logits, mean over the batch, in nats.
 *
 * @param logits - [count, classes].
 * @param labels - Whole numbers, [count].
 */
export function classCrossEntropy(logits: Tensor, labels: Tensor): Scalar {
  return tf.tidy(() => {
    const right = tf.sum(tf.mul(logits, oneHotLabels(labels, logits.shape[1] ?? 1)), 1);
    return tf.mean(tf.sub(tf.logSumExp(logits, 1), right));
  });
}

/** The label as a generator's or critic's input, where it has one. */
export function conditionOf(kind: string, labels: Tensor | undefined, classes: number | undefined): Tensor[] {
  if (classes === undefined) return [];
  if (labels === undefined)
    throw new GanError('WRONG_SHAPE', `${kind}, layer "label": expected labels [count], got none`, {
      remedy: `Give a whole number in 0…${classes - 1} for each picture.`,
    });
  return [oneHotLabels(labels, classes)];
}
