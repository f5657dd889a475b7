/** @file A bedroom: the bed with its lamps, wardrobe, dressing table, window with curtains. */
import { drawBed } from '../furniture/beds.js';
import { drawPendant, drawTableLamp } from '../furniture/lamps.js';
import { Local } from '../furniture/local.js';
import { lieAt, sitAt, standAt } from '../furniture/marks.js';
import { anyWood, cloth, white } from '../furniture/materials.js';
import { drawMirror, drawPicture, drawRadiator, drawSwitch } from '../furniture/on-walls.js';
import { buildRoom, placeIn } from '../furniture/room.js';
import { drawArmchair, drawStool } from '../furniture/seats.js';
import { drawCupboard, drawDrawers, drawShelf } from '../furniture/storage.js';
import { drawBookPile, drawFlowers, drawPlant, drawRug } from '../furniture/things.js';
import { drawOutlook } from '../furniture/window.js';
import type { PlaceGrammar } from '../place.js';

/** A bedroom of a house or flat. */
export const bedroom: PlaceGrammar = {
  name: 'bedroom',
  words: [
    'bedroom',
    'bed room',
    'nursery',
    'guest room',
    "kid's room",
    "child's room",
    'dormitory',
    'chambre',
    'chambre à coucher',
    'schlafzimmer',
    'kinderzimmer',
    'dormitorio',
    'alcoba',
    '卧室',
    '睡房',
    '寝室',
    '宿舍',
  ],
  interior: true,
  build(scene, random, request) {
    const k = new Local(scene, random, request.time);
    const wood = anyWood(random);
    const curtains = cloth(random, 0.76);
    const room = buildRoom(k, {
      width: 5.2,
      depth: 5.4,
      height: 2.65,
      wall: {
        tone: 0.88,
        tint: random.pick([
          [1, 0.93, 0.88],
          [0.88, 0.94, 1],
          [0.92, 0.96, 0.88],
          [0.97, 0.92, 1],
        ]),
      },
      wallFinish: random.pick(['paper', 'plain']),
      floorFinish: random.pick(['boards', 'carpet', 'parquet']),
      windows: [{ wall: 'left', x: 0.4, width: 1.5, from: 0.85, to: 2.2, panes: [2, 2], curtains }],
      doors: [
        { wall: 'front', x: -1.5, paint: white },
        { wall: 'right', x: 1.6, paint: white },
      ],
    });
    const [back, right, front] = [room.wall('back'), room.wall('right'), room.wall('front')];
    drawOutlook(room.wall('left'), random.pick(['trees', 'town']), 3);
    drawRadiator(room.wall('left'), 0.4, 1.2);
    drawBed(k.at(0.1, 0, -1.55), 1.6, cloth(random, 0.66), wood);
    for (const x of [-1.05, 1.25]) {
      drawDrawers(back.at(x, 0, 0), 0.46, 0.55, wood, 2, 0.4);
      drawTableLamp(back.at(x, 0.55, 0.2), undefined, 0.44, 3.6);
    }
    drawBookPile(back.at(1.37, 0.55, 0.32), 2);
    drawPicture(back, 0.1, 1.5, 0.95, 0.62, wood);
    drawCupboard(right.at(-1.2, 0, 0), 1.5, 2.15, 0.6, wood);
    drawDrawers(front.at(0.7, 0, 0), 1.1, 0.76, wood, 3);
    drawMirror(front, 0.7, 0.95, 0.7, 0.9, wood);
    drawFlowers(front.at(1.05, 0.76, 0.2));
    drawStool(front.at(0.7, 0, 0.85), 0.45, wood, cloth(random));
    drawShelf(front.at(-0.45, 1.5, 0), 0.7, wood, 'books');
    drawSwitch(front, -0.85);
    drawRug(k.at(0.2, 0, 0.7), 2.4, 1.5);
    drawArmchair(k.at(-1.75, 0, 0.85, 2.2), curtains);
    drawPlant(k.at(-2.1, 0, -2.2), 1.1);
    drawPendant(k.at(0.1, 2.65, 0.4), 0.5, { tone: 0.85 }, 0.24, 0.5);
    return placeIn(k, room, {
      marks: [
        standAt(k, -0.6, 1.0, 0.8, 0.75),
        standAt(k, 0.8, 0.75, -0.6, 1.0),
        sitAt(k, 0.1, -0.35, 0.1, 3, 0.56),
        lieAt(k, 0.45, -1.6, 0, 0.58),
        standAt(k, -1.9, -0.4, -4, -0.4),
        sitAt(k, -1.65, 0.72, 0, 0, 0.45),
        standAt(k, 1.55, -0.7, 0, 0.5),
      ],
      views: [
        [[1.35, 1.5, 2.5], [-0.15, 0.95, -0.8], 54],
        [[-2.2, 1.6, -1.9], [0.7, 0.95, 1.2], 56],
      ],
      lamp: [-1.05, 0.95, -2.4],
    });
  },
};
