/** @file A school corridor: lockers on both sides, classroom doors, notice boards, a shining floor. */
import { drawTubeLight } from '../furniture/lamps.js';
import { drawLetters } from '../furniture/lettering.js';
import { Local } from '../furniture/local.js';
import { standAt } from '../furniture/marks.js';
import { accent, black, cloth, oak } from '../furniture/materials.js';
import { drawClock, drawNotice, drawPinboard, drawRadiator } from '../furniture/on-walls.js';
import { buildRoom, placeIn } from '../furniture/room.js';
import { drawBench } from '../furniture/seats.js';
import { drawLockers } from '../furniture/storage.js';
import { drawOutlook } from '../furniture/window.js';
import type { PlaceGrammar } from '../place.js';

/** The corridor of a school. */
export const schoolCorridor: PlaceGrammar = {
  name: 'school-corridor',
  words: [
    'school corridor',
    'school hallway',
    'lockers',
    'locker room',
    'changing room',
    "couloir de l'école",
    'vestiaire',
    'vestiaires',
    'schulflur',
    'umkleide',
    'umkleideraum',
    'pasillo de la escuela',
    'vestuario',
    '学校走廊',
    '更衣室',
    '教学楼',
  ],
  interior: true,
  build(scene, random, request) {
    const k = new Local(scene, random, request.time);
    const paint = { tone: 0.58, tint: accent(random) };
    const depth = 13;
    const room = buildRoom(k, {
      width: 3.8,
      depth,
      height: 2.9,
      wall: { tone: 0.9, tint: [1, 0.97, 0.9] },
      floor: { tone: 0.76, tint: [0.95, 0.92, 0.85] },
      floorFinish: random.pick(['checker', 'large-tiles']),
      windows: [{ wall: 'back', x: 0, width: 2.2, from: 1.2, to: 2.6, panes: [3, 2] }],
      doors: [
        { wall: 'left', x: 1.2, leaf: 'window', paint: oak },
        { wall: 'left', x: -4.6, leaf: 'window', paint: oak },
        { wall: 'right', x: -1, leaf: 'window', paint: oak },
        { wall: 'right', x: 4.8, leaf: 'window', paint: oak },
        { wall: 'front', x: 0, double: true, leaf: 'window', paint: oak },
      ],
    });
    const [left, right] = [room.wall('left'), room.wall('right')];
    drawOutlook(room.wall('back'), 'trees');
    drawRadiator(room.wall('back'), 0, 1.6, 0.7);
    drawLockers(left.at(-1.7, 0, 0), 10, paint);
    drawLockers(left.at(4.0, 0, 0), 12, paint);
    drawLockers(right.at(-4.1, 0, 0), 13, paint);
    drawLockers(right.at(1.6, 0, 0), 10, paint);
    drawNotice(left, 0.35, 1.4, 0.4, 0.55, { tone: 0.9, tint: accent(random) });
    drawPinboard(right, 3.75, 1.1, 0.9, 1, oak);
    drawClock(right, 0.05, 2.45, 0.17);
    drawLetters(left, '12', 1.2, 2.25, 0.06, 0.14, 1.6);
    drawLetters(right, '11', -1, 2.25, 0.06, 0.14, 1.6);
    // A locker left open, a bag and a ball on the floor.
    k.box(-1.9 + 0.62, 0.1, 0.45, 0.36, 1.68, 0.02, paint, 0.15);
    k.box(-1.15, 0, 2.6, 0.34, 0.42, 0.22, cloth(random, 0.5), 0.4);
    k.tube(
      [
        [-1.25, 0.4, 2.6],
        [-1.2, 0.52, 2.6],
        [-1.05, 0.4, 2.62],
      ],
      0.015,
      black,
      4,
    );
    k.blob(1.2, 0.12, 1.4, [0.12, 0.12, 0.12], { tone: 0.6, tint: [1, 0.65, 0.4] }, 0, 7);
    drawBench(right.at(-5.6 + 8.2, 0, 0.75), 1.4, oak, false);
    for (let z = -5; z <= 5; z += 2.5) drawTubeLight(k.at(0, 2.9, z, Math.PI / 2), 1.4, 0.5, 3.8);
    return placeIn(k, room, {
      marks: [
        standAt(k, -0.55, -0.2, 0.45, 0.65),
        standAt(k, 0.45, 0.65, -0.55, -0.2),
        standAt(k, 0.3, -4, 0, 0),
        standAt(k, 0, 3.2, 0, 0),
        standAt(k, -1.05, -1.9, -3, -1.9),
        standAt(k, 1.1, -2.4, -1, -2.2, 'lean'),
        standAt(k, 0.5, 5.4, 0, 0),
      ],
      views: [
        [[0.95, 1.45, 5.7], [-0.2, 1.15, -1.5], 50],
        [[-0.9, 1.55, -5.9], [0.15, 1.1, 1], 50],
      ],
      lamp: [0, 2.6, 0],
      exit: [0, 0, 6],
    });
  },
};
