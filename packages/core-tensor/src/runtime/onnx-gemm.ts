/**
 * @file Matrix products by ONNX Runtime's native kernels, synchronously and in place on any memory. Kernels of a tensor
 * library are synchronous and `onnxruntime-node`'s public API is not, so this goes through the binding below it, which is an
 * internal path: it is found by name, tried on a product whose answer is known, and refused if anything differs.
 */
import { createRequire } from 'node:module';
import { gemmModel } from './onnx-model.js';

/** The sizes of `y[m, n] = op(a)[m, k] · op(b)[k, n]`. */
export interface GemmShape {
  m: number;
  k: number;
  n: number;
  /** `a` is stored as [k, m]. */
  transposeA: boolean;
  /** `b` is stored as [n, k]. */
  transposeB: boolean;
}

/** Multiplies row-major matrices; `y` is overwritten. */
export type Gemm = (a: Float32Array, b: Float32Array, y: Float32Array, shape: GemmShape) => void;

interface Session {
  loadModel(buffer: ArrayBufferLike, offset: number, length: number, options: object): void;
  run(feeds: object, fetches: object, options: object): unknown;
}

interface Binding {
  initOrt(): void;
  binding: { InferenceSession: new () => Session };
}

type TensorConstructor = new (type: 'float32', data: Float32Array, dims: readonly number[]) => unknown;

/**
 * Opens the native product.
 *
 * @param options - `threads`: processor threads for each product, default 1. `require`: how the package is loaded; for tests.
 * @returns The product.
 * @throws Error where `onnxruntime-node` is absent, has another inside, or multiplies wrongly.
 */
export function openOnnxGemm({
  threads = 1,
  require = createRequire(import.meta.url),
}: { threads?: number; require?: (name: string) => unknown } = {}): Gemm {
  const { Tensor } = require('onnxruntime-node') as { Tensor: TensorConstructor };
  const { initOrt, binding } = require('onnxruntime-node/dist/binding') as Binding;
  initOrt();
  const sessions = new Map<string, Session>();
  const sessionFor = (transposeA: boolean, transposeB: boolean): Session => {
    const key = `${transposeA} ${transposeB}`;
    const known = sessions.get(key);
    if (known) return known;
    const bytes = gemmModel(transposeA, transposeB);
    const session = new binding.InferenceSession();
    session.loadModel(bytes.buffer, bytes.byteOffset, bytes.byteLength, {
      intraOpNumThreads: threads,
      interOpNumThreads: 1,
      enableCpuMemArena: true,
      enableMemPattern: false,
      graphOptimizationLevel: 'all',
      // Spinning threads take the processor from everything else between two products.
      extra: { session: { intra_op: { allow_spinning: '0' } } },
    });
    sessions.set(key, session);
    return session;
  };
  const gemm: Gemm = (a, b, y, { m, k, n, transposeA, transposeB }) => {
    const feeds = {
      a: new Tensor('float32', a, transposeA ? [k, m] : [m, k]),
      b: new Tensor('float32', b, transposeB ? [n, k] : [k, n]),
    };
    sessionFor(transposeA, transposeB).run(feeds, { y: new Tensor('float32', y, [m, n]) }, {});
  };
  proveOnKnownProduct(gemm);
  return gemm;
}

/** [1 2; 3 4] · [5 6; 7 8] = [19 22; 43 50], and the same with both factors stored transposed. */
function proveOnKnownProduct(gemm: Gemm): void {
  for (const transposed of [false, true]) {
    const y = new Float32Array(4);
    const a = Float32Array.from(transposed ? [1, 3, 2, 4] : [1, 2, 3, 4]);
    const b = Float32Array.from(transposed ? [5, 7, 6, 8] : [5, 6, 7, 8]);
    gemm(a, b, y, { m: 2, k: 2, n: 2, transposeA: transposed, transposeB: transposed });
    if (y.join() !== '19,22,43,50') throw new Error(`the product of two known matrices came out as ${y.join(', ')}`);
  }
}
