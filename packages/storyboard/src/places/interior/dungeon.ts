/** @file A dungeon: vault of stone, chains and rings, barred door, straw, a torch, barrels. */
import type { V2, V3 } from '../../world/vector.js';
import { drawCandle } from '../furniture/lamps.js';
import { Local } from '../furniture/local.js';
import { sitAt, standAt } from '../furniture/marks.js';
import { iron, stone, walnut } from '../furniture/materials.js';
import { buildRoom, placeIn } from '../furniture/room.js';
import { drawStool } from '../furniture/seats.js';
import { drawTable } from '../furniture/tables.js';
import { drawBarrel } from '../furniture/things.js';
import { drawOutlook } from '../furniture/window.js';
import type { PlaceGrammar } from '../place.js';

/** A dungeon, torture chamber or old vault. */
export const dungeon: PlaceGrammar = {
  name: 'dungeon',
  words: [
    'dungeon',
    'torture chamber',
    'vault',
    'tomb',
    'burial chamber',
    'mausoleum',
    'oubliette',
    'cachot',
    'tombeau',
    'caveau',
    'verlies',
    'kerker',
    'folterkammer',
    'gruft',
    'gewölbe',
    'grabkammer',
    'mazmorra',
    'cámara de tortura',
    'tumba',
    'cripta',
    '地牢',
    '墓室',
    '古墓',
    '刑房',
    '密室',
  ],
  interior: true,
  build(scene, random, request) {
    const k = new Local(scene, random, request.time);
    const room = buildRoom(k, {
      width: 5.4,
      depth: 6.4,
      height: 2.3,
      wall: { tone: 0.56, tint: [0.95, 0.95, 0.98] },
      wallFinish: 'ashlar',
      floor: { tone: 0.46 },
      floorFinish: 'large-tiles',
      ceiling: 'none',
      skirting: 'none',
      windows: [{ wall: 'left', x: 0.8, width: 0.6, from: 1.75, to: 2.2, panes: [1, 1], bars: true, frame: stone, sill: false }],
      doors: [
        { wall: 'back', x: 1.2, leaf: 'bars', width: 1, height: 1.95 },
        { wall: 'front', x: -1.4, leaf: 'planks', paint: walnut, height: 1.95 },
      ],
    });
    const [back, left, right, front] = [room.wall('back'), room.wall('left'), room.wall('right'), room.wall('front')];
    drawOutlook(left, 'hills', -1.6);
    back.panel(1.2, 0, 0.004, 1, 1.95, { tone: 0.08 });
    // Vault in ribs.
    const vault: V2[] = Array.from({ length: 9 }, (_, i) => [
      Math.cos((i / 8) * Math.PI) * 2.7,
      2.3 + Math.sin((i / 8) * Math.PI) * 1.1,
    ]);
    for (let i = 0; i < 8; i++)
      k.face(
        [
          [vault[i][0], vault[i][1], -3.2],
          [vault[i + 1][0], vault[i + 1][1], -3.2],
          [vault[i + 1][0], vault[i + 1][1], 3.2],
          [vault[i][0], vault[i][1], 3.2],
        ],
        { tone: 0.5, tint: [0.95, 0.95, 0.98] },
      );
    for (const z of [-3.19, 3.19])
      k.face(
        vault.map(([x, y]) => [x, y, z] as V3),
        { tone: 0.5 },
      );
    for (const z of [-3, -1, 1, 3]) {
      k.tube(
        vault.map(([x, y]) => [x * 0.98, y - 0.02, z]),
        0.13,
        stone,
        6,
      );
      for (const s of [-1, 1])
        k.lathe(
          s * 2.6,
          0,
          z,
          [
            [0.24, 0],
            [0.2, 0.15],
            [0.16, 0.25],
            [0.16, 2.05],
            [0.24, 2.3],
          ],
          stone,
          10,
        );
    }
    for (let z = -2.7; z < 3; z += 0.5)
      for (let i = 1; i < 8; i += 2)
        if (random.chance(0.5))
          k.line(
            [
              [vault[i][0] * 0.995, vault[i][1] - 0.02, z],
              [vault[i][0] * 0.995, vault[i][1] - 0.02, z + random.range(0.2, 0.5)],
            ],
            0.6,
            { alpha: 0.5 },
          );
    // Chains with rings on the right wall, a rack's wheel, a table with irons.
    for (const x of [-1.6, -0.7])
      for (const dx of [-0.25, 0.25]) {
        right.tube(
          Array.from(
            { length: 9 },
            (_, i) =>
              [x + dx + Math.sin((i / 8) * Math.PI * 2) * 0.08, 1.95 + Math.cos((i / 8) * Math.PI * 2) * 0.08, 0.06] as V3,
          ),
          0.014,
          iron,
          5,
        );
        for (let i = 0; i < 7; i++) {
          const y = 1.85 - i * 0.1;
          right.tube(
            [
              [x + dx - (i % 2 ? 0.025 : 0), y, 0.07 + (i % 2 ? 0 : 0.025)],
              [x + dx, y - 0.06, 0.07],
              [x + dx + (i % 2 ? 0.025 : 0), y, 0.07 - (i % 2 ? 0 : 0.025)],
              [x + dx, y + 0.06, 0.07],
              [x + dx - (i % 2 ? 0.025 : 0), y, 0.07],
            ],
            0.01,
            iron,
            4,
          );
        }
        right.tube(
          Array.from(
            { length: 9 },
            (_, i) =>
              [x + dx + Math.sin((i / 8) * Math.PI * 2) * 0.07, 1.08 + Math.cos((i / 8) * Math.PI * 2) * 0.05, 0.08] as V3,
          ),
          0.018,
          iron,
          5,
        );
      }
    drawTable(k.at(-1.75, 0, -1.9), 1.3, 0.7, walnut);
    for (let i = 0; i < 5; i++)
      k.tube(
        [
          [-2.2 + i * 0.2, 0.76, -1.7],
          [-2.15 + i * 0.2, 0.77, -2.1],
        ],
        0.014,
        iron,
        5,
      );
    drawCandle(k.at(-1.35, 0.74, -2.0), 0.16, 0.7, 3);
    drawStool(k.at(-1.0, 0, -1.6), 0.45, walnut);
    drawBarrel(k.at(2.2, 0, -2.6));
    drawBarrel(k.at(2.25, 0, 2.5));
    drawBarrel(k.at(1.6, 0, 2.7), 0.6, 0.24);
    for (let i = 0; i < 80; i++) {
      const [x, z] = [random.range(0.6, 2.5), random.range(-1.6, 0.4)];
      k.line(
        [
          [x, 0.02, z],
          [x + random.range(-0.25, 0.25), 0.04, z + random.range(-0.2, 0.2)],
        ],
        1.1,
        { color: '#d8bd7c', alpha: 0.85, px: true },
      );
    }
    k.box(2.1, 0, -0.6, 0.8, 0.12, 1.7, { tone: 0.62, tint: [1, 0.86, 0.55] });
    k.lathe(
      0.4,
      0,
      2.2,
      [
        [0.13, 0],
        [0.16, 0.26],
        [0.17, 0.28],
      ],
      walnut,
      10,
    );
    for (const [wall, x] of [
      [back, -0.3],
      [left, -1.5],
      [front, 0.9],
    ] as const) {
      wall.tube(
        [
          [x, 1.5, 0.02],
          [x, 1.68, 0.18],
        ],
        0.02,
        iron,
        5,
      );
      wall.tube(
        [
          [x, 1.5, 0.13],
          [x, 1.88, 0.23],
        ],
        [0.022, 0.045],
        walnut,
        6,
      );
      wall.lathe(
        x,
        1.86,
        0.24,
        [
          [0.05, 0],
          [0.09, 0.1],
          [0.001, 0.36],
        ],
        { tone: 1, glow: 1, tint: [1, 0.78, 0.42], line: 0.7 },
        7,
      );
      wall.light(x, 1.95, 0.55, 0.95, 3.8, true);
    }
    return placeIn(k, room, {
      marks: [
        standAt(k, -0.55, 0.25, 0.7, 0.0),
        standAt(k, 0.7, 0.0, -0.55, 0.25),
        sitAt(k, -1.0, -1.55, 0.5, 0, 0.45),
        { at: k.point(2.1, 0, -0.8), yaw: -Math.PI / 2, kind: 'sit', seatHeight: 0.12 },
        standAt(k, 1.2, -2.4, 1.2, 0),
        standAt(k, -1.9, 1.0, 0, 0),
        standAt(k, -0.7, 2.4, 0, 0),
        standAt(k, 2.2, 0.7, 0, 0, 'lean'),
      ],
      views: [
        [[0.85, 1.5, 2.9], [-0.2, 1.15, -1], 60],
        [[-0.5, 1.65, -2.85], [0.3, 1.05, 0.6], 62],
      ],
      lamp: [-0.3, 1.95, -2.6],
    });
  },
};
