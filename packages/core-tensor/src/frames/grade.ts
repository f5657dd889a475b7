/**
 * @file The grade of a frame: a colour matrix, then tone curves, then a 3D table, any of them alone. Colours are clipped to 0…1 between
 * the steps; alpha stays. The table is interpolated in tetrahedra (Kasson, Plouffe & Nin, "A tetrahedral interpolation technique for
 * color space conversion", 1993), which keeps greys grey, or in cubes (trilinear).
 */
import { checkLut } from './colour-lut.js';
import type { ColourLut } from './colour-lut.js';
import { checkFrame } from './frame.js';
import type { Frame } from './frame.js';
import { frameFrom, runOnArrays } from './frame-pass.js';
import type { Pass, PassDefinition, PassRunner, Rows } from './frame-pass.js';
import { toneCurve } from './tone-curve.js';
import type { CurvePoints } from './tone-curve.js';

/** What is done to the colours, in this order. Nothing given leaves the frame as it is. */
export interface Grade {
  /**
   * Three rows of four numbers, for red, green and blue: weights of red, green and blue (0…1) and an offset; as an feColorMatrix of SVG
   * without alpha.
   */
  matrix?: readonly number[];
  /** Curve of each channel; `all` comes first. */
  curves?: { all?: CurvePoints; red?: CurvePoints; green?: CurvePoints; blue?: CurvePoints };
  /** Colour table. */
  lut?: ColourLut;
  /** Interpolation in the table, default `'tetrahedral'`. */
  interpolation?: 'tetrahedral' | 'trilinear';
}

/** Steps of a curve table, between which it is linear. */
const CURVE_STEPS = 1024;
/** The loop looks curves up at this many places: less than a tenth of a level of 255 apart. */
const FINE_STEPS = 8192;

/**
 * Grades a frame: matrix, curves, table.
 *
 * @param frame - Is not changed.
 * @param grade - See {@link Grade}.
 * @returns A new frame of the same size and time.
 * @throws RangeError where the matrix has not twelve numbers, a curve is none, or the table is none.
 * @example
 * ```ts
 * import { createFrame, gradeFrame } from '@filmai/core-tensor/frames';
 *
 * const grey = createFrame(2, 2, { fill: [100, 100, 100, 255] });
 * const lifted = gradeFrame(grey, { curves: { all: [[0, 0.1], [1, 1]] } });
 * console.log(lifted.data[0]); // 116
 * ```
 */
export function gradeFrame(frame: Frame, grade: Grade): Frame {
  return gradeWith(runOnArrays, frame, grade);
}

/** As {@link gradeFrame}, on a machine of choice. */
export function gradeWith(run: PassRunner, frame: Frame, grade: Grade): Frame {
  checkFrame('gradeFrame', frame);
  return frameFrom(run, gradePass(frame, grade), frame.seconds);
}

function gradePass(
  frame: Frame,
  { matrix = [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0], curves = {}, lut, interpolation = 'tetrahedral' }: Grade,
): Pass {
  if (matrix.length !== 12 || !matrix.every(Number.isFinite))
    throw new RangeError(`gradeFrame: matrix must be 3 × 4 finite numbers, got ${matrix.length}: ${matrix.join(' ')}`);
  if (interpolation !== 'tetrahedral' && interpolation !== 'trilinear')
    throw new RangeError(`gradeFrame: interpolation must be 'tetrahedral' or 'trilinear', got '${String(interpolation)}'`);
  if (lut) checkLut('gradeFrame', lut);
  const weights = Float32Array.from(matrix);
  const table = curveTable(curves);
  const low = lut?.domainMin ?? [0, 0, 0];
  const high = lut?.domainMax ?? [1, 1, 1];
  const domain = Float32Array.from([0, 1, 2].flatMap((channel) => [low[channel], 1 / (high[channel] - low[channel])]));
  const colours = lut ? lut.data : new Float32Array(1);
  const size = lut ? lut.size : 0;
  const cubes = interpolation === 'trilinear' ? 1 : 0;
  // Cubes and extreme weights are rare, and left to the definition.
  const fixed = cubes === 0 && weights.every((weight) => Math.abs(weight) <= LARGEST_WEIGHT);
  return {
    definition: gradeDefinition,
    inputs: [frame, weights, table, colours, size, domain, cubes],
    width: frame.width,
    height: frame.height,
    ...(fixed ? { loop: (out) => gradeLoop(frame.data, out, { weights, table, colours, size, domain }) } : {}),
  };
}

