/** @file Trains, aircraft and helicopters. Local +z is forward; trains stand on rails at y = 0, aircraft on their wheels. */
import type { V2 } from '../../world/vector.js';
import { Local } from './local.js';
import { DARK_GLASS, IRON, type Paint, RUBBER, shade, STEEL, WARM_WINDOW } from './materials.js';

/** Railway carriage, 20 m; local x is across. `lit` shows the light inside. */
export function putCarriage(car: Local, paint: Paint, lit: boolean, length = 20): void {
  const body = car.part(0, 0, 0, Math.PI / 2);
  const section: V2[] = [
    [-1.42, 0.95],
    [-1.45, 2.6],
    [-1.3, 3.35],
    [-0.7, 3.75],
    [0.7, 3.75],
    [1.3, 3.35],
    [1.45, 2.6],
    [1.42, 0.95],
  ];
  body.prism(section, length / 2, paint);
  for (const s of [-1, 1]) {
    const side = car.part(s * 1.47, 0, 0, (s * Math.PI) / 2);
    const bays = Math.floor((length - 4) / 1.9);
    for (let i = 0; i < bays; i++) side.panel((i - (bays - 1) / 2) * 1.9, 1.95, 0.02, 1.4, 0.9, lit ? WARM_WINDOW : DARK_GLASS);
    for (const x of [-length / 2 + 1.1, length / 2 - 1.1]) {
      side.panel(x, 1.05, 0.02, 0.95, 2.1, shade(paint, 0.8));
      side.panel(x, 2.1, 0.03, 0.6, 0.8, lit ? WARM_WINDOW : DARK_GLASS);
    }
    side.line(
      [
        [-length / 2, 1.7, 0.02],
        [length / 2, 1.7, 0.02],
      ],
      1.1,
      { bias: 0.06 },
    );
    side.line(
      [
        [-length / 2, 1.5, 0.02],
        [length / 2, 1.5, 0.02],
      ],
      0.8,
      { bias: 0.06, alpha: 0.6 },
    );
  }
  car.box(0, 0.55, 0, 2.2, 0.4, length - 1, { tone: 0.2 });
  for (const z of [-length / 2 + 2.2, -length / 2 + 4.4, length / 2 - 4.4, length / 2 - 2.2]) {
    for (const s of [-1, 1]) car.wheel(s * 0.75, 0.45, z, 0.45, 0.14, IRON, 14);
  }
}

/** Electric or diesel locomotive, 16 m, with a raked front. */
export function putLocomotive(engine: Local, paint: Paint, lights: boolean): void {
  engine.prism(
    [
      [-8, 0.9],
      [-8, 3.5],
      [-7.4, 3.8],
      [6.6, 3.8],
      [7.6, 2.6],
      [8.1, 1.5],
      [8.1, 0.9],
    ],
    1.45,
    paint,
  );
  engine.poly(
    [
      [-1.2, 2.55, 7.66],
      [1.2, 2.55, 7.66],
      [1.15, 3.5, 6.9],
      [-1.15, 3.5, 6.9],
    ],
    DARK_GLASS,
  );
  engine.line(
    [
      [0, 2.6, 7.68],
      [0, 3.5, 6.92],
    ],
    1.4,
    { bias: 0.06 },
  );
  for (const s of [-1, 1]) {
    const side = engine.part(s * 1.46, 0, 0, (s * Math.PI) / 2);
    side.panel(-6.3 * s, 2.3, 0.02, 0.8, 0.9, DARK_GLASS);
    for (let i = 0; i < 7; i++) side.outline(-3.6 + i * 1.2, 2, 0.02, 0.9, 1.1, 0.8);
    side.line(
      [
        [-7.9, 1.6, 0.02],
        [7.9, 1.6, 0.02],
      ],
      2,
      { bias: 0.06 },
    );
    engine.panel(s * 0.95, 1.55, 8.12, 0.34, 0.26, lights ? { tone: 1, glow: 1, tint: [1, 0.95, 0.8] } : { tone: 0.95 });
    engine.wheel(s * 0.95, 0.98, 8.15, 0.2, 0.3, IRON, 10);
    for (const z of [-6, -4.4, 4.4, 6]) engine.wheel(s * 0.75, 0.5, z, 0.5, 0.14, IRON, 14);
  }
  engine.box(0, 0.5, 0, 2.4, 0.45, 15.6, { tone: 0.2 });
  if (lights) engine.scene.lights.push({ p: engine.p(0, 1.9, 9.4), power: 1.1, range: 14, warm: true });
}

