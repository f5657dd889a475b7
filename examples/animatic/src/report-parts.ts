/** @file Pieces of the report: safe text, tables, the chart. */

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
  const cells = (row: readonly string[], tag: 'td' | 'th'): string => row.map((cell) => `<${tag}>${escapeHtml(cell)}</${tag}>`).join('');
  return `<div class="scroll"><table><thead><tr>${cells(head, 'th')}</tr></thead><tbody>${rows.map((row) => `<tr>${cells(row, 'td')}</tr>`).join('')}</tbody></table></div>`;
}

/** A point of the emotional course. */
export interface CoursePoint {
  /** Place in the script, 0…1. */
  position: number;
  /** −1…1 */
  valence: number;
  /** Index of the scene, from 0. */
  scene: number;
}

const CHART = { width: 900, height: 220, left: 40, right: 12, top: 14, bottom: 30 };

/**
 * The emotional course as a drawing.
 *
 * @param points - In order.
 * @param numbers - Scene numbers by index.
 */
export function courseChart(points: readonly CoursePoint[], numbers: readonly string[]): string {
  const { width, height, left, right, top, bottom } = CHART;
  const most = Math.max(0.2, ...points.map((point) => Math.abs(point.valence)));
  const x = (position: number): number => left + position * (width - left - right);
  const y = (valence: number): number => top + ((most - valence) / (2 * most)) * (height - top - bottom);
  const line = points.map((point, i) => `${i === 0 ? 'M' : 'L'}${x(point.position).toFixed(1)} ${y(point.valence).toFixed(1)}`).join(' ');
  const area = points.length > 0 ? `${line} L${x(points.at(-1)?.position ?? 1).toFixed(1)} ${y(0).toFixed(1)} L${x(points[0].position).toFixed(1)} ${y(0).toFixed(1)} Z` : '';
  const starts = points.filter((point, i) => point.scene !== points[i - 1]?.scene);
  const scenes = starts
    .map((point) => `<line x1="${x(point.position)}" x2="${x(point.position)}" y1="${top}" y2="${height - bottom}" class="grid"/><text x="${x(point.position) + 4}" y="${height - 10}">${escapeHtml(numbers[point.scene] ?? '')}</text>`)
    .join('');
  return `<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="Emotional course of the script" class="course">
<line x1="${left}" x2="${width - right}" y1="${y(0)}" y2="${y(0)}" class="axis"/>${scenes}
<text x="6" y="${y(most) + 8}">+${most.toFixed(1)}</text><text x="6" y="${y(0) + 4}">0</text><text x="6" y="${y(-most)}">−${most.toFixed(1)}</text>
<path d="${area}" class="area"/><path d="${line}" class="line"/></svg>`;
}
