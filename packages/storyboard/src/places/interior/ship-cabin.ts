/** @file A ship's cabin: bunk with its board, portholes on the sea, a chart table under a swinging lamp, beams overhead. */
import type { V3 } from '../../world/vector.js';
import { drawPorthole } from '../furniture/hull.js';
import { Local } from '../furniture/local.js';
import { lieAt, sitAt, standAt } from '../furniture/marks.js';
import { brass, cloth, oak, paper, shade, walnut, white } from '../furniture/materials.js';
import { drawClock, drawCoatRack } from '../furniture/on-walls.js';
import { buildRoom, placeIn } from '../furniture/room.js';
import { drawStool } from '../furniture/seats.js';
import { drawShelf } from '../furniture/storage.js';
import { drawTable } from '../furniture/tables.js';
import { drawBookPile } from '../furniture/things.js';
import { drawOutlook } from '../furniture/window.js';
import type { PlaceGrammar } from '../place.js';

/** A cabin below deck. */
export const shipCabin: PlaceGrammar = {
  name: 'ship-cabin',
  words: [
    "ship's cabin",
    'ship cabin',
    'cabin',
    "captain's cabin",
    "captain's quarters",
    'below deck',
    'below decks',
    'stateroom',
    'berth',
    'boat',
    'yacht',
    'sailboat',
    'houseboat',
    'ship',
    'hold',
    'cargo hold',
    'galleon',
    'cabine',
    'cabine du capitaine',
    'cale',
    'bateau',
    'navire',
    'kajüte',
    'kabine',
    'koje',
    'schiff',
    'boot',
    'laderaum',
    'camarote',
    'barco',
    'bodega del barco',
    '船舱',
    '船长室',
    '轮船',
    '船上',
    '船',
    '客舱',
  ],
  interior: true,
  build(scene, random, request) {
    const k = new Local(scene, random, request.time);
    const wood = random.pick([oak, walnut]);
    const wall = shade(wood, 1.15);
    const room = buildRoom(k, {
      width: 4.4,
      depth: 4.8,
      height: 2.25,
      wall,
      wallFinish: 'planks',
      floorFinish: 'boards',
      floor: shade(wood, 1.05),
      ceiling: shade(wood, 1.2),
      skirting: wood,
      openings: [
        { wall: 'back', x: -0.75, width: 0.56, from: 1.22, to: 1.78 },
        { wall: 'back', x: 0.75, width: 0.56, from: 1.22, to: 1.78 },
        { wall: 'left', x: 0.3, width: 0.56, from: 1.22, to: 1.78 },
      ],
      doors: [
        { wall: 'front', x: -0.9, leaf: 'planks', width: 0.8, height: 1.85, paint: wood },
        { wall: 'right', x: 1.6, leaf: 'planks', width: 0.75, height: 1.85, paint: wood },
      ],
    });
    const [back, left, right, front] = [room.wall('back'), room.wall('left'), room.wall('right'), room.wall('front')];
    drawOutlook(back, 'sea', 2.5);
    drawOutlook(left, 'sea', 2.5);
    for (const x of [-0.75, 0.75]) drawPorthole(back, x, 1.5, 0.28, wall, brass);
    drawPorthole(left, 0.3, 1.5, 0.28, wall, brass);
    for (let z = -2.1; z < 2.3; z += 0.7) k.box(0, 2.12, z, 4.4, 0.13, 0.13, shade(wood, 0.8));
    // Bunk with drawers, lee board, curtain.
    const bunk = right.at(-0.95, 0, 0.46);
    bunk.box(0, 0, 0, 2.3, 0.55, 0.9, wood);
    for (const x of [-0.72, 0, 0.72]) {
      bunk.outline(x, 0.1, 0.456, 0.62, 0.34, 0.8);
      bunk.box(x, 0.28, 0.465, 0.12, 0.03, 0.03, brass);
    }
    bunk.box(0, 0.55, 0, 2.2, 0.12, 0.82, white);
    bunk.box(0.22, 0.6, 0, 1.7, 0.1, 0.86, cloth(random, 0.5));
    bunk.box(-0.86, 0.66, 0, 0.4, 0.12, 0.55, paper);
    bunk.box(0.3, 0.55, 0.46, 1.6, 0.22, 0.05, wood);
    drawShelf(right.at(-0.95, 1.45, 0), 2, wood, 'books', 0.22);
    right.line(
      [
        [-1.9, 1.55, 0.23],
        [0, 1.55, 0.23],
      ],
      1.2,
    );
    // Chart table with map, dividers, lamp; a stool and a sea chest.
    drawTable(k.at(-0.35, 0, -0.55), 1.5, 0.85, wood);
    const chart = k.at(-0.35, 0.745, -0.55, 0.08);
    chart.mat(0, 0.004, 0, 1.0, 0.66, { tone: 0.97, tint: [1, 0.94, 0.8] });
    chart.line(
      [
        [-0.48, 0.01, -0.1],
        [-0.2, 0.01, -0.22],
        [-0.05, 0.01, -0.05],
        [0.1, 0.01, -0.18],
        [0.2, 0.01, 0.05],
        [0.48, 0.01, 0],
      ],
      1,
    );
    for (const z of [-0.2, 0, 0.2])
      chart.line(
        [
          [-0.48, 0.008, z],
          [0.48, 0.008, z],
        ],
        0.4,
        { alpha: 0.5 },
      );
    chart.line(
      [
        [-0.3, 0.012, 0.24],
        [0.1, 0.012, -0.1],
      ],
      1,
      { color: '#b5483a', px: true },
    );
    chart.tube(
      [
        [0.28, 0.01, 0.16],
        [0.2, 0.12, 0.1],
        [0.14, 0.01, 0.2],
      ],
      0.007,
      brass,
      4,
    );
    chart.lathe(
      0.4,
      0.004,
      -0.2,
      [
        [0.07, 0],
        [0.07, 0.05],
        [0.001, 0.055],
      ],
      brass,
      12,
    );
    drawBookPile(k.at(-0.9, 0.74, -0.75), 2);
    drawStool(k.at(-1.3, 0, -0.45), 0.45, wood);
    drawStool(k.at(0.62, 0, -0.5), 0.45, wood);
    k.box(-1.5, 0, -1.95, 0.95, 0.45, 0.55, walnut);
    k.box(-1.5, 0.45, -1.95, 1, 0.06, 0.6, walnut);
    for (const x of [-1.8, -1.2]) k.box(x, 0, -1.95, 0.06, 0.52, 0.61, brass);
    k.tube(
      [
        [-0.3, 2.12, -0.5],
        [-0.28, 1.86, -0.5],
      ],
      0.008,
      brass,
      4,
    );
    k.lathe(
      -0.28,
      1.56,
      -0.5,
      [
        [0.07, 0],
        [0.1, 0.04],
        [0.07, 0.08],
        [0.09, 0.22],
        [0.03, 0.3],
      ],
      brass,
      12,
      true,
    );
    k.lathe(
      -0.28,
      1.62,
      -0.5,
      [
        [0.075, 0],
        [0.075, 0.15],
      ],
      k.shine(undefined, true),
      10,
    );
    k.light(-0.28, 1.6, -0.5, 0.95, 3.6, true);
    drawClock(back, 0, 1.62, 0.13);
    // A lifebuoy, oilskins, rope.
    const ring: V3[] = Array.from({ length: 19 }, (_, i) => [
      0.75 + Math.sin((i / 18) * Math.PI * 2) * 0.3,
      1.4 + Math.cos((i / 18) * Math.PI * 2) * 0.3,
      0.08,
    ]);
    front.tube(ring, 0.065, { tone: 0.85, tint: [1, 0.7, 0.55] }, 8);
    drawCoatRack(left, -1.3, 3, 1.7);
    for (let i = 0; i < 4; i++)
      k.tube(
        Array.from(
          { length: 13 },
          (_, j) =>
            [
              1.55 + Math.sin((j / 12) * Math.PI * 2) * (0.26 - i * 0.01),
              0.05 + i * 0.07,
              1.5 + Math.cos((j / 12) * Math.PI * 2) * (0.26 - i * 0.01),
            ] as V3,
        ),
        0.035,
        { tone: 0.7, tint: [0.95, 0.85, 0.62] },
        5,
      );
    if (!k.dark) for (const x of [-0.75, 0.75]) back.light(x, 1.5, 0.6, 2.4, 2.6, false, false);
    const place = placeIn(k, room, {
      marks: [
        sitAt(k, -1.22, -0.45, 1, -0.5),
        sitAt(k, 0.54, -0.5, -1.2, -0.5),
        standAt(k, -0.2, 0.75, 0, -0.6),
        sitAt(k, 1.25, 0.7 - 1.4, 0, -0.5, 0.6),
        lieAt(k, 1.7, -0.9, 0, 0.7),
        standAt(k, 0.75, -1.75, 0.75, -4),
        standAt(k, 0.4, 1.8, 0, 0),
        standAt(k, -1.5, 1.2, 0, 0),
      ],
      views: [
        [[0.75, 1.45, 2.15], [-0.2, 1.05, -0.8], 60],
        [[0.2, 1.6, -2.1], [-0.25, 0.95, 0.6], 64],
      ],
      lamp: [-0.28, 1.65, -0.5],
    });
    return { ...place, daylight: [-0.25, 0.5, -0.85] };
  },
};
