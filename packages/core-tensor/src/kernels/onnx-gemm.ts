/**
 * @file Matrix products by ONNX Runtime's native kernels, synchronously and in place on any memory. Kernels of a tensor
 * library are synchronous and `onnxruntime-node`'s public API is not, so this goes through the binding below it, which is an
 * internal path: it is found by name, tried on a product whose answer is known, and refused if anything differs.
 */
import type { Gemm, GemmHeap } from './gemm.js';
import { gemmModel, type GemmModelOptions } from './onnx-gemm-model.js';
import { packageLoader } from './package-loader.js';

interface Session {
  loadModel(buffer: ArrayBufferLike, offset: number, length: number, options: object): void;
  run(feeds: object, fetches: object, options: object): unknown;
}

interface Binding {
  initOrt(): void;
  binding: { InferenceSession: new () => Session };
}

type TensorConstructor = new (type: 'float32', data: Float32Array, dims: readonly number[]) => unknown;

/** What the product is opened with. */
export interface OnnxGemmOptions {
  /** Processor threads for each product. Default 1. */
  threads?: number;
  /** How the package is loaded. */
  require?: (name: string) => unknown;
}

/** Whether the package is there; says nothing about whether it works. */
export function requireOnnx(require: (name: string) => unknown = packageLoader.require): { Tensor: TensorConstructor } & Binding {
  const { Tensor } = require('onnxruntime-node') as { Tensor: TensorConstructor };
  const { initOrt, binding } = require('onnxruntime-node/dist/binding') as Binding;
  return { Tensor, initOrt, binding };
}

/**
 * Opens the native product.
 *
 * @param heap - The memory it works on.
 * @param options - See `OnnxGemmOptions`.
 * @throws Error where `onnxruntime-node` is absent or has another inside.
 */
export function openOnnxGemm(heap: GemmHeap, { threads = 1, require }: OnnxGemmOptions = {}): Gemm {
  const { Tensor, initOrt, binding } = requireOnnx(require);
  if (heap.buffer() instanceof SharedArrayBuffer)
    throw new Error('onnxruntime-node takes no memory that threads share, with which the wasm backend was started before');
  initOrt();
  const sessions = new Map<number, Session>();
  const open = (options: GemmModelOptions): Session => {
    const bytes = gemmModel(options);
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
    return session;
  };
  return (a, b, y, { m, k, n, transposeA = false, transposeB = false, accumulate = false }) => {
    const key = Number(transposeA) + 2 * Number(transposeB) + 4 * Number(accumulate);
    let session = sessions.get(key);
    if (!session) sessions.set(key, (session = open({ transposeA, transposeB, accumulate })));
    const buffer = heap.buffer();
    const result = new Tensor('float32', new Float32Array(buffer, y, m * n), [m, n]);
    const feeds: Record<string, unknown> = {
      a: new Tensor('float32', new Float32Array(buffer, a, m * k), transposeA ? [k, m] : [m, k]),
      b: new Tensor('float32', new Float32Array(buffer, b, k * n), transposeB ? [n, k] : [k, n]),
    };
    // What is added to is the very memory that is written.
    if (accumulate) feeds.c = result;
    session.run(feeds, { y: result }, {});
  };
}
