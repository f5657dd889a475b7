/**
 * @file What every measure of made against real samples takes: a matrix of features, one row a sample, that knows which features they
 * are. A distance says little without them, so its name carries theirs, and distances between two kinds of features are refused.
 */
import type { ModelCard } from '@filmai/core-tensor/models';

/** Features of samples. */
export interface FeatureMatrix {
  /** Samples. */
  rows: number;
  /** Features of a sample. */
  columns: number;
  /** Row by row, `rows * columns` finite numbers. */
  data: Float64Array;
  /** Name of the features: `'digits'`. Missing where nobody said. */
  features?: string;
}

/** Features in the form in which they come: a matrix, or one list of numbers a sample. */
export type Features = FeatureMatrix | readonly ArrayLike<number>[];

/** Something that turns samples (pictures, clips, motions) into features. */
export interface FeatureFunction<Sample> {
  /** Names the features in every result: `'digits'` makes `'frechet-digits'`. `'inception-v3'` is for its original weights alone. */
  name: string;
  /** The model behind it, where there is one. */
  card?: ModelCard;
  /** One row of features a sample, each of the same length. */
  extract(samples: readonly Sample[]): Features | Promise<Features>;
}

/** How `extractFeatures` goes through the samples. */
export interface ExtractOptions {
  /** Samples handed over at a time, default 64. */
  batch?: number;
  /** Stops between two batches. */
  signal?: AbortSignal;
}

/**
 * Puts features into a matrix and checks them.
 *
 * @param features - Lists of numbers of one length, or a matrix, which is returned as it is once checked.
 * @param name - Name of the features; default the one that the matrix has.
 * @returns The matrix.
 * @throws RangeError where there is no sample, where lengths differ, or where a number is not finite.
 * @example
 * ```ts
 * import { featureMatrix } from '@filmai/gan/measures';
 *
 * const matrix = featureMatrix([[1, 2], [3, 4]], 'corners');
 * console.log(matrix.rows, matrix.features); // 2 corners
 * ```
 */
export function featureMatrix(features: Features, name?: string): FeatureMatrix {
  const matrix = 'data' in features ? features : stack(features);
  if (matrix.rows < 1 || matrix.columns < 1 || matrix.data.length !== matrix.rows * matrix.columns) {
    throw new RangeError(
      `features: expected rows × columns numbers of at least one sample, got ${matrix.data.length} for ${matrix.rows} × ${matrix.columns}`,
    );
  }
  const bad = matrix.data.findIndex((value) => !Number.isFinite(value));
  if (bad >= 0) {
    throw new RangeError(
      `features: sample ${Math.floor(bad / matrix.columns)}, feature ${bad % matrix.columns} is ${matrix.data[bad]}, expected a finite number`,
    );
  }
  return name === undefined || name === matrix.features ? matrix : { ...matrix, features: name };
}

/**
 * Features of many samples, in batches.
 *
 * @param from - The feature function.
 * @param samples - At least one.
 * @param options - See {@link ExtractOptions}.
 * @returns A matrix named after the function.
 * @throws RangeError as {@link featureMatrix}; whatever the function throws; the signal's reason.
 * @example
 * ```ts
 * import { extractFeatures } from '@filmai/gan/measures';
 *
 * const brightness = { name: 'brightness', extract: (pictures: readonly number[][]) => pictures.map((p) => [Math.max(...p)]) };
 * const features = await extractFeatures(brightness, [[0.1, 0.5], [0.9, 0.2]]);
 * console.log(features.data[1]); // 0.9
 * ```
 */
export async function extractFeatures<Sample>(
  from: FeatureFunction<Sample>,
  samples: readonly Sample[],
  { batch = 64, signal }: ExtractOptions = {},
): Promise<FeatureMatrix> {
  if (!Number.isInteger(batch) || batch < 1)
    throw new RangeError(`extractFeatures: batch must be a whole number of at least 1, got ${batch}`);
  if (samples.length === 0) throw new RangeError(`extractFeatures: no samples to take '${from.name}' features of`);
  const parts: FeatureMatrix[] = [];
  for (let first = 0; first < samples.length; first += batch) {
    signal?.throwIfAborted();
    const some = samples.slice(first, first + batch);
    const part = featureMatrix(await from.extract(some));
    if (part.rows !== some.length || part.columns !== (parts[0] ?? part).columns) {
      throw new RangeError(
        `extractFeatures: '${from.name}' gave ${part.rows} × ${part.columns} features for ${some.length} samples, expected ${some.length} × ${(parts[0] ?? part).columns}`,
      );
    }
    parts.push(part);
  }
  const { columns } = parts[0];
  const data = new Float64Array(samples.length * columns);
  let at = 0;
  for (const part of parts) {
    data.set(part.data, at);
    at += part.data.length;
  }
  return { rows: samples.length, columns, data, features: from.name };
}

/** Both matrices, checked to be of the same features; and the name of these. */
export function samePair(who: string, a: Features, b: Features): { a: FeatureMatrix; b: FeatureMatrix; features?: string } {
  const [first, second] = [featureMatrix(a), featureMatrix(b)];
  const features = sameFeatures(who, first, second);
  return { a: first, b: second, ...(features === undefined ? {} : { features }) };
}

/** The name of the features of both; refuses features of two kinds. */
export function sameFeatures(
  who: string,
  a: { columns: number; features?: string },
  b: { columns: number; features?: string },
): string | undefined {
  if (a.columns !== b.columns)
    throw new RangeError(`${who}: ${a.columns} features a sample against ${b.columns}: both must have the same`);
  if (a.features !== undefined && b.features !== undefined && a.features !== b.features)
    throw new RangeError(`${who}: '${a.features}' against '${b.features}' features: both must come from the same function`);
  return a.features ?? b.features;
}

/** `'frechet'` and `'digits'` make `'frechet-digits'`; an established name is kept for Inception's features alone. */
export function measureName(measure: string, features: string | undefined, ofInception?: string): string {
  if (features === 'inception-v3' && ofInception !== undefined) return ofInception;
  return features === undefined ? measure : `${measure}-${features}`;
}

function stack(lists: readonly ArrayLike<number>[]): FeatureMatrix {
  const columns = lists[0]?.length ?? 0;
  const data = new Float64Array(lists.length * columns);
  for (const [row, list] of lists.entries()) {
    if (list.length !== columns)
      throw new RangeError(
        `features: sample ${row} has ${list.length} features, sample 0 has ${columns}: all must have the same`,
      );
    data.set(list, row * columns);
  }
  return { rows: lists.length, columns, data };
}
