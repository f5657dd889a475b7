/**
 * @file Operations on every element of float32 tensors, alone and in pairs. A pair may broadcast: the result has `rows` rows of
 * `columns` elements, and each operand goes on by its own step from row to row and either goes along a row or stays.
 *
 * Remainders of less than four elements go through the same vector
 * operations, so that an element's value doesn't depend on where it lies.
 */
import { Exponential } from './shared/exponential';

/** Operations on one element. */
const NEGATE = 0;
const ABSOLUTE = 1;
const SQUARE = 2;
const SQUARE_ROOT = 3;
const INVERSE_SQUARE_ROOT = 4;
const RECIPROCAL = 5;
const EXPONENTIAL = 6;
const EXPONENTIAL_LESS_ONE = 7;
const HYPERBOLIC_TANGENT = 8;
const RELU = 9;
const RELU6 = 10;
const LEAKY_RELU = 11;
const SELU = 12;

/** On two. */
const ADD = 0;
const SUBTRACT = 1;
const MULTIPLY = 2;
const DIVIDE = 3;
const MAXIMUM = 4;
const MINIMUM = 5;
const SQUARED_DIFFERENCE = 6;
const SPREAD = 7;

/** On the input or output of an activation, and the gradient that comes. */
const RELU_GRADIENT = 8;
const LEAKY_RELU_GRADIENT = 9;
const HYPERBOLIC_TANGENT_GRADIENT = 10;
const SIGMOID_GRADIENT = 11;
const ELU_GRADIENT = 12;
const SELU_GRADIENT = 13;
const RELU6_GRADIENT = 14;
const SQUARE_GRADIENT = 15;
const INVERSE_SQUARE_ROOT_GRADIENT = 16;

/** Klambauer et al. (2017): the constants for which mean 0 and variance 1 stay. */
const SELU_SCALE: f32 = 1.0507009873554805;
const SELU_SCALE_ALPHA: f32 = 1.7580993408473768;

/** Written into every place that calls them, so that a constant argument chooses code and not a branch. */
class Inline {
  /** tanh |x| = −m / (m + 2) with m = exp(−2|x|) − 1; the sign comes back at the end. */
  @inline
  static hyperbolicTangent(x: v128): v128 {
    const sign = f32x4.splat(-0.0);
    const m = Exponential.lessOneOfNegative(f32x4.mul(v128.or(x, sign), f32x4.splat(2)));
    return v128.or(v128.andnot(f32x4.div(m, f32x4.add(m, f32x4.splat(2))), sign), v128.and(x, sign));
  }

  @inline
  static positive(x: v128): v128 {
    return f32x4.gt(x, f32x4.splat(0));
  }

  /** `pmax` and `pmin` give their first operand where either is no number: so it doesn't vanish. */
  @inline
  static relu(x: v128): v128 {
    return f32x4.pmax(x, f32x4.splat(0));
  }

  @inline
  static single(op: i32, x: v128, alpha: v128): v128 {
    if (op == NEGATE) return f32x4.neg(x);
    if (op == ABSOLUTE) return f32x4.abs(x);
    if (op == SQUARE) return f32x4.mul(x, x);
    if (op == SQUARE_ROOT) return f32x4.sqrt(x);
    if (op == INVERSE_SQUARE_ROOT) return f32x4.div(f32x4.splat(1), f32x4.sqrt(x));
    if (op == RECIPROCAL) return f32x4.div(f32x4.splat(1), x);
    if (op == EXPONENTIAL) return Exponential.of(x);
    if (op == EXPONENTIAL_LESS_ONE)
      return v128.bitselect(
        Exponential.lessOneOfNegative(x),
        f32x4.sub(Exponential.of(x), f32x4.splat(1)),
        f32x4.lt(x, f32x4.splat(1)),
      );
    if (op == HYPERBOLIC_TANGENT) return Inline.hyperbolicTangent(x);
    if (op == RELU) return Inline.relu(x);
    if (op == RELU6) return f32x4.pmin(Inline.relu(x), f32x4.splat(6));
    if (op == LEAKY_RELU) return v128.bitselect(x, f32x4.mul(x, alpha), Inline.positive(x));
    if (op == SELU)
      return v128.bitselect(
        f32x4.mul(Exponential.lessOneOfNegative(x), f32x4.splat(SELU_SCALE_ALPHA)),
        f32x4.mul(x, f32x4.splat(SELU_SCALE)),
        f32x4.lt(x, f32x4.splat(0)),
      );
    return x;
  }

