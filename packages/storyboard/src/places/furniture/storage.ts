/** @file Shelves, cupboards, lockers and what is on them. Backs are at z = 0, so that they stand against a wall. */
import type { V2 } from '../../world/vector.js';
import type { Local, Paint } from './local.js';
import { accent, birch, iron, oak, shade, steel } from './materials.js';

/** A bookcase full of books. */
export function drawBookcase(k: Local, width: number, height: number, paint: Paint = oak, depth = 0.3, fill = 0.85): void {
  for (const x of [-width / 2 + 0.015, width / 2 - 0.015]) k.box(x, 0, depth / 2, 0.03, height, depth, paint);
  k.panel(0, 0, 0.01, width, height, shade(paint, 0.6));
  const shelves = Math.max(1, Math.round(height / 0.36));
  for (let i = 0; i <= shelves; i++) k.box(0, (i * (height - 0.03)) / shelves, depth / 2, width, 0.03, depth, paint);
  for (let i = 0; i < shelves; i++)
    drawBooks(k.at(0, (i * (height - 0.03)) / shelves + 0.03, depth * 0.5), width - 0.1, height / shelves - 0.08, fill);
}

/** A row of books standing on y = 0, spines towards +z: blocks of several with ink lines between the spines. */
export function drawBooks(k: Local, width: number, tallest: number, fill = 0.85): void {
  let x = -width / 2;
  while (x < width / 2 - 0.06) {
    const run = Math.min(k.random.range(0.12, 0.34), width / 2 - x);
    if (k.random.chance(fill)) {
      const tall = tallest * k.random.range(0.68, 0.98);
      k.box(x + run / 2, 0, 0, run - 0.01, tall, 0.18, { tone: k.random.range(0.35, 0.85), tint: accent(k.random), line: 0.8 });
      for (let s = x + k.random.range(0.025, 0.05); s < x + run - 0.02; s += k.random.range(0.025, 0.055))
        k.line(
          [
            [s, 0.01, 0.094],
            [s, tall - 0.01, 0.094],
          ],
          0.6,
        );
    }
    x += run + (k.random.chance(0.2) ? 0.05 : 0);
  }
}

/** A board on brackets with jars, bottles and boxes. */
export function drawShelf(
  k: Local,
  width: number,
  paint: Paint = oak,
  filled: 'jars' | 'books' | 'boxes' | 'bottles' | 'none' = 'jars',
  depth = 0.24,
): void {
  k.box(0, -0.03, depth / 2, width, 0.03, depth, paint);
  for (const x of [-width / 2 + 0.15, width / 2 - 0.15])
    k.tube(
      [
        [x, -0.2, 0.01],
        [x, -0.03, depth * 0.8],
      ],
      0.012,
      iron,
      5,
    );
  if (filled === 'books') drawBooks(k.at(0, 0, depth / 2), width - 0.1, 0.3, 0.8);
  else if (filled !== 'none') drawGoods(k.at(0, 0, depth / 2), width - 0.1, filled);
}

/** A row of goods on y = 0. */
export function drawGoods(k: Local, width: number, kind: 'jars' | 'boxes' | 'bottles', tall = 0.28): void {
  const step = kind === 'boxes' ? 0.24 : kind === 'bottles' ? 0.115 : 0.19;
  for (let x = -width / 2 + step / 2; x < width / 2; x += step) {
    const tone = k.random.range(0.42, 0.92);
    const tint = accent(k.random);
    if (kind === 'boxes')
      k.box(x, 0, 0, step * k.random.range(0.7, 0.96), tall * k.random.range(0.6, 1), 0.16, { tone, tint, line: 0.8 });
    else {
      const bottle: V2[] = [
        [0.034, 0],
        [0.036, 0.62],
        [0.014, 0.76],
        [0.013, 1],
        [0.001, 1.01],
      ];
      const jar: V2[] = [
        [0.06, 0],
        [0.068, 0.4],
        [0.06, 0.6],
        [0.045, 0.66],
        [0.05, 0.8],
        [0.001, 0.82],
      ];
      const s = k.random.range(0.85, 1.15);
      const h = tall * k.random.range(0.75, 1.05);
      k.lathe(
        x + k.random.range(-0.02, 0.02),
        0,
        k.random.range(-0.02, 0.02),
        (kind === 'jars' ? jar : bottle).map(([r, y]) => [r * s, y * h]),
        { tone, tint, line: 0.75 },
        8,
      );
    }
  }
}

