/** @file The Fountain screenplay format: text and files, read and written. */
export { parseFountain } from './parse.js';
export type { FountainOptions, ParsedScript } from './parse.js';
export { encodeFountain, formatFountain } from './format.js';
export { readFountain, writeFountain } from './file.js';
export { NlpScriptError } from '../screenplay/error.js';
export type { NlpScriptErrorCode } from '../screenplay/error.js';
export type { ReadScriptOptions, WriteScriptOptions } from '../screenplay/script-file.js';
export type {
  Character,
  Diagnostic,
  ElementBase,
  Note,
  PlainElement,
  Position,
  SceneHeading,
  Screenplay,
  ScriptElement,
  ScriptElementType,
  ScriptSource,
  Section,
  Setting,
  Span,
  StyledText,
  TitleEntry,
} from '../screenplay/screenplay.js';
