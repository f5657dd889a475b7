/**
 * @file The kernel distance between two sets of features: the unbiased estimate of the squared maximum mean discrepancy with the cubic
 * kernel (a·b / d + 1)³ (Gretton et al. 2012; Bińkowski et al., "Demystifying MMD GANs", 2018, who call it KID on Inception features).
 * Unlike the Fréchet distance it has no bias in small samples, and its interval says how much chance is in it.
 */
import { createRandom } from '@filmai/core-tensor/random';
import { measureName, samePair } from './feature-matrix.js';
import type { FeatureMatrix, Features } from './feature-matrix.js';
import { forEachProduct } from './row-products.js';

/** How the distance is measured. */
export interface KernelDistanceOptions {
  /** Also measures random subsets, as published figures do (100 of 1000): their mean and deviation are in the result. */
  subsets?: { count: number; size: number; seed: number };
}

/** A measured distance. */
export interface KernelDistance {
  /** `'kernel-digits'` for features named `'digits'`; `'kid'` for `'inception-v3'` alone. */
  name: string;
  /** Unbiased, from all samples: about 0 for equal distributions, and then as often below as above. */
  value: number;
  /** The interval that holds the true distance in 95 of 100 cases, by the jackknife over samples. */
  interval: [low: number, high: number];
  /** Mean and standard deviation over the subsets, where asked for. */
  subsets?: { count: number; size: number; mean: number; deviation: number };
}

/** Two-sided 95 % point of the normal distribution. */
const NORMAL_95 = 1.959_963_984_540_054;

/**
 * Measures how far made samples are from real ones, without bias.
 *
 * Time and memory grow with the square and the number of samples: some thousand are a matter of seconds.
 *
 * @param a - Features of at least three samples.
 * @param b - The other ones, of the same features, as many as there are.
 * @param options - See {@link KernelDistanceOptions}.
 * @returns The distance, named after the features, with its interval.
 * @throws RangeError where there are fewer than three samples, features differ, or a subset is larger than its set.
 * @example
 * ```ts
 * import { kernelDistance } from '@filmai/gan/measures';
 *
 * const low = Array.from({ length: 40 }, (_, i) => [(i * 7) % 10]);
 * const high = low.map(([value]) => [value + 20]);
 * console.log(kernelDistance(low, high).interval[0] > 0); // true
 * ```
 */
export function kernelDistance(a: Features, b: Features, { subsets }: KernelDistanceOptions = {}): KernelDistance {
  const { a: first, b: second, features } = samePair('kernelDistance', a, b);
  for (const { rows } of [first, second])
    if (rows < 3) throw new RangeError(`kernelDistance: needs at least 3 samples on each side, got ${rows}`);
  const sums = kernelSums(first, second);
  const value = discrepancy(sums);
  const error = Math.sqrt(jackknife(sums) + jackknife(turned(sums)));
  return {
    name: measureName('kernel', features, 'kid'),
    value,
    interval: [value - NORMAL_95 * error, value + NORMAL_95 * error],
    ...(subsets ? { subsets: { count: subsets.count, size: subsets.size, ...measureSubsets(first, second, subsets) } } : {}),
  };
}

/** Sums of the kernel: of each sample with the others of its set, and with those of the other set. */
interface KernelSums {
  own: Float64Array;
  other: Float64Array;
  ownOfOther: Float64Array;
  otherOfOther: Float64Array;
}

function turned({ own, other, ownOfOther, otherOfOther }: KernelSums): KernelSums {
  return { own: ownOfOther, other: otherOfOther, ownOfOther: own, otherOfOther: other };
}

function kernelSums(a: FeatureMatrix, b: FeatureMatrix): KernelSums {
  const own = new Float64Array(a.rows);
  const other = new Float64Array(a.rows);
  const ownOfOther = new Float64Array(b.rows);
  const otherOfOther = new Float64Array(b.rows);
  addWithin(a, own);
  addWithin(b, ownOfOther);
  const { columns } = a;
  forEachProduct(a, b, (i, j, product) => {
    const value = kernel(product, columns);
    other[i] += value;
    otherOfOther[j] += value;
  });
  return { own, other, ownOfOther, otherOfOther };
}

function addWithin(set: FeatureMatrix, sums: Float64Array): void {
  const visit = (i: number, j: number, product: number): void => {
    const value = kernel(product, set.columns);
    sums[i] += value;
    sums[j] += value;
  };
  forEachProduct(set, set, visit, true);
}

function kernel(product: number, columns: number): number {
  const base = product / columns + 1;
  return base * base * base;
}

const total = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0);

function discrepancy({ own, other, ownOfOther }: KernelSums): number {
  const [n, m] = [own.length, ownOfOther.length];
  return total(own) / (n * (n - 1)) + total(ownOfOther) / (m * (m - 1)) - (2 * total(other)) / (n * m);
}

/** Variance by leaving out each sample of the first set in turn. */
function jackknife({ own, other, ownOfOther }: KernelSums): number {
  const [n, m] = [own.length, ownOfOther.length];
  const [within, between] = [total(own), total(other)];
  // What is left without sample i, up to a constant: each pair within counts twice.
  const without = own.map((value, i) => (within - 2 * value) / ((n - 1) * (n - 2)) - (2 * (between - other[i])) / ((n - 1) * m));
  const mean = total(without) / n;
  return ((n - 1) / n) * without.reduce((sum, value) => sum + (value - mean) ** 2, 0);
}

function measureSubsets(
  a: FeatureMatrix,
  b: FeatureMatrix,
  { count, size, seed }: NonNullable<KernelDistanceOptions['subsets']>,
): { mean: number; deviation: number } {
  if (!Number.isInteger(count) || count < 1)
    throw new RangeError(`kernelDistance: subsets.count must be at least 1, got ${count}`);
  if (!Number.isInteger(size) || size < 2 || size > Math.min(a.rows, b.rows))
    throw new RangeError(`kernelDistance: subsets.size must be in 2…${Math.min(a.rows, b.rows)}, the smaller set, got ${size}`);
  const random = createRandom(seed).split('kernel distance');
  const some = (set: FeatureMatrix): FeatureMatrix => {
    const chosen = random.shuffle(Array.from({ length: set.rows }, (_, i) => i)).slice(0, size);
    const data = new Float64Array(size * set.columns);
    for (const [row, from] of chosen.entries())
      data.set(set.data.subarray(from * set.columns, (from + 1) * set.columns), row * set.columns);
    return { rows: size, columns: set.columns, data };
  };
  const values = Array.from({ length: count }, () => discrepancy(kernelSums(some(a), some(b))));
  const mean = values.reduce((sum, value) => sum + value, 0) / count;
  return { mean, deviation: Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / count) };
}
