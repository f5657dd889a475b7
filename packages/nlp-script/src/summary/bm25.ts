/**
 * @file Ranked search by words. S. Robertson, H. Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", FnTIR 2009; the
 * weight of a word is kept above zero as in Lucene.
 */

/** Saturation of repeated words, and how much length counts; the values of the paper. */
const K1 = 1.2;
const B = 0.75;

/** An index over passages. */
export interface Bm25Index {
  /** Score of each passage, from 0. */
  search(query: readonly string[]): Float64Array;
  /** How telling a word is: large for rare words, the largest for words that no passage has. */
  weightOf(term: string): number;
  /** Whether any passage has the word. */
  has(term: string): boolean;
}

/**
 * Builds an index.
 *
 * @param passages - Content words by passage.
 */
export function createBm25Index(passages: readonly (readonly string[])[]): Bm25Index {
  const postings = new Map<string, Map<number, number>>();
  for (const [i, terms] of passages.entries())
    for (const term of terms) {
      const list = postings.get(term) ?? new Map<number, number>();
      list.set(i, (list.get(i) ?? 0) + 1);
      postings.set(term, list);
    }
  const average = passages.reduce((sum, terms) => sum + terms.length, 0) / Math.max(1, passages.length) || 1;
  const weightOf = (term: string): number => {
    const found = postings.get(term)?.size ?? 0;
    return Math.log(1 + (passages.length - found + 0.5) / (found + 0.5));
  };
  return {
    weightOf,
    has: (term) => postings.has(term),
    search(query) {
      const scores = new Float64Array(passages.length);
      for (const term of new Set(query)) {
        const weight = weightOf(term);
        for (const [i, count] of postings.get(term) ?? []) {
          const length = 1 - B + (B * passages[i].length) / average;
          scores[i] += (weight * count * (K1 + 1)) / (count + K1 * length);
        }
      }
      return scores;
    },
  };
}
