/** @file Gathering: slices of a tensor along an axis, by their places. */
import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { KernelContext } from '../kernel-context.js';
import { sizeOf } from './elementwise.js';

/** Shorter slices are copied element by element: a call that moves bytes costs as much as some sixteen of these. */
const SHORT = 16;

/** Puts the kernel in place. */
export function defineGatherKernel(context: KernelContext): void {
  context.define('GatherV2', ({ inputs: { x, indices }, attrs }) => {
    const { axis, batchDims } = attrs as { axis: number; batchDims: number };
    const isPlain = (x.dtype === 'float32' || x.dtype === 'int32') && context.backend.dataIdMap.get(x.dataId).dtype === x.dtype;
    if (!isPlain || indices.dtype !== 'int32' || batchDims !== 0 || sizeOf(x.shape) * sizeOf(indices.shape) === 0)
      return undefined;
    return gather(context, x, indices, axis < 0 ? axis + x.shape.length : axis);
  });
}

function gather(context: KernelContext, x: TensorInfo, indices: TensorInfo, axis: number): TensorInfo {
  const length = x.shape[axis];
  const [outer, slice] = [sizeOf(x.shape.slice(0, axis)), sizeOf(x.shape.slice(axis + 1))];
  const count = sizeOf(indices.shape);
  const y = context.output([...x.shape.slice(0, axis), ...indices.shape, ...x.shape.slice(axis + 1)], x.dtype);
  const { buffer } = context.backend.wasm.HEAPU8;
  const places = new Int32Array(buffer, context.pointer(indices), count);
  const from = new Uint32Array(buffer, context.pointer(x), outer * length * slice);
  const to = new Uint32Array(buffer, context.pointer(y), outer * count * slice);
  const strayed = places.find((place) => place < 0 || place >= length);
  if (strayed !== undefined) {
    context.backend.disposeData(y.dataId);
    throw new RangeError(`GatherV2: the index ${strayed} is not in [0, ${length - 1}], the places along axis ${axis}`);
  }
  for (let block = 0, at = 0; block < outer; block++) {
    for (let i = 0; i < count; i++, at += slice) {
      const start = (block * length + places[i]) * slice;
      if (slice < SHORT) for (let j = 0; j < slice; j++) to[at + j] = from[start + j];
      else to.set(from.subarray(start, start + slice), at);
    }
  }
  return y;
}