/** Track for trains along local z: ballast, sleepers, rails whose top is y = 0. */
export function layTrack(track: Local, length: number, ballast: Paint): void {
  track.prism(
    [
      [-length / 2, -0.32],
      [-length / 2, -0.16],
      [length / 2, -0.16],
      [length / 2, -0.32],
    ],
    1.7,
    ballast,
  );
  const near = Math.min(60, length);
  for (let z = -length / 2; z < -length / 2 + near; z += 0.66)
    track.box(0, -0.17, z + (length - near) / 2, 2.4, 0.1, 0.25, { tone: 0.4, tint: [0.85, 0.72, 0.6], line: 0.8 });
  for (const s of [-1, 1]) track.box(s * 0.75, -0.1, 0, 0.08, 0.1, length, STEEL);
}

/** Airliner, 36 m, on its gear. */
export function putAirliner(plane: Local, tail: Paint, lit: boolean): void {
  const body: Paint = { tone: 0.97 };
  const axis = 3.6;
  plane.tube(
    [
      [0, axis - 0.5, 18],
      [0, axis - 0.35, 17.2],
      [0, axis - 0.1, 15.6],
      [0, axis, 13],
      [0, axis, -8],
      [0, axis + 0.5, -14],
      [0, axis + 1.1, -18],
    ],
    [0.05, 0.8, 1.55, 1.95, 1.95, 1.3, 0.3],
    body,
    20,
  );
  for (const s of [-1, 1]) {
    plane.plate(
      [
        [s * 1.4, axis - 0.9, 4.5],
        [s * 16.5, axis + 0.5, -4.4],
        [s * 16.5, axis + 0.5, -6],
        [s * 1.4, axis - 0.9, -3],
      ],
      0.36,
      { tone: 0.86, tint: [0.94, 0.96, 1] },
    );
    plane.plate(
      [
        [s * 0.8, axis + 0.9, -13.6],
        [s * 6, axis + 1.4, -17.4],
        [s * 6, axis + 1.4, -18.6],
        [s * 0.6, axis + 0.9, -17],
      ],
      0.2,
      { tone: 0.86 },
    );
    plane.part(s * 5.6, axis - 1.75, 2.6, Math.PI / 2).wheel(0, 0, 0, 0.95, 3.4, { tone: 0.8, tint: [0.9, 0.94, 1] }, 14);
    const side = plane.part(s * 1.96, 0, 0, (s * Math.PI) / 2);
    for (let i = 0; i < 30; i++)
      side.panel((i - 15) * 0.72 - 2.4 * s, axis + 0.28, 0.03, 0.26, 0.36, lit ? WARM_WINDOW : DARK_GLASS);
    side.outline(-11.8 * s, axis - 0.9, 0.04, 0.8, 1.8, 0.9);
    for (const x of [2.1])
      plane.tube(
        [
          [s * x, axis - 1.2, -0.6],
          [s * x, 0.6, -0.6],
        ],
        0.14,
        STEEL,
        6,
      );
    for (const z of [-1.1, -0.1]) plane.wheel(s * 2.1, 0.55, z, 0.55, 0.7, RUBBER, 14);
    plane.poly(
      [
        [s * 0.12, axis + 0.82, 16.05],
        [s * 0.95, axis + 0.62, 15.9],
        [s * 0.98, axis + 1.15, 15.2],
        [s * 0.12, axis + 1.4, 15.2],
      ],
      DARK_GLASS,
    );
    plane.wheel(s * 0.3, 0.42, 13.4, 0.42, 0.3, RUBBER, 12);
  }
  const fin = new Local(plane.scene, plane.p(0, 0, 0), plane.yaw);
  fin.prism(
    [
      [-12.6, axis + 1.3],
      [-17.2, axis + 7.2],
      [-19, axis + 7.2],
      [-17.8, axis + 1.3],
    ],
    0.16,
    tail,
  );
  plane.tube(
    [
      [0, axis - 1.6, 13.4],
      [0, 0.4, 13.4],
    ],
    0.12,
    STEEL,
    6,
  );
}

