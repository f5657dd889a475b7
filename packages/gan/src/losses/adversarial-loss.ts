/**
 * @file The games that a critic and a generator play, as one shape: what each of them minimises, on logits. Every formula is written with
 * softplus, so that it stays finite and keeps its gradient for logits of any size.
 */
import * as tf from '@tensorflow/tfjs-core';
import type { Scalar, Tensor } from '@tensorflow/tfjs-core';

/** All games. */
export const LOSS_NAMES = ['minimax', 'non-saturating', 'wasserstein', 'wasserstein-gp', 'least-squares', 'hinge'] as const;

/** One of the games. */
export type LossName = (typeof LOSS_NAMES)[number];

/** How a game may be changed. Plain JSON. */
export interface LossOptions {
  /**
   * What real ones are taught as instead of 1, above 0.5 to 1: one-sided label smoothing (Salimans et al., 2016). Default 1, none. For
   * minimax, non-saturating and least squares.
   */
  realLabel?: number;
  /** Steps of the critic for one of the generator, at least 1. Default 5 for both Wasserstein games, else 1. */
  criticSteps?: number;
  /** `wasserstein` alone: the critic's weights are clipped to ±clip after each of its steps, above 0. Default 0.01. */
  clip?: number;
  /** `wasserstein-gp` alone: weight of the gradient penalty, above 0. Default 10. */
  penalty?: number;
}

/** A game by name, with options or without: what network builders take. Plain JSON. */
export type LossChoice = LossName | ({ name: LossName } & LossOptions);

/** A game. Logits are [n, 1], or maps [n, h, w, 1] where a critic judges patches; every entry weighs the same. */
export interface AdversarialLoss {
  name: LossName;
  /** What the critic minimises. */
  critic(real: Tensor, fake: Tensor): Scalar;
  /** What the generator minimises. */
  generator(fake: Tensor): Scalar;
  /** Steps of the critic for one of the generator. */
  criticSteps: number;
  /** Bound of the critic's weights. */
  clip?: number;
  /** Weight of the gradient penalty. */
  penalty?: number;
  /** True where a critic that always knows leaves the generator nothing to learn from: worth a warning. */
  saturates: boolean;
}

interface Formulas {
  critic(real: Tensor, fake: Tensor, realLabel: number): Tensor;
  generator(fake: Tensor): Tensor;
}

const mean = (values: Tensor): Tensor => tf.mean(values);

/** Cross entropy of logits with a label: label·softplus(−x) + (1 − label)·softplus(x) = softplus(−x) + (1 − label)·x. */
function taughtAs(label: number, logits: Tensor): Tensor {
  const certain = mean(tf.softplus(tf.neg(logits)));
  return label === 1 ? certain : tf.add(certain, tf.mul(mean(logits), 1 - label));
}

/** −E[log D(x)] − E[log(1 − D(G(z)))], with D = sigmoid(logit) (Goodfellow et al., 2014). */
const crossEntropyCritic: Formulas['critic'] = (real, fake, label) => tf.add(taughtAs(label, real), mean(tf.softplus(fake)));

/** E[D(G(z))] − E[D(x)]: the negative of the distance's estimate. */
const wassersteinCritic: Formulas['critic'] = (real, fake) => tf.sub(mean(fake), mean(real));

const raise: Formulas['generator'] = (fake) => tf.neg(mean(fake));

const FORMULAS: Record<LossName, Formulas> = {
  // Goodfellow et al. (2014): the generator minimises E[log(1 − D(G(z)))].
  minimax: { critic: crossEntropyCritic, generator: (fake) => tf.neg(mean(tf.softplus(fake))) },
  // The same paper's remedy where the critic is sure: −E[log D(G(z))].
  'non-saturating': { critic: crossEntropyCritic, generator: (fake) => mean(tf.softplus(tf.neg(fake))) },
  // Arjovsky, Chintala and Bottou (2017).
  wasserstein: { critic: wassersteinCritic, generator: raise },
  // Gulrajani et al. (2017); the penalty itself is `gradientPenalty`.
  'wasserstein-gp': { critic: wassersteinCritic, generator: raise },
  // Mao et al. (2017), with a = 0 for made ones, b = the real label, c = 1.
  'least-squares': {
    critic: (real, fake, label) => tf.mul(tf.add(mean(tf.square(tf.sub(real, label))), mean(tf.square(fake))), 0.5),
    generator: (fake) => tf.mul(mean(tf.square(tf.sub(fake, 1))), 0.5),
  },
  // Lim and Ye (2017), Miyato et al. (2018).
  hinge: {
    critic: (real, fake) => tf.add(mean(tf.relu(tf.sub(1, real))), mean(tf.relu(tf.add(1, fake)))),
    generator: raise,
  },
};

