/** @file An airport hall: check-in desks under boards, rows of seats, a glass front with an aeroplane beyond. */
import { drawSign } from '../furniture/lettering.js';
import { Local } from '../furniture/local.js';
import { sitAt, standAt } from '../furniture/marks.js';
import { accent, birch, black, cloth, steel, white } from '../furniture/materials.js';
import { buildRoom, placeIn } from '../furniture/room.js';
import { drawWaitingSeats } from '../furniture/seats.js';
import { drawCounter } from '../furniture/tables.js';
import { drawMonitor, drawPlant } from '../furniture/things.js';
import { drawOutlook } from '../furniture/window.js';
import type { PlaceGrammar } from '../place.js';

/** A terminal or gate. */
export const airport: PlaceGrammar = {
  name: 'airport',
  words: [
    'airport',
    'terminal',
    'airport terminal',
    'departure lounge',
    'departures',
    'arrivals',
    'gate',
    'check-in',
    'baggage claim',
    'customs',
    'border control',
    'aéroport',
    'aérogare',
    'flughafen',
    'abflughalle',
    'ankunftshalle',
    'aeropuerto',
    '机场',
    '候机楼',
    '候机厅',
    '航站楼',
    '登机口',
  ],
  interior: true,
  build(scene, random, request) {
    const k = new Local(scene, random, request.time);
    const tint = accent(random);
    const room = buildRoom(k, {
      width: 14,
      depth: 14,
      height: 5.2,
      wall: { tone: 0.92, tint: [0.96, 0.98, 1] },
      floor: { tone: 0.8, tint: [0.95, 0.97, 1] },
      floorFinish: 'large-tiles',
      ceiling: { tone: 0.88 },
      windows: [-4.6, 0, 4.6].map((x) => ({
        wall: 'back' as const,
        x,
        width: 4.5,
        from: 0.15,
        to: 4.4,
        panes: [3, 2] as const,
        sill: false,
        frame: steel,
      })),
      doors: [
        { wall: 'right', x: 4.5, double: true, width: 2, height: 2.4, leaf: 'glazed', paint: steel },
        { wall: 'left', x: -4.5, double: true, width: 1.8, height: 2.3, leaf: 'glazed', paint: steel },
        { wall: 'front', x: 3, leaf: 'plain', paint: steel },
      ],
    });
    const [back, left] = [room.wall('back'), room.wall('left')];
    drawOutlook(back, 'hills', 3);
    // The aeroplane on the apron.
    const plane = back.at(-1, -3, -26, Math.PI / 2 - 0.25);
    plane.tube(
      [
        [0, 3.4, -17],
        [0, 3.1, -13],
        [0, 3, -6],
        [0, 3, 8],
        [0, 3.1, 12],
        [0, 2.7, 15],
        [0, 2.6, 16],
      ],
      [0.5, 1.4, 1.9, 1.9, 1.7, 0.9, 0.1],
      white,
      16,
    );
    plane.face(
      [
        [0, 4.3, -16.5],
        [0, 4.6, -12],
        [0, 9.4, -15.6],
        [0, 9.4, -17.6],
      ],
      { tone: 0.6, tint },
    );
    for (const s of [-1, 1]) {
      plane.face(
        [
          [s * 1.6, 2.4, 3],
          [s * 1.6, 2.4, -2.5],
          [s * 15, 3.6, -7.5],
          [s * 15, 3.6, -6],
        ],
        { tone: 0.8 },
      );
      plane.tube(
        [
          [s * 5, 1.7, -0.5],
          [s * 5, 1.7, 2],
        ],
        [0.7, 0.85],
        steel,
        12,
      );
      plane.face(
        [
          [s * 0.6, 3.7, -14],
          [s * 0.6, 3.7, -16],
          [s * 5.5, 4, -17.4],
          [s * 5.5, 4, -16.6],
        ],
        { tone: 0.8 },
      );
    }
    for (let z = -10; z < 12; z += 0.9)
      plane.line(
        [
          [1.88, 3.4, z],
          [1.88, 3.7, z],
          [1.88, 3.7, z + 0.35],
        ],
        1.1,
      );
    // Board of departures on the ceiling.
    k.box(0, 3.05, -1.6, 5.4, 1.2, 0.16, black);
    for (const x of [-2.2, 2.2])
      k.tube(
        [
          [x, 4.25, -1.6],
          [x, 5.2, -1.6],
        ],
        0.03,
        steel,
        5,
      );
    for (let row = 0; row < 5; row++) {
      k.box(-2.35, 3.16 + row * 0.21, -1.51, 0.34, 0.12, 0.02, { tone: 0.95, glow: 0.85, tint: [1, 0.86, 0.45], line: 0.5 });
      for (let x = -1.9; x < 2.5; x += random.range(0.25, 0.6))
        k.box(x, 3.18 + row * 0.21, -1.51, random.range(0.12, 0.3), 0.08, 0.02, {
          tone: 0.95,
          glow: 0.8,
          tint: [1, 0.95, 0.8],
          line: 0.4,
        });
    }
    // Desks along the left with belts and numbers.
    for (const [i, x] of [-1.2, 1.3, 3.8].entries()) {
      const desk = left.at(x, 0, 1.2);
      drawCounter(desk, 1.5, 0.6, 1.12, { tone: 0.75, tint }, birch, 1.5);
      drawMonitor(desk.at(-0.35, 1.0, -0.15, Math.PI), true, false);
      desk.box(1.0, 0, -0.1, 0.5, 0.35, 0.9, steel);
      if (i !== 1) desk.box(1.0, 0.35, 0, 0.4, 0.5, 0.25, cloth(random, 0.5));
      drawSign(left.at(x, 0, 0.3), `0${i + 1}`, 0, 2.6, 0.5, { tone: 0.3, tint: [0.6, 0.75, 1] }, '#fff3cf');
    }
    left.box(1.3, 2.2, 0.2, 9, 0.14, 0.4, steel);
    for (const [x, z, turn] of [
      [2.6, 0.2, Math.PI],
      [2.6, 0.9, 0],
      [3.2, -3.6, Math.PI],
      [-1.6, -4.6, Math.PI],
    ])
      drawWaitingSeats(k.at(x, 0, z, turn), 5, { tone: 0.35, tint: [0.7, 0.8, 1] });
    // Ribbon posts, a trolley, plants, columns.
    for (let i = 0; i < 4; i++) {
      const z = -2 + i * 1.3;
      k.lathe(
        -3.6,
        0,
        z,
        [
          [0.17, 0],
          [0.16, 0.03],
          [0.025, 0.05],
          [0.025, 0.95],
          [0.04, 1],
        ],
        steel,
        10,
      );
      if (i)
        k.tube(
          [
            [-3.6, 0.92, z - 1.3],
            [-3.6, 0.86, z - 0.65],
            [-3.6, 0.92, z],
          ],
          0.025,
          { tone: 0.4, tint: [0.6, 0.7, 1] },
          4,
        );
    }
    drawLuggage(k.at(1.4, 0, 3.6, 0.5));
    drawLuggage(k.at(-1.9, 0, -0.2, -0.5));
    for (const x of [-5, 5])
      for (const z of [-3, 3.4])
        k.lathe(
          x,
          0,
          z,
          [
            [0.3, 0],
            [0.3, 5.2],
          ],
          white,
          16,
          true,
        );
    drawPlant(k.at(4.4, 0, -5.6), 1.8);
    drawSign(k.at(4.4, 0, 1.0), 'GATE A1 →', 0, 3, 0.5, { tone: 0.6, tint: [1, 0.84, 0.35] });
    for (const x of [-3.5, 0.5, 4.2])
      for (const z of [-3.4, 2.6]) {
        k.box(x, 5.1, z, 2, 0.06, 0.5, k.shine([0.97, 1, 1], true));
        k.light(x, 4.6, z, 0.5, 6, true, false);
      }
    return placeIn(k, room, {
      marks: [
        standAt(k, -0.6, 2.4, 0.7, 2.1),
        standAt(k, 0.7, 2.1, -0.6, 2.4),
        sitAt(k, 2.3, 1.0, 2.3, 5, 0.45),
        sitAt(k, 2.9, 1.0, 2.9, 5, 0.45),
        standAt(k, -4.6, 1.0, -6, 1.0),
        standAt(k, 0.2, -5.6, 0, -12),
        sitAt(k, -1.6, -4.7, -1.6, -9, 0.45),
        standAt(k, 3.6, 5.2, 0, 0),
      ],
      views: [
        [[1.9, 1.65, 6.5], [-0.4, 1.75, -2], 56],
        [[3.4, 1.8, -6.3], [-0.9, 1.3, 1.5], 56],
      ],
      lamp: [0.5, 4.6, 2.6],
      exit: [6.4, 0, 4.5],
    });
  },
};

/** A suitcase on wheels and a bag. */
function drawLuggage(k: Local): void {
  k.box(0, 0.05, 0, 0.46, 0.66, 0.26, { tone: 0.4, tint: accent(k.random) });
  for (const y of [0.2, 0.4, 0.6])
    k.line(
      [
        [-0.23, y, 0.135],
        [0.23, y, 0.135],
      ],
      0.7,
    );
  for (const x of [-0.12, 0.12])
    k.tube(
      [
        [x, 0.7, -0.08],
        [x, 1.02, -0.1],
      ],
      0.01,
      steel,
      4,
    );
  k.tube(
    [
      [-0.12, 1.02, -0.1],
      [0.12, 1.02, -0.1],
    ],
    0.016,
    black,
    5,
  );
  k.box(0.5, 0, 0.1, 0.5, 0.3, 0.28, cloth(k.random, 0.5), 0.4);
  k.tube(
    [
      [0.36, 0.3, 0.12],
      [0.5, 0.46, 0.1],
      [0.64, 0.3, 0.08],
    ],
    0.012,
    black,
    4,
  );
}
