/** @file What hangs on walls. Built in a wall's axes: x along it, y the height of the lower edge, z into the room. */
import type { V3 } from '../../world/vector.js';
import type { Local, Paint } from './local.js';
import { accent, black, iron, oak, shade, white } from './materials.js';

/** A framed picture: a landscape, a portrait or an abstract, in a few strokes. */
export function drawPicture(
  k: Local,
  x: number,
  y: number,
  width: number,
  height: number,
  frame: Paint = oak,
  subject?: 'land' | 'portrait' | 'abstract',
): void {
  k.box(x, y, 0.015, width, height, 0.03, frame);
  const [w, h, z] = [width - 0.08, height - 0.08, 0.034];
  const ground = y + 0.04;
  k.panel(x, ground, z, w, h, { tone: 0.9, tint: [1, 0.97, 0.9], line: 0.7 });
  const kind = subject ?? k.random.pick(['land', 'portrait', 'abstract'] as const);
  const tint = accent(k.random);
  if (kind === 'land') {
    const points: V3[] = [];
    for (let i = 0; i <= 6; i++) points.push([x - w / 2 + (w * i) / 6, ground + h * k.random.range(0.34, 0.62), z + 0.004]);
    k.line(points, 0.9);
    k.panel(x, ground, z + 0.002, w, h * 0.3, { tone: 0.62, tint, line: 0.6 });
  } else if (kind === 'portrait') {
    k.panel(x, ground, z + 0.001, w, h, { tone: 0.55, tint, line: 0.6 });
    const oval = (cx: number, cy: number, rx: number, ry: number): V3[] =>
      Array.from({ length: 11 }, (_, i) => [
        cx + Math.sin((i / 10) * Math.PI * 2) * rx,
        cy + Math.cos((i / 10) * Math.PI * 2) * ry,
        z + 0.004,
      ]);
    k.face(oval(x, ground + h * 0.62, w * 0.17, h * 0.17).slice(0, 10), { tone: 0.95, tint: [1, 0.85, 0.75], line: 0.6 });
    k.face(
      [
        [x - w * 0.34, ground, z + 0.003],
        [x + w * 0.34, ground, z + 0.003],
        [x + w * 0.2, ground + h * 0.42, z + 0.003],
        [x - w * 0.2, ground + h * 0.42, z + 0.003],
      ],
      { tone: 0.25, line: 0.6 },
    );
  } else
    for (let i = 0; i < 3; i++)
      k.panel(
        x + k.random.range(-0.25, 0.25) * w,
        ground + h * k.random.range(0.08, 0.5),
        z + 0.002 + i * 0.001,
        w * k.random.range(0.2, 0.45),
        h * k.random.range(0.15, 0.4),
        { tone: k.random.range(0.35, 0.8), tint: accent(k.random), line: 0.6 },
      );
}

/** A sheet of paper pinned up, with lines of writing. */
export function drawNotice(
  k: Local,
  x: number,
  y: number,
  width = 0.21,
  height = 0.3,
  paint: Paint = { tone: 1, line: 0.7 },
): void {
  k.panel(x, y, 0.012, width, height, paint);
  for (let i = 1; i < height / 0.045 - 1; i++)
    k.line(
      [
        [x - width * 0.38, y + height - 0.03 - i * 0.045, 0.015],
        [x + width * k.random.range(0.1, 0.4), y + height - 0.03 - i * 0.045, 0.015],
      ],
      0.5,
      { alpha: 0.7 },
    );
}

/** A cork board with notices. */
export function drawPinboard(k: Local, x: number, y: number, width: number, height: number, frame: Paint = oak): void {
  k.box(x, y, 0.012, width, height, 0.024, frame);
  k.panel(x, y + 0.03, 0.026, width - 0.06, height - 0.06, { tone: 0.66, tint: [0.95, 0.82, 0.62], line: 0.6 });
  const inner = k.at(0, 0, 0.016);
  for (let px = x - width / 2 + 0.2; px < x + width / 2 - 0.15; px += 0.3)
    for (let py = y + 0.08; py < y + height - 0.32; py += 0.38)
      if (k.random.chance(0.8))
        drawNotice(
          inner,
          px + k.random.range(-0.04, 0.04),
          py + k.random.range(0, 0.05),
          k.random.range(0.16, 0.24),
          k.random.range(0.2, 0.3),
          { tone: k.random.range(0.85, 1), tint: k.random.chance(0.3) ? accent(k.random) : undefined, line: 0.7 },
        );
}

