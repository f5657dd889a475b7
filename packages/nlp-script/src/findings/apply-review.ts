/** @file Puts the changes that people decided on into the words of a script: a new script, beside the old one. */
import { parseFountain } from '../fountain/parse.js';
import type { Screenplay } from '../screenplay/screenplay.js';
import { createReadingText } from './reading-text.js';
import { mergeReviews, placeDecisions } from './review.js';
import type { PlacedDecision, Review } from './review.js';

/** Why a change was not made. */
export interface SkippedChange {
  placed: PlacedDecision;
  /**
   * `orphaned`: its words are gone. `disputed`: people want different words, or one rejects the finding. `overlapping`: another change
   * takes the same words. `fuzzy`: the words have changed since, and `fuzzy` isn't allowed. `spans-elements`: the place runs over several
   * elements of a script that has no Fountain source.
   */
  reason: 'orphaned' | 'disputed' | 'overlapping' | 'fuzzy' | 'spans-elements';
}

/** A script with changes made. */
export interface AppliedReview {
  /** The new script; the old one is as it was. */
  screenplay: Screenplay;
  applied: PlacedDecision[];
  skipped: SkippedChange[];
}

/** How changes are made. */
export interface ApplyOptions {
  /** Make changes also where the words have changed since the decision. Default false. */
  fuzzy?: boolean;
  /** Least similarity of changed words, 0 to 1. Default 0.65. */
  leastSimilarity?: number;
}

/**
 * Makes the changes of a review (verdict `changed`) that nobody disputes. Of a Fountain script every character outside of the changed
 * places stays as it is, markup and notes included; of other scripts the text of the elements is changed, and their emphasis is lost.
 *
 * @param screenplay - The present draft.
 * @param review - The decisions.
 * @param options - See {@link ApplyOptions}.
 * @returns The new script, what was changed, and what was not and why.
 * @throws RangeError on an option out of range.
 * @example
 * ```ts
 * import { applyReview, createFindings, createReview, decide } from '@filmai/nlp-script/findings';
 * import { formatFountain, parseFountain } from '@filmai/nlp-script/fountain';
 *
 * const { screenplay } = parseFountain('INT. HALL - DAY\n\nThe *lamp* is lit.\n');
 * const { span } = screenplay.elements[1];
 * const draft = { rule: 'house/lamp', severity: 'note', message: 'A lamp.', reason: 'Dear.', span } as const;
 * const [finding] = createFindings(screenplay, [draft]);
 * const review = decide(createReview(), screenplay, finding, { verdict: 'changed', replacement: 'A candle.', author: 'Ada' });
 * console.log(formatFountain(applyReview(screenplay, review).screenplay)); // INT. HALL - DAY … A candle.
 * ```
 */
export function applyReview(screenplay: Screenplay, review: Review, options: ApplyOptions = {}): AppliedReview {
  const { fuzzy = false, ...placing } = options;
  const skipped: SkippedChange[] = [];
  const applied: PlacedDecision[] = [];
  const placed = placeDecisions(screenplay, review, placing);
  const disputed = new Set(mergeReviews(review).conflicts.map(({ finding }) => finding));
  for (const entry of placed) {
    const { decision, state, range } = entry;
    if (decision.verdict !== 'changed') continue;
    const taken = (other: PlacedDecision): boolean =>
      !!range && !!other.range && range.start < other.range.end && other.range.start < range.end;
    const twin = applied.find((other) => other.decision.finding === decision.finding);
    if (state === 'orphaned') skipped.push({ placed: entry, reason: 'orphaned' });
    else if (disputed.has(decision.finding)) skipped.push({ placed: entry, reason: 'disputed' });
    else if (state === 'fuzzy' && !fuzzy) skipped.push({ placed: entry, reason: 'fuzzy' });
    else if (twin) continue;
    else if (applied.some(taken)) skipped.push({ placed: entry, reason: 'overlapping' });
    else applied.push(entry);
  }
  if (applied.length === 0) return { screenplay, applied, skipped };
  const inSource = screenplay.source?.format === 'fountain';
  return inSource
    ? { screenplay: changeSource(screenplay, applied), applied, skipped }
    : changeElements(screenplay, applied, skipped);
}

function changeSource(screenplay: Screenplay, applied: readonly PlacedDecision[]): Screenplay {
  let text = screenplay.source!.text;
  const lineEnd = /\r\n|\r|\n/.exec(text)?.[0] ?? '\n';
  for (const { span, decision } of applied.toSorted((a, b) => b.span!.start.offset - a.span!.start.offset))
    text =
      text.slice(0, span!.start.offset) + decision.replacement!.replace(/\r\n|\r|\n/g, lineEnd) + text.slice(span!.end.offset);
  const titlePage = screenplay.titlePage.length > 0 || parseFountain(screenplay.source!.text).screenplay.titlePage.length === 0;
  const changed = parseFountain(text, { titlePage }).screenplay;
  return { ...changed, source: { ...screenplay.source!, text } };
}

function changeElements(screenplay: Screenplay, applied: readonly PlacedDecision[], skipped: SkippedChange[]): AppliedReview {
  const text = createReadingText(screenplay);
  const elements = [...screenplay.elements];
  const made: PlacedDecision[] = [];
  for (const entry of applied.toSorted((a, b) => b.range!.start - a.range!.start)) {
    const at = text.elementAt(entry.range!.start, entry.range!.end);
    if (!at) {
      skipped.push({ placed: entry, reason: 'spans-elements' });
      continue;
    }
    const { styled: _lost, ...element } = elements[at.element];
    const words = element.text.slice(0, at.from) + entry.decision.replacement! + element.text.slice(at.to);
    elements[at.element] = { ...element, text: words };
    made.unshift(entry);
  }
  return { screenplay: { ...screenplay, elements }, applied: made, skipped };
}
