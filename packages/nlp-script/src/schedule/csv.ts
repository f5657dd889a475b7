/** @file Tables as CSV by RFC 4180: CR LF, quotes doubled; text that a spreadsheet would take for a formula is marked as text. */

/** A cell: a number stays one. */
export type CsvCell = string | number;

/**
 * Writes rows.
 *
 * @param rows - The first is the header.
 */
export function formatCsv(rows: readonly (readonly CsvCell[])[]): string {
  return rows.map((row) => `${row.map((cell) => formatCell(cell)).join(',')}\r\n`).join('');
}

function formatCell(cell: CsvCell): string {
  if (typeof cell === 'number') return String(cell);
  // A title like "=HYPERLINK(…)" would run in the reader's spreadsheet.
  const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
