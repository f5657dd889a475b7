/**
 * @file Matrix products by ONNX Runtime's native kernels, synchronously and in place on any memory. Kernels of a tensor
 * library are synchronous and `onnxruntime-node`'s public API is not, so this goes through the binding below it, which is an
 * internal path: it is found by name, tried on a product whose answer is known, and refused if anything differs.
 *
 * The binding wraps every result once more, in an array buffer that the engine of JavaScript counts as memory that was allocated: with
 * results of megabytes it collects garbage every few products, which takes as long as the products. So the models have a result that
 * the binding can't wrap, an empty sequence, in front: it gives up there, with an error, when the product is long in its place.
 */
import type { Gemm, GemmHeap } from './gemm.js';
import { gemmModel, type GemmModelOptions } from './onnx-gemm-model.js';
import { packageLoader } from './package-loader.js';

interface Session {
  loadModel(buffer: ArrayBufferLike, offset: number, length: number, options: object): void;
  run(feeds: object, fetches: object): unknown;
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
  const products = new Map<number, Product>();
  const load = (options: GemmModelOptions): Session => {
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
  const open = (options: Omit<GemmModelOptions, 'endsWithSequence'>): Product => {
    const session = load({ ...options, endsWithSequence: true });
    const end = endOf(session, Tensor, options);
    return end === undefined ? { session: load({ ...options, endsWithSequence: false }) } : { session, end };
  };
  return (a, b, y, { m, k, n, transposeA = false, transposeB = false, accumulate = false, batch = 1 }) => {
    const batched = batch > 1;
    const key = Number(transposeA) + 2 * Number(transposeB) + 4 * Number(accumulate) + 8 * Number(batched);
    let product = products.get(key);
    if (!product) products.set(key, (product = open({ transposeA, transposeB, accumulate, batched })));
    const buffer = heap.buffer();
    const tensor = (at: number, rows: number, columns: number): unknown => {
      const data = new Float32Array(buffer, at, batch * rows * columns);
      return new Tensor('float32', data, batched ? [batch, rows, columns] : [rows, columns]);
    };
    const result = tensor(y, m, n);
    const feeds: Record<string, unknown> = {
      a: transposeA ? tensor(a, k, m) : tensor(a, m, k),
      b: transposeB ? tensor(b, n, k) : tensor(b, k, n),
    };
    // What is added to is the very memory that is written.
    if (accumulate) feeds.c = result;
    run(product, feeds, result);
  };
}

/** A model, and the words with which it ends, where it has a result that the binding can't wrap. */
interface Product {
  session: Session;
  end?: string;
}

function run({ session, end }: Product, feeds: object, y: unknown): void {
  if (end === undefined) {
    session.run(feeds, { y });
    return;
  }
  try {
    session.run(feeds, { end: null, y });
  } catch (error) {
    if (!(error instanceof Error) || error.message !== end) throw error;
  }
}

/** The words with which a model ends after the product is in its place; undefined where that isn't how it ends. */
function endOf(
  session: Session,
  Tensor: TensorConstructor,
  { accumulate, batched }: Pick<GemmModelOptions, 'accumulate' | 'batched'>,
): string | undefined {
  const value = Float32Array.of(0);
  const [a, b, y] = [Float32Array.of(2), Float32Array.of(3), value].map(
    (data) => new Tensor('float32', data, batched ? [1, 1, 1] : [1, 1]),
  );
  try {
    session.run(accumulate ? { a, b, c: y } : { a, b }, { end: null, y });
  } catch (error) {
    if (value[0] === 6 && error instanceof Error) return error.message;
  }
  return undefined;
}
