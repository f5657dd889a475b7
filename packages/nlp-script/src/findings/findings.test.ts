import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseFdx, formatFdx } from '../fdx/index.js';
import { parseFountain } from '../fountain/index.js';
import type { Screenplay } from '../screenplay/screenplay.js';
import { findApproximate } from './approximate-match.js';
import type { Finding } from './finding.js';
import { createFindings } from './finding.js';
import { createReadingText } from './reading-text.js';
import { stableHash } from './stable-hash.js';

const sample = readFileSync(
  fileURLToPath(new URL('../../../../examples/animatic/scripts/sample.fountain', import.meta.url)),
  'utf8',
);
const parse = (text: string): Screenplay => parseFountain(text).screenplay;

/** A finding for each time a word stands in the script. */
function findWord(screenplay: Screenplay, word: string): Finding[] {
  const text = createReadingText(screenplay);
  const drafts = [...text.text.matchAll(new RegExp(word, 'g'))].map(({ index }) => ({
    rule: 'house/word',
    severity: 'note' as const,
    message: `The word ${word}.`,
    reason: 'It is looked for.',
    span: text.spanAt(index, index + word.length),
  }));
  return createFindings(screenplay, drafts);
}

describe('findings', () => {
  const text = 'INT. HALL - DAY\n\nA lamp. Another *lamp*, [[new?]] lit.\n\nINT. YARD - NIGHT\n\nMARA\nThe lamp is out.\n';

  it('know scene, quote and place from their span, in the order of the text', () => {
    const screenplay = parse(text);
    const found = findWord(screenplay, 'lamp');
    expect(found.map(({ scene, quote }) => [scene, quote])).toEqual([
      [0, 'lamp'],
      [0, 'lamp'],
      [1, 'lamp'],
    ]);
    for (const { span } of found) expect(screenplay.source!.text.slice(span.start.offset, span.end.offset)).toBe('lamp');
    expect(createFindings(screenplay, found.toReversed())).toEqual(found);
  });

  it('have ids of their own', () => {
    const ids = findWord(parse(sample), 'the').map(({ id }) => id);
    expect(ids.length).toBeGreaterThan(20);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{16}$/);
  });

  it('keep their ids when a scene is put in before or words around them change', () => {
    const before = findWord(parse(text), 'lamp').map(({ id }) => id);
    const edited = `INT. CELLAR - DAY\n\nDust.\n\n${text.replace('lit', 'burning bright').replace('is out', 'has gone out')}`;
    expect(findWord(parse(edited), 'lamp').map(({ id }) => id)).toEqual(before);
  });

  it('get another id under another rule, quote or heading', () => {
    const screenplay = parse(text);
    const { span } = screenplay.elements[1];
    const draft = { rule: 'a/b', severity: 'note', message: 'm', reason: 'r', span } as const;
    const ids = [
      createFindings(screenplay, [draft]),
      createFindings(screenplay, [{ ...draft, rule: 'a/c' }]),
      createFindings(screenplay, [{ ...draft, quote: 'other words' }]),
      createFindings(parse(text.replace('HALL', 'ROOM')), [draft]),
    ].map(([{ id }]) => id);
    expect(new Set(ids).size).toBe(4);
  });

  it('of wrong drafts are refused by name', () => {
    const screenplay = parse(text);
    const { span } = screenplay.elements[1];
    expect(() => createFindings(screenplay, [{ rule: '', severity: 'note', message: 'm', reason: 'r', span }])).toThrow(/rule/);
    expect(() =>
      createFindings(screenplay, [{ rule: 'a', severity: 'note', message: 'm', reason: 'r', span: {} as never }]),
    ).toThrow(TypeError);
    expect(createFindings(parse(''), [])).toEqual([]);
  });
});

describe('the reading text', () => {
  it('leads from any stretch to its source and back', () => {
    const reading = createReadingText(parse(sample));
    fc.assert(
      fc.property(fc.nat(reading.text.length - 2), fc.integer({ min: 1, max: 80 }), (start, length) => {
        const end = Math.min(reading.text.length - 1, start + length);
        const words = reading.text.slice(start, end).trim();
        fc.pre(words !== '' && !words.includes('\n'));
        const at = reading.text.indexOf(words, start);
        const span = reading.spanAt(at, at + words.length);
        expect(reading.textAt(span)).toBe(words);
      }),
      { seed: 3, numRuns: 200 },
    );
  });

  it('holds a Final Draft script as it holds the same script in Fountain', () => {
    const fountain = parse(sample);
    const { screenplay } = parseFdx(formatFdx(fountain));
    const words = (text: string): string => text.replace(/\s+/g, ' ');
    expect(words(createReadingText(screenplay).text).slice(0, 500)).toBe(words(createReadingText(fountain).text).slice(0, 500));
  });
});

describe('approximate matches', () => {
  it('have the distance that trying every stretch finds', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(letters, fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 5 }), (text, pattern) => {
        const found = findApproximate(text, pattern)!;
        let least = pattern.length;
        for (let i = 0; i <= text.length; i++)
          for (let j = i; j <= text.length; j++) least = Math.min(least, editDistance(text.slice(i, j), pattern));
        expect(Math.round((1 - found.similarity) * pattern.length)).toBe(least);
        expect(editDistance(text.slice(found.start, found.end), pattern)).toBe(least);
      }),
      { seed: 5, numRuns: 150 },
    );
  });

  it('find a long passage by its ends, and less where the middle is gone', () => {
    const long = Array.from({ length: 120 }, (_, i) => `word${i * 7}`).join(' ');
    const found = findApproximate(`Before it. ${long} After it.`, long)!;
    expect(found).toMatchObject({ start: 11, end: 11 + long.length });
    expect(found.similarity).toBe(1);
    expect(findApproximate(`${long.slice(0, 300)} ${long.slice(-300)}`, long)!.similarity).toBeLessThan(0.95);
    expect(findApproximate('', 'a')).toBeUndefined();
    expect(findApproximate('a', '')).toBeUndefined();
  });
});

describe('the hash', () => {
  it('stays what it is, and hardly ever meets itself', () => {
    expect(stableHash('')).toHaveLength(16);
    expect(stableHash('continuity')).toBe(stableHash('continuity'));
    const hashes = new Set(Array.from({ length: 20_000 }, (_, i) => stableHash(`finding ${i}`)));
    expect(hashes.size).toBe(20_000);
  });
});

function editDistance(a: string, b: string): number {
  const row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    let diagonal = row[0];
    row[0] = i;
    for (let j = 1; j <= b.length; j++) {
      const above = row[j];
      row[j] = Math.min(above + 1, row[j - 1] + 1, diagonal + (a[i - 1] === b[j - 1] ? 0 : 1));
      diagonal = above;
    }
  }
  return row[b.length];
}
