/** @file How good made pictures, clips and motions are: distances named after their features, steadiness, and what bodies can do. */
export { extractFeatures, featureMatrix } from './feature-matrix.js';
export type { ExtractOptions, FeatureFunction, FeatureMatrix, Features } from './feature-matrix.js';
export { flicker, warpingError } from './flicker.js';
export type { FlowPair, MotionOptions, Steadiness } from './flicker.js';
export { frechetDistance, gaussianOf } from './frechet-distance.js';
export type { FrechetDistance, Gaussian } from './frechet-distance.js';
export type { Picture } from './luma-plane.js';
export { opticalFlow, visiblePixels } from './optical-flow.js';
export type { FlowField, OpticalFlowOptions } from './optical-flow.js';
export { pairwiseDiversity } from './pairwise-diversity.js';
export type { PairwiseDiversity } from './pairwise-diversity.js';
