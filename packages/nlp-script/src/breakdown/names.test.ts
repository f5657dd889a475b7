import { describe, expect, it } from 'vitest';
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
