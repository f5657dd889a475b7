/** @file What people wear at home, in the street and at school. */
import type { Costume } from './costume.js';
import { CLOTH_PAINTS as C } from './look.js';
import { belt, jacketFront, leather, LEATHER, outer, shirtFront, shirtUnder, tie } from './sewing.js';

/** What people wear at home, in the street and at school. */
export const EVERYDAY_CLOTHES: readonly Costume[] = [
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
    words: ['coat', 'overcoat', 'greatcoat', 'fur coat', 'manteau', 'mantel', 'abrigo', '大衣', '外套'],
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
      'tie',
      'bow tie',
      'clerk',
      'attorney',
      'prosecutor',
      'avocat',
      'anwalt',
      'abogado',
    ],
    palette: [C.charcoal, C.navy, C.grey, C.brown, C.tan, C.black, C.teal],
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
    words: [
      'raincoat',
      'trench',
      'trenchcoat',
      'trench coat',
      'mackintosh',
      'imperméable',
      'regenmantel',
      'chubasquero',
      '雨衣',
      '风衣',
    ],
    palette: [C.beige, C.tan, C.grey, C.khaki, C.beige],
    build(t) {
      t.trousers(t.look.bottom);
      t.shoes(leather);
      const coat = outer(t, t.look.top, { puff: 0.006, hem: 0.03, collar: 0.004 });
      t.skirt(coat, { length: 0.98, flare: 0.02, puff: 0.005, bare: false });
      t.ring(coat, { rise: 0.018, radius: 0.052, thick: 0.012, open: 0.7 });
      if (!t.look.scarf) shirtUnder(t, coat, 0.68);
      t.lapels(coat, 0.66, 0.05);
      t.line(coat, [0.018, 0.62, 0.022, 0.1, 0.026, -0.9], 1.2);
      for (const x of [0.03, -0.024]) t.buttons(coat, x, [0.56, 0.42, 0.1, -0.06]);
      for (const s of [1, -1]) {
        t.line(coat, [s * 0.052, 0.02, s * 0.07, -0.1], 1.2);
        t.line(coat, [s * 0.03, 0.92, s * 0.062, 0.7, s * 0.085, 0.72], 0.9);
      }
      belt(t, coat, 0.26);
    },
  },
  {
    name: 'oilskin',
    words: ['oilskin', 'oilskins', 'fisherman', 'slicker', 'sou’wester', 'ciré', 'ölzeug', 'pescador', '渔夫'],
    palette: [C.yellow, C.yellow, C.orange],
    wear: { bottom: C.charcoal },
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
    name: 'life jacket',
    words: [
      'lifejacket',
      'life jacket',
      'life vest',
      'gilet de sauvetage',
      'schwimmweste',
      'rettungsweste',
      'chaleco salvavidas',
      '救生衣',
    ],
    palette: [C.navy, C.teal, C.grey, C.wine],
    wear: { bottom: C.blue, accent: C.orange },
    build(t) {
      t.trousers(t.look.bottom);
      t.shoes(C.white, { height: 0.08, bulk: 1.1 });
      const knit = t.torso(t.piece(t.look.top), { puff: 0.004, hem: 0.05, sleeveWidth: 1.08 });
      t.ring(knit, { thick: 0.013, rise: 0.002 });
      const vest = t.torso(t.piece(t.look.accent, { ...LEATHER }), { puff: 0.02, hem: 0.02, neck: 0.75, sleeves: 0.001 });
      t.ring(vest, { thick: 0.024, radius: 0.058, rise: 0.004, open: 0.35 });
      t.line(vest, [0.002, 0.86, 0.003, -0.02], 1.6);
      for (const y of [0.55, 0.2]) {
        for (const d of [0.028, -0.028]) t.line(vest, [-0.09, y + d, 0.09, y + d], 1.2);
        t.line(vest, [-0.012, y + 0.028, 0.012, y + 0.028, 0.012, y - 0.028, -0.012, y - 0.028, -0.012, y + 0.028], 2);
      }
      for (const s of [1, -1]) t.line(vest, [s * 0.05, 0.86, s * 0.052, 0], 0.9);
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
