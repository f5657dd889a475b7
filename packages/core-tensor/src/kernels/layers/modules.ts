/** @file The functions of `assembly/normalise.ts` and `assembly/optimise.ts`, which say what they do. Addresses are in bytes. */

/** Exports of `normalise`. */
export interface NormaliseModule {
  columnMoments(x: number, mean: number, variance: number, rows: number, channels: number): void;
  scaleColumns(x: number, y: number, mean: number, factor: number, offset: number, rows: number, channels: number): void;
  columnProducts(x: number, dy: number, mean: number, sums: number, products: number, rows: number, channels: number): void;
  /** x, dy, dx, mean, factor, shift, tilt, rows, channels. */
  columnGradient(x: number, dy: number, dx: number, mean: number, ...rest: [number, number, number, number, number]): void;
  /** x, y, gamma, beta, means, scales, rows, n, epsilon. */
  normaliseRows(x: number, y: number, gamma: number, beta: number, ...rest: [number, number, number, number, number]): void;
  /** x, dy, dx, gamma, means, scales, dGamma, dBeta, blockGamma, blockBeta, rows, n. */
  rowsGradient(x: number, dy: number, dx: number, gamma: number, ...rest: number[]): void;
  dropOut(x: number, y: number, n: number, key1: number, key2: number, threshold: number, scale: number): void;
}

/** Exports of `optimise`. */
export interface OptimiseModule {
  /** w, m, v, g, n, beta1, beta2, rate, correction, epsilon, keep, scale. */
  adam(w: number, m: number, v: number, g: number, n: number, ...rest: number[]): void;
  descend(w: number, a: number, g: number, n: number, rate: number, momentum: number, nesterov: number): void;
  /** w, s, c, b, g, n, decay, rate, momentum, epsilon. */
  rmsProp(w: number, s: number, c: number, b: number, g: number, n: number, ...rest: number[]): void;
  follow(average: number, value: number, n: number, decay: number): void;
  squareSum(x: number, n: number): number;
}
