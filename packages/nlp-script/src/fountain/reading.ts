/**
 * @file The state of reading a script's body from the first line to the last, and what all its readers ask of it.
 */
import type { LineTable } from '../screenplay/line-table.js';
import type { Character, Diagnostic, ScriptElement, Span } from '../screenplay/screenplay.js';
import type { Line } from './lines.js';

/** What reading needs and gives. */
export interface Reading {
  source: string;
  lines: readonly Line[];
  table: LineTable;
  elements: ScriptElement[];
  diagnostics: Diagnostic[];
  /** Blank lines since the last element. */
  blanks: number;
  /** Index of the last cue, and whether another kind of element came since its speech. */
  lastCue?: Character;
  cueIsNear: boolean;
  /** Names already remarked upon. */
  remarked: Set<string>;
  /** The run of note lines last walked over. */
  noteRun: { start: number; end: number };
}

/** Adds an element with the blank lines in front of it. */
export function push(reading: Reading, element: ScriptElement): void {
  if (reading.blanks > 1 && reading.elements.length > 0) element.blankLines = reading.blanks - 1;
  reading.blanks = 0;
  if (
    element.type !== 'note' &&
    element.type !== 'boneyard' &&
    element.type !== 'dialogue' &&
    element.type !== 'parenthetical' &&
    element.type !== 'character'
  ) {
    reading.cueIsNear &&= element.type === 'lyrics';
  }
  reading.elements.push(element);
}

export function remark(
  { diagnostics }: Reading,
  severity: Diagnostic['severity'],
  code: string,
  message: string,
  span: Span,
): void {
  diagnostics.push({ severity, code, message, span });
}

export function short(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}

/** Whether the next line that is there has text. */
export function hasText(reading: Reading, i: number): boolean {
  const { lines, noteRun } = reading;
  if (i >= noteRun.start && i < noteRun.end) return hasText(reading, noteRun.end);
  let next = i;
  while (next < lines.length && lines[next].comments?.every(({ kind }) => kind === 'note')) next++;
  // A run of note lines is asked about from each of its lines, and walked over once.
  if (next > i) reading.noteRun = { start: i, end: next };
  return next < lines.length && lines[next].text.trim() !== '';
}

/** Note lines in the middle of a paragraph are not there. */
export function isSkipped(reading: Reading, i: number): boolean {
  const { comments } = reading.lines[i];
  return comments !== undefined && comments.every(({ kind }) => kind === 'note') && hasText(reading, i + 1);
}

export function remarkGluedHeading(reading: Reading, { start, end }: Line): void {
  remark(
    reading,
    'warning',
    'HEADING_NOT_SEPARATED',
    'this looks like a scene heading inside a paragraph: put a blank line above and below it',
    reading.table.spanOf(start, end),
  );
}
