import { describe, expect, test } from 'vitest';
import { createRandom } from '@filmai/core-tensor/random';
import type { V2 } from '../world/vector.js';
import { type Pen, stroke } from './stroke.js';

function outline(points: V2[], pen: Pen, seed = 1): V2[] {
  const path: V2[] = [];
  const add = (x: number, y: number): number => path.push([x, y]);
  stroke({ moveTo: add, lineTo: add, closePath: () => {} }, points, pen, createRandom(seed));
  return path;
}

const line: V2[] = [
  [10, 50],
  [210, 50],
];

describe('stroke', () => {
  test('stays within its width and wobble around the line', () => {
    for (const [x, y] of outline(line, { w: 4, wobble: 1 })) {
      expect(Math.abs(y - 50)).toBeLessThan(4 * 0.5 * 1.45 + 1.3);
      expect(x).toBeGreaterThanOrEqual(9);
      expect(x).toBeLessThanOrEqual(211);
    }
  });

  test('is thin at its ends and full in the middle', () => {
    const path = outline(line, { w: 6, wobble: 0, pressure: 0, taper: 40 });
    const half = path.length / 2;
    const widths = Array.from({ length: half }, (_, i) => Math.abs(path[i][1] - path[path.length - 1 - i][1]));
    expect(widths[0]).toBeCloseTo(1.5, 5);
    expect(widths[half - 1]).toBeCloseTo(1.5, 5);
    expect(widths[half >> 1]).toBeCloseTo(6, 5);
  });

  test('overshoots by no more than asked', () => {
    const xs = outline(line, { w: 2, overshoot: 12 }).map(([x]) => x);
    expect(Math.min(...xs)).toBeLessThan(10);
    expect(Math.min(...xs)).toBeGreaterThanOrEqual(-3);
    expect(Math.max(...xs)).toBeLessThanOrEqual(223);
  });

  test('the same seed draws the same stroke, another a different one', () => {
    expect(outline(line, { w: 3 }, 5)).toEqual(outline(line, { w: 3 }, 5));
    expect(outline(line, { w: 3 }, 5)).not.toEqual(outline(line, { w: 3 }, 6));
  });

  test('a point or nothing draws nothing', () => {
    expect(outline([[1, 1]], { w: 3 })).toEqual([]);
    expect(outline([], { w: 3 })).toEqual([]);
    expect(
      outline(
        [
          [1, 1],
          [1.2, 1],
        ],
        { w: 3 },
      ),
    ).toEqual([]);
  });
});
