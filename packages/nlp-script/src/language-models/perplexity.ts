/** @file How well a model foresees a text. */
import { NlpScriptError } from '../screenplay/error.js';
import type { LanguageModel } from './language-model.js';
import { streamTokens } from './token-stream.js';
import { streamLoss } from './token-loss.js';

/** How well a text was foreseen. Only the figures per character compare models with different tokens. */
export interface Perplexity {
  /** What foresaw it: `'gpt'`, `'gru'`, `'kneser-ney-5'` … For `'bert'`, tokens hidden by chance and guessed from both sides: no perplexity of a text. */
  method: string;
  /** e to the mean cross entropy a token: among how many equally likely tokens the model chose, so to speak. */
  perTokenPerplexity: number;
  /** Bits that the text takes, over its characters. */
  bitsPerCharacter: number;
  /** Cross entropy of all tokens, nats. */
  nats: number;
  /** Tokens that were foreseen. */
  tokens: number;
  /** Characters of the text. */
  characters: number;
}

/**
 * Measures a model on texts. For an honest figure they must not be among those that it has learnt from.
 *
 * @param model - Any.
 * @param texts - One or several.
 * @param options - `length`: tokens seen at once; default as in training. Windows overlap by half, each token counts once. `signal`: cancels.
 * @returns The figures.
 * @throws NlpScriptError `EMPTY` where the texts are empty.
 * @example
 * ```ts
 * import { createGpt, measurePerplexity, trainTokenizer } from '@filmai/nlp-script/language-models';
 *
 * const untrained = createGpt(trainTokenizer(['ahoy'], { size: 258 }), { width: 8, heads: 2 });
 * const { perTokenPerplexity } = await measurePerplexity(untrained, 'Ahoy there, all of you!');
 * console.log(Math.abs(perTokenPerplexity - 258) < 2); // true: it knows nothing yet
 * ```
 */
export async function measurePerplexity(
  model: LanguageModel,
  texts: string | Iterable<string>,
  { length, signal }: { length?: number; signal?: AbortSignal } = {},
): Promise<Perplexity> {
  signal?.throwIfAborted();
  const stream = streamTokens(model.tokenizer, texts);
  if (stream.characters === 0)
    throw new NlpScriptError('EMPTY', 'measurePerplexity: the texts are empty', { remedy: 'Give some.' });
  const { openNetwork } = await import('./network-engine.js');
  const engine = await openNetwork(model);
  try {
    const { nats, tokens } = await streamLoss(engine, model, stream, { signal, length });
    return describePerplexity(model.kind, { nats, tokens, characters: stream.characters });
  } finally {
    engine.dispose();
  }
}

/** The figures that follow from a cross entropy. */
export function describePerplexity(
  method: string,
  { nats, tokens, characters }: { nats: number; tokens: number; characters: number },
): Perplexity {
  return {
    method,
    perTokenPerplexity: Math.exp(nats / tokens),
    bitsPerCharacter: nats / Math.LN2 / characters,
    nats,
    tokens,
    characters,
  };
}
