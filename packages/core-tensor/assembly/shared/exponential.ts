/** @file The exponential function of four floats at once. */

/** Log₂ e and ln 2 in two parts, whose first has few digits, so that its multiples are exact (Cody and Waite, 1980). */
const LOG2_E: f32 = 1.4426950408889634;
const LN2_HIGH: f32 = 0.693359375;
const LN2_LOW: f32 = -2.1219444005469058277e-4;

/** Beyond these `exp` is 0 and infinite. */
const EXP_LOWEST: f32 = -104;
const EXP_HIGHEST: f32 = 89;

/** Written into every place that calls them, so that a constant argument chooses code and not a branch. */
export class Exponential {
  /** exp(x), within two units in the last place. */
  @inline
  static of(x: v128): v128 {
    const bounded = f32x4.min(f32x4.max(x, f32x4.splat(EXP_LOWEST)), f32x4.splat(EXP_HIGHEST));
    const n = f32x4.nearest(f32x4.mul(bounded, f32x4.splat(LOG2_E)));
    const r = f32x4.sub(f32x4.sub(bounded, f32x4.mul(n, f32x4.splat(LN2_HIGH))), f32x4.mul(n, f32x4.splat(LN2_LOW)));
    // |r| ≤ ln 2 / 2: the series of exp to the seventh power is exact to 6e-9.
    let p = f32x4.splat(1.0 / 5040.0);
    p = f32x4.add(f32x4.mul(p, r), f32x4.splat(1.0 / 720.0));
    p = f32x4.add(f32x4.mul(p, r), f32x4.splat(1.0 / 120.0));
    p = f32x4.add(f32x4.mul(p, r), f32x4.splat(1.0 / 24.0));
    p = f32x4.add(f32x4.mul(p, r), f32x4.splat(1.0 / 6.0));
    p = f32x4.add(f32x4.mul(p, r), f32x4.splat(0.5));
    p = f32x4.add(f32x4.mul(f32x4.mul(p, r), r), r);
    p = f32x4.add(p, f32x4.splat(1));
    // Two factors of half the power each, so that neither leaves the range of exponents.
    const power = i32x4.trunc_sat_f32x4_s(n);
    const half = i32x4.shr_s(power, 1);
    return f32x4.mul(f32x4.mul(p, Exponential.powerOfTwo(half)), Exponential.powerOfTwo(i32x4.sub(power, half)));
  }

  @inline
  static powerOfTwo(n: v128): v128 {
    return i32x4.shl(i32x4.add(n, i32x4.splat(127)), 23);
  }
}
