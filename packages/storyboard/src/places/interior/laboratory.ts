/** @file A laboratory: benches with flasks and microscopes, hoods, a periodic chart, stools, screens. */
import type { V3 } from '../../world/vector.js';
import { drawTubeLight } from '../furniture/lamps.js';
import { Local } from '../furniture/local.js';
import { sitAt, standAt } from '../furniture/marks.js';
import { accent, birch, black, iron, steel, white } from '../furniture/materials.js';
import { drawBoard, drawClock } from '../furniture/on-walls.js';
import { buildRoom, placeIn } from '../furniture/room.js';
import { drawStool } from '../furniture/seats.js';
import { drawCupboard, drawGoods } from '../furniture/storage.js';
import { drawUnits } from '../furniture/tables.js';
import { drawMonitor } from '../furniture/things.js';
import { drawOutlook } from '../furniture/window.js';
import type { PlaceGrammar } from '../place.js';

/** A scientist's laboratory. */
export const laboratory: PlaceGrammar = {
  name: 'laboratory',
  words: [
    'laboratory',
    'lab',
    'research lab',
    'chemistry lab',
    'science lab',
    'clean room',
    'laboratoire',
    'labo',
    'labor',
    'laboratorium',
    'laboratorio',
    '实验室',
    '研究所',
    '化验室',
  ],
  interior: true,
  build(scene, random, request) {
    const k = new Local(scene, random, request.time);
    const room = buildRoom(k, {
      width: 8,
      depth: 7.4,
      height: 3,
      wall: { tone: 0.93, tint: [0.95, 0.99, 1] },
      floor: { tone: 0.8, tint: [0.93, 0.97, 1] },
      floorFinish: 'large-tiles',
      windows: [{ wall: 'left', x: 0, width: 3.6, from: 1.15, to: 2.5, panes: [3, 1], blinds: true }],
      doors: [
        { wall: 'back', x: 3.1, leaf: 'window', paint: steel },
        { wall: 'front', x: -2, leaf: 'window', paint: steel },
      ],
    });
    const [back, left, right, front] = [room.wall('back'), room.wall('left'), room.wall('right'), room.wall('front')];
    drawOutlook(left, 'trees', 4);
    const top = { tone: 0.3 };
    const bench = (at: Local, width: number): void => {
      drawUnits(at, width, { tone: 0.84, tint: [0.86, 0.93, 1] }, top);
      for (let x = -width / 2 + 0.3; x < width / 2 - 0.1; x += random.range(0.28, 0.5))
        drawGlassware(at.at(x, 0.9, random.range(-0.12, 0.14)));
    };
    bench(left.at(0, 0, 0.34), 6);
    // The island in the middle, two-sided, with a shelf and taps.
    for (const turn of [0, Math.PI])
      drawUnits(k.at(0.2, 0, turn ? -0.61 : 0, turn), 3.4, { tone: 0.84, tint: [0.86, 0.93, 1] }, top);
    k.box(0.2, 1.3, -0.3, 3.2, 0.04, 0.26, steel);
    for (const x of [-1.3, 0.2, 1.7]) k.box(x, 0.9, -0.3, 0.05, 0.42, 0.05, steel);
    drawGoods(k.at(0.2, 1.34, -0.3), 3, 'bottles', 0.24);
    for (const x of [-1.1, -0.5, 0.75, 1.5]) drawGlassware(k.at(x, 0.9, random.range(0, 0.15)));
    drawMicroscope(k.at(0.15, 0.9, 0.05));
    drawMicroscope(k.at(1.2, 0.9, -0.65, Math.PI));
    drawMonitor(k.at(-1.2, 0.9, -0.72, Math.PI + 0.2), true);
    // Distillation: flask over a burner, a coil.
    k.lathe(
      -0.15,
      0.9,
      -0.6,
      [
        [0.1, 0],
        [0.02, 0.02],
        [0.01, 0.5],
      ],
      iron,
      8,
    );
    k.blob(-0.05, 1.2, -0.6, [0.09, 0.09, 0.09], { tone: 0.8, tint: accent(random) }, 0, 6);
    k.tube(
      [
        [-0.05, 1.28, -0.6],
        [-0.05, 1.42, -0.6],
        [0.3, 1.2, -0.6],
        [0.34, 1.0, -0.6],
      ],
      0.012,
      { tone: 0.85, tint: [0.85, 0.96, 1] },
      5,
    );
    for (const [x, z] of [
      [-0.6, 0.75],
      [0.9, 0.8],
      [0.3, -1.4],
    ])
      drawStool(k.at(x, 0, z), 0.62, steel, black);
    // Hood at the back with its light, cupboards, chart.
    const hood = back.at(-1.4, 0, 0);
    drawUnits(hood.at(0, 0, 0.4), 1.9, { tone: 0.84, tint: [0.86, 0.93, 1] }, top);
    hood.box(0, 2.0, 0.4, 2, 1, 0.8, { tone: 0.88 });
    for (const x of [-0.97, 0.97]) hood.box(x, 0.9, 0.4, 0.06, 1.1, 0.76, steel);
    hood.panel(0, 0.92, 0.03, 1.88, 1.08, { tone: 0.95, glow: 0.62, tint: [0.9, 1, 0.96] });
    for (const x of [-0.6, -0.15, 0.3, 0.65]) drawGlassware(hood.at(x, 0.9, 0.35));
    hood.light(0, 1.7, 0.6, 0.5, 2.6, true, false);
    const tints: V3[] = [
      [1, 0.6, 0.5],
      [0.6, 0.8, 1],
      [0.65, 0.9, 0.65],
      [1, 0.88, 0.5],
    ];
    back.panel(1.25, 1.15, 0.015, 2, 1.25, white);
    for (let c = 0; c < 14; c++)
      for (let r = 0; r < 6; r++)
        if (r > 2 || c < 2 || c > 8 || (r === 0 && c > 12))
          back.panel(0.34 + c * 0.14, 2.2 - r * 0.17, 0.02, 0.12, 0.15, {
            tone: 0.8,
            tint: tints[(c + (c > 8 ? 1 : 0)) % 4],
            line: 0.6,
          });
    for (const x of [-2.6, -1.5]) {
      drawCupboard(right.at(x, 0, 0), 1.05, 2, 0.45, { tone: 0.88, tint: [0.9, 0.95, 1] });
    }
    right.box(0.3, 0, 0.36, 0.8, 1.8, 0.7, white);
    right.outline(0.3, 0.1, 0.715, 0.72, 1.6);
    drawBoard(right, 2.1, 1.0, 2, 1.2, 'white');
    drawUnits(front.at(1.4, 0, 0.32), 3, { tone: 0.84, tint: [0.86, 0.93, 1] }, top);
    for (const x of [0.4, 1, 1.8, 2.3]) drawGlassware(front.at(x, 0.9, 0.3));
    drawClock(front, 0, 2.3);
    for (const x of [-1.6, 1.6]) for (const z of [-1.2, 1.6]) drawTubeLight(k.at(x, 3, z), 1.4, 0.55, 4.8);
    return placeIn(k, room, {
      marks: [
        standAt(k, -0.35, 1.05, 0.95, 0.95),
        standAt(k, 0.95, 0.95, -0.35, 1.05),
        standAt(k, 0.15, -1.3, 0.2, 0),
        sitAt(k, -0.6, 0.72, -0.4, -1, 0.62),
        standAt(k, -1.4, -2.45, -1.4, -5),
        standAt(k, -2.8, 0.8, -5, 0.8),
        standAt(k, 2.6, 1.8, 0, 0),
        standAt(k, 2.7, -2.4, 0, 0),
      ],
      views: [
        [[2.3, 1.65, 3.3], [-0.3, 1.15, -0.8], 56],
        [[-2.7, 1.7, -2.3], [0.7, 1.05, 0.8], 56],
      ],
      lamp: [1.6, 2.7, 1.6],
    });
  },
};

