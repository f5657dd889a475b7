/**
 * @file Convolutions of three to five taps with two to three times fewer multiplications than taps (`assembly/winograd.ts` says how).
 * A convolution with strides is one without over as many pictures of every other pixel, whose channels lie side by side; a gradient
 * by the input with strides is one whose outputs are the pixels of each remainder.
 *
 * Sums are of larger numbers than those of the direct way: errors are some 5e-6 of the size of results, where those are 3e-7.
 */
import { winogradBinary } from './binaries/winograd.js';
import type { Geometry } from './convolution-geometry.js';
import type { Convolution } from './convolution.js';
import type { ImageModule } from './image-module.js';
import { ScratchSlot, type KernelContext } from './kernel-context.js';

interface WinogradModule {
  scratchFloats(): number;
  transformPictures(kind: number, ...numbers: number[]): void;
  restorePictures(...numbers: number[]): void;
  transformFilter(back: boolean, ...numbers: number[]): void;
}

/** Convolutions in tiles, where they are less work. */
export interface WinogradConvolution extends Convolution {
  /** Whether one of the three can be done in tiles and gains by it. */
  gains(part: keyof Convolution, g: Geometry): boolean;
}

/** Transforms of pictures, as the module numbers them. */
const DATA = 0;
const EXPAND = 1;
/** Floats of transformed pictures, before and after the product, that are worked on at once: 4 MB stay in a cache, … */
const CHUNK_FLOATS = 1 << 20;
/** … and with fewer tiles than this products would spend their time on packing the filter. Both are measured. */
const FEWEST_TILES = 128;
/** Floats to which the gradient of the filter, a sum over all tiles, may grow. */
const MOST_FLOATS = 1 << 25;
/** Below this many channels transforming costs more than multiplying. */
const FEWEST_CHANNELS = 16;
/** Multiplications that transforming a number is worth, and … */
const TRANSFORM_COST = 24;
/** … that making a column of it is. */
const COLUMN_COST = 8;

/** Points, and outputs of a tile, by the number of taps. */
const tileSizes: Record<number, { points: number; outputs: number } | undefined> = {
  3: { points: 6, outputs: 4 },
  4: { points: 8, outputs: 5 },
  5: { points: 8, outputs: 4 },
};

/** How a convolution falls into tiles. */
interface Plan {
  points: number;
  outputs: number;
  taps: number;
  /** In both directions, in pixels of what is transformed. */
  stride: number;
  /** First tap's distance from its output, in strides. */
  low: [number, number];
  tiles: [number, number];
  count: number;
}

