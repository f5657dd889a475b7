/**
 * @file The wardrobe. A costume is a function over the tailor's table; users add their own with `registerCostume` or pass it
 * by name in a look after registering.
 */
import { CLOTH_PAINTS as C, type HatStyle, type Look, type Paint } from './look.js';
import type { Piece, Tailor } from './tailor.js';

/** A kind of clothes. */
export interface Costume {
  /** Name that a look refers to. */
  name: string;
  /** Words of a script that call for it, lower case, in English, French, German, Spanish and Chinese. */
  words: readonly string[];
  /** Cuts and sews it on the tailor's table. Equal tables give equal clothes. */
  build(tailor: Tailor): void;
  /** What belongs to it, unless the script says otherwise. */
  wear?: { top?: Paint; bottom?: Paint; accent?: Paint; hat?: HatStyle; hatPaint?: Paint };
}

const registry = new Map<string, Costume>();

/**
 * Adds a costume, or replaces the one of its name.
 *
 * @example
 * ```ts
 * import { registerCostume, costumeNames } from '@filmai/storyboard/figure';
 *
 * registerCostume({
 *   name: 'toga',
 *   words: ['toga'],
 *   build(tailor) {
 *     const cloth = tailor.torso(tailor.piece(tailor.look.top, { pleats: 9 }), { sleeves: 0.3, puff: 0.006 });
 *     tailor.skirt(cloth, { length: 1.7, flare: 0.03 });
 *     tailor.shoes(tailor.look.bottom);
 *   },
 * });
 * console.log(costumeNames().includes('toga')); // true
 * ```
 */
export function registerCostume(costume: Costume): void {
  if (!costume.name || typeof costume.build !== 'function')
    throw new TypeError(`registerCostume: expected { name, words, build }, got ${JSON.stringify(costume)}`);
  registry.set(costume.name, costume);
}

/** Names of all costumes. */
export function costumeNames(): string[] {
  return [...registry.keys()];
}

/** A costume by name. Throws RangeError for one that is not registered. */
export function costumeNamed(name: string): Costume {
  const found = registry.get(name);
  if (!found)
    throw new RangeError(
      `costume '${name}' is not registered; expected one of ${costumeNames().join(', ')}, or call registerCostume first`,
    );
  return found;
}

/** All registered costumes. */
export function costumes(): Costume[] {
  return [...registry.values()];
}

const leather: Paint = { tone: 0.18, tint: [1, 0.88, 0.78] };
const LEATHER = { folds: false };
/** A shirt that shows in the opening of what is worn over it, cut down to `low`. */
const shirtUnder = (t: Tailor, over: Piece, low: number, paint = t.look.accent): Piece => {
  const shirt = t.torso(t.piece(paint), { puff: -0.001, hem: -0.04, sleeves: 0.2, sleeveWidth: 0.6 });
  t.ring(shirt, { thick: 0.0105, radius: 0.0405, open: 0.3, rise: 0.003 });
  t.open(over, low);
  for (const s of [1, -1]) t.line(shirt, [s * 0.004, 0.985, s * 0.024, 0.9, s * 0.034, 0.96], 1);
  return shirt;
};
const belt = (t: Tailor, over: Piece, y = 0.16): void => {
  t.line(over, [-0.075, y + 0.03, 0.075, y + 0.03], 1);
  t.line(over, [-0.075, y - 0.03, 0.075, y - 0.03], 1);
  t.line(over, [-0.012, y + 0.04, 0.012, y + 0.04, 0.012, y - 0.04, -0.012, y - 0.04, -0.012, y + 0.04], 1.2);
};
const tie = (t: Tailor, over: Piece, paint: Paint, bottom = 0.24): void => {
  const piece = t.piece(paint, { ...LEATHER, fine: 0.7 });
  t.patch(piece, over, { top: 0.99, bottom: 0.93, wideTop: 0.011, wideBottom: 0.009, thick: 0.01 });
  t.patch(piece, over, { top: 0.93, bottom, wideTop: 0.007, wideBottom: 0.014 });
};
const jacketFront = (t: Tailor, jacket: Piece, low: number): void => {
  t.lapels(jacket, low);
  t.line(jacket, [0.004, low, 0.004, 0.1, 0.012, -0.14], 1.1);
  t.buttons(jacket, 0.014, [low - 0.06, low - 0.22]);
  for (const s of [1, -1]) t.pocket(jacket, s * 0.055, 0.05);
  t.line(jacket, [0.042, 0.74, 0.066, 0.75], 1);
};
const shirtFront = (t: Tailor, shirt: Piece): void => {
  t.line(shirt, [0, 0.95, 0, 0.1], 0.8, { alpha: 0.6 });
  t.buttons(shirt, 0.004, [0.85, 0.65, 0.45, 0.25]);
  for (const s of [1, -1]) t.line(shirt, [s * 0.006, 0.985, s * 0.032, 0.9, s * 0.045, 0.97], 1.1);
};
/** Jacket, coat and uniform share a body; a collar stands round the neck. */
const outer = (t: Tailor, paint: Paint, o: { puff: number; hem: number; collar?: number }): Piece => {
  const piece = t.torso(t.piece(paint), { puff: o.puff, hem: o.hem, sleeveWidth: 1.05 });
  return t.ring(piece, { thick: 0.0125, open: 0.75, rise: 0.013, radius: 0.047 + (o.collar ?? 0), tilt: 0.02 });
};

