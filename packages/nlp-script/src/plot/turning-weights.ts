/**
 * @file Written by `scripts/fit-turning-points.ts`, don't edit: weights of the features for each turning point, from 11 scripts with a
 * ridge penalty of 10; with each of them left out in turn the points lie 1.60 % of the scenes away from the annotated ones.
 *
 *   newPeople    newPlace    boundary  centrality     returns    ensemble        lead      length    dialogue     feeling        fall       swing     arousal       force       offer    decision  commitment        loss       clash        rest
 */

/** One row a turning point, one column a feature of `SCENE_FEATURES`. */
export const TURNING_WEIGHTS: readonly (readonly number[])[] = [
  // opportunity
  [
    -0.044, -0.397, 0.23, 0.044, 0.011, 0.245, -0.262, 0.159, 0.074, 0.28, -0.106, -0.016, -0.264, -0.044, 0.586, 0.122, 0.263,
    -0.208, -0.467, -0.197,
  ],
  // changeOfPlans
  [
    -0.025, -0.217, 0.135, -0.12, -0.158, 0.441, -0.051, -0.011, 0.279, 0.274, -0.19, -0.079, -0.123, -0.05, 0.244, 0.445, 0.295,
    -0.262, -0.219, -0.465,
  ],
  // pointOfNoReturn
  [
    0.064, 0.14, 0.19, 0.156, 0.197, 0.264, 0.097, 0.139, -0.094, 0.2, -0.217, -0.112, -0.054, -0.042, 0.514, 0.395, 0.512,
    -0.089, -0.217, -0.217,
  ],
  // majorSetback
  [
    -0.155, 0.085, 0.197, 0.139, -0.006, 0.485, -0.125, 0.137, 0.126, 0.261, -0.103, 0.058, 0.019, 0.121, 0.579, 0.026, -0.053,
    0.106, -0.205, -0.332,
  ],
  // climax
  [
    0.035, 0.036, 0.128, 0.247, 0.028, 0.404, 0.014, 0.288, 0.123, 0.174, -0.113, -0.022, -0.108, 0.018, 0.414, 0.246, 0.365,
    -0.064, -0.058, -0.118,
  ],
];
