import { readFileSync } from 'node:fs';
import { createRandom } from '@filmai/core-tensor/random';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fixture } from '../../../../tools/fixtures.js';
import { extractFeatures, featureMatrix } from './feature-matrix.js';
import { inceptionScore } from './inception-score.js';
import { kernelDistance } from './kernel-distance.js';
import { densityAndCoverage, precisionAndRecall } from './neighbour-measures.js';
import { pairwiseDiversity } from './pairwise-diversity.js';

const file = fixture('metrics/gan-metric-cases.json');

interface ScoreCase {
  name: string;
  p: number[][];
  splits: number;
  mean: number;
  std: number;
}

const normals = (count: number, columns: number, mean: number, seed: number) => {
  const random = createRandom(seed);
  return Array.from({ length: count }, () => Array.from({ length: columns }, () => random.normal(mean)));
};

describe('features', () => {
  it('keep their name, come in batches and must all be alike', async () => {
    const calls: number[] = [];
    const sum = {
      name: 'sum',
      extract: (samples: readonly number[][]) => {
        calls.push(samples.length);
        return samples.map((sample) => [sample[0] + sample[1]]);
      },
    };
    const features = await extractFeatures(
      sum,
      [
        [1, 2],
        [3, 4],
        [5, 6],
      ],
      { batch: 2 },
    );
    expect([...features.data]).toEqual([3, 7, 11]);
    expect([features.features, calls]).toEqual(['sum', [2, 1]]);
    await expect(extractFeatures({ name: 'odd', extract: () => [[1]] }, [[1], [2]])).rejects.toThrow(
      /'odd' gave 1 × 1 features for 2 samples/,
    );
    await expect(extractFeatures(sum, [])).rejects.toThrow(RangeError);
    await expect(extractFeatures(sum, [[1, 2]], { signal: AbortSignal.abort() })).rejects.toThrow(/abort/i);
  });

  it('must be finite, as many as they say, and of one length', () => {
    expect(() =>
      featureMatrix([
        [1, 2],
        [Number.NaN, 1],
      ]),
    ).toThrow(/sample 1, feature 0 is NaN/);
    expect(() => featureMatrix({ rows: 2, columns: 2, data: new Float64Array(3) })).toThrow(/got 3 for 2 × 2/);
    expect(() => featureMatrix([])).toThrow(RangeError);
  });
});

describe('kernel distance', () => {
  it('is the unbiased estimate by its definition', () => {
    const [a, b] = [normals(5, 3, 0, 1), normals(4, 3, 1, 2)];
    const k = (x: number[], y: number[]) => (x.reduce((sum, value, i) => sum + value * y[i], 0) / 3 + 1) ** 3;
    let value = 0;
    for (const [i, x] of a.entries()) for (const [j, y] of a.entries()) if (i !== j) value += k(x, y) / 20;
    for (const [i, x] of b.entries()) for (const [j, y] of b.entries()) if (i !== j) value += k(x, y) / 12;
    for (const x of a) for (const y of b) value -= k(x, y) / 10;
    expect(kernelDistance(a, b).value).toBeCloseTo(value, 10);
    expect(kernelDistance(b, a).value).toBeCloseTo(value, 10);
    expect(kernelDistance(b, a).interval[0]).toBeCloseTo(kernelDistance(a, b).interval[0], 10);
  });

  it('is right on average, and its interval holds the truth in about 95 of 100 cases', () => {
    // Moments of normals of means 0 and ½: 3 (m₁ − m₁′)² + 3 (m₂ − m₂′)² + (m₃ − m₃′)².
    const truth = 3 * 0.5 ** 2 + 3 * 0.25 ** 2 + (0.5 ** 3 + 1.5) ** 2;
    let [sum, held] = [0, 0];
    for (let run = 0; run < 100; run++) {
      const { value, interval } = kernelDistance(normals(80, 1, 0, run), normals(120, 1, 0.5, 1000 + run));
      sum += value / 100;
      if (interval[0] <= truth && truth <= interval[1]) held++;
    }
    expect(Math.abs(sum - truth)).toBeLessThan(0.6);
    expect(held).toBeGreaterThanOrEqual(85);
  });

  it('finds no difference where there is none', () => {
    const { value, interval } = kernelDistance(normals(100, 4, 0, 5), normals(100, 4, 0, 6));
    expect(interval[0]).toBeLessThan(0);
    expect(interval[1]).toBeGreaterThan(0);
    expect(Math.abs(value)).toBeLessThan(0.2);
  });

  it('measures subsets by a seed, and is named after the features', () => {
    const [a, b] = [featureMatrix(normals(30, 2, 0, 1), 'digits'), featureMatrix(normals(30, 2, 2, 2), 'digits')];
    const first = kernelDistance(a, b, { subsets: { count: 20, size: 15, seed: 3 } });
    expect(kernelDistance(a, b, { subsets: { count: 20, size: 15, seed: 3 } })).toEqual(first);
    expect(first.name).toBe('kernel-digits');
    expect(Math.abs((first.subsets?.mean ?? 0) - first.value)).toBeLessThan(first.value / 2);
    expect(first.subsets?.deviation).toBeGreaterThan(0);
    const all = kernelDistance(a, b, { subsets: { count: 1, size: 30, seed: 3 } });
    expect(all.subsets?.mean).toBeCloseTo(all.value, 9);
    expect(kernelDistance({ ...a, features: 'inception-v3' }, { ...b, features: 'inception-v3' }).name).toBe('kid');
    expect(() => kernelDistance(a, b, { subsets: { count: 1, size: 31, seed: 3 } })).toThrow(/2…30/);
    expect(() => kernelDistance([[1], [2]], [[1], [2], [3]])).toThrow(/at least 3/);
  });
});

