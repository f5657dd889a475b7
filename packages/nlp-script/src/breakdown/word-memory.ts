/** @file What is found out about a word is kept: a script uses the same few thousand words over and over. */

/** Words kept at most; then the memory starts anew. */
const MOST_WORDS = 10_000;
/** Longer words are rare, and as parts of a long text they would keep all of it alive. */
const LONGEST_WORD = 12;

/**
 * A function of single words that reads each word once and then remembers; what it gives is shared, so it must not be changed.
 *
 * @param read - Has no effect but its result.
 */
export function rememberWords<T>(read: (word: string) => T): (word: string) => T {
  const known = new Map<string, T>();
  return (word) => {
    if (word.length > LONGEST_WORD) return read(word);
    let result = known.get(word);
    if (result === undefined && !known.has(word)) {
      if (known.size >= MOST_WORDS) known.clear();
      result = read(word);
      known.set(word, result);
    }
    return result as T;
  };
}
