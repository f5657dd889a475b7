/** @file Brightness, contrast and sharpness of a picture. */
import type { Frame } from '@filmai/core-tensor/frames';
import { lumaOf } from './luma.js';

/** How light is spread over a picture. */
export interface Light {
  /** Mean luma, 0 black … 1 white. */
  brightness: number;
  /** Standard deviation of luma, 0 (one tone) … 0.5 (half black, half white): RMS contrast after Peli (1990). */
  contrast: number;
  /** Darkest and brightest luma that matter: the 1st and 99th percentile. */
  darkest: number;
  brightest: number;
}

/**
 * Measures how light is spread over a picture.
 *
 * @param frame - Any frame.
 * @returns See `Light`.
 * @throws VisionError `BAD_FRAME`.
 * @example
 * ```ts
 * import { createFrame } from '@filmai/core-tensor/frames';
 * import { measureLight } from '@filmai/vision/composition';
 *
 * console.log(measureLight(createFrame(8, 8, { fill: [255, 255, 255, 255] }))); // { brightness: 1, contrast: 0, darkest: 1, brightest: 1 }
 * ```
 */
export function measureLight(frame: Frame): Light {
  const luma = lumaOf(frame);
  const histogram = new Uint32Array(256);
  let sum = 0;
  let squares = 0;
  for (const value of luma) {
    sum += value;
    squares += value * value;
    histogram[Math.round(value * 255)]++;
  }
  const mean = sum / luma.length;
  return {
    brightness: round(mean),
    contrast: round(Math.sqrt(Math.max(0, squares / luma.length - mean * mean))),
    darkest: percentile(histogram, luma.length, 0.01),
    brightest: percentile(histogram, luma.length, 0.99),
  };
}

/**
 * Measures how sharp a picture is: the standard deviation of its Laplacian after Pech-Pacheco et al. (2000), in luma of 0…1. It says
 * how strong the finest edges are, so compare pictures of one size.
 *
 * @param frame - At least 3×3 pixels.
 * @returns 0 for a picture without any edge; about 0.02 soft, 0.1 and more crisp.
 * @throws VisionError `BAD_FRAME`.
 * @example
 * ```ts
 * import { createFrame } from '@filmai/core-tensor/frames';
 * import { measureSharpness } from '@filmai/vision/composition';
 *
 * console.log(measureSharpness(createFrame(8, 8))); // 0
 * ```
 */
export function measureSharpness(frame: Frame): number {
  const { width, height } = frame;
  const luma = lumaOf(frame);
  if (width < 3 || height < 3) return 0;
  let sum = 0;
  let squares = 0;
  for (let y = 1; y < height - 1; y++) {
    for (let i = y * width + 1; i < (y + 1) * width - 1; i++) {
      const laplacian = luma[i - 1] + luma[i + 1] + luma[i - width] + luma[i + width] - 4 * luma[i];
      sum += laplacian;
      squares += laplacian * laplacian;
    }
  }
  const count = (width - 2) * (height - 2);
  return round(Math.sqrt(Math.max(0, squares / count - (sum / count) ** 2)));
}

function percentile(histogram: Uint32Array, total: number, share: number): number {
  let seen = 0;
  for (let bin = 0; bin < 256; bin++) {
    seen += histogram[bin];
    if (seen > total * share) return round(bin / 255);
  }
  return 1;
}

function round(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}
