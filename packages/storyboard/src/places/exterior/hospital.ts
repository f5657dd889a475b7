/** @file A hospital: lit wards over a glazed emergency entrance with a canopy, a cross on the roof, an ambulance. */
import { raiseBlock } from '../landscape/buildings.js';
import { putBench } from '../landscape/furniture.js';
import { hangSign, signWord } from '../landscape/lettering.js';
import { CONCRETE, COLD_WINDOW, DARK_GLASS, isDark, type Paint, STEEL } from '../landscape/materials.js';
import { FORECOURT, forecourtMarks, forecourtViews, layForecourt } from '../landscape/rows.js';
import { seat } from '../landscape/terrain.js';
import { putVehicle } from '../landscape/vehicles.js';
import type { PlaceGrammar } from '../place.js';
import { tongues } from './words.js';

/** Hospital entrance. */
export const hospitalFront: PlaceGrammar = {
  name: 'hospital-front',
  words: tongues({
    en: 'outside the hospital, hospital, hospital entrance, emergency entrance, clinic, ambulance bay',
    fr: 'hôpital, clinique, entrée des urgences, urgences',
    de: 'krankenhaus, klinik, notaufnahme, spital',
    es: 'hospital, clínica, urgencias, entrada de urgencias',
    zh: '医院, 诊所, 急诊门口, 急诊',
  }),
  interior: false,
  build(scene, random, request) {
    const { dark } = layForecourt(scene, random, request, { half: 15, cars: 0, trees: 1, neighbours: 'blocks' });
    const night = isDark(request.time);
    const storeys = Math.round(random.range(5, 7));
    const face = raiseBlock(scene, random, {
      at: [0, 0, -7],
      width: 30,
      depth: 14,
      storeys,
      storey: 3.4,
      wall: { ...CONCRETE, tone: 0.86 },
      lit: night ? 0.55 : 0,
      bay: 3,
      window: 'wide',
      plinth: 1,
      cold: true,
      cornice: false,
    });
    for (let f = 1; f <= storeys; f++) face.box(0, f * 3.4 - 0.1, 0.06, 30, 0.2, 0.12, { tone: 0.7 });
    const pane: Paint = dark ? COLD_WINDOW : { ...DARK_GLASS, tone: 0.42 };
    for (let i = -5; i < 6; i++) {
      if (Math.abs(i) > 1) face.panel(i * 2.6, 0.3, 0.05, 2.4, 2.6, pane);
      face.box(i * 2.6 + 1.3, 0, 0.08, 0.12, 3, 0.12, STEEL);
    }
    for (const s of [-1, 1]) {
      face.panel(s * 1.9, 0, 0.06, 1.9, 2.7, pane);
      face.panel(s * 0.48, 0, 0.1, 0.92, 2.4, dark ? { ...COLD_WINDOW, glow: 0.98 } : DARK_GLASS);
      face.line(
        [
          [s * 0.06, 0, 0.14],
          [s * 0.06, 2.4, 0.14],
        ],
        1.2,
      );
    }
    const canopy = face.part(0, 3, 2.1);
    canopy.box(0, 0, 0, 11, 0.35, 4.2, { tone: 0.92 });
    for (const x of [-5, 5]) canopy.box(x, -3, 1.7, 0.3, 3, 0.3, CONCRETE);
    const red: Paint = { tone: night ? 1 : 0.66, glow: night ? 0.8 : undefined, tint: [1, 0.36, 0.32] };
    const name = signWord(request.words, [
      ['EMERGENCY'],
      ['CLINIC', 'clinic'],
      ['URGENCES', 'urgences', 'hôpital'],
      ['CLINIQUE', 'clinique'],
      ['NOTAUFNAHME', 'notaufnahme', 'krankenhaus'],
      ['KLINIK', 'klinik'],
      ['URGENCIAS', 'urgencias', 'clínica'],
    ]);
    hangSign(canopy, name, [0, 0.36, 1.9], 0.7, { board: red, ink: { tone: 1, glow: night ? 1 : undefined } });
    const roof = face.part(0, storeys * 3.4, -1);
    roof.box(0, 0, 0, 3.4, 3.4, 0.5, { tone: 0.96 });
    roof.panel(0, 0.5, 0.28, 0.75, 2.4, { ...red, line: 0.6 });
    roof.panel(0, 1.32, 0.29, 2.4, 0.75, { ...red, line: 0.6 });
    putVehicle(scene, random, 'ambulance', [6.2, -0.12, 6], Math.PI / 2, { lights: night });
    putVehicle(scene, random, 'ambulance', [13, -0.12, 6], Math.PI / 2);
    putBench(scene, [-7.4, 0, 1.1], 0);
    for (const x of [-3.2, 3.2])
      scene.lathe(
        [x, 0, 3.9],
        [
          [0.1, 0],
          [0.1, 0.9],
          [0.02, 1],
        ],
        { tone: 0.8, tint: [1, 0.8, 0.4] },
        8,
        true,
      );
    if (night) for (const x of [-3, 3]) scene.lights.push({ p: [x, 2.8, 2.4], power: 1.1, range: 8, warm: false });
    return {
      marks: [...forecourtMarks(-0.4), seat(-7.4, 1.24, 0, 0.45)],
      views: forecourtViews(0, { height: 13, back: 13, aside: 7.5 }),
      ...FORECOURT,
      lamp: night ? [-3, 2.8, 2.4] : undefined,
      exit: [0, 0, 0.5],
    };
  },
};
