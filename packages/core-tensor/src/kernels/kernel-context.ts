/**
 * @file What kernels on the wasm backend's heap are written against: where a tensor lies, room for results, scratch space, and the
 * stock kernel that a new one stands in front of.
 */
import type { KernelConfig, TensorInfo } from '@tensorflow/tfjs-core';
import type * as Tf from '@tensorflow/tfjs-core';
import type { Gemm } from './gemm.js';
import { instantiateModule } from './wasm-modules.js';

/** The parts of TensorFlow.js' wasm backend that kernels use; internal to it, so pinned and tested. */
export interface WasmBackend extends Tf.KernelBackend {
  wasm: {
    HEAPU8: Uint8Array;
    /** Exports of the module. Its build for one thread brings the heap, its build for several gets it as `wasmMemory`. */
    asm: { memory?: WebAssembly.Memory };
    wasmMemory?: WebAssembly.Memory;
    /** What the native side knows of tensors. */
    tfjs: { disposeData(id: number): void; registerTensor(id: number, size: number, pointer: number): void };
    _malloc(bytes: number): number;
    _free(pointer: number): void;
  };
  dataIdMap: { get(id: object): { id: number; memoryOffset: number; refCount: number; dtype: string } };
  makeOutput(shape: readonly number[], dtype: Tf.DataType): TensorInfo;
  incRef(dataId: object): void;
  refCount(dataId: object): number;
  disposeData(dataId: object, force?: boolean): boolean;
}

/** What a kernel is called with. */
export interface KernelCall {
  inputs: Record<string, TensorInfo>;
  attrs: Record<string, unknown>;
}

/** Computes results, or returns `undefined` to leave the call to the kernel that was there before. */
export type KernelBody = (call: KernelCall) => TensorInfo | TensorInfo[] | undefined;

/** The backend as seen by a set of kernels. */
export interface KernelContext {
  tf: typeof Tf;
  backend: WasmBackend;
  gemm: Gemm;
  /** Address of a tensor's first element, in bytes. */
  pointer(tensor: TensorInfo): number;
  /** A view of floats. Take it after every allocation: a growing heap detaches older views. */
  floats(pointer: number, count: number): Float32Array;
  /** A new tensor whose elements are not yet set. */
  output(shape: readonly number[], dtype?: Tf.DataType): TensorInfo;
  /**
   * Says that a tensor's values were changed in place. Stock kernels keep filters in a packed form by the tensor's number; these are
   * dropped.
   */
  changed(tensor: TensorInfo): void;
  /** Room that keeps its place until a larger one is asked for in the same slot. Contents don't outlive a kernel. */
  scratch(slot: number, floats: number): number;
  /** Instantiates one of our modules (see `tools/build-wasm.ts`) on the backend's heap. */
  // oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the caller knows what the module exports
  instantiate<Exports>(binary: WasmBinary): Exports;
  /** Puts a kernel in front of the stock one, or in a place where there is none. */
  define(name: string, body: KernelBody): void;
  /** Puts a gradient in place for this backend; on others the stock one stays. */
  defineGradient(config: Tf.GradConfig): void;
}

/** One of our modules, compiled from AssemblyScript: with and without fused multiply-add, for own and for shared memory. */
export interface WasmBinary {
  name: string;
  /** Base64. `relaxed` uses relaxed SIMD. */
  plain: string;
  relaxed?: string;
  plainShared: string;
  relaxedShared?: string;
}

/** Slots of `scratch`, so that no two uses meet. */
export const ScratchSlot = {
  columns: 0,
  weights: 1,
  phase: 2,
  packedA: 3,
  packedB: 4,
  tile: 5,
  reduce: 6,
  other: 7,
  job: 8,
  threads: 9,
} as const;

/** The kernel that stands behind a new one, where there is one. */
export type StockKernel = KernelConfig | undefined;

/** A context, and the names of what was defined through it. */
export interface OwnedKernelContext extends KernelContext {
  defined: ReadonlySet<string>;
}

/** Name under which TensorFlow.js knows the backend. */
export const backendName = 'wasm';

/**
 * Makes the context of a running wasm backend.
 *
 * @param tf - TensorFlow.js with the wasm backend started.
 * @param gemm - The product that kernels use.
 */
