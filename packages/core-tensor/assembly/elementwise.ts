/**
 * @file Operations on every element of float32 tensors, alone and in pairs. A pair may broadcast: the result has `rows` rows of
 * `columns` elements, and each operand goes on by its own step from row to row and either goes along a row or stays.
 *
 * The codes are those of `src/kernels/ops/element-codes.ts`. Remainders of less than four elements go through the same vector
 * operations, so that an element's value doesn't depend on where it lies.
 */
import { Exponential } from './shared/exponential';

/** Klambauer et al. (2017): the constants for which mean 0 and variance 1 stay. */
const SELU_SCALE: f32 = 1.0507009873554805;
const SELU_SCALE_ALPHA: f32 = 1.7580993408473768;

/** Written into every place that calls them, so that a constant argument chooses code and not a branch. */
class Inline {
  /** exp(x) − 1 without the loss of digits around 0: the series there, the difference elsewhere. */
  @inline
  static exponentialLessOne(x: v128): v128 {
    let p = f32x4.splat(1.0 / 40320.0);
    p = f32x4.add(f32x4.mul(p, x), f32x4.splat(1.0 / 5040.0));
    p = f32x4.add(f32x4.mul(p, x), f32x4.splat(1.0 / 720.0));
    p = f32x4.add(f32x4.mul(p, x), f32x4.splat(1.0 / 120.0));
    p = f32x4.add(f32x4.mul(p, x), f32x4.splat(1.0 / 24.0));
    p = f32x4.add(f32x4.mul(p, x), f32x4.splat(1.0 / 6.0));
    p = f32x4.add(f32x4.mul(p, x), f32x4.splat(0.5));
    p = f32x4.add(f32x4.mul(f32x4.mul(p, x), x), x);
    const far = f32x4.sub(Exponential.of(x), f32x4.splat(1));
    return v128.bitselect(p, far, f32x4.lt(f32x4.abs(x), f32x4.splat(0.35)));
  }

  /** tanh |x| = −m / (m + 2) with m = exp(−2|x|) − 1; the sign comes back at the end. */
  @inline
  static hyperbolicTangent(x: v128): v128 {
    const sign = v128.and(x, f32x4.splat(-0.0));
    const m = Inline.exponentialLessOne(f32x4.mul(f32x4.abs(x), f32x4.splat(-2)));
    return v128.or(f32x4.abs(f32x4.div(m, f32x4.add(m, f32x4.splat(2)))), sign);
  }

  @inline
  static sigmoid(x: v128): v128 {
    return f32x4.div(f32x4.splat(1), f32x4.add(f32x4.splat(1), Exponential.of(f32x4.neg(x))));
  }

  @inline
  static positive(x: v128): v128 {
    return f32x4.gt(x, f32x4.splat(0));
  }

  @inline
  static single(op: i32, x: v128, alpha: v128): v128 {
    if (op == 0) return f32x4.neg(x);
    if (op == 1) return f32x4.abs(x);
    if (op == 2) return f32x4.mul(x, x);
    if (op == 3) return f32x4.sqrt(x);
    if (op == 4) return f32x4.div(f32x4.splat(1), f32x4.sqrt(x));
    if (op == 5) return f32x4.div(f32x4.splat(1), x);
    if (op == 6) return Exponential.of(x);
    if (op == 7) return Inline.exponentialLessOne(x);
    if (op == 8) return Inline.hyperbolicTangent(x);
    if (op == 9) return Inline.sigmoid(x);
    // Greater than 0 or not a number: the latter must not vanish.
    if (op == 10) return v128.andnot(x, f32x4.lt(x, f32x4.splat(0)));
    if (op == 11) return f32x4.min(v128.andnot(x, f32x4.lt(x, f32x4.splat(0))), f32x4.splat(6));
    if (op == 12) return v128.bitselect(x, f32x4.mul(x, alpha), Inline.positive(x));
    if (op == 13) return v128.bitselect(Inline.exponentialLessOne(x), x, f32x4.lt(x, f32x4.splat(0)));
    if (op == 14)
      return v128.bitselect(
        f32x4.mul(Inline.exponentialLessOne(x), f32x4.splat(SELU_SCALE_ALPHA)),
        f32x4.mul(x, f32x4.splat(SELU_SCALE)),
        f32x4.lt(x, f32x4.splat(0)),
      );
    return x;
  }

