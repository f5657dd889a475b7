/**
 * @file Warping: every pixel of the result is fetched, bilinearly and weighed by alpha, from a place of the source: through a matrix
 * (affine or perspective), along a field of displacements such as optical flow, or both.
 */
import { checkFrame } from './frame.js';
import type { Frame } from './frame.js';
import { frameFrom, runOnArrays } from './frame-pass.js';
import type { PassDefinition, PassRunner, Rows } from './frame-pass.js';

/** A displacement a pixel, in pixels: the result at (x, y) is fetched from (x + field.x, y + field.y). Optical flow has this form. */
export interface DisplacementField {
  width: number;
  height: number;
  /** To the right, row by row. */
  x: Float32Array;
  /** Downwards, row by row. */
  y: Float32Array;
}

/** How a frame is warped. */
export interface WarpOptions {
  /**
   * Where the source's points go: nine numbers row by row, [x′ w, y′ w, w] = M·[x, y, 1]; pixel centres are whole numbers. Default: they
   * stay.
   */
  matrix?: readonly number[];
  /** Displacements at each pixel of the result; added to where the matrix says it comes from. */
  field?: DisplacementField;
  /** Size of the result, default the source's. */
  width?: number;
  height?: number;
  /** What is outside of the source: `'clear'` (default), or its last pixel goes on. */
  outside?: 'clear' | 'extend';
}

/** Four points [x, y] of a picture, in pixels. */
export type Corners = readonly [
  readonly [number, number],
  readonly [number, number],
  readonly [number, number],
  readonly [number, number],
];

/**
 * Warps a frame.
 *
 * @param frame - Is not changed.
 * @param options - See {@link WarpOptions}.
 * @returns A new frame with the same time.
 * @throws RangeError where the matrix can't be inverted, or a size doesn't fit.
 * @example
 * ```ts
 * import { createFrame, warpFrame } from '@filmai/core-tensor/frames';
 *
 * const moved = warpFrame(createFrame(8, 8, { fill: [255, 0, 0, 255] }), { matrix: [1, 0, 3, 0, 1, 0, 0, 0, 1] });
 * console.log(moved.data[3], moved.data[3 * 4 + 3]); // 0 255
 * ```
 */
export function warpFrame(frame: Frame, options: WarpOptions): Frame {
  return warpWith(runOnArrays, frame, options);
}

/**
 * The matrix that takes four points to four others: a poster onto a wall, a tilted screen upright.
 *
 * @param from - Four points, no three on a line.
 * @param to - Where they go, no three on a line.
 * @returns Nine numbers for {@link WarpOptions}.
 * @throws RangeError where three points lie on a line.
 * @example
 * ```ts
 * import { perspectiveMatrix } from '@filmai/core-tensor/frames';
 *
 * const twice = perspectiveMatrix([[0, 0], [1, 0], [1, 1], [0, 1]], [[0, 0], [2, 0], [2, 2], [0, 2]]);
 * console.log(twice.map(Math.round).join(' ')); // 2 0 0 0 2 0 0 0 1
 * ```
 */
export function perspectiveMatrix(from: Corners, to: Corners): number[] {
  const matrix = multiply(squareTo(to), inverse(squareTo(from), 'perspectiveMatrix'));
  return matrix.map((value) => value / matrix[8]);
}

