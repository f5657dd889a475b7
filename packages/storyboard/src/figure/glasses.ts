/** @file Glasses, drawn as wire in front of the eyes. */
import type { V3 } from '../world/vector.js';
import { type HeadBench, UNIT } from './head-bench.js';
import { Sculpt } from './sculpt.js';

/** Adds the glasses of the look to the head. */
export function buildGlasses({ look, mark, add, detail }: HeadBench): void {
  const { glasses } = look;
  if (glasses === 'none') return;
  const frame = (x: number): number => 0.405 - Math.abs(x) * 0.28;
  const round = glasses === 'round';
  const power = round ? 2 : 4.5;
  for (const s of [1, -1]) {
    const rim = Array.from({ length: 29 }, (_, i): V3 => {
      const a = (i / 28) * Math.PI * 2;
      const c = Math.cos(a);
      const w = Math.sin(a);
      const r = (Math.abs(c) ** power + Math.abs(w) ** power) ** (-1 / power);
      const x = 0.152 * s + c * r * 0.112;
      return [x, -0.012 + w * r * (round ? 0.1 : 0.078) - (glasses === 'sun' ? 0.006 : 0), frame(x)];
    });
    if (glasses === 'sun') {
      const lens = new Sculpt();
      lens.ellipsoid(UNIT, [s * 0.152, -0.015, frame(0.152) - 0.012], [0.118, 0.085, 0.02], 0.01);
      add(lens, { tone: 0.1, soft: 'hair', crease: 0.05 });
    } else mark(rim, detail > 0.9 ? 2.4 : 1.8, { bias: 0.16 });
    mark(
      [
        [s * 0.262, 0.02, frame(0.262)],
        [s * 0.33, 0.025, 0.12],
        [s * 0.35, 0.02, -0.03],
      ],
      1.6,
      { bias: 0.05 },
    );
    if (detail > 0.9 && glasses !== 'sun')
      mark(
        [
          [s * 0.152 - 0.05, 0.03, frame(0.1)],
          [s * 0.152 - 0.075, -0.02, frame(0.1)],
        ],
        0.8,
        { color: '#ffffff', alpha: 0.5, bias: 0.16 },
      );
  }
  mark(
    [
      [-0.042, 0.005, 0.4],
      [0, 0.018, 0.41],
      [0.042, 0.005, 0.4],
    ],
    1.8,
    { bias: 0.2 },
  );
}
