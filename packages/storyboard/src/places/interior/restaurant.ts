/** @file A restaurant: tables in white cloths with glasses and candles, a row of booths, lamps low over each table. */
import { drawCandle, drawPendant, drawSconce } from '../furniture/lamps.js';
import { Local } from '../furniture/local.js';
import { sitAt, standAt } from '../furniture/marks.js';
import { brass, cloth, oak, steel, walnut, white } from '../furniture/materials.js';
import { drawPicture } from '../furniture/on-walls.js';
import { buildRoom, placeIn } from '../furniture/room.js';
import { drawBooth, drawChair } from '../furniture/seats.js';
import { drawShelf } from '../furniture/storage.js';
import { drawCounter, drawTable } from '../furniture/tables.js';
import { drawBottle, drawFlowers, drawGlass, drawPlant, drawPlate } from '../furniture/things.js';
import { drawOutlook } from '../furniture/window.js';
import type { PlaceGrammar } from '../place.js';

/** A restaurant or dining car of the better sort. */
export const restaurant: PlaceGrammar = {
  name: 'restaurant',
  words: [
    'restaurant',
    'dining hall',
    'diner',
    'bistro',
    'brasserie',
    'pizzeria',
    'steakhouse',
    'steak house',
    'canteen',
    'mess hall',
    'cafeteria',
    'galley',
    'banquet hall',
    'burger joint',
    'fast food restaurant',
    'noodle shop',
    'salle de restaurant',
    'cantine',
    'réfectoire',
    'speisesaal',
    'mensa',
    'kantine',
    'imbiss',
    'restaurante',
    'cantina escolar',
    '餐厅',
    '饭店',
    '饭馆',
    '食堂',
    '餐馆',
    '面馆',
  ],
  interior: true,
  build(scene, random, request) {
    const k = new Local(scene, random, request.time);
    const wood = random.pick([walnut, oak]);
    const fabric = cloth(random, 0.5);
    const room = buildRoom(k, {
      width: 8.4,
      depth: 8,
      height: 3,
      wall: {
        tone: 0.8,
        tint: random.pick([
          [1, 0.88, 0.78],
          [0.88, 0.95, 0.88],
          [1, 0.94, 0.8],
        ]),
      },
      wallFinish: 'panels',
      floorFinish: random.pick(['parquet', 'carpet', 'checker']),
      windows: [-2.2, 1].map((x) => ({
        wall: 'left' as const,
        x,
        width: 2,
        from: 0.85,
        to: 2.5,
        panes: [2, 2] as const,
        curtains: fabric,
      })),
      doors: [
        { wall: 'front', x: -2.6, leaf: 'glazed', double: true, paint: wood },
        { wall: 'back', x: 3, double: true, width: 1.3, leaf: 'window', paint: steel },
      ],
    });
    const [back, left, right, front] = [room.wall('back'), room.wall('left'), room.wall('right'), room.wall('front')];
    drawOutlook(left, random.pick(['city', 'town', 'sea']), 0.4);
    for (const x of [-2.4, 0.1, 2.6]) drawBooth(right.at(x, 0, 0.4), 1.6, fabric);
    const tables = [
      [-1.4, 0.3],
      [-1.5, -2.4],
      [1.1, -1.5],
      [-2.0, 2.6],
      [0.9, 1.6],
    ] as const;
    for (const [x, z] of tables) {
      drawTable(k.at(x, 0, z), 0.95, 0.85, wood, 0.74, { tone: 0.98, soft: 'cloth' });
      for (const side of [-1, 1]) {
        drawChair(k.at(x + side * 0.78, 0, z, -side * (Math.PI / 2)), wood, fabric);
        drawPlate(k.at(x + side * 0.27, 0.75, z));
        drawGlass(k.at(x + side * 0.2, 0.75, z - 0.22));
        for (const dz of [-0.19, 0.19])
          k.line(
            [
              [x + side * 0.2, 0.757, z + dz],
              [x + side * 0.36, 0.757, z + dz],
            ],
            1,
          );
      }
      drawCandle(k.at(x, 0.75, z + 0.1), 0.16, 0.4, 1.9);
      drawPendant(k.at(x, 3, z), 1.15, { tone: 0.4, tint: fabric.tint }, 0.19, 0.65, 3.4);
    }
    for (const z of [-2.4, 0.1, 2.6]) {
      drawTable(k.at(3.25, 0, z), 0.75, 1.3, wood);
      drawBottle(k.at(3.2, 0.74, z - 0.3));
      drawGlass(k.at(3.15, 0.74, z + 0.2));
      drawSconce(right.at(z, 1.8, 0), 0.5, 3);
    }
    // A serving counter with bottles before the kitchen door.
    drawCounter(back.at(-0.4, 0, 0.35), 3, 0.55, 1.0, wood, white, 0.75);
    for (const y of [1.5, 1.95]) drawShelf(back.at(-0.4, y, 0), 2.8, wood, y > 1.6 ? 'jars' : 'bottles');
    drawFlowers(back.at(0.8, 1.0, 0.35));
    for (let i = 0; i < 3; i++) drawPlate(back.at(-1.3, 1 + i * 0.02, 0.35));
    drawPicture(back, -3, 1.4, 0.9, 0.7, brass, 'land');
    drawPicture(front, 0.9, 1.4, 1.4, 0.8, brass, 'land');
    drawPlant(k.at(-3.75, 0, -3.5), 1.6);
    drawPlant(k.at(3.7, 0, 3.6), 1.4);
    return placeIn(k, room, {
      marks: [
        sitAt(k, -2.05, 0.3, 0, 0.3),
        sitAt(k, -0.75, 0.3, -3, 0.3),
        standAt(k, 0.2, -0.4, -1.2, 0.3),
        sitAt(k, 1.75, -1.5, 0, -1.5),
        sitAt(k, 0.45, -1.5, 3, -1.5),
        standAt(k, 2.1, -3.0, 0, 0),
        standAt(k, 1.9, 2.9, 0, 0),
        standAt(k, -0.4, -2.9, 0, 0),
      ],
      views: [
        [[1.2, 1.5, 3.6], [-0.85, 1.0, -0.8], 54],
        [[-2.7, 1.6, -3.4], [0.2, 0.95, 0.9], 56],
      ],
      lamp: [-1.4, 1.85, 0.3],
    });
  },
};
