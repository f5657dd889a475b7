/**
 * @file A trained motion VAE as animators use it: motion out of nothing, ways between two motions, the frames between two poses, and one person's
 * way of moving given to another.
 */
import { createRandom } from '@filmai/core-tensor/random';
import { checkRange } from '../errors/check-range.js';
import { lockFeet } from './lock-feet.js';
import { decodeRows, encodeRows, onSkeleton, seekLatent, tooShort, windowRows } from './motion-coding.js';
import { between, featureLayout, fromFeatures, HEIGHT, startOf, toFeatures, type MotionStart } from './motion-features.js';
import { labelNumbers, type MotionLabel, type MotionModel } from './motion-model.js';
import { clipFrom, frameCount, poseAt, worldPositions, type MotionClip } from './skeleton.js';

/** Frames at a border that two windows share. */
const OVERLAP = 12;

/**
 * Makes motion that was not in the training clips.
 *
 * @param model - A trained model.
 * @param request - `kind` and `style`; `seconds`, default one window; `seed`, default 1.
 * @returns A clip from the origin, of `Math.round(seconds × fps)` frames. Longer than a window, it goes on window after window, each sought so that
 *   it begins as the last one ended.
 * @throws GanError `UNKNOWN_MOTION` for a label the model doesn't know; RangeError for `seconds`.
 * @example
 * ```ts
 * import { loadMotionModel, sampleMotion } from '@filmai/gan/motion';
 *
 * const model = await loadMotionModel();
 * const clip = sampleMotion(model, { kind: 'walk', style: 'tired', seconds: 2, seed: 7 });
 * console.log(clip.root.length / 3); // 60
 * model.vae.dispose();
 * ```
 */
export function sampleMotion(
  model: MotionModel,
  { seconds, seed = 1, ...label }: MotionLabel & { seconds?: number; seed?: number | string },
): MotionClip {
  const { vae, fps } = model;
  const frames = seconds === undefined ? vae.frames : Math.max(1, Math.round(seconds * fps));
  if (!(frames >= 1 && frames <= 100_000)) throw new RangeError(`sampleMotion: seconds must be above 0, got ${seconds}`);
  const random = createRandom(`sample/${seed}`);
  const first = Float32Array.from({ length: vae.latent }, () => random.normal());
  let rows: Float32Array = decodeRows(model, first, label);
  const { size } = featureLayout(model.skeleton);
  while (rows.length / size < frames) {
    const start = Float32Array.from({ length: vae.latent }, () => random.normal());
    const tail = rows.slice(rows.length - OVERLAP * size);
    const latent = seekLatent(model, start, label, [{ at: 0, rows: tail }]);
    const next = decodeRows(model, latent, label);
    rows = joinRows(rows, next, size);
  }
  return finish(model, rows.slice(0, frames * size));
}

/**
 * A motion between two: their latents are mixed, not their poses.
 *
 * @param model - A trained model.
 * @param a - A clip on the model's skeleton with its label.
 * @param b - Another.
 * @param t - 0 is the first, 1 the second.
 * @returns One window of motion from the origin.
 * @throws GanError `WRONG_SHAPE` for a clip that is too short or has another skeleton.
 */
export function interpolateMotion(
  model: MotionModel,
  a: MotionLabel & { clip: MotionClip },
  b: MotionLabel & { clip: MotionClip },
  t: number,
): MotionClip {
  checkRange('interpolateMotion: t', t, 0, 1);
  const [from, to] = [a, b].map((one) => encodeRows(model, windowRows(model, one.clip), one));
  const mixed = from.map((value, i) => value * (1 - t) + to[i] * t);
  const told = mixLabels(labelNumbers(model, a), labelNumbers(model, b), t);
  return finish(model, decodeRows(model, mixed, told));
}

/**
 * Fills the frames between two clips: a latent is sought whose window begins as the one ends and ends as the other begins, and what is left of
 * the difference is spread over the gap.
 *
 * @param model - A trained model.
 * @param before - Ends where the gap begins; at least 8 frames are best.
 * @param after - Begins where the gap ends, in the same world.
 * @param options - `seconds` of the gap, at most a window less its borders; `kind` and `style` of what happens in it.
 * @returns The frames of the gap alone.
 * @throws RangeError for a gap that is too long, with the longest that goes.
 */
export function inbetweenMotion(
  model: MotionModel,
  before: MotionClip,
  after: MotionClip,
  { seconds, ...label }: MotionLabel & { seconds: number },
): MotionClip {
  const { vae, fps, skeleton } = model;
  const { size } = featureLayout(skeleton);
  const border = 8;
  const gap = Math.round(seconds * fps);
  const most = vae.frames - 2 * border;
  if (!(gap >= 1 && gap <= most)) {
    throw new RangeError(
      `inbetweenMotion: seconds must lie in ${(1 / fps).toFixed(3)}…${(most / fps).toFixed(2)}, got ${seconds}`,
    );
  }
  const [first, last] = [before, after].map((clip) => onSkeleton(model, clip));
  const head = toFeatures(first).slice(-border * size);
  const tail = toFeatures(last).slice(0, border * size);
  const headFrames = head.length / size;
  const known = [
    { at: 0, rows: head },
    { at: headFrames + gap, rows: tail },
  ];
  const latent = seekLatent(model, new Float32Array(vae.latent), label, known);
  const rows = decodeRows(model, latent, label);
  const start = startOf(first, frameCount(first) - 1);
  const made = finish(model, rows.slice((headFrames - 1) * size, (headFrames + gap + 1) * size), start);
  return spreadDifference(made, first, last);
}

