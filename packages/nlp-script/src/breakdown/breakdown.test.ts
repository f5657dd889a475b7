import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseFountain } from '../fountain/index.js';
import type { Screenplay, Span } from '../screenplay/screenplay.js';
import { breakDown, elementSheet } from './breakdown.js';

const nowhere: Span = { start: { offset: 0, line: 1, column: 1 }, end: { offset: 0, line: 1, column: 1 } };
const sample = readFileSync(
  fileURLToPath(new URL('../../../../examples/animatic/scripts/sample.fountain', import.meta.url)),
  'utf8',
);

function breakDownText(text: string): ReturnType<typeof breakDown> {
  return breakDown(parseFountain(text).screenplay);
}

describe('scenes', () => {
  const breakdown = breakDownText(sample);

  it('have number, place, setting and time', () => {
    expect(breakdown.scenes).toHaveLength(9);
    expect(breakdown.scenes[1]).toMatchObject({
      number: '2',
      setting: 'int',
      place: 'LIGHTHOUSE - LAMP ROOM',
      placeParts: ['LIGHTHOUSE', 'LAMP ROOM'],
      timeOfDay: 'dusk',
    });
    expect(breakdown.title).toBe('Two and a Rest');
  });

  it('have lengths that add up to the pages, and times near a minute a page', () => {
    expect(breakdown.totals.eighths).toBeGreaterThan(32);
    expect(breakdown.totals.eighths).toBeLessThan(52);
    expect(breakdown.totals.seconds / (breakdown.totals.eighths * 7.5)).toBeGreaterThan(0.7);
    expect(breakdown.totals.seconds / (breakdown.totals.eighths * 7.5)).toBeLessThan(1.4);
  });

  it('keep the number that the script gives them, and take what stands before the first heading', () => {
    const { scenes } = breakDownText('A voice in the dark.\n\nMARA\nHello?\n\nINT. CAVE - NIGHT #12A#\n\nBats.\n');
    expect(scenes.map(({ number, heading }) => [number, heading])).toEqual([
      ['0', ''],
      ['12A', 'INT. CAVE - NIGHT'],
    ]);
  });

  it('are plain JSON', () => {
    expect(JSON.parse(JSON.stringify(breakdown))).toEqual(breakdown);
  });

  it('list each thing of a sheet once, in the order of a printed sheet', () => {
    const sheet = elementSheet(breakdown.scenes[4]);
    expect(sheet.filter(({ category, lemma }) => category === 'prop' && lemma === 'tarpaulin')).toMatchObject([{ mentions: 3 }]);
    expect(sheet.map(({ category }) => category)).toEqual(expect.arrayContaining(['vehicle', 'prop', 'effect', 'weather']));
  });
});

describe('spans', () => {
  it('point at the very words in the source, through markup, notes and line ends', () => {
    const text = 'INT. HALL - DAY\r\n\r\nA *rusty* [[or not?]] **knife** lies\r\nby the _lantern_. /* a gun */ A dog barks.\r\n';
    const tags = breakDownText(text).scenes[0].tags;
    expect(tags.map((tag) => tag.lemma)).toEqual(['knife', 'lantern', 'dog', 'bark']);
    for (const { span, text: words } of tags) expect(text.slice(span.start.offset, span.end.offset)).toBe(words);
    expect(tags[1].span.start).toMatchObject({ line: 4, column: 9 });
  });

  it('count from the element where a screenplay was made by hand', () => {
    const start = { offset: 100, line: 7, column: 1 };
    const screenplay: Screenplay = {
      titlePage: [],
      notes: [],
      boneyards: [],
      elements: [{ type: 'action', text: 'Wet.\nA knife.', span: { start, end: start } }],
    };
    expect(breakDown(screenplay).scenes[0].tags[0].span.start).toEqual({ offset: 107, line: 8, column: 3 });
  });
});

