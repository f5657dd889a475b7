/** @file A lighthouse: banded tower, gallery with railing, lantern, dome. */
import type { Scene } from '../../world/scene.js';
import { type V2, type V3, lerp } from '../../world/vector.js';
import { Local } from './local.js';

/** Builds the tower `height` metres high on its base centre and returns the lamp's position. */
export function raiseLighthouse(scene: Scene, at: V3, height = 18, lit = true): V3 {
  const tower = new Local(scene, at);
  const r = height * 0.13;
  const bands: V2[] = [
    [r, 0],
    [r * 0.92, height * 0.2],
    [r * 0.84, height * 0.4],
    [r * 0.76, height * 0.6],
    [r * 0.68, height * 0.78],
  ];
  for (let i = 0; i + 1 < bands.length; i++) {
    const red = i % 2 === 1;
    tower.lathe(
      0,
      0,
      0,
      [bands[i], bands[i + 1]],
      { tone: red ? 0.42 : 0.97, tint: red ? [0.9, 0.45, 0.4] : undefined, line: 0.9 },
      28,
      true,
    );
  }
  const gallery = height * 0.815;
  tower.lathe(
    0,
    0,
    0,
    [
      [r * 0.68, height * 0.78],
      [r * 1.05, height * 0.8],
      [r * 1.05, gallery],
      [r * 0.5, gallery],
    ],
    { tone: 0.6 },
    28,
    true,
  );
  tower.lathe(
    0,
    0,
    0,
    [
      [r * 0.5, gallery],
      [r * 0.5, height * 0.91],
    ],
    lit ? { tone: 1, glow: 0.92, tint: [1, 0.9, 0.62] } : { tone: 0.8, tint: [0.9, 0.96, 1] },
    14,
    true,
  );
  tower.lathe(
    0,
    0,
    0,
    [
      [r * 0.62, height * 0.91],
      [r * 0.45, height * 0.95],
      [0.12, height * 0.99],
      [0.1, height * 1.04],
    ],
    { tone: 0.32, tint: [0.8, 0.5, 0.45] },
    14,
    true,
  );
  const rail = r * 1.02;
  for (let i = 0; i < 14; i++) {
    const [a, b] = [(i / 14) * 6.283, ((i + 1) / 14) * 6.283];
    const post: V3 = [Math.cos(a) * rail, gallery, Math.sin(a) * rail];
    const head: V3 = [post[0], height * 0.86, post[2]];
    tower.line([post, head], 1);
    tower.line([head, [Math.cos(b) * rail, height * 0.86, Math.sin(b) * rail]], 1.1);
    if (i % 2 === 0) continue;
    const glass = r * 0.505;
    tower.line(
      [
        [Math.cos(a) * glass, gallery, Math.sin(a) * glass],
        [Math.cos(a) * glass, height * 0.91, Math.sin(a) * glass],
      ],
      1,
    );
  }
  for (const [t, a] of [
    [0.3, 1.2],
    [0.52, 1.5],
    [0.12, 1.35],
  ]) {
    const out = lerp(r, r * 0.68, t / 0.78) + 0.03;
    const [x, y, z] = [Math.cos(a) * out, height * t, Math.sin(a) * out];
    tower.line(
      [
        [x - 0.3, y, z],
        [x - 0.3, y + 0.9, z],
        [x, y + 1.15, z],
        [x + 0.3, y + 0.9, z],
        [x + 0.3, y, z],
      ],
      1.2,
      { fill: '#2a2830', closed: true, bias: 0.5 },
    );
  }
  return tower.p(0, height * 0.865, 0);
}