/**
 * Gives a motion another way of moving: the latent stays, the label changes.
 *
 * @param model - A trained model.
 * @param clip - A clip on the model's skeleton; the part that fits whole windows is used.
 * @param from - Its label.
 * @param style - The style to give.
 * @returns The motion in the other style, where the clip began.
 */
export function transferStyle(model: MotionModel, clip: MotionClip, from: MotionLabel, style: string): MotionClip {
  const { vae, skeleton } = model;
  const { size } = featureLayout(skeleton);
  const source = onSkeleton(model, clip);
  const all = toFeatures(source);
  const frames = all.length / size;
  if (frames < vae.frames) throw tooShort(model, frames);
  let rows: Float32Array = new Float32Array(0);
  for (let at = 0; at + vae.frames <= frames; at += vae.frames - OVERLAP) {
    const latent = encodeRows(model, all.slice(at * size, (at + vae.frames) * size), from);
    const next = decodeRows(model, latent, { ...from, style });
    rows = rows.length === 0 ? next : joinRows(rows, next, size);
  }
  return finish(model, rows, startOf(source, 0));
}

function mixLabels(a: Float32Array, b: Float32Array, t: number): Float32Array {
  return a.map((value, i) => value * (1 - t) + b[i] * t);
}

/** Lets one run of rows go over into the next within their shared frames. */
function joinRows(rows: Float32Array, next: Float32Array, size: number): Float32Array {
  const shared = OVERLAP * size;
  const joined = new Float32Array(rows.length + next.length - shared);
  joined.set(rows);
  joined.set(next.subarray(shared), rows.length);
  const from = rows.length - shared;
  for (let i = 0; i < shared; i++) {
    const t = (Math.floor(i / size) + 1) / (OVERLAP + 1);
    joined[from + i] = rows[from + i] * (1 - t) + next[i] * t;
  }
  return joined;
}

/** A clip from rows, with feet that stand held and nothing under the ground. */
function finish({ skeleton, fps }: MotionModel, rows: Float32Array, start?: MotionStart): MotionClip {
  const layout = featureLayout(skeleton);
  const contacts = Array.from({ length: rows.length / layout.size }, (_, frame) =>
    layout.feet.map((_foot, i) => rows[frame * layout.size + layout.contacts + i]),
  );
  const lifted = rows.map((value, i) => (i % layout.size === HEIGHT ? Math.max(0.05, value) : value));
  return aboveGround(lockFeet(fromFeatures(lifted, skeleton, fps, start), layout.feet, contacts));
}

/** Lifts frames in which a joint lies under the ground. */
function aboveGround(clip: MotionClip): MotionClip {
  const stride = clip.skeleton.joints.length * 3;
  const positions = worldPositions(clip);
  const root = clip.root.slice();
  for (let frame = 0; frame < frameCount(clip); frame++) {
    const heights = positions.subarray(frame * stride, (frame + 1) * stride).filter((_, i) => i % 3 === 1);
    root[frame * 3 + 1] += Math.max(0, -Math.min(...heights));
  }
  return { ...clip, root };
}

/** Moves a made gap so that it meets both sides: its first frame is the last before it, its last the first after it; both are then left out. */
function spreadDifference(made: MotionClip, before: MotionClip, after: MotionClip): MotionClip {
  const last = frameCount(made) - 1;
  const ends = [poseAt(before, frameCount(before) - 1), poseAt(after, 0)];
  const edges = [poseAt(made, 0), poseAt(made, last)];
  const poses = Array.from({ length: last - 1 }, (_, i) => {
    const t = (i + 1) / last;
    const pose = poseAt(made, i + 1);
    // What the gap's ends lack of their neighbours, less and less of the one and more and more of the other.
    const towards = [0, 1].map((side) => ({
      root: [0, 1, 2].map((axis) => ends[side].root[axis] - edges[side].root[axis]),
      pose: ends[side],
      weight: side === 0 ? 1 - t : t,
    }));
    const root = [0, 1, 2].map(
      (axis) => pose.root[axis] + towards.reduce((sum, { root: shift, weight }) => sum + shift[axis] * weight, 0),
    );
    const near = Math.max(0, 1 - Math.min(i + 1, last - 1 - i) / 6);
    const side = t < 0.5 ? ends[0] : ends[1];
    return { root: [root[0], root[1], root[2]] as const, rotations: between(pose, side, near * 0.9).rotations };
  });
  return clipFrom(made.skeleton, made.fps, poses);
}
