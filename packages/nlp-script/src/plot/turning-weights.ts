/**
 * @file Written by `scripts/fit-turning-points.ts`, don't edit: weights of the features for each turning point, from 11 scripts with a
 * ridge penalty of 5; with each of them left out in turn the points lie 1.49 % of the scenes away from the annotated ones.
 */

/**
 * One row a turning point, one column a feature: newPeople, newPlace, boundary, centrality, returns, ensemble, lead, length, dialogue, feeling,
 * fall, swing, arousal, force, offer, decision, commitment, loss, clash, rest.
 */
export const TURNING_WEIGHTS: readonly (readonly number[])[] = [
  // opportunity
  [0.036, -0.595, 0.194, 0.217, 0.0, 0.377, 0.007, 0.304, 0.0, 0.0, 0.0, 0.049, 0.0, 0.004, 0.592, 0.0, 0.0, 0.0, 0.0, 0.0],
  // changeOfPlans
  [0.0, -0.207, 0.194, 0.217, 0.0, 0.377, 0.007, 0.304, 0.259, 0.0, 0.0, 0.049, 0.0, 0.004, 0.0, 0.344, 0.0, 0.0, 0.0, 0.0],
  // pointOfNoReturn
  [0.0, 0.0, 0.194, 0.217, 0.0, 0.377, 0.007, 0.304, 0.0, 0.0, 0.0, 0.049, 0.0, 0.004, 0.0, 0.0, 0.709, 0.0, 0.0, 0.0],
  // majorSetback
  [0.0, 0.0, 0.194, 0.217, 0.0, 0.377, 0.007, 0.304, 0.0, 0.11, 0.118, 0.049, 0.126, 0.235, 0.0, 0.0, 0.0, 0.232, 0.0, 0.0],
  // climax
  [0.0, 0.0, 0.194, 0.217, 0.02, 0.571, 0.007, 0.304, 0.0, 0.0, 0.0, 0.049, -0.019, 0.063, 0.0, 0.0, 0.0, 0.0, 0.295, 0.117],
];
