import { readFileSync } from 'node:fs';
import { createRandom } from '@filmai/core-tensor/random';
import { describe, expect, it } from 'vitest';
import { fixture } from '../../../../tools/fixtures.js';
import { frechetDistance } from './frechet-distance.js';
import { matrixSquareRoot } from './matrix-square-root.js';

const file = fixture('metrics/gan-metric-cases.json');

/** A covariance of the given rank. */
function covariance(size: number, rank: number, seed: number): Float64Array {
  const random = createRandom(seed);
  const factor = Array.from({ length: size }, () => Array.from({ length: rank }, () => random.normal()));
  return Float64Array.from({ length: size * size }, (_, at) =>
    factor[Math.floor(at / size)].reduce((sum, value, k) => sum + value * factor[at % size][k], 0),
  );
}

function product(a: Float64Array, b: Float64Array, size: number): Float64Array {
  return Float64Array.from({ length: size * size }, (_, at) => {
    let sum = 0;
    for (let k = 0; k < size; k++) sum += a[Math.floor(at / size) * size + k] * b[k * size + (at % size)];
    return sum;
  });
}

const worst = (a: ArrayLike<number>, b: ArrayLike<number>) =>
  Array.from(a).reduce((most, value, i) => Math.max(most, Math.abs(value - b[i])), 0);
const trace = (matrix: Float64Array, size: number) =>
  matrix.reduce((sum, value, i) => (i % (size + 1) === 0 ? sum + value : sum), 0);

describe('the square root of a matrix', () => {
  it.skipIf(file === undefined)('agrees with the recorded cases to 1e-6', () => {
    const { sqrtm } = JSON.parse(readFileSync(file ?? '', 'utf8')) as {
      sqrtm: { name: string; M: number[][]; sqrtm: number[][] }[];
    };
    expect(sqrtm.length).toBeGreaterThan(0);
    for (const { name, M, sqrtm: root } of sqrtm)
      expect(worst(matrixSquareRoot(M.flat(), M.length), root.flat()), name).toBeLessThan(1e-6);
  });

  it.each([
    [1, 1],
    [6, 6],
    [6, 2],
    [12, 11],
  ])('of a covariance of size %d and rank %d squares to it, and is symmetric', (size, rank) => {
    const matrix = covariance(size, rank, size + rank);
    const root = matrixSquareRoot(matrix, size);
    expect(worst(product(root, root, size), matrix)).toBeLessThan(1e-9);
    expect(trace(root, size)).toBeGreaterThan(0);
  });

  it('of a product of covariances gives the Fréchet distance by its definition', () => {
    const [a, b] = [covariance(5, 5, 1), covariance(5, 5, 2)];
    const byRoot = trace(a, 5) + trace(b, 5) - 2 * trace(matrixSquareRoot(product(a, b, 5), 5), 5);
    const mean = new Float64Array(5);
    expect(frechetDistance({ mean, covariance: a }, { mean, covariance: b }).value).toBeCloseTo(byRoot, 8);
  });

  it('is refused where there is none', () => {
    expect(() => matrixSquareRoot([1, 2, 2, 1], 2)).toThrow(/negative eigenvalue/);
    expect(() => matrixSquareRoot([0, 1, 0, 0], 2)).toThrow(/no root/);
    expect(() =>
      matrixSquareRoot(
        [0, -1, 1, 0, 0, 0, 0, 0, -3].map((v, i) => (i === 5 ? 1e-3 : v)),
        3,
      ),
    ).toThrow(/no root/);
    expect(() => matrixSquareRoot([1, 2], 2)).toThrow(/4 numbers, got 2/);
    expect([...matrixSquareRoot([0, 0, 0, 0], 2)]).toEqual([0, 0, 0, 0]);
  });
});
