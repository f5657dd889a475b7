/** @file One move of one player: loss, gradient over its own weights, a step of its optimiser. Nothing moves where the loss isn't finite. */
import * as tf from '@tensorflow/tfjs-core';
import type { NamedTensorMap, Scalar, Variable } from '@tensorflow/tfjs-core';
import { createAdam, type Adam } from '@filmai/core-tensor/optimisers';
import type { Batch, LossContext, Player, Trainable } from './trainable.js';
import { TrainingError } from './training-error.js';

/** A player with its optimiser. */
export interface Seat<B extends Batch = Batch> {
  player: Player<B>;
  variables: readonly Variable[];
  adam: Adam;
  /** Learning rate before any schedule. */
  learningRate: number;
}

/** What each player is given beside its own defaults. */
export interface SeatOptions {
  /** Instead of the players' own: for all, or by player. */
  learningRate?: number | Readonly<Record<string, number>>;
  /** Largest Euclidean norm of a player's gradient. */
  clipNorm?: number;
}

/**
 * Gives every player an optimiser. Dispose the optimisers when done.
 *
 * @throws RangeError where a player has nothing to move.
 */
export function takeSeats<B extends Batch>(trainable: Trainable<B>, { learningRate, clipNorm }: SeatOptions): Seat<B>[] {
  return trainable.players.map((player) => {
    const variables = player.networks.flatMap((name) => {
      const network = trainable.networks[name];
      if (!network) throw new RangeError(`train: player "${player.name}" moves "${name}", which ${trainable.kind} has not`);
      return network.trainableWeights.map((weight) => weight.read() as Variable);
    });
    const all = [...new Set([...variables, ...(player.variables ?? [])])];
    const adam = player.adam ?? { learningRate: 2e-4, beta1: 0.5, beta2: 0.999 };
    const own = typeof learningRate === 'number' ? learningRate : learningRate?.[player.name];
    const rate = own ?? adam.learningRate;
    return { player, variables: all, learningRate: rate, adam: createAdam(all, { ...adam, learningRate: rate, clipNorm }) };
  });
}

/**
 * Makes a move.
 *
 * @param seat - Whose.
 * @param batch - What it sees; stays the caller's.
 * @param context - Its randomness.
 * @returns The loss and its parts as numbers; the loss under the player's name, a part under `player/part`.
 * @throws TrainingError `NOT_FINITE`; nothing has moved then.
 */
export async function makeMove<B extends Batch>(
  { player, variables, adam }: Seat<B>,
  batch: B,
  context: LossContext,
): Promise<Record<string, number>> {
  const kept: Record<string, Scalar> = {};
  let gradients: NamedTensorMap = {};
  try {
    gradients = tf.tidy(() => {
      const { value, grads } = tf.variableGrads(() => {
        const { total, parts = {} } = player.loss(batch, context);
        for (const [name, part] of Object.entries(parts)) kept[name] = tf.keep(tf.clone(part));
        return total;
      }, [...variables]);
      kept[''] = tf.keep(value);
      return withZeros(grads, variables);
    });
    const values = await Promise.all(Object.values(kept).map((part) => part.data()));
    const losses = Object.fromEntries(Object.keys(kept).map((name, i) => [name, values[i][0]]));
    checkFinite(player.name, losses, context.step);
    adam.apply(gradients);
    player.afterStep?.(context);
    const { '': total, ...parts } = losses;
    return {
      [player.name]: total,
      ...Object.fromEntries(Object.entries(parts).map(([name, value]) => [`${player.name}/${name}`, value])),
    };
  } catch (error) {
    freeTape();
    throw error;
  } finally {
    tf.dispose([...Object.values(kept), ...Object.values(gradients)]);
  }
}

/** Where a loss throws, TensorFlow.js leaves behind what its tape had saved for gradients. */
function freeTape(): void {
  const { state } = tf.engine() as unknown as { state: { activeTape: { saved?: tf.Tensor[] }[] | null } };
  for (const { saved } of state.activeTape ?? []) tf.dispose(saved ?? []);
  state.activeTape = null;
}

/** A weight that a loss doesn't touch this time has no slope: TensorFlow.js leaves it out. */
function withZeros(gradients: NamedTensorMap, variables: readonly Variable[]): NamedTensorMap {
  return Object.fromEntries(variables.map((variable) => [variable.name, gradients[variable.name] ?? tf.zeros(variable.shape)]));
}

function checkFinite(player: string, losses: Record<string, number>, step: number): void {
  const bad = Object.entries(losses).filter(([, value]) => !Number.isFinite(value));
  if (bad.length === 0) return;
  // Parts that are watched only come after those that make up the loss; the first one is the one to look at.
  const [part, value] = bad.find(([name]) => name !== '') ?? bad[0];
  const what = part === '' ? 'the loss' : `part "${part}" of the loss`;
  throw new TrainingError('NOT_FINITE', `step ${step}, player "${player}": ${what} is ${value}`, {
    step,
    player,
    part: part || undefined,
    remedy: 'Lower the learning rate, set clipNorm, or look at the data; the weights are those of the step before.',
  });
}
