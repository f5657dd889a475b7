/** @file What `@filmai/nlp-script/plot` gives. */
export { findActs } from './acts.js';
export type { Act, Acts } from './acts.js';
export { analyzePlot } from './analyze-plot.js';
export type { PlotAnalysis, PlotOptions } from './analyze-plot.js';
export { checkContinuity, CONTINUITY_RULES } from './continuity/check-continuity.js';
export type { ContinuityOptions, ContinuityRuleName } from './continuity/check-continuity.js';
export { ARC_SHAPES, findEmotionalArc } from './emotional-arc.js';
export type { ArcShape, EmotionalArc } from './emotional-arc.js';
export { encodeScenes } from './encode-scenes.js';
export { measurePacing } from './pacing.js';
export type { PaceSummary, Pacing, ScenePace } from './pacing.js';
export type { SceneFeature } from './scene-features.js';
export { findThreads } from './threads.js';
export type { PlotThread, PlotThreads } from './threads.js';
export { findTurningPoints, TURNING_POINT_PRIORS, TURNING_POINTS } from './turning-points.js';
export type {
  PositionPrior,
  TurningEvidence,
  TurningPoint,
  TurningPointName,
  TurningPointOptions,
  TurningPoints,
} from './turning-points.js';
