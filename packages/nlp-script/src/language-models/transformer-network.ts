/** @file A transformer in operations of TensorFlow.js, for training: token and position, blocks of attention and dense layers, logits. */
import type * as Tf from '@tensorflow/tfjs-core';
import { GELU_CUBE, GELU_SCALE, type TransformerKind, type TransformerShape } from './transformer-plan.js';

/** TensorFlow.js, as the runtime gives it. */
export type TensorFlow = typeof Tf;

/** What a forward pass works with. */
export interface ForwardContext {
  tf: TensorFlow;
  /** A weight by name. */
  weight(name: string): Tf.Tensor;
  /** Layer normalisation by the name of its weights. */
  normalise(name: string, x: Tf.Tensor): Tf.Tensor;
  /** Sets numbers to 0 by chance, where the training asks for it. */
  drop(x: Tf.Tensor): Tf.Tensor;
}

/**
 * What the last layer says of every token, normalised.
 *
 * @param context - See `ForwardContext`.
 * @param tokens - [batch, length] whole numbers; the length is at most the context.
 * @returns [batch · length, width].
 */
export function transformerHidden(
  context: ForwardContext,
  { kind, shape }: { kind: TransformerKind; shape: TransformerShape },
  tokens: Tf.Tensor2D,
): Tf.Tensor2D {
  const { tf, weight, normalise, drop } = context;
  const [batch, length] = tokens.shape;
  const { width, layers } = shape;
  const words = tf.reshape(tf.gather(weight('wte.weight'), tf.reshape(tokens, [batch * length])), [batch, length, width]);
  const places = tf.slice(weight('wpe.weight'), [0, 0], [length, width]);
  let x = drop(tf.reshape(tf.add(words, places), [batch * length, width]));
  const dense = (input: Tf.Tensor, name: string): Tf.Tensor =>
    tf.add(tf.matMul(input, weight(`${name}.weight`)), weight(`${name}.bias`));
  const mask = kind === 'gpt' ? causalMask(tf, length) : undefined;
  for (let i = 0; i < layers; i++) {
    const asked = dense(normalise(`h.${i}.ln_1`, x), `h.${i}.attn.c_attn`);
    x = tf.add(x, drop(dense(attend(tf, asked, { ...shape, batch, length, mask }), `h.${i}.attn.c_proj`)));
    const wide = gelu(tf, dense(normalise(`h.${i}.ln_2`, x), `h.${i}.mlp.c_fc`));
    x = tf.add(x, drop(dense(wide, `h.${i}.mlp.c_proj`)));
  }
  return normalise('ln_f', x) as Tf.Tensor2D;
}
/**
 * Logits of every token's successor (`gpt`) or of the token itself (`bert`).
 *
 * @param context - See `ForwardContext`.
 * @param tokens - [batch, length] whole numbers; the length is at most the context.
 * @returns [batch · length, vocabulary].
 */
export function transformerLogits(
  context: ForwardContext,
  network: { kind: TransformerKind; shape: TransformerShape },
  tokens: Tf.Tensor2D,
): Tf.Tensor2D {
  const { tf, weight } = context;
  const words = weight('wte.weight') as Tf.Tensor2D;
  const logits = tf.matMul(transformerHidden(context, network, tokens), words, false, true);
  return (network.kind === 'bert' ? tf.add(logits, weight('mlm.bias')) : logits) as Tf.Tensor2D;
}

/** softmax(QKᵀ/√d)V of every head (Vaswani et al. 2017); Q, K and V stand side by side in the columns. */
function attend(
  tf: TensorFlow,
  asked: Tf.Tensor,
  { batch, length, heads, width, mask }: { batch: number; length: number; heads: number; width: number; mask?: Tf.Tensor },
): Tf.Tensor {
  const depth = width / heads;
  const [q, k, v] = tf
    .split(asked, 3, 1)
    .map((part) => tf.transpose(tf.reshape(part, [batch, length, heads, depth]), [0, 2, 1, 3]));
  const scores = tf.mul(tf.matMul(q, k, false, true), 1 / Math.sqrt(depth));
  const seen = tf.softmax(mask ? tf.add(scores, mask) : scores);
  return tf.reshape(tf.transpose(tf.matMul(seen, v), [0, 2, 1, 3]), [batch * length, width]);
}

/** What must not be seen gets a score that no exponent survives. */
function causalMask(tf: TensorFlow, length: number): Tf.Tensor {
  const values = new Float32Array(length * length);
  for (let row = 0; row < length; row++) values.fill(-1e9, row * length + row + 1, (row + 1) * length);
  return tf.tensor2d(values, [length, length]);
}

/** Gaussian error linear unit by its tanh formula (Hendrycks and Gimpel 2016), with 1 + tanh(u) as twice the logistic of 2u. */
function gelu(tf: TensorFlow, x: Tf.Tensor): Tf.Tensor {
  const inner = tf.mul(x, tf.add(tf.mul(tf.square(x), 2 * GELU_SCALE * GELU_CUBE), 2 * GELU_SCALE));
  return tf.mul(x, tf.sigmoid(inner));
}
