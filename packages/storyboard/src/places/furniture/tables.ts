/** @file Tables, desks and counters, built at the middle of their foot; their front (the user's side) is +z. */
import type { Local, Paint } from './local.js';
import { iron, oak, shade, steel } from './materials.js';

/** A table on four legs; `cover` hangs over its sides. */
export function drawTable(k: Local, width: number, depth: number, paint: Paint = oak, height = 0.74, cover?: Paint): void {
  k.box(0, height - 0.045, 0, width, 0.045, depth, paint);
  k.box(0, height - 0.13, 0, width - 0.16, 0.085, depth - 0.16, shade(paint, 0.9));
  for (const x of [-1, 1])
    for (const z of [-1, 1]) k.box(x * (width / 2 - 0.08), 0, z * (depth / 2 - 0.08), 0.07, height - 0.045, 0.07, paint);
  if (cover) {
    k.box(0, height - 0.2, 0, width + 0.02, 0.205, depth + 0.02, cover);
    for (let x = -width / 2; x <= width / 2; x += 0.19)
      k.line(
        [
          [x, height - 0.02, depth / 2 + 0.012],
          [x + 0.01, height - 0.19, depth / 2 + 0.012],
        ],
        0.6,
      );
  }
}

/** A round table on one foot. */
export function drawRoundTable(
  k: Local,
  radius: number,
  paint: Paint = oak,
  height = 0.74,
  foot: Paint = iron,
  cover?: Paint,
): void {
  k.lathe(
    0,
    0,
    0,
    [
      [radius * 0.55, 0],
      [radius * 0.5, 0.03],
      [0.05, 0.07],
      [0.04, height - 0.05],
    ],
    foot,
    14,
  );
  k.lathe(
    0,
    height - 0.04,
    0,
    [
      [radius, 0],
      [radius, 0.04],
      [0.001, 0.041],
    ],
    paint,
    22,
    true,
  );
  if (cover)
    k.lathe(
      0,
      height - 0.24,
      0,
      [
        [radius + 0.05, 0],
        [radius + 0.01, 0.24],
        [0.001, 0.245],
      ],
      { ...cover, soft: 'cloth' },
      22,
      true,
    );
}

/** A desk with a drawer pedestal; the sitter is on the +z side. */
export function drawDesk(k: Local, width: number, depth: number, paint: Paint = oak): void {
  k.box(0, 0.7, 0, width, 0.04, depth, paint);
  k.box(0, 0.2, -depth / 2 + 0.03, width - 0.1, 0.5, 0.02, shade(paint, 0.9));
  k.box(width / 2 - 0.24, 0.04, 0, 0.42, 0.66, depth - 0.08, paint);
  for (const y of [0.08, 0.29, 0.5]) {
    k.outline(width / 2 - 0.24, y, depth / 2 - 0.035, 0.38, 0.18);
    k.box(width / 2 - 0.24, y + 0.09, depth / 2 - 0.03, 0.12, 0.02, 0.02, iron);
  }
  k.box(-width / 2 + 0.05, 0, 0, 0.06, 0.7, depth - 0.08, paint);
}

/** A light desk on steel legs: classrooms, open offices. */
export function drawSchoolDesk(k: Local, width = 0.7, paint: Paint = oak): void {
  k.box(0, 0.71, 0, width, 0.03, 0.5, paint);
  k.box(0, 0.58, -0.02, width - 0.08, 0.1, 0.4, steel);
  for (const x of [-width / 2 + 0.05, width / 2 - 0.05]) {
    k.tube(
      [
        [x, 0.02, 0.22],
        [x, 0.7, 0.16],
      ],
      0.015,
      steel,
      5,
    );
    k.tube(
      [
        [x, 0.02, -0.22],
        [x, 0.7, -0.16],
      ],
      0.015,
      steel,
      5,
    );
    k.tube(
      [
        [x, 0.02, -0.22],
        [x, 0.02, 0.22],
      ],
      0.015,
      steel,
      5,
    );
  }
}

/** A closed counter: kitchens, shops, bars, receptions. Its front has panels; the top stands over it by 4 cm. */
export function drawCounter(k: Local, width: number, depth: number, height: number, paint: Paint, top: Paint, panel = 0.6): void {
  k.box(0, 0.08, 0, width, height - 0.13, depth, paint);
  k.box(0, 0, -0.03, width - 0.04, 0.08, depth - 0.1, shade(paint, 0.5));
  k.box(0, height - 0.05, 0, width + 0.06, 0.05, depth + 0.08, top);
  const count = Math.max(1, Math.round(width / panel));
  for (let i = 0; i < count; i++) {
    const x = ((i + 0.5) / count - 0.5) * width;
    k.outline(x, 0.15, depth / 2 + 0.008, width / count - 0.09, height - 0.28, 0.8);
  }
}

/** Kitchen base units: doors with knobs and a row of drawers. */
export function drawUnits(k: Local, width: number, paint: Paint, top: Paint): void {
  drawCounter(k, width, 0.6, 0.9, paint, top, 0.5);
  const count = Math.max(1, Math.round(width / 0.5));
  for (let i = 0; i < count; i++) {
    const x = ((i + 0.5) / count - 0.5) * width;
    k.line(
      [
        [x - width / count / 2 + 0.05, 0.62, 0.312],
        [x + width / count / 2 - 0.05, 0.62, 0.312],
      ],
      0.8,
    );
    k.box(x, 0.7, 0.315, 0.12, 0.02, 0.02, iron);
    k.box(x + (i % 2 ? -1 : 1) * (width / count / 2 - 0.09), 0.45, 0.315, 0.02, 0.1, 0.02, iron);
  }
}
