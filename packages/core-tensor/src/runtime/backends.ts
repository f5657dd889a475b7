/**
 * @file The backends in the order in which they are tried, fastest first. Each is loaded on demand; nothing is registered by
 * importing this file.
 */
import util from 'node:util';
import type * as Tf from '@tensorflow/tfjs-core';
import type { Loader } from '../kernels/package-loader.js';
import { registerTrainingKernels } from '../kernels/register-training-kernels.js';

/** Names of the backends, fastest first. */
export const backendNames = ['tfjs-node-gpu', 'wasm+onnx', 'wasm', 'cpu'] as const;
/** Name of a backend. */
export type BackendName = (typeof backendNames)[number];

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
  /** Starts it and makes it the active one, and says what computes; throws where it can't be had, with a reason for people. */
  start(tf: typeof Tf, request: BackendRequest): Promise<string>;
}

/** All backends by name. */
export const backends: Record<BackendName, Backend> = {
  'tfjs-node-gpu': { name: 'tfjs-node-gpu', packages: ['@tensorflow/tfjs-node-gpu'], start: startGpu },
  'wasm+onnx': { name: 'wasm+onnx', packages: ['onnxruntime-node'], start: startWasmWithOnnx },
  wasm: { name: 'wasm', packages: [], start: startWasm },
  cpu: { name: 'cpu', packages: [], start: startCpu },
};

async function startGpu(tf: typeof Tf, { loader }: BackendRequest): Promise<string> {
  // Its native code calls a function that Node 24 has taken out of `util`.
  const legacy = util as unknown as { isNullOrUndefined?: (value: unknown) => boolean };
  legacy.isNullOrUndefined ??= (value) => value === null || value === undefined;
  await loader.import('@tensorflow/tfjs-node-gpu');
  await activate(tf, 'tensorflow');
  const backend = tf.backend() as unknown as { isUsingGpuDevice?: boolean };
  if (backend.isUsingGpuDevice === false) throw new Error('it found no CUDA device');
  return 'tfjs-node-gpu';
}

async function startWasmWithOnnx(tf: typeof Tf, { loader, threads }: BackendRequest): Promise<string> {
  return (await registerTrainingKernels(tf, { gemm: 'onnx', threads, loader })).description;
}

async function startWasm(tf: typeof Tf, { loader, threads }: BackendRequest): Promise<string> {
  return (await registerTrainingKernels(tf, { gemm: 'wasm', threads, loader })).description;
}

async function startCpu(tf: typeof Tf, { loader }: BackendRequest): Promise<string> {
  await loader.import('@tensorflow/tfjs-backend-cpu');
  await activate(tf, 'cpu');
  return 'cpu';
}

async function activate(tf: typeof Tf, name: string): Promise<void> {
  if (!(await tf.setBackend(name))) throw new Error(`its backend "${name}" did not start`);
  await tf.ready();
}
