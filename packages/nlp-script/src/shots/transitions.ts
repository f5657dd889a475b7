/** @file Written transitions as the kinds that a timeline knows. */
import type { Shot } from './shot.js';

/** What a written transition does to the shot after it, or to the end of the film. */
export interface ReadTransition {
  into: Shot['transition'];
  ending?: NonNullable<Shot['ending']>;
}

/**
 * Reads a transition line.
 *
 * @param text - `'DISSOLVE TO:'`, `'> FADE OUT.'`, `'淡出'`.
 * @returns Unknown words are a cut.
 */
export function readTransition(text: string): ReadTransition {
  const words = text
    .toUpperCase()
    .replace(/[^\p{L}\s]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  if (/FADE (?:TO|OUT TO) (?:BLACK|WHITE)|FUNDIDO A NEGRO|FONDU AU NOIR/.test(words))
    return { into: 'fade-to-black', ending: 'fade-to-black' };
  if (/FADE ?OUT|BLACK ?OUT|IRIS OUT|淡出/.test(words)) return { into: 'fade-out', ending: 'fade-out' };
  if (/CUT TO BLACK/.test(words)) return { into: /SMASH/.test(words) ? 'smash-cut' : 'cut', ending: 'cut-to-black' };
  if (/FADE|IRIS IN|淡入/.test(words)) return { into: 'fade-in' };
  if (/DISSOLVE|ENCHAÎNÉ|BLENDE|叠化|溶/.test(words)) return { into: 'dissolve' };
  if (/WIPE/.test(words)) return { into: 'wipe' };
  if (/SMASH/.test(words)) return { into: 'smash-cut' };
  if (/MATCH/.test(words)) return { into: 'match-cut' };
  return { into: 'cut' };
}
