/** @file What the runtime and its kernels do where there is no Node: in pages. A real one is opened by `npm run e2e:browser`. */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type * as Tf from '@tensorflow/tfjs-core';
import { afterEach, describe, expect, it } from 'vitest';
import { createRuntime } from '../runtime/index.js';
import { packageLoader } from './package-loader.js';
import { startWasmBackend } from './start-wasm-backend.js';
import { startThreads } from './threads.js';
import { isShared } from './wasm-modules.js';

const { getBuiltinModule } = process;
const { SharedArrayBuffer: sharedMemory } = globalThis;
const leaveNode = (): void => void Object.assign(process, { getBuiltinModule: undefined });
afterEach(() => Object.assign(process, { getBuiltinModule }) && Object.assign(globalThis, { SharedArrayBuffer: sharedMemory }));

/** Files that are read with one, and what else they import; types are not read. */
function importsOf(entry: string): { files: Set<string>; packages: Set<string> } {
  const [files, packages] = [new Set<string>(), new Set<string>()];
  const visit = (path: string): void => {
    if (files.has(path)) return;
    files.add(path);
    const code = readFileSync(path, 'utf8').replaceAll(/\/\*[\s\S]*?\*\//g, '');
    for (const [, name] of code.matchAll(/^(?:import|export)\s(?!type\s)(?:[^'";]*?\sfrom\s)?['"]([^'"]+)['"]/gm)) {
      if (name.startsWith('.')) visit(join(dirname(path), name.replace(/\.js$/, '.ts')));
      else packages.add(name);
    }
  };
  visit(entry);
  return { files, packages };
}

describe('subpaths that pages can use', () => {
  it.each(['runtime', 'kernels', 'optimisers', 'frames', 'random', 'samples', 'errors', 'progress'])(
    '/%s imports nothing of Node, however far one follows',
    (name) => {
      const { files, packages } = importsOf(fileURLToPath(new URL(`../${name}/index.ts`, import.meta.url)));
      expect(files.size).toBeGreaterThan(0);
      expect([...packages].filter((one) => !one.startsWith('@tensorflow/'))).toEqual([]);
    },
  );

  it('are told from others by that', () => {
    const { packages } = importsOf(fileURLToPath(new URL('../checkpoints/index.ts', import.meta.url)));
    expect([...packages]).toContain('node:fs/promises');
  });
});

describe('outside of Node', () => {
  it('native backends are passed over, and refused where they are demanded', async () => {
    await createRuntime({ backend: 'wasm' });
    leaveNode();
    const { backend, rejected } = await createRuntime();
    expect(backend).toBe('wasm');
    expect(rejected).toEqual([
      { backend: 'tfjs-node-gpu', reason: 'it is native code, which needs Node' },
      { backend: 'wasm+onnx', reason: 'it is native code, which needs Node' },
    ]);
    await expect(createRuntime({ backend: 'tfjs-node' })).rejects.toMatchObject({
      code: 'BACKEND_UNAVAILABLE',
      remedy: expect.stringContaining('Leave the choice to createRuntime') as string,
    });
  });

  it('the backend takes its files from where it is told, without the build for threads', async () => {
    leaveNode();
    const [paths, flags]: [string[], [string, unknown][]] = [[], []];
    const tf = {
      env: () => ({ set: (...flag: [string, unknown]) => flags.push(flag) }),
      setBackend: () => Promise.resolve(false),
    } as unknown as typeof Tf;
    const loader = { ...packageLoader, import: () => Promise.resolve({ setWasmPaths: (path: string) => paths.push(path) }) };
    for (const files of ['https://film.example/wasm', '/wasm/', undefined])
      await expect(startWasmBackend(tf, { loader, threads: 4, files })).rejects.toThrow(/did not start: are its \.wasm files/);
    expect(paths).toEqual(['https://film.example/wasm/', '/wasm/']);
    expect(flags).toEqual(Array.from({ length: 3 }, () => ['WASM_HAS_MULTITHREAD_SUPPORT', false]));
  });

  it('there are no threads and no require, and memory is known to be its own even where shared memory is not known', async () => {
    const memory = new WebAssembly.Memory({ initial: 1 });
    leaveNode();
    Object.assign(globalThis, { SharedArrayBuffer: undefined });
    await expect(startThreads(2, undefined as never, memory, () => undefined)).rejects.toThrow('threads are for Node');
    expect(() => packageLoader.require('onnxruntime-node')).toThrow('there is no require outside of Node');
    expect(isShared(memory)).toBe(false);
  });
});
