/**
 * @file The wasm backend's matrix product, replaced by ONNX Runtime's on the same heap. Shapes that broadcast, other types
 * than float32 and products too small to be worth the call stay with the stock kernel.
 */
import type { KernelConfig, KernelFunc, TensorInfo } from '@tensorflow/tfjs-core';
import type * as Tf from '@tensorflow/tfjs-core';
import type { Gemm } from './onnx-gemm.js';

/** Below this many multiplications the call into the native runtime costs more than it saves. */
const WORTH_THE_CALL = 65_536;

interface WasmBackend {
  wasm: { HEAPU8: Uint8Array };
  dataIdMap: { get(id: object): { memoryOffset: number } };
  makeOutput(shape: number[], dtype: 'float32'): TensorInfo;
}

/**
 * Puts the product in place for the backend called `wasm`.
 *
 * @param tf - `@tensorflow/tfjs-core`, with the wasm backend active.
 * @param gemm - What `openOnnxGemm` returned.
 */
export function useOnnxProduct(tf: typeof Tf, gemm: Gemm): void {
  const stock: KernelConfig | undefined = tf.getKernel('BatchMatMul', 'wasm');
  if (!stock) throw new Error('the wasm backend has no BatchMatMul kernel');
  const kernelFunc: KernelFunc = (args) => {
    const { a, b } = args.inputs as unknown as { a: TensorInfo; b: TensorInfo };
    const { transposeA, transposeB } = args.attrs as unknown as { transposeA: boolean; transposeB: boolean };
    const batch = a.shape.slice(0, -2);
    const [rows, columns] = a.shape.slice(-2);
    const m = transposeA ? columns : rows;
    const k = transposeA ? rows : columns;
    const n = b.shape[b.shape.length - (transposeB ? 2 : 1)];
    const plain = a.dtype === 'float32' && b.dtype === 'float32' && batch.join() === b.shape.slice(0, -2).join();
    if (!plain || m * k * n < WORTH_THE_CALL || k !== b.shape[b.shape.length - (transposeB ? 1 : 2)])
      return stock.kernelFunc(args);
    const backend = tf.backend() as unknown as WasmBackend;
    // The output is allocated first: growing the heap would detach views taken before.
    const output = backend.makeOutput([...batch, m, n], 'float32');
    const view = (tensor: TensorInfo, index: number, size: number): Float32Array =>
      new Float32Array(backend.wasm.HEAPU8.buffer, backend.dataIdMap.get(tensor.dataId).memoryOffset + index * size * 4, size);
    for (let i = 0; i < batch.reduce((product, size) => product * size, 1); i++) {
      gemm(view(a, i, m * k), view(b, i, k * n), view(output, i, m * n), { m, k, n, transposeA, transposeB });
    }
    return output;
  };
  tf.unregisterKernel('BatchMatMul', 'wasm');
  tf.registerKernel({ ...stock, kernelFunc });
}
