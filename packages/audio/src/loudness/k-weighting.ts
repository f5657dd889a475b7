/**
 * @file The ear's weighting of ITU-R BS.1770-4, annex 1: a shelf for the head's acoustics, then a high-pass (RLB). The
 * standard gives coefficients for 48 kHz alone; other rates use the analogue prototypes behind them, through the bilinear
 * transform (Mansbridge, Finn and Reiss, "Implementation and Evaluation of Autonomous Multi-track Fader Control", 2012,
 * appendix; the constants give the standard's own coefficients at 48 kHz to eight digits).
 */

/** A second-order section: y = b0 x + b1 x₁ + b2 x₂ − a1 y₁ − a2 y₂. */
export interface Biquad {
  b0: number;
  b1: number;
  b2: number;
  a1: number;
  a2: number;
}

/**
 * The two sections of the weighting at a sample rate.
 *
 * @param sampleRate - In hertz.
 */
export function kWeighting(sampleRate: number): { shelf: Biquad; highPass: Biquad } {
  return { shelf: shelf(sampleRate), highPass: highPass(sampleRate) };
}

function shelf(sampleRate: number): Biquad {
  const k = Math.tan((Math.PI * 1681.974450955533) / sampleRate);
  const q = 0.7071752369554196;
  const high = 10 ** (3.999843853973347 / 20);
  const band = high ** 0.4996667741545416;
  const a0 = 1 + k / q + k * k;
  return {
    b0: (high + (band * k) / q + k * k) / a0,
    b1: (2 * (k * k - high)) / a0,
    b2: (high - (band * k) / q + k * k) / a0,
    a1: (2 * (k * k - 1)) / a0,
    a2: (1 - k / q + k * k) / a0,
  };
}

function highPass(sampleRate: number): Biquad {
  const k = Math.tan((Math.PI * 38.13547087602444) / sampleRate);
  const q = 0.5003270373238773;
  const a0 = 1 + k / q + k * k;
  // The standard leaves the numerator unscaled.
  return { b0: 1, b1: -2, b2: 1, a1: (2 * (k * k - 1)) / a0, a2: (1 - k / q + k * k) / a0 };
}
