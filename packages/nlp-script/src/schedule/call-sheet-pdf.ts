/** @file Call sheets as PDF pages: A4 or US Letter, tables that continue on the next page under a repeated head. */
import type { PDFDocument, PDFFont, PDFPage, RGB } from 'pdf-lib';
import { formatEighths } from '../screenplay/pages.js';
import { NlpScriptError } from '../screenplay/error.js';
import type { CallSheet } from './call-sheet.js';
import { contactLine } from './call-sheet.js';
import { settingText, stripColour } from './stripboard.js';

/** Options of {@link encodeCallSheetPdf}. */
export interface CallSheetPdfOptions {
  /** Default `'a4'`. */
  paper?: 'a4' | 'letter';
  /**
   * A TrueType or OpenType font to embed, regular and bold, for names that the built-in Helvetica cannot write (Chinese, Greek …).
   * `bold` defaults to the regular one.
   */
  font?: { regular: Uint8Array; bold?: Uint8Array };
}

const PAPER = { a4: [595.28, 841.89], letter: [612, 792] } as const;
const MARGIN = 36;
const SIZE = 9;
const LEADING = 1.32;

/** Red, green and blue of the strips' colours, 0 to 1. */
const COLOURS: Readonly<Record<string, readonly [number, number, number]>> = {
  'int-day': [1, 1, 1],
  'ext-day': [1, 0.953, 0.69],
  'int-night': [0.812, 0.89, 1],
  'ext-night': [0.804, 0.925, 0.812],
  edge: [1, 0.859, 0.89],
};

/** A column of a table: its share of the width. */
interface Column {
  head: string;
  share: number;
}

/**
 * Draws a call sheet.
 *
 * @param sheet - From `createCallSheet`.
 * @param options - See {@link CallSheetPdfOptions}.
 * @returns The PDF file. The same sheet gives the same bytes.
 * @throws NlpScriptError `NOT_DRAWABLE` where the font lacks a character, or the bytes are no font.
 */
export async function encodeCallSheetPdf(sheet: CallSheet, options: CallSheetPdfOptions = {}): Promise<Uint8Array> {
  const paper = options.paper ?? 'a4';
  if (!(paper in PAPER)) throw new RangeError(`paper is ${JSON.stringify(paper)}; expected "a4" or "letter".`);
  const pdf = await import('pdf-lib');
  const document = await pdf.PDFDocument.create({ updateMetadata: false });
  document.setTitle(`${sheet.title}: call sheet, day ${sheet.day}`);
  document.setCreator('@filmai/nlp-script');
  document.setCreationDate(new Date(`${sheet.date}T00:00:00Z`));
  const fonts = await embedFonts(document, pdf.StandardFonts, options.font);
  const sketch = new Pages(document, PAPER[paper], fonts, (r, g, b) => pdf.rgb(r, g, b));
  drawHead(sketch, sheet);
  sketch.heading('Scenes');
  sketch.table(
    [
      { head: 'Scene', share: 0.08 },
      { head: 'Set', share: 0.4 },
      { head: 'Light', share: 0.08 },
      { head: 'Cast', share: 0.12 },
      { head: 'Pages', share: 0.09 },
      { head: 'Location', share: 0.15 },
      { head: 'About', share: 0.08 },
    ],
    sheet.scenes.map((scene) => ({
      cells: [
        scene.id,
        [`${settingText(scene)} ${scene.place}`.trim(), scene.synopsis].filter(Boolean).join('\n'),
        scene.light,
        scene.cast.join(', '),
        formatEighths(scene.eighths),
        scene.location,
        scene.begin,
      ],
      colour: COLOURS[stripColour(scene)],
    })),
  );
  sketch.heading('Cast');
  sketch.table(
    [
      { head: 'No.', share: 0.07 },
      { head: 'Character', share: 0.3 },
      { head: 'Actor', share: 0.3 },
      { head: 'Status', share: 0.11 },
      { head: 'Call', share: 0.11 },
      { head: 'On set', share: 0.11 },
    ],
    sheet.cast.map((actor) => ({
      cells: [String(actor.number), actor.character, actor.actor ?? '', actor.code, actor.call, actor.onSet],
    })),
  );
  drawLists(sketch, sheet);
  return document.save();
}

