/** @file A recurrent network that reads one token at a time. The same numbers as `recurrent-network.ts`. */
import type { RecurrentModel } from './language-model.js';
import type { ModelSession } from './model-session.js';
import { GATES, type RecurrentKind } from './recurrent-plan.js';
import { addProduct, logistic } from './vectors.js';

/** Opens a session; see `openSession`. */
export function openRecurrentSession({ kind, shape, weights }: RecurrentModel): ModelSession {
  const { width, embedding } = shape;
  const columns = GATES[kind] * width;
  const values = (name: string): Float32Array => weights[name].values;
  let h = new Float32Array(width);
  const cell = new Float32Array(width);

  /** W_xh x + b; a one-hot token times a matrix is a row of it. */
  const enter = (token: number): Float32Array => {
    const result = values('rnn.bias').slice();
    const input = values('rnn.input');
    if (embedding > 0) addProduct(result, values('embedding').subarray(token * embedding, (token + 1) * embedding), input);
    else result.forEach((bias, i) => (result[i] = bias + input[token * columns + i]));
    return result;
  };

  return {
    read(tokens) {
      for (const token of tokens) {
        const x = enter(token);
        const own = kind === 'gru' ? values('rnn.recurrentBias').slice() : new Float32Array(columns);
        addProduct(own, h, values('rnn.recurrent'));
        h = STEPS[kind](x, own, h, cell);
      }
      const logits = values('head.bias').slice();
      addProduct(logits, h, values('head.weight'));
      return logits;
    },
  };
}

/** The new state from W_xh x + b, W_hh h, the state and the cell, which an LSTM changes. */
const STEPS: Record<
  RecurrentKind,
  (x: Float32Array, own: Float32Array, h: Float32Array, cell: Float32Array) => Float32Array<ArrayBuffer>
> = {
  vanilla: (x, own) => Float32Array.from(x, (value, i) => Math.tanh(value + own[i])),
  gru: (x, own, h) =>
    Float32Array.from(h, (before, i) => {
      const [reset, update, fresh] = [i, i + h.length, i + 2 * h.length];
      const kept = logistic(x[update] + own[update]);
      const next = Math.tanh(x[fresh] + logistic(x[reset] + own[reset]) * own[fresh]);
      return next + kept * (before - next);
    }),
  lstm: (x, own, h, cell) =>
    Float32Array.from(h, (_, i) => {
      const [input, forget, fresh, output] = [0, 1, 2, 3].map((gate) => x[i + gate * h.length] + own[i + gate * h.length]);
      cell[i] = logistic(forget) * cell[i] + logistic(input) * Math.tanh(fresh);
      return logistic(output) * Math.tanh(cell[i]);
    }),
};
