/** @file What `@filmai/nlp-script/plot` gives. */
export { encodeScenes } from './encode-scenes.js';
export { findTurningPoints, TURNING_POINT_PRIORS, TURNING_POINTS } from './turning-points.js';
export type {
  PositionPrior,
  TurningEvidence,
  TurningPoint,
  TurningPointName,
  TurningPointOptions,
  TurningPoints,
} from './turning-points.js';
export type { SceneFeature } from './scene-features.js';
export { checkContinuity, CONTINUITY_RULES } from './continuity/check-continuity.js';
export type { ContinuityOptions, ContinuityRuleName } from './continuity/check-continuity.js';
