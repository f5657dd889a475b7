/** @file Rows made columns: what filters that are turned, axes that are swapped and panels that are packed for products come down to. */

/** Elements on a side of a tile: one tile's lines of both sides stay in the first-level cache. */
const TILE = 32;

/**
 * Writes element (i, j) of [rows, columns] 32-bit elements to place (j, i). Lines lie `fromLine` and `toLine` bytes apart, so that either may be
 * a part of something larger.
 */
export function transpose(from: usize, fromLine: usize, to: usize, toLine: usize, rows: i32, columns: i32): void {
  for (let i = 0; i < rows; i += TILE, from += TILE * fromLine, to += TILE * 4) {
    let source = from;
    let target = to;
    for (let j = 0; j < columns; j += TILE, source += TILE * 4, target += TILE * toLine)
      transposeFew(source, fromLine, target, toLine, min(TILE, rows - i), min(TILE, columns - j));
  }
}

/** The same without tiles, in squares of four: where rows or columns are few, as in a tile. */
export function transposeFew(from: usize, fromLine: usize, to: usize, toLine: usize, rows: i32, columns: i32): void {
  let i = 0;
  for (; i + 4 <= rows; i += 4, from += 4 * fromLine, to += 16) {
    let source = from;
    let target = to;
    let j = 0;
    for (; j + 4 <= columns; j += 4, source += 16, target += 4 * toLine) {
      const a = v128.load(source);
      const b = v128.load(source + fromLine);
      const c = v128.load(source + 2 * fromLine);
      const d = v128.load(source + 3 * fromLine);
      const ab = v128.shuffle<i32>(a, b, 0, 4, 1, 5);
      const ab2 = v128.shuffle<i32>(a, b, 2, 6, 3, 7);
      const cd = v128.shuffle<i32>(c, d, 0, 4, 1, 5);
      const cd2 = v128.shuffle<i32>(c, d, 2, 6, 3, 7);
      v128.store(target, v128.shuffle<i64>(ab, cd, 0, 2));
      v128.store(target + toLine, v128.shuffle<i64>(ab, cd, 1, 3));
      v128.store(target + 2 * toLine, v128.shuffle<i64>(ab2, cd2, 0, 2));
      v128.store(target + 3 * toLine, v128.shuffle<i64>(ab2, cd2, 1, 3));
    }
    for (; j < columns; j++, source += 4, target += toLine) {
      store<u32>(target, load<u32>(source));
      store<u32>(target, load<u32>(source + fromLine), 4);
      store<u32>(target, load<u32>(source + 2 * fromLine), 8);
      store<u32>(target, load<u32>(source + 3 * fromLine), 12);
    }
  }
  for (; i < rows; i++, from += fromLine, to += 4) {
    let target = to;
    for (let j = 0; j < columns; j++, target += toLine) store<u32>(target, load<u32>(from + ((<usize>j) << 2)));
  }
}
