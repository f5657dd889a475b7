import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { displaySize, fitSize, isVariable, quarterTurns } from './picture-geometry.js';

describe('how a picture is seen', () => {
  it('is turned by whole quarters', () => {
    expect([-90, 0, 89.9, 181, 450].map(quarterTurns)).toEqual([270, 0, 90, 180, 90]);
  });

  it('has square pixels: wide ones widen it, tall ones heighten it', () => {
    expect(displaySize(720, 576, 16 / 15, 0)).toEqual({ width: 768, height: 576 });
    expect(displaySize(720, 480, 8 / 9, 0)).toEqual({ width: 720, height: 540 });
    expect(displaySize(720, 576, 16 / 15, 90)).toEqual({ width: 576, height: 768 });
  });

  it('fits into any box, touching one side', () => {
    const side = fc.integer({ min: 1, max: 4000 });
    fc.assert(
      fc.property(side, side, side, side, (width, height, boxWidth, boxHeight) => {
        const fitted = fitSize({ width, height }, { width: boxWidth, height: boxHeight });
        expect(fitted.width <= boxWidth && fitted.height <= boxHeight).toBe(true);
        expect(fitted.width === boxWidth || fitted.height === boxHeight).toBe(true);
      }),
    );
    expect(fitSize({ width: 1920, height: 1080 }, { height: 720 })).toEqual({ width: 1280, height: 720 });
    expect(fitSize({ width: 1920, height: 1080 }, {})).toEqual({ width: 1920, height: 1080 });
  });

  it('has a steady rate also where the clock rounds to milliseconds', () => {
    const times = Array.from({ length: 100 }, (_, n) => n / 24);
    expect(isVariable(times)).toBe(false);
    expect(isVariable(times.map((time) => Math.round(time * 1000) / 1000))).toBe(false);
    expect(isVariable(times.toReversed())).toBe(false);
    expect(isVariable([...times, 100 / 24 + 0.02])).toBe(true);
    expect(isVariable([0, 1])).toBe(false);
  });
});
