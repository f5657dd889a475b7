/** @file What people do standing (or, from the waist up, on a chair). Numbers are shares of body height, see `Pose`. */
import { atHead, bow, chest, foot, hang, stand } from './pose-parts.js';
import type { Pose } from './poses.js';

/** What people do standing (or, from the waist up, on a chair). */
export const UPRIGHT_POSES = {
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
} satisfies Record<string, Pose>;
