/** @file Steps of optimisers as one pass over memory, where a backend has them. A backend's kernels are registered by an explicit call. */
import type * as Tf from '@tensorflow/tfjs-core';

/** The numbers of one step of Adam. */
export interface AdamNumbers {
  learningRate: number;
  beta1: number;
  beta2: number;
  epsilon: number;
  /** Decoupled weight decay. */
  decay: number;
  /** What is left of the means' pull towards their start: 1 − beta^t. */
  correction1: number;
  correction2: number;
  /** Gradients are multiplied by it. */
  scale: number;
}

/** Steps that change values in place, float32 all of them. */
export interface StepEngine {
  /** Moves a variable and its moments by Adam's rule. */
  adam(variable: Tf.Tensor, mean: Tf.Tensor, square: Tf.Tensor, gradient: Tf.Tensor, numbers: AdamNumbers): void;
  /** Moves an average: `average * decay + value * (1 − decay)`. */
  follow(average: Tf.Tensor, value: Tf.Tensor, decay: number): void;
  /** The sum of the squares of all elements. */
  squareSum(tensor: Tf.Tensor): number;
}

/** By backend, not by its name: a process may hold two copies of TensorFlow.js, each with a backend of that name. */
const engines = new WeakMap<object, StepEngine>();

/** Puts a backend's steps in place. */
export function registerStepEngine(backend: object, engine: StepEngine): void {
  engines.set(backend, engine);
}

/** The steps of a backend, where it has them. */
export function stepEngineOf(backend: object): StepEngine | undefined {
  return engines.get(backend);
}
