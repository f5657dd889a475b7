/**
 * @file Places that survive edits: a quote with what stands around it and the scene it is in, after the text quote selector of the W3C's
 * Web Annotation Data Model (2017), and the search for it in a later draft.
 */
import { findApproximate } from './approximate-match.js';
import { plain } from './finding.js';
import type { Finding } from './finding.js';
import type { ReadingText } from './reading-text.js';

/** A place by its words. */
export interface Anchor {
  /** The words themselves, as they stood. */
  quote: string;
  /** Up to 40 characters in front. */
  before: string;
  /** Up to 40 characters behind. */
  after: string;
  /** Heading of the scene. */
  heading: string;
  /** Index of the scene when the anchor was made; −1 before the first. */
  scene: number;
}

/** Where an anchor was found again. */
export interface AnchorMatch {
  /** Offsets in the reading text. */
  start: number;
  end: number;
  scene?: number;
  /** `exact`: the same words; `fuzzy`: changed ones in the same scene. */
  how: 'exact' | 'fuzzy';
  /** 0 to 1; 1 for exact. */
  similarity: number;
}

const CONTEXT = 40;
/** What neighbours that are as they were add to the similarity of changed words. */
const CONTEXT_WEIGHT = 0.15;

/** Makes the anchor of a finding. */
export function anchorOf(text: ReadingText, finding: Pick<Finding, 'span' | 'quote' | 'scene'>): Anchor {
  const range = narrowed(text, text.offsetsOf(finding.span), finding.quote);
  const scene = finding.scene ?? text.sceneAt(finding.span.start.offset);
  return {
    quote: range ? text.text.slice(range.start, range.end) : finding.quote,
    before: range ? text.text.slice(Math.max(0, range.start - CONTEXT), range.start) : '',
    after: range ? text.text.slice(range.end, range.end + CONTEXT) : '',
    heading: scene === undefined ? '' : text.headingOf(scene),
    scene: scene ?? -1,
  };
}

/** The quote itself, where the span is that of all its paragraph, as in a Final Draft script. */
function narrowed(
  { text }: ReadingText,
  range: { start: number; end: number } | undefined,
  quote: string,
): { start: number; end: number } | undefined {
  const at = range && quote !== '' ? text.slice(range.start, range.end).indexOf(quote) : -1;
  return at < 0 ? range : { start: range!.start + at, end: range!.start + at + quote.length };
}

/**
 * Finds an anchor in a later draft: the exact words in its scene (of several, those among the same neighbours), then the exact words
 * elsewhere (a scene that was moved, renamed, split), then similar words in its scene.
 *
 * @param text - The later draft.
 * @param anchor - The place.
 * @param leastSimilarity - Below it, similar words are none. 0 to 1.
 * @returns Where it is now; `undefined` where it is gone.
 */
export function findAnchor(text: ReadingText, anchor: Anchor, leastSimilarity: number): AnchorMatch | undefined {
  const homes = scenesOfHeading(text, anchor);
  const ranges = homes.map((scene) => text.rangeOf(scene));
  const quote = anchor.quote;
  if (quote === '') return undefined;
  const places = occurrences(text.text, quote);
  const inside = places.filter((at) => ranges.some(({ start, end }) => at >= start && at + quote.length <= end));
  // A word or two are in every scene; only a quote with a face of its own is sought outside of its scene by words alone.
  const candidates =
    inside.length > 0
      ? inside
      : places.filter((at) => isTelling(quote) || contextScore(text.text, at, at + quote.length, anchor) > 0.6);
  if (candidates.length > 0) {
    const start = best(candidates, (at) => contextScore(text.text, at, at + quote.length, anchor) - distance(text, at, anchor));
    return { start, end: start + quote.length, ...sceneOf(text, start), how: 'exact', similarity: 1 };
  }
  const fuzzy = ranges.flatMap(({ start, end }): AnchorMatch[] => {
    const within = text.text.slice(start, end);
    const found = findApproximate(within, quote);
    return found ? [{ ...found, start: start + found.start, end: start + found.end, ...sceneOf(text, start), how: 'fuzzy' }] : [];
  });
  if (fuzzy.length === 0) return undefined;
  const found = best(
    fuzzy,
    ({ similarity, start, end }) => similarity + CONTEXT_WEIGHT * contextScore(text.text, start, end, anchor),
  );
  const vouched = found.similarity + CONTEXT_WEIGHT * contextScore(text.text, found.start, found.end, anchor);
  return vouched >= leastSimilarity ? wholeWords(text.text, found) : undefined;
}

/** Scenes with the anchor's heading; where none has it, the scene with its number. */
function scenesOfHeading(text: ReadingText, anchor: Anchor): number[] {
  if (anchor.scene < 0) return [];
  const heading = plain(anchor.heading);
  const same = text.scenes.filter(({ index }) => plain(text.headingOf(index)) === heading).map(({ index }) => index);
  if (same.length > 0) return same.sort((a, b) => Math.abs(a - anchor.scene) - Math.abs(b - anchor.scene));
  return anchor.scene < text.scenes.length ? [anchor.scene] : [];
}

function occurrences(text: string, quote: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) places.push(at);
  return places;
}

/** Four words or more are hardly said twice by chance. */
function isTelling(quote: string): boolean {
  return (quote.match(/[\p{L}\p{N}]+/gu)?.length ?? 0) >= 4 || (quote.match(/\p{Script=Han}/gu)?.length ?? 0) >= 6;
}

/** How much of what stood around the quote stands there still, 0 to 1. */
function contextScore(text: string, start: number, end: number, { before, after }: Anchor): number {
  const total = before.length + after.length;
  if (total === 0) return 1;
  let same = 0;
  for (let i = 1; i <= before.length && text[start - i] === before[before.length - i]; i++) same++;
  for (let i = 0; i < after.length && text[end + i] === after[i]; i++) same++;
  return same / total;
}

/** A little for each scene between, so that neighbours decide first. */
function distance(text: ReadingText, at: number, anchor: Anchor): number {
  const { scene = -1 } = sceneOf(text, at);
  return Math.min(0.05, Math.abs(scene - anchor.scene) * 0.001);
}

function sceneOf(text: ReadingText, at: number): { scene?: number } {
  const scene = text.scenes.findLast(({ index }) => text.rangeOf(index).start <= at);
  return scene ? { scene: scene.index } : {};
}

/** Grows a fuzzy match to whole words, and takes the white space at its ends away. */
function wholeWords(text: string, match: AnchorMatch): AnchorMatch {
  let { start, end } = match;
  const word = (at: number): boolean => /[\p{L}\p{N}'’]/u.test(text[at] ?? '');
  while (start > 0 && word(start) && word(start - 1)) start--;
  while (end < text.length && word(end - 1) && word(end)) end++;
  while (start < end && /\s/.test(text[start])) start++;
  while (end > start && /\s/.test(text[end - 1])) end--;
  return { ...match, start, end };
}

function best<T>(list: readonly T[], score: (entry: T) => number): T {
  return list.reduce((most, entry) => (score(entry) > score(most) ? entry : most));
}
