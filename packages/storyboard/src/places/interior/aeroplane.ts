/** @file An aeroplane's cabin: rows of seats down the aisle, oval windows, lockers overhead, the galley's curtain. */
import type { V3 } from '../../world/vector.js';
import { drawSign } from '../furniture/lettering.js';
import { Local, type Paint } from '../furniture/local.js';
import { sitAt, standAt } from '../furniture/marks.js';
import { cloth, white } from '../furniture/materials.js';
import { drawWallScreen } from '../furniture/on-walls.js';
import { buildRoom, placeIn } from '../furniture/room.js';
import { drawTravelSeat } from '../furniture/seats.js';
import type { PlaceGrammar } from '../place.js';

/** The cabin of an airliner. */
export const aeroplane: PlaceGrammar = {
  name: 'aeroplane',
  words: [
    'aeroplane',
    'airplane',
    'plane',
    'airliner',
    'aircraft',
    'jet',
    'private jet',
    'airplane cabin',
    'plane cabin',
    'business class',
    'avion',
    "cabine d'avion",
    'flugzeug',
    'flugzeugkabine',
    'avión',
    'cabina del avión',
    '飞机',
    '机舱',
    '客机',
    '飞机上',
  ],
  interior: true,
  build(scene, random, request) {
    const k = new Local(scene, random, request.time);
    const fabric = cloth(
      random,
      0.42,
      random.pick([
        [0.55, 0.65, 1],
        [0.9, 0.5, 0.5],
        [0.6, 0.75, 0.75],
      ] as V3[]),
    );
    const wall: Paint = { tone: 0.93, tint: [0.98, 0.98, 1] };
    const rows = [-4.2, -3.2, -2.2, -1.2, -0.2, 0.8, 1.8, 2.8, 3.8];
    const room = buildRoom(k, {
      width: 3.9,
      depth: 10.4,
      height: 2.3,
      wall,
      floor: { tone: 0.5, tint: [0.8, 0.85, 1] },
      floorFinish: 'carpet',
      ceiling: { tone: 0.95 },
      skirting: 'none',
      windows: rows.flatMap((x) =>
        (['left', 'right'] as const).map((side) => ({
          wall: side,
          x,
          width: 0.34,
          from: 0.95,
          to: 1.42,
          panes: [1, 1] as const,
          sill: false,
          frame: wall,
        })),
      ),
      doors: [{ wall: 'front', x: 0, leaf: 'plain', width: 0.7, height: 1.9, paint: { tone: 0.8 } }],
      openings: [],
    });
    // Clouds far below.
    k.mat(0, -60, 0, 900, 900, { tone: 0.92, tint: [0.95, 0.97, 1] });
    for (let i = 0; i < 16; i++)
      k.blob(
        random.range(-1, 1) > 0 ? random.range(25, 70) : -random.range(25, 70),
        random.range(-16, -5),
        random.range(-40, 40),
        [random.range(6, 12), random.range(1.5, 3), random.range(5, 9)],
        { tone: 0.98, line: 0.5 },
        0.3,
      );
    for (const s of [-1, 1]) {
      k.prism(
        [
          [-5.1, 0],
          [-5.1, 0.01],
          [5.1, 0.01],
          [5.1, 0],
        ],
        s * 1.9,
        s * 1.8,
        wall,
      );
      // Lockers with their doors, reading lights, a wing outside.
      k.face(
        [
          [s * 0.95, 1.78, -5.1],
          [s * 0.95, 1.78, 5.1],
          [s * 1.95, 1.6, 5.1],
          [s * 1.95, 1.6, -5.1],
        ],
        { tone: 0.85 },
      );
      k.face(
        [
          [s * 0.95, 1.78, -5.1],
          [s * 0.95, 1.78, 5.1],
          [s * 0.72, 2.2, 5.1],
          [s * 0.72, 2.2, -5.1],
        ],
        { tone: 0.97 },
      );
      k.face(
        [
          [s * 0.72, 2.2, -5.1],
          [s * 0.72, 2.2, 5.1],
          [s * 0.55, 2.28, 5.1],
          [s * 0.55, 2.28, -5.1],
        ],
        k.shine([1, 0.97, 0.9]),
      );
      for (let z = -4.9; z < 5; z += 1) {
        k.line(
          [
            [s * 0.945, 1.79, z],
            [s * 0.715, 2.19, z],
          ],
          1,
        );
        k.line(
          [
            [s * 0.92, 1.83, z + 0.4],
            [s * 0.92, 1.83, z + 0.6],
          ],
          1.6,
        );
      }
      for (const z of rows) {
        k.box(s * 1.35, 1.66, z, 0.5, 0.02, 0.12, { tone: 0.8 });
        for (const x of [1.2, 1.35, 1.5])
          k.lathe(
            s * x,
            1.655,
            z,
            [
              [0.02, 0],
              [0.03, 0.012],
            ],
            k.shine(),
            6,
          );
      }
      k.face(
        [
          [s * 2.1, 0.2, 2.6],
          [s * 2.1, 0.2, -1],
          [s * 16, 1.2, 4.4],
          [s * 16, 1.2, 5.2],
        ],
        { tone: 0.85 },
      );
      for (const z of rows)
        for (const dx of [0.62, 1.12, 1.62]) drawTravelSeat(k.at(s * dx, 0, z + 0.1, Math.PI), fabric, 0.44, true);
      for (const z of rows) if (random.chance(0.4)) k.box(s * 1.12, 1.2, z + 0.42, 0.24, 0.02, 0.01, white);
    }
    // The forward wall with its screen, sign and curtain.
    const back = room.wall('back');
    back.box(-1.35, 0, 0.3, 1.15, 2.0, 0.5, { tone: 0.82 });
    back.box(1.35, 0, 0.3, 1.15, 2.0, 0.5, { tone: 0.82 });
    const label = scene.surf({ ...fabric, tone: 0.5 });
    for (let i = 0; i < 9; i++)
      back.face(
        [
          [-0.68 + i * 0.15, 0.08, 0.4 + (i % 2) * 0.06],
          [-0.53 + i * 0.15, 0.08, 0.4 + ((i + 1) % 2) * 0.06],
          [-0.53 + i * 0.15, 1.95, 0.4 + ((i + 1) % 2) * 0.06],
          [-0.68 + i * 0.15, 1.95, 0.4 + (i % 2) * 0.06],
        ],
        label,
      );
    for (const x of [-1.35, 1.35]) drawWallScreen(back.at(0, 0, 0.55), x, 1.15, 0.6, 0.4, true);
    drawSign(back.at(0, 0, 0.4), 'EXIT', 0, 2.0, 0.16, { tone: 0.5, tint: [0.55, 0.95, 0.65] }, '#fffdf6', true);
    for (const z of [-3, 0, 3]) k.light(0, 2.15, z, 0.55, 3.2, true, false);
    return placeIn(k, room, {
      marks: [
        sitAt(k, -0.62, 0.8, 0.2, 0.05, 0.45),
        sitAt(k, -1.12, 0.8, 0.6, 0.2, 0.45),
        standAt(k, 0, -0.6, 0, 4),
        sitAt(k, 0.62, 0.8, 0.3, -3, 0.45),
        sitAt(k, 1.12, -0.2, 1, -3, 0.45),
        standAt(k, 0, -3.9, 0, 0),
        sitAt(k, -0.62, 2.8, 0, -3, 0.45),
        standAt(k, 0, 3.6, 0, 0),
      ],
      views: [
        [[0.2, 1.6, -0.95], [-0.42, 1.02, 1.1], 60],
        [[0.04, 1.62, 4.7], [-0.02, 1.22, -1.5], 54],
      ],
      lamp: [0, 2.1, 0],
      exit: [0, 0, -4.3],
    });
  },
};
