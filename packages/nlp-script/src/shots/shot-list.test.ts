import { describe, expect, it } from 'vitest';
import { breakDown } from '../breakdown/index.js';
import { parseFountain } from '../fountain/index.js';
import { planShots } from './plan.js';
import { formatShotList } from './shot-list.js';

/** A reader of RFC 4180, small and strict. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    let field = '';
    if (text[at] === '"') {
      for (at++; ; at++) {
        if (text[at] !== '"') field += text[at];
        else if (text[at + 1] === '"') field += text[at++];
        else break;
      }
      at++;
    } else while (text[at] !== ',' && text[at] !== '\r') field += text[at++];
    row.push(field);
    if (text[at] === '\r') {
      expect(text[at + 1]).toBe('\n');
      rows.push(row);
      row = [];
      at++;
    }
    at++;
  }
  expect(row).toEqual([]);
  return rows;
}

describe('the shot list as CSV', () => {
  it('has a header and one line for each shot, and keeps commas, quotes and line ends', () => {
    const { screenplay } = parseFountain(
      'INT. A - DAY\n\nMARA, 30, sits, "calm", and waits.\n\nMARA\n(low)\nHe said, "No."\n\nTEO (O.S.)\nWell, yes.\n',
    );
    const shots = planShots(screenplay, breakDown(screenplay));
    const [header, ...rows] = readCsv(formatShotList(shots));
    expect(header).toHaveLength(13);
    expect(rows).toHaveLength(shots.length);
    expect(rows.every((row) => row.length === 13)).toBe(true);
    expect(rows[0][6]).toBe('MARA, 30, sits, "calm", and waits.');
    expect(rows.map((row) => row[7])).toContain('MARA: (low) He said, "No."');
    expect(rows.map((row) => row[7])).toContain('TEO (O.S.): Well, yes.');
    expect(Number(rows[1][10])).toBeCloseTo(shots[0].seconds, 3);
  });

  it('is a header alone for no shots', () => {
    expect(readCsv(formatShotList([]))).toHaveLength(1);
  });
});
