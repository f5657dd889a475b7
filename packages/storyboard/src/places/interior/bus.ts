/** @file A bus: two rows of seats down the aisle, poles and straps, the driver's place in front, the street outside. */
import type { V3 } from '../../world/vector.js';
import { drawPassingCountry, drawSteeringWheel } from '../furniture/hull.js';
import { Local } from '../furniture/local.js';
import { sitAt, standAt } from '../furniture/marks.js';
import { black, cloth, iron, steel } from '../furniture/materials.js';
import { buildRoom, placeIn } from '../furniture/room.js';
import { drawTravelSeat } from '../furniture/seats.js';
import type { PlaceGrammar } from '../place.js';

/** A bus, coach or tram. */
export const bus: PlaceGrammar = {
  name: 'bus',
  words: [
    'bus',
    'school bus',
    'coach',
    'tram',
    'trolley',
    'streetcar',
    'minibus',
    'tour bus',
    'autobus',
    'autocar',
    'omnibus',
    'straßenbahn',
    'reisebus',
    'autobús',
    'tranvía',
    '公交车',
    '巴士',
    '大巴',
    '电车',
    '公共汽车',
    '校车',
  ],
  interior: true,
  build(scene, random, request) {
    const k = new Local(scene, random, request.time);
    const fabric = cloth(random, 0.5);
    const depth = 9;
    drawPassingCountry(k, 0.9, 'road', true);
    const wall = { tone: 0.84, tint: [0.97, 0.98, 1] as V3 };
    const sides = [-3.3, -1.65, 0, 1.65, 3.3].flatMap((x) =>
      (['left', 'right'] as const)
        .filter((side) => !(side === 'right' && x === -3.3))
        .map((side) => ({ wall: side, x, width: 1.5, from: 0.85, to: 1.75, panes: [1, 1] as const, sill: false, frame: iron })),
    );
    const room = buildRoom(k, {
      width: 2.5,
      depth,
      height: 2.25,
      wall,
      floor: { tone: 0.48 },
      floorFinish: 'concrete',
      skirting: 'none',
      dado: { height: 0.8, paint: { tone: 0.6, tint: fabric.tint } },
      windows: [
        { wall: 'back', x: 0, width: 2.2, from: 0.8, to: 1.95, panes: [2, 1], sill: false, frame: iron },
        { wall: 'front', x: 0, width: 1.9, from: 0.95, to: 1.8, panes: [1, 1], sill: false, frame: iron },
        ...sides,
      ],
      doors: [
        {
          wall: 'right',
          x: -3.4,
          leaf: 'glazed',
          double: true,
          width: 1.1,
          height: 2.0,
          paint: { tone: 0.6, tint: [0.7, 0.75, 0.8] },
        },
      ],
    });
    // The driver looks along −z.
    drawTravelSeat(k.at(-0.7, 0.05, -3.35, Math.PI), fabric, 0.5, false);
    k.prism(
      [
        [-4.35, 0],
        [-3.95, 0],
        [-3.95, 0.7],
        [-4.1, 0.85],
        [-4.35, 0.85],
      ],
      -1.2,
      1.2,
      black,
    );
    drawSteeringWheel(k.at(-0.7, 0.85, -3.85, Math.PI), 0.24, black, 0.9);
    k.box(-0.7, 0.5, -2.95, 1, 0.85, 0.05, { tone: 0.5 });
    k.tube(
      [
        [-0.2, 0, -2.95],
        [-0.2, 2.2, -2.95],
      ],
      0.02,
      steel,
      6,
    );
    for (let i = 0; i < 6; i++)
      for (const side of [-1, 1]) {
        const z = -1.9 + i * 1.02;
        if (side > 0 && i === 0) continue;
        for (const dx of [0.29, 0.78]) drawTravelSeat(k.at(side * (dx + 0.16), 0.05, z, Math.PI), fabric, 0.44, false);
        k.tube(
          [
            [side * 0.22, 1.12, z + 0.33],
            [side * 0.22, 1.2, z + 0.35],
          ],
          0.02,
          steel,
          5,
        );
        if (i % 2)
          k.tube(
            [
              [side * 0.24, 0, z + 0.3],
              [side * 0.24, 2.25, z + 0.3],
            ],
            0.018,
            { tone: 0.8, tint: [1, 0.84, 0.4] },
            6,
          );
      }
    for (const x of [-0.45, 0.45]) {
      k.tube(
        [
          [x, 2.02, -2.8],
          [x, 2.02, 4.3],
        ],
        0.018,
        { tone: 0.8, tint: [1, 0.84, 0.4] },
        5,
      );
      for (let z = -2.2; z < 4; z += 0.55) {
        k.line(
          [
            [x, 2.0, z],
            [x, 1.84, z],
          ],
          1.3,
        );
        k.tube(
          [
            [x - 0.06, 1.72, z],
            [x, 1.85, z],
            [x + 0.06, 1.72, z],
            [x - 0.06, 1.72, z],
          ],
          0.01,
          black,
          4,
        );
      }
    }
    for (const x of [-0.85, 0.85]) {
      k.box(x, 2.14, 0.4, 0.3, 0.05, 7.5, k.shine([1, 0.97, 0.88]));
    }
    for (const z of [-2.5, 0.3, 3]) k.light(0, 2.0, z, 0.55, 2.8);
    k.prism(
      [
        [-4.4, 1.98],
        [-4.2, 1.98],
        [-4.2, 2.2],
        [-4.4, 2.2],
      ],
      -1.1,
      1.1,
      black,
    );
    return placeIn(k, room, {
      marks: [
        sitAt(k.at(0, 0.05, 0), -0.45, -1.0, 0.3, -2.4, 0.45),
        sitAt(k.at(0, 0.05, 0), 0.45, -1.0, -0.3, -2.4, 0.45),
        { at: k.point(-0.7, 0.05, -3.3), yaw: Math.PI, kind: 'drive', seatHeight: 0.45 },
        sitAt(k.at(0, 0.05, 0), 0.45, 2.05, 0, -4, 0.45),
        sitAt(k.at(0, 0.05, 0), -0.94, 2.05, 0, -4, 0.45),
        standAt(k, 0, 0.3, 0, -4),
        standAt(k, 0, 2.7, 0, -4),
        standAt(k, 0.5, -3.2, 0, 0),
      ],
      views: [
        [[0.1, 1.6, -2.6], [-0.01, 1.05, 0.3], 60],
        [[0.08, 1.72, 3.9], [-0.05, 1.12, -1.5], 58],
      ],
      lamp: [0, 2, 0.3],
      exit: [0.8, 0, -3.4],
    });
  },
};
