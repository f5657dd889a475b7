/** @file An operating room: the table under the great round lamp, monitors, instrument trays, tiles. */
import type { V3 } from '../../world/vector.js';
import { Local } from '../furniture/local.js';
import { lieAt, sitAt, standAt } from '../furniture/marks.js';
import { birch, black, steel, white } from '../furniture/materials.js';
import { drawClock } from '../furniture/on-walls.js';
import { buildRoom, placeIn } from '../furniture/room.js';
import { drawStool } from '../furniture/seats.js';
import { drawCupboard, drawRack } from '../furniture/storage.js';
import type { PlaceGrammar } from '../place.js';

/** Where surgeons work. */
export const operatingRoom: PlaceGrammar = {
  name: 'operating-room',
  words: [
    'operating room',
    'operating theatre',
    'operating theater',
    'surgery room',
    'o.r.',
    'autopsy room',
    'bloc opératoire',
    "salle d'opération",
    'operationssaal',
    'op-saal',
    'quirófano',
    'sala de operaciones',
    '手术室',
    '解剖室',
  ],
  interior: true,
  build(scene, random, request) {
    const k = new Local(scene, random, request.time);
    const room = buildRoom(k, {
      width: 6.6,
      depth: 6.4,
      height: 3,
      wall: { tone: 0.86, tint: [0.76, 0.93, 0.9] },
      wallFinish: 'tiles',
      floor: { tone: 0.72, tint: [0.82, 0.93, 0.93] },
      floorFinish: 'large-tiles',
      windows: [{ wall: 'left', x: 0.3, width: 2.2, from: 1.25, to: 2.1, panes: [2, 1] }],
      doors: [
        { wall: 'back', x: 1.9, double: true, leaf: 'window', paint: { tone: 0.8, tint: [0.8, 0.93, 1] } },
        { wall: 'front', x: -1.4, leaf: 'window', paint: birch },
      ],
    });
    // A dim scrub room behind the window.
    const left = room.wall('left');
    left.box(0.3, 0.5, -2.2, 5, 3, 0.1, { tone: 0.6, tint: [0.8, 0.92, 0.95] });
    left.box(0.3, 0.5, -1.1, 5, 0.05, 2.2, { tone: 0.5 });
    left.box(0.3, 2.7, -1.1, 5, 0.05, 2.2, { tone: 0.7 });
    for (const x of [-2, 2.6]) left.box(x, 0.5, -1.1, 0.1, 2.2, 2.2, { tone: 0.6 });
    // Table.
    const green = { tone: 0.55, tint: [0.6, 0.88, 0.76] as V3, soft: 'cloth' as const };
    k.box(0, 0, -0.3, 0.6, 0.12, 0.8, steel);
    k.box(0, 0.12, -0.3, 0.34, 0.6, 0.4, steel);
    k.box(0, 0.72, -0.3, 0.62, 0.12, 2, black);
    k.prism(
      [
        [-0.9, 0.84],
        [0.75, 0.84],
        [0.75, 0.88],
        [-0.85, 0.9],
      ],
      -0.42,
      0.42,
      green,
    );
    for (const side of [-1, 1]) {
      k.face(
        [
          [side * 0.425, 0.89, -1.15],
          [side * 0.425, 0.89, 0.45],
          [side * 0.5, 0.45, 0.43],
          [side * 0.5, 0.42, -1.1],
        ],
        green,
      );
      k.box(side * 0.62, 0.8, -0.8, 0.62, 0.06, 0.16, black);
      for (const z of [-0.8, -0.4, 0.05])
        k.line(
          [
            [side * 0.44, 0.86, z],
            [side * 0.51, 0.47, z + 0.05],
          ],
          0.8,
        );
    }
    // The lamp on its arm.
    k.tube(
      [
        [0.5, 3, -1],
        [0.5, 2.65, -1],
        [0.1, 2.5, -0.4],
      ],
      0.05,
      steel,
      8,
    );
    k.lathe(
      0,
      2.18,
      -0.35,
      [
        [0.62, 0],
        [0.6, 0.08],
        [0.3, 0.24],
        [0.08, 0.3],
      ],
      white,
      22,
      true,
    );
    for (let i = 0; i < 7; i++)
      k.lathe(
        i ? Math.sin(i * 1.047) * 0.36 : 0,
        2.16,
        -0.35 + (i ? Math.cos(i * 1.047) * 0.36 : 0),
        [
          [0.13, 0],
          [0.12, 0.025],
        ],
        { tone: 1, glow: 1, tint: [0.98, 1, 0.98], line: 0.8 },
        10,
      );
    k.light(0, 2.05, -0.35, 1.2, 4.4, true, false);
    k.light(0, 2.7, 1.5, 0.4, 6, true, false);
    // Monitors, anaesthesia tower, instrument tables.
    const tower = k.at(-1.15, 0, -1.9, 0.5);
    tower.box(0, 0.1, 0, 0.62, 1.2, 0.5, { tone: 0.85, tint: [0.85, 0.92, 1] });
    for (const y of [0.2, 0.5]) tower.outline(0, y, 0.256, 0.54, 0.26, 0.8);
    tower.box(0, 1.3, 0, 0.56, 0.4, 0.2, black);
    tower.panel(0, 1.34, 0.105, 0.5, 0.32, { tone: 0.5, glow: 0.45, tint: [0.6, 1, 0.85], line: 0.6 });
    for (const y of [1.42, 1.5, 1.58])
      tower.line(
        [
          [-0.22, y, 0.11],
          [-0.08, y, 0.11],
          [-0.05, y + 0.05, 0.11],
          [-0.01, y - 0.03, 0.11],
          [0.02, y, 0.11],
          [0.22, y, 0.11],
        ],
        1.3,
        { color: '#d8ffe8', alpha: 0.9, px: true },
      );
    for (const x of [-0.2, 0.2])
      tower.lathe(
        x,
        0,
        -0.4,
        [
          [0.09, 0],
          [0.1, 0.8],
          [0.05, 0.92],
          [0.03, 1],
        ],
        { tone: 0.6, tint: x < 0 ? [0.6, 0.9, 0.7] : [0.6, 0.75, 1] },
        10,
      );
    tower.tube(
      [
        [0.25, 1.1, 0.25],
        [0.5, 1.25, 0.5],
        [0.8, 1.0, 0.5],
      ],
      0.022,
      { tone: 0.7 },
      6,
    );
    for (const [x, z, turn] of [
      [1.35, -0.7, 0.2],
      [1.2, 0.9, -0.5],
    ]) {
      const tray = k.at(x, 0, z, turn);
      tray.tube(
        [
          [-0.3, 0.03, 0],
          [-0.3, 0.9, 0],
        ],
        0.02,
        steel,
        6,
      );
      tray.box(-0.3, 0, 0, 0.1, 0.04, 0.5, steel);
      tray.box(0, 0.9, 0, 0.8, 0.03, 0.45, green);
      for (let i = 0; i < 8; i++)
        tray.line(
          [
            [-0.3 + i * 0.08, 0.94, -0.15],
            [-0.28 + i * 0.08, 0.94, 0.1 + (i % 3) * 0.03],
          ],
          1.3,
        );
      tray.lathe(
        0.28,
        0.93,
        -0.05,
        [
          [0.05, 0],
          [0.09, 0.05],
        ],
        steel,
        10,
      );
    }
    drawStool(k.at(-1.35, 0, 0.75), 0.55, steel, black);
    const back = room.wall('back');
    drawCupboard(back.at(-1.7, 0, 0), 1.8, 2, 0.42, { tone: 0.86, tint: [0.86, 0.95, 1] }, 3);
    drawClock(back, 0.25, 2.25);
    const right = room.wall('right');
    right.box(-0.6, 1.2, 0.05, 1.8, 0.85, 0.1, { tone: 1, glow: 0.9, tint: [0.9, 0.97, 1] });
    for (const x of [-1, -0.25]) {
      right.panel(x, 1.26, 0.104, 0.62, 0.72, { tone: 0.3, line: 0.7 });
      right.line(
        [
          [x - 0.2, 1.45, 0.11],
          [x - 0.05, 1.75, 0.11],
          [x, 1.4, 0.11],
          [x + 0.08, 1.75, 0.11],
          [x + 0.2, 1.5, 0.11],
        ],
        1.6,
        { color: '#f2f7ff', alpha: 0.7, px: true },
      );
    }
    drawRack(room.wall('front').at(1.4, 0, 0), 2, 1.8, 0.45, 4, 0.7);
    return placeIn(k, room, {
      marks: [
        standAt(k, -0.72, 0.1, 0.72, -0.1),
        standAt(k, 0.72, -0.1, -0.72, 0.1),
        lieAt(k, 0, -0.35, 0, 0.88),
        standAt(k, 0.72, -1, 0, -0.6),
        standAt(k, -1.7, 1.5, 0, 0),
        sitAt(k, -1.35, 0.75, 0, 0, 0.55),
        standAt(k, 1.9, -2.2, 0, 0),
      ],
      views: [
        [[1.7, 1.55, 2.8], [-0.15, 1.15, -0.6], 58],
        [[-2.7, 1.65, -0.6], [0.6, 1.05, 0.2], 56],
      ],
      lamp: [0, 2.1, -0.35],
    });
  },
};