/** A cupboard or wardrobe with doors. */
export function drawCupboard(k: Local, width: number, height: number, depth: number, paint: Paint = oak, doors = 2): void {
  k.box(0, 0.06, depth / 2, width, height - 0.06, depth, paint);
  k.box(0, 0, depth / 2, width - 0.06, 0.06, depth - 0.06, shade(paint, 0.6));
  k.box(0, height, depth / 2, width + 0.06, 0.05, depth + 0.05, paint);
  for (let i = 0; i < doors; i++) {
    const x = ((i + 0.5) / doors - 0.5) * width;
    k.outline(x, 0.14, depth + 0.006, width / doors - 0.08, height - 0.22, 0.9);
    k.outline(x, 0.22, depth + 0.007, width / doors - 0.24, height - 0.38, 0.6);
    k.box(x + (i % 2 ? -1 : 1) * (width / doors / 2 - 0.08), height * 0.5, depth + 0.02, 0.025, 0.09, 0.03, iron);
  }
}

/** A chest of drawers. */
export function drawDrawers(k: Local, width: number, height: number, paint: Paint = oak, rows = 3, depth = 0.45): void {
  k.box(0, 0.05, depth / 2, width, height - 0.08, depth, paint);
  k.box(0, height - 0.03, depth / 2, width + 0.05, 0.03, depth + 0.03, paint);
  for (let i = 0; i < rows; i++) {
    const y = 0.1 + (i * (height - 0.16)) / rows;
    k.outline(0, y, depth + 0.006, width - 0.08, (height - 0.16) / rows - 0.04, 0.8);
    for (const x of [-width * 0.25, width * 0.25])
      k.box(x, y + (height - 0.16) / rows / 2 - 0.02, depth + 0.015, 0.09, 0.025, 0.025, iron);
  }
}

/** A steel filing cabinet. */
export function drawFiling(k: Local, drawers = 4, paint: Paint = steel): void {
  const height = drawers * 0.33 + 0.04;
  k.box(0, 0, 0.3, 0.46, height, 0.6, paint);
  for (let i = 0; i < drawers; i++) {
    k.outline(0, 0.04 + i * 0.33, 0.607, 0.42, 0.3, 0.8);
    k.box(0, 0.22 + i * 0.33, 0.615, 0.14, 0.025, 0.025, iron);
    k.panel(0, 0.27 + i * 0.33, 0.608, 0.1, 0.04, birch);
  }
}

/** A row of narrow lockers. */
export function drawLockers(k: Local, count: number, paint: Paint, height = 1.8): void {
  const width = count * 0.34;
  k.box(0, 0.08, 0.22, width, height - 0.08, 0.44, paint);
  k.box(0, 0, 0.2, width, 0.08, 0.38, shade(paint, 0.5));
  for (let i = 0; i < count; i++) {
    const x = (i + 0.5) * 0.34 - width / 2;
    if (i)
      k.line(
        [
          [x - 0.17, 0.08, 0.446],
          [x - 0.17, height, 0.446],
        ],
        1.1,
      );
    for (let j = 0; j < 3; j++)
      k.line(
        [
          [x - 0.08, height - 0.2 - j * 0.05, 0.447],
          [x + 0.08, height - 0.2 - j * 0.05, 0.447],
        ],
        0.9,
      );
    k.box(x + 0.11, height * 0.52, 0.45, 0.025, 0.1, 0.025, iron);
    k.panel(x, height - 0.42, 0.446, 0.1, 0.05, { tone: 0.95, line: 0.6 });
  }
}

/** Open steel racking with boxes. */
export function drawRack(k: Local, width: number, height: number, depth = 0.5, levels = 4, filled = 0.8): void {
  for (const x of [-width / 2, width / 2]) for (const z of [0.03, depth - 0.03]) k.box(x, 0, z, 0.05, height, 0.05, steel);
  for (let i = 0; i < levels; i++) {
    const y = 0.12 + (i * (height - 0.2)) / levels;
    k.box(0, y, depth / 2, width, 0.04, depth, steel);
    for (let x = -width / 2 + 0.05; x < width / 2 - 0.3;) {
      const w = k.random.range(0.3, 0.6);
      if (x + w < width / 2 && k.random.chance(filled))
        k.box(
          x + w / 2,
          y + 0.04,
          depth / 2,
          w - 0.04,
          Math.min((height - 0.3) / levels - 0.08, k.random.range(0.2, 0.5)),
          depth * 0.8,
          { tone: k.random.range(0.6, 0.85), tint: [0.9, 0.78, 0.6] },
          k.random.range(-0.06, 0.06),
        );
      x += w + 0.03;
    }
  }
}
