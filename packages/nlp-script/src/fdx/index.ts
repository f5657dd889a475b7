/** @file The Final Draft format (FDX): text and files, read and written. */
export { parseFdx } from './parse.js';
export type { ParsedFdx } from './parse.js';
export { formatFdx } from './format.js';
export type { FdxOptions } from './format.js';
export { readFdx, writeFdx } from './file.js';
export { NlpScriptError } from '../screenplay/error.js';
export type { NlpScriptErrorCode } from '../screenplay/error.js';
export type { ReadScriptOptions, WriteScriptOptions } from '../screenplay/script-file.js';
