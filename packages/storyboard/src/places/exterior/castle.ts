/** @file A castle or its ruin: gatehouse with drawbridge between round towers, curtain wall and keep, banners, moat. */
import { fbm } from '../../world/vector.js';
import { Local } from '../landscape/local.js';
import { coverOf, isDark, LAMPLIGHT, type Paint, STONE, TIMBER } from '../landscape/materials.js';
import { drawGrass, plantBush } from '../landscape/plants.js';
import { scatterStones } from '../landscape/rocks.js';
import { layGround, layPlain, layRidge, layStrip, scratch, seat, spot, talkingPair } from '../landscape/terrain.js';
import { plantBelt, plantBroadleaf } from '../landscape/trees.js';
import { drawBirds, drawWaves, POND } from '../landscape/water.js';
import type { Random } from '@filmai/core-tensor/random';
import type { V3 } from '../../world/vector.js';
import type { PlaceGrammar } from '../place.js';
import { tongues } from './words.js';

/** Castle gate; broken where the words speak of ruins. */
export const castle: PlaceGrammar = {
  name: 'castle',
  words: tongues({
    en: 'castle, fortress, ruins, ruin, palace, citadel, castle gate, courtyard of a castle, keep, medieval town',
    fr: 'château, forteresse, ruines, palais, citadelle, château fort',
    de: 'burg, schloss, festung, ruine, ruinen, palast, burgtor',
    es: 'castillo, fortaleza, ruinas, palacio, ciudadela, alcázar',
    zh: '城堡, 堡垒, 废墟, 宫殿, 古堡, 遗迹',
  }),
  interior: false,
  build(scene, random, request) {
    const cover = coverOf(request);
    const dark = isDark(request.time);
    const ruin = /ruin|ruine|废墟|遗迹/.test(request.words);
    const seed = random.range(0, 20);
    const ground = (x: number, z: number): number => {
      const moat = z < -6.2 && z > -11.4 && Math.abs(x) > 2.3 ? -1.5 * Math.min(1, Math.min(-6.2 - z, z + 11.4) * 0.9) : 0;
      return moat + (z > -6 ? 0.4 * (fbm(x * 0.14 + seed, z * 0.14) - 0.45) * Math.min(1, Math.abs(x) / 3) : 0);
    };
    layPlain(scene, -0.6, cover.grass, 700);
    layGround(scene, { x0: -44, x1: 44, z0: -40, z1: 34 }, 1.1, ground, cover.grass);
    scene.ground(-44, 44, -11.2, -6.4, 10, 2, () => -0.7, POND);
    drawWaves(scene, random, { x0: -18, x1: 18, z0: -10.6, z1: -7 }, -0.7, 70, [0, 2, 6]);
    layRidge(scene, random, { far: 260, height: 56, paint: cover.far });
    layStrip(
      scene,
      [
        [0.6, 34],
        [-0.8, 18],
        [0.3, 6],
        [0, -2],
        [0, -6.4],
      ],
      1.5,
      ground,
      cover.path,
    );
    const stone: Paint = { ...STONE, tone: 0.78 };
    const wall = (x0: number, x1: number, h: number): void => {
      const w = x1 - x0;
      scene.box([(x0 + x1) / 2, -0.8, -13], w, h + 0.8, 1.6, stone);
      for (let x = x0 + 0.6; x < x1 - 0.3; x += 1.5)
        if (!ruin || random.chance(0.5)) scene.box([x, h, -12.4], 0.85, 0.9, 0.4, stone);
      for (let i = 0; i < w * h * 0.5; i++) {
        const [x, y] = [random.range(x0, x1 - 0.6), random.range(0, h)];
        scene.line(
          [
            [x, y, -12.18],
            [x + random.range(0.3, 0.7), y, -12.18],
          ],
          0.6,
          { alpha: 0.55 },
        );
      }
    };
    wall(-24, -5, ruin ? 4.5 : 6.5);
    wall(5, 24, 6.5);
    for (const [x, r, h, broken] of [
      [-4, 2.3, 11, ruin],
      [4, 2.3, 11, false],
      [-24, 2.8, 10, false],
      [24, 2.8, 9, ruin],
    ] as const)
      raiseTurret(new Local(scene, [x, -0.8, -12.6]), random, r, broken ? h * 0.55 : h, stone, cover.slate, broken, dark);
    raiseGate(new Local(scene, [0, 0, -12]), stone, dark, ruin);
    const keep = new Local(scene, [6, 0, -26]);
    if (!ruin) {
      keep.box(0, 0, 0, 12, 16, 10, stone);
      for (let x = -5.6; x < 6; x += 1.6) keep.box(x, 16, 4.8, 0.9, 1, 0.5, stone);
      for (const [x, y] of [
        [-3, 6],
        [3, 6],
        [-3, 11],
        [0, 11],
        [3, 11],
      ])
        keep.panel(x, y, 5.05, 0.8, 1.8, dark ? { ...LAMPLIGHT, glow: 0.9 } : { tone: 0.22 });
      raiseTurret(new Local(scene, [-1, 0, -27]), random, 2.4, 22, stone, cover.slate, false, dark);
    } else
      keep.prism(
        [
          [-5, 0],
          [-5, 12],
          [-3, 13.5],
          [-1, 9],
          [2, 10],
          [4, 5],
          [5, 0],
        ],
        5,
        stone,
      );
    scatterStones(
      scene,
      random,
      ruin ? 60 : 16,
      () => [random.range(-9, 9), 6 - random.next() * 12],
      ground,
      ruin ? 0.8 : 0.4,
      stone,
    );
    if (ruin)
      for (const [x, z, s] of [
        [3.4, -2.4, 1.1],
        [-3.8, -3.6, 1.3],
        [5, 1.2, 0.9],
      ])
        scene.box([x, ground(x, z) - 0.1, z], s * 1.4, s * 0.7, s, stone, s * 2);
    plantBroadleaf(scene, random, [-8, ground(-8, 0), 0], 9, cover, 'near');
    plantBelt(
      scene,
      random,
      Array.from({ length: 12 }, (_, i): V3 => [(i % 2 ? 1 : -1) * random.range(20, 42), -0.3, 6 - i * 3]),
      9,
      cover,
    );
    for (let i = 0; i < 6; i++) plantBush(scene, random, [(i % 2 ? 1 : -1) * random.range(3, 8), 0, -5.4], 1, cover);
    plantBelt(
      scene,
      random,
      Array.from({ length: 14 }, (_, i): V3 => [-42 + i * 6, -0.4, 28 + random.range(0, 6)]),
      10,
      cover,
    );
    if (!cover.snow)
      drawGrass(
        scene,
        random,
        280,
        () => [(random.chance(0.5) ? 1 : -1) * random.range(1.8, 10), 8 - random.next() * 14],
        ground,
        0.3,
      );
    scratch(
      scene,
      random,
      70,
      () => [random.range(-1.3, 1.3), 8 - random.next() * 14],
      (x, z) => ground(x, z) + 0.05,
      0.3,
    );
    drawBirds(scene, random, [-4, 17, -18], 7);
    return {
      marks: [
        ...talkingPair(0.1, -1.2, 1.3, ground),
        spot(0.2, -8, 0, () => 0.12),
        spot(-2.8, -4.4, 0.8, ground),
        seat(3.4, -1.8, -0.6, 0.5, ground),
        spot(0.4, 5, Math.PI, ground),
        spot(-3.6, 2, 2, ground),
      ],
      views: [
        { eye: [-3.6, 1.35, 7.4], target: [1.2, 4.6, -10], fov: 54 },
        { eye: [0.9, 1.8, -9.4], target: [-0.6, 1.4, 4], fov: 52 },
        { eye: [6.4, 1.5, 3], target: [-3.6, 3.2, -8], fov: 52 },
      ],
      centre: [0, 0, -5],
      radius: 20,
      interior: false,
      lamp: dark ? [1.9, 2.4, -10.6] : undefined,
      exit: [0, 0.1, -12],
    };
  },
};

