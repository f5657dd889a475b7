import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { flattenCues } from './flatten-cues.js';
import type { SoftCue } from './movie-plan.js';

describe('cues without overlap', () => {
  it('show at each moment what was shown before', () => {
    const cue = fc.record({
      start: fc.integer({ min: 0, max: 30 }),
      length: fc.integer({ min: 1, max: 10 }),
      text: fc.constantFrom('a', 'b', 'c', 'd'),
    });
    fc.assert(
      fc.property(fc.array(cue, { maxLength: 8 }), (raw) => {
        const cues = raw.map(({ start, length, text }) => ({ startSeconds: start, endSeconds: start + length, text }));
        const flat = flattenCues(cues);
        for (const [i, { startSeconds, endSeconds }] of flat.entries()) {
          expect(endSeconds).toBeGreaterThan(startSeconds);
          if (i > 0) expect(startSeconds).toBeGreaterThanOrEqual(flat[i - 1].endSeconds);
        }
        for (let t = 0.5; t < 42; t++) {
          const shown = (list: readonly SoftCue[]): string[] =>
            list.filter((c) => c.startSeconds <= t && t < c.endSeconds).flatMap(({ text }) => text.split('\n'));
          expect(shown(flat).sort()).toEqual(shown(cues).sort());
        }
      }),
    );
  });

  it('leave out what is empty, and refuse impossible times', () => {
    expect(flattenCues([{ startSeconds: 0, endSeconds: 1, text: '  ' }])).toEqual([]);
    for (const [startSeconds, endSeconds] of [
      [-1, 1],
      [1, 1],
      [NaN, 2],
      [0, Infinity],
    ]) {
      expect(() => flattenCues([{ startSeconds, endSeconds, text: 'x' }])).toThrow(RangeError);
    }
  });
});
