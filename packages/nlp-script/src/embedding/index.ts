/** @file What `@filmai/nlp-script/embedding` gives. */
export { openSentenceEncoder } from './open-encoder.js';
export type { OpenSentenceEncoder, SentenceEncoderOptions } from './open-encoder.js';
export { cosineSimilarity } from './sentence-encoder.js';
export type { SentenceEncoder } from './sentence-encoder.js';
