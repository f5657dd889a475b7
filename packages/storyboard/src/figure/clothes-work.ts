/** @file What says a profession from afar. */
import type { Costume } from './costume.js';
import { CLOTH_PAINTS as C, type Paint } from './look.js';
import { belt, leather, LEATHER, outer, shirtFront, shirtUnder, tie } from './sewing.js';

/** What says a profession from afar. */
export const WORK_CLOTHES: readonly Costume[] = [
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
    name: 'seaman',
    words: [
      'skipper',
      'seaman',
      'sailor',
      'deckhand',
      'boatman',
      'bosun',
      'trawlerman',
      'ferryman',
      'marin',
      'matrose',
      'seemann',
      'marinero',
      '水手',
      '船员',
    ],
    palette: [C.cream, C.navy, C.teal],
    wear: { bottom: C.orange, hat: 'peaked', hatPaint: C.charcoal },
    build(t) {
      t.shoes(C.olive, { height: 0.45, bulk: 1.2 });
      const knit = t.torso(t.piece(t.look.top), { puff: 0.006, hem: 0, sleeveWidth: 1.12 });
      t.ring(knit, { thick: 0.017, radius: 0.046, rise: 0.014 });
      for (let i = -4; i <= 4; i++) t.line(knit, [i * 0.014, 0.95, i * 0.0145, 0.58], 0.6, { alpha: 0.5 });
      const bib = t.trousers(t.look.bottom, { width: 1.2 });
      t.torso(bib, { puff: 0.009, hem: 0.03, neck: 0, sleeves: 0.001 });
      const reach = 0.2 * t.rig.H;
      bib.clay.ellipsoid(t.spine(1), [0, 0.03 * t.rig.H, 0], [reach, 0.155 * t.rig.H, reach], 0.01, { carve: true });
      for (const s of [1, -1]) {
        const strap = t.piece(t.look.bottom, { ...LEATHER, fine: 0.7 });
        t.patch(strap, knit, { x: s * 0.042, top: 0.97, bottom: 0.5, wideTop: 0.013, wideBottom: 0.013 });
        t.patch(strap, knit, { x: s * 0.03, top: 0.97, bottom: 0.5, wideTop: 0.013, wideBottom: 0.013, back: true });
        t.line(bib, [s * 0.038, 0.52, s * 0.046, 0.52, s * 0.046, 0.44, s * 0.038, 0.44, s * 0.038, 0.52], 1.6);
      }
      t.line(bib, [-0.07, 0.16, 0.07, 0.16], 1);
    },
  },
  {
    name: 'jumpsuit',
    words: ['jumpsuit', 'boiler suit', 'flight suit', 'coverall', 'combinaison', 'overall', 'mono de trabajo', '连体服'],
    palette: [C.blue, C.olive, C.grey],
    build(t) {
      const legs = t.trousers(t.look.top, { width: 1.14 });
      t.shoes(leather, { height: 0.16 });
      const suit = t.torso(t.piece(t.look.top), { puff: 0.005, hem: 0.02, sleeveWidth: 1.1 });
      t.ring(suit, { thick: 0.013, open: 0.35 });
      t.line(suit, [0, 0.94, 0.001, -0.1], 1.3);
      belt(t, suit, 0.1);
      for (const s of [1, -1]) {
        t.line(suit, [s * 0.03, 0.74, s * 0.068, 0.74, s * 0.068, 0.6, s * 0.03, 0.6, s * 0.03, 0.74], 1);
        t.line(legs, [s * 0.03, -0.4, s * 0.075, -0.4, s * 0.075, -0.6, s * 0.03, -0.6, s * 0.03, -0.4], 0.9);
      }
      const patch = t.piece(t.look.accent, { ...LEATHER, fine: 0.7 });
      t.patch(patch, suit, { x: 0.05, top: 0.86, bottom: 0.79, wideTop: 0.014, wideBottom: 0.014, thick: 0.005 });
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
];
