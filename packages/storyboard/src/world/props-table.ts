/** @file What stands on a table: vessels, food and lights. */
import {
  arc,
  arcAt,
  BRASS,
  CLEAR,
  DARK,
  FLAME,
  GREEN,
  GREY,
  METAL,
  PAPER,
  type PropBench,
  type PropKind,
  RED,
  WHITE,
  WOOD,
} from './prop-bench.js';

const AMBER = { tone: 0.55, tint: [1, 0.75, 0.4] as [number, number, number] };

/** Vessels, food and lights. */
export const TABLE_PROPS: readonly PropKind[] = [
  {
    name: 'glass',
    words: 'glass|whisky|whiskey|drink|wine|water|wine glass|tumbler|beer|杯子|酒杯|玻璃杯|水杯|glas|weinglas|verre|vaso|copa',
    radius: 0.11,
    middle: 0.06,
    build(b) {
      b.turn([0, 0.004, 0.032, 0.006, 0.034, 0.05], AMBER).disc(0, 0, 0.034, 0.05, { ...AMBER, tone: 0.62 });
      b.turn([0.036, 0.05, 0.039, 0.1], { tone: 0.93, tint: [0.95, 0.98, 1] }).round(0, 0, 0.039, 0.1, 1.3);
    },
  },
  {
    name: 'bottle',
    words: 'bottle|wine bottle|flask|beer bottle|poison|perfume|瓶|瓶子|酒瓶|flasche|bouteille|flacon|botella|frasco',
    radius: 0.17,
    middle: 0.12,
    build(b) {
      b.turn([0, 0, 0.036, 0, 0.037, 0.14, 0.03, 0.165, 0.013, 0.19, 0.013, 0.235, 0.016, 0.236, 0.016, 0.25, 0, 0.25], {
        tone: 0.35,
        tint: [0.6, 0.8, 0.6],
      });
      b.turn([0.0378, 0.04, 0.0378, 0.115], PAPER)
        .stroke([-0.018, 0.095, 0.0335, 0.018, 0.095, 0.0335], 1.4)
        .stroke([-0.022, 0.08, 0.032, 0.022, 0.08, 0.032], 0.7);
    },
  },
  {
    name: 'mug',
    words:
      'mug|cup|coffee|tea|teacup|coffee cup|paper cup|coffee mug|cocoa|茶|咖啡|茶杯|马克杯|杯|tasse|becher|kaffee|tee|café|thé|taza|té',
    radius: 0.1,
    middle: 0.05,
    build(b) {
      const glaze = { tone: 0.8, tint: [0.78, 0.9, 1] as [number, number, number] };
      b.turn([0, 0, 0.034, 0, 0.039, 0.01, 0.041, 0.095, 0.038, 0.097, 0.036, 0.085], glaze).disc(0, 0, 0.0365, 0.085, {
        tone: 0.24,
        tint: [1, 0.75, 0.55],
      });
      b.rod(
        [0.038, 0.08, 0.006, 0.062, 0.078, 0.01, 0.07, 0.052, 0.011, 0.06, 0.026, 0.01, 0.037, 0.022, 0.006],
        0.006,
        glaze,
        8,
      ).round(0, 0, 0.0405, 0.096, 0.9);
      for (const [x, k] of [
        [-0.012, 1],
        [0.012, -1],
      ])
        b.stroke([x, 0.105, 0, x + 0.008 * k, 0.118, 0, x - 0.004 * k, 0.132, 0, x + 0.007 * k, 0.146, 0, x, 0.16, 0], 0.8, 0.4);
    },
  },
  {
    name: 'plate',
    words:
      'plate|dish|meal|dinner|soup|bowl|breakfast|food|盘子|碗|饭|assiette|bol|repas|teller|schüssel|schale|suppe|plato|cuenco|sopa',
    radius: 0.2,
    middle: 0.01,
    build(b) {
      b.turn([0, 0, 0.06, 0, 0.085, 0.006, 0.13, 0.018, 0.13, 0.021, 0.085, 0.01, 0, 0.008], WHITE, { sides: 40 })
        .round(0, 0, 0.087, 0.012, 0.7)
        .round(0, 0, 0.12, 0.02, 0.5);
      b.ball(-0.025, 0.026, -0.015, 0.024, { tone: 0.6, tint: [1, 0.8, 0.5] }).ball(0.03, 0.022, -0.02, 0.02, {
        tone: 0.6,
        tint: [1, 0.8, 0.5],
      });
      for (let i = 0; i < 7; i++) b.ball(-0.01 + (i % 4) * 0.013, 0.014, 0.028 + Math.floor(i / 4) * 0.013, 0.007, GREEN);
      b.rod([-0.165, 0.004, 0.09, -0.165, 0.004, -0.03], 0.0045, METAL, 8);
      for (const x of [-0.009, -0.003, 0.003, 0.009])
        b.rod([-0.165 + x * 0.7, 0.004, -0.03, -0.165 + x, 0.004, -0.085], 0.0018, METAL, 6);
      b.rod([0.165, 0.004, 0.09, 0.165, 0.004, 0], 0.005, METAL, 8).plate(
        [0.158, 0, 0.172, 0, 0.174, -0.07, 0.166, -0.09, 0.158, -0.08],
        0.003,
        METAL,
      );
    },
  },
  {
    name: 'bread',
    words: 'bread|sandwich|loaf|crust|cake|pie|toast|cheese|面包|蛋糕|三明治|pain|gâteau|brot|kuchen|pan|pastel|bocadillo',
    radius: 0.16,
    middle: 0.03,
    build(b) {
      const crust = { tone: 0.6, tint: [1, 0.78, 0.5] as [number, number, number] };
      b.plate([-0.17, -0.1, 0.17, -0.1, 0.17, 0.1, -0.17, 0.1], 0.012, WOOD);
      b.rod(
        [-0.11, 0.05, -0.02, -0.1, 0.05, -0.02, -0.04, 0.055, -0.02, 0.03, 0.055, -0.02, 0.05, 0.055, -0.02],
        [0.03, 0.04, 0.045, 0.044, 0.044],
        crust,
        20,
      );
      for (const x of [-0.075, -0.04, -0.005]) b.stroke([x, 0.094, -0.045, x + 0.02, 0.101, -0.01, x + 0.025, 0.086, 0.012], 2.4);
      b.rod([0.05, 0.055, -0.02, 0.0502, 0.055, -0.02], 0.04, { tone: 0.93, tint: [1, 0.95, 0.82] }, 20);
      for (const [x, z, a] of [
        [0.085, 0.03, 0.4],
        [0.11, 0.0, 0.2],
      ]) {
        const slice = b.moved(x, 0.012, z, a);
        slice
          .plate(arc(0, 0, 0.038, 0.034), 0.012, crust)
          .flat(arc(0, 0, 0.033, 0.029), 0.0126, { tone: 0.94, tint: [1, 0.95, 0.82] });
      }
    },
  },
  {
    name: 'fruit',
    words: 'tomato|apple|fruit|orange|peach|egg|eggs|pear|lemon|西红柿|番茄|苹果|水果|tomate|pomme|apfel|obst|manzana|fruta',
    radius: 0.075,
    middle: 0.035,
    build(b) {
      b.turn([0, 0.002, 0.02, 0.001, 0.036, 0.014, 0.041, 0.034, 0.034, 0.055, 0.015, 0.063, 0, 0.059], RED, { sides: 32 });
      for (let i = 0; i < 5; i++)
        b.moved(0, 0.0635, 0, i * 1.257).face([0, 0.001, 0.004, 0.018, 0.004, 0.001, 0.028, -0.004, 0, 0.018, 0.004, -0.003], {
          ...GREEN,
          tone: 0.42,
        });
      b.rod([0, 0.06, 0, 0.002, 0.075, 0, 0.008, 0.086, 0.002], [0.0025, 0.002, 0.0028], { ...GREEN, tone: 0.4 });
      b.stroke([-0.027, 0.045, 0.024, -0.031, 0.034, 0.024, -0.03, 0.024, 0.023], 0.8, 0.4);
    },
  },
  {
    name: 'candle',
    words: 'candle|candlestick|蜡烛|kerze|bougie|chandelle|vela',
    radius: 0.14,
    middle: 0.1,
    build(b) {
      b.turn([0, 0, 0.06, 0, 0.065, 0.012, 0.02, 0.014], BRASS).turn([0.018, 0.012, 0.017, 0.13, 0, 0.132], PAPER);
      flame(b, 0, 0.135, 0, 1);
      b.shine(0, 0.17, 0.01);
    },
  },
  {
    name: 'match',
    words:
      'match|matches|matchbox|lighter|cigarette|cigarettes|cigar|火柴|打火机|香烟|allumette|allumettes|briquet|streichholz|streichhölzer|feuerzeug|zigarette|cerilla|fósforo|mechero|cigarrillo',
    radius: 0.05,
    middle: 0.012,
    build(b) {
      const box = b.moved(-0.018, 0, -0.008, 0.3).box(0, 0, 0, 0.056, 0.015, 0.037, { tone: 0.55, tint: [1, 0.55, 0.4] });
      box
        .slab(0.04, 0.022, 0.0154, PAPER)
        .box(0.012, 0.003, 0, 0.06, 0.009, 0.033, PAPER)
        .pen([-0.012, -0.004, 0.012, -0.004, -0.008, 0.004, 0.008, 0.004], 0.016, 1);
      for (const [x, z, a] of [
        [0.022, 0.026, 0.4],
        [-0.012, 0.033, -0.25],
        [0.034, 0.012, 0.9],
      ]) {
        const stick = b.moved(x, 0.002, z, a);
        stick
          .rod([-0.022, 0, 0, 0.02, 0, 0], 0.0014, { tone: 0.85, tint: [1, 0.9, 0.7] }, 6)
          .rod([0.018, 0, 0, 0.0235, 0, 0], 0.0023, RED, 8);
      }
    },
  },
  {
    name: 'lamp',
    words: 'lamp|desk lamp|table lamp|street lamp|porch lamp|台灯|灯|lampe|tischlampe|lámpara',
    radius: 0.24,
    middle: 0.2,
    build(b) {
      b.turn([0, 0, 0.085, 0, 0.085, 0.012, 0.03, 0.022, 0.012, 0.05, 0.024, 0.09, 0.022, 0.12, 0.01, 0.16, 0.008, 0.2], BRASS);
      b.turn([0.125, 0.19, 0.08, 0.35], { tone: 1, glow: 0.9, tint: [1, 0.92, 0.7] }).turn(
        [0.08, 0.35, 0.02, 0.352, 0.012, 0.37, 0, 0.372],
        BRASS,
      );
      b.round(0, 0, 0.125, 0.19, 1.3).round(0, 0, 0.08, 0.35, 1).stroke([0.045, 0.19, 0.07, 0.045, 0.13, 0.07], 0.7);
      b.shine(0, 0.25, 0.05, 0.8, 2);
    },
  },
  {
    name: 'lantern',
    words: 'lantern|oil lamp|hurricane lamp|storm lantern|油灯|灯笼|lanterne|laterne|öllampe|farol|linterna de aceite',
    radius: 0.2,
    middle: 0.15,
    build(b) {
      b.turn([0, 0, 0.08, 0, 0.085, 0.015, 0.075, 0.05, 0.04, 0.06, 0, 0.06], GREY, { sharp: true });
      b.turn([0.036, 0.06, 0.058, 0.11, 0.056, 0.15, 0.034, 0.19], { tone: 0.98, glow: 0.7, tint: [1, 0.9, 0.62], line: 0.8 });
      b.turn([0.04, 0.19, 0.05, 0.2, 0.045, 0.225, 0.018, 0.24, 0, 0.242], GREY, { sharp: true });
      for (const s of [1, -1])
        b.rod([s * 0.076, 0.03, 0, s * 0.088, 0.1, 0, s * 0.078, 0.2, 0, s * 0.04, 0.222, 0], 0.005, GREY, 8);
      b.rod(
        Array.from({ length: 13 }, (_, i) => [
          Math.cos((i / 12) * Math.PI) * 0.07,
          0.215 + Math.sin((i / 12) * Math.PI) * 0.09,
          0,
        ]).flat(),
        0.003,
        DARK,
        6,
      );
      flame(b, 0, 0.095, 0.06, 1);
      b.shine(0, 0.13, 0.08, 0.8, 2);
    },
  },
  {
    name: 'bulb',
    words: 'bulb|light bulb|lightbulb|filament|灯泡|ampoule|glühbirne|birne|bombilla',
    radius: 0.07,
    middle: 0.03,
    build(b) {
      const y = 0.034;
      b.rod(
        [-0.048, y, 0, -0.036, y, 0, -0.016, y, 0, 0.004, y, 0, 0.022, y, 0, 0.036, y, 0, 0.046, y, 0],
        [0.014, 0.016, 0.026, 0.034, 0.034, 0.024, 0.008],
        CLEAR,
        28,
      );
      b.rod([-0.082, y * 0.7, 0, -0.046, y * 0.92, 0], 0.0145, METAL, 20).rod(
        [-0.09, y * 0.66, 0, -0.08, y * 0.7, 0],
        0.007,
        DARK,
      );
      for (let i = 0; i < 4; i++)
        b.stroke(
          [
            -0.076 + i * 0.008,
            y * 0.7 - 0.004,
            0.0145,
            -0.074 + i * 0.008,
            y * 0.7 + 0.0125,
            0.008,
            -0.072 + i * 0.008,
            y * 0.7 + 0.0165,
            -0.002,
          ],
          1.1,
        );
      const glow = (points: number[], width: number): void =>
        b.scene.line(
          Array.from({ length: points.length / 3 }, (_, i) => b.at(points[i * 3], points[i * 3 + 1], points[i * 3 + 2])),
          width,
          { bias: 0.06 },
        );
      glow(
        [
          -0.04,
          y,
          0.004,
          -0.012,
          y + 0.005,
          0.004,
          0.012,
          y + 0.012,
          0.004,
          0.02,
          y + 0.006,
          0.004,
          0.012,
          y,
          0.004,
          0.021,
          y - 0.005,
          0.004,
          0.012,
          y - 0.01,
          0.004,
          -0.012,
          y - 0.005,
          0.004,
          -0.04,
          y,
          0.004,
        ],
        0.9,
      );
      b.stroke([0.026, y + 0.026, 0.012, 0.036, y + 0.016, 0.014], 0.9, 0.5);
    },
  },
  {
    name: 'torch',
    words: 'torch|flashlight|flash light|手电筒|手电|lampe torche|lampe de poche|taschenlampe|linterna',
    radius: 0.1,
    middle: 0.03,
    build(b) {
      const y = 0.028;
      b.rod([-0.12, y, 0, -0.115, y, 0, 0.05, y, 0], [0.016, 0.019, 0.019], DARK, 18).rod(
        [0.05, y, 0, 0.085, y, 0, 0.115, y, 0],
        [0.019, 0.028, 0.028],
        GREY,
        20,
      );
      b.rod([0.1155, y, 0, 0.116, y, 0], 0.025, { tone: 1, glow: 1, tint: [1, 0.95, 0.75] }, 20).box(
        -0.02,
        0.044,
        0,
        0.03,
        0.006,
        0.012,
        RED,
      );
      for (let i = 0; i < 6; i++)
        b.stroke([-0.1 + i * 0.01, y - 0.004, 0.019, -0.1 + i * 0.01, y + 0.014, 0.013, -0.1 + i * 0.01, y + 0.019, 0], 0.7);
      b.shine(0.16, 0.05, 0, 0.5, 0.7);
    },
  },
  {
    name: 'trophy',
    words: 'trophy|silver cup|prize|goblet|chalice|prize cup|奖杯|trophée|coupe|pokal|kelch|trofeo|cáliz',
    radius: 0.15,
    middle: 0.11,
    build(b) {
      b.box(0, 0, 0, 0.1, 0.035, 0.1, { ...WOOD, tone: 0.28 }).box(0, 0.01, 0.0505, 0.05, 0.016, 0.001, BRASS);
      b.turn(
        [
          0.035, 0.035, 0.03, 0.045, 0.01, 0.06, 0.01, 0.085, 0.03, 0.1, 0.05, 0.13, 0.056, 0.19, 0.06, 0.21, 0.055, 0.205, 0,
          0.17,
        ],
        METAL,
      );
      for (const s of [1, -1])
        b.rod(
          [s * 0.054, 0.18, 0, s * 0.08, 0.188, 0, s * 0.086, 0.16, 0, s * 0.066, 0.13, 0, s * 0.046, 0.125, 0],
          0.0055,
          METAL,
          8,
        );
      b.round(0, 0, 0.06, 0.21, 1.1)
        .stroke([-0.03, 0.17, 0.049, 0.03, 0.17, 0.049], 0.8)
        .stroke(arcAt(0.19, 0, 0, 0.0565, 0.0565, 0.02, 0.48), 0.6);
    },
  },
];

function flame(b: PropBench, x: number, y: number, z: number, k: number): void {
  b.face(
    [
      x,
      y,
      z,
      x + 0.009 * k,
      y + 0.015 * k,
      z,
      x + 0.004 * k,
      y + 0.03 * k,
      z,
      x,
      y + 0.043 * k,
      z,
      x - 0.006 * k,
      y + 0.028 * k,
      z,
      x - 0.009 * k,
      y + 0.015 * k,
      z,
    ],
    FLAME,
  );
}
