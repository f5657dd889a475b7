/** @file A prison cell: bars towards the gallery, bunk beds, steel lavatory, a high barred window, tally marks. */
import { drawCot } from '../furniture/beds.js';
import { drawBulkhead } from '../furniture/lamps.js';
import { Local } from '../furniture/local.js';
import { lieAt, sitAt, standAt } from '../furniture/marks.js';
import { accent, iron, steel, stone } from '../furniture/materials.js';
import { drawMirror, drawNotice } from '../furniture/on-walls.js';
import { buildRoom, placeIn } from '../furniture/room.js';
import { drawStool } from '../furniture/seats.js';
import { drawBookPile, drawCup } from '../furniture/things.js';
import { drawOutlook } from '../furniture/window.js';
import type { PlaceGrammar } from '../place.js';

/** A cell or the cell block of a prison. */
export const prisonCell: PlaceGrammar = {
  name: 'prison-cell',
  words: [
    'prison cell',
    'prison',
    'jail',
    'jail cell',
    'cell',
    'cell block',
    'holding cell',
    'death row',
    'penitentiary',
    'gaol',
    'cellule',
    'prison cellulaire',
    'gefängniszelle',
    'gefängnis',
    'zelle',
    'knast',
    'celda',
    'cárcel',
    'prisión',
    'calabozo',
    '牢房',
    '监狱',
    '监牢',
    '囚室',
    '看守所',
  ],
  interior: true,
  build(scene, random, request) {
    const k = new Local(scene, random, request.time);
    const room = buildRoom(k, {
      width: 4,
      depth: 6.6,
      height: 2.8,
      wall: { tone: 0.66, tint: [0.95, 0.96, 0.92] },
      wallFinish: random.pick(['brick', 'ashlar']),
      floor: { tone: 0.52 },
      floorFinish: 'concrete',
      skirting: 'none',
      windows: [{ wall: 'back', x: 0.2, width: 0.9, from: 1.75, to: 2.4, panes: [1, 1], bars: true, frame: stone }],
      doors: [{ wall: 'front', x: 0, leaf: 'steel', paint: steel }],
    });
    const [back, left, right] = [room.wall('back'), room.wall('left'), room.wall('right')];
    drawOutlook(back, 'hills', 4);
    // Bars across the room with a sliding door that stands ajar.
    for (let x = -1.9; x <= 1.95; x += 0.15)
      if (x < 0.05 || x > 0.98)
        k.tube(
          [
            [x, 0, 0.95],
            [x, 2.8, 0.95],
          ],
          0.017,
          iron,
          6,
        );
    for (let x = 1.0; x <= 1.95; x += 0.15)
      k.tube(
        [
          [x, 0.05, 1.02],
          [x, 2.1, 1.02],
        ],
        0.017,
        iron,
        6,
      );
    for (const y of [0.04, 1.05, 2.12]) k.box(y > 2 ? 0 : -0.95, y, 0.95, y > 2 ? 4 : 2.0, 0.06, 0.05, iron);
    k.box(1.48, 1.0, 1.03, 0.95, 0.06, 0.04, iron);
    k.box(1.05, 0.95, 1.05, 0.14, 0.22, 0.07, steel);
    // Bunk.
    const bunk = k.at(-1.5, 0, -2.15);
    drawCot(bunk, { tone: 0.5, tint: [0.85, 0.86, 0.8] }, 0.85, 0.5);
    for (const x of [-0.42, 0.42])
      for (const z of [-0.95, 0.95])
        bunk.tube(
          [
            [x, 0.5, z],
            [x, 1.85, z],
          ],
          0.022,
          steel,
          6,
        );
    bunk.box(0, 1.4, 0, 0.85, 0.12, 1.9, { tone: 0.85 });
    bunk.box(0.01, 1.43, 0.2, 0.88, 0.1, 1.4, { tone: 0.5, tint: [0.85, 0.86, 0.8] });
    for (let i = 0; i < 4; i++)
      bunk.tube(
        [
          [0.44, 0.4 + i * 0.36, 0.55],
          [0.44, 0.4 + i * 0.36, 0.9],
        ],
        0.014,
        steel,
        5,
      );
    // Lavatory and basin in steel, a shelf, a small table on the wall.
    const sink = back.at(1.3, 0, 0);
    sink.box(0, 0, 0.2, 0.5, 0.95, 0.4, steel);
    sink.mat(0, 0.955, 0.22, 0.36, 0.26, { tone: 0.3 });
    sink.tube(
      [
        [0, 0.95, 0.06],
        [0, 1.08, 0.06],
        [0, 1.08, 0.15],
      ],
      0.014,
      steel,
      5,
    );
    sink.lathe(
      0,
      0,
      0.62,
      [
        [0.13, 0],
        [0.15, 0.3],
        [0.2, 0.4],
        [0.14, 0.4],
        [0.1, 0.3],
      ],
      steel,
      14,
    );
    drawMirror(back, 1.3, 1.3, 0.34, 0.4, steel);
    right.box(-0.6 + 0.2, 0.72, 0.24, 0.8, 0.04, 0.46, steel);
    drawBookPile(right.at(-0.6, 0.76, 0.2), 3);
    drawCup(right.at(-0.2, 0.76, 0.25), steel);
    drawStool(right.at(-0.4, 0, 0.75), 0.45, steel);
    for (const [x, y] of [
      [-0.6, 1.3],
      [-0.3, 1.42],
      [-0.05, 1.25],
    ])
      drawNotice(right, x, y, 0.16, 0.22, { tone: 0.9, tint: accent(random), line: 0.7 });
    for (let group = 0; group < 4; group++) {
      const x = 0.7 + (group % 2) * 0.34;
      const y = 1.55 - Math.floor(group / 2) * 0.24;
      for (let i = 0; i < 4; i++)
        left.line(
          [
            [x + i * 0.05, y, 0.012],
            [x + i * 0.05 + 0.008, y + 0.15, 0.012],
          ],
          1.1,
        );
      left.line(
        [
          [x - 0.04, y + 0.02, 0.012],
          [x + 0.2, y + 0.13, 0.012],
        ],
        1.1,
      );
    }
    drawBulkhead(back.at(-0.9, 2.35, 0), 0.75, 4.6);
    drawBulkhead(left.at(-2.4, 2.3, 0), 0.6, 3.6);
    k.light(0, 2.4, -0.5, 0.3, 4, true);
    return placeIn(k, room, {
      marks: [
        standAt(k, 0.45, 0.3, 0.5, 1.65),
        standAt(k, 0.5, 1.65, 0.45, 0.3),
        sitAt(k, -1.15, -1.9, 1, -1.2, 0.5),
        standAt(k, 0.3, -2.4, 0.3, -4),
        sitAt(k, 1.25, -0.4, 0, -0.8),
        lieAt(k, -1.5, -2.15, 0, 0.5),
        standAt(k, 0.1, -0.9, -1, -1.6),
        standAt(k, -0.9, 2.4, 0, 0),
      ],
      views: [
        [[1.05, 1.5, 2.9], [-0.25, 1.2, -0.9], 58],
        [[-0.55, 1.6, -3.0], [0.45, 1.15, 0.9], 62],
      ],
      lamp: [-0.9, 2.3, -3],
    });
  },
};
