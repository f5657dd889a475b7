/**
 * @file The one call after which TensorFlow.js trains at native speed on its wasm backend. Nothing is registered by importing.
 */
import type * as Tf from '@tensorflow/tfjs-core';
import { defineMatMulKernels } from './batch-matmul.js';
import { gemmBinary } from './binaries/gemm.js';
import { imageBinary } from './binaries/image.js';
import { accelerateConvolutionLayers } from './convolution-layers.js';
import { defineConvolutionKernels } from './convolution-kernels.js';
import { chunkedConvolution } from './chunked-convolution.js';
import { openConvolution, type ConvolutionEngine } from './convolution.js';
import type { ImageModule } from './image-module.js';
import { defineDepthwiseKernels } from './depthwise-kernels.js';
import { proveGemm, type Gemm, type GemmEngine } from './gemm.js';
import { backendName, createKernelContext, heapMemory, ScratchSlot, type OwnedKernelContext } from './kernel-context.js';
import { accelerateLayers } from './layers/index.js';
import { openOnnxGemm, requireOnnx } from './onnx-gemm.js';
import { correctGradients } from './ops/gradients/index.js';
import { defineOperationKernels } from './ops/index.js';
import { packageLoader, type Loader } from './package-loader.js';
import { runsInNode } from './runs-in-node.js';
import { startWasmBackend } from './start-wasm-backend.js';
import { singleThread, startThreads, type ThreadPool } from './threads.js';
import { wasmConvolution } from './wasm-convolution.js';
import { openWasmEngine, wasmGemm, type GemmModule } from './wasm-gemm.js';
import { compileModule, hasRelaxedSimd, isShared } from './wasm-modules.js';

/** What may be asked for. */
export interface TrainingKernelOptions {
  /** Processor threads for products and convolutions. Default 1. */
  threads?: number;
  /**
   * Who multiplies. Default `'auto'`: ONNX Runtime where `onnxruntime-node` is installed and passes its self-test, else our wasm
   * module. `'onnx'` is an error where it can't be had.
   */
  gemm?: 'auto' | GemmEngine;
  /**
   * Address of the folder with the `.wasm` files of `@tensorflow/tfjs-backend-wasm`, for bundled programs. Default: in Node the package's own
   * folder, in a browser that of the page.
   */
  wasmFiles?: string;
  /** How packages are found; for tests. Default: from this package's place. */
  loader?: Loader;
}

/** Something faster that was tried and not taken. */
export interface KernelRejection {
  /** `'onnxruntime-node'`, `'relaxed SIMD'`, `'threads'`. */
  name: string;
  /** A sentence for people. */
  reason: string;
}

/** What is in place. */
export interface TrainingKernels {
  /** Who multiplies. */
  gemm: GemmEngine;
  /** Whether our modules use fused multiply-add. */
  relaxedSimd: boolean;
  /** Threads that work. */
  threads: number;
  /** Names of the kernels that are ours, sorted. */
  kernels: readonly string[];
  /** What was tried and not taken, with the reason. */
  rejected: readonly KernelRejection[];
  /** One line for logs: `'wasm, products by ONNX Runtime, 1 thread'`. */
  description: string;
}

/** A backend's kernels: put in place once; the engine may change. */
interface Installation {
  context: OwnedKernelContext;
  image: ImageModule;
  gemmModule: GemmModule;
  /** Workers, by the number of threads. */
  pools: Map<number, ThreadPool>;
  use(gemm: Gemm, convolution: ConvolutionEngine): void;
}

/**
 * Below this many multiplications in a call ours is faster: the call into the native runtime alone takes some fifteen microseconds
 * (measured on products of attention, [64, 24] · [24, 64]: 12 against 6 for one of them, 167 against 395 for 64 at once).
 */
const WORTH_THE_CALL = 1 << 18;

const installations = new WeakMap<object, Installation>();

/**
 * Puts everything in place that training needs on the wasm backend of TensorFlow.js: products, convolutions and their gradients,
 * operations that are missing there, fast layers and optimisers. Starts that backend, and makes it the active one. Called again, it
 * changes the engine; the kernels stay.
 *
 * @param tensorFlow - TensorFlow.js: `@tensorflow/tfjs-core`, or `@tensorflow/tfjs`.
 * @param options - See `TrainingKernelOptions`.
 * @returns What is in place, and what was not taken, with reasons.
 * @throws Error where the backend doesn't start, or a demanded engine can't be had; RangeError for wrong options.
 * @example
 * ```ts
 * import * as tf from '@tensorflow/tfjs-core';
 * import * as layers from '@tensorflow/tfjs-layers';
 * import { registerTrainingKernels } from '@filmai/core-tensor/kernels';
 *
 * const { description } = await registerTrainingKernels(tf);
 * const model = layers.sequential({ layers: [layers.layers.dense({ units: 1, inputShape: [2] })] });
 * model.compile({ optimizer: 'adam', loss: 'meanSquaredError' });
 * await model.fit(tf.ones([8, 2]), tf.ones([8, 1]), { epochs: 1, verbose: 0 });
 * console.log(description);
 * ```
 */
