/**
 * @file What two scripts are compared by: the words that are seen and said, in order, each as a number with its place in the source.
 * Headings, cues, transitions, notes and the title page are no part of it: every script has them, and a thief renames them.
 */
import { splitScenes, isTransition } from '../breakdown/scenes.js';
import { createSpanLocator } from '../breakdown/spans.js';
import { tokenize } from '../breakdown/tokens.js';
import type { Position, Screenplay, ScriptElement, Span } from '../screenplay/screenplay.js';

/** The words of a script. Arrays run in step. */
export interface WordStream {
  /** Sixteen bits of each word: case, apostrophes and accents aside. */
  words: Uint16Array;
  /** Where each stands in the source, in UTF-16 units. */
  starts: Uint32Array;
  /** Units that each takes. */
  lengths: Uint32Array;
  /** Offsets of the first character of each line of the source; of lines that hold words where there is no source. */
  lineStarts: Uint32Array;
}

/**
 * Reads the words of action, dialogue, parentheticals and lyrics. Each ideograph is a word of its own.
 *
 * @param screenplay - Any script. Of Final Draft's, a word stands where its paragraph stands.
 */
export function wordStreamOf(screenplay: Screenplay): WordStream {
  const words: number[] = [];
  const starts: number[] = [];
  const lengths: number[] = [];
  const lines: number[] = [];
  const { source, elements } = screenplay;
  const locator = createSpanLocator(screenplay);
  for (const { from, to } of splitScenes(screenplay)) {
    for (let i = from; i < to; i++) {
      const element = elements[i];
      if (!isCompared(element)) continue;
      for (const { start, end, lower } of comparedWords(element.text)) {
        const span: Span = source?.format === 'fdx' ? element.span : locator.locate(element, start, end);
        words.push(wordHash(lower));
        starts.push(span.start.offset);
        lengths.push(Math.max(0, span.end.offset - span.start.offset));
        lines[span.start.line - 1] = span.start.offset - span.start.column + 1;
      }
    }
  }
  let line = 0;
  return {
    words: Uint16Array.from(words),
    starts: Uint32Array.from(starts),
    lengths: Uint32Array.from(lengths),
    // Lines without words begin where the last one began: nothing is ever placed in them.
    lineStarts: Uint32Array.from(lines, (start: number | undefined) => (line = start ?? line)),
  };
}

/** The words of a plain text, as hashes. */
export function wordHashesOf(text: string): Uint16Array {
  return Uint16Array.from(comparedWords(text), ({ lower }) => wordHash(lower));
}

/** The place of the words `from` to `to` (excluded) of a stream. */
export function spanOfWords(stream: WordStream, from: number, to: number): Span {
  const end = stream.starts[to - 1] + stream.lengths[to - 1];
  return {
    start: positionIn(stream.lineStarts, stream.starts[from]),
    end: positionIn(stream.lineStarts, Math.max(end, stream.starts[from])),
  };
}

function positionIn(lineStarts: Uint32Array, offset: number): Position {
  let low = 0;
  let high = lineStarts.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (lineStarts[middle] <= offset) low = middle;
    else high = middle;
  }
  // Of lines that share a start the first has the words.
  while (low > 0 && lineStarts[low - 1] === lineStarts[low]) low--;
  return { offset, line: low + 1, column: offset - (lineStarts[low] ?? 0) + 1 };
}

function isCompared(element: ScriptElement): boolean {
  const { type } = element;
  return type === 'dialogue' || type === 'lyrics' || type === 'parenthetical' || (type === 'action' && !isTransition(element));
}

function comparedWords(text: string): { start: number; end: number; lower: string }[] {
  const found: { start: number; end: number; lower: string }[] = [];
  for (const { word, lower, start, end } of tokenize(text)) {
    if (!word) continue;
    if (/\p{Script=Han}/u.test(lower)) {
      let at = start;
      for (const sign of lower) {
        found.push({ start: at, end: at + sign.length, lower: sign });
        at += sign.length;
      }
    } else found.push({ start, end, lower });
  }
  return found;
}

/** FNV-1a over the letters and figures alone, folded to sixteen bits. */
function wordHash(lower: string): number {
  const word = /^[a-z0-9]+$/.test(lower) ? lower : lower.normalize('NFD').replace(/[\p{M}'.-]/gu, '');
  let hash = 0x811c9dc5;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  return ((hash >>> 16) ^ hash) & 0xffff;
}
