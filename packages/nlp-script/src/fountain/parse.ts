/**
 * @file Reads Fountain, the plain-text format of screenplays (fountain.io, version 1.1), with the place of everything in the
 * source and remarks instead of exceptions.
 */
import { createLineTable } from '../screenplay/line-table.js';
import type { Diagnostic, Note, SceneHeading, Screenplay, ScriptSource, Span } from '../screenplay/screenplay.js';
import { decodeText, isPlainText } from '../screenplay/text-encoding.js';
import { readElements } from './elements.js';
import { commentText, splitLines } from './lines.js';
import { parseTitlePage } from './title-page.js';

/** How `parseFountain` reads. */
export interface FountainOptions {
  /** Read the first paragraph as a title page where it is one. Default true. */
  titlePage?: boolean;
  /** The bytes' encoding as `TextDecoder` names it, where it is known. Default: recognised. Ignored for text. */
  encoding?: string;
}

/** A script and what there is to say about it. */
export interface ParsedScript {
  screenplay: Screenplay;
  /** In the order of the source. */
  diagnostics: Diagnostic[];
}

/**
 * Reads a Fountain script.
 *
 * Bad writing never throws: what can't be read as meant becomes action or text, with a diagnostic that says where and what to do.
 * Time and memory grow with the length of the text.
 *
 * Diagnostics: `NOT_TEXT`, `EMPTY`, `NO_SCENE` (errors); `BAD_BYTES`, `UNCLOSED_NOTE`, `UNCLOSED_BONEYARD`, `CUE_WITHOUT_DIALOGUE`,
 * `DUAL_WITHOUT_PARTNER`, `HEADING_MISSPELT`, `HEADING_NOT_SEPARATED`, `HEADING_WITHOUT_BLANK_LINE`, `SCENE_NUMBER_TWICE` (warnings);
 * `ENCODING`, `CUE_GUESSED`, `CUE_LIKE_ACTION`, `TEXT_BEFORE_SCENE`, `UNCLOSED_PARENTHETICAL` (info).
 *
 * @param input - Text, or the bytes of a file: UTF-8, UTF-16, and by its look Windows-1252, GB 18030, Big5, Shift JIS or EUC-KR.
 * @param options - See `FountainOptions`.
 * @returns The screenplay with its source, so that `formatFountain` gives the same text back; and the diagnostics.
 * @throws TypeError where `input` is neither text nor bytes, or an option is of the wrong type.
 * @throws RangeError where `encoding` names no encoding that is known here.
 * @example
 * ```ts
 * import { parseFountain } from '@filmai/nlp-script/fountain';
 *
 * const { screenplay, diagnostics } = parseFountain('INT. KITCHEN - NIGHT\n\nMARA\n(quietly)\nWho is there?\n');
 * console.log(screenplay.elements.map((element) => element.type).join(' ')); // scene-heading character parenthetical dialogue
 * console.log(screenplay.elements[3].span.start.line, diagnostics.length); // 5 0
 * ```
 */
export function parseFountain(input: string | Uint8Array, options: FountainOptions = {}): ParsedScript {
  const { titlePage = true, encoding } = checkOptions(options);
  const diagnostics: Diagnostic[] = [];
  const source = readSource(input, encoding, diagnostics);
  if (!source) return { screenplay: emptyScreenplay(), diagnostics };
  const { text } = source;
  const table = createLineTable(text);
  if (diagnostics.some(({ code }) => code === 'NOT_TEXT')) return { screenplay: { ...emptyScreenplay(), source }, diagnostics };
  if (text.trim() === '') {
    diagnostics.push({
      severity: 'error',
      code: 'EMPTY',
      message: 'the script is empty: write at least one scene heading and some action',
      span: table.spanOf(0, text.length),
    });
    return { screenplay: { ...emptyScreenplay(), source }, diagnostics };
  }
  const { lines, comments, unclosed } = splitLines(text, table);
  for (const { kind, start } of unclosed) diagnostics.push(unclosedDiagnostic(kind, table.spanOf(start, start + 2)));
  const title = titlePage ? parseTitlePage(lines, table) : { entries: [], next: 0 };
  const elements = readElements(text, lines, title.next, table, diagnostics);
  const notes: Note[] = [];
  const boneyards: Span[] = [];
  for (const { kind, start, end } of comments) {
    const span = table.spanOf(start, end);
    if (kind === 'boneyard') boneyards.push(span);
    else
      notes.push({
        text: commentText(text.slice(start + 2, end - 2)),
        span,
      });
  }
  const screenplay: Screenplay = { titlePage: title.entries, elements, notes, boneyards, source };
  checkScenes(screenplay, diagnostics);
  diagnostics.sort((a, b) => a.span.start.offset - b.span.start.offset);
  return { screenplay, diagnostics };
}

/** A screenplay with nothing in it. */
export function emptyScreenplay(): Screenplay {
  return { titlePage: [], elements: [], notes: [], boneyards: [] };
}

