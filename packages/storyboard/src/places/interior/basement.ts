/** @file A basement: bare walls, pipes, boiler, shelves, a bulb, a high slit of window and wooden steps. */
import { drawPendant } from '../furniture/lamps.js';
import { Local } from '../furniture/local.js';
import { sitAt, standAt } from '../furniture/marks.js';
import { iron, oak, steel, stone } from '../furniture/materials.js';
import { buildRoom, placeIn } from '../furniture/room.js';
import { drawStool } from '../furniture/seats.js';
import { drawGoods, drawRack } from '../furniture/storage.js';
import { drawTable } from '../furniture/tables.js';
import { drawBarrel, drawCrate } from '../furniture/things.js';
import { drawOutlook } from '../furniture/window.js';
import type { PlaceGrammar } from '../place.js';

/** The cellar of a house. */
export const basement: PlaceGrammar = {
  name: 'basement',
  words: [
    'basement',
    'cellar',
    'boiler room',
    'crypt',
    'bunker',
    'shelter',
    'storage room',
    'store room',
    'storeroom',
    'sous-sol',
    'cave à vin',
    'keller',
    'weinkeller',
    'sótano',
    'bodega',
    'trastero',
    '地下室',
    '地窖',
    '储藏室',
    '防空洞',
  ],
  interior: true,
  build(scene, random, request) {
    const k = new Local(scene, random, request.time);
    const room = buildRoom(k, {
      width: 6.4,
      depth: 6.6,
      height: 2.5,
      wall: { tone: 0.64, tint: [0.96, 0.94, 0.92] },
      wallFinish: random.pick(['brick', 'ashlar']),
      floor: { tone: 0.56 },
      floorFinish: 'concrete',
      skirting: 'none',
      windows: [
        { wall: 'back', x: 0.9, width: 1.1, from: 1.85, to: 2.3, panes: [3, 1], sill: false },
        { wall: 'left', x: -0.8, width: 0.9, from: 1.85, to: 2.3, panes: [2, 1], sill: false },
      ],
      doors: [{ wall: 'front', x: 1.7, leaf: 'planks', paint: oak }],
    });
    const back = room.wall('back');
    drawOutlook(back, 'trees', -1.75);
    // Boiler with pipes that run under the ceiling.
    k.lathe(
      -2.2,
      0.08,
      -2.4,
      [
        [0.48, 0],
        [0.52, 0.1],
        [0.52, 1.5],
        [0.4, 1.72],
        [0.001, 1.78],
      ],
      { tone: 0.42, tint: [0.9, 0.6, 0.5] },
      18,
    );
    k.box(-2.2, 0, -2.4, 0.8, 0.1, 0.8, stone);
    k.box(-2.02, 0.4, -1.92, 0.34, 0.3, 0.06, iron, 0.35);
    k.lathe(
      -2.35,
      1.15,
      -1.92,
      [
        [0.001, 0],
        [0.07, 0.01],
        [0.07, 0.03],
      ],
      steel,
      10,
    );
    for (const [x, r] of [
      [-2.4, 0.05],
      [-2.05, 0.07],
    ])
      k.tube(
        [
          [x, 1.7, -2.45],
          [x, 2.28, -2.45],
          [x, 2.3, 3.1],
        ],
        r,
        { tone: 0.5, tint: [0.95, 0.8, 0.65] },
        8,
      );
    k.tube(
      [
        [-2.05, 2.2, -2.9],
        [3.1, 2.2, -2.9],
      ],
      0.06,
      steel,
      8,
    );
    drawRack(back.at(1.2, 0, 0.1), 2, 1.75, 0.45, 4);
    const right = room.wall('right');
    drawRack(right.at(-0.9, 0, 0), 1.9, 1.8, 0.45, 4, 0.5);
    drawGoods(right.at(-0.9, 0.6, 0.2), 1.5, 'jars', 0.22);
    drawGoods(right.at(-0.9, 1.02, 0.2), 1.5, 'jars', 0.22);
    drawBarrel(k.at(-0.75, 0, -2.7));
    drawBarrel(k.at(-0.15, 0, -2.75));
    drawCrate(k.at(2.2, 0, 0.9, 0.3), 0.6, 0.5, 0.5, true);
    drawCrate(k.at(2.5, 0, 1.6, -0.2), 0.5, 0.45, 0.5);
    drawCrate(k.at(2.25, 0.5, 0.95, -0.1), 0.4, 0.32, 0.4);
    drawTable(k.at(-0.2, 0, -0.6), 1.3, 0.7, oak);
    drawStool(k.at(-1.1, 0, -0.5), 0.45, oak);
    drawStool(k.at(0.75, 0, -0.5), 0.45, oak);
    k.lathe(
      0.2,
      0.74,
      -0.6,
      [
        [0.05, 0],
        [0.05, 0.12],
        [0.03, 0.16],
      ],
      steel,
      8,
    );
    // Wooden steps up along the left wall.
    for (let i = 0; i < 9; i++) k.box(-2.65, i * 0.24 + 0.16, 2.3 - i * 0.27, 0.9, 0.05, 0.28, oak);
    for (const x of [-3.08, -2.2])
      k.tube(
        [
          [x, 0.05, 2.5],
          [x, 2.35, -0.1],
        ],
        0.05,
        oak,
        4,
      );
    k.tube(
      [
        [-2.2, 0.95, 2.4],
        [-2.2, 2.4, 0.75],
      ],
      0.025,
      oak,
      6,
    );
    k.tube(
      [
        [-2.2, 0, 2.4],
        [-2.2, 0.98, 2.4],
      ],
      0.03,
      oak,
      6,
    );
    drawPendant(k.at(-0.2, 2.5, -0.4), 0.45, { tone: 0.3 }, 0.13, 1.1, 5.5);
    if (!k.dark) k.light(-0.2, 2, -0.4, 0.25, 5, true);
    return placeIn(k, room, {
      marks: [
        standAt(k, -0.8, 0.9, 0.6, 0.7),
        standAt(k, 0.6, 0.7, -0.8, 0.9),
        sitAt(k, -1.1, -0.5, 1, -0.6, 0.45),
        sitAt(k, 0.75, -0.5, -1, -0.6, 0.45),
        standAt(k, -1.3, -1.9, -2.2, -2.4),
        standAt(k, 1.5, -1.9, 0, 0.4),
        standAt(k, 1.5, 2.3, 0, 0),
      ],
      views: [
        [[1.9, 1.5, 3.05], [-0.45, 1.05, -0.9], 56],
        [[2.4, 1.6, -2.2], [-0.9, 1.0, 0.9], 58],
      ],
      lamp: [-0.2, 1.95, -0.4],
    });
  },
};
