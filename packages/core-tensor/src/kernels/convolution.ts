/**
 * @file Convolution and its two gradients as products of matrices, on any engine. Columns are made in chunks that stay in the
 * second-level cache, so they are read back from there and take little memory however large the pictures are.
 */
import { filterRowGroups, isPointwise, outputRowGroups, type Geometry } from './convolution-geometry.js';
import type { ImageModule } from './image-module.js';
import { ScratchSlot, type KernelContext } from './kernel-context.js';

/** Floats of columns made at once for a product that reads them row by row. */
const COLUMN_FLOATS = 1 << 18;
/** … and for one that sums over them: each chunk reads and writes the whole result again. */
const SUMMED_COLUMN_FLOATS = 1 << 20;

/** Where the rows of a phase come to lie in a larger picture. */
interface Placement {
  height: number;
  width: number;
  top: number;
  left: number;
  strideY: number;
  strideX: number;
}

/** The three convolutions. All arguments are addresses. */
export interface Convolution {
  /** `y = x * filter`. */
  forward(x: number, filter: number, y: number, geometry: Geometry): void;
  /** `dx`, from the gradient of the output. */
  inputGradient(dy: number, filter: number, dx: number, geometry: Geometry): void;
  /** `dFilter`, from the gradient of the output. */
  filterGradient(x: number, dy: number, dFilter: number, geometry: Geometry): void;
}

/** Opens the convolutions of a context. */
export function openConvolution(context: KernelContext, image: ImageModule): Convolution {
  return {
    forward(x, filter, y, g) {
      if (isPointwise(g)) {
        context.gemm(x, filter, y, { m: g.pictures * g.height * g.width, k: g.channels, n: g.outChannels });
      } else correlate(context, image, x, filter, y, g);
    },
    inputGradient(dy, filter, dx, g) {
      if (isPointwise(g)) {
        context.gemm(dy, filter, dx, { m: g.pictures * g.height * g.width, k: g.outChannels, n: g.channels, transposeB: true });
      } else if (
        g.channels * 4 < g.outChannels ||
        g.filterHeight < g.strideY ||
        g.filterWidth < g.strideX ||
        isStridedAndDilated(g)
      ) {
        scatterProduct(context, image, dy, filter, dx, g);
      } else gatherPhases(context, image, dy, filter, dx, g);
    },
    filterGradient(x, dy, dFilter, g) {
      if (isPointwise(g)) {
        context.gemm(x, dy, dFilter, { m: g.channels, k: g.pictures * g.height * g.width, n: g.outChannels, transposeA: true });
      } else sumOverPixels(context, image, x, dy, dFilter, g);
    },
  };
}

function isStridedAndDilated(g: Geometry): boolean {
  return g.strideY * g.strideX > 1 && g.dilationY * g.dilationX > 1;
}

