/**
 * @file The Fréchet distance between two sets of features taken as Gaussians: |μ₁ − μ₂|² + tr(Σ₁ + Σ₂ − 2(Σ₁Σ₂)^½), Dowson & Landau
 * 1982; on Inception features it is the "FID" of Heusel et al. 2017. tr (Σ₁Σ₂)^½ is the sum of the singular values of F₁ᵀF₂ for any
 * factors Σ = F·Fᵀ: no matrix root is taken, and singular covariances need no correction.
 */
import { factorCovariance } from './covariance-factor.js';
import type { CovarianceFactor } from './covariance-factor.js';
import { featureMatrix, measureName, sameFeatures } from './feature-matrix.js';
import type { Features } from './feature-matrix.js';
import { forEachProduct } from './row-products.js';
import type { RowMatrix } from './row-products.js';
import { singularValues } from './singular-values.js';

/** Mean and covariance of features: all that a Fréchet distance needs to know, and far smaller than the features. */
export interface Gaussian {
  /** One number a feature. */
  mean: ArrayLike<number>;
  /** Row by row, `mean.length` squared numbers; or a list of rows. Symmetric, no negative eigenvalue, may be singular. */
  covariance: ArrayLike<number> | readonly ArrayLike<number>[];
  /** Name of the features. */
  features?: string;
}

/** A measured distance. */
export interface FrechetDistance {
  /** `'frechet-digits'` for features named `'digits'`; `'fid'` for `'inception-v3'` alone. */
  name: string;
  /** 0 for equal Gaussians, in squared units of the features. */
  value: number;
  /** Part of the value that is due to the means. */
  ofMeans: number;
  /** Part of the value that is due to the covariances. */
  ofCovariances: number;
}

/**
 * Measures how far made samples are from real ones, as Gaussians.
 *
 * Small samples bias it upwards, the more the fewer there are: compare only distances between equally many samples.
 *
 * @param a - Features of at least two samples, or their mean and covariance.
 * @param b - The other ones, of the same features.
 * @returns The distance, named after the features.
 * @throws RangeError where the features differ in number or name, or where a covariance is none.
 * @example
 * ```ts
 * import { frechetDistance } from '@filmai/gan/measures';
 *
 * const narrow = { mean: [1], covariance: [4], features: 'height' };
 * const wide = { mean: [3], covariance: [9], features: 'height' };
 * const { name, value } = frechetDistance(narrow, wide);
 * console.log(name, value.toFixed(3)); // frechet-height 5.000
 * ```
 */
export function frechetDistance(a: Features | Gaussian, b: Features | Gaussian): FrechetDistance {
  const [first, second] = [asGaussian(a), asGaussian(b)];
  const size = first.mean.length;
  const features = sameFeatures('frechetDistance', { ...first, columns: size }, { ...second, columns: second.mean.length });
  let ofMeans = 0;
  for (let i = 0; i < size; i++) ofMeans += (first.mean[i] - second.mean[i]) ** 2;
  const traces = trace(first.covariance, size) + trace(second.covariance, size);
  // Rounding can leave equal covariances a hair below zero.
  const ofCovariances = Math.max(0, traces - 2 * traceOfRoot(first.covariance, second.covariance, size));
  return { name: measureName('frechet', features, 'fid'), value: ofMeans + ofCovariances, ofMeans, ofCovariances };
}

/**
 * Mean and covariance (divided by n − 1) of features, to keep instead of the features.
 *
 * @param features - Of at least two samples.
 * @returns What {@link frechetDistance} takes.
 * @throws RangeError where there are fewer than two samples.
 * @example
 * ```ts
 * import { gaussianOf } from '@filmai/gan/measures';
 *
 * const { mean, covariance } = gaussianOf([[0, 0], [2, 4]]);
 * console.log([...mean], [...covariance]); // [ 1, 2 ] [ 2, 4, 4, 8 ]
 * ```
 */
export function gaussianOf(features: Features): { mean: Float64Array; covariance: Float64Array; features?: string } {
  const { rows, columns, data, features: name } = featureMatrix(features);
  if (rows < 2) throw new RangeError(`gaussianOf: a covariance needs at least 2 samples, got ${rows}`);
  const mean = new Float64Array(columns);
  for (let i = 0; i < data.length; i++) mean[i % columns] += data[i];
  for (let j = 0; j < columns; j++) mean[j] /= rows;
  return { mean, covariance: covarianceAround(mean, data, rows), ...(name === undefined ? {} : { features: name }) };
}

/** Rows of the upper triangle, four samples at a time, so that the matrix goes through memory a quarter as often. */
function covarianceAround(mean: Float64Array, data: Float64Array, rows: number): Float64Array {
  const size = mean.length;
  const covariance = new Float64Array(size * size);
  const [a, b, c, d] = Array.from({ length: 4 }, () => new Float64Array(size));
  for (let row = 0; row < rows; row += 4) {
    for (const [k, centred] of [a, b, c, d].entries()) {
      const at = (row + k) * size;
      for (let j = 0; j < size; j++) centred[j] = row + k < rows ? data[at + j] - mean[j] : 0;
    }
    for (let i = 0; i < size; i++) {
      const [ai, bi, ci, di] = [a[i], b[i], c[i], d[i]];
      for (let j = i, at = i * size + i; j < size; j++, at++) covariance[at] += ai * a[j] + bi * b[j] + ci * c[j] + di * d[j];
    }
  }
  for (let i = 0; i < size; i++) {
    for (let j = i; j < size; j++) covariance[j * size + i] = covariance[i * size + j] /= rows - 1;
  }
  return covariance;
}

function asGaussian(from: Features | Gaussian): { mean: Float64Array; covariance: Float64Array; features?: string } {
  if (!('mean' in from)) return gaussianOf(from);
  const mean = Float64Array.from(from.mean);
  const covariance =
    typeof from.covariance[0] === 'number'
      ? Float64Array.from(from.covariance as ArrayLike<number>)
      : featureMatrix(from.covariance as readonly ArrayLike<number>[]).data;
  if (mean.length === 0 || covariance.length !== mean.length ** 2) {
    throw new RangeError(
      `frechetDistance: a mean of ${mean.length} features needs a covariance of ${mean.length ** 2} numbers, got ${covariance.length}`,
    );
  }
  for (const value of [...mean, ...covariance]) {
    if (!Number.isFinite(value)) throw new RangeError(`frechetDistance: mean and covariance must be finite, got ${value}`);
  }
  return { mean, covariance, ...(from.features === undefined ? {} : { features: from.features }) };
}

function trace(matrix: Float64Array, size: number): number {
  let sum = 0;
  for (let i = 0; i < size; i++) sum += matrix[i * size + i];
  return sum;
}

/** tr (Σ₁Σ₂)^½ as the nuclear norm of F₁ᵀF₂. */
function traceOfRoot(a: Float64Array, b: Float64Array, size: number): number {
  const [first, second] = [a, b].map((covariance) => factorCovariance(covariance, size, 'frechetDistance'));
  if (first.rank === 0 || second.rank === 0) return 0;
  const product = new Float64Array(first.rank * second.rank);
  const rowsOf = ({ rank, data }: CovarianceFactor): RowMatrix => ({ rows: rank, columns: size, data });
  forEachProduct(rowsOf(first), rowsOf(second), (i, j, value) => {
    product[i * second.rank + j] = value;
  });
  return singularValues(product, first.rank, second.rank).reduce((sum, value) => sum + value, 0);
}
