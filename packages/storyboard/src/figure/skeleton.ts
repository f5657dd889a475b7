/**
 * @file From a look and a pose to joints in space: proportions by age, a bending spine, arms and legs by two-bone inverse
 * kinematics, a head that turns towards what it looks at. Everything is in the actor's own frame: metres, origin on the
 * floor between the feet (for seats: below the seat's front edge), +z ahead, +x to the character's left.
 */
import {
  type Basis,
  type V3,
  add,
  basis,
  clamp,
  cross,
  dot,
  len,
  mad,
  mix3,
  mul,
  norm,
  sub,
  toLocal,
  toWorld,
} from '../world/vector.js';
import type { Look } from './look.js';
import type { Grip, Pose, Turn } from './poses.js';

/** Lengths of a body as shares of its height; `head` is the unit in which the head is modelled (about chin to crown). */
export interface Proportions {
  leg: number;
  torso: number;
  neck: number;
  head: number;
  upperArm: number;
  forearm: number;
  thigh: number;
  shin: number;
  shoulder: number;
  hip: number;
}

/** Joints of a posed figure; index 0 is the character's left. */
export interface Rig {
  look: Look;
  proportions: Proportions;
  /** Body height in metres. */
  H: number;
  /** Head unit in metres. */
  U: number;
  pelvis: V3;
  waist: V3;
  /** Base of the neck. */
  neck: V3;
  /** Frames of pelvis (origin at the pelvis), chest (origin at the neck's base) and head (origin between the eyes, inside). */
  hips: Basis;
  chest: Basis;
  head: Basis;
  shoulder: [V3, V3];
  elbow: [V3, V3];
  wrist: [V3, V3];
  /** Where each hand points, and the way its thumb stands. */
  hand: [{ aim: V3; thumb: V3; grip: Grip }, { aim: V3; thumb: V3; grip: Grip }];
  hip: [V3, V3];
  knee: [V3, V3];
  ankle: [V3, V3];
  /** Direction of each shoe. */
  toe: [V3, V3];
}

/** What a scene adds to a pose. */
export interface RigOptions {
  /** Height of the seat or bed above the floor, metres. Default 0.45. */
  seatHeight?: number;
  /** Extra turn of the head: pitch (positive is down) and yaw (positive is to the character's left), radians. */
  headPitch?: number;
  headYaw?: number;
  /** A point to look at, in the actor's frame. The head turns up to 70° to the side; the eyes do the rest. */
  lookAt?: V3;
}

/** Proportions after the canon of 7½ heads, 6 heads at eight years, 5 at four. */
export function proportionsOf(look: Look): Proportions {
  const young = clamp((17 - look.age) / 13);
  const female = look.female && look.age > 11;
  const raw = {
    leg: 0.525 - 0.06 * young,
    torso: 0.315 - 0.006 * young,
    neck: 0.098,
    head: (female ? 0.146 : 0.143) + 0.043 * young,
  };
  const scale = 1.01 / (raw.leg + raw.torso + raw.neck + raw.head / 2);
  const leg = raw.leg * scale;
  const shoulder = (female ? 0.085 : 0.097 - 0.012 * young) * (0.4 + 0.6 * look.build);
  return {
    leg,
    torso: raw.torso * scale,
    neck: raw.neck * scale,
    head: raw.head * scale,
    upperArm: 0.168 - 0.014 * young,
    forearm: 0.15 - 0.014 * young,
    thigh: (leg - 0.04) * 0.505,
    shin: (leg - 0.04) * 0.495,
    shoulder,
    hip: female ? 0.054 : 0.049,
  };
}

/**
 * Two-bone inverse kinematics: the joint between `from` and the reached end, bent towards `pole`.
 *
 * @returns The middle joint and the end, which is `to` where the bones reach it and the nearest reachable point elsewhere.
 */
export function reach(from: V3, to: V3, first: number, second: number, pole: V3): [V3, V3] {
  const way = sub(to, from);
  const far = len(way);
  const direction: V3 = far > 1e-9 ? mul(way, 1 / far) : [0, -1, 0];
  const length = clamp(far, Math.abs(first - second) + 1e-4, (first + second) * 0.998);
  const along = (first * first - second * second + length * length) / (2 * length);
  const out = Math.sqrt(Math.max(0, first * first - along * along));
  let side = sub(pole, mul(direction, dot(pole, direction)));
  if (len(side) < 1e-6) side = cross(direction, Math.abs(direction[1]) < 0.9 ? [0, 1, 0] : [1, 0, 0]);
  return [add(mad(from, direction, along), mul(norm(side), out)), mad(from, direction, length)];
}

const turned = (o: V3, [pitch, yaw, roll]: Turn): Basis => basis(o, yaw, pitch, roll);
const plus = (a: Turn, b: Turn): Turn => [a[0] + b[0], a[1] + b[1], a[2] + b[2]];
/** Flips own-side coordinates (x outwards) to the frame's x for a side. */
const own = (side: number, [x, y, z]: V3): V3 => [side ? -x : x, y, z];

