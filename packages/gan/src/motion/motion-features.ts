/**
 * @file A clip as rows of numbers that a network can learn: nothing in a row depends on where the person is or which way it looks, so that the
 * same step is the same row anywhere. Rotations are six numbers each (Zhou et al. 2019), places are speeds.
 *
 * A row: speed of the root to its left and forward (m/s), turn (rad/s), height (m), contact of each foot (0 or 1), rotation of the root without
 * its heading (6), rotation of each other joint (6 each).
 */
import {
  aboutAxis,
  AXES,
  compose,
  fromSixNumbers,
  rotate,
  slerp,
  toSixNumbers,
  type Quaternion,
  type Vector3,
} from './quaternion.js';
import { clipFrom, frameCount, poseAt, worldOf, type MotionClip, type Pose, type Skeleton } from './skeleton.js';

/** Where in a row things are. */
export interface FeatureLayout {
  /** Numbers in a row. */
  size: number;
  /** Indices of the joints that stand on the ground, one a foot. */
  feet: readonly number[];
  /** Index of the first contact in a row. */
  contacts: number;
  /** Index of the first rotation in a row. */
  rotations: number;
}

/** Index of the root's height in a row, after both speeds and the turn. */
export const HEIGHT = 3;
/** Slower than this and near the ground is a contact, metres in a second. */
const STANDING_SPEED = 0.35;
/** Over its lowest place in the clip, metres. */
const STANDING_HEIGHT = 0.06;

/**
 * Rows for a skeleton.
 *
 * @param skeleton - Feet are the joints with `foot` or `ankle` in their names; a skeleton may have none.
 */
export function featureLayout({ joints }: Skeleton): FeatureLayout {
  const feet = joints.flatMap((joint, j) => (/foot|ankle/i.test(joint.name) ? [j] : []));
  const contacts = HEIGHT + 1;
  const rotations = contacts + feet.length;
  return { size: rotations + 6 * joints.length, feet, contacts, rotations };
}

/** Rows of a clip, [frames, size]. The first frame's speeds are those of the second. */
export function toFeatures(clip: MotionClip): Float32Array {
  const layout = featureLayout(clip.skeleton);
  const frames = frameCount(clip);
  const rows = new Float32Array(frames * layout.size);
  const poses = Array.from({ length: frames }, (_, frame) => poseAt(clip, frame));
  const grounded = contactsOf(clip, poses, layout.feet);
  for (const [frame, pose] of poses.entries()) {
    const row = rows.subarray(frame * layout.size, (frame + 1) * layout.size);
    const heading = headingOf(pose.rotations[0]);
    const [from, to] = frame === 0 ? [0, Math.min(1, frames - 1)] : [frame - 1, frame];
    const before = headingOf(poses[from].rotations[0]);
    const moved: Vector3 = [poses[to].root[0] - poses[from].root[0], 0, poses[to].root[2] - poses[from].root[2]];
    const [left, , forward] = rotate(aboutAxis(AXES.Y, -before), moved);
    row[0] = left * clip.fps;
    row[1] = forward * clip.fps;
    row[2] = shortestTurn(headingOf(poses[to].rotations[0]) - before) * clip.fps;
    row[HEIGHT] = pose.root[1];
    row.set(grounded[frame], layout.contacts);
    row.set(toSixNumbers(compose(aboutAxis(AXES.Y, -heading), pose.rotations[0])), layout.rotations);
    for (let j = 1; j < pose.rotations.length; j++) row.set(toSixNumbers(pose.rotations[j]), layout.rotations + 6 * j);
  }
  return rows;
}

/** Where a clip begins. */
export interface MotionStart {
  /** On the ground: x and z, metres. */
  place: readonly [number, number];
  /** Radians about the vertical. */
  heading: number;
}

/** A clip from rows; the first row's speeds are not used. */
export function fromFeatures(
  rows: Float32Array,
  skeleton: Skeleton,
  fps: number,
  { place, heading }: MotionStart = { place: [0, 0], heading: 0 },
): MotionClip {
  const layout = featureLayout(skeleton);
  const poses: Pose[] = [];
  let [x, z] = place;
  let facing = heading;
  for (let at = 0; at + layout.size <= rows.length; at += layout.size) {
    const row = rows.subarray(at, at + layout.size);
    if (at > 0) {
      const moved = rotate(aboutAxis(AXES.Y, facing), [row[0] / fps, 0, row[1] / fps]);
      x += moved[0];
      z += moved[2];
      facing += row[2] / fps;
    }
    const rotations: Quaternion[] = skeleton.joints.map((_, j) =>
      fromSixNumbers([...row.subarray(layout.rotations + 6 * j, layout.rotations + 6 * j + 6)]),
    );
    rotations[0] = compose(aboutAxis(AXES.Y, facing), rotations[0]);
    poses.push({ root: [x, row[HEIGHT], z], rotations });
  }
  return clipFrom(skeleton, fps, poses);
}

/** Where a frame of a clip stands and looks. */
export function startOf(clip: MotionClip, frame: number): MotionStart {
  const pose = poseAt(clip, frame);
  return { place: [pose.root[0], pose.root[2]], heading: headingOf(pose.rotations[0]) };
}

/** The turn about the vertical that is in a rotation (swing and twist). */
export function headingOf([, y, , w]: Quaternion): number {
  return 2 * Math.atan2(y, w);
}

/** The same angle in −π…π. */
export function shortestTurn(angle: number): number {
  return Math.atan2(Math.sin(angle), Math.cos(angle));
}

/** A clip with another number of frames a second: places on straight lines, rotations on great arcs. */
export function resample(clip: MotionClip, fps: number): MotionClip {
  if (fps === clip.fps) return clip;
  const last = frameCount(clip) - 1;
  const count = Math.max(1, Math.floor((last / clip.fps) * fps + 1e-6) + 1);
  const poses = Array.from({ length: count }, (_, i) => {
    const at = Math.min(last, (i / fps) * clip.fps);
    const frame = Math.min(Math.floor(at), Math.max(0, last - 1));
    return between(poseAt(clip, frame), poseAt(clip, Math.min(last, frame + 1)), at - frame);
  });
  return clipFrom(clip.skeleton, fps, poses);
}

/** A pose on the way from one to another; `t` in 0…1. */
export function between(a: Pose, b: Pose, t: number): Pose {
  const mix = (i: 0 | 1 | 2): number => a.root[i] + (b.root[i] - a.root[i]) * t;
  return { root: [mix(0), mix(1), mix(2)], rotations: a.rotations.map((rotation, j) => slerp(rotation, b.rotations[j], t)) };
}

function contactsOf(clip: MotionClip, poses: readonly Pose[], feet: readonly number[]): number[][] {
  const places = poses.map((pose) => {
    const { positions } = worldOf(clip.skeleton, pose);
    return feet.map((foot) => positions[foot]);
  });
  const lowest = feet.map((_, i) => Math.min(...places.map((place) => place[i][1])));
  return places.map((place, frame) =>
    place.map((now, i) => {
      const before = places[Math.max(0, frame - 1)][i];
      const after = places[Math.min(places.length - 1, frame + 1)][i];
      const span = Math.min(places.length - 1, frame + 1) - Math.max(0, frame - 1);
      const speed = span === 0 ? 0 : (Math.hypot(after[0] - before[0], after[2] - before[2]) * clip.fps) / span;
      return speed < STANDING_SPEED && now[1] < lowest[i] + STANDING_HEIGHT ? 1 : 0;
    }),
  );
}
