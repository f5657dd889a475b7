/** @file Parts of vehicles and vessels: portholes, pipes, consoles, steering wheels, and the country that goes by. */
import type { V3 } from '../../world/vector.js';
import { black, iron, steel } from './materials.js';
import type { Local, Paint } from './local.js';

/** Rounds off a square hole of side 2·radius in a wall and rims it; `x` and `y` are its centre in the wall's axes. */
export function drawPorthole(k: Local, x: number, y: number, radius: number, wall: Paint, rim: Paint = steel): void {
  const label = k.scene.surf(wall);
  const point = (i: number, r: number): V3 => [
    x + Math.cos((i / 24) * Math.PI * 2) * r,
    y + Math.sin((i / 24) * Math.PI * 2) * r,
    0.002,
  ];
  const square = (i: number): V3 => {
    const [c, s] = [Math.cos((i / 24) * Math.PI * 2), Math.sin((i / 24) * Math.PI * 2)];
    const m = (radius * 1.02) / Math.max(Math.abs(c), Math.abs(s));
    return [x + c * m, y + s * m, 0.002];
  };
  for (let i = 0; i < 24; i++) k.face([point(i, radius * 0.96), point(i + 1, radius * 0.96), square(i + 1), square(i)], label);
  k.tube(
    Array.from({ length: 25 }, (_, i) => [point(i, radius)[0], point(i, radius)[1], 0.03]),
    radius * 0.13,
    rim,
    6,
  );
  for (let i = 0; i < 24; i += 4)
    k.blob(point(i, radius)[0], point(i, radius)[1], 0.03 + radius * 0.12, [0.018, 0.018, 0.012], rim, 0, 3);
}

/** A steering wheel whose hub is at `k`; its driver sits on the −z side. */
export function drawSteeringWheel(k: Local, radius = 0.19, paint: Paint = black, tilt = 0.45): void {
  const at = (a: number, r: number): V3 => [Math.sin(a) * r, Math.cos(a) * r * Math.cos(tilt), Math.cos(a) * r * Math.sin(tilt)];
  k.tube(
    Array.from({ length: 19 }, (_, i) => at((i / 18) * Math.PI * 2, radius)),
    0.016,
    paint,
    6,
  );
  for (const a of [Math.PI / 2, -Math.PI / 2, Math.PI]) k.tube([[0, 0, 0], at(a, radius)], 0.014, paint, 5);
  k.tube(
    [
      [0, -0.03, 0.02],
      [0, -0.12, 0.3],
    ],
    0.03,
    paint,
    6,
  );
}

/** A sloping console with dials, keys and small lights; its user stands on the +z side. `glow` lights the screens by day too. */
export function drawConsole(
  k: Local,
  width: number,
  paint: Paint = { tone: 0.5, tint: [0.85, 0.92, 1] },
  screens = 2,
  height = 0.95,
): void {
  k.prism(
    [
      [-0.35, 0],
      [0.2, 0],
      [0.3, height - 0.2],
      [0.3, height - 0.12],
      [-0.1, height + 0.02],
      [-0.35, height + 0.3],
    ],
    -width / 2,
    width / 2,
    paint,
  );
  const slope = (t: number): V3 => [0, height - 0.11 + 0.13 * t, 0.3 - 0.4 * t];
  for (let x = -width / 2 + 0.1; x < width / 2 - 0.06; x += 0.11)
    for (const t of [0.2, 0.5, 0.8]) {
      if (!k.random.chance(0.75)) continue;
      const [, y, z] = slope(t);
      k.box(x, y, z, k.random.pick([0.03, 0.06]), 0.02, 0.03, {
        tone: k.random.range(0.2, 0.95),
        tint: k.random.pick([
          [1, 0.5, 0.4],
          [0.6, 1, 0.7],
          [1, 0.9, 0.5],
          [0.9, 0.95, 1],
        ] as V3[]),
        glow: k.random.chance(0.3) ? 0.85 : undefined,
        line: 0.6,
      });
    }
  for (let i = 0; i < screens; i++) {
    const x = ((i + 0.5) / screens - 0.5) * width;
    const w = Math.min(0.5, (width / screens) * 0.8);
    const a: V3 = [x - w / 2, height + 0.05, -0.115];
    const b: V3 = [x + w / 2, height + 0.05, -0.115];
    k.face([a, b, [b[0], height + 0.27, -0.31], [a[0], height + 0.27, -0.31]], {
      tone: 0.8,
      glow: 0.68,
      tint: k.random.pick([
        [0.7, 0.95, 1],
        [0.7, 1, 0.8],
        [1, 0.88, 0.6],
      ] as V3[]),
      line: 0.8,
    });
    k.line(
      [
        [x - w * 0.4, height + 0.12, -0.17],
        [x - w * 0.1, height + 0.2, -0.24],
        [x + w * 0.1, height + 0.13, -0.18],
        [x + w * 0.4, height + 0.22, -0.26],
      ],
      1,
    );
  }
  k.light(0, height + 0.5, 0.4, 0.32, 2.2, true, false);
}

