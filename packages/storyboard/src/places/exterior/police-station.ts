/** @file A police station from outside: heavy door between two blue lamps, the word over it, patrol cars at the kerb. */
import { raiseBlock } from '../landscape/buildings.js';
import { runRailing } from '../landscape/furniture.js';
import { hangSign, signWord } from '../landscape/lettering.js';
import { IRON, litShare, STONE } from '../landscape/materials.js';
import { setDoor } from '../landscape/openings.js';
import { FORECOURT, forecourtMarks, forecourtViews, layForecourt } from '../landscape/rows.js';
import { putVehicle } from '../landscape/vehicles.js';
import type { PlaceGrammar } from '../place.js';
import { tongues } from './words.js';

/** Police station front; also fire station or town hall by their words. */
export const policeStationFront: PlaceGrammar = {
  name: 'police-station-front',
  words: tongues({
    en: 'outside the police station, police station, police headquarters, precinct, sheriff, fire station, prison, jail',
    fr: 'commissariat, poste de police, gendarmerie, caserne, prison',
    de: 'polizeiwache, polizeirevier, polizeistation, feuerwache, gefängnis',
    es: 'comisaría, cuartel de policía, cárcel, prisión',
    zh: '警察局, 派出所, 公安局, 警局, 监狱',
  }),
  interior: false,
  build(scene, random, request) {
    const { dark } = layForecourt(scene, random, request, { half: 8.5, cars: 0 });
    const face = raiseBlock(scene, random, {
      at: [0, 0, -6],
      width: 17,
      depth: 12,
      storeys: 3,
      storey: 3.6,
      wall: { ...STONE, tone: 0.7 },
      lit: Math.max(litShare(request.time), dark ? 0.45 : 0),
      window: 'cross',
      plinth: 1,
      cold: true,
    });
    for (const x of [-6.6, -4.2, 4.2, 6.6]) {
      face.panel(x, 1, 0.03, 1.3, 1.7, dark ? { tone: 1, glow: 0.85, tint: [0.9, 0.95, 1] } : { tone: 0.3 });
      for (let i = -2; i <= 2; i++)
        face.line(
          [
            [x + i * 0.26, 1, 0.08],
            [x + i * 0.26, 2.7, 0.08],
          ],
          1.4,
        );
    }
    for (let i = 0; i < 4; i++) face.box(0, 0, 1.6 - i * 0.36, 5.4 - i * 0.4, 0.16 * (i + 1), 0.4, { ...STONE, tone: 0.8 });
    const porch = face.part(0, 0.64, 0.2);
    setDoor(porch, 0, { width: 2, height: 2.5, paint: { tone: 0.3, tint: [0.6, 0.7, 0.9] } });
    for (const s of [-1, 1]) {
      porch.box(s * 1.7, 0, 0.1, 0.55, 3, 0.5, { ...STONE, tone: 0.82 });
      porch.tube(
        [
          [s * 1.7, 1.9, 0.3],
          [s * 1.7, 1.9, 0.7],
        ],
        0.04,
        IRON,
        5,
      );
      porch.lathe(
        s * 1.7,
        1.7,
        0.75,
        [
          [0.1, 0],
          [0.19, 0.1],
          [0.19, 0.4],
          [0.06, 0.5],
        ],
        dark ? { tone: 1, glow: 0.92, tint: [0.5, 0.68, 1] } : { tone: 0.6, tint: [0.5, 0.65, 1] },
        8,
      );
      if (dark) scene.lights.push({ p: porch.p(s * 1.7, 1.95, 1.3), power: 0.7, range: 6, warm: false });
      runRailing(scene, [face.p(s * 2.7, 0, 2), face.p(s * 2.1, 0.64, 0.4)], 0.95);
    }
    porch.box(0, 3, 0.1, 4.4, 0.7, 0.6, { ...STONE, tone: 0.86 });
    const name = signWord(request.words, [
      ['POLICE'],
      ['FIRE STATION', 'fire station'],
      ['PRISON', 'prison', 'jail', 'gefängnis', 'cárcel'],
      ['POLICE', 'commissariat', 'police'],
      ['GENDARMERIE', 'gendarmerie'],
      ['POLIZEI', 'polizei'],
      ['POLICIA', 'comisaría', 'policía'],
    ]);
    hangSign(porch, name, [0, 3.75, 0.14], 0.66, {
      board: { tone: 0.28, tint: [0.5, 0.62, 1] },
      ink: dark ? { tone: 1, glow: 1 } : { tone: 1 },
    });
    face.tube(
      [
        [7.4, 0, 2.2],
        [7.4, 9, 2.2],
      ],
      [0.09, 0.05],
      { tone: 0.8 },
      6,
    );
    face.poly(
      [
        [7.4, 8.9, 2.2],
        [9.2, 8.6, 2.4],
        [9, 7.6, 2.3],
        [7.4, 7.8, 2.2],
      ],
      { tone: 0.7, tint: [0.6, 0.72, 1] },
    );
    putVehicle(scene, random, 'police-car', [4.6, -0.12, 5.8], Math.PI / 2, { lights: dark });
    putVehicle(scene, random, 'police-car', [-6.2, -0.12, 5.8], Math.PI / 2);
    return {
      marks: forecourtMarks(0.2),
      views: forecourtViews(0, { height: 11, back: 12, aside: 7 }),
      ...FORECOURT,
      lamp: dark ? [1.7, 2.6, 1.5] : undefined,
      exit: [0, 0.64, 0.6],
    };
  },
};
