/** @file Captions: SubRip and WebVTT, and the breaking of speech into captions. */
export { captionsOf } from './cue.js';
export type { Cue, SpokenText, SubtitleDiagnostic } from './cue.js';
export { formatSrt, parseSrt } from './srt.js';
export { formatVtt, parseVtt } from './vtt.js';
export type { WebVtt } from './vtt.js';
