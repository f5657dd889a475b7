import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fixture } from '../../../../tools/fixtures.js';
import {
  addTime,
  compareTime,
  formatTimecode,
  intersect,
  parseTimecode,
  rangeEnd,
  rationalTime,
  rescale,
  subtractTime,
  timeRange,
  toSeconds,
} from './index.js';

const rates = [23.976, 24, 25, 30_000 / 1001, 30, 50, 60_000 / 1001, 60];
const tables = fixture('timeline/timecode-tables.json');

describe('rational time', () => {
  it('adds and subtracts back to where it was, at any two rates', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer(), fc.constantFrom(...rates), fc.constantFrom(...rates), (a, b, rateA, rateB) => {
        const x = rationalTime(a % 1e6, rateA);
        const y = rationalTime(b % 1e6, rateB);
        expect(toSeconds(subtractTime(addTime(x, y), y))).toBeCloseTo(toSeconds(x), 6);
      }),
    );
  });

  it('keeps the seconds of a time at another rate', () => {
    expect(toSeconds(rescale(rationalTime(1, 24), 30))).toBeCloseTo(1 / 24, 12);
    expect(compareTime(rationalTime(24, 24), rationalTime(30, 30))).toBe(0);
  });

  it('finds the stretch that two ranges share, and none where they only touch', () => {
    expect(intersect(timeRange(0, 10, 24), timeRange(5, 10, 24))).toEqual(timeRange(5, 5, 24));
    expect(intersect(timeRange(0, 10, 24), timeRange(10, 10, 24))).toBeUndefined();
    expect(rangeEnd(timeRange(3, 4, 24)).value).toBe(7);
  });

  it('refuses what is no time', () => {
    expect(() => rationalTime(1, 0)).toThrow(RangeError);
    expect(() => rationalTime(Number.NaN, 24)).toThrow(RangeError);
    expect(() => timeRange(0, -1, 24)).toThrow(RangeError);
  });
});

describe('time code', () => {
  it('gives every frame of a day back, at every rate', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 24 * 3600 * 23 }), fc.constantFrom(...rates), (frame, rate) => {
        expect(parseTimecode(formatTimecode(rationalTime(frame, rate)), rate).value).toBe(frame);
      }),
    );
  });

  it('leaves out numbers, not frames: ten minutes of drop frame are 17982 frames', () => {
    expect(formatTimecode(rationalTime(17_982, 30_000 / 1001))).toBe('00:10:00;00');
    expect(formatTimecode(rationalTime(1_799, 30_000 / 1001))).toBe('00:00:59;29');
    expect(formatTimecode(rationalTime(1_800, 30_000 / 1001))).toBe('00:01:00;02');
  });

  it('says what is wrong with a code', () => {
    expect(() => parseTimecode('00:01:00;00', 30_000 / 1001)).toThrow(/does not exist/);
    expect(() => parseTimecode('00:00:00:24', 24)).toThrow(/out of range/);
    expect(() => parseTimecode('tomorrow', 24)).toThrow(/no time code/);
    expect(() => formatTimecode(rationalTime(0, 24), { dropFrame: true })).toThrow(RangeError);
  });

  it.skipIf(!tables)('agrees with the reference tables (skipped where the fixtures are absent)', () => {
    const { dropframe_2997: rows } = JSON.parse(readFileSync(tables as string, 'utf8')) as {
      dropframe_2997: { frame: number; tc: string }[];
    };
    for (const { frame, tc } of rows) {
      expect(formatTimecode(rationalTime(frame, 30_000 / 1001))).toBe(tc);
      expect(parseTimecode(tc, 30_000 / 1001).value).toBe(frame);
    }
  });
});
