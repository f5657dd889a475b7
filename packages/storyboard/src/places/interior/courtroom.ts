/** @file A court: the judge's bench raised under the seal, witness stand, jury box, tables for both sides, rail and public benches. */
import type { V3 } from '../../world/vector.js';
import { drawChandelier, drawDeskLamp } from '../furniture/lamps.js';
import { Local } from '../furniture/local.js';
import { sitAt, standAt } from '../furniture/marks.js';
import { black, brass, cloth, shade, walnut } from '../furniture/materials.js';
import { drawClock, drawFlag, drawPicture } from '../furniture/on-walls.js';
import { buildRoom, placeIn } from '../furniture/room.js';
import { drawChair, drawPew } from '../furniture/seats.js';
import { drawCounter, drawTable } from '../furniture/tables.js';
import { drawBookPile, drawGlass, drawPapers } from '../furniture/things.js';
import { drawOutlook } from '../furniture/window.js';
import type { PlaceGrammar } from '../place.js';

/** A court of law. */
export const courtroom: PlaceGrammar = {
  name: 'courtroom',
  words: [
    'courtroom',
    'court room',
    'court',
    'courthouse',
    'tribunal',
    'trial',
    'hearing room',
    'witness stand',
    'jury box',
    "judge's bench",
    "salle d'audience",
    'palais de justice',
    "cour d'assises",
    'gerichtssaal',
    'gericht',
    'verhandlungssaal',
    'sala del tribunal',
    'juzgado',
    'sala de audiencias',
    'corte',
    '法庭',
    '法院',
    '审判庭',
  ],
  interior: true,
  build(scene, random, request) {
    const k = new Local(scene, random, request.time);
    const wood = random.pick([walnut, { tone: 0.52, tint: [0.88, 0.68, 0.52] as V3 }]);
    const room = buildRoom(k, {
      width: 10,
      depth: 11,
      height: 4.2,
      wall: { tone: 0.86, tint: [1, 0.96, 0.88] },
      dado: { height: 2.3, paint: shade(wood, 1.25) },
      wallFinish: 'panels',
      floor: { tone: 0.62, tint: [0.92, 0.82, 0.72] },
      floorFinish: random.pick(['parquet', 'carpet']),
      windows: [-3, 0, 3].map((x) => ({ wall: 'left' as const, x, width: 1.3, from: 1.5, to: 3.7, panes: [2, 4] as const })),
      doors: [
        { wall: 'front', x: 0, double: true, width: 1.7, height: 2.3, leaf: 'panels', paint: wood },
        { wall: 'back', x: -3.9, leaf: 'panels', paint: wood },
      ],
    });
    const [back, left, right] = [room.wall('back'), room.wall('left'), room.wall('right')];
    drawOutlook(left, 'town', 5);
    // Bench on its platform, with high back and seal, flags at the sides.
    k.box(0, 0, -4.5, 5.2, 0.36, 2, shade(wood, 0.8));
    drawCounter(k.at(0, 0.36, -4.05), 3.6, 0.7, 1.0, wood, shade(wood, 0.8), 0.9);
    k.box(0, 1.36, -3.75, 3.7, 0.12, 0.1, shade(wood, 0.8));
    back.box(0, 0.3, 0.06, 3, 3.2, 0.12, shade(wood, 0.85));
    for (const x of [-1.55, 1.55]) back.box(x, 0.3, 0.1, 0.22, 3.3, 0.2, wood);
    back.box(0, 3.55, 0.16, 3.5, 0.18, 0.32, wood);
    const disc = (r: number, z: number): V3[] =>
      Array.from({ length: 20 }, (_, i) => [
        Math.sin((i / 20) * Math.PI * 2) * r,
        2.75 + Math.cos((i / 20) * Math.PI * 2) * r,
        z,
      ]);
    back.face(disc(0.48, 0.13), brass);
    back.face(disc(0.4, 0.14), { tone: 0.82, tint: [1, 0.9, 0.66] });
    // Scales on the seal.
    back.line(
      [
        [0, 2.45, 0.15],
        [0, 3.02, 0.15],
      ],
      2,
    );
    back.line(
      [
        [-0.25, 2.93, 0.15],
        [0.25, 2.93, 0.15],
      ],
      1.8,
    );
    back.line(
      [
        [-0.12, 2.45, 0.15],
        [0.12, 2.45, 0.15],
      ],
      2,
    );
    for (const s of [-1, 1])
      back.line(
        [
          [s * 0.25, 2.93, 0.15],
          [s * 0.33, 2.7, 0.15],
          [s * 0.17, 2.7, 0.15],
          [s * 0.25, 2.93, 0.15],
        ],
        1.3,
      );
    drawFlag(back, -2.05, 0.5, 2.7, [1, 0.5, 0.45]);
    drawFlag(back, 2.05, 0.5, 2.7, [0.55, 0.65, 1]);
    k.prism(
      [
        [-5, 0.8],
        [-4.9, 0.8],
        [-5.0, 2.15],
        [-5.1, 2.15],
      ],
      -0.4,
      0.4,
      { tone: 0.3, tint: [0.9, 0.6, 0.5] },
    );
    k.box(0, 0.36, -4.85, 0.6, 0.5, 0.5, { tone: 0.3, tint: [0.9, 0.6, 0.5] });
    k.box(0.5, 1.36, -4.1, 0.2, 0.03, 0.2, walnut);
    k.tube(
      [
        [0.4, 1.43, -4.1],
        [0.62, 1.43, -4.1],
      ],
      0.04,
      walnut,
      8,
    );
    drawBookPile(k.at(-0.9, 1.36, -4.15), 3);
    drawDeskLamp(k.at(1.2, 1.36, -4.15, 2.6), brass);
    // Witness stand, clerk's table, jury box.
    const stand = k.at(2.55, 0, -3.6, 0);
    stand.box(0, 0, 0, 1.3, 0.2, 1.3, shade(wood, 0.8));
    for (const [x, z, w, d] of [
      [0, 0.62, 1.3, 0.06],
      [-0.62, 0, 0.06, 1.3],
      [0.62, 0, 0.06, 1.3],
    ])
      stand.box(x, 0.2, z, w, 0.75, d, wood);
    stand.box(0, 0.95, 0.62, 1.4, 0.05, 0.2, shade(wood, 0.8));
    stand.outline(0, 0.3, 0.66, 1.05, 0.5, 0.9);
    stand.tube(
      [
        [0.1, 1.0, 0.62],
        [0.1, 1.15, 0.6],
        [0.05, 1.25, 0.5],
      ],
      0.01,
      black,
      4,
    );
    drawChair(stand.at(0, 0.2, -0.25), wood, cloth(random, 0.4));
    drawTable(k.at(-1.2, 0, -2.7), 1.3, 0.6, wood);
    drawPapers(k.at(-1.2, 0.74, -2.7), 3);
    drawChair(k.at(-1.2, 0, -3.2), wood);
    const jury = right.at(-1.3, 0, 0);
    for (let row = 0; row < 2; row++) {
      jury.box(0, 0, 0.55 + (1 - row) * 0.9, 4.4, 0.1 + row * 0.22, 0.9, shade(wood, 0.8));
      for (let i = 0; i < 6; i++)
        drawChair(jury.at(-1.85 + i * 0.74, row ? 0.32 : 0.1, row ? 0.5 : 1.35), wood, cloth(random, 0.4, [0.9, 0.55, 0.5]));
    }
    jury.box(0, 0, 2.02, 4.5, 0.85, 0.07, wood);
    jury.box(0, 0.85, 2.02, 4.6, 0.06, 0.2, shade(wood, 0.8));
    for (let i = 0; i < 6; i++) jury.outline(-1.85 + i * 0.74, 0.12, 2.06, 0.6, 0.62, 0.8);
    // Tables of the two sides, the bar, public benches.
    for (const x of [-1.9, 1.0]) {
      drawTable(k.at(x, 0, -0.35), 1.9, 0.75, wood);
      for (const dx of [-0.45, 0.45]) drawChair(k.at(x + dx, 0, 0.35, Math.PI), wood, cloth(random, 0.4));
      drawPapers(k.at(x - 0.3, 0.74, -0.3), 3);
      drawBookPile(k.at(x + 0.5, 0.74, -0.45), 2);
      drawGlass(k.at(x + 0.1, 0.74, -0.5));
    }
    for (const [a, b] of [
      [-4.9, -0.6],
      [0.6, 4.9],
    ]) {
      k.box((a + b) / 2, 0.86, 1.35, b - a, 0.07, 0.14, wood);
      for (let x = a + 0.1; x <= b - 0.05; x += 0.28)
        k.lathe(
          x,
          0,
          1.35,
          [
            [0.05, 0],
            [0.025, 0.1],
            [0.045, 0.4],
            [0.025, 0.7],
            [0.04, 0.86],
          ],
          wood,
          7,
        );
    }
    for (let z = 2.2; z < 5; z += 0.95) for (const side of [-1, 1]) drawPew(k.at(side * 2.5, 0, z, Math.PI), 3.2, wood);
    for (const x of [-1.8, 1.8]) drawChandelier(k.at(x, 4.2, -0.8), 0.9, 0.5, 8, brass, 0.95, 7);
    drawClock(right, 2.6, 2.9, 0.22);
    drawPicture(left, -1.5, 2.2, 0.7, 0.9, brass, 'portrait');
    drawPicture(left, 1.5, 2.2, 0.7, 0.9, brass, 'portrait');
    return placeIn(k, room, {
      marks: [
        standAt(k, 0.2, -1.85, 1.25, -2.55),
        standAt(k, 1.25, -2.55, 0.2, -1.85),
        { at: k.point(0, 0.36, -4.65), yaw: k.yaw, kind: 'sit', seatHeight: 0.5 },
        { at: k.point(2.55, 0.2, -3.75), yaw: k.yaw - 0.3, kind: 'sit', seatHeight: 0.47 },
        sitAt(k, -1.45, 0.25, -1, -4, 0.46),
        sitAt(k, 1.45, 0.25, 1, -4, 0.46),
        sitAt(k, -1.4, 2.3, 0, -4, 0.44),
        sitAt(k, 1.5, 3.2, 0, -4, 0.44),
        standAt(k, 0, 1.0, 0, -3),
        standAt(k, -3.4, -2.6, 0, -1.5),
      ],
      views: [
        [[-1.2, 1.75, 4.9], [0.35, 1.45, -2.4], 54],
        [[-2.6, 2.0, -4.6], [0.8, 1.1, 0], 58],
      ],
      lamp: [0, 3.2, -0.8],
      exit: [0, 0, 5],
    });
  },
};
