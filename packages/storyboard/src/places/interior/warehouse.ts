/** @file A warehouse or factory hall: high racks in a row, roof trusses, a line of machines with a belt, lamps from the roof. */
import { Local } from '../furniture/local.js';
import { standAt } from '../furniture/marks.js';
import { black, iron, oak, steel } from '../furniture/materials.js';
import { buildRoom, placeIn } from '../furniture/room.js';
import { drawRack } from '../furniture/storage.js';
import { drawBarrel, drawCrate } from '../furniture/things.js';
import { drawOutlook } from '../furniture/window.js';
import type { PlaceGrammar } from '../place.js';

/** A big industrial hall. */
export const warehouse: PlaceGrammar = {
  name: 'warehouse',
  words: [
    'warehouse',
    'factory',
    'factory floor',
    'depot',
    'hangar',
    'mill',
    'plant',
    'storage',
    'loading dock',
    'assembly line',
    'power plant',
    'sawmill',
    'brewery',
    'slaughterhouse',
    'shipyard hall',
    'entrepôt',
    'usine',
    'fabrique',
    "hangar d'avion",
    'lagerhalle',
    'lager',
    'fabrik',
    'fabrikhalle',
    'werkhalle',
    'halle',
    'almacén',
    'fábrica',
    'nave industrial',
    'depósito',
    '仓库',
    '工厂',
    '厂房',
    '机库',
    '车间大厅',
  ],
  interior: true,
  build(scene, random, request) {
    const k = new Local(scene, random, request.time);
    const [width, depth, height] = [14, 20, 6.5];
    const room = buildRoom(k, {
      width,
      depth,
      height,
      wall: { tone: 0.66, tint: [0.94, 0.95, 0.98] },
      wallFinish: 'planks',
      floor: { tone: 0.66 },
      floorFinish: 'concrete',
      ceiling: { tone: 0.5 },
      skirting: 'none',
      windows: [-6, -2, 2, 6].flatMap((x) =>
        (['left', 'right'] as const).map((wall) => ({
          wall,
          x,
          width: 3,
          from: 4,
          to: 5.4,
          panes: [6, 2] as const,
          sill: false,
          frame: iron,
        })),
      ),
      openings: [{ wall: 'back', x: 3, width: 3.6, from: 0, to: 3.8 }],
      doors: [
        { wall: 'front', x: -4, leaf: 'steel', paint: steel },
        { wall: 'left', x: 7.5, leaf: 'steel', paint: steel },
      ],
    });
    drawOutlook(room.wall('back'), 'town', 0.05);
    const back = room.wall('back');
    back.box(3, 3.8, 0.06, 4, 0.5, 0.12, steel);
    for (const x of [1.1, 4.9]) back.box(x, 0, 0.06, 0.2, 3.8, 0.2, { tone: 0.7, tint: [1, 0.85, 0.4] });
    for (let i = 0; i < 5; i++)
      back.line(
        [
          [1.25, 3.8 - i * 0.09, 0.02],
          [4.75, 3.8 - i * 0.09, 0.02],
        ],
        0.8,
      );
    for (let z = -8; z <= 8; z += 4) {
      k.box(0, height - 0.35, z, width, 0.16, 0.16, iron);
      k.box(0, height - 1.15, z, width, 0.12, 0.14, iron);
      for (let x = -6.4; x < 6.4; x += 1.6) {
        k.tube(
          [
            [x, height - 1.1, z],
            [x + 0.8, height - 0.3, z],
          ],
          0.04,
          iron,
          4,
        );
        k.tube(
          [
            [x + 0.8, height - 0.3, z],
            [x + 1.6, height - 1.1, z],
          ],
          0.04,
          iron,
          4,
        );
      }
      for (const x of [-6.8, 6.8]) k.box(x, 0, z, 0.22, height, 0.26, iron);
    }
    for (const x of [-5.4, -2.6])
      for (const z of [-7.4, -4.5, -1.6, 1.3])
        for (const turn of [Math.PI / 2]) drawRack(k.at(x - 0.5, 0, z, turn), 2.7, 4, 1, 3, 0.9);
    // The line: a belt with goods, machines at its end.
    for (let z = -6; z < 5; z += 1.5) for (const x of [2.7, 3.5]) k.box(x, 0, z, 0.08, 0.78, 0.08, steel);
    k.box(3.1, 0.78, -0.6, 1, 0.1, 11.5, { tone: 0.3 });
    for (const x of [2.58, 3.62]) k.box(x, 0.74, -0.6, 0.05, 0.2, 11.5, steel);
    for (let z = -6; z < 5; z += random.range(0.8, 1.3))
      drawCrate(k.at(3.1, 0.88, z, random.range(-0.15, 0.15)), 0.5, random.range(0.3, 0.5), 0.5);
    const machine = k.at(3.1, 0, -7.4);
    machine.box(0, 0, 0, 2.2, 2.3, 1.6, { tone: 0.52, tint: [0.7, 0.86, 0.75] });
    machine.box(0, 0.7, 0.82, 1.1, 0.8, 0.05, black);
    machine.box(0.8, 1.3, 0.85, 0.4, 0.5, 0.08, steel);
    for (const [x, tint] of [
      [0.7, [1, 0.4, 0.3]],
      [0.8, [0.5, 1, 0.6]],
      [0.9, [1, 0.85, 0.4]],
    ] as const)
      machine.box(x, 1.4, 0.9, 0.06, 0.06, 0.03, { tone: 0.9, glow: 0.8, tint: [...tint] });
    machine.tube(
      [
        [-0.6, 2.3, 0],
        [-0.6, height - 0.4, 0],
      ],
      0.2,
      steel,
      10,
    );
    machine.lathe(
      0.5,
      2.3,
      0,
      [
        [0.5, 0],
        [0.5, 0.4],
        [0.2, 0.8],
      ],
      steel,
      14,
      true,
    );
    // Pallets in front, a hand truck, yellow lines, drums.
    for (const [x, z] of [
      [5.4, 3.2],
      [5.3, 5.2],
      [-5.4, 5.8],
      [0.9, -4.6],
    ]) {
      k.box(x, 0, z, 1.1, 0.13, 1.1, oak);
      for (let y = 0.13; y < 0.13 + 0.4 * random.integer(1, 3); y += 0.4)
        for (const dx of [-0.26, 0.26])
          for (const dz of [-0.26, 0.26]) drawCrate(k.at(x + dx, y, z + dz, random.range(-0.05, 0.05)), 0.5, 0.39, 0.5);
    }
    for (const [x, z] of [
      [-5.9, 8],
      [-5.2, 8.2],
      [-5.5, 7.4],
    ])
      drawBarrel(k.at(x, 0, z), 0.9, 0.3, false);
    for (const x of [-1.3, 1.9]) k.mat(x, 0.006, 0, 0.12, depth - 1, { tone: 0.85, tint: [1, 0.82, 0.35], line: 0.5 });
    for (const z of [-6, -2, 2, 6])
      for (const x of [-3.6, 3]) {
        k.tube(
          [
            [x, height, z],
            [x, 4.7, z],
          ],
          0.012,
          iron,
          4,
        );
        k.lathe(
          x,
          4.4,
          z,
          [
            [0.34, 0],
            [0.16, 0.26],
            [0.05, 0.34],
          ],
          iron,
          12,
        );
        k.lathe(
          x,
          4.38,
          z,
          [
            [0.28, 0],
            [0.001, 0.02],
          ],
          k.shine(undefined, true),
          10,
        );
        k.light(x, 4, z, 0.75, 6, true);
      }
    return placeIn(k, room, {
      marks: [
        standAt(k, -0.45, 3.4, 0.75, 2.9),
        standAt(k, 0.75, 2.9, -0.45, 3.4),
        standAt(k, 1.95, 0.6, 3.1, 0.4),
        standAt(k, 1.95, -2.6, 3.1, -2.6),
        standAt(k, 0.2, -6.5, 0, 0),
        standAt(k, -4.2, 3.6, 0, 3),
        standAt(k, 4.4, 6, 0, 0),
        standAt(k, 0, 8.6, 0, 0),
      ],
      views: [
        [[1.5, 1.75, 9.3], [-0.35, 1.85, -2], 54],
        [[0.2, 1.8, -9], [0.4, 1.5, 2], 54],
      ],
      lamp: [3, 4.4, 2],
      exit: [3, 0, -9.4],
    });
  },
};
