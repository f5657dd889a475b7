import { describe, expect, it } from 'vitest';
import { parseFountain } from '../fountain/index.js';
import { breakDown } from './breakdown.js';
import { canonicalName, namesInCue, normalizeExtensions } from './names.js';

describe('names above speeches', () => {
  it.each([
    ['MARA', 'MARA'],
    ['MARA (V.O.)', 'MARA'],
    ["MARA'S VOICE", 'MARA'],
    ['MARA’S VOICE', 'MARA'],
    ['VOICE OF MARA', 'MARA'],
    ['JAMES', 'JAMES'],
    ['McCLANE', 'McCLANE'],
    ['MARA V.O.', 'MARA'],
    ['林梅（画外音）', '林梅'],
  ])('%s is %s', (cue, name) => {
    expect(canonicalName(cue)).toBe(name);
  });

  it('are taken apart only where each part speaks alone elsewhere', () => {
    const known = new Set(['ANN', 'BOB']);
    expect(namesInCue('ANN & BOB', known)).toEqual(['ANN', 'BOB']);
    expect(namesInCue('ANN/BOB', known)).toEqual(['ANN', 'BOB']);
    expect(namesInCue('SALT AND PEPPER', known)).toEqual(['SALT AND PEPPER']);
  });
});

describe('extensions', () => {
  it.each([
    [['v.o.'], ['V.O.']],
    [
      ['VO', 'CONT’D'],
      ['V.O.', "CONT'D"],
    ],
    [['O.S., continuing'], ['O.S.', "CONT'D"]],
    [['on the radio'], ['on the radio']],
    [['旁白'], ['V.O.']],
  ])('%j are written %j', (extensions, spelled) => {
    expect(normalizeExtensions({ name: 'MARA', extensions })).toEqual(spelled);
  });

  it('know a voice by its name', () => {
    expect(normalizeExtensions({ name: "MARA'S VOICE", extensions: [] })).toEqual(['V.O.']);
  });
});

describe('names given in passing', () => {
  const people = (action: string, cue = 'NELL'): string[] =>
    breakDown(parseFountain(`INT. BARN - DAY\n\n${action}\n\n${cue}\nWell.\n`).screenplay).characters.map(({ name }) => name);

  it('joins a nickname with the name it was given with', () => {
    expect(people('THOMAS ARKWRIGHT, 71, called OLD TOM by everyone, kneels.', 'OLD TOM')).toEqual(['OLD TOM']);
  });

  it('takes a name between commas for somebody, but not that of a ship or a bird', () => {
    expect(people('Three women wait. One of them, JADWIGA, hums.')).toEqual(['JADWIGA', 'NELL']);
    expect(people('A trawler, the CONSTANCE, rolls. Her falcon, GRIM, drops.')).toEqual(['NELL']);
  });
});
