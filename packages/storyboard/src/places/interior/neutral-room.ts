/** @file A room for what the script leaves open: plain walls, two chairs and a table, a window, a door, a lamp. */
import { drawPendant } from '../furniture/lamps.js';
import { Local } from '../furniture/local.js';
import { sitAt, standAt } from '../furniture/marks.js';
import { accent, anyWood } from '../furniture/materials.js';
import { drawCoatRack, drawPicture, drawRadiator, drawSwitch } from '../furniture/on-walls.js';
import { buildRoom, placeIn } from '../furniture/room.js';
import { drawChair } from '../furniture/seats.js';
import { drawCupboard } from '../furniture/storage.js';
import { drawTable } from '../furniture/tables.js';
import { drawCup, drawPlant } from '../furniture/things.js';
import { drawOutlook } from '../furniture/window.js';
import type { PlaceGrammar } from '../place.js';

/** The interior that stands in for words which no other grammar knows. */
export const neutralRoom: PlaceGrammar = {
  name: 'neutral-room',
  words: [
    'room',
    'interior',
    'chambre vide',
    'pièce',
    'zimmer',
    'raum',
    'innenraum',
    'sala',
    'habitación',
    'cuarto',
    '房间',
    '室内',
    '屋内',
  ],
  interior: true,
  build(scene, random, request) {
    const k = new Local(scene, random, request.time);
    const wood = anyWood(random);
    const room = buildRoom(k, {
      width: 5.6,
      depth: 5.6,
      height: 2.75,
      wall: { tone: 0.9, tint: [1, 0.97, 0.92] },
      dado: { height: 1, paint: { tone: 0.78, tint: accent(random) } },
      windows: [{ wall: 'left', x: 0.5, width: 1.5, from: 0.9, to: 2.25, panes: [2, 2] }],
      doors: [
        { wall: 'back', x: 1.35, paint: wood },
        { wall: 'front', x: 0.6, paint: wood },
      ],
    });
    drawOutlook(room.wall('left'), 'hills');
    drawRadiator(room.wall('left'), 0.5, 1.3);
    const back = room.wall('back');
    drawPicture(back, -0.55, 1.35, 0.85, 0.6, wood, 'land');
    drawSwitch(back, 0.72);
    drawCupboard(room.wall('right').at(-1.1, 0, 0), 1.1, 1.85, 0.45, wood);
    drawCoatRack(room.wall('front'), -0.9, 3);
    drawPlant(back.at(-2.3, 0, 0.45), 1.2);
    drawTable(k.at(0, 0, 0), 1.5, 0.85, wood);
    drawChair(k.at(-0.95, 0, 0, Math.PI / 2), wood);
    drawChair(k.at(0.95, 0, 0, -Math.PI / 2), wood);
    drawChair(k.at(1.95, 0, 1.9, -2.4), wood);
    drawCup(k.at(0.2, 0.74, 0.12));
    k.box(-0.2, 0.74, -0.1, 0.3, 0.02, 0.22, { tone: 1 }, 0.3);
    drawPendant(k.at(0, 2.75, 0), 0.85, { tone: 0.6, tint: accent(random) });
    return placeIn(k, room, {
      marks: [
        standAt(k, -0.75, 1.25, 0.75, 1.15),
        standAt(k, 0.75, 1.15, -0.75, 1.25),
        sitAt(k, -0.87, 0, 1, 0),
        sitAt(k, 0.87, 0, -1, 0),
        standAt(k, 1.3, -1.9, 0, 0.5),
        standAt(k, -1.9, -0.6, -4, -0.6),
        standAt(k, -0.6, -1.5, 0, 1),
      ],
      views: [
        [[1.9, 1.55, 2.55], [-0.4, 1.05, -0.4], 54],
        [[-2.2, 1.6, -1.9], [0.4, 1.05, 0.9], 54],
      ],
      lamp: [0, 1.85, 0],
    });
  },
};
