/** @file Texts as one stream of tokens, and the windows of it that a network is trained and measured on. */
import { createRandom } from '@filmai/core-tensor/random';
import type { LanguageModel } from './language-model.js';
import type { Tokenizer } from './tokenizer.js';

/** Texts one after another, the end-of-text token before each of them and at the end. */
export interface TokenStream {
  tokens: Int32Array;
  /** Characters (UTF-16 units, as `length` counts them) of the texts. */
  characters: number;
}

/** What a network sees and what it shall say. */
export interface TokenBatch {
  /** [rows, length], row after row. */
  inputs: Int32Array;
  /** What follows each input; for a masked encoder, what stood there. */
  targets: Int32Array;
  /** How much each target counts, 0 or 1; absent: all do. */
  counted?: Float32Array;
  rows: number;
  length: number;
}

/** Encodes texts. */
export function streamTokens(tokenizer: Tokenizer, texts: string | Iterable<string>): TokenStream {
  const tokens: number[] = [tokenizer.endOfText];
  let characters = 0;
  for (const text of typeof texts === 'string' ? [texts] : texts) {
    if (typeof text !== 'string') throw new TypeError(`language model: expected texts, got ${typeof text}`);
    characters += text.length;
    for (const token of tokenizer.encode(text)) tokens.push(token);
    tokens.push(tokenizer.endOfText);
  }
  return { tokens: Int32Array.from(tokens), characters };
}

/** Windows from random places; the same seed and step give the same ones. */
export function drawBatch(
  model: Pick<LanguageModel, 'kind' | 'tokenizer'>,
  { tokens }: TokenStream,
  { rows, length, seed, step }: { rows: number; length: number; seed: number | string; step: number },
): TokenBatch {
  const random = createRandom(seed).split('windows').split(step);
  const starts = Array.from({ length: rows }, () => random.integer(0, tokens.length - length - 1));
  return windowsAt(model, tokens, starts, length, `${seed}/${step}`);
}

/** Windows that begin at some places. */
export function windowsAt(
  { kind, tokenizer }: Pick<LanguageModel, 'kind' | 'tokenizer'>,
  tokens: Int32Array,
  starts: readonly number[],
  length: number,
  seed: string,
): TokenBatch {
  const rows = starts.length;
  const inputs = new Int32Array(rows * length);
  const targets = new Int32Array(rows * length);
  starts.forEach((start, row) => {
    inputs.set(tokens.subarray(start, start + length), row * length);
    targets.set(tokens.subarray(start + 1, start + 1 + length), row * length);
  });
  return kind === 'bert' ? maskTokens(inputs, tokenizer, { rows, length, seed }) : { inputs, targets, rows, length };
}

/** Of 15 % of the tokens, which have to be guessed, 80 % are masked, 10 % replaced, 10 % left (Devlin et al. 2019). */
function maskTokens(
  tokens: Int32Array,
  tokenizer: Tokenizer,
  { rows, length, seed }: { rows: number; length: number; seed: string },
): TokenBatch {
  const random = createRandom(seed).split('mask');
  const inputs = tokens.slice();
  const counted = new Float32Array(tokens.length);
  for (let i = 0; i < tokens.length; i++) {
    if (!random.chance(0.15)) continue;
    counted[i] = 1;
    const way = random.next();
    if (way < 0.8) inputs[i] = tokenizer.mask;
    else if (way < 0.9) inputs[i] = random.integer(2, tokenizer.size - 1);
  }
  // A batch without anything to guess has no loss.
  if (!counted.includes(1)) [inputs[0], counted[0]] = [tokenizer.mask, 1];
  return { inputs, targets: tokens, counted, rows, length };
}