export function createKernelContext(tf: typeof Tf, gemm: Gemm): OwnedKernelContext {
  const backend = tf.findBackend(backendName) as WasmBackend;
  const defined = new Set<string>();
  const slots = new Map<number, { pointer: number; floats: number }>();
  return {
    tf,
    backend,
    gemm,
    defined,
    pointer: (tensor) => backend.dataIdMap.get(tensor.dataId).memoryOffset,
    floats: (pointer, count) => new Float32Array(backend.wasm.HEAPU8.buffer, pointer, count),
    output: (shape, dtype = 'float32') => backend.makeOutput(shape, dtype),
    changed(tensor) {
      const { id, memoryOffset } = backend.dataIdMap.get(tensor.dataId);
      backend.wasm.tfjs.disposeData(id);
      backend.wasm.tfjs.registerTensor(id, tf.util.sizeFromShape(tensor.shape), memoryOffset);
    },
    scratch(slot, floats) {
      const room = slots.get(slot);
      if (room && room.floats >= floats) return room.pointer;
      if (room) backend.wasm._free(room.pointer);
      const pointer = allocate(backend, floats);
      slots.set(slot, { pointer, floats });
      return pointer;
    },
    instantiate: (binary) => instantiateModule(binary, heapMemory(backend)),
    define(name, body) {
      defineKernel(tf, name, body);
      defined.add(name);
    },
    defineGradient: (config) => defineGuardedGradient(tf, config),
  };
}

/** The heap, which our own modules import. */
export function heapMemory({ wasm }: WasmBackend): WebAssembly.Memory {
  const memory = wasm.wasmMemory ?? wasm.asm.memory;
  if (!memory) throw new Error('this version of @tensorflow/tfjs-backend-wasm keeps its memory elsewhere');
  return memory;
}

/** Room on the backend's heap. */
function allocate(backend: WasmBackend, floats: number): number {
  const pointer = backend.wasm._malloc(floats * 4) >>> 0;
  if (pointer === 0) throw new RangeError(`the wasm heap has no room for ${floats * 4} bytes of scratch memory`);
  return pointer;
}

function defineKernel(tf: typeof Tf, name: string, body: KernelBody): void {
  const stock: StockKernel = tf.getKernel(name, backendName);
  const kernelFunc: Tf.KernelFunc = (call) => {
    const result = body({ inputs: call.inputs as KernelCall['inputs'], attrs: call.attrs as KernelCall['attrs'] });
    if (result !== undefined) return result;
    if (stock) return stock.kernelFunc(call);
    const shapes = Object.entries(call.inputs).map(([key, tensor]) => `${key} ${tensor?.dtype} [${String(tensor?.shape)}]`);
    throw new TypeError(`${name} on the wasm backend can't take ${shapes.join(', ')}`);
  };
  if (stock) tf.unregisterKernel(name, backendName);
  tf.registerKernel({ ...stock, kernelName: name, backendName, kernelFunc });
}

/**
 * Gradients are registered for all backends at once. So one that is there already is kept for the others: what either needs is
 * saved, and each is given what it asked for, in its order.
 */
function defineGuardedGradient(tf: typeof Tf, config: Tf.GradConfig): void {
  const stock = tf.getGradient(config.kernelName);
  if (!stock) {
    tf.registerGradient(config);
    return;
  }
  if (Boolean(stock.saveAllInputs) !== Boolean(config.saveAllInputs))
    throw new Error(
      `the gradient of ${config.kernelName} must save all inputs, as the one it replaces does, or name them as that does`,
    );
  const inputsToSave = [...new Set([...(stock.inputsToSave ?? []), ...(config.inputsToSave ?? [])])];
  const outputs = Math.max(stock.outputsToSave?.length ?? 0, config.outputsToSave?.length ?? 0);
  const outputsToSave = Array.from(
    { length: outputs },
    (_, i) => Boolean(stock.outputsToSave?.[i]) || Boolean(config.outputsToSave?.[i]),
  );
  const savedOutputs = outputsToSave.flatMap((saved, i) => (saved ? [i] : []));
  const pick = (one: Tf.GradConfig, saved: Tf.Tensor[]): Tf.Tensor[] => {
    const inputCount = saved.length - savedOutputs.length;
    const inputs = one.saveAllInputs
      ? saved.slice(0, inputCount)
      : (one.inputsToSave ?? []).map((name) => saved[inputsToSave.indexOf(name)]);
    const kept = savedOutputs.flatMap((output, i) => (one.outputsToSave?.[output] ? [saved[inputCount + i]] : []));
    return [...inputs, ...kept];
  };
  tf.unregisterGradient(config.kernelName);
  tf.registerGradient({
    kernelName: config.kernelName,
    inputsToSave,
    outputsToSave,
    ...(config.saveAllInputs ? { saveAllInputs: true } : {}),
    gradFunc: (dy, saved, attrs) => {
      const one = tf.getBackend() === backendName ? config : stock;
      return one.gradFunc(dy, pick(one, saved), attrs);
    },
  });
}
