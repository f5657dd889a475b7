/** @file Draws the next token from a model's logits. */
import type { Random } from '@filmai/core-tensor/random';
import type { CompleteTextOptions } from './text-generator.js';

/**
 * Draws a token: repetition penalty (Keskar et al. 2019, "CTRL"), temperature, top-k (Fan et al. 2018), top-p (Holtzman et al. 2020), in
 * this order.
 *
 * @param logits - One for each token of the vocabulary; not changed. What isn't finite is never drawn.
 * @param history - Tokens of the prompt and the text so far.
 * @param options - Temperature 0 takes the likeliest; the lower number of two that are equal.
 * @param random - Moved by one number where a choice is left.
 * @returns The token's number.
 */
export function drawToken(
  logits: ArrayLike<number>,
  history: Iterable<number>,
  options: Pick<CompleteTextOptions, 'temperature' | 'topK' | 'topP' | 'repetitionPenalty'>,
  random: Random,
): number {
  const { temperature, topK, topP, repetitionPenalty } = options;
  const scores = Float64Array.from(logits);
  if (repetitionPenalty !== 1) {
    for (const token of new Set(history)) {
      if (token < scores.length) scores[token] *= scores[token] > 0 ? 1 / repetitionPenalty : repetitionPenalty;
    }
  }
  const order: number[] = [];
  for (let token = 0; token < scores.length; token++) if (Number.isFinite(scores[token])) order.push(token);
  if (order.length === 0) throw new RangeError('drawToken: no logit is a finite number');
  order.sort((a, b) => scores[b] - scores[a] || a - b);
  if (temperature === 0) return order[0];
  const kept = topK > 0 ? order.slice(0, topK) : order;
  const weights = kept.map((token) => Math.exp((scores[token] - scores[kept[0]]) / temperature));
  let total = weights.reduce((sum, weight) => sum + weight, 0);
  let count = kept.length;
  if (topP < 1) {
    let sum = 0;
    count = 0;
    while (count < kept.length && sum < topP * total) sum += weights[count++];
    total = sum;
  }
  let left = random.next() * total;
  for (let i = 0; i < count; i++) {
    left -= weights[i];
    if (left < 0) return kept[i];
  }
  return kept[count - 1];
}
