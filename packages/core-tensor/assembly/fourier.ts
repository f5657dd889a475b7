/** Written into every place that calls them, so that a constant argument chooses code and not a branch. */
class Inline {
  /**
   * @file Discrete Fourier transforms of complex float32 rows ([re, im] pairs), computed in double precision: powers of two by
   * Stockham's self-sorting algorithm (Cochran et al., 1967), other lengths as a convolution with a chirp (Bluestein, 1970).
   *
   * An inverse transform is the forward one with real and imaginary parts swapped before and after, and divided by the length.
   */

  @inline
  static multiply(a: v128, b: v128): v128 {
    const re = f64x2.splat(f64x2.extract_lane(b, 0));
    const im = f64x2.splat(f64x2.extract_lane(b, 1));
    const turned = f64x2.replace_lane(v128.shuffle<f64>(a, a, 1, 0), 0, -f64x2.extract_lane(a, 1));
    return f64x2.add(f64x2.mul(a, re), f64x2.mul(turned, im));
  }

  @inline
  static loadPair(x: usize, swapped: bool): v128 {
    const pair = f64x2.promote_low_f32x4(v128.load64_zero(x));
    return swapped ? v128.shuffle<f64>(pair, pair, 1, 0) : pair;
  }

  @inline
  static storePair(y: usize, pair: v128, swapped: bool): void {
    v128.store_lane<f64>(y, f32x4.demote_f64x2_zero(swapped ? v128.shuffle<f64>(pair, pair, 1, 0) : pair), 0);
  }
}

/** Transforms `work[n]`; the second half of `work` (2 n pairs in all) is used too. Returns the half that holds the result. */
function stockham(work: usize, n: i32, twiddles: usize): usize {
  let from = work;
  let to = work + ((<usize>n) << 4);
  let groups = n >> 1;
  let width: usize = 16;
  const half = (<usize>n) << 3;
  while (groups >= 1) {
    let p = from;
    let q = to;
    let twiddle = twiddles;
    for (let group = 0; group < groups; group++, twiddle += width, q += width) {
      const factor = v128.load(twiddle);
      const end = p + width;
      for (; p < end; p += 16, q += 16) {
        const a = v128.load(p);
        const b = v128.load(p + half);
        v128.store(q, f64x2.add(a, b));
        v128.store(q + width, Inline.multiply(f64x2.sub(a, b), factor));
      }
    }
    const other = from;
    from = to;
    to = other;
    groups >>= 1;
    width <<= 1;
  }
  return from;
}

/** y[batch, n] = the transform of x[batch, n]; n is a power of two, twiddles[n / 2] = exp(−2πi·k/n), work has room for 2 n pairs. */
export function transform(x: usize, y: usize, batch: i32, n: i32, twiddles: usize, work: usize, inverse: bool): void {
  const scale = f64x2.splat(inverse ? 1 / <f64>n : 1);
  for (let row = 0; row < batch; row++) {
    for (let i = 0; i < n; i++, x += 8) v128.store(work + ((<usize>i) << 4), Inline.loadPair(x, inverse));
    const result = stockham(work, n, twiddles);
    for (let i = 0; i < n; i++, y += 8) Inline.storePair(y, f64x2.mul(v128.load(result + ((<usize>i) << 4)), scale), inverse);
  }
}

/**
 * The same for any n. `chirp[n]` = exp(−πi·k²/n); `spectrum[m]` = the transform of its conjugate, laid around 0, where m is a power
 * of two of at least 2 n − 1; `twiddles` are those of m; `work` has room for 2 m pairs.
 */
export function transformChirp(
  x: usize,
  y: usize,
  batch: i32,
  n: i32,
  m: i32,
  chirp: usize,
  spectrum: usize,
  twiddles: usize,
  work: usize,
  inverse: bool,
): void {
  const scale = f64x2.splat((inverse ? 1 / <f64>n : 1) / <f64>m);
  for (let row = 0; row < batch; row++) {
    for (let i: usize = 0; i < <usize>n; i++, x += 8)
      v128.store(work + (i << 4), Inline.multiply(Inline.loadPair(x, inverse), v128.load(chirp + (i << 4))));
    memory.fill(work + ((<usize>n) << 4), 0, (<usize>(m - n)) << 4);
    const transformed = stockham(work, m, twiddles);
    // The way back is the way forth with parts swapped.
    for (let i: usize = 0; i < <usize>m; i++) {
      const product = Inline.multiply(v128.load(transformed + (i << 4)), v128.load(spectrum + (i << 4)));
      v128.store(work + (i << 4), v128.shuffle<f64>(product, product, 1, 0));
    }
    const convolved = stockham(work, m, twiddles);
    for (let i: usize = 0; i < <usize>n; i++, y += 8) {
      const value = v128.load(convolved + (i << 4));
      const product = Inline.multiply(v128.shuffle<f64>(value, value, 1, 0), v128.load(chirp + (i << 4)));
      Inline.storePair(y, f64x2.mul(product, scale), inverse);
    }
  }
}

/** Transforms m pairs of doubles in place: how the spectrum of a chirp is made. */
export function transformDoubles(values: usize, m: i32, twiddles: usize, work: usize): void {
  memory.copy(work, values, (<usize>m) << 4);
  memory.copy(values, stockham(work, m, twiddles), (<usize>m) << 4);
}
