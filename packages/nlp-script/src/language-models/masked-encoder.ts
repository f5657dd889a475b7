/** @file What a masked encoder is for: guessing what is hidden, and texts as vectors for heads on its features. */
import type { SentenceEncoder } from '../embedding/sentence-encoder.js';
import type { LanguageModel, TransformerModel } from './language-model.js';
import { MASK } from './tokenizer.js';

/** A guess for one hidden token. */
export interface MaskedGuess {
  token: number;
  text: string;
  /** 0…1. */
  probability: number;
}

/**
 * Guesses hidden tokens from both sides.
 *
 * @param model - A `bert`.
 * @param text - With `<|mask|>` for each hidden token.
 * @param options - `top`: guesses for each, default 5.
 * @returns For each mask, in order, guesses, the likeliest first.
 * @throws TypeError for another kind of model; RangeError without a mask, or where the text is longer than the model's context.
 * @example
 * ```ts
 * import { createBert, guessMasked, trainTokenizer } from '@filmai/nlp-script/language-models';
 *
 * const untrained = createBert(trainTokenizer(['to be'], { size: 258 }), { width: 8, heads: 2 });
 * const [guesses] = await guessMasked(untrained, 'to <|mask|>e', { top: 2 });
 * console.log(guesses.length); // 2
 * ```
 */
export async function guessMasked(
  model: LanguageModel,
  text: string,
  { top = 5 }: { top?: number } = {},
): Promise<MaskedGuess[][]> {
  const bert = requireBert('guessMasked', model);
  const { tokenizer, shape } = bert;
  const tokens = text.split(MASK).flatMap((part, i) => [...(i > 0 ? [tokenizer.mask] : []), ...tokenizer.encode(part)]);
  if (!tokens.includes(tokenizer.mask)) throw new RangeError(`guessMasked: there is no ${MASK} in the text`);
  if (tokens.length > shape.context)
    throw new RangeError(`guessMasked: the text has ${tokens.length} tokens, the model sees ${shape.context}`);
  const { openNetwork } = await import('./network-engine.js');
  const engine = await openNetwork(bert);
  try {
    const { tf } = engine;
    const probabilities = tf.tidy(() => tf.softmax(engine.logits(tf.tensor2d([tokens], [1, tokens.length], 'int32'))));
    const rows = await probabilities.array();
    probabilities.dispose();
    return tokens.flatMap((token, i) => (token === tokenizer.mask ? [likeliest(rows[i], top, bert)] : []));
  } finally {
    engine.dispose();
  }
}

/**
 * A masked encoder as an encoder of sentences: the mean over the last layer's vectors of a text, of length 1. Frozen features for a classifier;
 * as good as what the encoder was trained on.
 *
 * @param model - A `bert`.
 * @param options - `id`: how results name it, default `'filmai:bert'`.
 * @returns The encoder. A text longer than the context is read in pieces.
 * @throws TypeError for another kind of model.
 * @example
 * ```ts
 * import { bertEncoder, createBert, trainTokenizer } from '@filmai/nlp-script/language-models';
 *
 * const encoder = bertEncoder(createBert(trainTokenizer(['to be'], { size: 258 }), { width: 8, heads: 2 }));
 * const [vector] = await encoder.embed(['to be or not to be']);
 * console.log(vector.length); // 8
 * ```
 */
export function bertEncoder(model: LanguageModel, { id = 'filmai:bert' }: { id?: string } = {}): SentenceEncoder {
  const bert = requireBert('bertEncoder', model);
  const { tokenizer, shape } = bert;
  return {
    id,
    dimensions: shape.width,
    async embed(texts, { signal } = {}) {
      if (!Array.isArray(texts) || texts.some((text) => typeof text !== 'string'))
        throw new TypeError('bertEncoder: expected a list of texts');
      const { openNetwork } = await import('./network-engine.js');
      const engine = await openNetwork(bert);
      try {
        const vectors: Float32Array[] = [];
        for (const text of texts as readonly string[]) {
          signal?.throwIfAborted();
          const tokens = tokenizer.encode(text);
          const sum = new Float32Array(shape.width);
          for (let at = 0; at < tokens.length; at += shape.context) {
            const piece = tokens.slice(at, at + shape.context);
            const { tf } = engine;
            const total = tf.tidy(() => tf.sum(engine.hidden(tf.tensor2d([piece], [1, piece.length], 'int32')), 0));
            (await total.data<'float32'>()).forEach((value, i) => (sum[i] += value));
            total.dispose();
          }
          const norm = Math.hypot(...sum);
          vectors.push(norm === 0 ? sum : sum.map((value) => value / norm));
        }
        return vectors;
      } finally {
        engine.dispose();
      }
    },
  };
}

function requireBert(where: string, model: LanguageModel): TransformerModel {
  if (model.kind !== 'bert') throw new TypeError(`${where}: expected a model of kind "bert", got "${model.kind}"`);
  return model;
}

function likeliest(probabilities: readonly number[], top: number, { tokenizer }: TransformerModel): MaskedGuess[] {
  return probabilities
    .map((probability, token) => ({ token, probability }))
    .filter(({ token }) => token !== tokenizer.mask && token !== tokenizer.endOfText)
    .sort((a, b) => b.probability - a.probability || a.token - b.token)
    .slice(0, top)
    .map(({ token, probability }) => ({ token, text: tokenizer.decode([token]), probability }));
}
