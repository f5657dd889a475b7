/** @file Steps of optimisers in place on the heap: for our optimisers, and in front of the stock ones. */
import type { NamedTensorMap, Tensor, Variable } from '@tensorflow/tfjs-core';
import type { StepEngine } from '../../optimisers/step-engine.js';
import { backendName, type KernelContext } from '../kernel-context.js';
import type { OptimiseModule } from './modules.js';

/** Steps in place on the backend's heap. */
export function openStepEngine(context: KernelContext, module: OptimiseModule): StepEngine {
  const { pointer } = context;
  const own = ownerOf(context);
  return {
    adam(variable, mean, square, gradient, numbers) {
      const { learningRate, beta1, beta2, epsilon, decay, correction1, correction2, scale } = numbers;
      for (const tensor of [variable, mean, square]) own(tensor);
      const [w, m, v, g] = [variable, mean, square, gradient].map(pointer);
      const [rate, correction, keep] = [learningRate / correction1, 1 / correction2, 1 - learningRate * decay];
      module.adam(w, m, v, g, variable.size, beta1, beta2, rate, correction, epsilon, keep, scale);
    },
    follow(average, value, decay) {
      own(average);
      module.follow(pointer(average), pointer(value), average.size, decay);
    },
    squareSum: (tensor) => module.squareSum(pointer(tensor), tensor.size),
  };
}

/** What a stock optimiser keeps for each variable. */
interface Moment {
  originalName: string;
  variable: Variable;
}

/** Gradients as `applyGradients` takes them. */
type Gradients = NamedTensorMap | { name: string; tensor: Tensor }[];

/** A stock optimiser's class. */
interface Stock {
  prototype: { applyGradients(gradients: Gradients): void };
}

/** What was in place before the first of ours, by prototype: put in place again, ours replaces itself. */
const stockSteps = new WeakMap<object, (gradients: Gradients) => void>();

/** Stands in front of the stock optimisers' steps on this backend. Their state stays where `getWeights` finds it. */
export function accelerateOptimisers(context: KernelContext, module: OptimiseModule, engine: StepEngine): void {
  const { tf, pointer } = context;
  const own = ownerOf(context);
  const moment = (list: Moment[], index: number, value: Variable, suffix: string): Variable => {
    list[index] ??= {
      originalName: `${value.name}/${suffix}`,
      variable: tf.tidy(() => tf.variable(tf.zerosLike(value), false)),
    };
    own(list[index].variable);
    return list[index].variable;
  };
  stand<AdamOptimizer>(context, tf.AdamOptimizer, (adam, steps) => {
    const { beta1, beta2, epsilon, learningRate } = adam;
    const [correction1, correction2] = [adam.accBeta1, adam.accBeta2].map((power) => 1 - power.dataSync()[0]);
    const numbers = { learningRate, beta1, beta2, epsilon, decay: 0, correction1, correction2, scale: 1 };
    steps.forEach(({ value, gradient }, i) => {
      const mean = moment(adam.accumulatedFirstMoment, i, value, 'm');
      const square = moment(adam.accumulatedSecondMoment, i, value, 'v');
      if (gradient) engine.adam(value, mean, square, gradient, numbers);
    });
    tf.tidy(() => {
      adam.accBeta1.assign(tf.mul(adam.accBeta1, beta1));
      adam.accBeta2.assign(tf.mul(adam.accBeta2, beta2));
    });
  });
  stand<MomentumOptimizer>(context, tf.MomentumOptimizer, ({ learningRate, momentum, useNesterov, accumulations }, steps) => {
    steps.forEach(({ value, gradient }, i) => {
      const sum = moment(accumulations, i, value, 'momentum');
      if (!gradient) return;
      own(value);
      module.descend(pointer(value), pointer(sum), pointer(gradient), value.size, learningRate, momentum, Number(useNesterov));
    });
  });
  stand<SGDOptimizer>(context, tf.SGDOptimizer, ({ learningRate }, steps) => {
    for (const { value, gradient } of steps) {
      if (!gradient) continue;
      own(value);
      module.descend(pointer(value), 0, pointer(gradient), value.size, learningRate, 0, 0);
    }
  });
  stand<RMSPropOptimizer>(context, tf.RMSPropOptimizer, (rms, steps) => {
    const { decay, learningRate, momentum, epsilon, centered } = rms;
    steps.forEach(({ value, gradient }, i) => {
      const square = moment(rms.accumulatedMeanSquares, i, value, 'rms');
      const sum = moment(rms.accumulatedMoments, i, value, 'momentum');
      const mean = centered ? moment(rms.accumulatedMeanGrads, i, value, 'mg') : undefined;
      if (!gradient) return;
      own(value);
      const [w, s, b, g] = [value, square, sum, gradient].map(pointer);
      module.rmsProp(w, s, mean ? pointer(mean) : 0, b, g, value.size, decay, learningRate, momentum, epsilon);
    });
  });
}

/** A step: variables with their gradients. */
type Step = { value: Variable; gradient: Tensor | null }[];

/** Puts a step in front of the stock one, for variables and gradients of floats on this backend. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the caller knows what the optimiser keeps
function stand<Optimiser>(context: KernelContext, { prototype }: Stock, apply: (optimiser: Optimiser, step: Step) => void): void {
  const { tf } = context;
  const stock = stockSteps.get(prototype) ?? prototype.applyGradients;
  stockSteps.set(prototype, stock);
  prototype.applyGradients = function (gradients) {
    const list = Array.isArray(gradients) ? gradients : Object.entries(gradients).map(([name, tensor]) => ({ name, tensor }));
    const variables = tf.engine().registeredVariables;
    const step: Step = list.map(({ name, tensor }) => ({ value: variables[name], gradient: tensor }));
    const isOurs = step.every(({ value, gradient }) => value.dtype === 'float32' && (gradient?.dtype ?? 'float32') === 'float32');
    if (tf.getBackend() !== backendName || !isOurs) {
      stock.call(this, gradients);
      return;
    }
    apply(this as unknown as Optimiser, step);
    (this as unknown as { incrementIterations(): void }).incrementIterations();
  };
}

/**
 * A function that makes sure that nobody else holds a tensor's values before they are changed in place. A variable whose values are
 * shared (a clone of it is kept somewhere) gets a copy of its own; of others, stock kernels are told that what they packed is old.
 */
function ownerOf({ backend, changed, tf }: KernelContext): (tensor: Tensor) => void {
  return (tensor) => {
    // Values that lie on another backend are fetched first.
    backend.dataIdMap.get(tensor.dataId);
    if (backend.refCount(tensor.dataId) <= 1) {
      changed(tensor);
      return;
    }
    if (!('assign' in tensor)) throw new Error('a moment is shared: it must not be cloned');
    const variable = tensor as Variable;
    tf.tidy(() => variable.assign(tf.tensor(variable.dataSync().slice(), variable.shape, variable.dtype)));
  };
}

interface AdamOptimizer {
  learningRate: number;
  beta1: number;
  beta2: number;
  epsilon: number;
  accBeta1: Variable;
  accBeta2: Variable;
  accumulatedFirstMoment: Moment[];
  accumulatedSecondMoment: Moment[];
}

interface SGDOptimizer {
  learningRate: number;
}

interface MomentumOptimizer extends SGDOptimizer {
  momentum: number;
  useNesterov: boolean;
  accumulations: Moment[];
}

interface RMSPropOptimizer extends SGDOptimizer {
  decay: number;
  momentum: number;
  epsilon: number;
  centered: boolean;
  accumulatedMeanSquares: Moment[];
  accumulatedMoments: Moment[];
  accumulatedMeanGrads: Moment[];
}