/** A flask, beaker, cylinder or rack of tubes, with something coloured in it. */
function drawGlassware(k: Local): void {
  const paint = { tone: k.random.range(0.62, 0.88), tint: accent(k.random), line: 0.8 };
  const kind = k.random.integer(0, 3);
  if (kind === 0)
    k.lathe(
      0,
      0,
      0,
      [
        [0.075, 0],
        [0.075, 0.01],
        [0.025, 0.14],
        [0.02, 0.2],
        [0.03, 0.21],
      ],
      paint,
      10,
    );
  else if (kind === 1)
    k.lathe(
      0,
      0,
      0,
      [
        [0.05, 0],
        [0.052, 0.12],
        [0.058, 0.13],
      ],
      paint,
      10,
    );
  else if (kind === 2)
    k.lathe(
      0,
      0,
      0,
      [
        [0.05, 0],
        [0.025, 0.015],
        [0.025, 0.3],
        [0.035, 0.31],
      ],
      paint,
      9,
    );
  else {
    k.box(0, 0.06, 0, 0.24, 0.015, 0.06, birch);
    k.box(0, 0, 0, 0.24, 0.015, 0.06, birch);
    for (let i = 0; i < 5; i++)
      k.lathe(
        -0.09 + i * 0.045,
        0.015,
        0,
        [
          [0.012, 0],
          [0.014, 0.14],
        ],
        { tone: 0.75, tint: accent(k.random), line: 0.7 },
        6,
      );
  }
}

/** A microscope that is looked into from +z. */
function drawMicroscope(k: Local): void {
  k.box(0, 0, 0, 0.16, 0.035, 0.22, black);
  k.tube(
    [
      [0, 0.03, -0.08],
      [0, 0.2, -0.1],
      [0, 0.32, -0.04],
    ],
    0.025,
    { tone: 0.85 },
    6,
  );
  k.box(0, 0.12, 0.02, 0.13, 0.015, 0.13, black);
  k.tube(
    [
      [0, 0.15, 0.02],
      [0, 0.3, 0.02],
      [0, 0.42, 0.12],
    ],
    [0.014, 0.028, 0.022],
    { tone: 0.85 },
    8,
  );
}
