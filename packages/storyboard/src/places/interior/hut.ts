/** @file A log hut: hearth of stones, rough table, furs on the bed, dried herbs, a small window. */
import type { V3 } from '../../world/vector.js';
import { drawCot } from '../furniture/beds.js';
import { drawCandle } from '../furniture/lamps.js';
import { Local } from '../furniture/local.js';
import { sitAt, standAt } from '../furniture/marks.js';
import { iron, shade, stone, walnut } from '../furniture/materials.js';
import { drawCoatRack } from '../furniture/on-walls.js';
import { buildRoom, placeIn } from '../furniture/room.js';
import { drawBench, drawStool } from '../furniture/seats.js';
import { drawShelf } from '../furniture/storage.js';
import { drawTable } from '../furniture/tables.js';
import { drawBottle, drawCup } from '../furniture/things.js';
import { drawOutlook } from '../furniture/window.js';
import type { PlaceGrammar } from '../place.js';

/** A hut, shack or log cabin. */
export const hut: PlaceGrammar = {
  name: 'hut',
  words: [
    'hut',
    'shack',
    'log cabin',
    'mountain hut',
    'hunting lodge',
    'lodge',
    'hovel',
    'igloo',
    'bothy',
    'cabane',
    'refuge',
    'chalet',
    'hütte',
    'berghütte',
    'blockhütte',
    'cabaña',
    'choza',
    'refugio',
    '小屋',
    '木屋',
    '茅屋',
    '草屋',
    '山间小屋',
  ],
  interior: true,
  build(scene, random, request) {
    const k = new Local(scene, random, request.time);
    const wood = { tone: 0.56, tint: [0.9, 0.72, 0.54] as V3 };
    const room = buildRoom(k, {
      width: 5.4,
      depth: 5.2,
      height: 2.5,
      wall: wood,
      wallFinish: 'plain',
      floor: shade(wood, 1.1),
      floorFinish: 'boards',
      ceiling: shade(wood, 0.85),
      skirting: 'none',
      windows: [
        { wall: 'back', x: 0.9, width: 0.9, from: 1.05, to: 1.85, panes: [2, 2], frame: walnut },
        { wall: 'left', x: -1.2, width: 0.8, from: 1.05, to: 1.8, panes: [2, 2], frame: walnut },
      ],
      doors: [
        { wall: 'right', x: 1.1, leaf: 'planks', paint: walnut, height: 1.95 },
        { wall: 'front', x: -1.2, leaf: 'planks', paint: walnut, height: 1.95 },
      ],
    });
    const [back, left, right, front] = [room.wall('back'), room.wall('left'), room.wall('right'), room.wall('front')];
    drawOutlook(back, 'trees');
    // Logs.
    for (const [wall, length] of [
      [back, 5.4],
      [left, 5.2],
      [right, 5.2],
      [front, 5.4],
    ] as const)
      for (let y = 0.14; y < 2.5; y += 0.28) {
        const spans: number[][] =
          wall === back && y > 0.9 && y < 2
            ? [
                [-length / 2, 0.42],
                [1.4, length / 2],
              ]
            : wall === left && y > 0.9 && y < 1.95
              ? [
                  [-length / 2, -1.62],
                  [-0.78, length / 2],
                ]
              : wall === right && y < 2.1
                ? [
                    [-length / 2, 0.55],
                    [1.65, length / 2],
                  ]
                : wall === front && y < 2.1
                  ? [
                      [-length / 2, -1.75],
                      [-0.65, length / 2],
                    ]
                  : [[-length / 2, length / 2]];
        for (const [a, b] of spans)
          wall.tube(
            [
              [a, y, 0.0],
              [b, y, 0.0],
            ],
            0.135,
            shade(wood, random.range(0.88, 1.12)),
            7,
          );
      }
    for (let z = -2.2; z < 2.5; z += 1.1)
      k.tube(
        [
          [-2.7, 2.4, z],
          [2.7, 2.4, z],
        ],
        0.1,
        walnut,
        7,
      );
    drawHearth(back.at(-1.25, 0, 0));
    drawTable(k.at(0.35, 0, 0.05), 1.4, 0.8, wood);
    drawBench(k.at(0.35, 0, -0.65), 1.3, wood, false);
    drawStool(k.at(-0.75, 0, 0.1), 0.45, wood);
    drawStool(k.at(1.45, 0, 0.1), 0.45, wood);
    drawBottle(k.at(0.2, 0.74, -0.1));
    drawCup(k.at(-0.1, 0.74, 0.15), { tone: 0.6, tint: [0.95, 0.75, 0.55] });
    drawCup(k.at(0.75, 0.74, 0.1), { tone: 0.6, tint: [0.95, 0.75, 0.55] }, true);
    drawCandle(k.at(0.45, 0.74, 0.1), 0.14, 0.6, 3);
    const bed = right.at(-1.3, 0, 0.5);
    drawCot(bed.at(0, 0, 0, Math.PI / 2), { tone: 0.5, tint: [0.9, 0.72, 0.55] }, 0.95, 0.5);
    for (let i = 0; i < 7; i++)
      bed.blob(
        random.range(-0.5, 0.6),
        0.53,
        random.range(-0.25, 0.3),
        [0.24, 0.06, 0.2],
        { tone: 0.42, tint: [0.85, 0.7, 0.58], soft: 'hair' },
        0.3,
        5,
      );
    drawShelf(left.at(0.9, 1.4, 0), 1.3, wood, 'jars');
    drawShelf(left.at(0.9, 1.8, 0), 1.3, wood, 'bottles');
    for (let i = 0; i < 7; i++) {
      const x = -0.3 + i * 0.22;
      k.line(
        [
          [x, 2.3, 1.1],
          [x, 2.05, 1.1],
        ],
        1,
      );
      k.lathe(
        x,
        1.78,
        1.1,
        [
          [0.02, 0],
          [0.075, 0.05],
          [0.03, 0.26],
        ],
        { tone: 0.5, tint: [0.72, 0.82, 0.56], soft: 'leaf' },
        7,
      );
    }
    for (let i = 0; i < 9; i++)
      k.tube(
        [
          [-2.35 + (i % 3) * 0.2, 0.1 + Math.floor(i / 3) * 0.17, 1.1],
          [-2.35 + (i % 3) * 0.2, 0.1 + Math.floor(i / 3) * 0.17, 1.65],
        ],
        0.09,
        { tone: 0.6, tint: [0.95, 0.78, 0.55] },
        8,
      );
    front.tube(
      [
        [0.4, 1.5, 0.14],
        [1.5, 1.5, 0.14],
      ],
      0.02,
      iron,
      5,
    );
    front.box(1.0, 1.2, 0.16, 0.12, 0.5, 0.04, walnut);
    front.box(1.0, 1.66, 0.16, 0.5, 0.14, 0.05, iron);
    drawCoatRack(front, 0.3, 3, 1.7);
    k.mat(-0.9, 0.012, -1.0, 1.4, 1, { tone: 0.5, tint: [0.88, 0.74, 0.6], soft: 'hair' });
    return placeIn(k, room, {
      marks: [
        sitAt(k, -0.68, 0.1, 2, 0.1),
        sitAt(k, 1.38, 0.1, -1, 0.1),
        standAt(k, -0.9, -1.2, -1.25, -3),
        sitAt(k, 0.35, -0.6, 0.3, 2, 0.46),
        sitAt(k, 1.75, -0.9, 0, -0.6, 0.5),
        standAt(k, 0.9, -1.9, 0.9, -4),
        standAt(k, -0.6, 1.5, 0, 0),
        standAt(k, 1.7, 1.7, 0, 0),
      ],
      views: [
        [[1.15, 1.45, 2.35], [-0.15, 1.05, -0.9], 60],
        [[-0.35, 1.65, -2.0], [0.4, 0.95, 0.8], 62],
      ],
      lamp: [0.45, 1.0, 0.1],
    });
  },
};

