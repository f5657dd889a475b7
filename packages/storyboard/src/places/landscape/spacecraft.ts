/** @file Spacecraft and their wings of solar cells. Local +z is forward. */
import type { Local } from './local.js';
import { DARK_GLASS, type Paint, shade, STEEL, WARM_WINDOW } from './materials.js';

/** Spacecraft, 14 m: crew module, service module, engine bell, wings of solar cells. Hovers with its axis at y = 2. */
export function putSpaceship(ship: Local, lit: boolean): void {
  const hull: Paint = { tone: 0.9, tint: [0.97, 0.98, 1] };
  const y = 2;
  const ring = (z0: number, r0: number, z1: number, r1: number, paint: Paint): void => {
    ship.tube(
      [
        [0, y, z0],
        [0, y, z1],
      ],
      [r0, r1],
      paint,
      16,
    );
  };
  ring(7, 0.3, 6.6, 0.8, shade(hull, 0.8));
  ring(6.6, 0.8, 3.6, 1.9, hull);
  ring(3.6, 1.9, -2.6, 1.9, shade(hull, 0.94));
  ring(-2.6, 1.9, -3.2, 1.2, shade(hull, 0.6));
  ring(-3.2, 0.6, -4.8, 1.35, { tone: 0.35, tint: [1, 0.9, 0.8] });
  for (let i = 0; i < 6; i++) {
    const a = (i / 6) * 6.283 + 0.3;
    ship.line(
      [
        [Math.cos(a) * 1.92, y + Math.sin(a) * 1.92, 3.5],
        [Math.cos(a) * 1.92, y + Math.sin(a) * 1.92, -2.5],
      ],
      0.9,
      { bias: 0.06 },
    );
  }
  for (const s of [-1, 1]) {
    for (let i = 0; i < 3; i++)
      ship
        .part(s * (1.3 + 0.22 * i), 0, 5 - i * 0.9, (s * Math.PI) / 2)
        .panel(0, y + 0.1, 0.12, 0.5, 0.5, lit ? WARM_WINDOW : DARK_GLASS);
    putSolarWing(ship.part(s * 1.9, y, -0.6), s);
  }
  ship.lathe(
    0,
    y + 1.9,
    -1.2,
    [
      [0.08, 0],
      [0.08, 0.7],
      [0.9, 1.1],
      [0.95, 1.16],
      [0.05, 0.85],
    ],
    hull,
    14,
  );
}

/** A wing of solar cells that reaches out along local x. */
export function putSolarWing(root: Local, side: number, length = 7, width = 2.4): void {
  root.tube(
    [
      [0, 0, 0],
      [side * 1.2, 0, 0],
    ],
    0.08,
    STEEL,
    6,
  );
  const cells: Paint = { tone: 0.34, tint: [0.6, 0.74, 1] };
  root.plate(
    [
      [side * 1.2, 0, width / 2],
      [side * (1.2 + length), 0, width / 2],
      [side * (1.2 + length), 0, -width / 2],
      [side * 1.2, 0, -width / 2],
    ],
    0.06,
    cells,
  );
  for (let i = 1; i < 8; i++) {
    const x = side * (1.2 + (length * i) / 8);
    root.line(
      [
        [x, 0.05, width / 2],
        [x, 0.05, -width / 2],
      ],
      0.8,
      { bias: 0.08, alpha: 0.8 },
    );
  }
  for (const z of [-width / 6, width / 6])
    root.line(
      [
        [side * 1.2, 0.05, z],
        [side * (1.2 + length), 0.05, z],
      ],
      0.7,
      { bias: 0.08, alpha: 0.7 },
    );
}
