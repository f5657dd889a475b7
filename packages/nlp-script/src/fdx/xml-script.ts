/**
 * @file The XML of a Final Draft file as a list of paragraphs, with the place of each. Nothing is expanded but the five
 * entities of XML itself and numbered characters; a file that declares entities of its own is refused.
 */
import { SaxesParser } from 'saxes';
import type { SaxesTagPlain } from 'saxes';
import type { StyledText } from '../screenplay/screenplay.js';

/** One `<Paragraph>`. */
export interface FdxParagraph {
  attributes: Record<string, string>;
  runs: StyledText[];
  /** `Length` of its `<SceneProperties>`. */
  length?: string;
  /** Texts of its `<ScriptNote>`s with their places. */
  notes: { text: string; start: number; end: number }[];
  /** Text of its `<Summary>`. */
  summary: string;
  /** Number of the `<DualDialogue>` that it stands in, from 1. */
  dual?: number;
  start: number;
  end: number;
}

/** What stands in a Final Draft file. */
export interface FdxDocument {
  body: FdxParagraph[];
  titlePage: FdxParagraph[];
  /** From `<Content>` to `</Content>` of the script itself, signs included. */
  content?: { start: number; end: number };
  /** From `<TitlePage>` to `</TitlePage>`. */
  title?: { start: number; end: number };
  root?: string;
  /** Parts that nothing here reads, by name, with the place of the first. */
  unread: Map<string, { start: number; end: number }>;
  faults: { code: 'MALFORMED_XML' | 'ENTITIES_REFUSED'; message: string; at: number }[];
}

/** Parts of a paragraph and of the file that are read or say nothing of the text. */
const KNOWN = new Set([
  'FinalDraft',
  'Content',
  'TitlePage',
  'Paragraph',
  'Text',
  'SceneProperties',
  'ScriptNote',
  'Summary',
  'DualDialogue',
  'HeaderAndFooter',
  'DynamicLabel',
]);
/** Faults that are reported before reading stops. */
const MOST_FAULTS = 20;

/**
 * Reads the XML. Never throws; faults are listed.
 *
 * @param text - The whole file.
 */
export function readXmlScript(text: string): FdxDocument {
  const document: FdxDocument = { body: [], titlePage: [], unread: new Map(), faults: [] };
  const reader = new ScriptReader(document, text);
  try {
    reader.run();
  } catch (error) {
    if (!(error instanceof StopReading)) {
      document.faults.push({
        code: 'MALFORMED_XML',
        message: error instanceof Error ? error.message : String(error),
        at: text.length,
      });
    }
  }
  return document;
}

/** Ends the reading of a file that is refused or too broken to go on with. */
class StopReading extends Error {}

class ScriptReader {
  private readonly parser = new SaxesParser<{ xmlns: false }>({ xmlns: false });
  private readonly path: { name: string; start: number }[] = [];
  private readonly open: FdxParagraph[] = [];
  private current: StyledText | undefined;
  private duals = 0;
  /** Paragraphs that only hold a dual dialogue. */
  private readonly frames = new Set<FdxParagraph>();

  constructor(
    private readonly document: FdxDocument,
    private readonly text: string,
  ) {}

  run(): void {
    const { parser, document } = this;
    parser.on('error', (error) => {
      document.faults.push({
        code: 'MALFORMED_XML',
        message: error.message.replace(/^\d+:\d+: /, ''),
        at: Math.min(parser.position, this.text.length),
      });
      if (document.faults.length >= MOST_FAULTS) throw new StopReading();
    });
    parser.on('doctype', (doctype) => {
      if (!/<!ENTITY/i.test(doctype)) return;
      document.faults.push({ code: 'ENTITIES_REFUSED', message: 'the file declares entities of its own', at: parser.position });
      throw new StopReading();
    });
    parser.on('opentag', (tag) => this.begin(tag));
    parser.on('closetag', (tag) => this.end(tag.name));
    parser.on('text', (text) => this.add(text));
    parser.on('cdata', (text) => this.add(text));
    parser.write(this.text).close();
  }

  private begin({ name, attributes }: SaxesTagPlain): void {
    const end = this.parser.position;
    const start = Math.max(0, this.text.lastIndexOf(`<${name}`, end - 1));
    const parent = this.path.at(-1)?.name;
    this.document.root ??= name;
    this.path.push({ name, start });
    if (!KNOWN.has(name)) {
      if (parent === undefined || KNOWN.has(parent)) this.note(name, start, end);
      return;
    }
    if (name === 'DualDialogue') {
      this.duals++;
      const around = this.open.at(-1);
      if (around) this.frames.add(around);
    } else if (name === 'Paragraph') {
      const dual = this.path.some((part) => part.name === 'DualDialogue') ? { dual: this.duals } : {};
      this.open.push({ attributes, runs: [], notes: [], summary: '', start, end, ...dual });
    } else if (name === 'Text') this.current = { text: '', ...readStyle(attributes.Style ?? '') };
    else if (name === 'SceneProperties' && attributes.Length !== undefined) {
      const paragraph = this.open.at(-1);
      if (paragraph) paragraph.length = attributes.Length;
    }
  }

  private end(name: string): void {
    const part = this.path.pop();
    const end = this.parser.position;
    if (name === 'Text' && this.current) {
      if (this.current.text !== '') this.open.at(-1)?.runs.push(this.current);
      this.current = undefined;
    } else if (name === 'Paragraph') this.endParagraph(end);
    else if (name === 'Content' && this.path.length === 1 && this.document.content === undefined)
      this.document.content = { start: part?.start ?? 0, end };
    else if (name === 'TitlePage' && this.path.length === 1) this.document.title = { start: part?.start ?? 0, end };
  }

  private endParagraph(end: number): void {
    const paragraph = this.open.pop();
    if (!paragraph || this.frames.has(paragraph)) return;
    paragraph.end = end;
    const inside = (name: string): boolean => this.path.some((part) => part.name === name);
    const around = this.open.at(-1);
    if (inside('ScriptNote') || inside('Summary')) {
      const text = paragraph.runs.map((run) => run.text).join('');
      if (!around || text.trim() === '') return;
      if (inside('ScriptNote')) around.notes.push({ text, start: paragraph.start, end });
      else around.summary += (around.summary === '' ? '' : ' ') + text;
    } else if (inside('HeaderAndFooter')) return;
    else if (inside('TitlePage')) this.document.titlePage.push(paragraph);
    else if (this.path[1]?.name === 'Content') this.document.body.push(paragraph);
  }

  private add(text: string): void {
    if (this.current) this.current.text += text;
  }

  private note(name: string, start: number, end: number): void {
    if (!this.document.unread.has(name)) this.document.unread.set(name, { start, end });
  }
}

function readStyle(style: string): Omit<StyledText, 'text'> {
  const parts = new Set(style.split('+'));
  return {
    ...(parts.has('Bold') ? { bold: true } : {}),
    ...(parts.has('Italic') ? { italic: true } : {}),
    ...(parts.has('Underline') ? { underline: true } : {}),
    ...(parts.has('Strikeout') ? { strikeout: true } : {}),
  };
}
