/** @file A ship's bridge: windows all along the front, the wheel and consoles, radar, the sea ahead. */
import type { V3 } from '../../world/vector.js';
import { drawConsole } from '../furniture/hull.js';
import { drawBulkhead, drawDeskLamp } from '../furniture/lamps.js';
import { Local } from '../furniture/local.js';
import { sitAt, standAt } from '../furniture/marks.js';
import { black, brass, iron, oak, steel, walnut, white } from '../furniture/materials.js';
import { drawClock } from '../furniture/on-walls.js';
import { buildRoom, placeIn } from '../furniture/room.js';
import { drawOfficeChair } from '../furniture/seats.js';
import { drawCupboard } from '../furniture/storage.js';
import { drawPapers } from '../furniture/things.js';
import type { PlaceGrammar } from '../place.js';

/** Wheelhouse and bridge. */
export const shipBridge: PlaceGrammar = {
  name: 'ship-bridge',
  words: [
    'bridge',
    "ship's bridge",
    'wheelhouse',
    'helm',
    'pilot house',
    'submarine',
    'submarine control room',
    'passerelle',
    'timonerie',
    'sous-marin',
    'kommandobrücke',
    'schiffsbrücke',
    'steuerhaus',
    'u-boot',
    'puente de mando',
    'timonera',
    'submarino',
    '驾驶台',
    '舰桥',
    '驾驶舱室',
    '潜艇',
    '操舵室',
  ],
  interior: true,
  build(scene, random, request) {
    const k = new Local(scene, random, request.time);
    const room = buildRoom(k, {
      width: 6.6,
      depth: 4.6,
      height: 2.4,
      wall: { tone: 0.78, tint: [0.86, 0.94, 0.95] },
      floor: { tone: 0.5, tint: [0.7, 0.85, 0.8] },
      floorFinish: 'large-tiles',
      ceiling: { tone: 0.72 },
      skirting: steel,
      windows: [
        { wall: 'back', x: 0, width: 6, from: 1.0, to: 2.0, panes: [6, 1], frame: steel, sill: false },
        { wall: 'left', x: 0.9, width: 1.8, from: 1.0, to: 2.0, panes: [2, 1], frame: steel, sill: false },
        { wall: 'right', x: -0.9, width: 1.8, from: 1.0, to: 2.0, panes: [2, 1], frame: steel, sill: false },
      ],
      doors: [
        { wall: 'left', x: -1.3, leaf: 'window', width: 0.8, height: 1.95, paint: steel },
        { wall: 'front', x: 1.4, leaf: 'steel', width: 0.8, height: 1.95, paint: steel },
      ],
    });
    const [back, right, front] = [room.wall('back'), room.wall('right'), room.wall('front')];
    scene.ground(-400, 400, -700, 100, 8, 30, () => -9, { tone: 0.45, soft: 'water' });
    for (let i = 0; i < 60; i++) {
      const t = random.next() ** 2;
      const [x, z, l] = [random.range(-70, 70), -12 - t * 160, 1 + t * 9];
      k.line(
        [
          [x, -8.9, z],
          [x + l / 2, -8.85, z - 0.3],
          [x + l, -8.9, z],
        ],
        1.1,
        { alpha: 0.6, bias: 0.5 },
      );
    }
    // The fore deck with its mast.
    k.prism(
      [
        [-3, -3],
        [-22, -3],
        [-24, -2.4],
        [-3, -2.6],
      ],
      -3.4,
      3.4,
      { tone: 0.6, tint: [0.85, 0.8, 0.72] },
    );
    k.tube(
      [
        [0, -2.6, -15],
        [0, 5, -15],
      ],
      [0.25, 0.12],
      { tone: 0.8, tint: [1, 0.9, 0.7] },
      8,
    );
    for (const s of [-1, 1]) {
      k.line(
        [
          [0, 4.8, -15],
          [s * 3.2, -2.4, -11],
        ],
        1.2,
      );
      k.tube(
        [
          [s * 3.3, -1.6, -3],
          [s * 2.6, -1.5, -20],
          [0, -1.4, -23.5],
        ],
        0.06,
        white,
        5,
      );
    }
    for (const x of [-2.1, 0, 2.1])
      drawConsole(back.at(x, 0, 0.45), 1.6, { tone: 0.46, tint: [0.8, 0.9, 0.92] }, x === 0 ? 1 : 2, 0.8);
    // The wheel on its column.
    k.lathe(
      0,
      0,
      -0.55,
      [
        [0.22, 0],
        [0.16, 0.1],
        [0.14, 0.95],
        [0.18, 1.0],
        [0.001, 1.05],
      ],
      walnut,
      14,
    );
    const hub = k.at(0, 1.02, -0.3);
    for (let i = 0; i < 8; i++) {
      const a = (i / 8) * Math.PI * 2;
      hub.tube(
        [
          [0, 0, 0],
          [Math.sin(a) * 0.5, Math.cos(a) * 0.5, 0],
        ],
        [0.02, 0.024],
        walnut,
        6,
      );
      hub.blob(Math.sin(a) * 0.5, Math.cos(a) * 0.5, 0, [0.035, 0.035, 0.035], walnut, 0, 4);
    }
    hub.tube(
      Array.from(
        { length: 25 },
        (_, i) => [Math.sin((i / 24) * Math.PI * 2) * 0.37, Math.cos((i / 24) * Math.PI * 2) * 0.37, 0] as V3,
      ),
      0.032,
      walnut,
      6,
    );
    hub.lathe(
      0,
      -0.06,
      0.02,
      [
        [0.001, 0],
        [0.06, 0.03],
        [0.06, 0.09],
        [0.001, 0.12],
      ],
      brass,
      10,
    );
    // Compass, engine telegraph, radar, chart table, chair.
    k.lathe(
      1.15,
      0,
      -0.6,
      [
        [0.16, 0],
        [0.12, 0.1],
        [0.12, 0.9],
        [0.2, 0.98],
        [0.2, 1.1],
        [0.1, 1.26],
        [0.001, 1.28],
      ],
      brass,
      14,
      true,
    );
    k.lathe(
      -1.15,
      0,
      -0.6,
      [
        [0.14, 0],
        [0.06, 0.08],
        [0.06, 0.9],
      ],
      brass,
      12,
    );
    k.tube(
      [
        [-1.15, 1.08, -0.72],
        [-1.15, 1.08, -0.48],
      ],
      0.19,
      brass,
      16,
    );
    k.tube(
      [
        [-1.15, 1.08, -0.46],
        [-1.0, 1.36, -0.46],
      ],
      0.016,
      iron,
      5,
    );
    right.box(0.9, 0, 0.45, 1.6, 0.9, 0.8, oak);
    right.box(0.9, 0.9, 0.45, 1.7, 0.04, 0.9, walnut);
    drawPapers(right.at(0.8, 0.94, 0.5), 3);
    drawDeskLamp(right.at(1.5, 0.94, 0.35, -2.4), brass);
    drawOfficeChair(k.at(1.9, 0, -0.3, Math.PI - 0.2), black);
    drawCupboard(front.at(-1.2, 0, 0), 1.6, 1.9, 0.4, { tone: 0.72 });
    drawClock(front, 0.4, 1.9, 0.15);
    front.tube(
      Array.from(
        { length: 19 },
        (_, i) => [2.4 + Math.sin((i / 18) * Math.PI * 2) * 0.32, 1.4 + Math.cos((i / 18) * Math.PI * 2) * 0.32, 0.08] as V3,
      ),
      0.07,
      { tone: 0.88, tint: [1, 0.66, 0.5] },
      8,
    );
    for (const x of [-2, 0, 2]) drawBulkhead(k.at(x, 2.3, 0.6), 0.5, 3.4);
    k.tube(
      [
        [-3.2, 2.28, -1.8],
        [3.2, 2.28, -1.8],
      ],
      0.03,
      steel,
      6,
    );
    k.tube(
      [
        [-0.7, 2.4, -1.5],
        [-0.7, 2.05, -1.5],
      ],
      0.012,
      black,
      4,
    );
    k.box(-0.7, 1.92, -1.5, 0.14, 0.14, 0.08, black);
    return placeIn(k, room, {
      marks: [
        standAt(k, 0, 0.15, 1.05, 0.85),
        standAt(k, 1.05, 0.85, 0, 0.15),
        standAt(k, -1.9, 0.4, -1.9, -4),
        sitAt(k, 1.9, -0.25, 2, -4, 0.48),
        standAt(k, -1.1, 0.05, -1.1, -4),
        standAt(k, 2.2, 1.0, 4, 1),
        standAt(k, -1.9, 1.6, 0, 0),
        standAt(k, 0.3, 1.75, 0, 0),
      ],
      views: [
        [[-1.5, 1.62, 2.1], [0.3, 1.25, -1.0], 60],
        [[2.5, 1.7, -1.35], [-0.2, 1.15, 0.6], 60],
      ],
      lamp: [0, 2.1, 0.6],
    });
  },
};
