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

/**
 * Puts in place, for every backend, the gradients that TensorFlow.js lacks or has wrong: what penalties on gradients, and steps that are differentiated
 * themselves, need. `createRuntime` and `registerTrainingKernels` have done so. May be called any number of times.
 *
 * @param tensorFlow - TensorFlow.js, with its own gradients registered (`@tensorflow/tfjs-layers` does).
 * @example
 * ```ts
 * import * as tf from '@tensorflow/tfjs-core';
 * import '@tensorflow/tfjs-layers';
 * import { correctGradients } from '@filmai/core-tensor/kernels';
 *
 * correctGradients(tf);
 * console.log(tf.getGradient('Greater') !== undefined); // true
 * ```
 */
export function correctGradients(tensorFlow: typeof Tf): void {
  const tf = tensorFlow;
  const engine = tf.engine();
  if (corrected.has(engine)) return;
  corrected.add(engine);
  repairTapeOrder(tf);
  registerZeroGradients(tf);
  registerMissingGradients(tf);
  repairGradients(tf);
}

/** Puts in place what is slow on this backend. */
export function defineGradients(context: KernelContext): void {
  defineFusedGradients(context);
  defineComplexGradients(context);
}
