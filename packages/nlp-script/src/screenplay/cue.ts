/** @file What a character cue says: the name, and what is bracketed behind it. */

/** The parts of a cue. */
export interface CueParts {
  /** The name alone, spaces made single. */
  name: string;
  /** What stood in brackets, without them: `['V.O.', "CONT'D"]`. */
  extensions: string[];
}

/**
 * Reads a cue.
 *
 * @param text - The cue without markup: `"MARA (V.O.) (CONT'D)"`, `'小明（画外音）'`.
 * @returns Name and extensions. A bracket that is never closed reaches to the end.
 */
export function parseCue(text: string): CueParts {
  if (!/[(（]/.test(text)) return { name: text.split(/\s+/).filter(Boolean).join(' '), extensions: [] };
  const extensions: string[] = [];
  let name = '';
  let bracketed = '';
  let depth = 0;
  for (const character of text) {
    if (character === '(' || character === '（') {
      if (depth++ === 0) {
        bracketed = '';
        continue;
      }
    } else if ((character === ')' || character === '）') && depth > 0) {
      if (--depth === 0) {
        if (bracketed.trim() !== '') extensions.push(bracketed.trim());
        name += ' ';
        continue;
      }
    }
    if (depth > 0) bracketed += character;
    else name += character;
  }
  if (depth > 0 && bracketed.trim() !== '') extensions.push(bracketed.trim());
  return { name: name.split(/\s+/).filter(Boolean).join(' '), extensions };
}
