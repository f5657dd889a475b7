/** @file Things to sit on. Each is built at a `Local` whose +z is where the sitter looks; seats are 0.43–0.48 m high. */
import type { V2 } from '../../world/vector.js';
import type { Local, Paint } from './local.js';
import { cloth, iron, oak, steel, walnut } from './materials.js';

/** A wooden chair with rungs. */
export function drawChair(k: Local, paint: Paint = oak, cushion?: Paint): void {
  k.box(0, 0.43, 0, 0.44, 0.04, 0.42, cushion ?? paint);
  for (const x of [-0.19, 0.19]) {
    k.box(x, 0, 0.18, 0.04, 0.43, 0.04, paint);
    k.box(x, 0, -0.19, 0.04, 0.95, 0.04, paint);
    k.box(x, 0.2, 0, 0.025, 0.025, 0.36, paint);
  }
  for (const y of [0.6, 0.76, 0.9]) k.box(0, y, -0.19, 0.38, 0.06, 0.025, paint);
}

/** A metal-legged chair with a moulded seat and back: schools, wards, canteens. */
export function drawShellChair(k: Local, paint: Paint): void {
  for (const x of [-0.19, 0.19]) {
    k.tube(
      [
        [x, 0, 0.2],
        [x, 0.42, 0.16],
        [x, 0.43, -0.18],
        [x * 0.9, 0.85, -0.26],
      ],
      0.013,
      steel,
      5,
    );
    k.tube(
      [
        [x, 0, -0.22],
        [x, 0.42, -0.14],
      ],
      0.013,
      steel,
      5,
    );
  }
  k.box(0, 0.43, 0, 0.42, 0.03, 0.42, paint);
  k.prism(
    [
      [-0.2, 0.56],
      [-0.17, 0.56],
      [-0.22, 0.86],
      [-0.25, 0.86],
    ],
    -0.21,
    0.21,
    paint,
  );
}

/** An upholstered armchair. */
export function drawArmchair(k: Local, paint: Paint): void {
  sofaBody(k, 0.62, paint);
}

/** A sofa; `seats` cushions wide. */
export function drawSofa(k: Local, paint: Paint, seats = 3, pillow?: Paint): void {
  sofaBody(k, seats * 0.62, paint);
  if (pillow)
    for (const side of [-1, 1]) {
      const p = k.at(side * seats * 0.25, 0.44, -0.12, side * -0.3);
      p.prism(
        [
          [-0.06, 0],
          [0.06, 0.02],
          [-0.02, 0.36],
          [-0.14, 0.34],
        ],
        -0.2,
        0.2,
        pillow,
      );
    }
}

function sofaBody(k: Local, width: number, paint: Paint): void {
  const w = width / 2;
  for (const x of [-w - 0.1, w + 0.1]) for (const z of [-0.32, 0.34]) k.box(x, 0, z, 0.05, 0.1, 0.05, walnut);
  k.box(0, 0.1, 0.02, width + 0.3, 0.2, 0.8, paint);
  const cushions = Math.max(1, Math.round(width / 0.62));
  for (let i = 0; i < cushions; i++) {
    const x = (i + 0.5) * (width / cushions) - w;
    k.box(x, 0.3, 0.08, width / cushions - 0.015, 0.15, 0.64, paint);
    k.prism(
      [
        [-0.38, 0.44],
        [-0.2, 0.44],
        [-0.27, 0.86],
        [-0.4, 0.84],
      ],
      x - width / cushions / 2 + 0.01,
      x + width / cushions / 2 - 0.01,
      paint,
    );
  }
  for (const side of [-1, 1]) {
    k.box(side * (w + 0.1), 0.1, 0.02, 0.18, 0.5, 0.82, paint);
    k.tube(
      [
        [side * (w + 0.1), 0.6, -0.38],
        [side * (w + 0.1), 0.6, 0.43],
      ],
      0.09,
      paint,
      10,
    );
  }
  k.box(0, 0.1, -0.4, width + 0.3, 0.68, 0.1, paint);
}

