/** @file A part of a square of codes, with the code of nothing where it reaches beyond. */

/** What a frame's codes are like. */
export interface CodeSquare {
  /** Codes in a row, and rows. */
  cells: number;
  /** Numbers of a code. */
  codes: number;
  /** The code of nothing. */
  empty: Float32Array;
}

/**
 * Copies a part.
 *
 * @param view - Its place and side, in codes.
 */
export function padCodes(
  to: Float32Array,
  offset: number,
  from: Float32Array,
  { cells, codes, empty }: CodeSquare,
  { left, top, wide }: { left: number; top: number; wide: number },
): void {
  for (let y = 0; y < wide; y++) {
    for (let x = 0; x < wide; x++) {
      const row = top + y;
      const column = left + x;
      const inside = row >= 0 && row < cells && column >= 0 && column < cells;
      const at = (row * cells + column) * codes;
      to.set(inside ? from.subarray(at, at + codes) : empty, offset + (y * wide + x) * codes);
    }
  }
}
