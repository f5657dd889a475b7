import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breakDown } from '../breakdown/index.js';
import { parseFountain } from '../fountain/index.js';
import { findDistinctiveWords } from './distinctive-words.js';
import { measureLexicalDiversity } from './lexical-diversity.js';
import type { VoiceProfile } from './voice.js';
import { profileVoices } from './voice.js';

describe('lexical diversity', () => {
  it('counts how long a text stays above 72 % new words', () => {
    // "a a" falls to 0.5 at every second word: one factor for two words, both ways.
    expect(measureLexicalDiversity(Array.from({ length: 60 }, () => 'a'))).toBe(2);
    // Four words in a round: 4/4, 4/5 = 0.8, 4/6 = 0.67 → a factor each six words.
    expect(measureLexicalDiversity(Array.from({ length: 60 }, (_, i) => 'abcd'[i % 4]))).toBeCloseTo(6, 10);
  });

  it('says nothing of a short text, and the length of one without repetition', () => {
    expect(measureLexicalDiversity(Array.from({ length: 49 }, (_, i) => `w${i}`))).toBeUndefined();
    expect(measureLexicalDiversity(Array.from({ length: 80 }, (_, i) => `w${i}`))).toBe(80);
  });

  it('is the same read backwards', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g'), { minLength: 50, maxLength: 120 }), (words) => {
        expect(measureLexicalDiversity(words.toReversed())).toBeCloseTo(measureLexicalDiversity(words)!, 10);
      }),
      { numRuns: 40 },
    );
  });
});

describe('distinctive words', () => {
  const all = new Map([
    ['the', 100],
    ['sea', 12],
    ['road', 12],
  ]);

  it('are those that others don’t say, not those that everybody says', () => {
    const own = new Map([
      ['the', 50],
      ['sea', 12],
    ]);
    const found = findDistinctiveWords(own, all, 5);
    expect(found.map(({ word }) => word)).toEqual(['sea']);
    expect(found[0].z).toBeGreaterThan(1);
  });

  it('are none where nobody else speaks, and none of a single use', () => {
    expect(findDistinctiveWords(all, all, 5)).toEqual([]);
    expect(findDistinctiveWords(new Map([['sea', 1]]), all, 5)).toEqual([]);
  });
});

describe('the voice of a character', () => {
  const asks = 'Who is there? What do you want?';
  const tells = "I don't know the sea. I fear the sea, and the sea fears nobody!";
  const voices = profileVoices(
    breakDown(parseFountain(`INT. HALL - DAY\n\n${`MARA\n${asks}\n\nTEO\n${tells}\n\n`.repeat(6)}`).screenplay),
  );
  const of = (name: string): VoiceProfile => voices.find(({ character }) => character === name)!;

  it('is counted', () => {
    expect(voices.map(({ character }) => character)).toEqual(['TEO', 'MARA']);
    expect(of('MARA')).toMatchObject({ speeches: 6, words: 42, questions: 1, exclamations: 0 });
    expect(of('MARA').sentenceLength).toEqual({ mean: 3.5, deviation: 0.5 });
    expect(of('MARA').vocabulary).toEqual({ words: 7 });
    expect(of('TEO').vocabulary.mtld).toBeGreaterThan(2);
    expect(of('TEO').exclamations).toBeCloseTo(0.5, 10);
    expect(of('TEO').contractions).toBeCloseTo(100 / 14, 6);
    expect(of('MARA').share + of('TEO').share).toBeCloseTo(1, 10);
  });

  it('has its own words and feeling', () => {
    expect(of('TEO').distinctiveWords.map(({ word }) => word)).toContain('sea');
    expect(of('MARA').distinctiveWords.map(({ word }) => word)).not.toContain('sea');
    expect(of('TEO').feeling.valence).toBeLessThan(of('MARA').feeling.valence);
    expect(of('TEO').feeling.emotions.fear).toBeGreaterThan(0);
  });

  it('is asked for with options that are checked', () => {
    const breakdown = breakDown(parseFountain('INT. HALL - DAY\n\nMARA\nYes.\n').screenplay);
    expect(() => profileVoices(breakdown, { distinctiveWords: 1.5 })).toThrow(RangeError);
    expect(() => profileVoices(breakdown, { minWords: -1 })).toThrow(RangeError);
    expect(profileVoices(breakdown, { minWords: 2 })).toEqual([]);
    expect(profileVoices(breakDown(parseFountain('').screenplay))).toEqual([]);
  });
});
