/**
 * @file How rich a vocabulary is, whatever the length of the text: P. McCarthy, S. Jarvis, "MTLD, vocd-D, and HD-D: A validation study of
 * sophisticated approaches to lexical diversity assessment", Behavior Research Methods, 2010.
 */

/** Share of new words at which a factor is complete, as in the paper. */
const THRESHOLD = 0.72;

/**
 * The measure of textual lexical diversity: the mean number of words that keep more than 72 % new ones, read forwards and backwards.
 *
 * @param words - Words in one spelling each, in order.
 * @returns About 20 (very plain) to 150 (very rich); `undefined` for fewer than 50 words, where it says nothing. A text without any
 * repetition gives its length.
 */
export function measureLexicalDiversity(words: readonly string[]): number | undefined {
  if (words.length < LEAST_WORDS) return undefined;
  return (oneWay(words) + oneWay(words.toReversed())) / 2;
}

const LEAST_WORDS = 50;

function oneWay(words: readonly string[]): number {
  let factors = 0;
  let seen = new Set<string>();
  let length = 0;
  for (const word of words) {
    seen.add(word);
    length++;
    if (seen.size / length > THRESHOLD) continue;
    factors++;
    seen = new Set();
    length = 0;
  }
  // What is left counts as the part of a factor that it has come down.
  if (length > 0) factors += (1 - seen.size / length) / (1 - THRESHOLD);
  return factors === 0 ? words.length : words.length / factors;
}
