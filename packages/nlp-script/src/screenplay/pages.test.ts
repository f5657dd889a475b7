/** @file Page layout against pages counted by hand. */
import { describe, expect, it } from 'vitest';
import { parseFountain } from '../fountain/parse.js';
import { formatEighths, measurePages, parseEighths } from './pages.js';
import type { PageStyle } from './pages.js';

const measure = (text: string, style?: PageStyle): ReturnType<typeof measurePages> =>
  measurePages(parseFountain(text).screenplay, style);

describe('measurePages', () => {
  it('counts lines by the width of each kind of element', () => {
    const a = (count: number): string => Array<string>(count).fill('aaaa').join(' ');
    // Five columns a word: 12 words in 61 columns, 7 in 35, 5 in 25.
    const { elements } = measure(`INT. A - DAY\n\n${a(13)}\n\nBOB\n(${a(6)})\n${a(15)}\n`);
    expect(elements.map(({ lines }) => lines)).toEqual([1, 2, 1, 2, 3]);
    expect(elements.map(({ line }) => line)).toEqual([1, 3, 6, 7, 9]);
  });

  it('counts Chinese characters as two columns that break anywhere', () => {
    expect(measure(`内景 厨房 夜\n\n${'雨'.repeat(30)}\n\n${'雨'.repeat(31)}\n`).elements.map(({ lines }) => lines)).toEqual([
      1, 1, 2,
    ]);
  });

  it('does not print notes, sections, synopses and boneyards', () => {
    const { elements, pages } = measure('# Act\n\n= Sum\n\n[[note]]\n\n/* cut */\n');
    expect(elements.map(({ lines }) => lines)).toEqual([0, 0, 0, 0]);
    expect(pages).toBe(0);
  });

  it('keeps a heading with what follows', () => {
    // 26 paragraphs of one line and one blank fill 51 lines; a heading needs three more behind a blank.
    const filler = 'Dust.\n\n'.repeat(26);
    expect(measure(`${filler}INT. A - DAY\n\nRain.\n`).elements.at(-2)).toEqual({ page: 1, line: 53, lines: 1 });
    expect(measure(`${filler}Dust.\n\nINT. A - DAY\n\nRain.\n`).elements.at(-2)).toEqual({ page: 2, line: 1, lines: 1 });
  });

  it('turns the page at a page break and breaks long paragraphs over pages', () => {
    expect(measure('One.\n\n===\n\nTwo.\n').pages).toBe(2);
    const long = Array.from({ length: 120 }, (_, i) => `Line ${i}.`).join('\n');
    expect(measure(`${long}\n`).pages).toBe(3);
  });

  it('counts the longer side of a dual dialogue alone', () => {
    const single = measure('A\nOne.\n\nB\nTwo.\n\nEnd.\n').elements.at(-1)?.line ?? 0;
    const dual = measure('A\nOne.\n\nB ^\nTwo.\n\nEnd.\n').elements.at(-1)?.line ?? 0;
    expect(single - dual).toBe(3);
  });

  it('gives scene lengths in eighths that add up to the pages', () => {
    const scene = (i: number): string => `INT. ROOM ${i} - DAY\n\n${'Dust falls on the floor.\n\n'.repeat(12)}`;
    const { scenes, pages } = measure(Array.from({ length: 20 }, (_, i) => scene(i)).join(''));
    const eighths = scenes.reduce((sum, each) => sum + each.eighths, 0);
    expect(Math.abs(eighths / 8 - pages)).toBeLessThan(1);
    expect(scenes[1]).toMatchObject({ heading: 13, end: 26 });
  });

  it('refuses a style that is no page', () => {
    expect(() => measure('A.\n', { linesPerPage: 3 })).toThrow(RangeError);
    expect(() => measure('A.\n', { actionWidth: 0 })).toThrow('actionWidth');
  });

  it('ends on a page of one column', () => {
    expect(
      measure(`${'word '.repeat(200)}\n\nBOB\n${'word '.repeat(200)}\n`, { linesPerPage: 8, actionWidth: 1, dialogueWidth: 1 })
        .pages,
    ).toBeGreaterThan(100);
  });
});

describe('eighths', () => {
  it('are read as they are written', () => {
    for (let eighths = 0; eighths < 100; eighths++) expect(parseEighths(formatEighths(eighths))).toBe(eighths);
    expect(parseEighths('half')).toBeUndefined();
  });
});
