/** @file What `@filmai/nlp-script/originality` gives. */
export { checkOriginality } from './check-originality.js';
export type { NearCopy, OriginalityOptions, OriginalityReport, SharedPassage } from './check-originality.js';
export { formatOriginalityIndex, parseOriginalityIndex, readOriginalityIndex, writeOriginalityIndex } from './index-file.js';
export { measureNovelty } from './novelty.js';
export type { Novelty } from './novelty.js';
export { createOriginalityIndex } from './originality-index.js';
export type { IndexedScript, OriginalityIndex } from './originality-index.js';
export { findParaphrases } from './paraphrases.js';
export type { Paraphrase, ParaphraseOptions, ParaphraseReport } from './paraphrases.js';
export type { WordStream } from './word-stream.js';
