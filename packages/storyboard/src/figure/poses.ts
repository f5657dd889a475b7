/**
 * @file The poses people take, as data: where the hands, feet and pelvis are, how the spine and head turn. Lengths are shares
 * of body height; x is outwards on each side, so a left and a right limb are written alike. The skeleton does the rest.
 */
import { createRandom } from '@filmai/core-tensor/random';
import type { V3 } from '../world/vector.js';
import { POSE_TABLE } from './pose-table.js';

/** Pitch (positive bows forward), yaw (positive turns to the character's left) and roll, radians. */
export type Turn = [number, number, number];

/** What the fingers do. */
export type Grip = 'relax' | 'fist' | 'open' | 'point' | 'cup' | 'flat' | 'grasp' | 'pistol';

/** One arm. */
export interface HandPose {
  /** Wrist: in `'body'` from the floor under the actor (or from the seat), in `'chest'` from the neck's base, in `'head'` from between the eyes in head units. */
  at: V3;
  frame: 'body' | 'chest' | 'head';
  /** Direction in which the elbow goes. */
  elbow: V3;
  grip: Grip;
  /** Direction of the hand where it isn't the forearm's. */
  aim?: V3;
  /** Direction of the thumb's side. */
  thumb?: V3;
}

/** One leg: ankle above the floor, direction of the knee, the foot's downward pitch and outward turn in radians. */
export interface FootPose {
  at: V3;
  knee: V3;
  toe: number;
  out: number;
}

/** A whole pose. */
export interface Pose {
  /** What carries the body: the floor under the feet, a seat, a bed, the floor under the body, or nothing. */
  rest: 'ground' | 'seat' | 'bed' | 'floor' | 'air';
  /** Whether only chest, head and arms matter, so that the pose also works on a chair. */
  upper: boolean;
  /** Whether the body stands or sits upright (old people stoop). */
  upright: boolean;
  /** Height of the pelvis from the floor, or above the seat. */
  pelvis: V3;
  hips: Turn;
  chest: Turn;
  head: Turn;
  hands: [HandPose, HandPose];
  feet: [FootPose, FootPose];
  /** Thing in the hands, unless the scene gives another. */
  prop?: PropName;
  /** Eyes closed. */
  asleep?: boolean;
}

/** Things that hands hold. */
export type PropName =
  | 'cup'
  | 'glass'
  | 'bottle'
  | 'phone'
  | 'book'
  | 'paper'
  | 'letter'
  | 'gun'
  | 'rifle'
  | 'knife'
  | 'lantern'
  | 'torch'
  | 'box'
  | 'bag'
  | 'umbrella'
  | 'stick'
  | 'pen'
  | 'oar'
  | 'fork'
  | 'flower'
  | 'microphone'
  | 'key'
  | 'camera';

/** Names of all poses. */
export type Action = keyof typeof POSE_TABLE;

/** Names of all poses, in order. */
export const ACTIONS = Object.keys(POSE_TABLE) as Action[];

/** What varies a pose. */
export interface PoseOptions {
  /** Seeds small differences, so that two people who stand don't stand the same. Default: none. */
  variation?: number;
  /** Left and right exchanged. */
  mirror?: boolean;
  /** On a seat: arms, chest and head of the pose over seated legs, where the pose allows it. */
  seated?: boolean;
  /** Where in its cycle a walk or run is, 0 … 1. Default 0. */
  phase?: number;
}

/**
 * A pose by name.
 *
 * @param action - One of `ACTIONS`.
 * @param options - Variation, mirror, seat, phase.
 *
 * @example
 * ```ts
 * import { poseOf } from '@filmai/storyboard/figure';
 *
 * console.log(poseOf('sit').rest, poseOf('phone').upper); // seat true
 * ```
 */
export function poseOf(action: Action, { variation, mirror = false, seated = false, phase = 0 }: PoseOptions = {}): Pose {
  const table: Record<string, Pose> = POSE_TABLE;
  const random = variation === undefined ? undefined : createRandom(variation);
  const stands: Action[] = ['stand', 'standWeight', 'standPockets', 'standClasped', 'standBehind'];
  let pose = structuredClone(table[action === 'stand' && random && !seated ? random.pick(stands) : action]);
  if (!pose) throw new RangeError(`poseOf: no pose '${action}'; expected one of ${ACTIONS.join(', ')}`);
  if (seated && pose.upper) pose = onSeat(pose);
  if (action === 'walk' || action === 'run') stride(pose, phase);
  if (random) {
    const wobble = (turn: Turn, by: number) => {
      for (let i = 0; i < 3; i++) turn[i] += random.range(-by, by);
    };
    wobble(pose.chest, 0.04);
    wobble(pose.head, 0.06);
    if (pose.rest === 'ground' || pose.rest === 'seat') for (const foot of pose.feet) foot.at[2] += random.range(-0.015, 0.015);
    if (pose.upper && random.chance(0.4)) mirror = !mirror;
  }
  return mirror ? mirrored(pose) : pose;
}

/** The same pose with left and right exchanged. */
export function mirrored(pose: Pose): Pose {
  const flip = ([pitch, yaw, roll]: Turn): Turn => [pitch, -yaw, -roll];
  const [x, y, z] = pose.pelvis;
  return {
    ...pose,
    pelvis: [-x, y, z],
    hips: flip(pose.hips),
    chest: flip(pose.chest),
    head: flip(pose.head),
    hands: [pose.hands[1], pose.hands[0]],
    feet: [pose.feet[1], pose.feet[0]],
  };
}

/** Upper body of a standing pose over the legs of one who sits. */
function onSeat(pose: Pose): Pose {
  const sit = structuredClone<Pose>(POSE_TABLE.sit);
  const rests = (hand: HandPose): boolean => hand.frame === 'body';
  return {
    ...sit,
    chest: [Math.min(0.35, pose.chest[0] + 0.06), pose.chest[1], pose.chest[2]],
    head: pose.head,
    hands: [rests(pose.hands[0]) ? sit.hands[0] : pose.hands[0], rests(pose.hands[1]) ? sit.hands[1] : pose.hands[1]],
    prop: pose.prop,
    asleep: pose.asleep,
  };
}

/** Moves a walk or run through its cycle: the feet swing past each other and the arms against them. */
function stride(pose: Pose, phase: number): void {
  const swing = Math.cos(phase * 2 * Math.PI);
  const lift = Math.abs(Math.sin(phase * 2 * Math.PI));
  const mix = (a: V3, b: V3): [V3, V3] => {
    const t = (1 - swing) / 2;
    const at = (p: V3, q: V3): V3 => [p[0] + (q[0] - p[0]) * t, p[1] + (q[1] - p[1]) * t, p[2] + (q[2] - p[2]) * t];
    return [at(a, b), at(b, a)];
  };
  if (phase % 1 === 0) return;
  const [left, right] = pose.feet;
  [left.at, right.at] = mix(left.at, right.at);
  (swing > 0 ? right : left).at[1] += 0.05 * lift;
  [left.toe, right.toe] = [
    left.toe + ((right.toe - left.toe) * (1 - swing)) / 2,
    right.toe + ((left.toe - right.toe) * (1 - swing)) / 2,
  ];
  const [l, r] = pose.hands;
  [l.at, r.at] = mix(l.at, r.at);
  pose.chest[1] *= swing;
  pose.hips[1] *= swing;
}
