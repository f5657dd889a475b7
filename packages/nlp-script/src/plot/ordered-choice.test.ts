import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseInOrder } from './ordered-choice.js';

const table = fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 7 })).chain(([events, places]) =>
  fc.array(fc.array(fc.double({ min: -6, max: 6, noNaN: true }), { minLength: places, maxLength: places }), {
    minLength: events,
    maxLength: events,
  }),
);

describe('choosing in order', () => {
  it('gives the same probabilities as counting all ordered choices', () => {
    fc.assert(
      fc.property(table, (scores) => {
        const expected = countAll(scores);
        const { probabilities } = chooseInOrder(scores);
        for (const [event, row] of probabilities.entries())
          for (const [place, probability] of row.entries()) expect(probability).toBeCloseTo(expected[event][place], 8);
      }),
      { numRuns: 60 },
    );
  });

  it('keeps the order, strictly where there are places enough', () => {
    fc.assert(
      fc.property(table, (scores) => {
        const { chosen } = chooseInOrder(scores);
        const step = scores[0].length >= scores.length ? 1 : 0;
        for (let i = 1; i < chosen.length; i++) expect(chosen[i] - chosen[i - 1]).toBeGreaterThanOrEqual(step);
        expect(chosen.every((place) => place >= 0 && place < scores[0].length)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('takes the clear favourites', () => {
    const scores = [
      [9, 0, 0, 0],
      [0, 0, 9, 0],
      [0, 0, 0, 9],
    ];
    expect(chooseInOrder(scores).chosen).toEqual([0, 2, 3]);
  });

  it('gives way where two events want one place', () => {
    const { chosen } = chooseInOrder([
      [0, 8, 0],
      [0, 9, 0],
    ]);
    expect(chosen).toEqual([0, 1]);
  });
});

function countAll(scores: readonly (readonly number[])[]): number[][] {
  const places = scores[0].length;
  const step = places >= scores.length ? 1 : 0;
  const sums = scores.map(() => scores[0].map(() => 0));
  const walk = (path: number[], weight: number): void => {
    if (path.length === scores.length) {
      for (const [event, place] of path.entries()) sums[event][place] += weight;
      return;
    }
    const from = path.length === 0 ? 0 : path.at(-1)! + step;
    for (let place = from; place < places; place++) walk([...path, place], weight * Math.exp(scores[path.length][place]));
  };
  walk([], 1);
  const total = sums[0].reduce((sum, value) => sum + value, 0);
  return sums.map((row) => row.map((value) => value / total));
}
