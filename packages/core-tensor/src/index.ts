/** @file Everything of @filmai/core-tensor by name; the subpaths give the same pieces alone. */
export { FilmaiError, MissingPeerError } from './errors/index.js';
export type { FailureOptions } from './errors/index.js';
export {
  BLEND_MODES,
  blendFrames,
  blurFrame,
  chromaKey,
  compositeOver,
  createFrame,
  createFrameKernels,
  createLut,
  encodePng,
  formatCube,
  gradeFrame,
  lumaKey,
  parseCube,
  perspectiveMatrix,
  RESIZE_FILTERS,
  resizeFrame,
  sharpenFrame,
  toneCurve,
  warpFrame,
} from './frames/index.js';
export type {
  BlendMode,
  BlurOptions,
  ChromaKeyOptions,
  ColourLut,
  Corners,
  CurvePoints,
  DisplacementField,
  Frame,
  FrameKernelOptions,
  FrameKernels,
  GpuModule,
  Grade,
  KernelChoice,
  LumaKeyOptions,
  ResizeFilter,
  ResizeOptions,
  SharpenOptions,
  WarpOptions,
} from './frames/index.js';
export { createSilence, durationOf } from './samples/index.js';
export type { Sound } from './samples/index.js';
export { createRandom, restoreRandom } from './random/index.js';
export type { Random, RandomState } from './random/index.js';
export { createProgress } from './progress/index.js';
export type { JobOptions, OnProgress, Progress } from './progress/index.js';
export { FileError, writeFileWhole } from './files/index.js';
export type { FileErrorCode } from './files/index.js';
export { formatModelCard, loadModel, ModelError } from './models/index.js';
export type { LoadModelOptions, ModelCard, ModelErrorCode, ModelSource } from './models/index.js';
export { registerTrainingKernels } from './kernels/index.js';
export type { GemmEngine, KernelRejection, TrainingKernelOptions, TrainingKernels } from './kernels/index.js';
export { backendNames, createRuntime, RuntimeError, startRuntime } from './runtime/index.js';
export type { BackendName, Loader, Rejection, Runtime, RuntimeErrorCode, RuntimeOptions } from './runtime/index.js';
export { clipByGlobalNorm, createAdam, createMovingAverage, globalNorm, OptimiserError } from './optimisers/index.js';
export type {
  Adam,
  AdamOptions,
  AdamState,
  ClippedGradients,
  MovingAverage,
  MovingAverageOptions,
  MovingAverageState,
  OptimiserErrorCode,
  SavedTensors,
} from './optimisers/index.js';
export {
  CheckpointError,
  fillNetwork,
  listCheckpoints,
  loadCheckpoint,
  loadNetwork,
  loadNetworkFiles,
  saveCheckpoint,
  saveNetwork,
} from './checkpoints/index.js';
export type {
  Checkpoint,
  CheckpointErrorCode,
  CheckpointState,
  LayerPlan,
  LoadCheckpointOptions,
  LoadedCheckpoint,
  SavedNetwork,
  SavedWeight,
  SkippedCheckpoint,
} from './checkpoints/index.js';
export { createTracker, TrackingError } from './tracking/index.js';
export type { Pictures, Tracker, TrackerOptions, TrackingErrorCode, TrackingFormat } from './tracking/index.js';
export { estimateTrainingMemory, MemoryError, requireTrainingMemory } from './memory/index.js';
export type { MemoryErrorCode, MemoryLimits, TrainingMemory, TrainingMemoryOptions } from './memory/index.js';
export { bytesField, doubleField, doublesField, floatField, message, textField, wholeField } from './protobuf/index.js';
export type { Field } from './protobuf/index.js';