function drawHead(sketch: Pages, sheet: CallSheet): void {
  sketch.line(sheet.title, { bold: true, size: 18 });
  if (sheet.company) sketch.line(sheet.company);
  sketch.line(`Call sheet · day ${sheet.day} of ${sheet.days} · ${sheet.weekday} ${sheet.date} · ${sheet.kind}`);
  sketch.line(`Call ${sheet.call} · wrap ${sheet.wrap}`, { bold: true, size: 14 });
  for (const { name, address } of sheet.locations) sketch.line(`Location: ${address ? `${name}, ${address}` : name}`);
}

function drawLists(sketch: Pages, sheet: CallSheet): void {
  const lists: [string, readonly string[]][] = [
    ['Vehicles, animals, effects, equipment', sheet.equipment],
    ['Contacts', sheet.contacts.map((contact) => contactLine(contact))],
    ['Good to know', sheet.facts.map(({ label, text }) => `${label}: ${text}`)],
    ['Notes', sheet.notes],
  ];
  for (const [heading, lines] of lists) {
    if (lines.length === 0) continue;
    sketch.heading(heading);
    for (const line of lines) sketch.line(line);
  }
  const { next } = sheet;
  if (!next) return;
  sketch.heading(`Next: day ${next.day}, ${next.date}`);
  sketch.line(`Call ${next.call} · ${next.locations.join(', ')} · scenes ${next.scenes.join(', ')}`);
}

interface Fonts {
  regular: PDFFont;
  bold: PDFFont;
}

async function embedFonts(
  document: PDFDocument,
  standard: { Helvetica: string; HelveticaBold: string },
  font: CallSheetPdfOptions['font'],
): Promise<Fonts> {
  if (!font) {
    return {
      regular: await document.embedFont(standard.Helvetica),
      bold: await document.embedFont(standard.HelveticaBold),
    };
  }
  const { default: fontkit } = await import('@pdf-lib/fontkit');
  document.registerFontkit(fontkit);
  try {
    const regular = await document.embedFont(font.regular, { subset: true });
    return { regular, bold: font.bold ? await document.embedFont(font.bold, { subset: true }) : regular };
  } catch (cause) {
    throw new NlpScriptError('NOT_DRAWABLE', 'The call sheet’s font could not be read; expected a TrueType or OpenType file', {
      remedy: 'Give the bytes of a .ttf or .otf file as font.regular.',
      cause,
    });
  }
}

/** A pen that goes down the page and begins a new one at its end. */
class Pages {
  private page: PDFPage;
  private y: number;
  private readonly width: number;

  constructor(
    private readonly document: PDFDocument,
    private readonly paper: readonly [number, number],
    private readonly fonts: Fonts,
    private readonly colour: (red: number, green: number, blue: number) => RGB,
  ) {
    this.page = this.addPage();
    this.width = paper[0] - 2 * MARGIN;
    this.y = paper[1] - MARGIN;
  }

  heading(text: string): void {
    this.reserve(40);
    this.y -= 8;
    this.line(text, { bold: true, size: 11 });
  }

  line(text: string, { bold = false, size = SIZE }: { bold?: boolean; size?: number } = {}): void {
    for (const part of this.wrap(text, this.width, bold, size)) {
      this.reserve(size * LEADING);
      this.y -= size * LEADING;
      this.write(part, MARGIN, this.y, bold, size);
    }
  }

  table(
    columns: readonly Column[],
    rows: readonly { cells: readonly string[]; colour?: readonly [number, number, number] }[],
  ): void {
    const head = { cells: columns.map((column) => column.head), bold: true };
    this.row(columns, head);
    for (const row of rows) {
      if (this.row(columns, row, true)) continue;
      this.breakPage();
      this.row(columns, head);
      this.row(columns, row);
    }
  }

