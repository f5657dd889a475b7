/** @file The operations that training needs beside products and convolutions. */
import type { KernelContext } from '../kernel-context.js';
import { defineComplexKernels } from './complex.js';
import { defineBorrowedKernels } from './cpu-kernels.js';
import { watchDisposedTensors } from './disposed-tensors.js';
import { defineEinsumKernel } from './einsum.js';
import { defineElementwiseKernels } from './elementwise.js';
import { defineFourierKernels } from './fourier.js';
import { defineGatherKernel } from './gather.js';
import { defineGradients } from './gradients/index.js';
import { defineLayoutKernels } from './layout.js';
import { definePoolingKernels } from './pooling.js';
import { quickenCalls } from './quick-calls.js';
import { defineRandomKernels } from './random-kernels.js';
import { defineReductionKernels } from './reductions.js';

/** Puts them in place. */
export function defineOperationKernels(context: KernelContext): void {
  defineElementwiseKernels(context);
  defineReductionKernels(context);
  defineLayoutKernels(context);
  defineGatherKernel(context);
  definePoolingKernels(context);
  defineComplexKernels(context);
  defineFourierKernels(context);
  defineEinsumKernel(context);
  defineRandomKernels(context);
  defineBorrowedKernels(context);
  defineGradients(context);
  quickenCalls(context);
  watchDisposedTensors(context.tf);
}
