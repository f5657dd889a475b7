/** @file What `@filmai/nlp-script/language-models` gives. */
export { countWeights, copyModel, createBert, createGpt, createRecurrent } from './language-model.js';
export type { LanguageModel, RecurrentModel, TransformerModel } from './language-model.js';
export type { RecurrentKind, RecurrentShape } from './recurrent-plan.js';
export { createTokenizer, trainTokenizer } from './tokenizer.js';
export type { Tokenizer } from './tokenizer.js';
export type { Merge } from './byte-pair-merges.js';
export { formatTokenizer, parseTokenizer } from './tokenizer-json.js';
export { trainLanguageModel } from './train.js';
export { warmUpCosine } from './training-options.js';
export type {
  CheckpointPlan,
  HeldOutPlan,
  LanguageModelStep,
  LearningRateSchedule,
  ScalarTracker,
  TrainLanguageModelOptions,
} from './training-options.js';
export type { TransformerKind, TransformerShape } from './transformer-plan.js';
export type { Weight } from './weights.js';
export { loadLanguageModel, saveLanguageModel } from './model-files.js';
export { measurePerplexity } from './perplexity.js';
export type { Perplexity } from './perplexity.js';
export { openSession } from './model-session.js';
export type { ModelSession } from './model-session.js';
export { gptGenerator, languageModelGenerator } from './model-generator.js';
export { openPretrainedGpt } from './pretrained.js';
export type { GptCard } from './pretrained.js';
export { exportToGguf } from './export/gguf.js';
export { exportToTransformers } from './export/transformers-folder.js';
export { countKneserNey } from './kneser-ney.js';
export type { KneserNey } from './kneser-ney.js';
export { fineTune } from './fine-tune.js';
export type { FineTuned, FineTuneOptions } from './fine-tune.js';
export { bertEncoder, guessMasked } from './masked-encoder.js';
export type { MaskedGuess } from './masked-encoder.js';
