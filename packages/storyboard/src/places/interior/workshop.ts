/** @file A workshop: the bench with its vice under a wall of tools, machines, a car on stands or a boat on trestles. */
import type { V3 } from '../../world/vector.js';
import { drawPendant } from '../furniture/lamps.js';
import { Local } from '../furniture/local.js';
import { sitAt, standAt } from '../furniture/marks.js';
import { accent, black, iron, oak, steel, walnut, white } from '../furniture/materials.js';
import { buildRoom, placeIn } from '../furniture/room.js';
import { drawStool } from '../furniture/seats.js';
import { drawGoods, drawRack, drawShelf } from '../furniture/storage.js';
import { drawBarrel, drawCrate } from '../furniture/things.js';
import { drawOutlook } from '../furniture/window.js';
import type { PlaceGrammar } from '../place.js';

/** A garage or a craftsman's shop. */
export const workshop: PlaceGrammar = {
  name: 'workshop',
  words: [
    'workshop',
    'garage',
    'repair shop',
    'auto shop',
    "mechanic's shop",
    'shed',
    'barn',
    'tool shed',
    'carpentry',
    'studio workshop',
    'forge',
    'smithy',
    'boathouse',
    'stable',
    'atelier',
    'garage automobile',
    'grange',
    'étable',
    'forge du village',
    'werkstatt',
    'scheune',
    'schuppen',
    'stall',
    'schmiede',
    'taller',
    'garaje',
    'cobertizo',
    'granero',
    'establo',
    '车间',
    '车库',
    '修理厂',
    '工作室',
    '谷仓',
    '马厩',
    '工棚',
  ],
  interior: true,
  build(scene, random, request) {
    const k = new Local(scene, random, request.time);
    const room = buildRoom(k, {
      width: 7.4,
      depth: 7.6,
      height: 3.4,
      wall: { tone: 0.72, tint: [0.96, 0.93, 0.88] },
      wallFinish: random.pick(['brick', 'planks']),
      floor: { tone: 0.58 },
      floorFinish: 'concrete',
      skirting: 'none',
      windows: [{ wall: 'left', x: 0.4, width: 2.6, from: 1.35, to: 2.6, panes: [4, 2], frame: iron }],
      doors: [
        { wall: 'front', x: 1, double: true, width: 2.6, height: 2.6, leaf: 'planks', paint: oak },
        { wall: 'back', x: 3, leaf: 'planks', paint: oak },
      ],
    });
    const [back, left, right, front] = [room.wall('back'), room.wall('left'), room.wall('right'), room.wall('front')];
    drawOutlook(left, 'trees');
    const bench = back.at(-0.9, 0, 0.4);
    bench.box(0, 0.84, 0, 4.4, 0.08, 0.75, oak);
    for (const x of [-2.1, -0.7, 0.7, 2.1]) bench.box(x, 0, 0, 0.12, 0.84, 0.6, oak);
    bench.box(0, 0.25, 0, 4.2, 0.04, 0.6, oak);
    for (let x = -1.9; x < 1.9; x += 0.5)
      if (random.chance(0.8))
        drawCrate(bench.at(x, 0.29, 0, random.range(-0.1, 0.1)), 0.4, random.range(0.2, 0.42), 0.4, random.chance(0.5));
    const vice = bench.at(-1.5, 0.92, 0.28);
    vice.box(0, 0, 0, 0.2, 0.14, 0.16, iron);
    vice.box(0, 0.04, 0.16, 0.2, 0.16, 0.06, iron);
    vice.tube(
      [
        [0, 0.08, 0.18],
        [0, 0.08, 0.34],
      ],
      0.02,
      steel,
      6,
    );
    vice.tube(
      [
        [-0.12, 0.08, 0.33],
        [0.12, 0.08, 0.33],
      ],
      0.01,
      steel,
      5,
    );
    drawGoods(bench.at(1.4, 0.92, -0.15), 1.2, 'jars', 0.2);
    drawCrate(bench.at(0.2, 0.92, 0), 0.5, 0.22, 0.26, true);
    // The wall of tools.
    back.panel(-0.9, 1.25, 0.012, 4.2, 1.35, { tone: 0.72, tint: [0.95, 0.84, 0.66] });
    for (let i = 0; i < 17; i++) drawTool(back.at(-2.8 + i * 0.235, 2.3 - (i % 2) * 0.12, 0.03), i);
    for (let i = 0; i < 9; i++)
      back.tube(
        [
          [-2.7 + i * 0.18, 1.65, 0.04],
          [-2.7 + i * 0.18, 1.35 + i * 0.015, 0.04],
        ],
        0.014,
        steel,
        5,
      );
    // The work in the middle: an engine block on a stand, or a hull on trestles.
    const boat = random.chance(0.5) || /boat|ship|bateau|boot|barco|船/.test(request.words);
    if (boat) {
      for (const z of [-0.9, 0.9]) {
        k.box(0.9, 0.62, z, 1.5, 0.09, 0.1, oak);
        for (const x of [0.3, 1.5])
          for (const dz of [-0.2, 0.2])
            k.tube(
              [
                [x, 0.62, z],
                [x, 0, z + dz],
              ],
              0.035,
              oak,
              4,
            );
      }
      const ribs: V3[][] = Array.from({ length: 9 }, (_, i) => {
        const t = i / 8;
        const w = 0.62 * Math.sin(Math.PI * (0.12 + 0.78 * t)) ** 0.6;
        const z = -1.9 + 3.8 * t;
        return [
          [0.9 - w, 1.3 + 0.22 * (2 * t - 1) ** 2, z],
          [0.9 - w * 0.8, 0.98, z],
          [0.9, 0.74, z],
          [0.9 + w * 0.8, 0.98, z],
          [0.9 + w, 1.3 + 0.22 * (2 * t - 1) ** 2, z],
        ] as V3[];
      });
      for (let i = 0; i < 8; i++)
        for (let j = 0; j < 4; j++)
          k.face([ribs[i][j], ribs[i][j + 1], ribs[i + 1][j + 1], ribs[i + 1][j]], {
            tone: 0.62,
            tint: [0.92, 0.72, 0.5],
            line: 0.8,
          });
      for (const j of [0, 4])
        k.tube(
          ribs.map((r) => r[j]),
          0.035,
          walnut,
          5,
        );
      for (let i = 1; i < 8; i += 2) k.tube(ribs[i], 0.02, walnut, 4);
    } else {
      const car = k.at(0.9, 0, 0, 0.12);
      for (const x of [-0.72, 0.72])
        for (const z of [-1.25, 1.25]) {
          car.tube(
            [
              [x - 0.1, 0.42, z],
              [x + 0.1, 0.42, z],
            ],
            0.33,
            black,
            14,
          );
          car.box(x * 0.8, 0, z - 0.45 * Math.sign(z), 0.2, 0.25, 0.2, iron);
        }
      const body = { tone: 0.5, tint: accent(random) };
      car.prism(
        [
          [-2.05, 0.4],
          [2.05, 0.4],
          [2.1, 0.72],
          [1.9, 0.92],
          [0.9, 1.0],
          [-1.7, 1.0],
          [-2.05, 0.85],
        ],
        -0.82,
        0.82,
        body,
      );
      car.prism(
        [
          [-1.5, 1.0],
          [0.85, 1.0],
          [0.3, 1.48],
          [-1.0, 1.5],
        ],
        -0.7,
        0.7,
        { tone: 0.34, tint: [0.85, 0.92, 1] },
      );
      car.prism(
        [
          [-1.02, 1.47],
          [0.32, 1.46],
          [0.28, 1.52],
          [-1.0, 1.53],
        ],
        -0.72,
        0.72,
        body,
      );
      car.prism(
        [
          [1.0, 1.0],
          [1.06, 1.0],
          [0.82, 1.85],
          [0.76, 1.85],
        ],
        -0.7,
        0.7,
        body,
      );
      for (const x of [-0.55, 0.55])
        car.lathe(
          x,
          0.6,
          2.08,
          [
            [0.001, 0],
            [0.12, 0.06],
            [0.12, 0.12],
            [0.001, 0.18],
          ],
          white,
          10,
        );
      car.line(
        [
          [0.825, 0.5, 0.7],
          [0.825, 0.98, 0.75],
          [0.825, 0.98, -0.35],
          [0.825, 0.5, -0.4],
        ],
        1,
      );
    }
    drawRack(right.at(-1.6, 0, 0), 2.4, 2.2, 0.5, 4, 0.85);
    for (let i = 0; i < 4; i++)
      k.tube(
        [
          [3.2 - (i % 2) * 0.36, 0.14 + Math.floor(i / 2) * 0.24, 2.0],
          [3.2 - (i % 2) * 0.36, 0.36 + Math.floor(i / 2) * 0.24, 2.0],
        ],
        0.3,
        black,
        14,
      );
    drawBarrel(k.at(-3.1, 0, -3.2), 0.88, 0.29, false);
    drawBarrel(k.at(-3.2, 0, 2.9), 0.88, 0.29, false);
    left.box(-2.2, 0, 0.4, 0.8, 0.95, 0.6, { tone: 0.5, tint: [1, 0.55, 0.45] });
    for (let i = 0; i < 4; i++) {
      left.line(
        [
          [-2.56, 0.15 + i * 0.2, 0.705],
          [-1.84, 0.15 + i * 0.2, 0.705],
        ],
        0.8,
      );
      left.box(-2.2, 0.22 + i * 0.2, 0.71, 0.3, 0.02, 0.02, steel);
    }
    for (const x of [-2.4, -1.8, -1.2]) drawShelf(front.at(x, 1.7, 0), 0.55, oak, 'boxes');
    drawStool(k.at(-1.7, 0, -2.2), 0.55, iron, black);
    for (const z of [-2.4, 0.8]) k.box(0, 3.15, z, 7.4, 0.18, 0.16, oak);
    for (const [x, z] of [
      [-1, -2.4],
      [0.8, 0.8],
    ])
      drawPendant(k.at(x, 3.2, z), 0.75, { tone: 0.4 }, 0.26, 1, 5);
    return placeIn(k, room, {
      marks: [
        standAt(k, -1.35, 0.5, -0.35, -0.45),
        standAt(k, -0.35, -0.45, -1.35, 0.5),
        standAt(k, -1.2, -2.55, -1.2, -5),
        sitAt(k, -1.7, -2.1, 0, 0, 0.55),
        standAt(k, -2.6, 0.6, -5, 0.6),
        standAt(k, 2.3, -2, 0.9, 0),
        standAt(k, -0.9, 2.6, 0, 0),
        standAt(k, 2.4, 2.9, 0, 0),
      ],
      views: [
        [[-1.9, 1.6, 3.4], [0.15, 1.15, -0.9], 58],
        [[2.7, 1.8, -3.2], [-0.6, 0.95, 0.6], 58],
      ],
      lamp: [-1, 2.3, -2.4],
    });
  },
};

