/** @file Reads Final Draft's XML (`.fdx`) into a screenplay. */
import { parseCue } from '../screenplay/cue.js';
import { describeHeading } from '../screenplay/heading.js';
import { createLineTable } from '../screenplay/line-table.js';
import type { LineTable } from '../screenplay/line-table.js';
import { parseEighths } from '../screenplay/pages.js';
import type {
  Diagnostic,
  ElementBase,
  Note,
  ScriptElement,
  Screenplay,
  ScriptSource,
  StyledText,
  TitleEntry,
} from '../screenplay/screenplay.js';
import { decodeText } from '../screenplay/text-encoding.js';
import { parseTitleParagraphs } from './title-page.js';
import { readXmlScript } from './xml-script.js';
import type { FdxDocument, FdxParagraph } from './xml-script.js';

/** A script read from Final Draft, and what there is to say about it. */
export interface ParsedFdx {
  screenplay: Screenplay;
  diagnostics: Diagnostic[];
}

/** Paragraph types that are elements of ours. */
const PLAIN_TYPES = new Map<string, 'action' | 'parenthetical' | 'dialogue' | 'transition' | 'lyrics'>([
  ['Action', 'action'],
  ['Parenthetical', 'parenthetical'],
  ['Dialogue', 'dialogue'],
  ['Transition', 'transition'],
  ['Lyrics', 'lyrics'],
  ['Singing', 'lyrics'],
]);

/** Types that are read as action and keep their name in `style`. */
const STYLED_ACTION = new Set(['Shot', 'General', 'Cast List', 'Montage', 'Show/Ep. Title', 'Text Message', 'Image']);
/** Types that structure the script. */
const STYLED_SECTION = new Map([
  ['New Act', 1],
  ['End of Act', 1],
  ['Outline 1', 1],
  ['Outline 2', 2],
  ['Outline 3', 3],
  ['Outline 4', 4],
]);

/**
 * Reads a Final Draft script.
 *
 * Paragraph types become elements; `Shot`, `General`, `Cast List` and unknown ones become action with their name in `style`, acts and
 * outline become sections, a heading's summary a synopsis, script notes notes. Parts of the file that are not read (settings, tags, revisions) are named
 * in a diagnostic and stay in the source, so that `formatFdx` keeps them.
 *
 * Diagnostics: `NOT_TEXT`, `EMPTY`, `NOT_FDX`, `MALFORMED_XML`, `ENTITIES_REFUSED`, `NO_SCENE` (errors); `UNKNOWN_PARAGRAPH`, `PART_NOT_READ` (info).
 *
 * @param input - Text, or the bytes of a file.
 * @returns The screenplay; spans are places in the XML.
 * @throws TypeError where `input` is neither text nor bytes.
 * @example
 * ```ts
 * import { parseFdx } from '@filmai/nlp-script/fdx';
 *
 * const xml = '<FinalDraft><Content><Paragraph Type="Scene Heading" Number="7"><Text>INT. HALL - DAY</Text></Paragraph></Content></FinalDraft>';
 * const [heading] = parseFdx(xml).screenplay.elements;
 * console.log(heading.type, heading.text); // scene-heading INT. HALL - DAY
 * ```
 */
export function parseFdx(input: string | Uint8Array): ParsedFdx {
  const diagnostics: Diagnostic[] = [];
  const source = readSource(input, diagnostics);
  const empty: Screenplay = { titlePage: [], elements: [], notes: [], boneyards: [] };
  if (!source) return { screenplay: empty, diagnostics };
  const table = createLineTable(source.text);
  if (source.text.trim() === '') {
    diagnostics.push({
      severity: 'error',
      code: 'EMPTY',
      message: 'the file is empty: save the script in Final Draft again',
      span: table.spanOf(0, 0),
    });
    return { screenplay: { ...empty, source }, diagnostics };
  }
  const document = readXmlScript(source.text);
  report(document, table, diagnostics);
  const refused = document.root !== 'FinalDraft' || document.faults.some(({ code }) => code === 'ENTITIES_REFUSED');
  if (refused) return { screenplay: { ...empty, source }, diagnostics };
  const { elements, notes } = readBody(document.body, table, diagnostics);
  const titlePage: TitleEntry[] = parseTitleParagraphs(document.titlePage).map(({ key, values, start, end }) => ({
    key,
    values,
    span: table.spanOf(start, end),
  }));
  if (!elements.some(({ type }) => type === 'scene-heading')) {
    diagnostics.push({
      severity: 'error',
      code: 'NO_SCENE',
      message: 'no paragraph of type Scene Heading found: give each scene one',
      span: table.spanOf(0, 0),
    });
  }
  diagnostics.sort((a, b) => a.span.start.offset - b.span.start.offset);
  return { screenplay: { titlePage, elements, notes, boneyards: [], source }, diagnostics };
}