/** Opens the convolutions. */
export function openWinograd(context: KernelContext, image: ImageModule): WinogradConvolution {
  const module = context.instantiate<WinogradModule>(winogradBinary);
  const room = (): number => context.scratch(ScratchSlot.tile, module.scratchFloats());
  /** All remainders of both directions. */
  const phases = (stride: number): [number, number][] =>
    Array.from({ length: stride * stride }, (_, i) => [Math.floor(i / stride), i % stride]);

  /** Transformed pictures of every phase, side by side, of tiles [from, to). Returns their address. */
  const transform = (
    x: number,
    slot: number,
    { points, outputs, stride, low, tiles }: Plan,
    [height, width, channels]: [number, number, number],
    from: number,
    rows: number,
    count: number,
    kind: number,
  ): number => {
    const parts = phases(kind === EXPAND ? 1 : stride);
    const line = parts.length * channels;
    const planes = context.scratch(slot, points * points * rows * line);
    const taken = kind === EXPAND ? outputs : points;
    for (const [i, [y, x0]] of parts.entries()) {
      const [top, left] = kind === EXPAND ? [0, 0] : [stride * low[0] + y, stride * low[1] + x0];
      const step = kind === EXPAND ? 1 : stride;
      const place = planes + i * channels * 4;
      const grid = [from, from + count, ...tiles, outputs, height, width, channels, step, step, top, left];
      module.transformPictures(kind, points, taken, x, place, rows * line, line, ...grid, room());
    }
    // A row more than there are tiles keeps planes from lying on the same lines of a cache.
    if (rows > count) for (let i = 0; i < points * points; i++) image.fillZero(planes + (i * rows + count) * line * 4, line);
    return planes;
  };

  const filterPlanes = (
    back: boolean,
    filter: number,
    planes: number,
    plan: Plan,
    g: Geometry,
    first: (phase: number, direction: 0 | 1) => number,
    step: number,
  ): void => {
    const { points, taps } = plan;
    const weights = g.channels * g.outChannels;
    const parts = phases(g.strideY);
    for (const [i, [y, x]] of parts.entries()) {
      const at = planes + i * weights * 4;
      const size = [parts.length * weights, g.filterHeight, g.filterWidth, weights];
      module.transformFilter(back, points, taps, filter, at, ...size, first(y, 0), first(x, 1), step, step, room());
    }
  };

  const tapOf =
    (g: Geometry, { stride, low }: Plan) =>
    (phase: number, direction: 0 | 1) =>
      stride * low[direction] + phase + (direction === 0 ? g.padTop : g.padLeft);

  const convolution: Convolution = {
    forward(x, filter, y, g) {
      const plan = forwardPlan(g);
      if (!plan) throw new Error('not a convolution for tiles');
      const { points, outputs, stride, tiles, count } = plan;
      const k = stride * stride * g.channels;
      const n = g.outChannels;
      const batch = points * points;
      const weights = context.scratch(ScratchSlot.weights, batch * k * n);
      filterPlanes(false, filter, weights, plan, g, tapOf(g, plan), stride);
      forChunks(count, tilesAtOnce(batch, k, n), (from, to) => {
        const m = oddRows(to - from);
        const data = transform(x, ScratchSlot.columns, plan, [g.height, g.width, g.channels], from, m, to - from, DATA);
        const result = context.scratch(ScratchSlot.phase, batch * m * n);
        context.gemm(data, weights, result, { m, k, n, batch });
        const sizes = [from, to, ...tiles, g.outHeight, g.outWidth, n, 1, 1, 0, 0];
        module.restorePictures(points, outputs, y, result, m * n, n, ...sizes, room());
      });
    },

    inputGradient(dy, filter, dx, g) {
      const plan = inputPlan(g);
      if (!plan) throw new Error('not a convolution for tiles');
      const { points, outputs, low, tiles, count } = plan;
      const stride = g.strideY;
      const parts = phases(stride);
      const k = g.outChannels;
      const n = parts.length * g.channels;
      const batch = points * points;
      const weights = context.scratch(ScratchSlot.weights, batch * k * n);
      const first = (phase: number, direction: 0 | 1) =>
        phase + (direction === 0 ? g.padTop : g.padLeft) - stride * low[direction];
      filterPlanes(false, filter, weights, plan, g, first, -stride);
      forChunks(count, tilesAtOnce(batch, k, n), (from, to) => {
        const m = oddRows(to - from);
        const data = transform(dy, ScratchSlot.columns, plan, [g.outHeight, g.outWidth, k], from, m, to - from, DATA);
        const result = context.scratch(ScratchSlot.phase, batch * m * n);
        context.gemm(data, weights, result, { m, k, n, transposeB: true, batch });
        for (const [i, [y, x]] of parts.entries()) {
          const sizes = [from, to, ...tiles, g.height, g.width, g.channels, stride, stride, y, x];
          module.restorePictures(points, outputs, dx, result + i * g.channels * 4, m * n, n, ...sizes, room());
        }
      });
    },

    filterGradient(x, dy, dFilter, g) {
      const plan = forwardPlan(g);
      if (!plan) throw new Error('not a convolution for tiles');
      const { points, stride, count } = plan;
      const m = stride * stride * g.channels;
      const n = g.outChannels;
      const batch = points * points;
      const k = oddRows(count);
      const data = transform(x, ScratchSlot.columns, plan, [g.height, g.width, g.channels], 0, k, count, DATA);
      const gradient = transform(dy, ScratchSlot.phase, plan, [g.outHeight, g.outWidth, n], 0, k, count, EXPAND);
      const result = context.scratch(ScratchSlot.weights, batch * m * n);
      context.gemm(data, gradient, result, { m, k, n, transposeA: true, batch });
      filterPlanes(true, dFilter, result, plan, g, tapOf(g, plan), stride);
    },
  };

  return {
    ...convolution,
    gains(part, g) {
      const plan = part === 'inputGradient' ? inputPlan(g) : forwardPlan(g);
      if (!plan || !isLessWork(g, plan)) return false;
      const floats = plan.points ** 2 * (plan.count + 1) * (g.strideY ** 2 * g.channels + g.outChannels);
      return part !== 'filterGradient' || floats <= MOST_FLOATS;
    },
  };
}