/** A round clock. */
export function drawClock(k: Local, x: number, y: number, radius = 0.16): void {
  const disc = (r: number, z: number): V3[] =>
    Array.from({ length: 18 }, (_, i) => [x + Math.sin((i / 18) * Math.PI * 2) * r, y + Math.cos((i / 18) * Math.PI * 2) * r, z]);
  k.face(disc(radius, 0.03), iron);
  k.face(disc(radius * 0.88, 0.035), white);
  for (let i = 0; i < 12; i++) {
    const [s, c] = [Math.sin((i / 6) * Math.PI), Math.cos((i / 6) * Math.PI)];
    k.line(
      [
        [x + s * radius * 0.72, y + c * radius * 0.72, 0.04],
        [x + s * radius * 0.82, y + c * radius * 0.82, 0.04],
      ],
      1,
    );
  }
  const hour = k.random.range(0, Math.PI * 2);
  k.line(
    [
      [x, y, 0.042],
      [x + Math.sin(hour) * radius * 0.45, y + Math.cos(hour) * radius * 0.45, 0.042],
    ],
    1.8,
  );
  k.line(
    [
      [x, y, 0.042],
      [x + Math.sin(hour * 12) * radius * 0.7, y + Math.cos(hour * 12) * radius * 0.7, 0.042],
    ],
    1.1,
  );
}

/** A ribbed radiator that stands before the wall. */
export function drawRadiator(k: Local, x: number, width = 1.1, height = 0.6): void {
  for (let i = 0; i < width / 0.085; i++)
    k.box(x - width / 2 + (i + 0.5) * 0.085, 0.12, 0.09, 0.07, height, 0.1, { tone: 0.92, line: 0.8 });
  k.tube(
    [
      [x - width / 2, 0.18, 0.09],
      [x - width / 2 - 0.08, 0.18, 0.09],
      [x - width / 2 - 0.08, 0, 0.09],
    ],
    0.018,
    white,
    5,
  );
}

/** A light switch. */
export function drawSwitch(k: Local, x: number, y = 1.1): void {
  k.box(x, y, 0.006, 0.08, 0.08, 0.012, white);
  k.line(
    [
      [x - 0.015, y + 0.03, 0.014],
      [x + 0.015, y + 0.03, 0.014],
    ],
    0.9,
  );
}

/** A chalkboard or whiteboard with a tray and some writing. */
export function drawBoard(
  k: Local,
  x: number,
  y: number,
  width: number,
  height: number,
  kind: 'chalk' | 'white' = 'chalk',
): void {
  k.box(x, y, 0.02, width, height, 0.04, kind === 'chalk' ? oak : { tone: 0.7 });
  k.panel(
    x,
    y + 0.05,
    0.043,
    width - 0.1,
    height - 0.1,
    kind === 'chalk' ? { tone: 0.24, tint: [0.72, 0.95, 0.82] } : { tone: 1 },
  );
  k.box(x, y - 0.03, 0.06, width * 0.9, 0.03, 0.1, oak);
  const ink = kind === 'chalk' ? { color: '#f7f4ea', alpha: 0.8, px: true } : { alpha: 0.85 };
  for (let row = 0; row < 4; row++) {
    let px = x - width * 0.42;
    const py = y + height * (0.78 - row * 0.17);
    while (px < x + width * (row === 0 ? 0.1 : 0.38) - k.random.range(0, 0.5)) {
      const l = k.random.range(0.06, 0.2);
      k.line(
        [
          [px, py, 0.05],
          [px + l * 0.3, py + 0.045, 0.05],
          [px + l * 0.6, py - 0.01, 0.05],
          [px + l, py + 0.03, 0.05],
        ],
        1.3,
        ink,
      );
      px += l + 0.06;
    }
  }
}

