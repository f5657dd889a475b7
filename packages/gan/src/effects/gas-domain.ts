/** @file Where in the picture a gas is simulated: a box around its source, in cells whose size follows from the work that a frame may cost. */
import type { EffectOptions } from './effect-options.js';
import type { Gas } from './fluid.js';

/** A box of cells over the picture. Distances are picture heights from the picture's top left corner. */
export interface GasDomain {
  left: number;
  top: number;
  /** Side of a cell. */
  cell: number;
  columns: number;
  rows: number;
  /** Cells across the source. */
  cellsAcross: number;
  /** The row below which nothing is seen, per column: the front edge of the bed on the ground. */
  foot: Float32Array;
}

/** How far a gas is followed from the middle of its source, in widths of the source. */
export interface GasReach {
  up: number;
  down: number;
  side: number;
  /** Half the depth of the bed as it is seen from a little above; 0 where there is no bed. */
  bed: number;
  /** Cells that may be spent. */
  cells: number;
}

/** Gas is followed this far beyond the picture's edge, so that its whirls do not stop there. */
const MARGIN = 0.16;
/** Two pixels of 720: finer gas would not be seen. The same for all pictures, so that a small one shows what a large one will. */
const SMALLEST_CELL = 1 / 360;
/** Sides are multiples of this, for the pressure's pyramid. */
const MULTIPLE = 16;

/** Lays the box. Its lower side is the floor: at most a little below the picture unless the source is there. */
export function domainFor({ width, height, origin, size, wind }: EffectOptions, reach: GasReach): GasDomain {
  const aspect = width / height;
  const x = origin.x * aspect;
  const top = Math.max(-MARGIN, origin.y - reach.up * size);
  const bottom = Math.min(origin.y + reach.down * size, Math.max(1.05, origin.y + 0.15 * size));
  const lean = 0.6 * wind * reach.side * size;
  const left = Math.max(-MARGIN, x - reach.side * size + Math.min(0, lean));
  const right = Math.min(aspect + MARGIN, x + reach.side * size + Math.max(0, lean));
  const cell = Math.max(SMALLEST_CELL, Math.sqrt(((right - left) * (bottom - top)) / reach.cells));
  const columns = MULTIPLE * Math.max(2, Math.round((right - left) / cell / MULTIPLE));
  const rows = MULTIPLE * Math.max(2, Math.round((bottom - top) / cell / MULTIPLE));
  const first = (left + right - columns * cell) / 2;
  const upper = bottom - rows * cell;
  const foot = Float32Array.from({ length: columns }, (_, column) => {
    if (reach.bed === 0) return rows;
    const across = (first + (column + 0.5) * cell - x) / (0.55 * size);
    return (origin.y + reach.bed * size * Math.sqrt(Math.max(0, 1 - across * across)) - upper) / cell;
  });
  return { left: first, top: upper, cell, columns, rows, cellsAcross: size / cell, foot };
}

/**
 * Visits the cells around a source.
 *
 * @param reach - How far from its middle, in half widths of the source.
 * @param visit - Called with the cell's index and its place in half widths of the source from its middle, `y` downwards.
 */
export function visitSource(
  { columns, rows }: Gas,
  { left, top, cell }: GasDomain,
  { origin, size, width, height }: EffectOptions,
  reach: { x: number; y: number },
  visit: (index: number, x: number, y: number) => void,
): void {
  const half = size / 2;
  const middleX = (origin.x * width) / height;
  const firstRow = Math.max(1, Math.floor((origin.y - reach.y * half - top) / cell));
  const lastRow = Math.min(rows - 1, Math.ceil((origin.y + reach.y * half - top) / cell));
  const firstColumn = Math.max(1, Math.floor((middleX - reach.x * half - left) / cell));
  const lastColumn = Math.min(columns - 2, Math.ceil((middleX + reach.x * half - left) / cell));
  for (let row = firstRow; row <= lastRow; row++) {
    for (let column = firstColumn; column <= lastColumn; column++) {
      visit(
        row * columns + column,
        (left + (column + 0.5) * cell - middleX) / half,
        (top + (row + 0.5) * cell - origin.y) / half,
      );
    }
  }
}
