/**
 * @file A frame as a PNG file (Portable Network Graphics, third edition, W3C 2025), written with nothing but zlib (in a browser not even that: larger files): for sample sheets,
 * logs and golden pictures, where a codec package would be one too many.
 */
import { crc32 } from '../files/crc32.js';
import { deflate } from './deflate.js';
import type { Frame } from './frame.js';

const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
const TRUECOLOUR = 2;
const TRUECOLOUR_WITH_ALPHA = 6;

/**
 * Encodes a frame as PNG, 8 bits a channel. Where every pixel is opaque the file has no alpha channel. The same frame always gives the
 * same bytes on one version of zlib.
 *
 * @param frame - The picture; its time is not kept.
 * @param options - `level`: zlib's effort, 0 (none) … 9 (smallest), default 6.
 * @returns The bytes of the file.
 * @throws RangeError where the frame's data does not have `width * height * 4` values, or the level is not a whole number in 0…9.
 * @example
 * ```ts
 * import { createFrame, encodePng } from '@filmai/core-tensor/frames';
 *
 * const png = encodePng(createFrame(64, 64, { fill: [255, 0, 0, 255] }));
 * console.log(String.fromCharCode(...png.subarray(1, 4))); // PNG
 * ```
 */
export function encodePng(frame: Frame, { level = 6 }: { level?: number } = {}): Uint8Array {
  const { width, height, data } = frame;
  if (!(width >= 1 && height >= 1) || data.length !== width * height * 4)
    throw new RangeError(`encodePng: a ${width}×${height} frame needs ${width * height * 4} values, got ${data.length}`);
  if (!Number.isInteger(level) || level < 0 || level > 9)
    throw new RangeError(`encodePng: level must be a whole number in 0…9, got ${level}`);
  const channels = isOpaque(data) ? 3 : 4;
  const header = new DataView(new ArrayBuffer(13));
  header.setUint32(0, width);
  header.setUint32(4, height);
  header.setUint8(8, 8);
  header.setUint8(9, channels === 3 ? TRUECOLOUR : TRUECOLOUR_WITH_ALPHA);
  const pixels = deflate(filterRows(frame, channels), level);
  return join([SIGNATURE, chunk('IHDR', new Uint8Array(header.buffer)), chunk('IDAT', pixels), chunk('IEND', new Uint8Array(0))]);
}

function isOpaque(data: Uint8ClampedArray): boolean {
  for (let i = 3; i < data.length; i += 4) if (data[i] !== 255) return false;
  return true;
}

/** Each row behind the number of its filter: the one whose output is smallest, as the standard recommends in 12.7. */
function filterRows({ width, height, data }: Frame, channels: 3 | 4): Uint8Array {
  const length = width * channels;
  const rows = new Uint8Array(height * (length + 1));
  // One pixel of zeros stands left of each row, as the filters want it.
  let above = new Uint8Array(length + channels);
  let row = new Uint8Array(length + channels);
  const filtered = Array.from({ length: 5 }, () => new Uint8Array(length));
  for (let y = 0; y < height; y++) {
    for (let x = 0, to = channels, from = y * width * 4; x < width; x++, from += 4)
      for (let c = 0; c < channels; c++) row[to++] = data[from + c];
    const sums = filterRow(row, above, channels, filtered);
    const best = sums.indexOf(Math.min(...sums));
    rows[y * (length + 1)] = best;
    rows.set(filtered[best], y * (length + 1) + 1);
    [above, row] = [row, above];
  }
  return rows;
}

/** Applies the five filters to a row and gives the sum of absolute differences of each. */
function filterRow(row: Uint8Array, above: Uint8Array, channels: number, filtered: Uint8Array[]): number[] {
  const sums = [0, 0, 0, 0, 0];
  for (let i = channels; i < row.length; i++) {
    const left = row[i - channels];
    const up = above[i];
    const predictions = [0, left, up, (left + up) >> 1, paeth(left, up, above[i - channels])];
    for (let f = 0; f < 5; f++) {
      const value = (row[i] - predictions[f]) & 255;
      filtered[f][i - channels] = value;
      sums[f] += value < 128 ? value : 256 - value;
    }
  }
  return sums;
}

/** Of the three neighbours the one nearest to left + up − corner (Alan W. Paeth, 1991). */
function paeth(left: number, up: number, corner: number): number {
  const estimate = left + up - corner;
  const toLeft = Math.abs(estimate - left);
  const toUp = Math.abs(estimate - up);
  const toCorner = Math.abs(estimate - corner);
  if (toLeft <= toUp && toLeft <= toCorner) return left;
  return toUp <= toCorner ? up : corner;
}

function chunk(type: string, body: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(body.length + 12);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, body.length);
  for (let i = 0; i < 4; i++) bytes[4 + i] = type.charCodeAt(i);
  bytes.set(body, 8);
  view.setUint32(8 + body.length, crc32(bytes.subarray(4, 8 + body.length)));
  return bytes;
}

function join(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((total, part) => total + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
