/**
 * @file A script as its reader sees it: the text of all elements, one after the other, without markup and notes, with the way back to
 * the source. Quotes are searched in it, whatever format the script is kept in.
 */
import { splitScenes } from '../breakdown/scenes.js';
import type { SceneRange } from '../breakdown/scenes.js';
import { createSpanLocator } from '../breakdown/spans.js';
import type { SpanLocator } from '../breakdown/spans.js';
import type { Screenplay, Span } from '../screenplay/screenplay.js';

/** A script's words in one string. */
export interface ReadingText {
  /** Texts of the elements, joined with line feeds. */
  text: string;
  scenes: readonly SceneRange[];
  /** Where a scene stands in {@link text}: start included, end excluded. */
  rangeOf(scene: number): { start: number; end: number };
  /** The heading of a scene as written; empty for what stands before the first. */
  headingOf(scene: number): string;
  /** The scene at an offset of the source. */
  sceneAt(sourceOffset: number): number | undefined;
  /** The words at a span of the source: of an element that the span cuts, the part within. */
  textAt(span: Span): string;
  /** Where a span of the source begins and ends in {@link text}; `undefined` where it touches no element. */
  offsetsOf(span: Span): { start: number; end: number } | undefined;
  /** The place in the source of `text.slice(start, end)`. */
  spanAt(start: number, end: number): Span;
  /** The one element that holds all of `text.slice(start, end)`, with the offsets in its text. */
  elementAt(start: number, end: number): { element: number; from: number; to: number } | undefined;
}

/** Makes the reading text of a script. Linear in its length. */
export function createReadingText(screenplay: Screenplay): ReadingText {
  const { elements } = screenplay;
  const locator = createLocator(screenplay);
  const starts: number[] = [];
  let text = '';
  for (const element of elements) {
    starts.push(text.length);
    text += `${element.text}\n`;
  }
  const scenes = splitScenes(screenplay);
  const endOf = (i: number): number => starts[i] + elements[i].text.length;
  const last = (ok: (i: number) => boolean): number => lastIndexWhere(elements.length, ok);

  const offsetsOf = (span: Span): { start: number; end: number } | undefined => {
    const first = Math.max(
      0,
      last((i) => elements[i].span.start.offset <= span.start.offset),
    );
    let from: number | undefined;
    let to = 0;
    for (
      let i = first;
      i < elements.length && elements[i].span.start.offset < Math.max(span.end.offset, span.start.offset + 1);
      i++
    ) {
      if (elements[i].span.end.offset <= span.start.offset) continue;
      const part = partWithin(i, span);
      from ??= starts[i] + part.from;
      to = starts[i] + part.to;
    }
    return from === undefined ? undefined : { start: from, end: to };
  };

  /** The part of an element's text whose source lies in a span: found by halving, as offsets rise. */
  const partWithin = (i: number, span: Span): { from: number; to: number } => {
    const element = elements[i];
    const { length } = element.text;
    if (span.start.offset <= element.span.start.offset && span.end.offset >= element.span.end.offset)
      return { from: 0, to: length };
    const offsetAt = (at: number): number => locator.locate(element, at, at + 1).start.offset;
    const from =
      span.start.offset <= element.span.start.offset ? 0 : lastIndexWhere(length, (at) => offsetAt(at) < span.start.offset) + 1;
    const to =
      span.end.offset >= element.span.end.offset ? length : lastIndexWhere(length, (at) => offsetAt(at) < span.end.offset) + 1;
    return from < to ? { from, to } : { from: 0, to: length };
  };

  return {
    text,
    scenes,
    rangeOf: (scene) => ({ start: starts[scenes[scene].from], end: endOf(scenes[scene].to - 1) }),
    headingOf: (scene) => scenes[scene]?.heading?.text ?? '',
    sceneAt: (offset) => {
      const index = lastIndexWhere(scenes.length, (i) => elements[scenes[i].from].span.start.offset <= offset);
      return index < 0 ? undefined : index;
    },
    textAt: (span) => {
      const range = offsetsOf(span);
      return range ? text.slice(range.start, range.end) : '';
    },
    offsetsOf,
    spanAt: (start, end) => {
      const first = Math.max(
        0,
        last((i) => starts[i] <= start),
      );
      const final = Math.max(
        first,
        last((i) => starts[i] < end),
      );
      const clip = (i: number, at: number): number => Math.min(elements[i].text.length, Math.max(0, at - starts[i]));
      if (first === final) return locator.locate(elements[first], clip(first, start), clip(first, end));
      const head = locator.locate(elements[first], clip(first, start), elements[first].text.length);
      const tail = locator.locate(elements[final], 0, clip(final, end));
      return { start: head.start, end: tail.end };
    },
    elementAt: (start, end) => {
      const element = last((i) => starts[i] <= start);
      if (element < 0 || end > endOf(element) || start > end) return undefined;
      return { element, from: start - starts[element], to: end - starts[element] };
    },
  };
}

/** Final Draft's elements have their place as a whole: their words lie between tags. */
function createLocator(screenplay: Screenplay): SpanLocator {
  return screenplay.source?.format === 'fdx' ? { locate: ({ span }) => span } : createSpanLocator(screenplay);
}

/** The last index for which a test that turns false once still holds; −1 where it holds for none. */
function lastIndexWhere(length: number, holds: (i: number) => boolean): number {
  let low = -1;
  let high = length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (holds(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}
