/**
 * @file Weighted sums along rows and columns: what resizing and blurring have in common. Each place of the result has a first pixel and
 * a row of weights; colours are weighed by alpha, so that clear pixels lend none of theirs. Beyond the border the last pixel goes on.
 */
import { floatsFrom, frameFrom } from './frame-pass.js';
import type { FloatPicture, Pass, PassDefinition, PassRunner, Rows } from './frame-pass.js';
import type { Frame } from './frame.js';

/** For each place of the result the first source pixel and `count` weights, which sum to 1. */
export interface Taps {
  count: number;
  starts: Float32Array;
  weights: Float32Array;
}

/**
 * Weights from a continuous kernel.
 *
 * @param from - Pixels of the source.
 * @param to - Pixels of the result.
 * @param kernel - Weight at a distance, in source pixels.
 * @param support - Distance beyond which the kernel is zero.
 */
export function tapsOf(from: number, to: number, kernel: (distance: number) => number, support: number): Taps {
  const scale = from / to;
  const count = Math.min(from, Math.floor(support * 2 + 2e-9) + 1);
  const starts = new Float32Array(to);
  const weights = new Float32Array(to * count);
  for (let place = 0; place < to; place++) {
    // Pixel centres are at halves.
    const centre = (place + 0.5) * scale - 0.5;
    const low = Math.ceil(centre - support - 1e-9);
    const high = Math.floor(centre + support + 1e-9);
    const start = Math.min(Math.max(0, low), from - count);
    starts[place] = start;
    let sum = 0;
    for (let i = low; i <= high; i++) {
      const weight = kernel(i - centre);
      weights[place * count + Math.min(Math.max(i, 0), from - 1) - start] += weight;
      sum += weight;
    }
    for (let k = 0; k < count; k++) weights[place * count + k] /= sum;
  }
  return { count, starts, weights };
}

/** Weighs columns, then rows. */
export function resampleWith(run: PassRunner, frame: Frame, across: Taps, down: Taps): Frame {
  const between = floatsFrom(run, acrossPass(frame, across));
  return frameFrom(run, downPass(between, down), frame.seconds);
}

function acrossPass(frame: Frame, taps: Taps): Pass {
  return {
    definition: acrossDefinition,
    inputs: [frame, taps.starts, taps.weights, taps.count],
    width: taps.starts.length,
    height: frame.height,
    loop: (out) => acrossLoop(frame, taps, out),
  };
}

function downPass(picture: FloatPicture, taps: Taps): Pass {
  return {
    definition: downDefinition,
    inputs: [picture, taps.starts, taps.weights, taps.count],
    width: picture.width,
    height: taps.starts.length,
    loop: (out) => downLoop(picture, taps, out),
  };
}

/* The definitions: see frame-pass.ts for what these functions may do. Between the passes colours are multiplied by alpha. */

function acrossValue(x: number, y: number, source: Rows, starts: Float32Array, weights: Float32Array, count: number): number {
  const pixel = Math.floor(x / 4);
  const channel = x - pixel * 4;
  const start = starts[pixel];
  let sum = 0;
  for (let k = 0; k < count; k++) {
    const at = (start + k) * 4;
    const alpha = source[y][at + 3];
    let value = alpha;
    if (channel < 2.5) {
      value = (source[y][at + channel] * alpha) / 255;
    }
    sum += weights[pixel * count + k] * value;
  }
  return sum;
}

function downValue(x: number, y: number, source: Rows, starts: Float32Array, weights: Float32Array, count: number): number {
  const start = starts[y];
  const alphaAt = Math.floor(x / 4) * 4 + 3;
  let sum = 0;
  let alpha = 0;
  for (let k = 0; k < count; k++) {
    const weight = weights[y * count + k];
    sum += weight * source[start + k][x];
    alpha += weight * source[start + k][alphaAt];
  }
  if (x > alphaAt - 0.5) {
    return alpha;
  }
  // Below one level of alpha colours fade out, as their share can't be told any more.
  return (sum * 255) / Math.max(alpha, 1);
}

export const acrossDefinition: PassDefinition = { name: 'weigh columns', value: acrossValue, uses: [] };
export const downDefinition: PassDefinition = { name: 'weigh rows', value: downValue, uses: [] };

/** The same for whole pixels, in doubles, as machines convert single floats one by one. */
function acrossLoop({ width, height, data }: Frame, taps: Taps, out: Uint8ClampedArray | Float32Array): void {
  const { count, starts } = taps;
  const weights = Float64Array.from(taps.weights);
  const line = new Float64Array(width * 4);
  for (let y = 0, to = 0; y < height; y++) {
    for (let i = 0, at = y * width * 4; i < line.length; i += 4, at += 4) {
      const alpha = data[at + 3];
      const share = alpha / 255;
      line[i] = data[at] * share;
      line[i + 1] = data[at + 1] * share;
      line[i + 2] = data[at + 2] * share;
      line[i + 3] = alpha;
    }
    for (let x = 0; x < starts.length; x++, to += 4) {
      let red = 0;
      let green = 0;
      let blue = 0;
      let alpha = 0;
      for (let k = 0, at = starts[x] * 4, w = x * count; k < count; k++, at += 4, w++) {
        const weight = weights[w];
        red += weight * line[at];
        green += weight * line[at + 1];
        blue += weight * line[at + 2];
        alpha += weight * line[at + 3];
      }
      out[to] = red;
      out[to + 1] = green;
      out[to + 2] = blue;
      out[to + 3] = alpha;
    }
  }
}

/** The same for whole rows, four at a time, so that memory is read in its order and sums are touched seldom. */
function downLoop(
  { width, height, data }: FloatPicture,
  { count, starts, weights }: Taps,
  out: Uint8ClampedArray | Float32Array,
): void {
  const stride = width * 4;
  const sums = new Float64Array(stride);
  const last = (height - 1) * stride;
  for (let y = 0; y < starts.length; y++) {
    sums.fill(0);
    for (let k = 0; k < count; k += 4) {
      const w = y * count + k;
      const a = weights[w];
      const b = k + 1 < count ? weights[w + 1] : 0;
      const c = k + 2 < count ? weights[w + 2] : 0;
      const d = k + 3 < count ? weights[w + 3] : 0;
      const p = (starts[y] + k) * stride;
      const q = Math.min(p + stride, last);
      const r = Math.min(q + stride, last);
      const s = Math.min(r + stride, last);
      for (let i = 0; i < stride; i++) sums[i] += a * data[p + i] + b * data[q + i] + c * data[r + i] + d * data[s + i];
    }
    for (let i = 0, to = y * stride; i < stride; i += 4, to += 4) {
      const alpha = sums[i + 3];
      const share = 255 / Math.max(alpha, 1);
      out[to] = sums[i] * share;
      out[to + 1] = sums[i + 1] * share;
      out[to + 2] = sums[i + 2] * share;
      out[to + 3] = alpha;
    }
  }
}
