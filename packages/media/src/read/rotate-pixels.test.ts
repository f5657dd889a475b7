import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rotatePixels } from './rotate-pixels.js';
import type { Pixels } from './rotate-pixels.js';

const numbered = (width: number, height: number): Pixels => ({
  width,
  height,
  data: new Uint8ClampedArray(Uint32Array.from({ length: width * height }, (_, i) => i).buffer),
});
const words = ({ data }: Pixels): number[] => [...new Uint32Array(data.buffer, data.byteOffset, data.length / 4)];
const turn = ({ data, width, height }: Pixels, degrees: 90 | 180 | 270): Pixels => rotatePixels(data, width, height, degrees);

describe('a picture turned', () => {
  it('clockwise has its left side on top', () => {
    expect(words(turn(numbered(3, 2), 90))).toEqual([3, 0, 4, 1, 5, 2]);
    expect(words(turn(numbered(3, 2), 270))).toEqual([2, 5, 1, 4, 0, 3]);
    expect(words(turn(numbered(3, 2), 180))).toEqual([5, 4, 3, 2, 1, 0]);
  });

  it('four times is as it was', () => {
    const side = fc.integer({ min: 1, max: 12 });
    fc.assert(
      fc.property(side, side, (width, height) => {
        const picture = numbered(width, height);
        expect(turn(turn(turn(turn(picture, 90), 90), 90), 90)).toEqual(picture);
        expect(turn(turn(picture, 90), 90)).toEqual(turn(picture, 180));
        expect(turn(turn(picture, 90), 270)).toEqual(picture);
      }),
    );
  });
});
