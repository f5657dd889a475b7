/**
 * @file Normalisation and dropout. Channels are the columns of x[rows, channels], any number of them. Sums are of blocks of 64 rows
 * and then of their sums, which bounds the rounding error as pairwise summation does, at the speed of a plain loop.
 */

const BLOCK = 64;

/** Mean and variance (of the population) of each column. */
export function columnMoments(x: usize, mean: usize, variance: usize, rows: i32, channels: i32): void {
  const step = (<usize>channels) << 2;
  const share: f32 = 1 / <f32>rows;
  let c = 0;
  for (; c + 16 <= channels; c += 16, x += 64, mean += 64, variance += 64) {
    for (let pass = 0; pass < 2; pass++) {
      // In the first pass the centre is 0 and what is summed are values, in the second squared distances from the mean.
      const m0 = pass ? v128.load(mean) : f32x4.splat(0);
      const m1 = pass ? v128.load(mean, 16) : f32x4.splat(0);
      const m2 = pass ? v128.load(mean, 32) : f32x4.splat(0);
      const m3 = pass ? v128.load(mean, 48) : f32x4.splat(0);
      let t0 = f32x4.splat(0);
      let t1 = t0;
      let t2 = t0;
      let t3 = t0;
      let at = x;
      for (let first = 0; first < rows; first += BLOCK) {
        const last = min(rows, first + BLOCK);
        let s0 = f32x4.splat(0);
        let s1 = s0;
        let s2 = s0;
        let s3 = s0;
        if (pass)
          for (let r = first; r < last; r++, at += step) {
            const d0 = f32x4.sub(v128.load(at), m0);
            const d1 = f32x4.sub(v128.load(at, 16), m1);
            const d2 = f32x4.sub(v128.load(at, 32), m2);
            const d3 = f32x4.sub(v128.load(at, 48), m3);
            s0 = f32x4.add(s0, f32x4.mul(d0, d0));
            s1 = f32x4.add(s1, f32x4.mul(d1, d1));
            s2 = f32x4.add(s2, f32x4.mul(d2, d2));
            s3 = f32x4.add(s3, f32x4.mul(d3, d3));
          }
        else
          for (let r = first; r < last; r++, at += step) {
            s0 = f32x4.add(s0, v128.load(at));
            s1 = f32x4.add(s1, v128.load(at, 16));
            s2 = f32x4.add(s2, v128.load(at, 32));
            s3 = f32x4.add(s3, v128.load(at, 48));
          }
        t0 = f32x4.add(t0, s0);
        t1 = f32x4.add(t1, s1);
        t2 = f32x4.add(t2, s2);
        t3 = f32x4.add(t3, s3);
      }
      const to = pass ? variance : mean;
      const by = f32x4.splat(share);
      v128.store(to, f32x4.mul(t0, by));
      v128.store(to, f32x4.mul(t1, by), 16);
      v128.store(to, f32x4.mul(t2, by), 32);
      v128.store(to, f32x4.mul(t3, by), 48);
    }
  }
  for (; c < channels; c++, x += 4, mean += 4, variance += 4) {
    let m: f32 = 0;
    for (let pass = 0; pass < 2; pass++) {
      let total: f32 = 0;
      let at = x;
      for (let first = 0; first < rows; first += BLOCK) {
        const last = min(rows, first + BLOCK);
        let sum: f32 = 0;
        for (let r = first; r < last; r++, at += step) {
          const d: f32 = load<f32>(at) - m;
          sum += pass ? d * d : d;
        }
        total += sum;
      }
      store<f32>(pass ? variance : mean, total * share);
      m = total * share;
    }
  }
}

/** y = (x − mean) · factor + offset, the three given for each column. */
export function scaleColumns(x: usize, y: usize, mean: usize, factor: usize, offset: usize, rows: i32, channels: i32): void {
  for (let r = 0; r < rows; r++) {
    let c: usize = 0;
    const end = (<usize>channels) << 2;
    for (; c + 16 <= end; c += 16, x += 16, y += 16) {
      const centred = f32x4.sub(v128.load(x), v128.load(mean + c));
      v128.store(y, f32x4.add(f32x4.mul(centred, v128.load(factor + c)), v128.load(offset + c)));
    }
    for (; c < end; c += 4, x += 4, y += 4)
      store<f32>(y, (load<f32>(x) - load<f32>(mean + c)) * load<f32>(factor + c) + load<f32>(offset + c));
  }
}

