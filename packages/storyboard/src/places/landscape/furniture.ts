/** @file Street furniture and other small outdoor things, at true scale. */
import type { Random } from '@filmai/core-tensor/random';
import type { Scene } from '../../world/scene.js';
import { type V3, mad } from '../../world/vector.js';
import { Local } from './local.js';
import { DARK_TIMBER, IRON, LAMPLIGHT, type Paint, STEEL, STONE, TIMBER } from './materials.js';

/** Old cast-iron lamp, 4 m; lights its surroundings when on. */
export function putLamp(scene: Scene, at: V3, on: boolean, power = 1.15, range = 11): void {
  const lamp = new Local(scene, at);
  lamp.lathe(
    0,
    0,
    0,
    [
      [0.16, 0],
      [0.14, 0.5],
      [0.06, 0.6],
      [0.05, 3.3],
    ],
    IRON,
    8,
  );
  lamp.lathe(
    0,
    3.3,
    0,
    [
      [0.1, 0],
      [0.2, 0.5],
    ],
    on ? LAMPLIGHT : { tone: 0.85, tint: [1, 0.96, 0.85] },
    6,
  );
  lamp.lathe(
    0,
    3.8,
    0,
    [
      [0.27, 0],
      [0.05, 0.26],
      [0.03, 0.4],
    ],
    { tone: 0.2 },
    6,
  );
  if (on) scene.lights.push({ p: lamp.p(0, 3.5, 0), power, range, warm: true });
}

/** Modern street light on a mast whose arm reaches `arm` metres along the yaw. */
export function putMastLight(scene: Scene, at: V3, yaw: number, on: boolean, height = 7.5, arm = 1.8): void {
  const mast = new Local(scene, at, yaw);
  mast.tube(
    [
      [0, 0, 0],
      [0, height * 0.9, 0],
      [0, height, arm * 0.35],
      [0, height + 0.1, arm],
    ],
    [0.11, 0.07, 0.055, 0.05],
    STEEL,
    7,
  );
  mast.box(0, height - 0.02, arm + 0.1, 0.26, 0.12, 0.7, STEEL);
  mast.slab(0, height - 0.03, arm + 0.1, 0.22, 0.6, on ? LAMPLIGHT : { tone: 0.8 });
  if (on) scene.lights.push({ p: mast.p(0, height - 0.3, arm), power: 1.1, range: height * 1.7, warm: true });
}

/** Park bench, 1.6 m, seat height 0.45. */
export function putBench(scene: Scene, at: V3, yaw: number): void {
  const bench = new Local(scene, at, yaw);
  for (let i = 0; i < 3; i++) bench.box(0, 0.42, -0.16 + i * 0.17, 1.6, 0.04, 0.13, TIMBER);
  for (let i = 0; i < 2; i++) bench.box(0, 0.58 + i * 0.18, -0.27 - i * 0.04, 1.6, 0.13, 0.035, TIMBER);
  for (const x of [-0.66, 0.66]) {
    bench.box(x, 0, 0.14, 0.06, 0.42, 0.06, IRON);
    bench.box(x, 0, -0.24, 0.06, 0.86, 0.06, IRON);
    bench.box(x, 0.38, -0.04, 0.06, 0.04, 0.44, IRON);
  }
}

/** Litter bin. */
export function putBin(scene: Scene, at: V3): void {
  scene.lathe(
    at,
    [
      [0.2, 0],
      [0.25, 0.75],
      [0.27, 0.78],
      [0.2, 0.8],
    ],
    { tone: 0.34, tint: [0.8, 0.95, 0.85] },
    12,
    false,
  );
  for (let i = 0; i < 7; i++) {
    const a = (i / 7) * 6.283;
    scene.line(
      [
        [at[0] + Math.cos(a) * 0.215, at[1] + 0.06, at[2] + Math.sin(a) * 0.215],
        [at[0] + Math.cos(a) * 0.258, at[1] + 0.72, at[2] + Math.sin(a) * 0.258],
      ],
      0.8,
    );
  }
}

