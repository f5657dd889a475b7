/** @file Kernels with which TensorFlow.js trains on its wasm backend. */
export type { GemmEngine } from './gemm.js';
export { traceTensors } from './ops/disposed-tensors.js';
export { correctGradients } from './ops/gradients/index.js';
export { checkGradients } from './ops/gradient-check.js';
export type { GradientCheckOptions, GradientCheckRow } from './ops/gradient-check.js';
export { randomNormalTensor, randomUniformTensor } from './ops/random-tensors.js';
export type { NormalOptions, UniformOptions } from './ops/random-tensors.js';
export { TensorError } from './ops/tensor-error.js';
export type { TensorErrorCode } from './ops/tensor-error.js';
export { restoreDropoutState, saveDropoutState, setDropoutSeed } from './layers/dropout-state.js';
export type { DropoutState } from './layers/dropout-state.js';
export type { Loader } from './package-loader.js';
export { registerTrainingKernels } from './register-training-kernels.js';
export type { KernelRejection, TrainingKernelOptions, TrainingKernels } from './register-training-kernels.js';
