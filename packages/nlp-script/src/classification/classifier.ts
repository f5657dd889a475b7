/** @file A trained classifier: it sorts texts, says why, and lives in a file. */
import { writeFileWhole } from '@filmai/core-tensor/files';
import { splitScenes } from '../breakdown/scenes.js';
import type { SentenceEncoder } from '../embedding/sentence-encoder.js';
import { NlpScriptError } from '../screenplay/error.js';
import type { Screenplay } from '../screenplay/screenplay.js';
import { predictLogistic } from './logistic-regression.js';
import type { LogisticModel, SparseVector } from './logistic-regression.js';
import { likeliest } from './report.js';
import type { ClassificationReport } from './report.js';
import { countTerms, encodeTexts, textVector } from './text-features.js';
import type { Vocabulary } from './text-features.js';
import { plainText } from './training-texts.js';

/** How texts are compared: by their words alone, or by words and the encoder's vectors. */
export type ClassificationMethod = 'tf-idf' | 'tf-idf+embedding';

/** A word that spoke for the label. */
export interface Reason {
  /** A word, two words, or a part of a word between `-` signs. */
  text: string;
  /** How much it raised this label above the mean of the others, in units of log odds. */
  weight: number;
}

/** What a text was given. */
export interface Prediction {
  method: ClassificationMethod;
  /** What is asked: `'genre'`. */
  task: string;
  label: string;
  /**
   * Of the label: calibrated in cross-validation, on texts that were not fitted. Too sure where a label has fewer than about ten texts, since
   * the models that were judged then saw clearly fewer than this one.
   */
  probability: number;
  /** Of each label; they sum to 1. */
  probabilities: Record<string, number>;
  /** What weighed most for the label: words, then pairs, then parts, each from the heaviest; ten at most, none where nothing is known. */
  reasons: Reason[];
}

/** Sorts texts. */
export interface Classifier {
  task: string;
  labels: readonly string[];
  method: ClassificationMethod;
  /** How well it did in cross-validation. */
  report: ClassificationReport;
  /**
   * Sorts a text or a whole script.
   *
   * @throws TypeError where it is neither; the signal's reason if cancelled.
   */
  predict(text: string | Screenplay, options?: { signal?: AbortSignal }): Promise<Prediction>;
  /** Sorts each scene of a script by itself. */
  predictScenes(screenplay: Screenplay, options?: { signal?: AbortSignal }): Promise<(Prediction & { scene: number })[]>;
  /** Writes the classifier to a file, whole or not at all; {@link loadClassifier} reads it. */
  save(path: string, options?: { signal?: AbortSignal }): Promise<void>;
}

/** Everything that a classifier is made of. */
export interface ClassifierParts {
  task: string;
  labels: readonly string[];
  vocabulary: Vocabulary;
  model: LogisticModel;
  temperature: number;
  report: ClassificationReport;
  encoder?: SentenceEncoder;
}

const FORMAT = 'filmai-classifier/1';
const MOST_REASONS = 10;

interface StoredClassifier {
  format: string;
  task: string;
  labels: string[];
  terms: string[];
  /** Little-endian float32 in base64, as `weights` and `bias`. */
  idf: string;
  weights: string;
  bias: string;
  temperature: number;
  encoder?: { id: string; dimensions: number };
  report: ClassificationReport;
}

/** A classifier of its parts. */
export function createClassifier(parts: ClassifierParts): Classifier {
  const { task, labels, vocabulary, model, temperature, report, encoder } = parts;
  const numbers = new Map(vocabulary.terms.map((term, i) => [term, i]));
  const method = encoder ? 'tf-idf+embedding' : 'tf-idf';
  const predict = async (text: string, signal: AbortSignal | undefined): Promise<Prediction> => {
    signal?.throwIfAborted();
    const [sentences] = encoder ? await encodeTexts([text], encoder, signal) : [];
    const features = textVector(countTerms(text), vocabulary, numbers, sentences);
    const probabilities = predictLogistic(model, features, temperature);
    const best = likeliest(probabilities);
    return {
      method,
      task,
      label: labels[best],
      probability: probabilities[best],
      probabilities: Object.fromEntries(labels.map((label, i) => [label, probabilities[i]])),
      reasons: reasonsFor(best, features, parts),
    };
  };
  return {
    task,
    labels,
    method,
    report,
    async predict(text, { signal } = {}) {
      if (typeof text !== 'string' && !Array.isArray(text?.elements))
        throw new TypeError('predict takes a text or a screenplay.');
      return predict(plainText(text), signal);
    },
    async predictScenes(screenplay, { signal } = {}) {
      if (!Array.isArray(screenplay?.elements)) throw new TypeError('predictScenes takes a screenplay.');
      const predictions: (Prediction & { scene: number })[] = [];
      for (const { index, from, to } of splitScenes(screenplay)) {
        const text = plainText({ ...screenplay, elements: screenplay.elements.slice(from, to) });
        predictions.push({ ...(await predict(text, signal)), scene: index });
      }
      return predictions;
    },
    async save(path, { signal } = {}) {
      const stored: StoredClassifier = {
        format: FORMAT,
        task,
        labels: [...labels],
        terms: vocabulary.terms,
        idf: toBase64(vocabulary.idf),
        weights: toBase64(model.weights),
        bias: toBase64(model.bias),
        temperature,
        ...(encoder ? { encoder: { id: encoder.id, dimensions: encoder.dimensions } } : {}),
        report,
      };
      await writeFileWhole(path, `${JSON.stringify(stored)}\n`, { signal });
    },
  };
}

