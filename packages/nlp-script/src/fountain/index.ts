/** @file The Fountain screenplay format: text and files, read and written. */
export { parseFountain } from './parse.js';
export type { FountainOptions, ParsedScript } from './parse.js';
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
