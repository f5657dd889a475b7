/** @file Matrix products of tensors, with broadcast batches, bias and activation: BatchMatMul and _FusedMatMul on any engine. */
import type { TensorInfo } from '@tensorflow/tfjs-core';
import { addBiasInPlace, isFusable } from './bias-activation.js';
import type { ImageModule } from './image-module.js';
import type { KernelContext } from './kernel-context.js';

interface Transpositions {
  transposeA?: boolean;
  transposeB?: boolean;
}

/** Puts the kernels in place. */
export function defineMatMulKernels(context: KernelContext, image: ImageModule): void {
  context.define('BatchMatMul', ({ inputs: { a, b }, attrs }) => multiply(context, a, b, attrs));

  context.define('_FusedMatMul', ({ inputs: { a, b, bias }, attrs }) => {
    const { transposeB } = attrs as Transpositions;
    if (!isFusable(bias, b.shape[b.shape.length - (transposeB ? 2 : 1)], attrs)) return undefined;
    const y = multiply(context, a, b, attrs);
    if (y) addBiasInPlace(context, image, y, bias, attrs);
    return y;
  });
}

function multiply(
  context: KernelContext,
  a: TensorInfo,
  b: TensorInfo,
  { transposeA = false, transposeB = false }: Transpositions,
): TensorInfo | undefined {
  const { tf, pointer, gemm } = context;
  const [rowsA, columnsA] = a.shape.slice(-2);
  const [rowsB, columnsB] = b.shape.slice(-2);
  const [m, k] = transposeA ? [columnsA, rowsA] : [rowsA, columnsA];
  const [inner, n] = transposeB ? [columnsB, rowsB] : [rowsB, columnsB];
  if (a.dtype !== 'float32' || b.dtype !== 'float32' || inner !== k || m * k * n === 0) return undefined;
  const batchA = a.shape.slice(0, -2);
  const batchB = b.shape.slice(0, -2);
  const batch = tf.broadcast_util.assertAndGetBroadcastShape(batchA, batchB);
  const count = tf.util.sizeFromShape(batch);
  const y = context.output([...batch, m, n]);
  const [left, right, result] = [pointer(a), pointer(b), pointer(y)];
  if (tf.util.sizeFromShape(batchB) === 1 && !transposeA) {
    // One right factor for all: the batches are more rows.
    gemm(left, right, result, { m: m * count, k, n, transposeB });
    return y;
  }
  if (tf.util.sizeFromShape(batchA) === count && tf.util.sizeFromShape(batchB) === count) {
    gemm(left, right, result, { m, k, n, transposeA, transposeB, batch: count });
    return y;
  }
  const [placeA, placeB] = [batchA, batchB].map((shape) => placesOf(shape, batch));
  for (let i = 0; i < count; i++) {
    const [from, times, to] = [left + placeA(i) * m * k * 4, right + placeB(i) * k * n * 4, result + i * m * n * 4];
    gemm(from, times, to, { m, k, n, transposeA, transposeB });
  }
  return y;
}

/** Which matrix of a batch of shape `from` stands at index `i` of the batch that it is broadcast to. */
function placesOf(from: readonly number[], to: readonly number[]): (i: number) => number {
  const missing = to.length - from.length;
  return (i) => {
    let place = 0;
    let stride = 1;
    for (let axis = to.length - 1; axis >= missing; axis--) {
      const size = from[axis - missing];
      if (size > 1) place += (i % to[axis]) * stride;
      stride *= size;
      i = Math.floor(i / to[axis]);
    }
    return place;
  };
}