/** Of each column: sums = Σ dy, products = Σ dy · (x − mean). */
export function columnProducts(x: usize, dy: usize, mean: usize, sums: usize, products: usize, rows: i32, channels: i32): void {
  const step = (<usize>channels) << 2;
  let c = 0;
  for (; c + 8 <= channels; c += 8, x += 32, dy += 32, mean += 32, sums += 32, products += 32) {
    const m0 = v128.load(mean);
    const m1 = v128.load(mean, 16);
    let t0 = f32x4.splat(0);
    let t1 = t0;
    let u0 = t0;
    let u1 = t0;
    let at = x;
    let from = dy;
    for (let first = 0; first < rows; first += BLOCK) {
      const last = min(rows, first + BLOCK);
      let s0 = f32x4.splat(0);
      let s1 = s0;
      let p0 = s0;
      let p1 = s0;
      for (let r = first; r < last; r++, at += step, from += step) {
        const g0 = v128.load(from);
        const g1 = v128.load(from, 16);
        s0 = f32x4.add(s0, g0);
        s1 = f32x4.add(s1, g1);
        p0 = f32x4.add(p0, f32x4.mul(g0, f32x4.sub(v128.load(at), m0)));
        p1 = f32x4.add(p1, f32x4.mul(g1, f32x4.sub(v128.load(at, 16), m1)));
      }
      t0 = f32x4.add(t0, s0);
      t1 = f32x4.add(t1, s1);
      u0 = f32x4.add(u0, p0);
      u1 = f32x4.add(u1, p1);
    }
    v128.store(sums, t0);
    v128.store(sums, t1, 16);
    v128.store(products, u0);
    v128.store(products, u1, 16);
  }
  for (; c < channels; c++, x += 4, dy += 4, mean += 4, sums += 4, products += 4) {
    const m = load<f32>(mean);
    let t: f32 = 0;
    let u: f32 = 0;
    let at = x;
    let from = dy;
    for (let first = 0; first < rows; first += BLOCK) {
      const last = min(rows, first + BLOCK);
      let s: f32 = 0;
      let p: f32 = 0;
      for (let r = first; r < last; r++, at += step, from += step) {
        const g = load<f32>(from);
        s += g;
        p += g * (load<f32>(at) - m);
      }
      t += s;
      u += p;
    }
    store<f32>(sums, t);
    store<f32>(products, u);
  }
}

/** dx = factor · (dy − shift − (x − mean) · tilt), all but x and dy given for each column. */
export function columnGradient(
  x: usize,
  dy: usize,
  dx: usize,
  mean: usize,
  factor: usize,
  shift: usize,
  tilt: usize,
  rows: i32,
  channels: i32,
): void {
  const end = (<usize>channels) << 2;
  for (let r = 0; r < rows; r++) {
    let c: usize = 0;
    for (; c + 16 <= end; c += 16, x += 16, dy += 16, dx += 16) {
      const leaning = f32x4.mul(f32x4.sub(v128.load(x), v128.load(mean + c)), v128.load(tilt + c));
      const rest = f32x4.sub(f32x4.sub(v128.load(dy), v128.load(shift + c)), leaning);
      v128.store(dx, f32x4.mul(rest, v128.load(factor + c)));
    }
    for (; c < end; c += 4, x += 4, dy += 4, dx += 4) {
      const leaning: f32 = (load<f32>(x) - load<f32>(mean + c)) * load<f32>(tilt + c);
      store<f32>(dx, (load<f32>(dy) - load<f32>(shift + c) - leaning) * load<f32>(factor + c));
    }
  }
}

