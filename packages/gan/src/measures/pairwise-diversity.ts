/** @file How different samples are from each other: the figure that falls when a generator collapses onto a few pictures. */
import { featureMatrix, measureName } from './feature-matrix.js';
import type { Features } from './feature-matrix.js';

/** Distances between samples. */
export interface PairwiseDiversity {
  /** `'diversity'`, with the name of the features where they have one. */
  name: string;
  /** Mean over all pairs of the root mean square difference of their values, in units of a value: 0 where all samples are equal. */
  value: number;
  /** The same of the two most alike. */
  least: number;
}

/**
 * Measures how different samples are: over all pairs, the root mean square difference of their values.
 *
 * Two independent samples of values with standard deviation σ differ by about σ√2; a batch of copies by 0. Judge it against the figure of
 * as many real samples.
 *
 * @param samples - At least two: pictures as flat lists of values, or features.
 * @returns Mean and least difference.
 * @throws RangeError where there are fewer than two samples, or lengths differ.
 * @example
 * ```ts
 * import { pairwiseDiversity } from '@filmai/gan/measures';
 *
 * console.log(pairwiseDiversity([[0, 0], [1, 1], [0, 0]])); // { name: 'diversity', value: 0.6666666666666666, least: 0 }
 * ```
 */
export function pairwiseDiversity(samples: Features): PairwiseDiversity {
  const { rows, columns, data, features } = featureMatrix(samples);
  if (rows < 2) throw new RangeError(`pairwiseDiversity: a difference needs at least 2 samples, got ${rows}`);
  let sum = 0;
  let least = Infinity;
  for (let a = 0; a < rows; a++) {
    for (let b = a + 1; b < rows; b++) {
      let squares = 0;
      for (let k = 0; k < columns; k++) {
        const apart = data[a * columns + k] - data[b * columns + k];
        squares += apart * apart;
      }
      const apart = Math.sqrt(squares / columns);
      sum += apart;
      least = Math.min(least, apart);
    }
  }
  return { name: measureName('diversity', features), value: sum / ((rows * (rows - 1)) / 2), least };
}
