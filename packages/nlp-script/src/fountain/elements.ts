/**
 * @file Reads the lines of a script's body into elements, from the first to the last, each line looked at a fixed number of
 * times. Paragraphs are told apart by blank lines as in Fountain 1.1; sections, synopses, page breaks, lyrics and centred
 * lines stand for themselves.
 */
import { parseCue } from '../screenplay/cue.js';
import { describeHeading } from '../screenplay/heading.js';
import type { HeadingParts } from '../screenplay/heading.js';
import type { LineTable } from '../screenplay/line-table.js';
import type {
  Character,
  Diagnostic,
  PlainElement,
  SceneHeading,
  ScriptElement,
  Section,
  Span,
} from '../screenplay/screenplay.js';
import { parseEmphasis } from './emphasis.js';
import type { Line } from './lines.js';
import { commentText, isEscaped } from './lines.js';
import {
  colonSpeech,
  cueKind,
  headingMistake,
  headingOf,
  isParentheticalLine,
  isCentered,
  isPageBreak,
  isTransitionLine,
  standsAlone,
  isVoiceExtension,
} from './recognise.js';

/** What reading needs and gives. */
interface Reading {
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
}

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
  const reading: Reading = { source, lines, table, elements: [], diagnostics, blanks: 0, cueIsNear: false, remarked: new Set() };
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

/** A cue and all that is said under it. */
function readSpeech(reading: Reading, i: number, forced: boolean): number {
  const line = reading.lines[i];
  const trimmed = line.text.trim();
  const dual = trimmed.endsWith('^') && !isEscaped(trimmed, trimmed.length - 1);
  const raw = (dual ? trimmed.slice(0, -1) : trimmed).slice(forced ? 1 : 0).trim();
  const styled = parseEmphasis(raw);
  const kind = forced ? undefined : cueKind(trimmed);
  const cue = pushCue(reading, styled, reading.table.spanOf(line.start, line.end), forced);
  if (dual) pairDual(reading, cue);
  if (!forced && kind === 'caseless') remarkGuess(reading, cue);
  if (kind === 'capitals' && /[!?…]$|\.\.$/.test(cue.name)) {
    remark(
      reading,
      'info',
      'CUE_LIKE_ACTION',
      `"${short(cue.name)}" is read as a character cue because text follows directly; begin the line with ! if it is action`,
      cue.span,
    );
  }
  reading.lastCue = cue;
  reading.cueIsNear = true;
  const next = readDialogue(reading, i + 1);
  if (forced && next === i + 1) {
    remark(
      reading,
      'warning',
      'CUE_WITHOUT_DIALOGUE',
      `nothing is said under "${short(cue.name)}": write the speech directly below, without a blank line`,
      cue.span,
    );
  }
  return next;
}

function pushCue(reading: Reading, styled: ReturnType<typeof parseEmphasis>, span: Span, forced: boolean): Character {
  const cue: Character = { type: 'character', ...styled, span, ...parseCue(styled.text), ...(forced ? { forced } : {}) };
  push(reading, cue);
  return cue;
}

/** `^` puts a speech beside the one directly before. */
function pairDual(reading: Reading, cue: Character): void {
  const partner = reading.cueIsNear ? reading.lastCue : undefined;
  if (partner && partner.dual === undefined) {
    partner.dual = 'left';
    cue.dual = 'right';
  } else {
    remark(
      reading,
      'warning',
      'DUAL_WITHOUT_PARTNER',
      `"${short(cue.name)} ^" has no speech directly before to stand beside: put one there or take the ^ away`,
      cue.span,
    );
  }
}

/** Dialogue, parentheticals and lyrics up to a blank line; a line of two spaces is a blank line in the speech. */
function readDialogue(reading: Reading, first: number): number {
  const { lines } = reading;
  let said: string[] = [];
  let from = first;
  let last = first - 1;
  let type: 'dialogue' | 'lyrics' = 'dialogue';
  const flush = (): void => {
    while (said.length > 0 && said[said.length - 1] === '') said.pop();
    if (said.length > 0) {
      const span = reading.table.spanOf(lines[from].start, lines[last].end);
      push(reading, { type, ...parseEmphasis(said.join('\n')), span, ...(type === 'lyrics' ? { forced: true } : {}) });
    }
    said = [];
  };
  let i = first;
  for (; i < lines.length; i++) {
    const { text } = lines[i];
    const trimmed = text.trim();
    if (isSkippedInSpeech(reading, i)) continue;
    if (trimmed === '') {
      if (text !== '  ' || lines[i].comments) break;
      if (said.length > 0) said.push('');
      continue;
    }
    if (isParentheticalLine(trimmed)) {
      flush();
      push(reading, {
        type: 'parenthetical',
        ...parseEmphasis(trimmed),
        span: reading.table.spanOf(lines[i].start, lines[i].end),
      });
      last = i;
      continue;
    }
    const kind = trimmed[0] === '~' ? 'lyrics' : 'dialogue';
    if (kind !== type) flush();
    type = kind;
    if (said.length === 0) from = i;
    said.push(kind === 'lyrics' ? trimmed.slice(1).trim() : trimmed);
    last = i;
    if (headingOf(trimmed) && !/\p{Ll}/u.test(trimmed)) remarkGluedHeading(reading, lines[i]);
    else if (trimmed[0] === '(' && !trimmed.includes(')')) {
      remark(
        reading,
        'info',
        'UNCLOSED_PARENTHETICAL',
        'a bracket that is not closed on its line is read as speech: close it on the same line',
        reading.table.spanOf(lines[i].start, lines[i].end),
      );
    }
  }
  flush();
  reading.blanks = 0;
  return last + 1;
}

