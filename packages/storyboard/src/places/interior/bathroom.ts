/** @file A bathroom: tub, washbasin with mirror, lavatory, tiles, towels. */
import { drawSconce } from '../furniture/lamps.js';
import { Local } from '../furniture/local.js';
import { sitAt, standAt } from '../furniture/marks.js';
import { accent, cloth, steel, white } from '../furniture/materials.js';
import { drawMirror, drawRadiator, drawSwitch } from '../furniture/on-walls.js';
import { buildRoom, placeIn } from '../furniture/room.js';
import { drawStool } from '../furniture/seats.js';
import { drawGoods, drawShelf } from '../furniture/storage.js';
import { drawPlant } from '../furniture/things.js';
import type { PlaceGrammar } from '../place.js';

/** A bathroom or washroom. */
export const bathroom: PlaceGrammar = {
  name: 'bathroom',
  words: [
    'bathroom',
    'bath',
    'washroom',
    'restroom',
    'toilet',
    'toilets',
    'lavatory',
    'shower',
    'shower room',
    'powder room',
    'salle de bain',
    'salle de bains',
    'toilettes',
    'douche',
    'badezimmer',
    'bad',
    'toilette',
    'waschraum',
    'baño',
    'cuarto de baño',
    'aseos',
    '浴室',
    '卫生间',
    '洗手间',
    '厕所',
  ],
  interior: true,
  build(scene, random, request) {
    const k = new Local(scene, random, request.time);
    const tint = accent(random);
    const room = buildRoom(k, {
      width: 4.2,
      depth: 4.4,
      height: 2.6,
      wall: { tone: 0.94, tint: [0.96, 1, 1] },
      dado: { height: 2.1, paint: { tone: 0.88, tint } },
      wallFinish: 'tiles',
      floor: { tone: 0.8, tint: [0.93, 0.97, 1] },
      floorFinish: random.pick(['checker', 'tiles']),
      windows: [{ wall: 'back', x: -0.9, width: 0.9, from: 1.35, to: 2.2, panes: [2, 1] }],
      doors: [{ wall: 'front', x: -0.9, paint: white }],
      skirting: 'none',
    });
    const [back, right, left, front] = [room.wall('back'), room.wall('right'), room.wall('left'), room.wall('front')];
    drawTub(k.at(-0.9, 0, -1.7), cloth(random, 0.8, tint));
    drawBasin(back.at(1.15, 0, 0));
    drawMirror(back, 1.15, 1.25, 0.8, 0.85, steel);
    for (const x of [0.55, 1.75]) drawSconce(back.at(x, 1.75, 0), 0.55, 4);
    drawShelf(back.at(1.15, 1.12, 0), 0.7, white, 'none', 0.14);
    drawGoods(back.at(1.15, 1.12, 0.07), 0.6, 'bottles', 0.14);
    // Lavatory.
    const seat = right.at(-0.35, 0, 0);
    seat.box(0, 0.75, 0.1, 0.42, 0.36, 0.18, white);
    seat.lathe(
      0,
      0,
      0.42,
      [
        [0.14, 0],
        [0.11, 0.16],
        [0.2, 0.38],
        [0.21, 0.42],
        [0.15, 0.42],
        [0.12, 0.36],
        [0.001, 0.3],
      ],
      white,
      16,
    );
    seat.box(0, 0, 0.2, 0.2, 0.4, 0.3, white);
    right.lathe(
      0.35,
      0.7,
      0.1,
      [
        [0.05, 0],
        [0.055, 0.1],
        [0.001, 0.1],
      ],
      { tone: 1 },
      10,
    );
    // Towels on a rail over the radiator.
    drawRadiator(left, 0.3, 0.9, 0.7);
    left.tube(
      [
        [-0.3, 1.3, 0.1],
        [0.9, 1.3, 0.1],
      ],
      0.014,
      steel,
      5,
    );
    for (const [x, long] of [
      [0, 0.6],
      [0.55, 0.5],
    ]) {
      left.box(x, 1.3 - long, 0.11, 0.42, long, 0.05, cloth(random, 0.82));
      left.line(
        [
          [x - 0.2, 1.3 - long + 0.08, 0.14],
          [x + 0.2, 1.3 - long + 0.08, 0.14],
        ],
        0.9,
      );
    }
    left.box(-1.45, 0.05, 0.22, 0.5, 0.62, 0.4, { tone: 0.78, tint: [0.95, 0.85, 0.7] });
    for (let y = 0.12; y < 0.65; y += 0.07)
      left.line(
        [
          [-1.7, y, 0.425],
          [-1.2, y, 0.425],
        ],
        0.6,
      );
    drawSwitch(front, -1.55);
    front.box(0.75, 1.3, 0.1, 0.6, 0.75, 0.2, white);
    front.line(
      [
        [0.75, 1.32, 0.205],
        [0.75, 2.03, 0.205],
      ],
      0.9,
    );
    drawStool(k.at(0.2, 0, -1.75), 0.45, white);
    drawPlant(back.at(-0.25, 1.36, 0.05).at(-0.3, -0.02, 0.02), 0.3);
    k.mat(-0.7, 0.012, -0.95, 1, 0.55, { tone: 0.8, tint: accent(random) });
    return placeIn(k, room, {
      marks: [
        standAt(k, 0.95, -0.95, -0.35, -0.4),
        standAt(k, -0.35, -0.4, 0.95, -0.95),
        standAt(k, 1.1, -1.2, 1.15, -3),
        sitAt(k, 1.55, -0.35, -1, -0.35, 0.43),
        standAt(k, -0.7, -0.9, 0.3, 0.2),
        standAt(k, 0.9, 1.4, 0.3, 0),
        sitAt(k, -0.5, -1.25, 0.5, 1, 0.56),
      ],
      views: [
        [[-0.6, 1.5, 2.0], [0.15, 1.05, -1.1], 62],
        [[1.75, 1.6, 1.85], [-0.3, 1.05, -0.9], 58],
      ],
      lamp: [0.55, 1.85, -2],
    });
  },
};

