/** @file Lays what a network has drawn on its canvas into a picture of any size: enlarged with cubic splines, row by row where the wind takes it. */
import type { Frame } from '@filmai/core-tensor/frames';

/** What a network has drawn: premultiplied red, green, blue and alpha in −1…1. */
export interface DrawnCanvas {
  width: number;
  height: number;
  data: Float32Array;
}

/** Where a canvas lies in a picture. */
export interface CanvasPlace {
  /** Of its top left corner, in pixels of the picture. */
  left: number;
  top: number;
  /** Pixels of the picture for one of the canvas. */
  scale: number;
  /** How far each row is carried to the right, in pixels of the canvas; default not at all. */
  carried?: Float32Array;
  /** How much steeper edges become, 1 (default) or more: what is enlarged is soft. */
  crisp?: number;
  /** Pixels of the canvas over which it fades out at its top and sides, default 0. */
  fade?: number;
}

/** Below this a canvas counts as empty: a network's darkness is never quite dark. */
const NOTHING = 0.014;
/** Enlarged so much or less, a canvas is copied pixel by pixel. */
const SAME = 1e-6;

/**
 * Draws a canvas into a transparent frame.
 *
 * @param frame - Written to; what the canvas doesn't reach stays as it is.
 */
export function placeCanvas(
  frame: Frame,
  canvas: DrawnCanvas,
  { left, top, scale, carried, crisp = 1, fade = 0 }: CanvasPlace,
): void {
  const light = cleaned(canvas, fade);
  const shifts = carried ?? new Float32Array(canvas.height);
  const whole = Math.abs(scale - 1) < SAME && Number.isInteger(left) && Number.isInteger(top) && !carried;
  if (whole) return copyCanvas(frame, canvas, light, left, top);
  let [least, most] = [Infinity, -Infinity];
  for (const shift of shifts) [least, most] = [Math.min(least, shift), Math.max(most, shift)];
  const first = Math.max(0, Math.floor(left + scale * (least - 1)));
  const last = Math.min(frame.width, Math.ceil(left + scale * (canvas.width + most + 1)));
  if (last <= first) return;
  const wide = enlargeRows(canvas, light, { first, count: last - first, left, scale, shifts });
  enlargeColumns(frame, wide, canvas.height, { first, count: last - first, top, scale, crisp });
}

/** Values 0…1, faded at the edges and without haze. */
function cleaned({ width, height, data }: DrawnCanvas, fade: number): Float32Array {
  const light = new Float32Array(data.length);
  const near = (place: number): number => (fade > 0 ? Math.min(1, Math.max(0, place / fade)) : 1);
  for (let y = 0, i = 0; y < height; y++) {
    const above = near(y);
    for (let x = 0; x < width; x++, i += 4) {
      const alpha = (data[i + 3] + 1) / 2;
      if (alpha <= NOTHING) continue;
      const kept = above * near(Math.min(x, width - 1 - x)) * Math.min(1, (alpha - NOTHING) / (alpha * (1 - NOTHING)));
      // Light can't be more than what it comes from.
      for (let c = 0; c < 3; c++) light[i + c] = kept * Math.min(alpha, Math.max(0, (data[i + c] + 1) / 2));
      light[i + 3] = kept * alpha;
    }
  }
  return light;
}

interface RowPlan {
  /** First column of the picture, and how many. */
  first: number;
  count: number;
  left: number;
  scale: number;
  shifts: Float32Array;
}

function enlargeRows(
  { width, height }: DrawnCanvas,
  light: Float32Array,
  { first, count, left, scale, shifts }: RowPlan,
): Float32Array {
  const wide = new Float32Array(height * count * 4);
  for (let y = 0; y < height; y++) {
    const row = y * width * 4;
    if (isDark(light, row, row + width * 4)) continue;
    for (let x = 0, to = y * count * 4; x < count; x++, to += 4) {
      const place = (first + x + 0.5 - left) / scale - 0.5 - shifts[y];
      const cell = Math.floor(place);
      if (cell < -2 || cell > width) continue;
      const weights = weightsAt(place - cell);
      for (let tap = 0; tap < 4; tap++) {
        const column = cell + tap - 1;
        if (column < 0 || column >= width) continue;
        const weight = WEIGHTS[weights + tap];
        const from = row + column * 4;
        wide[to] += weight * light[from];
        wide[to + 1] += weight * light[from + 1];
        wide[to + 2] += weight * light[from + 2];
        wide[to + 3] += weight * light[from + 3];
      }
    }
  }
  return wide;
}

