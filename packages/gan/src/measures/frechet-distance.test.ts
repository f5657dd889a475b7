import { readFileSync } from 'node:fs';
import { createRandom } from '@filmai/core-tensor/random';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fixture } from '../../../../tools/fixtures.js';
import { frechetDistance, gaussianOf } from './frechet-distance.js';

interface Case {
  name: string;
  mu1: number[];
  sigma1: number[][];
  mu2: number[];
  sigma2: number[][];
  fid: number;
}

const file = fixture('metrics/gan-metric-cases.json');
const cases = file === undefined ? [] : (JSON.parse(readFileSync(file, 'utf8')) as { frechet: Case[] }).frechet;

/** Samples of a normal distribution with covariance F·Fᵀ, `factor` of size features × rank. */
function normalSamples(count: number, factor: readonly number[][], seed: number): number[][] {
  const random = createRandom(seed);
  return Array.from({ length: count }, () => {
    const source = factor[0].map(() => random.normal());
    return factor.map((row) => row.reduce((sum, weight, k) => sum + weight * source[k], 0));
  });
}

describe('Fréchet distance', () => {
  it.skipIf(file === undefined)('agrees with the recorded cases to 1e-6, singular covariances included', () => {
    expect(cases.length).toBeGreaterThan(3);
    for (const { name, mu1, sigma1, mu2, sigma2, fid } of cases) {
      const { value } = frechetDistance({ mean: mu1, covariance: sigma1 }, { mean: mu2, covariance: sigma2 });
      expect(Math.abs(value - fid), name).toBeLessThan(1e-6);
    }
  });

  it('is the sum over axes of (μ₁ − μ₂)² + (σ₁ − σ₂)² where the axes are the same, zero deviations included', () => {
    const deviation = fc.oneof(fc.constant(0), fc.double({ min: 1e-3, max: 1e3, noNaN: true }));
    const axis = fc.record({
      m1: fc.integer({ min: -9, max: 9 }),
      m2: fc.integer({ min: -9, max: 9 }),
      s1: deviation,
      s2: deviation,
    });
    fc.assert(
      fc.property(fc.array(axis, { minLength: 1, maxLength: 8 }), (axes) => {
        const diagonal = (deviations: number[]) => deviations.map((s, i) => deviations.map((_, j) => (i === j ? s * s : 0)));
        const { value } = frechetDistance(
          { mean: axes.map(({ m1 }) => m1), covariance: diagonal(axes.map(({ s1 }) => s1)) },
          { mean: axes.map(({ m2 }) => m2), covariance: diagonal(axes.map(({ s2 }) => s2)) },
        );
        const expected = axes.reduce((sum, { m1, m2, s1, s2 }) => sum + (m1 - m2) ** 2 + (s1 - s2) ** 2, 0);
        const scale = axes.reduce((sum, { s1, s2 }) => sum + s1 * s1 + s2 * s2, 1);
        expect(Math.abs(value - expected)).toBeLessThan(1e-9 * scale);
      }),
      { numRuns: 60 },
    );
  });

  it('is exact for a covariance of rank 2 among five features', () => {
    const random = createRandom(11);
    const grid = (columns: number) => Array.from({ length: 5 }, () => Array.from({ length: columns }, () => random.normal()));
    const covariance = (factor: number[][]) =>
      factor.map((row) => factor.map((other) => row.reduce((sum, value, k) => sum + value * other[k], 0)));
    const times = (a: number[][], b: number[][]) =>
      a.map((row) => b.map((_, j) => row.reduce((sum, value, k) => sum + value * b[k][j], 0)));
    const trace = (matrix: number[][]) => matrix.reduce((sum, row, i) => sum + row[i], 0);
    const [flat, full] = [covariance(grid(2)), covariance(grid(5))];
    // The product has two eigenvalues other than zero, of sum s and product p: √λ₁ + √λ₂ = √(s + 2√p).
    const product = times(flat, full);
    const s = trace(product);
    const p = (s * s - trace(times(product, product))) / 2;
    const expected = trace(flat) + trace(full) - 2 * Math.sqrt(s + 2 * Math.sqrt(p));
    const mean = [0, 0, 0, 0, 0];
    const { value } = frechetDistance({ mean, covariance: flat }, { mean, covariance: full });
    expect(Math.abs(value - expected)).toBeLessThan(1e-11);
  });

  it('is symmetric, and zero between a set and itself, with fewer samples than features too', () => {
    const a = normalSamples(
      9,
      [
        [1, 0],
        [2, 1],
        [0, 3],
        [1, 1],
        [4, 0],
        [0, 1],
        [1, 2],
        [3, 3],
        [1, 5],
        [2, 2],
        [0, 2],
        [1, 0],
      ],
      1,
    );
    const b = normalSamples(
      40,
      a.slice(0, 1)[0].map((_, i) => [i === 0 ? 2 : 1, i]),
      2,
    );
    expect(frechetDistance(a, a).value).toBeLessThan(1e-9);
    const there = frechetDistance(a, b).value;
    expect(there).toBeGreaterThan(1);
    expect(Math.abs(frechetDistance(b, a).value - there)).toBeLessThan(1e-9 * there);
  });

  it('does not change when features are turned and moved together', () => {
    const [c, s] = [Math.cos(0.7), Math.sin(0.7)];
    const turn = (rows: number[][]) => rows.map(([x, y]) => [c * x - s * y + 5, s * x + c * y - 3]);
    const a = normalSamples(
      50,
      [
        [1, 0],
        [0.5, 2],
      ],
      3,
    );
    const b = normalSamples(
      50,
      [
        [2, 1],
        [0, 1],
      ],
      4,
    );
    expect(frechetDistance(turn(a), turn(b)).value).toBeCloseTo(frechetDistance(a, b).value, 9);
  });

  it('finds the mean and covariance of samples', () => {
    const { mean, covariance } = gaussianOf([
      [0, 1],
      [2, 1],
      [4, 7],
      [6, 3],
      [8, 3],
    ]);
    expect([...mean]).toEqual([4, 3]);
    expect([...covariance]).toEqual([10, 3, 3, 6]);
  });

  it('is named after the features, and Inception’s alone is called FID', () => {
    const gaussian = (features?: string) => ({ mean: [0], covariance: [1], ...(features === undefined ? {} : { features }) });
    expect(frechetDistance(gaussian(), gaussian()).name).toBe('frechet');
    expect(frechetDistance(gaussian('digits'), gaussian()).name).toBe('frechet-digits');
    expect(frechetDistance(gaussian('inception-v3'), gaussian('inception-v3')).name).toBe('fid');
  });

  it('refuses what is no covariance, and features of two kinds', () => {
    const unit = { mean: [0, 0], covariance: [1, 0, 0, 1], features: 'a' };
    expect(() => frechetDistance(unit, { ...unit, features: 'b' })).toThrow(/'a' against 'b'/);
    expect(() => frechetDistance(unit, { mean: [0], covariance: [1] })).toThrow(/2 features a sample against 1/);
    expect(() => frechetDistance(unit, { mean: [0, 0], covariance: [1, 0, 0] })).toThrow(/covariance of 4 numbers, got 3/);
    expect(() => frechetDistance(unit, { mean: [0, 0], covariance: [1, 2, 0, 1] })).toThrow(/symmetric/);
    expect(() => frechetDistance(unit, { mean: [0, 0], covariance: [1, 2, 2, 1] })).toThrow(/negative eigenvalue/);
    expect(() => frechetDistance(unit, { mean: [0, 0], covariance: [0, 1, 1, 0] })).toThrow(/negative eigenvalue/);
    expect(() => frechetDistance(unit, { mean: [0, Number.NaN], covariance: [1, 0, 0, 1] })).toThrow(/finite/);
    expect(() => gaussianOf([[1, 2]])).toThrow(/at least 2 samples/);
    expect(() => gaussianOf([[1, 2], [1]])).toThrow(/sample 1 has 1 features/);
    expect(() => gaussianOf([])).toThrow(RangeError);
  });
});
