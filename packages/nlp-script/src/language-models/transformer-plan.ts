/** @file The weights of a transformer by name and shape; those of GPT-2 (Radford et al. 2019), as its published checkpoints call them. */
import { checkWhole } from './sizes.js';
import type { WeightPlan } from './weights.js';

/** Decoder or masked encoder. */
export type TransformerKind = 'gpt' | 'bert';

/** Sizes of a transformer. */
export interface TransformerShape {
  /** Tokens it sees at once, 2 to 65,536. */
  context: number;
  /** Numbers that stand for a token on its way through the layers, at least 1. */
  width: number;
  /** Blocks of attention and two dense layers, at least 1. */
  layers: number;
  /** Attentions side by side; a divisor of the width. */
  heads: number;
}

/**
 * Weights of a transformer in their order.
 *
 * @throws RangeError where a size is out of range.
 */
export function planTransformer(kind: TransformerKind, shape: TransformerShape, vocabulary: number): WeightPlan[] {
  const { context, width, layers, heads } = shape;
  checkWhole(kind, { context, width, layers, heads });
  if (context < 2 || context > 65_536) throw new RangeError(`${kind}: context must be from 2 to 65536, got ${context}`);
  if (width % heads !== 0) throw new RangeError(`${kind}: heads must divide the width of ${width}, got ${heads}`);
  const matrix = (name: string, rows: number, columns: number, deviation = 0.02): WeightPlan[] => [
    { name: `${name}.weight`, shape: [rows, columns], start: { deviation } },
    { name: `${name}.bias`, shape: [columns], start: { value: 0 } },
  ];
  const norm = (name: string): WeightPlan[] => [
    { name: `${name}.weight`, shape: [width], start: { value: 1 } },
    { name: `${name}.bias`, shape: [width], start: { value: 0 } },
  ];
  // What is added to the stream of a token begins smaller the more layers add to it, as in the paper.
  const added = 0.02 / Math.sqrt(2 * layers);
  return [
    { name: 'wte.weight', shape: [vocabulary, width], start: { deviation: 0.02 } },
    { name: 'wpe.weight', shape: [context, width], start: { deviation: 0.01 } },
    ...Array.from({ length: layers }, (_, i) => [
      ...norm(`h.${i}.ln_1`),
      ...matrix(`h.${i}.attn.c_attn`, width, 3 * width),
      ...matrix(`h.${i}.attn.c_proj`, width, width, added),
      ...norm(`h.${i}.ln_2`),
      ...matrix(`h.${i}.mlp.c_fc`, width, 4 * width),
      ...matrix(`h.${i}.mlp.c_proj`, 4 * width, width, added),
    ]).flat(),
    ...norm('ln_f'),
    ...(kind === 'bert' ? [{ name: 'mlm.bias', shape: [vocabulary], start: { value: 0 } }] : []),
  ];
}

/** Added to the variance in layer normalisation. */
export const NORM_EPSILON = 1e-5;
/** √(2/π) and the factor of the cube in the tanh formula of GELU (Hendrycks and Gimpel 2016). */
export const GELU_SCALE = Math.sqrt(2 / Math.PI);
export const GELU_CUBE = 0.044715;
