/** @file An open-plan office: rows of desks with monitors, low partitions, a glass wall, strip lights. */
import { drawTubeLight } from '../furniture/lamps.js';
import { Local } from '../furniture/local.js';
import { sitAt, standAt } from '../furniture/marks.js';
import { accent, birch, black, cloth, steel, white } from '../furniture/materials.js';
import { drawBoard, drawClock, drawPinboard } from '../furniture/on-walls.js';
import { buildRoom, placeIn } from '../furniture/room.js';
import { drawOfficeChair } from '../furniture/seats.js';
import { drawCupboard, drawFiling } from '../furniture/storage.js';
import { drawSchoolDesk } from '../furniture/tables.js';
import { drawCup, drawMonitor, drawPapers, drawPlant } from '../furniture/things.js';
import { drawOutlook } from '../furniture/window.js';
import type { PlaceGrammar } from '../place.js';

/** A floor of many desks: a newsroom, a start-up, a call centre. */
export const openOffice: PlaceGrammar = {
  name: 'open-office',
  words: [
    'open office',
    'open-plan office',
    'newsroom',
    'news room',
    'call center',
    'call centre',
    'offices',
    'bullpen',
    'cubicle',
    'cubicles',
    'workplace',
    'agency',
    'editorial office',
    'squad room',
    'open space',
    'salle de rédaction',
    'rédaction',
    'großraumbüro',
    'redaktion',
    'redacción',
    'oficina abierta',
    '编辑部',
    '开放式办公室',
    '公司',
  ],
  interior: true,
  build(scene, random, request) {
    const k = new Local(scene, random, request.time);
    const paint = cloth(random, 0.6);
    const room = buildRoom(k, {
      width: 9.5,
      depth: 9,
      height: 2.9,
      wall: { tone: 0.92, tint: [0.96, 0.98, 1] },
      floor: { tone: 0.6, tint: [0.88, 0.92, 1] },
      floorFinish: 'carpet',
      ceiling: { tone: 0.93 },
      windows: [
        { wall: 'back', x: -2.4, width: 4, from: 0.8, to: 2.5, panes: [4, 1] },
        { wall: 'back', x: 2.4, width: 4, from: 0.8, to: 2.5, panes: [4, 1] },
        { wall: 'left', x: 0, width: 4, from: 0.8, to: 2.5, panes: [4, 1] },
      ],
      doors: [
        { wall: 'right', x: 2.6, leaf: 'glazed', paint: steel },
        { wall: 'front', x: -2, leaf: 'glazed', paint: steel },
      ],
    });
    drawOutlook(room.wall('back'), 'city', 18);
    drawOutlook(room.wall('left'), 'city', 18);
    for (let x = -4; x <= 4; x += 1.2)
      k.line(
        [
          [x, 2.89, -4.5],
          [x, 2.89, 4.5],
        ],
        0.5,
        { alpha: 0.5 },
      );
    for (let z = -4; z <= 4; z += 1.2)
      k.line(
        [
          [-4.7, 2.89, z],
          [4.7, 2.89, z],
        ],
        0.5,
        { alpha: 0.5 },
      );
    for (const x of [-2.6, 1.6]) for (const z of [-2.6, 0.4]) drawTubeLight(k.at(x, 2.9, z), 1.5, 0.5, 4.6);
    for (const [ix, x] of [-2.7, 0.2].entries())
      for (const [iz, z] of [-2.9, -0.4].entries()) {
        for (const side of [-1, 1]) {
          const desk = k.at(x + side * 0.72, 0, z);
          drawSchoolDesk(desk.at(0, 0, 0.42), 1.35, birch);
          drawMonitor(desk.at(0.1, 0.74, 0.35), random.chance(0.75) || ix + iz === 0);
          if (random.chance(0.7)) drawPapers(desk.at(-0.45, 0.74, 0.5), 2);
          drawCup(desk.at(0.5, 0.74, 0.5), { tone: 0.7, tint: accent(random) });
          if (!(ix === 1 && iz === 1 && side === 1))
            drawOfficeChair(desk.at(random.range(-0.15, 0.15), 0, 1.1, Math.PI + random.range(-0.5, 0.5)), black);
        }
        k.box(x, 0.1, z + 0.12, 2.85, 1.12, 0.05, paint);
        k.box(x, 1.22, z + 0.12, 2.9, 0.03, 0.07, steel);
      }
    drawOfficeChair(k.at(0.92, 0, 0.7, Math.PI), black);
    drawPlant(k.at(2.6, 0, -3.9), 1.5);
    drawPlant(k.at(-4.2, 0, 1.2), 1.4);
    const right = room.wall('right');
    drawBoard(right, -1.2, 0.95, 2.4, 1.2, 'white');
    drawClock(right, 0.9, 2.2);
    drawFiling(right.at(1.1, 0, 0), 3);
    drawFiling(right.at(1.6, 0, 0), 3);
    const front = room.wall('front');
    drawPinboard(front, 1.2, 1, 2, 1.2);
    drawCupboard(front.at(3.3, 0, 0), 1.2, 1.9, 0.45, birch);
    // Water cooler.
    front.box(-0.2, 0, 0.25, 0.34, 1, 0.34, white);
    front.lathe(
      -0.2,
      1,
      0.25,
      [
        [0.06, 0],
        [0.15, 0.12],
        [0.15, 0.4],
        [0.001, 0.42],
      ],
      { tone: 0.85, tint: [0.75, 0.92, 1] },
      14,
    );
    return placeIn(k, room, {
      marks: [
        standAt(k, 2.35, 1.2, 1.35, 2.1),
        standAt(k, 1.35, 2.1, 2.35, 1.2),
        sitAt(k, 0.92, 0.62, 0.92, -0.4, 0.48),
        sitAt(k, -0.52, 0.7, -0.52, -0.5, 0.48),
        standAt(k, 3.2, -1.2, 4.7, -1.2),
        standAt(k, -1.2, 2.4, 0, 0),
        standAt(k, 2.4, -3.4, 2.4, -6),
        standAt(k, 3, 3, 2, 0),
      ],
      views: [
        [[3.3, 1.65, 4.1], [-0.2, 1.0, -1.2], 52],
        [[-4.4, 1.75, 0.9], [1.2, 0.95, 0.9], 52],
      ],
      lamp: [1.6, 2.6, 0.4],
    });
  },
};