describe('inception score', () => {
  it.skipIf(file === undefined)('agrees with the recorded cases to 1e-6', () => {
    const { inception_score: cases } = JSON.parse(readFileSync(file ?? '', 'utf8')) as { inception_score: ScoreCase[] };
    expect(cases.length).toBeGreaterThan(0);
    for (const { name, p, splits, mean, std } of cases) {
      const { value, deviation } = inceptionScore(p, { splits });
      expect(Math.abs(value - mean), name).toBeLessThan(1e-6);
      expect(Math.abs(deviation - std), name).toBeLessThan(1e-6);
    }
  });

  it('is the number of classes where all are recognised, 1 where none is or one alone', () => {
    const sure = Array.from({ length: 12 }, (_, i) => Array.from({ length: 4 }, (__, c) => Number(c === i % 4)));
    expect(inceptionScore(sure).value).toBeCloseTo(4, 12);
    expect(inceptionScore(sure.map(() => [1, 0, 0, 0])).value).toBeCloseTo(1, 12);
    expect(inceptionScore(sure.map(() => [0.25, 0.25, 0.25, 0.25])).value).toBeCloseTo(1, 12);
    expect(inceptionScore(featureMatrix(sure, 'digits')).name).toBe('classifier-score-digits');
    expect(inceptionScore(featureMatrix(sure, 'inception-v3')).name).toBe('inception-score');
  });

  it('refuses rows that are no distribution', () => {
    expect(() => inceptionScore([[0.5, 0.6]])).toThrow(/sample 0 sum to 1.1/);
    expect(() => inceptionScore([[1.5, -0.5]])).toThrow(/probability -0.5/);
    expect(() => inceptionScore([[1, 0]], { splits: 2 })).toThrow(/1…1/);
  });
});

describe('measures by neighbours', () => {
  /** Two groups on a line, far apart. */
  const real = [0, 1, 2, 3, 100, 101, 102, 103].map((x) => [x]);

  it('tell quality from variety', () => {
    // All made samples in the first group: each is good, half of the real ones are never made.
    const one = [[0.5], [1.5], [2.5], [1.2]];
    expect(precisionAndRecall(real, one)).toEqual({ name: 'precision-recall', precision: 1, recall: 0.5, neighbours: 3 });
    expect(densityAndCoverage(real, one, { neighbours: 3 }).coverage).toBe(0.5);
    // Half of the made samples nowhere, the others everywhere; their balls reach from group to group.
    const wild = [[1], [2], [101], [102], [5000], [5001], [5002], [5003]];
    expect(precisionAndRecall(real, wild)).toMatchObject({ precision: 0.5, recall: 1 });
    expect(densityAndCoverage(real, wild, { neighbours: 3 }).coverage).toBe(1);
  });

  it('are 1 between a set and itself, and 0 between sets far apart', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 3, maxLength: 3 }), { minLength: 6, maxLength: 20 }),
        (rows) => {
          expect(precisionAndRecall(rows, rows)).toMatchObject({ precision: 1, recall: 1 });
          expect(densityAndCoverage(rows, rows).coverage).toBe(1);
          const away = rows.map(([x, y, z]) => [x + 1000, y, z]);
          expect(precisionAndRecall(rows, away)).toMatchObject({ precision: 0, recall: 0 });
          expect(densityAndCoverage(rows, away)).toMatchObject({ density: 0, coverage: 0 });
        },
      ),
      { numRuns: 30 },
    );
  });

  it('have a density of about 1 for samples of the same distribution', () => {
    const { density, coverage } = densityAndCoverage(normals(300, 3, 0, 1), normals(300, 3, 0, 2));
    expect(density).toBeGreaterThan(0.9);
    expect(density).toBeLessThan(1.1);
    // Expected 1 − ((N − 1)…(N − k)) / ((2N − 1)…(2N − k)) ≈ 1 − 2⁻⁵ (Naeem et al., lemma 2).
    expect(coverage).toBeGreaterThan(0.93);
  });

  it('count how many real balls hold a sample, over k', () => {
    // Balls to the second neighbour: 0 reaches 2, 1 reaches 1, 2 reaches 1, 3 reaches 2; 1.5 lies in all four.
    expect(densityAndCoverage([[0], [1], [2], [3]], [[1.5]], { neighbours: 2 })).toMatchObject({ density: 2, coverage: 1 });
  });

  it('are named after the features and refuse too few samples', () => {
    expect(precisionAndRecall(featureMatrix(real, 'digits'), real).name).toBe('precision-recall-digits');
    expect(densityAndCoverage(featureMatrix(real, 'digits'), real).name).toBe('density-coverage-digits');
    expect(() => precisionAndRecall(real, real.slice(0, 3))).toThrow(/1…2/);
    expect(() => densityAndCoverage(real, real, { neighbours: 8 })).toThrow(/1…7/);
    expect(() => densityAndCoverage(real, [[1, 2]])).toThrow(/1 features a sample against 2/);
  });
});

describe('diversity of samples', () => {
  it('is the deviation times √2 for independent samples, 0 for copies', () => {
    expect(pairwiseDiversity(normals(40, 200, 0, 9)).value / Math.SQRT2).toBeCloseTo(1, 1);
    expect(
      pairwiseDiversity([
        [1, 2],
        [1, 2],
        [1, 2],
      ]),
    ).toEqual({ name: 'diversity', value: 0, least: 0 });
    expect(pairwiseDiversity(featureMatrix([[0], [3]], 'digits'))).toEqual({ name: 'diversity-digits', value: 3, least: 3 });
    expect(() => pairwiseDiversity([[1]])).toThrow(/at least 2/);
  });
});
