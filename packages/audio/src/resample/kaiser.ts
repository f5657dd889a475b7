/** @file The low-pass filter behind resampling and oversampling: a sinc under a Kaiser window (Kaiser, 1974). */

/**
 * The modified Bessel function of the first kind and order 0, by its power series, exact to double precision for the
 * arguments that windows use (below 30).
 */
export function besselI0(x: number): number {
  let term = 1;
  let sum = 1;
  for (let k = 1; term > sum * 1e-17; k++) {
    term *= (x / (2 * k)) ** 2;
    sum += term;
  }
  return sum;
}

/**
 * The shape parameter of a Kaiser window for a wanted stop-band rejection (Kaiser's formula for more than 50 dB).
 *
 * @param rejectionDb - Rejection in dB, at least 50.
 */
export function kaiserBeta(rejectionDb: number): number {
  return 0.1102 * (rejectionDb - 8.7);
}

/**
 * The impulse response of a low-pass as a function of continuous time, of unit gain at 0 Hz.
 *
 * @param cutoff - Frequency of half gain, as a fraction of the rate that `time` counts in (0…0.5).
 * @param halfWidth - Where the window ends, in samples of that rate.
 * @param beta - Shape of the window.
 * @returns `(time) => value`, zero beyond ±halfWidth.
 */
export function windowedSinc(cutoff: number, halfWidth: number, beta: number): (time: number) => number {
  const scale = 1 / besselI0(beta);
  return (time) => {
    const position = time / halfWidth;
    if (Math.abs(position) > 1) return 0;
    const angle = 2 * Math.PI * cutoff * time;
    const sinc = Math.abs(angle) < 1e-9 ? 1 : Math.sin(angle) / angle;
    return 2 * cutoff * sinc * besselI0(beta * Math.sqrt(1 - position * position)) * scale;
  };
}
