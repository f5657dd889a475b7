/** @file What is wrong with a body's motion, and how varied motions are: jerk, sliding feet, bones that stretch, diversity. */

/** A clip of joints in the world, y up, in metres. */
export interface JointPositions {
  /** x, y, z of each joint of each frame: [frames, joints, 3]. */
  positions: Float32Array | Float64Array;
  /** The joint that each joint hangs on, −1 for a root. Its length is the number of joints. */
  parents: ArrayLike<number>;
  /** Frames in a second. */
  fps: number;
}

/** A measured motion. */
export interface MotionMeasure {
  /** `'jerk'`, `'foot-skate'`, `'bone-length-error'`, `'motion-diversity'`. */
  name: string;
  /** Mean; see the function for its unit. */
  value: number;
  /** The largest value of all. */
  worst: number;
}

/** Which feet, and where the floor is. */
export interface FootSkateOptions {
  /** Indices of the joints that stand on the floor: ankles or toes. */
  feet: readonly number[];
  /** Height at which those joints are when they stand, in metres, default 0. */
  floor?: number;
  /** Height above that from which a foot is free, in metres, default 0.025. */
  reach?: number;
}

/**
 * Measures how jerky a motion is: mean magnitude of the third derivative of the joints' places, in m/s³ (Flash & Hogan 1985 take people to
 * minimise it).
 *
 * @param motion - At least four frames.
 * @returns Jerk in m/s³; people who walk have some hundred, noise a thousand times as much.
 * @throws RangeError where there are fewer than four frames, or numbers are missing.
 * @example
 * ```ts
 * import { jerk } from '@filmai/gan/measures';
 *
 * const steady = Float32Array.from({ length: 8 * 3 }, (_, i) => (i % 3 === 0 ? i / 8 : 0));
 * console.log(jerk({ positions: steady, parents: [-1], fps: 1 }).value); // 0
 * ```
 */
export function jerk(motion: JointPositions): MotionMeasure {
  const { frames, stride } = checkMotion('jerk', motion, 4);
  const { positions, fps } = motion;
  const meter = createMeter('jerk');
  for (let t = 0; t + 3 < frames; t++) {
    for (let i = 0; i < stride; i += 3) {
      const third = (axis: number): number => {
        const at = t * stride + i + axis;
        return positions[at + 3 * stride] - 3 * positions[at + 2 * stride] + 3 * positions[at + stride] - positions[at];
      };
      meter.add(Math.hypot(third(0), third(1), third(2)) * fps ** 3);
    }
  }
  return meter.read();
}

/**
 * Measures how feet slide while they stand: horizontal speed, weighed by nearness to the floor as 2 − 2^(h / H) (Zhang et al.,
 * "Mode-Adaptive Neural Networks for Quadruped Motion Control", 2018), in m/s.
 *
 * @param motion - At least two frames.
 * @param options - See {@link FootSkateOptions}.
 * @returns Mean over feet and frames, so a figure for the motion as a whole; 0 where feet stand or fly.
 * @throws RangeError where there are fewer than two frames, or a foot is no joint.
 * @example
 * ```ts
 * import { footSkate } from '@filmai/gan/measures';
 *
 * const sliding = Float32Array.from([0, 0, 0, 0.1, 0, 0, 0.2, 0, 0]);
 * console.log(footSkate({ positions: sliding, parents: [-1], fps: 10 }, { feet: [0] }).value.toFixed(2)); // 1.00
 * ```
 */
export function footSkate(motion: JointPositions, { feet, floor = 0, reach = 0.025 }: FootSkateOptions): MotionMeasure {
  const { frames, stride } = checkMotion('footSkate', motion, 2);
  const { positions, fps, parents } = motion;
  if (feet.length === 0) throw new RangeError('footSkate: feet must name at least one joint');
  for (const foot of feet) {
    if (!Number.isInteger(foot) || foot < 0 || foot >= parents.length)
      throw new RangeError(`footSkate: foot ${foot} is none of the ${parents.length} joints`);
  }
  if (!(reach > 0) || !Number.isFinite(floor))
    throw new RangeError(`footSkate: reach must be above 0 and floor finite, got ${reach}, ${floor}`);
  const meter = createMeter('foot-skate');
  for (let t = 0; t + 1 < frames; t++) {
    for (const foot of feet) {
      const at = t * stride + foot * 3;
      const slide = Math.hypot(positions[at + stride] - positions[at], positions[at + stride + 2] - positions[at + 2]) * fps;
      // The higher of both moments: a foot that lifts off is not standing.
      const height = Math.max(positions[at + 1], positions[at + stride + 1]) - floor;
      meter.add(slide * Math.min(1, Math.max(0, 2 - 2 ** (height / reach))));
    }
  }
  return meter.read();
}

