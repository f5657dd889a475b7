/** @file Beds: the head is at −z, the feet at +z; lying surfaces are 0.5–0.85 m high. */
import { paper, steel, walnut, white } from './materials.js';
import type { Local, Paint } from './local.js';

/** A wooden bed with quilt and pillows. */
export function drawBed(k: Local, width: number, quilt: Paint, frame: Paint = walnut): void {
  const length = 2.05;
  k.box(0, 0.14, 0, width, 0.2, length, frame);
  for (const x of [-width / 2 + 0.05, width / 2 - 0.05]) k.box(x, 0, length / 2 - 0.06, 0.08, 0.42, 0.08, frame);
  k.box(0, 0, -length / 2 - 0.03, width + 0.08, 1.05, 0.07, frame);
  k.outline(0, 0.55, -length / 2 + 0.01, width - 0.15, 0.42, 0.8);
  k.box(0, 0.34, 0, width - 0.04, 0.16, length - 0.06, white);
  k.prism(
    [
      [-0.5, 0.5],
      [1.04, 0.5],
      [1.06, 0.52],
      [1, 0.57],
      [-0.45, 0.585],
      [-0.52, 0.56],
    ],
    -width / 2 - 0.03,
    width / 2 + 0.03,
    quilt,
  );
  for (const side of [-1, 1])
    k.face(
      [
        [side * (width / 2 + 0.035), 0.56, -0.5],
        [side * (width / 2 + 0.035), 0.56, 1.05],
        [side * (width / 2 + 0.05), 0.22, 1.0],
        [side * (width / 2 + 0.05), 0.25, -0.46],
      ],
      quilt,
    );
  for (let i = 0; i < 6; i++) {
    const x = k.random.range(-width / 2 + 0.1, width / 2 - 0.2);
    k.line(
      [
        [x, 0.595, -0.4],
        [x + k.random.range(-0.1, 0.1), 0.59, 0.2],
        [x + k.random.range(-0.15, 0.15), 0.58, 0.85],
      ],
      0.7,
      { alpha: 0.7 },
    );
  }
  const pillows = width > 1.2 ? [-width / 4, width / 4] : [0];
  for (const x of pillows)
    k.prism(
      [
        [-0.98, 0.5],
        [-0.58, 0.5],
        [-0.55, 0.56],
        [-0.68, 0.64],
        [-0.92, 0.66],
        [-1, 0.6],
      ],
      x - Math.min(0.36, width * 0.22),
      x + Math.min(0.36, width * 0.22),
      paper,
    );
}

/** A hospital bed: raised head, rails, chart at its foot. */
export function drawHospitalBed(k: Local, blanket: Paint = { tone: 0.86, tint: [0.8, 0.93, 0.97] }): void {
  for (const x of [-0.42, 0.42])
    for (const z of [-0.85, 0.85])
      k.tube(
        [
          [x, 0.06, z],
          [x, 0.5, z],
        ],
        0.02,
        steel,
        5,
      );
  for (const x of [-0.42, 0.42])
    for (const z of [-0.85, 0.85])
      k.lathe(
        x,
        0,
        z,
        [
          [0.02, 0],
          [0.05, 0.04],
          [0.02, 0.09],
        ],
        { tone: 0.2 },
        7,
      );
  k.box(0, 0.48, 0, 0.9, 0.06, 1.95, steel);
  k.prism(
    [
      [-0.3, 0.54],
      [1, 0.54],
      [1, 0.66],
      [-0.3, 0.66],
    ],
    -0.44,
    0.44,
    white,
  );
  k.prism(
    [
      [-0.98, 0.84],
      [-0.3, 0.54],
      [-0.3, 0.66],
      [-0.94, 0.98],
    ],
    -0.44,
    0.44,
    white,
  );
  k.prism(
    [
      [-0.94, 0.98],
      [-0.6, 0.82],
      [-0.55, 0.9],
      [-0.9, 1.07],
    ],
    -0.3,
    0.3,
    paper,
  );
  k.prism(
    [
      [-0.25, 0.66],
      [0.98, 0.66],
      [0.98, 0.7],
      [-0.2, 0.71],
    ],
    -0.46,
    0.46,
    blanket,
  );
  for (const side of [-1, 1])
    k.face(
      [
        [side * 0.465, 0.7, -0.22],
        [side * 0.465, 0.7, 0.98],
        [side * 0.48, 0.42, 0.96],
        [side * 0.48, 0.44, -0.2],
      ],
      blanket,
    );
  for (const side of [-1, 1])
    for (const y of [0.72, 0.86])
      k.tube(
        [
          [side * 0.5, y, -0.7],
          [side * 0.5, y, 0.15],
        ],
        0.014,
        steel,
        5,
      );
  for (const side of [-1, 1])
    for (const z of [-0.7, 0.15])
      k.tube(
        [
          [side * 0.5, 0.5, z],
          [side * 0.5, 0.88, z],
        ],
        0.014,
        steel,
        5,
      );
  for (const [z, y] of [
    [-1, 1.1],
    [1, 0.92],
  ]) {
    k.tube(
      [
        [-0.44, 0.4, z],
        [-0.44, y, z],
        [0.44, y, z],
        [0.44, 0.4, z],
      ],
      0.022,
      steel,
      6,
    );
    k.box(0, 0.6, z, 0.82, y - 0.66, 0.025, white);
  }
  k.panel(0.15, 0.66, 1.03, 0.2, 0.26, paper);
}

/** A steel-framed bunk, cot or camp bed with a blanket. */
export function drawCot(k: Local, blanket: Paint = { tone: 0.55, tint: [0.8, 0.85, 0.78] }, width = 0.8, height = 0.5): void {
  for (const x of [-width / 2, width / 2])
    for (const z of [-0.95, 0.95])
      k.tube(
        [
          [x, 0, z],
          [x, height + (z < 0 ? 0.3 : 0.15), z],
        ],
        0.02,
        steel,
        5,
      );
  for (const z of [-0.95, 0.95])
    k.tube(
      [
        [-width / 2, height + (z < 0 ? 0.3 : 0.15), z],
        [width / 2, height + (z < 0 ? 0.3 : 0.15), z],
      ],
      0.02,
      steel,
      5,
    );
  k.box(0, height - 0.14, 0, width - 0.02, 0.14, 1.88, { tone: 0.88 });
  k.box(0, height - 0.1, 0.24, width + 0.02, 0.12, 1.35, blanket);
  for (let i = 0; i < 4; i++)
    k.line(
      [
        [-width / 2 + 0.1 + i * 0.18, height + 0.024, -0.4],
        [-width / 2 + 0.14 + i * 0.18, height + 0.024, 0.85],
      ],
      0.6,
      { alpha: 0.7 },
    );
  k.prism(
    [
      [-0.9, height],
      [-0.52, height],
      [-0.55, height + 0.09],
      [-0.85, height + 0.11],
    ],
    -width * 0.36,
    width * 0.36,
    paper,
  );
}
