/** @file Kernels with which TensorFlow.js trains on its wasm backend. */
export type { GemmEngine } from './gemm.js';
export type { Loader } from './package-loader.js';
export { registerTrainingKernels } from './register-training-kernels.js';
export type { KernelRejection, TrainingKernelOptions, TrainingKernels } from './register-training-kernels.js';
