/** @file A GPT that reads one token at a time, with keys and values of all before it kept. The same numbers as `transformer-network.ts`. */
import type { TransformerModel } from './language-model.js';
import type { ModelSession } from './model-session.js';
import { GELU_CUBE, GELU_SCALE, NORM_EPSILON } from './transformer-plan.js';
import { addProduct, logistic, rowProducts } from './vectors.js';

/** Opens a session; see `openSession`. */
export function openTransformerSession({ shape, weights }: TransformerModel): ModelSession {
  const { context, width, layers, heads } = shape;
  const values = (name: string): Float32Array => weights[name].values;
  // Keys and values of each layer, a row for each place.
  const kept = Array.from({ length: layers }, () => ({
    keys: new Float32Array(context * width),
    values: new Float32Array(context * width),
  }));
  let seen: number[] = [];

  const dense = (x: Float32Array, name: string): Float32Array => {
    const result = values(`${name}.bias`).slice();
    addProduct(result, x, values(`${name}.weight`));
    return result;
  };
  const normalise = (x: Float32Array, name: string): Float32Array =>
    layerNorm(x, values(`${name}.weight`), values(`${name}.bias`));

  /** Reads one token at the next place; returns what the last layer gives. */
  const step = (token: number): Float32Array => {
    const place = seen.length;
    seen.push(token);
    const [words, places] = [values('wte.weight'), values('wpe.weight')];
    const x = Float32Array.from({ length: width }, (_, i) => words[token * width + i] + places[place * width + i]);
    const add = (change: Float32Array): void => change.forEach((value, i) => (x[i] += value));
    kept.forEach((layer, i) => {
      const asked = dense(normalise(x, `h.${i}.ln_1`), `h.${i}.attn.c_attn`);
      layer.keys.set(asked.subarray(width, 2 * width), place * width);
      layer.values.set(asked.subarray(2 * width), place * width);
      add(dense(attend(asked.subarray(0, width), layer, heads, place + 1), `h.${i}.attn.c_proj`));
      add(dense(gelu(dense(normalise(x, `h.${i}.ln_2`), `h.${i}.mlp.c_fc`)), `h.${i}.mlp.c_proj`));
    });
    return x;
  };

  return {
    read(tokens) {
      let last = new Float32Array();
      // Of a long text only the end can matter: what lies before the context would be dropped again.
      const queue = tokens.length > context ? tokens.slice(-context) : [...tokens];
      if (queue.length < tokens.length) seen = [];
      for (let i = 0; i < queue.length; i++) {
        if (seen.length === context) {
          const newer = seen.slice(-Math.floor(context / 2));
          seen = [];
          newer.forEach(step);
        }
        last = step(queue[i]) as Float32Array<ArrayBuffer>;
      }
      return rowProducts(normalise(last, 'ln_f'), values('wte.weight'));
    },
  };
}

/** softmax(qKᵀ/√d)V of every head, for the newest of `length` places. */
function attend(
  query: Float32Array,
  { keys, values }: { keys: Float32Array; values: Float32Array },
  heads: number,
  length: number,
): Float32Array {
  const width = query.length;
  const depth = width / heads;
  const result = new Float32Array(width);
  const scores = new Float64Array(length);
  for (let head = 0; head < heads; head++) {
    const first = head * depth;
    let most = -Infinity;
    for (let place = 0; place < length; place++) {
      let sum = 0;
      for (let i = first, at = place * width + first; i < first + depth; i++, at++) sum += query[i] * keys[at];
      scores[place] = sum / Math.sqrt(depth);
      most = Math.max(most, scores[place]);
    }
    let total = 0;
    for (let place = 0; place < length; place++) total += scores[place] = Math.exp(scores[place] - most);
    for (let place = 0; place < length; place++) {
      const share = scores[place] / total;
      for (let i = first, at = place * width + first; i < first + depth; i++, at++) result[i] += share * values[at];
    }
  }
  return result;
}

function layerNorm(x: Float32Array, scale: Float32Array, offset: Float32Array): Float32Array {
  const mean = x.reduce((sum, value) => sum + value, 0) / x.length;
  const variance = x.reduce((sum, value) => sum + (value - mean) ** 2, 0) / x.length;
  const factor = 1 / Math.sqrt(variance + NORM_EPSILON);
  return x.map((value, i) => (value - mean) * factor * scale[i] + offset[i]);
}

function gelu(x: Float32Array): Float32Array {
  return x.map((value) => value * logistic(2 * GELU_SCALE * value * (1 + GELU_CUBE * value * value)));
}
