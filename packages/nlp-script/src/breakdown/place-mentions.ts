/**
 * @file Places that a text names beside the heading: "in the pantry", "behind the boathouse", and the places of the script's own
 * headings, by name: "the Belvedere", "Salvation Gulch".
 */
import { PLACE_NOUNS } from './lexicon/places.js';
import type { Token } from './tokens.js';
import { baseForms, tokenize } from './tokens.js';

/** A place where a text names it. */
export interface PlaceMention {
  /** Dictionary form in lower case, or the heading's part: `'pantry'`, `'hotel belvedere'`. */
  place: string;
  /** Offsets in the text. */
  start: number;
  end: number;
}

/** Words of headings' places, and which place each phrase means. */
export type PlaceNames = ReadonlyMap<string, string>;

/**
 * The ways to name the places of headings: `'HOTEL BELVEDERE'` is also "the Belvedere", where no other place shares the word.
 *
 * @param parts - Parts of all headings' places as written.
 */
export function placeNamesOf(parts: Iterable<string>): PlaceNames {
  const names = new Map<string, string>();
  const shared = new Map<string, Set<string>>();
  for (const part of parts) {
    const place = part.toLowerCase().replaceAll('’', "'").trim();
    if (place === '') continue;
    names.set(place, place);
    const words = place.split(/\s+/);
    if (words.length < 2) continue;
    for (const word of words) {
      if (PLACE_NOUNS.has(word) || word.length < 4) continue;
      shared.set(word, (shared.get(word) ?? new Set()).add(place));
    }
  }
  for (const [word, places] of shared) if (places.size === 1 && !names.has(word)) names.set(word, [...places][0]);
  return names;
}

/**
 * Places that a text names, in order. Common nouns count by themselves ("the pantry"), single words of a heading's name only with a
 * capital ("the Belvedere").
 *
 * @param text - Action or dialogue.
 * @param names - Of the headings, from {@link placeNamesOf}.
 * @param tokens - Words of the text, where they are at hand.
 */
export function placesInText(text: string, names: PlaceNames, tokens: readonly Token[] = tokenize(text)): PlaceMention[] {
  const found: PlaceMention[] = [];
  for (let i = 0; i < tokens.length; i++) {
    if (!tokens[i].word) continue;
    for (let length = 4; length >= 1; length--) {
      const run = tokens.slice(i, i + length);
      if (run.length < length || !run.every(({ word }) => word)) continue;
      const phrase = run.map(({ lower }, k) => (k === length - 1 ? lower.replace(/'s?$/, '') : lower)).join(' ');
      const named = names.get(phrase);
      const place =
        named !== undefined && (/^\p{Lu}/u.test(run[0].text) || named === phrase) ? named : commonPlace(phrase, run.at(-1)!);
      if (place === undefined) continue;
      const end = run.at(-1)!;
      found.push({ place, start: run[0].start, end: end.end - (end.lower.endsWith("'s") ? 2 : 0) });
      i += length - 1;
      break;
    }
  }
  return found;
}

function commonPlace(phrase: string, last: Token): string | undefined {
  if (PLACE_NOUNS.has(phrase)) return phrase;
  const before = phrase.slice(0, -last.lower.length);
  return baseForms(last.lower)
    .map((form) => before + form)
    .find((form) => PLACE_NOUNS.has(form) && form !== phrase);
}
