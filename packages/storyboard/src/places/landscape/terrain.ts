/** @file Ground: height fields, roads and paths that lie on them, far ridges, marks drawn on the ground. */
import type { Random } from '@filmai/core-tensor/random';
import type { Scene } from '../../world/scene.js';
import { type V3, fbm, lerp, smooth } from '../../world/vector.js';
import type { Mark } from '../place.js';
import { type Paint, shade } from './materials.js';

/** Height of the ground in metres at a place. */
export type Ground = (x: number, z: number) => number;

/** A rectangle of the ground plane, metres. */
export interface Extent {
  x0: number;
  x1: number;
  z0: number;
  z1: number;
}

/** Level ground. */
export const LEVEL: Ground = () => 0;

/** Lays a height field with about the given cell size in metres; at most 90 cells a side. */
export function layGround(scene: Scene, extent: Extent, cell: number, ground: Ground, paint: Paint): void {
  const { x0, x1, z0, z1 } = extent;
  const cells = (span: number): number => Math.max(2, Math.min(90, Math.ceil(span / cell)));
  scene.ground(x0, x1, z0, z1, cells(x1 - x0), cells(z1 - z0), ground, paint);
}

/** Level ground that runs to the horizon on all sides. */
export function layPlain(scene: Scene, y: number, paint: Paint, reach = 700): void {
  scene.ground(-reach, reach, -reach, reach, 12, 12, () => y, paint);
}

/** Rolling hills: `rise` metres over features of `span` metres. The seed shifts the landscape. */
export function rolling(rise: number, span: number, seed = 0): Ground {
  return (x, z) => rise * (fbm(x / span + seed, z / span - seed) - 0.5) * 2;
}

/** A ground that is flat within `radius` metres of a spot, so that people stand well. */
export function levelled(ground: Ground, cx: number, cz: number, radius: number): Ground {
  const y = ground(cx, cz);
  return (x, z) => lerp(y, ground(x, z), smooth(radius * 0.6, radius * 2, Math.hypot(x - cx, z - cz)));
}

/** A strip along a line of ground points: road, path or river bank. `lift` keeps it above the field it lies on. */
export function layStrip(
  scene: Scene,
  path: readonly (readonly [number, number])[],
  halfWidth: number | ((t: number) => number),
  ground: Ground,
  paint: Paint,
  lift = 0.04,
): void {
  const label = scene.surf(paint);
  const across = 4;
  const half = typeof halfWidth === 'number' ? () => halfWidth : halfWidth;
  const edge = (i: number, k: number): V3 => {
    const a = path[Math.max(0, i - 1)];
    const b = path[Math.min(path.length - 1, i + 1)];
    const dx = b[0] - a[0];
    const dz = b[1] - a[1];
    const l = Math.hypot(dx, dz) || 1;
    const w = half(i / (path.length - 1)) * ((k / across) * 2 - 1);
    const x = path[i][0] + (dz / l) * w;
    const z = path[i][1] - (dx / l) * w;
    return [x, ground(x, z) + lift, z];
  };
  for (let i = 0; i + 1 < path.length; i++) {
    for (let k = 0; k < across; k++) scene.poly([edge(i, k), edge(i, k + 1), edge(i + 1, k + 1), edge(i + 1, k)], label);
  }
}

/** Points of a winding line from z0 to z1 with the given swing. */
export function winding(z0: number, z1: number, steps: number, x: (z: number) => number): [number, number][] {
  return Array.from({ length: steps + 1 }, (_, i) => {
    const z = lerp(z0, z1, i / steps);
    return [x(z), z];
  });
}

/** Far hills or mountains on the horizon, as a strip of relief `far` metres away from the origin towards −z. */
export function layRidge(
  scene: Scene,
  random: Random,
  { far, height, rough = 0.5, paint, base = -4 }: { far: number; height: number; rough?: number; paint: Paint; base?: number },
): void {
  const seed = random.range(0, 50);
  const deep = height * 1.6 + far * 0.08;
  const wide = far * 1.6;
  scene.ground(
    -wide,
    wide,
    -far - deep,
    -far + deep,
    90,
    8,
    (x, z) => {
      const body = fbm((x / far) * 3.2 + seed, 2) * (1 - rough) + fbm((x / far) * 11 + seed, z / height + 5) * rough;
      const slope = 1 - Math.abs(z + far) / deep;
      return base + (height * 1.7 * body - height * 0.25) * Math.max(0, slope) ** 0.8 - (slope <= 0.01 ? 2 : 0);
    },
    paint,
  );
}

/** The same ridge on every side, for open country seen both ways. */
export function layHorizon(scene: Scene, random: Random, far: number, height: number, paint: Paint, base = -3): void {
  const seed = random.range(0, 50);
  const label = scene.surf(shade(paint, 1));
  const n = 120;
  const top = (i: number): V3 => {
    const a = (i / n) * Math.PI * 2;
    const t = i % n;
    const rise = height * (0.35 + 1.1 * fbm(Math.cos((t / n) * Math.PI * 2) * 4 + seed, Math.sin((t / n) * Math.PI * 2) * 4));
    return [Math.cos(a) * far, base + rise, Math.sin(a) * far];
  };
  for (let i = 0; i < n; i++) {
    const a = top(i);
    const b = top(i + 1);
    scene.poly([[a[0] * 0.94, base, a[2] * 0.94], [b[0] * 0.94, base, b[2] * 0.94], b, a], label);
  }
}

/** Short strokes on the ground that give it scale: cobbles, ripples, ruts. */
export function scratch(
  scene: Scene,
  random: Random,
  count: number,
  at: () => readonly [number, number],
  ground: Ground,
  length = 0.3,
  weight = 0.7,
): void {
  for (let i = 0; i < count; i++) {
    const [x, z] = at();
    const l = length * random.range(0.5, 1.4);
    scene.line(
      [
        [x, ground(x, z) + 0.015, z],
        [x + l, ground(x + l, z) + 0.015, z],
      ],
      weight,
      { alpha: 0.5, bias: 0.12 },
    );
  }
}

/** Two people who face each other: the line between them runs along `yaw`. */
export function talkingPair(x: number, z: number, yaw: number, ground: Ground = LEVEL, gap = 1.4): [Mark, Mark] {
  const dx = (Math.sin(yaw) * gap) / 2;
  const dz = (Math.cos(yaw) * gap) / 2;
  return [
    { at: [x - dx, ground(x - dx, z - dz), z - dz], yaw },
    { at: [x + dx, ground(x + dx, z + dz), z + dz], yaw: yaw + Math.PI },
  ];
}

/** A standing spot on the ground. */
export function spot(x: number, z: number, yaw: number, ground: Ground = LEVEL): Mark {
  return { at: [x, ground(x, z), z], yaw };
}

/** A seat: a bench, a rock, a log. */
export function seat(x: number, z: number, yaw: number, seatHeight: number, ground: Ground = LEVEL): Mark {
  return { at: [x, ground(x, z), z], yaw, kind: 'sit', seatHeight };
}