function enlargeColumns(
  frame: Frame,
  wide: Float32Array,
  height: number,
  { first, count, top, scale, crisp }: { first: number; count: number; top: number; scale: number; crisp: number },
): void {
  const start = Math.max(0, Math.floor(top - scale));
  const end = Math.min(frame.height, Math.ceil(top + scale * (height + 1)));
  const sum = new Float32Array(count * 4);
  for (let y = start; y < end; y++) {
    const place = (y + 0.5 - top) / scale - 0.5;
    const cell = Math.floor(place);
    sum.fill(0);
    const weights = weightsAt(place - cell);
    for (let tap = 0; tap < 4; tap++) {
      const row = cell + tap - 1;
      if (row < 0 || row >= height) continue;
      const weight = WEIGHTS[weights + tap];
      for (let i = 0, from = row * count * 4; i < sum.length; i++, from++) sum[i] += weight * wide[from];
    }
    if (crisp > 1) sharpen(sum, crisp);
    writePixels(frame, sum, count, y, first);
  }
}

function copyCanvas(frame: Frame, { width, height }: DrawnCanvas, light: Float32Array, left: number, top: number): void {
  const from = Math.max(0, -left);
  const count = Math.min(width, frame.width - left) - from;
  for (let y = Math.max(0, -top); y < height && top + y < frame.height; y++) {
    const row = (y * width + from) * 4;
    writePixels(frame, light.subarray(row, row + count * 4), count, top + y, left + from);
  }
}

function writePixels({ width, data }: Frame, light: Float32Array, count: number, y: number, first: number): void {
  for (let x = 0, i = 0, to = (y * width + first) * 4; x < count; x++, i += 4, to += 4) {
    const alpha = Math.min(1, light[i + 3]);
    if (alpha < 1 / 510) continue;
    // Bytes round and stay within 0…255 by themselves.
    data[to] = (255 * light[i]) / alpha;
    data[to + 1] = (255 * light[i + 1]) / alpha;
    data[to + 2] = (255 * light[i + 2]) / alpha;
    data[to + 3] = 255 * alpha;
  }
}

function isDark(light: Float32Array, from: number, to: number): boolean {
  for (let i = from + 3; i < to; i += 4) if (light[i] > 0) return false;
  return true;
}

/** Steepens what half covers; colours stay. */
function sharpen(light: Float32Array, crisp: number): void {
  for (let i = 0; i < light.length; i += 4) {
    const alpha = light[i + 3];
    if (alpha <= 0) continue;
    const share = Math.min(1, Math.max(0, 0.5 + crisp * (alpha - 0.5))) / alpha;
    for (let c = 0; c < 4; c++) light[i + c] *= share;
  }
}

/** Weights of the four neighbours of a place between two cells, for so many places in between. */
const BETWEEN = 256;
const WEIGHTS = cubicWeights();

/** Cubic B-spline: soft enough that the grain of strided convolutions is not seen. */
function cubicWeights(): Float32Array {
  const cubic = (distance: number): number => {
    const d = Math.abs(distance);
    return d < 1 ? 2 / 3 + d * d * (0.5 * d - 1) : d < 2 ? (2 - d) ** 3 / 6 : 0;
  };
  return Float32Array.from({ length: 4 * (BETWEEN + 1) }, (_, i) => cubic((i & 3) - 1 - (i >> 2) / BETWEEN));
}

/** Index of the first of four weights. */
function weightsAt(fraction: number): number {
  return 4 * Math.round(fraction * BETWEEN);
}
