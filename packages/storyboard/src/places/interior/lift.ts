/** @file A lift: brushed walls, rail, mirror, buttons, doors, the light above. */
import { drawLetters, drawSign } from '../furniture/lettering.js';
import { Local } from '../furniture/local.js';
import { standAt } from '../furniture/marks.js';
import { black, brass, steel, white } from '../furniture/materials.js';
import { drawMirror, drawNotice } from '../furniture/on-walls.js';
import { buildRoom, placeIn } from '../furniture/room.js';
import type { PlaceGrammar } from '../place.js';

/** The cabin of a lift. */
export const lift: PlaceGrammar = {
  name: 'lift',
  words: ['lift', 'elevator', 'ascenseur', 'aufzug', 'fahrstuhl', 'ascensor', 'elevador', '电梯', '升降机'],
  interior: true,
  build(scene, random, request) {
    const k = new Local(scene, random, request.time);
    const room = buildRoom(k, {
      width: 2.3,
      depth: 2.5,
      height: 2.45,
      wall: {
        tone: 0.7,
        tint: random.pick([
          [0.9, 0.95, 1],
          [1, 0.88, 0.7],
        ]),
      },
      floor: { tone: 0.4 },
      floorFinish: 'tiles',
      ceiling: { tone: 0.8 },
      skirting: steel,
      wallFinish: 'panels',
      doors: [{ wall: 'front', x: 0, double: true, width: 1.2, height: 2.1, leaf: 'plain', paint: steel, frame: steel }],
    });
    const [back, left, right, front] = [room.wall('back'), room.wall('left'), room.wall('right'), room.wall('front')];
    for (const wall of [back, left, right]) {
      wall.tube(
        [
          [-0.95, 0.92, 0.07],
          [0.95, 0.92, 0.07],
        ],
        0.02,
        brass,
        7,
      );
      for (const x of [-0.8, 0, 0.8])
        wall.tube(
          [
            [x, 0.92, 0.07],
            [x, 0.92, 0],
          ],
          0.012,
          brass,
          5,
        );
    }
    drawMirror(back, 0, 1.05, 1.6, 1.1, steel);
    const panel = front.at(0.87, 0, 0);
    panel.box(0, 0.8, 0.012, 0.24, 1.0, 0.024, brass);
    for (let i = 0; i < 12; i++) {
      panel.lathe(
        -0.05 + (i % 2) * 0.1,
        0.9 + Math.floor(i / 2) * 0.11,
        0.03,
        [
          [0.001, -0.03],
          [0.03, -0.015],
          [0.03, 0.015],
          [0.001, 0.03],
        ],
        i === 7 ? { tone: 1, glow: 0.95, tint: [1, 0.85, 0.5] } : white,
        8,
      );
    }
    panel.box(0, 1.62, 0.03, 0.16, 0.1, 0.02, black);
    drawLetters(panel, '7', 0, 1.635, 0.045, 0.07, 1.6, '#ff9a5a');
    front.box(0, 2.18, 0.03, 0.6, 0.16, 0.03, black);
    drawLetters(front, '→ 7', 0, 2.205, 0.05, 0.1, 1.6, '#ff9a5a');
    drawNotice(right, 0.3, 1.35, 0.34, 0.46);
    drawSign(left, '1-9', 0.2, 1.5, 0.22, brass);
    k.box(0, 2.4, 0, 1.5, 0.04, 1.7, k.shine([1, 0.98, 0.9], true));
    for (const x of [-0.37, 0.37])
      k.line(
        [
          [x, 2.39, -0.85],
          [x, 2.39, 0.85],
        ],
        1,
      );
    k.light(0, 2.2, 0, 0.75, 3.2, true);
    return placeIn(k, room, {
      marks: [
        standAt(k, -0.6, -0.25, 0.6, -0.15),
        standAt(k, 0.6, -0.15, -0.6, -0.25),
        { at: k.point(0, 0, -0.75), yaw: 0, kind: 'stand' },
        { at: k.point(0.45, 0, 0.55), yaw: 0.2, kind: 'stand' },
        { at: k.point(-0.55, 0, 0.5), yaw: 0, kind: 'stand' },
        { at: k.point(-0.8, 0, -0.85), yaw: 0.3, kind: 'lean' },
      ],
      views: [
        [[0.1, 1.62, 1.08], [0, 1.22, -0.9], 70],
        [[-0.75, 1.75, -1.08], [0.15, 1.25, 0.9], 70],
      ],
      lamp: [0, 2.2, 0],
    });
  },
};