/** Three curves of `CURVE_STEPS + 1` values in 0…1. */
function curveTable({ all, red, green, blue }: NonNullable<Grade['curves']>): Float32Array {
  const same = (input: number): number => input;
  const first = all ? toneCurve(all) : same;
  const table = new Float32Array(3 * (CURVE_STEPS + 1));
  for (const [channel, points] of [red, green, blue].entries()) {
    const then = points ? toneCurve(points) : same;
    for (let i = 0; i <= CURVE_STEPS; i++) {
      const between = Math.min(1, Math.max(0, first(i / CURVE_STEPS)));
      table[channel * (CURVE_STEPS + 1) + i] = Math.min(1, Math.max(0, then(between)));
    }
  }
  return table;
}

/* The definition: see frame-pass.ts for what these functions may do. */

function toned(channel: number, red: number, green: number, blue: number, matrix: Float32Array, curves: Float32Array): number {
  const at = channel * 4;
  const mixed = (matrix[at] * red + matrix[at + 1] * green + matrix[at + 2] * blue) / 255 + matrix[at + 3];
  const place = Math.min(Math.max(mixed, 0), 1) * 1024;
  const step = Math.min(Math.floor(place), 1023);
  const first = channel * 1025 + step;
  return curves[first] + (curves[first + 1] - curves[first]) * (place - step);
}

function inTetrahedron(lut: Float32Array, size: number, at: number, x: number, y: number, z: number): number {
  // From the darkest corner to the brightest along the axes in the order of their fractions.
  const right = 3;
  const down = size * 3;
  const deep = size * size * 3;
  let one = right;
  let two = right + down;
  let most = x;
  let middle = y;
  let least = z;
  if (x >= y) {
    if (y < z) {
      if (x >= z) {
        two = right + deep;
        middle = z;
        least = y;
      } else {
        one = deep;
        two = right + deep;
        most = z;
        middle = x;
        least = y;
      }
    }
  } else {
    if (x >= z) {
      one = down;
      most = y;
      middle = x;
    } else {
      if (y >= z) {
        one = down;
        two = down + deep;
        most = y;
        middle = z;
        least = x;
      } else {
        one = deep;
        two = down + deep;
        most = z;
        middle = y;
        least = x;
      }
    }
  }
  return (
    lut[at] * (1 - most) +
    lut[at + one] * (most - middle) +
    lut[at + two] * (middle - least) +
    lut[at + right + down + deep] * least
  );
}

function inCube(lut: Float32Array, size: number, at: number, x: number, y: number, z: number): number {
  const down = size * 3;
  const deep = size * size * 3;
  const a = lut[at] * (1 - x) + lut[at + 3] * x;
  const b = lut[at + down] * (1 - x) + lut[at + down + 3] * x;
  const c = lut[at + deep] * (1 - x) + lut[at + deep + 3] * x;
  const d = lut[at + deep + down] * (1 - x) + lut[at + deep + down + 3] * x;
  return (a * (1 - y) + b * y) * (1 - z) + (c * (1 - y) + d * y) * z;
}

