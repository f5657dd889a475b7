/** @file One operation on one set of inputs, as the gradient check runs it. */
import type { Tensor } from '@tensorflow/tfjs-core';
import type * as Tf from '@tensorflow/tfjs-core';

/**
 * How an input's elements are chosen. All keep kinks and poles further away than the numeric derivative steps (0.15).
 *
 * - `free`: between −1 and 1.
 * - `signed`: between 0.5 and 1.3, of either sign: for kinks at 0.
 * - `positive`: between 1 and 2: for roots, logarithms, quotients.
 * - `unit`: between −0.6 and 0.6: for what is defined within (−1, 1).
 * - `distinct`: at least 0.36 apart from each other: for what picks the greatest.
 */
export type InputValues = 'free' | 'signed' | 'positive' | 'unit' | 'distinct';

/** A differentiable input. */
export interface InputSpec {
  shape: number[];
  values: InputValues;
}

/** An operation on some inputs. */
export interface OperationCase {
  /** As users know it: `'conv2d (dilated)'`. */
  operation: string;
  /** The kernel that it is about. */
  kernel: string;
  inputs: InputSpec[];
  /** Computes the operation; the result is float32. Constants, such as indices, are made inside. */
  run(tf: typeof Tf, ...inputs: Tensor[]): Tensor;
  /** Backends on which something isn't so, with the reason in a few words: TensorFlow.js' own gaps and mistakes. */
  except?: Partial<Record<string, CaseExceptions>>;
}

/** What can't be checked on a backend, and why. */
export interface CaseExceptions {
  forward?: string;
  gradient?: string;
  secondOrder?: string;
}

/** An input. */
export function input(shape: number[], values: InputValues = 'free'): InputSpec {
  return { shape, values };
}
