/**
 * @file The game of CycleGAN, apart from any builder: two generators that translate between two domains, two critics that each know one domain,
 * and what ties a translation to its source. FilmGAN plays the same game with one more loss.
 */
import * as tf from '@tensorflow/tfjs-core';
import type { Scalar, Tensor4D } from '@tensorflow/tfjs-core';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import { createRandom } from '@filmai/core-tensor/random';
import { createLoss, type LossChoice } from '../losses/adversarial-loss.js';
import { adversarialPlayers } from '../losses/adversarial-players.js';
import type { Regularisers } from '../losses/regularisers.js';
import type { Batch, LossContext, Player, PlayerLoss, Trainable } from '../training/trainable.js';
import { checkChoice, checkNumber, checkWhole } from './network-options.js';
import { createPatchCritic } from './patch-critic.js';
import { PICTURE_NORMALIZATIONS, type PictureNormalization } from './picture-layers.js';
import { createPictureHistory } from './picture-history.js';
import { createResidualGenerator } from './residual-generator.js';
import { trainNetwork } from './run-network.js';
import { checkChannels, deepest, pictureArea, type PictureArea } from './translation-options.js';

/** How a CycleGAN is built. Plain JSON. */
export interface CycleGanOptions {
  /** Size of the pictures in a batch, default 256. */
  size?: PictureArea;
  /** Channels of the pictures of both domains, default 3. */
  channels?: number;
  /** Filters of the generators at full size and of the critics' first convolution, default 64 as in the paper. */
  width?: number;
  /** Residual blocks, default 9 as in the paper, 6 for pictures below 256 pixels. */
  blocks?: number;
  /** Halvings of the generators, default 2 as in the paper. */
  depth?: number;
  /** Halvings of the critics: 1, 2, 3 see patches of 16, 34, 70 pixels. Default 3 as in the paper, less for pictures below 64 pixels. */
  criticDepth?: number;
  /** Between convolutions and activations, default `'instance'`. */
  normalization?: PictureNormalization;
  /** Weight of the way there and back, λ. Default 10. */
  cycle?: number;
  /** Weight of pictures of the target domain staying as they are. Default 5, half of the paper's λ. */
  identity?: number;
  /** Made pictures of past steps that each critic is shown some of, default 50. */
  history?: number;
  /** The game, default `'least-squares'`. */
  loss?: LossChoice;
  /** What keeps the critics steady, default nothing. */
  regularisers?: Omit<Regularisers, 'unrolled'>;
  /** Of the first weights, default 1. */
  seed?: number | string;
}

/** Pictures of two domains in −1…1; entry i of one has nothing to do with entry i of the other. */
export interface CycleBatch extends Batch {
  /** [n, height, width, channels] */
  a: Tensor4D;
  /** [n, height, width, channels] */
  b: Tensor4D;
}

/** Networks of the game. Each generator is named by its way, each critic by what it knows. */
export interface CycleNetworks extends Record<string, LayersModel> {
  'a-to-b': LayersModel;
  'b-to-a': LayersModel;
  'critic-a': LayersModel;
  'critic-b': LayersModel;
}

/** A generator under training. */
export type Translation = (pictures: Tensor4D) => Tensor4D;

/** What a further loss of the generators sees. */
export interface CycleSeen<B extends CycleBatch> {
  batch: B;
  context: LossContext;
  toA: Translation;
  toB: Translation;
  /** The batch translated: `b` from `a`, `a` from `b`. */
  made: { a: Tensor4D; b: Tensor4D };
}

/** The parts of a `Trainable` that the game decides. */
export interface CycleGame<B extends CycleBatch> extends Omit<Trainable<B>, 'kind' | 'options' | 'batch'> {
  networks: CycleNetworks;
  /** [height, width, channels] */
  picture: readonly number[];
}

/** Adam of the paper, section 4. */
const ADAM = { learningRate: 2e-4, beta1: 0.5, beta2: 0.999 };

/**
 * Builds networks and players of the game.
 *
 * @param builder - Name of the builder, for messages and as the name of the stream of first weights.
 * @param options - See `CycleGanOptions`.
 * @param further - Further losses of the generators, by name and already weighed.
 * @returns Networks, players and memory.
 * @throws RangeError for an option outside its range.
 */