/** A paragraph of `姓名：台词` lines. */
function readColonSpeeches(reading: Reading, first: number): number {
  const { lines, table } = reading;
  let i = first;
  while (i < lines.length) {
    const { text, start, end } = lines[i];
    const indent = text.length - text.trimStart().length;
    const trimmed = text.trim();
    const speech = colonSpeech(trimmed);
    if (!speech || lines[i].comments) break;
    // Comments inside the line move its places; the whole line is then the nearest span.
    const exact = end - start === text.length;
    const spanFrom = (from: number, to: number): Span =>
      exact ? table.spanOf(start + indent + from, start + indent + to) : table.spanOf(start, end);
    const { name, extensions } = parseCue(speech.cue);
    const voice = extensions.filter(isVoiceExtension);
    const manner = extensions.filter((extension) => !isVoiceExtension(extension));
    const cueText = name + voice.map((extension) => `（${extension}）`).join('');
    const cue = pushCue(reading, { text: cueText }, spanFrom(0, speech.cue.length), false);
    remarkGuess(reading, cue);
    if (manner.length > 0)
      push(reading, { type: 'parenthetical', text: `（${manner.join('，')}）`, span: spanFrom(name.length, speech.cue.length) });
    let raw = trimmed.slice(speech.speechAt);
    let last = i;
    // Lines of the same paragraph that name nobody go on with the speech.
    while (
      hasText(reading, last + 1) &&
      !lines[last + 1].comments &&
      !colonSpeech(lines[last + 1].text.trim()) &&
      !standsAlone(lines[last + 1].text.trim())
    ) {
      raw += `\n${lines[++last].text.trim()}`;
    }
    const from = spanFrom(speech.speechAt, trimmed.length).start;
    push(reading, { type: 'dialogue', ...parseEmphasis(raw), span: { start: from, end: table.positionAt(lines[last].end) } });
    reading.lastCue = cue;
    reading.cueIsNear = true;
    i = last + 1;
  }
  return i;
}

/** Adds an element with the blank lines in front of it. */
function push(reading: Reading, element: ScriptElement): void {
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

function remark({ diagnostics }: Reading, severity: Diagnostic['severity'], code: string, message: string, span: Span): void {
  diagnostics.push({ severity, code, message, span });
}

function remarkGuess(reading: Reading, { name, span }: Character): void {
  if (reading.remarked.has(name)) return;
  reading.remarked.add(name);
  remark(
    reading,
    'info',
    'CUE_GUESSED',
    `"${short(name)}" is read as a character because a short name stands before a speech; write @${short(name)} to be sure, or ! before the line if it is action`,
    span,
  );
}

function remarkGluedHeading(reading: Reading, { start, end }: Line): void {
  remark(
    reading,
    'warning',
    'HEADING_NOT_SEPARATED',
    'this looks like a scene heading inside a paragraph: put a blank line above and below it',
    reading.table.spanOf(start, end),
  );
}

function short(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}

/** Whether the next line that is there has text. */
function hasText({ lines }: Reading, i: number): boolean {
  let next = i;
  while (next < lines.length && lines[next].comments && lines[next].comments?.every(({ kind }) => kind === 'note')) next++;
  return next < lines.length && lines[next].text.trim() !== '';
}

/** Note lines in the middle of a paragraph are not there. */
function isSkipped(reading: Reading, i: number): boolean {
  const { comments } = reading.lines[i];
  return comments !== undefined && comments.every(({ kind }) => kind === 'note') && hasText(reading, i + 1);
}

/** In a speech a boneyard on one line is not there either: it can't have been meant as the end of it. */
function isSkippedInSpeech(reading: Reading, i: number): boolean {
  const { comments } = reading.lines[i];
  if (!comments) return false;
  return (
    hasText(reading, i + 1) &&
    comments.every(({ start, end, kind }) => kind === 'note' || !reading.source.slice(start, end).includes('\n'))
  );
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