/** As {@link warpFrame}, on a machine of choice. */
export function warpWith(
  run: PassRunner,
  frame: Frame,
  { matrix = [1, 0, 0, 0, 1, 0, 0, 0, 1], field, width = frame.width, height = frame.height, outside = 'clear' }: WarpOptions,
): Frame {
  checkFrame('warpFrame', frame);
  if (matrix.length !== 9 || !matrix.every(Number.isFinite))
    throw new RangeError(`warpFrame: matrix must be 3 × 3 finite numbers, got ${matrix.length}: ${matrix.join(' ')}`);
  for (const [name, value] of Object.entries({ width, height })) {
    if (!Number.isInteger(value) || value < 1)
      throw new RangeError(`warpFrame: ${name} must be a whole number of at least 1, got ${value}`);
  }
  if (outside !== 'clear' && outside !== 'extend')
    throw new RangeError(`warpFrame: outside must be 'clear' or 'extend', got '${String(outside)}'`);
  if (
    field &&
    (field.width !== width || field.height !== height || field.x.length !== width * height || field.y.length !== width * height)
  ) {
    throw new RangeError(
      `warpFrame: a field of ${field.width}×${field.height} (${field.x.length} and ${field.y.length} numbers) for a result of ${width}×${height}`,
    );
  }
  const back = Float32Array.from(inverse(matrix, 'warpFrame'));
  const none = new Float32Array(1);
  const [moveX, moveY, moved] = field ? [field.x, field.y, 1] : [none, none, 0];
  const extend = outside === 'extend' ? 1 : 0;
  const pass = {
    definition: warpDefinition,
    inputs: [frame, back, moveX, moveY, Float32Array.of(frame.width, frame.height, width, moved, extend)],
    width,
    height,
    loop: (out: Uint8ClampedArray) => warpLoop(frame, back, field, extend, width, out),
  };
  return frameFrom(run, pass, frame.seconds);
}

/* The definition: see frame-pass.ts for what these functions may do. `facts`: source width and height, result width, field?, extend? */

function weighed(x: number, y: number, channel: number, source: Rows, facts: Float32Array): number {
  const inX = Math.min(Math.max(x, 0), facts[0] - 1);
  const inY = Math.min(Math.max(y, 0), facts[1] - 1);
  if (facts[4] < 0.5 && (inX !== x || inY !== y)) {
    return 0;
  }
  const alpha = source[inY][inX * 4 + 3];
  if (channel > 2.5) {
    return alpha;
  }
  return (source[inY][inX * 4 + channel] * alpha) / 255;
}

function fetched(x: number, y: number, channel: number, source: Rows, facts: Float32Array): number {
  const left = Math.floor(x);
  const top = Math.floor(y);
  const right = x - left;
  const down = y - top;
  const a = weighed(left, top, channel, source, facts);
  const b = weighed(left + 1, top, channel, source, facts);
  const c = weighed(left, top + 1, channel, source, facts);
  const d = weighed(left + 1, top + 1, channel, source, facts);
  return (a * (1 - right) + b * right) * (1 - down) + (c * (1 - right) + d * right) * down;
}

function warpValue(
  x: number,
  y: number,
  source: Rows,
  back: Float32Array,
  moveX: Float32Array,
  moveY: Float32Array,
  facts: Float32Array,
): number {
  const pixel = Math.floor(x / 4);
  const channel = x - pixel * 4;
  const depth = back[6] * pixel + back[7] * y + back[8];
  // Behind the horizon of a perspective nothing is seen.
  if (depth <= 0.000001) {
    return 0;
  }
  let fromX = (back[0] * pixel + back[1] * y + back[2]) / depth;
  let fromY = (back[3] * pixel + back[4] * y + back[5]) / depth;
  if (facts[3] > 0.5) {
    const at = y * facts[2] + pixel;
    fromX += moveX[at];
    fromY += moveY[at];
  }
  // Far outside all is alike; whole numbers stay small.
  fromX = Math.min(Math.max(fromX, -2), facts[0] + 1);
  fromY = Math.min(Math.max(fromY, -2), facts[1] + 1);
  const alpha = fetched(fromX, fromY, 3, source, facts);
  if (channel > 2.5) {
    return alpha;
  }
  // Below one level of alpha colours fade out, as their share can't be told any more.
  return (fetched(fromX, fromY, channel, source, facts) * 255) / Math.max(alpha, 1);
}

export const warpDefinition: PassDefinition = { name: 'warp', value: warpValue, uses: [weighed, fetched] };

