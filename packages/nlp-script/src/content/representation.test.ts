import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breakDown } from '../breakdown/breakdown.js';
import { parseFountain } from '../fountain/index.js';
import type { AttributeTable, Representation } from './representation.js';
import { measureRepresentation } from './representation.js';

const measure = (text: string, table: AttributeTable): Representation =>
  measureRepresentation(breakDown(parseFountain(text).screenplay), table);

const SCRIPT = `INT. HALL - DAY

MARA
I told you that he would --

TOM
Quiet.

KIM
Both of you stop.

INT. YARD - DAY

TOM
Four words for you.

MARA (V.O.)
One.
`;

describe('representation', () => {
  const table = { mara: { gender: 'woman', age: '30s' }, TOM: { gender: 'man' }, Ghost: { gender: 'man' } };
  const { attributes, characters, unmatched, method } = measure(SCRIPT, table);

  it('counts words, lines, scenes, first and last words by what was given', () => {
    expect(method).toBe('counted by given attributes');
    expect(attributes.gender.woman).toMatchObject({ characters: 1, lines: 2, words: 7, scenes: 2, firstWords: 1, lastWords: 1 });
    expect(attributes.gender.man).toMatchObject({ characters: 1, lines: 2, words: 5, scenes: 2, firstWords: 1, lastWords: 0 });
    expect(attributes.gender.woman.seconds).toBeCloseTo(7 / 2.8 + 2 * 0.45, 9);
  });

  it('leaves unknown what was not given', () => {
    expect(attributes.gender.unknown).toMatchObject({ characters: 1, words: 4, lastWords: 1 });
    expect(attributes.age.unknown.characters).toBe(2);
    expect(characters.find(({ character }) => character === 'KIM')!.attributes).toEqual({ gender: 'unknown', age: 'unknown' });
    expect(measure(SCRIPT, {}).attributes).toEqual({});
  });

  it('names what belongs to nobody', () => {
    expect(unmatched).toEqual(['Ghost']);
  });

  it('counts who breaks in on whom', () => {
    expect(attributes.gender.man).toMatchObject({ interrupts: 1, interrupted: 0 });
    expect(attributes.gender.woman).toMatchObject({ interrupts: 0, interrupted: 1 });
  });

  it('has shares that add up to one, whatever is given', () => {
    const value = fc.constantFrom('a', 'b', 'c');
    const entry = fc.record({ x: value, y: value }, { requiredKeys: [] });
    fc.assert(
      fc.property(fc.record({ MARA: entry, TOM: entry, KIM: entry }, { requiredKeys: ['MARA'] }), (given) => {
        const measured = measure(SCRIPT, given);
        for (const groups of Object.values(measured.attributes)) {
          const shares = Object.values(groups).map(({ share }) => share);
          expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
          expect(Object.values(groups).reduce((sum, { words }) => sum + words, 0)).toBe(16);
        }
      }),
      { seed: 6, numRuns: 40 },
    );
  });

  it('is checked: values, pace, an empty script', () => {
    expect(() => measure(SCRIPT, { MARA: { age: 30 as never } })).toThrow(TypeError);
    expect(() => measureRepresentation(breakDown(parseFountain(SCRIPT).screenplay), {}, { wordsPerSecond: 0 })).toThrow(
      RangeError,
    );
    expect(measure('', { MARA: { gender: 'woman' } })).toMatchObject({ characters: [], unmatched: ['MARA'] });
  });
});
