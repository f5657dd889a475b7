/**
 * @file Writes single elements as Fountain. A forcing sign is put in front where the reader would otherwise take the line for
 * something else: the same recognisers decide as in reading.
 */
import { parseCue } from '../screenplay/cue.js';
import type { Character, ElementBase, SceneHeading, ScriptElement, StyledText } from '../screenplay/screenplay.js';
import { escapeText, formatEmphasis, parseEmphasis } from './emphasis.js';
import { colonSpeech, cueKind, headingOf, isParentheticalLine, isTransitionLine, standsAlone } from './recognise.js';
import { hasTitleKey } from './title-page.js';

/** Where an element stands. */
export interface Surroundings {
  /** Text comes directly below it, as a speech below its cue. */
  followed: boolean;
  /** Nothing stands before it, not even a title page: its line must not look like one. */
  first: boolean;
  /** Notes to write behind its text. */
  notes: readonly string[];
}

/**
 * Writes an element that doesn't belong to a speech, or a cue.
 *
 * @param element - Any element; dialogue and parentheticals without a cue are written as action, which is all they can be.
 * @param around - Where it stands.
 * @returns Its lines without a line end behind; empty where there is nothing to write.
 */
export function formatElement(element: ScriptElement, around: Surroundings): string {
  switch (element.type) {
    case 'scene-heading':
      return withNotes(formatHeading(element), around);
    case 'character':
      return withNotes(formatCue(element, around), around);
    case 'transition':
      return withNotes(formatTransition(element), around);
    case 'centered':
      return withNotes(
        rawLines(element)
          .map((line) => `> ${line} <`)
          .join('\n'),
        around,
      );
    case 'lyrics':
      return withNotes(formatSpeechPart(element), around);
    case 'section':
      return withNotes(
        `${'#'.repeat(Math.min(6, Math.max(1, Math.round(element.depth) || 1)))} ${rawLine(element)}`.trimEnd(),
        around,
      );
    case 'synopsis':
      return withNotes(`= ${rawLine(element)}`.trimEnd(), around);
    case 'page-break':
      return withNotes('===', around);
    case 'note':
      return formatNote(element.text);
    case 'boneyard':
      return element.text.trim() === '' ? '' : `/*${element.text.trim().replaceAll('*/', '* /')}*/`;
    case 'action':
    case 'dialogue':
    case 'parenthetical':
      return withNotes(formatAction(element, around), around);
  }
}

/** Writes what is said under a cue: dialogue, parenthetical or lyrics. */
export function formatSpeechPart(element: ElementBase & { type: string }): string {
  if (element.type === 'parenthetical') {
    const raw = rawLine(element);
    return raw === '' || isParentheticalLine(raw) ? raw : `(${raw})`;
  }
  const lines = rawLines(element);
  while (lines[0] === '') lines.shift();
  while (lines.at(-1) === '') lines.pop();
  if (element.type === 'lyrics') return lines.map((line) => `~${line}`).join('\n');
  return lines.map(formatSpokenLine).join('\n');
}

/** Writes a note; empty where it says nothing. */
export function formatNote(text: string): string {
  const clean = text
    .trim()
    .replaceAll(']]', '] ]')
    .split(/\r\n|\r|\n/)
    // Two spaces keep a blank line inside the note.
    .map((line) => (line.trim() === '' ? '  ' : line))
    .join('\n');
  if (clean.trim() === '') return '';
  return `[[${clean}${clean.endsWith(']') ? ' ' : ''}]]`;
}

/** Puts notes behind an element's last line. */
export function withNotes(written: string, { notes }: Pick<Surroundings, 'notes'>): string {
  return written === '' ? '' : [written, ...notes.map(formatNote).filter((note) => note !== '')].join(' ');
}

function formatHeading(element: SceneHeading): string {
  let raw = rawLine(element);
  if (raw === '') return '';
  if (raw.endsWith('#')) raw = `${raw.slice(0, -1)}\\#`;
  const number = element.sceneNumber?.replace(/[^\p{L}\p{N}.-]/gu, '').slice(0, 64);
  const natural = element.forced !== true && !'.!@~#=>'.includes(raw[0]) && headingOf(raw) !== undefined;
  const line = natural ? raw : `.${raw.startsWith('.') ? '\\' : ''}${raw}`;
  return number ? `${line} #${number}#` : line;
}

