/** @file A hotel: canopy and carpet before revolving doors, flags, a tall lit sign, a taxi waiting. */
import { raiseBlock } from '../landscape/buildings.js';
import { hangSign, writeSign } from '../landscape/lettering.js';
import { DARK_GLASS, IRON, litShare, type Paint, WARM_WINDOW } from '../landscape/materials.js';
import { setDoor } from '../landscape/openings.js';
import { plantBush } from '../landscape/plants.js';
import { FORECOURT, forecourtMarks, forecourtViews, layForecourt } from '../landscape/rows.js';
import { putVehicle } from '../landscape/vehicles.js';
import type { PlaceGrammar } from '../place.js';
import { tongues } from './words.js';

/** Hotel entrance; a motel is told by its words and stays low. */
export const hotelFront: PlaceGrammar = {
  name: 'hotel-front',
  words: tongues({
    en: 'hotel entrance, outside the hotel, hotel, motel, inn, casino',
    fr: 'hôtel, auberge, motel',
    de: 'hotel, pension, herberge, gasthof',
    es: 'hostal, posada, motel, hotel',
    zh: '酒店, 宾馆, 旅馆, 客栈, 汽车旅馆',
  }),
  interior: false,
  build(scene, random, request) {
    const { cover, dark } = layForecourt(scene, random, request, { half: 9, cars: 1 });
    const motel = /motel|汽车旅馆/.test(request.words);
    const storeys = motel ? 2 : Math.round(random.range(6, 8));
    const face = raiseBlock(scene, random, {
      at: [0, 0, -6],
      width: 18,
      depth: 12,
      storeys,
      wall: { tone: 0.84, tint: [1, 0.94, 0.84] },
      lit: Math.max(litShare(request.time), dark ? 0.5 : 0),
      plinth: 1,
      window: 'sash',
      balconies: true,
    });
    for (const x of [-6.2, -3.6, 3.6, 6.2]) {
      face.panel(x, 0.3, 0.04, 2, 2.4, dark ? WARM_WINDOW : { ...DARK_GLASS, tone: 0.4 });
      face.outline(x, 0.3, 0.06, 2, 2.4, 1);
      plantBush(scene, random, [x, 0, 0.7], 0.8, cover);
    }
    setDoor(face, 0, {
      width: 2.6,
      height: 2.6,
      paint: dark ? { ...WARM_WINDOW, glow: 0.8 } : { tone: 0.4, tint: [0.85, 0.75, 0.6] },
    });
    const gilt: Paint = { tone: 0.7, tint: [1, 0.86, 0.55] };
    face.box(0, 3, 1.9, 5, 0.4, 3.8, { tone: 0.4, tint: [0.9, 0.45, 0.42] });
    face.box(0, 2.95, 1.9, 5.1, 0.08, 3.9, gilt);
    for (const x of [-2.3, 2.3])
      face.tube(
        [
          [x, 0, 3.6],
          [x, 3, 3.6],
        ],
        0.07,
        gilt,
        8,
      );
    face.slab(0, 0.02, 2.2, 2.2, 4.2, { tone: 0.5, tint: [0.95, 0.42, 0.4] });
    const letters: Paint = dark ? { tone: 1, glow: 1, tint: [1, 0.85, 0.5] } : { tone: 0.97 };
    hangSign(face, motel ? 'MOTEL' : 'HOTEL', [0, 3.42, 3.7], 0.55, { board: { tone: 0.24 }, ink: letters });
    const blade = face.part(8.2, 0, 0.9, -Math.PI / 2);
    blade.box(0, 4.6, 0, 1.2, 6.4, 0.3, { tone: 0.26 });
    for (const [i, letter] of [...(motel ? 'MOTEL' : 'HOTEL')].entries())
      writeSign(blade, letter, 0, 9.9 - i * 1.2, 0.2, 0.8, letters);
    const back = face.part(8.2, 0, 0.9, Math.PI / 2);
    for (const [i, letter] of [...(motel ? 'MOTEL' : 'HOTEL')].entries())
      writeSign(back, letter, 0, 9.9 - i * 1.2, 0.2, 0.8, letters);
    for (const [i, x] of [-5, 5].entries()) {
      face.tube(
        [
          [x, 4, 0],
          [x, 5.6, 1.6],
        ],
        0.04,
        IRON,
        5,
      );
      face.poly(
        [
          [x, 5.5, 1.5],
          [x + 0.1, 5.2, 1.5],
          [x + 0.3, 4.2, 1.2],
          [x, 4.4, 0.5],
        ],
        { tone: 0.7, tint: i === 0 ? [1, 0.5, 0.45] : [0.55, 0.7, 1] },
      );
    }
    putVehicle(scene, random, 'taxi', [-4.6, -0.12, 5.7], Math.PI / 2, { lights: dark });
    for (const x of [-1.6, 1.6]) face.box(x, 0, 3, 0.5, 0.5, 0.5, { tone: 0.6 });
    if (dark) scene.lights.push({ p: [0, 2.6, 2.4], power: 1.2, range: 7, warm: true });
    return {
      marks: forecourtMarks(0.4),
      views: forecourtViews(0, { height: 14, back: 12.5, aside: 7 }),
      ...FORECOURT,
      lamp: dark ? [0, 2.6, 2.4] : undefined,
      exit: [0, 0, 0.6],
    };
  },
};