const WARDROBE: Costume[] = [
  {
    name: 'jacket',
    words: ['jacket', 'blazer', 'leather jacket', 'veste', 'blouson', 'jacke', 'chaqueta', '夹克'],
    build(t) {
      t.trousers(t.look.bottom);
      t.shoes(leather);
      const jacket = outer(t, t.look.top, { puff: 0.004, hem: 0.05 });
      shirtUnder(t, jacket, 0.66);
      t.line(jacket, [0, 0.66, 0.002, 0.4, 0.002, -0.12], 1.3);
      t.lapels(jacket, 0.66, 0.04);
      for (const s of [1, -1]) t.line(jacket, [s * 0.045, 0.2, s * 0.062, 0.04], 1.1);
      t.line(jacket, [-0.07, -0.07, 0.07, -0.07], 0.8, { alpha: 0.6 });
    },
  },
  {
    name: 'coat',
    words: ['coat', 'overcoat', 'trench', 'trenchcoat', 'greatcoat', 'manteau', 'mantel', 'abrigo', '大衣', '外套'],
    build(t) {
      t.trousers(t.look.bottom);
      t.shoes(leather, { height: 0.12 });
      const coat = outer(t, t.look.top, { puff: 0.007, hem: 0.04, collar: 0.004 });
      t.skirt(coat, { length: 1.05, flare: 0.018, puff: 0.006, bare: false });
      t.ring(coat, { rise: 0.018, radius: 0.053, thick: 0.011, open: 0.75 });
      if (!t.look.scarf) shirtUnder(t, coat, 0.6);
      t.lapels(coat, 0.58, 0.048);
      t.line(coat, [0.004, 0.6, 0.006, 0.1, 0.008, -0.5, 0.012, -0.95], 1.2);
      for (const x of [0.02, -0.018]) t.buttons(coat, x, [0.5, 0.3, 0.1]);
      for (const s of [1, -1]) t.pocket(coat, s * 0.058, 0.0, 0.02);
      if (t.look.seed % 2) belt(t, coat, 0.3);
    },
  },
  {
    name: 'suit',
    words: [
      'suit',
      'tuxedo',
      'businessman',
      'businesswoman',
      'lawyer',
      'detective',
      'agent',
      'costume',
      'anzug',
      'traje',
      '西装',
    ],
    wear: { accent: C.white },
    build(t) {
      t.trousers(t.look.top, { width: 0.95 });
      t.shoes(leather);
      const jacket = outer(t, t.look.top, { puff: 0.003, hem: 0.06 });
      const shirt = shirtUnder(t, jacket, 0.46, C.white);
      tie(t, shirt, t.look.accent.tone > 0.85 ? C.wine : t.look.accent, 0.46);
      jacketFront(t, jacket, 0.5);
    },
  },
  {
    name: 'shirt',
    words: ['shirt', 'blouse', 'chemise', 'hemd', 'camisa', '衬衫'],
    build(t) {
      t.trousers(t.look.bottom);
      t.shoes(leather);
      const shirt = t.torso(t.piece(t.look.top), { puff: 0.002, hem: -0.01 });
      t.ring(shirt, { thick: 0.011, open: 0.3 });
      shirtFront(t, shirt);
      belt(t, shirt, 0.05);
      t.line(shirt, [0.035, 0.76, 0.065, 0.76, 0.065, 0.62, 0.05, 0.58, 0.035, 0.62, 0.035, 0.76], 0.8, { alpha: 0.6 });
    },
  },
  {
    name: 'waistcoat',
    words: ['waistcoat', 'vest', 'bartender', 'gilet', 'weste', 'chaleco'],
    wear: { accent: C.white },
    build(t) {
      t.trousers(t.look.bottom);
      t.shoes(leather);
      const shirt = t.torso(t.piece(t.look.accent), { puff: 0.001, hem: -0.01 });
      t.ring(shirt, { thick: 0.011, open: 0.3 });
      const vest = t.torso(t.piece(t.look.top), { puff: 0.0035, hem: 0.02, neck: 0.8, sleeves: 0.001 });
      t.line(vest, [0.03, 0.92, 0.002, 0.6, 0.002, -0.05], 1.2);
      t.line(vest, [-0.03, 0.92, 0.002, 0.6], 1.2);
      t.buttons(vest, 0.008, [0.5, 0.36, 0.22, 0.08]);
      for (const s of [1, -1]) t.line(shirt, [s * 0.006, 0.985, s * 0.032, 0.9, s * 0.045, 0.97], 1.1);
    },
  },
  {
    name: 'sweater',
    words: ['sweater', 'jumper', 'pullover', 'cardigan', 'pull', 'jersey', '毛衣'],
    build(t) {
      t.trousers(t.look.bottom);
      t.shoes(leather);
      const knit = t.torso(t.piece(t.look.top), { puff: 0.005, hem: 0.04, sleeveWidth: 1.08 });
      t.ring(knit, { thick: 0.014, rise: 0.002 });
      for (let i = -4; i <= 4; i++) t.line(knit, [i * 0.015, 0.0, i * 0.0155, -0.1], 0.6, { alpha: 0.45 });
      t.line(knit, [-0.08, 0.0, 0.08, 0.0], 0.8, { alpha: 0.6 });
      if (t.look.seed % 3 === 0) for (const y of [0.7, 0.5, 0.3]) t.line(knit, [-0.08, y, 0.08, y], 1.8, { alpha: 0.55 });
    },
  },
  {
    name: 'tshirt',
    words: ['t-shirt', 'tee', 'tank top', 'jeans', 'camiseta', 'T恤'],
    build(t) {
      t.trousers(t.look.bottom);
      t.shoes(C.white, { height: 0.06 });
      const tee = t.torso(t.piece(t.look.top), { puff: 0.003, hem: 0.045, sleeves: 0.34, sleeveWidth: 1.1 });
      t.ring(tee, { thick: 0.009, radius: 0.045 });
      if (t.look.seed % 2) t.line(tee, [-0.03, 0.66, 0.03, 0.66, 0.03, 0.5, -0.03, 0.5, -0.03, 0.66], 1, { alpha: 0.6 });
    },
  },
  {
    name: 'hoodie',
    words: ['hoodie', 'hooded', 'sweatshirt', 'capuche', 'kapuze', 'sudadera', '卫衣'],
    build(t) {
      t.trousers(t.look.bottom, { width: 1.06 });
      t.shoes(C.white, { height: 0.07 });
      const top = t.torso(t.piece(t.look.top), { puff: 0.007, hem: 0.045, sleeveWidth: 1.1 });
      t.ring(top, { thick: 0.019, radius: 0.05, rise: 0.006, open: 0.3 });
      const { rig } = t;
      top.clay.cone(t.spine(0.93).o, t.spine(0.84).o, 0.052 * rig.H, 0.03 * rig.H, 0.03);
      for (const s of [1, -1]) {
        t.line(top, [s * 0.012, 0.94, s * 0.014, 0.72], 1.5);
        t.line(top, [s * 0.03, 0.3, s * 0.058, 0.06], 1);
      }
      t.line(top, [-0.03, 0.3, 0.03, 0.3], 1);
      t.line(top, [-0.08, -0.05, 0.08, -0.05], 0.8, { alpha: 0.6 });
    },
  },
  {
    name: 'dress',
    words: ['dress', 'gown', 'robe de', 'kleid', 'vestido', '裙子', '连衣裙'],
    build(t) {
      t.shoes(leather, { height: 0.02 });
      const dress = t.torso(t.piece(t.look.top, { pleats: 9 }), {
        puff: 0.001,
        hem: 0.03,
        sleeves: t.look.seed % 2 ? 0.4 : 1,
        sleeveWidth: 0.95,
      });
      t.skirt(dress, { length: t.look.seed % 3 === 0 ? 1.5 : 1.12, flare: 0.028 });
      t.line(dress, [-0.07, 0.42, 0.07, 0.42], 1);
      t.line(dress, [-0.032, 0.98, 0, 0.84, 0.032, 0.98], 1.1);
    },
  },
  {
    name: 'skirt',
    words: ['skirt', 'secretary', 'teacher', 'jupe', 'rock', 'falda', '半身裙'],
    build(t) {
      t.shoes(leather, { height: 0.02 });
      const skirt = t.piece(t.look.bottom, { pleats: 7 });
      t.skirt(skirt, { length: 1.08, flare: 0.006 });
      const blouse = t.torso(t.piece(t.look.top), { puff: 0.002, hem: -0.03 });
      t.ring(blouse, { thick: 0.011, open: 0.3 });
      shirtFront(t, blouse);
    },
  },
  {
    name: 'police',
    words: [
      'police',
      'policeman',
      'policewoman',
      'cop',
      'officer',
      'sergeant',
      'constable',
      'guard',
      'security',
      'sheriff',
      'gendarme',
      'polizist',
      'polizei',
      'policía',
      '警察',
      '警官',
    ],
    wear: { top: C.navy, bottom: C.navy, hat: 'peaked', hatPaint: C.navy, accent: C.sky },
    build(t) {
      t.trousers(t.look.bottom);
      t.shoes(C.black, { height: 0.15 });
      const tunic = t.torso(t.piece(t.look.top), { puff: 0.003, hem: 0.02 });
      t.ring(tunic, { thick: 0.012, open: 0.35 });
      shirtFront(t, tunic);
      tie(t, tunic, C.black, 0.35);
      belt(t, tunic, 0.08);
      for (const s of [1, -1]) {
        t.line(tunic, [s * 0.035, 0.76, s * 0.068, 0.76, s * 0.068, 0.6, s * 0.035, 0.6, s * 0.035, 0.76], 1);
        t.line(tunic, [s * 0.055, 0.96, s * 0.09, 0.92], 2.2);
      }
      const badge = t.piece({ tone: 0.9, tint: [1, 0.88, 0.5] }, { ...LEATHER, fine: 0.7 });
      t.patch(badge, tunic, { x: 0.05, top: 0.72, bottom: 0.66, wideTop: 0.012, wideBottom: 0.007, thick: 0.006 });
    },
  },
  {
    name: 'doctor',
    words: [
      'doctor',
      'dr',
      'lab coat',
      'scientist',
      'professor',
      'chemist',
      'physician',
      'coroner',
      'médecin',
      'docteur',
      'arzt',
      'ärztin',
      'médico',
      'doctora',
      '医生',
      '博士',
    ],
    wear: { top: C.white, accent: C.sky },
    build(t) {
      t.trousers(t.look.bottom);
      t.shoes(leather);
      const coat = outer(t, t.look.top, { puff: 0.006, hem: 0.04 });
      shirtUnder(t, coat, 0.52);
      t.skirt(coat, { length: 0.85, flare: 0.012, puff: 0.006, bare: false });
      t.lapels(coat, 0.55, 0.044);
      t.line(coat, [0.004, 0.55, 0.006, -0.75], 1.1);
      t.buttons(coat, 0.014, [0.45, 0.2, -0.1]);
      t.line(coat, [0.036, 0.72, 0.07, 0.72, 0.07, 0.56, 0.036, 0.56, 0.036, 0.72], 1);
      for (const x of [0.046, 0.056]) t.line(coat, [x, 0.72, x, 0.78], 1.4);
      for (const s of [1, -1])
        t.line(coat, [s * 0.04, 0.0, s * 0.085, 0.0, s * 0.085, -0.22, s * 0.04, -0.22, s * 0.04, 0.0], 0.9);
    },
  },
  {
    name: 'scrubs',
    words: ['nurse', 'scrubs', 'surgeon', 'paramedic', 'orderly', 'medic', 'infirmière', 'krankenschwester', 'enfermera', '护士'],
    wear: { top: C.teal, bottom: C.teal },
    build(t) {
      t.trousers(t.look.top, { width: 1.1 });
      t.shoes(C.white);
      const top = t.torso(t.piece(t.look.top), { puff: 0.006, hem: 0.06, sleeves: 0.4, sleeveWidth: 1.15 });
      t.line(top, [-0.034, 0.98, 0, 0.82, 0.034, 0.98], 1.5);
      t.line(top, [0.03, 0.7, 0.066, 0.7, 0.066, 0.55, 0.03, 0.55, 0.03, 0.7], 0.9);
    },
  },
  {
    name: 'robe',
    words: ['judge', 'magistrate', 'monk', 'wizard', 'juge', 'richter', 'juez', 'jueza', '法官'],
    wear: { top: C.black, accent: C.white },
    build(t) {
      t.trousers(C.black, { width: 0.8 });
      t.shoes(leather);
      const robe = t.torso(t.piece(t.look.top, { pleats: 12 }), { puff: 0.009, hem: 0.03, sleeveWidth: 1.5 });
      t.skirt(robe, { length: 1.8, flare: 0.03, puff: 0.01, bare: false });
      t.ring(robe, { thick: 0.012, open: 0.3 });
      const bands = t.piece(t.look.accent, { ...LEATHER, fine: 0.7 });
      for (const s of [1, -1]) t.patch(bands, robe, { x: s * 0.012, top: 0.98, bottom: 0.78, wideTop: 0.009, wideBottom: 0.014 });
      t.line(robe, [0, 0.78, 0.002, 0.1, 0.004, -1.2], 1, { alpha: 0.7 });
      for (const x of [0.035, -0.035, 0.06]) t.line(robe, [x, 0.85, x * 1.15, 0.2, x * 1.4, -1], 0.7, { alpha: 0.5 });
    },
  },
  {
    name: 'priest',
    words: [
      'priest',
      'father',
      'pastor',
      'reverend',
      'vicar',
      'prêtre',
      'priester',
      'pfarrer',
      'sacerdote',
      'cura',
      '神父',
      '牧师',
    ],
    wear: { top: C.black, bottom: C.black },
    build(t) {
      t.trousers(C.black, { width: 0.8 });
      t.shoes(leather);
      const cassock = t.torso(t.piece(t.look.top), { puff: 0.004, hem: 0.03 });
      t.skirt(cassock, { length: 1.75, flare: 0.02, puff: 0.004, bare: false });
      t.ring(cassock, { thick: 0.011, radius: 0.043, rise: 0.004 });
      const collar = t.piece(C.white, { ...LEATHER, fine: 0.6 });
      t.ring(collar, { thick: 0.0075, radius: 0.041, rise: 0.016 });
      t.buttons(cassock, 0.002, [0.85, 0.7, 0.55, 0.4, 0.25, 0.1, -0.1, -0.3, -0.5]);
      t.line(cassock, [0.004, 0.95, 0.006, -1.1], 0.8, { alpha: 0.6 });
    },
  },
  {
    name: 'nun',
    words: ['nun', 'sister', 'nonne', 'monja', 'religieuse', '修女'],
    wear: { top: C.black, hat: 'veil', hatPaint: C.black },
    build(t) {
      t.trousers(C.black, { width: 0.8 });
      t.shoes(leather);
      const habit = t.torso(t.piece(t.look.top, { pleats: 10 }), { puff: 0.007, hem: 0.03, sleeveWidth: 1.3 });
      t.skirt(habit, { length: 1.8, flare: 0.025, puff: 0.006, bare: false });
      t.ring(t.piece(C.white, { ...LEATHER, fine: 0.7 }), { thick: 0.016, radius: 0.048, rise: 0.002 });
    },
  },
  {
    name: 'school',
    words: [
      'pupil',
      'schoolboy',
      'schoolgirl',
      'student',
      'school uniform',
      'élève',
      'schüler',
      'schülerin',
      'alumno',
      'alumna',
      '学生',
    ],
    wear: { top: C.navy, bottom: C.grey, accent: C.wine },
    build(t) {
      t.shoes(C.black);
      if (t.look.female) t.skirt(t.piece(t.look.bottom, { pleats: 14 }), { length: 0.92, flare: 0.03 });
      else t.trousers(t.look.bottom, { length: t.look.age < 11 ? 0.44 : 1 });
      const jacket = outer(t, t.look.top, { puff: 0.003, hem: 0.05 });
      tie(t, shirtUnder(t, jacket, 0.5, C.white), t.look.accent, 0.5);
      jacketFront(t, jacket, 0.52);
    },
  },
  {
    name: 'space',
    words: [
      'astronaut',
      'cosmonaut',
      'spacesuit',
      'space suit',
      'pilot',
      'astronaute',
      'raumfahrer',
      'astronauta',
      '宇航员',
      '航天员',
    ],
    wear: { top: C.white, bottom: C.white, accent: C.orange },
    build(t) {
      const { rig, look } = t;
      const legs = t.trousers(look.top, { width: 1.32 });
      t.shoes(C.grey, { height: 0.3, bulk: 1.35 });
      const suit = t.torso(t.piece(look.top), { puff: 0.013, hem: 0.03, sleeveWidth: 1.28 });
      t.ring(t.piece(C.grey, { ...LEATHER }), { thick: 0.017, radius: 0.056, rise: 0.006, tilt: 0.008 });
      const pack = t.piece(C.white, { ...LEATHER });
      const back = t.spine(0.62);
      const at = (x: number, y: number, z: number): [number, number, number] =>
        [0, 1, 2].map((i) => back.o[i] + back.x[i] * x * rig.H + back.y[i] * y * rig.H + back.z[i] * z * rig.H) as [
          number,
          number,
          number,
        ];
      pack.clay.cone(at(0, -0.1, -0.1), at(0, 0.1, -0.1), 0.075 * rig.H, 0.07 * rig.H, 0.02, { flat: [back.z, 0.5] });
      const chest = t.piece(C.grey, { ...LEATHER, fine: 0.8 });
      t.patch(chest, suit, { top: 0.64, bottom: 0.46, wideTop: 0.045, wideBottom: 0.045, thick: 0.022 });
      for (const x of [-0.02, 0.0, 0.02]) t.line(chest, [x, 0.58, x + 0.004, 0.58], 2.4);
      t.line(chest, [-0.03, 0.52, 0.03, 0.52], 1);
      t.patch(t.piece(look.accent, { ...LEATHER, fine: 0.7 }), suit, {
        x: 0.062,
        top: 0.84,
        bottom: 0.78,
        wideTop: 0.014,
        wideBottom: 0.014,
        thick: 0.005,
      });
      t.line(suit, [-0.09, 0.12, 0.09, 0.12], 1.2);
      for (const y of [-0.4, -0.8]) for (const s of [1, -1]) t.line(legs, [s * 0.02, y, s * 0.085, y], 0.9);
    },
  },
  {
    name: 'overalls',
    words: [
      'mechanic',
      'worker',
      'engineer',
      'overalls',
      'dungarees',
      'farmer',
      'plumber',
      'janitor',
      'ouvrier',
      'mechaniker',
      'arbeiter',
      'mecánico',
      'obrero',
      '工人',
    ],
    wear: { bottom: C.blue, accent: C.grey },
    build(t) {
      t.shoes(leather, { height: 0.18 });
      const shirt = t.torso(t.piece(t.look.accent), { puff: 0.002, hem: 0, sleeves: 0.62 });
      t.ring(shirt, { thick: 0.011, open: 0.3 });
      const trousers = t.trousers(t.look.bottom, { width: 1.12 });
      t.torso(trousers, { puff: 0.006, hem: 0.03, neck: 0, sleeves: 0.001 });
      trousers.clay.ellipsoid(t.spine(1), [0, 0.03 * t.rig.H, 0], [0.2 * t.rig.H, 0.155 * t.rig.H, 0.2 * t.rig.H], 0.01, {
        carve: true,
      });
      for (const s of [1, -1]) {
        const strap = t.piece(t.look.bottom, { ...LEATHER, fine: 0.7 });
        t.patch(strap, shirt, { x: s * 0.042, top: 0.97, bottom: 0.5, wideTop: 0.011, wideBottom: 0.011 });
        t.patch(strap, shirt, { x: s * 0.03, top: 0.97, bottom: 0.5, wideTop: 0.011, wideBottom: 0.011, back: true });
      }
      t.line(trousers, [-0.03, 0.48, 0.03, 0.48, 0.03, 0.32, -0.03, 0.32, -0.03, 0.48], 1);
      t.line(trousers, [-0.075, 0.14, 0.075, 0.14], 1);
    },
  },
  {
    name: 'highvis',
    words: [
      'builder',
      'construction',
      'foreman',
      'docker',
      'firefighter',
      'fireman',
      'rescuer',
      'maçon',
      'bauarbeiter',
      'feuerwehrmann',
      'bombero',
      '消防员',
    ],
    wear: { top: C.orange, bottom: C.charcoal, accent: C.yellow, hat: 'hardhat', hatPaint: C.yellow },
    build(t) {
      t.trousers(t.look.bottom, { width: 1.1 });
      t.shoes(leather, { height: 0.25, bulk: 1.15 });
      const coat = t.torso(t.piece(t.look.top), { puff: 0.007, hem: 0.06, sleeveWidth: 1.1 });
      t.ring(coat, { thick: 0.014, open: 0.3 });
      t.line(coat, [0, 0.94, 0, -0.12], 1.4);
      for (const y of [0.5, 0.16]) for (const d of [0.035, -0.035]) t.line(coat, [-0.085, y + d, 0.085, y + d], 1.3);
      for (const s of [1, -1]) t.line(coat, [s * 0.045, 0.96, s * 0.048, 0.54], 1.3);
    },
  },
  {
    name: 'soldier',
    words: ['soldier', 'lieutenant', 'corporal', 'private', 'marine', 'commando', 'major', 'soldat', 'soldado', '士兵', '军人'],
    wear: { top: C.olive, bottom: C.olive, hat: 'helmet', hatPaint: C.olive },
    build(t) {
      const legs = t.trousers(t.look.bottom, { width: 1.15 });
      t.shoes(leather, { height: 0.42, bulk: 1.1 });
      const tunic = t.torso(t.piece(t.look.top), { puff: 0.005, hem: 0.05, sleeveWidth: 1.08 });
      t.ring(tunic, { thick: 0.012, open: 0.35 });
      t.line(tunic, [0, 0.92, 0, -0.1], 1);
      for (const s of [1, -1]) {
        t.line(tunic, [s * 0.028, 0.75, s * 0.072, 0.75, s * 0.072, 0.58, s * 0.028, 0.58, s * 0.028, 0.75], 1);
        t.line(tunic, [s * 0.028, 0.7, s * 0.05, 0.67, s * 0.072, 0.7], 0.9);
        t.line(legs, [s * 0.05, -0.75, s * 0.09, -0.75], 1);
      }
      const web = t.piece(C.khaki, { ...LEATHER, fine: 0.8 });
      for (const s of [1, -1]) t.patch(web, tunic, { x: s * 0.05, top: 0.96, bottom: 0.16, wideTop: 0.012, wideBottom: 0.012 });
      for (const x of [-0.055, -0.025, 0.025, 0.055])
        t.patch(web, tunic, { x, top: 0.2, bottom: 0.06, wideTop: 0.016, wideBottom: 0.016, thick: 0.014 });
    },
  },
  {
    name: 'captain',
    words: [
      'captain',
      'admiral',
      'sailor',
      'ship',
      'conductor',
      'general',
      'colonel',
      'commander',
      'capitaine',
      'kapitän',
      'capitán',
      '船长',
      '将军',
    ],
    wear: { top: C.navy, bottom: C.navy, hat: 'peaked', hatPaint: C.white, accent: C.white },
    build(t) {
      t.trousers(t.look.bottom);
      t.shoes(C.black);
      const jacket = outer(t, t.look.top, { puff: 0.005, hem: 0.06 });
      tie(t, shirtUnder(t, jacket, 0.64, C.white), C.black, 0.62);
      t.lapels(jacket, 0.66, 0.046);
      t.line(jacket, [0.022, 0.64, 0.024, -0.1], 1.1);
      for (const x of [0.03, -0.03]) t.buttons(jacket, x, [0.58, 0.42, 0.26, 0.1]);
      const gold: Paint = { tone: 0.78, tint: [1, 0.84, 0.4] };
      const { rig } = t;
      const braid = t.piece(gold, { ...LEATHER, fine: 0.7 });
      for (let s = 0; s < 2; s++) {
        const way = [0, 1, 2].map((i) => rig.wrist[s][i] - rig.elbow[s][i]);
        for (const k of [0.72, 0.8]) {
          const at = rig.elbow[s].map((v, i) => v + way[i] * k) as [number, number, number];
          braid.clay.cone(
            at,
            at.map((v, i) => v + way[i] * 0.035) as [number, number, number],
            0.034 * rig.H,
            0.034 * rig.H,
            0.002,
            { cut: true },
          );
        }
      }
    },
  },
  {
    name: 'apron',
    words: [
      'cook',
      'chef',
      'baker',
      'waiter',
      'waitress',
      'barista',
      'apron',
      'butcher',
      'cuisinier',
      'koch',
      'kellner',
      'cocinero',
      'camarera',
      '厨师',
      '服务员',
    ],
    wear: { accent: C.white },
    build(t) {
      if (t.look.female && t.look.seed % 2) t.skirt(t.piece(t.look.bottom), { length: 1.05, flare: 0.01 });
      else t.trousers(t.look.bottom);
      t.shoes(leather);
      const shirt = t.torso(t.piece(t.look.top), { puff: 0.002, hem: 0.03, sleeves: 0.66 });
      t.ring(shirt, { thick: 0.011, open: 0.3 });
      const apron = t.piece(t.look.accent, { fine: 0.85 });
      t.patch(apron, shirt, { top: 0.76, bottom: 0.3, wideTop: 0.05, wideBottom: 0.075, thick: 0.008 });
      const lower = t.torso(t.piece(t.look.top), { puff: 0.002, hem: 0.03, sleeves: 0.001 });
      t.pieces.splice(t.pieces.indexOf(lower), 1);
      t.skirt(lower, { length: 0.8, flare: 0, puff: 0.004, bare: false });
      for (const s of [0, 0.035, -0.035])
        t.patch(apron, lower, { x: s, top: 0.34, bottom: -0.75, wideTop: 0.045, wideBottom: 0.05, thick: 0.008 });
      t.line(apron, [-0.03, 0.1, 0.03, 0.1, 0.03, -0.12, -0.03, -0.12, -0.03, 0.1], 0.9);
      for (const s of [1, -1]) t.line(shirt, [s * 0.045, 0.76, s * 0.03, 0.97], 1.6);
    },
  },
  {
    name: 'pyjamas',
    words: [
      'patient',
      'pyjamas',
      'pajamas',
      'hospital gown',
      'nightgown',
      'bathrobe',
      'schlafanzug',
      'pijama',
      'paciente',
      '病人',
      '睡衣',
    ],
    wear: { top: C.sky, bottom: C.sky },
    build(t) {
      t.trousers(t.look.top, { width: 1.15 });
      t.shoes(C.grey, { bare: true });
      const top = t.torso(t.piece(t.look.top), { puff: 0.006, hem: 0.06, sleeveWidth: 1.12 });
      t.ring(top, { thick: 0.011, open: 0.4 });
      for (let i = -5; i <= 5; i++) if (i) t.line(top, [i * 0.014, 0.86, i * 0.0145, -0.12], 0.6, { alpha: 0.4 });
      t.line(top, [0, 0.92, 0, -0.12], 1);
      t.buttons(top, 0.004, [0.7, 0.45, 0.2]);
    },
  },
  {
    name: 'raincoat',
    words: ['raincoat', 'oilskin', 'fisherman', 'slicker', 'imperméable', 'regenmantel', 'chubasquero', '雨衣', '渔夫'],
    wear: { top: C.yellow, bottom: C.charcoal },
    build(t) {
      t.trousers(t.look.bottom);
      t.shoes(C.olive, { height: 0.45, bulk: 1.2 });
      const coat = t.torso(t.piece(t.look.top), { puff: 0.009, hem: 0.03, sleeveWidth: 1.2 });
      t.skirt(coat, { length: 0.85, flare: 0.03, puff: 0.008, bare: false });
      t.ring(coat, { thick: 0.017, radius: 0.05, rise: 0.006, open: 0.35 });
      t.line(coat, [0.0, 0.95, 0.004, -0.7], 1.4);
      for (const y of [0.8, 0.55, 0.3, 0.05, -0.2]) t.line(coat, [-0.008, y, 0.012, y], 2);
      for (const s of [1, -1])
        t.line(coat, [s * 0.04, 0.06, s * 0.085, 0.06, s * 0.085, -0.02, s * 0.04, -0.02, s * 0.04, 0.06], 1);
    },
  },
  {
    name: 'child',
    words: [
      'boy',
      'girl',
      'child',
      'kid',
      'toddler',
      'garçon',
      'fille',
      'enfant',
      'junge',
      'mädchen',
      'kind',
      'niño',
      'niña',
      '男孩',
      '女孩',
      '孩子',
    ],
    build(t) {
      t.shoes(C.white, { height: 0.08, bulk: 1.1 });
      const stripes = t.look.seed % 2 === 0;
      if (t.look.female && t.look.seed % 3 !== 0) {
        const dress = t.torso(t.piece(t.look.top, { pleats: 7 }), { puff: 0.003, hem: 0.03, sleeves: 0.35, sleeveWidth: 1.15 });
        t.skirt(dress, { length: 0.9, flare: 0.04 });
        t.line(dress, [-0.06, 0.4, 0.06, 0.4], 1.1);
        t.ring(dress, { thick: 0.009, radius: 0.043 });
        return;
      }
      t.trousers(t.look.bottom, { length: t.look.seed % 4 === 1 ? 0.46 : 1, width: 1.1 });
      const top = t.torso(t.piece(t.look.top), { puff: 0.006, hem: 0.05, sleeves: stripes ? 1 : 0.36, sleeveWidth: 1.1 });
      t.ring(top, { thick: 0.01, radius: 0.044 });
      if (stripes) for (const y of [0.8, 0.62, 0.44, 0.26, 0.08]) t.line(top, [-0.085, y, 0.085, y], 2.2, { alpha: 0.6 });
    },
  },
  {
    name: 'cowboy',
    words: ['cowboy', 'rancher', 'gunslinger', 'vaquero', '牛仔'],
    wear: { bottom: C.blue, accent: C.cream, hat: 'cowboy', hatPaint: C.brown },
    build(t) {
      t.trousers(t.look.bottom);
      t.shoes(leather, { height: 0.4 });
      const shirt = t.torso(t.piece(t.look.accent), { puff: 0.003, hem: 0 });
      t.ring(shirt, { thick: 0.011, open: 0.3 });
      const vest = t.torso(t.piece(t.look.top), { puff: 0.005, hem: 0.01, neck: 0.8, sleeves: 0.001 });
      vest.clay.cone(t.spine(0.0).o, t.spine(1).o, 0.02, 0.03, 0.01);
      t.line(vest, [0.028, 0.92, 0.014, 0.4, 0.022, 0], 1.2);
      t.line(vest, [-0.028, 0.92, -0.014, 0.4, -0.022, 0], 1.2);
      belt(t, shirt, 0.04);
      t.ring(t.piece(C.red, { fine: 0.8 }), { thick: 0.014, radius: 0.046, rise: 0.004 });
    },
  },
];

for (const costume of WARDROBE) registry.set(costume.name, costume);
