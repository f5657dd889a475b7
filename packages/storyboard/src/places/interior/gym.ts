/** @file A gymnasium: wall bars, basketball hoop and court lines, benches, high windows. */
import type { V3 } from '../../world/vector.js';
import { Local } from '../furniture/local.js';
import { sitAt, standAt } from '../furniture/marks.js';
import { birch, oak, steel, white } from '../furniture/materials.js';
import { buildRoom, placeIn } from '../furniture/room.js';
import { drawBench } from '../furniture/seats.js';
import { drawOutlook } from '../furniture/window.js';
import type { PlaceGrammar } from '../place.js';

/** A sports hall. */
export const gym: PlaceGrammar = {
  name: 'gym',
  words: [
    'gym',
    'gymnasium',
    'sports hall',
    'school gym',
    'fitness room',
    'basketball court',
    'dojo',
    'boxing gym',
    'boxing ring',
    'gymnase',
    'salle de sport',
    'salle de gym',
    'turnhalle',
    'sporthalle',
    'fitnessstudio',
    'gimnasio',
    'polideportivo',
    '体育馆',
    '健身房',
    '拳击馆',
  ],
  interior: true,
  build(scene, random, request) {
    const k = new Local(scene, random, request.time);
    const room = buildRoom(k, {
      width: 12,
      depth: 14,
      height: 6,
      wall: { tone: 0.86, tint: [1, 0.95, 0.86] },
      dado: { height: 2.6, paint: { tone: 0.62, tint: [0.94, 0.78, 0.58] } },
      floor: { tone: 0.76, tint: [1, 0.84, 0.6] },
      floorFinish: 'boards',
      windows: [-4.2, 0, 4.2].flatMap((x) =>
        (['left', 'right'] as const).map((wall) => ({
          wall,
          x,
          width: 3.2,
          from: 3.5,
          to: 5.2,
          panes: [4, 2] as const,
          sill: false,
        })),
      ),
      doors: [
        { wall: 'right', x: 4.6, double: true, leaf: 'plain', paint: { tone: 0.5, tint: [0.7, 0.8, 1] } },
        { wall: 'front', x: -3, double: true, leaf: 'window', paint: oak },
      ],
    });
    const [back, left] = [room.wall('back'), room.wall('left')];
    drawOutlook(left, 'trees');
    // Court lines.
    const ring = (r: number, z: number, from: number, to: number): V3[] =>
      Array.from({ length: 25 }, (_, i) => [
        Math.sin(from + ((to - from) * i) / 24) * r,
        0.008,
        z + Math.cos(from + ((to - from) * i) / 24) * r,
      ]);
    const tape = { color: '#fffdf2', alpha: 0.85, px: true };
    k.line(
      [
        [-5, 0.008, -6.4],
        [5, 0.008, -6.4],
        [5, 0.008, 6.4],
        [-5, 0.008, 6.4],
        [-5, 0.008, -6.4],
      ],
      2.6,
      tape,
    );
    k.line(ring(1.6, 0, 0, Math.PI * 2), 2.6, tape);
    k.line(
      [
        [-5, 0.008, 0],
        [5, 0.008, 0],
      ],
      2.6,
      tape,
    );
    k.line(
      [
        [-1.6, 0.008, -6.4],
        [-1.3, 0.008, -2.6],
        [1.3, 0.008, -2.6],
        [1.6, 0.008, -6.4],
      ],
      2.6,
      tape,
    );
    k.line(ring(1.3, -2.6, -Math.PI / 2, Math.PI / 2), 2.6, tape);
    for (const wall of [back, room.wall('front')]) drawHoop(wall);
    for (const x of [-4.6, -3.4, 3.4, 4.6]) drawWallBars(back.at(x, 0, 0));
    for (const x of [-2.5, -1.3, -0.1]) drawWallBars(left.at(x, 0, 0));
    for (const [x, z] of [
      [-5.4, 3],
      [5.4, -3],
      [5.4, 0.2],
    ])
      drawBench(k.at(x, 0, z, x < 0 ? Math.PI / 2 : -Math.PI / 2), 2.6, oak, false);
    // A vaulting box on mats, ropes, balls.
    for (let i = 0; i < 4; i++) k.box(-3.2, i * 0.22, -3.6, 1.5 - i * 0.1, 0.21, 0.6 - i * 0.04, oak, 0.3);
    k.box(-3.2, 0.88, -3.6, 1.1, 0.12, 0.42, { tone: 0.45, tint: [0.9, 0.7, 0.5] }, 0.3);
    k.box(-1.6, 0, -4.2, 2, 0.12, 1.2, { tone: 0.5, tint: [0.6, 0.75, 1] }, 0.3);
    for (const x of [2.1, 2.9])
      k.tube(
        [
          [x, 6, -4.4],
          [x + 0.05, 3, -4.4],
          [x, 0.5, -4.4],
        ],
        0.03,
        { tone: 0.7, tint: [0.95, 0.85, 0.65] },
        6,
      );
    for (const [x, z] of [
      [1.9, 1.8],
      [2.3, 1.4],
      [-1.2, 3.4],
    ])
      k.blob(x, 0.125, z, [0.125, 0.125, 0.125], { tone: 0.55, tint: [1, 0.6, 0.35] }, 0, 8);
    for (const z of [-4.5, -1.5, 1.5, 4.5]) k.box(0, 5.6, z, 12, 0.25, 0.18, steel);
    for (const x of [-3, 3])
      for (const z of [-3, 3]) {
        k.lathe(
          x,
          5.2,
          z,
          [
            [0.32, 0],
            [0.15, 0.28],
            [0.04, 0.36],
          ],
          steel,
          12,
        );
        k.lathe(
          x,
          5.18,
          z,
          [
            [0.26, 0],
            [0.001, 0.02],
          ],
          k.shine(undefined, true),
          10,
        );
        k.light(x, 4.6, z, 0.7, 6.5, true);
      }
    return placeIn(k, room, {
      marks: [
        standAt(k, -0.65, 0.9, 0.7, 0.6),
        standAt(k, 0.7, 0.6, -0.65, 0.9),
        sitAt(k, -5.25, 2.8, 0, 2, 0.45),
        sitAt(k, 5.25, -2.6, 0, -2, 0.45),
        standAt(k, 0, -3.2, 0, -7),
        standAt(k, -2.4, -2, 0, 0),
        standAt(k, 3, 3.5, 0, 0),
        standAt(k, -3.4, 5.6, 0, 0),
      ],
      views: [
        [[3.1, 1.6, 6.3], [-0.6, 1.75, -1.5], 56],
        [[-4.2, 1.7, -4.9], [1, 1.5, 2], 56],
      ],
      lamp: [0, 4.6, 0],
    });
  },
};

