/** @file The weights of a recurrent network by name and shape. */
import { checkWhole } from './sizes.js';
import type { WeightPlan } from './weights.js';

/** How the state is carried on. */
export type RecurrentKind = 'vanilla' | 'gru' | 'lstm';

/** Sizes of a recurrent network. */
export interface RecurrentShape {
  /** Numbers in the state h, at least 1. */
  width: number;
  /** Numbers that a token is turned into before it enters; 0: it enters one-hot. */
  embedding: number;
}

/** Blocks of `width` columns in the products: one for tanh; reset, update, new; in, forget, new, out. */
export const GATES = { vanilla: 1, gru: 3, lstm: 4 } as const;

/**
 * Weights of a recurrent network in their order.
 *
 * @throws RangeError where a size is out of range.
 */
export function planRecurrent(kind: RecurrentKind, { width, embedding }: RecurrentShape, vocabulary: number): WeightPlan[] {
  if (!(kind in GATES))
    throw new RangeError(`createRecurrent: cell must be one of ${Object.keys(GATES).join(', ')}, got ${kind as string}`);
  checkWhole(kind, { width });
  checkWhole(kind, { embedding }, 0);
  const columns = GATES[kind] * width;
  const deviation = 1 / Math.sqrt(width);
  return [
    ...(embedding > 0 ? [{ name: 'embedding', shape: [vocabulary, embedding], start: { deviation: 0.1 } }] : []),
    {
      name: 'rnn.input',
      shape: [embedding > 0 ? embedding : vocabulary, columns],
      start: { deviation: embedding > 0 ? 1 / Math.sqrt(embedding) : 0.1 },
    },
    { name: 'rnn.recurrent', shape: [width, columns], start: { deviation } },
    { name: 'rnn.bias', shape: [columns], start: { values: startOfBias(kind, width) } },
    ...(kind === 'gru' ? [{ name: 'rnn.recurrentBias', shape: [columns], start: { value: 0 } }] : []),
    { name: 'head.weight', shape: [width, vocabulary], start: { deviation } },
    { name: 'head.bias', shape: [vocabulary], start: { value: 0 } },
  ];
}

/** A forget gate that begins open keeps gradients alive over many steps (Gers et al. 2000). */
function startOfBias(kind: RecurrentKind, width: number): Float32Array {
  const bias = new Float32Array(GATES[kind] * width);
  if (kind === 'lstm') bias.fill(1, width, 2 * width);
  return bias;
}
