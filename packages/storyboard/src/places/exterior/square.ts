/** @file A town square on market day: fountain, stalls with awnings, café tables, arcaded houses and a clock tower. */
import { layPlain, LEVEL, scratch, seat, spot, talkingPair } from '../landscape/terrain.js';
import { putCrate, putLamp, putTerrace } from '../landscape/furniture.js';
import { Local } from '../landscape/local.js';
import { coverOf, isDark, litShare, STONE, TIMBER, WALL_TINTS } from '../landscape/materials.js';
import { hangAwning } from '../landscape/openings.js';
import { raiseRow } from '../landscape/rows.js';
import { drawBirds, POND } from '../landscape/water.js';
import type { Random } from '@filmai/core-tensor/random';
import type { PlaceGrammar } from '../place.js';
import { tongues } from './words.js';

/** Market square. */
export const square: PlaceGrammar = {
  name: 'square',
  words: tongues({
    en: 'square, market square, market, marketplace, plaza, piazza, town square, bazaar, fair, festival, fountain',
    fr: 'place, place du marché, marché, esplanade, foire, fontaine',
    de: 'platz, marktplatz, markt, jahrmarkt, brunnen',
    es: 'plaza, mercado, plaza mayor, feria, fuente',
    zh: '广场, 市场, 集市, 菜市场, 喷泉',
  }),
  interior: false,
  build(scene, random, request) {
    const cover = coverOf(request);
    const dark = isDark(request.time);
    const lit = litShare(request.time);
    layPlain(scene, 0, cover.paving, 250);
    raiseRow(scene, random, cover, new Local(scene, [0, 0, -24]), -34, 34, 'houses', lit);
    raiseRow(scene, random, cover, new Local(scene, [23, 0, 0], -Math.PI / 2), -22, 26, 'houses', lit);
    raiseRow(scene, random, cover, new Local(scene, [-23, 0, 0], Math.PI / 2), -26, 22, 'houses', lit);
    raiseRow(scene, random, cover, new Local(scene, [0, 0, 27], Math.PI), -34, 34, 'houses', lit);
    raiseClock(new Local(scene, [7, 0, -23]), dark);
    raiseFountain(new Local(scene, [-1.5, 0, -8]));
    for (const [x, z, yaw] of [
      [-9.5, -3, 0.9],
      [-10.5, 2.4, 1.4],
      [8.6, -8, -0.7],
      [10, -3, -1.1],
    ] as const)
      raiseStall(new Local(scene, [x, 0, z], yaw), random);
    for (const [x, z] of [
      [6.4, 2.6],
      [8.6, 4.6],
    ] as const)
      putTerrace(scene, [x, 0, z], 0.4, dark ? undefined : { tone: 0.85, tint: [1, 0.88, 0.72] });
    for (const [x, z] of [
      [-5.4, -4],
      [5.2, -3.4],
      [-6, 9],
      [6, 10],
    ] as const)
      putLamp(scene, [x, 0, z], dark);
    putCrate(scene, [-7.6, 0, -0.6], 0.55, 0.4);
    for (let k = 1; k < 12; k++) {
      const ring = Array.from({ length: 25 }, (_, i): [number, number, number] => [
        -1.5 + Math.cos((i / 24) * 6.2832) * k * 1.7,
        0.012,
        -8 + Math.sin((i / 24) * 6.2832) * k * 1.7,
      ]);
      scene.line(ring, 0.6, { alpha: 0.4, bias: 0.06 });
    }
    scratch(scene, random, 200, () => [random.range(-12, 12), 10 - random.next() ** 1.3 * 28], LEVEL, 0.24);
    drawBirds(scene, random, [-3, 9, -16], 9, 0.4);
    return {
      marks: [
        ...talkingPair(0.6, -0.9, 1.3),
        spot(-3, -4.8, 2.8),
        seat(-1.2, -5.2, 0, 0.5),
        seat(5.7, 2.3, 1.2, 0.45),
        spot(-7, 0.8, -1.1),
        spot(2, 6, Math.PI),
        spot(4, -12, 0),
      ],
      views: [
        { eye: [-3.4, 1.55, 6.2], target: [0.8, 2.9, -10], fov: 54 },
        { eye: [2.4, 1.7, -7.2], target: [-0.8, 2.4, 6], fov: 54 },
        { eye: [-8, 6.4, 8.4], target: [1, 0.6, -4], fov: 50 },
      ],
      centre: [0, 0, -3],
      radius: 22,
      interior: false,
      lamp: dark ? [5.2, 3.5, -3.4] : undefined,
      exit: [12, 0, -20],
    };
  },
};

