/**
 * @file A pinhole camera. Pictures have x to the right and y down, in pixels, with pixel centres at half numbers; depth is
 * measured along the optical axis in metres.
 */
import { type V3, add, cross, dot, mad, mul, norm, sub } from '../world/vector.js';

/** Where the camera is and how it maps the world to the picture. `r`, `u` and `f` are orthonormal: right, up and forward. */
export interface Camera {
  eye: V3;
  r: V3;
  u: V3;
  f: V3;
  /** Distance of the picture plane in pixels of the picture. */
  focal: number;
  /** Width and height of the picture in pixels. */
  W: number;
  H: number;
}

/**
 * Points a camera at something.
 *
 * @param eye - Where the lens is, metres.
 * @param target - What comes to the middle of the picture; must not be straight above or below.
 * @param fov - Vertical field of view, degrees.
 * @param W - Width of the picture in pixels, default 1280.
 * @param H - Height of the picture in pixels, default 720.
 * @param roll - Turn about the optical axis, radians, default 0: a Dutch angle.
 * @returns The camera.
 */
export function camera(eye: V3, target: V3, fov: number, W = 1280, H = 720, roll = 0): Camera {
  const f = norm(sub(target, eye));
  const level = norm(cross(f, [0, 1, 0]));
  const upright = cross(level, f);
  const c = Math.cos(roll);
  const s = Math.sin(roll);
  return {
    eye,
    f,
    r: add(mul(level, c), mul(upright, s)),
    u: sub(mul(upright, c), mul(level, s)),
    focal: H / 2 / Math.tan((fov * Math.PI) / 360),
    W,
    H,
  };
}

/**
 * Where a point of the world is in the picture.
 *
 * @returns x, y in pixels and the depth in metres; a depth of 0 or less is behind the camera.
 */
export function project(c: Camera, p: V3): V3 {
  const d = sub(p, c.eye);
  const z = dot(d, c.f);
  const k = c.focal / (z || 1e-6);
  return [c.W / 2 + dot(d, c.r) * k, c.H / 2 - dot(d, c.u) * k, z];
}

/** The direction through a picture point, scaled so that one unit of it is one metre of depth. */
export function rayDir(c: Camera, x: number, y: number): V3 {
  return mad(mad(c.f, c.r, (x - c.W / 2) / c.focal), c.u, (c.H / 2 - y) / c.focal);
}

/** The same view with another picture size of the same proportions. */
export function resized(c: Camera, W: number, H: number): Camera {
  return { ...c, W, H, focal: (c.focal * H) / c.H };
}
