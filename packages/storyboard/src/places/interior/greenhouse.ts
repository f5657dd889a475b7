/** @file A greenhouse: glass on thin ribs, long beds of plants on both sides of the path, hanging baskets, cans. */
import { Local, type Paint } from '../furniture/local.js';
import { standAt } from '../furniture/marks.js';
import { iron, oak, steel } from '../furniture/materials.js';
import { buildRoom, placeIn } from '../furniture/room.js';
import { drawPlant } from '../furniture/things.js';
import { drawOutlook } from '../furniture/window.js';
import type { PlaceGrammar } from '../place.js';

/** A greenhouse or winter garden, on the ground or in orbit. */
export const greenhouse: PlaceGrammar = {
  name: 'greenhouse',
  words: [
    'greenhouse',
    'glasshouse',
    'conservatory',
    'winter garden',
    'hothouse',
    'botanical garden',
    'hydroponics',
    'space station greenhouse',
    'serre',
    "jardin d'hiver",
    'gewächshaus',
    'wintergarten',
    'treibhaus',
    'invernadero',
    '温室',
    '花房',
    '植物园',
  ],
  interior: true,
  build(scene, random, request) {
    const k = new Local(scene, random, request.time);
    const orbit = /space|orbit|station spatiale|raumstation|espacial|太空|空间站/.test(request.words);
    const frame: Paint = orbit
      ? { tone: 0.62, tint: [0.88, 0.94, 1] }
      : random.pick([{ tone: 0.92 }, { tone: 0.3, tint: [0.7, 0.9, 0.75] }]);
    const [width, depth, eaves, ridge] = [5.4, 10, 2, 3.5];
    const room = buildRoom(k, {
      width,
      depth,
      height: eaves,
      floor: { tone: 0.66, tint: [0.95, 0.92, 0.88] },
      floorFinish: 'large-tiles',
      ceiling: 'none',
      without: ['back', 'front', 'left', 'right'],
    });
    const [x, z] = [width / 2, depth / 2];
    for (const s of [-1, 1])
      k.face(
        [
          [s * x, 0, -z],
          [s * x, 0, z],
          [s * x, 0.7, z],
          [s * x, 0.7, -z],
        ],
        { tone: 0.7, tint: orbit ? [0.9, 0.95, 1] : [1, 0.85, 0.75] },
      );
    for (let i = 0; i <= 8; i++) {
      const rz = -z + (i * depth) / 8;
      k.tube(
        [
          [-x, 0, rz],
          [-x, eaves, rz],
          [-x * 0.5, (eaves + ridge) / 2 + 0.25, rz],
          [0, ridge, rz],
          [x * 0.5, (eaves + ridge) / 2 + 0.25, rz],
          [x, eaves, rz],
          [x, 0, rz],
        ],
        0.05,
        frame,
        5,
      );
    }
    for (const s of [-1, 1])
      for (const [px, y] of [
        [x, 0.7],
        [x, 1.35],
        [x, eaves],
        [x * 0.5, (eaves + ridge) / 2 + 0.25],
      ])
        k.tube(
          [
            [s * px, y, -z],
            [s * px, y, z],
          ],
          0.03,
          frame,
          5,
        );
    k.tube(
      [
        [0, ridge, -z],
        [0, ridge, z],
      ],
      0.05,
      frame,
      5,
    );
    for (const gz of [-z, z]) {
      for (let px = -x; px <= x + 0.01; px += 0.9)
        k.tube(
          [
            [px, px === 0 ? 2 : 0, gz],
            [px, ridge - (ridge - eaves) * Math.abs(px / x) ** 1.3, gz],
          ],
          0.03,
          frame,
          5,
        );
      for (const s of [-1, 1])
        k.face(
          [
            [s * 0.5, 0, gz],
            [s * x, 0, gz],
            [s * x, 0.7, gz],
            [s * 0.5, 0.7, gz],
          ],
          { tone: 0.7 },
        );
    }
    if (!orbit) {
      drawOutlook(k.at(0, 0, -z), 'trees', 0.05);
      k.mat(0, -0.06, 0, 120, 120, { tone: 0.76, tint: [0.86, 0.93, 0.78] });
      for (const s of [-1, 1])
        for (let i = 0; i < 5; i++)
          k.blob(
            s * random.range(8, 14),
            1,
            -8 + i * 4.5,
            [1.8, random.range(1.2, 2.4), 1.8],
            { tone: 0.55, tint: [0.74, 0.88, 0.66], soft: 'leaf', line: 0.8 },
            0.25,
          );
    } else {
      k.mat(0, -70, 0, 500, 500, { tone: 0.04 });
      k.blob(-30, -14, -46, [18, 18, 10], { tone: 0.85, tint: [0.6, 0.8, 1] }, 0, 14);
      for (const s of [-1, 1])
        k.face(
          [
            [s * 80, -70, -140],
            [s * 80, -70, 120],
            [s * 80, 140, 120],
            [s * 80, 140, -140],
          ],
          { tone: 0.05, tint: [0.8, 0.85, 1] },
        );
      k.face(
        [
          [-90, -70, -100],
          [90, -70, -100],
          [90, 140, -100],
          [-90, 140, -100],
        ],
        { tone: 0.05 },
      );
      k.face(
        [
          [-90, 90, -140],
          [90, 90, -140],
          [90, 90, 120],
          [-90, 90, 120],
        ],
        { tone: 0.05 },
      );
      for (let i = 0; i < 140; i++) {
        const [sx, sy] = [random.range(-70, 70), random.range(-20, 70)];
        k.line(
          [
            [sx, sy, -98],
            [sx + 0.35, sy + 0.1, -98],
          ],
          random.range(1.2, 2.4),
          { color: '#fdfbf0', alpha: 0.95, px: true, bias: 0.8 },
        );
      }
    }
    // Beds with earth and plants.
    for (const s of [-1, 1])
      for (const pz of [-3.4, -0.2, 3.0]) {
        const bed = k.at(s * 1.95, 0, pz);
        bed.box(0, 0, 0, 1.2, 0.62, 2.8, orbit ? { tone: 0.86, tint: [0.92, 0.96, 1] } : oak);
        bed.box(0, 0.62, 0, 1.08, 0.03, 2.68, { tone: 0.34, tint: [0.85, 0.7, 0.55] });
        for (const bz of [-0.9, 0, 0.9])
          bed.line(
            [
              [-s * 0.605, 0.05, bz],
              [-s * 0.605, 0.6, bz],
            ],
            0.8,
          );
        const kind = random.integer(0, 2);
        for (let i = 0; i < 8; i++) {
          const [px, pzz] = [-0.3 + (i % 2) * 0.6, -1.15 + Math.floor(i / 2) * 0.76];
          if (kind === 0) drawPlant(bed.at(px, 0.4, pzz, random.range(0, 3)), random.range(0.6, 0.95), { tone: 0.34 });
          else if (kind === 1) {
            bed.blob(px, 0.8, pzz, [0.27, 0.22, 0.27], { tone: 0.6, tint: [0.7, 0.9, 0.6], soft: 'leaf', line: 0.8 }, 0.3, 6);
          } else {
            bed.tube(
              [
                [px, 0.64, pzz],
                [px, 1.85, pzz],
              ],
              0.012,
              oak,
              4,
            );
            for (let j = 0; j < 3; j++)
              bed.blob(
                px,
                0.9 + j * 0.32,
                pzz,
                [0.22, 0.17, 0.22],
                { tone: 0.5, tint: [0.68, 0.86, 0.6], soft: 'leaf', line: 0.8 },
                0.3,
                5,
              );
            for (let j = 0; j < 3; j++)
              bed.blob(
                px - s * 0.2,
                0.85 + j * 0.3,
                pzz + random.range(-0.1, 0.1),
                [0.045, 0.045, 0.045],
                { tone: 0.6, tint: [1, 0.5, 0.38], line: 0.8 },
                0,
                4,
              );
          }
        }
      }
    for (const pz of [-3, -0.6, 1.8]) {
      k.tube(
        [
          [0.55, 3, pz],
          [0.55, 2.35, pz],
        ],
        0.008,
        iron,
        4,
      );
      k.lathe(
        0.55,
        2.15,
        pz,
        [
          [0.05, 0],
          [0.18, 0.14],
          [0.2, 0.2],
        ],
        { tone: 0.55, tint: [0.95, 0.7, 0.55] },
        10,
      );
      k.blob(0.55, 2.36, pz, [0.28, 0.15, 0.28], { tone: 0.55, tint: [0.7, 0.88, 0.62], soft: 'leaf', line: 0.8 }, 0.35, 6);
    }
    k.lathe(
      -0.9,
      0,
      1.9,
      [
        [0.14, 0],
        [0.13, 0.26],
        [0.1, 0.3],
      ],
      steel,
      12,
    );
    k.tube(
      [
        [-0.78, 0.08, 1.9],
        [-0.55, 0.36, 1.9],
      ],
      [0.025, 0.015],
      steel,
      6,
    );
    for (let i = 0; i < 4; i++)
      k.lathe(
        0.95,
        i * 0.07,
        -1.75,
        [
          [0.08, 0],
          [0.11, 0.14],
          [0.12, 0.14],
        ],
        { tone: 0.6, tint: [1, 0.68, 0.52] },
        10,
      );
    for (const pz of [-3, 0.2, 3.2]) {
      k.box(0, 2.9, pz, 0.12, 0.06, 1.6, k.shine(orbit ? [0.95, 0.8, 1] : [1, 0.95, 0.8], orbit));
      k.light(0, 2.7, pz, 0.65, 3.8, orbit);
    }
    if (!k.dark) k.scene.lights.push({ p: k.point(0, 2.4, 1), power: 0.45, range: 8 });
    const place = placeIn(k, room, {
      marks: [
        standAt(k, -0.4, 0.6, 0.5, -0.4),
        standAt(k, 0.5, -0.4, -0.4, 0.6),
        standAt(k, 0.65, -2.6, 2, -2.6),
        standAt(k, -0.75, -3.4, -2, -3.4),
        standAt(k, 0, 3.4, 0, 0),
        standAt(k, -0.7, 2.6, -2, 2.8),
        standAt(k, 0.1, -4.4, 0, 0),
      ],
      views: [
        [[0.6, 1.5, 4.5], [-0.1, 1.25, -1], 56],
        [[-0.65, 1.6, -4.5], [0.15, 1.15, 0.8], 56],
      ],
      lamp: [0, 2.7, 0.2],
      exit: [0, 0, -4.6],
    });
    return { ...place, daylight: [-0.5, 0.75, -0.35], bounds: { min: [-2.4, 0, -4.8], max: [2.4, 2.6, 4.8] } };
  },
};
