/** Scene grammars: place words -> parametric little worlds. Each returns marks for the actors and a natural wide view. */
import { type Random } from '@filmai/core-tensor/random';
import { type V3, type V2, mad, basis, toWorld, fbm, lerp } from '../world/vector.js';
import { Scene } from '../world/scene.js';

export interface Place {
  marks: { at: V3; yaw: number }[];
  wide: { eye: V3; target: V3; fov: number };
  centre: V3;
  radius: number;
  interior: boolean;
  seatY?: number;
  lamp?: V3;
}
const wood = { tone: 0.62, tint: [0.85, 0.7, 0.55] as V3 },
  stone = { tone: 0.74 };

function waves(sc: Scene, rng: Random, x0: number, x1: number, z0: number, z1: number, y: number, n: number, eye: V3) {
  for (let i = 0; i < n; i++) {
    const t = rng.next() ** 2.2,
      z = lerp(z0, z1, t),
      x = rng.range(x0, x1),
      d = Math.hypot(x - eye[0], z - eye[2]),
      l = rng.range(0.012, 0.05) * d + 0.4,
      p: V3[] = [];
    for (let j = 0; j <= 6; j++)
      p.push([x + (l * j) / 6, y + 0.02 + Math.sin(j * 1.1 + i) * 0.012 * l, z + Math.sin(j * 0.9 + i) * 0.05 * l]);
    const lt = rng.chance(0.28);
    sc.line(p, lt ? 1.6 : 1.2, lt ? { color: '#f6f3ea', alpha: 0.6, bias: 0.4, px: true } : { alpha: 0.6, bias: 0.4 });
  }
}
function gulls(sc: Scene, rng: Random, c: V3, n: number) {
  for (let i = 0; i < n; i++) {
    const p: V3 = [c[0] + rng.range(-9, 9), c[1] + rng.range(-3, 4), c[2] + rng.range(-6, 6)],
      s = rng.range(0.5, 0.9);
    sc.line(
      [
        [p[0] - s, p[1] + 0.1, p[2]],
        [p[0] - s * 0.5, p[1] + 0.32, p[2]],
        [p[0], p[1], p[2]],
        [p[0] + s * 0.5, p[1] + 0.36, p[2]],
        [p[0] + s, p[1] + 0.15, p[2]],
      ],
      1.6,
      { px: true },
    );
  }
}
export function lighthouse(sc: Scene, c: V3, h = 18): V3 {
  const r = h * 0.13;
  const P: V2[] = [
    [r, 0],
    [r * 0.92, h * 0.2],
    [r * 0.84, h * 0.4],
    [r * 0.76, h * 0.6],
    [r * 0.68, h * 0.78],
  ];
  for (let i = 0; i + 1 < P.length; i++)
    sc.lathe(c, [P[i], P[i + 1]], { tone: i % 2 ? 0.42 : 0.97, tint: i % 2 ? [0.9, 0.45, 0.4] : undefined, line: 0.9 }, 28);
  sc.lathe(
    c,
    [
      [r * 0.68, h * 0.78],
      [r * 1.05, h * 0.8],
      [r * 1.05, h * 0.815],
      [r * 0.5, h * 0.815],
    ],
    { tone: 0.6 },
    28,
  );
  sc.lathe(
    c,
    [
      [r * 0.5, h * 0.815],
      [r * 0.5, h * 0.91],
    ],
    { tone: 1, glow: 0.92, tint: [1, 0.9, 0.62] },
    14,
  );
  sc.lathe(
    c,
    [
      [r * 0.62, h * 0.91],
      [r * 0.45, h * 0.95],
      [0.12, h * 0.99],
      [0.1, h * 1.04],
    ],
    { tone: 0.32, tint: [0.8, 0.5, 0.45] },
    14,
  );
  for (let i = 0; i < 14; i++) {
    const a = (i / 14) * 6.283,
      x = c[0] + Math.cos(a) * r * 1.02,
      z = c[2] + Math.sin(a) * r * 1.02;
    sc.line(
      [
        [x, c[1] + h * 0.815, z],
        [x, c[1] + h * 0.86, z],
      ],
      1,
    );
    const b = ((i + 1) / 14) * 6.283;
    sc.line(
      [
        [x, c[1] + h * 0.86, z],
        [c[0] + Math.cos(b) * r * 1.02, c[1] + h * 0.86, c[2] + Math.sin(b) * r * 1.02],
      ],
      1.1,
    );
    if (i % 2) {
      const q = r * 0.505;
      sc.line(
        [
          [c[0] + Math.cos(a) * q, c[1] + h * 0.815, c[2] + Math.sin(a) * q],
          [c[0] + Math.cos(a) * q, c[1] + h * 0.91, c[2] + Math.sin(a) * q],
        ],
        1,
      );
    }
  }
  for (const [t, a] of [
    [0.3, 1.2],
    [0.52, 1.5],
    [0.12, 1.35],
  ]) {
    const rr = lerp(r, r * 0.68, t / 0.78) + 0.03,
      x = c[0] + Math.cos(a) * rr,
      z = c[2] + Math.sin(a) * rr;
    sc.line(
      [
        [x - 0.3, c[1] + h * t, z],
        [x - 0.3, c[1] + h * t + 0.9, z],
        [x, c[1] + h * t + 1.15, z],
        [x + 0.3, c[1] + h * t + 0.9, z],
        [x + 0.3, c[1] + h * t, z],
      ],
      1.2,
      { fill: '#2a2830', closed: true, bias: 0.5 },
    );
  }
  return [c[0], c[1] + h * 0.865, c[2]];
}
function boat(sc: Scene, c: V3, l: number, yaw: number, rng: Random) {
  const f = basis(c, yaw),
    T = (x: number, y: number, z: number) => toWorld(f, [x * l, y * l, z * l]),
    g = sc.group(),
    L = sc.surf({
      tone: rng.range(0.35, 0.7),
      tint: rng.pick([
        [0.6, 0.75, 0.95],
        [0.95, 0.6, 0.5],
        [0.85, 0.85, 0.8],
      ] as V3[]),
      group: g,
    }),
    D = sc.surf({ tone: 0.7, tint: [0.9, 0.78, 0.6], group: g }),
    n = 9;
  const st = (i: number) => {
    const t = (i / n) * 2 - 1;
    return {
      z: t * 0.5,
      w: 0.17 * (1 - Math.max(0, t) ** 2.4) * (1 - 0.18 * Math.max(0, -t)),
      y: 0.13 + 0.07 * t * t + (t > 0 ? 0.05 * t : 0),
    };
  };
  for (let i = 0; i < n; i++) {
    const a = st(i),
      b = st(i + 1);
    for (const s of [1, -1]) {
      sc.poly(
        [T(s * a.w, a.y, a.z), T(s * b.w, b.y, b.z), T(s * b.w * 0.6, -0.04, b.z * 0.9), T(s * a.w * 0.6, -0.04, a.z * 0.9)],
        L,
      );
    }
    sc.poly([T(-a.w, a.y - 0.03, a.z), T(a.w, a.y - 0.03, a.z), T(b.w, b.y - 0.03, b.z), T(-b.w, b.y - 0.03, b.z)], D);
  }
  sc.poly([T(-0.14, 0.2, -0.5), T(0.14, 0.2, -0.5), T(0.09, -0.04, -0.45), T(-0.09, -0.04, -0.45)], L);
  sc.box(T(0, 0.1, -0.16), 0.19 * l, 0.2 * l, 0.22 * l, { tone: 0.85 }, yaw);
  sc.line(
    [T(-0.08, 0.24, -0.045), T(0.08, 0.24, -0.045), T(0.08, 0.18, -0.045), T(-0.08, 0.18, -0.045), T(-0.08, 0.24, -0.045)],
    1,
  );
  sc.tube([T(0, 0.12, 0.12), T(0, 0.85, 0.1)], [0.016 * l, 0.008 * l], { tone: 0.4, line: 0.8 }, 6);
  sc.line([T(0, 0.82, 0.1), T(0, 0.24, 0.5)], 0.7);
  sc.line([T(0, 0.82, 0.1), T(0, 0.2, -0.5)], 0.7);
  sc.line([T(0, 0.3, 0.1), T(0, 0.36, -0.36)], 1.6);
  for (const s of [1, -1])
    sc.line(
      [0, 3, 6, 9].map((i) => {
        const a = st(i);
        return T(s * a.w * 1.01, a.y - 0.04, a.z);
      }),
      0.8,
    );
}
function tree(sc: Scene, c: V3, h: number, rng: Random, kind: 'bare' | 'leaf' | 'pine' = 'leaf', near = false) {
  const r = h * rng.range(0.026, 0.04),
    lean = rng.range(-0.04, 0.04) * h,
    g = sc.group(),
    bark = { tone: 0.42, tint: [0.82, 0.74, 0.66] as V3, line: 1.15 };
  const pt = (t: number): V3 => [
    c[0] + lean * t * t + Math.sin(t * 5 + c[0]) * r * 0.7,
    c[1] + h * t,
    c[2] + Math.cos(t * 4 + c[2]) * r * 0.5,
  ];
  if (kind === 'pine') {
    sc.tube([c, [c[0], c[1] + h * 0.95, c[2]]], [r * 0.8, r * 0.2], bark, 7);
    for (let i = 0; i < 6; i++) {
      const y = h * (0.14 + i * 0.145),
        R = h * (0.24 - i * 0.034),
        L = sc.surf({ tone: 0.36, tint: [0.72, 0.85, 0.74], group: g, soft: 'leaf' }),
        n = 13;
      for (let k = 0; k < n; k++) {
        const a = (k / n) * 6.283 + i,
          b = ((k + 1) / n) * 6.283 + i,
          m = (a + b) / 2,
          R2 = R * rng.range(0.8, 1.15),
          dy = -rng.range(0.02, 0.06) * h;
        sc.poly(
          [
            [c[0], c[1] + y + h * 0.2, c[2]],
            [c[0] + Math.cos(a) * R * 0.8, c[1] + y, c[2] + Math.sin(a) * R * 0.8],
            [c[0] + Math.cos(m) * R2, c[1] + y + dy, c[2] + Math.sin(m) * R2],
          ],
          L,
        );
        sc.poly(
          [
            [c[0], c[1] + y + h * 0.2, c[2]],
            [c[0] + Math.cos(m) * R2, c[1] + y + dy, c[2] + Math.sin(m) * R2],
            [c[0] + Math.cos(b) * R * 0.8, c[1] + y, c[2] + Math.sin(b) * R * 0.8],
          ],
          L,
        );
      }
    }
    return;
  }
  sc.tube(
    [mad(pt(0), [0, 1, 0], -0.2), pt(0.03), pt(0.12), pt(0.3), pt(0.5), pt(0.75), pt(1)],
    [r * 2.2, r * 1.5, r * 1.08, r, r * 0.85, r * 0.6, r * 0.2],
    bark,
    11,
    g,
  );
  for (let i = 0; i < 5; i++) {
    const t = rng.range(0.34, 0.85),
      a = rng.range(0, 6.283),
      l = h * rng.range(0.14, 0.26),
      p0 = pt(t),
      p1: V3 = [p0[0] + Math.cos(a) * l * 0.5, p0[1] + l * 0.3, p0[2] + Math.sin(a) * l * 0.5],
      p2: V3 = [p0[0] + Math.cos(a) * l, p0[1] + l * 0.75, p0[2] + Math.sin(a) * l];
    sc.tube([p0, p1, p2], [r * 0.34, r * 0.2, r * 0.03], bark, 6, g);
    if (kind === 'bare')
      for (let k = 0; k < 3; k++)
        sc.line([p1, [p1[0] + rng.range(-0.5, 0.5), p1[1] + rng.range(0.4, 1), p1[2] + rng.range(-0.5, 0.5)]], 1);
  }
  for (let i = 0; i < (near ? 26 : 9); i++) {
    const t = rng.range(0.02, 0.5),
      a = rng.range(0, 6.283),
      p: V3[] = [];
    for (let k = 0; k < 4; k++) {
      const q = pt(t + k * 0.025),
        R = r * (1.06 - t * 0.3 + (t < 0.1 ? (0.1 - t) * 9 : 0));
      p.push([q[0] + Math.cos(a + k * 0.06) * R, q[1], q[2] + Math.sin(a + k * 0.06) * R]);
    }
    sc.line(p, 0.8, { alpha: 0.7, bias: 0.1 });
  }
  if (kind === 'leaf')
    for (let i = 0; i < 9; i++) {
      const q = pt(rng.range(0.55, 1.02)),
        a = rng.range(0, 6.283),
        d = h * rng.range(0.02, 0.2),
        s = h * rng.range(0.09, 0.15);
      sc.blob(
        [q[0] + Math.cos(a) * d, q[1] + rng.range(-0.02, 0.06) * h, q[2] + Math.sin(a) * d],
        [s, s * 0.72, s],
        { tone: rng.range(0.42, 0.62), tint: [0.8, 0.88, 0.74], soft: 'leaf', line: 0.8 },
        rng,
        0.3,
        g + 0,
        7,
      );
    }
}
function grass(sc: Scene, rng: Random, n: number, pos: () => V3, h: number) {
  for (let i = 0; i < n; i++) {
    const p = pos();
    for (let k = 0; k < 4; k++) {
      const b = rng.range(-0.5, 0.5) * h,
        t = rng.range(0.6, 1.1) * h,
        x = p[0] + rng.range(-0.2, 0.2) * h;
      sc.line(
        [
          [x, p[1], p[2]],
          [x + b * 0.3, p[1] + t * 0.6, p[2]],
          [x + b, p[1] + t, p[2]],
        ],
        0.75,
        { bias: 0.25, alpha: 0.8 },
      );
    }
  }
}
function lampPost(sc: Scene, c: V3, warm = true) {
  sc.lathe(
    c,
    [
      [0.16, 0],
      [0.14, 0.5],
      [0.06, 0.6],
      [0.05, 3.3],
    ],
    { tone: 0.22, line: 0.9 },
    8,
    false,
  );
  sc.lathe(
    [c[0], c[1] + 3.3, c[2]],
    [
      [0.1, 0],
      [0.2, 0.5],
    ],
    { tone: 1, glow: 0.99, tint: [1, 0.88, 0.6] },
    6,
  );
  sc.lathe(
    [c[0], c[1] + 3.8, c[2]],
    [
      [0.27, 0],
      [0.05, 0.26],
      [0.03, 0.4],
    ],
    { tone: 0.2 },
    6,
  );
  sc.lights.push({ p: [c[0], c[1] + 3.5, c[2]], power: 1.15, range: 11, warm });
}
function chair(sc: Scene, c: V3, yaw: number) {
  const f = basis(c, yaw),
    T = (x: number, y: number, z: number) => toWorld(f, [x, y, z]);
  sc.box(T(0, 0.43, 0), 0.44, 0.04, 0.42, wood, yaw);
  for (const x of [-0.19, 0.19]) {
    sc.box(T(x, 0, 0.18), 0.04, 0.43, 0.04, wood, yaw);
    sc.box(T(x, 0, -0.19), 0.04, 0.95, 0.04, wood, yaw);
  }
  for (const y of [0.6, 0.76, 0.9]) sc.box(T(0, y, -0.19), 0.38, 0.06, 0.025, wood, yaw);
}

