/**
 * @file Whether sentences hang together: by the things that neighbouring sentences share (the entity grid of Barzilay and Lapata 2008,
 * without roles) and, where there is an encoder, by nearness of meaning.
 */
import { tokenize } from '../breakdown/tokens.js';
import type { SentenceEncoder } from '../embedding/index.js';

/** How a text hangs together. */
export interface Coherence {
  method: 'entity grid' | 'entity grid, embeddings';
  /** How many it was measured on. */
  sentences: number;
  /** 0…1: the mean of `shared` and, where it was measured, `nearness`. */
  value: number;
  /** Share of neighbouring sentences, up to two apart, that speak of the same thing or person. 1 for a single sentence. */
  shared: number;
  /** Mean cosine of neighbouring sentences, at least 0; absent without an encoder. */
  nearness?: number;
}

/** Words that refer back to somebody: they tie a sentence to the one before. */
const BACKWARD = new Set('he she they it him her them his hers their its this that these those'.split(' '));
/** Words that name no thing. */
const FUNCTION_WORDS = new Set(
  'a an the and or but nor so yet of to in on at for with without from by into onto out up down over under off through about as if when while until before after then than not no yes is are was were be been being am do does did done has have had having will would can could shall should may might must i you we me us my your our mine yours ours who whom whose which what where why how there here again still just only very too also all any some each every more most much many few one two what’s it’s'.split(
    ' ',
  ),
);

/**
 * Measures coherence.
 *
 * @param sentences - In order.
 * @param options - `encoder`: measures meaning too; `signal` cancels.
 */
export async function measureCoherence(
  sentences: readonly string[],
  { encoder, signal }: { encoder?: SentenceEncoder; signal?: AbortSignal } = {},
): Promise<Coherence> {
  if (sentences.length === 0) return { method: 'entity grid', sentences: 0, value: 0, shared: 0 };
  const things = sentences.map(thingsOf);
  let ties = 0;
  for (let i = 1; i < things.length; i++) {
    const near = [things[i - 1], ...(i > 1 ? [things[i - 2]] : [])];
    if (things[i].back || [...things[i].named].some((thing) => near.some(({ named }) => named.has(thing)))) ties++;
  }
  const shared = sentences.length === 1 ? 1 : ties / (sentences.length - 1);
  if (!encoder || sentences.length === 1) return { method: 'entity grid', sentences: sentences.length, value: shared, shared };
  const vectors = await encoder.embed(sentences, signal ? { signal } : {});
  let sum = 0;
  for (let i = 1; i < vectors.length; i++) sum += Math.max(0, cosine(vectors[i - 1], vectors[i]));
  const nearness = sum / (vectors.length - 1);
  return { method: 'entity grid, embeddings', sentences: sentences.length, value: (shared + nearness) / 2, shared, nearness };
}

function thingsOf(sentence: string): { named: Set<string>; back: boolean } {
  const words = tokenize(sentence).filter(({ word }) => word);
  const named = new Set<string>();
  for (const { lower } of words) {
    const stem = lower.replace(/['’]s?$/, '').replace(/(?<=\p{L}{3})(?:es|s)$/u, '');
    if (stem.length > 2 && !FUNCTION_WORDS.has(lower) && !BACKWARD.has(lower)) named.add(stem);
  }
  // A pronoun alone refers back only where it comes before any name of its own sentence.
  const first = words.findIndex(({ lower }) => BACKWARD.has(lower));
  return { named, back: first >= 0 && first <= 1 };
}

function cosine(a: Float32Array, b: Float32Array): number {
  let dot = 0;
  let one = 0;
  let two = 0;
  for (let i = 0; i < a.length; i++) {
    dot += a[i] * b[i];
    one += a[i] * a[i];
    two += b[i] * b[i];
  }
  return one > 0 && two > 0 ? dot / Math.sqrt(one * two) : 0;
}
