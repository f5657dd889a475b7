import { createRandom } from '@filmai/core-tensor/random';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawToken } from './draw-token.js';
import { createStopFilter } from './stop-texts.js';

const plain = { temperature: 1, topK: 0, topP: 1, repetitionPenalty: 1 };

describe('drawToken', () => {
  it('takes the likeliest at temperature 0, the first of equals', () => {
    expect(drawToken([1, 3, 3, 2], [], { ...plain, temperature: 0 }, createRandom(1))).toBe(1);
  });

  it('draws with the probabilities that the logits say', () => {
    const random = createRandom(3);
    const counts = [0, 0, 0];
    for (let i = 0; i < 6000; i++) counts[drawToken([Math.log(1), Math.log(2), Math.log(3)], [], plain, random)]++;
    expect(counts.map((count) => Math.round(count / 500) / 2)).toEqual([1, 2, 3]);
  });

  it('never leaves the top k nor the nucleus', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: 3, maxLength: 9 }),
        fc.integer(),
        (logits, seed) => {
          const order = logits.map((_, i) => i).sort((a, b) => logits[b] - logits[a] || a - b);
          expect(order.slice(0, 2)).toContain(drawToken(logits, [], { ...plain, topK: 2 }, createRandom(seed)));
          expect(drawToken(logits, [], { ...plain, topP: 1e-9 }, createRandom(seed))).toBe(order[0]);
        },
      ),
    );
  });

  it('punishes what has occurred, whatever the sign', () => {
    expect(drawToken([2, 1.5], [0], { ...plain, temperature: 0, repetitionPenalty: 2 }, createRandom(1))).toBe(1);
    expect(drawToken([-1, -1.5], [0], { ...plain, temperature: 0, repetitionPenalty: 2 }, createRandom(1))).toBe(1);
  });

  it('never draws what is not finite, and says when nothing is', () => {
    expect(drawToken([NaN, -Infinity, 0], [], plain, createRandom(1))).toBe(2);
    expect(() => drawToken([NaN], [], plain, createRandom(1))).toThrow(RangeError);
  });
});

describe('createStopFilter', () => {
  it('gives out what stands before the first stop text, however the text is cut', () => {
    const stop = ['ab', 'bca', 'cc'];
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd'), maxLength: 4 }), { maxLength: 12 }),
        (pieces) => {
          const whole = pieces.join('');
          const filter = createStopFilter(stop);
          const shown = pieces.map((piece) => filter.push(piece)).join('') + filter.flush();
          // The stop text that is whole first ends the text.
          let expected = whole;
          for (let end = 1; end <= whole.length; end++) {
            const hit = stop.filter((text) => whole.slice(0, end).endsWith(text)).sort((a, b) => b.length - a.length)[0];
            if (hit) {
              expected = whole.slice(0, end - hit.length);
              break;
            }
          }
          if (pieces.every((piece) => piece.length === 1)) expect(shown).toBe(expected);
          else expect(whole.startsWith(shown)).toBe(true);
          for (const text of stop) expect(shown.includes(text)).toBe(false);
          expect(filter.stopped).toBe(stop.some((text) => whole.includes(text)));
        },
      ),
    );
  });
});