/** Layer normalisation: y = (x − mean) · scale · gamma + beta for each row, whose mean and scale (1/√(variance + epsilon)) are kept. */
export function normaliseRows(
  x: usize,
  y: usize,
  gamma: usize,
  beta: usize,
  means: usize,
  scales: usize,
  rows: i32,
  n: i32,
  epsilon: f32,
): void {
  const size = (<usize>n) << 2;
  const share: f32 = 1 / <f32>n;
  for (let r = 0; r < rows; r++, x += size, y += size, means += 4, scales += 4) {
    const mean: f32 = Row.sum(x, 0, n, 0, false) * share;
    const variance: f32 = Row.sum(x, 0, n, mean, true) * share;
    const scale: f32 = 1 / sqrt<f32>(variance + epsilon);
    store<f32>(means, mean);
    store<f32>(scales, scale);
    const m = f32x4.splat(mean);
    const s = f32x4.splat(scale);
    let c: usize = 0;
    for (; c + 16 <= size; c += 16) {
      const hat = f32x4.mul(f32x4.sub(v128.load(x + c), m), s);
      v128.store(y + c, f32x4.add(f32x4.mul(hat, v128.load(gamma + c)), v128.load(beta + c)));
    }
    for (; c < size; c += 4) store<f32>(y + c, (load<f32>(x + c) - mean) * scale * load<f32>(gamma + c) + load<f32>(beta + c));
  }
}

/**
 * Gradient of `normaliseRows`. `blockGamma` and `blockBeta` are room for n values each, in which the sums of 64 rows are made before
 * they are added to dGamma and dBeta.
 */
export function rowsGradient(
  x: usize,
  dy: usize,
  dx: usize,
  gamma: usize,
  means: usize,
  scales: usize,
  dGamma: usize,
  dBeta: usize,
  blockGamma: usize,
  blockBeta: usize,
  rows: i32,
  n: i32,
): void {
  const size = (<usize>n) << 2;
  const share: f32 = 1 / <f32>n;
  memory.fill(dGamma, 0, size);
  memory.fill(dBeta, 0, size);
  for (let first = 0; first < rows; first += BLOCK) {
    const last = min(rows, first + BLOCK);
    memory.fill(blockGamma, 0, size);
    memory.fill(blockBeta, 0, size);
    for (let r = first; r < last; r++, x += size, dy += size, dx += size, means += 4, scales += 4) {
      const mean = load<f32>(means);
      const scale = load<f32>(scales);
      const m = f32x4.splat(mean);
      const s = f32x4.splat(scale);
      let sums = f32x4.splat(0);
      let products = f32x4.splat(0);
      let c: usize = 0;
      for (; c + 16 <= size; c += 16) {
        const slope = v128.load(dy + c);
        const hat = f32x4.mul(f32x4.sub(v128.load(x + c), m), s);
        const g = f32x4.mul(slope, v128.load(gamma + c));
        sums = f32x4.add(sums, g);
        products = f32x4.add(products, f32x4.mul(g, hat));
        v128.store(blockGamma + c, f32x4.add(v128.load(blockGamma + c), f32x4.mul(slope, hat)));
        v128.store(blockBeta + c, f32x4.add(v128.load(blockBeta + c), slope));
      }
      let sum = Row.across(sums);
      let product = Row.across(products);
      for (; c < size; c += 4) {
        const slope = load<f32>(dy + c);
        const hat: f32 = (load<f32>(x + c) - mean) * scale;
        const g: f32 = slope * load<f32>(gamma + c);
        sum += g;
        product += g * hat;
        store<f32>(blockGamma + c, load<f32>(blockGamma + c) + slope * hat);
        store<f32>(blockBeta + c, load<f32>(blockBeta + c) + slope);
      }
      sum *= share;
      product *= share;
      const a = f32x4.splat(sum);
      const b = f32x4.splat(product);
      for (c = 0; c + 16 <= size; c += 16) {
        const hat = f32x4.mul(f32x4.sub(v128.load(x + c), m), s);
        const g = f32x4.mul(v128.load(dy + c), v128.load(gamma + c));
        v128.store(dx + c, f32x4.mul(s, f32x4.sub(f32x4.sub(g, a), f32x4.mul(hat, b))));
      }
      for (; c < size; c += 4) {
        const hat: f32 = (load<f32>(x + c) - mean) * scale;
        store<f32>(dx + c, scale * (load<f32>(dy + c) * load<f32>(gamma + c) - sum - hat * product));
      }
    }
    for (let c: usize = 0; c < size; c += 4) {
      store<f32>(dGamma + c, load<f32>(dGamma + c) + load<f32>(blockGamma + c));
      store<f32>(dBeta + c, load<f32>(dBeta + c) + load<f32>(blockBeta + c));
    }
  }
}

