/** @file Windows in a wall: frame, glazing bars, sill, curtains or blinds, and the world behind. */
import { fbm, smooth } from '../../world/vector.js';
import type { Local, Paint } from './local.js';
import { plaster, white } from './materials.js';

/** What a window looks like. */
export interface WindowStyle {
  /** Panes across and down. Default from the size. */
  panes?: readonly [number, number];
  frame?: Paint;
  curtains?: Paint;
  /** Slats across the whole window. */
  blinds?: boolean;
  sill?: boolean;
  bars?: boolean;
}

/** What lies behind the windows. */
export type Outlook = 'hills' | 'town' | 'city' | 'trees' | 'sea';

/** Builds a window over its hole, in the wall's axes. */
export function drawWindow(k: Local, hole: { x: number; width: number; from: number; to: number }, style: WindowStyle): void {
  const { x, width, from, to } = hole;
  const height = to - from;
  const frame = style.frame ?? white;
  const [across, down] = style.panes ?? [Math.max(1, Math.round(width / 0.8)), height > 1 ? 2 : 1];
  for (const y of [from - 0.03, to - 0.04]) k.box(x, y, -0.03, width + 0.12, 0.07, 0.16, frame);
  for (let i = 0; i <= across; i++)
    k.box(x - width / 2 + (width * i) / across, from, -0.03, i % across ? 0.05 : 0.07, height, i % across ? 0.06 : 0.16, frame);
  for (let j = 1; j < down; j++) k.box(x, from + (height * j) / down, -0.03, width, 0.035, 0.05, frame);
  if (style.sill ?? from > 0.3) k.box(x, from - 0.06, 0.08, width + 0.3, 0.04, 0.24, plaster);
  for (let i = 0; i < across; i++) {
    const left = x - width / 2 + (width * (i + 0.3)) / across;
    k.line(
      [
        [left, to - height * 0.3, -0.02],
        [left + width * 0.14, to - height * 0.1, -0.02],
      ],
      1.1,
      { color: '#fffdf6', alpha: 0.45, px: true },
    );
  }
  if (style.bars)
    for (let i = 1; i < width / 0.14; i++)
      k.tube(
        [
          [x - width / 2 + i * 0.14, from, -0.1],
          [x - width / 2 + i * 0.14, to, -0.1],
        ],
        0.013,
        { tone: 0.2 },
        5,
      );
  if (style.blinds) {
    const slat = k.scene.surf({ tone: 0.86, line: 0.5 });
    for (let y = to - 0.05; y > from + height * 0.35; y -= 0.09) {
      k.face(
        [
          [x - width / 2, y, 0.03],
          [x + width / 2, y, 0.03],
          [x + width / 2, y - 0.05, 0.07],
          [x - width / 2, y - 0.05, 0.07],
        ],
        slat,
      );
    }
    k.line(
      [
        [x + width * 0.42, to, 0.08],
        [x + width * 0.42, from + 0.2, 0.08],
      ],
      0.6,
    );
  }
  if (style.curtains) drawCurtains(k, x, width, Math.max(0.06, from > 0.7 ? from - 0.25 : 0.06), to + 0.14, style.curtains);
}

/** A pair of drawn-back curtains in folds on a rod, in the wall's axes. */
export function drawCurtains(k: Local, x: number, width: number, from: number, to: number, paint: Paint): void {
  const span = Math.min(0.46, width * 0.3);
  for (const side of [-1, 1]) {
    const folds = 6;
    const label = k.scene.surf({ ...paint, soft: 'cloth' });
    const outer = x + side * (width / 2 + span * 0.55);
    for (let i = 0; i < folds; i++) {
      const a = outer - (side * span * i) / folds;
      const b = outer - (side * span * (i + 1)) / folds;
      const [za, zb] = [0.11 + (i % 2) * 0.06, 0.11 + ((i + 1) % 2) * 0.06];
      k.face(
        [
          [a, from, za],
          [b, from, zb],
          [b, to, zb],
          [a, to, za],
        ],
        label,
      );
      k.line(
        [
          [a, to - 0.02, za + 0.02],
          [a + side * 0.015, from + k.random.range(0.05, 0.3), za + 0.02],
        ],
        0.75,
        { alpha: 0.7 },
      );
    }
  }
  k.tube(
    [
      [x - width / 2 - span * 0.8, to + 0.02, 0.13],
      [x + width / 2 + span * 0.8, to + 0.02, 0.13],
    ],
    0.018,
    { tone: 0.3 },
    6,
  );
}

