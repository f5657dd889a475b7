/** @file The lamp room of a lighthouse: the great lens in the middle, glass and sea all around. */
import type { V2, V3 } from '../../world/vector.js';
import { Local } from '../furniture/local.js';
import { standAt, sitAt } from '../furniture/marks.js';
import { brass, iron, oak } from '../furniture/materials.js';
import { drawStool } from '../furniture/seats.js';
import type { PlaceGrammar } from '../place.js';

/** The lantern of a lighthouse. */
export const lampRoom: PlaceGrammar = {
  name: 'lamp-room',
  words: [
    'lamp room',
    'lantern room',
    'lighthouse',
    'salle de la lanterne',
    'lanterne du phare',
    'phare',
    'leuchtturm',
    'laternenraum',
    'sala de la linterna',
    'faro',
    '灯塔',
    '灯室',
  ],
  interior: true,
  build(scene, random, request) {
    const k = new Local(scene, random, request.time);
    const sides = 12;
    const radius = 3.1;
    const corner = (i: number, r = radius): V2 => [
      Math.cos(((i + 0.5) / sides) * Math.PI * 2) * r,
      Math.sin(((i + 0.5) / sides) * Math.PI * 2) * r,
    ];
    const paint: V3 = random.pick([
      [0.82, 0.92, 0.9],
      [0.95, 0.86, 0.8],
      [0.86, 0.9, 1],
    ]);
    const tone = random.range(0.58, 0.7);
    const group = scene.group();
    k.face(
      Array.from({ length: sides }, (_, i) => [corner(i)[0], 0, corner(i)[1]] as V3),
      scene.surf({ tone: 0.6, tint: [0.9, 0.86, 0.8], group }),
    );
    const metal = { tone: 0.4, tint: [0.85, 0.92, 0.9] as V3 };
    for (let i = 0; i < sides; i++) {
      const [ax, az] = corner(i);
      const [bx, bz] = corner(i + 1);
      k.face(
        [
          [ax, 0, az],
          [bx, 0, bz],
          [bx, 0.92, bz],
          [ax, 0.92, az],
        ],
        { tone, tint: paint },
      );
      k.tube(
        [
          [ax, 0, az],
          [ax, 2.9, az],
        ],
        0.06,
        metal,
        6,
      );
      for (const y of [0.92, 1.9, 2.85])
        k.tube(
          [
            [ax, y, az],
            [bx, y, bz],
          ],
          y > 0.95 && y < 2.5 ? 0.03 : 0.05,
          metal,
          6,
        );
      k.face(
        [
          [ax, 2.85, az],
          [bx, 2.85, bz],
          [0, 4.4, 0],
        ],
        { tone: 0.46, tint: [0.88, 0.82, 0.72] },
      );
      for (const t of [0.25, 0.5, 0.75]) {
        const [x, z] = [ax + (bx - ax) * t, az + (bz - az) * t];
        k.line(
          [
            [x * 0.995, 0.05, z * 0.995],
            [x * 0.995, 0.88, z * 0.995],
          ],
          0.6,
          { alpha: 0.6 },
        );
      }
      // Rail of the gallery outside.
      const [ox, oz] = corner(i, radius + 0.9);
      const [px, pz] = corner(i + 1, radius + 0.9);
      for (const y of [0.55, 1.02])
        k.tube(
          [
            [ox, y, oz],
            [px, y, pz],
          ],
          0.025,
          metal,
          5,
        );
      k.tube(
        [
          [ox, 0, oz],
          [ox, 1.02, oz],
        ],
        0.03,
        metal,
        5,
      );
    }
    for (let ring = 1; ring < 4; ring++)
      k.line(
        Array.from({ length: 25 }, (_, i) => [
          Math.cos((i / 12) * Math.PI) * ring * 0.85,
          0.005,
          Math.sin((i / 12) * Math.PI) * ring * 0.85,
        ]),
        0.55,
        { alpha: 0.5 },
      );
    scene.ground(-500, 500, -900, 900, 8, 40, () => -26, { tone: 0.4, soft: 'water' });
    drawLens(k);

    // The keeper's corner: stool, log book on a shelf, oil can, bell tube.
    drawStool(k.at(1.95, 0, -0.9, random.range(0, 1.5)), 0.48, oak);
    k.box(-2.35, 0.95, -1.15, 0.9, 0.04, 0.4, oak, 1.1);
    k.box(-2.35, 0.99, -1.15, 0.4, 0.05, 0.3, { tone: 0.9, tint: [1, 0.94, 0.8] }, 1.3);
    k.lathe(
      -1.9,
      0,
      -1.6,
      [
        [0.12, 0],
        [0.12, 0.22],
        [0.03, 0.32],
        [0.03, 0.38],
      ],
      brass,
      12,
    );
    k.tube(
      [
        [-1.85, 0.2, -1.56],
        [-1.72, 0.4, -1.48],
      ],
      [0.02, 0.01],
      brass,
      6,
    );
    k.tube(
      [
        [2.35, 0, -1.75],
        [2.35, 1.4, -1.75],
        [2.2, 1.5, -1.65],
      ],
      [0.035, 0.035, 0.06],
      brass,
      8,
    );
    drawHatch(k.at(-0.9, 0, 2.15));

    return {
      marks: [
        standAt(k, 1.35, 0.75, 0.35, 1.75),
        standAt(k, 0.35, 1.75, 1.35, 0.75),
        standAt(k, 1.35, -0.35, 0, 0),
        standAt(k, -1.5, 0.3, 0, 0),
        sitAt(k, 1.95, -0.9, 0.4, 0.4, 0.48),
        standAt(k, -1.6, -1.2, -2.4, -1.5),
        standAt(k, 0.3, -1.9, 0.4, -3),
      ],
      views: [
        { eye: k.point(-1.9, 1.35, 1.9), target: k.point(0.3, 1.42, 0.15), fov: 58 },
        { eye: k.point(2.35, 1.6, -1.1), target: k.point(-0.1, 1.25, 0.65), fov: 60 },
      ],
      centre: [0, 1.2, 0],
      radius: 5.2,
      interior: true,
      bounds: { min: [-2.85, 0, -2.85], max: [2.85, 3.2, 2.85] },
      lamp: k.point(0, 1.6, 0),
      exit: k.point(-0.9, 0, 2.15),
    };
  },
};

