/** @file The screenplay as plain data, and what can be asked of it whatever format it came from. */
export { formatEighths, measurePages, parseEighths } from './pages.js';
export type { ElementLayout, PageLayout, PageStyle, SceneLayout } from './pages.js';
export { readScripts } from './read-scripts.js';
export type { FolderScript, ReadScriptsOptions } from './read-scripts.js';
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
