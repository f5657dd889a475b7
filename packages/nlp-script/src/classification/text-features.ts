/**
 * @file Texts as vectors: words, pairs of words and parts of words, weighed by how often they stand in this text and how rare they are
 * in all (TF-IDF), and optionally the mean vector of sentences.
 *
 * G. Salton, C. Buckley, "Term-weighting approaches in automatic text retrieval", 1988; logarithmic frequencies and smoothed idf.
 */
import { splitSentences } from '../breakdown/tokens.js';
import type { SentenceEncoder } from '../embedding/sentence-encoder.js';
import { splitWords } from '../languages/words.js';
import type { SparseVector } from './logistic-regression.js';

/** What texts are turned into vectors by. */
export interface Vocabulary {
  /** `w:door`, `w:the door`, `c:doo`, in the order of their numbers. */
  terms: string[];
  /** Inverse document frequency of each term. */
  idf: Float32Array;
}

/** Parts of words have these lengths. */
const SHORTEST_PART = 3;
const LONGEST_PART = 5;
/** Sentences of a text that are encoded, evenly spread: more change its mean little. */
const ENCODED_SENTENCES = 48;
/** Size of the words' share and of the sentences' share of a vector; the steps of the fit are made for it. */
const SHARE = 3;

/** How often each term stands in a text. */
export type TermCounts = ReadonlyMap<string, number>;

/**
 * Counts the terms of a text. Letters are lower-cased, digits are made one sign.
 *
 * @param text - In any language.
 */
export function countTerms(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  const add = (term: string): void => void counts.set(term, (counts.get(term) ?? 0) + 1);
  let before: string | undefined;
  for (const { lower } of splitWords(text)) {
    const word = lower.replace(/\d+/g, '0');
    add(`w:${word}`);
    if (before !== undefined) add(`w:${before} ${word}`);
    before = word;
    if (word.length > 24) continue;
    const framed = `^${word}$`;
    for (let length = SHORTEST_PART; length <= LONGEST_PART; length++) {
      for (let from = 0; from + length <= framed.length; from++) add(`c:${framed.slice(from, from + length)}`);
    }
  }
  return counts;
}

/**
 * Chooses the terms that tell texts apart: those in two texts or more but not in nearly all, the commonest first.
 *
 * @param texts - Counts of the texts to learn from, and of no others.
 * @param most - Number of terms at most.
 */
export function chooseVocabulary(texts: readonly TermCounts[], most: number): Vocabulary {
  const documents = new Map<string, number>();
  for (const counts of texts) for (const term of counts.keys()) documents.set(term, (documents.get(term) ?? 0) + 1);
  const chosen = [...documents]
    .filter(([, count]) => count >= Math.min(2, texts.length) && (texts.length < 4 || count <= 0.95 * texts.length))
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, most);
  return {
    terms: chosen.map(([term]) => term),
    idf: Float32Array.from(chosen, ([, count]) => Math.log((1 + texts.length) / (1 + count)) + 1),
  };
}

/**
 * The vector of a text.
 *
 * @param counts - Of the text.
 * @param vocabulary - As chosen.
 * @param numbers - Number of each term of the vocabulary.
 * @param sentences - Mean vector of its sentences, placed behind the terms.
 */
export function textVector(
  counts: TermCounts,
  { terms, idf }: Vocabulary,
  numbers: ReadonlyMap<string, number>,
  sentences?: Float32Array,
): SparseVector {
  const indices: number[] = [];
  const values: number[] = [];
  let squares = 0;
  for (const [term, count] of counts) {
    const number = numbers.get(term);
    if (number === undefined) continue;
    const value = (1 + Math.log(count)) * idf[number];
    indices.push(number);
    values.push(value);
    squares += value * value;
  }
  const scale = squares === 0 ? 0 : SHARE / Math.sqrt(squares);
  for (let i = 0; i < values.length; i++) values[i] *= scale;
  for (const [i, value] of (sentences ?? []).entries()) {
    indices.push(terms.length + i);
    values.push(SHARE * value);
  }
  return { indices: Int32Array.from(indices), values: Float32Array.from(values) };
}

/** Mean vectors of the sentences of each text, of length 1. */
export async function encodeTexts(
  texts: readonly string[],
  encoder: SentenceEncoder,
  signal?: AbortSignal,
): Promise<Float32Array[]> {
  const means: Float32Array[] = [];
  for (const text of texts) {
    const sentences = spread(splitSentences(text), ENCODED_SENTENCES).map((sentence) => sentence.text);
    const vectors = await encoder.embed(sentences, { signal });
    const mean = new Float32Array(encoder.dimensions);
    for (const vector of vectors) for (let i = 0; i < mean.length; i++) mean[i] += vector[i];
    const length = Math.sqrt(mean.reduce((sum, value) => sum + value * value, 0));
    means.push(length === 0 ? mean : mean.map((value) => value / length));
  }
  return means;
}

function spread<T>(list: readonly T[], most: number): T[] {
  if (list.length <= most) return [...list];
  return Array.from({ length: most }, (_, i) => list[Math.floor((i * list.length) / most)]);
}
