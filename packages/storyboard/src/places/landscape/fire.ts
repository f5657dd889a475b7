/** @file An open fire. */
import type { Random } from '@filmai/core-tensor/random';
import type { Scene } from '../../world/scene.js';
import type { V3 } from '../../world/vector.js';
import { DARK_TIMBER } from './materials.js';

/** Camp or oil-drum fire with logs; the flames glow and light the ground. */
export function lightFire(scene: Scene, random: Random, at: V3, size = 1): V3 {
  for (let i = 0; i < 5; i++) {
    const a = (i / 5) * 6.283 + 0.3;
    scene.tube(
      [
        [at[0] + Math.cos(a) * 0.5 * size, at[1] + 0.04, at[2] + Math.sin(a) * 0.5 * size],
        [at[0] - Math.cos(a) * 0.06, at[1] + 0.34 * size, at[2] - Math.sin(a) * 0.06],
      ],
      [0.07 * size, 0.06 * size],
      DARK_TIMBER,
      6,
    );
  }
  const flame = (h: number, w: number, tint: V3, dx: number): void => {
    const points: [number, number][] = [
      [w, 0],
      [w * 1.15, h * 0.2],
      [w * 0.7, h * 0.5],
      [w * 0.32, h * 0.78],
      [0.005, h],
    ];
    scene.lathe([at[0] + dx, at[1] + 0.08, at[2]], points, { tone: 1, glow: 1, tint, line: 0.5 }, 7, false);
  };
  for (let i = 0; i < 4; i++)
    flame(
      size * random.range(0.4, 0.85),
      size * random.range(0.08, 0.16),
      random.pick<V3>([
        [1, 0.8, 0.4],
        [1, 0.66, 0.32],
        [1, 0.9, 0.6],
      ]),
      random.range(-0.2, 0.2) * size,
    );
  const lamp: V3 = [at[0], at[1] + 0.7 * size, at[2]];
  scene.lights.push({ p: lamp, power: 1.5, range: 7.5 * size, warm: true });
  return lamp;
}
