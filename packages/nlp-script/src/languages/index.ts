/** @file What `@filmai/nlp-script/languages` gives. */
export { recogniseLanguage } from './recognise.js';
export type { LanguageCode, RecognisedLanguage } from './recognise.js';
export { scriptLanguages } from './script-languages.js';
export type { LanguageLine, ScriptLanguages } from './script-languages.js';
export { measureSentiment } from './sentiment.js';
export type { LanguageSentiment, SentimentHit } from './sentiment.js';
export { splitWords } from './words.js';
export type { Word } from './words.js';
