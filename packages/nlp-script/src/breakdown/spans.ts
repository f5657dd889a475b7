/**
 * @file From an offset in an element's text to its place in the source. The text of an element has lost markup, forcing
 * characters, notes and indentation; the source has not, so the two are walked side by side.
 */
import type { Position, ScriptElement, Screenplay, Span } from '../screenplay/screenplay.js';

/** Finds stretches of an element's text in the source. */
export interface SpanLocator {
  /**
   * The place of `text.slice(from, to)` of an element. With a source it is exact; a screenplay made by hand counts from the
   * start of the element's own span.
   */
  locate(element: ScriptElement, from: number, to: number): Span;
}

/** A locator for one screenplay; it keeps tables of lines and of the elements it was asked about last. */
export function createSpanLocator(screenplay: Screenplay): SpanLocator {
  const source = screenplay.source?.text;
  if (source === undefined) return { locate: locateWithoutSource };
  const lines = lineStarts(source);
  const hidden = hiddenRanges(screenplay);
  let known: ScriptElement | undefined;
  let offsets: Int32Array | undefined;
  return {
    locate(element, from, to) {
      if (element !== known) {
        known = element;
        offsets = sourceOffsets(element, source, hidden);
      }
      if (!offsets) return locateWithoutSource(element, from, to);
      const last = Math.max(from, to - 1);
      return { start: positionAt(offsets[from], lines), end: positionAt(offsets[last] + (to > from ? 1 : 0), lines) };
    },
  };
}

/** Source offset of each character of the text, or `undefined` where the text isn't in the source (made or changed by hand). */
function sourceOffsets(element: ScriptElement, source: string, hidden: readonly [number, number][]): Int32Array | undefined {
  const { text, span } = element;
  const offsets = new Int32Array(text.length + 1);
  let at = span.start.offset;
  let nextHidden = firstRangeFrom(hidden, at);
  for (let i = 0; i < text.length; i++) {
    for (;;) {
      while (nextHidden < hidden.length && hidden[nextHidden][1] <= at) nextHidden++;
      const range = hidden[nextHidden];
      if (range && at >= range[0]) at = range[1];
      if (at >= span.end.offset) return undefined;
      if (sameCharacter(source[at], text[i])) break;
      at++;
    }
    offsets[i] = at++;
  }
  offsets[text.length] = at;
  return offsets;
}

function sameCharacter(inSource: string, inText: string): boolean {
  return (
    inSource === inText ||
    (inText === '\n' && inSource === '\r') ||
    (inText === ' ' && (inSource === '\t' || inSource === '\u00a0'))
  );
}

function hiddenRanges(screenplay: Screenplay): [number, number][] {
  const spans = [...screenplay.notes.map((note) => note.span), ...screenplay.boneyards];
  return spans.map((span): [number, number] => [span.start.offset, span.end.offset]).sort((a, b) => a[0] - b[0]);
}

function firstRangeFrom(ranges: readonly [number, number][], offset: number): number {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ranges[middle][1] <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function lineStarts(source: string): number[] {
  const starts = [0];
  for (let i = 0; i < source.length; i++) {
    const code = source.charCodeAt(i);
    if (code === 10 || (code === 13 && source.charCodeAt(i + 1) !== 10)) starts.push(i + 1);
  }
  return starts;
}

function positionAt(offset: number, lines: readonly number[]): Position {
  let low = 0;
  let high = lines.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (lines[middle] <= offset) low = middle;
    else high = middle;
  }
  return { offset, line: low + 1, column: offset - lines[low] + 1 };
}

function locateWithoutSource(element: ScriptElement, from: number, to: number): Span {
  return { start: positionInText(element, from), end: positionInText(element, to) };
}

function positionInText({ text, span }: ScriptElement, index: number): Position {
  const lineBreak = index > 0 ? text.lastIndexOf('\n', index - 1) : -1;
  let breaks = 0;
  for (let i = text.indexOf('\n'); i >= 0 && i < index; i = text.indexOf('\n', i + 1)) breaks++;
  return {
    offset: span.start.offset + index,
    line: span.start.line + breaks,
    column: lineBreak < 0 ? span.start.column + index : index - lineBreak,
  };
}
