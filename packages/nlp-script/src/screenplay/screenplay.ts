/**
 * @file A screenplay in memory: a flat list of elements in the order of the page, each with its place in the source. All
 * readers (Fountain, Final Draft) make this, all analyses read it, all writers take it.
 */

/** A place in a text. */
export interface Position {
  /** UTF-16 units from the start of the text, from 0. */
  offset: number;
  /** Line, from 1. CR LF, LF and CR end a line. */
  line: number;
  /** UTF-16 units in the line, from 1. */
  column: number;
}

/** A stretch of a text: `start` included, `end` excluded. */
export interface Span {
  start: Position;
  end: Position;
}

/** A remark of a reader or an analysis; readers never throw on bad writing. */
export interface Diagnostic {
  severity: 'error' | 'warning' | 'info';
  /** Stable name: `'UNCLOSED_NOTE'`. */
  code: string;
  /** What is wrong and what to do about it. */
  message: string;
  span: Span;
}

/** A run of text with one emphasis. */
export interface StyledText {
  text: string;
  bold?: boolean;
  italic?: boolean;
  underline?: boolean;
  strikeout?: boolean;
}

/** What every element has. */
export interface ElementBase {
  /** Text without markup, forcing characters or notes; lines joined by `\n`. */
  text: string;
  /** The same text by emphasis; absent where nothing is emphasised. */
  styled?: StyledText[];
  span: Span;
  /** True where a forcing character (`.`, `@`, `!`, `>`, `~`) decided the type. */
  forced?: boolean;
}

/** Indoors, outdoors, both. */
export type Setting = 'int' | 'ext' | 'int-ext';

/** `INT. KITCHEN - NIGHT #12A#` */
export interface SceneHeading extends ElementBase {
  type: 'scene-heading';
  setting?: Setting;
  /** The place's words as written, without setting and time: `'KITCHEN'`, `'LIGHTHOUSE - LAMP ROOM'`. */
  place: string;
  /** The time's words as written: `'NIGHT'`, `'MOMENTS LATER'`, `'夜'`. */
  time?: string;
  /** As written between `#` signs. */
  sceneNumber?: string;
}

/** The name above a speech. */
export interface Character extends ElementBase {
  type: 'character';
  /** The name alone: `'MARA'`. */
  name: string;
  /** `V.O.`, `O.S.`, `CONT'D` … without brackets, as written. */
  extensions: string[];
  /** The side of a dual dialogue that this cue's speech stands on. */
  dual?: 'left' | 'right';
}

/** Elements that are text and nothing more. `note` and `boneyard` stand alone between others only where they fill a whole paragraph. */
export interface PlainElement extends ElementBase {
  type: 'action' | 'dialogue' | 'parenthetical' | 'lyrics' | 'transition' | 'centered' | 'synopsis' | 'page-break' | 'note' | 'boneyard';
}

/** `# Act one`; depth 1 to 6. */
export interface Section extends ElementBase {
  type: 'section';
  depth: number;
}

/** Any element. Switch on `type`. */
export type ScriptElement = SceneHeading | Character | PlainElement | Section;

/** One entry of the title page, in the order of the source. */
export interface TitleEntry {
  /** As written: `'Draft date'`. */
  key: string;
  values: string[];
  span: Span;
}

/** A note `[[…]]` inside another element or alone. */
export interface Note {
  text: string;
  span: Span;
}

/** A whole script. Values are plain JSON. */
export interface Screenplay {
  titlePage: TitleEntry[];
  elements: ScriptElement[];
  /** All notes, wherever they stand. */
  notes: Note[];
  /** Text that is cut out with a boneyard. */
  boneyards: Span[];
  /** The source exactly as read, decoded: with it an unchanged script is written back byte for byte. Absent where made by hand. */
  source?: { text: string; encoding: string; bom: boolean };
}
