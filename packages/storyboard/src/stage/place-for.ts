/** @file From the words of a heading to the grammar that builds the place, the user's own grammars first. */
import { findPlace, type Setting } from '../places/index.js';
import type { PlaceGrammar } from '../places/place.js';

/** Which grammar draws a place, for a report. */
export interface PlaceReport {
  /** Name of the grammar: `'police-station'`. */
  name: string;
  /** Whether nothing fitted the words, so that a neutral place stands in. */
  neutral: boolean;
}

/**
 * Tells which grammar draws a place, without drawing it.
 *
 * @param words - The heading's place words: `'LIGHTHOUSE - LAMP ROOM'`.
 * @param options - `setting`: INT or EXT, default what the place usually is. `places`: grammars of one's own.
 * @returns The grammar's name, and whether it is the neutral stand-in for words that no grammar knows.
 * @throws TypeError where the words are not text or the setting is unknown.
 * @example
 * ```ts
 * import { describePlace } from '@filmai/storyboard';
 *
 * console.log(describePlace('DARK FOREST')); // { name: 'forest', neutral: false }
 * ```
 */
export function describePlace(
  words: string,
  { setting, places }: { setting?: Setting; places?: readonly PlaceGrammar[] } = {},
): PlaceReport {
  const { grammar, neutral } = findPlace(words, setting, places);
  return { name: grammar.name, neutral };
}
