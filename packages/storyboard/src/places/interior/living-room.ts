/** @file A living room: sofa and armchairs around a low table, books, lamps, curtains, pictures. */
import { drawFloorLamp, drawTableLamp } from '../furniture/lamps.js';
import { Local } from '../furniture/local.js';
import { sitAt, standAt } from '../furniture/marks.js';
import { accent, anyWood, cloth, white } from '../furniture/materials.js';
import { drawPicture, drawRadiator, drawSwitch, drawWallScreen } from '../furniture/on-walls.js';
import { buildRoom, placeIn } from '../furniture/room.js';
import { drawArmchair, drawSofa } from '../furniture/seats.js';
import { drawBookcase, drawDrawers } from '../furniture/storage.js';
import { drawTable } from '../furniture/tables.js';
import { drawBookPile, drawCup, drawFlowers, drawPlant, drawRug } from '../furniture/things.js';
import { drawOutlook } from '../furniture/window.js';
import type { PlaceGrammar } from '../place.js';

/** The living room of a house or flat; also what a house or flat is inside where the script names no room. */
export const livingRoom: PlaceGrammar = {
  name: 'living-room',
  words: [
    'living room',
    'lounge',
    'sitting room',
    'parlor',
    'parlour',
    'family room',
    'den',
    'house',
    'home',
    'flat',
    'apartment',
    'cottage',
    'villa',
    'farmhouse',
    'penthouse',
    'loft',
    'studio flat',
    'cabin in the woods',
    'salon',
    'séjour',
    'appartement',
    'maison',
    'chez',
    'wohnzimmer',
    'wohnung',
    'haus',
    'stube',
    'sala de estar',
    'salón',
    'casa',
    'piso',
    'apartamento',
    'departamento',
    '客厅',
    '起居室',
    '公寓',
    '家中',
    '家里',
    '家',
    '住宅',
    '房子',
  ],
  interior: true,
  build(scene, random, request) {
    const k = new Local(scene, random, request.time);
    const wood = anyWood(random);
    const fabric = cloth(random, 0.58);
    const fireplace = random.chance(0.5);
    const room = buildRoom(k, {
      width: 6.8,
      depth: 6,
      height: 2.7,
      wall: {
        tone: 0.9,
        tint: random.pick([
          [1, 0.95, 0.86],
          [0.9, 0.95, 0.98],
          [0.94, 0.97, 0.9],
        ]),
      },
      wallFinish: random.pick(['plain', 'paper', 'panels']),
      floorFinish: random.pick(['boards', 'parquet']),
      windows: [
        { wall: 'back', x: -1.5, width: 1.5, from: 0.55, to: 2.25, panes: [2, 3], curtains: cloth(random, 0.74) },
        { wall: 'left', x: 0, width: 1.4, from: 0.75, to: 2.2, panes: [2, 2], curtains: cloth(random, 0.74) },
      ],
      doors: [
        { wall: 'front', x: 1.9, leaf: 'panels', paint: white },
        { wall: 'right', x: 1.9, leaf: 'panels', paint: white },
      ],
    });
    const outlook = random.pick(['town', 'trees', 'city'] as const);
    drawOutlook(room.wall('back'), outlook, outlook === 'city' ? 14 : 0.5);
    const [back, right, front] = [room.wall('back'), room.wall('right'), room.wall('front')];
    if (fireplace) drawFireplace(back.at(1.35, 0, 0), k.dark);
    else {
      drawDrawers(back.at(1.35, 0, 0), 1.7, 0.62, wood, 2);
      drawWallScreen(back, 1.35, 0.85, 1.35, 0.78);
    }
    drawBookcase(right.at(-1.7, 0, 0), 1.5, 2.1, wood);
    drawPicture(right, 0.25, 1.35, 0.8, 0.6);
    drawRadiator(room.wall('left'), 0, 1.3);
    drawDrawers(front.at(1.3, 0, 0), 1.3, 0.8, wood);
    drawTableLamp(front.at(0.9, 0.8, 0.22));
    drawFlowers(front.at(1.6, 0.8, 0.22));
    drawPicture(front, 1.3, 1.35, 1, 0.65, wood, 'land');
    drawPicture(front, -0.1, 1.45, 0.4, 0.5, wood, 'portrait');
    drawSwitch(front, -1.25);

    drawRug(k.at(-0.1, 0, 0.1), 3, 2.2);
    drawSofa(k.at(-1.75, 0, 0.15, Math.PI / 2), fabric, 3, cloth(random, 0.8));
    drawArmchair(k.at(1.35, 0, -0.55, -Math.PI / 2 + 0.2), fabric);
    drawArmchair(k.at(1.25, 0, 1.1, -Math.PI / 2 - 0.25), fabric);
    drawTable(k.at(-0.15, 0, 0.15), 1.1, 0.6, wood, 0.42);
    drawCup(k.at(-0.35, 0.42, 0.25), white, true);
    drawBookPile(k.at(0.1, 0.42, 0.05), random.integer(2, 4));
    drawFloorLamp(k.at(-2.95, 0, -2.55), 4.8);
    drawTable(k.at(2.55, 0, 0.3), 0.5, 0.5, wood, 0.55);
    drawTableLamp(k.at(2.55, 0.55, 0.3), { tone: 0.7, tint: accent(random) }, 0.5, 4.2);
    drawPlant(k.at(-0.25, 0, -2.55), 1.35);

    return placeIn(k, room, {
      marks: [
        sitAt(k, -1.55, 0.15, 1.2, -0.4, 0.45),
        sitAt(k, 1.2, -0.52, -1.5, 0.15, 0.45),
        standAt(k, 0.1, -1.3, 0, 1),
        standAt(k, 0.5, -2.1, 0.2, 0),
        standAt(k, -1.4, -2.2, -1.5, -4),
        standAt(k, 2.3, 2.2, 0, 0),
        sitAt(k, 1.1, 1.06, -1.5, 0.15, 0.45),
      ],
      views: [
        [[0.55, 1.5, 2.82], [-0.12, 0.98, -0.8], 54],
        [[-2.4, 1.6, -2.3], [0.6, 0.9, 0.9], 56],
      ],
      lamp: [2.55, 1, 0.3],
    });
  },
};