/**
 * Measures how bones change their length: |length − true length| / true length.
 *
 * @param motion - At least one frame.
 * @param lengths - True length of the bone from each joint to its parent, in metres (ignored for roots); default: each bone's median
 *   over the clip.
 * @returns Mean over bones and frames; 0 for rigid bones. Bones of no length are passed over.
 * @throws RangeError where numbers are missing or a length is negative.
 * @example
 * ```ts
 * import { boneLengthError } from '@filmai/gan/measures';
 *
 * const arm = Float32Array.from([0, 0, 0, 1, 0, 0, 0, 0, 0, 1.2, 0, 0]);
 * console.log(boneLengthError({ positions: arm, parents: [-1, 0], fps: 30 }, [0, 1]).worst.toFixed(1)); // 0.2
 * ```
 */
export function boneLengthError(motion: JointPositions, lengths?: ArrayLike<number>): MotionMeasure {
  const { frames, stride } = checkMotion('boneLengthError', motion, 1);
  const { positions, parents } = motion;
  if (lengths && lengths.length !== parents.length)
    throw new RangeError(`boneLengthError: ${parents.length} joints need as many lengths, got ${lengths.length}`);
  const meter = createMeter('bone-length-error');
  for (let joint = 0; joint < parents.length; joint++) {
    const parent = parents[joint];
    if (parent < 0) continue;
    const measured = Float64Array.from({ length: frames }, (_, t) =>
      distance(positions, t * stride + joint * 3, t * stride + parent * 3),
    );
    const truth = lengths ? lengths[joint] : measured.toSorted()[frames >> 1];
    if (!(truth >= 0)) throw new RangeError(`boneLengthError: the bone of joint ${joint} has the length ${truth}`);
    if (truth === 0) continue;
    for (const length of measured) meter.add(Math.abs(length - truth) / truth);
  }
  return meter.read();
}

/**
 * Measures how different motions are: mean distance of their joints at equal moments, over all pairs, in metres. Each frame is taken
 * relative to its root, so that where a person walks doesn't count.
 *
 * @param motions - At least two, with equal joints and frames.
 * @returns Mean and greatest difference of two motions; 0 where all are the same.
 * @throws RangeError where there are fewer than two, or joints or frames differ.
 * @example
 * ```ts
 * import { motionDiversity } from '@filmai/gan/measures';
 *
 * const raise = (height: number) => ({ positions: Float32Array.from([0, 1, 0, 0, height, 0]), parents: [-1, 0], fps: 30 });
 * console.log(motionDiversity([raise(1), raise(3)]).value); // 1
 * ```
 */
export function motionDiversity(motions: readonly JointPositions[]): MotionMeasure {
  if (motions.length < 2) throw new RangeError(`motionDiversity: a difference needs at least 2 motions, got ${motions.length}`);
  const placed = motions.map((motion, index) => {
    const { stride } = checkMotion('motionDiversity', motion, 1);
    if (motion.positions.length !== motions[0].positions.length || motion.parents.length !== motions[0].parents.length)
      throw new RangeError(`motionDiversity: motion ${index} has other joints or another number of frames than motion 0`);
    return Float64Array.from(motion.positions, (value, i) => value - motion.positions[i - (i % stride) + (i % 3)]);
  });
  const meter = createMeter('motion-diversity');
  for (const [index, a] of placed.entries()) {
    for (const b of placed.slice(0, index)) {
      let sum = 0;
      for (let i = 0; i < a.length; i += 3) sum += Math.hypot(a[i] - b[i], a[i + 1] - b[i + 1], a[i + 2] - b[i + 2]);
      meter.add(sum / (a.length / 3));
    }
  }
  return meter.read();
}

function checkMotion(
  who: string,
  { positions, parents, fps }: JointPositions,
  least: number,
): { frames: number; stride: number } {
  const stride = parents.length * 3;
  const frames = positions.length / stride;
  if (parents.length === 0 || !Number.isInteger(frames) || frames < least) {
    throw new RangeError(
      `${who}: expected at least ${least} frames of ${parents.length} joints with 3 numbers each, got ${positions.length} numbers`,
    );
  }
  for (let joint = 0; joint < parents.length; joint++) {
    if (!Number.isInteger(parents[joint]) || parents[joint] >= parents.length || parents[joint] === joint)
      throw new RangeError(`${who}: joint ${joint} hangs on ${parents[joint]}, expected −1 or another joint`);
  }
  const bad = positions.findIndex((value) => !Number.isFinite(value));
  if (bad >= 0)
    throw new RangeError(
      `${who}: frame ${Math.floor(bad / stride)}, joint ${Math.floor((bad % stride) / 3)} is at ${positions[bad]}`,
    );
  if (!(fps > 0)) throw new RangeError(`${who}: fps must be above 0, got ${fps}`);
  return { frames, stride };
}

function distance(positions: Float32Array | Float64Array, a: number, b: number): number {
  return Math.hypot(positions[a] - positions[b], positions[a + 1] - positions[b + 1], positions[a + 2] - positions[b + 2]);
}

function createMeter(name: string): { add(value: number): void; read(): MotionMeasure } {
  let [sum, count, worst] = [0, 0, 0];
  return {
    add(value) {
      sum += value;
      count++;
      worst = Math.max(worst, value);
    },
    read: () => ({ name, value: count === 0 ? 0 : sum / count, worst }),
  };
}
