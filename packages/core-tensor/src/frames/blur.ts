/** @file Blurring, and its opposite: sharpening by what a blur takes away (unsharp masking). Alpha is blurred with the colours it weighs. */
import { checkFrame, checkRange } from './frame.js';
import type { Frame } from './frame.js';
import { frameFrom, runOnArrays } from './frame-pass.js';
import type { PassDefinition, PassRunner, Rows } from './frame-pass.js';
import { resampleWith, tapsOf } from './resample.js';

/** How wide a blur is: one of both. */
export interface BlurOptions {
  /** Standard deviation of a Gaussian in pixels, 0…200. */
  sigma?: number;
  /** Half the side of a box in pixels without its middle: the mean of 2·radius + 1 pixels a side. 0…500, may be a fraction. */
  radius?: number;
}

/** How a frame is sharpened. */
export interface SharpenOptions {
  /** How much of the difference to the blurred frame is added, 0…10, default 0.8. */
  amount?: number;
  /** Standard deviation of the blur in pixels, 0…200, default 1. */
  sigma?: number;
  /** Differences below this many levels of 255 are left alone, so that grain stays as it is; default 0. */
  threshold?: number;
}

/**
 * Blurs a frame, by a Gaussian or a box. Beyond the border the last pixel goes on.
 *
 * @param frame - Is not changed.
 * @param options - See {@link BlurOptions}.
 * @returns A new frame of the same size and time.
 * @throws RangeError where neither or both of `sigma` and `radius` are given, or one is out of range.
 * @example
 * ```ts
 * import { blurFrame, createFrame } from '@filmai/core-tensor/frames';
 *
 * const soft = blurFrame(createFrame(64, 64, { fill: [9, 9, 9, 255] }), { sigma: 2.5 });
 * console.log(soft.data[0]); // 9
 * ```
 */
export function blurFrame(frame: Frame, options: BlurOptions): Frame {
  return blurWith(runOnArrays, frame, options);
}

/**
 * Sharpens a frame: adds the difference to its blurred self. Alpha stays.
 *
 * @param frame - Is not changed.
 * @param options - See {@link SharpenOptions}.
 * @returns A new frame of the same size and time.
 * @throws RangeError where an option is out of range.
 * @example
 * ```ts
 * import { createFrame, sharpenFrame } from '@filmai/core-tensor/frames';
 *
 * console.log(sharpenFrame(createFrame(8, 8, { fill: [50, 60, 70, 255] })).data[1]); // 60
 * ```
 */
export function sharpenFrame(frame: Frame, options: SharpenOptions = {}): Frame {
  return sharpenWith(runOnArrays, frame, options);
}

/** As {@link blurFrame}, on a machine of choice. */
export function blurWith(run: PassRunner, frame: Frame, { sigma, radius }: BlurOptions): Frame {
  checkFrame('blurFrame', frame);
  if ((sigma === undefined) === (radius === undefined))
    throw new RangeError(
      `blurFrame: expected either sigma (Gaussian) or radius (box), got ${sigma === undefined ? 'neither' : 'both'}`,
    );
  if (sigma !== undefined) checkRange('blurFrame', 'sigma', sigma, 0, 200);
  if (radius !== undefined) checkRange('blurFrame', 'radius', radius, 0, 500);
  const { kernel, support } = sigma === undefined ? box(radius ?? 0) : gaussian(sigma);
  const [across, down] = [frame.width, frame.height].map((size) => tapsOf(size, size, kernel, support));
  return resampleWith(run, frame, across, down);
}

/** As {@link sharpenFrame}, on a machine of choice. */
export function sharpenWith(
  run: PassRunner,
  frame: Frame,
  { amount = 0.8, sigma = 1, threshold = 0 }: SharpenOptions = {},
): Frame {
  checkFrame('sharpenFrame', frame);
  checkRange('sharpenFrame', 'amount', amount, 0, 10);
  checkRange('sharpenFrame', 'sigma', sigma, 0, 200);
  checkRange('sharpenFrame', 'threshold', threshold, 0, 255);
  const soft = blurWith(run, frame, { sigma });
  const { width, height, data } = frame;
  const pass = {
    definition: sharpenDefinition,
    inputs: [frame, soft, amount, threshold],
    width,
    height,
    loop: (out: Uint8ClampedArray) => {
      for (let i = 0; i < out.length; i++) out[i] = i % 4 === 3 ? data[i] : sharpened(data[i], soft.data[i], amount, threshold);
    },
  };
  return frameFrom(run, pass, frame.seconds);
}

function gaussian(sigma: number): { kernel: (distance: number) => number; support: number } {
  if (sigma < 0.01) return { kernel: () => 1, support: 0.25 };
  // Beyond three and a half deviations a Gaussian has less than an eighth of a level of 255 left.
  return { kernel: (distance) => Math.exp((-distance * distance) / (2 * sigma * sigma)), support: Math.ceil(3.5 * sigma) };
}

/** The outermost pixels count by the part that is covered. */
function box(radius: number): { kernel: (distance: number) => number; support: number } {
  return { kernel: (distance) => Math.min(1, Math.max(0, radius + 1 - Math.abs(distance))), support: Math.ceil(radius) + 0.25 };
}

/* The definition: see frame-pass.ts for what these functions may do. */

function sharpened(value: number, soft: number, amount: number, threshold: number): number {
  const difference = value - soft;
  if (Math.abs(difference) < threshold) {
    return value;
  }
  return value + amount * difference;
}

function sharpenValue(x: number, y: number, source: Rows, soft: Rows, amount: number, threshold: number): number {
  if (x - Math.floor(x / 4) * 4 > 2.5) {
    return source[y][x];
  }
  return sharpened(source[y][x], soft[y][x], amount, threshold);
}

export const sharpenDefinition: PassDefinition = { name: 'sharpen', value: sharpenValue, uses: [sharpened] };
