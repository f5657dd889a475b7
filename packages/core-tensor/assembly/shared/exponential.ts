/**
 * @file The exponential function of four floats at once: exp(x) = 2ⁿ · exp(r) with n = round(x / ln 2), and a polynomial for exp(r).
 */

/** Log₂ e, and ln 2 in two parts, whose first has few digits, so that its multiples are exact (Cody and Waite, 1980). */
const LOG2_E: f32 = 1.4426950408889634;
const LN2_HIGH: f32 = 0.693359375;
const LN2_LOW: f32 = -2.1219444005469058277e-4;

/** 1.5 · 2²³: adding it rounds to a whole number, which then stands in the lowest bits. */
const ROUNDER: f32 = 12582912;
const ROUNDER_BITS = 0x4b400000;
/** The same with the bias of exponents: the lowest bits, moved up, are the power of two. */
const BIASED_ROUNDER: f32 = 12583039;

/** Below this, exp(x) is no normal number. */
const NORMAL_LOWEST: f32 = -87.3;

/** Written into every place that calls them, so that a constant argument chooses code and not a branch. */
export class Exponential {
  /** exp(x), also where it is infinite or subnormal. */
  @inline
  static of(x: v128): v128 {
    const bounded = f32x4.pmin(f32x4.pmax(x, f32x4.splat(-104)), f32x4.splat(89));
    const rounded = f32x4.add(f32x4.mul(bounded, f32x4.splat(LOG2_E)), f32x4.splat(ROUNDER));
    const p = Exponential.lessOneOfRest(bounded, f32x4.sub(rounded, f32x4.splat(ROUNDER)));
    // Two factors of half the power each, so that neither leaves the range of exponents.
    const n = i32x4.sub(rounded, i32x4.splat(ROUNDER_BITS));
    const half = i32x4.shr_s(n, 1);
    const first = Exponential.powerOfTwo(half);
    return f32x4.mul(f32x4.add(f32x4.mul(p, first), first), Exponential.powerOfTwo(i32x4.sub(n, half)));
  }

  /** exp(x) for x ≤ 0; what would be subnormal is 0. */
  @inline
  static ofNegative(x: v128): v128 {
    const rounded = f32x4.add(f32x4.mul(x, f32x4.splat(LOG2_E)), f32x4.splat(BIASED_ROUNDER));
    const p = Exponential.lessOneOfRest(x, f32x4.sub(rounded, f32x4.splat(BIASED_ROUNDER)));
    const scale = i32x4.shl(rounded, 23);
    return v128.andnot(f32x4.add(f32x4.mul(p, scale), scale), f32x4.lt(x, f32x4.splat(NORMAL_LOWEST)));
  }

  /** exp(x) − 1 for x ≤ 1, with all digits around 0. */
  @inline
  static lessOneOfNegative(x: v128): v128 {
    const bounded = f32x4.pmax(x, f32x4.splat(NORMAL_LOWEST));
    const rounded = f32x4.add(f32x4.mul(bounded, f32x4.splat(LOG2_E)), f32x4.splat(BIASED_ROUNDER));
    const p = Exponential.lessOneOfRest(bounded, f32x4.sub(rounded, f32x4.splat(BIASED_ROUNDER)));
    const scale = i32x4.shl(rounded, 23);
    return f32x4.add(f32x4.mul(p, scale), f32x4.sub(scale, f32x4.splat(1)));
  }

  /** exp(r) − 1 for r = x − n ln 2: r + r² p(r), p of fourth degree with its greatest error, 4.6e-9, as small as it can be. */
  @inline
  static lessOneOfRest(x: v128, n: v128): v128 {
    const r = f32x4.sub(f32x4.sub(x, f32x4.mul(n, f32x4.splat(LN2_HIGH))), f32x4.mul(n, f32x4.splat(LN2_LOW)));
    let p = f32x4.add(f32x4.mul(f32x4.splat(0.0013950490392744541), r), f32x4.splat(0.008368889801204205));
    p = f32x4.add(f32x4.mul(p, r), f32x4.splat(0.04166620597243309));
    p = f32x4.add(f32x4.mul(p, r), f32x4.splat(0.166665181517601));
    p = f32x4.add(f32x4.mul(p, r), f32x4.splat(0.5));
    return f32x4.add(f32x4.mul(f32x4.mul(p, r), r), r);
  }

  @inline
  static powerOfTwo(n: v128): v128 {
    return i32x4.shl(i32x4.add(n, i32x4.splat(127)), 23);
  }
}