/** A swivel chair on castors. */
export function drawOfficeChair(k: Local, paint: Paint): void {
  for (let i = 0; i < 5; i++) {
    const a = (i / 5) * Math.PI * 2;
    k.tube(
      [
        [0, 0.1, 0],
        [Math.sin(a) * 0.28, 0.06, Math.cos(a) * 0.28],
      ],
      [0.025, 0.018],
      iron,
      5,
    );
    k.blob(Math.sin(a) * 0.28, 0.035, Math.cos(a) * 0.28, [0.03, 0.035, 0.03], iron, 0, 4);
  }
  k.tube(
    [
      [0, 0.08, 0],
      [0, 0.44, 0],
    ],
    0.03,
    steel,
  );
  k.prism(
    [
      [-0.22, 0.44],
      [0.22, 0.44],
      [0.24, 0.5],
      [-0.22, 0.52],
    ],
    -0.23,
    0.23,
    paint,
  );
  k.prism(
    [
      [-0.25, 0.62],
      [-0.2, 0.62],
      [-0.25, 1.08],
      [-0.31, 1.08],
    ],
    -0.21,
    0.21,
    paint,
  );
  k.tube(
    [
      [0, 0.45, -0.18],
      [0, 0.5, -0.28],
      [0, 0.8, -0.27],
    ],
    0.02,
    iron,
    5,
  );
  for (const x of [-0.27, 0.27])
    k.tube(
      [
        [x, 0.46, -0.1],
        [x, 0.68, -0.12],
        [x, 0.69, 0.14],
      ],
      0.017,
      iron,
      5,
    );
}

/** A stool with a round seat. */
export function drawStool(k: Local, height = 0.45, paint: Paint = oak, seat: Paint = paint): void {
  for (let i = 0; i < 4; i++) {
    const a = (i + 0.5) * (Math.PI / 2);
    k.tube(
      [
        [Math.sin(a) * 0.2, 0, Math.cos(a) * 0.2],
        [Math.sin(a) * 0.13, height - 0.05, Math.cos(a) * 0.13],
      ],
      0.017,
      paint,
      5,
    );
  }
  if (height > 0.6)
    k.lathe(
      0,
      height * 0.35,
      0,
      [
        [0.17, 0],
        [0.185, 0.012],
        [0.17, 0.024],
      ],
      paint,
      12,
    );
  k.lathe(
    0,
    height - 0.05,
    0,
    [
      [0.16, 0],
      [0.175, 0.03],
      [0.165, 0.055],
      [0.001, 0.06],
    ],
    seat,
    14,
  );
}

/** A long bench, with a back where `back` is set. */
export function drawBench(k: Local, width: number, paint: Paint = oak, back = true): void {
  k.box(0, 0.41, 0, width, 0.05, 0.4, paint);
  for (const x of [-width / 2 + 0.06, width / 2 - 0.06]) {
    k.box(x, 0, 0, 0.06, 0.41, 0.36, paint);
    if (back)
      k.prism(
        [
          [-0.2, 0.4],
          [-0.15, 0.4],
          [-0.24, 0.92],
          [-0.29, 0.92],
        ],
        x - 0.03,
        x + 0.03,
        paint,
      );
  }
  if (back)
    for (const y of [0.56, 0.74]) {
      const lean = -0.17 - (y - 0.4) * 0.19;
      k.prism(
        [
          [lean, y],
          [lean + 0.025, y],
          [lean, y + 0.13],
          [lean - 0.025, y + 0.13],
        ],
        -width / 2,
        width / 2,
        paint,
      );
    }
}

