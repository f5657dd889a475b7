import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compositeOver, createFrame } from './index.js';

const byte = fc.integer({ min: 0, max: 255 });

describe('frames', () => {
  it('are filled with one colour', () => {
    const frame = createFrame(3, 2, { fill: [1, 2, 3, 4], seconds: 5 });
    expect(Array.from(frame.data.slice(-4))).toEqual([1, 2, 3, 4]);
    expect(frame).toMatchObject({ width: 3, height: 2, seconds: 5 });
    expect(() => createFrame(0, 2)).toThrow(RangeError);
    expect(() => createFrame(1.5, 2)).toThrow(RangeError);
  });

  it('are covered by an opaque picture, untouched by a clear one, and between the two otherwise', () => {
    fc.assert(
      fc.property(byte, byte, byte, (below, above, alpha) => {
        const wall = createFrame(1, 1, { fill: [below, below, below, 255] });
        compositeOver(wall, createFrame(1, 1, { fill: [above, above, above, alpha] }));
        const expected = (above * alpha + below * (255 - alpha)) / 255;
        expect(Math.abs(wall.data[0] - expected)).toBeLessThanOrEqual(1);
        expect(wall.data[3]).toBe(255);
      }),
    );
    expect(() => compositeOver(createFrame(1, 1), createFrame(2, 1))).toThrow(RangeError);
  });

  it('keep the colour of a picture laid over nothing', () => {
    const clear = createFrame(1, 1);
    compositeOver(clear, createFrame(1, 1, { fill: [200, 100, 50, 128] }));
    expect([...clear.data]).toEqual([200, 100, 50, 128]);
  });
});
