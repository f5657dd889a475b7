/**
 * @file A person as an animator thinks of one: where the hips are, how the trunk bends, where the feet stand. Legs follow by inverse
 * kinematics, so a foot that stands doesn't slide.
 */
import {
  aboutAxis,
  addScaled,
  AXES,
  compose,
  dot,
  fromUpAndForward,
  IDENTITY,
  inverse,
  length,
  rotate,
  unit,
  type Quaternion,
  type Vector3,
} from './quaternion.js';
import { jointIndex, type Pose, type Skeleton } from './skeleton.js';

/** A side of the body. */
export type Side = 'Left' | 'Right';

/** Where a foot is. */
export interface FootTarget {
  /** The ankle joint, metres. */
  ankle: Vector3;
  /** Where the foot points, radians about the vertical, 0 along +z. */
  yaw: number;
  /** Toes down is positive, radians. */
  pitch: number;
  /** Bend of the toes against the foot; up is negative. */
  toes: number;
}

/** How an arm is held; all angles in radians, all 0: hanging straight down. */
export interface Arm {
  /** Forward from the shoulder. */
  swing: number;
  /** Away from the body. */
  spread: number;
  /** Bend of the elbow, 0 straight. */
  elbow: number;
  /** Turn of the upper arm about itself; positive brings a bent forearm outwards. */
  twist?: number;
}

/** A leg that is not led by its foot. */
export interface FreeLeg {
  /** Forward from the hip, radians. */
  swing: number;
  /** Bend of the knee, radians. */
  knee: number;
}

/** A person in one moment. */
export interface Body {
  /** Place of the hips, metres. */
  hips: Vector3;
  /** How the hips are turned in the world. */
  pelvis: Quaternion;
  /** Forward bend of the spine, over both of its joints. */
  bend: number;
  /** Turn of the chest against the hips. */
  twist: number;
  /** Sideways bend of the spine, to the left positive. */
  side: number;
  /** Nod of the head, down positive. */
  nod: number;
  /** Turn of the head. */
  look: number;
  arms: Readonly<Record<Side, Arm>>;
  legs: Readonly<Record<Side, FootTarget | FreeLeg>>;
}

/** Lengths of a leg, metres. */
export interface LegLengths {
  thigh: number;
  shin: number;
  /** Height of the ankle over the sole. */
  ankle: number;
  /** From the ankle forward to the ball of the foot. */
  ball: number;
  /** From the ankle back to the heel. */
  heel: number;
  /** From the middle of the hips to a hip joint. */
  hip: number;
}

/** Measures the left leg of a human skeleton. */
export function legLengths(skeleton: Skeleton): LegLengths {
  const offset = (name: string): Vector3 => skeleton.joints[jointIndex(skeleton, name)].offset;
  const toe = offset('LeftToe');
  return {
    thigh: length(offset('LeftLeg')),
    shin: length(offset('LeftFoot')),
    ankle: -toe[1] * 1.3,
    ball: toe[2],
    heel: toe[2] * 0.45,
    hip: offset('LeftUpLeg')[0],
  };
}

/** The highest place of the hips from which a straight leg still reaches an ankle, metres; the leg keeps a trace of bend. */
export function reachHeight(legs: LegLengths, hips: Vector3, ankle: Vector3): number {
  const reach = (legs.thigh + legs.shin) * 0.995;
  const away = Math.max(0, Math.hypot(ankle[0] - hips[0], ankle[2] - hips[2]) - legs.hip * 0.5);
  return ankle[1] + Math.sqrt(Math.max(0.05, reach * reach - away * away));
}

/** Turns a body into a pose of a human skeleton. */
export function poseOf(skeleton: Skeleton, body: Body): Pose {
  const rotations: Quaternion[] = skeleton.joints.map(() => IDENTITY);
  const set = (name: string, rotation: Quaternion): void => {
    rotations[jointIndex(skeleton, name)] = rotation;
  };
  set('Hips', body.pelvis);
  const half = compose(aboutAxis(AXES.Y, body.twist / 2), aboutAxis(AXES.X, body.bend / 2), aboutAxis(AXES.Z, -body.side / 2));
  set('Spine', half);
  set('Chest', half);
  set('Neck', compose(aboutAxis(AXES.Y, body.look / 2), aboutAxis(AXES.X, body.nod / 2)));
  set('Head', compose(aboutAxis(AXES.Y, body.look / 2), aboutAxis(AXES.X, body.nod / 2)));
  for (const [side, sign] of [
    ['Left', 1],
    ['Right', -1],
  ] as const) {
    const { swing, spread, elbow, twist = 0 } = body.arms[side];
    const hang = aboutAxis(AXES.Z, sign * (spread - Math.PI / 2));
    set(`${side}Arm`, compose(aboutAxis(AXES.X, -swing), hang, aboutAxis(AXES.X, -twist)));
    set(`${side}ForeArm`, aboutAxis(AXES.Y, -sign * elbow));
    const leg = body.legs[side];
    const hip = addScaled(body.hips, rotate(body.pelvis, skeleton.joints[jointIndex(skeleton, `${side}UpLeg`)].offset));
    if ('ankle' in leg) setLeg(skeleton, set, side, body.pelvis, hip, leg);
    else {
      set(`${side}UpLeg`, aboutAxis(AXES.X, -leg.swing));
      set(`${side}Leg`, aboutAxis(AXES.X, leg.knee));
    }
  }
  return { root: body.hips, rotations };
}

/** Bends a leg so that its ankle comes to its target, the knee forward; out of reach it stretches towards it. */
function setLeg(
  skeleton: Skeleton,
  set: (name: string, rotation: Quaternion) => void,
  side: Side,
  pelvis: Quaternion,
  hip: Vector3,
  { ankle, yaw, pitch, toes }: FootTarget,
): void {
  const thigh = length(skeleton.joints[jointIndex(skeleton, `${side}Leg`)].offset);
  const shin = length(skeleton.joints[jointIndex(skeleton, `${side}Foot`)].offset);
  const line = addScaled(ankle, hip, -1);
  const distance = Math.min(length(line), (thigh + shin) * 0.9995);
  const along = unit(line);
  // The knee points between where the hips and the foot do.
  const hipsForward = rotate(pelvis, AXES.Z);
  const footForward: Vector3 = [Math.sin(yaw), 0, Math.cos(yaw)];
  const pole = addScaled(addScaled(footForward, hipsForward), [0, 1, 0], 0.3);
  const forward = unit(addScaled(pole, along, -dot(pole, along)));
  // Law of cosines in the triangle hip, knee, ankle.
  const atHip = Math.acos(clampCosine((thigh * thigh + distance * distance - shin * shin) / (2 * thigh * distance)));
  const knee = addScaled(addScaled(hip, along, thigh * Math.cos(atHip)), forward, thigh * Math.sin(atHip));
  const reached = addScaled(hip, along, distance);
  const thighWorld = fromUpAndForward(addScaled(hip, knee, -1), forward);
  const shinWorld = fromUpAndForward(addScaled(knee, reached, -1), forward);
  const footWorld = compose(aboutAxis(AXES.Y, yaw), aboutAxis(AXES.X, pitch));
  set(`${side}UpLeg`, compose(inverse(pelvis), thighWorld));
  set(`${side}Leg`, compose(inverse(thighWorld), shinWorld));
  set(`${side}Foot`, compose(inverse(shinWorld), footWorld));
  set(`${side}Toe`, aboutAxis(AXES.X, toes));
}

function clampCosine(value: number): number {
  return Math.max(-1, Math.min(1, value));
}