/**
 * Inverted dropout: y[i] = x[i] · scale where a random number of 16 bits is at least the threshold, else 0. A hash of 32 bits decides two
 * places: its lower half the first four of eight, its upper half the other four. The hash is MurmurHash3's finaliser with a second key
 * between its two products, so that masks under different keys are no permutations of each other.
 */
export function dropOut(x: usize, y: usize, n: i32, key1: i32, key2: i32, threshold: i32, scale: f32): void {
  const a = i32x4.splat(key1);
  const b = i32x4.splat(key2);
  const limit = i32x4.splat(threshold);
  const half = i32x4.splat(0xffff);
  const by = f32x4.splat(scale);
  const golden = i32x4.splat(0x9e3779b9);
  const first = i32x4.splat(0x85ebca6b);
  const second = i32x4.splat(0xc2b2ae35);
  let place = i32x4.add(i32x4.mul(i32x4(0, 1, 2, 3), golden), a);
  const step = i32x4.mul(i32x4.splat(4), golden);
  let i = 0;
  for (; i + 8 <= n; i += 8, x += 32, y += 32) {
    let h = v128.xor(place, i32x4.shr_u(place, 16));
    h = i32x4.add(i32x4.mul(h, first), b);
    h = v128.xor(h, i32x4.shr_u(h, 13));
    h = i32x4.mul(h, second);
    h = v128.xor(h, i32x4.shr_u(h, 16));
    v128.store(y, v128.and(f32x4.mul(v128.load(x), by), i32x4.ge_s(v128.and(h, half), limit)));
    v128.store(y, v128.and(f32x4.mul(v128.load(x, 16), by), i32x4.ge_s(i32x4.shr_u(h, 16), limit)), 16);
    place = i32x4.add(place, step);
  }
  for (; i < n; i++, x += 4, y += 4) {
    const index: u32 = (((<u32>i) >> 3) << 2) | ((<u32>i) & 3);
    let h: u32 = index * 0x9e3779b9 + <u32>key1;
    h ^= h >>> 16;
    h = h * 0x85ebca6b + <u32>key2;
    h ^= h >>> 13;
    h *= 0xc2b2ae35;
    h ^= h >>> 16;
    const number = (i & 4) != 0 ? h >>> 16 : h & 0xffff;
    store<f32>(y, <i32>number >= threshold ? load<f32>(x) * scale : 0);
  }
}

/** Written into every place that calls them. */
class Row {
  @inline
  static across(v: v128): f32 {
    return f32x4.extract_lane(v, 0) + f32x4.extract_lane(v, 2) + (f32x4.extract_lane(v, 1) + f32x4.extract_lane(v, 3));
  }

  /** Σ (x − centre), or of its square. */
  @inline
  static sum(x: usize, from: i32, n: i32, centre: f32, squared: bool): f32 {
    let total = f32x4.splat(0);
    const middle = f32x4.splat(centre);
    let i = from;
    while (i + 4 <= n) {
      const end = min(n & ~3, i + 4 * BLOCK);
      let sum = f32x4.splat(0);
      for (; i < end; i += 4, x += 16) {
        const d = f32x4.sub(v128.load(x), middle);
        sum = f32x4.add(sum, squared ? f32x4.mul(d, d) : d);
      }
      total = f32x4.add(total, sum);
    }
    let rest: f32 = 0;
    for (; i < n; i++, x += 4) {
      const d: f32 = load<f32>(x) - centre;
      rest += squared ? d * d : d;
    }
    return Row.across(total) + rest;
  }
}