/** Every output pixel is the product of the pixels under the filter with the filter. */
function correlate(
  context: KernelContext,
  image: ImageModule,
  x: number,
  filter: number,
  y: number,
  g: Geometry,
  placement?: Placement,
): void {
  const n = g.outChannels;
  for (const { first, count, low, high } of outputRowGroups(g)) {
    const filterHeight = high - low;
    const k = filterHeight * g.filterWidth * g.channels;
    const weights = filter + low * g.filterWidth * g.channels * n * 4;
    const padTop = g.padTop - low * g.dilationY - first * g.strideY;
    const direct = !placement && count === g.outHeight;
    const target = placement ?? { height: g.outHeight, width: g.outWidth, top: 0, left: 0, strideY: 1, strideX: 1 };
    forChunks(g.pictures * count, COLUMN_FLOATS / (g.outWidth * k), (from, to) => {
      const m = (to - from) * g.outWidth;
      const columns = context.scratch(ScratchSlot.columns, m * k);
      image.imageToColumns(x, columns, from, to, ...sizes({ ...g, outHeight: count, filterHeight, padTop }));
      if (direct) {
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
}

/** Few input channels: a product per output pixel, added to the pixels that it came from. */
function scatterProduct(context: KernelContext, image: ImageModule, dy: number, filter: number, dx: number, g: Geometry): void {
  const n = g.filterHeight * g.filterWidth * g.channels;
  const k = g.outChannels;
  image.fillZero(dx, g.pictures * g.height * g.width * g.channels);
  forChunks(g.pictures * g.outHeight, COLUMN_FLOATS / (g.outWidth * n), (from, to) => {
    const m = (to - from) * g.outWidth;
    const columns = context.scratch(ScratchSlot.columns, m * n);
    context.gemm(dy + from * g.outWidth * k * 4, filter, columns, { m, k, n, transposeB: true });
    image.addColumnsToImage(dx, columns, from, to, ...sizes(g));
  });
}

/**
 * Every stride phase of the input gradient (the pixels of equal remainder by the strides) is a convolution of stride one over `dy`
 * with the taps that meet it, flipped and transposed: no product with the zeros that a transposed convolution is often padded with.
 */
function gatherPhases(context: KernelContext, image: ImageModule, dy: number, filter: number, dx: number, g: Geometry): void {
  for (let phaseY = 0; phaseY < g.strideY; phaseY++) {
    const vertical = phaseOf(phaseY, g.height, g.filterHeight, g.strideY, g.padTop);
    for (let phaseX = 0; phaseX < g.strideX; phaseX++) {
      const horizontal = phaseOf(phaseX, g.width, g.filterWidth, g.strideX, g.padLeft);
      if (vertical.count <= 0 || horizontal.count <= 0) continue;
      const taps = vertical.taps * horizontal.taps;
      const weights = context.scratch(ScratchSlot.weights, taps * g.channels * g.outChannels);
      image.phaseFilter(
        filter,
        weights,
        g.filterWidth,
        g.channels,
        g.outChannels,
        phaseY,
        phaseX,
        g.strideY,
        g.strideX,
        vertical.taps,
        horizontal.taps,
      );
      const phase: Geometry = {
        pictures: g.pictures,
        height: g.outHeight,
        width: g.outWidth,
        channels: g.outChannels,
        outHeight: vertical.count,
        outWidth: horizontal.count,
        outChannels: g.channels,
        filterHeight: vertical.taps,
        filterWidth: horizontal.taps,
        strideY: 1,
        strideX: 1,
        dilationY: g.dilationY,
        dilationX: g.dilationX,
        padTop: (vertical.taps - 1) * g.dilationY - vertical.shift,
        padLeft: (horizontal.taps - 1) * g.dilationX - horizontal.shift,
      };
      const { height, width, strideY, strideX } = g;
      const whole = strideY === 1 && strideX === 1;
      const placement = { height, width, top: vertical.start, left: horizontal.start, strideY, strideX };
      correlate(context, image, dy, weights, dx, phase, whole ? undefined : placement);
    }
  }
}

/** In one direction: where a phase starts, how many pixels and taps it has, and by how much its first pixel lies inside `dy`. */
function phaseOf(
  phase: number,
  size: number,
  filterSize: number,
  stride: number,
  pad: number,
): { start: number; count: number; taps: number; shift: number } {
  const start = (((phase - pad) % stride) + stride) % stride;
  return {
    start,
    count: Math.ceil((size - start) / stride),
    taps: Math.ceil((filterSize - phase) / stride),
    shift: (start + pad - phase) / stride,
  };
}

/** The filter's gradient: columns, transposed, times the gradient of the output, summed over chunks. */
function sumOverPixels(context: KernelContext, image: ImageModule, x: number, dy: number, dFilter: number, g: Geometry): void {
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
      image.imageToColumns(x, columns, from, to, ...sizes({ ...g, outHeight: rows, filterHeight: count, padTop }));
      context.gemm(columns, gradient + from * line * 4, target, { m, k, n, transposeA: true, accumulate: from > 0 });
    });
  }
}

/** Even chunks of at most `size` (at least one) of `count`. */
function forChunks(count: number, size: number, work: (from: number, to: number) => void): void {
  const chunks = Math.ceil(count / Math.max(1, Math.floor(size)));
  for (let i = 0; i < chunks; i++) work(Math.floor((i * count) / chunks), Math.floor(((i + 1) * count) / chunks));
}

type Sizes = [number, number, number, number, number, number, number, number, number, number, number, number, number];

function sizes(g: Geometry): Sizes {
  return [
    ...([g.height, g.width, g.channels, g.outHeight, g.outWidth, g.filterHeight, g.filterWidth] as const),
    ...([g.strideY, g.strideX, g.dilationY, g.dilationX, g.padTop, g.padLeft] as const),
  ];
}
