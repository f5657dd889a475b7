/**
 * @file Emphasis inside a line: `*italic*`, `**bold**`, `***both***`, `_underline_`, nested as the writer likes, and the
 * backslash that takes a sign's meaning away. Delimiter runs are paired with a stack, as CommonMark 0.31 does it (section
 * "Phase 2: inline structure"); each run is pushed and popped once, so the work is linear.
 */
import type { StyledText } from '../screenplay/screenplay.js';

/** Signs that a backslash makes plain. */
const ESCAPABLE = '\\*_[]/#@!~=.><^()（）:';

type Style = 'bold' | 'italic' | 'underline';

interface Run {
  sign: '*' | '_';
  /** Signs not yet paired. */
  count: number;
  canOpen: boolean;
  canClose: boolean;
  /** Index of the run's piece. */
  piece: number;
}

/** A stretch of plain text (or of signs that nothing paired), with the styles that begin in front of it or end behind it. */
interface Piece {
  text: string;
  begin: Style[];
  end: Style[];
}

/**
 * Reads emphasis and escapes.
 *
 * @param raw - Text with markup; lines separated by `\n`. Emphasis does not reach over a line's end.
 * @returns The text without markup; `styled` only where something is emphasised.
 */
export function parseEmphasis(raw: string): { text: string; styled?: StyledText[] } {
  if (!raw.includes('*') && !raw.includes('_') && !raw.includes('\\')) return { text: raw };
  const pieces: Piece[] = [];
  const open: Run[] = [];
  const opened = { '*': 0, _: 0 };
  let text = '';
  const flush = (): void => {
    if (text !== '') pieces.push({ text, begin: [], end: [] });
    text = '';
  };
  for (let i = 0; i < raw.length; i++) {
    const sign = raw[i];
    if (sign === '\\' && i + 1 < raw.length && ESCAPABLE.includes(raw[i + 1])) {
      text += raw[++i];
    } else if (sign === '*' || sign === '_') {
      let end = i + 1;
      while (raw[end] === sign) end++;
      flush();
      const run = readRun(raw, sign, i, end, pieces.length);
      // Pieces of a run: one per sign, so that styles can begin and end between them.
      pieces.push({ text: '', begin: [], end: [] });
      if (run.canClose) close(run, open, opened, pieces);
      if (run.canOpen && run.count > 0) {
        open.push(run);
        opened[sign]++;
      } else pieces[run.piece].text = sign.repeat(run.count);
      i = end - 1;
    } else {
      text += sign;
      if (sign === '\n') abandon(open, opened, pieces);
    }
  }
  flush();
  abandon(open, opened, pieces);
  return collect(pieces);
}

/**
 * Writes emphasis and escapes, so that `parseEmphasis` gives the same runs back.
 *
 * @param runs - Text by emphasis. Strike-out has no sign in Fountain and is written plain.
 * @returns Text with markup.
 */
export function formatEmphasis(runs: readonly StyledText[]): string {
  return runs
    .map(({ text, bold = false, italic = false, underline = false }) => {
      const signs = `${underline ? '_' : ''}${bold ? '**' : ''}${italic ? '*' : ''}`;
      const closing = [...signs].reverse().join('');
      if (signs === '') return escapeText(text);
      return text
        .split('\n')
        .map((line) => {
          // Signs must touch their text: spaces at the ends stay outside.
          const core = line.trim();
          if (core === '') return line;
          const lead = line.slice(0, line.length - line.trimStart().length);
          return lead + signs + escapeText(core) + closing + line.slice(lead.length + core.length);
        })
        .join('\n');
    })
    .join('');
}

/** Puts a backslash before every sign that would mean something inside a line. */
export function escapeText(text: string): string {
  return text
    .replace(/[\\*_]/g, '\\$&')
    .replace(/\[(?=\[)/g, '\\[')
    .replace(/\/(?=\\\*)/g, '\\/');
}

/** What a run of signs may do, from its neighbours. An underscore inside a word is a letter of it. */
function readRun(raw: string, sign: '*' | '_', start: number, end: number, piece: number): Run {
  const before = start === 0 ? ' ' : raw[start - 1];
  const after = end >= raw.length ? ' ' : raw[end];
  const spaceBefore = before.trim() === '';
  const spaceAfter = after.trim() === '';
  return {
    sign,
    count: end - start,
    canOpen: !spaceAfter && (sign === '*' || !isWord(before)),
    canClose: !spaceBefore && (sign === '*' || !isWord(after)),
    piece,
  };
}

function isWord(character: string): boolean {
  return /[\p{L}\p{N}]/u.test(character);
}

/** Pairs a closing run with the openings on the stack; what lies between them unpaired becomes text. */
function close(run: Run, open: Run[], opened: Record<'*' | '_', number>, pieces: Piece[]): void {
  while (run.count > 0 && opened[run.sign] > 0) {
    const top = open[open.length - 1];
    if (top.sign !== run.sign) {
      pop(open, opened, pieces);
      continue;
    }
    const used = run.sign === '*' && run.count >= 2 && top.count >= 2 ? 2 : 1;
    const style = run.sign === '_' ? 'underline' : used === 2 ? 'bold' : 'italic';
    pieces[top.piece].begin.push(style);
    pieces[run.piece].end.push(style);
    top.count -= used;
    run.count -= used;
    if (top.count === 0) pop(open, opened, pieces);
  }
}

function pop(open: Run[], opened: Record<'*' | '_', number>, pieces: Piece[]): void {
  const run = open.pop();
  if (!run) return;
  opened[run.sign]--;
  pieces[run.piece].text = run.sign.repeat(run.count);
}

function abandon(open: Run[], opened: Record<'*' | '_', number>, pieces: Piece[]): void {
  while (open.length > 0) pop(open, opened, pieces);
}

/** Walks the pieces and joins neighbours of one style. A run's leftover signs stand outside of what it begins or ends. */
function collect(pieces: readonly Piece[]): { text: string; styled?: StyledText[] } {
  const depth = { bold: 0, italic: 0, underline: 0 };
  const styled: StyledText[] = [];
  let text = '';
  const add = (part: string): void => {
    if (part === '') return;
    text += part;
    const style: Omit<StyledText, 'text'> = {
      ...(depth.bold > 0 ? { bold: true } : {}),
      ...(depth.italic > 0 ? { italic: true } : {}),
      ...(depth.underline > 0 ? { underline: true } : {}),
    };
    const last = styled.at(-1);
    if (last && last.bold === style.bold && last.italic === style.italic && last.underline === style.underline) last.text += part;
    else styled.push({ text: part, ...style });
  };
  for (const piece of pieces) {
    for (const style of piece.end) depth[style]--;
    add(piece.text);
    for (const style of piece.begin) depth[style]++;
  }
  const plain = styled.every((run) => !run.bold && !run.italic && !run.underline);
  return plain ? { text } : { text, styled };
}
