/** @file Level shapes on a surface, in the frame of a thing that lies there: what small objects are made of. */
import type { Paint, Scene } from './scene.js';
import { type Basis, basis, toWorld, type V2, type V3 } from './vector.js';

/** A point of the frame in the world. */
export function at(on: Basis, x: number, y: number, z: number): V3 {
  return toWorld(on, [x, y, z]);
}

/** The turn of a frame about the vertical, radians. */
export function yawOf(on: Basis): number {
  return Math.atan2(on.z[0], on.z[2]);
}

/** The frame, turned further and shifted in its own directions. */
export function turned(on: Basis, by: number, shift: V3): Basis {
  return basis(toWorld(on, shift), yawOf(on) + by);
}

/** A level rectangle. */
export function slab(
  scene: Scene,
  on: Basis,
  width: number,
  depth: number,
  y: number,
  paint: Paint,
  [cx, cz]: V2 = [0, 0],
): void {
  const [w, d] = [width / 2, depth / 2];
  polygon(
    scene,
    on,
    [
      [cx - w, cz - d],
      [cx + w, cz - d],
      [cx + w, cz + d],
      [cx - w, cz + d],
    ],
    y,
    paint,
  );
}

/** A level convex polygon. */
export function polygon(scene: Scene, on: Basis, points: readonly V2[], y: number, paint: Paint): void {
  scene.poly(points.map(([x, z]) => at(on, x, y, z)).toReversed(), scene.surf(paint));
}

/** A level outline with upright sides; concave outlines are cut into a fan from their first point. */
export function extruded(scene: Scene, on: Basis, points: readonly V2[], height: number, paint: Paint): void {
  const group = scene.group();
  polygon(scene, on, points, height, { ...paint, group });
  const side = scene.surf({ ...paint, tone: paint.tone * 0.7, group });
  for (const [i, [x, z]] of points.entries()) {
    const [nx, nz] = points[(i + 1) % points.length];
    scene.poly([at(on, x, 0, z), at(on, nx, 0, nz), at(on, nx, height, nz), at(on, x, height, z)], side);
  }
}

/** A level disc. */
export function disc(scene: Scene, on: Basis, centre: V2, radius: number, y: number, paint: Paint): void {
  polygon(scene, on, circlePoints(centre, radius), y, paint);
}

/** A level ring: the middle of its tube, radius, and thickness of the tube. */
export function ringOf(scene: Scene, on: Basis, [cx, cz]: V2, radius: number, thick: number, paint: Paint): void {
  const points: V3[] = Array.from({ length: 21 }, (_, i) => {
    const angle = (i / 20) * 2 * Math.PI;
    return at(on, cx + Math.cos(angle) * radius, thick, cz + Math.sin(angle) * radius);
  });
  scene.tube(
    points,
    points.map(() => thick),
    paint,
    8,
  );
}

/** A level closed circle of points. */
export function circle(on: Basis, centre: V2, radius: number, y: number): V3[] {
  const points = circlePoints(centre, radius).map(([x, z]) => at(on, x, y, z));
  return [...points, points[0]];
}

function circlePoints([cx, cz]: V2, radius: number): V2[] {
  return Array.from({ length: 24 }, (_, i) => [
    cx + Math.cos((i / 24) * 2 * Math.PI) * radius,
    cz + Math.sin((i / 24) * 2 * Math.PI) * radius,
  ]);
}

/** Level pen lines: x, z, x, z each. */
export function lines(
  scene: Scene,
  on: Basis,
  segments: readonly (readonly [number, number, number, number])[],
  y: number,
  width: number,
  jitter = 0.6,
): void {
  for (const [x0, z0, x1, z1] of segments) scene.line([at(on, x0, y, z0), at(on, x1, y, z1)], width, { bias: 0.002, jitter });
}
