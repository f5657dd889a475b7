/** @file A kitchen to live in: table in the middle, units and stove along the walls, a window on the garden. */
import { drawPendant } from '../furniture/lamps.js';
import { Local } from '../furniture/local.js';
import { standAt, sitAt } from '../furniture/marks.js';
import { accent, anyWood, cloth, iron, oak, shade, steel, white } from '../furniture/materials.js';
import { drawClock, drawPicture, drawRadiator, drawSwitch } from '../furniture/on-walls.js';
import { buildRoom, placeIn } from '../furniture/room.js';
import { drawChair } from '../furniture/seats.js';
import { drawShelf } from '../furniture/storage.js';
import { drawTable, drawUnits } from '../furniture/tables.js';
import { drawBottle, drawCup, drawFlowers, drawFruitBowl, drawPlant, drawTeapot } from '../furniture/things.js';
import { drawOutlook } from '../furniture/window.js';
import type { PlaceGrammar } from '../place.js';

/** The kitchen of a house or flat. */
export const kitchen: PlaceGrammar = {
  name: 'kitchen',
  words: [
    'kitchen',
    'kitchenette',
    'dining room',
    'breakfast room',
    'cuisine',
    'salle à manger',
    'küche',
    'wohnküche',
    'esszimmer',
    'cocina',
    'comedor',
    '厨房',
    '饭厅',
    '餐室',
  ],
  interior: true,
  build(scene, random, request) {
    const k = new Local(scene, random, request.time);
    const paint = { tone: random.range(0.6, 0.8), tint: accent(random) };
    const wood = random.pick([oak, anyWood(random)]);
    const room = buildRoom(k, {
      width: 6,
      depth: 5.8,
      height: 2.7,
      floorFinish: random.pick(['boards', 'tiles', 'checker']),
      wallFinish: random.pick(['plain', 'plain', 'paper']),
      windows: [{ wall: 'back', x: random.range(-0.5, -0.1), width: 1.8, from: 1, to: 2.2, curtains: cloth(random, 0.8) }],
      doors: [
        { wall: 'front', x: -1.6, leaf: 'panels' },
        { wall: 'right', x: 0.6, leaf: 'glazed', paint: white },
      ],
    });
    const back = room.wall('back');
    drawOutlook(back, random.pick(['hills', 'trees', 'town']));
    drawUnits(back.at(1.95, 0, 0.32), 2.05, paint, { tone: 0.55 });
    drawShelf(back.at(2.0, 1.72, 0), 1.7, wood, 'jars');
    drawShelf(back.at(2.0, 2.12, 0), 1.7, wood, random.pick(['jars', 'bottles']));
    back.lathe(
      2.45,
      0.9,
      0.34,
      [
        [0.13, 0],
        [0.15, 0.12],
        [0.09, 0.2],
        [0.02, 0.23],
      ],
      iron,
    );
    back.line(
      [
        [2.31, 1.02, 0.36],
        [2.22, 1.13, 0.36],
      ],
      2.4,
    );
    back.box(1.5, 0.9, 0.3, 0.5, 0.012, 0.4, steel);
    back.tube(
      [
        [1.5, 0.9, 0.1],
        [1.5, 1.16, 0.1],
        [1.5, 1.2, 0.16],
        [1.5, 1.14, 0.22],
      ],
      0.016,
      steel,
      6,
    );
    drawStove(room.wall('left').at(1.75, 0, 0));
    const side = room.wall('left');
    drawPicture(side, -0.4, 1.35, 0.7, 0.55);
    drawRadiator(side, -0.4, 1.2);
    drawClock(back, -2.2, 1.95, 0.16);
    // Refrigerator and dresser on the other side, seen in the reverse view.
    const front = room.wall('front');
    front.box(-1.9, 0.04, 0.34, 0.66, 1.72, 0.64, white);
    front.line(
      [
        [-2.23, 1.2, 0.67],
        [-1.57, 1.2, 0.67],
      ],
      1,
    );
    for (const y of [0.9, 1.3]) front.box(-2.17, y, 0.69, 0.03, 0.22, 0.03, steel);
    drawShelf(front.at(0.1, 1.55, 0), 1.1, wood, 'books');
    drawSwitch(front, 0.98);
    drawPlant(room.wall('right').at(-1.9, 0, 0.45), 1.15);

    drawTable(k.at(0, 0, 0), 1.7, 0.9, wood);
    drawChair(k.at(-1.06, 0, 0, Math.PI / 2), wood);
    drawChair(k.at(1.06, 0, 0, -Math.PI / 2), wood);
    drawChair(k.at(0.35, 0, -0.72, 0.2), wood);
    drawChair(k.at(-0.5, 0, 0.86, Math.PI - 0.35), wood);
    drawTeapot(k.at(0, 0.74, -0.05, random.range(-0.6, 0.6)));
    drawCup(k.at(-0.42, 0.74, 0.14), white, true);
    drawCup(k.at(0.44, 0.74, -0.1), white, true);
    if (random.chance(0.5)) drawFruitBowl(k.at(0.3, 0.74, 0.22));
    else drawFlowers(k.at(0.25, 0.74, 0.25));
    drawBottle(back.at(1.15, 0.9, 0.2));
    drawPendant(k.at(0, 2.7, 0), 0.84, { tone: 0.34, tint: accent(random) });

    return placeIn(k, room, {
      marks: [
        sitAt(k, -0.98, 0, 1, 0),
        sitAt(k, 0.98, 0, -1, 0),
        standAt(k, -1.55, -1.35, 0, 0),
        standAt(k, 1.7, -1.25, 0.6, 0.6),
        standAt(k, -1.6, 1.9, 0, 0),
        standAt(k, 0.3, -1.55, 0, 0.4, 'lean'),
        standAt(k, 1.9, 1.1, 0, 0),
      ],
      views: [
        [[0.75, 1.5, 2.72], [-0.1, 1.08, -0.6], 50],
        [[1.95, 1.55, -1.6], [-0.7, 1.0, 1.2], 54],
      ],
      lamp: [0, 1.82, 0],
    });
  },
};

/** An iron range with a pipe, its back at the wall. */
function drawStove(k: Local): void {
  k.box(0, 0.06, 0.36, 0.95, 0.8, 0.7, iron);
  k.box(0, 0.86, 0.36, 1, 0.03, 0.74, shade(iron, 0.7));
  k.outline(0.05, 0.2, 0.716, 0.5, 0.42, 1.1);
  k.box(0.05, 0.56, 0.73, 0.42, 0.025, 0.03, steel);
  for (const x of [-0.36, -0.24, 0.4])
    k.lathe(
      x,
      0.7,
      0.72,
      [
        [0.001, -0.03],
        [0.03, -0.01],
        [0.03, 0.01],
        [0.001, 0.03],
      ],
      steel,
      8,
    );
  k.lathe(
    0.2,
    0.89,
    0.4,
    [
      [0.15, 0],
      [0.15, 0.16],
      [0.13, 0.2],
      [0.02, 0.22],
    ],
    { tone: 0.6 },
  );
  k.lathe(
    -0.24,
    0.89,
    0.34,
    [
      [0.11, 0],
      [0.12, 0.09],
    ],
    { tone: 0.5, tint: [1, 0.62, 0.5] },
  );
  k.tube(
    [
      [-0.3, 0.88, 0.14],
      [-0.3, 2.7, 0.14],
    ],
    0.08,
    shade(iron, 1.2),
    9,
  );
}
