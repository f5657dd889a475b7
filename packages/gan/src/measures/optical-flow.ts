/**
 * @file Dense optical flow: where each pixel of one frame is in another. The iterative method of Lucas & Kanade (1981) at every pixel,
 * from coarse to fine (Bouguet 2001), each level cleaned by a median filter (Sun, Roth & Black 2010). Pictures are compared after each
 * place is freed of its own mean and contrast, so that a lamp that flickers is not taken for motion. Where the picture is flat the flow
 * of the coarser level stays. Good for the small motions between neighbouring frames; not for a search over a whole picture.
 */
import type { DisplacementField } from '@filmai/core-tensor/frames';
import { checkClip, lumaPlane, sampleAt } from './luma-plane.js';
import type { Picture, Plane } from './luma-plane.js';

/** Displacements in pixels: what is at (x, y) in the first frame is at (x + flow.x, y + flow.y) in the second. `warpFrame` takes it as it is. */
export type FlowField = DisplacementField;

/** How flow is estimated. */
export interface OpticalFlowOptions {
  /** Half the side of the window whose pixels are taken to move together, default 4: larger is steadier, smaller sees finer motion. */
  radius?: number;
  /** Halvings of the size, default as many as leave 16 pixels: each doubles the motion that is found. */
  levels?: number;
  /** Steps at each level, default 4. */
  iterations?: number;
}

/** A displacement that a single step may not exceed, in pixels: beyond it the linear model says nothing. */
const LONGEST_STEP = 1;
/** Added to the deviation (luma 0…1) by which pictures are divided, so that grain in flat places stays small. */
const FAINT = 0.05;
/** Added to the squared gradients of those: what grain has. Where there is less, the flow stays what it was. */
const REGULARISER = 3e-3;
/** Motion must lessen the squared error of a window by this factor, as some lessening comes from fitting grain. */
const NO_GAIN = 1.1;
/** Pairs to exchange until the median of nine values is the fifth: Smith, "Implementing median filters in XC4000E FPGAs", 1996. */
const MEDIAN_NETWORK = Uint8Array.of(
  1,
  2,
  4,
  5,
  7,
  8,
  0,
  1,
  3,
  4,
  6,
  7,
  1,
  2,
  4,
  5,
  7,
  8,
  0,
  3,
  5,
  8,
  4,
  7,
  3,
  6,
  1,
  4,
  2,
  5,
  4,
  7,
  2,
  4,
  4,
  6,
  2,
  4,
);

/**
 * Estimates the motion from one frame to another.
 *
 * @param from - The frame whose pixels are followed.
 * @param to - The frame in which they are found, of the same size.
 * @param options - See {@link OpticalFlowOptions}.
 * @returns One displacement a pixel.
 * @throws RangeError where sizes differ or an option is out of range.
 * @example
 * ```ts
 * import { createFrame } from '@filmai/core-tensor/frames';
 * import { opticalFlow } from '@filmai/gan/measures';
 *
 * const still = createFrame(32, 32, { fill: [90, 90, 90, 255] });
 * console.log(opticalFlow(still, still).x[0]); // 0
 * ```
 */
export function opticalFlow(from: Picture, to: Picture, options: OpticalFlowOptions = {}): FlowField {
  checkClip('opticalFlow', [from, to], 2);
  return planeFlow(lumaPlane(from), lumaPlane(to), options);
}

/** As {@link opticalFlow}, on planes of luma. */
export function planeFlow(from: Plane, to: Plane, { radius = 4, levels, iterations = 4 }: OpticalFlowOptions = {}): FlowField {
  for (const [name, value, least] of [
    ['radius', radius, 1],
    ['iterations', iterations, 1],
    ['levels', levels ?? 0, 0],
  ] as const) {
    if (!Number.isInteger(value) || value < least)
      throw new RangeError(`opticalFlow: ${name} must be a whole number of at least ${least}, got ${value}`);
  }
  const halvings = levels ?? Math.max(0, Math.floor(Math.log2(Math.min(from.width, from.height) / 16)));
  const pyramid: [Plane, Plane][] = [[from, to]];
  for (let level = 0; level < halvings; level++) {
    const [a, b] = pyramid[level];
    if (Math.min(a.width, a.height) < 4) break;
    pyramid.push([halve(a), halve(b)]);
  }
  let flow: FlowField | undefined;
  for (const pair of pyramid.toReversed()) {
    const [a, b] = pair.map((plane) => structureOf(plane, 2 * radius));
    flow = flow === undefined ? noFlow(a) : doubled(flow, a);
    for (let i = 0; i < iterations; i++) improve(flow, a, b, radius);
    rest(flow, a, b, radius);
    flow = { ...flow, x: median(flow.x, a.width, a.height), y: median(flow.y, a.width, a.height) };
  }
  return flow ?? noFlow(from);
}