/** A rectangular mirror; `lit` gives it a light above. */
export function drawMirror(k: Local, x: number, y: number, width: number, height: number, frame: Paint = white): void {
  k.box(x, y, 0.015, width, height, 0.03, frame);
  k.panel(x, y + 0.03, 0.032, width - 0.06, height - 0.06, { tone: 0.8, tint: [0.86, 0.95, 1], line: 0.7 });
  for (const t of [0, 0.12])
    k.line(
      [
        [x - width * 0.25 + t, y + height * 0.3, 0.037],
        [x + width * 0.12 + t, y + height * 0.75, 0.037],
      ],
      1,
      { color: '#fffdf6', alpha: 0.7, px: true },
    );
}

/** Coats on hooks. */
export function drawCoatRack(k: Local, x: number, count = 4, y = 1.6): void {
  const width = count * 0.26;
  k.box(x, y, 0.015, width, 0.1, 0.03, oak);
  for (let i = 0; i < count; i++) {
    const px = x - width / 2 + (i + 0.5) * 0.26;
    k.tube(
      [
        [px, y + 0.05, 0.03],
        [px, y + 0.04, 0.09],
        [px, y + 0.08, 0.1],
      ],
      0.01,
      iron,
      5,
    );
    if (!k.random.chance(0.75)) continue;
    const long = k.random.range(0.75, 1.05);
    const tint = accent(k.random);
    k.lathe(
      px,
      y - long,
      0.12,
      [
        [0.16, 0],
        [0.15, long * 0.5],
        [0.1, long * 0.85],
        [0.03, long + 0.02],
      ],
      { tone: k.random.range(0.3, 0.65), tint, soft: 'cloth' },
      9,
    );
    k.line(
      [
        [px, y - 0.1, 0.25],
        [px + 0.02, y - long + 0.03, 0.285],
      ],
      0.8,
    );
  }
}

/** A flag on a short staff that leans from the floor at `x`. */
export function drawFlag(k: Local, x: number, z: number, height = 2.2, tint: V3 = accent(k.random)): void {
  k.lathe(
    x,
    0,
    z,
    [
      [0.16, 0],
      [0.14, 0.03],
      [0.02, 0.06],
    ],
    shade(oak, 0.7),
    10,
  );
  k.tube(
    [
      [x, 0.03, z],
      [x, height, z],
    ],
    0.015,
    oak,
    6,
  );
  k.lathe(
    x,
    height,
    z,
    [
      [0.015, 0],
      [0.03, 0.03],
      [0.001, 0.09],
    ],
    { tone: 0.7, tint: [1, 0.82, 0.45] },
    8,
  );
  k.lathe(
    x,
    height - 1.35,
    z,
    [
      [0.13, 0],
      [0.1, 0.4],
      [0.07, 1],
      [0.02, 1.28],
    ],
    { tone: 0.55, tint, soft: 'cloth' },
    9,
  );
  for (const a of [-0.08, -0.02, 0.05])
    k.line(
      [
        [x + a * 0.4, height - 0.15, z + 0.07],
        [x + a, height - 1.3, z + 0.12],
      ],
      0.8,
    );
}

/** A dark screen on the wall. */
export function drawWallScreen(k: Local, x: number, y: number, width: number, height: number, on = false): void {
  k.box(x, y, 0.03, width, height, 0.06, black);
  k.panel(
    x,
    y + 0.03,
    0.064,
    width - 0.06,
    height - 0.06,
    on ? { tone: 0.9, glow: 0.75, tint: [0.75, 0.9, 1], line: 0.6 } : { tone: 0.3, tint: [0.85, 0.92, 1], line: 0.6 },
  );
  k.line(
    [
      [x - width * 0.3, y + height * 0.3, 0.07],
      [x - width * 0.1, y + height * 0.8, 0.07],
    ],
    1,
    { color: '#fffdf6', alpha: 0.4, px: true },
  );
}
