/** @file The storyboard as a PDF: six panels on a landscape page, with slate, action and lines. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeFileWhole } from '@filmai/core-tensor/files';
import { PDFDocument, rgb, StandardFonts, type PDFFont, type PDFPage } from 'pdf-lib';
import { FRAME_RATE, type FilmPlan, type PlannedShot } from './plan.js';
import type { Script } from './read-script.js';

/** A4 across, in points. */
const PAGE = { width: 842, height: 595 };
const MARGIN = 32;
const COLUMNS = 3;
const ROWS = 2;
const GUTTER = 14;
const TEXT_LINES = 5;

/**
 * Writes the storyboard.
 *
 * @param out - The output folder; panels lie in `panels` below it.
 */
export async function writeStoryboardPdf(out: string, script: Script, plan: FilmPlan, signal?: AbortSignal): Promise<void> {
  const pdf = await PDFDocument.create();
  // Fixed dates: the same film gives the same file.
  pdf.setCreationDate(new Date(0));
  pdf.setModificationDate(new Date(0));
  pdf.setTitle(`${script.title}: storyboard`);
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  const bold = await pdf.embedFont(StandardFonts.HelveticaBold);
  const perPage = COLUMNS * ROWS;
  for (let first = 0; first < plan.shots.length; first += perPage) {
    signal?.throwIfAborted();
    const page = pdf.addPage([PAGE.width, PAGE.height]);
    const number = `${first / perPage + 1} / ${Math.ceil(plan.shots.length / perPage)}`;
    page.drawText(printable(script.title), { x: MARGIN, y: PAGE.height - MARGIN + 8, size: 11, font: bold });
    page.drawText(number, {
      x: PAGE.width - MARGIN - font.widthOfTextAtSize(number, 9),
      y: PAGE.height - MARGIN + 8,
      size: 9,
      font,
    });
    for (const [i, planned] of plan.shots.slice(first, first + perPage).entries()) {
      await drawPanel(pdf, page, font, out, planned, i);
    }
  }
  await writeFileWhole(join(out, 'storyboard.pdf'), await pdf.save(), { signal });
}

async function drawPanel(
  pdf: PDFDocument,
  page: PDFPage,
  font: PDFFont,
  out: string,
  planned: PlannedShot,
  index: number,
): Promise<void> {
  const width = (PAGE.width - 2 * MARGIN - (COLUMNS - 1) * GUTTER) / COLUMNS;
  const rowHeight = (PAGE.height - 2 * MARGIN) / ROWS;
  const picture = await pdf.embedJpg(await readFile(join(out, 'panels', `${planned.id}.jpg`)));
  const height = (width * picture.height) / picture.width;
  const x = MARGIN + (index % COLUMNS) * (width + GUTTER);
  const top = PAGE.height - MARGIN - Math.floor(index / COLUMNS) * rowHeight;
  page.drawImage(picture, { x, y: top - height, width, height });
  for (const [i, line] of notesOf(planned, font, width).entries()) {
    page.drawText(line, { x, y: top - height - 11 - i * 9.5, size: 8, font, color: rgb(0.15, 0.15, 0.18) });
  }
}

function notesOf({ shot, frames }: PlannedShot, font: PDFFont, width: number): string[] {
  const action = shot.action ? [shot.action] : [];
  const lines = shot.speeches.map((speech) => `${speech.character}: ${speech.text}`);
  const text = [`${(frames / FRAME_RATE).toFixed(1)} s`, ...action, ...lines].map(printable);
  const wrapped = text.flatMap((paragraph) => wrap(paragraph, font, width));
  return wrapped.length > TEXT_LINES
    ? [...wrapped.slice(0, TEXT_LINES - 1), `${wrapped[TEXT_LINES - 1].slice(0, -2)}...`]
    : wrapped;
}

function wrap(text: string, font: PDFFont, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const longer = lines.length > 0 ? `${lines[lines.length - 1]} ${word}` : word;
    if (lines.length > 0 && font.widthOfTextAtSize(longer, 8) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** The standard fonts hold the letters of Western Europe; others are shown as a question mark. */
function printable(text: string): string {
  return text
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/[\u201c\u201d]/g, '"')
    .replace(/[\u2013\u2014]/g, '-')
    .replace(/\u2026/g, '...')
    .replace(/\t/g, ' ')
    .replace(/[^\n\u0020-\u007e\u00a0-\u00ff]/g, '?');
}
