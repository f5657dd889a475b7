/** @file What people wear, carry and treasure. */
import {
  arc,
  arcAt,
  BLUE,
  BRASS,
  CLEAR,
  DARK,
  GREEN,
  LEATHER,
  METAL,
  PAPER,
  type PropBench,
  type PropKind,
  RED,
  WOOD,
} from './prop-bench.js';

/** Valuables, bags, head gear, shoes. */
export const WORN_PROPS: readonly PropKind[] = [
  {
    name: 'ring',
    words: 'ring|wedding ring|engagement ring|diamond|jewel|bague|anneau|alliance|戒指|钻石|ehering|diamant|anillo|diamante',
    radius: 0.022,
    middle: 0.008,
    build(b) {
      b.ring(0, 0, 0.01, 0.0022, BRASS).turn(
        [0, 0, 0.0035, 0.002, 0.004, 0.004, 0, 0.007],
        { tone: 1, tint: [0.9, 0.97, 1] },
        { y: 0.004, z: 0.011, sharp: true, sides: 8 },
      );
    },
  },
  {
    name: 'necklace',
    words:
      'necklace|locket|pendant|pearls|amulet|bracelet|项链|吊坠|collier|médaillon|halskette|medaillon|perlen|collar de perlas|medallón|perlas',
    radius: 0.08,
    middle: 0.006,
    build(b) {
      for (let i = 0; i < 40; i++) {
        const [x, z] = arc(0, -0.02, 0.075, 0.05, (i + 0.5) / 40, (i + 0.5) / 40, 1);
        b.ball(x, 0.0045, z, 0.0045, { tone: 0.96, tint: [1, 0.97, 0.92] });
      }
      b.turn([0, 0, 0.02, 0.001, 0.022, 0.006, 0.016, 0.011, 0, 0.012], BRASS, { z: 0.056 }).round(0, 0.056, 0.012, 0.013, 0.8);
    },
  },
  {
    name: 'coin',
    words: 'coin|coins|penny|硬币|金币|pièce|pièces|monnaie|münze|münzen|moneda|monedas',
    radius: 0.036,
    middle: 0.006,
    build(b) {
      for (const [x, z, y, r, paint] of [
        [0.012, 0.004, 0.0022, 0.0165, BRASS],
        [-0.02, -0.008, 0, 0.015, METAL],
        [0.004, -0.022, 0, 0.013, { ...BRASS, tone: 0.5 }],
        [-0.012, 0.022, 0, 0.0145, BRASS],
      ] as const) {
        b.turn([r, y, r, y + 0.0022, 0, y + 0.0022], paint, { x, z, sharp: true }).round(x, z, r * 0.82, y + 0.0025, 0.7);
        b.flat(arc(x + r * 0.05, z - r * 0.1, r * 0.36, r * 0.42), y + 0.0026, { ...paint, tone: paint.tone * 0.8, line: 0.6 });
        b.flat(arc(x, z + r * 0.68, r * 0.5, r * 0.4, 0.5, 1, 8), y + 0.0025, { ...paint, tone: paint.tone * 0.8, line: 0.6 });
      }
    },
  },
  {
    name: 'wallet',
    words:
      'wallet|purse|passport|billfold|钱包|护照|portefeuille|passeport|geldbörse|brieftasche|geldbeutel|reisepass|cartera|billetera|pasaporte',
    radius: 0.101,
    middle: 0.012,
    build(b) {
      b.moved(0.006, 0.008, -0.022).slab(0.1, 0.07, 0, { ...GREEN, tone: 0.76 });
      b.box(0, 0, 0, 0.115, 0.008, 0.09, LEATHER).moved(0, 0.0085, 0, 0).box(0, 0.002, 0, 0.115, 0.007, 0.088, LEATHER);
      b.pen(
        [-0.053, -0.039, 0.053, -0.039, 0.053, -0.039, 0.053, 0.039, 0.053, 0.039, -0.053, 0.039, -0.053, 0.039, -0.053, -0.039],
        0.018,
        0.5,
      );
      b.box(0.046, 0.017, 0, 0.024, 0.003, 0.018, { ...LEATHER, tone: 0.22 }).disc(0.044, 0, 0.0045, 0.0205, BRASS);
      b.moved(-0.07, 0.001, 0.05, 0.35).slab(0.085, 0.054, 0, BLUE).slab(0.085, 0.01, 0.0006, DARK, 0, -0.014);
    },
  },
  {
    name: 'badge',
    words:
      'badge|medal|sheriff star|police badge|star|emblem|insignia|徽章|奖章|insigne|médaille|plaque|abzeichen|orden|dienstmarke|medaille|placa|medalla|insignia',
    radius: 0.08,
    middle: 0.006,
    build(b) {
      b.plate([-0.042, -0.062, 0.042, -0.062, 0.042, 0.062, -0.042, 0.062], 0.005, LEATHER);
      const star = Array.from({ length: 12 }, (_, i) => {
        const r = i % 2 ? 0.021 : 0.038;
        return [Math.sin((i / 6) * Math.PI) * r, -0.004 - Math.cos((i / 6) * Math.PI) * r];
      }).flat();
      b.plate([0, -0.004, ...star, star[0], star[1]], 0.004, BRASS, 0.005);
      for (let i = 0; i < 6; i++)
        b.disc(Math.sin((i / 3) * Math.PI) * 0.038, -0.004 - Math.cos((i / 3) * Math.PI) * 0.038, 0.0045, 0.0105, BRASS);
      b.disc(0, -0.004, 0.016, 0.0095, { ...BLUE, tone: 0.32 })
        .round(0, -0.004, 0.012, 0.0102, 0.7)
        .slab(0.05, 0.014, 0.0095, PAPER, 0, 0.045)
        .pen([-0.018, 0.045, 0.018, 0.045], 0.0105, 1.1);
    },
  },
  {
    name: 'bag',
    words:
      'bag|handbag|sack|satchel|backpack|rucksack|canvas bag|plastic bag|bundle of clothes|包|袋子|手提包|书包|tasche|handtasche|beutel|sac|sacoche|bolsa|bolso|mochila',
    radius: 0.27,
    middle: 0.15,
    build(b) {
      const canvas = { tone: 0.55, tint: [1, 0.9, 0.68] as [number, number, number], soft: 'cloth' as const };
      b.rod(
        [-0.22, 0.1, 0, -0.19, 0.11, 0, -0.1, 0.115, 0, 0.02, 0.11, 0, 0.13, 0.115, 0, 0.19, 0.11, 0, 0.22, 0.1, 0],
        [0.075, 0.098, 0.108, 0.104, 0.11, 0.098, 0.075],
        canvas,
        22,
      );
      b.stroke([-0.2, 0.2, 0.02, -0.06, 0.222, 0.02, 0.06, 0.214, 0.02, 0.2, 0.2, 0.02], 1.6).stroke(
        [-0.2, 0.195, 0.03, -0.06, 0.217, 0.03, 0.06, 0.209, 0.03, 0.2, 0.195, 0.03],
        0.7,
      );
      for (const x of [-0.1, 0.1])
        for (const s of [0, 0.018])
          b.stroke([x + s, 0.02, 0.065, x + s, 0.07, 0.1, x + s, 0.12, 0.112, x + s, 0.18, 0.085, x + s, 0.21, 0.045], 1.1);
      b.rod([-0.09, 0.2, 0.06, -0.07, 0.27, 0.05, 0, 0.3, 0.045, 0.07, 0.27, 0.05, 0.11, 0.2, 0.06], 0.01, LEATHER, 8);
      b.stroke([-0.16, 0.15, 0.085, -0.13, 0.11, 0.1, -0.14, 0.07, 0.1], 0.8, 0.6).stroke(
        [0.16, 0.16, 0.08, 0.14, 0.12, 0.1],
        0.8,
        0.6,
      );
    },
  },
  {
    name: 'suitcase',
    words:
      'suitcase|case|briefcase|trunk|luggage|aluminium case|aluminum case|箱子|行李箱|公文包|valise|mallette|koffer|aktenkoffer|aktentasche|maleta|maletín',
    radius: 0.3,
    middle: 0.14,
    build(b) {
      const shell = { ...METAL, tone: 0.74 };
      b.box(0, 0, 0, 0.42, 0.27, 0.12, shell).rod([-0.07, 0.27, 0, -0.06, 0.31, 0, 0.06, 0.31, 0, 0.07, 0.27, 0], 0.01, DARK, 8);
      for (const x of [-0.12, 0.12]) b.box(x, 0.17, 0.0605, 0.04, 0.05, 0.01, BRASS);
      b.stroke([-0.21, 0.2, 0.061, 0.21, 0.2, 0.061], 1.4);
      for (let i = 0; i < 7; i++) b.stroke([-0.16 + i * 0.053, 0.02, 0.061, -0.16 + i * 0.053, 0.16, 0.061], 0.6, 0.6);
      for (const x of [-0.2, 0.2]) for (const y of [0.0, 0.235]) b.box(x, y, 0.045, 0.03, 0.035, 0.034, { ...METAL, tone: 0.5 });
    },
  },
  {
    name: 'hat',
    words: 'hat|cap|fedora|bowler|beanie|beret|帽子|chapeau|casquette|hut|mütze|kappe|sombrero|gorra|gorro',
    radius: 0.19,
    middle: 0.06,
    build(b) {
      const felt = { tone: 0.36, tint: [1, 0.88, 0.72] as [number, number, number], soft: 'cloth' as const };
      b.turn([0, 0.008, 0.1, 0.004, 0.15, 0.01, 0.165, 0.02, 0.16, 0.024, 0.1, 0.014], felt, { sides: 36 });
      b.turn([0.095, 0.012, 0.093, 0.06, 0.088, 0.1, 0.07, 0.122, 0.035, 0.118, 0, 0.106], felt, { sides: 32 }).turn(
        [0.0965, 0.014, 0.0955, 0.04],
        { tone: 0.15 },
        { sides: 32 },
      );
      b.stroke([-0.03, 0.121, 0.02, 0, 0.11, 0.045, 0.035, 0.121, 0.02], 1).box(0.093, 0.016, 0.02, 0.006, 0.022, 0.03, {
        tone: 0.2,
      });
    },
  },
  {
    name: 'helmet',
    words: 'helmet|hard hat|crash helmet|space helmet|头盔|安全帽|casque|helm|schutzhelm|casco',
    radius: 0.18,
    middle: 0.1,
    build(b) {
      b.turn([0.11, 0, 0.128, 0.03, 0.135, 0.09, 0.125, 0.15, 0.09, 0.205, 0.045, 0.232, 0, 0.24], RED, { sides: 36 });
      const visor = (y: number, r: number): number[] => arcAt(y, 0, 0, r, r, 0.05, 0.45, 12);
      const [low, high] = [visor(0.055, 0.14), visor(0.135, 0.137)];
      for (let i = 0; i < 12; i++) {
        const [a, c] = [i * 3, i * 3 + 3];
        b.face([...low.slice(c, c + 3), ...low.slice(a, a + 3), ...high.slice(a, a + 3), ...high.slice(c, c + 3)], {
          tone: 0.2,
          tint: [0.8, 0.9, 1],
          group: 9000,
          line: 0.8,
        });
      }
      b.stroke(low, 1.4).stroke(high, 1.4);
      for (const s of [1, -1])
        b.stroke(
          Array.from({ length: 9 }, (_, i) => [
            s * 0.03,
            0.155 + Math.sin((i / 8) * 1.5) * 0.082,
            Math.cos((i / 8) * 1.5) * 0.12,
          ]).flat(),
          1.4,
        );
      b.stroke([-0.06, 0.135, 0.118, -0.085, 0.1, 0.108], 1.4, 0.5);
    },
  },
  {
    name: 'shoe',
    words:
      'shoe|shoes|boot|boots|sneaker|slipper|high heel|鞋|鞋子|靴子|chaussure|chaussures|botte|schuh|schuhe|stiefel|zapato|zapatos|bota|botas',
    radius: 0.18,
    middle: 0.06,
    build(b) {
      boot(b.moved(0, 0, 0.06, 0.1));
      boot(b.moved(-0.03, 0, -0.07, -0.15));
    },
  },
  {
    name: 'glasses',
    words: 'glasses|spectacles|sunglasses|reading glasses|goggles|眼镜|墨镜|lunettes|brille|sonnenbrille|gafas|anteojos',
    radius: 0.1,
    middle: 0.02,
    build(b) {
      for (const s of [1, -1]) {
        b.rod(
          Array.from({ length: 19 }, (_, i) => [
            s * 0.034 + Math.cos((i / 9) * Math.PI) * 0.026,
            0.026 + Math.sin((i / 9) * Math.PI) * 0.022,
            0.04,
          ]).flat(),
          0.0026,
          DARK,
          8,
        );
        b.face(
          Array.from({ length: 18 }, (_, i) => [
            s * 0.034 + Math.cos((i / 9) * Math.PI) * 0.025,
            0.026 + Math.sin((i / 9) * Math.PI) * 0.021,
            0.04,
          ]).flat(),
          { ...CLEAR, line: 0 },
        );
        b.rod([s * 0.06, 0.034, 0.04, s * 0.068, 0.034, 0.03, s * 0.066, 0.034, -0.06, s * 0.064, 0.01, -0.09], 0.0024, DARK, 6);
        b.stroke([s * 0.034 - 0.01, 0.036, 0.041, s * 0.034 + 0.002, 0.02, 0.041], 0.7, 0.4);
      }
      b.rod([-0.009, 0.03, 0.04, 0, 0.035, 0.041, 0.009, 0.03, 0.04], 0.0026, DARK, 6);
    },
  },
  {
    name: 'umbrella',
    words: 'umbrella|cane|walking stick|parasol|雨伞|伞|拐杖|parapluie|canne|regenschirm|schirm|stock|paraguas|bastón',
    radius: 0.25,
    middle: 0.03,
    build(b) {
      b.rod(
        [-0.32, 0.048, 0.05, -0.28, 0.048, 0.045, 0, 0.048, 0.0, 0.12, 0.048, -0.02],
        [0.006, 0.018, 0.045, 0.012],
        { tone: 0.2, soft: 'cloth' },
        16,
      );
      for (const z of [-0.02, 0.005, 0.028])
        b.stroke([-0.28, 0.044, 0.045 + z * 0.3, -0.1, 0.068, 0.016 + z, 0.1, 0.04, -0.017 + z * 0.4], 1);
      b.rod([0.12, 0.046, -0.02, 0.22, 0.035, -0.036], 0.005, METAL, 8).rod(
        [0.22, 0.022, -0.036, 0.29, 0.02, -0.046, 0.32, 0.02, -0.03, 0.315, 0.02, 0.0, 0.29, 0.02, 0.008],
        0.01,
        WOOD,
        10,
      );
    },
  },
];

