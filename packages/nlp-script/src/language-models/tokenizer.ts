/**
 * @file Byte-pair tokens: texts as lists of whole numbers and back, without loss. Words are found as GPT-2 finds them, so that other
 * programs cut texts the same way from the files that `formatTokenizer` writes.
 */
import { BYTE_CHARACTERS } from './byte-alphabet.js';
import { joinPair, learnMerges, type Merge } from './byte-pair-merges.js';

/** Marks the border between two texts, and the end of one that a model writes. */
export const END_OF_TEXT = '<|endoftext|>';
/** Stands where a masked encoder has to guess. */
export const MASK = '<|mask|>';

/** Turns text into tokens and back. */
export interface Tokenizer {
  /** Number of tokens; they are numbered from 0. */
  readonly size: number;
  /** How each is written in GPT-2's alphabet of bytes: `'Ġthe'` is ` the`. */
  readonly vocabulary: readonly string[];
  /** Pairs that are joined, the first one first. */
  readonly merges: readonly Merge[];
  /** The token of {@link END_OF_TEXT}. No text holds it: where the characters stand in a text, they are characters. */
  readonly endOfText: number;
  /** The token of {@link MASK}; the same is true of it. */
  readonly mask: number;
  /** Text as tokens. Half of a surrogate pair becomes U+FFFD, as in every UTF-8. */
  encode(text: string): number[];
  /**
   * Tokens as text. Bytes that are no UTF-8 (a list cut within a character) become U+FFFD; special tokens are left out.
   *
   * @throws RangeError where a number is no token.
   */
  decode(tokens: Iterable<number>): string;
  /** The bytes of one token, none for special ones. */
  bytesOf(token: number): Uint8Array;
}

/** Tokens that come before the merges: two special ones and the 256 bytes. */
export const BASE_TOKENS = 258;
const FIRST_BYTE = 2;
const WORD = /'s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+/gu;
/** Words whose tokens are remembered; texts repeat few words very often. */
const REMEMBERED = 20_000;

/**
 * Learns a tokenizer.
 *
 * @param texts - What it shall be good at; at least some thousand words.
 * @param options - `size`: tokens in all, 258 to 65,536, default 2048; fewer are made where no pair stands twice.
 * @returns The tokenizer; the same texts in the same order give the same one.
 * @throws RangeError where the size is out of range.
 * @example
 * ```ts
 * import { trainTokenizer } from '@filmai/nlp-script/language-models';
 *
 * const tokenizer = trainTokenizer(['the cat, the cat and the other cat'], { size: 264 });
 * console.log(tokenizer.encode(' the').length, tokenizer.decode(tokenizer.encode('naïve 木'))); // 1 naïve 木
 * ```
 */
export function trainTokenizer(texts: Iterable<string>, { size = 2048 }: { size?: number } = {}): Tokenizer {
  if (!Number.isInteger(size) || size < BASE_TOKENS || size > 65_536)
    throw new RangeError(`trainTokenizer: size must be a whole number from ${BASE_TOKENS} to 65536, got ${size}`);
  const counts = new Map<string, number>();
  for (const text of texts) for (const [word] of text.matchAll(WORD)) counts.set(word, (counts.get(word) ?? 0) + 1);
  const words = [...counts].map(([word, count]) => ({ tokens: byteTokens(word), count }));
  return createTokenizer(learnMerges(words, { first: BASE_TOKENS, merges: size - BASE_TOKENS }));
}

/**
 * Makes a tokenizer of merges that were learnt before.
 *
 * @param merges - In their order; each may use the bytes and what was made before it.
 * @returns The tokenizer.
 * @throws RangeError where a merge uses a token that isn't there yet, or joins a pair twice.
 * @example
 * ```ts
 * import { createTokenizer } from '@filmai/nlp-script/language-models';
 *
 * const [h, i] = createTokenizer([]).encode('hi');
 * console.log(createTokenizer([[h, i]]).encode('hi')); // [ 258 ]
 * ```
 */
export function createTokenizer(merges: readonly Merge[]): Tokenizer {
  const vocabulary = [END_OF_TEXT, MASK, ...BYTE_CHARACTERS];
  const bytes = [new Uint8Array(), new Uint8Array(), ...BYTE_CHARACTERS.map((_, byte) => Uint8Array.of(byte))];
  const made = new Map<number, number>();
  merges.forEach(([left, right], i) => {
    const token = BASE_TOKENS + i;
    for (const part of [left, right])
      if (!Number.isInteger(part) || part < FIRST_BYTE || part >= token)
        throw new RangeError(
          `createTokenizer: merge ${i} joins ${left} and ${right}; expected tokens from ${FIRST_BYTE} to ${token - 1}`,
        );
    const key = left * 2 ** 24 + right;
    if (made.has(key)) throw new RangeError(`createTokenizer: merge ${i} joins ${left} and ${right}, which were joined before`);
    made.set(key, token);
    vocabulary.push(vocabulary[left] + vocabulary[right]);
    bytes.push(Uint8Array.of(...bytes[left], ...bytes[right]));
  });
  const known = new Map<string, number[]>();
  const tokensOf = (word: string): number[] => {
    const before = known.get(word);
    if (before) return before;
    const tokens = joinAll(byteTokens(word), merges, made);
    if (word.length <= 64) {
      if (known.size >= REMEMBERED) known.clear();
      known.set(word, tokens);
    }
    return tokens;
  };
  return {
    size: vocabulary.length,
    vocabulary,
    merges,
    endOfText: 0,
    mask: 1,
    encode(text) {
      const tokens: number[] = [];
      for (const [word] of text.matchAll(WORD)) for (const token of tokensOf(word)) tokens.push(token);
      return tokens;
    },
    decode(tokens) {
      const parts = Array.from(tokens, (token) => bytesOf(bytes, token));
      return new TextDecoder('utf-8', { ignoreBOM: true }).decode(Buffer.concat(parts));
    },
    bytesOf: (token) => bytesOf(bytes, token).slice(),
  };
}

function bytesOf(bytes: readonly Uint8Array[], token: number): Uint8Array {
  const found = bytes[token] as Uint8Array | undefined;
  if (!found) throw new RangeError(`tokenizer: expected a token from 0 to ${bytes.length - 1}, got ${token}`);
  return found;
}

function byteTokens(word: string): number[] {
  return Array.from(new TextEncoder().encode(word), (byte) => FIRST_BYTE + byte);
}

/** Joins pairs in the order in which they were learnt: what a merge makes can only be part of later ones, so a pass for each is enough. */
function joinAll(word: number[], merges: readonly Merge[], made: ReadonlyMap<number, number>): number[] {
  let tokens = word;
  for (;;) {
    let first = Infinity;
    for (let i = 1; i < tokens.length; i++) {
      const token = made.get(tokens[i - 1] * 2 ** 24 + tokens[i]);
      if (token !== undefined && token < first) first = token;
    }
    if (first === Infinity) return tokens;
    tokens = joinPair(tokens, merges[first - BASE_TOKENS], first);
  }
}
