/**
 * @file Reads the lines of a script's body into elements, from the first to the last, each line looked at a fixed number of
 * times. Paragraphs are told apart by blank lines as in Fountain 1.1; sections, synopses, page breaks, lyrics and centred
 * lines stand for themselves.
 */
import { describeHeading } from '../screenplay/heading.js';
import type { HeadingParts } from '../screenplay/heading.js';
import type { LineTable } from '../screenplay/line-table.js';
import type { Diagnostic, PlainElement, SceneHeading, ScriptElement, Section } from '../screenplay/screenplay.js';
import { parseEmphasis } from './emphasis.js';
import type { Line } from './lines.js';
import { commentText, isEscaped } from './lines.js';
import { hasText, isSkipped, push, remark, remarkGluedHeading } from './reading.js';
import type { Reading } from './reading.js';
import {
  colonSpeech,
  cueKind,
  headingMistake,
  headingOf,
  isCentered,
  isPageBreak,
  isTransitionLine,
  standsAlone,
} from './recognise.js';
import { readColonSpeeches, readSpeech } from './speech.js';

/**
 * Reads a script's body.
 *
 * @param source - The whole text.
 * @param lines - Its lines, comments taken out.
 * @param first - Index of the first line behind the title page.
 * @param table - Where lines begin.
 * @param diagnostics - Remarks are added to this list.
 */
export function readElements(
  source: string,
  lines: readonly Line[],
  first: number,
  table: LineTable,
  diagnostics: Diagnostic[],
): ScriptElement[] {
  const reading: Reading = {
    source,
    lines,
    table,
    elements: [],
    diagnostics,
    blanks: 0,
    cueIsNear: false,
    remarked: new Set(),
    noteRun: { start: 0, end: 0 },
  };
  let i = first;
  while (i < lines.length) i = readNext(reading, i);
  return reading.elements;
}

/** Reads what begins at a line; returns the index of the line behind it. */
function readNext(reading: Reading, i: number): number {
  const line = reading.lines[i];
  if (line.comments) return readComments(reading, line, i);
  const text = line.text.trim();
  if (text === '') {
    reading.blanks++;
    return i + 1;
  }
  switch (text[0]) {
    case '!':
      return readAction(reading, i);
    case '.':
      return text.length > 1 && text[1] !== '.' && text[1].trim() !== ''
        ? readHeading(reading, i, true, withoutSceneNumber(text.slice(1).trim()))
        : readAction(reading, i);
    case '@':
      return text.length > 1 ? readSpeech(reading, i, true) : readAction(reading, i);
    case '~':
      return readLyrics(reading, i);
    case '#':
      return readSection(reading, i);
    case '=':
      if (isPageBreak(text)) return readPageBreak(reading, i);
      return text[1] === '=' ? readAction(reading, i) : readSynopsis(reading, i);
    case '>':
      return isCentered(text) ? readCentered(reading, i) : readTransition(reading, i, true);
  }
  const numbered = withoutSceneNumber(text);
  const parts = headingOf(numbered.text);
  if (parts) return readHeading(reading, i, false, numbered, parts);
  if (isTransitionLine(text) && !hasText(reading, i + 1)) return readTransition(reading, i, false);
  const speech = colonSpeech(text);
  if (speech) return readColonSpeeches(reading, i);
  if (hasText(reading, i + 1) && !isTransitionLine(text) && cueKind(text)) return readSpeech(reading, i, false);
  return readAction(reading, i);
}

/** Notes on lines of their own, and boneyards that fill theirs. */
function readComments(reading: Reading, line: Line, i: number): number {
  for (const { kind, start, end } of line.comments ?? []) {
    if (line.inline) continue;
    push(reading, {
      type: kind,
      text: commentText(reading.source.slice(start + 2, end - 2)),
      span: reading.table.spanOf(start, end),
    });
  }
  return i + 1;
}

function readHeading(
  reading: Reading,
  i: number,
  forced: boolean,
  { text: raw, sceneNumber }: NumberedText,
  parts?: HeadingParts,
): number {
  const line = reading.lines[i];
  const styled = parseEmphasis(raw);
  const heading: SceneHeading = {
    type: 'scene-heading',
    ...styled,
    span: reading.table.spanOf(line.start, line.end),
    ...(parts && styled.text === raw ? parts : describeHeading(styled.text)),
    ...(sceneNumber === undefined ? {} : { sceneNumber }),
    ...(forced ? { forced } : {}),
  };
  push(reading, heading);
  if (!forced && hasText(reading, i + 1)) {
    remark(
      reading,
      'warning',
      'HEADING_WITHOUT_BLANK_LINE',
      'a scene heading without a blank line below: add one, other programs may take the heading for action',
      heading.span,
    );
  }
  return i + 1;
}

