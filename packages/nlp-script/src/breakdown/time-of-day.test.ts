import { describe, expect, it } from 'vitest';
import { readTimeOfDay, resolveTimes } from './time-of-day.js';

describe('time of day', () => {
  it.each([
    ['NIGHT', 'night'],
    ['EARLY MORNING', 'dawn'],
    ['MORNING', 'day'],
    ['SUNSET', 'dusk'],
    ['Late at night', 'night'],
    ['NUIT', 'night'],
    ['AUBE', 'dawn'],
    ['ABENDDÄMMERUNG', 'dusk'],
    ['NACHTS', 'night'],
    ['ATARDECER', 'dusk'],
    ['夜', 'night'],
    ['黄昏', 'dusk'],
    ['日', 'day'],
    ['MOMENTS LATER', 'continue'],
    ['CONTINUOUS', 'continue'],
    ['连续', 'continue'],
  ])('of %s is %s', (words, time) => {
    expect(readTimeOfDay(words)).toBe(time);
  });

  it('is unknown for words that say nothing, and inside other words', () => {
    expect(readTimeOfDay('KNIGHTS')).toBeUndefined();
    expect(readTimeOfDay(undefined)).toBeUndefined();
  });

  it('goes on through CONTINUOUS and headings without time, and is assumed to be day before anything is said', () => {
    expect(resolveTimes([undefined, 'NIGHT', 'CONTINUOUS', undefined, 'DAWN', 'LATER'])).toEqual([
      { time: 'day', from: 'assumed' },
      { time: 'night', from: 'written' },
      { time: 'night', from: 'inherited' },
      { time: 'night', from: 'inherited' },
      { time: 'dawn', from: 'written' },
      { time: 'dawn', from: 'inherited' },
    ]);
  });
});
