/** @file One mark of a pen: a ribbon that tapers at its ends, swells with pressure and wobbles like a hand. */
import { type V2, noise2 } from '../world/vector.js';
import type { InkContext } from '#canvas';

/** How a pen is held. Lengths are pixels of the picture. */
export interface Pen {
  /** Width in the middle of the stroke. */
  w: number;
  /** How far the line wanders off, default 0.8. */
  wobble?: number;
  /** Length over which the ends get thin, default 18. */
  taper?: number;
  /** How much the width varies, 0…1, default 0.45. */
  pressure?: number;
  /** How far the ends may overshoot, default 0. */
  overshoot?: number;
  /** Grain of wobble and pressure: 1 at 720 lines. Default 1. */
  scale?: number;
}

/** What a stroke needs of randomness. */
export interface Dice {
  next(): number;
  range(low: number, high: number): number;
}

/**
 * Adds one stroke to the current path of a context, as a filled outline.
 *
 * @param context - Whose path it is added to.
 * @param points - The line, at least two points.
 * @param pen - How the pen is held.
 * @param dice - Seeds wobble and pressure.
 */
export function stroke(
  context: Pick<InkContext, 'moveTo' | 'lineTo' | 'closePath'>,
  points: readonly V2[],
  pen: Pen,
  dice: Dice,
): void {
  if (points.length < 2) return;
  const { w, overshoot = 0, pressure = 0.45, scale = 1 } = pen;
  let line = overshoot > 0 ? overshot(points, overshoot, dice) : points;
  let length = lengthOf(line);
  if (length < 1.2 * scale) return;
  if (line.length === 2 && length > 14 * scale) line = divided(line[0], line[1], Math.ceil(length / (12 * scale)));
  const wobble = (pen.wobble ?? 0.8 * scale) * Math.min(1, length / (60 * scale));
  const wobbleSeed = dice.range(0, 900);
  const pressureSeed = dice.range(0, 900);
  const taper = Math.min(pen.taper ?? 18 * scale, length * 0.45) || 1;
  length = lengthOf(line);
  const left = new Float64Array(line.length * 2);
  const right = new Float64Array(line.length * 2);
  let along = 0;
  for (let i = 0; i < line.length; i++) {
    const [x, y] = line[i];
    const before = line[i > 0 ? i - 1 : 0];
    const after = line[i + 1 < line.length ? i + 1 : i];
    if (i > 0) along += Math.hypot(x - before[0], y - before[1]);
    const tx = after[0] - before[0];
    const ty = after[1] - before[1];
    const l = Math.hypot(tx, ty) || 1;
    const nx = -ty / l;
    const ny = tx / l;
    const d = along / scale;
    const off = (noise2(d / 46, wobbleSeed) - 0.5) * 2 * wobble + (noise2(d / 11, wobbleSeed + 5) - 0.5) * wobble * 0.5;
    const end = Math.min(1, 0.25 + (0.75 * Math.min(along, length - along)) / taper);
    const half = w * 0.5 * end * (1 - pressure + pressure * 2 * noise2(d / 34, pressureSeed));
    left[i * 2] = x + nx * (off + half);
    left[i * 2 + 1] = y + ny * (off + half);
    right[i * 2] = x + nx * (off - half);
    right[i * 2 + 1] = y + ny * (off - half);
  }
  context.moveTo(left[0], left[1]);
  for (let i = 2; i < left.length; i += 2) context.lineTo(left[i], left[i + 1]);
  for (let i = right.length - 2; i >= 0; i -= 2) context.lineTo(right[i], right[i + 1]);
  context.closePath();
}

/** The line with both ends drawn out in their own directions, as a ruler-drawn line runs past its corner. */
function overshot(points: readonly V2[], reach: number, dice: Dice): V2[] {
  const [a, b] = points;
  const y = points[points.length - 1];
  const x = points[points.length - 2];
  const first = Math.hypot(a[0] - b[0], a[1] - b[1]) || 1;
  const last = Math.hypot(y[0] - x[0], y[1] - x[1]) || 1;
  const before = (reach * dice.next()) / first;
  const after = (reach * dice.next()) / last;
  return [
    [a[0] + (a[0] - b[0]) * before, a[1] + (a[1] - b[1]) * before],
    ...points,
    [y[0] + (y[0] - x[0]) * after, y[1] + (y[1] - x[1]) * after],
  ];
}

function lengthOf(points: readonly V2[]): number {
  let length = 0;
  for (let i = 1; i < points.length; i++) length += Math.hypot(points[i][0] - points[i - 1][0], points[i][1] - points[i - 1][1]);
  return length;
}

function divided(a: V2, b: V2, parts: number): V2[] {
  return Array.from({ length: parts + 1 }, (_, i) => [a[0] + ((b[0] - a[0]) * i) / parts, a[1] + ((b[1] - a[1]) * i) / parts]);
}
