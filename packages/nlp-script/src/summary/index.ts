/** @file What `@filmai/nlp-script/summary` gives. */
export { writeSummary } from './abstract.js';
export type { SummaryPipeline, WriteSummaryOptions, WrittenPart, WrittenSummary } from './abstract.js';
export { ANSWER_THRESHOLD, answerQuestion, ENCODER_THRESHOLD } from './answer.js';
export type { AnswerOptions, AnswerSource, ScriptAnswer } from './answer.js';
export { summarizeScript } from './extract.js';
export type { ScriptSummary, SummaryLevel, SummaryOptions, SummaryPart, SummarySentence } from './extract.js';
