/**
 * @file A language model as plain data: what kind of network, its sizes, its tokenizer and its weights. Training, reading, writing and
 * exporting are functions on it.
 */
import { planRecurrent, type RecurrentKind, type RecurrentShape } from './recurrent-plan.js';
import type { Tokenizer } from './tokenizer.js';
import { planTransformer, type TransformerKind, type TransformerShape } from './transformer-plan.js';
import { drawWeights, type Weight, type WeightPlan } from './weights.js';

/** A network with attention. `gpt` sees what comes before a token, `bert` both sides. */
export interface TransformerModel {
  kind: TransformerKind;
  shape: TransformerShape;
  tokenizer: Tokenizer;
  /** By name; named as GPT-2's are. */
  weights: Record<string, Weight>;
}

/** A recurrent network. */
export interface RecurrentModel {
  kind: RecurrentKind;
  shape: RecurrentShape;
  tokenizer: Tokenizer;
  /** By name. */
  weights: Record<string, Weight>;
}

/** Any model of this room. Its weights change when it is trained; everything else stays. */
export type LanguageModel = TransformerModel | RecurrentModel;

/**
 * Makes a GPT: a decoder after Radford et al. 2019 with multi-head attention softmax(QKᵀ/√d)V, a causal mask and learnt positions. Its
 * weights are those of a GPT-2 of the same sizes, name by name, so it can be exported without loss.
 *
 * @param tokenizer - Its tokens.
 * @param options - `context`: tokens it sees at once, default 128. `width`: default 128. `layers`: default 4. `heads`: must divide the width,
 *   default 4. `seed`: of the weights, default 1.
 * @returns An untrained model.
 * @throws RangeError where a size is out of range.
 * @example
 * ```ts
 * import { countWeights, createGpt, trainTokenizer } from '@filmai/nlp-script/language-models';
 *
 * const tokenizer = trainTokenizer(['to be or not to be'], { size: 260 });
 * console.log(countWeights(createGpt(tokenizer, { context: 16, width: 8, layers: 1, heads: 2 }))); // 3096
 * ```
 */
export function createGpt(
  tokenizer: Tokenizer,
  options: Partial<TransformerShape> & { seed?: number | string } = {},
): TransformerModel {
  return createTransformer('gpt', tokenizer, options);
}

/**
 * Makes a BERT: an encoder after Devlin et al. 2019 that guesses masked tokens from both sides. It has the same blocks as the GPT (layer
 * normalisation before each part, not after it as in the paper), without the causal mask.
 *
 * @param tokenizer - Its tokens.
 * @param options - As for {@link createGpt}.
 * @returns An untrained model.
 * @throws RangeError where a size is out of range.
 * @example
 * ```ts
 * import { createBert, trainTokenizer } from '@filmai/nlp-script/language-models';
 *
 * console.log(createBert(trainTokenizer(['to be'], { size: 258 }), { width: 8, heads: 2 }).shape.layers); // 4
 * ```
 */
export function createBert(
  tokenizer: Tokenizer,
  options: Partial<TransformerShape> & { seed?: number | string } = {},
): TransformerModel {
  return createTransformer('bert', tokenizer, options);
}

/**
 * Makes a recurrent network. `vanilla` is h_t = tanh(W_hh h_{t−1} + W_xh x_t + b), y_t = softmax(W_hy h_t + b) with x_t the one-hot token;
 * `gru` is that of Cho et al. 2014 (the reset gate after the product, as in cuDNN), `lstm` that of Hochreiter and Schmidhuber 1997 with the
 * forget gate of Gers et al. 2000.
 *
 * @param tokenizer - Its tokens.
 * @param options - `cell`: default `'gru'`. `width`: numbers in h, default 192. `embedding`: numbers a token is turned into before it enters;
 *   default 0: it enters one-hot, as the formula says. `seed`: of the weights, default 1.
 * @returns An untrained model.
 * @throws RangeError where a size is out of range.
 * @example
 * ```ts
 * import { createRecurrent, trainTokenizer } from '@filmai/nlp-script/language-models';
 *
 * const model = createRecurrent(trainTokenizer(['to be'], { size: 258 }), { cell: 'vanilla', width: 16 });
 * console.log(model.weights['rnn.recurrent'].shape); // [ 16, 16 ]
 * ```
 */
export function createRecurrent(
  tokenizer: Tokenizer,
  { cell = 'gru', seed, ...shape }: Partial<RecurrentShape> & { cell?: RecurrentKind; seed?: number | string } = {},
): RecurrentModel {
  const complete: RecurrentShape = { width: 192, embedding: 0, ...shape };
  return { kind: cell, shape: complete, tokenizer, weights: drawWeights(planRecurrent(cell, complete, tokenizer.size), seed) };
}

/**
 * How many numbers a model has learnt, or will.
 *
 * @param model - Any.
 * @returns Their count.
 */
export function countWeights({ weights }: Pick<LanguageModel, 'weights'>): number {
  return Object.values(weights).reduce((total, { values }) => total + values.length, 0);
}

/**
 * A copy that can be trained without changing the original.
 *
 * @param model - Any.
 * @returns The copy; the tokenizer is shared.
 */
export function copyModel<Model extends LanguageModel>(model: Model): Model {
  const weights = Object.fromEntries(
    Object.entries(model.weights).map(([name, { shape, values }]) => [name, { shape, values: values.slice() }]),
  );
  return { ...model, weights };
}

/** The weights that a model of this kind and shape has, in the order in which they are saved. */
export function planOf({
  kind,
  shape,
  tokenizer,
}: Pick<LanguageModel, 'kind' | 'shape'> & { tokenizer: { size: number } }): WeightPlan[] {
  return kind === 'gpt' || kind === 'bert'
    ? planTransformer(kind, shape as TransformerShape, tokenizer.size)
    : planRecurrent(kind, shape as RecurrentShape, tokenizer.size);
}

/** Whether it has attention. */
export function isTransformer(model: LanguageModel): model is TransformerModel {
  return model.kind === 'gpt' || model.kind === 'bert';
}

function createTransformer(
  kind: TransformerKind,
  tokenizer: Tokenizer,
  { seed, ...shape }: Partial<TransformerShape> & { seed?: number | string },
): TransformerModel {
  const complete: TransformerShape = { context: 128, width: 128, layers: 4, heads: 4, ...shape };
  return { kind, shape: complete, tokenizer, weights: drawWeights(planTransformer(kind, complete, tokenizer.size), seed) };
}