  @inline
  static pair(op: i32, a: v128, b: v128, alpha: v128): v128 {
    if (op == 0) return f32x4.add(a, b);
    if (op == 1) return f32x4.sub(a, b);
    if (op == 2) return f32x4.mul(a, b);
    if (op == 3) return f32x4.div(a, b);
    if (op == 4) return f32x4.max(a, b);
    if (op == 5) return f32x4.min(a, b);
    if (op == 6) {
      const difference = f32x4.sub(a, b);
      return f32x4.mul(difference, difference);
    }
    // Gradients: a is what decides (input or output of the activation), b the gradient that comes.
    if (op == 7) return v128.and(b, Inline.positive(a));
    if (op == 8) return v128.bitselect(b, f32x4.mul(b, alpha), Inline.positive(a));
    if (op == 9) return f32x4.mul(b, f32x4.sub(f32x4.splat(1), f32x4.mul(a, a)));
    if (op == 10) return f32x4.mul(b, f32x4.mul(a, f32x4.sub(f32x4.splat(1), a)));
    if (op == 11) return v128.bitselect(f32x4.mul(b, f32x4.add(a, f32x4.splat(1))), b, f32x4.lt(a, f32x4.splat(0)));
    if (op == 12)
      return v128.bitselect(
        f32x4.mul(b, f32x4.mul(Exponential.of(a), f32x4.splat(SELU_SCALE_ALPHA))),
        f32x4.mul(b, f32x4.splat(SELU_SCALE)),
        f32x4.le(a, f32x4.splat(0)),
      );
    if (op == 13) return v128.and(b, v128.and(Inline.positive(a), f32x4.le(a, f32x4.splat(6))));
    // Spreads a over the result's shape; b is not looked at.
    if (op == 14) return f32x4.mul(a, alpha);
    return a;
  }

  @inline
  static alongSingle(op: i32, x: usize, y: usize, n: i32, alpha: f32): void {
    const factor = f32x4.splat(alpha);
    const end = x + ((<usize>n) << 2);
    const whole = x + ((<usize>(n & ~3)) << 2);
    for (; x < whole; x += 16, y += 16) v128.store(y, Inline.single(op, v128.load(x), factor));
    for (; x < end; x += 4, y += 4) v128.store_lane<f32>(y, Inline.single(op, v128.load32_splat(x), factor), 0);
  }

  @inline
  static alongPair(op: i32, a: usize, b: usize, y: usize, n: i32, factor: v128): void {
    const end = y + ((<usize>n) << 2);
    const four = y + ((<usize>(n & ~15)) << 2);
    const whole = y + ((<usize>(n & ~3)) << 2);
    for (; y < four; a += 64, b += 64, y += 64) {
      v128.store(y, Inline.pair(op, v128.load(a), v128.load(b), factor));
      v128.store(y, Inline.pair(op, v128.load(a, 16), v128.load(b, 16), factor), 16);
      v128.store(y, Inline.pair(op, v128.load(a, 32), v128.load(b, 32), factor), 32);
      v128.store(y, Inline.pair(op, v128.load(a, 48), v128.load(b, 48), factor), 48);
    }
    for (; y < whole; a += 16, b += 16, y += 16) v128.store(y, Inline.pair(op, v128.load(a), v128.load(b), factor));
    for (; y < end; a += 4, b += 4, y += 4)
      v128.store_lane<f32>(y, Inline.pair(op, v128.load32_splat(a), v128.load32_splat(b), factor), 0);
  }

  @inline
  static alongRight(op: i32, a: usize, b: v128, y: usize, n: i32, factor: v128): void {
    const end = y + ((<usize>n) << 2);
    const whole = y + ((<usize>(n & ~3)) << 2);
    for (; y < whole; a += 16, y += 16) v128.store(y, Inline.pair(op, v128.load(a), b, factor));
    for (; y < end; a += 4, y += 4) v128.store_lane<f32>(y, Inline.pair(op, v128.load32_splat(a), b, factor), 0);
  }

  @inline
  static alongLeft(op: i32, a: v128, b: usize, y: usize, n: i32, factor: v128): void {
    const end = y + ((<usize>n) << 2);
    const whole = y + ((<usize>(n & ~3)) << 2);
    for (; y < whole; b += 16, y += 16) v128.store(y, Inline.pair(op, a, v128.load(b), factor));
    for (; y < end; b += 4, y += 4) v128.store_lane<f32>(y, Inline.pair(op, a, v128.load32_splat(b), factor), 0);
  }

  @inline
  static rowsOf(
    op: i32,
    a: usize,
    b: usize,
    y: usize,
    rows: i32,
    columns: i32,
    stepA: usize,
    stepB: usize,
    staysA: bool,
    staysB: bool,
    alpha: f32,
  ): void {
    const factor = f32x4.splat(alpha);
    const stepY = (<usize>columns) << 2;
    for (let row = 0; row < rows; row++, a += stepA, b += stepB, y += stepY) {
      if (staysB) Inline.alongRight(op, a, v128.load32_splat(b), y, columns, factor);
      else if (staysA) Inline.alongLeft(op, v128.load32_splat(a), b, y, columns, factor);
      else Inline.alongPair(op, a, b, y, columns, factor);
    }
  }
}