/** A basketball board on the wall. */
function drawHoop(k: Local): void {
  for (const x of [-0.4, 0.4])
    k.tube(
      [
        [x, 3.3, 0],
        [x, 3.3, 0.9],
      ],
      0.05,
      steel,
      6,
    );
  k.box(0, 2.9, 0.92, 1.8, 1.1, 0.05, white);
  k.outline(0, 3.05, 0.95, 0.6, 0.45, 2);
  const ring: V3[] = Array.from({ length: 15 }, (_, i) => [
    Math.sin((i / 14) * Math.PI * 2) * 0.23,
    3.05,
    1.22 + Math.cos((i / 14) * Math.PI * 2) * 0.23,
  ]);
  k.tube(ring, 0.02, { tone: 0.5, tint: [1, 0.5, 0.35] }, 5);
  for (let i = 0; i < 12; i++) {
    const a = (i / 12) * Math.PI * 2;
    for (const s of [-0.3, 0.3])
      k.line(
        [
          [Math.sin(a) * 0.23, 3.04, 1.22 + Math.cos(a) * 0.23],
          [Math.sin(a + s) * 0.15, 2.66, 1.22 + Math.cos(a + s) * 0.15],
        ],
        0.7,
      );
  }
}

/** A bay of wall bars. */
function drawWallBars(k: Local): void {
  for (const x of [-0.5, 0.5]) k.box(x, 0, 0.06, 0.06, 2.5, 0.12, oak);
  for (let y = 0.2; y < 2.5; y += 0.19)
    k.tube(
      [
        [-0.5, y, 0.1],
        [0.5, y, 0.1],
      ],
      0.02,
      birch,
      5,
    );
}
