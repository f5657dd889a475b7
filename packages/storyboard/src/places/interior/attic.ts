/** @file An attic under the roof: rafters, a small window in the gable, trunks and forgotten things. */
import type { V2, V3 } from '../../world/vector.js';
import { drawPendant } from '../furniture/lamps.js';
import { Local } from '../furniture/local.js';
import { sitAt, standAt } from '../furniture/marks.js';
import { brass, cloth, oak, walnut } from '../furniture/materials.js';
import { buildRoom, placeIn } from '../furniture/room.js';
import { drawChair } from '../furniture/seats.js';
import { drawBookPile, drawCrate, drawRug } from '../furniture/things.js';
import { drawOutlook } from '../furniture/window.js';
import type { PlaceGrammar } from '../place.js';

/** The loft of a house. */
export const attic: PlaceGrammar = {
  name: 'attic',
  words: [
    'attic',
    'garret',
    'hayloft',
    'grenier',
    'mansarde',
    'dachboden',
    'speicher',
    'desván',
    'ático',
    'buhardilla',
    '阁楼',
    '顶楼',
  ],
  interior: true,
  build(scene, random, request) {
    const k = new Local(scene, random, request.time);
    const [width, depth, eaves, ridge] = [6.4, 7, 0.7, 3.4];
    const room = buildRoom(k, {
      width,
      depth,
      height: 4,
      floorFinish: 'boards',
      ceiling: 'none',
      without: ['back', 'front', 'left', 'right'],
    });
    const wood = { tone: 0.52, tint: [0.86, 0.72, 0.58] as V3 };
    const boards = { tone: 0.66, tint: [0.9, 0.78, 0.64] as V3 };
    // Gables, with the window left open in the back one, and the two slopes.
    const [x, z, w] = [width / 2, depth / 2, 0.55];
    const gable = (gz: number, parts: V2[][]): void => {
      const label = scene.surf(boards);
      for (const part of parts)
        k.face(
          part.map(([px, py]) => [px, py, gz] as V3),
          label,
        );
    };
    const slope = (px: number): number => ridge - ((ridge - eaves) * Math.abs(px)) / x;
    gable(-z, [
      [
        [-x, 0],
        [-w, 0],
        [-w, slope(w)],
        [-x, eaves],
      ],
      [
        [w, 0],
        [x, 0],
        [x, eaves],
        [w, slope(w)],
      ],
      [
        [-w, 0],
        [w, 0],
        [w, 1.05],
        [-w, 1.05],
      ],
      [
        [-w, 2.15],
        [w, 2.15],
        [w, slope(w)],
        [0, ridge],
        [-w, slope(w)],
      ],
    ]);
    gable(z, [
      [
        [-x, 0],
        [x, 0],
        [x, eaves],
        [0, ridge],
        [-x, eaves],
      ],
    ]);
    for (const side of [-1, 1]) {
      k.face(
        [
          [side * x, 0, -z],
          [side * x, 0, z],
          [side * x, eaves, z],
          [side * x, eaves, -z],
        ],
        boards,
      );
      k.face(
        [
          [side * x, eaves, -z],
          [side * x, eaves, z],
          [0, ridge, z],
          [0, ridge, -z],
        ],
        { tone: 0.58, tint: [0.88, 0.76, 0.62] },
      );
      for (let i = 0; i <= 7; i++) {
        const rz = -z + 0.1 + (i * (depth - 0.2)) / 7;
        k.tube(
          [
            [side * (x - 0.06), eaves - 0.05, rz],
            [0, ridge - 0.1, rz],
          ],
          0.075,
          wood,
          4,
        );
      }
      for (let t = 0.12; t < 1; t += 0.12)
        k.line(
          [
            [side * x * t, slope(x * t) - 0.012, -z],
            [side * x * t, slope(x * t) - 0.012, z],
          ],
          0.5,
          { alpha: 0.5 },
        );
    }
    for (const bz of [-1.9, 0.7, 2.9]) k.box(0, 2.28, bz, 2.6, 0.14, 0.12, wood);
    k.box(0, ridge - 0.22, 0, 0.14, 0.18, depth, wood);
    for (const gz of [-z + 0.02, z - 0.02])
      for (let px = -x + 0.22; px < x; px += 0.22)
        if (Math.abs(px) > w || gz > 0)
          k.line(
            [
              [px, 0.03, gz],
              [px, slope(px) - 0.1, gz],
            ],
            0.55,
            { alpha: 0.5 },
          );
    const back = k.at(0, 0, -z);
    drawOutlook(back, 'town', 6);
    for (const y of [1.02, 2.1]) back.box(0, y, 0, 1.2, 0.06, 0.14, oak);
    for (const bx of [-w, 0, w]) back.box(bx, 1.05, 0, 0.06, 1.1, 0.08, oak);
    back.box(0, 1.58, 0, 1.1, 0.04, 0.05, oak);
    drawTrunk(k.at(-1.5, 0, -1.9, 0.25));
    drawTrunk(k.at(2.1, 0, -0.6, -1.3));
    for (const [cx, cz, s, turn] of [
      [-2.4, 0.4, 0.5, 0.2],
      [-2.35, -0.5, 0.42, -0.2],
      [2.4, 1.2, 0.5, 0.1],
      [1.7, -2.7, 0.55, 0.3],
      [2.5, -2.6, 0.5, 0],
      [-2.5, 1.4, 0.45, 0.5],
    ])
      drawCrate(k.at(cx, 0, cz, turn), s, s * random.range(0.7, 0.95), s, random.chance(0.4));
    drawCrate(k.at(-2.37, 0.4, 0.38, -0.1), 0.36, 0.28, 0.34);
    drawBookPile(k.at(1.68, 0.45, -2.7), 5);
    drawChair(k.at(1.15, 0, -1.8, -0.7), walnut);
    // A dressmaker's dummy, a covered mirror, a rolled carpet.
    k.lathe(
      -0.95,
      0,
      -2.7,
      [
        [0.2, 0],
        [0.03, 0.05],
        [0.03, 0.85],
      ],
      walnut,
      10,
    );
    k.lathe(
      -0.95,
      0.85,
      -2.7,
      [
        [0.15, 0],
        [0.19, 0.08],
        [0.13, 0.28],
        [0.19, 0.48],
        [0.17, 0.6],
        [0.06, 0.66],
        [0.05, 0.74],
      ],
      cloth(random, 0.75),
      14,
    );
    k.tube(
      [
        [2.85, 0.14, 2.4],
        [2.5, 0.14, 0.1],
      ],
      0.14,
      { tone: 0.6, tint: [0.9, 0.55, 0.5] },
      10,
    );
    k.box(-2.2, 0, -2.7, 0.9, 1.5, 0.12, { tone: 0.9, soft: 'cloth' }, 0.5);
    drawRug(k.at(0, 0, 0.9), 1.8, 1.2);
    drawPendant(k.at(0, 2.28, 0.7), 0.3, { tone: 0.3 }, 0.1, 1, 5.5);
    const place = placeIn(k, room, {
      marks: [
        standAt(k, -0.65, 0.9, 0.7, 0.8),
        standAt(k, 0.7, 0.8, -0.65, 0.9),
        sitAt(k, 1.1, -1.72, -0.6, 0.9, 0.45),
        sitAt(k, -1.3, -1.45, 0, 0.9, 0.5),
        standAt(k, 0.1, -2.6, 0, -5),
        standAt(k, 0.2, 2.4, 0, 0),
      ],
      views: [
        [[-0.7, 1.4, 3.2], [0.15, 1.1, -1.2], 58],
        [[0.9, 1.65, -3], [-0.3, 0.9, 1.2], 58],
      ],
      lamp: [0, 1.9, 0.7],
    });
    return { ...place, daylight: [-0.2, 0.5, -0.85], bounds: { min: [-2, 0, -3.35], max: [2, 2.2, 3.35] }, exit: [0.6, 0, 3] };
  },
};

/** A travelling trunk with straps. */
function drawTrunk(k: Local): void {
  k.box(0, 0, 0, 0.95, 0.4, 0.5, walnut);
  k.prism(
    [
      [-0.25, 0.4],
      [0.25, 0.4],
      [0.22, 0.52],
      [0, 0.57],
      [-0.22, 0.52],
    ],
    -0.475,
    0.475,
    walnut,
  );
  for (const x of [-0.3, 0.3]) k.box(x, 0, 0, 0.06, 0.42, 0.52, brass);
  k.box(0, 0.34, 0.26, 0.12, 0.12, 0.02, brass);
}
