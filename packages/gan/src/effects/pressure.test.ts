import fc from 'fast-check';
import { createRandom } from '@filmai/core-tensor/random';
import { describe, expect, it } from 'vitest';
import { createPressurePyramid, projectFlow } from './pressure.js';

/** Root mean square of a staggered field's divergence, less what is wanted. */
function rmsDivergence(columns: number, rows: number, x: Float32Array, y: Float32Array, wanted?: Float32Array): number {
  let sum = 0;
  for (let row = 0, cell = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++, cell++) {
      const face = cell + row;
      sum += (x[face + 1] - x[face] + y[cell + columns] - y[cell] - (wanted?.[cell] ?? 0)) ** 2;
    }
  }
  return Math.sqrt(sum / (columns * rows));
}

function randomFlow(columns: number, rows: number, seed: number): { x: Float32Array; y: Float32Array } {
  const random = createRandom(seed);
  const x = Float32Array.from({ length: (columns + 1) * rows }, () => random.range(-1, 1));
  const y = Float32Array.from({ length: columns * (rows + 1) }, () => random.range(-1, 1));
  y.fill(0, rows * columns);
  return { x, y };
}

describe('projectFlow', () => {
  it('makes any flow at least ten times freer of divergence, on any grid', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }), fc.nat(), (across, down, seed) => {
        const columns = across * 16;
        const rows = down * 16;
        const { x, y } = randomFlow(columns, rows, seed);
        const before = rmsDivergence(columns, rows, x, y);
        projectFlow(createPressurePyramid(columns, rows), x, y);
        expect(rmsDivergence(columns, rows, x, y)).toBeLessThan(before / 10);
      }),
      { numRuns: 25 },
    );
  });

  it('gets better with every cycle', () => {
    const errors = [1, 2, 4].map((cycles) => {
      const { x, y } = randomFlow(96, 64, 7);
      projectFlow(createPressurePyramid(96, 64), x, y, undefined, cycles);
      return rmsDivergence(96, 64, x, y);
    });
    expect(errors[1]).toBeLessThan(errors[0] / 3);
    expect(errors[2]).toBeLessThan(errors[1] / 3);
  });

  it('leaves a flow alone that has no divergence', () => {
    const x = new Float32Array(33 * 32).fill(2);
    const y = new Float32Array(32 * 33);
    projectFlow(createPressurePyramid(32, 32), x, y);
    expect(Math.max(...x.map((value) => Math.abs(value - 2)))).toBe(0);
    expect(y.every((value) => value === 0)).toBe(true);
  });

  it('keeps the expansion that is wanted and drives gas out on all sides alike', () => {
    const side = 64;
    const wanted = new Float32Array(side * side);
    for (const [row, column] of [[31, 31], [31, 32], [32, 31], [32, 32]]) wanted[row * side + column] = 1; // prettier-ignore
    const x = new Float32Array((side + 1) * side);
    const y = new Float32Array(side * (side + 1));
    projectFlow(createPressurePyramid(side, side), x, y, wanted, 6);
    expect(rmsDivergence(side, side, x, y, wanted)).toBeLessThan(1e-4);
    const toTheRight = x[31 * (side + 1) + 40];
    expect(toTheRight).toBeGreaterThan(0.01);
    expect(x[31 * (side + 1) + 24]).toBeCloseTo(-toTheRight, 4);
    expect(-y[24 * side + 31]).toBeGreaterThan(0.7 * toTheRight);
  });

  it('lets nothing through the floor', () => {
    const { x, y } = randomFlow(32, 32, 3);
    y.fill(5, 32 * 32);
    projectFlow(createPressurePyramid(32, 32), x, y);
    expect(y.subarray(32 * 32).every((value) => value === 0)).toBe(true);
  });
});