/** Fire hydrant. */
export function putHydrant(scene: Scene, at: V3): void {
  const paint: Paint = { tone: 0.5, tint: [1, 0.42, 0.36] };
  scene.lathe(
    at,
    [
      [0.17, 0],
      [0.17, 0.06],
      [0.12, 0.08],
      [0.12, 0.5],
      [0.15, 0.52],
      [0.12, 0.62],
      [0.03, 0.7],
    ],
    paint,
    10,
    false,
  );
  new Local(scene, at).wheel(0, 0.4, 0, 0.06, 0.42, paint, 8);
}

/** Traffic light that faces yaw. */
export function putTrafficLight(scene: Scene, at: V3, yaw: number): void {
  const post = new Local(scene, at, yaw);
  post.tube(
    [
      [0, 0, 0],
      [0, 3.3, 0],
    ],
    0.06,
    IRON,
    7,
  );
  post.box(0, 2.4, 0.05, 0.34, 1, 0.26, { tone: 0.2 });
  const lamps: Paint[] = [
    { tone: 1, glow: 0.8, tint: [1, 0.35, 0.3] },
    { tone: 0.4, tint: [1, 0.8, 0.4] },
    { tone: 0.4, tint: [0.6, 0.9, 0.7] },
  ];
  lamps.forEach((paint, i) => post.panel(0, 3.1 - i * 0.3, 0.2, 0.2, 0.2, { ...paint, line: 0.7 }));
}

/** Iron or timber railing along a line, with posts. */
export function runRailing(scene: Scene, points: readonly V3[], height = 1.05, paint: Paint = IRON, gap = 0.16): void {
  const rail = (y: number): void => {
    scene.tube(
      points.map((p) => mad(p, [0, 1, 0], y)),
      points.map(() => 0.03),
      paint,
      5,
    );
  };
  rail(height);
  rail(0.12);
  forEachStep(points, 1.8, (p) => scene.tube([p, mad(p, [0, 1, 0], height)], [0.04, 0.04], paint, 5));
  if (gap > 0) forEachStep(points, gap, (p) => scene.line([mad(p, [0, 1, 0], 0.12), mad(p, [0, 1, 0], height)], 0.9));
}

/** Post-and-rail or wire fence along ground points; posts lean a little. */
export function runFence(
  scene: Scene,
  random: Random,
  points: readonly V3[],
  kind: 'rail' | 'wire' | 'picket' = 'wire',
  height = 1.1,
): void {
  if (kind === 'picket') {
    const white: Paint = { tone: 0.95, line: 0.8 };
    forEachStep(points, 0.17, (p, yaw) =>
      new Local(scene, p, yaw).box(0, 0, 0, 0.03, height * random.range(0.94, 1.04), 0.09, white),
    );
    for (const y of [0.25, 0.7])
      scene.tube(
        points.map((p) => mad(p, [0, 1, 0], y * height)),
        points.map(() => 0.03),
        white,
        4,
      );
    return;
  }
  const posts: V3[] = [];
  forEachStep(points, 2.3, (p) => {
    posts.push(p);
    scene.box(mad(p, [0, 1, 0], -0.1), 0.11, height + 0.1, 0.11, TIMBER, random.range(-0.2, 0.2));
  });
  for (let i = 0; i + 1 < posts.length; i++) {
    for (const y of [0.45, 0.8]) {
      const [a, b] = [mad(posts[i], [0, 1, 0], y * height), mad(posts[i + 1], [0, 1, 0], y * height + random.range(-0.05, 0.05))];
      if (kind === 'rail') scene.tube([a, b], [0.045, 0.045], TIMBER, 5);
      else scene.line([a, b], 1.3);
    }
  }
}

/** Wire-mesh fence with steel posts: yards, sport grounds. */
export function runMesh(scene: Scene, a: V3, b: V3, height = 2.4): void {
  const length = Math.hypot(b[0] - a[0], b[2] - a[2]);
  const at = (t: number, y: number): V3 => [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t + y, a[2] + (b[2] - a[2]) * t];
  const posts = Math.max(1, Math.round(length / 3));
  for (let i = 0; i <= posts; i++) scene.tube([at(i / posts, 0), at(i / posts, height)], [0.045, 0.045], STEEL, 6);
  for (const y of [0.1, height - 0.02]) scene.tube([at(0, y), at(1, y)], [0.028, 0.028], STEEL, 5);
  const cells = Math.round(length / 0.5);
  for (let i = 0; i < cells; i++) {
    const rise = height / Math.max(1, length / (cells * 0.5)) / 0.5;
    const reach = Math.min(1, i / cells + height / length / Math.max(0.5, rise * 0.25));
    scene.line([at(i / cells, 0.1), at(reach, height)], 0.55, { alpha: 0.55 });
    scene.line([at(reach, 0.1), at(i / cells, height)], 0.55, { alpha: 0.55 });
  }
}

