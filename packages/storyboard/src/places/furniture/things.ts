/** @file Small things that say who lives here. Built at a `Local` on y = 0 of whatever carries them. */
import { accent, black, iron, leaf, oak, paper, shade, steel, white } from './materials.js';
import type { Local, Paint } from './local.js';

/** A cup, with a little steam where `hot`. */
export function drawCup(k: Local, paint: Paint = white, hot = false): void {
  k.lathe(
    0,
    0,
    0,
    [
      [0.03, 0],
      [0.042, 0.03],
      [0.044, 0.085],
    ],
    { ...paint, line: 0.8 },
    10,
  );
  k.tube(
    [
      [0.042, 0.07, 0],
      [0.07, 0.06, 0],
      [0.068, 0.03, 0],
      [0.042, 0.025, 0],
    ],
    0.006,
    paint,
    4,
  );
  if (hot)
    k.line(
      [0, 1, 2, 3, 4].map((i) => [Math.sin(i * 1.6) * 0.012, 0.1 + i * 0.035, 0]),
      1.3,
      { color: '#fffdf6', alpha: 0.5, px: true },
    );
}

/** A teapot. */
export function drawTeapot(k: Local, paint: Paint = { tone: 0.55, tint: accent(k.random) }): void {
  k.lathe(
    0,
    0,
    0,
    [
      [0.05, 0],
      [0.085, 0.03],
      [0.09, 0.075],
      [0.06, 0.12],
      [0.03, 0.135],
      [0.012, 0.14],
      [0.02, 0.16],
      [0.004, 0.172],
    ],
    paint,
    16,
  );
  k.tube(
    [
      [0.08, 0.05, 0],
      [0.12, 0.075, 0],
      [0.14, 0.12, 0],
    ],
    [0.02, 0.014, 0.01],
    paint,
    8,
  );
  k.tube(
    [
      [-0.075, 0.1, 0],
      [-0.13, 0.095, 0],
      [-0.135, 0.045, 0],
      [-0.085, 0.03, 0],
    ],
    0.008,
    paint,
    6,
  );
}

/** A bottle. */
export function drawBottle(k: Local, paint: Paint = { tone: 0.35, tint: [0.6, 0.8, 0.62] }, height = 0.3): void {
  k.lathe(
    0,
    0,
    0,
    [
      [0.036, 0],
      [0.038, height * 0.6],
      [0.014, height * 0.75],
      [0.014, height],
      [0.001, height + 0.004],
    ],
    paint,
    9,
  );
  k.line(
    [
      [-0.03, height * 0.2, 0.03],
      [0.03, height * 0.2, 0.03],
    ],
    0.6,
  );
  k.line(
    [
      [-0.03, height * 0.48, 0.03],
      [0.03, height * 0.48, 0.03],
    ],
    0.6,
  );
}

/** A stemmed glass. */
export function drawGlass(k: Local): void {
  k.lathe(
    0,
    0,
    0,
    [
      [0.033, 0],
      [0.006, 0.01],
      [0.005, 0.08],
      [0.035, 0.12],
      [0.03, 0.17],
    ],
    { tone: 0.9, tint: [0.9, 0.97, 1], line: 0.7 },
    9,
  );
}

/** A plate with a rim. */
export function drawPlate(k: Local, radius = 0.13): void {
  k.lathe(
    0,
    0,
    0,
    [
      [radius * 0.6, 0],
      [radius, 0.018],
      [radius * 0.7, 0.012],
      [0.001, 0.01],
    ],
    { ...white, line: 0.7 },
    16,
    true,
  );
}

/** A bowl of fruit. */
export function drawFruitBowl(k: Local): void {
  k.lathe(
    0,
    0,
    0,
    [
      [0.06, 0],
      [0.13, 0.04],
      [0.16, 0.09],
    ],
    { tone: 0.8, tint: accent(k.random) },
    14,
  );
  for (let i = 0; i < 5; i++)
    k.blob(
      Math.sin(i * 1.3) * 0.08,
      0.09 + (i % 2) * 0.03,
      Math.cos(i * 1.3) * 0.08,
      [0.045, 0.045, 0.045],
      { tone: 0.66, tint: [1, 0.62, 0.45], line: 0.8 },
      0.04,
      5,
    );
}

