/** @file Shorthands in which poses are written: hands, feet, and the postures others start from. */
import type { V3 } from '../world/vector.js';
import type { FootPose, Grip, HandPose, Pose, Turn } from './poses.js';

export const hand = (
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
export const chest = (x: number, y: number, z: number, grip?: Grip, elbow: V3 = [0.7, -1, -0.3], more?: Partial<HandPose>) =>
  hand('chest', x, y, z, grip, elbow, more);
export const atHead = (x: number, y: number, z: number, grip?: Grip, elbow: V3 = [0.7, -1, -0.1], more?: Partial<HandPose>) =>
  hand('head', x, y, z, grip, elbow, more);
export const foot = (x: number, z: number, { y = 0.045, toe = 0, out = 0.22, knee = [0.15, 0, 1] as V3 } = {}): FootPose => ({
  at: [x, y, z],
  toe,
  out,
  knee,
});
/** The arm that hangs. */
export const hang = (x = 0.122, z = 0.03, y = -0.366): HandPose =>
  chest(x, y, z, 'relax', [0.5, 0, -1], { aim: [-0.08, -1, 0.16] });

export const STAND: Pose = {
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
export const stand = (more: Partial<Pose>): Pose => ({ ...STAND, ...more });
export const legs = (more: Partial<Pose>): Pose => stand({ upper: false, ...more });

export const SIT: Pose = {
  ...STAND,
  rest: 'seat',
  upper: false,
  pelvis: [0, 0.09, -0.125],
  hips: [-0.1, 0, 0],
  chest: [0.06, 0, 0],
  hands: [hand('body', 0.075, 0.1, 0.035, 'relax', [1, -0.5, -0.7]), hand('body', 0.07, 0.1, 0.055, 'relax', [1, -0.5, -0.7])],
  feet: [foot(0.075, 0.12, { knee: [0.2, 0.6, 1] }), foot(0.08, 0.07, { knee: [0.2, 0.6, 1] })],
};
export const sit = (more: Partial<Pose>): Pose => ({ ...SIT, ...more });

export const LIE: Pose = {
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
export const lie = (more: Partial<Pose>): Pose => ({ ...LIE, ...more });

export const bow = (pitch: number, yaw = 0, roll = 0): Turn => [pitch, yaw, roll];
