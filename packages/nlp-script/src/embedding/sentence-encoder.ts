/** @file What every part that compares meanings asks for: texts in, vectors out. */

/** Turns sentences into vectors whose angle says how near they are in meaning. */
export interface SentenceEncoder {
  /** Name and version of the model, as results carry it: `'universal-sentence-encoder-lite-en'`. */
  readonly id: string;
  /** Length of each vector. */
  readonly dimensions: number;
  /**
   * Encodes texts.
   *
   * @param texts - Sentences or short paragraphs, in any number. An empty list gives an empty list.
   * @param options - `signal` cancels between batches.
   * @returns One vector of length 1 for each text, in order; zeros for a text without any sign in it.
   * @throws TypeError where `texts` is no list of texts; the signal's reason if cancelled.
   */
  embed(texts: readonly string[], options?: { signal?: AbortSignal }): Promise<Float32Array[]>;
}

/**
 * Nearness of two vectors: the cosine of the angle between them.
 *
 * @param a - A vector, of any length but zero's.
 * @param b - Another of as many dimensions.
 * @returns −1 to 1; 0 where either is all zeros.
 * @throws RangeError on vectors of different dimensions.
 * @example
 * ```ts
 * import { cosineSimilarity } from '@filmai/nlp-script/embedding';
 *
 * cosineSimilarity([1, 0], [1, 1]).toFixed(3); // '0.707'
 * ```
 */
export function cosineSimilarity(a: ArrayLike<number>, b: ArrayLike<number>): number {
  if (a.length !== b.length)
    throw new RangeError(`cosineSimilarity: got ${a.length} and ${b.length} dimensions; expected equal ones.`);
  let product = 0;
  let squareA = 0;
  let squareB = 0;
  for (let i = 0; i < a.length; i++) {
    product += a[i] * b[i];
    squareA += a[i] * a[i];
    squareB += b[i] * b[i];
  }
  // The roots apart: the product of tiny squares would vanish.
  const lengths = Math.sqrt(squareA) * Math.sqrt(squareB);
  return lengths === 0 ? 0 : Math.max(-1, Math.min(1, product / lengths));
}