function readSection(reading: Reading, i: number): number {
  const line = reading.lines[i];
  const trimmed = line.text.trim();
  let signs = 1;
  while (trimmed[signs] === '#') signs++;
  const section: Section = {
    type: 'section',
    ...parseEmphasis(trimmed.slice(signs).trim()),
    depth: Math.min(signs, 6),
    span: reading.table.spanOf(line.start, line.end),
  };
  push(reading, section);
  return i + 1;
}

function readSynopsis(reading: Reading, i: number): number {
  return readPlain(reading, i, 'synopsis', reading.lines[i].text.trim().slice(1).trim());
}

function readPageBreak(reading: Reading, i: number): number {
  return readPlain(reading, i, 'page-break', '');
}

function readTransition(reading: Reading, i: number, forced: boolean): number {
  const trimmed = reading.lines[i].text.trim();
  return readPlain(reading, i, 'transition', forced ? trimmed.slice(1).trim() : trimmed, forced);
}

function readPlain(reading: Reading, i: number, type: PlainElement['type'], raw: string, forced = false): number {
  const line = reading.lines[i];
  push(reading, { type, ...parseEmphasis(raw), span: reading.table.spanOf(line.start, line.end), ...(forced ? { forced } : {}) });
  return i + 1;
}

function readLyrics(reading: Reading, i: number): number {
  return readRun(reading, i, 'lyrics', (text) => (text[0] === '~' ? text.slice(1).trim() : undefined), true);
}

function readCentered(reading: Reading, i: number): number {
  return readRun(reading, i, 'centered', (text) => (isCentered(text) ? text.slice(1, -1).trim() : undefined));
}

/** Neighbouring lines of one kind make one element. */
function readRun(
  reading: Reading,
  first: number,
  type: PlainElement['type'],
  read: (trimmed: string) => string | undefined,
  forced = false,
): number {
  const { lines } = reading;
  const kept: string[] = [];
  let last = first;
  for (let i = first; i < lines.length; i++) {
    if (isSkipped(reading, i)) continue;
    const text = read(lines[i].text.trim());
    if (text === undefined) break;
    kept.push(text);
    last = i;
  }
  push(reading, {
    type,
    ...parseEmphasis(kept.join('\n')),
    span: reading.table.spanOf(lines[first].start, lines[last].end),
    ...(forced ? { forced } : {}),
  });
  return last + 1;
}

/** A paragraph of action: up to a blank line or a line that stands for itself. */
function readAction(reading: Reading, first: number): number {
  const { lines } = reading;
  const kept: string[] = [];
  let forced = false;
  let last = first;
  for (let i = first; i < lines.length; i++) {
    if (isSkipped(reading, i)) continue;
    const { text } = lines[i];
    const trimmed = text.trim();
    if (trimmed === '') break;
    if (i > first && standsAlone(trimmed)) break;
    const leading = text.slice(0, text.length - text.trimStart().length);
    if (trimmed[0] === '!') {
      forced ||= i === first;
      kept.push(expandTabs(leading) + expandTabs(trimmed.slice(1)));
    } else kept.push(expandTabs(leading) + trimmed);
    if (i > first && headingOf(trimmed) && !/\p{Ll}/u.test(trimmed)) remarkGluedHeading(reading, lines[i]);
    last = i;
  }
  const span = reading.table.spanOf(lines[first].start, lines[last].end);
  push(reading, { type: 'action', ...parseEmphasis(kept.join('\n')), span, ...(forced ? { forced } : {}) });
  if (first === last && !forced) {
    const mistake = headingMistake(kept[0].trim());
    if (mistake)
      remark(reading, 'warning', 'HEADING_MISSPELT', `this looks like a scene heading but is read as action: ${mistake}`, span);
  }
  return last + 1;
}

interface NumberedText {
  text: string;
  sceneNumber?: string;
}

/** Parts `#12A#` at the end from the rest. */
function withoutSceneNumber(trimmed: string): NumberedText {
  if (!trimmed.endsWith('#') || isEscaped(trimmed, trimmed.length - 1)) return { text: trimmed };
  const open = trimmed.lastIndexOf('#', trimmed.length - 2);
  if (open <= 0 || isEscaped(trimmed, open)) return { text: trimmed };
  const sceneNumber = trimmed.slice(open + 1, -1);
  return /^[\p{L}\p{N}.-]{1,64}$/u.test(sceneNumber) ? { text: trimmed.slice(0, open).trim(), sceneNumber } : { text: trimmed };
}

/** Tabs in front of action are four spaces (Fountain 1.1). */
function expandTabs(leading: string): string {
  return leading.includes('\t') ? leading.replaceAll('\t', '    ') : leading;
}
