import fc from 'fast-check';
import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { crc32, crc32c } from '../files/crc32.js';
import { createFrame, encodePng, type Frame } from './index.js';

const picture = fc
  .record({ width: fc.integer({ min: 1, max: 9 }), height: fc.integer({ min: 1, max: 7 }), opaque: fc.boolean(), seed: fc.nat() })
  .map(({ width, height, opaque, seed }) => {
    const frame = createFrame(width, height);
    for (let i = 0; i < frame.data.length; i++)
      frame.data[i] = opaque && i % 4 === 3 ? 255 : seed % 2 ? (i * 7 + seed) % 256 : Math.imul(i + 1, seed + 12345) >>> 20;
    return frame;
  });

describe('PNG', () => {
  it('gives back every pixel to a reader of the standard', () => {
    fc.assert(
      fc.property(picture, (frame) => {
        expect(decode(encodePng(frame))).toEqual({ ...frame, data: [...frame.data] });
      }),
    );
  });

  it('leaves alpha away where all is opaque, and is the same each time', () => {
    const frame = createFrame(5, 4, { fill: [1, 2, 3, 255] });
    expect(encodePng(frame)[25]).toBe(2);
    frame.data[3] = 254;
    expect(encodePng(frame)[25]).toBe(6);
    expect(encodePng(frame)).toEqual(encodePng(frame));
  });

  it('makes a smooth picture much smaller than its pixels', () => {
    const frame = createFrame(128, 128, { fill: [0, 0, 0, 255] });
    for (let i = 0; i < frame.data.length; i += 4) frame.data[i] = ((i / 4) % 128) + Math.floor(i / 512);
    expect(encodePng(frame).length).toBeLessThan(2000);
  });

  it('refuses a frame whose data has another size, and a level that zlib does not have', () => {
    const frame: Frame = { width: 2, height: 2, data: new Uint8ClampedArray(12), seconds: 0 };
    expect(() => encodePng(frame)).toThrow('a 2×2 frame needs 16 values, got 12');
    expect(() => encodePng(createFrame(1, 1), { level: 10 })).toThrow('level must be a whole number in 0…9, got 10');
  });
});

describe('checksums', () => {
  it('have the check values of the catalogue of Cook', () => {
    const bytes = new TextEncoder().encode('123456789');
    expect(crc32(bytes)).toBe(0xcbf43926);
    expect(crc32c(bytes)).toBe(0xe3069283);
  });
});

/** A reader made from the standard alone: checks every checksum and undoes the filters. */
function decode(png: Uint8Array): { width: number; height: number; data: number[]; seconds: number } {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  let width = 0;
  let height = 0;
  let channels = 0;
  let body = new Uint8Array();
  for (let at = 8; at < png.length;) {
    const length = view.getUint32(at);
    const type = String.fromCharCode(...png.subarray(at + 4, at + 8));
    expect(view.getUint32(at + 8 + length)).toBe(crc32(png.subarray(at + 4, at + 8 + length)));
    if (type === 'IHDR') {
      [width, height] = [view.getUint32(at + 8), view.getUint32(at + 12)];
      channels = png[at + 17] === 2 ? 3 : 4;
    }
    if (type === 'IDAT') body = new Uint8Array(inflateSync(png.subarray(at + 8, at + 8 + length)));
    at += 12 + length;
  }
  const rows: number[][] = [];
  const data: number[] = [];
  for (let y = 0; y < height; y++) {
    const line = body.subarray(y * (width * channels + 1), (y + 1) * (width * channels + 1));
    const row: number[] = [];
    for (let i = 0; i < width * channels; i++) {
      const a = row[i - channels] ?? 0;
      const b = rows[y - 1]?.[i] ?? 0;
      const c = i < channels ? 0 : (rows[y - 1]?.[i - channels] ?? 0);
      const near = [a, b, c].map((one) => Math.abs(a + b - c - one));
      const paeth = near[0] <= near[1] && near[0] <= near[2] ? a : near[1] <= near[2] ? b : c;
      row.push((line[i + 1] + [0, a, b, Math.floor((a + b) / 2), paeth][line[0]]) & 255);
    }
    rows.push(row);
    for (let x = 0; x < width; x++)
      data.push(...row.slice(x * channels, x * channels + 3), channels === 3 ? 255 : row[x * channels + 3]);
  }
  return { width, height, data, seconds: 0 };
}
