/** @file A caption with its time, and the breaking of what is spoken into captions that can be read. */

/** A caption. */
export interface Cue {
  /** When it appears, seconds from the start of the film. */
  startSeconds: number;
  /** When it goes, later than its start. */
  endSeconds: number;
  /** Lines joined by `\n`. May hold the markup of its format: `<i>`, `<b>`, `<v Mara>`. */
  text: string;
  /** Number or name in the file. */
  id?: string;
  /** WebVTT's cue settings as written: `'line:0 align:start'`. */
  settings?: string;
}

/** A cue or line that could not be understood. */
export interface SubtitleDiagnostic {
  code: 'BAD_TIME' | 'NO_TEXT' | 'ENDS_BEFORE_START' | 'NO_HEADER';
  message: string;
  /** Line in the text, from 1. */
  line: number;
}

/** Something spoken, with the times of its words if they are known. */
export interface SpokenText {
  text: string;
  startSeconds: number;
  endSeconds: number;
  /** Times of the words, in order; counted by words of `text`. */
  words?: readonly { startSeconds: number; endSeconds: number }[];
}

/**
 * Breaks something spoken into captions of a size that can be read: whole words, at sentence ends where possible, each
 * shown while its words are spoken.
 *
 * @param spoken - Text and times.
 * @param options - `columns`: characters in a line, default 42; wide characters (Chinese, Japanese, Korean) count two.
 *   `lines`: lines of a caption, default 2 (both after the BBC's and Netflix's guides for subtitles).
 * @returns The captions in order; together they cover the text, the first starts and the last ends with the speech.
 * @throws RangeError for fewer than 10 columns or no lines.
 * @example
 * ```ts
 * import { captionsOf } from '@filmai/edit/subtitles';
 *
 * const [cue] = captionsOf({ text: 'You never lit it.', startSeconds: 2, endSeconds: 3.5 });
 * console.log(cue.text); // You never lit it.
 * ```
 */
export function captionsOf(spoken: SpokenText, { columns = 42, lines = 2 }: { columns?: number; lines?: number } = {}): Cue[] {
  if (!(columns >= 10) || !(lines >= 1))
    throw new RangeError(`captionsOf: ${lines} lines of ${columns} characters can't hold a caption`);
  const words = wordsOf(spoken.text, columns);
  const groups: string[][] = [];
  let group: string[] = [];
  for (const [i, word] of words.entries()) {
    if (group.length > 0 && wrap([...group, word], columns).length > lines) {
      const cut = sentenceEnd(group);
      groups.push(group.slice(0, cut));
      group = group.slice(cut);
    }
    group.push(word);
    if (i === words.length - 1) groups.push(group);
  }
  let used = 0;
  return groups.map((part) => {
    const from = timeOf(spoken, words.length, used, 'startSeconds');
    used += part.length;
    return {
      startSeconds: from,
      endSeconds: timeOf(spoken, words.length, used - 1, 'endSeconds'),
      text: wrap(part, columns).join('\n'),
    };
  });
}

/** Words as they are separated; text without spaces is broken wherever a line is full. */
function wordsOf(text: string, columns: number): string[] {
  return text
    .split(/\s+/)
    .filter(Boolean)
    .flatMap((word) => {
      if (widthOf(word) <= columns) return [word];
      const pieces: string[] = [''];
      for (const character of word) {
        if (widthOf(pieces[pieces.length - 1] + character) > columns) pieces.push('');
        pieces[pieces.length - 1] += character;
      }
      return pieces;
    });
}

/** Greedy lines; two lines are balanced so that neither is a single word without need. */
function wrap(words: readonly string[], columns: number): string[] {
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last !== undefined && widthOf(`${last} ${word}`) <= columns) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  if (lines.length !== 2) return lines;
  const halves = words.slice(1).map((_, i) => [words.slice(0, i + 1).join(' '), words.slice(i + 1).join(' ')]);
  const fitting = halves.filter(([top, bottom]) => widthOf(top) <= columns && widthOf(bottom) <= columns);
  return fitting.reduce((best, pair) => (unevenness(pair) < unevenness(best) ? pair : best), lines);
}

function unevenness([top, bottom]: readonly string[]): number {
  return Math.abs(widthOf(top) - widthOf(bottom));
}

/** After the last sentence end in the second half of a group, else the whole group. */
function sentenceEnd(group: readonly string[]): number {
  for (let i = group.length - 1; i >= group.length / 2; i--) if (/[.!?…。！？]["'”’)]*$/.test(group[i])) return i + 1;
  return group.length;
}

function timeOf(spoken: SpokenText, count: number, index: number, side: 'startSeconds' | 'endSeconds'): number {
  const { startSeconds, endSeconds, words } = spoken;
  if (index === 0 && side === 'startSeconds') return startSeconds;
  if (index === count - 1 && side === 'endSeconds') return endSeconds;
  if (words && words.length === count) return words[index][side];
  return startSeconds + ((endSeconds - startSeconds) * (side === 'startSeconds' ? index : index + 1)) / count;
}

/** Columns that a text takes; East Asian wide characters take two. */
function widthOf(text: string): number {
  let width = 0;
  for (const character of text)
    width += /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/.test(
      character,
    )
      ? 2
      : 1;
  return width;
}