/** A pot plant, `height` tall with its pot. */
export function drawPlant(k: Local, height = 0.9, pot: Paint = { tone: 0.6, tint: [0.95, 0.66, 0.52] }): void {
  const base = Math.min(0.34, height * 0.32);
  k.lathe(
    0,
    0,
    0,
    [
      [base * 0.42, 0],
      [base * 0.58, base * 0.92],
      [base * 0.64, base * 0.92],
      [base * 0.62, base],
      [0.001, base * 0.96],
    ],
    pot,
    12,
  );
  const count = 9;
  for (let i = 0; i < count; i++) {
    const a = (i / count) * Math.PI * 2 + k.random.range(-0.3, 0.3);
    const tall = base + (height - base) * k.random.range(0.55, 1);
    const reach = (height - base) * k.random.range(0.25, 0.5);
    const [s, c] = [Math.sin(a), Math.cos(a)];
    const [mx, mz, my] = [s * reach * 0.55, c * reach * 0.55, base + (tall - base) * 0.75];
    const half = (height - base) * 0.1;
    const label = k.face(
      [
        [0, base, 0],
        [mx + c * half, my, mz - s * half],
        [s * reach, tall - reach * 0.15, c * reach],
        [mx - c * half, my, mz + s * half],
      ],
      { ...leaf, soft: undefined, tone: k.random.range(0.42, 0.6) },
    );
    k.face(
      [
        [mx + c * half, my, mz - s * half],
        [s * reach * 1.15, tall * 0.96, c * reach * 1.15],
        [mx - c * half, my, mz + s * half],
      ],
      label,
    );
    k.line(
      [
        [0, base, 0],
        [mx, my, mz],
        [s * reach, tall - reach * 0.15, c * reach],
      ],
      0.6,
      { bias: 0.06 },
    );
  }
}

/** Cut flowers in a vase. */
export function drawFlowers(k: Local): void {
  k.lathe(
    0,
    0,
    0,
    [
      [0.04, 0],
      [0.06, 0.08],
      [0.03, 0.17],
      [0.04, 0.2],
    ],
    { tone: 0.75, tint: accent(k.random) },
    10,
  );
  const tint = accent(k.random);
  for (let i = 0; i < 7; i++) {
    const a = i * 2.4;
    const [x, z, y] = [Math.sin(a) * 0.1, Math.cos(a) * 0.1, 0.32 + (i % 3) * 0.05];
    k.line(
      [
        [0, 0.2, 0],
        [x * 0.7, y - 0.05, z * 0.7],
        [x, y, z],
      ],
      0.9,
    );
    k.blob(x, y, z, [0.04, 0.035, 0.04], { tone: 0.85, tint, line: 0.8 }, 0.2, 4);
  }
}

/** An open or closed book or a pile of them. */
export function drawBookPile(k: Local, count = 3): void {
  for (let i = 0; i < count; i++)
    k.box(
      0,
      i * 0.035,
      0,
      0.16 + k.random.range(-0.02, 0.03),
      0.033,
      0.22,
      { tone: k.random.range(0.4, 0.85), tint: accent(k.random), line: 0.8 },
      k.random.range(-0.4, 0.4),
    );
}

/** Sheets of paper lying about. */
export function drawPapers(k: Local, count = 3): void {
  for (let i = 0; i < count; i++) {
    const sheet = k.at(k.random.range(-0.12, 0.12), 0.004 + i * 0.003, k.random.range(-0.08, 0.08), k.random.range(-0.5, 0.5));
    sheet.mat(0, 0, 0, 0.21, 0.3, paper);
    for (let j = -2; j < 3; j++)
      sheet.line(
        [
          [-0.07, 0.003, j * 0.05],
          [0.07, 0.003, j * 0.05],
        ],
        0.45,
        { alpha: 0.6 },
      );
  }
}

/** A desk monitor with keyboard in front of it; the screen looks along +z. */
export function drawMonitor(k: Local, on = true, keyboard = true): void {
  k.box(0, 0, 0, 0.22, 0.015, 0.17, black);
  k.box(0, 0.01, -0.03, 0.05, 0.16, 0.03, black);
  k.box(0, 0.13, 0, 0.56, 0.35, 0.03, black);
  k.panel(0, 0.15, 0.017, 0.52, 0.31, on ? { tone: 0.9, glow: 0.72, tint: [0.76, 0.9, 1], line: 0.7 } : { tone: 0.3, line: 0.7 });
  if (on) {
    for (let i = 0; i < 5; i++)
      k.line(
        [
          [-0.22, 0.4 - i * 0.045, 0.02],
          [-0.22 + k.random.range(0.1, 0.4), 0.4 - i * 0.045, 0.02],
        ],
        0.7,
        { alpha: 0.6 },
      );
    if (k.dark) k.light(0, 0.35, 0.3, 0.3, 1.6, false, false);
  }
  if (keyboard) {
    k.box(0, 0, 0.24, 0.42, 0.018, 0.14, { tone: 0.4 });
    for (const z of [0.2, 0.24, 0.28])
      k.line(
        [
          [-0.19, 0.02, z],
          [0.19, 0.02, z],
        ],
        0.6,
      );
  }
}

