/** @file Four people who look different, for trying out places and framings. */
import { CLOTH_PAINTS, HAIR_PAINTS, type Look, PLAIN_LOOK, SKINS } from '../src/figure/look.js';

/** Stand-ins, in the order in which they take the marks. */
export const STAND_INS: readonly Look[] = [
  { ...PLAIN_LOOK, height: 1.8, costume: 'coat', beard: 'full', age: 48, seed: 3 },
  {
    ...PLAIN_LOOK,
    height: 1.67,
    build: 0.92,
    female: true,
    hair: 'bob',
    age: 32,
    top: CLOTH_PAINTS.tan,
    accent: CLOTH_PAINTS.wine,
    seed: 5,
  },
  {
    ...PLAIN_LOOK,
    height: 1.75,
    build: 0.95,
    hair: 'curly',
    glasses: 'round',
    costume: 'sweater',
    top: CLOTH_PAINTS.green,
    skin: SKINS[6],
    hairPaint: HAIR_PAINTS.black,
    age: 26,
    seed: 9,
  },
  {
    ...PLAIN_LOOK,
    height: 1.62,
    build: 1.2,
    female: true,
    hair: 'bun',
    hairPaint: HAIR_PAINTS.grey,
    age: 66,
    costume: 'dress',
    top: CLOTH_PAINTS.purple,
    seed: 12,
  },
];
