/**
 * @file Sums and what is made of them, over the middle of float32 tensors seen as [outer, reduced, inner]. Sums are of blocks in
 * single precision and of their sums in double, which bounds the rounding error by that of one block, at the speed of a plain loop.
 */

const BLOCK = 64;

/** y[outer, inner] = scale · Σ x[outer, reduced, inner]. */
export function sum(x: usize, y: usize, outer: i32, reduced: i32, inner: i32, scale: f32): void {
  if (inner == 1) {
    if (reduced < 8) return shortRowSums(x, y, outer, reduced, scale);
    for (let row = 0; row < outer; row++, x += (<usize>reduced) << 2, y += 4) store<f32>(y, scale * rowSum(x, reduced));
    return;
  }
  const size = (<usize>(reduced * inner)) << 2;
  for (let slice = 0; slice < outer; slice++, x += size, y += (<usize>inner) << 2) columnSums(x, y, reduced, inner, scale);
}

/** Written into every place that calls them, so that a constant argument chooses code and not a branch. */
class Inline {
  @inline
  static across(v: v128): f32 {
    return f32x4.extract_lane(v, 0) + f32x4.extract_lane(v, 2) + (f32x4.extract_lane(v, 1) + f32x4.extract_lane(v, 3));
  }

  @inline
  static promoteHigh(v: v128): v128 {
    return f64x2.promote_low_f32x4(v128.shuffle<f32>(v, v, 2, 3, 0, 1));
  }

  @inline
  static demote(low: v128, high: v128): v128 {
    return v128.shuffle<f32>(f32x4.demote_f64x2_zero(low), f32x4.demote_f64x2_zero(high), 0, 1, 4, 5);
  }

  @inline
  static greater(a: v128, b: v128, least: bool): v128 {
    return least ? f32x4.min(a, b) : f32x4.max(a, b);
  }

  @inline
  static rowExtreme(x: usize, n: i32, least: bool): f32 {
    let best = load<f32>(x);
    let i = 0;
    if (n >= 4) {
      let four = v128.load(x);
      let other = four;
      for (; i + 16 <= n; i += 16, x += 64) {
        const first = Inline.greater(v128.load(x), v128.load(x, 16), least);
        const second = Inline.greater(v128.load(x, 32), v128.load(x, 48), least);
        four = Inline.greater(four, first, least);
        other = Inline.greater(other, second, least);
      }
      for (; i + 4 <= n; i += 4, x += 16) four = Inline.greater(four, v128.load(x), least);
      four = Inline.greater(four, other, least);
      const pairs = least
        ? f32x4.min(four, v128.shuffle<f32>(four, four, 2, 3, 0, 1))
        : f32x4.max(four, v128.shuffle<f32>(four, four, 2, 3, 0, 1));
      const a = f32x4.extract_lane(pairs, 0);
      const b = f32x4.extract_lane(pairs, 1);
      best = least ? min(a, b) : max(a, b);
    }
    for (; i < n; i++, x += 4) best = least ? min(best, load<f32>(x)) : max(best, load<f32>(x));
    return best;
  }
}

function rowSum(x: usize, n: i32): f32 {
  let total: f64 = 0;
  let i = 0;
  while (i + 8 <= n) {
    const end = min(n & ~7, i + 4 * BLOCK);
    let even = f32x4.splat(0);
    let odd = f32x4.splat(0);
    for (; i < end; i += 8, x += 32) {
      even = f32x4.add(even, v128.load(x));
      odd = f32x4.add(odd, v128.load(x, 16));
    }
    total += <f64>Inline.across(f32x4.add(even, odd));
  }
  for (; i < n; i++, x += 4) total += <f64>load<f32>(x);
  return <f32>total;
}

function shortRowSums(x: usize, y: usize, rows: i32, n: i32, scale: f32): void {
  for (let row = 0; row < rows; row++, y += 4) {
    let total: f32 = 0;
    for (let i = 0; i < n; i++, x += 4) total += load<f32>(x);
    store<f32>(y, total * scale);
  }
}