/** Round tower with battlements or a cone, or a broken crown. */
function raiseTurret(
  tower: Local,
  random: Random,
  r: number,
  h: number,
  stone: Paint,
  roof: Paint,
  broken: boolean,
  dark: boolean,
): void {
  if (broken)
    tower.lathe(
      0,
      0,
      0,
      [
        [r * 1.1, 0],
        [r, h],
        [r * 0.75, h],
        [r * 0.75, h * 0.5],
      ],
      stone,
      18,
      true,
    );
  else {
    tower.lathe(
      0,
      0,
      0,
      [
        [r * 1.1, 0],
        [r, 1.5],
        [r, h - 1.6],
        [r * 1.16, h - 1.1],
        [r * 1.16, h],
      ],
      stone,
      20,
      true,
    );
    tower.lathe(
      0,
      h,
      0,
      [
        [r * 1.24, 0],
        [0.05, r * 2.3],
      ],
      roof,
      16,
      true,
    );
    tower.line(
      [
        [0, h + r * 2.3, 0],
        [0, h + r * 2.3 + 1.6, 0],
      ],
      2,
      { px: true },
    );
    tower.poly(
      [
        [0, h + r * 2.3 + 1.5, 0],
        [1.3, h + r * 2.3 + 1.2, 0.1],
        [0, h + r * 2.3 + 0.8, 0],
      ],
      { tone: 0.6, tint: [1, 0.4, 0.36] },
    );
  }
  for (const [a, y] of [
    [1.57, 0.45],
    [1.2, 0.7],
    [2, 0.62],
  ]) {
    const [x, z] = [Math.cos(a) * (r + 0.03), Math.sin(a) * (r + 0.03)];
    tower
      .part(x, h * y, z, Math.PI / 2 - a)
      .panel(0, 0, 0.02, 0.26, 1.1, dark && random.chance(0.5) ? LAMPLIGHT : { tone: 0.18 });
  }
  for (let i = 0; i < 46; i++) {
    const [a, y] = [random.range(0.1, 3), random.range(0.5, h - 1.8)];
    tower.line(
      [
        [Math.cos(a) * (r + 0.02), y, Math.sin(a) * (r + 0.02)],
        [Math.cos(a + 0.22) * (r + 0.02), y, Math.sin(a + 0.22) * (r + 0.02)],
      ],
      0.6,
      { alpha: 0.55, bias: 0.1 },
    );
  }
}