function formatCue(element: Character, around: Surroundings): string {
  const said = parseCue(element.text);
  const agrees =
    said.name === element.name &&
    said.extensions.length === element.extensions.length &&
    said.extensions.every((text, i) => text === element.extensions[i]);
  // A name that was changed without the text is what the writer wants.
  const cue: ElementBase = agrees
    ? element
    : { text: [element.name, ...element.extensions.map((extension) => `(${extension})`)].join(' '), span: element.span };
  let raw = rawLine(cue);
  if (raw === '') return '';
  if (raw.endsWith('^')) raw = `${raw.slice(0, -1)}\\^`;
  const dual = element.dual === 'right' ? ' ^' : '';
  const natural =
    element.forced !== true &&
    around.followed &&
    raw[0] !== '@' &&
    cueKind(raw + dual) === 'capitals' &&
    !headingOf(raw + dual) &&
    !isTransitionLine(raw) &&
    !colonSpeech(raw) &&
    !(around.first && hasTitleKey(raw));
  return `${natural ? '' : raw[0] === '@' ? '@\\' : '@'}${raw}${dual}`;
}

function formatTransition(element: ElementBase): string {
  let raw = rawLine(element);
  if (raw === '') return '';
  if (raw.endsWith('<')) raw = `${raw.slice(0, -1)}\\<`;
  return element.forced !== true && isTransitionLine(raw) && !headingOf(raw) && !'!.@~#=>'.includes(raw[0]) ? raw : `> ${raw}`;
}

function formatAction(element: ElementBase, around: Surroundings): string {
  // A blank line ends a paragraph; the parts become paragraphs of their own.
  return rawText(element)
    .split(/\n(?:[^\S\n]*\n)+/)
    .map((paragraph, i) =>
      formatParagraph(paragraph, { ...around, first: around.first && i === 0 }, element.forced === true && i === 0),
    )
    .filter((paragraph) => paragraph !== '')
    .join('\n\n');
}

function formatParagraph(raw: string, around: Surroundings, forced: boolean): string {
  const lines = raw.split('\n').map((line) => line.trimEnd());
  while (lines.length > 0 && lines[0].trim() === '') lines.shift();
  while (lines.length > 0 && lines[lines.length - 1].trim() === '') lines.pop();
  return lines
    .map((line, i) => {
      const trimmed = line.trimStart();
      const force =
        i === 0 ? forced || !beginsAsAction(trimmed, lines.length > 1, around.first) : trimmed[0] === '!' || standsAlone(trimmed);
      return force ? `${line.slice(0, line.length - trimmed.length)}!${trimmed}` : line;
    })
    .join('\n');
}

function beginsAsAction(trimmed: string, followed: boolean, first: boolean): boolean {
  if ('!@~#=>'.includes(trimmed[0]) || (trimmed[0] === '.' && trimmed[1] !== '.')) return false;
  if (headingOf(trimmed) || isTransitionLine(trimmed) || colonSpeech(trimmed)) return false;
  return !(followed && cueKind(trimmed)) && !(first && hasTitleKey(trimmed));
}

function formatSpokenLine(line: string): string {
  if (line === '') return '  ';
  if (line[0] === '~') return `\\${line}`;
  return isParentheticalLine(line) ? line.replace(/[(（]/, '\\$&') : line;
}

/** The element's text with markup as one line. */
function rawLine(element: ElementBase): string {
  return rawText(element)
    .replace(/\s*\n\s*/g, ' ')
    .trim();
}

/** The same, line by line, without spaces at the ends. */
function rawLines(element: ElementBase): string[] {
  return rawText(element)
    .split('\n')
    .map((line) => line.trim());
}

/** Text with emphasis where its styles agree with it and Fountain can say them; else the text alone. */
function rawText(element: ElementBase): string {
  const text = element.text.replace(/\r\n?/g, '\n');
  const plain = escapeText(text);
  if (!element.styled || element.styled.map((run) => run.text).join('') !== element.text) return plain;
  const raw = formatEmphasis(element.styled);
  const back = parseEmphasis(raw);
  return back.text === text && sameStyles(back.styled ?? [], element.styled) ? raw : plain;
}

/** Whether every character that is seen has the same style in both. */
function sameStyles(one: readonly StyledText[], other: readonly StyledText[]): boolean {
  return styleMap(one) === styleMap(other);
}

function styleMap(runs: readonly StyledText[]): string {
  return runs
    .map(({ text, bold, italic, underline }) => {
      const sign = String.fromCharCode(97 + (bold ? 1 : 0) + (italic ? 2 : 0) + (underline ? 4 : 0));
      return text.replace(/\S/g, sign).replace(/\s/g, '');
    })
    .join('');
}
