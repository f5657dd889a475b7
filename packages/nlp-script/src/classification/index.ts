/** @file What `@filmai/nlp-script/classification` gives. */
export { loadClassifier } from './classifier.js';
export type { ClassificationMethod, Classifier, Prediction, Reason } from './classifier.js';
export type { ClassificationReport, LabelReport } from './report.js';
export { trainClassifier } from './train-classifier.js';
export type { TrainClassifierOptions } from './train-classifier.js';
export { readLabelledFolder } from './training-texts.js';
export type { LabelledText } from './training-texts.js';
