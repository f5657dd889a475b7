/** @file A meeting room: the long table with chairs, a screen at its end, glass to the corridor. */
import { drawPendant } from '../furniture/lamps.js';
import { drawLetters } from '../furniture/lettering.js';
import { Local } from '../furniture/local.js';
import { sitAt, standAt } from '../furniture/marks.js';
import { anyWood, black, cloth, steel } from '../furniture/materials.js';
import { drawBoard, drawClock, drawPicture, drawWallScreen } from '../furniture/on-walls.js';
import { buildRoom, placeIn } from '../furniture/room.js';
import { drawOfficeChair } from '../furniture/seats.js';
import { drawCupboard } from '../furniture/storage.js';
import { drawTable } from '../furniture/tables.js';
import { drawBottle, drawCup, drawLaptop, drawPapers, drawPlant, drawTelephone } from '../furniture/things.js';
import { drawOutlook } from '../furniture/window.js';
import type { PlaceGrammar } from '../place.js';

/** Where boards and teams confer. */
export const meetingRoom: PlaceGrammar = {
  name: 'meeting-room',
  words: [
    'meeting room',
    'conference room',
    'boardroom',
    'board room',
    'briefing room',
    'war room',
    'situation room',
    'negotiation room',
    'salle de réunion',
    'salle de conférence',
    'besprechungsraum',
    'konferenzraum',
    'sitzungssaal',
    'sala de reuniones',
    'sala de juntas',
    'sala de conferencias',
    '会议室',
    '会客室',
  ],
  interior: true,
  build(scene, random, request) {
    const k = new Local(scene, random, request.time);
    const wood = anyWood(random);
    const fabric = random.pick([black, cloth(random, 0.5)]);
    const room = buildRoom(k, {
      width: 6,
      depth: 8,
      height: 2.8,
      wall: { tone: 0.88, tint: [0.95, 0.97, 1] },
      floor: { tone: 0.56, tint: [0.85, 0.88, 0.95] },
      floorFinish: 'carpet',
      wallFinish: random.pick(['plain', 'panels']),
      windows: [
        { wall: 'left', x: 1.6, width: 2.6, from: 0.5, to: 2.45, panes: [3, 1] },
        { wall: 'left', x: -1.6, width: 2.6, from: 0.5, to: 2.45, panes: [3, 1] },
      ],
      doors: [
        { wall: 'right', x: 2.6, leaf: 'glazed', paint: steel },
        { wall: 'front', x: 1.8, paint: wood },
      ],
    });
    drawOutlook(room.wall('left'), 'city', 24);
    const [back, right, front] = [room.wall('back'), room.wall('right'), room.wall('front')];
    drawWallScreen(back, 0, 1.05, 2.3, 1.25, true);
    drawLetters(back, '+', -0.7, 1.5, 0.07, 0.3, 2);
    back.line(
      [
        [-0.9, 1.35, 0.07],
        [-0.4, 1.55, 0.07],
        [0.1, 1.48, 0.07],
        [0.85, 2.0, 0.07],
      ],
      2,
    );
    for (let i = 0; i < 5; i++)
      back.panel(-0.1 + i * 0.22, 1.3, 0.068, 0.13, 0.12 + i * 0.07, { tone: 0.6, tint: [0.6, 0.75, 1], line: 0.6 });
    drawBoard(right, -1.2, 0.95, 2, 1.1, 'white');
    drawClock(right, 0.8, 2.1);
    drawPicture(front, -0.8, 1.2, 1.4, 0.8, wood, 'abstract');
    drawCupboard(front.at(-0.8, 0, 0), 2.2, 0.8, 0.42, wood, 4);
    for (const x of [-0.3, -0.1, 0.1]) drawBottle(front.at(-0.8 + x, 0.85, 0.2), { tone: 0.85, tint: [0.8, 0.95, 1] }, 0.26);
    drawPlant(k.at(2.5, 0, -3.5), 1.5);
    drawTable(k.at(0, 0, -0.7), 1.35, 4.2, wood);
    for (let i = 0; i < 4; i++)
      for (const side of [-1, 1]) {
        drawOfficeChair(
          k.at(side * 1.05, 0, -2.3 + i * 1.07, -side * (Math.PI / 2) + (i === 1 ? 0 : random.range(-0.25, 0.25))),
          fabric,
        );
        if (random.chance(0.8)) drawPapers(k.at(side * 0.42, 0.74, -2.3 + i * 1.07, Math.PI / 2), 1);
        if (random.chance(0.7)) drawCup(k.at(side * 0.4, 0.74, -1.95 + i * 1.07));
      }
    drawOfficeChair(k.at(0.1, 0, 1.85, Math.PI + 0.3), fabric);
    drawLaptop(k.at(0.15, 0.74, 1.05, Math.PI * 0.05));
    drawTelephone(k.at(0, 0.74, -0.9));
    for (const z of [-2.2, 0.2]) drawPendant(k.at(0, 2.8, z), 0.85, { tone: 0.3 }, 0.3, 0.75, 5);
    return placeIn(k, room, {
      marks: [
        sitAt(k, -0.92, -1.23, 1, -1.23, 0.48),
        sitAt(k, 0.92, -1.23, -1, -1.23, 0.48),
        sitAt(k, -0.92, -0.16, 1, -0.3, 0.48),
        sitAt(k, 0.92, -0.16, -1, -0.3, 0.48),
        standAt(k, 1.6, -3.2, 0, 0),
        standAt(k, -1.7, -3.1, 0, 0),
        standAt(k, -2.4, 0.5, -5, 0.5),
        standAt(k, 1.5, 2.9, 0, 0),
      ],
      views: [
        [[1.55, 1.6, 3.4], [-0.25, 1.0, -1.2], 50],
        [[-1.9, 1.65, -3.4], [0.4, 0.95, 0.2], 54],
      ],
      lamp: [0, 1.95, -1],
    });
  },
};
