/** @file Content words of a text in one spelling: what summaries and searches compare. English; other scripts by word or character. */
import { baseForms, tokenize } from '../breakdown/tokens.js';
import { rememberWords } from '../breakdown/word-memory.js';

const STOP_WORDS = new Set(
  `a an the and or but nor so yet if then else than that this these those there here it its he him his she her hers they them their theirs i me my mine
   we us our ours you your yours who whom whose which what when where why how is are was were be been being am do does did done doing has have had
   having can could will would shall should may might must not no yes of in on at by for with from to into onto out up down off over under about
   as very too also just only still now again all any some each every both few more most other such own same s t ll re ve d m don't doesn't
   didn't isn't aren't wasn't weren't can't couldn't won't wouldn't i'm i've i'll it's he's she's that's there's you're they're we're let's`.split(
    /\s+/,
  ),
);

/**
 * Content words of a text, in order, each in one spelling for its forms: hides, hiding and hid are equal. A Chinese, Japanese or Korean
 * text gives pairs of neighbouring characters.
 *
 * @param text - Any text.
 */
export function contentTerms(text: string): string[] {
  return tokenize(text).flatMap(({ lower, word }) => {
    if (!word) return [];
    if (/\p{Script=Han}/u.test(lower))
      return lower.length === 1 ? [lower] : Array.from(lower.slice(1), (char, i) => lower[i] + char);
    const plain = lower.replace(/'s?$/, '');
    return STOP_WORDS.has(lower) || STOP_WORDS.has(plain) || plain === '' ? [] : [stem(plain)];
  });
}

/** Not a word of the language, but one for all its forms. */
export const stem: (word: string) => string = rememberWords((word) => {
  const base = /..(?:ies|ied)$/.test(word) ? `${word.slice(0, -3)}y` : baseForms(word).at(-1)!;
  return base.length < 4 ? base : base.replace(/e$/, '').replace(/([bdfgklmnprstvz])\1$/, '$1');
});
