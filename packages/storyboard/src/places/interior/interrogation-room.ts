/** @file An interrogation room: a bare table under one lamp, two chairs, the dark mirror, a recorder. */
import { drawPendant } from '../furniture/lamps.js';
import { Local } from '../furniture/local.js';
import { sitAt, standAt } from '../furniture/marks.js';
import { black, iron, steel } from '../furniture/materials.js';
import { drawClock, drawNotice, drawRadiator, drawSwitch } from '../furniture/on-walls.js';
import { buildRoom, placeIn } from '../furniture/room.js';
import { drawShellChair } from '../furniture/seats.js';
import { drawTable } from '../furniture/tables.js';
import { drawCup, drawPapers } from '../furniture/things.js';
import type { PlaceGrammar } from '../place.js';

/** Where suspects are questioned. */
export const interrogationRoom: PlaceGrammar = {
  name: 'interrogation-room',
  words: [
    'interrogation room',
    'interview room',
    'interrogation',
    'questioning room',
    "salle d'interrogatoire",
    'verhörraum',
    'vernehmungsraum',
    'vernehmungszimmer',
    'sala de interrogatorios',
    '审讯室',
    '询问室',
  ],
  interior: true,
  build(scene, random, request) {
    const k = new Local(scene, random, request.time);
    const room = buildRoom(k, {
      width: 4.6,
      depth: 4.8,
      height: 2.7,
      wall: {
        tone: 0.7,
        tint: random.pick([
          [0.86, 0.95, 0.9],
          [0.9, 0.92, 1],
          [0.95, 0.93, 0.86],
        ]),
      },
      dado: { height: 1.2, paint: { tone: 0.5, tint: [0.82, 0.9, 0.92] } },
      wallFinish: random.pick(['brick', 'plain']),
      floor: { tone: 0.56 },
      floorFinish: 'concrete',
      doors: [
        { wall: 'right', x: -0.8, leaf: 'steel', paint: steel },
        { wall: 'front', x: 1.2, leaf: 'steel', paint: steel },
      ],
    });
    const [back, left, right, front] = [room.wall('back'), room.wall('left'), room.wall('right'), room.wall('front')];
    back.box(0, 1.0, 0.03, 2.5, 1.15, 0.06, iron);
    back.panel(0, 1.06, 0.065, 2.38, 1.03, { tone: 0.28, tint: [0.82, 0.92, 1] });
    for (const [x, w] of [
      [-0.7, 0.5],
      [-0.5, 0.5],
      [0.6, 0.35],
    ])
      back.line(
        [
          [x, 1.2, 0.07],
          [x + w, 1.95, 0.07],
        ],
        1.2,
        { color: '#fffdf6', alpha: 0.3, px: true },
      );
    drawTable(k.at(0, 0, 0), 1.5, 0.85, steel);
    drawShellChair(k.at(-1.0, 0, 0, Math.PI / 2), { tone: 0.4 });
    drawShellChair(k.at(1.0, 0, 0, -Math.PI / 2), { tone: 0.4 });
    drawShellChair(k.at(1.5, 0, -1.9, -0.6), { tone: 0.4 });
    // Recorder with microphone, folder, paper cup, handcuff ring.
    k.box(0.05, 0.74, -0.25, 0.34, 0.09, 0.22, black);
    for (const x of [-0.03, 0.13])
      k.lathe(
        x,
        0.83,
        -0.25,
        [
          [0.05, 0],
          [0.05, 0.012],
          [0.001, 0.014],
        ],
        steel,
        10,
      );
    k.lathe(
      -0.12,
      0.74,
      0.05,
      [
        [0.05, 0],
        [0.045, 0.015],
        [0.006, 0.02],
        [0.006, 0.14],
      ],
      black,
      9,
    );
    k.blob(-0.12, 0.9, 0.05, [0.025, 0.035, 0.025], steel, 0, 5);
    drawPapers(k.at(0.42, 0.74, 0.1), 4);
    k.box(0.45, 0.741, -0.1, 0.32, 0.02, 0.24, { tone: 0.74, tint: [1, 0.86, 0.6] }, 0.2);
    drawCup(k.at(-0.45, 0.74, -0.15));
    k.tube(
      [
        [-0.52, 0.74, 0.18],
        [-0.52, 0.79, 0.2],
        [-0.52, 0.79, 0.28],
        [-0.52, 0.74, 0.3],
      ],
      0.012,
      steel,
      5,
    );
    drawPendant(k.at(0, 2.7, 0), 0.75, { tone: 0.3 }, 0.32, 1.05, 4);
    if (!k.dark) k.light(0, 1.9, 0, 0.5, 3.6, true);
    // Camera in the corner, clock, a pipe, a vent.
    left.box(1.9, 2.3, 0.15, 0.12, 0.12, 0.24, black);
    left.tube(
      [
        [1.9, 2.42, 0.05],
        [1.9, 2.55, 0.02],
      ],
      0.02,
      iron,
      5,
    );
    drawClock(right, 0.6, 2.1, 0.16);
    drawRadiator(left, -0.2, 0.9);
    left.box(-0.2, 2.2, 0.02, 0.6, 0.3, 0.04, steel);
    for (let i = 0; i < 5; i++)
      left.line(
        [
          [-0.47, 2.24 + i * 0.05, 0.045],
          [0.07, 2.24 + i * 0.05, 0.045],
        ],
        0.9,
      );
    left.tube(
      [
        [-2.3, 2.52, 0.1],
        [2.3, 2.52, 0.1],
      ],
      0.05,
      steel,
      7,
    );
    drawNotice(front, 0.2, 1.4, 0.3, 0.42);
    drawSwitch(right, -0.15);
    drawShellChair(front.at(-1.2, 0, 0.4), { tone: 0.4 });
    return placeIn(k, room, {
      marks: [
        sitAt(k, -0.92, 0, 1, 0),
        sitAt(k, 0.92, 0, -1, 0),
        standAt(k, 0.7, -1.5, 0, 0),
        standAt(k, -1.3, -1.55, 0, 0, 'lean'),
        standAt(k, 1.7, 0.9, 0, 0),
        standAt(k, -1.2, 1.6, 0, 0),
        sitAt(k, 1.44, -1.82, 0, 0),
      ],
      views: [
        [[1.25, 1.5, 2.1], [-0.1, 1.08, -0.5], 58],
        [[-0.5, 1.6, -2.15], [0.1, 1.0, 0.5], 60],
      ],
      lamp: [0, 1.9, 0],
    });
  },
};
