/**
 * @file What a translation must not touch: terms of the glossary, names, numbers, and where emphasis begins and ends. They are sent as
 * marks `[1]`, and put back where the marks come back. Where a mark is lost the line is translated in pieces around it.
 */
import type { StyledText } from '../screenplay/screenplay.js';

/** A line ready to be sent. */
export interface MarkedLine {
  /** With marks. */
  text: string;
  /** What each mark stands for; the first is mark 1. */
  kept: Kept[];
}

/** What a mark stands for: a text that is put in, or the begin of a run of emphasis. */
type Kept = { text: string } | { style: Omit<StyledText, 'text'> };

/**
 * Marks a line.
 *
 * @param runs - The line by emphasis; a plain line is one run.
 * @param terms - What is kept: from the text as it stands there to what is put in.
 */
export function markLine(runs: readonly StyledText[], terms: ReadonlyMap<string, string>): MarkedLine {
  const kept: Kept[] = [];
  const mark = (what: Kept): string => {
    kept.push(what);
    return `[${kept.length}]`;
  };
  const pattern = keptPattern(terms);
  const text = runs
    .map((run, i) => {
      const { text: words, ...style } = run;
      // Numbered in the order of the text.
      const opening = i === 0 ? '' : mark({ style });
      const marked = words.replace(pattern, (found) =>
        mark({ text: terms.get(found) ?? terms.get(found.toLowerCase()) ?? found }),
      );
      return opening + marked;
    })
    .join('');
  return { text, kept };
}

/**
 * Puts kept things back.
 *
 * @param translated - What came back.
 * @param line - What was sent.
 * @param first - Emphasis of the first run.
 * @returns The runs, or `undefined` where a mark was lost, doubled, or emphasis came back in another order.
 */
export function restoreLine(translated: string, { kept }: MarkedLine, first: Omit<StyledText, 'text'>): StyledText[] | undefined {
  const runs: StyledText[] = [{ ...first, text: '' }];
  const seen = new Set<number>();
  let styleAt = 0;
  for (const part of translated.split(/(\[\s*\d+\s*\])/)) {
    const number = /^\[\s*(\d+)\s*\]$/.exec(part)?.[1];
    const last = runs[runs.length - 1];
    if (number === undefined) {
      last.text += part;
      continue;
    }
    const index = Number(number) - 1;
    const what = kept[index];
    if (what === undefined || seen.has(index)) return undefined;
    seen.add(index);
    if ('text' in what) last.text += what.text;
    else {
      if (index < styleAt) return undefined;
      styleAt = index;
      runs.push({ ...what.style, text: '' });
    }
  }
  return seen.size === kept.length ? runs : undefined;
}

/** A line between its marks: what has to be translated when it goes in pieces. */
export function piecesOf({ text }: MarkedLine): string[] {
  return text.split(/\[\d+\]/);
}

/** Puts translated pieces together again with the marks of the line. */
export function joinPieces(pieces: readonly string[]): string {
  return pieces.reduce((text, piece, i) => (i === 0 ? piece : `${text}[${i}]${piece}`), '');
}

/** Terms, the longest first, whole words; numbers; and what looks like a mark already. */
function keptPattern(terms: ReadonlyMap<string, string>): RegExp {
  const words = [...terms.keys()]
    .sort((a, b) => b.length - a.length)
    .map((term) => {
      const escaped = term.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
      // Chinese, Japanese and Korean have no gaps between words.
      return /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(term)
        ? escaped
        : `(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`;
    });
  return new RegExp([String.raw`\[\s*\d+\s*\]`, ...words, String.raw`\d+(?:[.,:]\d+)*`].join('|'), 'gu');
}
