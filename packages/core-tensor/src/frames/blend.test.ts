import { describe, expect, it } from 'vitest';
import { blendFrames, BLEND_MODES } from './blend.js';
import type { BlendMode } from './blend.js';
import { compositeOver, createFrame } from './frame.js';

const pixel = (r: number, g: number, b: number, a = 255) => createFrame(1, 1, { fill: [r, g, b, a] });
const blend = (below: ReturnType<typeof pixel>, above: ReturnType<typeof pixel>, mode: BlendMode, opacity = 1) => [
  ...blendFrames(below, above, { mode, opacity }).data,
];

/** Opaque 51, 102, 204 (0.2, 0.4, 0.8) below, 204, 51, 153 (0.8, 0.2, 0.6) above: results worked out by hand from the specification. */
const truth: Record<BlendMode, [number, number, number]> = {
  normal: [0.8, 0.2, 0.6],
  multiply: [0.16, 0.08, 0.48],
  screen: [0.84, 0.52, 0.92],
  overlay: [0.32, 0.16, 0.84],
  darken: [0.2, 0.2, 0.6],
  lighten: [0.8, 0.4, 0.8],
  'color-dodge': [1, 0.5, 1],
  'color-burn': [0, 0, 2 / 3],
  'hard-light': [0.68, 0.16, 0.84],
  'soft-light': [
    0.2 + 0.6 * (((16 * 0.2 - 12) * 0.2 + 4) * 0.2 - 0.2),
    0.4 - 0.6 * 0.4 * 0.6,
    0.8 + 0.2 * (Math.sqrt(0.8) - 0.8),
  ],
  difference: [0.6, 0.2, 0.2],
  exclusion: [0.68, 0.44, 0.44],
  add: [1, 0.6, 1],
  // Lum below 0.384, above 0.424; Sat both 0.6: the colour above, darker by 0.04.
  hue: [0.76, 0.16, 0.56],
  saturation: [0.2, 0.4, 0.8],
  color: [0.76, 0.16, 0.56],
  luminosity: [0.24, 0.44, 0.84],
};

describe('blending', () => {
  it.each(BLEND_MODES)('%s follows the formula of the specification', (mode) => {
    const got = blend(pixel(51, 102, 204), pixel(204, 51, 153), mode);
    for (const [channel, value] of truth[mode].entries()) expect(Math.abs(got[channel] - 255 * value)).toBeLessThan(0.51);
    expect(got[3]).toBe(255);
  });

  it('clips a colour towards its light where the whole-colour modes leave the range', () => {
    // Lum(white) = 1: the only colour that light is white. Lum(black) = 0.
    expect(blend(pixel(255, 255, 255), pixel(255, 0, 0), 'color')).toEqual([255, 255, 255, 255]);
    expect(blend(pixel(0, 0, 0), pixel(0, 255, 0), 'hue')).toEqual([0, 0, 0, 255]);
    // Red at the light of a middle grey (0.502): 1.202, 0.202, 0.202 pulled back to where red is 1.
    const [red, green, blue] = blend(pixel(128, 128, 128), pixel(255, 0, 0), 'color');
    expect([red, green, blue]).toEqual([255, 74, 74]);
    expect(blend(pixel(90, 90, 90), pixel(20, 200, 70), 'saturation')).toEqual([90, 90, 90, 255]);
  });

  it('holds the special cases of dodge and burn', () => {
    expect(blend(pixel(0, 10, 255), pixel(255, 255, 255), 'color-dodge')).toEqual([0, 255, 255, 255]);
    expect(blend(pixel(255, 10, 0), pixel(0, 0, 0), 'color-burn')).toEqual([255, 0, 0, 255]);
  });

  it('as normal is the “over” operator', () => {
    for (const [below, above] of [
      [0, 128],
      [77, 200],
      [255, 10],
      [128, 0],
    ]) {
      const wall = pixel(10, 200, 90, below);
      const blended = blend(wall, pixel(250, 30, 60, above), 'normal', 0.7);
      compositeOver(wall, pixel(250, 30, 60, above), 0.7);
      for (const [i, value] of blended.entries()) expect(Math.abs(value - wall.data[i])).toBeLessThanOrEqual(1);
    }
  });

  it('leaves the colour above alone where nothing is below, and mixes by the alpha below', () => {
    expect(blend(pixel(9, 9, 9, 0), pixel(200, 100, 50, 128), 'multiply')).toEqual([200, 100, 50, 128]);
    // Half of multiply (0.5·0.8), half of the source alone (0.8).
    const [red] = blend(pixel(128, 0, 0, 128), pixel(204, 0, 0), 'multiply');
    expect(red).toBe(153);
  });

  it('refuses other sizes, modes and opacities', () => {
    expect(() => blendFrames(createFrame(1, 1), createFrame(2, 1))).toThrow(/sizes must be equal/);
    expect(() => blendFrames(pixel(0, 0, 0), pixel(0, 0, 0), { mode: 'glow' as BlendMode })).toThrow(/'glow'/);
    expect(() => blendFrames(pixel(0, 0, 0), pixel(0, 0, 0), { opacity: 2 })).toThrow(/opacity/);
  });
});
