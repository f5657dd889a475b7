/** @file What is said for what is written. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AudioError } from '../errors/audio-error.js';
import { cardinal, ordinal, year } from './numbers.js';
import { planText } from './plan-text.js';
import { spokenForm } from './spoken-form.js';

describe('numbers', () => {
  it('are said as in English', () => {
    expect(cardinal('0')).toBe('zero');
    expect(cardinal('1000017')).toBe('one million seventeen');
    expect(ordinal('21')).toBe('twenty first');
    expect(ordinal('30')).toBe('thirtieth');
    expect(['1984', '1900', '2000', '2007', '2024', '1905'].map(year)).toEqual([
      'nineteen eighty four',
      'nineteen hundred',
      'two thousand',
      'two thousand seven',
      'twenty twenty four',
      'nineteen oh five',
    ]);
  });

  it('of any length are words of letters alone', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 30n }), (value) => {
        expect(cardinal(String(value))).toMatch(/^[a-z]+(?: [a-z]+)*$/);
      }),
    );
  });

  it('differ where they differ', () => {
    fc.assert(
      fc.property(fc.nat(10 ** 9), fc.nat(10 ** 9), (a, b) => {
        expect(cardinal(String(a)) === cardinal(String(b))).toBe(a === b);
      }),
    );
  });
});

describe('spokenForm', () => {
  it.each([
    ['Dr.', 'doctor'],
    ['$1,250.50', 'one thousand two hundred fifty dollars and fifty cents'],
    ['£1', 'one pound'],
    ['6:30pm,', 'six thirty p m'],
    ['10:00', "ten o'clock"],
    ['7:05', 'seven oh five'],
    ['1984!', 'nineteen eighty four'],
    ['90s', 'nineties'],
    ['3rd', 'third'],
    ['50%', 'fifty percent'],
    ['2.5', 'two point five'],
    ['007', 'zero zero seven'],
    ['FBI', 'f b i'],
    ['U.S.A.', 'u s ay'],
    ['NASA', 'nasa'],
    ['STOP!', 'stop'],
    ['don’t', "don't"],
    ['café', 'cafe'],
    ['Ærø', 'aero'],
    ['well-known', 'well known'],
    ['Shhh!', 'shush'],
    ['&', 'and'],
    ['…', ''],
    ['“Yes,”', 'yes'],
  ])('%s is "%s"', (written, said) => {
    expect(spokenForm(written)).toBe(said);
  });

  it('is letters, apostrophes and blanks, whatever is written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (written) => {
        expect(spokenForm(written)).toMatch(/^[a-z' ]*$/);
      }),
    );
  });
});

describe('planText', () => {
  const said = (text: string) => planText(text).utterances.map(({ prompt }) => prompt);

  it('breathes at full stops and dashes, and not after titles or initials', () => {
    expect(said('Wait. Dr. Smith is here -- at last')).toEqual(['wait.', 'doctor smith is here.', 'at last.']);
    expect(said('Really? J. R. said so!')).toEqual(['really?', 'j r said so!']);
  });

  it('makes an ellipsis longer than a full stop, and a text of dots alone a pause', () => {
    const [dots] = planText('Well... no.').utterances;
    const [stop] = planText('Well. No.').utterances;
    expect(dots.pauseSeconds).toBeGreaterThan(stop.pauseSeconds);
    const { utterances } = planText('…');
    expect(utterances).toHaveLength(1);
    expect(utterances[0].words).toEqual([]);
    expect(utterances[0].pauseSeconds).toBeGreaterThan(0.3);
  });

  it('leaves out emphasis, directions, tags, control characters and pictures', () => {
    expect(said('**Go** _now_ (beat) [sighs] <speak rate="x">please</speak>\u0000 🎬')).toEqual(['go now please.']);
  });

  it('keeps the written words', () => {
    const { utterances } = planText('Room 101, *now*!');
    expect(utterances[0].words.map(({ text }) => text)).toEqual(['Room', '101,', 'now!']);
  });

  it('takes long sentences in several breaths', () => {
    expect(planText('word '.repeat(200)).utterances.length).toBeGreaterThan(3);
  });

  it.each([
    ['你好', 'Han'],
    ['Привет', 'Cyrillic'],
    ['γειά', 'Greek'],
    ['مرحبا', 'Arabic'],
    ['Hello Мир', 'Cyrillic'],
  ])('refuses %s by the name of its script', (text, script) => {
    expect(() => planText(text)).toThrow(
      expect.objectContaining({ code: 'LANGUAGE_NOT_SUPPORTED', message: expect.stringContaining(script) as string }) as Error,
    );
  });

  it('murmurs a syllable for a character of Chinese when asked, with pauses where the marks are', () => {
    const { utterances, isMurmured } = planText('你好，世界。再见！', { foreign: 'murmur' });
    expect(isMurmured).toBe(true);
    expect(utterances.map(({ words }) => words.length)).toEqual([4, 2]);
    expect(planText('Hello', { foreign: 'murmur' }).isMurmured).toBe(false);
  });

  it('has nothing to say for nothing', () => {
    for (const text of ['', '   ', '()', '🎬', '"'])
      expect(() => planText(text)).toThrow(expect.objectContaining({ code: 'NOTHING_TO_SAY' }) as Error);
  });

  it('gives a plan or an AudioError for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), fc.boolean(), (text, isMurmured) => {
        try {
          for (const { prompt } of planText(text, { foreign: isMurmured ? 'murmur' : 'throw' }).utterances)
            expect(prompt).toMatch(/^[a-z', .!?]*$/);
        } catch (error) {
          expect(error).toBeInstanceOf(AudioError);
        }
      }),
      { numRuns: 1000 },
    );
  });
});
