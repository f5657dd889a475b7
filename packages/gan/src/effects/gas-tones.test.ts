import { describe, expect, it } from 'vitest';
import { COVER_STEPS, createGasTable, HEAT_STEPS, HOTTEST, LIGHT_STEPS, smoothstep, type GasLook } from './gas-tones.js';

const LOOK: GasLook = {
  glow: [0.16, 0.3],
  kelvin: [1090, 1400],
  exposure: 0.8,
  smoke: [
    [60, 60, 60],
    [200, 200, 200],
  ],
  density: 0.9,
  hiding: 0.9,
};
const bytes = new Uint8Array(createGasTable(LOOK).buffer);

/** Red, green, blue, alpha. */
function tone(heat: number, cover: number, light: number): number[] {
  const h = Math.round((heat / HOTTEST) * (HEAT_STEPS - 1));
  const i = ((h * COVER_STEPS + Math.round(cover * (COVER_STEPS - 1))) * LIGHT_STEPS + Math.round(light * (LIGHT_STEPS - 1))) * 4;
  return [...bytes.subarray(i, i + 4)];
}

describe('createGasTable', () => {
  it('leaves clean, cold air clear', () => {
    expect(tone(0, 0, 0.5)[3]).toBe(0);
  });

  it('glows as a black body: red before green before blue, brighter when hotter', () => {
    let before = 0;
    for (const heat of [0.4, 0.6, 0.9, 1.2, 1.6]) {
      const [red, green, blue, alpha] = tone(heat, 0, 0);
      expect(red).toBeGreaterThanOrEqual(green);
      expect(green).toBeGreaterThan(blue);
      expect(red + green + blue).toBeGreaterThan(before);
      expect(alpha).toBe(255);
      before = red + green + blue;
    }
    expect(tone(0.4, 0, 0)[2]).toBeLessThan(90);
    expect(tone(1.6, 0, 0)[2]).toBeGreaterThan(150);
  });

  it('covers more where smoke is thicker, and is brighter in light than in shade', () => {
    const alphas = [0, 0.2, 0.4, 0.6, 1].map((cover) => tone(0, cover, 0.5)[3]);
    expect(alphas).toEqual(alphas.toSorted((a, b) => a - b));
    expect(alphas[4]).toBeGreaterThan(220);
    expect(tone(0, 1, 1)[0]).toBeGreaterThan(tone(0, 1, 0)[0] + 100);
  });

  it('reddens and dims light that comes through soot', () => {
    const clear = tone(0.7, 0, 0);
    const sooty = tone(0.7, 0.8, 0);
    expect(sooty[0]).toBeLessThan(clear[0]);
    expect(sooty[1] / sooty[0]).toBeLessThan(clear[1] / clear[0]);
  });
});

describe('smoothstep', () => {
  it('goes from 0 to 1 and stays there', () => {
    expect([-1, 0, 0.5, 1, 2].map((value) => smoothstep(0, 1, value))).toEqual([0, 0, 0.5, 1, 1]);
  });
});
