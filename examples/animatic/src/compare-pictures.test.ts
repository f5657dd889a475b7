import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comparePictures } from './compare-pictures.js';

const [width, height] = [24, 16];
const picture = (value: (x: number, y: number) => number): Float32Array =>
  Float32Array.from({ length: width * height * 3 }, (_, i) => value(Math.floor(i / 3) % width, Math.floor(i / 3 / width)));
const chequered = picture((x, y) => (((x >> 2) + (y >> 2)) % 2 === 0 ? 200 : 40));

describe('the difference of two pictures', () => {
  it('is none for a picture and itself', () => {
    const { l1, psnr, ssim, edges } = comparePictures(chequered, chequered, width, height);
    expect(l1).toBe(0);
    expect(psnr).toBeGreaterThan(100);
    expect(ssim).toBeCloseTo(1, 6);
    expect(edges).toBeCloseTo(1, 6);
  });

  it('tells how much all pixels are off: 51 of 255 are a fifth, and 20·log10(5) = 13.98 dB', () => {
    const { l1, psnr } = comparePictures(
      picture(() => 100),
      picture(() => 151),
      width,
      height,
    );
    expect(l1).toBeCloseTo(0.2, 6);
    expect(psnr).toBeCloseTo(13.979, 3);
  });

  it('of flat pictures is what the formula of structural similarity leaves: (2ab + c) / (a² + b² + c)', () => {
    const c = (0.01 * 255) ** 2;
    const { ssim } = comparePictures(
      picture(() => 100),
      picture(() => 150),
      width,
      height,
    );
    expect(ssim).toBeCloseTo((2 * 100 * 150 + c) / (100 ** 2 + 150 ** 2 + c), 6);
  });

  it('sees edges in the same places whatever the light, and misses moved ones', () => {
    const dimmed = chequered.map((value) => value * 0.5 + 20);
    expect(comparePictures(chequered, dimmed, width, height).edges).toBeCloseTo(1, 5);
    const moved = picture((x, y) => ((((x + 2) >> 2) + ((y + 2) >> 2)) % 2 === 0 ? 200 : 40));
    expect(comparePictures(chequered, moved, width, height).edges).toBeLessThan(0.4);
  });

  it('is the same both ways, and structural similarity is at most 1', () => {
    const any = fc.array(fc.integer({ min: 0, max: 255 }), { minLength: 12 * 12 * 3, maxLength: 12 * 12 * 3 });
    fc.assert(
      fc.property(any, any, (a, b) => {
        const there = comparePictures(Float32Array.from(a), Float32Array.from(b), 12, 12);
        const back = comparePictures(Float32Array.from(b), Float32Array.from(a), 12, 12);
        for (const name of ['l1', 'psnr', 'ssim', 'edges'] as const) expect(there[name]).toBeCloseTo(back[name], 5);
        expect(there.ssim).toBeLessThanOrEqual(1 + 1e-9);
      }),
      { numRuns: 20 },
    );
  });
});
