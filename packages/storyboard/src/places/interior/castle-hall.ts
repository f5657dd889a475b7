/** @file A castle's hall: stone walls with banners, the throne on its steps, long tables, torches, a great fire. */
import { drawCandle, drawChandelier } from '../furniture/lamps.js';
import { Local } from '../furniture/local.js';
import { sitAt, standAt } from '../furniture/marks.js';
import { accent, brass, iron, stone, walnut } from '../furniture/materials.js';
import { buildRoom, placeIn } from '../furniture/room.js';
import { drawBench } from '../furniture/seats.js';
import { drawTable } from '../furniture/tables.js';
import { drawPlate } from '../furniture/things.js';
import { drawOutlook } from '../furniture/window.js';
import type { PlaceGrammar } from '../place.js';

/** A hall or throne room of a castle or palace. */
export const castleHall: PlaceGrammar = {
  name: 'castle-hall',
  words: [
    'castle hall',
    'great hall',
    'throne room',
    'castle',
    'palace',
    'palace hall',
    'fortress',
    'royal chamber',
    'council chamber',
    "knight's hall",
    'manor',
    'mansion',
    'grande salle',
    'salle du trône',
    'château',
    'palais',
    'forteresse',
    'rittersaal',
    'thronsaal',
    'schloss',
    'burg',
    'palast',
    'gran salón',
    'sala del trono',
    'castillo',
    'palacio',
    'fortaleza',
    '城堡',
    '大殿',
    '宫殿',
    '王宫',
    '宝座厅',
    '皇宫',
  ],
  interior: true,
  build(scene, random, request) {
    const k = new Local(scene, random, request.time);
    const tint = accent(random);
    const room = buildRoom(k, {
      width: 9,
      depth: 13,
      height: 5.6,
      wall: { tone: 0.66, tint: [0.98, 0.96, 0.92] },
      wallFinish: 'ashlar',
      floor: { tone: 0.6, tint: [0.96, 0.94, 0.92] },
      floorFinish: 'large-tiles',
      ceiling: { tone: 0.4, tint: [0.9, 0.76, 0.62] },
      skirting: 'none',
      windows: [-3.6, 0, 3.6].map((x) => ({
        wall: 'left' as const,
        x,
        width: 0.9,
        from: 2.2,
        to: 4.6,
        panes: [2, 5] as const,
        frame: stone,
        sill: false,
      })),
      doors: [
        { wall: 'front', x: 0, double: true, width: 2.2, height: 2.9, leaf: 'planks', paint: walnut, frame: stone },
        { wall: 'right', x: 4.6, leaf: 'planks', paint: walnut, frame: stone },
      ],
    });
    const [back, left, right] = [room.wall('back'), room.wall('left'), room.wall('right')];
    drawOutlook(left, 'hills', 9);
    for (let z = -5.4; z < 6; z += 2.7) {
      k.box(0, 5.15, z, 9, 0.32, 0.3, walnut);
      for (const s of [-1, 1]) {
        k.tube(
          [
            [s * 4.4, 3.9, z],
            [s * 3.2, 5.15, z],
          ],
          0.13,
          walnut,
          5,
        );
        k.box(s * 4.36, 0, z, 0.3, 5.2, 0.5, stone);
      }
    }
    // Throne.
    for (let i = 0; i < 3; i++) k.box(0, i * 0.16, -5.2 - i * 0.18, 4.6 - i * 0.8, 0.16, 2.4 - i * 0.36, stone);
    const throne = k.at(0, 0.48, -5.7);
    throne.box(0, 0, 0, 0.95, 0.48, 0.75, walnut);
    throne.box(0, 0.48, 0, 0.75, 0.06, 0.65, { tone: 0.46, tint });
    throne.box(0, 0.48, -0.34, 0.95, 1.25, 0.12, walnut);
    throne.panel(0, 0.6, -0.275, 0.66, 0.95, { tone: 0.46, tint });
    throne.prism(
      [
        [-0.4, 1.73],
        [-0.28, 1.73],
        [-0.28, 1.75],
        [-0.4, 1.75],
      ],
      -0.5,
      0.5,
      brass,
    );
    throne.face(
      [
        [-0.4, 1.73, -0.34],
        [0.4, 1.73, -0.34],
        [0, 2.2, -0.34],
      ],
      brass,
    );
    for (const s of [-1, 1]) {
      throne.box(s * 0.45, 0.48, 0.02, 0.1, 0.26, 0.66, walnut);
      throne.blob(s * 0.45, 0.8, 0.34, [0.08, 0.08, 0.08], brass, 0, 6);
      throne.blob(s * 0.47, 1.85, -0.34, [0.09, 0.11, 0.09], brass, 0, 6);
    }
    // A cloth of state behind it, banners between the windows, shields and swords.
    for (const [wall, x, w, low, high] of [
      [back, 0, 2.2, 1.2, 4.6],
      [back, -3, 1, 1.9, 4.4],
      [back, 3, 1, 1.9, 4.4],
      [right, -3.6, 1, 1.9, 4.3],
      [right, 1.4, 1, 1.9, 4.3],
    ] as const) {
      wall.face(
        [
          [x - w / 2, low, 0.06],
          [x, low - w * 0.3, 0.06],
          [x + w / 2, low, 0.06],
          [x + w / 2, high, 0.06],
          [x - w / 2, high, 0.06],
        ],
        { tone: 0.48, tint, soft: 'cloth' },
      );
      wall.tube(
        [
          [x - w / 2 - 0.1, high, 0.08],
          [x + w / 2 + 0.1, high, 0.08],
        ],
        0.03,
        walnut,
        6,
      );
      const c = (low + high) / 2;
      wall.face(
        [
          [x - w * 0.2, c + w * 0.28, 0.07],
          [x + w * 0.2, c + w * 0.28, 0.07],
          [x + w * 0.2, c, 0.07],
          [x, c - w * 0.25, 0.07],
          [x - w * 0.2, c, 0.07],
        ],
        { tone: 0.85, tint: [1, 0.86, 0.5] },
      );
      for (const t of [-0.3, 0.32])
        wall.line(
          [
            [x + w * t, high - 0.05, 0.075],
            [x + w * t * 1.1, low + 0.1, 0.075],
          ],
          0.8,
        );
    }
    for (const x of [-1.8, 1.8]) {
      left.line(
        [
          [x - 0.4, 1.3, 0.05],
          [x + 0.4, 2.1, 0.05],
        ],
        2.6,
      );
      left.line(
        [
          [x + 0.4, 1.3, 0.05],
          [x - 0.4, 2.1, 0.05],
        ],
        2.6,
      );
      left.face(
        [
          [x - 0.24, 1.95, 0.09],
          [x + 0.24, 1.95, 0.09],
          [x + 0.24, 1.65, 0.09],
          [x, 1.35, 0.09],
          [x - 0.24, 1.65, 0.09],
        ],
        { tone: 0.6, tint },
      );
    }
    // Fire in the right wall.
    const fire = right.at(-1.1, 0, 0);
    fire.box(0, 0, 0.3, 2.6, 0.18, 1, stone);
    for (const s of [-1, 1]) fire.box(s * 1.05, 0.18, 0.3, 0.4, 1.5, 0.6, stone);
    fire.box(0, 1.68, 0.34, 2.7, 0.3, 0.7, stone);
    fire.prism(
      [
        [0.02, 1.98],
        [0.66, 1.98],
        [0.36, 5.1],
        [0.02, 5.1],
      ],
      -1,
      1,
      stone,
    );
    fire.panel(0, 0.18, 0.06, 1.7, 1.5, { tone: 0.12 });
    for (let i = 0; i < 4; i++)
      fire.tube(
        [
          [-0.55, 0.3 + (i % 2) * 0.1, 0.28 + i * 0.06],
          [0.55, 0.28 + ((i + 1) % 2) * 0.1, 0.28 + i * 0.06],
        ],
        0.08,
        { tone: 0.34, tint: [0.85, 0.65, 0.5] },
        6,
      );
    for (let i = 0; i < 8; i++)
      fire.lathe(
        -0.45 + i * 0.13,
        0.36,
        0.36,
        [
          [0.06, 0],
          [0.11, 0.13],
          [0.001, 0.4 + 0.34 * Math.sin(i * 2.1) ** 2],
        ],
        { tone: 1, glow: 1, tint: [1, 0.76, 0.4], line: 0.7 },
        6,
      );
    fire.light(0, 0.9, 1.2, 1.2, 6, true);
    // Long tables with benches; jugs, plates, candles; torches.
    for (const x of [-2.5, 2.2]) {
      drawTable(k.at(x, 0, 1.2), 0.95, 4.8, walnut);
      for (const dx of [-0.78, 0.78]) drawBench(k.at(x + dx, 0, 1.2, Math.PI / 2), 4.4, walnut, false);
      for (let i = 0; i < 5; i++) {
        const z = -0.7 + i * 0.95;
        drawPlate(k.at(x - 0.25, 0.74, z));
        drawPlate(k.at(x + 0.25, 0.74, z + 0.3));
        if (i % 2) drawCandle(k.at(x, 0.74, z + 0.2), 0.22, 0.4, 2.2);
        else
          k.lathe(
            x,
            0.74,
            z,
            [
              [0.06, 0],
              [0.09, 0.1],
              [0.05, 0.2],
              [0.07, 0.26],
            ],
            brass,
            10,
          );
        k.lathe(
          x + 0.2,
          0.74,
          z - 0.1,
          [
            [0.03, 0],
            [0.01, 0.02],
            [0.01, 0.08],
            [0.045, 0.12],
            [0.04, 0.19],
          ],
          brass,
          9,
        );
      }
    }
    k.mat(0, 0.01, -0.4, 1.5, 9.4, { tone: 0.46, tint });
    for (const x of [-0.62, 0.62])
      k.line(
        [
          [x, 0.014, -5],
          [x, 0.014, 4.2],
        ],
        1,
      );
    for (const [wall, xs] of [
      [left, [-4.9, -1.8, 1.8]],
      [right, [-4.7, 2.9]],
      [back, [-1.6, 1.6]],
    ] as const)
      for (const x of xs) {
        wall.tube(
          [
            [x, 2.1, 0.02],
            [x, 2.3, 0.2],
          ],
          0.02,
          iron,
          5,
        );
        wall.tube(
          [
            [x, 2.15, 0.14],
            [x, 2.55, 0.24],
          ],
          [0.025, 0.05],
          walnut,
          6,
        );
        wall.lathe(
          x,
          2.52,
          0.25,
          [
            [0.05, 0],
            [0.09, 0.1],
            [0.001, 0.38],
          ],
          { tone: 1, glow: 1, tint: [1, 0.78, 0.42], line: 0.7 },
          7,
        );
        if (wall !== left || x < 0) wall.light(x, 2.6, 0.6, 0.6, 3.6, true);
      }
    drawChandelier(k.at(0, 5.4, 1), 1.7, 0.9, 10, iron, 0.9, 7);
    return placeIn(k, room, {
      marks: [
        standAt(k, -0.45, -2.3, 0.75, -2.7),
        standAt(k, 0.75, -2.7, -0.45, -2.3),
        { at: k.point(0, 0.48, -5.45), yaw: k.yaw, kind: 'sit', seatHeight: 0.54 },
        sitAt(k, -1.75, 0.6, -4, 0.6, 0.46),
        sitAt(k, 1.45, 0.6, 4, 0.6, 0.46),
        standAt(k, 3.1, -1.2, 5, -1.2),
        standAt(k, 0, 2.4, 0, -5),
        standAt(k, 0.2, 5, 0, 0),
        sitAt(k, -1.75, 2.2, -4, 2.2, 0.46),
      ],
      views: [
        [[0.75, 1.65, 5.4], [-0.15, 1.95, -2.5], 56],
        [[-1.6, 1.95, -5.2], [0.6, 1.4, 0.8], 58],
      ],
      lamp: [3.2, 1, -1.1],
      exit: [0, 0, 5.9],
    });
  },
};
