/** @file Vectors and rigid frames. Metres; x to the right, y up; yaw 0 looks along +z. */

/** A point or direction in space. */
export type V3 = [number, number, number];
/** A point in the picture, or two numbers that belong together. */
export type V2 = [number, number];

export { fbm, noise2, noiseTex, texAt, texLin } from './noise.js';

export const add = (a: V3, b: V3): V3 => [a[0] + b[0], a[1] + b[1], a[2] + b[2]];
export const sub = (a: V3, b: V3): V3 => [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
export const mul = (a: V3, s: number): V3 => [a[0] * s, a[1] * s, a[2] * s];
/** a + b · s */
export const mad = (a: V3, b: V3, s: number): V3 => [a[0] + b[0] * s, a[1] + b[1] * s, a[2] + b[2] * s];
export const dot = (a: V3, b: V3): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
export const cross = (a: V3, b: V3): V3 => [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
export const len = (a: V3): number => Math.hypot(a[0], a[1], a[2]);
/** The unit vector; a null vector stays one. */
export const norm = (a: V3): V3 => {
  const l = len(a) || 1;
  return [a[0] / l, a[1] / l, a[2] / l];
};
export const lerp = (a: number, b: number, t: number): number => a + (b - a) * t;
export const mix3 = (a: V3, b: V3, t: number): V3 => [lerp(a[0], b[0], t), lerp(a[1], b[1], t), lerp(a[2], b[2], t)];
export const clamp = (x: number, a = 0, b = 1): number => (x < a ? a : x > b ? b : x);
/** 0 below a, 1 above b, and a smooth step between. */
export const smooth = (a: number, b: number, x: number): number => {
  const t = clamp((x - a) / (b - a));
  return t * t * (3 - 2 * t);
};

/** Rigid frame: origin, and the local x, y, z axes in world space. */
export interface Basis {
  o: V3;
  x: V3;
  y: V3;
  z: V3;
}

/** A frame at `o`, turned by yaw (about y), pitch (positive bows forward) and roll, radians. */
export const basis = (o: V3, yaw = 0, pitch = 0, roll = 0): Basis => {
  const cy = Math.cos(yaw);
  const sy = Math.sin(yaw);
  const cp = Math.cos(pitch);
  const sp = Math.sin(pitch);
  const cr = Math.cos(roll);
  const sr = Math.sin(roll);
  const x0: V3 = [cy, 0, -sy];
  const z0: V3 = [sy * cp, -sp, cy * cp];
  const y0 = cross(z0, x0);
  return { o, x: add(mul(x0, cr), mul(y0, sr)), y: sub(mul(y0, cr), mul(x0, sr)), z: z0 };
};
/** A point of the frame in world space. */
export const toWorld = (f: Basis, p: V3): V3 => [
  f.o[0] + f.x[0] * p[0] + f.y[0] * p[1] + f.z[0] * p[2],
  f.o[1] + f.x[1] * p[0] + f.y[1] * p[1] + f.z[1] * p[2],
  f.o[2] + f.x[2] * p[0] + f.y[2] * p[1] + f.z[2] * p[2],
];
/** A direction of the frame in world space. */
export const dirWorld = (f: Basis, p: V3): V3 => toWorld({ ...f, o: [0, 0, 0] }, p);
/** A point of the world in the frame. */
export const toLocal = (f: Basis, p: V3): V3 => {
  const d = sub(p, f.o);
  return [dot(d, f.x), dot(d, f.y), dot(d, f.z)];
};
