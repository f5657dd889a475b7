/**
 * @file The inception score (Salimans et al., "Improved Techniques for Training GANs", 2016): exp of the mean Kullback–Leibler divergence
 * between what a classifier says of one sample and what it says on average. 1 where all samples look alike or none is recognised, the
 * number of classes where each is recognised and all appear. It looks at made samples alone: what it rewards need not look real.
 */
import { featureMatrix } from './feature-matrix.js';
import type { Features } from './feature-matrix.js';

/** A measured score. */
export interface InceptionScore {
  /** `'inception-score'` for `'inception-v3'` alone, else `'classifier-score-digits'` for the classifier `'digits'`. */
  name: string;
  /** Mean over the splits, 1…classes. */
  value: number;
  /** Standard deviation over the splits. */
  deviation: number;
  splits: number;
}

/**
 * Measures how sure a classifier is of made samples, and how many classes appear.
 *
 * @param probabilities - A classifier's probabilities, one row a sample, each summing to 1.
 * @param options - `splits`: parts that are scored by themselves, default 10; one where there are fewer than ten samples a part.
 * @returns The score.
 * @throws RangeError where a row is no distribution or there are more splits than samples.
 * @example
 * ```ts
 * import { inceptionScore } from '@filmai/gan/measures';
 *
 * console.log(inceptionScore([[1, 0], [0, 1]], { splits: 1 }).value); // 2
 * ```
 */
export function inceptionScore(probabilities: Features, { splits }: { splits?: number } = {}): InceptionScore {
  const { rows, columns, data, features } = featureMatrix(probabilities);
  const parts = splits ?? (rows >= 100 ? 10 : 1);
  if (!Number.isInteger(parts) || parts < 1 || parts > rows)
    throw new RangeError(`inceptionScore: splits must be a whole number in 1…${rows}, the number of samples, got ${parts}`);
  checkDistributions(data, columns);
  const scores = Array.from({ length: parts }, (_, part) =>
    scoreOf(data, columns, Math.floor((part * rows) / parts), Math.floor(((part + 1) * rows) / parts)),
  );
  const value = scores.reduce((sum, score) => sum + score, 0) / parts;
  const deviation = Math.sqrt(scores.reduce((sum, score) => sum + (score - value) ** 2, 0) / parts);
  const classifier = features === undefined ? 'classifier-score' : `classifier-score-${features}`;
  return { name: features === 'inception-v3' ? 'inception-score' : classifier, value, deviation, splits: parts };
}

function checkDistributions(data: Float64Array, columns: number): void {
  for (let start = 0; start < data.length; start += columns) {
    let sum = 0;
    for (let i = start; i < start + columns; i++) {
      if (data[i] < 0) throw new RangeError(`inceptionScore: sample ${start / columns} has the probability ${data[i]}`);
      sum += data[i];
    }
    if (Math.abs(sum - 1) > 1e-3)
      throw new RangeError(`inceptionScore: the probabilities of sample ${start / columns} sum to ${sum}, expected 1`);
  }
}

function scoreOf(data: Float64Array, columns: number, first: number, end: number): number {
  const average = new Float64Array(columns);
  for (let i = first * columns; i < end * columns; i++) average[i % columns] += data[i] / (end - first);
  let divergence = 0;
  // p log p is 0 where p is.
  for (let i = first * columns; i < end * columns; i++)
    if (data[i] > 0) divergence += data[i] * (Math.log(data[i]) - Math.log(average[i % columns]));
  return Math.exp(divergence / (end - first));
}
