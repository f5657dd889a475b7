/** @file WAV: bytes and files ↔ sound. */
export { readWav, writeWav } from './files.js';
export { formatWav } from './format-wav.js';
export type { FormatWavOptions } from './format-wav.js';
export { parseWav } from './parse-wav.js';
export type { WavDiagnostic, WavSound } from './parse-wav.js';
