/** @file Training: the loop, and what it can train. */
export { cosineDecay, linearDecay, warmUp } from './learning-rate.js';
export type { LearningRateSchedule } from './learning-rate.js';
export { train } from './train.js';
export type { Batch, LossContext, Memory, Player, PlayerLoss, Trainable } from './trainable.js';
export { TrainingError } from './training-error.js';
export type { FailurePlace } from './training-error.js';
export type { CheckpointPlan, SamplePlan, TrainingStep, TrainingTracker, TrainOptions } from './training-options.js';
export type { TrainingWarning } from './training-watch.js';
