/** @file From the words of a heading to the grammar that builds the place, the user's own grammars first. */
import { exteriorPlaces } from '../places/exterior/index.js';
import type { PlaceGrammar } from '../places/place.js';

/** Which grammar draws a place, for a report. */
export interface PlaceReport {
  /** Name of the grammar: `'police-station'`. */
  name: string;
  /** Whether nothing fitted the words, so that a neutral place stands in. */
  neutral: boolean;
}

/** A grammar and how it was found. */
export interface FoundPlace extends PlaceReport {
  grammar: PlaceGrammar;
}

/**
 * Finds the grammar for a place.
 *
 * @param words - The heading's place words.
 * @param setting - INT or EXT, where known.
 * @param own - The user's grammars, tried before the built-in ones; the longest match wins.
 * @returns The grammar.
 */
export function placeFor(words: string, setting?: 'int' | 'ext' | 'int-ext', own: readonly PlaceGrammar[] = []): FoundPlace {
  const lower = words.toLowerCase();
  const match = longestMatch(lower, own) ?? longestMatch(lower, exteriorPlaces);
  if (match) return { name: match.name, neutral: false, grammar: match };
  return { name: exteriorPlaces[0].name, neutral: true, grammar: exteriorPlaces[0] };
}

/**
 * Tells which grammar draws a place, without drawing it.
 *
 * @param words - The heading's place words: `'LIGHTHOUSE - LAMP ROOM'`.
 * @param options - `setting`: INT or EXT, default what the place usually is. `places`: grammars of one's own.
 * @returns The grammar's name, and whether it is the neutral stand-in for words that no grammar knows.
 * @example
 * ```ts
 * import { describePlace } from '@filmai/storyboard';
 *
 * console.log(describePlace('DARK FOREST')); // { name: 'forest', neutral: false }
 * ```
 */
export function describePlace(
  words: string,
  { setting, places }: { setting?: 'int' | 'ext' | 'int-ext'; places?: readonly PlaceGrammar[] } = {},
): PlaceReport {
  const { name, neutral } = placeFor(words, setting, places);
  return { name, neutral };
}

function longestMatch(lower: string, grammars: readonly PlaceGrammar[]): PlaceGrammar | undefined {
  let best: PlaceGrammar | undefined;
  let length = 0;
  for (const grammar of grammars) {
    for (const word of grammar.words) {
      if (word.length > length && lower.includes(word)) {
        best = grammar;
        length = word.length;
      }
    }
  }
  return best;
}