function gradeValue(
  x: number,
  y: number,
  source: Rows,
  matrix: Float32Array,
  curves: Float32Array,
  lut: Float32Array,
  size: number,
  domain: Float32Array,
  cubes: number,
): number {
  const first = Math.floor(x / 4) * 4;
  const channel = x - first;
  if (channel > 2.5) {
    return source[y][x];
  }
  const red = source[y][first];
  const green = source[y][first + 1];
  const blue = source[y][first + 2];
  if (size < 2) {
    return toned(channel, red, green, blue, matrix, curves) * 255;
  }
  const top = size - 1;
  const r = Math.min(Math.max((toned(0, red, green, blue, matrix, curves) - domain[0]) * domain[1], 0), 1) * top;
  const g = Math.min(Math.max((toned(1, red, green, blue, matrix, curves) - domain[2]) * domain[3], 0), 1) * top;
  const b = Math.min(Math.max((toned(2, red, green, blue, matrix, curves) - domain[4]) * domain[5], 0), 1) * top;
  const i = Math.min(Math.floor(r), top - 1);
  const j = Math.min(Math.floor(g), top - 1);
  const k = Math.min(Math.floor(b), top - 1);
  const at = ((k * size + j) * size + i) * 3 + channel;
  if (cubes > 0.5) {
    return inCube(lut, size, at, r - i, g - j, b - k) * 255;
  }
  return inTetrahedron(lut, size, at, r - i, g - j, b - k) * 255;
}

export const gradeDefinition: PassDefinition = { name: 'grade', value: gradeValue, uses: [toned, inTetrahedron, inCube] };

interface GradeTables {
  weights: Float32Array;
  table: Float32Array;
  colours: Float32Array;
  size: number;
  domain: Float32Array;
}

/** Largest weight or offset whose products the loop can hold in 32 bits. */
const LARGEST_WEIGHT = 64;
/** Fixed point: bits of a weight or of a place between two entries of the table, and of a part of a level. */
const PLACE_BITS = 10;
const LEVEL_BITS = 6;

