/** @file A bar: the long counter with stools, bottles before a mirror, taps, low lamps, a neon sign. */
import type { V3 } from '../../world/vector.js';
import { drawPendant, drawSconce } from '../furniture/lamps.js';
import { drawSign } from '../furniture/lettering.js';
import { Local } from '../furniture/local.js';
import { sitAt, standAt } from '../furniture/marks.js';
import { brass, cloth, iron, oak, shade, walnut } from '../furniture/materials.js';
import { drawPicture } from '../furniture/on-walls.js';
import { buildRoom, placeIn } from '../furniture/room.js';
import { drawBooth, drawChair, drawStool } from '../furniture/seats.js';
import { drawGoods } from '../furniture/storage.js';
import { drawCounter, drawRoundTable } from '../furniture/tables.js';
import { drawBottle, drawGlass } from '../furniture/things.js';
import { drawOutlook } from '../furniture/window.js';
import type { PlaceGrammar } from '../place.js';

/** A pub, bar or night club. */
export const bar: PlaceGrammar = {
  name: 'bar',
  words: [
    'bar',
    'pub',
    'tavern',
    'saloon',
    'inn',
    'nightclub',
    'night club',
    'club',
    'cocktail bar',
    'jazz club',
    'disco',
    'casino',
    'izakaya',
    'bistrot',
    'boîte de nuit',
    'taverne',
    'kneipe',
    'wirtshaus',
    'gasthaus',
    'gaststätte',
    'nachtclub',
    'taberna',
    'cantina',
    'discoteca',
    '酒吧',
    '酒馆',
    '夜总会',
    '夜店',
    '客栈',
  ],
  interior: true,
  build(scene, random, request) {
    const k = new Local(scene, random, request.time);
    const wood = random.pick([walnut, oak]);
    const seat = cloth(random, 0.42);
    const room = buildRoom(k, {
      width: 8,
      depth: 7.4,
      height: 3,
      wall: {
        tone: 0.62,
        tint: random.pick([
          [0.75, 0.9, 0.8],
          [1, 0.78, 0.66],
          [0.78, 0.82, 0.95],
        ]),
      },
      dado: { height: 1.1, paint: wood },
      floorFinish: 'boards',
      floor: { tone: 0.58, tint: [0.9, 0.76, 0.6] },
      windows: [{ wall: 'left', x: -1.2, width: 1.7, from: 0.95, to: 2.4, panes: [3, 3], frame: wood }],
      doors: [
        { wall: 'left', x: 1.6, leaf: 'glazed', paint: wood },
        { wall: 'front', x: -2.2, leaf: 'panels', paint: wood },
      ],
    });
    const [back, left, front, right] = [room.wall('back'), room.wall('left'), room.wall('front'), room.wall('right')];
    drawOutlook(left, 'town');
    // Bar along the back: counter, foot rail, stools; behind it bottles before a mirror.
    drawCounter(k.at(0.6, 0, -1.9), 5.6, 0.62, 1.1, wood, shade(wood, 0.8), 0.7);
    k.tube(
      [
        [-2.2, 0.2, -1.45],
        [3.4, 0.2, -1.45],
      ],
      0.025,
      brass,
      6,
    );
    for (let i = 0; i < 6; i++) drawStool(k.at(-1.75 + i * 0.88, 0, -1.15 + random.range(-0.06, 0.08)), 0.75, iron, seat);
    back.box(0.6, 0, 0.2, 5.2, 0.95, 0.4, wood);
    back.panel(0.6, 1.05, 0.02, 4.6, 1.5, { tone: 0.72, tint: [0.86, 0.95, 1], line: 0.8 });
    for (const x of [-1.85, -0.2, 1.4, 3.05]) back.box(x, 0.95, 0.12, 0.1, 1.75, 0.24, wood);
    for (const y of [1.0, 1.42, 1.84]) {
      back.box(0.6, y - 0.03, 0.13, 5, 0.03, 0.24, wood);
      drawGoods(back.at(0.6, y, 0.13), 4.8, 'bottles', 0.32);
    }
    back.box(0.6, 2.62, 0.2, 5.4, 0.16, 0.4, wood);
    drawSign(back.at(-3.15, 0, 0), 'BAR', 0, 2.15, 0.42, { tone: 0.3, tint: [1, 0.5, 0.45] }, '#fff3cf', true);
    back.light(-3.1, 2.2, 0.6, 0.6, 3.2);
    // Taps, glasses, a bowl.
    for (const x of [0.2, 0.45, 0.7]) {
      k.lathe(
        x,
        1.1,
        -2.0,
        [
          [0.03, 0],
          [0.025, 0.22],
          [0.04, 0.24],
          [0.02, 0.36],
          [0.03, 0.4],
        ],
        brass,
        9,
      );
      k.tube(
        [
          [x, 1.3, -2.0],
          [x, 1.32, -1.88],
          [x, 1.26, -1.86],
        ],
        0.012,
        brass,
        5,
      );
    }
    for (const x of [-1.5, -0.8, 1.6, 1.75, 2.4]) drawGlass(k.at(x, 1.1, -1.8 + random.range(-0.08, 0.12)));
    drawBottle(k.at(1.45, 1.1, -1.85));
    for (const x of [-1.2, 0.6, 2.4]) drawPendant(k.at(x, 3, -1.85), 0.95, { tone: 0.36, tint: [0.6, 0.9, 0.7] }, 0.2, 0.85, 3.4);
    // Tables.
    for (const [x, z] of [
      [-2.4, 0.5],
      [2.6, 0.8],
      [0.1, 2.2],
    ] as const) {
      drawRoundTable(k.at(x, 0, z), 0.42, wood);
      k.lathe(
        x,
        0.74,
        z,
        [
          [0.04, 0],
          [0.05, 0.05],
          [0.045, 0.1],
        ],
        k.shine([1, 0.8, 0.5]),
        9,
      );
      k.light(x, 0.9, z, 0.4, 2);
      drawGlass(k.at(x + 0.2, 0.74, z + 0.1));
      for (const turn of [0.4, 2.3])
        drawChair(k.at(x + Math.sin(turn) * 0.75, 0, z + Math.cos(turn) * 0.75, turn + Math.PI), wood);
    }
    drawBooth(right.at(1.2, 0, 0.35), 2.2, seat);
    for (const [wall, x] of [
      [right, 0.8],
      [right, -1.4],
      [front, 0.6],
      [front, 1.7],
    ] as const)
      drawPicture(wall, x, 1.5, random.range(0.4, 0.7), random.range(0.4, 0.55), wood);
    for (const x of [-0.6, 1.1]) drawSconce(front.at(x + 0.05, 1.75, 0), 0.5, 3);
    // Dartboard.
    for (const [r, tone] of [
      [0.26, 0.15],
      [0.2, 0.8],
      [0.12, 0.3],
      [0.05, 0.6],
    ])
      right.face(
        Array.from(
          { length: 16 },
          (_, i) =>
            [-2.4 + Math.sin((i / 16) * Math.PI * 2) * r, 1.75 + Math.cos((i / 16) * Math.PI * 2) * r, 0.05 - r * 0.1] as V3,
        ),
        { tone, line: 0.8 },
      );
    return placeIn(k, room, {
      marks: [
        standAt(k, 0.95, -2.65, 0.95, -1.2),
        { at: k.point(0.89, 0, -1.15), yaw: Math.PI, kind: 'sit', seatHeight: 0.75 },
        { at: k.point(0.01, 0, -1.15), yaw: Math.PI * 0.75, kind: 'sit', seatHeight: 0.75 },
        standAt(k, -0.5, 0.3, 0.7, 0.4),
        standAt(k, 0.7, 0.4, -0.5, 0.3),
        sitAt(k, 0.1 + 0.29, 2.2 + 0.69, 0.1, 2.2),
        standAt(k, -2.9, -0.9, 0, -1.5),
        sitAt(k, 3.5, 1.2, 0, 1, 0.46),
      ],
      views: [
        [[-1.35, 1.5, 3.35], [0.55, 1.2, -1.6], 54],
        [[3.3, 1.65, -2.4], [-0.6, 1.05, 0.3], 56],
      ],
      lamp: [0.6, 2.05, -1.85],
      exit: [-3.4, 0, -1.6],
    });
  },
};
