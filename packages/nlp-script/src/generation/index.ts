/** @file What `@filmai/nlp-script/generation` gives. */
export { createEndpointGenerator } from './endpoint-generator.js';
export type { EndpointOptions } from './endpoint-generator.js';
export { openLlamaGenerator } from './llama-generator.js';
export type { LlamaGeneratorOptions } from './llama-generator.js';
export { collectText, WritingError } from './text-generator.js';
export type { TextFinish, TextGenerator, TextOptions, TextPiece, TextUsage, WrittenText } from './text-generator.js';
export { openTransformersGenerator } from './transformers-generator.js';
export type { OpenTextGenerator, TransformersGeneratorOptions } from './transformers-generator.js';