export async function registerTrainingKernels(
  // Not called `tf`: in bundled declarations that is the name of the module, and a parameter can't have itself as its type.
  tensorFlow: typeof Tf,
  { threads = 1, gemm = 'auto', wasmFiles, loader = packageLoader }: TrainingKernelOptions = {},
): Promise<TrainingKernels> {
  const tf = tensorFlow;
  if (!Number.isInteger(threads) || threads < 1)
    throw new RangeError(`registerTrainingKernels: threads must be a whole number of at least 1, got ${threads}`);
  if (!['auto', 'onnx', 'wasm'].includes(gemm))
    throw new RangeError(`registerTrainingKernels: gemm must be 'auto', 'onnx' or 'wasm', got '${gemm}'`);
  // ONNX Runtime has threads of its own, and takes no memory that threads share.
  const onnx = gemm === 'wasm' ? undefined : findOnnx(loader, gemm === 'onnx');
  await startWasmBackend(tf, { loader, threads: onnx ? 1 : threads, files: wasmFiles });
  // In Node it is loaded by the first kernel that needs it; where nothing can be loaded at once, it must be there before.
  if (!runsInNode()) await loader.import('@tensorflow/tfjs-backend-cpu');
  // TensorFlow.js registers the gradients of its operations with its layers.
  await loader.import('@tensorflow/tfjs-layers');
  correctGradients(tf);
  const installation = await installOnce(tf);
  const rejected: KernelRejection[] = hasRelaxedSimd()
    ? []
    : [{ name: 'relaxed SIMD', reason: 'this JavaScript engine has no fused multiply-add in WebAssembly' }];
  const chosen = await chooseEngine(installation, { threads, gemm, loader, rejected });
  const words = chosen.engine === 'onnx' ? 'ONNX Runtime' : 'WebAssembly';
  return {
    gemm: chosen.engine,
    relaxedSimd: hasRelaxedSimd(),
    threads: chosen.threads,
    kernels: [...installation.context.defined].sort(),
    rejected,
    description: `${backendName}, products by ${words}, ${chosen.threads} ${chosen.threads === 1 ? 'thread' : 'threads'}`,
  };
}

/** Whether the package is there; where it is demanded and is not, that is known before anything is started. */
function findOnnx({ require }: Loader, demanded: boolean): boolean {
  try {
    requireOnnx(require);
    return true;
  } catch (error) {
    if (demanded) throw error;
    return false;
  }
}

async function installOnce(tf: typeof Tf): Promise<Installation> {
  const backend = tf.findBackend(backendName);
  const known = installations.get(backend);
  if (known) return known;
  let gemm: Gemm | undefined;
  let convolution: ConvolutionEngine | undefined;
  const context = createKernelContext(tf, (a, b, y, shape) => gemm?.(a, b, y, shape));
  const image = context.instantiate<ImageModule>(imageBinary);
  const gemmModule = context.instantiate<GemmModule>(gemmBinary);
  const installation: Installation = {
    context,
    image,
    gemmModule,
    pools: new Map([[1, singleThread(gemmModule.run)]]),
    use: (product, products) => {
      gemm = product;
      convolution = products;
    },
  };
  installations.set(backend, installation);
  const current = (): ConvolutionEngine => {
    if (!convolution) throw new Error('convolution was called before its engine was chosen');
    return convolution;
  };
  defineMatMulKernels(context, image);
  defineConvolutionKernels(context, openConvolution(context, image, current), image);
  defineDepthwiseKernels(context);
  defineOperationKernels(context);
  await accelerateLayers(context);
  await accelerateConvolutionLayers(context);
  return installation;
}

/** Workers where they are wanted and the heap is one that they can see; else this thread, and the reason. */
async function openPool(
  { context, gemmModule, pools }: Installation,
  threads: number,
  rejected: KernelRejection[],
): Promise<ThreadPool> {
  const known = pools.get(threads);
  if (known) return known;
  const memory = heapMemory(context.backend);
  try {
    if (runsInNode() && !isShared(memory))
      throw new Error('the wasm backend was started before, with memory that threads cannot share');
    const pool = await startThreads(threads, compileModule(gemmBinary, true), memory, gemmModule.run);
    pools.set(threads, pool);
    return pool;
  } catch (error) {
    rejected.push({ name: 'threads', reason: error instanceof Error ? error.message : String(error) });
    return singleThread(gemmModule.run);
  }
}

async function chooseEngine(
  installation: Installation,
  { threads, gemm, loader, rejected }: Required<Omit<TrainingKernelOptions, 'wasmFiles'>> & { rejected: KernelRejection[] },
): Promise<{ engine: GemmEngine; threads: number }> {
  const { context, image, gemmModule, use } = installation;
  const { wasm } = context.backend;
  const prove = (engine: Gemm): Gemm => {
    proveGemm(engine, context.floats, context.scratch(ScratchSlot.tile, 16));
    return engine;
  };
  if (gemm !== 'wasm') {
    try {
      const native = prove(openOnnxGemm({ buffer: () => wasm.HEAPU8.buffer }, { threads, require: loader.require }));
      const ours = prove(wasmGemm(openWasmEngine(context, gemmModule, singleThread(gemmModule.run))));
      const bySize: Gemm = (a, b, y, shape) => {
        const { m, k, n, batch = 1 } = shape;
        return (m * k * n * batch < WORTH_THE_CALL ? ours : native)(a, b, y, shape);
      };
      use(bySize, chunkedConvolution(context, image, threads));
      return { engine: 'onnx', threads };
    } catch (error) {
      if (gemm === 'onnx') throw error;
      rejected.push({ name: 'onnxruntime-node', reason: error instanceof Error ? error.message.split('\n')[0] : String(error) });
    }
  }
  const pool = await openPool(installation, threads, rejected);
  const ours = openWasmEngine(context, gemmModule, pool);
  use(prove(wasmGemm(ours)), wasmConvolution(context, image, ours));
  return { engine: 'wasm', threads: pool.threads };
}
