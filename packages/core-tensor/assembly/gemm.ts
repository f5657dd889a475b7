/**
 * @file Matrix product in single precision, blocked for caches after Goto and van de Geijn, "Anatomy of High-Performance Matrix
 * Multiplication" (2008): panels of both factors are packed into scratch memory and a micro kernel multiplies them in registers.
 */

/** Rows of `a` packed at once, and depth of a packed block: both panels together stay in the second-level cache. */
const MC = 96;
const KC = 320;
/** The micro kernel's tile. */
const MR = 4;
const NR = 8;

function multiplyAdd(a: v128, b: v128, c: v128): v128 {
  return ASC_FEATURE_RELAXED_SIMD ? f32x4.relaxed_madd(a, b, c) : f32x4.add(c, f32x4.mul(a, b));
}

/** Floats of scratch memory that `gemm` needs for a product of `n` columns. */
export function scratchFloats(n: i32): i32 {
  return MR * NR + MC * KC + KC * (n + NR);
}

/** `y[m, n] = op(a)[m, k] · op(b)[k, n]`, added to `y` where `accumulate` says so. */
export function gemm(
  a: usize,
  b: usize,
  y: usize,
  m: i32,
  n: i32,
  k: i32,
  transposeA: bool,
  transposeB: bool,
  accumulate: bool,
  scratch: usize,
): void {
  const tile = scratch;
  const packedA = tile + MR * NR * 4;
  const packedB = packedA + <usize>(MC * KC) * 4;
  for (let k0 = 0; k0 < k; k0 += KC) {
    const depth = min(KC, k - k0);
    packB(b, packedB, k0, depth, n, k, transposeB);
    const adds = accumulate || k0 > 0;
    for (let m0 = 0; m0 < m; m0 += MC) {
      const rows = min(MC, m - m0);
      packA(a, packedA, m0, rows, k0, depth, m, k, transposeA);
      for (let n0 = 0; n0 < n; n0 += NR) {
        const columns = min(NR, n - n0);
        const panelB = packedB + ((<usize>(n0 * depth)) << 2);
        for (let i0 = 0; i0 < rows; i0 += MR) {
          const panelA = packedA + ((<usize>(i0 * depth)) << 2);
          const target = y + ((<usize>((m0 + i0) * n + n0)) << 2);
          if (columns == NR && rows - i0 >= MR) {
            microKernel(panelA, panelB, depth, target, (<usize>n) << 2, adds);
          } else {
            microKernel(panelA, panelB, depth, tile, NR * 4, false);
            copyTile(tile, target, min(MR, rows - i0), columns, n, adds);
          }
        }
      }
    }
  }
}

/** Packs [depth, n] into panels of NR columns, the last filled up with zeros. */
function packB(b: usize, packed: usize, k0: i32, depth: i32, n: i32, k: i32, transposed: bool): void {
  let to = packed;
  for (let n0 = 0; n0 < n; n0 += NR) {
    const columns = min(NR, n - n0);
    if (!transposed && columns == NR) {
      for (let i = 0; i < depth; i++, to += NR * 4) {
        const from = b + ((<usize>((k0 + i) * n + n0)) << 2);
        v128.store(to, v128.load(from));
        v128.store(to, v128.load(from, 16), 16);
      }
    } else {
      for (let i = 0; i < depth; i++, to += NR * 4)
        for (let j = 0; j < NR; j++) {
          const index = transposed ? (n0 + j) * k + k0 + i : (k0 + i) * n + n0 + j;
          store<f32>(to + ((<usize>j) << 2), j < columns ? load<f32>(b + ((<usize>index) << 2)) : 0);
        }
    }
  }
}

/** Packs [rows, depth] into panels of MR rows, the last filled up with zeros. */
function packA(a: usize, packed: usize, m0: i32, rows: i32, k0: i32, depth: i32, m: i32, k: i32, transposed: bool): void {
  let to = packed;
  for (let i0 = 0; i0 < rows; i0 += MR) {
    const count = min(MR, rows - i0);
    for (let j = 0; j < depth; j++, to += MR * 4) {
      if (transposed && count == MR) v128.store(to, v128.load(a + ((<usize>((k0 + j) * m + m0 + i0)) << 2)));
      else
        for (let i = 0; i < MR; i++) {
          const index = transposed ? (k0 + j) * m + m0 + i0 + i : (m0 + i0 + i) * k + k0 + j;
          store<f32>(to + ((<usize>i) << 2), i < count ? load<f32>(a + ((<usize>index) << 2)) : 0);
        }
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
    b += NR * 4;
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
      const to = y + ((<usize>(i * n + j)) << 2);
      const value = load<f32>(tile + ((<usize>(i * NR + j)) << 2));
      store<f32>(to, adds ? value + load<f32>(to) : value);
    }
}
