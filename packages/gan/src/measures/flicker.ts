/**
 * @file Two measures of how steady a clip is: what neighbouring frames differ by once motion is accounted for.
 *
 * - Warping error (Lai et al., "Learning Blind Video Temporal Consistency", 2018): mean squared difference of colours between a frame and
 *   its successor fetched back along the flow, over the pixels that are seen in both.
 * - Flicker: |Y(t) − ½ (Y(t−1) + Y(t+1))| along the path of each pixel, Y the luma; so the change that turns back. What moves, what fades
 *   in or out and what grows brighter steadily gives zero; a lamp that alternates by ±a gives 2a.
 */
import { checkClip, colourPlanes, lumaPlane } from './luma-plane.js';
import type { Picture, Plane } from './luma-plane.js';
import { fetchAlong, planeFlow, visiblePixels } from './optical-flow.js';
import type { FlowField, OpticalFlowOptions } from './optical-flow.js';

/** Flow between neighbouring frames, both ways: frame t to t + 1 and back. */
export interface FlowPair {
  forward: FlowField;
  backward: FlowField;
}

/** Where the motion between frames is taken from. */
export interface MotionOptions {
  /**
   * Known flow, one pair between each two neighbours; or `'still'`, which compares place by place: right where nothing can be followed,
   * as in rain. Default: estimated.
   */
  flows?: readonly FlowPair[] | 'still';
  /** A clip of the same length and size to estimate the motion on: the source of a translated clip. Default: the clip itself. */
  motionOf?: readonly Picture[];
  /** How motion is estimated. */
  estimate?: OpticalFlowOptions;
}

/** A measured clip. */
export interface Steadiness {
  /** `'flicker'` or `'warping-error'`. */
  name: string;
  /** Mean over the moments of the clip; 0 is steady. */
  value: number;
  /** The value at each moment. */
  moments: number[];
  /** Part of the pixels that could be followed, 0…1. */
  followed: number;
}

/**
 * Measures how much a clip flickers; see the head of this file for the formula.
 *
 * @param clip - At least three frames of one size. Alpha counts as over black.
 * @param options - See {@link MotionOptions}.
 * @returns Mean luma that flickers, 0…1.
 * @throws RangeError where there are fewer than three frames, or sizes differ.
 * @example
 * ```ts
 * import { createFrame } from '@filmai/core-tensor/frames';
 * import { flicker } from '@filmai/gan/measures';
 *
 * const lamp = [102, 153, 102, 153].map((grey) => createFrame(16, 16, { fill: [grey, grey, grey, 255] }));
 * console.log(flicker(lamp).value.toFixed(3)); // 0.200
 * ```
 */
export function flicker(clip: readonly Picture[], options: MotionOptions = {}): Steadiness {
  checkClip('flicker', clip, 3);
  const luma = clip.map(lumaPlane);
  const flows = followMotion('flicker', clip, options);
  const moments: number[] = [];
  let followed = 0;
  for (let t = 1; t + 1 < clip.length; t++) {
    const [toPast, toFuture] = [flows[t - 1].backward, flows[t].forward];
    const past = fetchAlong(luma[t - 1], toPast).data;
    const future = fetchAlong(luma[t + 1], toFuture).data;
    const seenBefore = visiblePixels(toPast, flows[t - 1].forward);
    const seenAfter = visiblePixels(toFuture, flows[t].backward);
    const now = luma[t].data;
    let [sum, count] = [0, 0];
    for (let i = 0; i < now.length; i++) {
      if (seenBefore[i] === 0 || seenAfter[i] === 0) continue;
      sum += Math.abs(now[i] - (past[i] + future[i]) / 2);
      count++;
    }
    moments.push(count === 0 ? 0 : sum / count);
    followed += count / now.length;
  }
  return { name: 'flicker', value: mean(moments), moments, followed: followed / moments.length };
}

/**
 * Measures the warping error of a clip; see the head of this file for the formula.
 *
 * @param clip - At least two frames of one size. Alpha counts as over black.
 * @param options - See {@link MotionOptions}; for a translated clip give its source as `motionOf`.
 * @returns Mean squared difference of colours in 0…1.
 * @throws RangeError where there are fewer than two frames, or sizes differ.
 * @example
 * ```ts
 * import { createFrame } from '@filmai/core-tensor/frames';
 * import { warpingError } from '@filmai/gan/measures';
 *
 * const clip = [51, 102].map((grey) => createFrame(16, 16, { fill: [grey, grey, grey, 255] }));
 * console.log(warpingError(clip).value.toFixed(2)); // 0.04
 * ```
 */
export function warpingError(clip: readonly Picture[], options: MotionOptions = {}): Steadiness {
  checkClip('warpingError', clip, 2);
  const colours = clip.map(colourPlanes);
  const flows = followMotion('warpingError', clip, options);
  const moments: number[] = [];
  let followed = 0;
  for (const [t, { forward, backward }] of flows.entries()) {
    const seen = visiblePixels(forward, backward);
    const count = seen.reduce((sum, value) => sum + value, 0);
    let sum = 0;
    for (const [channel, now] of colours[t].entries()) {
      const next = fetchAlong(colours[t + 1][channel], forward).data;
      for (let i = 0; i < next.length; i++) if (seen[i] === 1) sum += (now.data[i] - next[i]) ** 2;
    }
    moments.push(count === 0 ? 0 : sum / (3 * count));
    followed += count / seen.length;
  }
  return { name: 'warping-error', value: mean(moments), moments, followed: followed / moments.length };
}

/** The flow between each two neighbours: as given, or estimated. */
function followMotion(
  who: string,
  clip: readonly Picture[],
  { flows, motionOf = clip, estimate }: MotionOptions,
): readonly FlowPair[] {
  if (flows === 'still') {
    const [{ width, height }] = clip;
    const none: FlowField = { width, height, x: new Float32Array(width * height), y: new Float32Array(width * height) };
    return clip.slice(1).map(() => ({ forward: none, backward: none }));
  }
  if (flows !== undefined) {
    if (flows.length !== clip.length - 1)
      throw new RangeError(`${who}: ${clip.length} frames need ${clip.length - 1} flows between them, got ${flows.length}`);
    for (const { forward } of flows) {
      if (forward.width !== clip[0].width || forward.height !== clip[0].height)
        throw new RangeError(
          `${who}: flow of ${forward.width}×${forward.height} for frames of ${clip[0].width}×${clip[0].height}`,
        );
    }
    return flows;
  }
  if (motionOf !== clip) {
    checkClip(who, motionOf, clip.length);
    if (motionOf.length !== clip.length || motionOf[0].width !== clip[0].width || motionOf[0].height !== clip[0].height)
      throw new RangeError(`${who}: motionOf must have as many frames of the same size as the clip`);
  }
  const luma: Plane[] = motionOf.map(lumaPlane);
  return luma
    .slice(1)
    .map((next, t) => ({ forward: planeFlow(luma[t], next, estimate), backward: planeFlow(next, luma[t], estimate) }));
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
