/**
 * @file Quality and variety told apart, by nearest neighbours in the features: precision and recall (Kynkäänniemi et al., "Improved
 * Precision and Recall Metric for Assessing Generative Models", 2019), density and coverage (Naeem et al., "Reliable Fidelity and
 * Diversity Metrics for Generative Models", 2020). A set is taken for the balls around its samples that reach to their k-th neighbours.
 */
import { measureName, samePair } from './feature-matrix.js';
import type { FeatureMatrix, Features } from './feature-matrix.js';

/** How large the ball around a sample is. */
export interface NeighbourOptions {
  /** It reaches to the k-th nearest other sample of its set. Default 3 for precision and recall, 5 for density and coverage. */
  neighbours?: number;
}

/** Precision and recall, 0…1 each. */
export interface PrecisionAndRecall {
  /** `'precision-recall-digits'` for features named `'digits'`. */
  name: string;
  /** Part of the made samples that lie in the real set: quality. */
  precision: number;
  /** Part of the real samples that lie in the made set: variety. */
  recall: number;
  neighbours: number;
}

/** Density and coverage. */
export interface DensityAndCoverage {
  /** `'density-coverage-digits'` for features named `'digits'`. */
  name: string;
  /** In how many real balls a made sample lies, over k: about 1 where both sets are alike, more where samples keep to dense places. */
  density: number;
  /** Part of the real balls that hold a made sample, 0…1. */
  coverage: number;
  neighbours: number;
}

/**
 * Measures quality and variety of made samples.
 *
 * @param real - Features of real samples, more than `neighbours`.
 * @param made - The same features of made samples, more than `neighbours`.
 * @param options - See {@link NeighbourOptions}.
 * @returns Precision and recall.
 * @throws RangeError where there are too few samples or features differ.
 * @example
 * ```ts
 * import { precisionAndRecall } from '@filmai/gan/measures';
 *
 * const real = [[0], [1], [2], [3], [10], [11], [12], [13]];
 * const made = [[0.5], [1.5], [2.5], [1.2]];
 * const { precision, recall } = precisionAndRecall(real, made);
 * console.log(precision, recall); // 1 0.5
 * ```
 */
export function precisionAndRecall(
  real: Features,
  made: Features,
  { neighbours = 3 }: NeighbourOptions = {},
): PrecisionAndRecall {
  const { a, b, features } = checkedPair('precisionAndRecall', real, made, neighbours, true);
  return {
    name: measureName('precision-recall', features),
    precision: partInside(b, a, reach(a, neighbours)),
    recall: partInside(a, b, reach(b, neighbours)),
    neighbours,
  };
}

/**
 * Measures quality and variety of made samples so that single strays among the real ones don't count: only real samples have balls.
 *
 * @param real - Features of real samples, more than `neighbours`.
 * @param made - The same features of made samples.
 * @param options - See {@link NeighbourOptions}.
 * @returns Density and coverage.
 * @throws RangeError where there are too few samples or features differ.
 * @example
 * ```ts
 * import { densityAndCoverage } from '@filmai/gan/measures';
 *
 * const real = [[0], [1], [2], [3], [10], [11], [12], [13]];
 * const { coverage } = densityAndCoverage(real, [[1.5], [1.6]], { neighbours: 3 });
 * console.log(coverage); // 0.5
 * ```
 */
export function densityAndCoverage(
  real: Features,
  made: Features,
  { neighbours = 5 }: NeighbourOptions = {},
): DensityAndCoverage {
  const { a, b, features } = checkedPair('densityAndCoverage', real, made, neighbours, false);
  const reaches = reach(a, neighbours);
  let [inside, covered] = [0, 0];
  for (let i = 0; i < a.rows; i++) {
    let held = 0;
    for (let j = 0; j < b.rows; j++) if (apart(a, i, b, j) <= reaches[i]) held++;
    inside += held;
    if (held > 0) covered++;
  }
  return {
    name: measureName('density-coverage', features),
    density: inside / (neighbours * b.rows),
    coverage: covered / a.rows,
    neighbours,
  };
}

function checkedPair(
  who: string,
  real: Features,
  made: Features,
  neighbours: number,
  both: boolean,
): ReturnType<typeof samePair> {
  const pair = samePair(who, real, made);
  const fewest = both ? Math.min(pair.a.rows, pair.b.rows) : pair.a.rows;
  if (!Number.isInteger(neighbours) || neighbours < 1 || neighbours >= fewest)
    throw new RangeError(
      `${who}: neighbours must be a whole number in 1…${fewest - 1}, fewer than there are samples, got ${neighbours}`,
    );
  return pair;
}

/** Squared distance of each sample to its k-th nearest other. */
function reach(set: FeatureMatrix, k: number): Float64Array {
  const nearest = new Float64Array(set.rows * k).fill(Infinity);
  const insert = (row: number, distance: number): void => {
    const start = row * k;
    let at = start + k - 1;
    if (distance >= nearest[at]) return;
    for (; at > start && nearest[at - 1] > distance; at--) nearest[at] = nearest[at - 1];
    nearest[at] = distance;
  };
  for (let i = 0; i < set.rows; i++) {
    for (let j = 0; j < i; j++) {
      const distance = apart(set, i, set, j);
      insert(i, distance);
      insert(j, distance);
    }
  }
  return Float64Array.from({ length: set.rows }, (_, row) => nearest[row * k + k - 1]);
}

/** Part of the samples that lie in any ball of the other set. */
function partInside(samples: FeatureMatrix, set: FeatureMatrix, reaches: Float64Array): number {
  let inside = 0;
  for (let i = 0; i < samples.rows; i++) {
    let j = 0;
    while (j < set.rows && apart(samples, i, set, j) > reaches[j]) j++;
    if (j < set.rows) inside++;
  }
  return inside / samples.rows;
}

/** Squared distance; as differences, so that equal samples are exactly zero apart. */
function apart(a: FeatureMatrix, i: number, b: FeatureMatrix, j: number): number {
  const { columns } = a;
  let sum = 0;
  for (let k = 0, p = i * columns, q = j * columns; k < columns; k++, p++, q++) {
    const difference = a.data[p] - b.data[q];
    sum += difference * difference;
  }
  return sum;
}
