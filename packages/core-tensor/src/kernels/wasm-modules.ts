/** @file Our compiled modules, instantiated on a memory, with fused multiply-add where the engine has it. */
import type { WasmBinary } from './kernel-context.js';
import { runsInNode } from './runs-in-node.js';

const compiled = new Map<string, WebAssembly.Module>();
let relaxedSimd: boolean | undefined;

/**
 * Whether the engine knows relaxed SIMD (fused multiply-add). Node 20 has it behind a flag, which is set here, before the first
 * module that needs it is compiled.
 */
export function hasRelaxedSimd(): boolean {
  if (relaxedSimd === undefined) {
    relaxedSimd = WebAssembly.validate(relaxedMultiplyAdd);
    if (!relaxedSimd && runsInNode()) {
      process.getBuiltinModule('node:v8').setFlagsFromString('--experimental-wasm-relaxed-simd');
      relaxedSimd = WebAssembly.validate(relaxedMultiplyAdd);
    }
  }
  return relaxedSimd;
}

/**
 * Compiles a module in the variant that fits memory and engine, once in a process, and instantiates it.
 *
 * @param binary - The module.
 * @param memory - What it works on: own or shared.
 * @param relaxed - Whether relaxed SIMD may be used; default: where the engine has it.
 * @returns Its functions.
 */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the caller knows what the module exports
export function instantiateModule<Exports>(
  binary: WasmBinary,
  memory: WebAssembly.Memory,
  relaxed: boolean = hasRelaxedSimd(),
): Exports {
  const instance = new WebAssembly.Instance(compileModule(binary, isShared(memory), relaxed), { env: { memory } });
  return instance.exports as Exports;
}

/** The compiled module in the variant asked for; modules can be sent to worker threads. */
export function compileModule(binary: WasmBinary, shared: boolean, relaxed: boolean = hasRelaxedSimd()): WebAssembly.Module {
  const fused = relaxed && binary.relaxed !== undefined;
  const key = `${binary.name} ${shared} ${fused}`;
  const known = compiled.get(key);
  if (known) return known;
  const text = fused
    ? ((shared ? binary.relaxedShared : binary.relaxed) ?? binary.plain)
    : shared
      ? binary.plainShared
      : binary.plain;
  const module = new WebAssembly.Module(Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0)));
  compiled.set(key, module);
  return module;
}

/** Whether other threads can see a memory. Pages that aren't isolated from others don't know such memory at all. */
export function isShared(memory: WebAssembly.Memory): boolean {
  return typeof SharedArrayBuffer === 'function' && memory.buffer instanceof SharedArrayBuffer;
}

/** A module of one function, `() => f32x4.relaxed_madd(zero, zero, zero)`, section by section: type, function, code. */
// prettier-ignore
const relaxedMultiplyAdd = Uint8Array.of(
  0, 0x61, 0x73, 0x6d, 1, 0, 0, 0,
  1, 5, 1, 0x60, 0, 1, 0x7b,
  3, 2, 1, 0,
  10, 19, 1, 17, 0, 0x41, 0, 0xfd, 0x11, 0x41, 0, 0xfd, 0x11, 0x41, 0, 0xfd, 0x11, 0xfd, 0x85, 2, 0x0b,
);
