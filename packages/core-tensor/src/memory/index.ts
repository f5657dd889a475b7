/** @file How much memory a training takes, before it starts. */
export { estimateTrainingMemory, MemoryError, requireTrainingMemory } from './training-memory.js';
export type { MemoryErrorCode, MemoryLimits, TrainingMemory, TrainingMemoryOptions } from './training-memory.js';
