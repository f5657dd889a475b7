/** @file The loss of a network on tokens: cross entropy in nats, for a step of training and over a whole stream. */
import type * as Tf from '@tensorflow/tfjs-core';
import { isTransformer, type LanguageModel } from './language-model.js';
import type { NetworkEngine } from './network-engine.js';
import { windowsAt, type TokenBatch, type TokenStream } from './token-stream.js';

/** Tokens a recurrent network is unrolled over where nothing else is asked for. */
const RECURRENT_LENGTH = 64;
/** Windows measured at once. */
const ROWS = 8;

/** How many tokens a model can be given at once, at most those of a stream less one. */
export function windowLength(model: LanguageModel, stream: TokenStream, wanted?: number): number {
  const most = isTransformer(model) ? model.shape.context : (wanted ?? RECURRENT_LENGTH);
  return Math.min(wanted ?? most, most, stream.tokens.length - 1);
}

/** Mean cross entropy of a batch, as a scalar. */
export function batchLoss(
  engine: NetworkEngine,
  batch: TokenBatch,
  { dropout, weights = batch.counted }: { dropout?: { rate: number; seed: number }; weights?: Float32Array } = {},
): Tf.Scalar {
  const { tf } = engine;
  const { inputs, targets, rows, length } = batch;
  const logits = engine.logits(tf.tensor2d(inputs, [rows, length], 'int32'), dropout);
  const wanted = tf.cast(tf.oneHot(tf.tensor1d(targets, 'int32'), logits.shape[1]), 'float32');
  return tf.losses.softmaxCrossEntropy(wanted, logits, weights && tf.tensor1d(weights));
}

/**
 * Cross entropy over a whole stream. Windows overlap by half, so that every token but those of the first half window has at least half a
 * window before it, and every token counts once.
 *
 * @returns The sum in nats, and how many tokens it is of.
 */
export async function streamLoss(
  engine: NetworkEngine,
  model: LanguageModel,
  stream: TokenStream,
  { signal, length: wanted }: { signal?: AbortSignal; length?: number } = {},
): Promise<{ nats: number; tokens: number }> {
  const length = windowLength(model, stream, wanted);
  const last = stream.tokens.length - 1 - length;
  const stride = Math.max(1, Math.floor(length / 2));
  const starts: number[] = [];
  for (let start = 0; start < last; start += stride) starts.push(start);
  starts.push(last);
  let [nats, tokens] = [0, 0];
  let reached = 0;
  for (let i = 0; i < starts.length; i += ROWS) {
    signal?.throwIfAborted();
    const own = starts.slice(i, i + ROWS);
    const batch = windowsAt(model, stream.tokens, own, length, `held out/${i}`);
    const weights = new Float32Array(batch.inputs.length);
    own.forEach((start, row) => {
      weights.fill(1, row * length + Math.max(0, reached - start), (row + 1) * length);
      reached = start + length;
    });
    batch.counted?.forEach((counted, at) => (weights[at] *= counted));
    const count = weights.reduce((sum, weight) => sum + weight, 0);
    if (count === 0) continue;
    const loss = engine.tf.tidy(() => batchLoss(engine, batch, { weights }));
    nats += (await loss.data())[0] * count;
    tokens += count;
    loss.dispose();
  }
  return { nats, tokens };
}