/** y[i] = op(x[i]). */
export function unary(op: i32, x: usize, y: usize, n: i32, alpha: f32): void {
  switch (op) {
    case 0:
      return Inline.alongSingle(0, x, y, n, alpha);
    case 1:
      return Inline.alongSingle(1, x, y, n, alpha);
    case 2:
      return Inline.alongSingle(2, x, y, n, alpha);
    case 3:
      return Inline.alongSingle(3, x, y, n, alpha);
    case 4:
      return Inline.alongSingle(4, x, y, n, alpha);
    case 5:
      return Inline.alongSingle(5, x, y, n, alpha);
    case 6:
      return Inline.alongSingle(6, x, y, n, alpha);
    case 7:
      return Inline.alongSingle(7, x, y, n, alpha);
    case 8:
      return Inline.alongSingle(8, x, y, n, alpha);
    case 9:
      return Inline.alongSingle(9, x, y, n, alpha);
    case 10:
      return Inline.alongSingle(10, x, y, n, alpha);
    case 11:
      return Inline.alongSingle(11, x, y, n, alpha);
    case 12:
      return Inline.alongSingle(12, x, y, n, alpha);
    case 13:
      return Inline.alongSingle(13, x, y, n, alpha);
    case 14:
      return Inline.alongSingle(14, x, y, n, alpha);
  }
}

/** y[row, column] = op(a, b); steps from row to row in bytes; an operand that stays has one element a row. */
export function binary(
  op: i32,
  a: usize,
  b: usize,
  y: usize,
  rows: i32,
  columns: i32,
  stepA: usize,
  stepB: usize,
  staysA: bool,
  staysB: bool,
  alpha: f32,
): void {
  switch (op) {
    case 0:
      return Inline.rowsOf(0, a, b, y, rows, columns, stepA, stepB, staysA, staysB, alpha);
    case 1:
      return Inline.rowsOf(1, a, b, y, rows, columns, stepA, stepB, staysA, staysB, alpha);
    case 2:
      return Inline.rowsOf(2, a, b, y, rows, columns, stepA, stepB, staysA, staysB, alpha);
    case 3:
      return Inline.rowsOf(3, a, b, y, rows, columns, stepA, stepB, staysA, staysB, alpha);
    case 4:
      return Inline.rowsOf(4, a, b, y, rows, columns, stepA, stepB, staysA, staysB, alpha);
    case 5:
      return Inline.rowsOf(5, a, b, y, rows, columns, stepA, stepB, staysA, staysB, alpha);
    case 6:
      return Inline.rowsOf(6, a, b, y, rows, columns, stepA, stepB, staysA, staysB, alpha);
    case 7:
      return Inline.rowsOf(7, a, b, y, rows, columns, stepA, stepB, staysA, staysB, alpha);
    case 8:
      return Inline.rowsOf(8, a, b, y, rows, columns, stepA, stepB, staysA, staysB, alpha);
    case 9:
      return Inline.rowsOf(9, a, b, y, rows, columns, stepA, stepB, staysA, staysB, alpha);
    case 10:
      return Inline.rowsOf(10, a, b, y, rows, columns, stepA, stepB, staysA, staysB, alpha);
    case 11:
      return Inline.rowsOf(11, a, b, y, rows, columns, stepA, stepB, staysA, staysB, alpha);
    case 12:
      return Inline.rowsOf(12, a, b, y, rows, columns, stepA, stepB, staysA, staysB, alpha);
    case 13:
      return Inline.rowsOf(13, a, b, y, rows, columns, stepA, stepB, staysA, staysB, alpha);
    case 14:
      return Inline.rowsOf(14, a, b, y, rows, columns, stepA, stepB, staysA, staysB, alpha);
  }
}

/** y[i] = where[i] ? t[i] : e[i], with one byte for each condition. */
export function select(condition: usize, t: usize, e: usize, y: usize, n: i32): void {
  const end = y + ((<usize>n) << 2);
  const whole = y + ((<usize>(n & ~3)) << 2);
  for (; y < whole; condition += 4, t += 16, e += 16, y += 16) {
    const bytes = v128.load32_zero(condition);
    const words = i32x4.extend_low_i16x8_u(i16x8.extend_low_i8x16_u(bytes));
    v128.store(y, v128.bitselect(v128.load(t), v128.load(e), i32x4.ne(words, i32x4.splat(0))));
  }
  for (; y < end; condition++, t += 4, e += 4, y += 4) store<f32>(y, load<u8>(condition) != 0 ? load<f32>(t) : load<f32>(e));
}
