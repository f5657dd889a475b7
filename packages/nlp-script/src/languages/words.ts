/** @file The words of a text in any language: by spaces and signs where a script has them, by a dictionary where it has none. */

/** A word with its place. */
export interface Word {
  text: string;
  /** Lower case, curly apostrophes made straight. */
  lower: string;
  /** Offsets in the text. */
  start: number;
  end: number;
}

/** Runs of scripts that are written without spaces. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}々ー]+/gu;
const SPACED = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['’.-][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*['’]?/gu;
/** French words that lean on the next one: `l'homme` is two words. */
const ELIDED = /^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)['’](?=\p{L})/iu;

const segmenters = new Map<string, Intl.Segmenter>();

/**
 * Words of a text, in order. Chinese, Japanese, Thai, Lao and Khmer are parted by the dictionary of ICU (`Intl.Segmenter`); French
 * elisions stand alone (`l'` `homme`) where the language is given as French.
 *
 * @param text - Any text; signs are left out.
 * @param language - ISO 639-1, where it is known: `'fr'`. Default: nothing that depends on it.
 * @throws TypeError where `text` is no text.
 * @example
 * ```ts
 * import { splitWords } from '@filmai/nlp-script/languages';
 *
 * splitWords('他走进房间。').map((word) => word.text); // ['他', '走进', '房间']
 * splitWords("L'homme s'arrête.", 'fr').map((word) => word.text); // ["L'", 'homme', "s'", 'arrête']
 * ```
 */
export function splitWords(text: string, language?: string): Word[] {
  if (typeof text !== 'string') throw new TypeError('splitWords takes a text.');
  const words: Word[] = [];
  let from = 0;
  for (const run of text.matchAll(UNSPACED)) {
    addSpaced(words, text.slice(from, run.index), from, language);
    for (const { segment, index, isWordLike } of segmenterFor(run[0]).segment(run[0])) {
      if (isWordLike) words.push(wordAt(segment, run.index + index));
    }
    from = run.index + run[0].length;
  }
  addSpaced(words, text.slice(from), from, language);
  return words;
}

function addSpaced(words: Word[], text: string, offset: number, language: string | undefined): void {
  for (const match of text.matchAll(SPACED)) {
    let word = match[0];
    let at = offset + match.index;
    const elided = language === 'fr' ? ELIDED.exec(word)?.[0] : undefined;
    if (elided) {
      words.push(wordAt(elided, at));
      at += elided.length;
      word = word.slice(elided.length);
    }
    words.push(wordAt(word, at));
  }
}

function wordAt(text: string, start: number): Word {
  return { text, lower: text.toLowerCase().replaceAll('’', "'"), start, end: start + text.length };
}

function segmenterFor(run: string): Intl.Segmenter {
  const locale = /[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(run) ? 'ja' : /\p{Script=Thai}/u.test(run) ? 'th' : 'zh';
  let segmenter = segmenters.get(locale);
  if (!segmenter) segmenters.set(locale, (segmenter = new Intl.Segmenter(locale, { granularity: 'word' })));
  return segmenter;
}
