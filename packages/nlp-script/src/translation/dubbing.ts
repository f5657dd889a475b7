/**
 * @file Whether a translated line can be spoken in the time of the original: syllables at the rate of each language. Rates of reading aloud,
 * in syllables per second, after Pellegrino, Coupé and Marsico, "A cross-language perspective on speech information rate" (Language 87, 2011).
 */

/** Syllables per second. */
const RATES: Readonly<Record<string, number>> = { en: 6.19, fr: 7.18, de: 5.97, it: 6.99, ja: 7.84, zh: 5.18, es: 7.82 };
/** Mean of the seven. */
const MEAN_RATE = 6.74;

/** Length of a spoken line. */
export interface SpokenLength {
  characters: number;
  syllables: number;
  /** Seconds at the usual rate of the language. */
  seconds: number;
}

/**
 * Measures how long a line takes to say.
 *
 * @param text - One line, without parentheticals.
 * @param language - `'en'`; for a language without a known rate the mean is taken.
 */
export function measureSpoken(text: string, language: string): SpokenLength {
  const syllables = countSyllables(text, language);
  const rate = RATES[language.slice(0, 2)] ?? MEAN_RATE;
  return { characters: [...text.replace(/\s+/g, ' ').trim()].length, syllables, seconds: syllables / rate };
}

/**
 * Counts syllables: groups of vowels in alphabets, characters in Chinese, moras in Japanese, blocks in Korean. A number counts a syllable a
 * digit.
 *
 * @param text - Any text.
 * @param language - Decides about silent letters.
 */
export function countSyllables(text: string, language: string): number {
  let count = text.match(/[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0;
  count += text.match(/\d/g)?.length ?? 0;
  for (const word of text.toLowerCase().match(/[\p{Script=Latin}\p{M}'’]+|[\p{Script=Cyrillic}]+|[\p{Script=Greek}]+/gu) ?? []) {
    const plain = word.normalize('NFD').replace(/\p{M}/gu, '');
    const groups = plain.match(/[aeiouyаеиоуыэюяαεηιουω]+/gu)?.length ?? 0;
    const silent =
      (language.startsWith('en') &&
        groups > 1 &&
        /[^aeiouyl]e(?:s|d)?$/.test(plain) &&
        !/[td]ed$|[sxz]es$|[cs]hes$|ges$|ces$/.test(plain)) ||
      (language.startsWith('fr') && groups > 1 && /[^aeiouy]es?$/.test(plain) && !/[éèê]s?$/.test(word));
    count += Math.max(/\p{L}/u.test(plain) ? 1 : 0, groups - (silent ? 1 : 0));
  }
  return count;
}
