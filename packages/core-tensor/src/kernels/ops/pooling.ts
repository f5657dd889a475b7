/** @file Gradients of pooling and resizing, and nearest-neighbour resizing. */
import type { TensorInfo } from '@tensorflow/tfjs-core';
import { poolBinary } from '../binaries/pool.js';
import { ScratchSlot, type KernelContext } from '../kernel-context.js';
import { isFloat } from './elementwise.js';

/** Count, height, width, channels, height and width of the result. */
type PictureSizes = [number, number, number, number, number, number];
/** The window: height, width, strides, padding above and left. */
type WindowSizes = [number, number, number, number, number, number];

interface PoolExports {
  maxPoolGradient(x: number, y: number, dy: number, dx: number, ...sizes: [...PictureSizes, ...WindowSizes]): void;
  maxPoolPick(x: number, y: number, picture: number, picked: number, ...sizes: [...PictureSizes, ...WindowSizes]): void;
  averagePoolGradient(dy: number, dx: number, ...sizes: [...PictureSizes, ...WindowSizes, number]): void;
  pickNearest(x: number, y: number, rows: number, columns: number, ...sizes: PictureSizes): void;
  addNearest(dy: number, dx: number, rows: number, columns: number, ...sizes: PictureSizes): void;
  addBilinear(dy: number, dx: number, rows: number, columns: number, ...sizes: PictureSizes): void;
}

interface PoolAttributes {
  filterSize: [number, number] | number;
  strides: [number, number] | number;
  pad: 'valid' | 'same' | number;
  dimRoundingMode?: 'floor' | 'round' | 'ceil';
}

interface ResizeAttributes {
  alignCorners?: boolean;
  halfPixelCenters?: boolean;
}

/** Puts the kernels in place. */
export function definePoolingKernels(context: KernelContext): void {
  const module = context.instantiate<PoolExports>(poolBinary);
  const sizesOf = (shape: readonly number[], attrs: unknown): [...PictureSizes, ...WindowSizes] => {
    const { filterSize, strides, pad, dimRoundingMode } = attrs as PoolAttributes;
    const info = context.tf.backend_util.computePool2DInfo(
      shape as [number, number, number, number],
      filterSize,
      strides,
      1,
      pad,
      dimRoundingMode,
    );
    const { batchSize, inHeight, inWidth, inChannels, outHeight, outWidth, padInfo } = info;
    const picture: PictureSizes = [batchSize, inHeight, inWidth, inChannels, outHeight, outWidth];
    return [...picture, info.filterHeight, info.filterWidth, info.strideHeight, info.strideWidth, padInfo.top, padInfo.left];
  };
  const maxPoolGradient = (dy: TensorInfo, input: TensorInfo, output: TensorInfo, attrs: unknown): TensorInfo | undefined => {
    if (!isFloat(context, dy) || !isFloat(context, input)) return undefined;
    const dx = context.output(input.shape);
    const [x, y, from, to] = [input, output, dy, dx].map(context.pointer);
    module.maxPoolGradient(x, y, from, to, ...sizesOf(input.shape, attrs));
    return dx;
  };
  context.define('MaxPoolGrad', ({ inputs: { dy, input, output }, attrs }) => maxPoolGradient(dy, input, output, attrs));
  // The same with what decides as attributes, through which no gradient goes.
  context.define('MaxPoolGradient', ({ inputs: { dy }, attrs }) => {
    const { input, output } = attrs as { input: TensorInfo; output: TensorInfo };
    return maxPoolGradient(dy, input, output, attrs);
  });
  // What lies in `picture` where `input` has its maxima.
  context.define('MaxPoolPick', ({ inputs: { picture }, attrs }) => {
    const { input, output } = attrs as { input: TensorInfo; output: TensorInfo };
    const picked = context.output(output.shape);
    const [x, y, from, to] = [input, output, picture, picked].map(context.pointer);
    module.maxPoolPick(x, y, from, to, ...sizesOf(input.shape, attrs));
    return picked;
  });
  // The stock kernel, and that of the cpu backend, divide by the whole window even where it sticks out of the picture.
  context.define('AvgPoolGrad', ({ inputs: { dy, input }, attrs }) => {
    if (!isFloat(context, dy)) return undefined;
    const dx = context.output(input.shape);
    module.averagePoolGradient(context.pointer(dy), context.pointer(dx), ...sizesOf(input.shape, attrs), 0);
    return dx;
  });
  context.define('ResizeNearestNeighbor', ({ inputs: { images }, attrs }) => {
    if (!isFloat(context, images)) return undefined;
    const size = attrs.size as [number, number];
    const y = context.output([images.shape[0], ...size, images.shape[3]]);
    const [rows, columns] = nearestTables(context, images.shape, size, attrs);
    module.pickNearest(context.pointer(images), context.pointer(y), rows, columns, ...pictureSizes(images.shape, size));
    return y;
  });
  context.define('ResizeNearestNeighborGrad', ({ inputs: { images, dy }, attrs }) => {
    if (!isFloat(context, dy)) return undefined;
    const size: [number, number] = [dy.shape[1], dy.shape[2]];
    const dx = context.output(images.shape);
    const [rows, columns] = nearestTables(context, images.shape, size, attrs);
    module.addNearest(context.pointer(dy), context.pointer(dx), rows, columns, ...pictureSizes(images.shape, size));
    return dx;
  });
  context.define('ResizeBilinearGrad', ({ inputs: { images, dy }, attrs }) => {
    if (!isFloat(context, dy)) return undefined;
    const size: [number, number] = [dy.shape[1], dy.shape[2]];
    const dx = context.output(images.shape);
    const [rows, columns] = bilinearTables(context, images.shape, size, attrs);
    module.addBilinear(context.pointer(dy), context.pointer(dx), rows, columns, ...pictureSizes(images.shape, size));
    return dx;
  });
}

