/** @file A theatre: the stage between red curtains seen over rows of seats, spotlights, boxes at the sides. */
import type { V3 } from '../../world/vector.js';
import { drawChandelier } from '../furniture/lamps.js';
import { Local } from '../furniture/local.js';
import { sitAt, standAt } from '../furniture/marks.js';
import { black, brass, cloth, iron, oak, walnut } from '../furniture/materials.js';
import { buildRoom, placeIn } from '../furniture/room.js';
import { drawChair } from '../furniture/seats.js';
import { drawRoundTable } from '../furniture/tables.js';
import { drawPlant } from '../furniture/things.js';
import type { PlaceGrammar } from '../place.js';

/** The hall of a theatre, cinema or concert hall, with its stage. */
export const theatre: PlaceGrammar = {
  name: 'theatre',
  words: [
    'theatre',
    'theater',
    'stage',
    'auditorium',
    'concert hall',
    'opera',
    'opera house',
    'cinema',
    'movie theater',
    'movie theatre',
    'backstage',
    'dance hall',
    'ballroom',
    'circus',
    'théâtre',
    'scène',
    'salle de concert',
    'cinéma',
    'coulisses',
    'bühne',
    'kino',
    'konzertsaal',
    'zirkus',
    'ballsaal',
    'teatro',
    'escenario',
    'cine',
    'sala de conciertos',
    'circo',
    '剧院',
    '剧场',
    '舞台',
    '电影院',
    '音乐厅',
    '礼堂',
    '后台',
  ],
  interior: true,
  build(scene, random, request) {
    const k = new Local(scene, random, request.time);
    const red = cloth(
      random,
      0.42,
      random.pick([
        [1, 0.42, 0.4],
        [0.95, 0.5, 0.5],
        [0.6, 0.6, 1],
      ] as V3[]),
    );
    const [width, depth, height] = [12, 15, 7];
    const room = buildRoom(k, {
      width,
      depth,
      height,
      wall: { tone: 0.6, tint: [1, 0.88, 0.74] },
      wallFinish: 'panels',
      floor: { tone: 0.46, tint: [1, 0.7, 0.62] },
      floorFinish: 'carpet',
      doors: [
        { wall: 'front', x: 0, double: true, width: 1.8, height: 2.3, leaf: 'panels', paint: walnut },
        { wall: 'left', x: -5.6, leaf: 'panels', paint: walnut },
      ],
    });
    const stage = k.at(0, 0, -4.7);
    stage.box(0, 0, 0, 9.6, 1, 5.4, walnut);
    for (let x = -4.7; x < 4.8; x += 0.24)
      stage.line(
        [
          [x, 1.005, -2.7],
          [x, 1.005, 2.7],
        ],
        0.5,
        { alpha: 0.5 },
      );
    for (let x = -4.4; x < 4.6; x += 0.8) stage.outline(x, 0.12, 2.71, 0.7, 0.75, 0.8);
    for (let i = 0; i < 4; i++) stage.box(-3.7, 0, 2.85 + i * 0.28, 1, 0.8 - i * 0.2, 0.3, walnut);
    // Proscenium and curtains.
    for (const side of [-1, 1]) {
      k.box(side * 5.3, 0, -2.3, 1.4, height, 0.5, { tone: 0.72, tint: [1, 0.88, 0.66] });
      k.lathe(
        side * 4.7,
        1,
        -2.1,
        [
          [0.26, 0],
          [0.2, 0.2],
          [0.18, 4.3],
          [0.28, 4.5],
        ],
        brass,
        12,
      );
      const label = scene.surf(red);
      const folds = 11;
      for (let i = 0; i < folds; i++) {
        const t0 = side * (4.6 - i * 0.17);
        const t1 = side * (4.6 - (i + 1) * 0.17);
        const [z0, z1] = [-2.55 + (i % 2) * 0.14, -2.55 + ((i + 1) % 2) * 0.14];
        k.face(
          [
            [t0, 1.02, z0],
            [t1 + side * 0.4, 1.02, z1],
            [t1, 5.6, z1],
            [t0, 5.6, z0],
          ],
          label,
        );
        k.line(
          [
            [t0, 5.5, z0 + 0.02],
            [t0 + side * 0.12, 1.05, z0 + 0.02],
          ],
          0.9,
          { alpha: 0.8 },
        );
      }
      // Boxes with their balustrades.
      for (const y of [2.4, 4.5]) {
        k.box(side * 5.6, y, 0.4, 1.0, 0.16, 2.6, walnut);
        k.box(side * 5.12, y + 0.1, 0.4, 0.12, 0.75, 2.6, { tone: 0.74, tint: [1, 0.86, 0.6] });
        for (const z of [-0.4, 0.4, 1.2])
          k.line(
            [
              [side * 5.05, y + 0.25, z - 0.3],
              [side * 5.05, y + 0.65, z],
              [side * 5.05, y + 0.25, z + 0.3],
            ],
            1,
          );
        k.box(side * 5.08, y + 0.85, 0.4, 0.24, 0.07, 2.7, red);
      }
    }
    k.box(0, 5.4, -2.3, 10, 1.6, 0.5, { tone: 0.72, tint: [1, 0.88, 0.66] });
    const valance = scene.surf(red);
    for (let i = 0; i < 8; i++) {
      const x = -4.6 + i * 1.15;
      k.face(
        [
          [x, 5.6, -2.0],
          [x + 1.15, 5.6, -2.0],
          [x + 1.0, 4.95, -1.95],
          [x + 0.575, 4.7, -1.93],
          [x + 0.15, 4.95, -1.95],
        ],
        valance,
      );
      for (const t of [0.3, 0.575, 0.85])
        k.line(
          [
            [x + t, 5.55, -1.98],
            [x + 0.575 + (t - 0.575) * 0.6, 4.8, -1.9],
          ],
          0.7,
        );
    }
    // Set: a back-cloth with moon and hills, a table and chairs, footlights, spotlights.
    k.panel(0, 1, -7.2, 9.4, 4.6, { tone: 0.8, tint: [0.8, 0.9, 1] });
    k.face(
      Array.from(
        { length: 18 },
        (_, i) => [2.2 + Math.sin((i / 18) * Math.PI * 2) * 0.6, 4.2 + Math.cos((i / 18) * Math.PI * 2) * 0.6, -7.17] as V3,
      ),
      { tone: 1, tint: [1, 0.95, 0.75] },
    );
    k.face(
      [
        [-4.7, 1, -7.15],
        [4.7, 1, -7.15],
        [4.7, 2.2, -7.15],
        [2.4, 1.7, -7.15],
        [0.4, 2.6, -7.15],
        [-2, 1.8, -7.15],
        [-4.7, 2.7, -7.15],
      ],
      { tone: 0.55, tint: [0.75, 0.88, 0.72] },
    );
    drawRoundTable(k.at(1.7, 1, -5.4), 0.5, oak);
    drawChair(k.at(2.5, 1, -5.4, -Math.PI / 2), oak);
    drawPlant(k.at(-4.2, 1, -6.4), 1.7);
    for (let x = -3.9; x <= 4; x += 0.6)
      k.lathe(
        x,
        1,
        -2.2,
        [
          [0.1, 0],
          [0.1, 0.08],
          [0.001, 0.12],
        ],
        k.shine(undefined, true),
        8,
      );
    for (const x of [-3, -1, 1, 3]) {
      k.tube(
        [
          [x - 0.1, 6, 0.6],
          [x, 5.8, 0.35],
        ],
        [0.14, 0.2],
        black,
        9,
      );
      k.lathe(
        x,
        5.74,
        0.26,
        [
          [0.16, 0],
          [0.001, 0.03],
        ],
        k.shine([1, 0.95, 0.8], true),
        9,
      );
    }
    k.tube(
      [
        [-4.6, 6.15, 0.6],
        [4.6, 6.15, 0.6],
      ],
      0.05,
      iron,
      6,
    );
    k.light(0, 3.6, -3.6, 1.5, 5.5, true);
    k.light(1.4, 2.8, -5, 0.9, 4, true);
    for (let row = 0; row < 5; row++)
      for (let i = 0; i < 14; i++) {
        const x = -4.55 + i * 0.7;
        if (Math.abs(x) < 0.5) continue;
        const seat = k.at(x, 0, 0.9 + row * 1.15, Math.PI);
        seat.box(0, 0.38, 0, 0.52, 0.1, 0.45, red);
        seat.prism(
          [
            [-0.24, 0.3],
            [-0.16, 0.3],
            [-0.26, 0.98],
            [-0.34, 0.98],
          ],
          -0.27,
          0.27,
          red,
        );
        seat.box(-0.33, 0, 0, 0.06, 0.62, 0.42, walnut);
      }
    drawChandelier(k.at(0, 7, 2.6), 1.2, 0.9, 12, brass, 0.8, 8);
    k.light(0, 4.5, 3.5, 0.35, 8, true);
    return placeIn(k, room, {
      marks: [
        { at: k.point(-0.75, 1, -3.9), yaw: Math.PI / 2 - 0.15, kind: 'stand' },
        { at: k.point(0.65, 1, -4.1), yaw: -Math.PI / 2 - 0.15, kind: 'stand' },
        { at: k.point(2.42, 1, -5.4), yaw: -Math.PI / 2, kind: 'sit', seatHeight: 0.45 },
        { at: k.point(-2.6, 1, -4.5), yaw: 0.6, kind: 'stand' },
        { ...sitAt(k, -1.05, 0.85, 0, -5, 0.48) },
        { ...sitAt(k, 1.05, 2.0, 0, -5, 0.48) },
        standAt(k, 0, 3.4, 0, -4),
        standAt(k, 0, 6.6, 0, 0),
      ],
      views: [
        [[0.9, 2.25, 5.6], [-0.1, 2.35, -3.5], 54],
        [[-3.3, 2.8, -6.8], [0.6, 1.9, 0.5], 58],
      ],
      lamp: [0, 3.6, -3.6],
      exit: [0, 0, 7],
    });
  },
};
