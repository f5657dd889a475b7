/**
 * @file The backends in the order in which they are tried, fastest first. Each is loaded on demand; nothing is registered by
 * importing this file.
 */
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import util from 'node:util';
import type * as Tf from '@tensorflow/tfjs-core';
import { openOnnxGemm } from './onnx-gemm.js';
import { useOnnxProduct } from './onnx-kernels.js';

/** Names of the backends, fastest first. */
export const backendNames = ['tfjs-node-gpu', 'wasm+onnx', 'wasm', 'cpu'] as const;
/** Name of a backend. */
export type BackendName = (typeof backendNames)[number];

/** How packages are found; replaced in tests by one that holds stand-ins. */
export interface Loader {
  /** Loads an ES module by name. */
  import(name: string): Promise<unknown>;
  /** Loads a CommonJS module by name. */
  require(name: string): unknown;
}

/** What a backend is started with. */
export interface BackendRequest {
  loader: Loader;
  threads: number;
}

/** A backend that can be tried. */
export interface Backend {
  name: BackendName;
  /** Packages that it needs beside this one's own dependencies. */
  packages: readonly string[];
  /** Starts it and makes it the active one; throws where it can't be had, with a reason for people. */
  start(tf: typeof Tf, request: BackendRequest): Promise<void>;
}

/** All backends by name. */
export const backends: Record<BackendName, Backend> = {
  'tfjs-node-gpu': { name: 'tfjs-node-gpu', packages: ['@tensorflow/tfjs-node-gpu'], start: startGpu },
  'wasm+onnx': { name: 'wasm+onnx', packages: ['onnxruntime-node'], start: startWasmWithOnnx },
  wasm: { name: 'wasm', packages: [], start: startWasm },
  cpu: { name: 'cpu', packages: [], start: startCpu },
};

/** Finds packages from this one's place. */
export const packageLoader: Loader = {
  import: (name) => import(name) as Promise<unknown>,
  require: createRequire(import.meta.url),
};

async function startGpu(tf: typeof Tf, { loader }: BackendRequest): Promise<void> {
  // Its native code calls a function that Node 24 has taken out of `util`.
  const legacy = util as unknown as { isNullOrUndefined?: (value: unknown) => boolean };
  legacy.isNullOrUndefined ??= (value) => value === null || value === undefined;
  await loader.import('@tensorflow/tfjs-node-gpu');
  await activate(tf, 'tensorflow');
  const backend = tf.backend() as unknown as { isUsingGpuDevice?: boolean };
  if (backend.isUsingGpuDevice === false) throw new Error('it found no CUDA device');
}

async function startWasmWithOnnx(tf: typeof Tf, request: BackendRequest): Promise<void> {
  const gemm = openOnnxGemm({ threads: request.threads, require: request.loader.require });
  await startWasm(tf, request);
  useOnnxProduct(tf, gemm);
}

async function startWasm(tf: typeof Tf, { loader }: BackendRequest): Promise<void> {
  const wasm = (await loader.import('@tensorflow/tfjs-backend-wasm')) as { setWasmPaths(folder: string): void };
  const entry = createRequire(import.meta.url).resolve('@tensorflow/tfjs-backend-wasm');
  wasm.setWasmPaths(`${dirname(entry)}/`);
  await activate(tf, 'wasm');
}

async function startCpu(tf: typeof Tf, { loader }: BackendRequest): Promise<void> {
  await loader.import('@tensorflow/tfjs-backend-cpu');
  await activate(tf, 'cpu');
}

async function activate(tf: typeof Tf, name: string): Promise<void> {
  if (!(await tf.setBackend(name))) throw new Error(`its backend "${name}" did not start`);
  await tf.ready();
}
