/** @file The hall of a house or the corridor of a block of flats: a long narrow room with doors on both sides. */
import { drawPendant, drawSconce, drawTableLamp } from '../furniture/lamps.js';
import { Local } from '../furniture/local.js';
import { standAt } from '../furniture/marks.js';
import { accent, anyWood } from '../furniture/materials.js';
import { drawCoatRack, drawMirror, drawPicture, drawRadiator } from '../furniture/on-walls.js';
import { buildRoom, placeIn } from '../furniture/room.js';
import { drawChair } from '../furniture/seats.js';
import { drawTable } from '../furniture/tables.js';
import { drawFlowers, drawPlant } from '../furniture/things.js';
import type { PlaceGrammar } from '../place.js';

/** A corridor with doors. */
export const hallway: PlaceGrammar = {
  name: 'hallway',
  words: [
    'hallway',
    'hall',
    'corridor',
    'passage',
    'passageway',
    'entrance hall',
    'entry',
    'foyer',
    'vestibule',
    'landing',
    'couloir',
    'entrée',
    'flur',
    'gang',
    'korridor',
    'diele',
    'pasillo',
    'vestíbulo',
    'entrada',
    'corredor',
    '走廊',
    '过道',
    '玄关',
    '门厅',
  ],
  interior: true,
  build(scene, random, request) {
    const k = new Local(scene, random, request.time);
    const wood = anyWood(random);
    const depth = random.range(9, 11);
    const z = depth / 2;
    const room = buildRoom(k, {
      width: 2.7,
      depth,
      height: 2.75,
      wall: { tone: 0.88, tint: [1, 0.95, 0.86] },
      dado: { height: 0.95, paint: { tone: 0.66, tint: accent(random) } },
      wallFinish: 'plain',
      floorFinish: random.pick(['boards', 'checker', 'parquet']),
      windows: [{ wall: 'back', x: -0.75, width: 0.5, from: 1.1, to: 2.1, panes: [1, 2] }],
      doors: [
        { wall: 'back', x: 0.25, leaf: 'glazed', paint: wood },
        { wall: 'left', x: -1.4, paint: wood },
        { wall: 'left', x: 2.4, paint: wood, open: true },
        { wall: 'right', x: 1.7, paint: wood },
        { wall: 'right', x: -2.9, paint: wood },
        { wall: 'front', x: 0, paint: wood },
      ],
    });
    const [left, right] = [room.wall('left'), room.wall('right')];
    // The room behind the open door: a strip of wall and floor, so that no sky shows.
    k.face(
      [
        [-1.35, 0, -4.2],
        [-3.6, 0, -4.2],
        [-3.6, 0, -0.5],
        [-1.35, 0, -0.5],
      ],
      { tone: 0.6 },
    );
    k.face(
      [
        [-3.6, 0, -4.2],
        [-3.6, 0, -0.5],
        [-3.6, 2.75, -0.5],
        [-3.6, 2.75, -4.2],
      ],
      { tone: 0.55 },
    );
    k.face(
      [
        [-1.35, 0, -4.2],
        [-3.6, 0, -4.2],
        [-3.6, 2.75, -4.2],
        [-1.35, 2.75, -4.2],
      ],
      { tone: 0.5 },
    );
    k.face(
      [
        [-1.35, 0, -0.5],
        [-3.6, 0, -0.5],
        [-3.6, 2.75, -0.5],
        [-1.35, 2.75, -0.5],
      ],
      { tone: 0.5 },
    );
    k.face(
      [
        [-1.35, 2.75, -4.2],
        [-3.6, 2.75, -4.2],
        [-3.6, 2.75, -0.5],
        [-1.35, 2.75, -0.5],
      ],
      { tone: 0.6 },
    );
    drawTable(right.at(-0.5, 0, 0.22), 0.95, 0.36, wood, 0.78);
    drawMirror(right, -0.5, 1.2, 0.6, 0.85, wood);
    drawFlowers(right.at(-0.75, 0.78, 0.2));
    drawTableLamp(right.at(-0.2, 0.78, 0.2), undefined, 0.42, 3.2);
    drawCoatRack(left, 0.45, 4, 1.62);
    drawRadiator(left, 0.45, 0.9, 0.55);
    drawPicture(right, 0.75, 1.35, 0.45, 0.58, wood, 'portrait');
    drawPicture(right, 3.1, 1.35, 0.7, 0.5, wood, 'land');
    drawPicture(left, -2.6, 1.4, 0.6, 0.5, wood);
    drawSconce(left.at(-0.5, 1.75, 0));
    drawSconce(right.at(2.55, 1.75, 0));
    drawPlant(k.at(-1.0, 0, -z + 0.4), 1.2);
    drawChair(k.at(-1.05, 0, 2.6, Math.PI / 2), wood);
    k.mat(0.05, 0.01, 0, 1.25, depth - 1.4, { tone: 0.55, tint: accent(random) });
    for (const x of [-0.45, 0.55])
      k.line(
        [
          [x, 0.014, -z + 0.75],
          [x, 0.014, z - 0.75],
        ],
        0.8,
      );
    for (const lz of [-2.4, 1.6]) drawPendant(k.at(0, 2.75, lz), 0.45, { tone: 0.9 }, 0.2, 0.7, 4.4);
    return placeIn(k, room, {
      marks: [
        standAt(k, -0.35, -0.9, 0.35, 0.35),
        standAt(k, 0.35, 0.35, -0.35, -0.9),
        standAt(k, 0.1, -3.6, 0.1, 0),
        standAt(k, 0.1, 2.6, 0.1, -1),
        standAt(k, -0.8, -2.2, 1, -1.6),
        standAt(k, 0.95, 1.35, -1, 1, 'lean'),
      ],
      views: [
        [[0.55, 1.5, z - 0.35], [-0.12, 1.1, -1.5], 48],
        [[-0.7, 1.55, -z + 0.8], [0.25, 1.1, 1.5], 50],
      ],
      lamp: [0, 2.2, 0],
      exit: [0.25, 0, -z + 0.5],
    });
  },
};
