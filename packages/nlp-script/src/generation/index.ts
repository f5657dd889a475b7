/** @file What `@filmai/nlp-script/generation` gives. */
export { collectText, WritingError } from './text-generator.js';
export type { TextFinish, TextGenerator, TextOptions, TextPiece, TextUsage, WrittenText } from './text-generator.js';
