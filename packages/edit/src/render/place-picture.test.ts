import { createFrame } from '@filmai/core-tensor/frames';
import type { Frame } from '@filmai/core-tensor/frames';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placementOf, placePicture, weigh } from './place-picture.js';

const fill = (width: number, height: number, colour: [number, number, number, number]): Frame =>
  createFrame(width, height, { fill: colour });
const at = ({ data, width }: Frame, x: number, y: number): number[] => [
  ...data.subarray((y * width + x) * 4, (y * width + x) * 4 + 4),
];

describe('a picture laid into a frame', () => {
  it('is the picture itself where nothing changes', () => {
    const picture = fill(8, 4, [1, 2, 3, 255]);
    expect(placePicture(picture, picture, placementOf(picture, picture, 'contain'))).toBe(picture);
  });

  it('has bars where it must fit, and none where it covers', () => {
    const picture = fill(40, 40, [200, 0, 0, 255]);
    const size = { width: 32, height: 16 };
    const fitted = placePicture(picture, size, placementOf(picture, size, 'contain'));
    expect([at(fitted, 7, 8), at(fitted, 8, 8), at(fitted, 23, 8), at(fitted, 24, 8)]).toEqual([
      [0, 0, 0, 0],
      [200, 0, 0, 255],
      [200, 0, 0, 255],
      [0, 0, 0, 0],
    ]);
    const covering = placePicture(picture, size, placementOf(picture, size, 'cover'));
    for (const [x, y] of [
      [0, 0],
      [31, 0],
      [0, 15],
      [31, 15],
    ])
      expect(at(covering, x, y)).toEqual([200, 0, 0, 255]);
  });

  it('keeps flat colours flat at any size', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 90 }),
        fc.integer({ min: 1, max: 90 }),
        fc.integer({ min: 0, max: 255 }),
        fc.integer({ min: 1, max: 255 }),
        (width, height, value, alpha) => {
          const picture = fill(width, height, [value, 255 - value, 7, alpha]);
          const size = { width: 24, height: 18 };
          const placed = placePicture(picture, size, placementOf(picture, size, 'cover'));
          for (let i = 0; i < placed.data.length; i += 4) {
            expect(Math.abs(placed.data[i] - value)).toBeLessThanOrEqual(1);
            expect(Math.abs(placed.data[i + 3] - alpha)).toBeLessThanOrEqual(1);
          }
        },
      ),
    );
  });

  it('averages what it shrinks, so that fine stripes become grey', () => {
    const stripes = createFrame(128, 64);
    for (let i = 0; i < 128 * 64; i++) stripes.data.set(i % 2 === 0 ? [255, 255, 255, 255] : [0, 0, 0, 255], i * 4);
    const size = { width: 32, height: 16 };
    const small = placePicture(stripes, size, placementOf(stripes, size, 'contain'));
    for (let i = 0; i < small.data.length; i += 4) expect(Math.abs(small.data[i] - 127.5)).toBeLessThanOrEqual(1);
  });

  it('lets no colour bleed in from what is transparent', () => {
    const half = createFrame(4, 2);
    for (const y of [0, 1]) for (const x of [0, 1]) half.data.set([255, 0, 0, 255], (y * 4 + x) * 4);
    const size = { width: 16, height: 8 };
    const large = placePicture(half, size, placementOf(half, size, 'contain'));
    for (let i = 0; i < large.data.length; i += 4) if (large.data[i + 3] > 0) expect(large.data[i]).toBe(255);
  });
});

describe('weighing two pixels', () => {
  it('is right to one step in every channel', () => {
    const byte = fc.integer({ min: 0, max: 255 });
    const pixel = fc.tuple(byte, byte, byte, byte);
    fc.assert(
      fc.property(pixel, pixel, fc.integer({ min: 0, max: 256 }), (a, b, weight) => {
        const word = (bytes: number[]): number => new Uint32Array(Uint8Array.from(bytes).buffer)[0];
        const mixed = new Uint8Array(Uint32Array.of(weigh(word(a), word(b), weight)).buffer);
        for (const c of [0, 1, 2, 3])
          expect(Math.abs(mixed[c] - (a[c] + ((b[c] - a[c]) * weight) / 256))).toBeLessThanOrEqual(0.51);
      }),
    );
  });
});