/** A chimney breast with mantelpiece, mirror and, at night, a fire. */
function drawFireplace(k: Local, burning: boolean): void {
  const { random } = k;
  k.box(0, 0, 0.15, 1.9, 2.7, 0.3, { tone: 0.86, tint: [1, 0.94, 0.85] });
  for (const side of [-1, 1]) k.box(side * 0.62, 0, 0.35, 0.22, 1.08, 0.14, { tone: 0.95 });
  k.box(0, 0.86, 0.35, 1.46, 0.22, 0.14, { tone: 0.95 });
  k.box(0, 1.08, 0.38, 1.75, 0.06, 0.3, { tone: 0.97 });
  k.panel(0, 0, 0.32, 1.02, 0.86, { tone: 0.12 });
  k.box(0, 0, 0.55, 1.5, 0.04, 0.5, { tone: 0.5 });
  for (let i = 0; i < 4; i++)
    k.tube(
      [
        [-0.3, 0.12 + (i % 2) * 0.08, 0.36 + i * 0.03],
        [0.3, 0.13 + ((i + 1) % 2) * 0.08, 0.36 + i * 0.03],
      ],
      0.045,
      { tone: 0.36, tint: [0.8, 0.65, 0.5] },
      6,
    );
  if (burning) {
    for (let i = 0; i < 5; i++)
      k.lathe(
        -0.24 + i * 0.12,
        0.14,
        0.4,
        [
          [0.05, 0],
          [0.07, 0.08],
          [0.001, 0.24 + 0.16 * Math.sin(i * 2.3) ** 2],
        ],
        { tone: 1, glow: 1, tint: [1, 0.78, 0.42], line: 0.6 },
        6,
      );
    k.light(0, 0.45, 0.9, 0.8, 4.6);
  }
  drawPicture(k.at(0, 0, 0.3), 0, 1.4, 0.9, 0.7, { tone: 0.6, tint: [1, 0.82, 0.5] }, 'land');
  drawTableLamp(k.at(-0.6, 1.14, 0.38), undefined, 0.32, 1.8);
  k.lathe(
    0.55,
    1.14,
    0.38,
    [
      [0.05, 0],
      [0.07, 0.1],
      [0.03, 0.18],
      [0.045, 0.22],
    ],
    { tone: 0.6, tint: accent(random) },
    10,
  );
}
