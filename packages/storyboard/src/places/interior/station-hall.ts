/** @file A station hall: iron arches and a glass roof, the great clock, a train at the platform, benches, a kiosk. */
import type { V2, V3 } from '../../world/vector.js';
import { drawSign } from '../furniture/lettering.js';
import { Local } from '../furniture/local.js';
import { sitAt, standAt } from '../furniture/marks.js';
import { accent, black, cloth, iron, oak, shade, steel, walnut } from '../furniture/materials.js';
import { drawClock } from '../furniture/on-walls.js';
import { buildRoom, placeIn } from '../furniture/room.js';
import { drawBench } from '../furniture/seats.js';
import { drawOutlook } from '../furniture/window.js';
import type { PlaceGrammar } from '../place.js';

/** The concourse or platform hall of a railway or underground station. */
export const stationHall: PlaceGrammar = {
  name: 'station-hall',
  words: [
    'station hall',
    'train station',
    'railway station',
    'station',
    'bus station',
    'subway station',
    'metro station',
    'underground station',
    'tube station',
    'platform',
    'subway',
    'ticket office',
    'ticket hall',
    'concourse',
    'gare',
    'gare routière',
    'quai',
    'station de métro',
    'métro',
    'bahnhof',
    'bahnhofshalle',
    'bahnsteig',
    'u-bahn-station',
    'u-bahnhof',
    'estación',
    'estación de tren',
    'andén',
    'estación de metro',
    '火车站',
    '车站',
    '站台',
    '地铁站',
    '候车室',
    '候车厅',
  ],
  interior: true,
  build(scene, random, request) {
    const k = new Local(scene, random, request.time);
    const [width, depth, height] = [12, 20, 5];
    const room = buildRoom(k, {
      width,
      depth,
      height,
      wall: { tone: 0.74, tint: [1, 0.9, 0.8] },
      wallFinish: 'brick',
      floor: { tone: 0.74, tint: [0.96, 0.96, 0.98] },
      floorFinish: 'large-tiles',
      ceiling: 'none',
      doors: [
        { wall: 'left', x: -4, double: true, width: 1.8, height: 2.4, leaf: 'glazed', paint: iron },
        { wall: 'left', x: 4.5, leaf: 'panels', paint: walnut },
      ],
      openings: [{ wall: 'back', x: 3.2, width: 4.6, from: 0, to: 4.6 }],
      without: ['right'],
    });
    const left = room.wall('left');
    drawOutlook(room.wall('back'), 'town', 1.2);
    // Arches of iron and a roof of glass.
    const arch: V2[] = Array.from({ length: 13 }, (_, i) => {
      const a = (i / 12) * Math.PI;
      return [Math.cos(a) * 6, 4.2 + Math.sin(a) * 3.2];
    });
    for (let z = -9.6; z <= 9.7; z += 3.2) {
      k.tube(
        arch.map(([x, y]) => [x, y, z]),
        0.11,
        iron,
        6,
      );
      k.tube(
        arch.map(([x, y]) => [x * 0.94, y - 0.45, z]),
        0.05,
        iron,
        5,
      );
      for (let i = 0; i < 12; i++)
        k.tube(
          [
            [arch[i][0], arch[i][1], z],
            [arch[i + 1][0] * 0.94, arch[i + 1][1] - 0.45, z],
          ],
          0.03,
          iron,
          4,
        );
      k.box(5.85, 0, z, 0.3, 4.3, 0.3, iron);
      k.box(-5.85, 0, z, 0.3, 4.3, 0.3, iron);
    }
    for (let i = 1; i < 12; i++)
      k.tube(
        [
          [arch[i][0], arch[i][1], -9.9],
          [arch[i][0], arch[i][1], 9.9],
        ],
        0.04,
        iron,
        4,
      );
    for (let i = 0; i < 12; i++)
      if (i < 4 || i > 7)
        k.face(
          [
            [arch[i][0], arch[i][1] + 0.08, -9.9],
            [arch[i + 1][0], arch[i + 1][1] + 0.08, -9.9],
            [arch[i + 1][0], arch[i + 1][1] + 0.08, 9.9],
            [arch[i][0], arch[i][1] + 0.08, 9.9],
          ],
          { tone: 0.6, tint: [0.85, 0.92, 1] },
        );
    k.box(6.05, 0, 0, 0.15, 4.4, 20, { tone: 0.68, tint: [1, 0.9, 0.82] });
    // Track bed and train on the right.
    k.mat(4.1, 0.012, 0, 3.4, 20, { tone: 0.3 });
    for (const x of [3.4, 4.8]) k.box(x, 0, 0, 0.08, 0.06, 20, steel);
    k.box(2.35, 0, 0, 0.5, 0.05, 20, { tone: 0.9, tint: [1, 0.86, 0.4] });
    drawTrain(k.at(4.15, 0, -2.6), accent(random));
    // Clock on its arm, board, signs.
    k.tube(
      [
        [0, 6.2, -2.2],
        [0, 4.5, -2.2],
      ],
      0.04,
      iron,
      6,
    );
    const clock = k.at(0, 0, -2.2);
    clock.tube(
      [
        [0, 4.0, -0.12],
        [0, 4.0, 0.12],
      ],
      0.56,
      iron,
      20,
    );
    drawClock(clock.at(0, 0, 0.11), 0, 4.0, 0.5);
    drawClock(clock.at(0, 0, -0.11, Math.PI), 0, 4.0, 0.5);
    left.box(0.6, 2.5, 0.1, 3.2, 1.3, 0.2, black);
    for (let row = 0; row < 5; row++)
      for (let x = -0.85; x < 2; x += random.range(0.3, 0.6))
        left.box(x, 2.62 + row * 0.23, 0.205, random.range(0.15, 0.32), 0.1, 0.02, {
          tone: 0.95,
          glow: 0.75,
          tint: [1, 0.92, 0.7],
          line: 0.4,
        });
    drawSign(k.at(1.9, 0, 1.2), '1', 0, 2.7, 0.5, { tone: 0.3, tint: [0.6, 0.75, 1] }, '#fffdf6');
    k.tube(
      [
        [1.9, 0, 1.2],
        [1.9, 2.75, 1.2],
      ],
      0.035,
      iron,
      6,
    );
    // Benches, kiosk, luggage, lamps.
    for (const [x, z, turn] of [
      [-3.6, -0.8, Math.PI / 2],
      [-3.6, 2.4, Math.PI / 2],
      [-1.0, -4.6, 0],
      [0.4, 4.8, Math.PI],
    ])
      drawBench(k.at(x, 0, z, turn), 2, oak);
    const kiosk = k.at(-4.6, 0, -6.8, 0.5);
    kiosk.box(0, 0, 0, 2.2, 1.05, 1.6, { tone: 0.5, tint: accent(random) });
    kiosk.box(0, 2.2, 0.1, 2.6, 0.2, 2, { tone: 0.6, tint: [1, 0.7, 0.6] });
    for (const x of [-1.05, 1.05]) for (const z of [-0.75, 0.75]) kiosk.box(x, 1.05, z, 0.08, 1.15, 0.08, iron);
    kiosk.box(0, 1.05, -0.75, 2.2, 1.15, 0.06, walnut);
    for (let i = 0; i < 6; i++)
      kiosk.panel(-0.85 + i * 0.34, 0.35, 0.81, 0.26, 0.36, { tone: 0.95, tint: accent(random), line: 0.7 });
    kiosk.light(0, 1.9, 0.4, 0.7, 3);
    k.box(1.2, 0, -0.9, 0.55, 0.42, 0.24, { tone: 0.42, tint: [0.95, 0.7, 0.5] }, 0.4);
    k.box(1.5, 0, -0.6, 0.4, 0.32, 0.22, cloth(random, 0.5), -0.2);
    for (const z of [-6.4, -0.2, 6])
      for (const x of [-2.4, 1.9]) {
        k.tube(
          [
            [x, 4.9, z],
            [x, 3.9, z],
          ],
          0.02,
          iron,
          4,
        );
        k.lathe(
          x,
          3.6,
          z,
          [
            [0.05, 0],
            [0.2, 0.1],
            [0.2, 0.22],
            [0.05, 0.34],
          ],
          k.shine(),
          12,
        );
        k.light(x, 3.5, z, 0.8, 5.5);
      }
    const place = placeIn(k, room, {
      marks: [
        standAt(k, -0.7, 1.7, 0.6, 1.35),
        standAt(k, 0.6, 1.35, -0.7, 1.7),
        sitAt(k, -3.5, 2.1, 0, 2, 0.46),
        sitAt(k, -3.5, -1.1, 0, -1, 0.46),
        standAt(k, 1.9, -3.4, 4, -3.4),
        standAt(k, -0.5, -6.5, 0, 0),
        standAt(k, 1.6, 4.5, 1.6, -5),
        standAt(k, -3.4, -5, -4.6, -7),
      ],
      views: [
        [[-2.3, 1.65, 7.6], [0.7, 2.05, -2.5], 56],
        [[-3.2, 1.75, -9], [0.6, 1.6, 1.2], 56],
      ],
      lamp: [1.9, 3.6, -0.2],
      exit: [-5.2, 0, 4],
    });
    return { ...place, daylight: [0.35, 0.85, -0.4], bounds: { min: [-5.6, 0, -9.7], max: [2.3, 6, 9.7] } };
  },
};

