/** @file Low plants: grass, bushes, hedges, reeds, ferns, crops, flowers and cacti. */
import type { Random } from '@filmai/core-tensor/random';
import type { Scene } from '../../world/scene.js';
import { type V3, mad } from '../../world/vector.js';
import { type Cover, type Paint, shade } from './materials.js';
import type { Ground } from './terrain.js';
import { growFrond } from './trees.js';

/** Tufts of grass as pen strokes; `at` is asked for each tuft. */
export function drawGrass(
  scene: Scene,
  random: Random,
  count: number,
  at: () => readonly [number, number],
  ground: Ground,
  height = 0.28,
): void {
  for (let i = 0; i < count; i++) {
    const [px, z] = at();
    const y = ground(px, z);
    for (let k = 0; k < 4; k++) {
      const bend = random.range(-0.5, 0.5) * height;
      const tall = random.range(0.6, 1.1) * height;
      const x = px + random.range(-0.2, 0.2) * height;
      scene.line(
        [
          [x, y, z],
          [x + bend * 0.3, y + tall * 0.6, z],
          [x + bend, y + tall, z],
        ],
        0.75,
        { bias: 0.25, alpha: 0.8 },
      );
    }
  }
}

/** A rounded bush `size` metres across. */
export function plantBush(scene: Scene, random: Random, at: V3, size: number, cover: Cover): void {
  const group = scene.group();
  for (let i = 0; i < 3; i++) {
    const s = size * random.range(0.3, 0.46);
    scene.blob(
      [at[0] + random.range(-0.28, 0.28) * size, at[1] + s * 0.6, at[2] + random.range(-0.28, 0.28) * size],
      [s, s * 0.85, s],
      shade(cover.leaf, random.range(0.85, 1.1)),
      random,
      0.3,
      group,
      6,
    );
  }
}

/** A clipped hedge from a to b. */
export function plantHedge(scene: Scene, random: Random, a: V3, b: V3, height: number, cover: Cover): void {
  const length = Math.hypot(b[0] - a[0], b[2] - a[2]);
  const n = Math.max(1, Math.round(length / (height * 0.9)));
  const group = scene.group();
  for (let i = 0; i <= n; i++) {
    const t = i / n;
    scene.blob(
      [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t + height * 0.45, a[2] + (b[2] - a[2]) * t],
      [height * 0.62, height * 0.56, height * 0.5],
      shade(cover.leaf, random.range(0.9, 1)),
      random,
      0.16,
      group,
      6,
    );
  }
}

/** A fern or a broad jungle plant. */
export function plantFern(scene: Scene, random: Random, at: V3, size: number, cover: Cover): void {
  const group = scene.group();
  for (let i = 0; i < 7; i++) {
    const paint: Paint = { ...shade(cover.leaf, random.range(0.75, 1.15)), soft: undefined };
    growFrond(scene, random, at, (i / 7) * 6.283 + random.range(-0.3, 0.3), size * random.range(0.7, 1.1), paint, group);
  }
}

/** Reeds and rushes at a water's edge. */
export function drawReeds(scene: Scene, random: Random, count: number, at: () => V3, height = 1.3): void {
  for (let i = 0; i < count; i++) {
    const p = at();
    const tall = height * random.range(0.6, 1.1);
    const bend = random.range(-0.2, 0.2) * tall;
    const tip: V3 = [p[0] + bend, p[1] + tall, p[2]];
    scene.line([p, [p[0] + bend * 0.3, p[1] + tall * 0.6, p[2]], tip], 1.1, { bias: 0.2 });
    if (random.chance(0.3)) scene.line([mad(tip, [0, -1, 0], 0.22), tip], 4.5, { bias: 0.2 });
    if (random.chance(0.5))
      scene.line([p, [p[0] - bend, p[1] + tall * 0.5, p[2]], [p[0] - bend * 2.4, p[1] + tall * 0.66, p[2]]], 0.9, { bias: 0.2 });
  }
}

