/**
 * @file The steps of optimisers, each in one pass over a variable of n float32 values and what belongs to it. All of them change the
 * variable and its moments in place.
 */

/** Square sums are of blocks of this many vectors and then of their sums, which bounds the rounding error. */
const BLOCK = 64;

/** Adam: w = w · keep − rate · m / (√(v · correction) + epsilon), with m and v moved towards g · scale and its square first. */
export function adam(
  w: usize,
  m: usize,
  v: usize,
  g: usize,
  n: i32,
  beta1: f32,
  beta2: f32,
  rate: f32,
  correction: f32,
  epsilon: f32,
  keep: f32,
  scale: f32,
): void {
  const b1 = f32x4.splat(beta1);
  const d1 = f32x4.splat(1 - beta1);
  const b2 = f32x4.splat(beta2);
  const d2 = f32x4.splat(1 - beta2);
  const r = f32x4.splat(rate);
  const c = f32x4.splat(correction);
  const e = f32x4.splat(epsilon);
  const k = f32x4.splat(keep);
  const z = f32x4.splat(scale);
  let i = 0;
  for (; i + 4 <= n; i += 4, w += 16, m += 16, v += 16, g += 16) {
    const slope = f32x4.mul(v128.load(g), z);
    const mean = f32x4.add(f32x4.mul(v128.load(m), b1), f32x4.mul(slope, d1));
    const square = f32x4.add(f32x4.mul(v128.load(v), b2), f32x4.mul(f32x4.mul(slope, slope), d2));
    v128.store(m, mean);
    v128.store(v, square);
    const move = f32x4.div(f32x4.mul(mean, r), f32x4.add(f32x4.sqrt(f32x4.mul(square, c)), e));
    v128.store(w, f32x4.sub(f32x4.mul(v128.load(w), k), move));
  }
  for (; i < n; i++, w += 4, m += 4, v += 4, g += 4) {
    const slope: f32 = load<f32>(g) * scale;
    const mean: f32 = load<f32>(m) * beta1 + slope * (1 - beta1);
    const square: f32 = load<f32>(v) * beta2 + slope * slope * (1 - beta2);
    store<f32>(m, mean);
    store<f32>(v, square);
    store<f32>(w, load<f32>(w) * keep - (mean * rate) / (sqrt<f32>(square * correction) + epsilon));
  }
}

/** Momentum: a = a · momentum + g, then w −= rate · a, or rate · (g + a · momentum) as Nesterov has it. Without momentum: w −= rate · g. */
export function descend(w: usize, a: usize, g: usize, n: i32, rate: f32, momentum: f32, nesterov: i32): void {
  const r = f32x4.splat(rate);
  const p = f32x4.splat(momentum);
  let i = 0;
  for (; i + 4 <= n; i += 4, w += 16, g += 16) {
    const slope = v128.load(g);
    let move = slope;
    if (a != 0) {
      const sum = f32x4.add(f32x4.mul(v128.load(a), p), slope);
      v128.store(a, sum);
      a += 16;
      move = nesterov ? f32x4.add(slope, f32x4.mul(sum, p)) : sum;
    }
    v128.store(w, f32x4.sub(v128.load(w), f32x4.mul(move, r)));
  }
  for (; i < n; i++, w += 4, g += 4) {
    const slope = load<f32>(g);
    let move = slope;
    if (a != 0) {
      const sum: f32 = load<f32>(a) * momentum + slope;
      store<f32>(a, sum);
      a += 4;
      move = nesterov ? slope + sum * momentum : sum;
    }
    store<f32>(w, load<f32>(w) - move * rate);
  }
}

/** RMSProp: s follows g²; b = b · momentum + rate · g / √(s + epsilon), with the mean gradient's square taken from s where c is given; w −= b. */
export function rmsProp(
  w: usize,
  s: usize,
  c: usize,
  b: usize,
  g: usize,
  n: i32,
  decay: f32,
  rate: f32,
  momentum: f32,
  epsilon: f32,
): void {
  const k = f32x4.splat(decay);
  const d = f32x4.splat(1 - decay);
  const r = f32x4.splat(rate);
  const p = f32x4.splat(momentum);
  const e = f32x4.splat(epsilon);
  let i = 0;
  for (; i + 4 <= n; i += 4, w += 16, s += 16, b += 16, g += 16) {
    const slope = v128.load(g);
    const square = f32x4.add(f32x4.mul(v128.load(s), k), f32x4.mul(f32x4.mul(slope, slope), d));
    v128.store(s, square);
    let under = f32x4.add(square, e);
    if (c != 0) {
      const mean = f32x4.add(f32x4.mul(v128.load(c), k), f32x4.mul(slope, d));
      v128.store(c, mean);
      c += 16;
      under = f32x4.sub(square, f32x4.add(f32x4.mul(mean, mean), e));
    }
    const move = f32x4.add(f32x4.mul(v128.load(b), p), f32x4.div(f32x4.mul(slope, r), f32x4.sqrt(under)));
    v128.store(b, move);
    v128.store(w, f32x4.sub(v128.load(w), move));
  }
  for (; i < n; i++, w += 4, s += 4, b += 4, g += 4) {
    const slope = load<f32>(g);
    const square: f32 = load<f32>(s) * decay + slope * slope * (1 - decay);
    store<f32>(s, square);
    let under: f32 = square + epsilon;
    if (c != 0) {
      const mean: f32 = load<f32>(c) * decay + slope * (1 - decay);
      store<f32>(c, mean);
      c += 4;
      under = square - (mean * mean + epsilon);
    }
    const move: f32 = load<f32>(b) * momentum + (slope * rate) / sqrt<f32>(under);
    store<f32>(b, move);
    store<f32>(w, load<f32>(w) - move);
  }
}

/** a = a · decay + x · (1 − decay). */
export function follow(a: usize, x: usize, n: i32, decay: f32): void {
  const k = f32x4.splat(decay);
  const d = f32x4.splat(1 - decay);
  let i = 0;
  for (; i + 4 <= n; i += 4, a += 16, x += 16) v128.store(a, f32x4.add(f32x4.mul(v128.load(a), k), f32x4.mul(v128.load(x), d)));
  for (; i < n; i++, a += 4, x += 4) store<f32>(a, load<f32>(a) * decay + load<f32>(x) * (1 - decay));
}

/** Σ x². */
export function squareSum(x: usize, n: i32): f32 {
  let total = f32x4.splat(0);
  let i = 0;
  while (i + 4 <= n) {
    const end = min(n & ~3, i + 4 * BLOCK);
    let sum = f32x4.splat(0);
    for (; i < end; i += 4, x += 16) sum = f32x4.add(sum, f32x4.mul(v128.load(x), v128.load(x)));
    total = f32x4.add(total, sum);
  }
  let rest: f32 = 0;
  for (; i < n; i++, x += 4) rest += load<f32>(x) * load<f32>(x);
  return (
    f32x4.extract_lane(total, 0) +
    f32x4.extract_lane(total, 1) +
    (f32x4.extract_lane(total, 2) + f32x4.extract_lane(total, 3)) +
    rest
  );
}
