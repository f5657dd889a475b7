/** @file How far two motions are from each other, whatever way their figures have gone. */
import { frameCount, worldPositions, type MotionClip } from './skeleton.js';

/**
 * Mean distance of joints in metres, with the roots of each frame laid over each other.
 *
 * @param a - A clip.
 * @param b - Another of the same skeleton; of the longer one the end is left out.
 */
export function poseDistance(a: MotionClip, b: MotionClip): number {
  const [p, q] = [worldPositions(a), worldPositions(b)];
  const joints = a.skeleton.joints.length;
  const count = joints * Math.min(frameCount(a), frameCount(b));
  let sum = 0;
  for (let joint = 0; joint < count; joint++) {
    const root = joint - (joint % joints);
    sum += Math.hypot(
      ...[0, 1, 2].map((axis) => p[joint * 3 + axis] - p[root * 3 + axis] - (q[joint * 3 + axis] - q[root * 3 + axis])),
    );
  }
  return sum / count;
}
