/** @file Recurrent networks in operations of TensorFlow.js, for training: the sequence is unrolled, the state begins at zero. */
import type * as Tf from '@tensorflow/tfjs-core';
import type { RecurrentKind, RecurrentShape } from './recurrent-plan.js';
import type { ForwardContext, TensorFlow } from './transformer-network.js';

/**
 * Logits of every token's successor.
 *
 * @param context - See `ForwardContext`.
 * @param tokens - [batch, length] whole numbers.
 * @returns [batch · length, vocabulary].
 */
export function recurrentLogits(
  { tf, weight, drop }: ForwardContext,
  { kind, shape }: { kind: RecurrentKind; shape: RecurrentShape },
  tokens: Tf.Tensor2D,
): Tf.Tensor2D {
  const [batch, length] = tokens.shape;
  const { width, embedding } = shape;
  // Time comes first, so that a step is one piece of memory. A one-hot token times a matrix is a row of it.
  const flat = tf.reshape(tf.transpose(tokens), [length * batch]);
  const rows =
    embedding > 0
      ? tf.matMul(drop(tf.gather(weight('embedding'), flat)), weight('rnn.input'))
      : tf.gather(weight('rnn.input'), flat);
  const entered = tf.unstack(tf.reshape(tf.add(rows, weight('rnn.bias')), [length, batch, -1]));
  const step = STEPS[kind](tf, weight);
  let state: Tf.Tensor[] = kind === 'lstm' ? [tf.zeros([batch, width]), tf.zeros([batch, width])] : [tf.zeros([batch, width])];
  const outputs = entered.map((x) => {
    state = step(x, state);
    return state[0];
  });
  const hidden = tf.reshape(tf.transpose(tf.stack(outputs), [1, 0, 2]), [batch * length, width]);
  return tf.add(tf.matMul(drop(hidden), weight('head.weight')), weight('head.bias'));
}

type Step = (entered: Tf.Tensor, state: readonly Tf.Tensor[]) => Tf.Tensor[];

/** One step of each kind; `entered` is W_xh x_t + b. */
const STEPS: Record<RecurrentKind, (tf: TensorFlow, weight: (name: string) => Tf.Tensor) => Step> = {
  vanilla: (tf, weight) => {
    const recurrent = weight('rnn.recurrent');
    return (x, [h]) => [tf.tanh(tf.add(tf.matMul(h, recurrent), x))];
  },
  gru: (tf, weight) => {
    const [recurrent, bias] = [weight('rnn.recurrent'), weight('rnn.recurrentBias')];
    return (x, [h]) => {
      const [xr, xz, xn] = tf.split(x, 3, 1);
      const [hr, hz, hn] = tf.split(tf.add(tf.matMul(h, recurrent), bias), 3, 1);
      const update = tf.sigmoid(tf.add(xz, hz));
      const fresh = tf.tanh(tf.add(xn, tf.mul(tf.sigmoid(tf.add(xr, hr)), hn)));
      return [tf.add(fresh, tf.mul(update, tf.sub(h, fresh)))];
    };
  },
  lstm: (tf, weight) => {
    const recurrent = weight('rnn.recurrent');
    return (x, [h, cell]) => {
      const [input, forget, fresh, output] = tf.split(tf.add(tf.matMul(h, recurrent), x), 4, 1);
      const next = tf.add(tf.mul(tf.sigmoid(forget), cell), tf.mul(tf.sigmoid(input), tf.tanh(fresh)));
      return [tf.mul(tf.sigmoid(output), tf.tanh(next)), next];
    };
  },
};
