/** @file What a training needs to go on: checkpoints, and networks in files of their own. */
export { CheckpointError } from './checkpoint-error.js';
export type { CheckpointErrorCode } from './checkpoint-error.js';
export { listCheckpoints, loadCheckpoint, saveCheckpoint } from './checkpoint.js';
export type { Checkpoint, CheckpointState, LoadCheckpointOptions, LoadedCheckpoint, SkippedCheckpoint } from './checkpoint.js';
export { fillNetwork } from './network-artifacts.js';
export type { LayerPlan, SavedNetwork, SavedWeight } from './network-artifacts.js';
export { loadNetwork, loadNetworkFiles, saveNetwork } from './network-files.js';
export { packWeight, unpackWeight } from './compact-weights.js';
export type { Quantization, WeightPrecision } from './compact-weights.js';