export function createCycleGame<B extends CycleBatch>(
  builder: string,
  options: CycleGanOptions,
  further?: (seen: CycleSeen<B>) => Record<string, Scalar>,
): CycleGame<B> {
  const plan = planOf(builder, options);
  const { channels, width, normalization, cycle, identity, regularisers } = plan;
  const random = createRandom(plan.seed).split('cycle-gan');
  const generator = (name: string): LayersModel => {
    const { blocks, depth } = plan;
    const one = { name, sourceChannels: channels, targetChannels: channels, width, blocks, depth, normalization };
    return createResidualGenerator(one, random.split(name));
  };
  const critic = (name: string): LayersModel =>
    createPatchCritic({ name, channels, width, depth: plan.criticDepth, normalization }, random.split(name));
  const networks: CycleNetworks = {
    'a-to-b': generator('a-to-b'),
    'b-to-a': generator('b-to-a'),
    'critic-a': critic('critic-a'),
    'critic-b': critic('critic-b'),
  };
  const loss = createLoss(plan.loss);
  const apply = (name: keyof CycleNetworks, context: LossContext, pictures: Tensor4D): Tensor4D =>
    trainNetwork(networks[name], context.random, pictures)[0] as Tensor4D;

  const sides = (['a', 'b'] as const).map((domain) => {
    const [other, way] = domain === 'a' ? (['b', 'b-to-a'] as const) : (['a', 'a-to-b'] as const);
    const history = createPictureHistory(`history-${domain}`, plan.history);
    // The critic alone is taken from it: the generators move together.
    const game = adversarialPlayers<B>({
      generator: networks[way],
      critic: networks[`critic-${domain}`],
      names: { generator: way, critic: `critic-${domain}` },
      loss,
      regularisers,
      adam: { critic: ADAM },
      real: (batch) => batch[domain],
      generate: (batch, context) => history.exchange(apply(way, context, batch[other]), context.random),
    });
    return { history, game };
  });

  const generators: Player<B> = {
    name: 'generators',
    networks: ['a-to-b', 'b-to-a'],
    adam: ADAM,
    loss(batch, context): PlayerLoss {
      const toA: Translation = (pictures) => apply('b-to-a', context, pictures);
      const toB: Translation = (pictures) => apply('a-to-b', context, pictures);
      const made = { a: toA(batch.b), b: toB(batch.a) };
      const parts: Record<string, Scalar> = {
        adversarialA: loss.generator(apply('critic-a', context, made.a)),
        adversarialB: loss.generator(apply('critic-b', context, made.b)),
      };
      if (cycle > 0) {
        const around = tf.add(meanDistance(toA(made.b), batch.a), meanDistance(toB(made.a), batch.b));
        parts.cycle = tf.mul(around, cycle);
      }
      if (identity > 0) {
        const stayed = tf.add(meanDistance(toA(batch.a), batch.a), meanDistance(toB(batch.b), batch.b));
        parts.identity = tf.mul(stayed, identity);
      }
      Object.assign(parts, further?.({ batch, context, toA, toB, made }));
      return { total: Object.values(parts).reduce((sum, part) => tf.add(sum, part)), parts };
    },
  };

  return {
    networks,
    averaged: ['a-to-b', 'b-to-a'],
    players: [...sides.map(({ game }) => game.players[0]), generators],
    picture: [...plan.area, channels],
    saveMemory: () => Object.assign({}, ...sides.flatMap(({ history, game }) => [history.save(), game.saveMemory()])),
    restoreMemory(memory) {
      for (const { history, game } of sides) {
        history.restore(memory);
        game.restoreMemory(memory);
      }
    },
    dispose() {
      for (const network of Object.values(networks)) network.dispose();
      for (const { game } of sides) game.disposeGame();
    },
  };
}

/** Mean absolute difference. */
export function meanDistance(x: tf.Tensor, y: tf.Tensor): Scalar {
  return tf.mean(tf.abs(tf.sub(x, y)));
}

function planOf(builder: string, options: CycleGanOptions) {
  const { size = 256, channels = 3, width = 64, depth = 2, cycle = 10, identity = 5, history = 50, seed = 1 } = options;
  const { normalization = 'instance', loss = 'least-squares', regularisers } = options;
  const where = (name: string): string => `${builder}: ${name}`;
  checkChannels(where('channels'), channels);
  checkWhole(where('width'), width, 1, 1024);
  checkWhole(where('depth'), depth, 1, 5);
  checkNumber(where('cycle'), cycle, 0);
  checkNumber(where('identity'), identity, 0);
  checkWhole(where('history'), history, 0, 10_000);
  checkChoice(where('normalization'), normalization, PICTURE_NORMALIZATIONS);
  const area = pictureArea(builder, size, depth);
  const { blocks = Math.min(...area) < 256 ? 6 : 9, criticDepth = Math.max(1, Math.min(3, deepest(size, 8) - 3)) } = options;
  checkWhole(where('blocks'), blocks, 1, 64);
  checkWhole(where('criticDepth'), criticDepth, 1, 6);
  pictureArea(`${builder} (critics)`, size, criticDepth);
  return { area, channels, width, depth, cycle, identity, history, seed, normalization, loss, regularisers, blocks, criticDepth };
}