describe('characters', () => {
  it('are introduced with age and description', () => {
    const { characters } = breakDownText(sample);
    expect(characters.map(({ name }) => name)).toEqual(['ANSELM', 'BRIDIE', 'HESTER', 'TEO']);
    expect(characters[0]).toMatchObject({
      aliases: ['ANSELM OKORO'],
      age: '34',
      years: 34,
      description: 'pressed raincoat, city shoes',
      pronoun: 'he',
      speaking: true,
    });
    expect(characters[2]).toMatchObject({ pronoun: 'she', years: 66 });
    expect(characters[1].extensions).toEqual({ 'V.O.': 2 });
  });

  it.each([
    ['MARA, 30s, tall,', '30s', 35],
    ['MARA (40)', '40', 40],
    ['MARA, late forties, in rags,', 'late forties', 48],
    ['MARA, twenty-five,', 'twenty-five', 25],
    ['MARA, mid-60s,', 'mid-60s', 65],
  ])('have the age of "%s"', (words, age, years) => {
    expect(breakDownText(`INT. A - DAY\n\n${words} waits.\n\nMARA\nYes.\n`).characters[0]).toMatchObject({ age, years });
  });

  it('are one person by any name', () => {
    const { characters } = breakDownText(
      "INT. A - DAY\n\nFELIX LORNE, 45, waits.\n\nLORNE\nA.\n\nLORNE (V.O.)\nB.\n\nLORNE (CONT'D)\nC.\n\nLORNE'S VOICE\nD.\n\nMr Lorne leaves.\n",
    );
    expect(characters).toHaveLength(1);
    expect(characters[0]).toMatchObject({ name: 'LORNE', lines: 4, words: 4, extensions: { 'V.O.': 2, "CONT'D": 1 } });
  });

  it('speak together where the cue joins two that speak alone elsewhere', () => {
    const { characters } = breakDownText(
      'INT. A - DAY\n\nANN\nOne.\n\nBOB\nTwo.\n\nANN AND BOB\nThree.\n\nROCK AND ROLL\nFour.\n',
    );
    expect(characters.map(({ name, lines }) => [name, lines])).toEqual([
      ['ANN', 2],
      ['BOB', 2],
      ['ROCK AND ROLL', 1],
    ]);
  });

  it('may be silent, and are still in the scene', () => {
    const { scenes } = breakDownText(
      'INT. A - DAY\n\nDRAGA KOS, 78, sits. Mara waits.\n\nMARA\nYes?\n\nINT. B - DAY\n\nDraga sleeps.\n',
    );
    expect(scenes[1].characters).toEqual([{ name: 'DRAGA KOS', speaking: false, lines: 0, words: 0, seen: true }]);
  });

  it('are not seen where only their voice is', () => {
    const [scene] = breakDownText('INT. A - DAY\n\nA radio.\n\nMARA (V.O.)\nHello.\n').scenes;
    expect(scene.characters[0]).toMatchObject({ name: 'MARA', speaking: true, seen: false });
  });

  it('know with whom they talk', () => {
    const { characters } = breakDownText('INT. A - DAY\n\nANN\nOne.\n\nBOB\nTwo.\n\nANN\nThree.\n\nCY\nFour.\n');
    expect(characters[0].partners).toEqual([
      { name: 'BOB', exchanges: 2 },
      { name: 'CY', exchanges: 1 },
    ]);
  });
});

describe('bad input', () => {
  it('gives an empty breakdown for an empty script', () => {
    expect(breakDownText('')).toMatchObject({ scenes: [], characters: [], totals: { scenes: 0, seconds: 0 } });
  });

  it('refuses options out of range by name', () => {
    const { screenplay } = parseFountain('');
    expect(() => breakDown(screenplay, { minConfidence: 2 })).toThrow(/minConfidence is 2/);
    expect(() => breakDown(screenplay, { rates: { wordsPerSecond: 0 } })).toThrow(/rates.wordsPerSecond is 0/);
  });

  it('never throws, loses no speech and keeps tags inside their scene, whatever the elements', () => {
    const words = fc.stringMatching(/^[A-Za-z' .,!?-]{0,40}$/);
    const element = fc.oneof(
      fc.record({
        type: fc.constantFrom(
          'action' as const,
          'dialogue' as const,
          'parenthetical' as const,
          'lyrics' as const,
          'transition' as const,
        ),
        text: words,
        span: fc.constant(nowhere),
      }),
      fc.record({
        type: fc.constant('character' as const),
        text: words,
        name: words,
        extensions: fc.array(words, { maxLength: 2 }),
        span: fc.constant(nowhere),
        dual: fc.constantFrom('left' as const, 'right' as const),
      }),
      fc.record({
        type: fc.constant('scene-heading' as const),
        text: words,
        place: words,
        time: words,
        span: fc.constant(nowhere),
      }),
    );
    fc.assert(
      fc.property(fc.array(element, { maxLength: 30 }), (elements) => {
        const screenplay: Screenplay = { titlePage: [], notes: [], boneyards: [], elements: elements };
        const breakdown = breakDown(screenplay);
        const spoken = breakdown.scenes.flatMap((scene) =>
          scene.speeches.flatMap((speech) => speech.parts.map((part) => part.element)),
        );
        const expected = elements.flatMap((one, i) =>
          (one.type === 'dialogue' || one.type === 'lyrics') && one.text.trim() !== '' ? [i] : [],
        );
        expect(spoken).toEqual(expected);
        for (const scene of breakdown.scenes)
          for (const tag of scene.tags) expect(tag.element >= scene.elements.from && tag.element < scene.elements.to).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
