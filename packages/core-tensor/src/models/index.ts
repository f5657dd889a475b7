/** @file Models: where they come from, under which licence, and bytes that are what they claim to be. */
export { loadModel, ModelError } from './load-model.js';
export type { LoadModelOptions, ModelErrorCode } from './load-model.js';
export { formatModelCard } from './model-card.js';
export type { ModelCard, ModelSource } from './model-card.js';
