/** @file Marks for figures, without arithmetic in the places. */
import type { Mark } from '../place.js';
import type { Local } from './local.js';

/** A mark at a local floor point that looks towards another one. */
export function standAt(
  k: Local,
  x: number,
  z: number,
  towardsX: number,
  towardsZ: number,
  kind: 'stand' | 'lean' = 'stand',
): Mark {
  return { at: k.point(x, 0, z), yaw: k.yaw + Math.atan2(towardsX - x, towardsZ - z), kind };
}

/** A mark on a seat, that looks towards another point. */
export function sitAt(k: Local, x: number, z: number, towardsX: number, towardsZ: number, seatHeight = 0.45): Mark {
  return { at: k.point(x, 0, z), yaw: k.yaw + Math.atan2(towardsX - x, towardsZ - z), kind: 'sit', seatHeight };
}

/** A mark on a bed or floor; the feet point along `yaw`. */
export function lieAt(k: Local, x: number, z: number, yaw: number, seatHeight: number): Mark {
  return { at: k.point(x, 0, z), yaw: k.yaw + yaw, kind: 'lie', seatHeight };
}
