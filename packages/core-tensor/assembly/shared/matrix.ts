/**
 * @file Matrix products in single precision, blocked for caches after Goto and van de Geijn, "Anatomy of High-Performance Matrix
 * Multiplication" (2008): panels of both factors are packed and a micro kernel multiplies them in registers.
 *
 * Every element of a result is summed in the same order, block by block of the inner dimension, however rows and columns are dealt
 * out. So a product is the same for any number of threads.
 */
import { transposeFew } from './transpose';

/** Rows of `a` packed at once: with a depth of a few hundred they stay in the second-level cache. */
export const ROWS_PACKED = 96;
/** The micro kernel's tile: eight sums, two vectors and a factor are what the registers of SSE hold without spilling. */
const MR = 4;
export const PANEL = 8;

function multiplyAdd(a: v128, b: v128, c: v128): v128 {
  return ASC_FEATURE_RELAXED_SIMD ? f32x4.relaxed_madd(a, b, c) : f32x4.add(c, f32x4.mul(a, b));
}

function at(base: usize, index: i32): usize {
  return base + ((<usize>index) << 2);
}

/** Columns rounded up to whole panels. */
export function paddedColumns(n: i32): i32 {
  return ((n + PANEL - 1) / PANEL) * PANEL;
}

/** Floats of scratch memory that `multiplyRows` and `multiplyPanels` need: a tile, a block of `a` and a panel of `b`. */
export function blockFloats(depth: i32): i32 {
  return MR * PANEL + (ROWS_PACKED + PANEL) * depth;
}

/**
 * Packs panels [firstPanel, lastPanel) of op(b) [k, n]: block by block of `depth` rows, in each panel by panel, in each row by row.
 * The last panel is filled up with zeros.
 */
export function packPanels(
  b: usize,
  packed: usize,
  n: i32,
  k: i32,
  depth: i32,
  transposed: bool,
  firstPanel: i32,
  lastPanel: i32,
): void {
  const padded = paddedColumns(n);
  for (let k0 = 0; k0 < k; k0 += depth) {
    const rows = min(depth, k - k0);
    const block = at(packed, k0 * padded);
    for (let panel = firstPanel; panel < lastPanel; panel++)
      packPanel(b, at(block, panel * PANEL * rows), panel * PANEL, k0, rows, n, k, transposed);
  }
}

/** Rows [firstRow, lastRow) of `y[m, n] = op(a)[m, k] · b`, with `b` packed; added to `y` where `accumulate` says so. */
export function multiplyRows(
  a: usize,
  packedB: usize,
  y: usize,
  m: i32,
  n: i32,
  k: i32,
  depth: i32,
  transposed: bool,
  accumulate: bool,
  scratch: usize,
  firstRow: i32,
  lastRow: i32,
): void {
  const packedA = at(scratch, MR * PANEL);
  const padded = paddedColumns(n);
  for (let k0 = 0; k0 < k; k0 += depth) {
    const inner = min(depth, k - k0);
    const block = at(packedB, k0 * padded);
    for (let row = firstRow; row < lastRow; row += ROWS_PACKED) {
      const rows = min(ROWS_PACKED, lastRow - row);
      packRows(a, packedA, row, rows, k0, inner, m, k, transposed);
      for (let column = 0; column < n; column += PANEL)
        multiplyPanel(packedA, at(block, column * inner), rows, inner, y, row, column, n, accumulate || k0 > 0, scratch);
    }
  }
}

/** Panels [firstPanel, lastPanel) of a product of at most `ROWS_PACKED` rows: `b` is used once, so it is packed panel by panel. */
export function multiplyPanels(
  a: usize,
  b: usize,
  y: usize,
  m: i32,
  n: i32,
  k: i32,
  depth: i32,
  transposeA: bool,
  transposeB: bool,
  accumulate: bool,
  scratch: usize,
  firstPanel: i32,
  lastPanel: i32,
): void {
  const packedA = at(scratch, MR * PANEL);
  const panelB = at(packedA, ROWS_PACKED * depth);
  for (let k0 = 0; k0 < k; k0 += depth) {
    const inner = min(depth, k - k0);
    packRows(a, packedA, 0, m, k0, inner, m, k, transposeA);
    for (let panel = firstPanel; panel < lastPanel; panel++) {
      const column = panel * PANEL;
      packPanel(b, panelB, column, k0, inner, n, k, transposeB);
      multiplyPanel(packedA, panelB, m, inner, y, 0, column, n, accumulate || k0 > 0, scratch);
    }
  }
}