/**
 * Reads a classifier that was saved.
 *
 * @param path - The file.
 * @param options - `encoder`: the one it was trained with, where it was trained with one.
 * @throws NlpScriptError `BAD_MODEL` where the file is missing, cut off or of another version; TypeError where it needs an encoder and none,
 * or another, is given.
 */
export async function loadClassifier(path: string, { encoder }: { encoder?: SentenceEncoder } = {}): Promise<Classifier> {
  const bad = (found: string, cause?: unknown): NlpScriptError =>
    new NlpScriptError('BAD_MODEL', `${path}: no classifier: ${found}`, {
      remedy: 'Give a file that the save of a classifier wrote, or train it again.',
      cause,
    });
  const { readFile } = await import('node:fs/promises');
  let stored: StoredClassifier;
  try {
    stored = JSON.parse(await readFile(path, 'utf8')) as StoredClassifier;
  } catch (error) {
    throw bad(error instanceof Error ? error.message : String(error), error);
  }
  if (stored?.format !== FORMAT) throw bad(`it isn't of the format ${FORMAT}`);
  const { task, labels, terms, temperature, report } = stored;
  if (!Array.isArray(labels) || !Array.isArray(terms) || !(temperature > 0)) throw bad('a part is missing');
  const vocabulary = { terms, idf: fromBase64(stored.idf) };
  const weights = fromBase64(stored.weights);
  const bias = fromBase64(stored.bias);
  const dimensions = terms.length + (stored.encoder?.dimensions ?? 0);
  if (vocabulary.idf.length !== terms.length || bias.length !== labels.length || weights.length !== dimensions * labels.length)
    throw bad('its weights are cut off');
  if (stored.encoder && encoder?.id !== stored.encoder.id)
    throw new TypeError(
      `${path}: was trained with the encoder ${stored.encoder.id}; give it as encoder, got ${encoder?.id ?? 'none'}.`,
    );
  return createClassifier({
    task,
    labels,
    vocabulary,
    model: { classes: labels.length, dimensions, weights, bias },
    temperature,
    report,
    ...(stored.encoder && encoder ? { encoder } : {}),
  });
}

function reasonsFor(
  label: number,
  { indices, values }: SparseVector,
  { labels, vocabulary, model, temperature }: ClassifierParts,
): Reason[] {
  const reasons: Reason[] = [];
  for (let i = 0; i < indices.length; i++) {
    const term = vocabulary.terms[indices[i]];
    if (term === undefined) continue;
    const at = indices[i] * labels.length;
    let others = 0;
    for (let k = 0; k < labels.length; k++) if (k !== label) others += model.weights[at + k] / (labels.length - 1);
    const weight = ((model.weights[at + label] - others) * values[i]) / temperature;
    if (weight > 0) reasons.push({ text: describeTerm(term), weight });
  }
  // Words say more to people than pairs, and pairs more than parts, which say the same once more: they fill what is left.
  const kind = ({ text }: Reason): number => (text.startsWith('-') ? 2 : text.includes(' ') ? 1 : 0);
  return reasons.sort((a, b) => kind(a) - kind(b) || b.weight - a.weight).slice(0, MOST_REASONS);
}

function describeTerm(term: string): string {
  const text = term.slice(2);
  return term.startsWith('w:') ? text : `-${text}-`;
}

function toBase64(values: Float32Array): string {
  const bytes = Buffer.alloc(values.length * 4);
  for (const [i, value] of values.entries()) bytes.writeFloatLE(value, i * 4);
  return bytes.toString('base64');
}

function fromBase64(text: unknown): Float32Array {
  const bytes = Buffer.from(typeof text === 'string' ? text : '', 'base64');
  return Float32Array.from({ length: bytes.length >> 2 }, (_, i) => bytes.readFloatLE(i * 4));
}