  @inline
  static pair(op: i32, a: v128, b: v128, alpha: v128): v128 {
    if (op == ADD) return f32x4.add(a, b);
    if (op == SUBTRACT) return f32x4.sub(a, b);
    if (op == MULTIPLY) return f32x4.mul(a, b);
    if (op == DIVIDE) return f32x4.div(a, b);
    if (op == MAXIMUM) return f32x4.max(a, b);
    if (op == MINIMUM) return f32x4.min(a, b);
    if (op == SQUARED_DIFFERENCE) {
      const difference = f32x4.sub(a, b);
      return f32x4.mul(difference, difference);
    }
    // Spreads a over the result's shape; b is not looked at.
    if (op == SPREAD) return f32x4.mul(a, alpha);
    // Gradients: a is what decides (input or output of the activation), b the gradient that comes.
    if (op == RELU_GRADIENT) return v128.and(b, Inline.positive(a));
    if (op == LEAKY_RELU_GRADIENT) return v128.bitselect(b, f32x4.mul(b, alpha), Inline.positive(a));
    if (op == HYPERBOLIC_TANGENT_GRADIENT) return f32x4.mul(b, f32x4.sub(f32x4.splat(1), f32x4.mul(a, a)));
    if (op == SIGMOID_GRADIENT) return f32x4.mul(b, f32x4.mul(a, f32x4.sub(f32x4.splat(1), a)));
    if (op == ELU_GRADIENT) return v128.bitselect(f32x4.mul(b, f32x4.add(a, f32x4.splat(1))), b, f32x4.lt(a, f32x4.splat(0)));
    if (op == SELU_GRADIENT)
      return v128.bitselect(
        f32x4.mul(b, f32x4.mul(Exponential.of(a), f32x4.splat(SELU_SCALE_ALPHA))),
        f32x4.mul(b, f32x4.splat(SELU_SCALE)),
        f32x4.le(a, f32x4.splat(0)),
      );
    if (op == SQUARE_GRADIENT) return f32x4.mul(b, f32x4.add(a, a));
    // With the output y = 1/√x: −y³/2.
    if (op == INVERSE_SQUARE_ROOT_GRADIENT) return f32x4.mul(f32x4.mul(b, f32x4.mul(a, f32x4.splat(-0.5))), f32x4.mul(a, a));
    if (op == RELU6_GRADIENT) return v128.and(b, v128.and(Inline.positive(a), f32x4.le(a, f32x4.splat(6))));
    return a;
  }

  /**
   * Sixteen elements at once where an operation is so cheap that the loop would cost as much. All are loaded before one is stored:
   * results often lie a multiple of 4 KiB behind their inputs, and a processor takes such a store for one that the next load needs.
   */
  @inline
  static alongSingle(op: i32, x: usize, y: usize, n: i32, alpha: f32): void {
    const factor = f32x4.splat(alpha);
    const end = y + ((<usize>n) << 2);
    const whole = y + ((<usize>(n & ~3)) << 2);
    if (op < EXPONENTIAL || op == RELU || op == RELU6 || op == LEAKY_RELU) {
      const sixteen = y + ((<usize>(n & ~15)) << 2);
      for (; y < sixteen; x += 64, y += 64) {
        const first = Inline.single(op, v128.load(x), factor);
        const second = Inline.single(op, v128.load(x, 16), factor);
        const third = Inline.single(op, v128.load(x, 32), factor);
        const fourth = Inline.single(op, v128.load(x, 48), factor);
        v128.store(y, first);
        v128.store(y, second, 16);
        v128.store(y, third, 32);
        v128.store(y, fourth, 48);
      }
    }
    for (; y < whole; x += 16, y += 16) v128.store(y, Inline.single(op, v128.load(x), factor));
    for (; y < end; x += 4, y += 4) v128.store_lane<f32>(y, Inline.single(op, v128.load32_splat(x), factor), 0);
  }

