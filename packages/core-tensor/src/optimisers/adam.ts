/**
 * @file Adam (Kingma and Ba, 2015) whose whole state can be saved: the same steps follow after a restore as without, bit for bit.
 * With `decay` it is AdamW (Loshchilov and Hutter, 2019). One pass over each variable where the backend has our kernels.
 */
import * as tf from '@tensorflow/tfjs-core';
import { adamStep } from './fused-steps.js';
import { clipByGlobalNorm } from './global-norm.js';
import { OptimiserError } from './optimiser-error.js';
import { checkTensors, restoreTensors, saveTensors, type SavedTensors } from './saved-tensors.js';
import { stepEngineOf, type StepEngine } from './step-engine.js';

/** How Adam moves. */
export interface AdamOptions {
  /** Size of a step, above 0, default 0.001. */
  learningRate?: number;
  /** Memory of the mean gradient, 0 to below 1, default 0.9. */
  beta1?: number;
  /** Memory of the mean squared gradient, 0 to below 1, default 0.999. */
  beta2?: number;
  /** Added to the root of the mean square, above 0, default 1e-8. */
  epsilon?: number;
  /** Decoupled weight decay: each step takes away `learningRate * decay` of a weight; at least 0, default 0. */
  decay?: number;
  /** Gradients are scaled down together to at most this Euclidean norm; above 0, default no limit. */
  clipNorm?: number;
}

/** An optimiser of a fixed list of variables. */
export interface Adam {
  /** Size of the next steps; may be set between any two. */
  learningRate: number;
  /** Steps made. */
  readonly steps: number;
  /** The variables, in the order of the saved state. */
  readonly variables: readonly tf.Variable[];
  /**
   * Makes a step.
   *
   * @param gradients - By name of the variable, as `tf.variableGrads` gives them; they stay the caller's to dispose.
   * @throws OptimiserError `MISSING_GRADIENT` where a variable has none; nothing has moved then.
   */
  apply(gradients: tf.NamedTensorMap): void;
  /** The whole state, for a checkpoint. */
  save(): Promise<AdamState>;
  /**
   * Goes on from a saved state, its learning rate included.
   *
   * @throws OptimiserError `OTHER_VARIABLES` where it belongs to other variables; the state is then as it was.
   */
  restore(state: AdamState): void;
  /** Frees the moments. The variables stay. */
  dispose(): void;
}

/** Adam's state as plain data: numbers and arrays. */
export interface AdamState {
  kind: 'adam';
  steps: number;
  learningRate: number;
  /** Mean gradients. */
  first: SavedTensors;
  /** Mean squared gradients. */
  second: SavedTensors;
}

/**
 * Makes an Adam optimiser for some variables, on any backend.
 *
 * @param variables - What it moves, at least one, float32; `model.trainableWeights.map((weight) => weight.read())` of a layers model.
 * @param options - See `AdamOptions`.
 * @returns The optimiser; dispose it when done.
 * @throws RangeError where an option is out of range or there are no variables.
 * @example
 * ```ts
 * import * as tf from '@tensorflow/tfjs-core';
 * import { createAdam } from '@filmai/core-tensor/optimisers';
 * import { createRuntime } from '@filmai/core-tensor/runtime';
 *
 * await createRuntime();
 * const x = tf.variable(tf.scalar(5));
 * const adam = createAdam([x], { learningRate: 0.1 });
 * for (let step = 0; step < 200; step++) {
 *   const { value, grads } = tf.variableGrads(() => tf.square(x), [x]);
 *   adam.apply(grads);
 *   tf.dispose([value, grads]);
 * }
 * console.log(Math.abs(x.dataSync()[0]) < 0.1); // true
 * ```
 */
