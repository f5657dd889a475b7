/**
 * @file The backends in the order in which they are tried, fastest first. Each is loaded on demand; nothing is registered by
 * importing this file.
 */
import type * as Tf from '@tensorflow/tfjs-core';
import type { Loader } from '../kernels/package-loader.js';
import { registerTrainingKernels } from '../kernels/register-training-kernels.js';

/** Names of the backends that are tried where none is asked for, fastest first. */
export const triedBackends = ['tfjs-node-gpu', 'wasm+onnx', 'wasm', 'cpu'] as const;
/** Names of all backends. `tfjs-node` and `webgpu` are taken only where they are asked for. */
export const backendNames = [...triedBackends, 'tfjs-node', 'webgpu'] as const;
/** Name of a backend. */
export type BackendName = (typeof backendNames)[number];

/** What a backend is started with. */
export interface BackendRequest {
  loader: Loader;
  threads: number;
  /** Address of the folder with the wasm backend's files, where it isn't the package's own. */
  wasmFiles?: string;
}

/** A backend that can be tried. */
export interface Backend {
  name: BackendName;
  /** Packages that it needs beside this one's own dependencies. */
  packages: readonly string[];
  /** Whether it is made of native code. */
  onlyInNode: boolean;
  /** Starts it and makes it the active one, and says what computes; throws where it can't be had, with a reason for people. */
  start(tf: typeof Tf, request: BackendRequest): Promise<string>;
}

/** All backends by name. */
export const backends: Record<BackendName, Backend> = {
  'tfjs-node-gpu': { name: 'tfjs-node-gpu', packages: ['@tensorflow/tfjs-node-gpu'], onlyInNode: true, start: startGpu },
  'wasm+onnx': { name: 'wasm+onnx', packages: ['onnxruntime-node'], onlyInNode: true, start: startWasmWithOnnx },
  wasm: { name: 'wasm', packages: [], onlyInNode: false, start: startWasm },
  cpu: { name: 'cpu', packages: [], onlyInNode: false, start: startCpu },
  'tfjs-node': { name: 'tfjs-node', packages: ['@tensorflow/tfjs-node'], onlyInNode: true, start: startNode },
  webgpu: { name: 'webgpu', packages: ['@tensorflow/tfjs-backend-webgpu', 'webgpu'], onlyInNode: false, start: startWebGpu },
};

async function startGpu(tf: typeof Tf, { loader }: BackendRequest): Promise<string> {
  await startTensorFlow(tf, loader, '@tensorflow/tfjs-node-gpu');
  const backend = tf.backend() as unknown as { isUsingGpuDevice?: boolean };
  if (backend.isUsingGpuDevice === false) throw new Error('it found no CUDA device');
  return 'tfjs-node-gpu';
}

async function startNode(tf: typeof Tf, { loader }: BackendRequest): Promise<string> {
  await startTensorFlow(tf, loader, '@tensorflow/tfjs-node');
  return 'tfjs-node';
}

async function startTensorFlow(tf: typeof Tf, loader: Loader, name: string): Promise<void> {
  // Its native code calls a function that Node 24 has taken out of `util`.
  const legacy = process.getBuiltinModule('node:util') as unknown as { isNullOrUndefined?: (value: unknown) => boolean };
  legacy.isNullOrUndefined ??= (value) => value === null || value === undefined;
  await loader.import(name);
  await activate(tf, 'tensorflow');
}

/** Node's Dawn, from the package `webgpu`. */
interface WebGpuPackage {
  create(options: string[]): { requestAdapter(): Promise<unknown> };
  globals: object;
}

async function startWebGpu(tf: typeof Tf, { loader }: BackendRequest): Promise<string> {
  // A browser has it; Node gets it from a package and is given what a browser would have.
  if (!(globalThis as { navigator?: { gpu?: unknown } }).navigator?.gpu) {
    const { create, globals } = (await loader.import('webgpu')) as WebGpuPackage;
    const gpu = create([]);
    if (!(await gpu.requestAdapter())) throw new Error('it found no adapter');
    Object.assign(globalThis, globals);
    const navigator = (globalThis as { navigator?: object }).navigator ?? {};
    Object.defineProperty(navigator, 'gpu', { value: gpu, configurable: true });
    Object.defineProperty(globalThis, 'navigator', { value: navigator, configurable: true });
  }
  await loader.import('@tensorflow/tfjs-backend-webgpu');
  await activate(tf, 'webgpu');
  return 'webgpu';
}

async function startWasmWithOnnx(tf: typeof Tf, request: BackendRequest): Promise<string> {
  return (await registerTrainingKernels(tf, { gemm: 'onnx', ...request })).description;
}

async function startWasm(tf: typeof Tf, request: BackendRequest): Promise<string> {
  return (await registerTrainingKernels(tf, { gemm: 'wasm', ...request })).description;
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