/**
 * Poses a body.
 *
 * @param look - Whose body.
 * @param pose - From `poseOf`.
 * @param options - Seat, head and gaze.
 */
export function rigOf(look: Look, pose: Pose, { seatHeight = 0.45, headPitch = 0, headYaw = 0, lookAt }: RigOptions = {}): Rig {
  const proportions = proportionsOf(look);
  const H = look.height;
  const U = proportions.head * H;
  const legScale = proportions.leg / 0.525;
  const stoop: Turn = pose.upright ? [clamp((look.age - 62) / 25) * 0.2, 0, 0] : [0, 0, 0];
  const base = pose.rest === 'seat' || pose.rest === 'bed' ? seatHeight : 0;
  const standing = pose.rest === 'ground' || pose.rest === 'air';
  const pelvis: V3 = [
    pose.pelvis[0] * H,
    base + pose.pelvis[1] * H * (standing ? legScale : Math.max(0.8, look.build)),
    pose.pelvis[2] * H * legScale,
  ];
  if (pose.rest === 'seat') pelvis[2] = Math.max(pelvis[2], -0.26);
  const hips = turned(pelvis, pose.hips);
  const chestTurn = plus(pose.chest, stoop);
  const middle: Turn = [(pose.hips[0] + chestTurn[0]) / 2, (pose.hips[1] + chestTurn[1]) / 2, (pose.hips[2] + chestTurn[2]) / 2];
  const waist = mad(pelvis, turned([0, 0, 0], middle).y, proportions.torso * 0.46 * H);
  const chest = turned([0, 0, 0], chestTurn);
  const neck = (chest.o = mad(waist, chest.y, proportions.torso * 0.54 * H));
  const head = headFrame(look, proportions, pose, chest, chestTurn, { headPitch: headPitch - stoop[0] * 0.8, headYaw, lookAt });

  const pair = <T>(make: (side: number) => T): [T, T] => [make(0), make(1)];
  const shoulder = pair((s) => toWorld(chest, [(s ? -1 : 1) * proportions.shoulder * H, -0.028 * H, 0.004 * H]));
  const hip = pair((s) => mad(mad(pelvis, hips.x, (s ? -1 : 1) * proportions.hip * H), hips.y, -0.01 * H));
  const scaleY = (y: number): number => (y < 0.5 ? y * legScale * H : pelvis[1] + (y - 0.525) * H * (proportions.torso / 0.315));
  const place = (at: V3, frame: 'body' | 'chest' | 'head', side: number): V3 => {
    if (frame === 'head') return toWorld(head, mul(own(side, at), U));
    if (frame === 'chest') return toWorld(chest, mul(own(side, at), H * (proportions.upperArm / 0.168)));
    const [x, y, z] = own(side, at);
    return [x * H, standing ? scaleY(y) : base + y * H, z * H];
  };
  const direct = (d: V3, frame: 'body' | 'chest' | 'head', side: number): V3 => {
    const o = own(side, d);
    return frame === 'body' ? norm(o) : norm(toWorld({ ...(frame === 'head' ? head : chest), o: [0, 0, 0] }, o));
  };
  const arm = pair((s) => {
    const { at, frame, elbow } = pose.hands[s];
    return reach(
      shoulder[s],
      place(at, frame, s),
      proportions.upperArm * H,
      proportions.forearm * H,
      direct(elbow, frame === 'body' ? 'body' : 'chest', s),
    );
  });
  const leg = pair((s) => {
    const { at, knee } = pose.feet[s];
    // On a high stool the feet find its rung.
    const floor = pose.rest === 'bed' ? base : pose.rest === 'seat' ? Math.max(0, base - 0.275 * H) : 0;
    const to: V3 = [(s ? -1 : 1) * at[0] * H, floor + at[1] * H * (standing ? legScale : 1), at[2] * H];
    if (pose.rest === 'seat') to[2] = Math.max(to[2], pelvis[2] + 0.1 * H);
    return reach(hip[s], to, proportions.thigh * H, proportions.shin * H, norm(own(s, knee)));
  });
  const toe = pair((s): V3 => {
    const { toe: down, out } = pose.feet[s];
    const flat: V3 = [Math.sin(s ? -out : out), 0, Math.cos(out)];
    return norm(add(mul(flat, Math.cos(down)), [0, -Math.sin(down), 0]));
  });
  const rig: Rig = {
    look,
    proportions,
    H,
    U,
    pelvis,
    waist,
    neck,
    hips,
    chest,
    head,
    shoulder,
    elbow: [arm[0][0], arm[1][0]],
    wrist: [arm[0][1], arm[1][1]],
    hand: pair((s) => {
      const { frame, aim, thumb, grip } = pose.hands[s];
      const forearm = norm(sub(arm[s][1], arm[s][0]));
      const along = aim ? direct(aim, frame, s) : forearm;
      const up = thumb ? direct(thumb, frame, s) : Math.abs(dot(chest.z, along)) < 0.8 ? chest.z : chest.y;
      return { aim: along, thumb: norm(sub(up, mul(along, dot(up, along)))), grip };
    }),
    hip,
    knee: [leg[0][0], leg[1][0]],
    ankle: [leg[0][1], leg[1][1]],
    toe,
  };
  if (pose.rest === 'ground') drop(rig, -lowestShoe(rig));
  return rig;
}