export const places = {
  harbour(sc: Scene, rng: Random): Place {
    const eye: V3 = [-7, 3.3, 15];
    sc.ground(-160, 160, -300, 40, 10, 40, () => -0.9, { tone: 0.7, soft: 'water', tint: [0.82, 0.92, 1] });
    waves(sc, rng, -4, 60, 8, -130, -0.9, 330, eye);
    sc.box([-26, -2, 16], 44, 2, 44, { ...stone, tone: 0.8 }); // quay
    for (let i = 0; i < 9; i++)
      sc.line(
        [
          [-4.02 - i * 2.2, 0.01, 38],
          [-4.02 - i * 2.2, 0.01, -6],
        ],
        0.5,
        { alpha: 0.45 },
      );
    for (let i = 0; i < 110; i++) {
      const z = -6 + rng.next() * 34,
        x = -4.05 - Math.floor(rng.range(0, 9)) * 2.2;
      sc.line(
        [
          [x, 0.01, z],
          [x - 2.2, 0.01, z],
        ],
        0.5,
        { alpha: 0.45 },
      );
    }
    for (let i = 0; i < 60; i++) {
      const z = rng.range(-6, 30),
        y = -rng.range(0.1, 0.9);
      sc.line(
        [
          [-3.99, y, z],
          [-3.99, y, z + rng.range(0.4, 1.3)],
        ],
        0.7,
        { alpha: 0.6 },
      );
    }
    for (const z of [-4, 1, 6])
      sc.lathe(
        [-4.7, 0, z],
        [
          [0.2, 0],
          [0.16, 0.1],
          [0.15, 0.42],
          [0.25, 0.46],
          [0.25, 0.6],
          [0.01, 0.66],
        ],
        { tone: 0.25 },
        12,
        false,
      );
    for (let i = 0; i < 5; i++)
      sc.house(
        [-19 - (i % 2) * 1.2, 0, 4 - i * 7.2],
        rng.range(5, 6.4),
        rng.range(5, 7.4),
        7,
        rng.range(2, 2.8),
        Math.PI / 2,
        rng,
        {
          tone: rng.range(0.76, 0.95),
          gableFront: i % 2 === 0,
          lit: 0.1,
          tint: rng.pick([
            [1, 0.9, 0.78],
            [0.86, 0.92, 1],
            [1, 0.82, 0.76],
            [0.95, 0.95, 0.88],
          ] as V3[]),
        },
      );
    const head = (x: number, z: number) =>
      9 * Math.exp(-(((x - 34) / 18) ** 2 + ((z + 74) / 13) ** 2)) +
      fbm(x * 0.12, z * 0.12) * 2.5 * Math.exp(-(((x - 34) / 22) ** 2 + ((z + 74) / 16) ** 2)) -
      2.2;
    sc.ground(-6, 84, -112, -44, 44, 34, head, { tone: 0.6, tint: [0.86, 0.9, 0.78], crease: 1.2 });
    lighthouse(sc, [30, head(30, -72) - 0.3, -72], 19);
    sc.house([38, head(38, -71) - 0.3, -71], 6, 3, 4.5, 1.8, 0.3, rng, { tone: 0.92 });
    sc.ground(
      -200,
      200,
      -330,
      -230,
      40,
      6,
      (x, z) => 12 + 12 * fbm(x * 0.02, 3) + 5 * fbm(x * 0.07, 7) - Math.abs(z + 280) * 0.5,
      { tone: 0.7 },
    );
    boat(sc, [-0.8, -0.75, 2], 6.4, 0.15, rng);
    boat(sc, [2.6, -0.8, -9], 8, 0.9, rng);
    boat(sc, [16, -0.8, -26], 8, 2.2, rng);
    boat(sc, [-1, -0.8, -17], 7, 0.1, rng);
    sc.line(
      [
        [-4.7, 0.4, 1],
        [-3, -0.2, 0.8],
        [-1, 0.35, 1.5],
      ],
      1.3,
    );
    gulls(sc, rng, [4, 10, -22], 7);
    {
      const rope: V3[] = [];
      for (let i = 0; i <= 90; i++) {
        const a = (i / 90) * 6.283 * 4.5,
          r = 0.22 + i * 0.004;
        rope.push([-6.9 + Math.cos(a) * r, 0.03 + (0.05 * (i % 20)) / 20, 8.4 + Math.sin(a) * r]);
      }
      sc.tube(
        rope,
        rope.map(() => 0.035),
        { tone: 0.72, tint: [1, 0.9, 0.7], line: 0.7 },
        5,
      );
      sc.line(
        [
          [-6.6, 0.03, 8.2],
          [-6, 0.02, 8.5],
          [-5.4, 0.03, 8.1],
          [-4.75, 0.4, 8.1],
        ],
        2.2,
      );
      sc.lathe(
        [-4.8, 0, 8.2],
        [
          [0.24, 0],
          [0.2, 0.1],
          [0.18, 0.48],
          [0.3, 0.52],
          [0.3, 0.68],
          [0.01, 0.74],
        ],
        { tone: 0.22 },
        14,
        false,
      );
      sc.box([-9.9, 0, 8.2], 0.9, 0.62, 0.7, wood, 0.35);
      sc.box([-9.8, 0.62, 8.15], 0.8, 0.5, 0.65, wood, 0.1);
      for (const k of [0.15, 0.32, 0.48])
        sc.line(
          [
            [-10.2, k, 8.59],
            [-9.55, k, 8.4],
          ],
          0.8,
          { alpha: 0.6 },
        );
    }
    for (const [x, z] of [
      [-8.2, -1],
      [-9, -0.2],
      [-8.8, -1.3],
    ])
      sc.box([x, 0, z], 0.8, 0.55, 0.6, wood, rng.range(-0.4, 0.4));
    sc.box([-8.6, 0.55, -0.8], 0.75, 0.5, 0.6, wood, 0.3);
    return {
      marks: [
        { at: [-6.6, 0, 5.6], yaw: 2.6 },
        { at: [-5.6, 0, 5], yaw: -2.4 },
      ],
      wide: { eye, target: [4.5, 3.4, -20], fov: 46 },
      centre: [-4, 0, -6],
      radius: 30,
      interior: false,
    };
  },
  street(sc: Scene, rng: Random): Place {
    sc.ground(-4.2, 4.2, -90, 30, 4, 40, () => 0, { tone: 0.62, soft: 'water' });
    for (const s of [1, -1]) {
      sc.box([s * 5.4, 0, -30], 2.4, 0.14, 120, { tone: 0.72 });
      let z = 12;
      for (let i = 0; z > -70; i++) {
        const w = rng.range(5.5, 8);
        sc.house([s * 10, 0, z - w / 2], w, rng.range(5.6, 9.4), 7, rng.range(1.8, 3), (-s * Math.PI) / 2, rng, {
          lit: 0.36,
          tone: rng.range(0.62, 0.9),
          gableFront: rng.chance(0.5),
        });
        z -= w + (rng.chance(0.3) ? 0.8 : 0);
      }
    }
    for (let i = 0; i < 150; i++) {
      const z = 8 - rng.next() ** 1.4 * 50,
        x = rng.range(-4, 4);
      sc.line(
        [
          [x, 0.01, z],
          [x + rng.range(0.1, 0.4), 0.01, z],
        ],
        0.7,
        { alpha: 0.5 },
      );
    }
    lampPost(sc, [4.6, 0.14, -5]);
    lampPost(sc, [-4.6, 0.14, -14]);
    lampPost(sc, [4.6, 0.14, -24]);
    lampPost(sc, [-4.6, 0.14, -38]);
    sc.house([0, 0, -86], 9, 9, 8, 5, 0, rng, { lit: 0.3, gableFront: true });
    sc.lathe(
      [0, 9, -84],
      [
        [1.4, 0],
        [1.4, 9],
        [0.05, 17],
      ],
      { tone: 0.5 },
      8,
    );
    sc.box([3.4, 0, 2.6], 0.7, 0.9, 0.7, { tone: 0.4 });
    return {
      marks: [
        { at: [-0.1, 0, -0.6], yaw: 0.3 },
        { at: [1.05, 0, -1.1], yaw: 0.1 },
      ],
      wide: { eye: [-1.9, 1.25, 5.2], target: [0.5, 2.35, -8], fov: 50 },
      centre: [0, 0, -8],
      radius: 22,
      interior: false,
    };
  },
  kitchen(sc: Scene, rng: Random): Place {
    const fl = sc.surf({ tone: 0.7, tint: [0.92, 0.8, 0.66] });
    sc.poly(
      [
        [-3, 0, 3.4],
        [3, 0, 3.4],
        [3, 0, -2.4],
        [-3, 0, -2.4],
      ],
      fl,
    );
    for (let x = -3; x < 3; x += 0.24)
      sc.line(
        [
          [x, 0.004, 3],
          [x, 0.004, -2.4],
        ],
        0.6,
        { alpha: 0.5 },
      );
    const wl = { tone: 0.93, tint: [1, 0.95, 0.85] as V3 };
    const wall = (a: V3, b: V3) => sc.poly([a, b, [b[0], 2.7, b[2]], [a[0], 2.7, a[2]]], sc.surf(wl));
    // back wall with a window opening (x -1.1..0.7, y 1.0..2.15)
    const bw = sc.surf(wl),
      Z = -2.4,
      q = (x0: number, x1: number, y0: number, y1: number) =>
        sc.poly(
          [
            [x0, y0, Z],
            [x1, y0, Z],
            [x1, y1, Z],
            [x0, y1, Z],
          ],
          bw,
        );
    q(-3, -1.1, 0, 2.7);
    q(0.7, 3, 0, 2.7);
    q(-1.1, 0.7, 0, 1);
    q(-1.1, 0.7, 2.15, 2.7);
    wall([-3, 0, 3.4], [-3, 0, Z]);
    wall([3, 0, Z], [3, 0, 3.4]);
    sc.poly(
      [
        [-3, 2.7, Z],
        [3, 2.7, Z],
        [3, 2.7, 3.4],
        [-3, 2.7, 3.4],
      ],
      sc.surf({ tone: 0.9 }),
    );
    for (const y of [1, 2.15]) sc.box([-0.2, y - 0.04, Z], 1.96, 0.08, 0.16, { tone: 0.95 });
    for (const x of [-1.1, -0.2, 0.7]) sc.box([x, 1, Z], 0.07, 1.15, 0.1, { tone: 0.95 });
    sc.box([-0.2, 1.55, Z], 1.8, 0.04, 0.06, { tone: 0.95 });
    sc.box([-0.2, 0.96, Z + 0.1], 2.1, 0.05, 0.25, { tone: 0.9 });
    for (const s of [-1, 1]) {
      const L = sc.surf({ tone: 0.8, tint: [1, 0.78, 0.7], soft: 'cloth' }),
        cx = -0.2 + s * 0.98;
      for (let i = 0; i < 6; i++) {
        const x0 = cx + s * (i - 3) * 0.07,
          x1 = x0 + s * 0.07;
        sc.poly(
          [
            [x0, 0.9, Z + 0.13 + (i % 2) * 0.05],
            [x1, 0.9, Z + 0.13 + ((i + 1) % 2) * 0.05],
            [x1 - s * 0.0, 2.3, Z + 0.13 + ((i + 1) % 2) * 0.05],
            [x0, 2.3, Z + 0.13 + (i % 2) * 0.05],
          ],
          L,
        );
        sc.line(
          [
            [x0, 2.28, Z + 0.2],
            [x0 + 0.01, 0.95, Z + 0.2],
          ],
          0.8,
          { alpha: 0.7 },
        );
      }
    }
    sc.tube(
      [
        [-1.5, 2.32, Z + 0.15],
        [1.1, 2.32, Z + 0.15],
      ],
      [0.018, 0.018],
      { tone: 0.3 },
      6,
    );
    sc.ground(-40, 40, -90, -8, 20, 6, (x, z) => -1 + 6 * fbm(x * 0.05, 2) * smooth01(-z / 90), {
      tone: 0.75,
      tint: [0.88, 0.92, 0.82],
    });
    // counter, sink, stove, shelves
    sc.box([1.95, 0, -2.06], 2.05, 0.88, 0.62, { tone: 0.74, tint: [0.8, 0.9, 0.92] });
    sc.box([1.95, 0.88, -2.05], 2.1, 0.05, 0.68, { tone: 0.55 });
    for (const x of [1.3, 1.95, 2.6])
      sc.line(
        [
          [x - 0.3, 0.12, -1.74],
          [x - 0.3, 0.8, -1.74],
          [x + 0.28, 0.8, -1.74],
          [x + 0.28, 0.12, -1.74],
          [x - 0.3, 0.12, -1.74],
        ],
        0.8,
      );
    sc.box([2.05, 1.75, -2.25], 1.7, 0.04, 0.26, wood);
    for (let i = 0; i < 7; i++) {
      const x = 1.35 + i * 0.22;
      sc.lathe(
        [x, 1.79, -2.25],
        [
          [0.06, 0],
          [0.065, 0.1],
          [0.04, 0.14],
          [0.05, 0.17],
        ].map(([r, y]) => [r * rng.range(0.8, 1.3), y * rng.range(0.8, 1.7)] as V2),
        { tone: rng.range(0.5, 0.9), line: 0.8 },
        10,
        false,
      );
    }
    sc.lathe(
      [2.5, 0.93, -2.0],
      [
        [0.13, 0],
        [0.15, 0.12],
        [0.09, 0.2],
        [0.02, 0.23],
      ],
      { tone: 0.35 },
      14,
      false,
    );
    sc.line(
      [
        [2.36, 1.05, -2],
        [2.28, 1.16, -2],
      ],
      2.4,
    );
    sc.box([-2.6, 0, -1.5], 0.75, 0.86, 0.9, { tone: 0.3 });
    sc.tube(
      [
        [-2.7, 0.86, -1.9],
        [-2.7, 2.7, -1.9],
      ],
      [0.08, 0.08],
      { tone: 0.3 },
      8,
    );
    sc.box([-2.65, 0.86, -1.4], 0.7, 0.02, 0.8, { tone: 0.22 });
    sc.lathe(
      [-2.5, 0.88, -1.3],
      [
        [0.15, 0],
        [0.15, 0.16],
        [0.13, 0.2],
        [0.02, 0.22],
      ],
      { tone: 0.55 },
      14,
      false,
    );
    // table, chairs, things
    sc.box([0, 0.72, 0], 1.7, 0.045, 0.9, wood);
    for (const x of [-0.78, 0.78]) for (const z of [-0.38, 0.38]) sc.box([x, 0, z], 0.07, 0.72, 0.07, wood);
    chair(sc, [-1.1, 0, 0], Math.PI / 2);
    chair(sc, [1.1, 0, 0], -Math.PI / 2);
    chair(sc, [0.35, 0, -0.75], 0.2);
    for (const [x, z] of [
      [-0.42, 0.12],
      [0.4, -0.08],
    ]) {
      sc.lathe(
        [x, 0.765, z],
        [
          [0.03, 0],
          [0.042, 0.03],
          [0.044, 0.085],
        ],
        { tone: 0.95, line: 0.8 },
        12,
        false,
      );
      sc.line(
        [0, 1, 2, 3, 4].map((i) => [x + Math.sin(i * 1.6) * 0.012, 0.87 + i * 0.035, z] as V3),
        1.3,
        { color: '#fffdf6', alpha: 0.5, px: true },
      );
    }
    sc.lathe(
      [0.0, 0.765, -0.02],
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
      { tone: 0.55, tint: [0.6, 0.75, 1] },
      18,
      false,
    );
    sc.tube(
      [
        [0.08, 0.815, -0.02],
        [0.12, 0.84, -0.02],
        [0.14, 0.885, -0.02],
      ],
      [0.02, 0.014, 0.01],
      { tone: 0.55, tint: [0.6, 0.75, 1] },
      8,
    );
    sc.tube(
      [
        [-0.075, 0.865, -0.02],
        [-0.13, 0.86, -0.02],
        [-0.135, 0.81, -0.02],
        [-0.085, 0.795, -0.02],
      ],
      [0.008, 0.008, 0.008, 0.008],
      { tone: 0.55, tint: [0.6, 0.75, 1] },
      6,
    );
    sc.tube(
      [
        [0, 2.7, 0],
        [0, 2.05, 0],
      ],
      [0.008, 0.008],
      { tone: 0.2 },
      5,
    );
    sc.lathe(
      [0, 1.88, 0],
      [
        [0.26, 0],
        [0.1, 0.14],
        [0.03, 0.18],
      ],
      { tone: 0.3, tint: [0.7, 0.85, 0.7] },
      16,
      false,
    );
    sc.lathe(
      [0, 1.84, 0],
      [
        [0.01, 0],
        [0.06, 0.05],
        [0.05, 0.1],
      ],
      { tone: 1, glow: 0.98 },
      8,
      false,
    );
    sc.poly(
      [
        [-2.97, 1.3, 0.2],
        [-2.97, 1.3, -0.5],
        [-2.97, 1.9, -0.5],
        [-2.97, 1.9, 0.2],
      ],
      sc.surf({ tone: 0.6 }),
    );
    sc.lights.push({ p: [0, 1.82, 0], power: 0.85, range: 4.2, warm: true });
    return {
      marks: [
        { at: [-1.03, 0, 0], yaw: Math.PI / 2 },
        { at: [1.03, 0, 0], yaw: -Math.PI / 2 },
      ],
      wide: { eye: [0.5, 1.5, 3.3], target: [0, 1.05, -0.4], fov: 52 },
      centre: [0, 0.8, 0],
      radius: 4.6,
      interior: true,
      lamp: [0, 1.82, 0],
    };
  },
  forest(sc: Scene, rng: Random): Place {
    const h = (x: number, z: number) =>
      fbm(x * 0.12, z * 0.12) * 1.3 + Math.min(3, (x * 0.11) ** 2) - 0.75 * Math.exp(-((x - Math.sin(z * 0.12) * 1.2) ** 2) / 3);
    sc.ground(-34, 34, -70, 12, 70, 80, h, { tone: 0.8, tint: [0.92, 0.92, 0.8], crease: 0.5 });
    for (let i = 0; i < 64; i++) {
      const z = 4 - rng.next() ** 0.9 * 52,
        px = Math.sin(z * 0.12) * 1.2,
        x = px + (rng.chance(0.5) ? -1 : 1) * rng.range(z > -4 ? 2.3 : 1.7, 15);
      tree(sc, [x, h(x, z) - 0.1, z], rng.range(8, 15), rng, rng.chance(0.7) ? 'leaf' : 'bare', z > -9);
    }
    {
      const L = sc.surf({ tone: 0.98, tint: [1, 0.95, 0.85], line: 0.7 });
      for (let i = 0; i < 60; i++) {
        const z0 = 8 - i * 0.9,
          z1 = z0 - 0.9,
          w = (z: number) => 0.75 + 0.2 * Math.sin(z * 2.1) * Math.sin(z * 0.7),
          c = (z: number) => Math.sin(z * 0.12) * 1.2,
          n = 4;
        for (let k = 0; k < n; k++) {
          const q = (z: number, t: number): V3 => {
            const x = c(z) + ((t / n) * 2 - 1) * w(z);
            return [x, h(x, z) + 0.035, z];
          };
          sc.poly([q(z0, k), q(z0, k + 1), q(z1, k + 1), q(z1, k)], L);
        }
      }
    }
    grass(
      sc,
      rng,
      420,
      () => {
        const z = 1.2 - rng.next() ** 1.6 * 30,
          px = Math.sin(z * 0.12) * 1.2,
          x = px + (rng.chance(0.5) ? -1 : 1) * rng.range(1.1, 7);
        return [x, h(x, z), z];
      },
      0.26,
    );
    for (let i = 0; i < 12; i++) {
      const z = rng.range(-16, 2),
        x = (rng.chance(0.5) ? -1 : 1) * rng.range(1.6, 6),
        s = rng.range(0.2, 0.55);
      sc.blob([x, h(x, z), z], [s * 1.4, s * 0.8, s], { tone: 0.62 }, rng, 0.2);
    }
    for (let i = 0; i < 46; i++) {
      const z = rng.range(-22, 4),
        x = Math.sin(z * 0.12) * 1.2 + rng.range(-0.9, 0.9);
      sc.line(
        [
          [x, h(x, z) + 0.02, z],
          [x + rng.range(0.2, 0.6), h(x, z) + 0.02, z],
        ],
        0.8,
        { alpha: 0.5, bias: 0.2 },
      );
    }
    tree(sc, [-2.5, h(-2.5, 1.6), 1.6], 13, rng, 'bare', true);
    return {
      marks: [
        { at: [0.35, h(0.35, -0.9), -0.9], yaw: 0.85 },
        { at: [-0.8, h(-0.8, -8), -8], yaw: 0.2 },
      ],
      wide: { eye: [1.3, h(1.3, 3) + 0.75, 3.2], target: [-0.1, 1.35, -6], fov: 48 },
      centre: [0, 0, -6],
      radius: 18,
      interior: false,
    };
  },
  sea(sc: Scene, rng: Random): Place {
    const eye: V3 = [0, 9, 40];
    sc.ground(-900, 900, -1400, 60, 8, 60, () => 0, { tone: 0.72, soft: 'water', tint: [0.85, 0.92, 1] });
    waves(sc, rng, -60, 60, 34, -320, 0, 900, eye);
    const head = (x: number, z: number) =>
      21 * Math.exp(-(((x + 78) / 34) ** 2 + ((z + 90) / 26) ** 2)) +
      6 * (fbm(x * 0.09, z * 0.09) - 0.3) * Math.exp(-(((x + 78) / 44) ** 2 + ((z + 90) / 32) ** 2)) -
      3.4;
    sc.ground(-180, 0, -160, -20, 60, 50, head, { tone: 0.5, tint: [0.86, 0.84, 0.78], crease: 2.5 });
    lighthouse(sc, [-60, head(-60, -88) - 1, -88], 17);
    for (const [x, z, s] of [
      [-22, -60, 1.6],
      [-14, -72, 1.1],
      [-30, -46, 1.3],
    ])
      sc.blob([x, 0, z], [4 * s, 2.6 * s, 3 * s], { tone: 0.38 }, rng, 0.3);
    sc.ground(
      -700,
      900,
      -1300,
      -1000,
      80,
      4,
      (x, z) => 40 + 70 * fbm(x * 0.004, 2) + 16 * fbm(x * 0.02, 4) - Math.abs(z + 1150) * 0.5,
      { tone: 0.7 },
    );
    boat(sc, [21, 0.35, -26], 11, 1.2, rng);
    for (let i = 0; i < 7; i++)
      sc.line(
        [
          [26 + i * 1.6, 0.1, -24 + i * 1.1],
          [30 + i * 2.4, 0.1, -23 + i * 1.9],
        ],
        2,
        { color: '#fbf8ee', alpha: 0.7, px: true, bias: 0.5 },
      );
    gulls(sc, rng, [8, 16, -8], 5);
    return {
      marks: [{ at: [-60, head(-56, -84), -84], yaw: 1 }],
      wide: { eye, target: [-9, 13, -60], fov: 38 },
      centre: [-20, 0, -60],
      radius: 70,
      interior: false,
    };
  },
  headland(sc: Scene, rng: Random): Place {
    const h = (x: number, z: number) => {
      const edge = 9 + 3 * Math.sin(z * 0.09),
        c = 1 / (1 + Math.exp((x - edge) * 1.4));
      return (
        -9 + c * (9 + 1.8 * fbm(x * 0.09, z * 0.07) + Math.max(0, -z - 8) * 0.07 - 0.5 * Math.exp(-((x + 1 + z * 0.1) ** 2) / 2))
      );
    };
    sc.ground(-60, 30, -80, 14, 90, 94, h, { tone: 0.78, tint: [0.9, 0.94, 0.8], crease: 0.7 });
    sc.ground(-100, 500, -700, 30, 8, 30, () => -8, { tone: 0.7, soft: 'water', tint: [0.82, 0.9, 1] });
    waves(sc, rng, 10, 130, 0, -300, -8, 150, [0, 2, 6]);
    const lz = -34,
      lx = -1;
    lighthouse(sc, [lx, h(lx, lz) - 0.3, lz], 17);
    sc.house([lx - 8, h(lx - 8, lz) - 0.2, lz + 2], 7, 3, 5, 2, 0.25, rng, { lit: 0.7, tone: 0.9 });
    grass(
      sc,
      rng,
      260,
      () => {
        const z = 6 - rng.next() ** 1.5 * 34,
          x = rng.range(-14, 8);
        return [x, h(x, z), z];
      },
      0.3,
    );
    for (let i = 0; i < 14; i++) {
      const z = 1 - i * 2.3,
        x = -3.4 - z * 0.1,
        y = h(x, z);
      sc.box([x, y - 0.1, z], 0.1, 1.1, 0.1, wood, rng.range(-0.2, 0.2));
      if (i) {
        const z0 = z + 2.3,
          x0 = -3.4 - z0 * 0.1;
        for (const k of [0.5, 0.85])
          sc.line(
            [
              [x0, h(x0, z0) + k, z0],
              [x, y + k + rng.range(-0.06, 0.06), z],
            ],
            1.4,
          );
      }
    }
    gulls(sc, rng, [6, 9, -16], 4);
    return {
      marks: [
        { at: [-1.1, h(-1.1, -1.2), -1.2], yaw: 2.2 },
        { at: [0.25, h(0.25, -1.5), -1.5], yaw: -2.7 },
      ],
      wide: { eye: [0.9, h(0.9, 4.5) + 1.0, 4.8], target: [-0.6, 4.6, -18], fov: 46 },
      centre: [0, 0, -12],
      radius: 26,
      interior: false,
    };
  },
  lampRoom(sc: Scene, rng: Random): Place {
    const N = 10,
      R = 2.7;
    const g = sc.group();
    sc.poly(
      Array.from({ length: N }, (_, i) => {
        const a = (-i / N) * 6.283;
        return [Math.cos(a) * R, 0, Math.sin(a) * R] as V3;
      }),
      sc.surf({ tone: 0.55, group: g }),
    );
    for (let i = 0; i < N; i++) {
      const a = (i / N) * 6.283,
        b = ((i + 1) / N) * 6.283,
        A: V3 = [Math.cos(a) * R, 0, Math.sin(a) * R],
        B: V3 = [Math.cos(b) * R, 0, Math.sin(b) * R];
      const w = sc.surf({ tone: 0.6, tint: [0.8, 0.9, 0.9] });
      sc.poly([A, B, [B[0], 0.9, B[2]], [A[0], 0.9, A[2]]], w);
      sc.tube([A, [A[0], 2.9, A[2]]], [0.07, 0.07], { tone: 0.4 }, 6);
      for (const y of [0.9, 1.9, 2.85])
        sc.tube(
          [
            [A[0], y, A[2]],
            [B[0], y, B[2]],
          ],
          [0.05, 0.05],
          { tone: 0.4 },
          6,
        );
      sc.poly(
        [
          [A[0], 2.85, A[2]],
          [B[0], 2.85, B[2]],
          [0, 4.2, 0],
        ],
        sc.surf({ tone: 0.42, tint: [0.85, 0.8, 0.7] }),
      );
      for (const t of [0.25, 0.5, 0.75])
        sc.line(
          [
            [lerp(A[0], B[0], t), 0.05, lerp(A[2], B[2], t)],
            [lerp(A[0], B[0], t), 0.88, lerp(A[2], B[2], t)],
          ],
          0.6,
          { alpha: 0.6 },
        );
    }
    sc.ground(-500, 500, -900, 900, 8, 40, () => -26, { tone: 0.4, soft: 'water' });
    sc.lathe(
      [0, 0, 0],
      [
        [0.62, 0],
        [0.62, 0.12],
        [0.3, 0.2],
        [0.26, 0.85],
        [0.55, 0.92],
        [0.55, 1.0],
      ],
      { tone: 0.35, tint: [0.9, 0.8, 0.6] },
      18,
    );
    const lens: V2[] = [];
    for (let i = 0; i <= 8; i++) lens.push([0.34 + 0.2 * Math.sin((i / 8) * Math.PI), 1 + i * 0.12]);
    for (let i = 0; i < 8; i++)
      sc.lathe(
        [0, 0, 0],
        [lens[i], lens[i + 1]],
        { tone: 1, glow: i > 1 && i < 6 ? 1 : 0.82, tint: [1, 0.93, 0.7], line: 0.6 },
        14,
      );
    sc.lathe(
      [0, 1.96, 0],
      [
        [0.38, 0],
        [0.3, 0.1],
        [0.05, 0.2],
      ],
      { tone: 0.35 },
      14,
    );
    for (let i = 0; i < 7; i++) {
      const a = (i / 7) * 6.283;
      sc.line(
        lens.map(([r, y]) => [Math.cos(a) * (r + 0.02), y, Math.sin(a) * (r + 0.02)] as V3),
        1.2,
      );
    }
    sc.lights.push({ p: [0, 1.6, 0], power: 1.5, range: 6, warm: true });
    return {
      marks: [
        { at: [1.2, 0, 0.25], yaw: -1.85 },
        { at: [-1.2, 0, 0.9], yaw: 2.2 },
      ],
      wide: { eye: [-0.55, 1.25, 2.35], target: [0.25, 1.42, 0], fov: 62 },
      centre: [0, 1, 0],
      radius: 5,
      interior: true,
      lamp: [0, 1.6, 0],
    };
  },
};
const smooth01 = (t: number) => {
  t = Math.max(0, Math.min(1, t));
  return t * t * (3 - 2 * t);
};
