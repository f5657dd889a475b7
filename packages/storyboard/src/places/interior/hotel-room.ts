/** @file A hotel room: two beds with a panel behind, desk and screen, suitcase stand, curtains on the town. */
import { drawBed } from '../furniture/beds.js';
import { drawFloorLamp, drawPendant, drawTableLamp } from '../furniture/lamps.js';
import { Local } from '../furniture/local.js';
import { lieAt, sitAt, standAt } from '../furniture/marks.js';
import { accent, brass, cloth, oak, shade, walnut } from '../furniture/materials.js';
import { drawMirror, drawPicture, drawWallScreen } from '../furniture/on-walls.js';
import { buildRoom, placeIn } from '../furniture/room.js';
import { drawArmchair, drawChair } from '../furniture/seats.js';
import { drawCupboard, drawDrawers } from '../furniture/storage.js';
import { drawDesk, drawRoundTable } from '../furniture/tables.js';
import { drawBottle, drawTelephone } from '../furniture/things.js';
import { drawOutlook } from '../furniture/window.js';
import type { PlaceGrammar } from '../place.js';

/** A room in a hotel or motel. */
export const hotelRoom: PlaceGrammar = {
  name: 'hotel-room',
  words: [
    'hotel room',
    'motel room',
    'hotel suite',
    'suite',
    'motel',
    'honeymoon suite',
    "chambre d'hôtel",
    'hotelzimmer',
    'habitación de hotel',
    '酒店房间',
    '旅馆房间',
    '宾馆房间',
    '客房',
  ],
  interior: true,
  build(scene, random, request) {
    const k = new Local(scene, random, request.time);
    const wood = random.pick([walnut, oak]);
    const fabric = cloth(random, 0.6);
    const room = buildRoom(k, {
      width: 5.6,
      depth: 6.4,
      height: 2.6,
      wall: { tone: 0.88, tint: [1, 0.95, 0.88] },
      floor: { tone: 0.6, tint: accent(random) },
      floorFinish: 'carpet',
      windows: [{ wall: 'left', x: 0.9, width: 2.4, from: 0.6, to: 2.25, panes: [3, 1], curtains: fabric }],
      doors: [
        { wall: 'front', x: -1.4, leaf: 'plain', paint: wood },
        { wall: 'back', x: 2.1, leaf: 'panels', paint: wood },
      ],
    });
    const [back, left, right, front] = [room.wall('back'), room.wall('left'), room.wall('right'), room.wall('front')];
    drawOutlook(left, 'city', 16);
    back.box(-0.7, 0, 0.04, 4, 1.3, 0.08, wood);
    for (let x = -2.5; x < 1.2; x += 0.5)
      back.line(
        [
          [x, 0.05, 0.085],
          [x, 1.28, 0.085],
        ],
        0.8,
      );
    for (const x of [-1.7, 0.35]) {
      drawBed(k.at(x, 0, -2.05), 1.15, fabric, wood);
      k.box(x, 0.59, -1.45, 1.2, 0.02, 0.5, shade(fabric, 0.7));
    }
    drawDrawers(back.at(-0.68, 0, 0.08), 0.5, 0.55, wood, 1, 0.4);
    drawTableLamp(back.at(-0.68, 0.55, 0.28), brass, 0.46, 4.2);
    drawTelephone(back.at(-0.55, 0.55, 0.42));
    for (const x of [-1.7, 0.35]) drawPicture(back, x, 1.5, 0.75, 0.5, brass, random.pick(['land', 'abstract']));
    drawDesk(right.at(0.5, 0, 0.32, 0), 1.5, 0.55, wood);
    drawWallScreen(right, 0.5, 1.1, 1.1, 0.65);
    drawChair(right.at(0.45, 0, 0.95, Math.PI), wood, fabric);
    drawTableLamp(right.at(-0.05, 0.74, 0.28), brass, 0.42, 3.2);
    for (const x of [0.85, 0.98]) drawBottle(right.at(x, 0.74, 0.25), { tone: 0.8, tint: [0.8, 0.94, 1] }, 0.22);
    // A suitcase, open on its stand; the wardrobe; the mirror by the door.
    const stand = right.at(2.1, 0, 0.4);
    for (const x of [-0.3, 0.3])
      stand.tube(
        [
          [x, 0, -0.2],
          [x, 0.45, 0.2],
        ],
        0.015,
        walnut,
        4,
      );
    stand.box(0, 0.45, 0, 0.75, 0.16, 0.45, { tone: 0.4, tint: accent(random) });
    stand.prism(
      [
        [-0.22, 0.61],
        [-0.18, 0.61],
        [-0.32, 1.02],
        [-0.36, 1.02],
      ],
      -0.37,
      0.37,
      { tone: 0.42, tint: [0.9, 0.75, 0.6] },
    );
    stand.box(-0.1, 0.61, 0, 0.4, 0.06, 0.32, cloth(random, 0.8));
    drawCupboard(front.at(1.2, 0, 0), 1.3, 2.1, 0.6, wood);
    drawMirror(front, -0.25, 0.5, 0.5, 1.4, wood);
    drawArmchair(k.at(-2.0, 0, 0.75, 2.0), fabric);
    drawRoundTable(k.at(-2.15, 0, 1.6), 0.3, wood, 0.55);
    drawFloorLamp(k.at(-2.45, 0, -0.4));
    drawPendant(k.at(0.2, 2.6, 1), 0.35, { tone: 0.92 }, 0.24, 0.5, 4.5);
    return placeIn(k, room, {
      marks: [
        standAt(k, -0.6, 0.85, 0.7, 0.55),
        standAt(k, 0.7, 0.55, -0.6, 0.85),
        sitAt(k, 0.35, -0.95, -0.5, 1, 0.56),
        sitAt(k, -1.7, -0.95, 0.4, 0.8, 0.56),
        lieAt(k, 0.35, -2.05, 0, 0.58),
        sitAt(k, -1.85, 0.85, 0, 0.6),
        standAt(k, -2.3, -0.95, -5, -0.95),
        standAt(k, 0.3, 2.4, 0, 0),
      ],
      views: [
        [[1.35, 1.55, 2.95], [-0.35, 0.95, -0.9], 56],
        [[-2.3, 1.6, -0.75], [0.8, 0.95, 1.0], 60],
      ],
      lamp: [-0.68, 0.95, -2.8],
    });
  },
};
