/** @file Starts TensorFlow.js' wasm backend, on memory that threads share where more than one is wanted. */
import type { Worker, WorkerOptions } from 'node:worker_threads';
import type * as Tf from '@tensorflow/tfjs-core';
import { backendName } from './kernel-context.js';
import { requireFromHere, type Loader } from './package-loader.js';
import { runsInNode } from './runs-in-node.js';

interface WasmPackage {
  setWasmPaths(folder: string): void;
  setThreadsCount(threads: number): void;
}

/** How the backend is started. */
export interface WasmBackendOptions {
  loader: Loader;
  /** More than one takes the build of TensorFlow.js that has threads, which it switches off in Node otherwise. Default 1; always 1 in a browser. */
  threads?: number;
  /** Address of the folder with the backend's `.wasm` files. Default: in Node the package's own, in a browser that of the page. */
  files?: string;
}

/**
 * Starts the wasm backend and makes it the active one. Where it was started before, its memory stays as it is.
 *
 * @param tf - TensorFlow.js.
 * @param options - See `WasmBackendOptions`.
 * @throws Error where it did not start.
 */
export async function startWasmBackend(tf: typeof Tf, { loader, threads = 1, files }: WasmBackendOptions): Promise<void> {
  const wasm = (await loader.import('@tensorflow/tfjs-backend-wasm')) as WasmPackage;
  if (files !== undefined) wasm.setWasmPaths(files.endsWith('/') ? files : `${files}/`);
  if (!runsInNode()) {
    // Else a page that is isolated from others would get the build with threads, and a heap that is shared for nothing.
    tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
    await activate(tf, ': are its .wasm files where `wasmFiles` says?');
    return;
  }
  const { dirname, join } = process.getBuiltinModule('node:path');
  const folder = dirname(requireFromHere().resolve('@tensorflow/tfjs-backend-wasm'));
  if (files === undefined) wasm.setWasmPaths(`${folder}/`);
  await withQuietProcess(async () => {
    if (threads > 1) {
      tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', true);
      wasm.setThreadsCount(threads);
      await withWorkersFromText(join(folder, '..', 'wasm-out'), () => activate(tf));
    } else await activate(tf);
  });
}

async function activate(tf: typeof Tf, hint = ''): Promise<void> {
  if (!(await tf.setBackend(backendName))) throw new Error(`its backend "${backendName}" did not start${hint}`);
  await tf.ready();
}

/**
 * The backend's module listens for every error of the process and throws it again, so that Node prints a megabyte of the module's text before the
 * user's error. Nothing depends on it, so what it adds is taken away.
 */
async function withQuietProcess(start: () => Promise<void>): Promise<void> {
  const events = ['uncaughtException', 'unhandledRejection'] as const;
  const before = events.map((event) => new Set<unknown>(process.rawListeners(event)));
  await start();
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
  const workerThreads = process.getBuiltinModule('node:worker_threads');
  const original = workerThreads.Worker;
  const made: Worker[] = [];
  const { join } = process.getBuiltinModule('node:path');
  const text = workerText(folder, join(folder, 'tfjs-backend-wasm-threaded-simd'));
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
function workerText(folder: string, script: string): string {
  const main = JSON.stringify(`${script}.js`);
  const worker = JSON.stringify(`${script}.worker.js`);
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
