/** @file Strips and arbitrary shoots for the tests of this folder. */
import fc from 'fast-check';
import type { ShootRules } from './rules.js';
import type { Strip } from './strips.js';

/** A strip with defaults for what a test doesn't say. */
export function makeStrip(id: string, given: Partial<Strip> = {}): Strip {
  const eighths = given.eighths ?? 8;
  return {
    id,
    scene: Number.parseInt(id, 10) - 1,
    heading: `INT. ROOM ${id} - DAY`,
    setting: 'int',
    light: 'day',
    place: 'ROOM',
    location: 'ROOM',
    eighths,
    effort: eighths,
    cast: [],
    equipment: [],
    ...given,
  };
}

const CAST = ['ANN', 'BOB', 'CAT', 'DAN'];

/** Strips of few places and people. */
export function arbitraryStrips(count: { minLength: number; maxLength: number }): fc.Arbitrary<Strip[]> {
  return fc
    .array(
      fc.record({
        eighths: fc.integer({ min: 1, max: 30 }),
        location: fc.constantFrom('BAR', 'PIER', 'ROAD'),
        setting: fc.constantFrom('int' as const, 'ext' as const),
        light: fc.constantFrom('day' as const, 'day' as const, 'night' as const, 'dusk' as const, 'dawn' as const),
        cast: fc.subarray(CAST),
        equipment: fc.subarray(['crane']),
      }),
      count,
    )
    .map((list) => list.map((given, i) => makeStrip(String(i + 1), { ...given, place: given.location })));
}

/** Rules for such strips that may or may not be possible. `dates` working days at most. */
export function arbitraryRules(strips: readonly Strip[], dates: number): fc.Arbitrary<ShootRules> {
  const date = fc.integer({ min: 0, max: dates - 1 }).map((day) => `2027-03-0${day + 1}`);
  const names = [...new Set(strips.flatMap(({ cast }) => cast))];
  return fc
    .record({
      eighthsPerDay: fc.integer({ min: 30, max: 45 }),
      companyMovesPerDay: fc.integer({ min: 0, max: 2 }),
      splitDays: fc.boolean(),
      interiorsAnyTime: fc.boolean(),
      away: fc.array(date, { maxLength: 2 }),
      child: fc.option(fc.record({ hours: fc.integer({ min: 5, max: 11 }), until: fc.constantFrom('16:00', '22:00') })),
      ordered: fc.boolean(),
      pin: fc.option(date, { freq: 3 }),
      holdCost: fc.constantFrom(0, 0.05, 0.4),
    })
    .map(({ away, child, ordered, pin, holdCost, ...rules }) => ({
      ...rules,
      start: '2027-03-01',
      end: `2027-03-0${dates}`,
      cast: names.slice(0, 2).map((name, i) => ({
        name,
        holdCost,
        ...(i === 0 ? { unavailable: away } : {}),
        ...(i === 1 && child ? { child } : {}),
      })),
      before: ordered && strips.length > 1 ? [{ earlier: '1', later: '2' }] : [],
      pins: pin === null ? [] : [{ strip: String(strips.length), date: pin }],
    }));
}
