/** @file Where tensors are computed. */
export { backendNames } from './backends.js';
export type { Loader } from '../kernels/package-loader.js';
export type { BackendName } from './backends.js';
export { createRuntime, startRuntime } from './create-runtime.js';
export type { Rejection, Runtime, RuntimeOptions } from './create-runtime.js';
export { RuntimeError } from './runtime-error.js';
export type { RuntimeErrorCode } from './runtime-error.js';
