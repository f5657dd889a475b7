/** @file The language of each line of a script, and of the whole. */
import type { Screenplay, Span } from '../screenplay/screenplay.js';
import { recogniseLanguage } from './recognise.js';
import type { LanguageCode } from './recognise.js';

/** A paragraph of action or speech with its language. */
export interface LanguageLine {
  /** Index among the script's elements. */
  element: number;
  text: string;
  span: Span;
  /** Its own, or the script's where it is too short to tell. */
  language: LanguageCode;
  /** 0 to 1, of the line by itself. */
  confidence: number;
  /** True where the language is the script's and not the line's own finding. */
  inherited: boolean;
}

/** Languages of a script. */
export interface ScriptLanguages {
  /** The one that most is written in; `und` where nothing could be told. */
  main: LanguageCode;
  /** Share of the letters whose line was recognised by itself, by language, the greatest first. */
  shares: { language: LanguageCode; share: number }[];
  lines: LanguageLine[];
}

/**
 * Recognises the language of each paragraph of action and dialogue. A line too short to tell takes the main language of the script.
 *
 * @param screenplay - The script.
 * @throws TypeError where it is no screenplay.
 * @example
 * ```ts
 * import { parseFountain } from '@filmai/nlp-script/fountain';
 * import { scriptLanguages } from '@filmai/nlp-script/languages';
 *
 * const { screenplay } = parseFountain('INT. BAR - NIGHT\n\nShe looks at the door and waits.\n\nJEAN\nJe ne sais pas où il est.\n');
 * scriptLanguages(screenplay).lines.map((line) => line.language); // ['en', 'fr']
 * ```
 */
export function scriptLanguages(screenplay: Screenplay): ScriptLanguages {
  if (!Array.isArray(screenplay?.elements)) throw new TypeError('scriptLanguages takes a screenplay.');
  const found = screenplay.elements.flatMap((element, index) =>
    (element.type === 'action' || element.type === 'dialogue') && element.text.trim() !== ''
      ? [{ element: index, text: element.text, span: element.span, ...recogniseLanguage(element.text) }]
      : [],
  );
  const letters = new Map<LanguageCode, number>();
  for (const { language, text } of found)
    if (language !== 'und') letters.set(language, (letters.get(language) ?? 0) + (text.match(/\p{L}/gu)?.length ?? 0));
  const all = [...letters.values()].reduce((sum, count) => sum + count, 0);
  const shares = [...letters].map(([language, count]) => ({ language, share: count / all })).sort((a, b) => b.share - a.share);
  const main = shares[0]?.language ?? 'und';
  const lines = found.map(({ element, text, span, language, confidence }): LanguageLine => {
    const inherited = language === 'und' && main !== 'und' && /\p{L}/u.test(text);
    return { element, text, span, language: inherited ? main : language, confidence, inherited };
  });
  return { main, shares, lines };
}
