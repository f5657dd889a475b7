/** @file Pieces of the report: safe text, tables, the chart. */

import type { CoursePoint } from '@filmai/nlp-script/emotion';

/** Text for HTML. Scripts come from anywhere. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/**
 * A table.
 *
 * @param head - Titles of the columns.
 * @param rows - Cells; plain text.
 */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const cells = (row: readonly string[], tag: 'td' | 'th'): string =>
    row.map((cell) => `<${tag}>${escapeHtml(cell)}</${tag}>`).join('');
  return `<div class="scroll"><table><thead><tr>${cells(head, 'th')}</tr></thead><tbody>${rows.map((row) => `<tr>${cells(row, 'td')}</tr>`).join('')}</tbody></table></div>`;
}

const CHART = { width: 900, height: 220, left: 40, right: 12, top: 14, bottom: 30 };

/**
 * The emotional course as a drawing: the smoothed line, and each scene as a dot.
 *
 * @param points - One for each scene, in order.
 */
export function courseChart(points: readonly CoursePoint[]): string {
  const { width, height, left, right, top, bottom } = CHART;
  const most = Math.max(0.2, ...points.map((point) => Math.max(Math.abs(point.valence), Math.abs(point.smoothValence))));
  const end = Math.max(1, points.at(-1)?.seconds ?? 1) * 1.04;
  const x = (seconds: number): string => (left + (seconds / end) * (width - left - right)).toFixed(1);
  const y = (valence: number): string => (top + ((most - valence) / (2 * most)) * (height - top - bottom)).toFixed(1);
  const line = points.map((point, i) => `${i === 0 ? 'M' : 'L'}${x(point.seconds)} ${y(point.smoothValence)}`).join(' ');
  const area =
    points.length > 0 ? `${line} L${x(points[points.length - 1].seconds)} ${y(0)} L${x(points[0].seconds)} ${y(0)} Z` : '';
  const scenes = points
    .map(
      (point) =>
        `<circle cx="${x(point.seconds)}" cy="${y(point.valence)}" r="3.5"><title>${escapeHtml(point.heading)}: ${point.valence.toFixed(2)}</title></circle>` +
        `<text x="${x(point.seconds)}" y="${height - 10}" text-anchor="middle">${escapeHtml(point.number)}</text>`,
    )
    .join('');
  return `<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="Emotional course of the script" class="course">
<line x1="${left}" x2="${width - right}" y1="${y(0)}" y2="${y(0)}" class="axis"/>
<text x="6" y="${y(most)}" dy="8">+${most.toFixed(1)}</text><text x="6" y="${y(0)}" dy="4">0</text><text x="6" y="${y(-most)}">−${most.toFixed(1)}</text>
<path d="${area}" class="area"/><path d="${line}" class="line"/>${scenes}</svg>`;
}