/** An open laptop; the screen looks along +z. */
export function drawLaptop(k: Local): void {
  k.box(0, 0, 0.1, 0.33, 0.015, 0.22, steel);
  k.prism(
    [
      [-0.02, 0.01],
      [-0.005, 0.01],
      [-0.07, 0.23],
      [-0.085, 0.23],
    ],
    -0.165,
    0.165,
    { tone: 0.55, glow: k.dark ? 0.5 : undefined, tint: [0.85, 0.94, 1] },
  );
  for (const z of [0.06, 0.1, 0.14])
    k.line(
      [
        [-0.14, 0.018, z],
        [0.14, 0.018, z],
      ],
      0.55,
    );
}

/** A desk telephone. */
export function drawTelephone(k: Local): void {
  k.prism(
    [
      [-0.1, 0],
      [0.1, 0],
      [0.1, 0.03],
      [-0.1, 0.08],
    ],
    -0.09,
    0.09,
    black,
  );
  k.tube(
    [
      [-0.06, 0.1, -0.09],
      [-0.06, 0.09, 0.09],
    ],
    [0.02, 0.02],
    black,
    6,
  );
}

/** A cardboard or wooden box. */
export function drawCrate(k: Local, width: number, height: number, depth: number, wooden = false): void {
  k.box(0, 0, 0, width, height, depth, wooden ? oak : { tone: 0.7, tint: [0.92, 0.78, 0.58] });
  const z = depth / 2 + 0.008;
  if (wooden) {
    for (let y = height / 4; y < height - 0.02; y += height / 4)
      k.line(
        [
          [-width / 2, y, z],
          [width / 2, y, z],
        ],
        0.8,
      );
    k.line(
      [
        [-width / 2, 0.03, z],
        [width / 2, height - 0.03, z],
      ],
      1,
    );
  } else {
    k.line(
      [
        [0, height + 0.005, -depth / 2],
        [0, height + 0.005, depth / 2],
      ],
      0.8,
    );
    k.line(
      [
        [-0.04, height, z],
        [-0.04, height * 0.75, z],
        [0.04, height * 0.75, z],
        [0.04, height, z],
      ],
      0.6,
    );
  }
}

/** A barrel or oil drum. */
export function drawBarrel(k: Local, height = 0.88, radius = 0.29, wooden = true): void {
  if (!wooden) {
    k.lathe(
      0,
      0,
      0,
      [
        [radius, 0],
        [radius, height / 3],
        [radius, (height * 2) / 3],
        [radius, height],
        [radius * 0.93, height - 0.02],
        [0.001, height - 0.02],
      ],
      { tone: 0.5, tint: accent(k.random) },
      16,
      true,
    );
    return;
  }
  k.lathe(
    0,
    0,
    0,
    [
      [radius * 0.82, 0],
      [radius, height * 0.35],
      [radius, height * 0.65],
      [radius * 0.82, height],
      [radius * 0.76, height - 0.02],
      [0.001, height - 0.02],
    ],
    oak,
    16,
  );
  for (const y of [0.12, 0.3, 0.7, 0.88])
    k.lathe(
      0,
      height * y,
      0,
      [
        [radius * (1.02 - Math.abs(y - 0.5) ** 2 * 0.7), 0],
        [radius * (1.02 - Math.abs(y - 0.5) ** 2 * 0.7), 0.035],
      ],
      iron,
      16,
      true,
    );
}

/** A woven or painted rug at the local floor. */
export function drawRug(k: Local, width: number, depth: number, tint = accent(k.random)): void {
  k.mat(0, 0.008, 0, width, depth, { tone: 0.6, tint });
  k.mat(0, 0.012, 0, width - 0.3, depth - 0.3, { tone: 0.74, tint });
  k.mat(0, 0.016, 0, width - 0.5, depth - 0.5, { tone: 0.55, tint });
  for (let x = -width / 2; x <= width / 2; x += 0.08)
    for (const side of [-1, 1])
      k.line(
        [
          [x, 0.012, (side * depth) / 2],
          [x, 0.008, side * (depth / 2 + 0.06)],
        ],
        0.5,
      );
}

/** A waste-paper bin. */
export function drawBin(k: Local, paint: Paint = shade(steel, 0.7)): void {
  k.lathe(
    0,
    0,
    0,
    [
      [0.11, 0],
      [0.14, 0.32],
    ],
    paint,
    12,
  );
  for (const a of [-0.6, 0, 0.6])
    k.line(
      [
        [Math.sin(a) * 0.115, 0.02, Math.cos(a) * 0.115],
        [Math.sin(a) * 0.143, 0.31, Math.cos(a) * 0.143],
      ],
      0.5,
    );
}
