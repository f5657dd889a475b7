/**
 * @file The yardstick: runs of tokens counted and smoothed by interpolated Kneser-Ney (Kneser and Ney 1995; in the interpolated form of Chen
 * and Goodman 1999, with one discount for each length). Before networks nothing was better.
 */
import { NlpScriptError } from '../screenplay/error.js';
import { createGramTree } from './gram-tree.js';
import { describePerplexity, type Perplexity } from './perplexity.js';
import { checkWhole } from './sizes.js';
import { streamTokens } from './token-stream.js';
import type { Tokenizer } from './tokenizer.js';

/** Counts of runs, as a model. */
export interface KneserNey {
  /** Longest run, in tokens. */
  readonly order: number;
  readonly tokenizer: Tokenizer;
  /** Different runs that were counted. */
  readonly runs: number;
  /**
   * The probability of a token after others. All tokens' probabilities after the same others sum up to 1.
   *
   * @param before - Tokens; the last `order − 1` matter.
   * @param token - What follows.
   */
  probability(before: readonly number[], token: number): number;
  /**
   * Measures texts that were not counted.
   *
   * @throws NlpScriptError `EMPTY` where they are empty.
   */
  measure(texts: string | Iterable<string>): Perplexity;
}

/**
 * Counts texts.
 *
 * @param tokenizer - Their tokens; give the one of the network that is compared.
 * @param texts - What is counted.
 * @param options - `order`: longest run, 1 to 8, default 5.
 * @returns The model.
 * @throws RangeError where the order is out of range; NlpScriptError `EMPTY` where the texts are empty.
 * @example
 * ```ts
 * import { countKneserNey, trainTokenizer } from '@filmai/nlp-script/language-models';
 *
 * const counted = countKneserNey(trainTokenizer(['abab'], { size: 258 }), 'abababab');
 * const [a, b] = counted.tokenizer.encode('ab');
 * console.log(counted.probability([a], b) > 0.5); // true
 * ```
 */
export function countKneserNey(
  tokenizer: Tokenizer,
  texts: string | Iterable<string>,
  { order = 5 }: { order?: number } = {},
): KneserNey {
  checkWhole('countKneserNey', { order });
  if (order > 8) throw new RangeError(`countKneserNey: order must be from 1 to 8, got ${order}`);
  const { tokens, characters } = streamTokens(tokenizer, texts);
  if (characters === 0) throw new NlpScriptError('EMPTY', 'countKneserNey: the texts are empty', { remedy: 'Give some.' });
  const { tree, counts, lengths } = countRuns(tokens, order);
  const { totals, followers } = sumFollowers(tree, counts, tokens, order);
  const discounts = Array.from({ length: order }, (_, i) => discountOf(counts, lengths, i + 1));
  const probability = (before: readonly number[], token: number): number => {
    let value = 1 / tokenizer.size;
    for (let length = 1; length <= order && length - 1 <= before.length; length++) {
      const context = findRun(tree, before, length - 1);
      if (context < 0 || totals[context] === 0) break;
      const run = tree.find(context, token);
      const count = run < 0 ? 0 : counts[run];
      const discount = discounts[length - 1];
      value = (Math.max(0, count - discount) + discount * followers[context] * value) / totals[context];
    }
    return value;
  };
  return {
    order,
    tokenizer,
    runs: tree.size - 1,
    probability,
    measure(held) {
      const stream = streamTokens(tokenizer, held);
      if (stream.characters === 0) throw new NlpScriptError('EMPTY', 'KneserNey: the texts are empty', { remedy: 'Give some.' });
      let nats = 0;
      const before: number[] = [];
      stream.tokens.forEach((token, i) => {
        if (i > 0) nats -= Math.log(probability(before, token));
        before.push(token);
        if (before.length >= order) before.shift();
      });
      return describePerplexity(`kneser-ney-${order}`, { nats, tokens: stream.tokens.length - 1, characters: stream.characters });
    },
  };
}

interface CountedRuns {
  tree: ReturnType<typeof createGramTree>;
  /** Of the longest runs, how often they stand there; of shorter ones, before how many different tokens' runs they end. */
  counts: number[];
  /** Tokens in each run. */
  lengths: number[];
}

/** A run counts once for every different token that it was seen behind; the longest ones count as often as they stand there. */
function countRuns(tokens: Int32Array, order: number): CountedRuns {
  const tree = createGramTree();
  const counts: number[] = [0];
  const lengths: number[] = [0];
  // Runs that end at the token before: the one of length n at place n.
  let endings = [0];
  tokens.forEach((token) => {
    const next = [0];
    let longerIsNew = false;
    for (let length = Math.min(order, endings.length); length >= 1; length--) {
      const { run, made } = tree.add(endings[length - 1], token);
      if (made) [counts[run], lengths[run]] = [0, length];
      // At the beginning of the text nothing longer ends here; what stands there counts as it is.
      if (length === order || length === endings.length || longerIsNew) counts[run]++;
      longerIsNew = made;
      next[length] = run;
    }
    endings = next.length > order ? next.slice(0, order) : next;
  });
  return { tree, counts, lengths };
}

/** Of every run, the counts of what follows it together, and how many different tokens do. */
function sumFollowers(
  tree: CountedRuns['tree'],
  counts: readonly number[],
  tokens: Int32Array,
  order: number,
): { totals: Float64Array; followers: Int32Array } {
  const totals = new Float64Array(tree.size);
  const followers = new Int32Array(tree.size);
  const seen = new Uint8Array(tree.size);
  let endings = [0];
  tokens.forEach((token) => {
    const next = [0];
    for (let length = 1; length <= Math.min(order, endings.length); length++) {
      const context = endings[length - 1];
      const run = tree.find(context, token);
      next[length] = run;
      if (seen[run]) continue;
      seen[run] = 1;
      totals[context] += counts[run];
      followers[context]++;
    }
    endings = next.slice(0, order);
  });
  return { totals, followers };
}

/** n₁ / (n₁ + 2 n₂), with how many runs of this length count once and twice. */
function discountOf(counts: readonly number[], lengths: readonly number[], length: number): number {
  let [once, twice] = [0, 0];
  counts.forEach((count, run) => {
    if (lengths[run] !== length) return;
    if (count === 1) once++;
    else if (count === 2) twice++;
  });
  return once === 0 ? 0.5 : once / (once + 2 * twice);
}

/** The run of the last `length` tokens; −1 where it was never seen. */
function findRun(tree: CountedRuns['tree'], tokens: readonly number[], length: number): number {
  let run = 0;
  for (let i = tokens.length - length; i < tokens.length && run >= 0; i++) run = tree.find(run, tokens[i]);
  return run;
}
