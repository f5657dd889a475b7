import { createFrame, type Frame } from '@filmai/core-tensor/frames';
import { describe, expect, it } from 'vitest';
import { drawStroke } from './strokes.js';

const WHITE = [255, 255, 255] as const;

function alphaAt({ data, width }: Frame, x: number, y: number): number {
  return data[(y * width + x) * 4 + 3];
}

function totalAlpha({ data }: Frame): number {
  let sum = 0;
  for (let i = 3; i < data.length; i += 4) sum += data[i];
  return sum / 255;
}

describe('drawStroke', () => {
  it('covers the area of a line with round ends', () => {
    const frame = createFrame(100, 60);
    drawStroke(frame, [20, 30], [80, 30], { radius: 5, colour: WHITE, alpha: 1 });
    expect(totalAlpha(frame)).toBeGreaterThan(0.97 * (600 + Math.PI * 25));
    expect(totalAlpha(frame)).toBeLessThan(1.03 * (600 + Math.PI * 25));
    expect(alphaAt(frame, 50, 30)).toBe(255);
    expect(alphaAt(frame, 50, 40)).toBe(0);
  });

  it('fades a line thinner than a pixel instead of widening it', () => {
    const thin = createFrame(40, 40);
    const thinner = createFrame(40, 40);
    drawStroke(thin, [5, 20], [35, 20], { radius: 0.5, colour: WHITE, alpha: 1 });
    drawStroke(thinner, [5, 20], [35, 20], { radius: 0.25, colour: WHITE, alpha: 1 });
    expect(totalAlpha(thinner) / totalAlpha(thin)).toBeCloseTo(0.5, 1);
  });

  it('is soft to the middle when asked', () => {
    const soft = createFrame(40, 40);
    drawStroke(soft, [20, 20], [20, 20], { radius: 12, colour: WHITE, alpha: 1, softness: 1 });
    const across = [20, 23, 26, 29].map((x) => alphaAt(soft, x, 20));
    expect(across).toEqual(across.toSorted((a, b) => b - a));
    expect(across[3]).toBeLessThan(80);
  });

  it('lies over what is there, with straight alpha', () => {
    const frame = createFrame(9, 9, { fill: [0, 0, 0, 255] });
    drawStroke(frame, [4.5, 4.5], [4.5, 4.5], { radius: 3, colour: [200, 100, 0], alpha: 0.5 });
    expect([...frame.data.subarray((4 * 9 + 4) * 4, (4 * 9 + 4) * 4 + 4)]).toEqual([100, 50, 0, 255]);
    const clear = createFrame(9, 9);
    drawStroke(clear, [4.5, 4.5], [4.5, 4.5], { radius: 3, colour: [200, 100, 0], alpha: 0.5 });
    expect([...clear.data.subarray((4 * 9 + 4) * 4, (4 * 9 + 4) * 4 + 4)]).toEqual([200, 100, 0, 128]);
  });

  it('draws nothing outside the frame', () => {
    const frame = createFrame(10, 10);
    drawStroke(frame, [-50, -50], [-40, -45], { radius: 4, colour: WHITE, alpha: 1 });
    drawStroke(frame, [500, 5], [900, 5], { radius: 4, colour: WHITE, alpha: 1 });
    expect(totalAlpha(frame)).toBe(0);
  });
});