/** Gate arch with portcullis, drawbridge and torches. */
function raiseGate(gate: Local, stone: Paint, dark: boolean, ruin: boolean): void {
  gate.box(0, 4.2, -0.6, 5.4, ruin ? 1.6 : 4.6, 2.4, stone);
  for (const s of [-1, 1]) gate.box(s * 2, 0, -0.6, 1.2, 4.2, 2.4, stone);
  if (!ruin) for (let x = -2.2; x < 2.5; x += 1.4) gate.box(x, 8.8, 0.4, 0.8, 0.9, 0.4, stone);
  gate.poly(
    [
      [-1.4, 0, -0.9],
      [1.4, 0, -0.9],
      [1.4, 4.2, -0.9],
      [-1.4, 4.2, -0.9],
    ],
    { tone: 0.12 },
  );
  for (let x = -1.2; x < 1.4; x += 0.4)
    gate.tube(
      [
        [x, 1.9, 0.3],
        [x, 4.2, 0.3],
      ],
      0.05,
      { tone: 0.24 },
      4,
    );
  for (const y of [2.3, 3, 3.7])
    gate.tube(
      [
        [-1.4, y, 0.3],
        [1.4, y, 0.3],
      ],
      0.05,
      { tone: 0.24 },
      4,
    );
  gate.box(0, -0.06, 3.1, 2.8, 0.16, 5.6, TIMBER);
  for (let z = 0.6; z < 5.8; z += 0.4)
    gate.line(
      [
        [-1.4, 0.11, z],
        [1.4, 0.11, z],
      ],
      0.7,
      { alpha: 0.7 },
    );
  for (const s of [-1, 1]) {
    gate.line(
      [
        [s * 1.35, 0.1, 5.7],
        [s * 1.6, 5, 0.7],
      ],
      2.2,
    );
    gate.lathe(
      s * 1.9,
      1.9,
      0.85,
      [
        [0.04, 0],
        [0.09, 0.4],
      ],
      TIMBER,
      6,
    );
    gate.lathe(
      s * 1.9,
      2.3,
      0.85,
      [
        [0.1, 0],
        [0.13, 0.12],
        [0.01, 0.5],
      ],
      dark ? { tone: 1, glow: 1, tint: [1, 0.75, 0.4] } : { tone: 0.3 },
      6,
    );
    if (dark) gate.scene.lights.push({ p: gate.p(s * 1.9, 2.5, 1.4), power: 1, range: 8, warm: true });
  }
  if (!ruin)
    gate.poly(
      [
        [-0.6, 8, 0.65],
        [0.6, 8, 0.65],
        [0.6, 5.8, 0.65],
        [0, 5.2, 0.65],
        [-0.6, 5.8, 0.65],
      ],
      { tone: 0.6, tint: [1, 0.42, 0.38] },
    );
}