/** Wooden crate with boards. */
export function putCrate(scene: Scene, at: V3, size: number, yaw: number): void {
  const crate = new Local(scene, at, yaw);
  crate.box(0, 0, 0, size * 1.2, size * 0.8, size, TIMBER);
  for (const t of [0.27, 0.53]) {
    crate.line(
      [
        [-size * 0.6, size * t, size * 0.51],
        [size * 0.6, size * t, size * 0.51],
      ],
      0.8,
      { alpha: 0.7 },
    );
    crate.line(
      [
        [size * 0.61, size * t, size * 0.5],
        [size * 0.61, size * t, -size * 0.5],
      ],
      0.8,
      { alpha: 0.7 },
    );
  }
}

/** Steel or wooden barrel, 0.9 m. */
export function putBarrel(scene: Scene, at: V3, paint: Paint = STEEL): void {
  scene.lathe(
    at,
    [
      [0.28, 0],
      [0.3, 0.04],
      [0.29, 0.3],
      [0.31, 0.32],
      [0.29, 0.34],
      [0.29, 0.6],
      [0.31, 0.62],
      [0.29, 0.64],
      [0.3, 0.88],
      [0.27, 0.9],
      [0.01, 0.89],
    ],
    paint,
    14,
    false,
  );
}

/** Line of telegraph poles with sagging wires, from a to b. */
export function runPoles(scene: Scene, a: V3, b: V3, count: number, height = 7.5): void {
  const foot = (i: number): V3 => [
    a[0] + ((b[0] - a[0]) * i) / (count - 1),
    a[1] + ((b[1] - a[1]) * i) / (count - 1),
    a[2] + ((b[2] - a[2]) * i) / (count - 1),
  ];
  const yaw = Math.atan2(b[0] - a[0], b[2] - a[2]);
  for (let i = 0; i < count; i++) {
    const pole = new Local(scene, foot(i), yaw);
    pole.tube(
      [
        [0, -0.2, 0],
        [0, height, 0],
      ],
      [0.14, 0.1],
      DARK_TIMBER,
      6,
    );
    pole.box(0, height - 0.7, 0, 1.9, 0.12, 0.12, DARK_TIMBER);
    if (i === 0) continue;
    const from = new Local(scene, foot(i - 1), yaw);
    for (const x of [-0.85, 0.85]) {
      const [p, q] = [from.p(x, height - 0.5, 0), pole.p(x, height - 0.5, 0)];
      scene.line(
        [0, 0.25, 0.5, 0.75, 1].map((t): V3 => [
          p[0] + (q[0] - p[0]) * t,
          p[1] + (q[1] - p[1]) * t - 1.1 * 4 * t * (1 - t) * 0.5,
          p[2] + (q[2] - p[2]) * t,
        ]),
        0.9,
      );
    }
  }
}

/** Round table with a parasol and two chairs, for terraces. */
export function putTerrace(scene: Scene, at: V3, yaw: number, parasol?: Paint): void {
  const set = new Local(scene, at, yaw);
  set.lathe(
    0,
    0,
    0,
    [
      [0.22, 0],
      [0.03, 0.03],
      [0.03, 0.7],
      [0.36, 0.72],
      [0.36, 0.75],
      [0.01, 0.75],
    ],
    { tone: 0.8 },
    14,
  );
  for (const s of [-1, 1]) putChair(set.part(s * 0.72, 0, 0, (-s * Math.PI) / 2));
  if (!parasol) return;
  set.tube(
    [
      [0, 0.7, 0],
      [0, 2.4, 0],
    ],
    0.025,
    STEEL,
    5,
  );
  set.lathe(
    0,
    2.05,
    0,
    [
      [1.3, 0],
      [0.7, 0.28],
      [0.02, 0.5],
    ],
    { ...parasol, line: 0.9 },
    10,
    false,
  );
}

