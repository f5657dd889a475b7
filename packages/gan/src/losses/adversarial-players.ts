/**
 * @file The critic and the generator of a game as players of the training loop, with any regulariser. Builders give what is theirs: how
 * something is made and how it is judged.
 */
import * as tf from '@tensorflow/tfjs-core';
import type { Scalar, Tensor } from '@tensorflow/tfjs-core';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import { trainNetwork } from '../networks/run-network.js';
import type { Batch, LossContext, Memory, Player, PlayerLoss } from '../training/trainable.js';
import { createLoss, type AdversarialLoss, type LossChoice } from './adversarial-loss.js';
import { withoutGradient } from './functional-weights.js';
import { gradientPenalty, r1Penalty } from './gradient-penalty.js';
import { drawAugmentation } from './picture-augmentation.js';
import { checkRegularisers, type Regularisers } from './regularisers.js';
import { applySpectralNorm } from './spectral-norm.js';
import { afterUnrolledSteps } from './unrolled-steps.js';

/** What a critic says of a batch: logits, and whatever else it has to say (classes, features). */
export type Judgement = { logits: Tensor } & Record<string, Tensor>;

/** One side of a game as a builder's further losses see it. */
export interface Seen<B extends Batch = Batch> {
  batch: B;
  context: LossContext;
  /** What was made, as the generator gave it. */
  made: Tensor;
  /** What the critic says of it. */
  judgedMade: Judgement;
}

/** What the critic's further losses see beside. */
export interface SeenByCritic<B extends Batch = Batch> extends Seen<B> {
  real: Tensor;
  judgedReal: Judgement;
}

/** A game between two networks. */
export interface AdversaryOptions<B extends Batch = Batch> {
  generator: LayersModel;
  critic: LayersModel;
  /** Their names in `Trainable.networks`, and the names of the players. Default `generator` and `critic`. */
  names?: { generator: string; critic: string };
  /** Default `'non-saturating'`. */
  loss?: LossChoice | AdversarialLoss;
  regularisers?: Regularisers;
  /** Default Adam(2e-4, 0.5, 0.999) for both; with a Wasserstein penalty Adam(1e-4, 0, 0.9). */
  adam?: { generator?: Player['adam']; critic?: Player['adam'] };
  /** Length of the noise that the generator is given where `generate` is left out: a whole number of at least 1. */
  latent?: number;
  /** Makes one thing for each entry of the batch. Default: the generator on normal noise [n, latent]. */
  generate?(batch: B, context: LossContext): Tensor;
  /** The real ones in a batch. Default: its first field. */
  real?(batch: B): Tensor;
  /** Judges real or made ones; must go through the critic network. Default: the critic's first output on them alone. */
  judge?(things: Tensor, batch: B, context: LossContext): Tensor | Judgement;
  /** Further losses, by name, already weighed; they are added to the game's. */
  further?: {
    /** Added to the critic's. */
    critic?(seen: SeenByCritic<B>): Record<string, Scalar>;
    /** Added to the generator's. */
    generator?(seen: Seen<B>): Record<string, Scalar>;
  };
  /** Names of further networks that the generator's player moves (a mapping network, an encoder). Default none. */
  alsoMoved?: readonly string[];
}

/** The parts of a `Trainable` that a game decides: spread them into it. */
export interface Adversary<B extends Batch = Batch> {
  /** The critic, then the generator. */
  players: Player<B>[];
  /** As in `Trainable`. */
  saveMemory(): Memory;
  /** As in `Trainable`. */
  restoreMemory(memory: Memory): void;
  /** Frees what the game itself holds; to be called by the trainable's `dispose`. */
  disposeGame(): void;
}

/**
 * Makes the two players of a game.
 *
 * The critic's parts are `adversarial`, `real` and `fake` (mean logits), `penalty` and `r1` where they are due, and `accuracy` (or, for games
 * whose critic may always know, `ranking`): how often a real one is put above a made one, over all pairs.
 *
 * @param options - See `AdversaryOptions`.
 * @returns Players and memory.
 * @throws RangeError for an option outside its range.
 * @example
 * ```ts
 * import * as layers from '@tensorflow/tfjs-layers';
 * import { createRuntime } from '@filmai/core-tensor/runtime';
 * import { adversarialPlayers } from '@filmai/gan/losses';
 *
 * await createRuntime();
 * const dense = (units: number, inputs: number) => layers.layers.dense({ units, inputShape: [inputs] });
 * const game = adversarialPlayers({
 *   generator: layers.sequential({ layers: [dense(2, 8)] }),
 *   critic: layers.sequential({ layers: [dense(1, 2)] }),
 *   loss: 'hinge',
 *   latent: 8,
 * });
 * console.log(game.players.map((player) => player.name).join(' ')); // critic generator
 * ```
 */
