/** @file A private office: a big desk with a chair before it, books, a view of the town through blinds. */
import { drawDeskLamp, drawPendant } from '../furniture/lamps.js';
import { Local } from '../furniture/local.js';
import { sitAt, standAt } from '../furniture/marks.js';
import { birch, black, brass, cloth, iron, oak, walnut } from '../furniture/materials.js';
import { drawClock, drawFlag, drawPicture, drawRadiator, drawSwitch } from '../furniture/on-walls.js';
import { buildRoom, placeIn } from '../furniture/room.js';
import { drawChair, drawOfficeChair, drawSofa } from '../furniture/seats.js';
import { drawBookcase, drawFiling } from '../furniture/storage.js';
import { drawDesk } from '../furniture/tables.js';
import { drawBin, drawBookPile, drawCup, drawPapers, drawPlant, drawRug, drawTelephone } from '../furniture/things.js';
import { drawOutlook } from '../furniture/window.js';
import type { PlaceGrammar } from '../place.js';

/** The office of a boss, a doctor, a detective. */
export const office: PlaceGrammar = {
  name: 'office',
  words: [
    'office',
    'private office',
    'study',
    "headmaster's office",
    "principal's office",
    "director's office",
    "doctor's office",
    'surgery',
    'practice',
    'bureau',
    'cabinet',
    'büro',
    'arbeitszimmer',
    'amtszimmer',
    'praxis',
    'oficina',
    'despacho',
    'consulta',
    'estudio',
    '办公室',
    '书房',
    '校长室',
    '诊室',
  ],
  interior: true,
  build(scene, random, request) {
    const k = new Local(scene, random, request.time);
    const wood = random.pick([walnut, oak, birch]);
    const room = buildRoom(k, {
      width: 5.8,
      depth: 5.6,
      height: 2.8,
      wall: {
        tone: 0.86,
        tint: random.pick([
          [0.94, 0.97, 0.9],
          [1, 0.94, 0.85],
          [0.9, 0.94, 1],
        ]),
      },
      wallFinish: random.pick(['panels', 'plain']),
      floorFinish: random.pick(['parquet', 'carpet', 'boards']),
      windows: [{ wall: 'back', x: 0.1, width: 2.3, from: 0.95, to: 2.3, panes: [3, 1], blinds: true }],
      doors: [{ wall: 'front', x: 1.5, leaf: 'window', paint: wood }],
    });
    const [back, left, right, front] = [room.wall('back'), room.wall('left'), room.wall('right'), room.wall('front')];
    drawOutlook(back, random.pick(['city', 'town']), 9);
    drawRadiator(back, 0.1, 1.8);
    drawBookcase(left.at(0.7, 0, 0), 2.4, 2.3, wood);
    drawFiling(right.at(-2.2, 0, 0));
    drawFiling(right.at(-1.7, 0, 0));
    drawPlant(right.at(-1.95, 1.36, 0.3), 0.5);
    drawPicture(right, -0.4, 1.4, 0.45, 0.58, walnut, 'portrait');
    for (const [x, y] of [
      [0.4, 1.6],
      [0.75, 1.5],
      [0.4, 1.2],
    ])
      drawPicture(right, x, y, 0.3, 0.24, black, 'abstract');
    drawClock(left, -1.3, 1.95);
    drawFlag(left, -2.2, 0.45, 2.1);
    drawSofa(front.at(-0.9, 0, 0.55), cloth(random, 0.5), 2);
    drawPicture(front, -0.9, 1.3, 1.2, 0.7);
    drawSwitch(front, 0.8);
    // The desk, its master's chair behind it, a visitor's before it.
    drawRug(k.at(0, 0, -0.1), 3, 2.4);
    drawDesk(k.at(0, 0, -0.65, Math.PI), 1.8, 0.85, wood);
    drawOfficeChair(k.at(0, 0, -1.45), black);
    drawChair(k.at(0.1, 0, 0.45, Math.PI), wood, cloth(random, 0.5));
    drawChair(k.at(1.1, 0, 0.5, Math.PI + 0.4), wood, cloth(random, 0.5));
    drawDeskLamp(k.at(0.7, 0.74, -0.75, -2.4), random.pick([iron, brass]));
    drawTelephone(k.at(-0.68, 0.74, -0.75, Math.PI - 0.3));
    drawPapers(k.at(0.05, 0.74, -0.8), 4);
    drawBookPile(k.at(-0.62, 0.74, -0.4), 3);
    drawCup(k.at(0.45, 0.74, -0.4));
    drawBin(k.at(-1.2, 0, -1.2));
    drawPendant(k.at(0, 2.8, 0.2), 0.5, { tone: 0.85 }, 0.3, 0.5, 5);
    return placeIn(k, room, {
      marks: [
        sitAt(k, 0, -1.3, 0.1, 0.5, 0.48),
        sitAt(k, 0.1, 0.32, 0, -1.3),
        standAt(k, -1.5, 0.5, 0, -0.6),
        standAt(k, 1.5, 1.6, 0, -0.6),
        standAt(k, -0.9, -2.1, -0.6, -4),
        standAt(k, 1.3, -1.6, 0, 0.3),
        sitAt(k, -0.1 + 1, 2.15, 0, 0),
        standAt(k, -1.4, 1.4, 0, 0),
      ],
      views: [
        [[1.45, 1.55, 2.35], [-0.15, 0.98, -0.7], 54],
        [[-1.9, 1.6, -2.3], [0.4, 1.0, 0.5], 54],
      ],
      lamp: [0.7, 1.1, -0.75],
    });
  },
};
