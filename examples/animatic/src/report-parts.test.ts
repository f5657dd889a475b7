import type { CoursePoint } from '@filmai/nlp-script/emotion';
import { describe, expect, it } from 'vitest';
import { courseChart, escapeHtml, table } from './report-parts.js';

const hostile = `<script>alert("x")</script>&'`;
const point = (seconds: number, valence: number, heading = 'INT. X'): CoursePoint => ({
  scene: 0,
  number: '1',
  heading,
  seconds,
  valence,
  arousal: 0,
  smoothValence: valence / 2,
  smoothArousal: 0,
});

describe('the report', () => {
  it('shows hostile text as text', () => {
    expect(escapeHtml(hostile)).not.toMatch(/[<>"']|&(?!#\d+;)/);
    expect(escapeHtml('Zoë 客厅 -1 < 2')).toBe('Zoë 客厅 -1 &#60; 2');
    expect(table([hostile], [[hostile, '']])).not.toContain('<script');
    expect(courseChart([point(1, 0, hostile)])).not.toContain('<script');
  });

  it('has a cell for each value', () => {
    const html = table(
      ['a', 'b'],
      [
        ['1', '2'],
        ['3', '4'],
      ],
    );
    expect(html.match(/<td>/g)).toHaveLength(4);
    expect(html.match(/<th>/g)).toHaveLength(2);
    expect(html.match(/<tr>/g)).toHaveLength(3);
    expect(table(['a'], [])).toContain('<tbody></tbody>');
  });

  it.each([0, 1, 2, 200])('draws the course of %i scenes inside the chart', (count) => {
    const points = Array.from({ length: count }, (_, i) => point(i * 10, Math.sin(i) * (i % 7 === 0 ? 1 : 0.1)));
    const svg = courseChart(points);
    expect(svg).not.toMatch(/NaN|Infinity|undefined/);
    expect(svg.match(/<circle/g) ?? []).toHaveLength(count);
    for (const [, x, y] of svg.matchAll(/<circle cx="([-\d.]+)" cy="([-\d.]+)"/g)) {
      expect(Number(x)).toBeGreaterThanOrEqual(0);
      expect(Number(x)).toBeLessThanOrEqual(900);
      expect(Number(y)).toBeGreaterThanOrEqual(0);
      expect(Number(y)).toBeLessThanOrEqual(220);
    }
  });

  it('draws glad scenes above sad ones', () => {
    const heights = [...courseChart([point(0, 0.8), point(10, -0.8)]).matchAll(/cy="([\d.]+)"/g)].map(([, y]) => Number(y));
    expect(heights[0]).toBeLessThan(heights[1]);
  });
});
