/** @file The arrows of a storyboard: what the camera does, drawn in the frame's corners and margins, and where people go, on the ground. */
import { createRandom, type Random } from '@filmai/core-tensor/random';
import { type Camera, project } from '../camera/camera.js';
import type { InkContext } from '#canvas';
import { stroke } from '../ink/stroke.js';
import type { CameraMove } from '../stage/shot-description.js';
import { type V2, type V3, mad } from '../world/vector.js';

/** One arrow. Points are pixels of the picture. */
export type Arrow =
  /** Along a bent path; `bend` is the height of the bow as a share of its length, default 0.15. */
  | { kind: 'path'; from: V2; to: V2; bend?: number }
  /** Four arrows from the corners inwards or outwards. */
  | { kind: 'push' | 'pull' }
  /** At the edge towards which the camera turns or slides. */
  | { kind: 'edge'; towards: 'left' | 'right' | 'up' | 'down' };

/** Width of an arrow's shaft, in pixels of a 720-line picture. */
const SHAFT = 10;

/**
 * The arrows of a camera move.
 *
 * @param move - The move.
 * @returns Its arrows; none for a camera that stands or is held in the hand.
 */
export function arrowsForMove(move: CameraMove): Arrow[] {
  switch (move) {
    case 'push-in':
      return [{ kind: 'push' }];
    case 'pull-out':
      return [{ kind: 'pull' }];
    case 'pan-left':
    case 'track-left':
      return [{ kind: 'edge', towards: 'left' }];
    case 'pan-right':
    case 'track-right':
      return [{ kind: 'edge', towards: 'right' }];
    case 'tilt-up':
    case 'crane-up':
      return [{ kind: 'edge', towards: 'up' }];
    case 'tilt-down':
      return [{ kind: 'edge', towards: 'down' }];
    default:
      return [];
  }
}

/**
 * An arrow that lies on the ground, in perspective: where somebody goes.
 *
 * @param camera - The camera of the picture.
 * @param from - Where it starts, on the ground, metres.
 * @param direction - Unit vector along the ground.
 * @param length - Metres, default 1.
 * @returns The arrow, or nothing where it would leave the frame.
 */
export function groundArrow(camera: Camera, from: V3, direction: V3, length = 1): Arrow[] {
  const [ax, ay, az] = project(camera, from);
  const [bx, by, bz] = project(camera, mad(from, direction, length));
  const inside = (x: number, y: number, z: number): boolean => z > 0.2 && x > 0 && y > 0 && x < camera.W && y < camera.H;
  if (!inside(ax, ay, az) || !inside(bx, by, bz) || Math.hypot(bx - ax, by - ay) < camera.H * 0.04) return [];
  return [{ kind: 'path', from: [ax, ay], to: [bx, by], bend: 0.08 }];
}

/**
 * Draws arrows over a picture.
 *
 * @param pen - Where to draw, with the picture's corner at the origin.
 * @param width - Of the picture.
 * @param height - Of the picture.
 * @param arrows - What to draw.
 * @param seed - Seeds the hand.
 */
export function drawArrows(pen: InkContext, width: number, height: number, arrows: readonly Arrow[], seed: number): void {
  const random = createRandom(`arrows/${seed}`);
  const k = height / 720;
  for (const arrow of arrows) {
    for (const { path, shaft } of pathsOf(arrow, width, height, k)) drawArrow(pen, path, shaft, random, k);
  }
}

function pathsOf(arrow: Arrow, W: number, H: number, k: number): { path: V2[]; shaft: number }[] {
  if (arrow.kind === 'path') {
    const { from, to, bend = 0.15 } = arrow;
    const nx = -(to[1] - from[1]);
    const ny = to[0] - from[0];
    const path = Array.from({ length: 15 }, (_, i): V2 => {
      const t = i / 14;
      const bow = bend * 4 * t * (1 - t);
      return [from[0] + (to[0] - from[0]) * t + nx * bow, from[1] + (to[1] - from[1]) * t + ny * bow];
    });
    return [{ path, shaft: SHAFT * k }];
  }
  if (arrow.kind === 'edge') {
    const path: Record<typeof arrow.towards, V2[]> = {
      left: [
        [210 * k, H / 2],
        [80 * k, H / 2],
      ],
      right: [
        [W - 210 * k, H / 2],
        [W - 80 * k, H / 2],
      ],
      up: [
        [W - 66 * k, 220 * k],
        [W - 66 * k, 90 * k],
      ],
      down: [
        [W - 66 * k, H - 220 * k],
        [W - 66 * k, H - 90 * k],
      ],
    };
    return [{ path: path[arrow.towards], shaft: 13 * k }];
  }
  return [0, 1, 2, 3].map((corner) => {
    const right = corner % 2 === 1;
    const bottom = corner > 1;
    const outer: V2 = [right ? W - 26 * k : 26 * k, bottom ? H - 22 * k : 22 * k];
    const inner: V2 = [right ? W - 120 * k : 120 * k, bottom ? H - 76 * k : 76 * k];
    return { path: arrow.kind === 'push' ? [outer, inner] : [inner, outer], shaft: 7 * k };
  });
}

/** A fat outlined arrow that grows towards its head. */
function drawArrow(pen: InkContext, path: readonly V2[], shaft: number, random: Random, k: number): void {
  const outline = outlineOf(path, shaft);
  pen.fillStyle = 'rgba(250,247,240,.9)';
  pen.beginPath();
  for (const [x, y] of outline) pen.lineTo(x, y);
  pen.closePath();
  pen.fill();
  pen.fillStyle = 'rgba(158,38,30,.95)';
  pen.beginPath();
  for (const [i, point] of outline.entries()) {
    stroke(
      pen,
      [point, outline[(i + 1) % outline.length]],
      { w: 3.4 * k, wobble: 0.5 * k, taper: 0.1, pressure: 0.2, overshoot: 1.5 * k, scale: k },
      random,
    );
  }
  pen.fill();
}

function outlineOf(path: readonly V2[], shaft: number): V2[] {
  const left: V2[] = [];
  const right: V2[] = [];
  const n = path.length;
  let along: V2 = [1, 0];
  for (let i = 0; i < n; i++) {
    const a = path[Math.max(0, i - 1)];
    const b = path[Math.min(n - 1, i + 1)];
    const l = Math.hypot(b[0] - a[0], b[1] - a[1]) || 1;
    along = [(b[0] - a[0]) / l, (b[1] - a[1]) / l];
    const half = shaft * (0.35 + (0.65 * i) / n);
    left.push([path[i][0] - along[1] * half, path[i][1] + along[0] * half]);
    right.push([path[i][0] + along[1] * half, path[i][1] - along[0] * half]);
  }
  const [ex, ey] = path[n - 1];
  const [ux, uy] = along;
  return [
    ...left,
    [ex - uy * shaft * 2.3, ey + ux * shaft * 2.3],
    [ex + ux * shaft * 3, ey + uy * shaft * 3],
    [ex + uy * shaft * 2.3, ey - ux * shaft * 2.3],
    ...right.toReversed(),
  ];
}
