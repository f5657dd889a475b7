/** @file Beards: clay along jaw and lip, or stubble as a scatter of short strokes. */
import { createRandom } from '@filmai/core-tensor/random';
import type { V3 } from '../world/vector.js';
import { type HeadBench, type HeadModel, UNIT } from './head-bench.js';
import { Sculpt } from './sculpt.js';

/** Adds the beard of the look to the head. */
export function buildBeard({ look, add, mark, detail }: HeadBench, depthAt: HeadModel['depthAt']): void {
  const { beard, hairPaint } = look;
  if (beard === 'none') return;
  const random = createRandom(look.seed).split('beard');
  if (beard === 'stubble' || beard === 'full' || beard === 'goatee') {
    if (detail < 0.5) return beard === 'stubble' ? undefined : buildMass();
    const count = beard === 'stubble' ? 150 : 50;
    for (let i = 0; i < count; i++) {
      const x = random.range(-0.27, 0.27);
      const y = random.range(-0.5, -0.2) + Math.abs(x) * 0.35;
      // The lips and the space below them stay free.
      if (Math.abs(x) < 0.12 && y > -0.33 && y < -0.25) continue;
      const z = depthAt(x, y);
      if (z === undefined || z < 0.02) continue;
      mark(
        [
          [x, y, z + 0.006],
          [x * 1.02, y - 0.014, z + 0.006],
        ],
        0.7,
        { alpha: 0.42, bias: 0.03, jitter: 0.1 },
      );
    }
  }
  if (beard !== 'stubble') buildMass();

  function buildMass(): void {
    const clay = new Sculpt();
    if (beard === 'full' || beard === 'long') {
      clay.ellipsoid(UNIT, [0, -0.385, 0.17], [0.238, 0.2, 0.235], 0.08);
      for (const s of [1, -1]) clay.cone([s * 0.3, -0.06, -0.01], [s * 0.2, -0.35, 0.14], 0.045, 0.1, 0.08);
      if (beard === 'long') {
        clay.cone([0, -0.5, 0.22], [0, -0.95, 0.22], 0.17, 0.04, 0.1);
        for (const s of [1, -1]) clay.cone([s * 0.08, -0.5, 0.2], [s * 0.07, -0.86, 0.24], 0.11, 0.03, 0.06);
      }
    }
    if (beard === 'goatee') clay.ellipsoid(UNIT, [0, -0.42, 0.28], [0.095, 0.11, 0.09], 0.04);
    // A moustache alone is a thin bed for strokes; as a solid bar it would look glued on.
    const thick = beard === 'moustache' ? 0.72 : 1;
    for (const s of [1, -1]) {
      clay.cone([s * 0.015, -0.222, 0.375], [s * 0.105, -0.25, 0.345], 0.03 * thick, 0.022 * thick, 0.02);
      if (beard !== 'goatee') clay.cone([s * 0.105, -0.25, 0.345], [s * 0.14, -0.285, 0.305], 0.024 * thick, 0.01 * thick, 0.02);
      else clay.cone([s * 0.105, -0.25, 0.34], [s * 0.105, -0.38, 0.3], 0.018, 0.02, 0.02);
    }
    if (beard !== 'moustache') clay.ellipsoid(UNIT, [0, -0.295, 0.43], [0.1, 0.036, 0.13], 0.02, { carve: true });
    const bump = (x: number, y: number, z: number): number => 0.006 * Math.sin(Math.atan2(x, z) * 34 + Math.sin(y * 18) * 1.2);
    add(
      clay,
      {
        tone: Math.min(0.9, beard === 'moustache' ? 0.16 + hairPaint.tone * 0.85 : hairPaint.tone * 0.95),
        tint: hairPaint.tint,
        soft: 'hair',
        crease: 0.02,
        line: beard === 'moustache' ? 0.3 : 0.8,
      },
      { bump: detail > 0.5 ? bump : undefined },
    );
    if (detail < 0.5) return;
    if (beard === 'moustache') {
      for (let i = 0; i < 44; i++) {
        const side = i % 2 ? 1 : -1;
        const out = random.next();
        const [x, y] = [side * (0.008 + out * 0.125), -0.205 - out * 0.038 + random.range(-0.006, 0.006)];
        const points = [0, 0.5, 1].map((t): V3 => {
          const [px, py] = [x + side * t * (0.008 + out * 0.02), y - t * (0.034 + random.range(0, 0.01))];
          return [px, py, (clay.hit([px, py, 0.8], [0, 0, -1], 0.9)?.[2] ?? depthAt(px, py) ?? 0.35) + 0.008];
        });
        mark(points, 0.75, { alpha: hairPaint.tone > 0.5 ? 0.4 : 0.75, bias: 0.035, jitter: 0.2 });
      }
      return;
    }
    for (let i = 0; i < 34; i++) {
      const x = random.range(-0.2, 0.2) * (beard === 'goatee' ? 0.4 : 1);
      const y = random.range(-0.5, -0.36);
      const hit = clay.hit([x, y, 0.8], [0, 0, -1], 0.9);
      if (!hit) continue;
      const points: V3[] = [0, 1, 2].map((k) => [x * (1 - k * 0.06), y - k * 0.032, hit[2] + 0.012 - k * 0.004]);
      mark(points, 0.8, { alpha: 0.55, bias: 0.035 });
    }
  }
}
