/** @file Phones find their words. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alignWords } from './align-words.js';

const phones = (text: string) => text.split(' ').map((phone) => ({ phone }));
const words = (text: string) => text.split(' | ').map((word) => word.split(' '));

describe('alignWords', () => {
  it('gives each word its phones and nobody the silence', () => {
    const found = alignWords(phones('pau dh ax k ae t pau s ae t pau'), words('dh ax | k ae t | s ae t'));
    expect(found).toEqual([
      { from: 1, to: 3 },
      { from: 3, to: 6 },
      { from: 7, to: 10 },
    ]);
  });

  it('bears other vowels, dropped and added phones where words meet', () => {
    const found = alignWords(phones('pau dh iy ae p ax l z pau'), words('dh ax | ae p ax l'));
    expect(found).toEqual([
      { from: 1, to: 3 },
      { from: 3, to: 8 },
    ]);
    expect(alignWords(phones('pau w aa n t ax g ow pau'), words('w aa n t | t ax | g ow'))).toHaveLength(3);
  });

  it('gives a word that has no phones an empty place', () => {
    expect(alignWords(phones('pau ay pau'), [['ay'], []])).toEqual([
      { from: 1, to: 2 },
      { from: 2, to: 2 },
    ]);
    expect(alignWords([], [['ay']])).toEqual([{ from: 0, to: 0 }]);
    expect(alignWords(phones('pau'), [])).toEqual([]);
  });

  it('is in order, without overlaps, and exact where nothing was changed', () => {
    const phone = fc.constantFrom('aa', 'iy', 'k', 's', 't', 'n', 'l');
    fc.assert(
      fc.property(fc.array(fc.array(phone, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 8 }), (own) => {
        const spoken = own.flatMap((word, index) => (index % 3 === 2 ? [...word, 'pau'] : word));
        const found = alignWords(
          spoken.map((one) => ({ phone: one })),
          own,
        );
        for (const [index, { from, to }] of found.entries()) {
          expect(spoken.slice(from, to)).toEqual(own[index]);
          expect(from).toBeGreaterThanOrEqual(found[index - 1]?.to ?? 0);
        }
      }),
    );
  });
});