/** The same for whole pixels. */
function warpLoop(
  { width: wide, height: high, data }: Frame,
  back: Float32Array,
  field: DisplacementField | undefined,
  extend: number,
  width: number,
  out: Uint8ClampedArray,
): void {
  const [b0, b1, b2, b3, b4, b5, b6, b7, b8] = back;
  const height = out.length / 4 / width;
  out.fill(0);
  for (let y = 0, pixel = 0; y < height; y++) {
    for (let x = 0; x < width; x++, pixel++) {
      const depth = b6 * x + b7 * y + b8;
      if (depth <= 0.000001) continue;
      let fromX = (b0 * x + b1 * y + b2) / depth;
      let fromY = (b3 * x + b4 * y + b5) / depth;
      if (field) {
        fromX += field.x[pixel];
        fromY += field.y[pixel];
      }
      fromX = Math.min(Math.max(fromX, -2), wide + 1);
      fromY = Math.min(Math.max(fromY, -2), high + 1);
      const left = Math.floor(fromX);
      const top = Math.floor(fromY);
      let red = 0;
      let green = 0;
      let blue = 0;
      let alpha = 0;
      for (let corner = 0; corner < 4; corner++) {
        const column = left + (corner & 1);
        const row = top + (corner >> 1);
        const inColumn = column < 0 ? 0 : column >= wide ? wide - 1 : column;
        const inRow = row < 0 ? 0 : row >= high ? high - 1 : row;
        if (extend === 0 && (inColumn !== column || inRow !== row)) continue;
        const at = (inRow * wide + inColumn) * 4;
        const part =
          (corner & 1 ? fromX - left : 1 - fromX + left) * (corner >> 1 ? fromY - top : 1 - fromY + top) * data[at + 3];
        red += part * data[at];
        green += part * data[at + 1];
        blue += part * data[at + 2];
        alpha += part;
      }
      const at = pixel * 4;
      out[at + 3] = alpha;
      const share = 1 / Math.max(alpha, 1);
      out[at] = red * share;
      out[at + 1] = green * share;
      out[at + 2] = blue * share;
    }
  }
}

/** From the unit square to four points (Heckbert, "Fundamentals of Texture Mapping and Image Warping", 1989, 2.2.3). */
function squareTo([[x0, y0], [x1, y1], [x2, y2], [x3, y3]]: Corners): number[] {
  const [dx1, dx2, dx3] = [x1 - x2, x3 - x2, x0 - x1 + x2 - x3];
  const [dy1, dy2, dy3] = [y1 - y2, y3 - y2, y0 - y1 + y2 - y3];
  const divisor = dx1 * dy2 - dx2 * dy1;
  if (!(Math.abs(divisor) > 1e-12)) throw new RangeError('perspectiveMatrix: three of the four points lie on a line');
  const g = (dx3 * dy2 - dx2 * dy3) / divisor;
  const h = (dx1 * dy3 - dx3 * dy1) / divisor;
  return [x1 - x0 + g * x1, x3 - x0 + h * x3, x0, y1 - y0 + g * y1, y3 - y0 + h * y3, y0, g, h, 1];
}

function multiply(a: readonly number[], b: readonly number[]): number[] {
  return Array.from({ length: 9 }, (_, i) => {
    const row = Math.floor(i / 3) * 3;
    return a[row] * b[i % 3] + a[row + 1] * b[(i % 3) + 3] + a[row + 2] * b[(i % 3) + 6];
  });
}

function inverse([a, b, c, d, e, f, g, h, i]: readonly number[], who: string): number[] {
  const [first, second, third] = [e * i - f * h, f * g - d * i, d * h - e * g];
  const determinant = a * first + b * second + c * third;
  if (!(Math.abs(determinant) > 1e-12)) throw new RangeError(`${who}: the matrix flattens the picture, it can't be inverted`);
  return [first, c * h - b * i, b * f - c * e, second, a * i - c * g, c * d - a * f, third, b * g - a * h, a * e - b * d].map(
    (value) => value / determinant,
  );
}
