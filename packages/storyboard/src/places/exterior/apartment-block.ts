/** @file An apartment block: rows of balconies with washing, an entrance with bell plates, bicycles, a bare tree. */
import { raiseBlock } from '../landscape/buildings.js';
import { putBench, putBin } from '../landscape/furniture.js';
import { CONCRETE, DARK_GLASS, litShare, WALL_TINTS, WARM_WINDOW } from '../landscape/materials.js';
import { hangBalcony, setDoor } from '../landscape/openings.js';
import { FORECOURT, forecourtMarks, forecourtViews, layForecourt } from '../landscape/rows.js';
import { seat } from '../landscape/terrain.js';
import { putVehicle } from '../landscape/vehicles.js';
import type { PlaceGrammar } from '../place.js';
import { tongues } from './words.js';

/** Apartment building entrance. */
export const apartmentBlock: PlaceGrammar = {
  name: 'apartment-block',
  words: tongues({
    en: 'apartment building, apartment block, apartment, tower block, housing estate, flats, tenement, council estate, projects, building entrance',
    fr: 'immeuble, hlm, cité, tour d’habitation, appartement',
    de: 'wohnblock, mietshaus, hochhaus, plattenbau, wohnhaus, wohnung',
    es: 'edificio de apartamentos, bloque de pisos, edificio, apartamento, piso',
    zh: '公寓楼, 居民楼, 住宅楼, 公寓, 楼下',
  }),
  interior: false,
  build(scene, random, request) {
    const { dark } = layForecourt(scene, random, request, { half: 11, trees: 2, cars: 3 });
    const lit = Math.max(litShare(request.time), dark ? 0.45 : 0);
    const storeys = Math.round(random.range(6, 9));
    const tint = random.pick(WALL_TINTS);
    const face = raiseBlock(scene, random, {
      at: [0, 0, -6],
      width: 22,
      depth: 12,
      storeys,
      storey: 2.9,
      wall: { ...CONCRETE, tone: 0.8 },
      lit,
      bay: 3.6,
      window: 'wide',
      plinth: 1,
      cornice: false,
    });
    for (let floor = 1; floor < storeys; floor++) {
      for (const x of [-9.1, -5.5, 5.5, 9.1]) {
        const y = floor * 2.9 + 0.2;
        hangBalcony(face, x, y, 2.8);
        face.box(x, y, 1.08, 2.7, 0.7, 0.04, { tone: 0.7, tint });
        if (random.chance(0.25))
          for (let i = 0; i < 4; i++)
            face.panel(x - 0.9 + i * 0.6, y + 0.6, 1.16, 0.42, random.range(0.5, 0.8), {
              tone: 0.9,
              tint: random.pick(WALL_TINTS),
              line: 0.7,
            });
      }
    }
    for (const x of [-8.8, -5.4, 5.4, 8.8]) {
      face.panel(x, 0.95, 0.03, 1.8, 1.35, random.chance(lit) ? WARM_WINDOW : DARK_GLASS);
      face.line(
        [
          [x, 0.95, 0.06],
          [x, 2.3, 0.06],
        ],
        0.9,
      );
      face.line(
        [
          [x - 1, 0.88, 0.08],
          [x + 1, 0.88, 0.08],
        ],
        1.6,
      );
    }
    face.panel(0, 0, 0.04, 4.6, 2.6, dark ? { ...WARM_WINDOW, glow: 0.82 } : { tone: 0.36 });
    setDoor(face, 0.3, { width: 1.6, height: 2.3, paint: { tone: 0.42, tint } });
    face.box(0.2, 2.66, 1, 5.4, 0.22, 2, { ...CONCRETE, tone: 0.7 });
    for (const x of [-2.3, 2.7])
      face.tube(
        [
          [x, 0, 1.8],
          [x, 2.66, 1.8],
        ],
        0.08,
        CONCRETE,
        8,
      );
    face.box(1.7, 1.1, 0.1, 0.5, 0.8, 0.1, { tone: 0.75 });
    for (let i = 0; i < 6; i++)
      for (const dx of [-0.12, 0.12])
        face.line(
          [
            [1.65 + dx, 1.2 + i * 0.11, 0.17],
            [1.72 + dx, 1.2 + i * 0.11, 0.17],
          ],
          1.2,
        );
    for (let i = 0; i < 3; i++) putVehicle(scene, random, 'bicycle', [-3.4 - i * 0.55, 0, 0.9], 0.2 + i * 0.05);
    putBench(scene, [4.8, 0, 1], 0);
    putBin(scene, [6.1, 0, 0.9]);
    if (dark) scene.lights.push({ p: [0.2, 2.5, 1.2], power: 1.1, range: 7, warm: true });
    return {
      marks: [...forecourtMarks(0.3), seat(4.6, 1.14, 0, 0.45)],
      views: forecourtViews(0.2, { height: 13, back: 12.5, aside: 7.5 }),
      ...FORECOURT,
      lamp: dark ? [0.2, 2.5, 1.2] : undefined,
      exit: [0.3, 0, 0.5],
    };
  },
};
