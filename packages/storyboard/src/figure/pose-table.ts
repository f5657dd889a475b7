/**
 * @file The table of poses. A new pose is one entry; its numbers are shares of body height (see `Pose`). Written from how
 * people balance: the pelvis over the supporting foot, shoulders against the hips, the head last.
 */
import type { V3 } from '../world/vector.js';
import type { FootPose, Grip, HandPose, Pose, Turn } from './poses.js';

const hand = (
  frame: HandPose['frame'],
  x: number,
  y: number,
  z: number,
  grip: Grip = 'relax',
  elbow: V3 = [0.5, -0.3, -1],
  more: Partial<HandPose> = {},
): HandPose => ({
  at: [x, y, z],
  frame,
  grip,
  elbow,
  ...more,
});
const chest = (x: number, y: number, z: number, grip?: Grip, elbow: V3 = [0.7, -1, -0.3], more?: Partial<HandPose>) =>
  hand('chest', x, y, z, grip, elbow, more);
const atHead = (x: number, y: number, z: number, grip?: Grip, elbow: V3 = [0.7, -1, -0.1], more?: Partial<HandPose>) =>
  hand('head', x, y, z, grip, elbow, more);
const foot = (x: number, z: number, { y = 0.045, toe = 0, out = 0.22, knee = [0.15, 0, 1] as V3 } = {}): FootPose => ({
  at: [x, y, z],
  toe,
  out,
  knee,
});
/** The arm that hangs. */
const hang = (x = 0.122, z = 0.03, y = -0.366): HandPose => chest(x, y, z, 'relax', [0.5, 0, -1], { aim: [-0.08, -1, 0.16] });

const STAND: Pose = {
  rest: 'ground',
  upper: true,
  upright: true,
  pelvis: [0, 0.523, 0],
  hips: [0, 0, 0],
  chest: [0.02, 0, 0],
  head: [0, 0, 0],
  hands: [hang(), hang(0.148, 0.045)],
  feet: [foot(0.062, 0.02), foot(0.07, -0.03)],
};
const stand = (more: Partial<Pose>): Pose => ({ ...STAND, ...more });
const legs = (more: Partial<Pose>): Pose => stand({ upper: false, ...more });

const SIT: Pose = {
  ...STAND,
  rest: 'seat',
  upper: false,
  pelvis: [0, 0.09, -0.125],
  hips: [-0.1, 0, 0],
  chest: [0.06, 0, 0],
  hands: [hand('body', 0.075, 0.1, 0.035, 'relax', [1, -0.5, -0.7]), hand('body', 0.07, 0.1, 0.055, 'relax', [1, -0.5, -0.7])],
  feet: [foot(0.075, 0.12, { knee: [0.2, 0.6, 1] }), foot(0.08, 0.07, { knee: [0.2, 0.6, 1] })],
};
const sit = (more: Partial<Pose>): Pose => ({ ...SIT, ...more });

const LIE: Pose = {
  ...STAND,
  rest: 'bed',
  upper: false,
  upright: false,
  pelvis: [0, 0.066, 0.02],
  hips: [-Math.PI / 2, 0, 0],
  chest: [-Math.PI / 2 + 0.08, 0, 0],
  head: [0.15, 0.1, 0],
  hands: [
    hand('body', 0.15, 0.035, 0.03, 'relax', [1, 0.1, -0.3]),
    hand('body', 0.045, 0.105, -0.06, 'flat', [1, 0.2, -0.2], { aim: [-0.8, -0.15, 0.4] }),
  ],
  feet: [
    foot(0.06, 0.5, { y: 0.035, toe: -1.25, out: 0.4, knee: [0.2, 1, 0.2] }),
    foot(0.06, 0.5, { y: 0.035, toe: -1.3, out: 0.4, knee: [0.2, 1, 0.2] }),
  ],
};
const lie = (more: Partial<Pose>): Pose => ({ ...LIE, ...more });

const bow = (pitch: number, yaw = 0, roll = 0): Turn => [pitch, yaw, roll];

