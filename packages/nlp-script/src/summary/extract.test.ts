/** @file Summaries made of the script's own sentences. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countWords } from '../breakdown/tokens.js';
import { parseFountain } from '../fountain/index.js';
import type { Screenplay } from '../screenplay/screenplay.js';
import type { SummaryOptions, SummaryPart } from './extract.js';
import { summarizeScript } from './extract.js';
import { termVectors, textRank } from './text-rank.js';

const scene = (n: number): string =>
  `INT. ROOM ${n} - DAY\n\nANNA, 30, takes map ${n} from the wall. Dust. She coughs. The map shows harbour ${n} and a cross.\n\nANNA\nThis is the harbour where the ship was lost.\n\nAnna burns map ${n} and leaves.\n`;
const SCRIPT = `Title: Maps\n\n${[1, 2, 3, 4, 5, 6, 7, 8].map(scene).join('\n')}`;

const read = (text: string): Screenplay => parseFountain(text).screenplay;
const parts = (text: string, options?: SummaryOptions): SummaryPart[] => summarizeScript(read(text), options).parts;

describe('summarizeScript', () => {
  it('quotes the script word for word, in its order, each sentence with its place', () => {
    const summary = summarizeScript(read(SCRIPT), { sentences: 6 });
    expect(summary).toMatchObject({ method: 'extractive', level: 'script', parts: [{ title: 'Maps' }] });
    const { sentences } = summary.parts[0];
    expect(sentences).toHaveLength(6);
    for (const { text, span } of sentences) expect(SCRIPT.slice(span.start.offset, span.end.offset)).toContain(text);
    expect(sentences.map(({ element }) => element)).toEqual(sentences.map(({ element }) => element).toSorted((a, b) => a - b));
  });

  it('leaves no act of a script out', () => {
    const scenes = new Set(parts(SCRIPT, { sentences: 4 })[0].sentences.map((sentence) => sentence.scene));
    expect([...scenes].some((index) => index < 2)).toBe(true);
    expect([...scenes].some((index) => index > 5)).toBe(true);
  });

  it('takes a full sentence with a deed before an exclamation and a cough', () => {
    const [{ sentences }] = parts('INT. HALL - DAY\n\nDust. ANNA, 30, takes the map from the drawer. She coughs. Oh!\n', {
      sentences: 1,
    });
    expect(sentences[0].text).toBe('ANNA, 30, takes the map from the drawer.');
  });

  it('says a thing once where there are others to say', () => {
    const [{ sentences }] = parts(
      'INT. HALL - DAY\n\nAnna opens the red door. Anna opens the red door. Ben counts the silver coins on the table.\n',
      { sentences: 2, level: 'scene' },
    );
    expect(new Set(sentences.map(({ text }) => text)).size).toBe(2);
  });

  it('parts by the sections of the script where there are any, by length otherwise', () => {
    expect(summarizeScript(read(SCRIPT), { level: 'act' })).toMatchObject({
      acts: 'proportion',
      parts: [
        { title: 'Act 1', scenes: [0, 1] },
        { title: 'Act 2', scenes: [2, 3, 4, 5] },
        { title: 'Act 3', scenes: [6, 7] },
      ],
    });
    const sections = `# The map\n\n${scene(1)}\n# The sea\n\n${scene(2)}\n${scene(3)}`;
    expect(summarizeScript(read(sections), { level: 'act' })).toMatchObject({
      acts: 'sections',
      parts: [
        { title: 'The map', scenes: [0] },
        { title: 'The sea', scenes: [1, 2] },
      ],
    });
  });

  it('gives each scene its part, and takes the synopsis that the writer left', () => {
    const text = `INT. HALL - DAY\n\n= Anna finds the map that will kill her.\n\nDust falls.\n\nINT. BAR - DAY\n\nBen drinks.\n`;
    const summary = parts(text, { level: 'scene', sentences: 1 });
    expect(summary.map(({ title }) => title)).toEqual(['INT. HALL - DAY', 'INT. BAR - DAY']);
    expect(summary[0].sentences[0].text).toBe('Anna finds the map that will kill her.');
  });

  it('keeps to the number of sentences and of words, whatever they are', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 30 }),
        fc.integer({ min: 1, max: 200 }),
        fc.constantFrom('script', 'act', 'scene'),
        (most, words, level) => {
          for (const part of parts(SCRIPT, { sentences: most, words, level: level as 'script' })) {
            expect(part.sentences.length).toBeLessThanOrEqual(most);
            expect(part.words).toBeLessThanOrEqual(words);
            expect(part.words).toBe(part.sentences.reduce((sum, { text }) => sum + countWords(text), 0));
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  it('sums up Chinese, which has no spaces', () => {
    const [{ sentences }] = parts('内景 茶馆 夜\n\n李明拿起桌上的信。雨下得很大。李明把信烧了。\n', { sentences: 1 });
    expect(sentences[0].text).toMatch(/信/);
  });

  it('makes nothing of an empty script and refuses wrong options', () => {
    expect(parts('')).toEqual([]);
    expect(() => parts(SCRIPT, { sentences: 0 })).toThrow(RangeError);
    expect(() => parts(SCRIPT, { words: 1.5 })).toThrow(RangeError);
    expect(() => parts(SCRIPT, { level: 'page' as 'act' })).toThrow(RangeError);
    expect(() => summarizeScript('text' as never)).toThrow(TypeError);
  });
});

describe('textRank', () => {
  it('ranks first what the others resemble, and sums to their number', () => {
    const ranks = textRank(
      termVectors([['map', 'harbour', 'ship'], ['map', 'dust'], ['harbour', 'rain'], ['ship', 'cross'], ['tea']]),
    );
    expect(ranks.indexOf(Math.max(...ranks))).toBe(0);
    expect(ranks.indexOf(Math.min(...ranks))).toBe(4);
    expect(ranks.reduce((sum, rank) => sum + rank, 0)).toBeCloseTo(5, 3);
  });

  it('gives equal ranks to sentences in a ring', () => {
    const ranks = textRank(
      termVectors([
        ['a', 'b'],
        ['b', 'c'],
        ['c', 'd'],
        ['d', 'a'],
      ]),
    );
    for (const rank of ranks) expect(rank).toBeCloseTo(1, 5);
  });
});