/**
 * Builds what a window looks out on.
 *
 * @param k - A wall; the view lies behind it, along −z.
 * @param kind - The sort of country.
 * @param drop - How far the outside ground lies below the floor, metres. Default 0.5.
 */
export function drawOutlook(k: Local, kind: Outlook, drop = 0.5): void {
  const { random, scene } = k;
  const dark = k.time === 'night';
  const ground = k.scene.surf({
    tone: kind === 'sea' ? 0.55 : 0.74,
    tint: [0.88, 0.93, 0.82],
    soft: kind === 'sea' ? 'water' : undefined,
  });
  k.face(
    [
      [-60, -drop, -0.4],
      [60, -drop, -0.4],
      [60, -drop, -160],
      [-60, -drop, -160],
    ],
    ground,
  );
  if (kind === 'hills' || kind === 'trees') {
    const hills = scene.surf({ tone: 0.72, tint: [0.86, 0.92, 0.82] });
    const height = (x: number): number => -drop + 2 + 7 * fbm(x * 0.04 + k.origin[0], 3.3);
    for (let x = -60; x < 60; x += 5)
      k.face(
        [
          [x, -drop, -60],
          [x + 5, -drop, -60],
          [x + 5, height(x + 5), -70],
          [x, height(x), -70],
        ],
        hills,
      );
  }
  if (kind === 'trees' || kind === 'hills')
    for (let i = 0; i < (kind === 'trees' ? 9 : 3); i++) {
      const [x, z] = [random.range(-11, 11), -random.range(7, 20)];
      const tall = random.range(2.6, 5);
      k.tube(
        [
          [x, -drop, z],
          [x, tall * 0.6 - drop, z],
        ],
        [0.16, 0.08],
        { tone: 0.4 },
        6,
      );
      for (let j = 0; j < 3; j++)
        k.blob(
          x + random.range(-0.7, 0.7),
          tall * 0.75 - drop + j * 0.6,
          z,
          [1.4 - j * 0.25, 1, 1.3 - j * 0.25],
          { tone: 0.55, tint: [0.74, 0.86, 0.66], soft: 'leaf', line: 0.8 },
          0.25,
        );
    }
  if (kind === 'town' || kind === 'city') {
    const [count, near, far] = kind === 'city' ? [12, 26, 70] : [6, 13, 22];
    for (let i = 0; i < count; i++) {
      const wide = kind === 'city' ? random.range(6, 11) : random.range(5, 7);
      const x = ((i + 0.5) / count - 0.5) * (kind === 'city' ? 90 : 42) + random.range(-1.5, 1.5);
      const z = -random.range(near, far);
      const tall = kind === 'city' ? random.range(8, 34) + drop * 0.5 : random.range(5, 7);
      k.box(x, -drop, z, wide, tall, 4, { tone: random.range(0.55, 0.8), tint: [0.94, 0.92, 0.95], line: 0.8 });
      if (kind === 'town')
        k.prism(
          [
            [z - 2.3, tall - drop],
            [z + 2.3, tall - drop],
            [z, tall + 2 - drop],
          ],
          x - wide / 2 - 0.2,
          x + wide / 2 + 0.2,
          { tone: 0.5, tint: [0.85, 0.65, 0.58] },
        );
      const lit = scene.surf({ tone: 1, glow: 0.92, tint: [1, 0.86, 0.55], line: 0.5 });
      const plain = scene.surf({ tone: 0.4, tint: [0.85, 0.92, 1], line: 0.5 });
      const columns = Math.floor(wide / 1.9);
      for (let floor = 0; floor * 3 + 2.2 < tall; floor++)
        for (let c = 0; c < columns; c++)
          k.panel(
            x + ((c + 0.5) / columns - 0.5) * wide,
            -drop + floor * 3 + 0.9,
            z + 2.03,
            0.95,
            1.4,
            random.chance(0.35) && dark ? lit : plain,
          );
    }
  }
  if (kind === 'sea')
    for (let i = 0; i < 40; i++) {
      const t = random.next() ** 2;
      const [x, z, l] = [random.range(-30, 30), -4 - t * 90, 0.5 + t * 6];
      k.line(
        [
          [x, -drop + 0.03, z],
          [x + l / 2, -drop + 0.05, z - smooth(0, 1, t) * 0.2],
          [x + l, -drop + 0.03, z],
        ],
        1,
        { alpha: 0.6, bias: 0.4 },
      );
    }
}
