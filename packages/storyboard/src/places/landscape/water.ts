/** @file Water seen from the air above it: the sheet, wave strokes, glints, foam, and the birds over it. */
import type { Random } from '@filmai/core-tensor/random';
import type { Scene } from '../../world/scene.js';
import { type V3, lerp } from '../../world/vector.js';
import type { Paint } from './materials.js';
import type { Extent } from './terrain.js';

export const SEA: Paint = { tone: 0.7, soft: 'water', tint: [0.82, 0.92, 1] };
export const DEEP_SEA: Paint = { tone: 0.58, soft: 'water', tint: [0.78, 0.9, 1] };
export const POND: Paint = { tone: 0.66, soft: 'water', tint: [0.84, 0.93, 0.92] };

/** A sheet of still water. */
export function layWater(scene: Scene, extent: Extent, y: number, paint: Paint = SEA): void {
  scene.ground(extent.x0, extent.x1, extent.z0, extent.z1, 8, 40, () => y, paint);
}

/** Wave strokes whose length grows with the distance from where the water is seen; denser towards `near`. */
export function drawWaves(scene: Scene, random: Random, extent: Extent, y: number, count: number, eye: V3): void {
  for (let i = 0; i < count; i++) {
    const t = random.next() ** 2.2;
    const z = lerp(extent.z1, extent.z0, t);
    const x = random.range(extent.x0, extent.x1);
    const distance = Math.hypot(x - eye[0], z - eye[2]);
    const l = random.range(0.012, 0.05) * distance + 0.4;
    const points: V3[] = [];
    for (let j = 0; j <= 6; j++) {
      points.push([x + (l * j) / 6, y + 0.02 + Math.sin(j * 1.1 + i) * 0.012 * l, z + Math.sin(j * 0.9 + i) * 0.05 * l]);
    }
    if (random.chance(0.28)) scene.line(points, 1.6, { color: '#f6f3ea', alpha: 0.6, bias: 0.4, px: true });
    else scene.line(points, 1.2, { alpha: 0.6, bias: 0.4 });
  }
}

/** A swell with real height near the viewer, for open sea; the flat sea around it lies at `flatSea(y, height)`. */
export function laySwell(scene: Scene, extent: Extent, y: number, height: number, seed: number, paint: Paint = DEEP_SEA): void {
  const rise = (x: number, z: number): number => {
    // The patch sinks under the flat sea around it at its edges, so that no border shows.
    const inside = Math.min(x - extent.x0, extent.x1 - x, z - extent.z0, extent.z1 - z);
    const sunk = 1 - Math.min(1, Math.max(0, inside / 18));
    return y + swell(x, z, height, seed) * (1 - sunk) - sunk * (height * 1.2 + 0.08);
  };
  scene.ground(extent.x0, extent.x1, extent.z0, extent.z1, 64, 64, rise, {
    ...paint,
    crease: 0.5,
  });
}

/** Level of the flat sea around a swell: under its troughs, above its sunken border. */
export function flatSea(y: number, height: number): number {
  return y - height * 1.1 - 0.04;
}

/** Height of that swell above the mean level. */
export function swell(x: number, z: number, height: number, seed: number): number {
  return (
    height *
    (0.55 * Math.sin(x * 0.32 + z * 0.12 + seed) +
      0.3 * Math.sin(z * 0.55 - x * 0.2 + seed * 2.1) +
      0.15 * Math.sin(x * 0.9 + z * 0.7))
  );
}

/** White water along a line. */
export function drawFoam(scene: Scene, random: Random, points: readonly V3[], weight = 2): void {
  for (let i = 0; i + 1 < points.length; i++) {
    const [a, b] = [points[i], points[i + 1]];
    scene.line(
      [
        a,
        [(a[0] + b[0]) / 2 + random.range(-0.2, 0.2), (a[1] + b[1]) / 2 + 0.03, (a[2] + b[2]) / 2 + random.range(-0.2, 0.2)],
        b,
      ],
      weight * random.range(0.6, 1.3),
      { color: '#fbf8ee', alpha: 0.75, px: true, bias: 0.5 },
    );
  }
}

/** A few birds on the wing about a point. */
export function drawBirds(scene: Scene, random: Random, centre: V3, count: number, size = 0.7): void {
  for (let i = 0; i < count; i++) {
    const [x, y, z]: V3 = [centre[0] + random.range(-9, 9), centre[1] + random.range(-3, 4), centre[2] + random.range(-6, 6)];
    const s = size * random.range(0.7, 1.3);
    scene.line(
      [
        [x - s, y + 0.1, z],
        [x - s * 0.5, y + 0.32 * s, z],
        [x, y, z],
        [x + s * 0.5, y + 0.36 * s, z],
        [x + s, y + 0.15 * s, z],
      ],
      1.6,
      { px: true },
    );
  }
}
