/** @file A stairwell: one flight up along the wall, a landing, rail and balusters, a tall window. */
import { drawBulkhead, drawPendant } from '../furniture/lamps.js';
import { Local } from '../furniture/local.js';
import { sitAt, standAt } from '../furniture/marks.js';
import { accent, anyWood, iron, stone, steel } from '../furniture/materials.js';
import { drawNotice, drawRadiator } from '../furniture/on-walls.js';
import { buildRoom, placeIn } from '../furniture/room.js';
import { drawOutlook } from '../furniture/window.js';
import type { PlaceGrammar } from '../place.js';

/** The stairs of a house. */
export const stairwell: PlaceGrammar = {
  name: 'stairwell',
  words: [
    'stairwell',
    'stairs',
    'staircase',
    'stairway',
    'fire stairs',
    'escalier',
    'escaliers',
    "cage d'escalier",
    'treppenhaus',
    'treppe',
    'escalera',
    'escaleras',
    '楼梯',
    '楼梯间',
    '楼道',
  ],
  interior: true,
  build(scene, random, request) {
    const k = new Local(scene, random, request.time);
    const wood = anyWood(random);
    const height = 5.4;
    const room = buildRoom(k, {
      width: 5,
      depth: 6.4,
      height,
      wall: { tone: 0.88, tint: [0.98, 0.97, 0.9] },
      dado: { height: 1.3, paint: { tone: 0.66, tint: accent(random) } },
      floorFinish: random.pick(['tiles', 'checker']),
      windows: [{ wall: 'back', x: -1.2, width: 1.3, from: 1.6, to: 4.4, panes: [2, 4] }],
      doors: [
        { wall: 'left', x: -1.6, paint: wood },
        { wall: 'front', x: 1.2, leaf: 'window', paint: wood },
      ],
    });
    drawOutlook(room.wall('back'), 'town');
    const tread = { tone: 0.74, tint: stone.tint };
    // First flight along the right wall, towards the back; the landing; the second flight back towards the front, overhead.
    const steps = 12;
    const [rise, run, x0, z0] = [0.19, 0.29, 1.75, 1.6];
    for (let i = 0; i < steps; i++) {
      k.box(x0, i === 0 ? 0 : i * rise - 0.12, z0 - i * run, 1.4, i === 0 ? rise : rise + 0.12, run + 0.02, tread);
      k.tube(
        [
          [x0 - 0.62, (i + 1) * rise, z0 - i * run],
          [x0 - 0.62, (i + 1) * rise + 0.92, z0 - i * run],
        ],
        0.014,
        iron,
        5,
      );
    }
    k.prism(
      [
        [z0 + 0.2, 0],
        [z0 - 11 * run, 11 * rise - 0.12],
        [z0 - 11 * run, 11 * rise - 0.36],
        [z0 - 0.3, 0],
      ],
      x0 - 0.66,
      x0 + 0.7,
      { tone: 0.6 },
    );
    const top = steps * rise;
    k.box(0.9, top - 0.2, -2.55, 3.1, 0.2, 1.3, tread);
    k.tube(
      [
        [x0 - 0.62, 1.12, z0 + 0.05],
        [x0 - 0.62, top + 0.94, z0 - 11 * run],
      ],
      0.032,
      wood,
      8,
    );
    k.box(x0 - 0.62, 0, z0 + 0.12, 0.12, 1.2, 0.12, wood);
    k.lathe(
      x0 - 0.62,
      1.2,
      z0 + 0.12,
      [
        [0.05, 0],
        [0.085, 0.06],
        [0.06, 0.14],
        [0.001, 0.17],
      ],
      wood,
      12,
    );
    for (let i = 0; i < 11; i++) {
      const [y, z] = [top + i * rise, -2 + i * run];
      k.box(0.05, y - 0.06, z, 1.3, rise + 0.06, run + 0.02, tread);
      k.tube(
        [
          [0.72, y + rise, z],
          [0.72, y + rise + 0.92, z],
        ],
        0.014,
        iron,
        5,
      );
    }
    k.tube(
      [
        [0.72, top + 0.95, -2],
        [0.72, top + 11 * rise + 0.95, -2 + 11 * run],
      ],
      0.032,
      wood,
      8,
    );
    k.prism(
      [
        [-2.1, top - 0.2],
        [-2 + 10 * run, top + 9 * rise],
        [-2 + 10 * run, top + 10 * rise],
        [-2.1, top],
      ],
      -0.62,
      0.72,
      { tone: 0.58 },
    );
    // Letter boxes, a bicycle-high radiator, notices.
    const left = room.wall('left');
    for (let i = 0; i < 8; i++) {
      left.box(0.4 + (i % 4) * 0.32, 1.2 + Math.floor(i / 4) * 0.36, 0.09, 0.29, 0.33, 0.18, steel);
      left.line(
        [
          [0.3 + (i % 4) * 0.32, 1.44 + Math.floor(i / 4) * 0.36, 0.185],
          [0.5 + (i % 4) * 0.32, 1.44 + Math.floor(i / 4) * 0.36, 0.185],
        ],
        1.2,
      );
    }
    drawNotice(left, -0.5, 1.4, 0.3, 0.4);
    drawRadiator(room.wall('back'), -1.2, 1.1);
    drawBulkhead(left.at(-0.6, 2.5, 0), 0.7, 5);
    drawBulkhead(room.wall('right').at(-1, 3.2, 0), 0.6, 4.5);
    drawPendant(k.at(-1, height, 0.5), 1.9, { tone: 0.85 }, 0.24, 0.9, 6);
    return placeIn(k, room, {
      marks: [
        standAt(k, -0.5, 1.5, 0.6, 2.15),
        standAt(k, 0.6, 2.15, -0.5, 1.5),
        sitAt(k, 1.65, 1.05, 0, 2.6, 0.38),
        standAt(k, -1.5, 0.4, 0, 1.5),
        standAt(k, -1.2, -1.7, 0, 1),
        standAt(k, 0.3, 2.7, 0, 0),
      ],
      views: [
        [[-1.9, 1.45, 2.95], [0.85, 1.75, -0.9], 62],
        [[-0.9, 1.6, -2.7], [0.3, 1.3, 1.8], 60],
      ],
      lamp: [-1, 3.4, 0.5],
    });
  },
};