/** The lens on its iron foot: rings of prisms, lit from within. */
function drawLens(k: Local): void {
  k.lathe(
    0,
    0,
    0,
    [
      [0.62, 0],
      [0.62, 0.12],
      [0.3, 0.2],
      [0.26, 0.85],
      [0.55, 0.92],
      [0.55, 1],
    ],
    { tone: 0.36, tint: [0.9, 0.8, 0.6] },
    18,
    true,
  );
  k.box(0.33, 0.35, 0.33, 0.24, 0.3, 0.05, iron, Math.PI / 4);
  const rings: V2[] = Array.from({ length: 9 }, (_, i) => [0.34 + 0.2 * Math.sin((i / 8) * Math.PI), 1 + i * 0.12]);
  for (let i = 0; i < 8; i++) {
    const lit = k.time === 'day' ? 0.66 : i > 1 && i < 6 ? 1 : 0.82;
    k.lathe(
      0,
      0,
      0,
      [rings[i], rings[i + 1]],
      { tone: 1, glow: lit, tint: k.time === 'day' ? [0.92, 0.98, 0.95] : [1, 0.93, 0.7], line: 0.6 },
      16,
      true,
    );
  }
  k.lathe(
    0,
    1.96,
    0,
    [
      [0.38, 0],
      [0.3, 0.1],
      [0.05, 0.2],
    ],
    brass,
    14,
    true,
  );
  k.tube(
    [
      [0, 2.15, 0],
      [0, 4.2, 0],
    ],
    0.03,
    iron,
    6,
  );
  for (let i = 0; i < 8; i++) {
    const a = (i / 8) * Math.PI * 2;
    k.line(
      rings.map(([r, y]) => [Math.cos(a) * (r + 0.02), y, Math.sin(a) * (r + 0.02)]),
      1.2,
    );
  }
  k.light(0, 1.6, 0, 1.5, 6.5);
}

/** The hatch in the floor with the ladder's rails. */
function drawHatch(k: Local): void {
  k.mat(0, 0.006, 0, 0.8, 0.8, { tone: 0.2 });
  k.outline(0, 0, 0.4, 0.8, 0.02, 1);
  for (const x of [-0.3, 0.3])
    k.tube(
      [
        [x, 0, -0.34],
        [x, 0.95, -0.38],
        [x, 0.95, -0.1],
      ],
      0.02,
      iron,
      6,
    );
}