/**
 * Which pixels of the first frame are seen in the second: there and back again must lead home (Sundaram, Brox & Keutzer 2010:
 * |w + w′|² < 0.01 (|w|² + |w′|²) + 0.5), and not outside of the picture.
 *
 * @param forward - Flow from the first frame to the second.
 * @param backward - Flow from the second frame to the first.
 * @returns 1 a pixel that is seen in both, 0 where it is hidden.
 * @throws RangeError where sizes differ.
 */
export function visiblePixels(forward: FlowField, backward: FlowField): Uint8Array {
  const { width, height } = forward;
  if (backward.width !== width || backward.height !== height)
    throw new RangeError(`visiblePixels: flows of ${width}×${height} and ${backward.width}×${backward.height} pixels`);
  const across: Plane = { width, height, data: backward.x };
  const down: Plane = { width, height, data: backward.y };
  const visible = new Uint8Array(width * height);
  for (let row = 0, i = 0; row < height; row++) {
    for (let column = 0; column < width; column++, i++) {
      const [u, v] = [forward.x[i], forward.y[i]];
      const [x, y] = [column + u, row + v];
      if (x < 0 || y < 0 || x > width - 1 || y > height - 1) continue;
      const [backU, backV] = [sampleAt(across, x, y), sampleAt(down, x, y)];
      const apart = (u + backU) ** 2 + (v + backV) ** 2;
      if (apart < 0.01 * (u * u + v * v + backU * backU + backV * backV) + 0.5) visible[i] = 1;
    }
  }
  return visible;
}

/** The second frame as it looks from the first: each pixel fetched from where the flow says it went. */
export function fetchAlong(plane: Plane, flow: FlowField): Plane {
  const data = new Float32Array(plane.data.length);
  for (let row = 0, i = 0; row < plane.height; row++)
    for (let column = 0; column < plane.width; column++, i++) data[i] = sampleAt(plane, column + flow.x[i], row + flow.y[i]);
  return { width: plane.width, height: plane.height, data };
}

/** One step of Lucas and Kanade for all pixels: solves the 2×2 normal equations of each window. */
function improve(flow: FlowField, from: Plane, to: Plane, radius: number): void {
  const { width, height } = from;
  const seen = fetchAlong(to, flow);
  const [xx, xy, yy, xt, yt] = Array.from({ length: 5 }, () => new Float32Array(width * height));
  for (let row = 0, i = 0; row < height; row++) {
    const [above, below] = [row > 0 ? -width : 0, row < height - 1 ? width : 0];
    for (let column = 0; column < width; column++, i++) {
      const [left, right] = [column > 0 ? -1 : 0, column < width - 1 ? 1 : 0];
      const x = (from.data[i + right] - from.data[i + left] + seen.data[i + right] - seen.data[i + left]) / 4;
      const y = (from.data[i + below] - from.data[i + above] + seen.data[i + below] - seen.data[i + above]) / 4;
      const change = from.data[i] - seen.data[i];
      xx[i] = x * x;
      xy[i] = x * y;
      yy[i] = y * y;
      xt[i] = x * change;
      yt[i] = y * change;
    }
  }
  for (const sums of [xx, xy, yy, xt, yt]) windowMean(sums, width, height, radius);
  for (let i = 0; i < xx.length; i++) {
    const [a, b, c] = [xx[i] + REGULARISER, xy[i], yy[i] + REGULARISER];
    const determinant = a * c - b * b;
    const u = (c * xt[i] - b * yt[i]) / determinant;
    const v = (a * yt[i] - b * xt[i]) / determinant;
    const shorten = Math.min(1, LONGEST_STEP / Math.max(1e-9, Math.sqrt(u * u + v * v)));
    flow.x[i] += u * shorten;
    flow.y[i] += v * shorten;
  }
}

