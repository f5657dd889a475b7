/**
 * @file What the heads on the sentence encoder see of a text: its vector, what the lexicon and its rules for negation and degree make
 * of it, and its words and pairs of words.
 */
import type { SparseVector } from '../classification/logistic-regression.js';
import { tokenize } from '../breakdown/tokens.js';
import { BASIC_EMOTIONS } from './lexicon.js';
import { measureText } from './sentiment.js';

/** Words and pairs share this many weights, by a hash. */
export const WORD_BUCKETS = 1 << 15;

/** Measures of the lexicon beside the vector: five of valence, arousal, exclamation marks, the eight emotions. */
const LEXICON_FEATURES = 7 + BASIC_EMOTIONS.length;

/** Brings the entries of a unit vector of 512 dimensions near the size of the other features. */
const VECTOR_SCALE = 8;
const WORD_SCALE = 2;

/** Number of features for vectors of the given length; the words' come last. */
export function featureCount(dimensions: number): number {
  return dimensions + LEXICON_FEATURES + WORD_BUCKETS;
}

/**
 * The features of a text.
 *
 * @param text - A sentence or short paragraph in English.
 * @param vector - Of the encoder.
 */
export function headFeatures(text: string, vector: Float32Array): SparseVector {
  const words = wordBuckets(text);
  const dense = vector.length + LEXICON_FEATURES;
  const indices = new Int32Array(dense + words.length);
  const values = new Float32Array(indices.length);
  for (let i = 0; i < dense; i++) indices[i] = i;
  for (let i = 0; i < vector.length; i++) values[i] = VECTOR_SCALE * vector[i];
  values.set(lexiconFeatures(text), vector.length);
  const share = WORD_SCALE / Math.sqrt(Math.max(1, words.length));
  for (const [i, word] of words.entries()) {
    indices[dense + i] = dense + word;
    values[dense + i] = share;
  }
  return { indices, values };
}

function lexiconFeatures(text: string): number[] {
  const { valence, arousal, emotions, hits } = measureText(text);
  const sum = (pick: (value: number) => number): number => hits.reduce((total, hit) => total + pick(hit.valence), 0);
  return [
    valence,
    Math.abs(valence),
    Math.tanh(sum((value) => Math.max(0, value)) / 4),
    Math.tanh(sum((value) => Math.min(0, value)) / 4),
    Math.min(1, hits.filter((hit) => hit.negated).length / 2),
    arousal,
    Math.min(1, (text.match(/!/g)?.length ?? 0) / 2),
    ...BASIC_EMOTIONS.map((emotion) => emotions[emotion]),
  ];
}

/** Each word, mark of feeling and pair of them once. */
function wordBuckets(text: string): number[] {
  const words = tokenize(text)
    .filter((token) => token.word || /[!?]/.test(token.text))
    .map((token) => token.lower);
  const buckets = new Set<number>();
  for (const [i, word] of words.entries()) {
    buckets.add(bucketOf(word));
    if (i > 0) buckets.add(bucketOf(`${words[i - 1]} ${word}`));
  }
  return [...buckets].sort((a, b) => a - b);
}

/** FNV-1a over the units, mixed once. */
function bucketOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return ((hash ^ (hash >>> 12)) >>> 0) % WORD_BUCKETS;
}
