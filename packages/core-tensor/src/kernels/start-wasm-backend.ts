/** @file Starts TensorFlow.js' wasm backend, on memory that threads share where more than one is wanted. */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import workerThreads, { type Worker, type WorkerOptions } from 'node:worker_threads';
import type * as Tf from '@tensorflow/tfjs-core';
import { backendName } from './kernel-context.js';
import type { Loader } from './package-loader.js';

interface WasmPackage {
  setWasmPaths(folder: string): void;
  setThreadsCount(threads: number): void;
}

/**
 * Starts the wasm backend and makes it the active one. Where it was started before, its memory stays as it is.
 *
 * @param tf - TensorFlow.js.
 * @param loader - How its package is found.
 * @param threads - More than one takes the build of TensorFlow.js that has threads; it is switched off in Node otherwise.
 * @throws Error where it did not start.
 */
export async function startWasmBackend(tf: typeof Tf, loader: Loader, threads = 1): Promise<void> {
  const wasm = (await loader.import('@tensorflow/tfjs-backend-wasm')) as WasmPackage;
  const folder = dirname(createRequire(import.meta.url).resolve('@tensorflow/tfjs-backend-wasm'));
  wasm.setWasmPaths(`${folder}/`);
  if (threads > 1) {
    tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', true);
    wasm.setThreadsCount(threads);
    await withWorkersFromText(join(folder, '..', 'wasm-out'), () => activate(tf));
  } else await activate(tf);
}

async function activate(tf: typeof Tf): Promise<void> {
  const events = ['uncaughtException', 'unhandledRejection'] as const;
  const before = events.map((event) => new Set<unknown>(process.rawListeners(event)));
  if (!(await tf.setBackend(backendName))) throw new Error(`its backend "${backendName}" did not start`);
  await tf.ready();
  // Its module listens for every error of the process and throws it again, so that Node prints a megabyte of the module's text before the
  // user's error. Nothing depends on it.
  for (const [i, event] of events.entries()) {
    for (const listener of process.rawListeners(event)) {
      if (!before[i].has(listener)) process.removeListener(event, listener as () => void);
    }
  }
}

/**
 * The threaded build starts its workers from `blob:` addresses, as browsers have them, which Node's `Worker` refuses. While it starts,
 * these get the worker's text instead. None keeps the process alive.
 */
async function withWorkersFromText(folder: string, start: () => Promise<void>): Promise<void> {
  const original = workerThreads.Worker;
  const made: Worker[] = [];
  const text = workerText(folder);
  workerThreads.Worker = class extends original {
    constructor(address: string | URL, options?: WorkerOptions) {
      const isBlob = String(address).startsWith('blob:');
      super(isBlob ? text : address, isBlob ? { ...options, eval: true } : options);
      made.push(this);
    }
  };
  try {
    await start();
  } finally {
    workerThreads.Worker = original;
    for (const worker of made) worker.unref();
  }
}

/** The package's own worker, told where its main script lies. */
function workerText(folder: string): string {
  const main = JSON.stringify(join(folder, 'tfjs-backend-wasm-threaded-simd.js'));
  const worker = JSON.stringify(join(folder, 'tfjs-backend-wasm-threaded-simd.worker.js'));
  return `
const { createRequire } = require('node:module');
globalThis.require = createRequire(${main});
globalThis.__filename = ${main};
globalThis.__dirname = ${JSON.stringify(folder)};
const text = globalThis.require(${worker}).wasmWorkerContents.replace(/\\n/g, '\\\\n');
const main = ${JSON.stringify(`importScripts(${main})`)};
(0, eval)(text.replace('typeof e.data.urlOrBlob=="string"', 'true').replace('importScripts(e.data.urlOrBlob)', () => main));
`;
}
