/** @file A tent: cloth walls sloping from the ridge, poles, the open flap on the country, camp beds, a lantern on a crate. */
import type { V3 } from '../../world/vector.js';
import { drawCot } from '../furniture/beds.js';
import { Local, type Paint } from '../furniture/local.js';
import { lieAt, sitAt, standAt } from '../furniture/marks.js';
import { cloth, iron, oak } from '../furniture/materials.js';
import { buildRoom, placeIn } from '../furniture/room.js';
import { drawStool } from '../furniture/seats.js';
import { drawBarrel, drawCrate, drawPapers, drawRug } from '../furniture/things.js';
import { drawOutlook } from '../furniture/window.js';
import type { PlaceGrammar } from '../place.js';

/** A tent or yurt. */
export const tent: PlaceGrammar = {
  name: 'tent',
  words: [
    'tent',
    'yurt',
    'camp tent',
    'command tent',
    'big top',
    'tipi',
    'teepee',
    'marquee',
    'tente',
    'chapiteau',
    'zelt',
    'jurte',
    'tienda de campaña',
    'carpa',
    '帐篷',
    '蒙古包',
    '营帐',
  ],
  interior: true,
  build(scene, random, request) {
    const k = new Local(scene, random, request.time);
    const canvas: Paint = {
      tone: 0.82,
      tint: random.pick([
        [1, 0.93, 0.75],
        [0.9, 0.95, 0.8],
        [0.95, 0.9, 0.85],
      ] as V3[]),
      soft: 'cloth',
    };
    const room = buildRoom(k, {
      width: 5,
      depth: 6,
      height: 2.8,
      floor: { tone: 0.66, tint: [0.92, 0.86, 0.68] },
      floorFinish: 'carpet',
      ceiling: 'none',
      without: ['back', 'front', 'left', 'right'],
    });
    const [x, z, eaves, ridge] = [2.5, 3, 1.1, 2.8];
    for (const s of [-1, 1]) {
      k.face(
        [
          [s * x, 0, -z],
          [s * x, 0, z],
          [s * x * 0.96, eaves, z],
          [s * x * 0.96, eaves, -z],
        ],
        canvas,
      );
      k.face(
        [
          [s * x * 0.96, eaves, -z],
          [s * x * 0.96, eaves, z],
          [0, ridge, z],
          [0, ridge, -z],
        ],
        canvas,
      );
      for (let rz = -z + 0.6; rz < z; rz += 1.2)
        k.line(
          [
            [s * x * 0.95, 0.05, rz],
            [s * x * 0.94, eaves, rz],
            [0, ridge - 0.02, rz],
          ],
          0.9,
        );
      for (let i = 0; i < 7; i++) {
        const rz = random.range(-z, z - 0.5);
        k.line(
          [
            [s * x * 0.93, eaves - random.range(0, 0.1), rz],
            [s * x * 0.5, 1.9, rz + random.range(-0.2, 0.2)],
          ],
          0.6,
          { alpha: 0.5 },
        );
      }
      // The flaps at the back, drawn aside, and the gable behind.
      k.face(
        [
          [s * x, 0, -z],
          [s * 0.95, 0, -z],
          [s * 0.35, 1.5, -z],
          [s * x * 0.96, eaves, -z],
        ],
        { ...canvas, tone: 0.7 },
      );
      k.face(
        [
          [s * x * 0.96, eaves, -z],
          [s * 0.35, 1.5, -z],
          [0, 2.15, -z],
          [0, ridge, -z],
        ],
        { ...canvas, tone: 0.7 },
      );
      k.line(
        [
          [s * 0.95, 0.02, -z + 0.02],
          [s * 0.55, 0.9, -z + 0.02],
          [s * 0.35, 1.5, -z + 0.02],
          [0, 2.15, -z + 0.02],
        ],
        1.8,
      );
      for (let i = 1; i < 4; i++)
        k.line(
          [
            [s * (0.95 + i * 0.12), 0.05, -z + 0.03],
            [s * (0.4 + i * 0.1), 1.4, -z + 0.03],
          ],
          0.8,
        );
    }
    k.face(
      [
        [-x, 0, z],
        [x, 0, z],
        [x * 0.96, eaves, z],
        [0, ridge, z],
        [-x * 0.96, eaves, z],
      ],
      { ...canvas, tone: 0.74 },
    );
    drawOutlook(k.at(0, 0, -z), 'hills', 0.02);
    k.tube(
      [
        [0, ridge - 0.06, -z],
        [0, ridge - 0.06, z],
      ],
      0.05,
      oak,
      6,
    );
    for (const pz of [-1.9, 2.2])
      k.tube(
        [
          [0, 0, pz],
          [0, ridge, pz],
        ],
        0.055,
        oak,
        7,
      );
    drawCot(k.at(-1.75, 0, -0.6), { tone: 0.5, tint: [0.8, 0.85, 0.7] });
    drawCot(k.at(1.8, 0, -0.9), { tone: 0.5, tint: [0.9, 0.75, 0.6] });
    drawCrate(k.at(0.35, 0, -0.9), 0.7, 0.5, 0.5, true);
    drawCrate(k.at(1.9, 0, 1.3, 0.4), 0.6, 0.45, 0.5, true);
    drawCrate(k.at(1.95, 0.45, 1.3, 0.2), 0.45, 0.35, 0.4, true);
    drawBarrel(k.at(-1.9, 0, 1.6), 0.8, 0.26);
    drawPapers(k.at(0.2, 0.5, -0.9), 3);
    drawLantern(k.at(0.5, 0.5, -0.95));
    drawStool(k.at(-0.55, 0, -0.6), 0.42, oak, canvas);
    drawStool(k.at(1.0, 0, -0.4), 0.42, oak, canvas);
    drawRug(k.at(0, 0, 0.7), 2, 1.4);
    k.box(-1.2, 0, 1.4, 0.4, 0.55, 0.3, cloth(random, 0.45), 0.4);
    k.tube(
      [
        [-1.2, 0.6, 1.25],
        [-1.2, 0.6, 1.6],
      ],
      0.13,
      cloth(random, 0.6),
      9,
    );
    k.light(0, 1.9, 1.4, 0.35, 4, true);
    if (!k.dark) k.scene.lights.push({ p: k.point(0, 1.6, -0.5), power: 0.5, range: 5 });
    const place = placeIn(k, room, {
      marks: [
        sitAt(k, -0.5, -0.55, 1, -0.4, 0.42),
        sitAt(k, 0.95, -0.4, -0.6, -0.6, 0.42),
        standAt(k, -0.5, 0.9, 0.7, 0.8),
        standAt(k, 0.7, 0.8, -0.5, 0.9),
        sitAt(k, -1.45, -0.4, 0, -0.5, 0.5),
        lieAt(k, 1.8, -0.9, 0, 0.5),
        standAt(k, 0.2, -2.4, 0, 0),
        standAt(k, 0.5, 2.2, 0, 0),
      ],
      views: [
        [[0.85, 1.45, 2.7], [-0.1, 1.05, -1], 58],
        [[1.05, 1.5, -2.5], [-0.1, 0.9, 0.8], 60],
      ],
      lamp: [0.5, 0.8, -0.95],
      exit: [0, 0, -2.6],
    });
    return { ...place, daylight: [-0.2, 0.6, -0.8], bounds: { min: [-1.9, 0, -2.9], max: [1.9, 2.2, 2.9] } };
  },
};

/** A storm lantern. */
function drawLantern(k: Local): void {
  k.lathe(
    0,
    0,
    0,
    [
      [0.07, 0],
      [0.07, 0.06],
      [0.05, 0.07],
    ],
    iron,
    10,
  );
  k.lathe(
    0,
    0.07,
    0,
    [
      [0.05, 0],
      [0.065, 0.07],
      [0.045, 0.14],
    ],
    k.shine(undefined, true),
    10,
  );
  k.lathe(
    0,
    0.21,
    0,
    [
      [0.06, 0],
      [0.03, 0.06],
      [0.001, 0.07],
    ],
    iron,
    10,
  );
  k.tube(
    [
      [-0.07, 0.05, 0],
      [-0.08, 0.3, 0],
      [0.08, 0.3, 0],
      [0.07, 0.05, 0],
    ],
    0.006,
    iron,
    4,
  );
  k.light(0, 0.2, 0, 1, 4, true);
}
