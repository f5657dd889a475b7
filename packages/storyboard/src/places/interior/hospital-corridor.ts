/** @file A hospital corridor: swing doors at its end, a bed along the wall, hand rails, strip lights, seats. */
import { drawHospitalBed } from '../furniture/beds.js';
import { drawDeskLamp, drawTubeLight } from '../furniture/lamps.js';
import { drawLetters, drawSign } from '../furniture/lettering.js';
import { Local } from '../furniture/local.js';
import { sitAt, standAt } from '../furniture/marks.js';
import { accent, birch, white } from '../furniture/materials.js';
import { drawClock, drawPinboard } from '../furniture/on-walls.js';
import { buildRoom, placeIn } from '../furniture/room.js';
import { drawWaitingSeats } from '../furniture/seats.js';
import { drawCounter } from '../furniture/tables.js';
import { drawMonitor, drawPapers, drawPlant, drawTelephone } from '../furniture/things.js';
import type { PlaceGrammar } from '../place.js';

/** Corridor, waiting room or nurses' station of a hospital. */
export const hospitalCorridor: PlaceGrammar = {
  name: 'hospital-corridor',
  words: [
    'hospital corridor',
    'hospital hallway',
    "nurses' station",
    "nurse's station",
    'nurses station',
    'waiting room',
    'waiting area',
    'reception',
    'triage',
    'morgue',
    "couloir de l'hôpital",
    "salle d'attente",
    'krankenhausflur',
    'wartezimmer',
    'schwesternzimmer',
    'pasillo del hospital',
    'sala de espera',
    '医院走廊',
    '护士站',
    '候诊室',
    '等候室',
  ],
  interior: true,
  build(scene, random, request) {
    const k = new Local(scene, random, request.time);
    const stripe = accent(random);
    const depth = 12;
    const room = buildRoom(k, {
      width: 3.4,
      depth,
      height: 2.7,
      wall: { tone: 0.94, tint: [0.96, 1, 0.99] },
      dado: { height: 1.1, paint: { tone: 0.78, tint: [0.72, 0.9, 0.88] } },
      floor: { tone: 0.8, tint: [0.92, 0.97, 1] },
      floorFinish: 'large-tiles',
      ceiling: { tone: 0.92 },
      doors: [
        {
          wall: 'back',
          x: 0,
          double: true,
          width: 1.9,
          height: 2.15,
          leaf: 'window',
          paint: { tone: 0.76, tint: [0.7, 0.88, 0.95] },
        },
        { wall: 'left', x: 1.4, leaf: 'window', width: 1.1, paint: birch },
        { wall: 'left', x: -3.4, leaf: 'window', width: 1.1, paint: birch },
        { wall: 'right', x: -3.2, leaf: 'window', width: 1.1, paint: birch },
        { wall: 'right', x: 4.2, leaf: 'window', width: 1.1, paint: birch },
        { wall: 'front', x: 0, double: true, leaf: 'window', paint: birch },
      ],
    });
    const [back, left, right] = [room.wall('back'), room.wall('left'), room.wall('right')];
    drawSign(back, 'EXIT', 0, 2.3, 0.22, { tone: 0.5, tint: [0.55, 0.9, 0.65] }, '#fffdf6', true);
    drawLetters(left, 'A2', 0.35, 1.7, 0.02, 0.16, 1.6);
    drawLetters(right, 'A1', -4.1, 1.7, 0.02, 0.16, 1.6);
    for (const [wall, spans] of [
      [
        left,
        [
          [-5.8, -4.1],
          [-2.7, 0.7],
          [2.1, 5.8],
        ],
      ],
      [
        right,
        [
          [-5.8, -3.9],
          [-2.5, -1.5],
          [1.4, 3.5],
        ],
      ],
    ] as const)
      for (const [a, b] of spans)
        wall.tube(
          [
            [a, 0.92, 0.08],
            [b, 0.92, 0.08],
          ],
          0.03,
          birch,
          7,
        );
    k.mat(0.9, 0.006, 0, 0.12, depth, { tone: 0.7, tint: stripe, line: 0.5 });
    k.mat(1.1, 0.006, 0, 0.06, depth, { tone: 0.6, tint: [0.6, 0.75, 1], line: 0.5 });
    drawHospitalBed(left.at(-0.9, 0, 0.58).at(0, 0, 0, Math.PI / 2));
    drawWaitingSeats(left.at(3.7, 0, 0.4), 3, { tone: 0.6, tint: stripe });
    // The nurses' station: counter with lamp and screen, set into the right wall.
    drawCounter(right.at(0, 0, 0.4), 2.6, 0.5, 1.1, white, birch, 1.3);
    drawMonitor(right.at(-0.5, 0.8, 0.32, 0).at(0, 0.02, -0.12), true, false);
    drawDeskLamp(right.at(0.6, 1.1, 0.35, -0.6), white);
    drawPapers(right.at(0.1, 1.1, 0.4), 2);
    drawTelephone(right.at(0.95, 1.1, 0.4));
    drawPinboard(right, 0, 1.45, 1.6, 0.8);
    right.box(0, 2.35, 0.25, 2.7, 0.32, 0.5, { tone: 0.75, tint: [0.72, 0.9, 0.88] });
    drawLetters(right, '+', 0, 2.42, 0.51, 0.18, 2.4, '#fffdf6');
    drawClock(left, -2.2, 2.15, 0.17);
    drawPlant(k.at(-1.35, 0, -5.5), 1.2);
    for (let z = -4.6; z <= 4.6; z += 2.3) drawTubeLight(k.at(0, 2.7, z, Math.PI / 2), 1.2, 0.5, 3.2);
    for (let z = -5.4; z <= 5.4; z += 0.6)
      k.line(
        [
          [-1.7, 2.69, z],
          [1.7, 2.69, z],
        ],
        0.5,
        { alpha: 0.4 },
      );
    return placeIn(k, room, {
      marks: [
        standAt(k, 0.65, -0.95, -0.25, 0.1),
        standAt(k, -0.25, 0.1, 0.65, -0.95),
        standAt(k, 0.2, -3.6, 0.2, 0),
        sitAt(k, -1.25, -3.7, 1, -3.7, 0.45),
        standAt(k, 0.5, 3, 0, 0),
        standAt(k, -0.3, -5, 0, 0),
        sitAt(k, -1.25, -3.12, 1, -3.1, 0.45),
        standAt(k, 0.35, 0.75, 2, 0),
      ],
      views: [
        [[-0.95, 1.55, 5], [0.2, 1.15, -1.5], 48],
        [[0.75, 1.6, -5.2], [-0.1, 1.1, 0.5], 48],
      ],
      lamp: [0, 2.4, 0],
      exit: [0, 0, -5.4],
    });
  },
};
