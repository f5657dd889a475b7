/**
 * @file Which sentences stand for a text: those that many others resemble. TextRank on the graph of sentences whose edges are cosines
 * of tf-idf vectors. R. Mihalcea, P. Tarau, "TextRank", EMNLP 2004; G. Erkan, D. Radev, "LexRank", JAIR 22, 2004.
 */

/** Probability of following an edge, as in both papers. */
const DAMPING = 0.85;
const ROUNDS = 60;
const CLOSE_ENOUGH = 1e-6;
/** A word in more sentences than this, and in a tenth of them, ties nothing together: the hero's name. */
const COMMON = 50;

/** A sparse vector of length 1. */
export type TermVector = ReadonlyMap<string, number>;

/**
 * Tf-idf vectors of sentences, each of length 1.
 *
 * @param sentences - Content words by sentence.
 */
export function termVectors(sentences: readonly (readonly string[])[]): TermVector[] {
  const frequency = new Map<string, number>();
  for (const terms of sentences) for (const term of new Set(terms)) frequency.set(term, (frequency.get(term) ?? 0) + 1);
  return sentences.map((terms) => {
    const vector = new Map<string, number>();
    for (const term of terms) vector.set(term, (vector.get(term) ?? 0) + 1);
    let square = 0;
    for (const [term, count] of vector) {
      const weight = (1 + Math.log(count)) * Math.log(1 + sentences.length / frequency.get(term)!);
      vector.set(term, weight);
      square += weight * weight;
    }
    for (const [term, weight] of vector) vector.set(term, weight / Math.sqrt(square));
    return vector;
  });
}

/** Cosine of two vectors of length 1, 0 to 1. */
export function termCosine(a: TermVector, b: TermVector): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  let sum = 0;
  for (const [term, weight] of small) sum += weight * (large.get(term) ?? 0);
  return sum;
}

/**
 * Rank of each sentence by random walk.
 *
 * @param vectors - From {@link termVectors}.
 * @returns Ranks that sum to the number of sentences, so that 1 is average.
 */
export function textRank(vectors: readonly TermVector[]): number[] {
  const n = vectors.length;
  const edges = edgesOf(vectors);
  const outgoing = edges.map(({ weights }) => weights.reduce((sum, weight) => sum + weight, 0));
  let ranks = Array.from({ length: n }, () => 1);
  for (let round = 0; round < ROUNDS; round++) {
    // A sentence like no other gives its rank to all, as PageRank does with pages without links.
    let loose = 0;
    for (let i = 0; i < n; i++) if (outgoing[i] === 0) loose += ranks[i];
    const floor = 1 - DAMPING + (DAMPING * loose) / Math.max(1, n);
    const next = Array.from({ length: n }, () => floor);
    for (let i = 0; i < n; i++) {
      const { to, weights } = edges[i];
      const rank = DAMPING * ranks[i];
      for (let k = 0; k < to.length; k++) next[to[k]] += (rank * weights[k]) / outgoing[i];
    }
    const change = next.reduce((most, rank, i) => Math.max(most, Math.abs(rank - ranks[i])), 0);
    ranks = next;
    if (change < CLOSE_ENOUGH) break;
  }
  return ranks;
}

/** The edges of one sentence: which others share a word with it, and their cosines. */
interface Edges {
  to: Int32Array;
  weights: Float64Array;
}

/** Edges between sentences that share a word, found through the words, so that a long script costs what it shares. */
function edgesOf(vectors: readonly TermVector[]): Edges[] {
  const byTerm = new Map<string, { order: number; sentences: number[]; weights: number[] }>();
  for (const [i, vector] of vectors.entries())
    for (const [term, weight] of vector) {
      let posting = byTerm.get(term);
      if (!posting) byTerm.set(term, (posting = { order: byTerm.size, sentences: [], weights: [] }));
      posting.sentences.push(i);
      posting.weights.push(weight);
    }
  const common = Math.max(COMMON, vectors.length / 10);
  const cosines = new Float64Array(vectors.length);
  return vectors.map((vector, i) => {
    const to: number[] = [];
    // In the order of the script's words, so that both ends of an edge sum to the same number.
    const shared = [...vector].map(([term, own]) => ({ own, ...byTerm.get(term)! })).sort((a, b) => a.order - b.order);
    for (const { own, sentences, weights } of shared) {
      if (sentences.length > common) continue;
      for (let k = 0; k < sentences.length; k++) {
        const j = sentences[k];
        if (j === i) continue;
        if (cosines[j] === 0) to.push(j);
        cosines[j] += own * weights[k];
      }
    }
    const edges = { to: Int32Array.from(to), weights: Float64Array.from(to, (j) => cosines[j]) };
    for (const j of to) cosines[j] = 0;
    return edges;
  });
}
