/**
 * @file The lines of a Fountain text as a reader sees them: without notes `[[…]]` and boneyards, which are listed beside.
 * All searches move forward only, so that the work grows with the text and not with its square, whatever stands in it.
 */
import type { LineTable } from '../screenplay/line-table.js';

/** A note or boneyard, its signs included. */
export interface Comment {
  kind: 'note' | 'boneyard';
  start: number;
  end: number;
}

/** A line without its comments. A note that runs over several lines makes one line of them. */
export interface Line {
  /** As written, leading and trailing spaces included. */
  text: string;
  /** Offsets in the source, comments at its ends included. */
  start: number;
  end: number;
  /** Set where nothing but comments stands here; a `boneyard` line then counts as blank, a `note` line as not there. */
  comments?: Comment[];
  /** Set on a boneyard that text stands beside: it fills no line of its own. */
  inline?: boolean;
}

/** What `splitLines` finds. */
export interface FountainLines {
  lines: Line[];
  comments: Comment[];
  /** Offsets of `[[` and boneyard openings that nothing closes; they stay text. */
  unclosed: { kind: Comment['kind']; start: number }[];
}

/**
 * Takes comments out of a text and gives its lines.
 *
 * @param text - The whole source.
 * @param table - Its line table.
 * @param from - Offset to begin at, the start of a line.
 */
export function splitLines(text: string, table: LineTable, from = 0): FountainLines {
  const { comments, unclosed } = findComments(text, table, from);
  const { starts, ends } = table;
  const lines: Line[] = [];
  let next = 0;
  for (let i = from === 0 ? 0 : table.positionAt(from).line - 1; i < starts.length; i++) {
    if (next >= comments.length || comments[next].start >= ends[i]) {
      lines.push({ text: text.slice(starts[i], ends[i]), start: starts[i], end: ends[i] });
      continue;
    }
    let start = starts[i];
    let at = start;
    let kept = new KeptText();
    let here: Comment[] = [];
    let continued = false;
    while (next < comments.length && comments[next].start < ends[i]) {
      const comment = comments[next++];
      kept.add(text.slice(at, comment.start));
      kept.cut();
      at = comment.end;
      const firstLine = i;
      while (ends[i] < comment.end) i++;
      if (comment.kind === 'boneyard' && i > firstLine) {
        if (!kept.blank) lines.push({ text: kept.toString(), start, end: comment.start });
        else if (here.length > 0) lines.push({ text: '', start, end: comment.start, comments: here });
        const inline = !kept.blank || !isBlank(text, at, Math.min(ends[i], comments[next]?.start ?? Infinity));
        lines.push({ text: '', start: comment.start, end: comment.end, comments: [comment], ...(inline ? { inline } : {}) });
        start = at;
        kept = new KeptText();
        kept.cut();
        here = [];
        continued = true;
      } else here.push(comment);
    }
    kept.add(text.slice(at, ends[i]));
    if (kept.blank && here.length > 0) lines.push({ text: '', start, end: ends[i], comments: here });
    else if (!kept.blank || !continued) lines.push({ text: kept.toString(), start, end: ends[i] });
  }
  return { lines, comments, unclosed };
}

/** What is left of a line. Of the spaces on both sides of a comment one is kept, and none at the line's ends. */
class KeptText {
  blank = true;
  private readonly parts: string[] = [];
  private afterCut = false;

  add(part: string): void {
    let text = part;
    if (this.afterCut && (this.blank || this.parts.at(-1)?.endsWith(' ') === true)) text = text.trimStart();
    if (text === '') return;
    this.afterCut = false;
    this.blank &&= text.trim() === '';
    this.parts.push(text);
  }

  /** A comment stood here. */
  cut(): void {
    this.afterCut = true;
  }

  toString(): string {
    const text = this.parts.join('');
    return this.afterCut ? text.trimEnd() : text;
  }
}

function findComments(text: string, table: LineTable, from: number): Pick<FountainLines, 'comments' | 'unclosed'> {
  const comments: Comment[] = [];
  const unclosed: FountainLines['unclosed'] = [];
  const openBoneyard = forwardSearch(text, '/*');
  const closeBoneyard = forwardSearch(text, '*/');
  const openNote = forwardSearch(text, '[[');
  const closeNote = forwardSearch(text, ']]');
  const blankAfter = blankLineSearch(text, table);
  let at = from;
  for (;;) {
    const boneyard = openBoneyard(at);
    const note = openNote(at);
    const start = Math.min(boneyard, note);
    if (start === Infinity) return { comments, unclosed };
    if (isEscaped(text, start)) {
      at = start + 1;
      continue;
    }
    const kind = start === note ? 'note' : 'boneyard';
    const end = (kind === 'note' ? closeNote(start + 2) : closeBoneyard(start + 2)) + 2;
    // A blank line ends a note's paragraph and so its chance to be closed (Fountain 1.1, "Notes").
    if (end === Infinity || (kind === 'note' && blankAfter(start) < end)) {
      unclosed.push({ kind, start });
      at = start + 2;
    } else {
      comments.push({ kind, start, end });
      at = end;
    }
  }
}

/** Finds a sign at or behind rising offsets, reading each part of the text once. */
function forwardSearch(text: string, sign: string): (from: number) => number {
  let found = -1;
  return (from) => {
    if (found < from) {
      found = text.indexOf(sign, from);
      if (found === -1) found = Infinity;
    }
    return found;
  };
}

/** Finds the next blank line behind rising offsets. Two spaces keep a line inside a note. */
function blankLineSearch(text: string, { starts, ends }: LineTable): (from: number) => number {
  let line = 0;
  return (from) => {
    while (line < starts.length && (starts[line] <= from || !isBlankLine(text, starts[line], ends[line]))) line++;
    return line < starts.length ? starts[line] : Infinity;
  };
}

function isBlankLine(text: string, start: number, end: number): boolean {
  return !(end - start >= 2 && text[start] === ' ' && text[start + 1] === ' ') && isBlank(text, start, end);
}

function isBlank(text: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) {
    const unit = text.charCodeAt(i);
    if (unit !== 32 && unit !== 9 && text[i].trim() !== '') return false;
  }
  return true;
}

/** Whether an odd number of backslashes stands in front. */
export function isEscaped(text: string, at: number): boolean {
  let slash = at;
  while (slash > 0 && text.charCodeAt(slash - 1) === 92) slash--;
  return (at - slash) % 2 === 1;
}

/** What a note or boneyard says: line ends made `\n`, lines of spaces made empty. */
export function commentText(inside: string): string {
  if (!/[\r\n]/.test(inside)) return inside.trim();
  return inside
    .split(/\r\n|\r|\n/)
    .map((line) => (line.trim() === '' ? '' : line))
    .join('\n')
    .trim();
}