/** A church pew with closed ends and a book rest on its back. */
export function drawPew(k: Local, width: number, paint: Paint = walnut): void {
  k.box(0, 0.42, 0, width, 0.04, 0.42, paint);
  k.prism(
    [
      [-0.22, 0.08],
      [-0.18, 0.08],
      [-0.26, 0.95],
      [-0.3, 0.95],
    ],
    -width / 2,
    width / 2,
    paint,
  );
  k.box(0, 0.86, -0.38, width, 0.025, 0.14, paint);
  const end: V2[] = [
    [-0.3, 0],
    [0.24, 0],
    [0.24, 0.5],
    [-0.16, 0.98],
    [-0.3, 1.04],
  ];
  for (const x of [-width / 2, width / 2]) k.prism(end, x - 0.03, x + 0.03, paint);
}

/** A padded booth bench as in diners; `width` along x. */
export function drawBooth(k: Local, width: number, paint: Paint = cloth(k.random)): void {
  k.box(0, 0, 0, width, 0.3, 0.5, walnut);
  k.box(0, 0.3, 0.02, width, 0.16, 0.54, paint);
  k.prism(
    [
      [-0.3, 0.3],
      [-0.16, 0.46],
      [-0.22, 1.12],
      [-0.3, 1.12],
    ],
    -width / 2,
    width / 2,
    paint,
  );
  for (let x = -width / 2 + 0.22; x < width / 2; x += 0.22)
    k.line(
      [
        [x, 0.5, -0.16],
        [x, 1.08, -0.21],
      ],
      0.7,
    );
  k.box(0, 1.12, -0.26, width, 0.05, 0.1, walnut);
}

/** Rows of fixed seats on a beam, as in stations and airports. */
export function drawWaitingSeats(k: Local, count: number, paint: Paint): void {
  const width = count * 0.58;
  k.tube(
    [
      [-width / 2, 0.36, -0.05],
      [width / 2, 0.36, -0.05],
    ],
    0.035,
    steel,
    6,
  );
  for (const x of [-width / 2 + 0.2, width / 2 - 0.2]) {
    k.tube(
      [
        [x, 0.36, -0.05],
        [x, 0.03, -0.05],
      ],
      0.03,
      steel,
      6,
    );
    k.box(x, 0, 0, 0.06, 0.03, 0.5, steel);
  }
  for (let i = 0; i < count; i++) {
    const x = (i + 0.5) * 0.58 - width / 2;
    k.prism(
      [
        [-0.2, 0.39],
        [0.24, 0.42],
        [0.24, 0.46],
        [-0.2, 0.43],
      ],
      x - 0.25,
      x + 0.25,
      paint,
    );
    k.prism(
      [
        [-0.2, 0.45],
        [-0.16, 0.45],
        [-0.26, 0.88],
        [-0.3, 0.88],
      ],
      x - 0.25,
      x + 0.25,
      paint,
    );
    if (i)
      k.tube(
        [
          [x - 0.29, 0.43, -0.2],
          [x - 0.29, 0.62, -0.16],
          [x - 0.29, 0.62, 0.16],
        ],
        0.014,
        steel,
        5,
      );
  }
}

/** One high-backed seat of a vehicle, aeroplane or theatre. */
export function drawTravelSeat(k: Local, paint: Paint, width = 0.48, armrests = true): void {
  k.box(0, 0.08, -0.02, width * 0.7, 0.26, 0.34, iron);
  k.prism(
    [
      [-0.24, 0.34],
      [0.24, 0.36],
      [0.25, 0.45],
      [-0.22, 0.46],
    ],
    -width / 2,
    width / 2,
    paint,
  );
  k.prism(
    [
      [-0.24, 0.44],
      [-0.14, 0.44],
      [-0.26, 0.98],
      [-0.36, 0.98],
    ],
    -width / 2,
    width / 2,
    paint,
  );
  k.prism(
    [
      [-0.35, 0.98],
      [-0.26, 0.98],
      [-0.28, 1.2],
      [-0.37, 1.2],
    ],
    -width * 0.32,
    width * 0.32,
    paint,
  );
  if (armrests) for (const side of [-1, 1]) k.box(side * (width / 2 + 0.03), 0.6, -0.02, 0.05, 0.05, 0.42, iron);
}
