/** @file Everything of @filmai/gan by name; the subpaths give the same pieces alone. */
export { GanError } from './errors/gan-error.js';
export type { GanErrorCode } from './errors/gan-error.js';
export { createEffect, EFFECT_KINDS } from './effects/index.js';
export type { EffectKind, EffectRequest } from './effects/index.js';
export {
  asFeed,
  clipFolder,
  createItemFeed,
  fromArrays,
  joinFeeds,
  labelledFolder,
  pairFolder,
  pictureFolder,
} from './data/index.js';
export type {
  ArrayField,
  BatchSource,
  ClipFolderOptions,
  Feed,
  FeedPosition,
  FeedReader,
  Item,
  ItemFeed,
  ItemSource,
  LabelledFeed,
  PairArrangement,
  PictureChanges,
  PictureFileOptions,
  PictureFolderOptions,
  PictureSizeOptions,
  ReadFeedOptions,
  ReadPicture,
  UnreadableFile,
} from './data/index.js';
export {
  adversarialPlayers,
  afterUnrolledSteps,
  applySpectralNorm,
  createLoss,
  drawAugmentation,
  ensureSecondOrderGradients,
  gradientPenalty,
  LOSS_NAMES,
  r1Penalty,
  withoutGradient,
} from './losses/index.js';
export type {
  AdversarialLoss,
  Adversary,
  AdversaryOptions,
  Augmentation,
  AugmentationOptions,
  Judge,
  Judgement,
  LossChoice,
  LossName,
  LossOptions,
  PenaltyOptions,
  Regularisers,
  Seen,
  SeenByCritic,
  SpectralNorm,
  UnrolledOptions,
} from './losses/index.js';
export { cosineDecay, linearDecay, train, TrainingError, warmUp } from './training/index.js';
export type {
  Batch,
  CheckpointPlan,
  FailurePlace,
  LearningRateSchedule,
  LossContext,
  Memory,
  Player,
  PlayerLoss,
  SamplePlan,
  Trainable,
  TrainingStep,
  TrainingTracker,
  TrainingWarning,
  TrainOptions,
} from './training/index.js';