/** Country that goes by: ground with a road or track along z, verges, trees or houses; its surface is `drop` below the floor. */
export function drawPassingCountry(k: Local, drop: number, kind: 'road' | 'track' | 'none' = 'road', town = false): void {
  const { random } = k;
  k.mat(0, -drop - 0.02, 0, 240, 320, { tone: 0.78, tint: [0.9, 0.93, 0.8], line: 0.6 });
  if (kind === 'road') {
    k.mat(0, -drop, 0, 7, 300, { tone: 0.5, line: 0.8 });
    for (let z = -60; z < 60; z += 5) k.mat(-1.75, -drop + 0.01, z, 0.14, 2.4, { tone: 1, line: 0.4 });
  }
  for (let i = 0; i < 16; i++) {
    const side = i % 2 ? 1 : -1;
    const [x, z] = [side * random.range(6.5, 13), -52 + i * 6.6 + random.range(-2, 2)];
    if (town && random.chance(0.6)) {
      const tall = random.range(5, 9);
      k.box(x + side * 3, -drop, z, 6, tall, 5.5, { tone: random.range(0.55, 0.8), tint: [0.96, 0.92, 0.9], line: 0.8 });
      const lit = k.scene.surf({ tone: 1, glow: 0.92, tint: [1, 0.86, 0.55], line: 0.5 });
      const plain = k.scene.surf({ tone: 0.4, tint: [0.85, 0.92, 1], line: 0.5 });
      const wall = k.at(x - side * 0.02, -drop, z, side > 0 ? -Math.PI / 2 : Math.PI / 2);
      for (let y = 1; y < tall - 1.4; y += 2.6)
        for (const wx of [-1.8, 0, 1.8]) wall.panel(wx, y, 0.02, 0.9, 1.3, random.chance(0.4) && k.dark ? lit : plain);
    } else {
      const tall = random.range(3.5, 6);
      k.tube(
        [
          [x, -drop, z],
          [x, tall * 0.5 - drop, z],
        ],
        [0.16, 0.1],
        { tone: 0.4 },
        6,
      );
      for (let j = 0; j < 2; j++)
        k.blob(
          x + random.range(-0.4, 0.4),
          tall * (0.6 + j * 0.2) - drop,
          z,
          [1.5 - j * 0.4, 1.2, 1.5 - j * 0.4],
          { tone: 0.52, tint: [0.76, 0.88, 0.68], soft: 'leaf', line: 0.8 },
          0.25,
        );
    }
  }
  for (let z = -50; z < 60; z += 14) {
    k.tube(
      [
        [5.2, -drop, z],
        [5.2, 4.6 - drop, z],
      ],
      0.07,
      iron,
      6,
    );
    k.tube(
      [
        [5.2, 4.5 - drop, z],
        [4.2, 4.7 - drop, z],
      ],
      0.04,
      iron,
      5,
    );
    if (town) k.box(4.1, 4.62 - drop, z, 0.5, 0.1, 0.2, k.shine());
  }
}