/** Tiles over outputs; what is transformed are the input's pixels of each remainder by the strides. */
function forwardPlan(g: Geometry): Plan | undefined {
  const s = g.strideY;
  const range = (size: number, pad: number): [number, number] => [Math.floor(-pad / s), Math.floor((size - 1 - pad) / s)];
  const vertical = range(g.filterHeight, g.padTop);
  return planOf(g, s, vertical, range(g.filterWidth, g.padLeft), g.outHeight, g.outWidth);
}

/** Tiles over the input's pixels of each remainder; what is transformed is the gradient of the output. */
function inputPlan(g: Geometry): Plan | undefined {
  const s = g.strideY;
  const range = (size: number, pad: number): [number, number] => [Math.ceil((pad - size + 1) / s), Math.floor((s - 1 + pad) / s)];
  const vertical = range(g.filterHeight, g.padTop);
  return planOf(g, 1, vertical, range(g.filterWidth, g.padLeft), Math.ceil(g.height / s), Math.ceil(g.width / s));
}

function planOf(
  g: Geometry,
  stride: number,
  vertical: [number, number],
  horizontal: [number, number],
  height: number,
  width: number,
): Plan | undefined {
  if (g.strideY !== g.strideX || g.strideY > 2 || g.dilationY * g.dilationX > 1) return undefined;
  // Where a direction has fewer taps, those that it has not are zero.
  const taps = Math.max(3, vertical[1] - vertical[0] + 1, horizontal[1] - horizontal[0] + 1);
  const size = tileSizes[taps];
  if (!size || g.channels % 4 > 0 || g.outChannels % 4 > 0) return undefined;
  const tiles: [number, number] = [Math.ceil(height / size.outputs), Math.ceil(width / size.outputs)];
  return { ...size, taps, stride, low: [vertical[0], horizontal[0]], tiles, count: g.pictures * tiles[0] * tiles[1] };
}

function isLessWork(g: Geometry, { points, count }: Plan): boolean {
  if (Math.min(g.channels, g.outChannels) < FEWEST_CHANNELS) return false;
  const k = g.strideY ** 2 * g.channels;
  const n = g.outChannels;
  const tiled = points * points * (count * (k * n + TRANSFORM_COST * (k + n)) + TRANSFORM_COST * k * n);
  const pixels = g.pictures * g.outHeight * g.outWidth;
  const direct = pixels * g.filterHeight * g.filterWidth * g.channels * (n + COLUMN_COST);
  return tiled < direct;
}

function tilesAtOnce(batch: number, k: number, n: number): number {
  return Math.max(FEWEST_TILES, CHUNK_FLOATS / (batch * (k + n)));
}

function oddRows(count: number): number {
  return count | 1;
}

/** Even chunks of at most `size` (at least one) of `count`. */
function forChunks(count: number, size: number, work: (from: number, to: number) => void): void {
  const chunks = Math.ceil(count / Math.max(1, Math.floor(size)));
  for (let i = 0; i < chunks; i++) work(Math.floor((i * count) / chunks), Math.floor(((i + 1) * count) / chunks));
}