/** Standing crop in rows along z: a raised bed with stalks drawn on its near edge. */
export function plantCrop(
  scene: Scene,
  random: Random,
  x0: number,
  x1: number,
  z0: number,
  z1: number,
  ground: Ground,
  height = 0.8,
): void {
  for (let x = x0; x < x1; x += 0.9) {
    for (let z = z0; z > z1; z -= 0.5 + (z0 - z) * 0.03) {
      const y = ground(x, z);
      const bend = random.range(-0.12, 0.12);
      const tall = height * random.range(0.8, 1.15);
      const foot = x + random.range(-0.25, 0.25);
      scene.line(
        [
          [foot, y, z],
          [foot + bend * 0.4, y + tall * 0.7, z],
          [foot + bend, y + tall, z],
        ],
        0.9,
        { bias: 0.3, alpha: 0.8 },
      );
      scene.line(
        [
          [foot + bend, y + tall * 0.84, z],
          [foot + bend * 1.3, y + tall * 1.06, z],
        ],
        2.4,
        { bias: 0.3, alpha: 0.7 },
      );
    }
  }
}

/** Flowers: dots of colour on stems. */
export function drawFlowers(
  scene: Scene,
  random: Random,
  count: number,
  at: () => readonly [number, number],
  ground: Ground,
  height = 0.3,
): void {
  const colours = ['#c8574c', '#e0b23c', '#f5f1e4', '#8a6fb0'];
  for (let i = 0; i < count; i++) {
    const [x, z] = at();
    const y = ground(x, z);
    const tall = height * random.range(0.6, 1.2);
    const lean = random.range(-0.06, 0.06);
    scene.line(
      [
        [x, y, z],
        [x + lean, y + tall, z],
      ],
      0.7,
      { bias: 0.2 },
    );
    scene.line(
      [
        [x + lean - 0.025, y + tall, z],
        [x + lean + 0.025, y + tall + 0.02, z],
      ],
      5,
      { color: random.pick(colours), bias: 0.25, alpha: 0.95 },
    );
  }
}

/** A saguaro cactus with arms. */
export function plantCactus(scene: Scene, random: Random, at: V3, height: number): void {
  const paint: Paint = { tone: 0.5, tint: [0.76, 0.9, 0.72] };
  const r = height * 0.07;
  const group = scene.group();
  const column = (base: V3, tall: number, radius: number): void => {
    scene.tube(
      [base, mad(base, [0, 1, 0], tall * 0.6), mad(base, [0, 1, 0], tall * 0.94), mad(base, [0, 1, 0], tall)],
      [radius * 0.85, radius, radius * 0.8, radius * 0.1],
      paint,
      9,
      group,
    );
    for (let i = 0; i < 5; i++) {
      const a = i * 0.5 + 0.55;
      const [x, z] = [base[0] + Math.cos(a) * radius * 0.98, base[2] + Math.sin(a) * radius * 0.98];
      scene.line(
        [
          [x, base[1] + 0.1, z],
          [x, base[1] + tall * 0.92, z],
        ],
        0.7,
        { alpha: 0.7, bias: 0.1 },
      );
    }
  };
  column(mad(at, [0, 1, 0], -0.1), height, r);
  for (const side of random.chance(0.7) ? [1, -1] : [1]) {
    const y = height * random.range(0.35, 0.55);
    const out = r * random.range(3, 4);
    const elbow: V3 = [at[0] + side * out, at[1] + y + r, at[2]];
    scene.tube(
      [[at[0] + side * r * 0.5, at[1] + y, at[2]], [at[0] + side * out * 0.7, at[1] + y + r * 0.1, at[2]], elbow],
      [r * 0.6, r * 0.62, r * 0.6],
      paint,
      8,
      group,
    );
    column(elbow, height * random.range(0.22, 0.36), r * 0.66);
  }
}
