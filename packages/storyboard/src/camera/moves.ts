/**
 * @file What a camera does during a shot, as a path of real cameras: a track slides, a pan turns on its head (a little off the
 * nodal point, as on any tripod), a crane rises and keeps its aim. Paths begin and end softly.
 */
import type { CameraMove } from '../stage/shot-description.js';
import { type V3, add, clamp, dot, mad, mul, sub } from '../world/vector.js';
import type { Camera } from './camera.js';

/** A camera for every moment of a shot; `progress` runs from 0 to 1. */
export type CameraPath = (progress: number) => Camera;

/** What a path needs to know beside the framing. */
export interface MoveOptions {
  /** Distance from the lens to what the shot is about, metres; moves are shares of it. */
  reach: number;
  /** Scales the whole move: 1 is a plain move, less where there is no room for it. */
  strength: number;
  /** Length of the shot, for the swaying of a hand-held camera. Default 4. */
  seconds?: number;
  /** Box in which the camera stays. */
  bounds?: { min: V3; max: V3 };
}

/**
 * The path of a move around a framing. The framing itself lies on the path, nearer to the end than to the beginning: a pan
 * arrives at it.
 *
 * @param framing - The camera as it was framed.
 * @param move - The move.
 * @param options - Reach, strength and bounds.
 * @returns The path.
 */
export function cameraPath(framing: Camera, move: CameraMove, { reach, strength, seconds = 4, bounds }: MoveOptions): CameraPath {
  const horizontal = 2 * Math.atan(framing.W / 2 / framing.focal);
  const vertical = 2 * Math.atan(framing.H / 2 / framing.focal);
  const along = (from: number, to: number, progress: number): number => (from + (to - from) * ease(progress)) * strength;
  const kept = (cam: Camera): Camera =>
    bounds ? { ...cam, eye: [0, 1, 2].map((i) => clamp(cam.eye[i], bounds.min[i] + 0.1, bounds.max[i] - 0.1)) as V3 } : cam;
  const slide = (axis: V3, metres: number): Camera => kept({ ...framing, eye: mad(framing.eye, axis, metres) });
  switch (move) {
    case 'push-in':
      return (p) => slide(framing.f, along(-0.13, 0.15, p) * reach);
    case 'pull-out':
      return (p) => slide(framing.f, along(0.15, -0.13, p) * reach);
    case 'track-left':
      return (p) => slide(framing.r, along(0.18, -0.1, p) * reach);
    case 'track-right':
      return (p) => slide(framing.r, along(-0.18, 0.1, p) * reach);
    case 'pan-left':
      return (p) => panned(framing, along(-0.26, 0.06, p) * horizontal, reach);
    case 'pan-right':
      return (p) => panned(framing, along(0.26, -0.06, p) * horizontal, reach);
    case 'tilt-up':
      return (p) => tilted(framing, along(-0.34, 0.06, p) * vertical);
    case 'tilt-down':
      return (p) => tilted(framing, along(0.34, -0.06, p) * vertical);
    case 'crane-up':
      return (p) => {
        const rise = along(-0.06, 0.2, p) * reach;
        return tilted(slide([0, 1, 0], rise), -Math.atan2(rise, reach) * 0.8);
      };
    case 'handheld':
      return (p) => handheld(framing, p * seconds, strength);
    default:
      return () => framing;
  }
}

/** Starts and stops softly over a sixth of the way each, and is even in between. */
export function ease(progress: number): number {
  const p = clamp(progress);
  const ramp = 1 / 6;
  const top = 1 / (1 - ramp);
  if (p < ramp) return (top * p * p) / (2 * ramp);
  if (p > 1 - ramp) return 1 - (top * (1 - p) * (1 - p)) / (2 * ramp);
  return top * (p - ramp / 2);
}

/** Turns to the left (positive) about the vertical; the lens swings on a short arm, so that near things shift against far ones. */
function panned(cam: Camera, angle: number, reach: number): Camera {
  const turn = (v: V3): V3 => rotated(v, [0, 1, 0], angle);
  const arm = mul(cam.f, 0.05 * reach);
  return { ...cam, eye: add(sub(cam.eye, arm), turn(arm)), r: turn(cam.r), u: turn(cam.u), f: turn(cam.f) };
}

/** Turns up (positive) about the camera's own right. */
function tilted(cam: Camera, angle: number): Camera {
  return { ...cam, u: rotated(cam.u, cam.r, angle), f: rotated(cam.f, cam.r, angle) };
}

/** Breath and footfall: slow sways of incommensurable periods, half a degree and a centimetre or two. */
function handheld(cam: Camera, seconds: number, strength: number): Camera {
  const sway = (rate: number, phase: number): number =>
    Math.sin(seconds * rate + phase) * 0.6 +
    Math.sin(seconds * rate * 2.33 + phase * 1.7) * 0.3 +
    Math.sin(seconds * rate * 4.1) * 0.1;
  const turned = tilted(panned(cam, sway(1.3, 0.4) * 0.008 * strength, 0), sway(1.7, 2.1) * 0.006 * strength);
  return { ...turned, eye: mad(mad(cam.eye, cam.r, sway(0.9, 1.2) * 0.015 * strength), cam.u, sway(1.9, 0.3) * 0.01 * strength) };
}

/** Rotation about a unit axis (Rodrigues). */
function rotated(v: V3, axis: V3, angle: number): V3 {
  const c = Math.cos(angle);
  const s = Math.sin(angle);
  const k = dot(axis, v) * (1 - c);
  return [
    v[0] * c + (axis[1] * v[2] - axis[2] * v[1]) * s + axis[0] * k,
    v[1] * c + (axis[2] * v[0] - axis[0] * v[2]) * s + axis[1] * k,
    v[2] * c + (axis[0] * v[1] - axis[1] * v[0]) * s + axis[2] * k,
  ];
}
