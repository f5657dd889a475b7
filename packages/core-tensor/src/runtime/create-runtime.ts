/**
 * @file Chooses where tensors are computed, and says why.
 */
import type * as Tf from '@tensorflow/tfjs-core';
import { correctGradients } from '../kernels/ops/gradients/index.js';
import { packageLoader, type Loader } from '../kernels/package-loader.js';
import { runsInNode } from '../kernels/runs-in-node.js';
import { backendNames, backends, triedBackends, type BackendName } from './backends.js';
import { RuntimeError } from './runtime-error.js';

/** A backend that was not chosen, and why. */
export interface Rejection {
  backend: BackendName;
  /** A sentence for people: `'@tensorflow/tfjs-node-gpu is not installed'`. */
  reason: string;
}

/** A place where tensors are computed. */
export interface Runtime {
  /** The backend in use. */
  backend: BackendName;
  /** The faster ones that were tried first, with what was in the way. */
  rejected: readonly Rejection[];
  /** TensorFlow.js with that backend active and gradients registered. Use its functions: `tf.add(a, b)`. */
  tf: typeof Tf;
  /** One line that says what was chosen and why: for logs and reports. */
  description: string;
  /** Tensors that are alive now. */
  liveTensors(): number;
  /** Runs a function and disposes every tensor that it made, except those it returns. */
  scope<T extends Tf.TensorContainer>(work: () => T): T;
}

/** What may be asked for. */
export interface RuntimeOptions {
  /** Demand this backend; it is then an error where it can't be had. Default: the fastest that can be. */
  backend?: BackendName;
  /** Processor threads for products and convolutions, default 1. */
  threads?: number;
  /**
   * Address of the folder with the `.wasm` files of `@tensorflow/tfjs-backend-wasm`, for bundled programs. Default: in Node the package's own
   * folder, in a browser that of the page.
   */
  wasmFiles?: string;
  /** How packages are found; for tests. Default: from this package's place. */
  loader?: Loader;
}

/**
 * Starts the fastest backend that can be had: tfjs-node-gpu, then wasm with ONNX Runtime's matrix products, then wasm, then plain
 * JavaScript.
 *
 * @param options - See `RuntimeOptions`.
 * @returns The runtime. TensorFlow.js keeps one active backend for the whole process: the last runtime created decides.
 * @throws RuntimeError `BACKEND_UNAVAILABLE` with the install line where a demanded backend can't be had; `UNKNOWN_BACKEND`; `NO_BACKEND`.
 * @example
 * ```ts
 * import { createRuntime } from '@filmai/core-tensor/runtime';
 *
 * const { tf, description } = await createRuntime({ backend: 'cpu' });
 * console.log(description); // cpu, as demanded
 * console.log(tf.sum(tf.tensor1d([1, 2, 3])).arraySync()); // 6
 * ```
 */
export async function createRuntime(options: RuntimeOptions = {}): Promise<Runtime> {
  const { backend, threads = 1, wasmFiles, loader = packageLoader } = options;
  if (!Number.isInteger(threads) || threads < 1)
    throw new RangeError(`createRuntime: threads must be a whole number of at least 1, got ${threads}`);
  if (backend !== undefined && !backendNames.includes(backend)) {
    throw new RuntimeError('UNKNOWN_BACKEND', `there is no backend "${backend}"`, {
      remedy: `Choose one of ${backendNames.join(', ')}.`,
    });
  }
  const tf = (await loader.import('@tensorflow/tfjs-core')) as typeof Tf;
  // Else its CPU kernels, which other backends call for small things, print an advertisement on first use.
  tf.env().set('PROD', true);
  // TensorFlow.js registers the gradients of its operations with its layers.
  await loader.import('@tensorflow/tfjs-layers');
  correctGradients(tf);
  const rejected: Rejection[] = [];
  for (const name of backend ? [backend] : triedBackends) {
    try {
      if (backends[name].onlyInNode && !runsInNode()) throw new Error(NEEDS_NODE);
      const engine = await backends[name].start(tf, { loader, threads, wasmFiles });
      const runtime = runtimeOn(tf, { backend: name, engine, rejected, demanded: backend !== undefined });
      started = Promise.resolve(runtime);
      return runtime;
    } catch (error) {
      rejected.push({ backend: name, reason: reasonOf(name, error) });
      if (backend) throw unavailable(name, rejected[0].reason, error);
    }
  }
  throw new RuntimeError(
    'NO_BACKEND',
    `no backend could be started: ${rejected.map((one) => `${one.backend}: ${one.reason}`).join('; ')}`,
  );
}

const NEEDS_NODE = 'it is native code, which needs Node';

let started: Promise<Runtime> | undefined;

/**
 * The runtime of a program that doesn't care: the last one that `createRuntime` made, or its default where there is none yet. A failed start is
 * not kept.
 *
 * @returns The runtime.
 * @example
 * ```ts
 * import { startRuntime } from '@filmai/core-tensor/runtime';
 *
 * const { tf } = await startRuntime();
 * console.log(tf.matMul([[1, 2]], [[3], [4]]).arraySync()); // [ [ 11 ] ]
 * ```
 */
export function startRuntime(): Promise<Runtime> {
  started ??= createRuntime().catch((error: unknown) => {
    started = undefined;
    throw error;
  });
  return started;
}

interface Choice {
  backend: BackendName;
  /** What computes, in words. */
  engine: string;
  rejected: readonly Rejection[];
  demanded: boolean;
}

function runtimeOn(tf: typeof Tf, { backend, engine, rejected, demanded }: Choice): Runtime {
  const reasons = rejected.map((one) => `${one.backend}: ${one.reason}`).join('; ');
  const why = demanded ? ', as demanded' : reasons ? ` (not ${reasons})` : ', the fastest';
  return {
    backend,
    rejected,
    tf,
    description: `${engine}${why}`,
    liveTensors: () => tf.memory().numTensors,
    scope: (work) => tf.tidy(work),
  };
}

function unavailable(name: BackendName, reason: string, cause: unknown): RuntimeError {
  const { packages } = backends[name];
  const install = packages.length > 0 ? `Run: npm install ${packages.join(' ')}` : 'Reinstall @filmai/core-tensor.';
  return new RuntimeError('BACKEND_UNAVAILABLE', `backend "${name}" can't be used: ${reason}`, {
    remedy: reason === NEEDS_NODE ? 'Leave the choice to createRuntime: it takes the fastest that there is here.' : install,
    cause,
  });
}

function reasonOf(name: BackendName, error: unknown): string {
  const message = error instanceof Error ? error.message.split('\n')[0] : String(error);
  const missing = backends[name].packages.find(
    (one) => message.includes(one) && /cannot find|not found|could not resolve|failed to (load|resolve)/i.test(message),
  );
  return missing ? `${missing} is not installed` : message;
}