/** Height of the lowest point of the shoes. */
export function lowestShoe(rig: Rig): number {
  return Math.min(...[0, 1].flatMap((s) => shoeBalls(rig, s).map(({ at, radius }) => at[1] - radius)));
}

/** Heel, ball and toe of a shoe as balls; the shoe is built around them. */
export function shoeBalls({ ankle, toe, knee, H }: Rig, side: number): { at: V3; radius: number }[] {
  const shin = norm(sub(knee[side], ankle[side]));
  const sole = mad(ankle[side], norm(sub(shin, mul(toe[side], dot(shin, toe[side])))), -0.018 * H);
  return [
    { at: mad(sole, toe[side], -0.02 * H), radius: 0.0265 * H },
    { at: mad(sole, toe[side], 0.05 * H), radius: 0.0255 * H },
    { at: add(mad(sole, toe[side], 0.094 * H), [0, -0.004 * H, 0]), radius: 0.02 * H },
  ];
}

function drop(rig: Rig, by: number): void {
  const points = [
    rig.pelvis,
    rig.waist,
    rig.neck,
    rig.head.o,
    ...rig.shoulder,
    ...rig.elbow,
    ...rig.wrist,
    ...rig.hip,
    ...rig.knee,
    ...rig.ankle,
  ];
  for (const p of new Set(points)) p[1] += by;
  rig.hips.o = rig.pelvis;
  rig.chest.o = rig.neck;
}

/** The head above the neck, turned by the pose, the scene and what it looks at, within what a neck can do. */
function headFrame(
  look: Look,
  proportions: Proportions,
  pose: Pose,
  chest: Basis,
  chestTurn: Turn,
  o: { headPitch: number; headYaw: number; lookAt?: V3 },
): Basis {
  const H = look.height;
  const centre = mad(mad(chest.o, chest.y, proportions.neck * H), chest.z, 0.024 * H);
  let pitch = pose.head[0] + o.headPitch;
  let yaw = pose.head[1] + o.headYaw;
  // A lying or falling body carries its head; an upright one keeps it level.
  const carried = Math.abs(chestTurn[0]) > 0.9;
  if (o.lookAt && !carried) {
    const way = sub(o.lookAt, centre);
    const wanted = Math.atan2(way[0], way[2]) - chestTurn[1] * 0.6;
    const side = Math.atan2(Math.sin(wanted), Math.cos(wanted));
    yaw = clamp(side * 0.85, -1.22, 1.22);
    pitch = clamp(-Math.atan2(way[1], Math.hypot(way[0], way[2])) * 0.8, -0.6, 0.6) + pose.head[0] * 0.25;
  }
  const turn: Turn = carried
    ? [chestTurn[0] + pitch, chestTurn[1], chestTurn[2]]
    : [chestTurn[0] * 0.3 + pitch, chestTurn[1] * 0.6 + yaw, chestTurn[2] * 0.5 + pose.head[2]];
  const frame = turned(centre, turn);
  if (!carried) return frame;
  // On a lying body yaw rolls the head about the body's own axis.
  const [c, s] = [Math.cos(yaw), Math.sin(yaw)];
  return { o: centre, y: frame.y, x: sub(mul(frame.x, c), mul(frame.z, s)), z: add(mul(frame.x, s), mul(frame.z, c)) };
}

/** Where the eyes of a head must turn to look at a point: −1 … 1 to the character's left and up. */
export function gazeAt(head: Basis, target: V3): [number, number] {
  const [x, y, z] = toLocal(head, target);
  return [
    clamp(Math.atan2(x, Math.max(z, 0.05)) / 0.55, -1, 1),
    clamp(Math.atan2(y, Math.max(Math.hypot(x, z), 0.05)) / 0.45, -1, 1),
  ];
}

/** Point of the spine at `y` (0 pelvis … 1 base of the neck) with its forward and side directions. */
export function spineAt(rig: Rig, y: number): Basis {
  const t = clamp(y, -0.3, 1);
  const o =
    t < 0.46
      ? mad(rig.pelvis, norm(sub(rig.waist, rig.pelvis)), (t / 0.46) * len(sub(rig.waist, rig.pelvis)))
      : mix3(rig.waist, rig.neck, (t - 0.46) / 0.54);
  const k = clamp((t - 0.1) / 0.7);
  const up = norm(mix3(rig.hips.y, rig.chest.y, k));
  const x = norm(mix3(rig.hips.x, rig.chest.x, k));
  const z = norm(cross(x, up));
  return { o, x, y: up, z };
}