/** Elements [first, last) of `y[m] = op(a)[m, k] · x[k]`. */
export function multiplyVector(
  a: usize,
  x: usize,
  y: usize,
  m: i32,
  k: i32,
  transposed: bool,
  accumulate: bool,
  first: i32,
  last: i32,
): void {
  if (transposed) addRows(a, x, y, m, k, accumulate, first, last);
  else
    for (let i = first; i < last; i++) {
      const sum = dot(at(a, i * k), x, k);
      store<f32>(at(y, i), accumulate ? sum + load<f32>(at(y, i)) : sum);
    }
}

/** Sixteen sums side by side, so that additions don't wait for each other. */
function dot(a: usize, b: usize, count: i32): f32 {
  let s0 = f32x4.splat(0);
  let s1 = s0;
  let s2 = s0;
  let s3 = s0;
  let i = 0;
  for (; i + 16 <= count; i += 16, a += 64, b += 64) {
    s0 = multiplyAdd(v128.load(a), v128.load(b), s0);
    s1 = multiplyAdd(v128.load(a, 16), v128.load(b, 16), s1);
    s2 = multiplyAdd(v128.load(a, 32), v128.load(b, 32), s2);
    s3 = multiplyAdd(v128.load(a, 48), v128.load(b, 48), s3);
  }
  const sum = f32x4.add(f32x4.add(s0, s1), f32x4.add(s2, s3));
  let total = f32x4.extract_lane(sum, 0) + f32x4.extract_lane(sum, 1) + (f32x4.extract_lane(sum, 2) + f32x4.extract_lane(sum, 3));
  for (; i < count; i++, a += 4, b += 4) total += load<f32>(a) * load<f32>(b);
  return total;
}

/** Sums the rows of `a` [k, m], each times an element of `x`, over columns [first, last). */
function addRows(a: usize, x: usize, y: usize, m: i32, k: i32, accumulate: bool, first: i32, last: i32): void {
  let i = first;
  for (; i + 8 <= last; i += 8) {
    let s0 = f32x4.splat(0);
    let s1 = s0;
    let from = at(a, i);
    for (let j = 0; j < k; j++, from += (<usize>m) << 2) {
      const factor = v128.load32_splat(at(x, j));
      s0 = multiplyAdd(v128.load(from), factor, s0);
      s1 = multiplyAdd(v128.load(from, 16), factor, s1);
    }
    storeRow(at(y, i), s0, s1, accumulate);
  }
  for (; i < last; i++) {
    let sum: f32 = 0;
    for (let j = 0; j < k; j++) sum += load<f32>(at(a, j * m + i)) * load<f32>(at(x, j));
    store<f32>(at(y, i), accumulate ? sum + load<f32>(at(y, i)) : sum);
  }
}

function packPanel(b: usize, to: usize, column: i32, k0: i32, rows: i32, n: i32, k: i32, transposed: bool): void {
  const columns = min(PANEL, n - column);
  if (!transposed && columns == PANEL) {
    let from = at(b, k0 * n + column);
    for (let i = 0; i < rows; i++, to += PANEL * 4, from += (<usize>n) << 2) {
      v128.store(to, v128.load(from));
      v128.store(to, v128.load(from, 16), 16);
    }
  } else if (transposed && columns == PANEL) {
    transposeFew(at(b, column * k + k0), (<usize>k) << 2, to, PANEL * 4, PANEL, rows);
  } else {
    for (let i = 0; i < rows; i++, to += PANEL * 4)
      for (let j = 0; j < PANEL; j++) {
        const index = transposed ? (column + j) * k + k0 + i : (k0 + i) * n + column + j;
        store<f32>(at(to, j), j < columns ? load<f32>(at(b, index)) : 0);
      }
  }
}