/** Lets rest what moves for no gain: of two explanations that are equally good the smaller motion is taken. */
function rest(flow: FlowField, from: Plane, to: Plane, radius: number): void {
  const { width, height } = from;
  const moved = fetchAlong(to, flow).data.map((value, i) => (value - from.data[i]) ** 2);
  const still = to.data.map((value, i) => (value - from.data[i]) ** 2);
  for (const errors of [moved, still]) windowMean(errors, width, height, radius);
  for (let i = 0; i < still.length; i++) if (still[i] <= NO_GAIN * moved[i] + REGULARISER) flow.x[i] = flow.y[i] = 0;
}

/** What is left of a picture without the brightness and contrast of each place: (Y − mean) / (deviation + a little). */
function structureOf({ width, height, data }: Plane, radius: number): Plane {
  const mean = data.slice();
  const squares = data.map((value) => value * value);
  for (const sums of [mean, squares]) windowMean(sums, width, height, radius);
  return {
    width,
    height,
    data: data.map((value, i) => (value - mean[i]) / (Math.sqrt(Math.max(0, squares[i] - mean[i] * mean[i])) + FAINT)),
  };
}

/** Mean over a square window, in place, cut off at the border. */
function windowMean(data: Float32Array, width: number, height: number, radius: number): void {
  const line = new Float64Array(Math.max(width, height) + 1);
  const along = (start: number, step: number, length: number): void => {
    for (let i = 0; i < length; i++) line[i + 1] = line[i] + data[start + i * step];
    for (let i = 0; i < length; i++) {
      const [low, high] = [Math.max(0, i - radius), Math.min(length, i + radius + 1)];
      data[start + i * step] = (line[high] - line[low]) / (high - low);
    }
  };
  for (let row = 0; row < height; row++) along(row * width, 1, width);
  for (let column = 0; column < width; column++) along(column, width, height);
}

/** Half the size, each pixel the mean of four after a binomial blur, which keeps fine texture from turning into coarse. */
function halve({ width, height, data }: Plane): Plane {
  const half: Plane = { width: Math.ceil(width / 2), height: Math.ceil(height / 2), data: new Float32Array(0) };
  const weights = [1, 3, 3, 1];
  const rows = new Float32Array(half.width * height);
  for (let row = 0; row < height; row++)
    for (let column = 0; column < half.width; column++) {
      let sum = 0;
      for (let k = 0; k < 4; k++) sum += weights[k] * data[row * width + Math.min(Math.max(2 * column + k - 1, 0), width - 1)];
      rows[row * half.width + column] = sum / 8;
    }
  half.data = new Float32Array(half.width * half.height);
  for (let row = 0; row < half.height; row++)
    for (let column = 0; column < half.width; column++) {
      let sum = 0;
      for (let k = 0; k < 4; k++)
        sum += weights[k] * rows[Math.min(Math.max(2 * row + k - 1, 0), height - 1) * half.width + column];
      half.data[row * half.width + column] = sum / 8;
    }
  return half;
}

function noFlow({ width, height }: Plane): FlowField {
  return { width, height, x: new Float32Array(width * height), y: new Float32Array(width * height) };
}

/** The flow of the next finer level: twice as many pixels a side, each displacement twice as long. */
function doubled(flow: FlowField, { width, height }: Plane): FlowField {
  const finer = noFlow({ width, height, data: flow.x });
  for (const axis of ['x', 'y'] as const) {
    const coarse: Plane = { width: flow.width, height: flow.height, data: flow[axis] };
    for (let row = 0, i = 0; row < height; row++)
      for (let column = 0; column < width; column++, i++)
        finer[axis][i] = 2 * sampleAt(coarse, (column - 0.5) / 2, (row - 0.5) / 2);
  }
  return finer;
}

/** Median of 3×3, the border repeated. */
function median(data: Float32Array, width: number, height: number): Float32Array {
  const clean = new Float32Array(data.length);
  const near = new Float32Array(9);
  for (let row = 0, i = 0; row < height; row++) {
    for (let column = 0; column < width; column++, i++) {
      let count = 0;
      for (let dy = -1; dy <= 1; dy++) {
        const line = Math.min(Math.max(row + dy, 0), height - 1) * width;
        for (let dx = -1; dx <= 1; dx++) near[count++] = data[line + Math.min(Math.max(column + dx, 0), width - 1)];
      }
      for (let k = 0; k < MEDIAN_NETWORK.length; k += 2) {
        const [low, high] = [MEDIAN_NETWORK[k], MEDIAN_NETWORK[k + 1]];
        if (near[low] > near[high]) {
          const larger = near[low];
          near[low] = near[high];
          near[high] = larger;
        }
      }
      clean[i] = near[4];
    }
  }
  return clean;
}
