/** @file Trains a classifier on a user's labelled texts, and measures it on texts it did not see. */
import { createProgress } from '@filmai/core-tensor/progress';
import type { JobOptions } from '@filmai/core-tensor/progress';
import { createRandom } from '@filmai/core-tensor/random';
import type { SentenceEncoder } from '../embedding/sentence-encoder.js';
import { NlpScriptError } from '../screenplay/error.js';
import { createClassifier } from './classifier.js';
import type { Classifier } from './classifier.js';
import { fitLogistic, predictLogistic } from './logistic-regression.js';
import type { LogisticModel } from './logistic-regression.js';
import { fitTemperature, reportOn, temper } from './report.js';
import type { Judgement } from './report.js';
import { chooseVocabulary, countTerms, encodeTexts, textVector } from './text-features.js';
import type { TermCounts, Vocabulary } from './text-features.js';
import { plainText, readLabelledFolder } from './training-texts.js';
import type { LabelledText } from './training-texts.js';

/** Options of {@link trainClassifier}. */
export interface TrainClassifierOptions extends JobOptions {
  /** What the labels are: `'genre'`, `'rating'`, `'mood'`, or a name of one's own. Default `'label'`. */
  task?: string;
  /** Adds the meaning of sentences to their words; it must then be given to `loadClassifier` too. */
  encoder?: SentenceEncoder;
  /** Folds of cross-validation, 2 to 20; fewer where a label has fewer texts. Default 5. */
  folds?: number;
  /** Terms that are looked at, 100 to 200,000. Default 20,000. */
  terms?: number;
  /** Passes over the texts, 1 to 500. Default 30. */
  epochs?: number;
  /** Of folds and order. Default 1. */
  seed?: number | string;
}

/**
 * Trains a classifier: words, pairs and parts of words weighed by TF-IDF (with an encoder also the mean vector of sentences), multinomial
 * logistic regression, labels counting equally however many texts they have. Accuracy, confusion matrix, precision and recall come from
 * stratified cross-validation, in which everything, the choice of terms included, is learned without the fold that is judged; so does the
 * temperature that calibrates the probabilities. The classifier itself is then fitted on all texts.
 *
 * @param source - A folder of folders, each named by its label (see `readLabelledFolder`), or a list of labelled texts.
 * @param options - See {@link TrainClassifierOptions}.
 * @returns The classifier with its report. Same texts and seed, same classifier.
 * @throws NlpScriptError `BAD_TRAINING_SET` where there are fewer than two labels, a label has fewer than two texts, or a text is empty;
 * TypeError, RangeError; the signal's reason.
 * @example
 * ```ts
 * import { trainClassifier } from '@filmai/nlp-script/classification';
 *
 * const scary = ['The ghost screams in the dark cellar.', 'Blood drips from the dark wall.', 'Something dark moves in the cellar.'];
 * const funny = ['He slips on the cake and everybody laughs.', 'The clown honks and the cake explodes.', 'She laughs at the clown.'];
 * const texts = [...scary.map((text) => ({ text, label: 'horror' })), ...funny.map((text) => ({ text, label: 'comedy' }))];
 * const classifier = await trainClassifier(texts, { task: 'genre', folds: 3 });
 * console.log((await classifier.predict('The clown drops the cake.')).label); // comedy
 * ```
 */
export async function trainClassifier(
  source: string | readonly LabelledText[],
  options: TrainClassifierOptions = {},
): Promise<Classifier> {
  const { task = 'label', encoder, seed = 1, signal, onProgress } = options;
  const folds = whole('folds', options.folds ?? 5, 2, 20);
  const most = whole('terms', options.terms ?? 20_000, 100, 200_000);
  const epochs = whole('epochs', options.epochs ?? 30, 1, 500);
  if (typeof task !== 'string' || task === '') throw new TypeError('trainClassifier: task must be a name.');
  const texts = typeof source === 'string' ? await readLabelledFolder(source, { signal }) : source;
  const { labels, truths } = checkTexts(texts);
  const plain = texts.map(({ text }) => plainText(text));
  const set: TrainingSet = {
    counts: plain.map(countTerms),
    vectors: encoder ? await encodeTexts(plain, encoder, signal) : [],
    dimensions: encoder?.dimensions ?? 0,
    truths,
    labels,
  };
  const smallest = Math.min(...labels.map((_, label) => truths.filter((truth) => truth === label).length));
  const used = Math.min(folds, smallest);
  const step = createProgress('training', { total: used + 1, unit: 'fits', onProgress });
  const foldOf = stratify(truths, labels.length, used, seed);
  const judgements: Judgement[] = [];
  for (let fold = 0; fold < used; fold++) {
    const fitted = await fit(set, (text) => foldOf[text] !== fold, { most, epochs, seed: `${seed}/${fold}`, signal });
    for (const [text, truth] of truths.entries())
      if (foldOf[text] === fold)
        judgements[text] = { truth, probabilities: predictLogistic(fitted.model, vectorOf(set, text, fitted)) };
    step();
  }
  const temperatureOf = temperatures(judgements, foldOf, used);
  const calibrated = judgements.map(({ truth, probabilities }, text): Judgement => ({
    truth,
    probabilities: temper(probabilities, temperatureOf[foldOf[text]]),
  }));
  const { vocabulary, model } = await fit(set, () => true, { most, epochs, seed: `${seed}/all`, signal });
  step();
  return createClassifier({
    task,
    labels,
    vocabulary,
    model,
    temperature: fitTemperature(judgements),
    report: reportOn(calibrated, labels, used),
    ...(encoder ? { encoder } : {}),
  });
}