/** A hearth of field stones with a fire, a kettle on its hook. */
function drawHearth(k: Local): void {
  k.box(0, 0, 0.35, 1.7, 0.18, 0.9, stone);
  for (const s of [-1, 1]) k.box(s * 0.68, 0.18, 0.3, 0.36, 1.05, 0.55, stone);
  k.box(0, 1.2, 0.3, 1.8, 0.18, 0.62, walnut);
  k.prism(
    [
      [0.02, 1.38],
      [0.56, 1.38],
      [0.4, 2.5],
      [0.02, 2.5],
    ],
    -0.7,
    0.7,
    stone,
  );
  k.panel(0, 0.18, 0.15, 1.0, 1.02, { tone: 0.14 });
  for (const s of [-1, 1])
    for (let i = 0; i < 7; i++)
      k.line(
        [
          [s * 0.52, 0.25 + i * 0.14, 0.585],
          [s * 0.84, 0.27 + i * 0.14 + k.random.range(-0.03, 0.03), 0.585],
        ],
        0.8,
      );
  for (let i = 0; i < 9; i++) {
    const y = 1.5 + Math.floor(i / 3) * 0.32;
    k.line(
      [
        [-0.55 + (i % 3) * 0.4, y, 0.55 - (y - 1.38) * 0.14],
        [-0.3 + (i % 3) * 0.4, y + 0.03, 0.55 - (y - 1.38) * 0.14],
      ],
      0.8,
    );
  }
  for (let i = 0; i < 4; i++)
    k.tube(
      [
        [-0.34, 0.26 + (i % 2) * 0.07, 0.32 + i * 0.05],
        [0.34, 0.25 + ((i + 1) % 2) * 0.07, 0.32 + i * 0.05],
      ],
      0.05,
      { tone: 0.34, tint: [0.85, 0.65, 0.5] },
      6,
    );
  for (let i = 0; i < 6; i++)
    k.lathe(
      -0.26 + i * 0.1,
      0.3,
      0.4,
      [
        [0.04, 0],
        [0.07, 0.08],
        [0.001, 0.24 + 0.18 * Math.sin(i * 2.3) ** 2],
      ],
      { tone: 1, glow: 1, tint: [1, 0.76, 0.4], line: 0.6 },
      6,
    );
  k.tube(
    [
      [0, 1.2, 0.4],
      [0, 0.92, 0.4],
    ],
    0.01,
    iron,
    4,
  );
  k.lathe(
    0,
    0.7,
    0.4,
    [
      [0.1, 0],
      [0.13, 0.1],
      [0.1, 0.19],
      [0.02, 0.22],
    ],
    iron,
    12,
  );
  k.light(0, 0.7, 0.95, 1, 4.6, true);
}