/** A clock tower among the houses. */
function raiseClock(foot: Local, dark: boolean): void {
  foot.box(0, 0, 0, 5, 17, 5, { ...STONE, tone: 0.82 });
  foot.box(0, 17, 0, 5.6, 0.5, 5.6, STONE);
  foot.lathe(
    0,
    17.5,
    0,
    [
      [3.6, 0],
      [1.2, 3],
      [1.1, 5],
      [0.05, 8],
    ],
    { tone: 0.42, tint: [0.7, 0.86, 0.8] },
    8,
    true,
  );
  const face = foot.part(0, 0, 2.5);
  face.poly(
    Array.from({ length: 20 }, (_, i) => [Math.cos((i / 20) * 6.2832) * 1.2, 14.4 + Math.sin((i / 20) * 6.2832) * 1.2, 0.06]),
    dark ? { tone: 1, glow: 0.95, tint: [1, 0.95, 0.8] } : { tone: 0.98 },
  );
  face.line(
    [
      [0, 14.4, 0.1],
      [0.1, 15.3, 0.1],
    ],
    2.4,
  );
  face.line(
    [
      [0, 14.4, 0.1],
      [-0.6, 14.2, 0.1],
    ],
    2.4,
  );
  face.poly(
    [
      [-1.2, 0, 0.05],
      [1.2, 0, 0.05],
      [1.2, 3, 0.05],
      [0, 4.2, 0.05],
      [-1.2, 3, 0.05],
    ],
    { tone: 0.24 },
  );
  for (const y of [6, 9.5]) face.panel(0, y, 0.05, 0.8, 1.8, { tone: 0.28 });
}

/** Two basins, a column, falling water. */
function raiseFountain(basin: Local): void {
  basin.lathe(
    0,
    0,
    0,
    [
      [2.5, 0],
      [2.5, 0.5],
      [2.65, 0.52],
      [2.65, 0.62],
      [2.3, 0.62],
      [2.3, 0.4],
    ],
    STONE,
    20,
    true,
  );
  basin.lathe(
    0,
    0.45,
    0,
    [
      [2.3, 0],
      [0.01, 0],
    ],
    POND,
    20,
    true,
  );
  basin.lathe(
    0,
    0.3,
    0,
    [
      [0.45, 0],
      [0.3, 0.5],
      [0.24, 1.5],
      [1.1, 1.75],
      [1.15, 1.9],
      [0.3, 1.8],
      [0.2, 2.6],
      [0.34, 2.8],
      [0.02, 3.1],
    ],
    STONE,
    14,
  );
  for (let i = 0; i < 10; i++) {
    const a = (i / 10) * 6.2832;
    basin.line(
      [
        [Math.cos(a) * 1.1, 2.15, Math.sin(a) * 1.1],
        [Math.cos(a) * 1.5, 1.7, Math.sin(a) * 1.5],
        [Math.cos(a) * 1.65, 0.6, Math.sin(a) * 1.65],
      ],
      1.6,
      { color: '#fbf9f0', alpha: 0.8, bias: 0.3 },
    );
  }
}

/** A market stall that faces +z. */
function raiseStall(stall: Local, random: Random): void {
  const tint = random.pick(WALL_TINTS);
  for (const x of [-1.4, 1.4]) for (const z of [-0.8, 0.6]) stall.box(x, 0, z, 0.08, 2.3, 0.08, TIMBER);
  stall.box(0, 0.75, 0.2, 2.9, 0.08, 1.1, TIMBER);
  stall.panel(0, 0, 0.7, 2.8, 0.75, { tone: 0.7, tint });
  hangAwning(stall.part(0, 0, -0.8), 0, 2.75, 3.2, 1.9, { tone: 0.55, tint });
  for (let i = 0; i < 12; i++)
    stall.scene.blob(
      stall.p(-1.2 + (i % 6) * 0.48, 0.9, 0.1 + Math.floor(i / 6) * 0.35),
      [0.14, 0.1, 0.13],
      {
        tone: 0.62,
        tint: random.pick([
          [1, 0.6, 0.45],
          [1, 0.88, 0.5],
          [0.72, 0.9, 0.6],
        ]),
      },
      random,
      0.1,
      undefined,
      4,
    );
}
