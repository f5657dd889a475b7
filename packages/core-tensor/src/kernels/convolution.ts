/**
 * @file Convolution and its two gradients as products of matrices. What is done here holds for any engine: which of the ways to write
 * a gradient as products has the least work. The engines multiply.
 */
import { isPointwise, type Geometry } from './convolution-geometry.js';
import type { ImageModule } from './image-module.js';
import { ScratchSlot, type KernelContext } from './kernel-context.js';
import { openWinograd } from './winograd-convolution.js';

/** Where the rows of a phase come to lie in a larger picture. */
export interface Placement {
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

/** The products that the three come down to. */
export interface ConvolutionEngine {
  /** Every output pixel is the product of the pixels under the filter with the filter; its rows may lie apart in a larger picture. */
  correlate(x: number, filter: number, y: number, geometry: Geometry, placement?: Placement): void;
  /** Every pixel of `dy` times the filter, added to the pixels that it came from. */
  scatterProduct(dy: number, filter: number, dx: number, geometry: Geometry): void;
  /** The pixels under each tap, transposed, times the gradient of the output, summed over all pixels. */
  sumOverPixels(x: number, dy: number, dFilter: number, geometry: Geometry): void;
}

/**
 * Opens the convolutions of a context.
 *
 * @param context - Gives the product for filters of one pixel.
 * @param image - Our module for pictures.
 * @param engine - The engine now; may change between calls.
 */
export function openConvolution(context: KernelContext, image: ImageModule, engine: () => ConvolutionEngine): Convolution {
  const inTiles = openWinograd(context, image);
  return {
    forward(x, filter, y, g) {
      if (isPointwise(g)) context.gemm(x, filter, y, { m: g.pictures * g.height * g.width, k: g.channels, n: g.outChannels });
      else if (inTiles.gains('forward', g)) inTiles.forward(x, filter, y, g);
      else engine().correlate(x, filter, y, g);
    },
    inputGradient(dy, filter, dx, g) {
      if (isPointwise(g)) {
        context.gemm(dy, filter, dx, { m: g.pictures * g.height * g.width, k: g.outChannels, n: g.channels, transposeB: true });
      } else if (inTiles.gains('inputGradient', g)) inTiles.inputGradient(dy, filter, dx, g);
      else if (hasFewChannels(g) || hasEmptyPhases(g) || isStridedAndDilated(g)) engine().scatterProduct(dy, filter, dx, g);
      else correlatePhases(context, image, engine(), dy, filter, dx, g);
    },
    filterGradient(x, dy, dFilter, g) {
      if (isPointwise(g)) {
        context.gemm(x, dy, dFilter, { m: g.channels, k: g.pictures * g.height * g.width, n: g.outChannels, transposeA: true });
      } else if (inTiles.gains('filterGradient', g)) inTiles.filterGradient(x, dy, dFilter, g);
      else engine().sumOverPixels(x, dy, dFilter, g);
    },
  };
}

/** The product per phase would have so few columns that scattering is less work. */
function hasFewChannels(g: Geometry): boolean {
  return g.channels * 4 < g.outChannels;
}

/** Pixels that no tap meets, whose gradient is zero. */
function hasEmptyPhases(g: Geometry): boolean {
  return g.filterHeight < g.strideY || g.filterWidth < g.strideX;
}

function isStridedAndDilated(g: Geometry): boolean {
  return g.strideY * g.strideX > 1 && g.dilationY * g.dilationX > 1;
}

/**
 * Every stride phase of the input gradient (the pixels of equal remainder by the strides) is a convolution of stride one over `dy`
 * with the taps that meet it, flipped and transposed: no product with the zeros that a transposed convolution is often padded with.
 */
function correlatePhases(
  context: KernelContext,
  image: ImageModule,
  engine: ConvolutionEngine,
  dy: number,
  filter: number,
  dx: number,
  g: Geometry,
): void {
  const { height, width, strideY, strideX } = g;
  for (let phaseY = 0; phaseY < strideY; phaseY++) {
    const vertical = phaseOf(phaseY, height, g.filterHeight, strideY, g.padTop);
    for (let phaseX = 0; phaseX < strideX; phaseX++) {
      const horizontal = phaseOf(phaseX, width, g.filterWidth, strideX, g.padLeft);
      if (vertical.count <= 0 || horizontal.count <= 0) continue;
      const weights = context.scratch(ScratchSlot.weights, vertical.taps * horizontal.taps * g.channels * g.outChannels);
      const ofFilter = [g.filterWidth, g.channels, g.outChannels];
      const ofPhase = [phaseY, phaseX, strideY, strideX, vertical.taps, horizontal.taps];
      image.phaseFilter(filter, weights, ...ofFilter, ...ofPhase);
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
      const placement = { height, width, top: vertical.start, left: horizontal.start, strideY, strideX };
      engine.correlate(dy, weights, dx, phase, strideY * strideX === 1 ? undefined : placement);
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

/** Sizes in the order in which our modules take them. */
export function geometryNumbers(g: Geometry): number[] {
  const sizes = [g.height, g.width, g.channels, g.outHeight, g.outWidth, g.filterHeight, g.filterWidth];
  return sizes.concat(g.strideY, g.strideX, g.dilationY, g.dilationX, g.padTop, g.padLeft);
}
