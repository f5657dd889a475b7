/** @file A tokenizer as `tokenizer.json`, the format of Hugging Face's tokenizers; what this file writes, their programs and ours read. */
import { NlpScriptError } from '../screenplay/error.js';
import type { Merge } from './byte-pair-merges.js';
import { createTokenizer, END_OF_TEXT, MASK, type Tokenizer } from './tokenizer.js';

/**
 * A tokenizer as the text of a `tokenizer.json`.
 *
 * @param tokenizer - Any of ours.
 * @returns JSON text.
 * @example
 * ```ts
 * import { formatTokenizer, parseTokenizer, trainTokenizer } from '@filmai/nlp-script/language-models';
 *
 * const text = formatTokenizer(trainTokenizer(['row, row, row your boat'], { size: 260 }));
 * console.log(parseTokenizer(text).size); // 260
 * ```
 */
export function formatTokenizer(tokenizer: Tokenizer): string {
  const { vocabulary } = tokenizer;
  const special = (content: string, id: number): object => ({
    id,
    content,
    single_word: false,
    lstrip: false,
    rstrip: false,
    normalized: false,
    special: true,
  });
  const byteLevel = { type: 'ByteLevel', add_prefix_space: false, trim_offsets: true, use_regex: true };
  return JSON.stringify({
    version: '1.0',
    truncation: null,
    padding: null,
    added_tokens: [special(END_OF_TEXT, tokenizer.endOfText), special(MASK, tokenizer.mask)],
    normalizer: null,
    pre_tokenizer: byteLevel,
    post_processor: null,
    decoder: byteLevel,
    model: {
      type: 'BPE',
      dropout: null,
      unk_token: null,
      continuing_subword_prefix: null,
      end_of_word_suffix: null,
      fuse_unk: false,
      byte_fallback: false,
      vocab: Object.fromEntries(vocabulary.map((word, id) => [word, id])),
      merges: tokenizer.merges.map(([left, right]) => `${vocabulary[left]} ${vocabulary[right]}`),
    },
  });
}

/**
 * Reads a `tokenizer.json` that `formatTokenizer` wrote.
 *
 * @param text - Its text.
 * @param where - Its name in messages, default `'tokenizer.json'`.
 * @returns The tokenizer.
 * @throws NlpScriptError `BAD_MODEL` where it is not JSON, or not of this kind: byte-level pairs, numbered as ours are.
 */
export function parseTokenizer(text: string, where = 'tokenizer.json'): Tokenizer {
  const refuse = (what: string, cause?: unknown): NlpScriptError =>
    new NlpScriptError('BAD_MODEL', `${where}: ${what}`, {
      remedy: 'Give a tokenizer that formatTokenizer or saveLanguageModel wrote.',
      cause,
    });
  let vocabulary: Record<string, number>;
  let pairs: string[];
  try {
    const { model } = JSON.parse(text) as { model: { vocab: Record<string, number>; merges: string[] } };
    [vocabulary, pairs] = [model.vocab, model.merges];
    if (typeof vocabulary !== 'object' || !Array.isArray(pairs) || pairs.some((pair) => typeof pair !== 'string'))
      throw new TypeError('model.vocab or model.merges is missing');
  } catch (cause) {
    throw refuse('it is not the JSON of a byte-pair tokenizer', cause);
  }
  const merges = pairs.map((pair, i): Merge => {
    const parts = pair.split(' ');
    const numbers = parts.map((part) => vocabulary[part] as number | undefined);
    if (parts.length !== 2 || numbers.includes(undefined))
      throw refuse(`merge ${i} is "${pair}"; expected two words of its vocabulary`);
    return numbers as [number, number];
  });
  let tokenizer: Tokenizer;
  try {
    tokenizer = createTokenizer(merges);
  } catch (cause) {
    throw refuse((cause as Error).message, cause);
  }
  const other = tokenizer.vocabulary.findIndex((word, id) => vocabulary[word] !== id);
  if (other >= 0 || Object.keys(vocabulary).length !== tokenizer.size)
    throw refuse(`expected ${tokenizer.size} tokens numbered as ours are, got ${Object.keys(vocabulary).length} others`);
  return tokenizer;
}
