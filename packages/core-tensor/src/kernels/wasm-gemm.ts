/** @file Matrix products by our own module, on the heap of the wasm backend. */
import { gemmBinary } from './binaries/gemm.js';
import type { Gemm, GemmHeap } from './gemm.js';
import { instantiateModule } from './wasm-modules.js';

interface GemmModule {
  scratchFloats(n: number): number;
  gemm(
    ...args: [
      a: number,
      b: number,
      y: number,
      m: number,
      n: number,
      k: number,
      transposeA: boolean,
      transposeB: boolean,
      accumulate: boolean,
      scratch: number,
    ]
  ): void;
}

/**
 * Opens the product.
 *
 * @param memory - The heap.
 * @param heap - Room on it.
 * @param relaxed - Whether fused multiply-add may be used; default: where the engine has it.
 */
export function openWasmGemm(memory: WebAssembly.Memory, heap: Pick<GemmHeap, 'scratch'>, relaxed?: boolean): Gemm {
  const module = instantiateModule<GemmModule>(gemmBinary, memory, relaxed);
  return (a, b, y, { m, k, n, transposeA = false, transposeB = false, accumulate = false }) => {
    module.gemm(a, b, y, m, n, k, transposeA, transposeB, accumulate, heap.scratch(module.scratchFloats(n)));
  };
}