  @inline
  static alongPair(op: i32, a: usize, b: usize, y: usize, n: i32, factor: v128): void {
    const end = y + ((<usize>n) << 2);
    const sixteen = y + ((<usize>(n & ~15)) << 2);
    const whole = y + ((<usize>(n & ~3)) << 2);
    for (; y < sixteen; a += 64, b += 64, y += 64) {
      const first = Inline.pair(op, v128.load(a), v128.load(b), factor);
      const second = Inline.pair(op, v128.load(a, 16), v128.load(b, 16), factor);
      const third = Inline.pair(op, v128.load(a, 32), v128.load(b, 32), factor);
      const fourth = Inline.pair(op, v128.load(a, 48), v128.load(b, 48), factor);
      v128.store(y, first);
      v128.store(y, second, 16);
      v128.store(y, third, 32);
      v128.store(y, fourth, 48);
    }
    for (; y < whole; a += 16, b += 16, y += 16) v128.store(y, Inline.pair(op, v128.load(a), v128.load(b), factor));
    for (; y < end; a += 4, b += 4, y += 4)
      v128.store_lane<f32>(y, Inline.pair(op, v128.load32_splat(a), v128.load32_splat(b), factor), 0);
  }

  @inline
  static alongRight(op: i32, a: usize, b: v128, y: usize, n: i32, factor: v128): void {
    const end = y + ((<usize>n) << 2);
    const sixteen = y + ((<usize>(n & ~15)) << 2);
    const whole = y + ((<usize>(n & ~3)) << 2);
    for (; y < sixteen; a += 64, y += 64) {
      const first = Inline.pair(op, v128.load(a), b, factor);
      const second = Inline.pair(op, v128.load(a, 16), b, factor);
      const third = Inline.pair(op, v128.load(a, 32), b, factor);
      const fourth = Inline.pair(op, v128.load(a, 48), b, factor);
      v128.store(y, first);
      v128.store(y, second, 16);
      v128.store(y, third, 32);
      v128.store(y, fourth, 48);
    }
    for (; y < whole; a += 16, y += 16) v128.store(y, Inline.pair(op, v128.load(a), b, factor));
    for (; y < end; a += 4, y += 4) v128.store_lane<f32>(y, Inline.pair(op, v128.load32_splat(a), b, factor), 0);
  }