/** One of several hand tools that hangs from `k`. */
function drawTool(k: Local, kind: number): void {
  const handle = { tone: 0.6, tint: [1, 0.75, 0.5] as V3 };
  if (kind % 4 === 0) {
    k.box(0, -0.08, 0, 0.15, 0.06, 0.04, iron);
    k.tube(
      [
        [0, -0.08, 0],
        [0, -0.4, 0],
      ],
      0.014,
      handle,
      5,
    );
  } else if (kind % 4 === 1) {
    k.face(
      [
        [-0.05, 0, 0],
        [0.05, 0, 0],
        [0.02, -0.42, 0],
        [-0.02, -0.42, 0],
      ],
      steel,
    );
    k.box(0, 0, 0, 0.11, 0.1, 0.03, handle);
  } else if (kind % 4 === 2) {
    k.tube(
      [
        [0, 0.02, 0],
        [0, -0.22, 0],
      ],
      0.012,
      steel,
      5,
    );
    k.tube(
      [
        [0, -0.22, 0],
        [0, -0.34, 0],
      ],
      0.024,
      { tone: 0.5, tint: [1, 0.5, 0.4] },
      6,
    );
  } else {
    for (const s of [-1, 1])
      k.tube(
        [
          [s * 0.015, 0, 0],
          [-s * 0.02, -0.1, 0],
          [s * 0.05, -0.32, 0],
        ],
        0.014,
        { tone: 0.4, tint: [0.6, 0.7, 1] },
        5,
      );
  }
}
