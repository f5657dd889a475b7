/**
 * @file Feet that stand stay where they stand. A network's clip lets them slide a little; here each contact is held at one place by bending hip
 * and knee, the way motion capture is cleaned (Kovar, Schreiner and Gleicher 2002, "Footskate cleanup for motion capture editing").
 */
import {
  addScaled,
  compose,
  dot,
  IDENTITY,
  inverse,
  length,
  nearest,
  rotate,
  unit,
  type Quaternion,
  type Vector3,
} from './quaternion.js';
import { clipFrom, frameCount, poseAt, worldOf, type MotionClip, type Pose } from './skeleton.js';

/** Frames over which a correction comes and goes before and after a contact. */
const EASE = 5;

/**
 * Holds feet in place.
 *
 * @param clip - The clip; it is not changed.
 * @param feet - Joints that stand, each with a knee and a hip above it.
 * @param contacts - How surely each foot stands in each frame, [frames][feet], 0…1; a contact is above 0.5.
 * @returns The corrected clip.
 */
export function lockFeet(clip: MotionClip, feet: readonly number[], contacts: readonly (readonly number[])[]): MotionClip {
  const frames = frameCount(clip);
  let poses = Array.from({ length: frames }, (_, frame) => poseAt(clip, frame));
  for (const [i, foot] of feet.entries()) {
    const knee = clip.skeleton.joints[foot].parent;
    const hip = knee < 0 ? -1 : clip.skeleton.joints[knee].parent;
    if (hip < 0) continue;
    const places = poses.map((pose) => worldOf(clip.skeleton, pose).positions[foot]);
    const shifts = correctionsFor(
      places,
      contacts.map((row) => row[i] > 0.5),
    );
    poses = poses.map((pose, frame) =>
      length(shifts[frame]) < 1e-5 ? pose : moveFoot(clip, pose, { hip, knee, foot }, addScaled(places[frame], shifts[frame])),
    );
  }
  return clipFrom(clip.skeleton, clip.fps, poses);
}

/** How far to move a foot in each frame: in a contact to its middle place, between contacts on a line from one correction to the next. */
function correctionsFor(places: readonly Vector3[], standing: readonly boolean[]): Vector3[] {
  const shifts = places.map((): Vector3 => [0, 0, 0]);
  for (let begin = 0; begin < places.length; begin++) {
    if (!standing[begin] || standing[begin - 1]) continue;
    let end = begin;
    while (standing[end + 1]) end++;
    const mean = (axis: 0 | 2): number =>
      places.slice(begin, end + 1).reduce((sum, place) => sum + place[axis], 0) / (end - begin + 1);
    const held: Vector3 = [mean(0), 0, mean(2)];
    const shiftAt = (frame: number): Vector3 => [held[0] - places[frame][0], 0, held[2] - places[frame][2]];
    for (let frame = begin; frame <= end; frame++) shifts[frame] = shiftAt(frame);
    for (let away = 1; away < EASE; away++) {
      const weight = 1 - away / EASE;
      for (const [edge, frame] of [
        [begin, begin - away],
        [end, end + away],
      ]) {
        if (frame >= 0 && frame < places.length && !standing[frame]) {
          shifts[frame] = addScaled(shifts[frame], shiftAt(edge), weight);
        }
      }
    }
  }
  return shifts;
}

/** Bends hip and knee in the plane in which the leg lies, so that the foot comes to a place; the foot keeps its direction in the world. */
function moveFoot(
  { skeleton }: MotionClip,
  pose: Pose,
  { hip, knee, foot }: { hip: number; knee: number; foot: number },
  target: Vector3,
): Pose {
  const world = worldOf(skeleton, pose);
  const [atHip, atKnee, atFoot] = [world.positions[hip], world.positions[knee], world.positions[foot]];
  const thigh = length(addScaled(atKnee, atHip, -1));
  const shin = length(addScaled(atFoot, atKnee, -1));
  const line = addScaled(target, atHip, -1);
  const distance = Math.max(Math.abs(thigh - shin) + 1e-4, Math.min(length(line), (thigh + shin) * 0.9998));
  const along = unit(line);
  const bend = addScaled(atKnee, atHip, -1);
  const aside = addScaled(bend, along, -dot(bend, along));
  if (length(aside) < 1e-6) return pose;
  const cosine = Math.max(-1, Math.min(1, (thigh * thigh + distance * distance - shin * shin) / (2 * thigh * distance)));
  const sine = Math.sqrt(1 - cosine * cosine);
  const newKnee = addScaled(addScaled(atHip, along, thigh * cosine), unit(aside), thigh * sine);
  const newFoot = addScaled(atHip, along, distance);
  const thighTurn = turnBetween(addScaled(atKnee, atHip, -1), addScaled(newKnee, atHip, -1));
  const thighWorld = compose(thighTurn, world.rotations[hip]);
  const shinTurn = turnBetween(rotate(thighTurn, addScaled(atFoot, atKnee, -1)), addScaled(newFoot, newKnee, -1));
  const shinWorld = compose(shinTurn, thighTurn, world.rotations[knee]);
  const rotations = [...pose.rotations];
  const above = skeleton.joints[hip].parent;
  rotations[hip] = compose(inverse(above < 0 ? [0, 0, 0, 1] : world.rotations[above]), thighWorld);
  rotations[knee] = compose(inverse(thighWorld), shinWorld);
  rotations[foot] = compose(inverse(shinWorld), world.rotations[foot]);
  return { ...pose, rotations };
}

/** The shortest turn from one direction to another. */
function turnBetween(from: Vector3, to: Vector3): Quaternion {
  const [a, b] = [unit(from), unit(to)];
  const w = 1 + dot(a, b);
  if (w < 1e-9) return Math.abs(a[0]) > 0.9 ? [0, 1, 0, 0] : nearest([0, -a[2], a[1], 0], IDENTITY);
  return nearest([a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0], w], IDENTITY);
}
