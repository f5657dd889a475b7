/**
 * @file From a stretch of an element's text back to its place in the source, through markup, notes, escapes and line ends.
 */
import { createLineTable } from './line-table.js';
import type { LineTable } from './line-table.js';
import type { ElementBase, Screenplay, Span } from './screenplay.js';

/** Line tables of sources that were asked about; a source is asked about many times. */
const tables = new WeakMap<object, LineTable>();

/**
 * Where a part of an element's text stands in the source.
 *
 * An element's text is its source without markup and notes, so its characters are met in the source in the same order.
 *
 * @param screenplay - The script that the element is of.
 * @param element - One of its elements, unchanged since it was read.
 * @param start - Where the part begins in `element.text`, in UTF-16 units.
 * @param end - Where it ends, excluded.
 * @returns The stretch of the source; the whole element's where the script has no Fountain source.
 * @example
 * ```ts
 * import { parseFountain } from '@filmai/nlp-script/fountain';
 * import { sourceSpan } from '@filmai/nlp-script/screenplay';
 *
 * const { screenplay } = parseFountain('INT. HALL - DAY\n\nShe takes the [[new?]] *knife*.\n');
 * const [, action] = screenplay.elements;
 * const at = action.text.indexOf('knife');
 * console.log(sourceSpan(screenplay, action, at, at + 5).start.column); // 25
 * ```
 */
export function sourceSpan(screenplay: Screenplay, element: ElementBase, start: number, end: number): Span {
  const { source } = screenplay;
  if (source?.format !== 'fountain') return element.span;
  const { text } = element;
  const limit = element.span.end.offset;
  let at = element.span.start.offset;
  let from = -1;
  let comment = firstCommentFrom(screenplay, at);
  for (let i = 0; i < end; i++) {
    const wanted = text[i];
    for (; at < limit; at++) {
      while (comment && at === comment.start.offset) {
        at = comment.end.offset;
        comment = firstCommentFrom(screenplay, at);
      }
      const found = source.text[at];
      if (found === wanted || (wanted === '\n' && found === '\r') || (wanted === ' ' && found === '\t')) break;
    }
    if (at >= limit) return element.span;
    if (i === start) from = at;
    // A tab is four spaces of the text.
    if (source.text[at] === '\t' && text[i + 1] === ' ') i += 3;
    if (source.text[at] === '\r' && source.text[at + 1] === '\n') at++;
    at++;
  }
  return from === -1 ? element.span : tableOf(source).spanOf(from, at);
}

/** The first note or boneyard that doesn't begin before an offset. Both lists are in the order of the source. */
function firstCommentFrom({ notes, boneyards }: Screenplay, offset: number): Span | undefined {
  const note = notes[lowerBound(notes.length, (i) => notes[i].span.start.offset >= offset)]?.span;
  const boneyard = boneyards[lowerBound(boneyards.length, (i) => boneyards[i].start.offset >= offset)];
  if (!note || !boneyard) return note ?? boneyard;
  return note.start.offset < boneyard.start.offset ? note : boneyard;
}

/** Least index for which a test that turns true once holds. */
function lowerBound(length: number, test: (i: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (test(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

function tableOf(source: { text: string }): LineTable {
  const known = tables.get(source);
  if (known) return known;
  const table = createLineTable(source.text);
  tables.set(source, table);
  return table;
}