/** A boot along x, its toe to the right. */
function boot(b: PropBench): void {
  const outline = [
    -0.12, -0.03, -0.02, -0.034, 0.06, -0.044, 0.11, -0.03, 0.122, 0, 0.11, 0.03, 0.06, 0.044, -0.02, 0.034, -0.12, 0.03,
  ];
  b.plate(outline, 0.014, DARK).box(-0.085, -0.0005, 0, 0.07, 0.022, 0.066, DARK);
  b.rod(
    [-0.1, 0.045, 0, -0.06, 0.05, 0, 0.02, 0.046, 0, 0.075, 0.041, 0, 0.105, 0.034, 0, 0.114, 0.03, 0],
    [0.028, 0.036, 0.034, 0.032, 0.022, 0.01],
    LEATHER,
    20,
  );
  b.turn([0.036, 0.03, 0.04, 0.08, 0.037, 0.12, 0.045, 0.2, 0.043, 0.203, 0.038, 0.19], LEATHER, { x: -0.078 })
    .disc(-0.078, 0, 0.039, 0.19, DARK)
    .round(-0.078, 0, 0.045, 0.2, 1);
  for (let i = 0; i < 5; i++)
    b.stroke([-0.04 - i * 0.0015, 0.075 + i * 0.022, 0.018, -0.036, 0.082 + i * 0.022, 0, -0.04, 0.075 + i * 0.022, -0.018], 1.4);
  b.stroke([-0.04, 0.07, 0.036, 0.0, 0.06, 0.034, 0.04, 0.02, 0.04], 0.8);
}
