/**
 * @file Skeletons and their clips as plain data: joints in a tree with offsets, and for each frame where the root is and how each joint is
 * turned. Metres, y up, the resting figure looks along +z with its left arm along +x (a T pose), as BVH files have it.
 */
import { addScaled, compose, rotate, type Quaternion, type Vector3 } from './quaternion.js';

/** A joint of a skeleton. */
export interface Joint {
  /** `'LeftFoot'`. */
  name: string;
  /** Index of the joint it hangs on, smaller than its own; −1 for the root, which is the first. */
  parent: number;
  /** From the parent, in metres, in the resting pose. */
  offset: Vector3;
  /** Where a bone without a further joint ends, from this joint. */
  end?: Vector3;
}

/** Joints, parents before children. */
export interface Skeleton {
  joints: readonly Joint[];
}

/** A skeleton in motion. */
export interface MotionClip {
  skeleton: Skeleton;
  /** Frames in a second. */
  fps: number;
  /** Places of the root, [frames, 3] in metres. */
  root: Float32Array;
  /** Rotations of each joint against its parent, [frames, joints, 4] as [x, y, z, w]. */
  rotations: Float32Array;
}

/** One frame of a clip. */
export interface Pose {
  root: Vector3;
  /** A rotation for each joint. */
  rotations: readonly Quaternion[];
}

/**
 * A person's skeleton of 21 joints, with the proportions of Drillis and Contini (1966).
 *
 * @param options - `height` in metres, default 1.75.
 * @returns The skeleton in a T pose.
 * @throws RangeError for a height outside 0.5…3.
 * @example
 * ```ts
 * import { createHumanSkeleton } from '@filmai/gan/motion';
 *
 * console.log(createHumanSkeleton().joints.length); // 21
 * ```
 */
export function createHumanSkeleton({ height = 1.75 }: { height?: number } = {}): Skeleton {
  if (!(height >= 0.5 && height <= 3))
    throw new RangeError(`createHumanSkeleton: height must lie in 0.5…3 metres, got ${height}`);
  const joints: Joint[] = [];
  const add = (name: string, parent: string, offset: Vector3, end?: Vector3): void => {
    const scaled = (v: Vector3): Vector3 => [v[0] * height, v[1] * height, v[2] * height];
    joints.push({
      name,
      parent: joints.findIndex((joint) => joint.name === parent),
      offset: scaled(offset),
      ...(end ? { end: scaled(end) } : {}),
    });
  };
  add('Hips', '', [0, 0.53, 0]);
  add('Spine', 'Hips', [0, 0.06, 0]);
  add('Chest', 'Spine', [0, 0.11, 0]);
  add('Neck', 'Chest', [0, 0.13, 0]);
  add('Head', 'Neck', [0, 0.05, 0.01], [0, 0.12, 0]);
  for (const [side, sign] of [
    ['Left', 1],
    ['Right', -1],
  ] as const) {
    add(`${side}Shoulder`, 'Chest', [0.02 * sign, 0.11, 0]);
    add(`${side}Arm`, `${side}Shoulder`, [0.1095 * sign, 0.008, 0]);
    add(`${side}ForeArm`, `${side}Arm`, [0.186 * sign, 0, 0]);
    add(`${side}Hand`, `${side}ForeArm`, [0.146 * sign, 0, 0], [0.108 * sign, 0, 0]);
  }
  for (const [side, sign] of [
    ['Left', 1],
    ['Right', -1],
  ] as const) {
    add(`${side}UpLeg`, 'Hips', [0.052 * sign, 0, 0]);
    add(`${side}Leg`, `${side}UpLeg`, [0, -0.245, 0]);
    add(`${side}Foot`, `${side}Leg`, [0, -0.246, 0]);
    add(`${side}Toe`, `${side}Foot`, [0, -0.03, 0.1], [0, 0, 0.05]);
  }
  return { joints };
}

/** How many frames a clip has. */
export function frameCount(clip: MotionClip): number {
  return clip.root.length / 3;
}

/** Index of a joint. Throws RangeError where the skeleton has none of that name. */
export function jointIndex({ joints }: Skeleton, name: string): number {
  const index = joints.findIndex((joint) => joint.name === name);
  if (index < 0) {
    throw new RangeError(`the skeleton has no joint "${name}"; it has ${joints.map((joint) => joint.name).join(', ')}`);
  }
  return index;
}

/** One frame of a clip. Throws RangeError outside the clip. */
export function poseAt(clip: MotionClip, frame: number): Pose {
  const frames = frameCount(clip);
  if (!(Number.isInteger(frame) && frame >= 0 && frame < frames))
    throw new RangeError(`poseAt: frame must lie in 0…${frames - 1}, got ${frame}`);
  const { joints } = clip.skeleton;
  const at = frame * joints.length * 4;
  return {
    root: [clip.root[frame * 3], clip.root[frame * 3 + 1], clip.root[frame * 3 + 2]],
    rotations: joints.map((_, j) => {
      const [x, y, z, w] = clip.rotations.subarray(at + j * 4, at + j * 4 + 4);
      return [x, y, z, w];
    }),
  };
}

/** A clip from poses. */
export function clipFrom(skeleton: Skeleton, fps: number, poses: readonly Pose[]): MotionClip {
  const root = new Float32Array(poses.length * 3);
  const rotations = new Float32Array(poses.length * skeleton.joints.length * 4);
  for (const [frame, pose] of poses.entries()) {
    root.set(pose.root, frame * 3);
    for (const [j, rotation] of pose.rotations.entries()) rotations.set(rotation, (frame * skeleton.joints.length + j) * 4);
  }
  return { skeleton, fps, root, rotations };
}

/** Where the joints are and how they are turned in the world, for one pose. */
export function worldOf({ joints }: Skeleton, pose: Pose): { positions: Vector3[]; rotations: Quaternion[] } {
  const positions: Vector3[] = [];
  const rotations: Quaternion[] = [];
  for (const [j, { parent, offset }] of joints.entries()) {
    if (parent < 0) {
      positions.push(pose.root);
      rotations.push(pose.rotations[j]);
    } else {
      positions.push(addScaled(positions[parent], rotate(rotations[parent], offset)));
      rotations.push(compose(rotations[parent], pose.rotations[j]));
    }
  }
  return { positions, rotations };
}

/**
 * Where all joints are in all frames.
 *
 * @param clip - The clip.
 * @returns [frames, joints, 3] in metres.
 * @example
 * ```ts
 * import { createMotion, worldPositions } from '@filmai/gan/motion';
 *
 * const walk = createMotion({ kind: 'walk', seconds: 2 });
 * console.log(worldPositions(walk).length === 60 * walk.skeleton.joints.length * 3); // true
 * ```
 */
export function worldPositions(clip: MotionClip): Float32Array {
  const count = clip.skeleton.joints.length;
  const result = new Float32Array(frameCount(clip) * count * 3);
  for (let frame = 0; frame < frameCount(clip); frame++) {
    for (const [j, position] of worldOf(clip.skeleton, poseAt(clip, frame)).positions.entries()) {
      result.set(position, (frame * count + j) * 3);
    }
  }
  return result;
}
