/** @file What grows, flies, burns and is played with, and the parcel that stands for what nobody knows. */
import { arcAt, BLUE, DARK, FLAME, GREEN, GREY, METAL, type PropBench, type PropKind, RED, WHITE, WOOD } from './prop-bench.js';

const FUR = { tone: 0.6, tint: [1, 0.82, 0.58] as [number, number, number] };
const CARDBOARD = { tone: 0.66, tint: [1, 0.84, 0.6] as [number, number, number] };

/** Flowers, toys, animals, fire. */
export const PLAY_PROPS: readonly PropKind[] = [
  {
    name: 'box',
    words:
      'box|parcel|package|crate|carton|chest|treasure chest|gift|present|盒子|包裹|礼物|纸箱|boîte|colis|paquet|cadeau|caisse|kiste|paket|schachtel|karton|geschenk|caja|paquete|regalo',
    radius: 0.2,
    middle: 0.08,
    build: parcel,
  },
  {
    name: 'flower',
    words:
      'flower|flowers|rose|roses|bouquet|tulip|leaf|plant|花|玫瑰|花束|fleur|fleurs|feuille|blume|blumen|strauß|blatt der|flor|flores|rosa|ramo',
    radius: 0.14,
    middle: 0.015,
    build(b) {
      const leaf = { ...GREEN, tone: 0.42 };
      b.rod([-0.17, 0.005, 0.04, -0.05, 0.008, 0.012, 0.08, 0.02, -0.012], 0.0042, leaf, 8);
      for (const [x, z, a] of [
        [-0.05, 0.012, 0.7],
        [-0.01, 0.006, -0.8],
      ]) {
        const on = b.moved(x, 0.006, z, a);
        on.plate([0, 0, 0.03, -0.02, 0.065, -0.015, 0.085, 0, 0.065, 0.012, 0.03, 0.014], 0.003, leaf).pen(
          [0, 0, 0.08, 0],
          0.004,
          0.7,
        );
      }
      const rose = (r: number, y: number, turns: number, tone: number): void => {
        for (let i = 0; i < turns; i++) {
          const on = b.moved(0.105, y, -0.016, (i / turns) * 2 * Math.PI + r * 40);
          on.face(
            [...arcAt(0, r * 0.45, 0, r * 0.62, r * 0.7, 1, 0, 12)].map((v, k) => (k % 3 === 1 ? v + 0.006 * Math.sin(k) : v)),
            { ...RED, tone },
          );
        }
      };
      rose(0.036, 0.012, 5, 0.44);
      rose(0.026, 0.02, 4, 0.52);
      rose(0.016, 0.027, 3, 0.6);
      b.stroke(
        Array.from({ length: 22 }, (_, i) => [
          0.105 + Math.cos(i * 0.6) * (0.001 + i * 0.0006),
          0.036,
          -0.016 + Math.sin(i * 0.6) * (0.001 + i * 0.0006),
        ]).flat(),
        1,
      );
    },
  },
  {
    name: 'toy',
    words:
      'toy|teddy|teddy bear|doll|stuffed animal|bear|玩具|娃娃|泰迪熊|jouet|poupée|peluche|ours|spielzeug|puppe|teddybär|juguete|muñeca|osito',
    radius: 0.16,
    middle: 0.12,
    build(b) {
      b.ball(0, 0.075, 0, 0.062, FUR)
        .ball(0, 0.168, 0.008, 0.052, FUR)
        .ball(0, 0.155, 0.052, 0.02, { ...FUR, tone: 0.82 })
        .ball(0, 0.162, 0.07, 0.0075, DARK);
      for (const s of [1, -1]) {
        b.ball(s * 0.041, 0.212, 0.002, 0.019, FUR)
          .ball(s * 0.041, 0.212, 0.014, 0.01, { ...FUR, tone: 0.8 })
          .ball(s * 0.018, 0.18, 0.055, 0.006, DARK);
        b.rod([s * 0.05, 0.11, 0.01, s * 0.085, 0.085, 0.03, s * 0.09, 0.06, 0.045], [0.02, 0.022, 0.021], FUR, 14).rod(
          [s * 0.035, 0.03, 0.03, s * 0.055, 0.027, 0.085],
          [0.028, 0.027],
          FUR,
          14,
        );
        b.rod([s * 0.057, 0.027, 0.104, s * 0.057, 0.027, 0.106], 0.017, { ...FUR, tone: 0.82 }, 16);
      }
      b.stroke([-0.012, 0.145, 0.068, -0.005, 0.141, 0.072, 0, 0.147, 0.073, 0.005, 0.141, 0.072, 0.012, 0.145, 0.068], 1);
      b.face([0, 0.122, 0.062, 0.03, 0.136, 0.064, 0.03, 0.108, 0.064], RED).face(
        [0, 0.122, 0.062, -0.03, 0.108, 0.064, -0.03, 0.136, 0.064],
        RED,
      );
    },
  },
  {
    name: 'ball',
    words: 'ball|football|soccer ball|basketball|baseball|tennis ball|球|足球|ballon|balle|fußball|pelota|balón|globe',
    radius: 0.16,
    middle: 0.11,
    build(b) {
      const r = 0.11;
      b.ball(0, r, 0, r, WHITE);
      const on = (a: number, e: number): number[] => [
        Math.sin(a) * Math.cos(e) * r * 1.004,
        r + Math.sin(e) * r * 1.004,
        Math.cos(a) * Math.cos(e) * r * 1.004,
      ];
      for (const [a, e] of [
        [0.1, 0.35],
        [-0.95, 0.25],
        [1.15, 0.2],
        [0.5, -0.55],
        [-0.5, -0.5],
        [0.3, 1.25],
        [-1.3, -0.6],
      ]) {
        const spot = Array.from({ length: 5 }, (_, i) =>
          on(a + (Math.cos(i * 1.2566 + 1.57) * 0.27) / Math.max(0.4, Math.cos(e)), e + Math.sin(i * 1.2566 + 1.57) * 0.27),
        );
        b.scene.line(
          spot.map(([x, y, z]) => b.at(x, y, z)),
          1,
          { fill: 'rgba(24,24,30,0.92)', closed: true, bias: 0.01 },
        );
        for (const [i, p] of spot.entries())
          b.stroke(
            [
              ...p,
              ...on(
                a + (Math.cos(i * 1.2566 + 1.57) * 0.45) / Math.max(0.4, Math.cos(e)),
                e + Math.sin(i * 1.2566 + 1.57) * 0.45,
              ),
            ],
            1,
          );
      }
    },
  },
  {
    name: 'cage',
    words: 'cage|hamster cage|birdcage|bird cage|笼子|鸟笼|käfig|jaula|cage à oiseaux',
    radius: 0.24,
    middle: 0.15,
    build(b) {
      b.box(0, 0, 0, 0.4, 0.05, 0.26, BLUE)
        .slab(0.36, 0.22, 0.051, { tone: 0.8, tint: [1, 0.88, 0.6] })
        .box(0, 0.27, 0, 0.4, 0.01, 0.26, BLUE);
      for (let i = 0; i <= 16; i++)
        for (const z of [0.125, -0.125]) b.rod([-0.192 + i * 0.024, 0.05, z, -0.192 + i * 0.024, 0.27, z], 0.0022, METAL, 6);
      for (let i = 1; i < 10; i++)
        for (const x of [-0.192, 0.192]) b.rod([x, 0.05, -0.125 + i * 0.025, x, 0.27, -0.125 + i * 0.025], 0.0022, METAL, 6);
      b.rod(
        Array.from({ length: 21 }, (_, i) => [
          0.07 + Math.cos((i / 10) * Math.PI) * 0.07,
          0.14 + Math.sin((i / 10) * Math.PI) * 0.07,
          0,
        ]).flat(),
        0.006,
        RED,
        8,
      );
      for (let i = 0; i < 4; i++)
        b.stroke(
          [
            0.07 - Math.cos(i * 0.785) * 0.065,
            0.14 - Math.sin(i * 0.785) * 0.065,
            0,
            0.07 + Math.cos(i * 0.785) * 0.065,
            0.14 + Math.sin(i * 0.785) * 0.065,
            0,
          ],
          0.8,
        );
      b.rod([-0.05, 0.28, 0, -0.045, 0.31, 0, 0.045, 0.31, 0, 0.05, 0.28, 0], 0.006, METAL, 8).turn(
        [0.03, 0.05, 0.034, 0.075, 0.03, 0.07],
        WHITE,
        { x: -0.11, z: 0.05 },
      );
    },
  },
  {
    name: 'gull',
    words:
      'gull|seagull|bird|pigeon|dove|crow|raven|vulture|鸟|海鸥|鸽子|乌鸦|mouette|oiseau|corbeau|vogel|möwe|rabe|taube|gaviota|pájaro|cuervo|paloma',
    radius: 0.25,
    middle: 0.17,
    build(b) {
      for (const s of [0.02, -0.02]) {
        b.rod([0, 0.11, s, 0.006, 0.05, s, 0.004, 0.006, s], 0.005, { tone: 0.7, tint: [1, 0.75, 0.4] }, 8);
        b.plate([-0.012, s, 0.04, s - 0.016, 0.045, s, 0.04, s + 0.016], 0.004, { tone: 0.7, tint: [1, 0.75, 0.4] });
      }
      b.rod(
        [-0.16, 0.15, 0, -0.1, 0.155, 0, -0.02, 0.155, 0, 0.05, 0.175, 0, 0.095, 0.225, 0, 0.105, 0.26, 0],
        [0.018, 0.045, 0.066, 0.06, 0.036, 0.032],
        WHITE,
        22,
      );
      b.ball(0.11, 0.275, 0, 0.04, WHITE).rod(
        [0.135, 0.275, 0, 0.175, 0.27, 0, 0.195, 0.258, 0],
        [0.016, 0.011, 0.003],
        { tone: 0.75, tint: [1, 0.82, 0.35] },
        12,
      );
      for (const s of [1, -1]) {
        b.rod(
          [0.05, 0.18, s * 0.05, -0.03, 0.18, s * 0.062, -0.12, 0.165, s * 0.045, -0.21, 0.15, s * 0.02],
          [0.03, 0.04, 0.026, 0.006],
          GREY,
          14,
        );
        b.ball(0.128, 0.287, s * 0.031, 0.0075, DARK).stroke(
          [0.03, 0.16, s * 0.094, -0.06, 0.16, s * 0.098, -0.15, 0.152, s * 0.05],
          1,
        );
      }
      b.rod([-0.17, 0.155, 0, -0.245, 0.15, 0], [0.016, 0.022], DARK, 10).stroke([0.14, 0.272, 0.017, 0.18, 0.264, 0.012], 0.8);
    },
  },
  {
    name: 'fire',
    words: 'fire|flame|flames|bonfire|campfire|火|火焰|feu|flamme|feuer|fuego|llama',
    radius: 0.3,
    middle: 0.18,
    build(b) {
      for (let i = 0; i < 5; i++)
        b.moved(0, 0, 0, i * 1.257).rod([-0.03, 0.1, 0, 0.24, 0.025, 0.02], [0.024, 0.028], { ...WOOD, tone: 0.24 }, 10);
      const tongue = (x: number, z: number, h: number, w: number, paint: typeof FLAME): PropBench =>
        b.face(
          [
            x - w * 0.4,
            0.04,
            z,
            x + w * 0.4,
            0.04,
            z,
            x + w,
            0.04 + h * 0.3,
            z,
            x + w * 0.5,
            0.04 + h * 0.62,
            z,
            x + w * 0.1,
            0.04 + h,
            z,
            x - w * 0.5,
            0.04 + h * 0.6,
            z,
            x - w,
            0.04 + h * 0.28,
            z,
          ],
          paint,
        );
      const outer = { ...FLAME, tint: [1, 0.7, 0.32] as [number, number, number], tone: 0.85 };
      for (const [x, h, w] of [
        [-0.08, 0.24, 0.07],
        [0.09, 0.26, 0.07],
        [0, 0.38, 0.1],
      ])
        tongue(x, 0.03, h, w, outer);
      for (const [x, h, w] of [
        [-0.05, 0.15, 0.04],
        [0.055, 0.16, 0.04],
        [0, 0.24, 0.055],
      ])
        tongue(x, 0.04, h, w, FLAME);
      b.shine(0, 0.2, 0.15, 1, 2.5);
    },
  },
];

/** A cardboard parcel tied with string: a box, and what stands for a thing that nobody knows. */
export function parcel(b: PropBench): void {
  b.box(0, 0, 0, 0.28, 0.15, 0.2, CARDBOARD);
  for (const line of [
    [-0.141, 0.07, 0.101, 0.141, 0.07, 0.101],
    [0, 0.001, 0.102, 0, 0.151, 0.102],
    [0, 0.152, 0.1, 0, 0.152, -0.1],
    [-0.14, 0.152, 0, 0.14, 0.152, 0],
  ])
    b.stroke(line, 1.6);
}