function checkOptions(options: FountainOptions): FountainOptions {
  if (typeof options !== 'object' || options === null)
    throw new TypeError(`parseFountain: options must be an object, got ${String(options)}`);
  if (options.titlePage !== undefined && typeof options.titlePage !== 'boolean')
    throw new TypeError('parseFountain: titlePage must be true or false');
  if (options.encoding !== undefined && typeof options.encoding !== 'string')
    throw new TypeError('parseFountain: encoding must be a name');
  return options;
}

const NOWHERE: Span = { start: { offset: 0, line: 1, column: 1 }, end: { offset: 0, line: 1, column: 1 } };

/** Text or bytes as source; remarks on its encoding. */
function readSource(input: unknown, encoding: string | undefined, diagnostics: Diagnostic[]): ScriptSource | undefined {
  const refuse = (kind: string): undefined => {
    diagnostics.push({
      severity: 'error',
      code: 'NOT_TEXT',
      message: `this is ${kind}, not a screenplay: give a plain text file in Fountain format`,
      span: NOWHERE,
    });
  };
  if (typeof input === 'string') {
    const bom = input.startsWith('\ufeff');
    const text = bom ? input.slice(1) : input;
    if (!isPlainText(text)) refuse('binary data');
    return { format: 'fountain', text, encoding: 'utf-8', bom };
  }
  if (!(input instanceof Uint8Array))
    throw new TypeError(`parseFountain: expected text or a Uint8Array, got ${input === null ? 'null' : typeof input}`);
  if (encoding !== undefined) {
    const decoder = new TextDecoder(encoding, { ignoreBOM: true });
    const text = decoder.decode(input);
    const bom = text.startsWith('\ufeff');
    return { format: 'fountain', text: bom ? text.slice(1) : text, encoding: decoder.encoding, bom };
  }
  const decoded = decodeText(input);
  if ('kind' in decoded) return refuse(decoded.kind);
  if (decoded.evidence === 'damaged') {
    diagnostics.push({
      severity: 'warning',
      code: 'BAD_BYTES',
      message: `read as ${decoded.encoding}, but some bytes are none: save the script as UTF-8`,
      span: NOWHERE,
    });
  } else if (decoded.encoding !== 'utf-8') {
    const sure = decoded.evidence === 'mark' ? 'by its byte order mark' : 'by its look: save the script as UTF-8 to be sure';
    diagnostics.push({
      severity: 'info',
      code: 'ENCODING',
      message: `read as ${decoded.encoding}, recognised ${sure}`,
      span: NOWHERE,
    });
  }
  return { format: 'fountain', text: decoded.text, encoding: decoded.encoding, bom: decoded.bom };
}

function unclosedDiagnostic(kind: 'note' | 'boneyard', span: Span): Diagnostic {
  return kind === 'note'
    ? {
        severity: 'warning',
        code: 'UNCLOSED_NOTE',
        message:
          'a note is opened with [[ and not closed before the next blank line: close it with ]], or write \\[[ for plain text',
        span,
      }
    : {
        severity: 'warning',
        code: 'UNCLOSED_BONEYARD',
        message: 'a boneyard is opened with /* and never closed: close it with */, or write \\/* for plain text',
        span,
      };
}

/** Remarks that need the whole script: no scene, text before the first, a number twice. */
function checkScenes({ elements, source }: Screenplay, diagnostics: Diagnostic[]): void {
  const first = elements.findIndex(({ type }) => type === 'scene-heading');
  if (first === -1) {
    const end = source?.text.length ?? 0;
    const span =
      elements.length > 0
        ? { start: elements[0].span.start, end: elements[elements.length - 1].span.end }
        : { start: NOWHERE.start, end: { ...NOWHERE.end, offset: end, column: end + 1 } };
    diagnostics.push({
      severity: 'error',
      code: 'NO_SCENE',
      message: 'no scene heading found: begin each scene with a line such as INT. KITCHEN - NIGHT, a blank line above and below',
      span,
    });
    return;
  }
  const early = elements
    .slice(0, first)
    .find(({ type, text }) => (type === 'action' && !/^(?:FADE|OPEN|OVER|BLACK)\b.*[:.]?$/.test(text)) || type === 'dialogue');
  if (early) {
    diagnostics.push({
      severity: 'info',
      code: 'TEXT_BEFORE_SCENE',
      message: 'text before the first scene heading belongs to no scene: put a heading above it if it should',
      span: early.span,
    });
  }
  const numbers = new Set<string>();
  for (const element of elements) {
    if (element.type !== 'scene-heading' || element.sceneNumber === undefined) continue;
    if (numbers.has(element.sceneNumber)) diagnostics.push(numberTwice(element));
    numbers.add(element.sceneNumber);
  }
}

function numberTwice({ sceneNumber, span }: SceneHeading): Diagnostic {
  return {
    severity: 'warning',
    code: 'SCENE_NUMBER_TWICE',
    message: `scene number ${sceneNumber} is used before: give this scene one of its own`,
    span,
  };
}
