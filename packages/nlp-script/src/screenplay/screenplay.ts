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
  /** `error`: (part of) the script could not be read. `warning`: probably not what the writer meant. `info`: a guess to know of. */
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
  /** Blank lines in front beyond the usual one, where the writer left more; a page keeps them before action. */
  blankLines?: number;
  /** Final Draft's own name of the paragraph where none of ours says the same: `'Shot'`, `'General'`, `'Cast List'`. */
  style?: string;
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
  /** Length in eighths of a page where the source names it (Final Draft); `measurePages` computes it for any script. */
  eighths?: number;
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

/**
 * Elements that are text and nothing more. A parenthetical's text has its brackets, as on the page: `'(quietly)'`. `note` and
 * `boneyard` stand alone between others only where they fill lines of their own.
 */
export interface PlainElement extends ElementBase {
  type:
    | 'action'
    | 'dialogue'
    | 'parenthetical'
    | 'lyrics'
    | 'transition'
    | 'centered'
    | 'synopsis'
    | 'page-break'
    | 'note'
    | 'boneyard';
}

/** `# Act one`; depth 1 to 6. */
export interface Section extends ElementBase {
  type: 'section';
  depth: number;
}

/** One of the kinds of element. */
export type ScriptElementType = ScriptElement['type'];

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
  /** Where the script was read from. Absent where it is made by hand. */
  source?: ScriptSource;
}

/** The source exactly as read: with it an unchanged script is written back byte for byte. All spans are places in its `text`. */
export interface ScriptSource {
  format: 'fountain' | 'fdx';
  /** Decoded, without a byte order mark; line ends as they were. */
  text: string;
  /** Name of the encoding as `TextDecoder` knows it: `'utf-8'`, `'utf-16le'`, `'gb18030'`, `'windows-1252'`. */
  encoding: string;
  /** Whether a byte order mark stood in front. */
  bom: boolean;
}
