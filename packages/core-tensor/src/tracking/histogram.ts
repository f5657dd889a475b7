/** @file How values are spread, in bins of equal width. */

/** A histogram of finite values. */
export interface Histogram {
  /** Finite values. */
  count: number;
  /** Values that are NaN or infinite; they are in no bin. */
  notFinite: number;
  /** Smallest and largest; 0 where there are none. */
  min: number;
  max: number;
  sum: number;
  sumOfSquares: number;
  /** Upper edge of each bin, rising. */
  limits: number[];
  /** Values in each bin. */
  counts: number[];
}

/**
 * Counts values.
 *
 * @param values - Any numbers.
 * @param bins - Number of bins between the smallest and the largest value, at least 1. Equal values make one bin.
 */
export function measureHistogram(values: ArrayLike<number>, bins: number): Histogram {
  let [count, sum, sumOfSquares] = [0, 0, 0];
  let [min, max] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (!Number.isFinite(value)) continue;
    count++;
    sum += value;
    sumOfSquares += value * value;
    min = Math.min(min, value);
    max = Math.max(max, value);
  }
  const notFinite = values.length - count;
  if (count === 0) return { count, notFinite, min: 0, max: 0, sum, sumOfSquares, limits: [0], counts: [0] };
  const used = max > min ? bins : 1;
  const limits = Array.from({ length: used }, (_, i) => (i === used - 1 ? max : min + ((max - min) * (i + 1)) / used));
  const counts = Array.from({ length: used }, () => 0);
  for (let i = 0; i < values.length; i++) {
    if (!Number.isFinite(values[i])) continue;
    const bin = max > min ? Math.floor(((values[i] - min) / (max - min)) * used) : 0;
    counts[Math.min(used - 1, bin)]++;
  }
  return { count, notFinite, min, max, sum, sumOfSquares, limits, counts };
}
