/** @file The product that everything heavy comes down to, as one call that two engines answer. */

/** The sizes of `y[m, n] = op(a)[m, k] · op(b)[k, n]`, all row-major and packed. */
export interface GemmShape {
  m: number;
  k: number;
  n: number;
  /** `a` is stored as [k, m]. */
  transposeA?: boolean;
  /** `b` is stored as [n, k]. */
  transposeB?: boolean;
  /** Adds to what `y` holds. */
  accumulate?: boolean;
}

/** Multiplies matrices on the heap. Addresses are in bytes. */
export type Gemm = (a: number, b: number, y: number, shape: GemmShape) => void;