/**
 * Makes a game.
 *
 * | name | critic minimises | generator minimises |
 * |---|---|---|
 * | `minimax` | −E[log D(x)] − E[log(1 − D(G(z)))] | E[log(1 − D(G(z)))] |
 * | `non-saturating` | as minimax | −E[log D(G(z))] |
 * | `wasserstein` | E[D(G(z))] − E[D(x)], weights clipped | −E[D(G(z))] |
 * | `wasserstein-gp` | the same with a gradient penalty | −E[D(G(z))] |
 * | `least-squares` | ½E[(D(x) − 1)²] + ½E[D(G(z))²] | ½E[(D(G(z)) − 1)²] |
 * | `hinge` | E[max(0, 1 − D(x))] + E[max(0, 1 + D(G(z)))] | −E[D(G(z))] |
 *
 * @param choice - Name, or name and options in one.
 * @param options - See `LossOptions`; they win over those in `choice`.
 * @returns The game; it owns no tensors.
 * @throws RangeError for an unknown name, an option outside its range or one that this game has no use for.
 * @example
 * ```ts
 * import * as tf from '@tensorflow/tfjs-core';
 * import { createRuntime } from '@filmai/core-tensor/runtime';
 * import { createLoss } from '@filmai/gan/losses';
 *
 * await createRuntime();
 * const hinge = createLoss('hinge');
 * const loss = hinge.critic(tf.tensor2d([[2], [0.5]]), tf.tensor2d([[-2], [-1]]));
 * console.log(loss.dataSync()[0]); // 0.25
 * ```
 */
export function createLoss(choice: LossChoice, options: LossOptions = {}): AdversarialLoss {
  const { name, ...own } = typeof choice === 'string' ? { name: choice } : choice;
  const given: LossOptions = { ...own, ...options };
  if (!LOSS_NAMES.includes(name))
    throw new RangeError(`createLoss: there is no loss "${name}": choose one of ${LOSS_NAMES.join(', ')}`);
  checkOptions(name, given);
  const wasserstein = name === 'wasserstein' || name === 'wasserstein-gp';
  const { realLabel = 1, criticSteps = wasserstein ? 5 : 1, clip = 0.01, penalty = 10 } = given;
  const formulas = FORMULAS[name];
  return {
    name,
    critic: (real, fake) => formulas.critic(real, fake, realLabel) as Scalar,
    generator: (fake) => formulas.generator(fake) as Scalar,
    criticSteps,
    ...(name === 'wasserstein' && { clip }),
    ...(name === 'wasserstein-gp' && { penalty }),
    saturates: name === 'minimax' || name === 'non-saturating' || name === 'hinge',
  };
}

/** Which games an option belongs to, and its range. */
const OPTION_RULES: Record<keyof LossOptions, { games: readonly LossName[]; holds(value: number): boolean; range: string }> = {
  realLabel: {
    games: ['minimax', 'non-saturating', 'least-squares'],
    holds: (value) => value > 0.5 && value <= 1,
    range: 'above 0.5 and at most 1',
  },
  criticSteps: {
    games: LOSS_NAMES,
    holds: (value) => Number.isInteger(value) && value >= 1,
    range: 'a whole number of at least 1',
  },
  clip: { games: ['wasserstein'], holds: (value) => value > 0 && Number.isFinite(value), range: 'above 0' },
  penalty: { games: ['wasserstein-gp'], holds: (value) => value > 0 && Number.isFinite(value), range: 'above 0' },
};

function checkOptions(name: LossName, options: LossOptions): void {
  for (const [option, value] of Object.entries(options) as [keyof LossOptions, number | undefined][]) {
    if (value === undefined) continue;
    const rule = Object.hasOwn(OPTION_RULES, option) ? OPTION_RULES[option] : undefined;
    if (!rule)
      throw new RangeError(`createLoss: there is no option "${option}": choose of ${Object.keys(OPTION_RULES).join(', ')}`);
    if (!rule.games.includes(name))
      throw new RangeError(`createLoss: ${option} has no meaning for "${name}", only for ${rule.games.join(', ')}`);
    if (!rule.holds(value)) throw new RangeError(`createLoss: ${option} must be ${rule.range}, got ${value}`);
  }
}
