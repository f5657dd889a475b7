/** @file How well a classifier does on texts it did not see: accuracy, confusion, precision and recall, and whether its probabilities hold. */

/** Figures of one label. */
export interface LabelReport {
  label: string;
  /** Texts that carry it. */
  support: number;
  /** Of the texts given this label, the share that carry it; 0 where none was given it. */
  precision: number;
  /** Of the texts that carry it, the share that was found. */
  recall: number;
  /** Harmonic mean of both. */
  f1: number;
}

/** Figures of cross-validation: each text judged by a model fitted without it. */
export interface ClassificationReport {
  /** Texts in all. */
  texts: number;
  folds: number;
  /** Share of texts given their label. */
  accuracy: number;
  /** What always saying the commonest label would reach. */
  majorityAccuracy: number;
  /** Mean of the labels' F1, each counting the same. */
  macroF1: number;
  labels: LabelReport[];
  /** `confusion[i][j]`: texts of label i that were given label j. */
  confusion: number[][];
  /** Mean negative logarithm of the probability of the true label, after calibration. */
  logLoss: number;
  /** Mean distance between how sure the answers are and how often they are right, in ten bins, after calibration. */
  calibrationError: number;
}

/** A text's true label and the probabilities it was given. */
export interface Judgement {
  truth: number;
  probabilities: ArrayLike<number>;
}

const BINS = 10;

/**
 * Counts judgements.
 *
 * @param judgements - One for each text.
 * @param labels - Names in the order of the probabilities.
 * @param folds - Number of folds they come from.
 */
export function reportOn(judgements: readonly Judgement[], labels: readonly string[], folds: number): ClassificationReport {
  const confusion = labels.map(() => labels.map(() => 0));
  let logLoss = 0;
  const bins = Array.from({ length: BINS }, () => ({ texts: 0, sure: 0, right: 0 }));
  for (const { truth, probabilities } of judgements) {
    const given = likeliest(probabilities);
    confusion[truth][given]++;
    logLoss -= Math.log(Math.max(1e-12, probabilities[truth]));
    const bin = bins[Math.min(BINS - 1, Math.floor(probabilities[given] * BINS))];
    bin.texts++;
    bin.sure += probabilities[given];
    if (given === truth) bin.right++;
  }
  const texts = judgements.length;
  const reports = labels.map((label, i): LabelReport => {
    const support = sum(confusion[i]);
    const given = sum(confusion.map((row) => row[i]));
    const right = confusion[i][i];
    const precision = given === 0 ? 0 : right / given;
    const recall = support === 0 ? 0 : right / support;
    return { label, support, precision, recall, f1: right === 0 ? 0 : (2 * precision * recall) / (precision + recall) };
  });
  return {
    texts,
    folds,
    accuracy: sum(labels.map((_, i) => confusion[i][i])) / texts,
    majorityAccuracy: Math.max(...reports.map(({ support }) => support)) / texts,
    macroF1: sum(reports.map(({ f1 }) => f1)) / labels.length,
    labels: reports,
    confusion,
    logLoss: logLoss / texts,
    calibrationError: sum(bins.map((bin) => Math.abs(bin.sure - bin.right))) / texts,
  };
}

/**
 * The temperature that makes judgements likeliest, by golden-section search over its logarithm, 1/8 to 8.
 *
 * @param judgements - Made at temperature 1, on texts that were not fitted.
 * @see C. Guo et al., "On Calibration of Modern Neural Networks", ICML 2017; J. Platt, "Probabilistic Outputs for Support Vector Machines",
 * 1999, for how sure the truth is taken to be
 */
export function fitTemperature(judgements: readonly Judgement[]): number {
  // A few texts that are all right would make any answer certain: the truth is taken as (n + 1) / (n + 2) sure.
  const certain = (judgements.length + 1) / (judgements.length + 2);
  const logarithmOf = (probability: number): number => Math.log(Math.max(1e-12, probability));
  const loss = (logarithm: number): number =>
    judgements.reduce((total, { truth, probabilities }) => {
      const tempered = temper(probabilities, Math.exp(logarithm));
      const others = (1 - certain) / Math.max(1, tempered.length - 1);
      return tempered.reduce((all, probability, i) => all - (i === truth ? certain : others) * logarithmOf(probability), total);
    }, 0);
  const golden = (Math.sqrt(5) - 1) / 2;
  let low = -Math.log(8);
  let high = Math.log(8);
  while (high - low > 1e-3) {
    const width = golden * (high - low);
    if (loss(high - width) < loss(low + width)) high = low + width;
    else low = high - width;
  }
  return Math.exp((low + high) / 2);
}

/** Probabilities at another temperature. */
export function temper(probabilities: ArrayLike<number>, temperature: number): number[] {
  const powers = Array.from(probabilities, (probability) => Math.max(1e-300, probability) ** (1 / temperature));
  const total = sum(powers);
  return powers.map((power) => power / total);
}

/** Index of the largest, the first of equals. */
export function likeliest(probabilities: ArrayLike<number>): number {
  let best = 0;
  for (let i = 1; i < probabilities.length; i++) if (probabilities[i] > probabilities[best]) best = i;
  return best;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
