/** @file Lamps, each with its point light: they shine at night, a little at dusk. */
import type { V3 } from '../../world/vector.js';
import type { Local, Paint } from './local.js';
import { brass, iron, walnut, white } from './materials.js';

/** A shade on a cord; `k` is the ceiling point, `drop` metres below it hangs the shade's rim. */
export function drawPendant(
  k: Local,
  drop: number,
  paint: Paint = { tone: 0.32, tint: [0.7, 0.85, 0.72] },
  size = 0.26,
  power = 0.85,
  range = 4.6,
): void {
  k.tube(
    [
      [0, 0, 0],
      [0, -drop + size * 0.7, 0],
    ],
    0.008,
    iron,
    5,
  );
  k.lathe(
    0,
    -drop,
    0,
    [
      [size, 0],
      [size * 0.4, size * 0.55],
      [size * 0.12, size * 0.7],
    ],
    paint,
    16,
  );
  k.lathe(
    0,
    -drop - 0.03,
    0,
    [
      [0.01, 0],
      [0.06, 0.05],
      [0.05, 0.1],
    ],
    k.shine(),
    8,
  );
  k.light(0, -drop - 0.05, 0, power, range);
}

/** A lamp with a cloth shade that stands on a table at y = 0. */
export function drawTableLamp(k: Local, paint: Paint = brass, height = 0.5, range = 3.2): void {
  k.lathe(
    0,
    0,
    0,
    [
      [0.08, 0],
      [0.07, 0.02],
      [0.02, 0.05],
      [0.05, height * 0.25],
      [0.02, height * 0.5],
      [0.012, height * 0.62],
    ],
    paint,
    12,
  );
  k.lathe(
    0,
    height * 0.58,
    0,
    [
      [0.16, 0],
      [0.1, height * 0.42],
    ],
    k.dark ? k.shine() : { tone: 0.9, tint: [1, 0.9, 0.7] },
    14,
    true,
  );
  k.light(0, height * 0.8, 0.05, 0.7, range);
}

/** A standing lamp with a cloth shade. */
export function drawFloorLamp(k: Local, range = 3.8): void {
  k.lathe(
    0,
    0,
    0,
    [
      [0.15, 0],
      [0.14, 0.02],
      [0.015, 0.05],
      [0.012, 1.3],
    ],
    walnut,
    12,
  );
  k.lathe(
    0,
    1.25,
    0,
    [
      [0.22, 0],
      [0.14, 0.28],
    ],
    k.dark ? k.shine() : { tone: 0.92, tint: [1, 0.9, 0.7] },
    16,
    true,
  );
  k.light(0, 1.45, 0.1, 0.8, range);
}

/** A jointed desk lamp. */
export function drawDeskLamp(k: Local, paint: Paint = iron): void {
  k.lathe(
    0,
    0,
    0,
    [
      [0.09, 0],
      [0.085, 0.025],
      [0.001, 0.03],
    ],
    paint,
    12,
  );
  k.tube(
    [
      [0, 0.02, 0],
      [-0.12, 0.26, 0],
      [0.06, 0.44, 0],
    ],
    0.01,
    paint,
    5,
  );
  k.lathe(
    0.1,
    0.34,
    0,
    [
      [0.085, 0],
      [0.035, 0.1],
      [0.02, 0.13],
    ],
    paint,
    12,
  );
  k.lathe(
    0.1,
    0.335,
    0,
    [
      [0.06, 0],
      [0.001, 0.01],
    ],
    k.shine(),
    10,
  );
  k.light(0.1, 0.3, 0.02, 0.75, 2.6);
}

/** A fluorescent fitting under the ceiling point `k`, along local x. Burns by day too. */
export function drawTubeLight(k: Local, length = 1.2, power = 0.62, range = 5): void {
  k.box(0, -0.07, 0, length + 0.08, 0.05, 0.16, white);
  k.box(0, -0.1, 0, length, 0.03, 0.1, k.shine([0.96, 1, 1], true));
  k.light(0, -0.25, 0, power, range, true, false);
}