function readSource(input: unknown, diagnostics: Diagnostic[]): ScriptSource | undefined {
  if (typeof input === 'string') {
    const bom = input.startsWith('\ufeff');
    return { format: 'fdx', text: bom ? input.slice(1) : input, encoding: 'utf-8', bom };
  }
  if (!(input instanceof Uint8Array))
    throw new TypeError(`parseFdx: expected text or a Uint8Array, got ${input === null ? 'null' : typeof input}`);
  const decoded = decodeText(input);
  if ('kind' in decoded) {
    const nowhere = { offset: 0, line: 1, column: 1 };
    diagnostics.push({
      severity: 'error',
      code: 'NOT_TEXT',
      message: `this is ${decoded.kind}, not a Final Draft script: give an .fdx file`,
      span: { start: nowhere, end: nowhere },
    });
    return undefined;
  }
  return { format: 'fdx', text: decoded.text, encoding: decoded.encoding, bom: decoded.bom };
}

function report({ root, faults, unread }: FdxDocument, table: LineTable, diagnostics: Diagnostic[]): void {
  for (const { code, message, at } of faults) {
    const remedy =
      code === 'ENTITIES_REFUSED'
        ? 'save the script in Final Draft again'
        : 'what stands before it was read; save the script in Final Draft again';
    diagnostics.push({
      severity: 'error',
      code,
      message: `${message.replace(/\.$/, '')}: ${remedy}`,
      span: table.spanOf(at, at),
    });
  }
  if (root !== 'FinalDraft') {
    const message = root === undefined ? 'this is no XML' : `the file's root is <${root}>, not <FinalDraft>`;
    diagnostics.push({
      severity: 'error',
      code: 'NOT_FDX',
      message: `${message}: give a script saved by Final Draft 8 or later`,
      span: table.spanOf(0, 0),
    });
    return;
  }
  for (const [name, { start, end }] of unread) {
    diagnostics.push({
      severity: 'info',
      code: 'PART_NOT_READ',
      message: `<${name}> is not read; it stays in the file when the script is written as FDX`,
      span: table.spanOf(start, end),
    });
  }
}

function readBody(
  paragraphs: readonly FdxParagraph[],
  table: LineTable,
  diagnostics: Diagnostic[],
): { elements: ScriptElement[]; notes: Note[] } {
  const elements: ScriptElement[] = [];
  const notes: Note[] = [];
  let cuesInDual = 0;
  let dual = 0;
  let blanks = 0;
  for (const paragraph of paragraphs) {
    const span = table.spanOf(paragraph.start, paragraph.end);
    const base: ElementBase = { ...readRuns(paragraph.runs), span };
    if (paragraph.attributes.StartsNewPage === 'Yes' && elements.length > 0)
      elements.push({ type: 'page-break', text: '', span: { start: span.start, end: span.start } });
    for (const { text, start, end } of paragraph.notes) notes.push({ text, span: table.spanOf(start, end) });
    if (base.text.trim() === '') {
      blanks += elements.length > 0 ? 1 : 0;
      continue;
    }
    if (blanks > 0) base.blankLines = blanks;
    blanks = 0;
    if (paragraph.dual !== dual) cuesInDual = 0;
    dual = paragraph.dual ?? 0;
    const element = readElement(paragraph, base, diagnostics);
    if (element.type === 'character' && dual > 0 && ++cuesInDual <= 2) element.dual = cuesInDual === 1 ? 'left' : 'right';
    elements.push(element);
    if (paragraph.summary.trim() !== '') elements.push({ type: 'synopsis', text: paragraph.summary.trim(), span });
  }
  return { elements, notes };
}

function readElement({ attributes, length }: FdxParagraph, base: ElementBase, diagnostics: Diagnostic[]): ScriptElement {
  const { Type: type = 'Action', Number: number, Alignment: alignment } = attributes;
  if (type === 'Scene Heading') {
    const eighths = length === undefined ? undefined : parseEighths(length);
    return {
      type: 'scene-heading',
      ...base,
      ...describeHeading(base.text),
      ...(number ? { sceneNumber: number } : {}),
      ...(eighths === undefined ? {} : { eighths }),
    };
  }
  if (type === 'Character') return { type: 'character', ...base, ...parseCue(base.text) };
  const depth = STYLED_SECTION.get(type);
  if (depth !== undefined) return { type: 'section', ...base, depth, ...(type.startsWith('Outline') ? {} : { style: type }) };
  const plain = PLAIN_TYPES.get(type);
  if (plain) return { type: plain === 'action' && alignment === 'Center' ? 'centered' : plain, ...base };
  if (!STYLED_ACTION.has(type)) {
    diagnostics.push({
      severity: 'info',
      code: 'UNKNOWN_PARAGRAPH',
      message: `a paragraph of type "${type}" is read as action; its type is kept in style`,
      span: base.span,
    });
  }
  return { type: alignment === 'Center' ? 'centered' : 'action', ...base, style: type };
}

/** Joins runs of one style; text alone where nothing is emphasised. */
function readRuns(runs: readonly StyledText[]): { text: string; styled?: StyledText[] } {
  const text = runs.map((run) => run.text).join('');
  if (!runs.some(({ bold, italic, underline, strikeout }) => bold || italic || underline || strikeout)) return { text };
  const styled: StyledText[] = [];
  for (const run of runs) {
    const last = styled.at(-1);
    if (
      last &&
      last.bold === run.bold &&
      last.italic === run.italic &&
      last.underline === run.underline &&
      last.strikeout === run.strikeout
    )
      last.text += run.text;
    else styled.push({ ...run });
  }
  return { text, styled };
}