interface TrainingSet {
  counts: readonly TermCounts[];
  /** Of the sentences; empty without an encoder. */
  vectors: readonly Float32Array[];
  dimensions: number;
  truths: readonly number[];
  labels: readonly string[];
}

interface Fitted {
  vocabulary: Vocabulary;
  numbers: ReadonlyMap<string, number>;
  model: LogisticModel;
}

function checkTexts(texts: readonly LabelledText[]): { labels: string[]; truths: number[] } {
  if (!Array.isArray(texts)) throw new TypeError('trainClassifier takes the path of a folder or a list of labelled texts.');
  const bad = (found: string, remedy: string): NlpScriptError =>
    new NlpScriptError('BAD_TRAINING_SET', `the labelled texts can't be learned from: ${found}`, { remedy });
  const counts = new Map<string, number>();
  for (const [i, entry] of texts.entries()) {
    const { text, label, name = `text ${i + 1}` } = (entry ?? {}) as Partial<LabelledText>;
    if (typeof label !== 'string' || label === '') throw new TypeError(`trainClassifier: ${name} has no label.`);
    if (typeof text !== 'string' && !Array.isArray(text?.elements))
      throw new TypeError(`trainClassifier: ${name} is neither a text nor a screenplay.`);
    if (plainText(text).trim() === '') throw bad(`${name} is empty`, 'Leave it out.');
    counts.set(label, (counts.get(label) ?? 0) + 1);
  }
  const labels = [...counts.keys()].sort();
  if (labels.length < 2)
    throw bad(
      `they carry ${labels.length === 0 ? 'no label' : `one label, ${labels[0]}`}, expected at least two`,
      'Add texts of another label.',
    );
  for (const [label, count] of counts)
    if (count < 2)
      throw bad(`${label} has one text, expected at least two`, 'Add texts of this label; ten or more are worth measuring.');
  return { labels, truths: texts.map(({ label }) => labels.indexOf(label)) };
}

/** The fold of each text: every label is spread evenly. */
function stratify(truths: readonly number[], labels: number, folds: number, seed: number | string): number[] {
  const random = createRandom(seed).split('folds');
  const foldOf: number[] = [];
  let next = 0;
  for (let label = 0; label < labels; label++) {
    const own = truths.flatMap((truth, text) => (truth === label ? [text] : []));
    for (const text of random.shuffle(own)) foldOf[text] = next++ % folds;
  }
  return foldOf;
}

async function fit(
  set: TrainingSet,
  seen: (text: number) => boolean,
  { most, epochs, seed, signal }: { most: number; epochs: number; seed: string; signal?: AbortSignal },
): Promise<Fitted> {
  const own = set.truths.flatMap((_, text) => (seen(text) ? [text] : []));
  const vocabulary = chooseVocabulary(
    own.map((text) => set.counts[text]),
    most,
  );
  const numbers = new Map(vocabulary.terms.map((term, i) => [term, i]));
  const classes = set.labels.length;
  const support = set.labels.map((_, label) => own.filter((text) => set.truths[text] === label).length);
  const samples = own.map((text) => ({
    features: vectorOf(set, text, { vocabulary, numbers }),
    target: set.labels.map((_, label) => (label === set.truths[text] ? 1 : 0)),
    weight: own.length / (classes * support[set.truths[text]]),
  }));
  const model = await fitLogistic(samples, {
    classes,
    dimensions: vocabulary.terms.length + set.dimensions,
    epochs,
    learningRate: 0.05,
    l2: 1e-4,
    seed,
    signal,
  });
  return { vocabulary, numbers, model };
}

function vectorOf(
  { counts, vectors }: TrainingSet,
  text: number,
  { vocabulary, numbers }: Pick<Fitted, 'vocabulary' | 'numbers'>,
): ReturnType<typeof textVector> {
  return textVector(counts[text], vocabulary, numbers, vectors[text]);
}

/** For each fold the temperature fitted on the others, so that no text calibrates itself. */
function temperatures(judgements: readonly Judgement[], foldOf: readonly number[], folds: number): number[] {
  return Array.from({ length: folds }, (_, fold) =>
    fitTemperature(judgements.filter((_judgement, text) => foldOf[text] !== fold)),
  );
}

function whole(name: string, value: number, low: number, high: number): number {
  if (!Number.isInteger(value) || value < low || value > high)
    throw new RangeError(`trainClassifier: ${name} must be a whole number from ${low} to ${high}, got ${value}.`);
  return value;
}
