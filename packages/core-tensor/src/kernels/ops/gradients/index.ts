/** @file Gradients that are missing, wrong or slow in TensorFlow.js. */
import type * as Tf from '@tensorflow/tfjs-core';
import type { KernelContext } from '../../kernel-context.js';
import { defineComplexGradients } from './complex-gradients.js';
import { defineFusedGradients } from './fused-gradients.js';
import { registerMissingGradients } from './missing-gradients.js';
import { repairGradients } from './repaired-gradients.js';
import { repairTapeOrder } from './tape-order.js';
import { registerZeroGradients } from './zero-gradients.js';

const corrected = new WeakSet<object>();

/** Puts in place, once and for every backend, what is missing or wrong. Stock gradients must have been registered. */
export function correctGradients(tf: typeof Tf): void {
  const engine = tf.engine();
  if (corrected.has(engine)) return;
  corrected.add(engine);
  repairTapeOrder(tf);
  registerZeroGradients(tf);
  registerMissingGradients(tf);
  repairGradients(tf);
}

/** The same, and what is slow on this backend. */
export function defineGradients(context: KernelContext): void {
  correctGradients(context.tf);
  defineFusedGradients(context);
  defineComplexGradients(context);
}
