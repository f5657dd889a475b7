/**
 * @file Resizing. Kernels: triangle (bilinear), cubic convolution with a = −½ (Keys 1981), Lanczos with three lobes (Duchon 1979), the
 * area that a pixel covers, the nearest pixel. All but the nearest widen with the reduction, so that nothing is left out.
 */
import { checkFrame } from './frame.js';
import type { Frame } from './frame.js';
import { runOnArrays } from './frame-pass.js';
import type { PassRunner } from './frame-pass.js';
import { resampleWith, tapsOf } from './resample.js';
import type { Taps } from './resample.js';

/** Names of the filters, from rough to fine; `'area'` is the exact mean, right for reductions. */
export const RESIZE_FILTERS = ['nearest', 'area', 'bilinear', 'bicubic', 'lanczos'] as const;

/** One of {@link RESIZE_FILTERS}. */
export type ResizeFilter = (typeof RESIZE_FILTERS)[number];

/** The size wanted. */
export interface ResizeOptions {
  /** Pixels in a row. */
  width: number;
  /** Rows. */
  height: number;
  /** Default `'lanczos'`. */
  filter?: ResizeFilter;
}

/**
 * Resizes a frame; a transparent pixel lends no colour to its neighbours.
 *
 * @param frame - Is not changed.
 * @param options - See {@link ResizeOptions}.
 * @returns A new frame with the same time.
 * @throws RangeError where a size is not a whole number of at least 1 or the filter is unknown.
 * @example
 * ```ts
 * import { createFrame, resizeFrame } from '@filmai/core-tensor/frames';
 *
 * const small = resizeFrame(createFrame(1920, 1080), { width: 480, height: 270, filter: 'area' });
 * console.log(small.data.length); // 518400
 * ```
 */
export function resizeFrame(frame: Frame, options: ResizeOptions): Frame {
  return resizeWith(runOnArrays, frame, options);
}

/** As {@link resizeFrame}, on a machine of choice. */
export function resizeWith(run: PassRunner, frame: Frame, { width, height, filter = 'lanczos' }: ResizeOptions): Frame {
  checkFrame('resizeFrame', frame);
  for (const [name, value] of Object.entries({ width, height })) {
    if (!Number.isInteger(value) || value < 1)
      throw new RangeError(`resizeFrame: ${name} must be a whole number of at least 1, got ${value}`);
  }
  if (!RESIZE_FILTERS.includes(filter))
    throw new RangeError(`resizeFrame: filter must be one of ${RESIZE_FILTERS.join(', ')}; got '${filter}'`);
  return resampleWith(run, frame, filterTaps(frame.width, width, filter), filterTaps(frame.height, height, filter));
}

function filterTaps(from: number, to: number, filter: ResizeFilter): Taps {
  const scale = Math.max(1, from / to);
  switch (filter) {
    case 'nearest':
      return nearestTaps(from, to);
    case 'area':
      return tapsOf(from, to, (distance) => overlap(distance, from / to), from / to / 2 + 0.5);
    case 'bilinear':
      return tapsOf(from, to, (distance) => Math.max(0, 1 - Math.abs(distance / scale)), scale);
    case 'bicubic':
      return tapsOf(from, to, (distance) => cubic(Math.abs(distance / scale)), 2 * scale);
    case 'lanczos':
      return tapsOf(from, to, (distance) => lanczos(Math.abs(distance / scale)), 3 * scale);
  }
}

function nearestTaps(from: number, to: number): Taps {
  const starts = Float32Array.from({ length: to }, (_, place) => Math.min(from - 1, Math.floor(((place + 0.5) * from) / to)));
  return { count: 1, starts, weights: new Float32Array(to).fill(1) };
}

/** How much of a source pixel at a distance lies below a result pixel `width` source pixels wide. */
function overlap(distance: number, width: number): number {
  return Math.max(0, Math.min(distance + 0.5, width / 2) - Math.max(distance - 0.5, -width / 2));
}

function cubic(x: number): number {
  if (x < 1) return (1.5 * x - 2.5) * x * x + 1;
  if (x < 2) return ((-0.5 * x + 2.5) * x - 4) * x + 2;
  return 0;
}

function lanczos(x: number): number {
  if (x < 1e-9) return 1;
  if (x >= 3) return 0;
  const angle = Math.PI * x;
  return (3 * Math.sin(angle) * Math.sin(angle / 3)) / (angle * angle);
}
