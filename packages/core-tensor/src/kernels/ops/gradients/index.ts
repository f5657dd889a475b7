/** @file Gradients that are missing, wrong or slow in TensorFlow.js. */
import type { KernelContext } from '../../kernel-context.js';
import { defineComplexGradients } from './complex-gradients.js';
import { defineFusedGradients } from './fused-gradients.js';
import { registerMissingGradients } from './missing-gradients.js';
import { repairGradients } from './repaired-gradients.js';
import { repairTapeOrder } from './tape-order.js';
import { registerZeroGradients } from './zero-gradients.js';

/** Puts them in place: what is missing or wrong on every backend, what is slow on this one. */
export function defineGradients(context: KernelContext): void {
  repairTapeOrder(context.tf);
  registerZeroGradients(context.tf);
  registerMissingGradients(context.tf);
  repairGradients(context.tf);
  defineFusedGradients(context);
  defineComplexGradients(context);
}