/** A bracket lamp on a wall, in the wall's axes at the lamp's height. */
export function drawSconce(k: Local, power = 0.5, range = 3.2): void {
  k.box(0, -0.06, 0.01, 0.08, 0.16, 0.02, brass);
  k.tube(
    [
      [0, 0, 0.02],
      [0, -0.03, 0.09],
      [0, 0.04, 0.12],
    ],
    0.01,
    brass,
    5,
  );
  k.lathe(
    0,
    0.04,
    0.12,
    [
      [0.05, 0],
      [0.085, 0.15],
    ],
    k.dark ? k.shine() : white,
    10,
    true,
  );
  k.light(0, 0.14, 0.2, power, range);
}

/** A flat round lamp on a wall or ceiling in a cage, as in cellars and ships. */
export function drawBulkhead(k: Local, power = 0.55, range = 3.6): void {
  k.lathe(
    0,
    -0.1,
    0.08,
    [
      [0.05, 0],
      [0.09, 0.06],
      [0.09, 0.14],
      [0.05, 0.2],
    ],
    k.shine([1, 0.92, 0.72], true),
    10,
  );
  for (const x of [-0.06, 0, 0.06])
    k.line(
      [
        [x, -0.12, 0.185],
        [x, 0.12, 0.185],
      ],
      1,
    );
  k.light(0, 0, 0.3, power, range, true);
}

/** A candle on y = 0; always burning. */
export function drawCandle(k: Local, height = 0.2, power = 0.3, range = 2): void {
  k.lathe(
    0,
    0,
    0,
    [
      [0.018, 0],
      [0.018, height],
      [0.001, height + 0.004],
    ],
    white,
    8,
  );
  k.lathe(
    0,
    height + 0.01,
    0,
    [
      [0.004, 0],
      [0.012, 0.018],
      [0.001, 0.055],
    ],
    { tone: 1, glow: 1, tint: [1, 0.85, 0.5], line: 0.6 },
    7,
  );
  k.light(0, height + 0.05, 0, power, range, true);
}

/** A ring of candles or bulbs on chains; `k` is the ceiling point. */
export function drawChandelier(
  k: Local,
  drop: number,
  radius = 0.5,
  arms = 8,
  paint: Paint = brass,
  power = 0.9,
  range = 7,
): void {
  for (let i = 0; i < 3; i++) {
    const a = (i / 3) * Math.PI * 2;
    k.tube(
      [
        [0, -drop + radius * 1.4, 0],
        [Math.sin(a) * radius, -drop, Math.cos(a) * radius],
      ],
      0.01,
      paint,
      4,
    );
  }
  k.tube(
    [
      [0, 0, 0],
      [0, -drop + radius * 1.4, 0],
    ],
    0.012,
    iron,
    5,
  );
  const ring: V3[] = Array.from({ length: arms * 2 + 1 }, (_, i) => [
    Math.sin((i / arms) * Math.PI) * radius,
    -drop,
    Math.cos((i / arms) * Math.PI) * radius,
  ]);
  k.tube(ring, 0.022, paint, 5);
  for (let i = 0; i < arms; i++) {
    const a = (i / arms) * Math.PI * 2;
    const [x, z] = [Math.sin(a) * radius, Math.cos(a) * radius];
    k.lathe(
      x,
      -drop,
      z,
      [
        [0.05, 0],
        [0.02, 0.03],
        [0.02, 0.12],
      ],
      paint,
      8,
    );
    k.lathe(
      x,
      -drop + 0.12,
      z,
      [
        [0.02, 0],
        [0.035, 0.04],
        [0.001, 0.1],
      ],
      k.shine(),
      7,
    );
  }
  k.light(0, -drop - 0.1, 0, power, range);
}
