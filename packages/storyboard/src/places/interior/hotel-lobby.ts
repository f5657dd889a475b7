/** @file A hotel lobby: the reception with its key rack and bell, columns, sofas, a chandelier, stairs of light. */
import { drawChandelier, drawSconce, drawTableLamp } from '../furniture/lamps.js';
import { drawSign } from '../furniture/lettering.js';
import { Local } from '../furniture/local.js';
import { sitAt, standAt } from '../furniture/marks.js';
import { black, brass, cloth, stone, walnut } from '../furniture/materials.js';
import { drawClock, drawPicture } from '../furniture/on-walls.js';
import { buildRoom, placeIn } from '../furniture/room.js';
import { drawArmchair, drawSofa } from '../furniture/seats.js';
import { drawDrawers } from '../furniture/storage.js';
import { drawCounter, drawRoundTable } from '../furniture/tables.js';
import { drawBookPile, drawFlowers, drawMonitor, drawPlant, drawRug } from '../furniture/things.js';
import { drawOutlook } from '../furniture/window.js';
import type { PlaceGrammar } from '../place.js';

/** The reception hall of a hotel. */
export const hotelLobby: PlaceGrammar = {
  name: 'hotel-lobby',
  words: [
    'hotel lobby',
    'lobby',
    'hotel',
    'hotel reception',
    'front desk',
    'grand hotel',
    'guesthouse',
    "hall d'hôtel",
    'hôtel',
    'auberge',
    'empfangshalle',
    'hotelhalle',
    'pension',
    'hotelfoyer',
    'vestíbulo del hotel',
    'recepción',
    'posada',
    'hostal',
    '酒店大堂',
    '酒店',
    '宾馆',
    '旅馆',
    '大堂',
    '前台',
  ],
  interior: true,
  build(scene, random, request) {
    const k = new Local(scene, random, request.time);
    const wood = walnut;
    const fabric = cloth(random, 0.5);
    const room = buildRoom(k, {
      width: 10,
      depth: 10,
      height: 4.4,
      wall: { tone: 0.86, tint: [1, 0.94, 0.84] },
      wallFinish: 'panels',
      floor: { tone: 0.82, tint: [1, 0.96, 0.9] },
      floorFinish: random.pick(['checker', 'large-tiles']),
      windows: [-2.8, 0.2].map((x) => ({
        wall: 'left' as const,
        x,
        width: 1.7,
        from: 0.5,
        to: 3.4,
        panes: [2, 4] as const,
        curtains: fabric,
      })),
      doors: [
        { wall: 'left', x: 3.3, double: true, width: 1.9, height: 2.4, leaf: 'glazed', paint: brass },
        { wall: 'back', x: 3.6, width: 1.1, height: 2.2, leaf: 'steel', paint: brass },
        { wall: 'front', x: 2, double: true, leaf: 'panels', paint: wood },
      ],
    });
    const [back, left, right, front] = [room.wall('back'), room.wall('left'), room.wall('right'), room.wall('front')];
    drawOutlook(left, 'city', 0.2);
    drawCounter(k.at(-0.6, 0, -3.1), 4.6, 0.7, 1.12, wood, { tone: 0.9, tint: [1, 0.96, 0.88] }, 0.92);
    // Key rack.
    back.box(-0.6, 1.25, 0.12, 3.2, 1.5, 0.24, wood);
    for (let i = 0; i < 10; i++)
      for (let j = 0; j < 4; j++) {
        back.panel(-2.02 + i * 0.315, 1.32 + j * 0.35, 0.244, 0.27, 0.29, { tone: 0.24, tint: [0.9, 0.75, 0.6], line: 0.7 });
        if (random.chance(0.7)) {
          back.line(
            [
              [-2.02 + i * 0.315, 1.55 + j * 0.35, 0.25],
              [-2.02 + i * 0.315, 1.42 + j * 0.35, 0.26],
            ],
            1.6,
            { color: '#e8c46a', px: true, alpha: 0.95 },
          );
        }
      }
    drawSign(back, 'HOTEL', -0.6, 3.0, 0.5, { tone: 0.34, tint: [0.9, 0.7, 0.5] }, '#f7dc8f');
    drawClock(back, -3.6, 2.6, 0.26);
    k.lathe(
      -1.1,
      1.12,
      -2.95,
      [
        [0.07, 0],
        [0.06, 0.03],
        [0.02, 0.06],
        [0.001, 0.07],
      ],
      brass,
      12,
    );
    drawMonitor(k.at(0.5, 1.12, -3.2, Math.PI), true, false);
    drawBookPile(k.at(-0.5, 1.12, -2.95), 1);
    drawFlowers(k.at(1.4, 1.12, -3.05));
    drawTableLamp(k.at(-2.4, 1.12, -3.1), brass, 0.5, 4.4);
    // Columns.
    for (const x of [-3.6, 3.2])
      for (const z of [-1.4, 2.4]) {
        k.box(x, 0, z, 0.62, 0.3, 0.62, stone);
        k.lathe(
          x,
          0.3,
          z,
          [
            [0.28, 0],
            [0.25, 0.1],
            [0.23, 3.5],
            [0.3, 3.65],
          ],
          { tone: 0.86, tint: [1, 0.95, 0.88] },
          18,
        );
        k.box(x, 3.95, z, 0.7, 0.45, 0.7, stone);
      }
    // Seats on a carpet, luggage cart.
    drawRug(k.at(-0.9, 0, 1.5), 3.8, 2.8);
    drawSofa(k.at(-2.3, 0, 1.5, Math.PI / 2), fabric, 3, cloth(random, 0.8));
    drawArmchair(k.at(0.4, 0, 0.9, -Math.PI / 2 + 0.2), fabric);
    drawArmchair(k.at(0.4, 0, 2.2, -Math.PI / 2 - 0.2), fabric);
    drawRoundTable(k.at(-0.95, 0, 1.5), 0.45, wood, 0.5);
    drawFlowers(k.at(-0.95, 0.5, 1.5));
    drawPlant(k.at(-4.4, 0, -1), 2.1);
    drawPlant(k.at(4.3, 0, 1.0), 2);
    const cart = k.at(2.2, 0, -0.2, 0.5);
    cart.box(0, 0.14, 0, 1, 0.05, 0.6, cloth(random, 0.45, [0.95, 0.5, 0.48]));
    for (const x of [-0.45, 0.45]) {
      cart.tube(
        [
          [x, 0.15, 0],
          [x, 1.5, 0],
          [x * 0.6, 1.78, 0],
          [0, 1.86, 0],
        ],
        0.022,
        brass,
        6,
      );
      for (const z of [-0.22, 0.22])
        cart.lathe(
          x,
          0,
          z,
          [
            [0.03, 0],
            [0.07, 0.05],
            [0.03, 0.13],
          ],
          black,
          8,
        );
    }
    cart.box(-0.15, 0.19, 0, 0.55, 0.36, 0.3, { tone: 0.5, tint: [0.9, 0.7, 0.5] });
    cart.box(0.2, 0.19, 0.05, 0.3, 0.5, 0.24, cloth(random, 0.4));
    cart.box(-0.12, 0.55, 0, 0.42, 0.24, 0.26, cloth(random, 0.6));
    drawChandelier(k.at(-0.6, 4.4, 0.4), 1.1, 0.8, 12, brass, 1.1, 8);
    for (const x of [-2.6, 1.6]) drawSconce(right.at(x, 2.1, 0), 0.6, 3.6);
    drawPicture(right, -0.5, 1.4, 1.6, 1.1, brass, 'land');
    drawPicture(front, -1.4, 1.5, 1.5, 1, brass, 'land');
    drawDrawers(front.at(-1.4, 0, 0), 1.6, 0.85, wood, 2);
    return placeIn(k, room, {
      marks: [
        standAt(k, -0.2, -2.3, -0.2, -3.8),
        standAt(k, -0.2, -3.75, -0.2, -2.2),
        sitAt(k, -2.05, 1.5, 0, 1.5),
        sitAt(k, 0.2, 0.93, -2, 1.5),
        standAt(k, 1.2, -0.9, 0, 0.6),
        standAt(k, 0.2, -0.2, 1.2, -0.9),
        standAt(k, -3.3, 3.2, 0, 0),
        standAt(k, 3.5, -3.4, 0, 0),
      ],
      views: [
        [[2.6, 1.65, 4.4], [-0.6, 1.5, -1.2], 56],
        [[2.3, 1.7, -4.2], [-0.7, 1.2, 0.8], 58],
      ],
      lamp: [-0.6, 3.2, 0.4],
      exit: [-4.4, 0, -3.3],
    });
  },
};