/** A bath tub on feet along x, with a curtain on a ring. */
function drawTub(k: Local, curtain: ReturnType<typeof cloth>): void {
  k.box(0, 0.1, 0, 1.75, 0.46, 0.76, white);
  k.box(0, 0.56, 0, 1.85, 0.05, 0.84, white);
  k.mat(0, 0.615, 0, 1.6, 0.58, { tone: 0.5, tint: [0.75, 0.92, 1], line: 0.8 });
  for (const x of [-0.8, 0.8]) k.box(x, 0, 0.3, 0.1, 0.1, 0.1, steel);
  k.tube(
    [
      [-0.8, 0.6, -0.4],
      [-0.8, 0.8, -0.4],
      [-0.68, 0.82, -0.3],
    ],
    0.025,
    steel,
    6,
  );
  k.tube(
    [
      [-0.85, 0.8, -0.42],
      [-0.85, 2.05, -0.42],
      [-0.6, 2.12, -0.2],
    ],
    0.015,
    steel,
    5,
  );
  k.lathe(
    -0.56,
    2.02,
    -0.17,
    [
      [0.09, 0],
      [0.03, 0.08],
    ],
    steel,
    9,
  );
  k.tube(
    [
      [-0.95, 2.15, 0.42],
      [0.95, 2.15, 0.42],
    ],
    0.014,
    steel,
    5,
  );
  const label = k.scene.surf({ ...curtain, soft: 'cloth' });
  for (let i = 0; i < 7; i++) {
    const [a, b] = [0.9 - i * 0.075, 0.9 - (i + 1) * 0.075];
    const [za, zb] = [0.42 + (i % 2) * 0.06, 0.42 + ((i + 1) % 2) * 0.06];
    k.face(
      [
        [b, 0.3, zb],
        [a, 0.3, za],
        [a, 2.14, za],
        [b, 2.14, zb],
      ],
      label,
    );
    k.line(
      [
        [a, 2.1, za + 0.02],
        [a, 0.4, za + 0.02],
      ],
      0.7,
    );
  }
}

/** A washbasin on a column, its back at the wall. */
function drawBasin(k: Local): void {
  k.lathe(
    0,
    0,
    0.26,
    [
      [0.13, 0],
      [0.08, 0.12],
      [0.09, 0.66],
    ],
    white,
    12,
  );
  k.prism(
    [
      [0, 0.68],
      [0.42, 0.68],
      [0.5, 0.84],
      [0.5, 0.88],
      [0, 0.88],
    ],
    -0.32,
    0.32,
    white,
  );
  k.mat(0, 0.885, 0.28, 0.44, 0.28, { tone: 0.6, line: 0.8 });
  k.tube(
    [
      [0, 0.88, 0.07],
      [0, 1.02, 0.07],
      [0, 1.03, 0.18],
      [0, 0.99, 0.2],
    ],
    0.016,
    steel,
    6,
  );
  for (const x of [-0.12, 0.12])
    k.lathe(
      x,
      0.88,
      0.07,
      [
        [0.02, 0],
        [0.03, 0.06],
      ],
      steel,
      8,
    );
}