  @inline
  static alongLeft(op: i32, a: v128, b: usize, y: usize, n: i32, factor: v128): void {
    const end = y + ((<usize>n) << 2);
    const sixteen = y + ((<usize>(n & ~15)) << 2);
    const whole = y + ((<usize>(n & ~3)) << 2);
    for (; y < sixteen; b += 64, y += 64) {
      const first = Inline.pair(op, a, v128.load(b), factor);
      const second = Inline.pair(op, a, v128.load(b, 16), factor);
      const third = Inline.pair(op, a, v128.load(b, 32), factor);
      const fourth = Inline.pair(op, a, v128.load(b, 48), factor);
      v128.store(y, first);
      v128.store(y, second, 16);
      v128.store(y, third, 32);
      v128.store(y, fourth, 48);
    }
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

// Each operation is a function of its own: so an engine optimises those that are used, and quickly. y[i] = op(x[i]).

export function negate(x: usize, y: usize, n: i32, alpha: f32): void {
  Inline.alongSingle(NEGATE, x, y, n, alpha);
}

export function absolute(x: usize, y: usize, n: i32, alpha: f32): void {
  Inline.alongSingle(ABSOLUTE, x, y, n, alpha);
}

export function square(x: usize, y: usize, n: i32, alpha: f32): void {
  Inline.alongSingle(SQUARE, x, y, n, alpha);
}

export function squareRoot(x: usize, y: usize, n: i32, alpha: f32): void {
  Inline.alongSingle(SQUARE_ROOT, x, y, n, alpha);
}

export function inverseSquareRoot(x: usize, y: usize, n: i32, alpha: f32): void {
  Inline.alongSingle(INVERSE_SQUARE_ROOT, x, y, n, alpha);
}

export function reciprocal(x: usize, y: usize, n: i32, alpha: f32): void {
  Inline.alongSingle(RECIPROCAL, x, y, n, alpha);
}

export function exponential(x: usize, y: usize, n: i32, alpha: f32): void {
  Inline.alongSingle(EXPONENTIAL, x, y, n, alpha);
}

export function exponentialLessOne(x: usize, y: usize, n: i32, alpha: f32): void {
  Inline.alongSingle(EXPONENTIAL_LESS_ONE, x, y, n, alpha);
}

export function hyperbolicTangent(x: usize, y: usize, n: i32, alpha: f32): void {
  Inline.alongSingle(HYPERBOLIC_TANGENT, x, y, n, alpha);
}

export function relu(x: usize, y: usize, n: i32, alpha: f32): void {
  Inline.alongSingle(RELU, x, y, n, alpha);
}

export function relu6(x: usize, y: usize, n: i32, alpha: f32): void {
  Inline.alongSingle(RELU6, x, y, n, alpha);
}

export function leakyRelu(x: usize, y: usize, n: i32, alpha: f32): void {
  Inline.alongSingle(LEAKY_RELU, x, y, n, alpha);
}

export function selu(x: usize, y: usize, n: i32, alpha: f32): void {
  Inline.alongSingle(SELU, x, y, n, alpha);
}

// y[row, column] = op(a, b); steps from row to row in bytes; an operand that stays has one element a row.

export function add(
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
  Inline.rowsOf(ADD, a, b, y, rows, columns, stepA, stepB, staysA, staysB, alpha);
}

export function subtract(
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
  Inline.rowsOf(SUBTRACT, a, b, y, rows, columns, stepA, stepB, staysA, staysB, alpha);
}

export function multiply(
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
  Inline.rowsOf(MULTIPLY, a, b, y, rows, columns, stepA, stepB, staysA, staysB, alpha);
}

export function divide(
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
  Inline.rowsOf(DIVIDE, a, b, y, rows, columns, stepA, stepB, staysA, staysB, alpha);
}

export function maximum(
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
  Inline.rowsOf(MAXIMUM, a, b, y, rows, columns, stepA, stepB, staysA, staysB, alpha);
}

export function minimum(
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
  Inline.rowsOf(MINIMUM, a, b, y, rows, columns, stepA, stepB, staysA, staysB, alpha);
}

export function squaredDifference(
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
  Inline.rowsOf(SQUARED_DIFFERENCE, a, b, y, rows, columns, stepA, stepB, staysA, staysB, alpha);
}

export function spread(
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
  Inline.rowsOf(SPREAD, a, b, y, rows, columns, stepA, stepB, staysA, staysB, alpha);
}

// dx[i] = op(decisive[i], dy[i]).

export function reluGradient(decisive: usize, dy: usize, dx: usize, n: i32, alpha: f32): void {
  Inline.alongPair(RELU_GRADIENT, decisive, dy, dx, n, f32x4.splat(alpha));
}

export function leakyReluGradient(decisive: usize, dy: usize, dx: usize, n: i32, alpha: f32): void {
  Inline.alongPair(LEAKY_RELU_GRADIENT, decisive, dy, dx, n, f32x4.splat(alpha));
}

export function hyperbolicTangentGradient(decisive: usize, dy: usize, dx: usize, n: i32, alpha: f32): void {
  Inline.alongPair(HYPERBOLIC_TANGENT_GRADIENT, decisive, dy, dx, n, f32x4.splat(alpha));
}

export function sigmoidGradient(decisive: usize, dy: usize, dx: usize, n: i32, alpha: f32): void {
  Inline.alongPair(SIGMOID_GRADIENT, decisive, dy, dx, n, f32x4.splat(alpha));
}

export function eluGradient(decisive: usize, dy: usize, dx: usize, n: i32, alpha: f32): void {
  Inline.alongPair(ELU_GRADIENT, decisive, dy, dx, n, f32x4.splat(alpha));
}

export function seluGradient(decisive: usize, dy: usize, dx: usize, n: i32, alpha: f32): void {
  Inline.alongPair(SELU_GRADIENT, decisive, dy, dx, n, f32x4.splat(alpha));
}

export function relu6Gradient(decisive: usize, dy: usize, dx: usize, n: i32, alpha: f32): void {
  Inline.alongPair(RELU6_GRADIENT, decisive, dy, dx, n, f32x4.splat(alpha));
}

export function squareGradient(decisive: usize, dy: usize, dx: usize, n: i32, alpha: f32): void {
  Inline.alongPair(SQUARE_GRADIENT, decisive, dy, dx, n, f32x4.splat(alpha));
}

export function inverseSquareRootGradient(decisive: usize, dy: usize, dx: usize, n: i32, alpha: f32): void {
  Inline.alongPair(INVERSE_SQUARE_ROOT_GRADIENT, decisive, dy, dx, n, f32x4.splat(alpha));
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
