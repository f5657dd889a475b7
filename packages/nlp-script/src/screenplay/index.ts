/** @file The screenplay as plain data, and what can be asked of it whatever format it came from. */
export { sourceSpan } from './source-span.js';
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
} from './screenplay.js';
