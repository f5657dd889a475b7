/**
 * @file Convolutions by our own module, as jobs that threads share: a task makes the columns of a few rows of pixels and multiplies
 * them while they are in its cache. `assembly/gemm.ts` says what the numbers of a job mean.
 */
import { filterRowGroups, outputRowGroups, type Geometry } from './convolution-geometry.js';
import { geometryNumbers, type ConvolutionEngine } from './convolution.js';
import type { ImageModule } from './image-module.js';
import { ScratchSlot, type KernelContext } from './kernel-context.js';
import { BLOCK_DEPTH, JobKind, shareOf, type WasmEngine } from './wasm-gemm.js';

/** Floats of columns that a task makes at once: half of the second-level cache. */
const COLUMN_FLOATS = 1 << 17;
/** Neighbouring taps are summed together until they have so many rows. */
const TAP_ROWS = 16;
/** Tasks of a job are counted in sixteen bits. */
const MOST_TASKS = 60_000;

/** Opens the engine. */
export function wasmConvolution(context: KernelContext, image: ImageModule, engine: WasmEngine): ConvolutionEngine {
  const { module, pool } = engine;
  return {
    correlate(x, filter, y, g, placement) {
      const n = g.outChannels;
      for (const { first, count, low, high } of outputRowGroups(g)) {
        const filterHeight = high - low;
        const k = filterHeight * g.filterWidth * g.channels;
        const depth = Math.min(BLOCK_DEPTH, k);
        const packed = engine.pack(filter + low * g.filterWidth * g.channels * n * 4, n, k, depth, false);
        const padTop = g.padTop - low * g.dilationY - first * g.strideY;
        const rows = g.pictures * count;
        const inCache = Math.max(1, Math.floor(COLUMN_FLOATS / (g.outWidth * k)));
        const size = Math.max(Math.min(inCache, shareOf(rows, pool, 1)), Math.ceil(rows / MOST_TASKS));
        const whole = { height: g.outHeight, width: g.outWidth, top: 0, left: 0, strideY: 1, strideX: 1 };
        const { height, width, top, left, strideY, strideX } = placement ?? whole;
        const scattered = placement !== undefined || count < g.outHeight;
        const numbers = [JobKind.correlate, size, x, packed, y, n, depth, rows];
        const place = [Number(scattered), height, width, top + first * strideY, left, strideY, strideX];
        const job = numbers.concat(geometryNumbers({ ...g, outHeight: count, filterHeight, padTop }), place);
        const columns = size * g.outWidth * (k + (scattered ? n : 0));
        engine.run(job, Math.ceil(rows / size), module.scratchFloats(depth) + columns);
      }
    },

    scatterProduct(dy, filter, dx, g) {
      const n = g.filterHeight * g.filterWidth * g.channels;
      const k = g.outChannels;
      const depth = Math.min(BLOCK_DEPTH, k);
      const packed = engine.pack(filter, n, k, depth, true);
      const size = Math.max(1, Math.min(g.outHeight, Math.floor(COLUMN_FLOATS / (g.outWidth * n))));
      const job = [JobKind.scatter, size, dy, packed, dx, k, depth, 0, ...geometryNumbers(g)];
      engine.run(job, g.pictures, module.scratchFloats(depth) + size * g.outWidth * n);
    },

    sumOverPixels(x, dy, dFilter, g) {
      const n = g.outChannels;
      const line = g.outWidth * n;
      const taps = tapsTogether(g);
      for (const { first, count, low, high } of filterRowGroups(g)) {
        const rows = (high - low) * g.pictures;
        let gradient = dy;
        if (high - low < g.outHeight) {
          gradient = context.scratch(ScratchSlot.phase, rows * line);
          image.gatherRows(dy, gradient, 0, g.pictures, low, high - low, g.outHeight, line);
        }
        const depth = Math.max(1, Math.floor(BLOCK_DEPTH / g.outWidth)) * g.outWidth;
        const packed = engine.pack(gradient, n, rows * g.outWidth, depth, false);
        const padTop = g.padTop - first * g.dilationY - low * g.strideY;
        const target = dFilter + first * g.filterWidth * g.channels * n * 4;
        const numbers = [JobKind.taps, taps, x, packed, target, n, depth, rows];
        const job = numbers.concat(geometryNumbers({ ...g, outHeight: high - low, filterHeight: count, padTop }));
        engine.run(job, (count * g.filterWidth) / taps, module.scratchFloats(depth) + depth * taps * g.channels);
      }
    },
  };
}

/** As many taps of a filter row as fill the rows of a product, and divide the row evenly. */
function tapsTogether({ filterWidth, channels }: Geometry): number {
  for (let taps = 1; taps < filterWidth; taps++) if (filterWidth % taps === 0 && taps * channels >= TAP_ROWS) return taps;
  return filterWidth;
}