/** Packs op(a) rows [row, row + count) by columns [k0, k0 + inner) into groups of MR rows, the last filled up with zeros. */
function packRows(a: usize, to: usize, row: i32, count: i32, k0: i32, inner: i32, m: i32, k: i32, transposed: bool): void {
  for (let i = 0; i < count; i += MR, to += (<usize>(inner * MR)) << 2) {
    const rows = min(MR, count - i);
    if (rows == MR && transposed) {
      let from = at(a, k0 * m + row + i);
      for (let j = 0; j < inner; j++, from += (<usize>m) << 2) v128.store(to + ((<usize>j) << 4), v128.load(from));
    } else if (rows == MR) {
      transposeFew(at(a, (row + i) * k + k0), (<usize>k) << 2, to, MR * 4, MR, inner);
    } else
      for (let j = 0; j < inner; j++)
        for (let r = 0; r < MR; r++) {
          const index = transposed ? (k0 + j) * m + row + i + r : (row + i + r) * k + k0 + j;
          store<f32>(at(to, j * MR + r), r < rows ? load<f32>(at(a, index)) : 0);
        }
  }
}

function multiplyPanel(
  packedA: usize,
  panelB: usize,
  rows: i32,
  inner: i32,
  y: usize,
  row: i32,
  column: i32,
  n: i32,
  adds: bool,
  tile: usize,
): void {
  const columns = min(PANEL, n - column);
  for (let i = 0; i < rows; i += MR) {
    const groupA = at(packedA, i * inner);
    const target = at(y, (row + i) * n + column);
    if (columns == PANEL && rows - i >= MR) microKernel(groupA, panelB, inner, target, (<usize>n) << 2, adds);
    else {
      microKernel(groupA, panelB, inner, tile, PANEL * 4, false);
      copyTile(tile, target, min(MR, rows - i), columns, n, adds);
    }
  }
}

function microKernel(a: usize, b: usize, depth: i32, y: usize, stride: usize, adds: bool): void {
  let c00 = f32x4.splat(0);
  let c01 = c00;
  let c10 = c00;
  let c11 = c00;
  let c20 = c00;
  let c21 = c00;
  let c30 = c00;
  let c31 = c00;
  for (let i = 0; i < depth; i++) {
    const b0 = v128.load(b);
    const b1 = v128.load(b, 16);
    let value = v128.load32_splat(a);
    c00 = multiplyAdd(value, b0, c00);
    c01 = multiplyAdd(value, b1, c01);
    value = v128.load32_splat(a, 4);
    c10 = multiplyAdd(value, b0, c10);
    c11 = multiplyAdd(value, b1, c11);
    value = v128.load32_splat(a, 8);
    c20 = multiplyAdd(value, b0, c20);
    c21 = multiplyAdd(value, b1, c21);
    value = v128.load32_splat(a, 12);
    c30 = multiplyAdd(value, b0, c30);
    c31 = multiplyAdd(value, b1, c31);
    a += MR * 4;
    b += PANEL * 4;
  }
  storeRow(y, c00, c01, adds);
  storeRow(y + stride, c10, c11, adds);
  storeRow(y + 2 * stride, c20, c21, adds);
  storeRow(y + 3 * stride, c30, c31, adds);
}

function storeRow(y: usize, left: v128, right: v128, adds: bool): void {
  v128.store(y, adds ? f32x4.add(left, v128.load(y)) : left);
  v128.store(y, adds ? f32x4.add(right, v128.load(y, 16)) : right, 16);
}

function copyTile(tile: usize, y: usize, rows: i32, columns: i32, n: i32, adds: bool): void {
  for (let i = 0; i < rows; i++)
    for (let j = 0; j < columns; j++) {
      const to = at(y, i * n + j);
      const value = load<f32>(at(tile, i * PANEL + j));
      store<f32>(to, adds ? value + load<f32>(to) : value);
    }
}
