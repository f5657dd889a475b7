/**
 * @file The handwritten digits that generators are judged on: 5,000 pictures of 20×20 in one sheet, five rows of a hundred for each digit, set into
 * 28×28 as MNIST sets them. Every second one is for training, the others are held out.
 */
import { readFile } from 'node:fs/promises';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { fixture } from '../../tools/fixtures.js';

/** Pictures with what they show. */
export interface Digits {
  /** [count, 28, 28] in −1…1, ink bright. */
  pictures: Float32Array;
  /** 0…9 for each. */
  labels: Int32Array;
  count: number;
}

/** Pixels on a side. */
export const SIDE = 28;
const CELL = 20;

/**
 * Reads the sheet.
 *
 * @param data - A folder with a `digits.png` of the same layout; default the recorded one.
 * @returns Both halves, or `undefined` where there is no sheet.
 */
export async function readDigits(data?: string): Promise<{ training: Digits; heldOut: Digits } | undefined> {
  const path = data === undefined ? fixture('digits/digits.png') : `${data}/digits.png`;
  if (path === undefined) return undefined;
  const image = await loadImage(await readFile(path));
  const canvas = createCanvas(image.width, image.height);
  const context = canvas.getContext('2d');
  context.drawImage(image, 0, 0);
  const { data: pixels } = context.getImageData(0, 0, image.width, image.height);
  const columns = Math.floor(image.width / CELL);
  const rows = Math.floor(image.height / CELL);
  const halves = [0, 1].map((): { pictures: number[][]; labels: number[] } => ({ pictures: [], labels: [] }));
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const half = halves[(row + column) % 2];
      half.pictures.push(cut(pixels, image.width, column * CELL, row * CELL));
      half.labels.push(Math.floor((row * 10) / rows));
    }
  }
  const [training, heldOut] = halves.map(({ pictures, labels }): Digits => {
    const all = new Float32Array(pictures.length * SIDE * SIDE);
    for (const [i, picture] of pictures.entries()) all.set(picture, i * SIDE * SIDE);
    return { pictures: all, labels: Int32Array.from(labels), count: labels.length };
  });
  return { training, heldOut };
}

function cut(pixels: Uint8ClampedArray, width: number, left: number, top: number): number[] {
  const picture = Array.from({ length: SIDE * SIDE }, () => -1);
  const margin = (SIDE - CELL) / 2;
  for (let y = 0; y < CELL; y++) {
    for (let x = 0; x < CELL; x++) {
      picture[(y + margin) * SIDE + x + margin] = pixels[((top + y) * width + left + x) * 4] / 127.5 - 1;
    }
  }
  return picture;
}
