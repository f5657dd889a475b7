/** @file A railway carriage: facing seats by the windows with small tables, luggage racks, the country going by. */
import { drawPassingCountry } from '../furniture/hull.js';
import { Local } from '../furniture/local.js';
import { sitAt, standAt } from '../furniture/marks.js';
import { accent, birch, brass, cloth, oak, shade, steel, walnut } from '../furniture/materials.js';
import { buildRoom, placeIn } from '../furniture/room.js';
import { drawTravelSeat } from '../furniture/seats.js';
import { drawBottle, drawCup } from '../furniture/things.js';
import type { PlaceGrammar } from '../place.js';

/** A compartment or carriage of a train. */
export const train: PlaceGrammar = {
  name: 'train',
  words: [
    'train',
    'train compartment',
    'compartment',
    'train carriage',
    'carriage',
    'railway carriage',
    'rail car',
    'train car',
    'dining car',
    'sleeper car',
    'subway car',
    'subway train',
    'metro car',
    'wagon',
    'compartiment',
    'voiture de train',
    'wagon-restaurant',
    'zug',
    'abteil',
    'zugabteil',
    'waggon',
    'speisewagen',
    'u-bahn',
    'tren',
    'vagón',
    'compartimento',
    '火车',
    '车厢',
    '列车',
    '高铁',
    '地铁',
    '地铁车厢',
  ],
  interior: true,
  build(scene, random, request) {
    const k = new Local(scene, random, request.time);
    const wood = random.pick([walnut, oak, birch]);
    const fabric = cloth(random, 0.5);
    drawPassingCountry(k, 1.3, 'track');
    const room = buildRoom(k, {
      width: 3,
      depth: 10.4,
      height: 2.4,
      wall: shade(wood, 1.35),
      floor: { tone: 0.5, tint: fabric.tint },
      floorFinish: 'carpet',
      skirting: wood,
      windows: [-3.9, -1.3, 1.3, 3.9].flatMap((x) =>
        (['right', 'left'] as const).map((side) => ({
          wall: side,
          x,
          width: 1.5,
          from: 0.85,
          to: 1.78,
          panes: [1, 1] as const,
          sill: false,
          frame: wood,
          curtains: undefined,
        })),
      ),
      doors: [
        { wall: 'back', x: 0, leaf: 'glazed', width: 0.8, height: 1.98, paint: wood },
        { wall: 'front', x: 0, leaf: 'glazed', width: 0.8, height: 1.98, paint: wood },
      ],
    });
    for (const side of ['left', 'right'] as const) {
      const at = room.wall(side);
      for (const x of [-3.9, -1.3, 1.3, 3.9]) {
        for (const s of [-1, 1]) {
          const label = scene.surf({ ...fabric, tone: 0.7 });
          for (let i = 0; i < 3; i++)
            at.face(
              [
                [x + s * (0.85 - i * 0.07), 0.86, 0.05 + (i % 2) * 0.04],
                [x + s * (0.78 - i * 0.07), 0.86, 0.05 + ((i + 1) % 2) * 0.04],
                [x + s * (0.78 - i * 0.07), 1.82, 0.05 + ((i + 1) % 2) * 0.04],
                [x + s * (0.85 - i * 0.07), 1.82, 0.05 + (i % 2) * 0.04],
              ],
              label,
            );
        }
        at.box(x, 0.7, 0.3, 0.5, 0.04, 0.6, wood);
        at.tube(
          [
            [x, 0.7, 0.4],
            [x, 0, 0.1],
          ],
          0.025,
          steel,
          5,
        );
        for (const dx of [-1.05, 1.05]) {
          for (const dz of [0.34, 0.86])
            drawTravelSeat(at.at(x + dx * 0.86, 0, dz, dx < 0 ? Math.PI / 2 : -Math.PI / 2), fabric, 0.48, dz > 0.5);
        }
        if (random.chance(0.7)) drawCup(at.at(x - 0.1, 0.74, 0.3));
        else drawBottle(at.at(x + 0.1, 0.74, 0.25));
        at.lathe(
          x,
          0.74,
          0.12,
          [
            [0.04, 0],
            [0.015, 0.03],
            [0.012, 0.14],
          ],
          brass,
          8,
        );
        at.lathe(
          x,
          0.86,
          0.12,
          [
            [0.07, 0],
            [0.04, 0.1],
          ],
          k.dark ? k.shine() : { tone: 0.92, tint: [1, 0.9, 0.7] },
          10,
          true,
        );
        if (Math.abs(x) < 2) at.light(x, 1.0, 0.3, 0.4, 2.2);
      }
      at.box(0, 1.98, 0.25, 10, 0.03, 0.45, brass);
      for (let x = -4.9; x < 5; x += 0.14)
        at.line(
          [
            [x, 2.0, 0.02],
            [x, 2.0, 0.46],
          ],
          0.6,
        );
      for (let x = -4.4; x < 4.4; x += random.range(0.9, 1.7))
        at.box(x, 2.01, 0.24, random.range(0.4, 0.65), random.range(0.2, 0.32), 0.34, {
          tone: random.range(0.35, 0.6),
          tint: accent(random),
        });
    }
    for (const z of [-3.6, 0, 3.6]) {
      k.lathe(
        0,
        2.26,
        z,
        [
          [0.05, 0],
          [0.16, 0.05],
          [0.16, 0.12],
        ],
        k.shine(),
        12,
      );
      k.light(0, 2.1, z, 0.6, 3.2);
    }
    return placeIn(k, room, {
      marks: [
        sitAt(k, -0.66, 0.42, -0.66, 2, 0.45),
        sitAt(k, -0.66, 2.16, -0.66, 0, 0.45),
        sitAt(k, 0.66, 0.42, 0.66, 2, 0.45),
        sitAt(k, 0.66, 2.16, 0.66, 0, 0.45),
        sitAt(k, -0.66, -2.2, -0.66, 0, 0.45),
        standAt(k, 0, -1.2, 0, 2),
        standAt(k, 0, 3.2, 0, 0),
        standAt(k, 0, -4.3, 0, 0),
      ],
      views: [
        [[0.42, 1.52, 4.3], [-0.28, 1.05, 0.3], 54],
        [[0.55, 1.45, -0.55], [-0.5, 0.98, 1.5], 58],
      ],
      lamp: [-1.3, 1, 1.3],
      exit: [0, 0, -4.8],
    });
  },
};
