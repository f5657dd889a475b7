/**
 * @file What kernels on the wasm backend's heap are written against: where a tensor lies, room for results, scratch space, and the
 * stock kernel that a new one stands in front of.
 */
import type { KernelConfig, NamedAttrMap, NamedTensorInfoMap, TensorInfo } from '@tensorflow/tfjs-core';
import type * as Tf from '@tensorflow/tfjs-core';
import type { Gemm } from './gemm.js';

/** The parts of TensorFlow.js' wasm backend that kernels use; internal to it, so pinned and tested. */
export interface WasmBackend extends Tf.KernelBackend {
  wasm: {
    HEAPU8: Uint8Array;
    /** Exports of the module; `memory` is the heap that our own modules import. */
    asm: { memory: WebAssembly.Memory };
    _malloc(bytes: number): number;
    _free(pointer: number): void;
  };
  dataIdMap: { get(id: object): { memoryOffset: number; refCount: number; dtype: string } };
  makeOutput(shape: number[], dtype: Tf.DataType): TensorInfo;
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
  /** Room that keeps its place until a larger one is asked for in the same slot. Contents don't outlive a kernel. */
  scratch(slot: number, floats: number): number;
  /** Instantiates one of our modules (see `tools/build-wasm.ts`) on the backend's heap. */
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
export const ScratchSlot = { columns: 0, weights: 1, phase: 2, packedA: 3, packedB: 4, tile: 5, reduce: 6, other: 7 } as const;

/** The kernel that stands behind a new one, where there is one. */
export type StockKernel = KernelConfig | undefined;

/** Inputs and attributes in the types of TensorFlow.js. */
export type { NamedAttrMap, NamedTensorInfoMap };