  /** Draws a row; with `ifFits` only where the page has room, and says whether it did. A row longer than a page is cut at its end. */
  private row(
    columns: readonly Column[],
    { cells, colour, bold = false }: { cells: readonly string[]; colour?: readonly [number, number, number]; bold?: boolean },
    ifFits = false,
  ): boolean {
    const gap = 4;
    const room = Math.floor((this.paper[1] - 2 * MARGIN - 40) / (SIZE * LEADING));
    const lines = cells.map((cell, i) => this.wrap(cell, columns[i].share * this.width - gap, bold, SIZE).slice(0, room));
    const height = Math.max(...lines.map(({ length }) => length), 1) * SIZE * LEADING + 4;
    if (this.y - height < MARGIN) {
      if (ifFits) return false;
      this.breakPage();
    }
    const bottom = this.y - height;
    if (colour)
      this.page.drawRectangle({ x: MARGIN, y: bottom, width: this.width, height, color: this.colour(...colour), borderWidth: 0 });
    let x = MARGIN;
    for (const [i, parts] of lines.entries()) {
      for (const [row, part] of parts.entries()) this.write(part, x + 2, this.y - (row + 1) * SIZE * LEADING, bold, SIZE);
      x += columns[i].share * this.width;
    }
    this.page.drawLine({
      start: { x: MARGIN, y: bottom },
      end: { x: MARGIN + this.width, y: bottom },
      thickness: bold ? 1.2 : 0.4,
      color: this.colour(0.3, 0.3, 0.3),
    });
    this.y = bottom;
    return true;
  }

  private write(text: string, x: number, y: number, bold: boolean, size: number): void {
    this.page.drawText(text, { x, y, size, font: bold ? this.fonts.bold : this.fonts.regular });
  }

  /** Lines no wider than `width` points: broken at spaces, inside a word only where it is wider than a line, as Chinese is. */
  private wrap(text: string, width: number, bold: boolean, size: number): string[] {
    const lines: string[] = [];
    for (const paragraph of text.split('\n')) {
      let line = '';
      for (const word of paragraph.split(/\s+/).filter(Boolean)) {
        const longer = line === '' ? word : `${line} ${word}`;
        if (this.measure(longer, bold, size) <= width) {
          line = longer;
          continue;
        }
        if (line !== '') lines.push(line);
        line = '';
        for (const character of word) {
          if (line !== '' && this.measure(line + character, bold, size) > width) {
            lines.push(line);
            line = '';
          }
          line += character;
        }
      }
      lines.push(line);
    }
    return lines;
  }

  private measure(text: string, bold: boolean, size: number): number {
    const font = bold ? this.fonts.bold : this.fonts.regular;
    const missing = missingCharacter(text, font);
    if (missing !== undefined) {
      const point = `U+${missing.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
      throw new NlpScriptError('NOT_DRAWABLE', `The call sheet has "${missing}" (${point}), which its font cannot write`, {
        remedy: 'Give font: { regular } with the bytes of a TrueType font that has it.',
      });
    }
    return font.widthOfTextAtSize(text, size);
  }

  private reserve(height: number): void {
    if (this.y - height < MARGIN) this.breakPage();
  }

  private breakPage(): void {
    this.page = this.addPage();
    this.y = this.paper[1] - MARGIN;
  }

  private addPage(): PDFPage {
    return this.document.addPage([...this.paper]);
  }
}

/** Characters that each font has, asked for once. */
const characterSets = new WeakMap<PDFFont, ReadonlySet<number>>();

function missingCharacter(text: string, font: PDFFont): string | undefined {
  let known = characterSets.get(font);
  if (!known) characterSets.set(font, (known = new Set(font.getCharacterSet())));
  for (const character of text) if (!known.has(character.codePointAt(0)!)) return character;
  return undefined;
}
