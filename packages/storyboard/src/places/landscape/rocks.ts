/** @file Rocks: boulders, heaps, layered cliffs. */
import type { Random } from '@filmai/core-tensor/random';
import type { Scene } from '../../world/scene.js';
import { type V3, fbm } from '../../world/vector.js';
import { type Paint, shade } from './materials.js';
import type { Ground } from './terrain.js';

/** A boulder about `size` metres wide, sunk a little into the ground, with a few cracks. */
export function putBoulder(scene: Scene, random: Random, at: V3, size: number, paint: Paint): void {
  const flat = random.range(0.5, 0.8);
  scene.blob(
    [at[0], at[1] + size * 0.18, at[2]],
    [size * 0.62, size * flat * 0.6, size * 0.5],
    { ...paint, crease: undefined },
    random,
    0.24,
  );
  for (let i = 0; i < 3; i++) {
    const a = random.range(0.2, 2.9);
    const y = at[1] + size * random.range(0.12, 0.38);
    const r = size * 0.56;
    scene.line(
      [
        [at[0] + Math.cos(a) * r, y, at[2] + Math.sin(a) * r * 0.85],
        [at[0] + Math.cos(a) * r * 1.02 + 0.06 * size, y - size * 0.12, at[2] + Math.sin(a) * r * 0.88],
      ],
      1,
      { alpha: 0.7, bias: 0.12 },
    );
  }
}

/** Boulders and stones scattered where `at` says. */
export function scatterStones(
  scene: Scene,
  random: Random,
  count: number,
  at: () => readonly [number, number],
  ground: Ground,
  size: number,
  paint: Paint,
): void {
  for (let i = 0; i < count; i++) {
    const [x, z] = at();
    const s = size * random.range(0.4, 1.3);
    scene.blob(
      [x, ground(x, z) + s * 0.12, z],
      [s * 0.6, s * 0.36, s * 0.46],
      shade({ ...paint, crease: undefined }, random.range(0.85, 1.1)),
      random,
      0.22,
      undefined,
      5,
    );
  }
}

/**
 * A rock wall along a line of ground points, in layers that step back as they rise: canyon, quarry, sea cliff.
 * Height is given per point; the face stands to the left of the line's direction.
 */
export function raiseCliff(
  scene: Scene,
  random: Random,
  line: readonly (readonly [number, number])[],
  {
    base,
    height,
    layers = 6,
    lean = 0.12,
    paint,
  }: { base: number; height: (t: number) => number; layers?: number; lean?: number; paint: Paint },
): void {
  const seed = random.range(0, 40);
  const group = scene.group();
  const n = line.length;
  const point = (i: number, row: number, foot: boolean): V3 => {
    const a = line[Math.max(0, i - 1)];
    const b = line[Math.min(n - 1, i + 1)];
    const l = Math.hypot(b[0] - a[0], b[1] - a[1]) || 1;
    const h = height(i / (n - 1));
    const rough = (fbm(i * 0.55 + seed, row * 1.7 + seed) - 0.5) * h * 0.3;
    const back = h * lean * row * 0.5 + (foot ? 0 : h * 0.02) + rough;
    const y = base + h * (row / layers + (fbm(row * 3.1, i * 0.35 + seed) - 0.5) * 0.07 * Math.sin((row / layers) * Math.PI));
    return [line[i][0] + ((b[1] - a[1]) / l) * back, y, line[i][1] - ((b[0] - a[0]) / l) * back];
  };
  for (let row = 0; row < layers; row++) {
    const label = scene.surf({ ...shade(paint, 0.9 + 0.18 * ((row * 37 + 11) % 5) * 0.25), group, line: 0.8 });
    const tread = scene.surf({ ...shade(paint, 1.12), group, line: 0.7 });
    for (let i = 0; i + 1 < n; i++) {
      scene.poly([point(i, row, true), point(i + 1, row, true), point(i + 1, row + 1, false), point(i, row + 1, false)], label);
      if (row + 1 < layers)
        scene.poly(
          [point(i, row + 1, false), point(i + 1, row + 1, false), point(i + 1, row + 1, true), point(i, row + 1, true)],
          tread,
        );
      if (random.chance(0.5)) {
        const p = point(i, row, true);
        const q = point(i, row + 1, false);
        scene.line([p, [(p[0] + q[0]) / 2 + random.range(-0.2, 0.2), (p[1] + q[1]) / 2, (p[2] + q[2]) / 2], q], 0.9, {
          alpha: 0.6,
          bias: 0.25,
        });
      }
    }
  }
  const capLabel = scene.surf({ ...shade(paint, 1.15), group });
  for (let i = 0; i + 1 < n; i++) {
    const [a, b] = [point(i, layers, false), point(i + 1, layers, false)];
    const dx = line[i + 1][0] - line[i][0];
    const dz = line[i + 1][1] - line[i][1];
    const l = Math.hypot(dx, dz) || 1;
    const back: V3 = [(dz / l) * 30, 0, (-dx / l) * 30];
    scene.poly([a, b, [b[0] + back[0], b[1] + 1, b[2] + back[2]], [a[0] + back[0], a[1] + 1, a[2] + back[2]]], capLabel);
  }
}