function pictureSizes(
  [count, height, width, channels]: readonly number[],
  [outHeight, outWidth]: [number, number],
): PictureSizes {
  return [count, height, width, channels, outHeight, outWidth];
}

/** How far one step in the result leads in the picture. */
function ratio(before: number, after: number, alignCorners: boolean): number {
  return alignCorners && after > 1 ? (before - 1) / (after - 1) : before / after;
}

/** The row and the column that each of the result's is taken from, in scratch memory. */
function nearestTables(
  context: KernelContext,
  [, height, width]: readonly number[],
  [outHeight, outWidth]: [number, number],
  { alignCorners = false, halfPixelCenters = false }: ResizeAttributes,
): [number, number] {
  const rows = context.scratch(ScratchSlot.other, outHeight + outWidth);
  const table = new Int32Array(context.backend.wasm.HEAPU8.buffer, rows, outHeight + outWidth);
  const fill = (offset: number, before: number, after: number): void => {
    const step = ratio(before, after, alignCorners);
    for (let i = 0; i < after; i++) {
      const place = step * (halfPixelCenters ? i + 0.5 : i);
      table[offset + i] = Math.max(0, Math.min(before - 1, alignCorners ? Math.round(place) : Math.floor(place)));
    }
  };
  fill(0, height, outHeight);
  fill(outHeight, width, outWidth);
  return [rows, rows + outHeight * 4];
}

/** The lines before and after, and the weight of the latter, for each row and column of the result. */
function bilinearTables(
  context: KernelContext,
  [, height, width]: readonly number[],
  [outHeight, outWidth]: [number, number],
  { alignCorners = false, halfPixelCenters = false }: ResizeAttributes,
): [number, number] {
  const rows = context.scratch(ScratchSlot.other, 3 * (outHeight + outWidth));
  const { buffer } = context.backend.wasm.HEAPU8;
  const indices = new Int32Array(buffer, rows, 3 * (outHeight + outWidth));
  const weights = new Float32Array(buffer, rows, indices.length);
  const fill = (offset: number, before: number, after: number): void => {
    const step = ratio(before, after, alignCorners);
    for (let i = 0; i < after; i++) {
      const place = halfPixelCenters ? step * (i + 0.5) - 0.5 : step * i;
      const first = Math.max(0, Math.floor(place));
      indices[offset + 3 * i] = first;
      indices[offset + 3 * i + 1] = Math.min(before - 1, Math.ceil(place));
      weights[offset + 3 * i + 2] = Math.max(0, place - first);
    }
  };
  fill(0, height, outHeight);
  fill(3 * outHeight, width, outWidth);
  return [rows, rows + outHeight * 12];
}
