/** @file An exponential moving average of weights (Polyak and Juditsky, 1992; Yazıcı et al., 2019 for generators). */
import * as tf from '@tensorflow/tfjs-core';
import { averageStep } from './fused-steps.js';
import { OptimiserError } from './optimiser-error.js';
import { checkTensors, restoreTensors, saveTensors, type SavedTensors } from './saved-tensors.js';

/** How the average follows. */
export interface MovingAverageOptions {
  /** What stays of the average in an update, 0 to below 1, default 0.999. */
  decay?: number;
  /** Follows faster at first: update t keeps at most (1 + t) / (10 + t), so that the random start is soon forgotten. Default true. */
  warmUp?: boolean;
}

/** A second set of values for some variables. */
export interface MovingAverage {
  /** Updates made. */
  readonly updates: number;
  /** True while the variables hold the average. */
  readonly swapped: boolean;
  /** Moves the average towards the variables. To be called after each step. */
  update(): void;
  /** Puts the average into the variables, and keeps what they held until `swapOut`. */
  swapIn(): void;
  /** Gives the variables back what they held before `swapIn`. */
  swapOut(): void;
  /** Runs a function with the average in the variables, and gives them back what they held, also where it throws. */
  use<Result>(work: () => Result): Result;
  /** The whole state, for a checkpoint. */
  save(): Promise<MovingAverageState>;
  /**
   * Goes on from a saved state.
   *
   * @throws OptimiserError `OTHER_VARIABLES` where it belongs to other variables.
   */
  restore(state: MovingAverageState): void;
  /** Frees the average; the variables get back what they held. */
  dispose(): void;
}

/** An average's state as plain data. */
export interface MovingAverageState {
  kind: 'moving-average';
  updates: number;
  values: SavedTensors;
}

/**
 * Keeps an average of variables. It starts as what they hold now.
 *
 * @param variables - Weights, float32, those that aren't trained (running statistics) too: a network is only whole with them.
 * @param options - See `MovingAverageOptions`.
 * @returns The average; dispose it when done.
 * @throws RangeError where `decay` is out of range or there are no variables.
 * @example
 * ```ts
 * import * as tf from '@tensorflow/tfjs-core';
 * import { createMovingAverage } from '@filmai/core-tensor/optimisers';
 * import { createRuntime } from '@filmai/core-tensor/runtime';
 *
 * await createRuntime();
 * const weight = tf.variable(tf.scalar(0));
 * const average = createMovingAverage([weight], { decay: 0.5, warmUp: false });
 * weight.assign(tf.scalar(8));
 * average.update();
 * console.log(average.use(() => weight.dataSync()[0])); // 4
 * console.log(weight.dataSync()[0]); // 8
 * ```
 */
export function createMovingAverage(
  variables: readonly tf.Variable[],
  { decay = 0.999, warmUp = true }: MovingAverageOptions = {},
): MovingAverage {
  if (variables.length === 0) throw new RangeError('createMovingAverage: there are no variables');
  if (!(decay >= 0 && decay < 1)) throw new RangeError(`createMovingAverage: decay must be 0 to below 1, got ${decay}`);
  // Multiplied, not cloned: an average is changed in place, so its values must be its own.
  let averages = tf.tidy(() => variables.map((variable): tf.Tensor => tf.keep(tf.mul(variable, 1))));
  let live: tf.Tensor[] | undefined;
  let updates = 0;
  const average: MovingAverage = {
    get updates() {
      return updates;
    },
    get swapped() {
      return live !== undefined;
    },
    update() {
      refuseIfSwapped(live, 'update');
      const kept = warmUp ? Math.min(decay, (1 + updates) / (10 + updates)) : decay;
      averages = averages.map((one, i) => averageStep(one, variables[i], kept));
      updates++;
    },
    swapIn() {
      refuseIfSwapped(live, 'swapIn');
      live = tf.tidy(() => variables.map((variable) => tf.keep(tf.clone(variable) as tf.Tensor)));
      variables.forEach((variable, i) => variable.assign(averages[i]));
    },
    swapOut() {
      if (!live) return;
      const held = live;
      variables.forEach((variable, i) => variable.assign(held[i]));
      tf.dispose(held);
      live = undefined;
    },
    use(work) {
      average.swapIn();
      let result: ReturnType<typeof work>;
      try {
        result = work();
      } catch (error) {
        average.swapOut();
        throw error;
      }
      if (result instanceof Promise) return result.finally(() => average.swapOut()) as typeof result;
      average.swapOut();
      return result;
    },
    async save() {
      return { kind: 'moving-average', updates, values: await saveTensors(averages) };
    },
    restore(state) {
      refuseIfSwapped(live, 'restore');
      checkTensors(state.values, variables, 'moving average');
      const restored = restoreTensors(state.values, variables);
      tf.dispose(averages);
      [averages, updates] = [restored, state.updates];
    },
    dispose() {
      average.swapOut();
      tf.dispose(averages);
    },
  };
  return average;
}

function refuseIfSwapped(live: unknown, call: string): void {
  if (live !== undefined)
    throw new OptimiserError('SWAPPED', `moving average: ${call} while the variables hold the average`, {
      remedy: 'Call swapOut first.',
    });
}
