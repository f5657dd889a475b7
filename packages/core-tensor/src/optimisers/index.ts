/** @file Optimisers whose state can be saved, the clipping of gradients, and the averaging of weights. */
export { createAdam } from './adam.js';
export type { Adam, AdamOptions, AdamState } from './adam.js';
export { clipByGlobalNorm, globalNorm } from './global-norm.js';
export type { ClippedGradients } from './global-norm.js';
export { createMovingAverage } from './moving-average.js';
export type { MovingAverage, MovingAverageOptions, MovingAverageState } from './moving-average.js';
export { OptimiserError } from './optimiser-error.js';
export type { OptimiserErrorCode } from './optimiser-error.js';
export type { SavedTensors } from './saved-tensors.js';
