/** @file A church: pews on both sides of the aisle, columns and pointed arches, altar with cross and candles, coloured windows. */
import type { V2, V3 } from '../../world/vector.js';
import { drawCandle, drawChandelier } from '../furniture/lamps.js';
import { Local } from '../furniture/local.js';
import { sitAt, standAt } from '../furniture/marks.js';
import { brass, iron, stone, walnut, white } from '../furniture/materials.js';
import { buildRoom, placeIn } from '../furniture/room.js';
import { drawPew } from '../furniture/seats.js';
import type { PlaceGrammar } from '../place.js';

/** A church, chapel or cathedral. */
export const church: PlaceGrammar = {
  name: 'church',
  words: [
    'church',
    'chapel',
    'cathedral',
    'abbey',
    'altar',
    'nave',
    'confessional',
    'sacristy',
    'monastery',
    'temple',
    'synagogue',
    'mosque',
    'église',
    'chapelle',
    'cathédrale',
    'abbaye',
    'temple protestant',
    'kirche',
    'kapelle',
    'dom',
    'kloster',
    'münster',
    'iglesia',
    'capilla',
    'catedral',
    'templo',
    'monasterio',
    '教堂',
    '礼拜堂',
    '大教堂',
    '寺庙',
    '修道院',
  ],
  interior: true,
  build(scene, random, request) {
    const k = new Local(scene, random, request.time);
    const room = buildRoom(k, {
      width: 9,
      depth: 15,
      height: 7,
      wall: { tone: 0.8, tint: [1, 0.97, 0.9] },
      wallFinish: 'ashlar',
      floor: { tone: 0.7, tint: [0.97, 0.95, 0.92] },
      floorFinish: 'large-tiles',
      ceiling: 'none',
      skirting: 'none',
      doors: [{ wall: 'front', x: 0, double: true, width: 1.9, height: 2.6, leaf: 'planks', paint: walnut }],
    });
    const [back, left, right] = [room.wall('back'), room.wall('left'), room.wall('right')];
    // Pointed vault in ribs.
    for (const side of [-1, 1]) {
      const profile: V2[] = [
        [4.5, 7],
        [3.9, 7.9],
        [2.6, 8.8],
        [0, 9.6],
      ];
      for (let i = 0; i < 3; i++)
        k.face(
          [
            [side * profile[i][0], profile[i][1], -7.5],
            [side * profile[i + 1][0], profile[i + 1][1], -7.5],
            [side * profile[i + 1][0], profile[i + 1][1], 7.5],
            [side * profile[i][0], profile[i][1], 7.5],
          ],
          { tone: 0.72, tint: [0.98, 0.96, 0.92] },
        );
      for (let z = -7.2; z <= 7.3; z += 2.4)
        k.tube(
          profile.map(([x, y]) => [side * x, y - 0.05, z]),
          0.12,
          stone,
          6,
        );
    }
    for (const z of [-7.49, 7.49])
      k.face(
        [
          [-4.5, 7, z],
          [4.5, 7, z],
          [2.6, 8.8, z],
          [0, 9.6, z],
          [-2.6, 8.8, z],
        ],
        { tone: 0.76 },
      );
    // Wall shafts and coloured windows between them.
    const pane = (at: Local, x: number, low: number, high: number, width: number): void => {
      const tints: V3[] = [
        [1, 0.5, 0.45],
        [0.5, 0.7, 1],
        [1, 0.85, 0.45],
        [0.55, 0.85, 0.6],
      ];
      const glow = k.dark ? undefined : 0.82;
      const rows = 5;
      for (let j = 0; j < rows; j++)
        for (const side of [-1, 1])
          at.panel(x + (side * width) / 4, low + ((high - low) * j) / rows, 0.02, width / 2 - 0.03, (high - low) / rows - 0.04, {
            tone: 0.62,
            glow,
            tint: tints[(j + (side > 0 ? 2 : 0) + Math.floor(Math.abs(x))) % 4],
            line: 1,
          });
      at.face(
        [
          [x - width / 2, high, 0.02],
          [x + width / 2, high, 0.02],
          [x + width * 0.3, high + width * 0.55, 0.02],
          [x, high + width * 0.95, 0.02],
          [x - width * 0.3, high + width * 0.55, 0.02],
        ],
        { tone: 0.62, glow, tint: tints[1], line: 1 },
      );
      at.tube(
        [
          [x - width / 2 - 0.06, low - 0.05, 0.04],
          [x - width / 2 - 0.06, high, 0.04],
          [x - width * 0.33, high + width * 0.6, 0.04],
          [x, high + width * 1.04, 0.04],
          [x + width * 0.33, high + width * 0.6, 0.04],
          [x + width / 2 + 0.06, high, 0.04],
          [x + width / 2 + 0.06, low - 0.05, 0.04],
        ],
        0.06,
        stone,
        6,
      );
    };
    for (const wall of [left, right]) {
      for (let x = -6; x <= 6.1; x += 2.4) {
        wall.lathe(
          x - 1.2,
          0,
          0.1,
          [
            [0.24, 0],
            [0.24, 0.4],
            [0.16, 0.5],
            [0.15, 6.7],
            [0.25, 7],
          ],
          stone,
          10,
        );
        if (Math.abs(x) < 5) pane(wall, x, 2.3, 4.4, 1.1);
      }
    }
    for (const x of [-1.6, 0, 1.6]) pane(back, x, x === 0 ? 2.9 : 3.1, x === 0 ? 5.4 : 4.8, 1.15);
    // Steps, altar, cross, candles, lectern.
    k.box(0, 0, -5.9, 6.4, 0.17, 3, stone);
    k.box(0, 0.17, -6.3, 4.6, 0.17, 2.2, stone);
    k.box(0, 0.34, -6.5, 2.4, 0.95, 0.8, { tone: 0.9 });
    k.box(0, 1.29, -6.5, 2.6, 0.06, 0.95, white);
    k.box(0, 1.0, -6.06, 2.45, 0.34, 0.04, { tone: 0.98, soft: 'cloth' });
    k.box(0, 1.35, -6.75, 0.1, 1.25, 0.08, brass);
    k.box(0, 2.1, -6.75, 0.72, 0.1, 0.08, brass);
    for (const x of [-0.95, -0.7, 0.7, 0.95]) {
      k.lathe(
        x,
        1.35,
        -6.5,
        [
          [0.07, 0],
          [0.02, 0.05],
          [0.02, 0.2],
          [0.05, 0.22],
        ],
        brass,
        9,
      );
      drawCandle(k.at(x, 1.57, -6.5), 0.26, 0.4, 3);
    }
    for (const x of [-2.1, 2.1]) {
      k.lathe(
        x,
        0.17,
        -5.4,
        [
          [0.16, 0],
          [0.03, 0.06],
          [0.03, 1.3],
          [0.08, 1.34],
        ],
        brass,
        10,
      );
      drawCandle(k.at(x, 1.5, -5.4), 0.4, 0.5, 3.6);
    }
    const lectern = k.at(1.7, 0.17, -4.75, 0.25);
    lectern.box(0, 0, 0, 0.4, 1.05, 0.35, walnut);
    lectern.prism(
      [
        [-0.22, 1.1],
        [0.26, 1.02],
        [0.26, 1.06],
        [-0.22, 1.3],
      ],
      -0.3,
      0.3,
      walnut,
    );
    k.mat(0, 0.008, 1.2, 1.3, 11.4, { tone: 0.5, tint: [0.95, 0.45, 0.42] });
    for (let z = -2.9; z <= 6; z += 1.05) for (const side of [-1, 1]) drawPew(k.at(side * 2.35, 0, z, Math.PI), 2.8);
    for (const z of [-2.5, 2.5]) drawChandelier(k.at(0, 9.4, z), 4.9, 0.8, 10, iron, 1, 7.5);
    if (!k.dark) for (const wall of [left, right]) for (const x of [-3.6, 1.2]) wall.light(x, 3.4, 1.2, 3, 5);
    const place = placeIn(k, room, {
      marks: [
        standAt(k, -0.35, -3.55, 0.9, -3.75),
        standAt(k, 0.9, -3.75, -0.35, -3.55),
        sitAt(k, -1.7, -1.9, 0, -6, 0.44),
        sitAt(k, 1.7, -0.85, 0, -6, 0.44),
        sitAt(k, -1.8, 1.25, 0, -6, 0.44),
        standAt(k, 0, 1.5, 0, -6),
        { at: k.point(0, 0.34, -5.75), yaw: k.yaw, kind: 'stand' },
        standAt(k, 0, 6.4, 0, 0),
      ],
      views: [
        [[0.5, 1.7, 6.9], [0, 2.35, -3], 58],
        [[-2.0, 2.0, -4.9], [0.35, 1.5, 0.5], 58],
      ],
      lamp: [0, 4.4, -2.5],
      exit: [0, 0, 7],
    });
    return { ...place, daylight: [0.75, 0.6, -0.2] };
  },
};