export function createAdam(variables: readonly tf.Variable[], options: AdamOptions = {}): Adam {
  const { beta1 = 0.9, beta2 = 0.999, epsilon = 1e-8, decay = 0, clipNorm, learningRate: first = 0.001 } = options;
  checkOptions(variables, { learningRate: first, beta1, beta2, epsilon, decay, clipNorm });
  const zeros = (): tf.Tensor[] => variables.map(({ shape }) => tf.keep(tf.zeros(shape)));
  let learningRate = first;
  let steps = 0;
  let [means, squares] = [zeros(), zeros()];
  return {
    variables,
    get steps() {
      return steps;
    },
    get learningRate() {
      return learningRate;
    },
    set learningRate(rate) {
      checkRange('learningRate', rate, rate > 0, 'above 0');
      learningRate = rate;
    },
    apply(gradients) {
      const own = gradientsOf(variables, gradients);
      const engine = stepEngineOf(tf.backend());
      const clipped = clipNorm === undefined || engine ? undefined : clipByGlobalNorm(own, clipNorm);
      // Where a step is one pass over memory, scaling is part of it.
      const scale = clipNorm !== undefined && engine ? clipNorm / Math.max(clipNorm, lengthOf(own, engine)) : 1;
      steps++;
      const [correction1, correction2] = [1 - beta1 ** steps, 1 - beta2 ** steps];
      const numbers = { learningRate, beta1, beta2, epsilon, decay, correction1, correction2, scale };
      variables.forEach((variable, i) => {
        [means[i], squares[i]] = adamStep(variable, means[i], squares[i], (clipped?.gradients ?? own)[i], numbers);
      });
      if (clipped) tf.dispose([clipped.norm, ...clipped.gradients]);
    },
    async save() {
      const [mean, square] = await Promise.all([saveTensors(means), saveTensors(squares)]);
      return { kind: 'adam', steps, learningRate, first: mean, second: square };
    },
    restore(state) {
      checkTensors(state.first, variables, 'Adam, mean gradients');
      checkTensors(state.second, variables, 'Adam, mean squared gradients');
      const [mean, square] = [restoreTensors(state.first, variables), restoreTensors(state.second, variables)];
      tf.dispose([...means, ...squares]);
      [means, squares, steps, learningRate] = [mean, square, state.steps, state.learningRate];
    },
    dispose() {
      tf.dispose([...means, ...squares]);
    },
  };
}

function checkOptions(variables: readonly tf.Variable[], options: AdamOptions): void {
  if (variables.length === 0) throw new RangeError('createAdam: there are no variables to move');
  const { learningRate = 1, beta1 = 0, beta2 = 0, epsilon = 1, decay = 0, clipNorm = 1 } = options;
  checkRange('learningRate', learningRate, learningRate > 0, 'above 0');
  checkRange('beta1', beta1, beta1 >= 0 && beta1 < 1, '0 to below 1');
  checkRange('beta2', beta2, beta2 >= 0 && beta2 < 1, '0 to below 1');
  checkRange('epsilon', epsilon, epsilon > 0, 'above 0');
  checkRange('decay', decay, decay >= 0, 'at least 0');
  checkRange('clipNorm', clipNorm, clipNorm > 0, 'above 0');
}

function checkRange(name: string, value: number, holds: boolean, range: string): void {
  if (!holds || !Number.isFinite(value)) throw new RangeError(`createAdam: ${name} must be ${range}, got ${value}`);
}

function gradientsOf(variables: readonly tf.Variable[], gradients: tf.NamedTensorMap): tf.Tensor[] {
  return variables.map(({ name, shape }) => {
    const gradient = gradients[name] as tf.Tensor | null | undefined;
    if (!gradient)
      throw new OptimiserError('MISSING_GRADIENT', `Adam: there is no gradient for the variable ${name}`, {
        remedy: 'Give only variables that the loss depends on, and all of them to tf.variableGrads.',
      });
    if (!tf.util.arraysEqual(gradient.shape, shape))
      throw new OptimiserError(
        'MISSING_GRADIENT',
        `Adam: the gradient of ${name} must have shape [${shape.join(', ')}], got [${gradient.shape.join(', ')}]`,
      );
    return gradient;
  });
}

/** The Euclidean norm of all gradients as one long vector. */
function lengthOf(gradients: readonly tf.Tensor[], engine: StepEngine): number {
  return Math.sqrt(gradients.reduce((total, gradient) => total + engine.squareSum(gradient), 0));
}
