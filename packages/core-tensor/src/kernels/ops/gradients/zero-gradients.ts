/**
 * @file Gradients of what is constant wherever it has a derivative: comparisons and logic. Without them TensorFlow.js refuses to
 * differentiate any gradient that chooses by a comparison. They hold on every backend.
 */
import type * as Tf from '@tensorflow/tfjs-core';
import { gradientConfig, registerMissing } from './run-kernel.js';

const inputsOf: Record<string, string[]> = {
  Greater: ['a', 'b'],
  GreaterEqual: ['a', 'b'],
  Less: ['a', 'b'],
  LessEqual: ['a', 'b'],
  Equal: ['a', 'b'],
  NotEqual: ['a', 'b'],
  LogicalAnd: ['a', 'b'],
  LogicalOr: ['a', 'b'],
  LogicalXor: ['a', 'b'],
  LogicalNot: ['x'],
  Any: ['x'],
  All: ['x'],
  Multinomial: ['logits'],
};

/** Registers them where there are none. */
export function registerZeroGradients(tf: typeof Tf): void {
  for (const [kernelName, inputs] of Object.entries(inputsOf)) {
    registerMissing(
      tf,
      gradientConfig(
        kernelName,
        (_dy, saved) => Object.fromEntries(saved.map((tensor, i) => [inputs[i], () => tf.zeros(tensor.shape)])),
        { inputs },
      ),
    );
  }
}
