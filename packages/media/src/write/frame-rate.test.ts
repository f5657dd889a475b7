import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { frameRate } from './frame-rate.js';

describe('a frame rate as a fraction', () => {
  it('means the broadcast rates, however they are rounded', () => {
    for (const fps of [23.976, 23.98, 24000 / 1001]) expect(frameRate(fps)).toEqual({ numerator: 24_000, denominator: 1001 });
    expect(frameRate(29.97)).toEqual({ numerator: 30_000, denominator: 1001 });
    expect(frameRate(59.94)).toEqual({ numerator: 60_000, denominator: 1001 });
  });

  it('is exact for whole numbers and halves', () => {
    expect(frameRate(25)).toEqual({ numerator: 25, denominator: 1 });
    expect(frameRate(12.5)).toEqual({ numerator: 25, denominator: 2 });
  });

  it('is never further off than the rounding of the broadcast rates', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 1000, noNaN: true }), (fps) => {
        const { numerator, denominator } = frameRate(fps);
        expect(Math.abs(numerator / denominator - fps)).toBeLessThan(0.0051);
        expect(Number.isInteger(numerator) && Number.isInteger(denominator) && numerator > 0).toBe(true);
      }),
    );
  });

  it('is refused where no film runs', () => {
    for (const fps of [0, -24, NaN, Infinity, 5000]) expect(() => frameRate(fps)).toThrow(RangeError);
  });
});