/** The same in whole numbers, a pixel in one word: curves looked up at once where the table is entered; a colour like the one before is known. */
function gradeLoop(from: Uint8ClampedArray, to: Uint8ClampedArray, { weights, table, colours, size, domain }: GradeTables): void {
  const pixels = wordsOf(from);
  const out = wordsOf(to);
  const fine = fineCurves(table, domain, size);
  const lut = new Int32Array(colours.length);
  for (let i = 0; i < lut.length; i++) lut[i] = Math.round(Math.min(Math.max(colours[i], -99), 99) * 255 * (1 << LEVEL_BITS));
  const [m0, m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11] = Int32Array.from(weights, (weight, i) =>
    i % 4 === 3 ? Math.round((weight * FINE_STEPS + 0.5) * 1024) : Math.round(((weight * FINE_STEPS) / 255) * 1024),
  );
  const down = size * 3;
  const deep = size * size * 3;
  const all = 3 + down + deep;
  // Steps to the second and third corner by order: bit 0 is x < y, bit 1 y < z, bit 2 x < z; two of the eight can't be.
  const firstSteps = Int32Array.of(3, down, 3, down, 3, down, deep, deep);
  const secondSteps = Int32Array.of(3 + down, 3 + down, 3 + deep, down + deep, 3 + down, down + deep, 3 + deep, down + deep);
  let before = ~pixels[0];
  let colour = 0;
  for (let p = 0; p < pixels.length; p++) {
    const pixel = pixels[p];
    if (pixel === before) {
      out[p] = colour | (pixel & 0xff000000);
      continue;
    }
    before = pixel;
    const red = pixel & 255;
    const green = (pixel >>> 8) & 255;
    const blue = (pixel >>> 16) & 255;
    let r = (Math.imul(m0, red) + Math.imul(m1, green) + Math.imul(m2, blue) + m3) >> 10;
    let g = (Math.imul(m4, red) + Math.imul(m5, green) + Math.imul(m6, blue) + m7) >> 10;
    let b = (Math.imul(m8, red) + Math.imul(m9, green) + Math.imul(m10, blue) + m11) >> 10;
    r = fine[r < 0 ? 0 : r > FINE_STEPS ? FINE_STEPS : r];
    g = fine[(g < 0 ? 0 : g > FINE_STEPS ? FINE_STEPS : g) + FINE_STEPS + 1];
    b = fine[(b < 0 ? 0 : b > FINE_STEPS ? FINE_STEPS : b) + 2 * (FINE_STEPS + 1)];
    if (size === 0) {
      colour = r | (g << 8) | (b << 16);
      out[p] = colour | (pixel & 0xff000000);
      continue;
    }
    const x = r & 1023;
    const y = g & 1023;
    const z = b & 1023;
    const at = (Math.imul(r >> PLACE_BITS, 3) + Math.imul(g >> PLACE_BITS, down) + Math.imul(b >> PLACE_BITS, deep)) | 0;
    // Sorting by sign bits: which of the six tetrahedra a colour is in can't be guessed by a branch predictor.
    const xy = x - y;
    const higher = x - (xy & (xy >> 31));
    const lower = y + (xy & (xy >> 31));
    const highest = higher - z;
    const lowest = lower - z;
    const most = higher - (highest & (highest >> 31));
    const least = z + (lowest & (lowest >> 31));
    const middle = x + y + z - most - least;
    const order = (xy >>> 31) | (((y - z) >>> 31) << 1) | (((x - z) >>> 31) << 2);
    const w0 = 1024 - most;
    const w1 = most - middle;
    const w2 = middle - least;
    const one = (at + firstSteps[order]) | 0;
    const two = (at + secondSteps[order]) | 0;
    const end = (at + all) | 0;
    r = (Math.imul(lut[at], w0) + Math.imul(lut[one], w1) + Math.imul(lut[two], w2) + Math.imul(lut[end], least) + 32_768) >> 16;
    g =
      (Math.imul(lut[at + 1], w0) +
        Math.imul(lut[one + 1], w1) +
        Math.imul(lut[two + 1], w2) +
        Math.imul(lut[end + 1], least) +
        32_768) >>
      16;
    b =
      (Math.imul(lut[at + 2], w0) +
        Math.imul(lut[one + 2], w1) +
        Math.imul(lut[two + 2], w2) +
        Math.imul(lut[end + 2], least) +
        32_768) >>
      16;
    colour = (r < 0 ? 0 : r > 255 ? 255 : r) | ((g < 0 ? 0 : g > 255 ? 255 : g) << 8) | ((b < 0 ? 0 : b > 255 ? 255 : b) << 16);
    out[p] = colour | (pixel & 0xff000000);
  }
}

/** Pixels as words, red in the lowest byte (every machine that runs JavaScript today stores words so). */
function wordsOf(data: Uint8ClampedArray): Int32Array {
  const aligned = data.byteOffset % 4 === 0 ? data : data.slice();
  return new Int32Array(aligned.buffer, aligned.byteOffset, aligned.length / 4);
}

/** Curves at `FINE_STEPS` places; they give the place in the colour table in fixed point, or where there is none the level. */
function fineCurves(table: Float32Array, domain: Float32Array, size: number): Int32Array {
  const fine = new Int32Array(3 * (FINE_STEPS + 1));
  for (let channel = 0, at = 0; channel < 3; channel++) {
    for (let i = 0; i <= FINE_STEPS; i++, at++) {
      const place = (i / FINE_STEPS) * CURVE_STEPS;
      const step = Math.min(Math.floor(place), CURVE_STEPS - 1);
      const first = channel * (CURVE_STEPS + 1) + step;
      const value = table[first] + (table[first + 1] - table[first]) * (place - step);
      const entered = Math.min(1, Math.max(0, (value - domain[channel * 2]) * domain[channel * 2 + 1]));
      // The last entry is reached from just below it, so that there always is a next one.
      const last = ((size - 1) << PLACE_BITS) - 1;
      fine[at] = size === 0 ? Math.round(value * 255) : Math.min(last, Math.round(entered * (size - 1) * (1 << PLACE_BITS)));
    }
  }
  return fine;
}
