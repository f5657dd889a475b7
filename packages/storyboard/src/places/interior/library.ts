/** @file A library: tall cases in rows with a rolling ladder, reading tables with green lamps, a gallery of arches. */
import { drawChandelier } from '../furniture/lamps.js';
import { Local } from '../furniture/local.js';
import { sitAt, standAt } from '../furniture/marks.js';
import { brass, cloth, oak, walnut } from '../furniture/materials.js';
import { drawClock } from '../furniture/on-walls.js';
import { buildRoom, placeIn } from '../furniture/room.js';
import { drawChair } from '../furniture/seats.js';
import { drawBookcase } from '../furniture/storage.js';
import { drawTable } from '../furniture/tables.js';
import { drawBookPile, drawPapers } from '../furniture/things.js';
import { drawOutlook } from '../furniture/window.js';
import type { PlaceGrammar } from '../place.js';

/** A library, archive or bookshop. */
export const library: PlaceGrammar = {
  name: 'library',
  words: [
    'library',
    'reading room',
    'archive',
    'archives',
    'records room',
    'bookshop',
    'bookstore',
    'book shop',
    'bibliothèque',
    'librairie',
    'salle de lecture',
    'bibliothek',
    'bücherei',
    'archiv',
    'lesesaal',
    'buchhandlung',
    'biblioteca',
    'librería',
    'sala de lectura',
    'archivo',
    '图书馆',
    '书店',
    '阅览室',
    '档案室',
  ],
  interior: true,
  build(scene, random, request) {
    const k = new Local(scene, random, request.time);
    const wood = random.pick([walnut, oak]);
    const room = buildRoom(k, {
      width: 9,
      depth: 9.6,
      height: 4,
      wall: { tone: 0.82, tint: [1, 0.94, 0.82] },
      floorFinish: random.pick(['parquet', 'boards']),
      windows: [-2.6, 2.6].map((x) => ({ wall: 'back' as const, x, width: 1.2, from: 1.2, to: 3.6, panes: [2, 4] as const })),
      doors: [{ wall: 'front', x: 2.4, double: true, leaf: 'panels', paint: wood }],
    });
    const [back, left, right, front] = [room.wall('back'), room.wall('left'), room.wall('right'), room.wall('front')];
    drawOutlook(back, 'town', 4);
    for (const x of [-3.2, -1.05, 1.1, 3.25]) {
      drawBookcase(left.at(x, 0, 0), 2.05, 3.2, wood);
      drawBookcase(right.at(x, 0, 0), 2.05, 3.2, wood);
    }
    for (const wall of [left, right]) wall.box(0, 3.2, 0.2, 9.4, 0.14, 0.42, wood);
    drawBookcase(back.at(0, 0, 0), 2.6, 3.2, wood);
    drawBookcase(front.at(0.2, 0, 0), 2, 2.6, wood);
    drawClock(back, 0, 3.62, 0.2);
    // Free-standing cases that make an aisle.
    for (const x of [-2.7, 2.7])
      for (const turn of [0, Math.PI]) drawBookcase(k.at(x, 0, -3 + (turn ? -0.02 : 0.02), turn), 1.5, 2.1, wood);
    // The ladder.
    for (const dz of [-0.22, 0.22])
      k.tube(
        [
          [-3.5, 0, 0.6 + dz],
          [-4.1, 3.15, 0.6 + dz],
        ],
        0.025,
        wood,
        6,
      );
    for (let i = 1; i < 9; i++)
      k.tube(
        [
          [-3.5 - i * 0.067, i * 0.35, 0.38],
          [-3.5 - i * 0.067, i * 0.35, 0.82],
        ],
        0.018,
        wood,
        5,
      );
    for (const z of [-0.4, 2.4]) {
      drawTable(k.at(0, 0, z), 2.6, 1, wood);
      for (const x of [-0.75, 0.75]) {
        k.lathe(
          x,
          0.74,
          z,
          [
            [0.1, 0],
            [0.09, 0.02],
            [0.015, 0.04],
            [0.012, 0.32],
          ],
          brass,
          10,
        );
        k.tube(
          [
            [x - 0.2, 1.09, z],
            [x + 0.2, 1.09, z],
          ],
          0.07,
          k.dark ? { tone: 0.9, glow: 0.75, tint: [0.6, 0.95, 0.68] } : { tone: 0.5, tint: [0.5, 0.85, 0.6] },
          9,
        );
        k.light(x, 0.98, z, 0.6, 2.6);
        drawBookPile(k.at(x + 0.32, 0.74, z + random.range(-0.3, 0.3)), random.integer(1, 5));
      }
      drawPapers(k.at(-0.2, 0.74, z - 0.2), 2);
    }
    for (const [x, z, turn] of [
      [-0.6, -1.15, 0],
      [0.65, 0.42, Math.PI],
      [0.7, -1.2, 0.2],
      [-0.7, 3.15, Math.PI + 0.25],
      [0.6, 1.65, 0.1],
      [-1.5, 2.3, 1.2],
    ])
      drawChair(k.at(x, 0, z, turn), wood, cloth(random, 0.45, [0.95, 0.55, 0.5]));
    drawChandelier(k.at(0, 4, -1), 0.8, 0.6, 8, brass, 0.8, 7);
    return placeIn(k, room, {
      marks: [
        sitAt(k, -0.6, -1.05, 0.2, 0.4),
        sitAt(k, 0.65, 0.32, -0.4, -1),
        standAt(k, -2.2, 0.6, -0.9, 0.9),
        standAt(k, -0.9, 0.95, -2.2, 0.6),
        standAt(k, -3.3, -1, -6, -1),
        standAt(k, 3.3, -0.6, 6, -0.6),
        standAt(k, 0.2, -3.6, 0.2, 0),
        standAt(k, 2.2, 3.6, 0, 0),
      ],
      views: [
        [[2.35, 1.6, 4.3], [-0.3, 1.25, -1], 56],
        [[-2.1, 1.7, -4.0], [0.5, 1.05, 0.8], 56],
      ],
      lamp: [0.75, 1.0, -0.4],
    });
  },
};