/** Small propeller aeroplane, 8 m. */
export function putPropeller(plane: Local, paint: Paint): void {
  plane.tube(
    [
      [0, 1.35, 3.5],
      [0, 1.4, 3.2],
      [0, 1.5, 1],
      [0, 1.5, -0.6],
      [0, 1.45, -4.2],
    ],
    [0.12, 0.5, 0.62, 0.6, 0.12],
    paint,
    14,
  );
  plane.prism(
    [
      [-0.9, 1.9],
      [-0.6, 2.35],
      [0.5, 2.4],
      [1.1, 1.9],
    ],
    0.46,
    DARK_GLASS,
  );
  for (const s of [-1, 1]) {
    plane.plate(
      [
        [s * 0.3, 2.42, 1.0],
        [s * 5.2, 2.6, 0.9],
        [s * 5.2, 2.6, -0.4],
        [s * 0.3, 2.42, -0.6],
      ],
      0.14,
      paint,
    );
    plane.tube(
      [
        [s * 0.5, 1.2, 0.4],
        [s * 2.4, 2.45, 0.3],
      ],
      0.04,
      STEEL,
      5,
    );
    plane.plate(
      [
        [s * 0.1, 1.55, -3.3],
        [s * 1.6, 1.6, -3.6],
        [s * 1.6, 1.6, -4.3],
        [s * 0.1, 1.55, -4.3],
      ],
      0.08,
      paint,
    );
    plane.tube(
      [
        [s * 0.4, 1.1, 0.9],
        [s * 1.0, 0.3, 0.8],
      ],
      0.05,
      STEEL,
      5,
    );
    plane.wheel(s * 1.05, 0.3, 0.8, 0.3, 0.16, RUBBER, 12);
  }
  plane.prism(
    [
      [-3.3, 1.5],
      [-4.0, 2.7],
      [-4.6, 2.7],
      [-4.4, 1.5],
    ],
    0.05,
    paint,
  );
  plane.wheel(0, 0.16, -4, 0.16, 0.1, RUBBER, 10);
  plane.tube(
    [
      [-1.0, 1.15, 3.62],
      [1.0, 1.6, 3.62],
    ],
    [0.08, 0.08],
    { tone: 0.22 },
    5,
  );
}

/** Helicopter, 10 m. */
export function putHelicopter(craft: Local, paint: Paint): void {
  craft.prism(
    [
      [-1.6, 1.0],
      [-1.8, 2.2],
      [-0.9, 2.7],
      [1.0, 2.6],
      [2.1, 1.7],
      [2.2, 1.1],
      [1.4, 0.7],
      [-1.0, 0.7],
    ],
    (_, y) => (y > 2 ? 0.7 : 0.95),
    paint,
  );
  for (const s of [-1, 1]) {
    craft.poly(
      [
        [s * 0.965, 1.5, 1.7],
        [s * 0.965, 1.5, 0.2],
        [s * 0.8, 2.3, 0.2],
        [s * 0.8, 2.3, 1.15],
      ],
      DARK_GLASS,
    );
    craft.tube(
      [
        [s * 1.1, 0.08, -1.7],
        [s * 1.1, 0.08, 1.8],
        [s * 1.1, 0.25, 2.2],
      ],
      0.07,
      IRON,
      6,
    );
    for (const z of [-0.9, 1.0])
      craft.tube(
        [
          [s * 0.6, 0.8, z],
          [s * 1.1, 0.08, z],
        ],
        0.05,
        IRON,
        5,
      );
  }
  craft.poly(
    [
      [-0.7, 1.75, 2.1],
      [0.7, 1.75, 2.1],
      [0.6, 2.5, 1.15],
      [-0.6, 2.5, 1.15],
    ],
    DARK_GLASS,
  );
  craft.tube(
    [
      [0, 2.1, -1.6],
      [0, 2.3, -6.5],
    ],
    [0.4, 0.14],
    paint,
    9,
  );
  craft.prism(
    [
      [-6, 2.2],
      [-6.7, 3.5],
      [-7.1, 3.5],
      [-6.8, 2.0],
    ],
    0.06,
    paint,
  );
  craft.tube(
    [
      [0, 2.6, -0.2],
      [0, 3.2, -0.2],
    ],
    0.1,
    IRON,
    6,
  );
  for (const a of [0.4, 0.4 + Math.PI])
    craft.plate(
      [
        [0, 3.2, -0.2],
        [Math.sin(a) * 5, 3.12, Math.cos(a) * 5],
        [Math.sin(a + 0.05) * 5, 3.12, Math.cos(a + 0.05) * 5],
        [0.1, 3.2, -0.1],
      ],
      0.05,
      IRON,
    );
}
