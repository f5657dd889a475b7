/** @file A café: round tables, bentwood chairs, the counter with its machine and cake case, a big window on the street. */
import { drawPendant } from '../furniture/lamps.js';
import { drawLetters, drawSign } from '../furniture/lettering.js';
import { Local } from '../furniture/local.js';
import { sitAt, standAt } from '../furniture/marks.js';
import { accent, anyWood, birch, black, iron, steel, white } from '../furniture/materials.js';
import { drawBoard, drawClock, drawCoatRack, drawPicture } from '../furniture/on-walls.js';
import { buildRoom, placeIn } from '../furniture/room.js';
import { drawBooth, drawChair } from '../furniture/seats.js';
import { drawShelf } from '../furniture/storage.js';
import { drawCounter, drawRoundTable } from '../furniture/tables.js';
import { drawCup, drawFlowers, drawPlant } from '../furniture/things.js';
import { drawOutlook } from '../furniture/window.js';
import type { PlaceGrammar } from '../place.js';

/** A coffee house or tea room. */
export const cafe: PlaceGrammar = {
  name: 'cafe',
  words: [
    'café',
    'cafe',
    'coffee shop',
    'coffee house',
    'coffeehouse',
    'tea room',
    'tea house',
    'teahouse',
    'ice cream parlor',
    'internet cafe',
    'cafétéria',
    'salon de thé',
    'kaffeehaus',
    'konditorei',
    'eisdiele',
    'cafetería',
    'salón de té',
    '咖啡馆',
    '咖啡厅',
    '咖啡店',
    '茶馆',
    '茶室',
  ],
  interior: true,
  build(scene, random, request) {
    const k = new Local(scene, random, request.time);
    const wood = anyWood(random);
    const paint = { tone: 0.66, tint: accent(random) };
    const room = buildRoom(k, {
      width: 7.6,
      depth: 7,
      height: 3.1,
      wall: { tone: 0.88, tint: [1, 0.95, 0.86] },
      dado: { height: 1.0, paint },
      floorFinish: random.pick(['checker', 'boards']),
      windows: [{ wall: 'left', x: -0.6, width: 3.6, from: 0.7, to: 2.6, panes: [3, 1], frame: wood }],
      doors: [
        { wall: 'left', x: 2.3, leaf: 'glazed', paint: wood },
        { wall: 'front', x: -1.6, leaf: 'panels', paint: wood },
      ],
    });
    const [back, left, front, right] = [room.wall('back'), room.wall('left'), room.wall('front'), room.wall('right')];
    drawOutlook(left, 'town', 0.1);
    drawLetters(left, 'CAFÉ', -0.6, 2.1, -0.02, 0.34, 3, '#fffdf6');
    drawCounter(k.at(1.7, 0, -2.15), 3, 0.65, 1.05, paint, birch, 0.6);
    // Coffee machine, cups, cake under glass.
    const machine = k.at(2.5, 1.05, -2.2);
    machine.box(0, 0, 0, 0.75, 0.1, 0.5, steel);
    machine.box(0, 0.1, -0.12, 0.72, 0.36, 0.26, steel);
    machine.box(0, 0.4, 0.02, 0.78, 0.1, 0.52, steel);
    for (const x of [-0.2, 0.2]) {
      machine.lathe(
        x,
        0.28,
        0.14,
        [
          [0.03, 0],
          [0.045, 0.06],
          [0.045, 0.1],
        ],
        black,
        9,
      );
      machine.tube(
        [
          [x, 0.3, 0.18],
          [x, 0.28, 0.32],
        ],
        0.014,
        black,
        5,
      );
    }
    for (let i = 0; i < 5; i++) drawCup(machine.at(-0.28 + i * 0.14, 0.5, 0.05));
    k.box(1.1, 1.05, -2.15, 1.1, 0.04, 0.5, birch);
    k.box(1.1, 1.38, -2.2, 1.1, 0.03, 0.4, steel);
    for (const x of [0.57, 1.63]) k.box(x, 1.05, -2.2, 0.03, 0.35, 0.4, steel);
    for (const x of [0.8, 1.12, 1.42])
      k.lathe(
        x,
        1.1,
        -2.1,
        [
          [0.14, 0],
          [0.14, 0.07],
          [0.12, 0.1],
          [0.001, 0.1],
        ],
        { tone: random.range(0.5, 0.85), tint: accent(random) },
        14,
        true,
      );
    for (const y of [1.55, 2.0]) drawShelf(back.at(1.9, y, 0), 2.6, wood, y > 1.8 ? 'jars' : 'bottles');
    drawBoard(back, -0.75, 1.35, 1.5, 1.1, 'chalk');
    drawSign(back, 'CAFÉ', 1.9, 2.5, 0.34, { tone: 0.25, tint: [0.85, 0.75, 0.65] }, '#fff3cf');
    drawClock(back, -2.4, 2.2, 0.2);
    for (const [x, z, a] of [
      [-1.6, 0.2, Math.PI / 2],
      [0.9, 0.6, 0.5],
      [-2.4, -1.9, 0.8],
      [-1.5, 2.3, 2.1],
      [2.6, 2.2, 1.2],
    ] as const) {
      drawRoundTable(k.at(x, 0, z), 0.38, white, 0.74, iron);
      for (const turn of [a, a + Math.PI])
        drawChair(k.at(x + Math.sin(turn) * 0.72, 0, z + Math.cos(turn) * 0.72, turn + Math.PI), wood);
      drawCup(k.at(x + 0.12, 0.74, z + 0.1), white, true);
      drawCup(k.at(x - 0.14, 0.74, z - 0.05));
      if (random.chance(0.6)) drawFlowers(k.at(x, 0.74, z - 0.18));
    }
    drawBooth(right.at(1.6, 0, 0.35), 2.2);
    for (const x of [-1.2, 0.2, 1.5]) drawPicture(right, x, 1.5, 0.5, 0.65, wood);
    drawPicture(front, 0.8, 1.4, 1.3, 0.7, wood, 'land');
    drawCoatRack(front, 2.6, 4, 1.65);
    drawPlant(k.at(-3.4, 0, -3.1), 1.5);
    for (const [x, z] of [
      [-1.6, 0.2],
      [0.9, 0.6],
      [1.7, -2.1],
      [2.6, 2.2],
    ])
      drawPendant(k.at(x, 3.1, z), 1.05, { tone: 0.8, tint: [1, 0.9, 0.75] }, 0.2, 0.75, 4);
    return placeIn(k, room, {
      marks: [
        sitAt(k, -2.2, 0.2, 0, 0.2),
        sitAt(k, -1.0, 0.2, -4, 0.2),
        standAt(k, 1.6, -1.45, 1.5, -2.8),
        standAt(k, 1.5, -2.85, 1.6, -1.4),
        sitAt(k, 0.9 + 0.29, 0.6 + 0.53, 0.6, 0),
        standAt(k, -0.4, 1.7, 0.6, -1),
        standAt(k, -2.9, -1.0, 0, 0),
        standAt(k, 0.3, 2.8, 0, 0),
      ],
      views: [
        [[0.6, 1.5, 3.2], [-0.45, 1.05, -0.9], 58],
        [[2.9, 1.65, -1.2], [-1.7, 0.95, 0.5], 54],
      ],
      lamp: [-1.6, 2.05, 0.2],
      exit: [-3.2, 0, -2.3],
    });
  },
};
