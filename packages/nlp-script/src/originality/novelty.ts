/** @file How new a text is beside others, in one number: for ranking ideas and judging what a model wrote. */
import { shingleHashes } from './fingerprints.js';
import { wordHashesOf } from './word-stream.js';

/** How new a text is. */
export interface Novelty {
  method: 'word shingles';
  /** Share of the text's shingles that no other text has, 0 (all is taken) to 1 (nothing is). 1 for a text without words. */
  value: number;
  /** The other text that shares most, by its index, and the share of this text's shingles that it has. Absent where none shares any. */
  nearest?: { index: number; shared: number };
}

/**
 * Measures how new a text is.
 *
 * @param text - The text.
 * @param others - What it is compared with: a model's training texts, other ideas. None leaves everything new.
 * @param options - `words`: words of a shingle, 1 to 10, default 3; a text of fewer words is compared whole.
 * @returns See {@link Novelty}.
 * @throws RangeError where `words` is out of range.
 * @example
 * ```ts
 * import { measureNovelty } from '@filmai/nlp-script/originality';
 *
 * const known = ['A keeper of a lighthouse finds a boat without a crew.'];
 * console.log(measureNovelty('A keeper of a lighthouse finds a letter.', known).value < 0.5); // true
 * console.log(measureNovelty('Two chess players swap their lives.', known).value); // 1
 * ```
 */
export function measureNovelty(text: string, others: readonly string[], options: { words?: number } = {}): Novelty {
  const { words = 3 } = options;
  if (!Number.isInteger(words) || words < 1 || words > 10)
    throw new RangeError(`measureNovelty: words is ${words}; expected a whole number from 1 to 10`);
  const own = wordHashesOf(text);
  const size = Math.max(1, Math.min(words, own.length));
  const shingles = new Set(shingleHashes(own, size));
  if (shingles.size === 0) return { method: 'word shingles', value: 1 };
  const left = new Set(shingles);
  let nearest = { index: -1, shared: 0 };
  for (const [index, other] of others.entries()) {
    let shared = 0;
    for (const shingle of new Set(shingleHashes(wordHashesOf(other), size))) {
      if (!shingles.has(shingle)) continue;
      shared++;
      left.delete(shingle);
    }
    if (shared / shingles.size > nearest.shared) nearest = { index, shared: shared / shingles.size };
  }
  return { method: 'word shingles', value: left.size / shingles.size, ...(nearest.index < 0 ? {} : { nearest }) };
}
