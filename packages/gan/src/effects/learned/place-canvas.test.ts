import { createFrame, type Frame } from '@filmai/core-tensor/frames';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeCanvas, type DrawnCanvas } from './place-canvas.js';

/** A canvas of one colour: light and alpha in 0…1. */
function plain(width: number, height: number, [red, green, blue, alpha]: readonly number[]): DrawnCanvas {
  const data = new Float32Array(width * height * 4);
  for (let i = 0; i < data.length; i += 4)
    [red, green, blue, alpha].forEach((value, c) => (data[i + c] = 2 * value * (c < 3 ? alpha : 1) - 1));
  return { width, height, data };
}

function pixel({ width, data }: Frame, x: number, y: number): number[] {
  return [...data.subarray((y * width + x) * 4, (y * width + x) * 4 + 4)];
}

describe('placeCanvas', () => {
  it('keeps a colour and its alpha at any scale and place', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.5, max: 5, noNaN: true }), fc.double({ min: -4, max: 4, noNaN: true }), (scale, left) => {
        const frame = createFrame(24, 24);
        placeCanvas(frame, plain(60, 60, [1, 0.5, 0.2, 0.6]), { left: left - 4 * scale, top: -4 * scale, scale });
        const [red, green, blue, alpha] = pixel(frame, 10, 10);
        expect(Math.abs(red - 255)).toBeLessThan(2);
        expect(Math.abs(green - 128)).toBeLessThan(3);
        expect(Math.abs(blue - 51)).toBeLessThan(3);
        expect(Math.abs(alpha - 153)).toBeLessThan(4);
      }),
      { numRuns: 30 },
    );
  });

  it('leaves what it does not reach as it is, and copies where nothing is to be enlarged', () => {
    const frame = createFrame(12, 12);
    placeCanvas(frame, plain(4, 4, [1, 1, 1, 1]), { left: 3, top: 5, scale: 1 });
    let full = 0;
    for (let i = 3; i < frame.data.length; i += 4) full += frame.data[i] / 255;
    expect(full).toBe(16);
    expect(pixel(frame, 3, 5)).toEqual([255, 255, 255, 255]);
    expect(pixel(frame, 2, 5)).toEqual([0, 0, 0, 0]);
  });

  it('carries rows to the right as far as it is told', () => {
    const canvas = plain(20, 20, [1, 1, 1, 0]);
    for (let y = 0; y < 20; y++) for (let c = 0; c < 4; c++) canvas.data[(y * 20 + 4) * 4 + c] = 1;
    const carried = Float32Array.from({ length: 20 }, (_, row) => (row < 10 ? 6 : 0));
    const frame = createFrame(40, 40);
    placeCanvas(frame, canvas, { left: 0, top: 0, scale: 2, carried });
    const brightest = (row: number): number => {
      const alphas = Array.from({ length: 40 }, (_, x) => pixel(frame, x, row)[3]);
      return alphas.indexOf(Math.max(...alphas));
    };
    expect(Math.abs(brightest(6) - 20.5)).toBeLessThanOrEqual(1);
    expect(Math.abs(brightest(34) - 8.5)).toBeLessThanOrEqual(1);
  });

  it('fades out towards its top and sides, not towards its floor', () => {
    const frame = createFrame(40, 40);
    placeCanvas(frame, plain(40, 40, [1, 1, 1, 1]), { left: 0, top: 0, scale: 1, fade: 8 });
    expect(pixel(frame, 20, 1)[3]).toBeLessThan(60);
    expect(pixel(frame, 1, 20)[3]).toBeLessThan(60);
    expect(pixel(frame, 20, 39)[3]).toBe(255);
  });

  it('draws nothing of a haze, and no light without what it comes from', () => {
    const frame = createFrame(8, 8);
    placeCanvas(frame, plain(8, 8, [1, 1, 1, 0.01]), { left: 0, top: 0, scale: 1 });
    expect(frame.data.every((value) => value === 0)).toBe(true);
    const unlike = plain(8, 8, [0, 0, 0, 0.5]);
    for (let i = 0; i < unlike.data.length; i += 4) unlike.data[i] = 1;
    placeCanvas(frame, unlike, { left: 0, top: 0, scale: 1 });
    expect(pixel(frame, 4, 4)[0]).toBe(255);
    expect(pixel(frame, 4, 4)[3]).toBeLessThan(132);
  });
});