export function adversarialPlayers<B extends Batch = Batch>(options: AdversaryOptions<B>): Adversary<B> {
  const { generator, critic, names = { generator: 'generator', critic: 'critic' }, regularisers = {}, further = {} } = options;
  const loss = asLoss(options.loss ?? 'non-saturating');
  checkRegularisers(regularisers);
  const generate = options.generate ?? generatorOnNoise(generator, options.latent);
  const real = options.real ?? ((batch: B) => Object.values(batch)[0]);
  const judge = (things: Tensor, batch: B, context: LossContext): Judgement => {
    const judgement = options.judge ? options.judge(things, batch, context) : trainNetwork(critic, context.random, things)[0];
    return judgement instanceof tf.Tensor ? { logits: judgement } : judgement;
  };
  const spectral = regularisers.spectralNorm ? applySpectralNorm(critic) : undefined;
  const {
    augment,
    r1,
    unrolled,
    gradientPenalty: penalty = loss.penalty === undefined ? undefined : { weight: loss.penalty },
  } = regularisers;
  const augmentation = (batch: B, context: LossContext) =>
    augment
      ? drawAugmentation(real(batch).shape[0], context.random.split('augmentation'), augment)
      : (pictures: Tensor) => pictures;

  /** What the critic minimises, given what was made; shared by its own steps and by those that the generator unrolls. */
  const criticGame = (made: Tensor, batch: B, context: LossContext, change: (pictures: Tensor) => Tensor) => {
    const [realSeen, madeSeen] = [change(real(batch)), change(made)];
    const [judgedReal, judgedMade] = [judge(realSeen, batch, context), judge(madeSeen, batch, context)];
    const adversarial = loss.critic(judgedReal.logits, judgedMade.logits);
    const extra = further.critic?.({ batch, context, made, judgedMade, real: real(batch), judgedReal }) ?? {};
    return { realSeen, madeSeen, judgedReal, judgedMade, adversarial, extra };
  };

  const criticPlayer: Player<B> = {
    name: names.critic,
    networks: [names.critic],
    steps: loss.criticSteps,
    adam: options.adam?.critic ?? defaultAdam(penalty !== undefined),
    loss(batch, context): PlayerLoss {
      const made = withoutGradient(() => generate(batch, context));
      const game = criticGame(made, batch, context, augmentation(batch, context));
      const logitsOf = (things: Tensor): Tensor => judge(things, batch, context).logits;
      const losses: Record<string, Scalar> = { adversarial: game.adversarial, ...game.extra };
      if (penalty && context.step % (penalty.every ?? 1) === 0) {
        const share = context.uniform([made.shape[0], 1]);
        losses.penalty = tf.mul(
          gradientPenalty(logitsOf, game.realSeen, game.madeSeen, share),
          penalty.weight * (penalty.every ?? 1),
        );
      }
      // Where it is due every k steps only it weighs k times as much (Karras et al., 2020).
      if (r1 && context.step % (r1.every ?? 1) === 0)
        losses.r1 = tf.mul(r1Penalty(logitsOf, game.realSeen), r1.weight * (r1.every ?? 1));
      const [realLogits, madeLogits] = [game.judgedReal.logits, game.judgedMade.logits];
      return {
        total: sum(losses),
        parts: {
          ...losses,
          real: tf.mean(realLogits),
          fake: tf.mean(madeLogits),
          [loss.saturates ? 'accuracy' : 'ranking']: ranking(realLogits, madeLogits),
        },
      };
    },
    afterStep() {
      if (loss.clip !== undefined) clipWeights(critic, loss.clip);
      spectral?.update();
    },
  };

  const generatorPlayer: Player<B> = {
    name: names.generator,
    networks: [names.generator, ...(options.alsoMoved ?? [])],
    adam: options.adam?.generator ?? defaultAdam(penalty !== undefined),
    loss(batch, context): PlayerLoss {
      const made = generate(batch, context);
      const change = augmentation(batch, context);
      const losses: Record<string, Scalar> = {};
      const play = (): Scalar => {
        const judgedMade = judge(change(made), batch, context);
        losses.adversarial = loss.generator(judgedMade.logits);
        Object.assign(losses, further.generator?.({ batch, context, made, judgedMade }));
        return sum(losses);
      };
      const total = unrolled
        ? afterUnrolledSteps(
            critic,
            () => {
              const game = criticGame(made, batch, context, change);
              return sum({ adversarial: game.adversarial, ...game.extra });
            },
            play,
            unrolled,
          )
        : play();
      return { total, parts: losses };
    },
  };

  return {
    players: [criticPlayer, generatorPlayer],
    saveMemory: () => spectral?.save() ?? {},
    restoreMemory: (memory) => spectral?.restore(memory),
    disposeGame: () => spectral?.dispose(),
  };
}

function asLoss(loss: LossChoice | AdversarialLoss): AdversarialLoss {
  return typeof loss === 'object' && 'saturates' in loss ? loss : createLoss(loss);
}

function generatorOnNoise(generator: LayersModel, latent: number | undefined) {
  if (latent === undefined || !Number.isInteger(latent) || latent < 1)
    throw new RangeError(
      `adversarialPlayers: latent must be a whole number of at least 1 where there is no generate, got ${String(latent)}`,
    );
  return (batch: Batch, context: LossContext): Tensor => {
    const count = Object.values(batch)[0].shape[0];
    return trainNetwork(generator, context.random, context.normal([count, latent]))[0];
  };
}

/** Radford, Metz and Chintala (2016), or Gulrajani et al. (2017) with a penalty on gradients. */
function defaultAdam(penalised: boolean): NonNullable<Player['adam']> {
  return penalised ? { learningRate: 1e-4, beta1: 0, beta2: 0.9 } : { learningRate: 2e-4, beta1: 0.5, beta2: 0.999 };
}

function sum(losses: Record<string, Scalar>): Scalar {
  return Object.values(losses).reduce((all, one) => tf.add(all, one));
}

/** The share of pairs in which the real one has the higher logit, ties counting half; maps are averaged first. Not differentiable. */
function ranking(real: Tensor, fake: Tensor): Scalar {
  const means = (logits: Tensor): Tensor => tf.mean(tf.reshape(logits, [logits.shape[0], -1]), 1);
  return tf.tidy(() => {
    const margins = tf.sub(tf.expandDims(means(real), 1), tf.expandDims(means(fake), 0));
    return tf.mean(tf.mul(tf.add(tf.sign(margins), 1), 0.5));
  });
}

function clipWeights(network: LayersModel, bound: number): void {
  for (const weight of network.trainableWeights) tf.tidy(() => void weight.write(tf.clipByValue(weight.read(), -bound, bound)));
}
