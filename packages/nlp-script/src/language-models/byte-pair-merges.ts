/**
 * @file Learns which pairs of tokens to join (Sennrich, Haddow and Birch 2016, on bytes as Radford et al. 2019): always the most frequent
 * pair of neighbours within words, until there are enough. Counts are kept up to date word by word, so a merge costs what it changes.
 */

/** Two tokens that are joined; the merge at place `i` makes the token `first + i`. */
export type Merge = readonly [left: number, right: number];

/** A word as tokens, and how often it stands in the texts. */
interface Word {
  tokens: number[];
  count: number;
}

/** Above every number of tokens, and small enough that two of them are one exact number. */
const BASE = 2 ** 24;

/**
 * Learns merges.
 *
 * @param words - Words as byte tokens, with their frequencies.
 * @param options - `first`: number of the first joined token. `merges`: how many there shall be at most.
 * @returns As many as were asked for, fewer where no pair stands twice. Of equally frequent pairs, the one with the lower numbers.
 */
export function learnMerges(words: readonly Word[], { first, merges }: { first: number; merges: number }): Merge[] {
  const learnt: Merge[] = [];
  const pairs = countPairs(words);
  while (learnt.length < merges) {
    const best = mostFrequent(pairs.counts);
    if (best === undefined) break;
    const merge: Merge = [Math.floor(best / BASE), best % BASE];
    const made = first + learnt.length;
    learnt.push(merge);
    for (const index of pairs.places.get(best) ?? []) {
      const word = words[index];
      for (const key of keysOf(word.tokens)) pairs.add(key, -word.count, index);
      word.tokens = joinPair(word.tokens, merge, made);
      for (const key of keysOf(word.tokens)) pairs.add(key, word.count, index);
    }
    pairs.counts.delete(best);
    pairs.places.delete(best);
  }
  return learnt;
}

/** Joins a pair wherever it stands, from left to right. */
export function joinPair(tokens: readonly number[], [left, right]: Merge, made: number): number[] {
  const joined: number[] = [];
  for (let i = 0; i < tokens.length; i++) {
    if (tokens[i] === left && tokens[i + 1] === right) {
      joined.push(made);
      i++;
    } else joined.push(tokens[i]);
  }
  return joined;
}

interface Pairs {
  counts: Map<number, number>;
  /** Words in which a pair stands, or stood once. */
  places: Map<number, Set<number>>;
  add(key: number, count: number, word: number): void;
}

function countPairs(words: readonly Word[]): Pairs {
  const counts = new Map<number, number>();
  const places = new Map<number, Set<number>>();
  const add = (key: number, count: number, word: number): void => {
    counts.set(key, (counts.get(key) ?? 0) + count);
    const own = places.get(key);
    if (own) own.add(word);
    else places.set(key, new Set([word]));
  };
  words.forEach(({ tokens, count }, index) => {
    for (const key of keysOf(tokens)) add(key, count, index);
  });
  return { counts, places, add };
}

function keysOf(tokens: readonly number[]): number[] {
  return tokens.slice(1).map((right, i) => tokens[i] * BASE + right);
}

function mostFrequent(counts: ReadonlyMap<number, number>): number | undefined {
  let best: number | undefined;
  let most = 1;
  for (const [key, count] of counts) {
    if (count > most || (count === most && best !== undefined && key < best)) [best, most] = [key, count];
  }
  return best;
}
