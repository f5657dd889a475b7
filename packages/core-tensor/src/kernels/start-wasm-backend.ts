/** @file Starts TensorFlow.js' wasm backend. */
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import type * as Tf from '@tensorflow/tfjs-core';
import { backendName } from './kernel-context.js';
import type { Loader } from './package-loader.js';

/**
 * Starts the wasm backend and makes it the active one.
 *
 * @param tf - TensorFlow.js.
 * @param loader - How its package is found.
 * @throws Error where it did not start.
 */
export async function startWasmBackend(tf: typeof Tf, loader: Loader): Promise<void> {
  const wasm = (await loader.import('@tensorflow/tfjs-backend-wasm')) as { setWasmPaths(folder: string): void };
  const entry = createRequire(import.meta.url).resolve('@tensorflow/tfjs-backend-wasm');
  wasm.setWasmPaths(`${dirname(entry)}/`);
  if (!(await tf.setBackend(backendName))) throw new Error(`its backend "${backendName}" did not start`);
  await tf.ready();
}
