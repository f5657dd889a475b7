/** @file The sizes of a two-dimensional convolution, and which parts of it only ever meet padding. */
import type * as Tf from '@tensorflow/tfjs-core';

/** Sizes of a convolution over [pictures, height, width, channels]; strides, dilations and pads by direction. */
export interface Geometry {
  pictures: number;
  height: number;
  width: number;
  channels: number;
  outHeight: number;
  outWidth: number;
  outChannels: number;
  filterHeight: number;
  filterWidth: number;
  strideY: number;
  strideX: number;
  dilationY: number;
  dilationX: number;
  padTop: number;
  padLeft: number;
}

/** Attributes of the convolution kernels of TensorFlow.js. */
export interface ConvolutionAttributes {
  strides: number | [number, number];
  pad: 'valid' | 'same' | number | Tf.backend_util.ExplicitPadding;
  dataFormat?: 'NHWC' | 'NCHW';
  dimRoundingMode?: 'floor' | 'round' | 'ceil';
  dilations?: number | [number, number];
}

/**
 * Sizes as TensorFlow.js computes them.
 *
 * @returns `undefined` where channels come first.
 */
export function geometryOf(
  tf: typeof Tf,
  inputShape: readonly number[],
  filterShape: readonly number[],
  { strides, pad, dataFormat = 'NHWC', dimRoundingMode, dilations = 1 }: ConvolutionAttributes,
  depthwise = false,
): Geometry | undefined {
  if (dataFormat !== 'NHWC') return undefined;
  const info = tf.backend_util.computeConv2DInfo(
    inputShape as [number, number, number, number],
    filterShape as [number, number, number, number],
    strides,
    dilations,
    pad,
    dimRoundingMode,
    depthwise,
  );
  return {
    pictures: info.batchSize,
    height: info.inHeight,
    width: info.inWidth,
    channels: info.inChannels,
    outHeight: info.outHeight,
    outWidth: info.outWidth,
    outChannels: info.outChannels,
    filterHeight: info.filterHeight,
    filterWidth: info.filterWidth,
    strideY: info.strideHeight,
    strideX: info.strideWidth,
    dilationY: info.dilationHeight,
    dilationX: info.dilationWidth,
    padTop: info.padInfo.top,
    padLeft: info.padInfo.left,
  };
}

/** Whether a convolution is a plain product of pixels with the filter. */
export function isPointwise(g: Geometry): boolean {
  return (
    g.filterHeight === 1 &&
    g.filterWidth === 1 &&
    g.strideY === 1 &&
    g.strideX === 1 &&
    g.outHeight === g.height &&
    g.outWidth === g.width
  );
}

/** A run of rows that all meet the same range of other rows. */
export interface RowGroup {
  first: number;
  count: number;
  /** The range [low, high) of rows of the other side. */
  low: number;
  high: number;
}

/** Less of the work than this in padding is not worth working in groups. */
const WORTH_GROUPING = 0.05;

/**
 * Output rows grouped by the filter rows that meet the picture: at the edges the others meet padding and are left out (a 5 × 5 filter
 * on 7 × 7 pixels: 17 % of the work).
 */
export function outputRowGroups({ outHeight, height, filterHeight, strideY, dilationY, padTop }: Geometry): RowGroup[] {
  return groupRows(outHeight, filterHeight, (row) => {
    const top = row * strideY - padTop;
    return [Math.ceil(-top / dilationY), Math.floor((height - 1 - top) / dilationY) + 1];
  });
}

/** Filter rows grouped by the output rows at which they meet the picture. */
export function filterRowGroups({ outHeight, height, filterHeight, strideY, dilationY, padTop }: Geometry): RowGroup[] {
  return groupRows(filterHeight, outHeight, (row) => {
    const offset = row * dilationY - padTop;
    return [Math.ceil(-offset / strideY), Math.floor((height - 1 - offset) / strideY) + 1];
  });
}

/** One group of everything where grouping saves little, or where a row meets nothing (its result must still be written). */
function groupRows(rows: number, others: number, rangeOf: (row: number) => [number, number]): RowGroup[] {
  const groups: RowGroup[] = [];
  let met = 0;
  for (let row = 0; row < rows; row++) {
    const [from, to] = rangeOf(row);
    const low = Math.min(others, Math.max(0, from));
    const high = Math.max(low, Math.min(others, to));
    met += high - low;
    const last = groups.at(-1);
    if (last && last.low === low && last.high === high) last.count++;
    else groups.push({ first: row, count: 1, low, high });
  }
  const saved = 1 - met / (rows * others);
  return saved > WORTH_GROUPING && groups.every(({ low, high }) => high > low)
    ? groups
    : [{ first: 0, count: rows, low: 0, high: others }];
}