function columnSums(x: usize, y: usize, rows: i32, columns: i32, scale: f32): void {
  const step = (<usize>columns) << 2;
  const factor = f64x2.splat(<f64>scale);
  let column = 0;
  for (; column + 8 <= columns; column += 8, x += 32, y += 32) {
    let t0 = f64x2.splat(0);
    let t1 = t0;
    let t2 = t0;
    let t3 = t0;
    let p = x;
    for (let row = 0; row < rows;) {
      const end = min(rows, row + BLOCK);
      let s0 = f32x4.splat(0);
      let s1 = s0;
      for (; row < end; row++, p += step) {
        s0 = f32x4.add(s0, v128.load(p));
        s1 = f32x4.add(s1, v128.load(p, 16));
      }
      t0 = f64x2.add(t0, f64x2.promote_low_f32x4(s0));
      t1 = f64x2.add(t1, Inline.promoteHigh(s0));
      t2 = f64x2.add(t2, f64x2.promote_low_f32x4(s1));
      t3 = f64x2.add(t3, Inline.promoteHigh(s1));
    }
    v128.store(y, Inline.demote(f64x2.mul(t0, factor), f64x2.mul(t1, factor)));
    v128.store(y, Inline.demote(f64x2.mul(t2, factor), f64x2.mul(t3, factor)), 16);
  }
  for (; column < columns; column++, x += 4, y += 4) {
    let total: f64 = 0;
    let p = x;
    for (let row = 0; row < rows;) {
      const end = min(rows, row + BLOCK);
      let s: f32 = 0;
      for (; row < end; row++, p += step) s += load<f32>(p);
      total += <f64>s;
    }
    store<f32>(y, <f32>(total * <f64>scale));
  }
}

/** y[outer, inner] = the greatest (or, negated, least) of x[outer, reduced, inner]; not-a-number wins. */
export function extreme(x: usize, y: usize, outer: i32, reduced: i32, inner: i32, least: bool): void {
  const step = (<usize>inner) << 2;
  for (let slice = 0; slice < outer; slice++, x += step * <usize>reduced) {
    let column = 0;
    let q = x;
    if (inner == 1) {
      store<f32>(y, least ? Inline.rowExtreme(x, reduced, true) : Inline.rowExtreme(x, reduced, false));
      y += 4;
      continue;
    }
    for (; column + 4 <= inner; column += 4, q += 16, y += 16) {
      let best = v128.load(q);
      let p = q + step;
      if (least) for (let row = 1; row < reduced; row++, p += step) best = f32x4.min(best, v128.load(p));
      else for (let row = 1; row < reduced; row++, p += step) best = f32x4.max(best, v128.load(p));
      v128.store(y, best);
    }
    for (; column < inner; column++, q += 4, y += 4) {
      let best = load<f32>(q);
      let p = q + step;
      for (let row = 1; row < reduced; row++, p += step) best = least ? min(best, load<f32>(p)) : max(best, load<f32>(p));
      store<f32>(y, best);
    }
  }
}

/** dx = y · (dy − Σ dy · y) for each row of a softmax' output y. */
export function softmaxGradient(y: usize, dy: usize, dx: usize, rows: i32, columns: i32): void {
  const size = (<usize>columns) << 2;
  for (let row = 0; row < rows; row++, y += size, dy += size, dx += size) {
    let i: usize = 0;
    for (; i + 16 <= size; i += 16) v128.store(dx + i, f32x4.mul(v128.load(y + i), v128.load(dy + i)));
    for (; i < size; i += 4) store<f32>(dx + i, load<f32>(y + i) * load<f32>(dy + i));
    const total = rowSum(dx, columns);
    const common = f32x4.splat(total);
    i = 0;
    for (; i + 16 <= size; i += 16) v128.store(dx + i, f32x4.mul(v128.load(y + i), f32x4.sub(v128.load(dy + i), common)));
    for (; i < size; i += 4) store<f32>(dx + i, load<f32>(y + i) * (load<f32>(dy + i) - total));
  }
}

/** y[ids[row]] += x[row] for every row whose id is in 0…segments − 1; y is cleared first. */
export function segmentSum(x: usize, ids: usize, y: usize, rows: i32, columns: i32, segments: i32): void {
  const size = (<usize>columns) << 2;
  memory.fill(y, 0, size * <usize>segments);
  for (let row = 0; row < rows; row++, x += size) {
    const id = load<i32>(ids + ((<usize>row) << 2));
    if (id < 0 || id >= segments) continue;
    const to = y + size * <usize>id;
    let i: usize = 0;
    for (; i + 16 <= size; i += 16) v128.store(to + i, f32x4.add(v128.load(to + i), v128.load(x + i)));
    for (; i < size; i += 4) store<f32>(to + i, load<f32>(to + i) + load<f32>(x + i));
  }
}
