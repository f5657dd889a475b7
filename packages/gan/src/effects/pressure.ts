/**
 * @file The pressure that keeps a gas from being squeezed: Poisson's equation by multigrid (Brandt 1977), cheap enough to be solved well.
 *
 * ```
 *   fine grid    smooth ─┐               ┌─ add, smooth
 *   half as fine         smooth ─┐    ┌─ add, smooth
 *   coarsest                     many rounds
 * ```
 *
 * Open to the left, the right and above (pressure 0 outside), closed below (no flow through the floor).
 */

/** One grid of the pyramid. Arrays have a rim of one cell on all sides. */
interface Level {
  columns: number;
  rows: number;
  pressure: Float32Array;
  /** What ∇²p must be, times the square of the cell's side. */
  wanted: Float32Array;
  residual: Float32Array;
}

/** Reusable memory for `solvePressure`; it keeps the last pressure as the next guess. */
export type PressurePyramid = readonly Level[];

const SMOOTHING_ROUNDS = 2;
const COARSEST_ROUNDS = 16;
/** A grid with a side this short is solved by rounds alone. */
const SHORTEST_SIDE = 6;

/** Allocates grids for a gas, halved as long as both sides are even. */
export function createPressurePyramid(columns: number, rows: number): PressurePyramid {
  const levels: Level[] = [];
  for (;;) {
    const field = (): Float32Array => new Float32Array((columns + 2) * (rows + 2));
    levels.push({ columns, rows, pressure: field(), wanted: field(), residual: field() });
    if (columns % 2 || rows % 2 || Math.min(columns, rows) <= SHORTEST_SIDE) return levels;
    columns /= 2;
    rows /= 2;
  }
}

/**
 * Makes a staggered velocity field free of divergence, in place.
 *
 * @param pyramid - From `createPressurePyramid` for the same sides.
 * @param x - Flow through the cells' left and right faces, `(columns + 1) × rows`.
 * @param y - Flow through their upper and lower faces, `columns × (rows + 1)`.
 * @param expansion - Divergence that shall stay, per cell. Default none.
 * @param cycles - V-cycles; each makes the error about twenty times smaller. Default 2.
 */
export function projectFlow(
  pyramid: PressurePyramid,
  x: Float32Array,
  y: Float32Array,
  expansion?: Float32Array,
  cycles = 2,
): void {
  const { columns, rows, pressure, wanted } = pyramid[0];
  const stride = columns + 2;
  y.fill(0, rows * columns);
  for (let row = 0, cell = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++, cell++) {
      const face = cell + row;
      const divergence = x[face + 1] - x[face] + y[cell + columns] - y[cell];
      wanted[(row + 1) * stride + column + 1] = expansion ? divergence - expansion[cell] : divergence;
    }
  }
  for (let cycle = 0; cycle < cycles; cycle++) runCycle(pyramid, 0);
  for (let row = 0; row < rows; row++) {
    const padded = (row + 1) * stride;
    for (let column = 0; column <= columns; column++)
      x[row * (columns + 1) + column] -= pressure[padded + column + 1] - pressure[padded + column];
    for (let column = 1; column <= columns; column++)
      y[row * columns + column - 1] -= pressure[padded + column] - pressure[padded + column - stride];
  }
}

function runCycle(pyramid: PressurePyramid, depth: number): void {
  const level = pyramid[depth];
  if (depth === pyramid.length - 1) return smooth(level, COARSEST_ROUNDS);
  smooth(level, SMOOTHING_ROUNDS);
  const coarser = pyramid[depth + 1];
  restrictResidual(level, coarser);
  coarser.pressure.fill(0);
  runCycle(pyramid, depth + 1);
  addCorrection(coarser, level);
  smooth(level, SMOOTHING_ROUNDS);
}

/** Gauss and Seidel's rounds in the order of a chess board, so that left and right are treated alike. */
function smooth({ columns, rows, pressure, wanted }: Level, rounds: number): void {
  const stride = columns + 2;
  for (let half = 0; half < 2 * rounds; half++) {
    setRim(pressure, columns, rows);
    for (let row = 1; row <= rows; row++) {
      for (let i = row * stride + 1 + ((row + half) & 1), end = row * stride + columns; i <= end; i += 2) {
        pressure[i] = 0.25 * (pressure[i - 1] + pressure[i + 1] + pressure[i - stride] + pressure[i + stride] - wanted[i]);
      }
    }
  }
  setRim(pressure, columns, rows);
}

/** The rim is such that the pressure is 0 at the open sides, and the same on both sides of the floor: on each grid in the same places. */
function setRim(pressure: Float32Array, columns: number, rows: number): void {
  const stride = columns + 2;
  for (let i = 1; i <= columns; i++) pressure[i] = -pressure[i + stride];
  for (let row = 1; row <= rows; row++) {
    pressure[row * stride] = -pressure[row * stride + 1];
    pressure[row * stride + columns + 1] = -pressure[row * stride + columns];
  }
  pressure.copyWithin((rows + 1) * stride, rows * stride, (rows + 1) * stride);
}

function restrictResidual({ columns, rows, pressure, wanted, residual }: Level, coarser: Level): void {
  const stride = columns + 2;
  for (let row = 1; row <= rows; row++) {
    for (let i = row * stride + 1, end = row * stride + columns; i <= end; i++) {
      residual[i] =
        wanted[i] - (pressure[i - 1] + pressure[i + 1] + pressure[i - stride] + pressure[i + stride] - 4 * pressure[i]);
    }
  }
  const coarse = coarser.columns + 2;
  for (let row = 1; row <= coarser.rows; row++) {
    for (let column = 1; column <= coarser.columns; column++) {
      const i = (2 * row - 1) * stride + 2 * column - 1;
      // A mean of four, times four because the side has doubled.
      coarser.wanted[row * coarse + column] = residual[i] + residual[i + 1] + residual[i + stride] + residual[i + stride + 1];
    }
  }
}

/** Adds the coarse pressure, bilinear between the centres of the coarse cells. */
function addCorrection(coarser: Level, { columns, rows, pressure }: Level): void {
  const from = coarser.pressure;
  const coarse = coarser.columns + 2;
  for (let row = 1; row <= rows; row++) {
    const near = ((row + 1) >> 1) * coarse;
    const far = near + (row & 1 ? -coarse : coarse);
    for (let column = 1; column <= columns; column++) {
      const side = (column + 1) >> 1;
      const other = side + (column & 1 ? -1 : 1);
      pressure[row * (columns + 2) + column] +=
        0.5625 * from[near + side] + 0.1875 * (from[near + other] + from[far + side]) + 0.0625 * from[far + other];
    }
  }
}
