/** @file Lays drawings side by side on one sheet, for looking at many at once. */
import { writeFileSync } from 'node:fs';
import { createCanvas, type Canvas } from '@napi-rs/canvas';

/** One drawing of a sheet with its caption. */
export interface Print {
  picture: Canvas;
  caption: string;
}

/**
 * Writes a contact sheet as PNG.
 *
 * @param path - Where to.
 * @param prints - The drawings, left to right, top to bottom.
 * @param columns - Drawings in a row, default 3.
 * @param width - Width of one drawing on the sheet in pixels, default 420.
 */
export function writeContactSheet(path: string, prints: readonly Print[], columns = 3, width = 420): void {
  if (prints.length === 0) return;
  const caption = 16;
  const height = Math.round((width * prints[0].picture.height) / prints[0].picture.width);
  const sheet = createCanvas(columns * width, Math.ceil(prints.length / columns) * (height + caption));
  const pen = sheet.getContext('2d');
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, sheet.width, sheet.height);
  pen.fillStyle = '#222';
  pen.font = '12px sans-serif';
  for (const [i, print] of prints.entries()) {
    const x = (i % columns) * width;
    const y = Math.floor(i / columns) * (height + caption);
    pen.drawImage(print.picture, x, y, width - 2, height);
    pen.fillText(print.caption, x + 4, y + height + 12);
  }
  writeFileSync(path, sheet.toBuffer('image/png'));
}
