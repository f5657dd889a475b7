/** @file What `@filmai/nlp-script/translation` gives. */
export { countSyllables, measureSpoken } from './dubbing.js';
export type { SpokenLength } from './dubbing.js';
export { translateScript } from './translate-script.js';
export type { TranslatedLine, TranslatedScript, TranslateOptions, TranslationMemory } from './translate-script.js';
export { openTransformersTranslator } from './translator.js';
export type { OpenTranslator, TransformersTranslatorOptions, Translator } from './translator.js';