/** Plain chair that faces +z of its frame. */
export function putChair(chair: Local, paint: Paint = TIMBER): void {
  chair.box(0, 0.43, 0, 0.44, 0.04, 0.42, paint);
  for (const x of [-0.19, 0.19]) {
    chair.box(x, 0, 0.18, 0.04, 0.43, 0.04, paint);
    chair.box(x, 0, -0.19, 0.04, 0.95, 0.04, paint);
  }
  for (const y of [0.62, 0.82]) chair.box(0, y, -0.19, 0.38, 0.08, 0.025, paint);
}

/** Mooring bollard of a quay. */
export function putBollard(scene: Scene, at: V3, size = 1): void {
  const k = size;
  scene.lathe(
    at,
    [
      [0.2 * k, 0],
      [0.16 * k, 0.1 * k],
      [0.15 * k, 0.42 * k],
      [0.25 * k, 0.46 * k],
      [0.25 * k, 0.6 * k],
      [0.01, 0.66 * k],
    ],
    IRON,
    12,
    false,
  );
}

/** Coil of rope. */
export function putRope(scene: Scene, at: V3): void {
  const rope: V3[] = [];
  for (let i = 0; i <= 72; i++) {
    const a = (i / 72) * 6.283 * 4;
    const r = 0.22 + i * 0.004;
    rope.push([at[0] + Math.cos(a) * r, at[1] + 0.03 + (0.05 * (i % 18)) / 18, at[2] + Math.sin(a) * r]);
  }
  scene.tube(
    rope,
    rope.map(() => 0.035),
    { tone: 0.72, tint: [1, 0.9, 0.7], line: 0.7 },
    5,
  );
}

/** Gravestone: slab, cross or obelisk. */
export function putGrave(scene: Scene, random: Random, at: V3, yaw: number): void {
  const grave = new Local(scene, at, yaw + random.range(-0.08, 0.08), 0, random.range(-0.05, 0.05));
  const paint: Paint = { ...STONE, tone: random.range(0.55, 0.78) };
  const kind = random.next();
  if (kind < 0.6) {
    const [w, h] = [random.range(0.5, 0.75), random.range(0.7, 1.1)];
    const outline: [number, number][] = [
      [-w / 2, -0.1],
      [w / 2, -0.1],
      [w / 2, h * 0.78],
      [w * 0.3, h * 0.95],
      [0, h],
      [-w * 0.3, h * 0.95],
      [-w / 2, h * 0.78],
    ];
    new Local(scene, at, yaw + Math.PI / 2).prism(outline, 0.07, paint);
    for (let i = 0; i < 3; i++)
      grave.line(
        [
          [-w * 0.3, h * (0.7 - i * 0.13), 0.09],
          [w * 0.3, h * (0.7 - i * 0.13), 0.09],
        ],
        0.8,
        { alpha: 0.6, bias: 0.1 },
      );
  } else if (kind < 0.85) {
    grave.box(0, -0.1, 0, 0.7, 0.3, 0.4, paint);
    grave.box(0, 0.2, 0, 0.16, 1.15, 0.14, paint);
    grave.box(0, 0.85, 0, 0.72, 0.16, 0.14, paint);
  } else {
    grave.box(0, -0.1, 0, 0.7, 0.4, 0.7, paint);
    grave.tube(
      [
        [0, 0.3, 0],
        [0, 1.7, 0],
        [0, 1.95, 0],
      ],
      [0.26, 0.17, 0.01],
      paint,
      4,
    );
  }
}

function forEachStep(points: readonly V3[], step: number, visit: (at: V3, yaw: number) => void): void {
  let left = 0;
  for (let i = 0; i + 1 < points.length; i++) {
    const [a, b] = [points[i], points[i + 1]];
    const l = Math.hypot(b[0] - a[0], b[1] - a[1], b[2] - a[2]);
    const yaw = Math.atan2(b[0] - a[0], b[2] - a[2]);
    for (; left <= l; left += step) {
      const t = l === 0 ? 0 : left / l;
      visit([a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t, a[2] + (b[2] - a[2]) * t], yaw);
    }
    left -= l;
  }
}
