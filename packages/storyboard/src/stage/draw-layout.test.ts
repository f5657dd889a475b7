import { describe, expect, it } from 'vitest';
import { lookFor } from '../figure/index.js';
import { drawLayout, LAYOUT_CLASSES, type Layout } from './draw-layout.js';
import { drawShot } from './draw-shot.js';
import type { ShotDescription } from './shot-description.js';
import { stageShot } from './stage-shot.js';

const size = { width: 160, height: 90 };
const field: ShotDescription = { place: 'FIELD', time: 'DAY', size: 'wide', cast: [] };
const face: ShotDescription = {
  place: 'OFFICE',
  time: 'DAY',
  size: 'close',
  cast: [{ name: 'MARA', look: lookFor('MARA', { seed: 3 }) }],
};

const share = ({ classes }: Layout, name: (typeof LAYOUT_CLASSES)[number]): number =>
  classes.filter((one) => one === LAYOUT_CLASSES.indexOf(name)).length / classes.length;

/** Correlation of two lists. */
function correlation(a: Float32Array, b: Float32Array): number {
  const mean = (values: Float32Array): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [meanA, meanB] = [mean(a), mean(b)];
  let [product, squareA, squareB] = [0, 0, 0];
  for (let i = 0; i < a.length; i++) {
    product += (a[i] - meanA) * (b[i] - meanB);
    squareA += (a[i] - meanA) ** 2;
    squareB += (b[i] - meanB) ** 2;
  }
  return product / Math.sqrt(squareA * squareB);
}

describe('the layout of a shot', () => {
  it('has a sky over a field, infinitely far away, and ground below it', () => {
    const layout = drawLayout(field, size);
    expect(share(layout, 'sky')).toBeGreaterThan(0.15);
    expect(share(layout, 'level')).toBeGreaterThan(0.15);
    const sky = LAYOUT_CLASSES.indexOf('sky');
    expect(layout.depth.every((metres, i) => Number.isFinite(metres) === (layout.classes[i] !== sky))).toBe(true);
    expect(layout.classes[0]).toBe(sky);
    expect(layout.classes[160 * 89 + 80]).not.toBe(sky);
  });

  it('knows skin, cloth and hair of a person near by, and marks the face', () => {
    const layout = drawLayout(face, size);
    for (const name of ['skin', 'cloth', 'hair'] as const) expect(share(layout, name)).toBeGreaterThan(0.02);
    expect(layout.marks.filter((ink) => ink > 0.3).length).toBeGreaterThan(30);
  });

  it('calls what is level and seen from below no floor', () => {
    const layout = drawLayout({ place: 'CELLAR', setting: 'int', time: 'DAY', size: 'wide', angle: 'low', cast: [] }, size);
    const level = LAYOUT_CLASSES.indexOf('level');
    expect(layout.classes.subarray(0, 160 * 4).every((one) => one !== level)).toBe(true);
  });

  it('is the picture without its shadows: both are dark and light in the same places', () => {
    const staged = stageShot(face, size);
    const { data } = drawShot(staged);
    const { shade } = drawLayout(staged);
    const drawn = shade.map((_, i) => data[4 * i + 1] / 255);
    expect(correlation(shade, drawn)).toBeGreaterThan(0.7);
  });

  it('draws an outline wherever the sky ends', () => {
    const { classes, outlines, width } = drawLayout(field, size);
    let [ends, inked] = [0, 0];
    for (let i = width; i < classes.length; i++) {
      if (classes[i] === 0 || classes[i - width] !== 0) continue;
      ends++;
      if (Math.max(outlines[i], outlines[i - width]) > 0.05) inked++;
    }
    expect(ends).toBeGreaterThan(50);
    expect(inked / ends).toBeGreaterThan(0.95);
  });

  it('stays in its ranges and is the same each time', () => {
    const first = drawLayout(face, size);
    for (const values of [first.shade, first.warmth, first.outlines, first.marks]) {
      expect(values.every((value) => value >= 0 && value <= 1)).toBe(true);
    }
    expect(drawLayout(face, size)).toEqual(first);
  });
});
