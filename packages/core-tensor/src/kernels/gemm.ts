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
  /** So many products, whose matrices follow each other at all three addresses. Default 1. Not together with `accumulate`. */
  batch?: number;
}

/** Multiplies matrices on the heap. Addresses are in bytes. */
export type Gemm = (a: number, b: number, y: number, shape: GemmShape) => void;

/** Who multiplies: ONNX Runtime's native kernels, or our module in WebAssembly. */
export type GemmEngine = 'onnx' | 'wasm';

/** Memory that an engine works on. */
export interface GemmHeap {
  /** The memory's bytes now; a growing memory gives others later. */
  buffer(): ArrayBufferLike;
}

/**
 * Multiplies known matrices and compares: an engine that fails is not used.
 *
 * @param gemm - The engine.
 * @param view - Floats at an address.
 * @param room - Address of 16 free floats.
 * @throws Error that says what came out.
 */
export function proveGemm(gemm: Gemm, view: (pointer: number, count: number) => Float32Array, room: number): void {
  for (const transposed of [false, true]) {
    const expected = [19, 22, 43, 50];
    view(room, 4).set(transposed ? [1, 3, 2, 4] : [1, 2, 3, 4]);
    view(room + 16, 4).set(transposed ? [5, 7, 6, 8] : [5, 6, 7, 8]);
    view(room + 32, 4).fill(0);
    for (const round of [1, 2]) {
      const shape = { m: 2, k: 2, n: 2, transposeA: transposed, transposeB: transposed, accumulate: round === 2 };
      gemm(room, room + 16, room + 32, shape);
      const got = [...view(room + 32, 4)];
      if (got.some((value, i) => value !== round * expected[i]))
        throw new Error(`the product of two known matrices came out as ${got.join(', ')}`);
    }
  }
}
