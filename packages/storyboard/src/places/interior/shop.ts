/** @file A shop: shelves of goods in aisles, a till on its counter, price signs, a fridge with glass doors. */
import { drawTubeLight } from '../furniture/lamps.js';
import { drawSign } from '../furniture/lettering.js';
import { Local } from '../furniture/local.js';
import { standAt } from '../furniture/marks.js';
import { accent, birch, black, oak, shade, steel, white } from '../furniture/materials.js';
import { drawClock } from '../furniture/on-walls.js';
import { buildRoom, placeIn } from '../furniture/room.js';
import { drawGoods, drawRack, drawShelf } from '../furniture/storage.js';
import { drawCounter } from '../furniture/tables.js';
import { drawCrate } from '../furniture/things.js';
import { drawOutlook } from '../furniture/window.js';
import type { PlaceGrammar } from '../place.js';

/** A grocery, supermarket or store. */
export const shop: PlaceGrammar = {
  name: 'shop',
  words: [
    'shop',
    'store',
    'supermarket',
    'grocery',
    'grocery store',
    'convenience store',
    'general store',
    'pharmacy',
    'drugstore',
    'corner shop',
    'department store',
    'market hall',
    'mall',
    'boutique',
    'gift shop',
    'pawn shop',
    'liquor store',
    'gas station store',
    'bakery',
    'magasin',
    'supermarché',
    'épicerie',
    'pharmacie',
    'boulangerie',
    'laden',
    'geschäft',
    'supermarkt',
    'apotheke',
    'bäckerei',
    'kaufhaus',
    'tienda',
    'supermercado',
    'farmacia',
    'panadería',
    '商店',
    '超市',
    '便利店',
    '药店',
    '小卖部',
    '杂货店',
    '商场',
  ],
  interior: true,
  build(scene, random, request) {
    const k = new Local(scene, random, request.time);
    const paint = { tone: 0.7, tint: accent(random) };
    const room = buildRoom(k, {
      width: 9,
      depth: 9,
      height: 3.1,
      wall: { tone: 0.92, tint: [1, 0.99, 0.95] },
      floor: { tone: 0.82, tint: [0.96, 0.97, 0.98] },
      floorFinish: random.pick(['large-tiles', 'checker']),
      ceiling: { tone: 0.9 },
      windows: [
        { wall: 'front', x: 2.4, width: 3.6, from: 0.5, to: 2.6, panes: [3, 1] },
        { wall: 'front', x: -2.9, width: 2.6, from: 0.5, to: 2.6, panes: [2, 1] },
      ],
      doors: [{ wall: 'front', x: -0.4, leaf: 'glazed', paint: steel, width: 1 }],
    });
    const [back, left, front] = [room.wall('back'), room.wall('left'), room.wall('front')];
    drawOutlook(front, 'town', 0.1);
    // Aisles along z: two-sided shelves.
    for (const x of [-2.2, 0.3])
      for (let part = 0; part < 2; part++) {
        const z = -2.6 + part * 2.1;
        k.box(x, 0, z, 0.06, 1.75, 2, shade(paint, 0.8));
        k.box(x, 0, z, 0.9, 0.12, 2, shade(paint, 0.6));
        for (const y of [0.12, 0.55, 0.98, 1.38])
          for (const side of [-1, 1]) {
            k.box(x + side * 0.24, y, z, 0.4, 0.03, 2, white);
            drawGoods(
              k.at(x + side * 0.22, y + 0.03, z, (side * Math.PI) / 2),
              1.9,
              y > 1.2 ? 'bottles' : random.pick(['boxes', 'jars', 'boxes']),
              0.33,
            );
            k.line(
              [
                [x + side * 0.445, y + 0.015, z - 1],
                [x + side * 0.445, y + 0.015, z + 1],
              ],
              1.6,
              { color: '#fff7dc', px: true, alpha: 0.9 },
            );
          }
      }
    drawSign(k.at(-2.2, 0, 0.65), '1', 0, 2.1, 0.34, paint, '#fffdf6');
    drawSign(k.at(0.3, 0, 0.65), '2', 0, 2.1, 0.34, paint, '#fffdf6');
    for (const x of [-2.2, 0.3])
      k.line(
        [
          [x, 2.44, 0.65],
          [x, 3.1, 0.65],
        ],
        1,
      );
    // Glass-door fridges at the back, shelves on the left.
    for (let i = 0; i < 5; i++) {
      const x = -3.6 + i * 1.0;
      back.box(x, 0, 0.35, 0.98, 2.1, 0.7, { tone: 0.8, tint: [0.9, 0.95, 1] });
      back.panel(x, 0.2, 0.706, 0.84, 1.7, { tone: 0.9, glow: 0.55, tint: [0.85, 0.96, 1], line: 0.8 });
      for (const y of [0.25, 0.68, 1.1, 1.5])
        drawGoods(back.at(x, y, 0.76), 0.78, random.pick(['bottles', 'jars', 'bottles']), 0.28);
      back.box(x + 0.38, 0.9, 0.86, 0.03, 0.4, 0.03, steel);
      back.light(x, 1.2, 1.4, 0.16, 2.6, true, false);
    }
    for (const x of [-2.2, 0]) drawRack(left.at(x, 0, 0), 2, 2, 0.45, 5, 0.95);
    // Crates of fruit, the till.
    for (const [x, tint] of [
      [1.9, [1, 0.6, 0.4]],
      [2.55, [0.65, 0.85, 0.5]],
      [3.2, [1, 0.82, 0.4]],
    ] as const) {
      drawCrate(k.at(x, 0.45, -3.7), 0.6, 0.24, 0.5, true);
      k.box(x, 0, -3.75, 0.62, 0.45, 0.5, oak);
      for (let i = 0; i < 9; i++)
        k.blob(
          x - 0.2 + (i % 3) * 0.2,
          0.72,
          -3.85 + Math.floor(i / 3) * 0.15,
          [0.08, 0.075, 0.08],
          { tone: 0.66, tint: [...tint], line: 0.8 },
          0.05,
          4,
        );
    }
    const till = k.at(2.9, 0, 0.8, -Math.PI / 2);
    drawCounter(till, 2.3, 0.7, 0.95, paint, birch, 0.75);
    till.prism(
      [
        [-0.2, 0.95],
        [0.16, 0.95],
        [0.1, 1.1],
        [-0.2, 1.18],
      ],
      -0.55,
      -0.15,
      black,
    );
    till.box(-0.35, 1.18, -0.15, 0.3, 0.22, 0.04, black);
    drawGoods(till.at(0.65, 0.95, 0), 0.7, 'boxes', 0.18);
    drawShelf(room.wall('right').at(0.9, 1.2, 0), 2.4, birch, 'bottles');
    drawShelf(room.wall('right').at(0.9, 1.65, 0), 2.4, birch, 'boxes');
    drawShelf(room.wall('right').at(0.9, 2.1, 0), 2.4, birch, 'jars');
    drawClock(room.wall('right'), -1.6, 2.3);
    for (const x of [-2.6, 1.2]) for (const z of [-2.4, 1.6]) drawTubeLight(k.at(x, 3.1, z), 1.6, 0.62, 5.2);
    return placeIn(k, room, {
      marks: [
        standAt(k, 3.6, 0.8, 2.2, 0.85),
        standAt(k, 2.2, 0.85, 3.6, 0.8),
        standAt(k, -0.95, -1.6, 1, -1.6),
        standAt(k, -0.9, 1.8, 0, -3),
        standAt(k, 1.6, -2, 4, -3),
        standAt(k, 1.2, 2.4, 3, 1),
        standAt(k, -0.5, -3.6 + 0.4, -0.5, -6),
        standAt(k, -3.3, 1.4, 0, 0),
      ],
      views: [
        [[-0.7, 1.65, 4.15], [0.85, 1.1, -0.6], 58],
        [[1.45, 1.7, -3.1], [2.0, 1.05, 1.4], 60],
      ],
      lamp: [1.2, 2.8, 1.6],
      exit: [0.4, 0, 3.9],
    });
  },
};