/** Every pose by name. */
export const POSE_TABLE = {
  stand: stand({}),
  standWeight: stand({
    pelvis: [0.022, 0.52, 0],
    hips: [0, 0.06, 0.09],
    chest: [0.0, -0.06, -0.08],
    head: bow(0, 0, 0.05),
    hands: [hang(0.14), hang(0.155, 0.05)],
    feet: [foot(0.05, 0), foot(0.095, 0.07, { out: 0.45 })],
  }),
  standPockets: stand({
    pelvis: [-0.014, 0.521, 0],
    hips: [0, 0, -0.05],
    chest: [0.04, 0, 0.04],
    hands: [
      chest(0.118, -0.325, 0.055, 'fist', [1, 0, -0.9], { aim: [-0.2, -1, 0.1] }),
      chest(0.118, -0.325, 0.055, 'fist', [1, 0, -0.9], { aim: [-0.2, -1, 0.1] }),
    ],
    feet: [foot(0.085, 0.03, { out: 0.35 }), foot(0.07, -0.02)],
  }),
  standClasped: stand({
    hands: [
      chest(0.022, -0.325, 0.115, 'grasp', [1, -0.2, -0.7], { aim: [-0.9, -0.5, 0.1] }),
      chest(0.028, -0.325, 0.125, 'grasp', [1, -0.2, -0.7], { aim: [-0.9, -0.6, 0] }),
    ],
    feet: [foot(0.05, 0), foot(0.055, -0.02)],
  }),
  standBehind: stand({
    chest: [-0.03, 0, 0],
    hands: [
      chest(0.02, -0.31, -0.1, 'fist', [1, 0, -0.5], { aim: [-1, -0.2, -0.1] }),
      chest(0.03, -0.32, -0.11, 'fist', [1, 0, -0.5], { aim: [-1, -0.2, -0.1] }),
    ],
    feet: [foot(0.07, 0), foot(0.075, 0)],
  }),
  walk: legs({
    pelvis: [0, 0.512, 0],
    hips: [0.03, -0.12, 0],
    chest: [0.07, 0.12, 0],
    hands: [chest(0.122, -0.345, -0.11, 'relax', [0.4, 0, -1]), chest(0.115, -0.31, 0.15, 'relax', [0.5, -0.4, -1])],
    feet: [foot(0.045, 0.17, { y: 0.055, toe: -0.3, out: 0.12 }), foot(0.045, -0.2, { y: 0.09, toe: 0.7, out: 0.12 })],
  }),
  run: legs({
    rest: 'air',
    pelvis: [0, 0.535, 0],
    hips: [0.2, -0.2, 0],
    chest: [0.36, 0.25, 0],
    head: bow(-0.2),
    hands: [chest(0.17, -0.22, -0.2, 'fist', [0.4, 0.2, -1]), chest(0.08, -0.12, 0.2, 'fist', [0.6, -1, -0.3])],
    feet: [
      foot(0.045, 0.16, { y: 0.25, toe: 0.05, out: 0.1, knee: [0.1, 0.3, 1] }),
      foot(0.05, -0.38, { y: 0.24, toe: 1.25, out: 0.1, knee: [0.1, -0.4, 1] }),
    ],
  }),
  sneak: legs({
    pelvis: [0, 0.44, -0.02],
    hips: [0.25, -0.1, 0],
    chest: [0.5, 0.1, 0],
    head: bow(-0.2, 0.2),
    hands: [chest(0.1, -0.2, 0.14, 'relax'), chest(0.14, -0.18, 0.08, 'open')],
    feet: [foot(0.06, 0.15, { toe: 0.1 }), foot(0.06, -0.2, { y: 0.09, toe: 0.6 })],
  }),
  stagger: legs({
    pelvis: [0.03, 0.49, 0],
    hips: [0.05, 0, 0.12],
    chest: [0.3, 0.2, 0.16],
    head: bow(0.25, 0, 0.15),
    hands: [
      chest(0.02, -0.28, 0.12, 'flat', [1, -0.5, -0.4], { aim: [-1, -0.2, 0.1] }),
      chest(0.24, -0.22, 0.1, 'open', [1, 0, -0.8]),
    ],
    feet: [foot(0.09, 0.12), foot(0.06, -0.16, { toe: 0.4, y: 0.065 })],
  }),
  sit: sit({}),
  sitBack: sit({
    pelvis: [0, 0.09, -0.11],
    hips: [-0.3, 0, 0],
    chest: [-0.18, 0.06, 0],
    head: bow(0.12),
    hands: [hand('body', 0.13, 0.105, 0.0, 'relax', [1, -0.3, -0.8]), hand('body', 0.05, 0.11, 0.02, 'relax', [1, -0.5, -0.7])],
    feet: [foot(0.06, 0.2, { knee: [0.3, 0.6, 1] }), foot(0.09, 0.13, { knee: [0.3, 0.6, 1] })],
  }),
  sitDesk: sit({
    chest: [0.16, 0, 0],
    hands: [
      hand('body', 0.07, 0.185, 0.115, 'flat', [1, -0.6, -0.5], { aim: [-0.6, 0, 0.8] }),
      hand('body', 0.09, 0.185, 0.1, 'flat', [1, -0.6, -0.5], { aim: [-0.6, 0, 0.8] }),
    ],
  }),
  sitSlump: sit({
    chest: [0.5, 0, 0],
    head: bow(0.4),
    hands: [hand('body', 0.05, 0.115, 0.07, 'relax', [1, -0.2, -0.5]), hand('body', 0.05, 0.115, 0.08, 'relax', [1, -0.2, -0.5])],
  }),
  type: sit({
    chest: [0.14, 0, 0],
    head: bow(0.14),
    hands: [
      hand('body', 0.05, 0.195, 0.125, 'flat', [1, -0.6, -0.5], { aim: [-0.25, -0.1, 1] }),
      hand('body', 0.05, 0.195, 0.125, 'flat', [1, -0.6, -0.5], { aim: [-0.25, -0.1, 1] }),
    ],
  }),
  write: sit({
    chest: [0.28, 0.06, 0],
    head: bow(0.38),
    prop: 'pen',
    hands: [
      hand('body', 0.09, 0.183, 0.12, 'flat', [1, -0.6, -0.5], { aim: [-0.7, 0, 0.7] }),
      hand('body', 0.03, 0.195, 0.12, 'grasp', [1, -0.6, -0.5], { aim: [-0.6, -0.25, 0.8] }),
    ],
  }),
  drive: sit({
    hips: [-0.25, 0, 0],
    chest: [-0.1, 0, 0],
    head: bow(0.02),
    hands: [
      hand('body', 0.09, 0.255, 0.14, 'grasp', [1, -0.8, 0], { aim: [-0.3, 0.5, 1] }),
      hand('body', 0.09, 0.24, 0.14, 'grasp', [1, -0.8, 0], { aim: [-0.3, 0.5, 1] }),
    ],
    feet: [foot(0.06, 0.22, { y: 0.05, toe: -0.5 }), foot(0.06, 0.24, { y: 0.05, toe: -0.4 })],
  }),
  row: sit({
    chest: [0.35, 0, 0],
    head: bow(-0.15),
    prop: 'oar',
    hands: [
      hand('body', 0.1, 0.2, 0.15, 'grasp', [1, -0.4, -0.3], { thumb: [-1, 0, 0] }),
      hand('body', 0.1, 0.2, 0.15, 'grasp', [1, -0.4, -0.3], { thumb: [-1, 0, 0] }),
    ],
    feet: [foot(0.07, 0.25, { y: 0.06, toe: -0.6 }), foot(0.07, 0.25, { y: 0.06, toe: -0.6 })],
  }),
  cup: sit({
    chest: [0.14, 0, 0],
    prop: 'cup',
    hands: [
      hand('body', 0.08, 0.185, 0.1, 'flat', [1, -0.6, -0.4], { aim: [-0.6, 0, 0.8] }),
      hand('body', 0.05, 0.2, 0.1, 'cup', [1, -0.6, -0.4], { aim: [-0.35, 0, 1] }),
    ],
  }),
  sitFloor: legs({
    rest: 'floor',
    pelvis: [0, 0.068, -0.1],
    hips: [-0.25, 0, 0],
    chest: [0.2, 0, 0],
    head: bow(0.1),
    hands: [
      hand('body', 0.07, 0.26, 0.16, 'relax', [1, -0.4, -0.4], { aim: [-0.8, -0.3, 0.5] }),
      hand('body', 0.06, 0.25, 0.17, 'relax', [1, -0.4, -0.4], { aim: [-0.8, -0.3, 0.5] }),
    ],
    feet: [foot(0.07, 0.22, { knee: [0.3, 1, 0.4] }), foot(0.08, 0.19, { knee: [0.3, 1, 0.4] })],
  }),
  kneel: legs({
    pelvis: [0, 0.29, -0.06],
    chest: [0.1, 0, 0],
    head: bow(0.15),
    hands: [chest(0.1, -0.34, 0.13, 'relax', [1, 0, -0.6]), chest(0.1, -0.34, 0.13, 'relax', [1, 0, -0.6])],
    feet: [
      foot(0.06, -0.26, { y: 0.04, toe: 1.35, knee: [0.15, -0.3, 1] }),
      foot(0.06, -0.25, { y: 0.04, toe: 1.35, knee: [0.15, -0.3, 1] }),
    ],
  }),
  crouch: legs({
    pelvis: [0, 0.2, -0.11],
    hips: [0.35, 0, 0],
    chest: [0.5, 0, 0],
    head: bow(-0.15),
    hands: [chest(0.02, -0.25, 0.22, 'relax', [1, -0.2, 0]), chest(0.12, -0.36, 0.1, 'relax', [1, 0, -0.5])],
    feet: [foot(0.08, 0.04, { knee: [0.25, 0.4, 1] }), foot(0.085, -0.12, { y: 0.085, toe: 0.6, knee: [0.25, 0, 1] })],
  }),
  crawl: legs({
    rest: 'floor',
    upright: false,
    pelvis: [0, 0.27, -0.1],
    hips: [1.3, 0, 0],
    chest: [1.35, 0, 0],
    head: bow(-1.0),
    hands: [
      hand('body', 0.1, 0.04, 0.26, 'flat', [0.8, 0.2, -0.6], { aim: [0, 0, 1] }),
      hand('body', 0.1, 0.04, 0.16, 'flat', [0.8, 0.2, -0.6], { aim: [0, 0, 1] }),
    ],
    feet: [
      foot(0.07, -0.34, { y: 0.035, toe: 1.4, knee: [0.1, -1, 0.6] }),
      foot(0.07, -0.26, { y: 0.035, toe: 1.4, knee: [0.1, -1, 0.6] }),
    ],
  }),
  lie: lie({}),
  sleep: lie({
    head: [0.1, 0.5, 0],
    asleep: true,
    hands: [
      hand('body', 0.05, 0.1, -0.08, 'relax', [1, 0.2, -0.1], { aim: [-0.9, -0.1, 0.2] }),
      hand('body', 0.17, 0.04, -0.4, 'relax', [1, 0.1, 0.6], { aim: [-0.3, 0.1, -1] }),
    ],
  }),
  dead: lie({
    rest: 'floor',
    head: [-0.05, 0.7, 0],
    hips: [-Math.PI / 2, 0.15, 0],
    chest: [-Math.PI / 2, -0.1, 0],
    asleep: true,
    hands: [hand('body', 0.3, 0.03, -0.28, 'open', [1, 0.05, 0.5]), hand('body', 0.22, 0.03, -0.02, 'open', [1, 0.05, -0.4])],
    feet: [
      foot(0.1, 0.46, { y: 0.035, toe: -1.0, out: 0.8, knee: [0.6, 1, 0.2] }),
      foot(0.14, 0.36, { y: 0.035, toe: -0.8, out: 1, knee: [1, 0.5, 0.2] }),
    ],
  }),
  prone: lie({
    rest: 'floor',
    hips: [Math.PI / 2, 0, 0],
    chest: [Math.PI / 2 - 0.05, 0, 0],
    head: [0.05, 1.2, 0],
    asleep: true,
    hands: [
      hand('body', 0.16, 0.03, 0.42, 'flat', [1, 0, -0.4], { aim: [-0.3, 0, 1] }),
      hand('body', 0.2, 0.03, 0.1, 'relax', [1, 0.1, 0]),
    ],
    feet: [
      foot(0.07, -0.48, { y: 0.04, toe: 1.4, knee: [0.2, -1, 0] }),
      foot(0.1, -0.42, { y: 0.04, toe: 1.3, knee: [0.8, -1, 0] }),
    ],
  }),
  fall: legs({
    rest: 'air',
    upright: false,
    pelvis: [0, 0.42, -0.05],
    hips: [-0.5, 0.1, 0.1],
    chest: [-0.75, 0.2, 0.1],
    head: bow(0.35),
    hands: [hand('body', 0.34, 0.62, -0.05, 'open', [0.4, -1, -0.6]), hand('body', 0.36, 0.74, -0.12, 'open', [0.4, -1, -0.6])],
    feet: [
      foot(0.1, 0.36, { y: 0.34, toe: -0.9, knee: [0.3, 1, 0.5] }),
      foot(0.1, 0.3, { y: 0.1, toe: -0.3, knee: [0.2, 1, 0.6] }),
    ],
  }),
  point: stand({
    hips: [0, 0.05, 0],
    chest: [0.05, 0.2, 0],
    hands: [hang(0.14, -0.01), chest(0.15, -0.05, 0.27, 'point', [0.6, -1, 0], { thumb: [0, 1, 0] })],
    feet: [foot(0.06, -0.08), foot(0.07, 0.11)],
  }),
  hold: stand({
    hands: [hang(), chest(0.09, -0.16, 0.2, 'grasp', [0.7, -1, -0.3], { thumb: [-0.2, 1, 0] })],
    prop: 'lantern',
  }),
  give: stand({
    chest: [0.08, 0.12, 0],
    hands: [hang(), chest(0.04, -0.17, 0.28, 'cup', [0.6, -1, -0.2], { thumb: [0.6, 0.6, 0] })],
    prop: 'letter',
  }),
  phone: stand({
    head: bow(0.02, 0, -0.1),
    prop: 'phone',
    hands: [
      chest(-0.01, -0.23, 0.1, 'relax', [1, -0.5, -0.4], { aim: [-0.9, -0.1, 0.1] }),
      atHead(0.6, -0.4, 0.02, 'grasp', [0.5, -1, 0.15], { aim: [-0.28, 1, -0.06], thumb: [-0.25, 0, 1] }),
    ],
  }),
  drink: stand({
    head: bow(-0.06),
    prop: 'glass',
    hands: [hang(), atHead(0.3, -0.86, 0.72, 'cup', [0.9, -1, -0.1], { aim: [-0.75, 0.5, 0.15], thumb: [0, 1, 0.3] })],
  }),
  eat: stand({
    chest: [0.12, 0, 0],
    head: bow(0.12),
    prop: 'fork',
    hands: [
      chest(0.07, -0.27, 0.17, 'relax', [1, -0.6, -0.4], { aim: [-0.6, 0, 0.8] }),
      atHead(0.36, -0.75, 0.7, 'grasp', [0.9, -1, -0.1], { aim: [-0.7, 0.4, 0.1] }),
    ],
  }),
  read: stand({
    chest: [0.08, 0, 0],
    head: bow(0.34),
    prop: 'book',
    hands: [
      chest(0.075, -0.19, 0.19, 'cup', [0.9, -1, -0.3], { aim: [-0.4, 0.35, 0.7] }),
      chest(0.075, -0.19, 0.19, 'cup', [0.9, -1, -0.3], { aim: [-0.4, 0.35, 0.7] }),
    ],
  }),
  hug: stand({
    upper: false,
    chest: [0.12, 0, 0.04],
    head: bow(0.1, 0.1, 0.2),
    hands: [
      chest(-0.015, -0.12, 0.25, 'flat', [1, -0.1, 0.2], { aim: [-0.9, 0.15, -0.1] }),
      chest(0.0, -0.21, 0.24, 'flat', [1, -0.3, 0.2], { aim: [-0.9, 0.1, -0.1] }),
    ],
    feet: [foot(0.05, 0.05), foot(0.055, -0.04)],
  }),
  kiss: stand({
    upper: false,
    chest: [0.14, 0, 0],
    head: bow(0.05, 0, 0.22),
    hands: [
      chest(0.02, -0.02, 0.24, 'flat', [1, -0.6, 0], { aim: [-0.4, 0.8, 0.4] }),
      chest(0.03, -0.22, 0.22, 'flat', [1, -0.3, 0.1], { aim: [-0.8, 0.1, 0.3] }),
    ],
  }),
  shakeHands: stand({
    chest: [0.08, 0.12, 0],
    hands: [hang(), chest(0.05, -0.22, 0.27, 'flat', [0.6, -1, -0.4], { aim: [-0.1, 0, 1], thumb: [0, 1, 0] })],
    feet: [foot(0.06, -0.05), foot(0.06, 0.09)],
  }),
  punch: legs({
    pelvis: [0, 0.48, 0.04],
    hips: [0.05, 0.35, 0],
    chest: [0.18, 0.6, 0],
    head: bow(0.05, -0.35),
    hands: [chest(0.06, -0.07, 0.12, 'fist', [0.6, -1, 0]), chest(0.1, -0.05, 0.32, 'fist', [1, -0.4, 0])],
    feet: [foot(0.06, 0.18, { out: 0.1 }), foot(0.09, -0.2, { y: 0.06, toe: 0.25, out: 0.5 })],
  }),
  fight: legs({
    pelvis: [0, 0.475, 0],
    hips: [0.05, -0.3, 0],
    chest: [0.2, -0.35, 0],
    head: bow(0.08, 0.35),
    hands: [
      chest(0.06, -0.06, 0.2, 'fist', [0.5, -1, 0.2], { aim: [-0.2, 0.7, 0.6] }),
      chest(0.04, -0.09, 0.13, 'fist', [0.7, -1, 0], { aim: [-0.3, 0.8, 0.5] }),
    ],
    feet: [foot(0.07, 0.15, { out: 0.1 }), foot(0.1, -0.16, { out: 0.6, y: 0.055, toe: 0.2 })],
  }),
  kick: legs({
    rest: 'air',
    pelvis: [0.03, 0.53, -0.05],
    hips: [-0.3, 0, 0],
    chest: [-0.1, 0.3, 0.08],
    hands: [chest(0.2, -0.12, 0.1, 'fist', [1, -0.5, 0]), chest(0.22, -0.2, -0.12, 'fist', [1, 0, -0.6])],
    feet: [foot(0.05, -0.02), foot(0.0, 0.42, { y: 0.5, toe: -0.6, out: 0, knee: [0.1, 1, 0.4] })],
  }),
  throw: legs({
    pelvis: [0, 0.505, 0],
    hips: [0, -0.3, 0],
    chest: [-0.1, -0.55, -0.08],
    head: bow(-0.05, 0.5),
    hands: [
      chest(0.08, -0.05, 0.26, 'open', [1, -0.6, 0]),
      chest(0.2, 0.1, -0.12, 'grasp', [1, 0.1, -0.2], { aim: [0.1, 1, -0.4] }),
    ],
    feet: [foot(0.07, 0.17), foot(0.08, -0.16, { toe: 0.3, y: 0.06, out: 0.6 })],
  }),
  aim: stand({
    chest: [0.08, -0.05, 0],
    head: bow(0.06, 0, -0.05),
    prop: 'gun',
    hands: [
      chest(-0.006, -0.068, 0.275, 'grasp', [1, -0.7, 0], { aim: [-0.6, 0.1, 0.8] }),
      chest(0.012, -0.055, 0.3, 'pistol', [1, -0.6, 0], { aim: [-0.02, 0.02, 1], thumb: [0, 1, 0] }),
    ],
    feet: [foot(0.09, 0.07), foot(0.09, -0.09, { out: 0.45 })],
  }),
  rifle: stand({
    chest: [0.1, -0.35, 0],
    head: bow(0.1, 0.3, -0.1),
    prop: 'rifle',
    hands: [
      chest(-0.05, -0.085, 0.25, 'cup', [0.6, -1, 0], { aim: [-0.5, 0.3, 0.8] }),
      chest(0.06, -0.085, 0.1, 'pistol', [1, -0.4, -0.3], { aim: [-0.5, 0, 0.85] }),
    ],
    feet: [foot(0.08, 0.12), foot(0.09, -0.13, { out: 0.5 })],
  }),
  handsUp: stand({
    chest: [-0.04, 0, 0],
    hands: [
      chest(0.17, 0.13, 0.05, 'open', [1, -0.7, 0.1], { aim: [0.1, 1, 0], thumb: [-1, 0, 0] }),
      chest(0.17, 0.13, 0.05, 'open', [1, -0.7, 0.1], { aim: [0.1, 1, 0], thumb: [-1, 0, 0] }),
    ],
  }),
  cheer: stand({
    chest: [-0.1, 0, 0],
    head: bow(-0.15),
    hands: [chest(0.17, 0.24, 0.02, 'fist', [1, 0, 0.2]), chest(0.18, 0.25, 0.03, 'fist', [1, 0, 0.2])],
    feet: [foot(0.09, 0.02), foot(0.09, -0.03)],
  }),
  shield: stand({
    chest: [-0.12, 0.15, 0.06],
    head: bow(0.25, 0.3, 0.1),
    hands: [
      atHead(0.1, -0.1, 0.95, 'open', [1, -0.8, 0], { aim: [-0.4, 0.8, 0.2] }),
      chest(0.06, -0.06, 0.24, 'open', [1, -0.8, 0], { aim: [-0.2, 0.9, 0.4] }),
    ],
    feet: [foot(0.07, 0.06), foot(0.08, -0.12)],
  }),
  lean: legs({
    pelvis: [0, 0.5, -0.1],
    hips: [0.4, 0, 0],
    chest: [0.6, 0, 0],
    head: bow(-0.12),
    hands: [
      hand('body', 0.15, 0.45, 0.22, 'flat', [1, 0.1, -0.6], { aim: [-0.1, -0.25, 1] }),
      hand('body', 0.15, 0.45, 0.22, 'flat', [1, 0.1, -0.6], { aim: [-0.1, -0.25, 1] }),
    ],
    feet: [foot(0.07, -0.1), foot(0.075, -0.16)],
  }),
  leanWall: legs({
    pelvis: [0, 0.5, -0.01],
    hips: [-0.12, 0, 0],
    chest: [-0.1, 0, 0],
    head: bow(0.1),
    hands: [chest(-0.05, -0.175, 0.105, 'fist', [1, -0.9, 0.1]), chest(-0.045, -0.195, 0.125, 'fist', [1, -0.9, 0.1])],
    feet: [foot(0.05, 0.12), foot(0.07, -0.06, { y: 0.18, toe: 0.9, knee: [0.2, 0.2, 1] })],
  }),
  armsCrossed: stand({
    pelvis: [0.012, 0.522, 0],
    hips: [0, 0, 0.04],
    chest: [-0.02, 0, -0.03],
    hands: [
      chest(-0.055, -0.17, 0.1, 'flat', [1, -0.75, 0.15], { aim: [-0.8, 0.1, -0.25] }),
      chest(-0.05, -0.195, 0.125, 'fist', [1, -0.75, 0.2], { aim: [-0.9, 0.1, -0.35] }),
    ],
    feet: [foot(0.06, 0), foot(0.09, 0.04, { out: 0.4 })],
  }),
  handsOnHips: stand({
    chest: [-0.03, 0, 0],
    hands: [
      chest(0.128, -0.285, 0.01, 'flat', [1, 0.1, -0.35], { aim: [-0.5, -0.75, 0.5] }),
      chest(0.128, -0.285, 0.01, 'flat', [1, 0.1, -0.35], { aim: [-0.5, -0.75, 0.5] }),
    ],
    feet: [foot(0.095, 0), foot(0.095, 0)],
  }),
  lookUp: stand({ chest: [-0.1, 0, 0], head: bow(-0.5), hands: [hang(0.15, 0), hang(0.15, 0.01)] }),
  lookDown: stand({ chest: [0.12, 0, 0], head: bow(0.45) }),
  lookOut: stand({
    chest: [0.03, 0, 0],
    head: bow(-0.03),
    hands: [hang(), atHead(0.36, 0.05, 0.52, 'flat', [1, -0.6, 0.1], { aim: [-0.95, 0.2, 0.05], thumb: [0, -0.3, -1] })],
  }),
  salute: stand({
    chest: [-0.05, 0, 0],
    hands: [hang(0.13, 0), atHead(0.78, -0.02, 0.3, 'flat', [1, -0.5, 0], { aim: [-0.85, 0.42, 0.0], thumb: [0, 0, -1] })],
    feet: [foot(0.035, 0, { out: 0.4 }), foot(0.035, 0, { out: 0.4 })],
  }),
  door: legs({
    chest: [0.12, 0.18, 0],
    hands: [hang(0.14, -0.02), chest(0.06, -0.27, 0.24, 'grasp', [0.8, -0.6, -0.4])],
    feet: [foot(0.06, -0.12, { toe: 0.2, y: 0.055 }), foot(0.06, 0.11)],
  }),
  knock: legs({
    chest: [0.06, 0.15, 0],
    hands: [hang(), chest(0.03, 0.02, 0.22, 'fist', [0.8, -1, 0], { aim: [-0.1, 0.5, 0.8] })],
    feet: [foot(0.06, -0.04), foot(0.06, 0.08)],
  }),
  climb: legs({
    rest: 'air',
    pelvis: [0, 0.6, -0.02],
    hips: [0.15, 0, 0.08],
    chest: [0.12, 0, -0.08],
    head: bow(-0.35),
    hands: [
      chest(0.11, 0.2, 0.16, 'grasp', [1, -0.5, 0], { aim: [0, 0.6, 0.8] }),
      chest(0.13, 0.02, 0.19, 'grasp', [1, -0.7, 0], { aim: [0, 0.6, 0.8] }),
    ],
    feet: [foot(0.07, 0.12, { y: 0.16, toe: 0 }), foot(0.08, 0.15, { y: 0.34, toe: 0, knee: [0.4, 0.3, 1] })],
  }),
  carry: legs({
    pelvis: [0, 0.515, 0.01],
    chest: [-0.1, 0, 0],
    prop: 'box',
    hands: [
      chest(0.1, -0.26, 0.2, 'flat', [1, -0.5, -0.7], { aim: [-0.7, 0, 0.7], thumb: [0, 0.6, 0.6] }),
      chest(0.1, -0.26, 0.2, 'flat', [1, -0.5, -0.7], { aim: [-0.7, 0, 0.7], thumb: [0, 0.6, 0.6] }),
    ],
    feet: [foot(0.06, 0.1, { toe: -0.1 }), foot(0.06, -0.12, { y: 0.06, toe: 0.3 })],
  }),
  push: legs({
    pelvis: [0, 0.46, -0.08],
    hips: [0.35, 0, 0],
    chest: [0.6, 0, 0],
    head: bow(-0.1),
    hands: [
      chest(0.09, 0.03, 0.29, 'open', [1, -0.4, -0.2], { aim: [0, 0.9, 0.3] }),
      chest(0.09, 0.03, 0.29, 'open', [1, -0.4, -0.2], { aim: [0, 0.9, 0.3] }),
    ],
    feet: [foot(0.06, 0.05), foot(0.07, -0.33, { y: 0.08, toe: 0.5 })],
  }),
  pull: legs({
    pelvis: [0, 0.46, -0.12],
    hips: [-0.2, 0, 0],
    chest: [-0.25, 0, 0],
    hands: [chest(0.05, -0.22, 0.28, 'fist', [0.8, -1, -0.3]), chest(0.05, -0.2, 0.24, 'fist', [0.8, -1, -0.3])],
    feet: [foot(0.07, 0.16, { toe: -0.15 }), foot(0.08, -0.08)],
  }),
  wave: stand({
    head: bow(-0.03),
    hands: [hang(), chest(0.2, 0.15, 0.07, 'open', [1, -0.8, 0.1], { aim: [0.2, 1, 0], thumb: [-1, 0.2, 0] })],
  }),
  cry: stand({
    chest: [0.28, 0, 0],
    head: bow(0.42),
    hands: [
      atHead(0.13, -0.62, 0.62, 'flat', [0.8, -1, 0.1], { aim: [-0.05, 1, 0.03], thumb: [1, 0, 0] }),
      atHead(0.13, -0.62, 0.62, 'flat', [0.8, -1, 0.1], { aim: [-0.05, 1, 0.03], thumb: [1, 0, 0] }),
    ],
  }),
  think: stand({
    head: bow(0.1, 0, 0.04),
    hands: [
      chest(-0.02, -0.215, 0.11, 'relax', [1, -0.6, -0.1], { aim: [-1, 0, 0.05] }),
      atHead(0.2, -0.96, 0.58, 'relax', [0.5, -1, 0.2], { aim: [-0.4, 0.85, 0.1] }),
    ],
  }),
  pray: stand({
    head: bow(0.35),
    chest: [0.1, 0, 0],
    hands: [
      chest(0.017, -0.16, 0.14, 'flat', [1, -0.7, 0], { aim: [-0.08, 1, 0.35], thumb: [0, 0.2, -1] }),
      chest(0.017, -0.16, 0.14, 'flat', [1, -0.7, 0], { aim: [-0.08, 1, 0.35], thumb: [0, 0.2, -1] }),
    ],
  }),
  talk: stand({
    chest: [0.04, 0.06, 0],
    hands: [hang(0.14), chest(0.11, -0.2, 0.17, 'open', [0.6, -1, -0.5], { aim: [0.1, 0.25, 1], thumb: [0.9, 0.5, 0] })],
  }),
  plead: stand({
    chest: [0.12, 0, 0],
    hands: [
      chest(0.08, -0.19, 0.22, 'open', [0.8, -1, -0.3], { aim: [0.1, 0.3, 1], thumb: [1, 0.2, 0] }),
      chest(0.08, -0.19, 0.22, 'open', [0.8, -1, -0.3], { aim: [0.1, 0.3, 1], thumb: [1, 0.2, 0] }),
    ],
  }),
  shrug: stand({
    chest: [-0.03, 0, 0],
    head: bow(0.02, 0, 0.1),
    hands: [
      chest(0.19, -0.2, 0.1, 'open', [0.4, -1, -0.6], { aim: [0.9, 0.15, 0.3], thumb: [0, 0.2, -1] }),
      chest(0.19, -0.2, 0.1, 'open', [0.4, -1, -0.6], { aim: [0.9, 0.15, 0.3], thumb: [0, 0.2, -1] }),
    ],
  }),
  photograph: stand({
    head: bow(0.03),
    prop: 'camera',
    hands: [
      atHead(0.33, -0.62, 0.72, 'grasp', [0.9, -1, 0], { aim: [-0.25, 0.8, 0.25] }),
      atHead(0.33, -0.62, 0.72, 'grasp', [0.9, -1, 0], { aim: [-0.25, 0.8, 0.25] }),
    ],
  }),
  sing: stand({
    head: bow(-0.15),
    prop: 'microphone',
    hands: [
      chest(0.2, -0.16, 0.1, 'open', [1, -1, 0], { aim: [0.6, 0.6, 0.4] }),
      atHead(0.25, -0.85, 0.72, 'grasp', [0.9, -1, 0], { aim: [-0.6, 0.6, 0.1], thumb: [0, 1, 0] }),
    ],
  }),
  dance: legs({
    pelvis: [0.025, 0.51, 0],
    hips: [0, 0.25, 0.16],
    chest: [-0.03, -0.2, -0.16],
    head: bow(0, 0.2, -0.1),
    hands: [
      chest(0.2, 0.17, 0.02, 'open', [1, -0.2, 0], { aim: [-0.1, 1, 0.1] }),
      chest(0.2, -0.2, 0.1, 'relax', [1, -0.4, -0.4], { aim: [0.9, 0.2, 0.2] }),
    ],
    feet: [foot(0.02, 0, { out: 0.3 }), foot(0.1, 0.1, { y: 0.09, toe: 0.8, out: 0.5, knee: [0.7, 0, 1] })],
  }),
  swim: legs({
    rest: 'air',
    upright: false,
    pelvis: [0, -0.03, 0],
    hips: [1.35, 0, 0.1],
    chest: [1.2, 0.12, 0.15],
    head: bow(-1.0),
    hands: [hand('body', 0.12, 0.0, 0.58, 'flat', [1, 0.5, 0]), hand('body', 0.2, -0.1, 0.1, 'flat', [1, 0.2, 0])],
    feet: [
      foot(0.06, -0.5, { y: -0.1, toe: 1.2, knee: [0.1, -1, 0] }),
      foot(0.06, -0.46, { y: -0.02, toe: 1.2, knee: [0.1, -1, 0] }),
    ],
  }),
  float: legs({
    rest: 'air',
    upright: false,
    pelvis: [0, 0.6, 0],
    hips: [0.3, 0, 0.1],
    chest: [0.35, 0.1, 0.08],
    head: bow(-0.3),
    hands: [chest(0.25, -0.12, 0.12, 'open', [1, -0.5, -0.3]), chest(0.2, -0.24, 0.14, 'relax', [1, -0.2, -0.5])],
    feet: [
      foot(0.08, -0.08, { y: 0.18, toe: 0.9, knee: [0.2, 0.2, 1] }),
      foot(0.09, -0.2, { y: 0.28, toe: 1.1, knee: [0.2, 0, 1] }),
    ],
  }),
} satisfies Record<string, Pose>;
