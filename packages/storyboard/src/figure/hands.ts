/** @file Hands with separate fingers: a palm, four fingers of three bones, a thumb, bent by grip. */
import { type V3, add, cross, mad, mul, norm } from '../world/vector.js';
import type { Grip } from './poses.js';
import type { Sculpt } from './sculpt.js';
import type { Rig } from './skeleton.js';

/** Bend of each knuckle in radians (root, middle, tip), spread between fingers, and how far the thumb crosses the palm. */
interface GripShape {
  bend: [number, number, number];
  spread: number;
  thumb: number;
  index?: [number, number, number];
}

const GRIPS: Record<Grip, GripShape> = {
  relax: { bend: [0.3, 0.45, 0.3], spread: 1, thumb: 0.35 },
  fist: { bend: [1.35, 1.6, 0.9], spread: 0.95, thumb: 1.1 },
  open: { bend: [-0.05, 0.05, 0.05], spread: 1.5, thumb: -0.25 },
  point: { bend: [1.3, 1.6, 0.9], spread: 0.95, thumb: 0.9, index: [0, 0.05, 0.05] },
  cup: { bend: [0.55, 0.7, 0.5], spread: 1.05, thumb: 0.25 },
  flat: { bend: [0.08, 0.1, 0.1], spread: 1.08, thumb: 0.1 },
  grasp: { bend: [0.95, 1.15, 0.7], spread: 0.98, thumb: 0.8 },
  pistol: { bend: [1.1, 1.3, 0.8], spread: 0.96, thumb: 0.6, index: [0.25, 0.4, 0.2] },
};

/** Frame of a hand: where the palm is and which way it faces; props are held in it. */
export interface HandFrame {
  /** Middle of the grip. */
  at: V3;
  /** Along the fingers. */
  aim: V3;
  /** Towards the thumb. */
  thumb: V3;
  /** Out of the palm. */
  palm: V3;
}

/** Where a hand is and how it faces. */
export function handFrame(rig: Rig, side: number): HandFrame {
  const { aim, thumb } = rig.hand[side];
  const palm = norm(mul(cross(aim, thumb), side ? 1 : -1));
  return { at: mad(mad(rig.wrist[side], aim, 0.047 * rig.H), palm, 0.016 * rig.H), aim, thumb, palm };
}

/** Adds a hand to the skin. Far away (`detail` below 0.3) a mitten is enough. */
export function buildHand(skin: Sculpt, rig: Rig, side: number, detail: number): void {
  const size = rig.H * (rig.look.female ? 0.93 : 1) * (rig.proportions.head / 0.143) ** 0.25;
  const { aim, thumb, palm } = handFrame(rig, side);
  const wrist = rig.wrist[side];
  const { bend, spread, thumb: cross1, index } = GRIPS[rig.hand[side].grip];
  const at = (along: number, across: number, out = 0): V3 =>
    add(add(mad(wrist, aim, along * size), mul(thumb, across * size)), mul(palm, out * size));
  if (detail < 0.3) {
    skin
      .cone(wrist, at(0.045, 0, bend[0] * 0.008), 0.018 * size, 0.023 * size, 0.02)
      .cone(at(0.045, 0), at(0.075, 0, bend[0] * 0.02), 0.021 * size, 0.014 * size, 0.02);
    return;
  }
  skin.cone(at(-0.012, 0), at(0.018, 0), 0.0165 * size, 0.0185 * size, 0.012);
  skin.cone(at(0.02, 0.004), at(0.043, 0.009), 0.0165 * size, 0.0155 * size, 0.012, { flat: [palm, 0.62] });
  skin.cone(at(0.02, -0.005), at(0.041, -0.01), 0.0165 * size, 0.0145 * size, 0.012, { flat: [palm, 0.62] });
  for (let finger = 0; finger < 4; finger++) {
    const long = [0.92, 1, 0.94, 0.76][finger];
    const bends = finger === 0 && index ? index : bend;
    const fan = (1.5 - finger) * (spread - 1) * 0.35;
    let joint = at(0.05 - Math.abs(finger - 1) * 0.0025, (1.5 - finger) * 0.0112 * Math.min(spread, 1.15));
    let angle = 0;
    let radius = 0.0069 * (finger === 3 ? 0.88 : 1);
    for (const [bone, length] of [0.0265, 0.0175, 0.0145].entries()) {
      angle += bends[bone] + (bone === 0 ? finger * 0.05 * Math.sign(bends[0]) : 0);
      const forward = norm(add(add(mul(aim, Math.cos(angle)), mul(palm, Math.sin(angle))), mul(thumb, fan)));
      const next = mad(joint, forward, length * long * size);
      skin.cone(joint, next, radius * size, radius * 0.92 * size, 0.003);
      joint = next;
      radius *= 0.92;
    }
  }
  const root = at(0.012, 0.0165, 0.005);
  const out = cross1 < 0 ? -cross1 : 0;
  const inward = Math.max(0, cross1);
  const first = norm(add(add(mul(aim, 0.75), mul(thumb, 0.75 + out - inward * 0.35)), mul(palm, 0.25 + inward * 0.4)));
  const second = norm(add(add(mul(aim, 0.95), mul(thumb, 0.25 + out - inward * 0.75)), mul(palm, 0.15 + inward * 0.45)));
  const knuckle = mad(root, first, 0.026 * size);
  skin
    .cone(root, knuckle, 0.0105 * size, 0.0082 * size, 0.01)
    .cone(knuckle, mad(knuckle, second, 0.0225 * size), 0.0079 * size, 0.0064 * size, 0.004);
}
