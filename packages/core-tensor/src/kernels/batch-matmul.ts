/** @file Matrix products of tensors: the kernel BatchMatMul on any engine. */
import type { KernelContext } from './kernel-context.js';

/** Puts the kernel in place. */
export function defineMatMulKernels(context: KernelContext): void {
  const { tf } = context;
  context.define('BatchMatMul', ({ inputs: { a, b }, attrs }) => {
    const { transposeA, transposeB } = attrs as { transposeA: boolean; transposeB: boolean };
    const batch = a.shape.slice(0, -2);
    if (a.dtype !== 'float32' || b.dtype !== 'float32' || batch.join() !== b.shape.slice(0, -2).join()) return undefined;
    const [m, k] = transposeA ? a.shape.slice(-2).toReversed() : a.shape.slice(-2);
    const [inner, n] = transposeB ? b.shape.slice(-2).toReversed() : b.shape.slice(-2);
    if (inner !== k || m * k * n === 0) return undefined;
    const output = context.output([...batch, m, n]);
    const [left, right, result] = [context.pointer(a), context.pointer(b), context.pointer(output)];
    for (let i = 0; i < tf.util.sizeFromShape(batch); i++)
      context.gemm(left + i * m * k * 4, right + i * k * n * 4, result + i * m * n * 4, { m, k, n, transposeA, transposeB });
    return output;
  });
}
