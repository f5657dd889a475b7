/**
 * @file Convolutions on any product: columns are made in chunks, which are read back from a cache and take little memory however large
 * the pictures are.
 */
import { filterRowGroups, outputRowGroups } from './convolution-geometry.js';
import { geometryNumbers, type ConvolutionEngine } from './convolution.js';
import type { ImageModule } from './image-module.js';
import { ScratchSlot, type KernelContext } from './kernel-context.js';

/**
 * Floats of columns made at once for a product that reads them row by row. Native products pack the filter on every call, so that chunks
 * that fit the second-level cache alone cost more than they save: measured, 4 MB are best.
 */
const COLUMN_FLOATS = 1 << 20;
/** … and for one that sums over them: each chunk reads and writes the whole result again. */
const SUMMED_COLUMN_FLOATS = 1 << 21;

/**
 * Opens the engine.
 *
 * @param context - Gives the product.
 * @param image - Our module for pictures.
 * @param threads - Threads that the product uses, each with a cache of its own: chunks are larger by as much.
 */
export function chunkedConvolution(context: KernelContext, image: ImageModule, threads: number): ConvolutionEngine {
  return {
    correlate(x, filter, y, g, placement) {
      const n = g.outChannels;
      for (const { first, count, low, high } of outputRowGroups(g)) {
        const filterHeight = high - low;
        const k = filterHeight * g.filterWidth * g.channels;
        const weights = filter + low * g.filterWidth * g.channels * n * 4;
        const padTop = g.padTop - low * g.dilationY - first * g.strideY;
        const target = placement ?? { height: g.outHeight, width: g.outWidth, top: 0, left: 0, strideY: 1, strideX: 1 };
        forChunks(g.pictures * count, (threads * COLUMN_FLOATS) / (g.outWidth * k), (from, to) => {
          const m = (to - from) * g.outWidth;
          const columns = context.scratch(ScratchSlot.columns, m * k);
          image.imageToColumns(x, columns, from, to, ...geometryNumbers({ ...g, outHeight: count, filterHeight, padTop }));
          if (!placement && count === g.outHeight) {
            context.gemm(columns, weights, y + from * g.outWidth * n * 4, { m, k, n });
            return;
          }
          const rows = context.scratch(ScratchSlot.phase, m * n);
          context.gemm(columns, weights, rows, { m, k, n });
          const { height, width, left, strideY, strideX } = target;
          const top = target.top + first * strideY;
          image.scatterRows(rows, y, from, to, count, g.outWidth, n, height, width, top, left, strideY, strideX);
        });
      }
    },

    scatterProduct(dy, filter, dx, g) {
      const n = g.filterHeight * g.filterWidth * g.channels;
      const k = g.outChannels;
      image.fillZero(dx, g.pictures * g.height * g.width * g.channels);
      forChunks(g.pictures * g.outHeight, (threads * COLUMN_FLOATS) / (g.outWidth * n), (from, to) => {
        const m = (to - from) * g.outWidth;
        const columns = context.scratch(ScratchSlot.columns, m * n);
        context.gemm(dy + from * g.outWidth * k * 4, filter, columns, { m, k, n, transposeB: true });
        image.addColumnsToImage(dx, columns, from, to, ...geometryNumbers(g));
      });
    },

    sumOverPixels(x, dy, dFilter, g) {
      const n = g.outChannels;
      const line = g.outWidth * n;
      for (const { first, count, low, high } of filterRowGroups(g)) {
        const m = count * g.filterWidth * g.channels;
        const rows = high - low;
        let gradient = dy;
        if (rows < g.outHeight) {
          gradient = context.scratch(ScratchSlot.phase, g.pictures * rows * line);
          image.gatherRows(dy, gradient, 0, g.pictures, low, rows, g.outHeight, line);
        }
        const padTop = g.padTop - first * g.dilationY - low * g.strideY;
        const target = dFilter + first * g.filterWidth * g.channels * n * 4;
        forChunks(g.pictures * rows, SUMMED_COLUMN_FLOATS / (g.outWidth * m), (from, to) => {
          const k = (to - from) * g.outWidth;
          const columns = context.scratch(ScratchSlot.columns, m * k);
          image.imageToColumns(x, columns, from, to, ...geometryNumbers({ ...g, outHeight: rows, filterHeight: count, padTop }));
          context.gemm(columns, gradient + from * line * 4, target, { m, k, n, transposeA: true, accumulate: from > 0 });
        });
      }
    },
  };
}

/** Even chunks of at most `size` (at least one) of `count`. */
function forChunks(count: number, size: number, work: (from: number, to: number) => void): void {
  const chunks = Math.ceil(count / Math.max(1, Math.floor(size)));
  for (let i = 0; i < chunks; i++) work(Math.floor((i * count) / chunks), Math.floor(((i + 1) * count) / chunks));
}
