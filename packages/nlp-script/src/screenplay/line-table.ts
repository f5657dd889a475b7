/**
 * @file Where the lines of a text begin and end, and which line and column an offset stands in. CR LF, LF and CR end a line.
 */
import type { Position, Span } from './screenplay.js';

/** The lines of one text. */
export interface LineTable {
  /** Offset of each line's first character. */
  starts: number[];
  /** Offset after each line's last character, its end-of-line sign not counted. */
  ends: number[];
  /** The place of an offset; constant time where offsets are asked for in rising order. */
  positionAt(offset: number): Position;
  /** The stretch between two offsets. */
  spanOf(start: number, end: number): Span;
}

/**
 * Reads a text's lines.
 *
 * @param text - Any text. There is always at least one line.
 * @returns The lines of the text.
 */
export function createLineTable(text: string): LineTable {
  const { starts, ends } = text.includes('\r') ? splitAtAnyEnd(text) : splitAtLineFeed(text);
  let hint = 0;
  const positionAt = (offset: number): Position => {
    if (starts[hint] > offset) hint = search(starts, offset);
    for (let steps = 0; hint + 1 < starts.length && starts[hint + 1] <= offset; steps++) {
      if (steps > 8) hint = search(starts, offset);
      else hint++;
    }
    return { offset, line: hint + 1, column: offset - starts[hint] + 1 };
  };
  return { starts, ends, positionAt, spanOf: (start, end) => ({ start: positionAt(start), end: positionAt(end) }) };
}

function splitAtLineFeed(text: string): { starts: number[]; ends: number[] } {
  const starts: number[] = [];
  const ends: number[] = [];
  let start = 0;
  for (let feed = text.indexOf('\n'); feed !== -1; feed = text.indexOf('\n', start)) {
    starts.push(start);
    ends.push(feed);
    start = feed + 1;
  }
  starts.push(start);
  ends.push(text.length);
  return { starts, ends };
}

function splitAtAnyEnd(text: string): { starts: number[]; ends: number[] } {
  const starts: number[] = [];
  const ends: number[] = [];
  let start = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit !== 10 && unit !== 13) continue;
    starts.push(start);
    ends.push(i);
    if (unit === 13 && text.charCodeAt(i + 1) === 10) i++;
    start = i + 1;
  }
  starts.push(start);
  ends.push(text.length);
  return { starts, ends };
}

/** Index of the last start that is not behind the offset. */
function search(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle] <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