/** A railway carriage along z with its doors towards −x. */
function drawTrain(k: Local, tint: V3): void {
  const body = { tone: 0.55, tint };
  k.box(0, 0.35, 0, 2.5, 1.15, 14, body);
  k.box(0, 1.5, 0, 2.5, 0.95, 14, { tone: 0.72, tint: [1, 0.97, 0.88] });
  k.tube(
    [
      [0, 2.45, -7],
      [0, 2.45, 7],
    ],
    1.25,
    { tone: 0.45 },
    14,
  );
  const side = k.at(-1.26, 0, 0, -Math.PI / 2);
  const pane = k.dark
    ? { tone: 1, glow: 0.9, tint: [1, 0.9, 0.62] as V3, line: 0.8 }
    : { tone: 0.35, tint: [0.82, 0.92, 1] as V3, line: 0.8 };
  for (let x = -6; x <= 6.1; x += 1.5) {
    if (Math.abs(Math.abs(x) - 3) < 0.1) {
      side.panel(x, 0.4, 0.01, 1.1, 2.05, shade(body, 0.8));
      side.panel(x, 1.45, 0.02, 0.7, 0.75, pane);
      side.line(
        [
          [x, 0.4, 0.02],
          [x, 2.45, 0.02],
        ],
        1.2,
      );
    } else side.panel(x, 1.5, 0.01, 1.15, 0.8, pane);
  }
  side.line(
    [
      [-7, 1.4, 0.015],
      [7, 1.4, 0.015],
    ],
    1.6,
  );
  for (const z of [-5.6, -4.2, 4.2, 5.6])
    k.tube(
      [
        [-0.9, 0.35, z],
        [-0.75, 0.35, z],
      ],
      0.36,
      iron,
      14,
    );
  const front = k.at(0, 0, 7.01);
  front.panel(0, 1.55, 0.01, 1.9, 0.85, pane);
  for (const x of [-0.8, 0.8])
    front.lathe(
      x,
      0.8,
      0.02,
      [
        [0.001, 0],
        [0.11, 0.05],
        [0.11, 0.1],
        [0.001, 0.16],
      ],
      k.shine(undefined, true),
      10,
    );
}
