import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countKneserNey } from './kneser-ney.js';
import { createTokenizer } from './tokenizer.js';

const tokenizer = createTokenizer([]);
const verse = 'row, row, row your boat gently down the stream; merrily, merrily, life is but a dream. ';

describe('countKneserNey', () => {
  it('gives probabilities that sum up to 1 after whatever came before', () => {
    const counted = countKneserNey(tokenizer, [verse, verse.toUpperCase()]);
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 257 }), { maxLength: 6 }), fc.nat({ max: 60 }), (chance, cut) => {
        for (const before of [chance, tokenizer.encode(verse).slice(0, cut)]) {
          let sum = 0;
          for (let token = 0; token < tokenizer.size; token++) sum += counted.probability(before, token);
          expect(sum).toBeCloseTo(1, 9);
        }
      }),
      { numRuns: 20 },
    );
  });

  it('counts as the paper does, worked out by hand', () => {
    // The stream is E a b a c a b E with E the end of text; runs of two: Ea ab×2 ba ac ca bE; so D₂ = 5 / (5 + 2·1).
    const counted = countKneserNey(tokenizer, 'abacab', { order: 2 });
    const [a, b] = tokenizer.encode('ab');
    // Behind how many tokens: a 3 (E b c), b 1, c 1, E 1 and once more for the first token, which stands behind nothing. n₁ = 2, n₂ = 1: D₁ = 2 / 4.
    const total = 3 + 1 + 1 + 2;
    const uniform = 1 / 258;
    const single = (1 - 0.5 + 0.5 * 4 * uniform) / total;
    const discount = 5 / 7;
    expect(counted.probability([], b)).toBeCloseTo(single, 12);
    expect(counted.probability([a], b)).toBeCloseTo((2 - discount + discount * 2 * single) / 3, 12);
  });

  it('foresees more of a text that is like what it counted, the longer its runs are', () => {
    const bits = [1, 2, 3, 5].map(
      (order) => countKneserNey(tokenizer, verse.repeat(3), { order }).measure(verse).bitsPerCharacter,
    );
    expect(bits).toEqual([...bits].sort((a, b) => b - a));
    expect(bits[3]).toBeLessThan(1);
    const { method, tokens, nats, perTokenPerplexity } = countKneserNey(tokenizer, verse).measure(verse);
    expect(method).toBe('kneser-ney-5');
    expect(perTokenPerplexity).toBeCloseTo(Math.exp(nats / tokens), 9);
  });

  it('gives what it never saw some probability still', () => {
    expect(countKneserNey(tokenizer, verse).measure('守灯人').bitsPerCharacter).toBeGreaterThan(8);
    expect(Number.isFinite(countKneserNey(tokenizer, 'a').measure('zzzz').nats)).toBe(true);
  });

  it('refuses empty texts and orders that can not be', () => {
    expect(() => countKneserNey(tokenizer, [])).toThrow(/empty/);
    expect(() => countKneserNey(tokenizer, verse).measure('')).toThrow(/empty/);
    expect(() => countKneserNey(tokenizer, verse, { order: 9 })).toThrow(RangeError);
    expect(() => countKneserNey(tokenizer, verse, { order: 0 })).toThrow(RangeError);
  });
});
