/** @file Another world: craters and dust under a black sky (a moon), or red plains under thin air (a planet); a lander. */
import { fbm, type V3 } from '../../world/vector.js';
import { Local } from '../landscape/local.js';
import { LAMPLIGHT, type Paint, STEEL } from '../landscape/materials.js';
import { putBoulder, scatterStones } from '../landscape/rocks.js';
import { layGround, layHorizon, layPlain, levelled, scratch, seat, spot, talkingPair } from '../landscape/terrain.js';
import { putSolarWing } from '../landscape/spacecraft.js';
import { hangPlanet, hangStars, lightSun } from '../landscape/vacuum.js';
import { raiseMesa } from './desert-road.js';
import type { PlaceGrammar } from '../place.js';
import { tongues } from './words.js';

const FOIL: Paint = { tone: 0.78, tint: [1, 0.84, 0.5] };

/** Surface of a moon or planet. */
export const planet: PlaceGrammar = {
  name: 'planet-surface',
  words: tongues({
    en: 'planet surface, planet, moon surface, moon, mars, alien planet, lunar surface, crater field, alien world, landing site',
    fr: 'surface de la lune, lune, planète, mars, planète inconnue',
    de: 'mondoberfläche, mond, planet, mars, fremder planet',
    es: 'superficie lunar, luna, planeta, marte, planeta extraño',
    zh: '月球, 月球表面, 行星, 火星, 外星, 星球',
  }),
  interior: false,
  build(scene, random, { words, time }) {
    const airless =
      /moon|lune|mond|luna|lunar|月|asteroid/.test(words) ||
      (!/mars|marte|火星|planet|planète|planeta|星球/.test(words) && random.chance(0.5));
    const dust: Paint = airless
      ? { tone: 0.8, tint: [0.96, 0.96, 1], crease: 0.5 }
      : { tone: 0.78, tint: [1, 0.76, 0.6], crease: 0.5 };
    const rock: Paint = { ...dust, tone: 0.62, crease: undefined };
    const seed = random.range(0, 40);
    const craters = Array.from({ length: 22 }, () => ({
      x: random.range(-44, 44),
      z: random.range(-58, 20),
      r: random.range(1.4, 6),
    })).filter((c) => Math.hypot(c.x, c.z + 1) > c.r * 1.7 + 3.4);
    const ground = levelled(
      (x, z) => {
        let y = 1.3 * (fbm(x * 0.06 + seed, z * 0.06) - 0.45);
        for (const c of craters) {
          const d = Math.hypot(x - c.x, z - c.z) / c.r;
          if (d < 1.7) y += c.r * (d < 1 ? -0.26 * (1 - d * d) + 0.1 * d : (0.1 * (1.7 - d)) / 0.7);
        }
        return y;
      },
      0,
      -1,
      3.4,
    );
    layPlain(scene, -2.6, dust, airless ? 74 : 700);
    layGround(scene, { x0: -52, x1: 52, z0: -60, z1: 30 }, 1, ground, dust);
    if (airless) {
      hangStars(scene, random);
      hangPlanet(scene, random, [0.45, 0.5, -1], 64, 8, [0.66, 0.84, 1], 0.9);
      lightSun(scene, [-0.8, 0.55, 0.35], 1.2);
      for (let i = 0; i < 9; i++) {
        const a = -0.2 - (i / 8) * 2.74;
        scene.blob(
          [Math.cos(a) * 58, -2, Math.sin(a) * 58],
          [12, random.range(5, 11), 8],
          { ...rock, tone: 0.72 },
          random,
          0.26,
          undefined,
          8,
        );
      }
    } else {
      layHorizon(scene, random, 300, 34, { ...dust, tone: 0.7 });
      raiseMesa(scene, random, -60, -150, 44, 26, rock);
      raiseMesa(scene, random, 64, -190, 60, 36, { ...rock, tone: 0.72 });
      for (const [d, r] of [
        [[-0.5, 0.5, -1], 9],
        [[0.7, 0.62, -1], 4],
      ] as [V3, number][])
        scene.blob(
          [d[0] * 300, d[1] * 300, d[2] * 300],
          [r * 3, r * 3, r * 3],
          { tone: 0.9, tint: [1, 0.9, 0.82], line: 0.7 },
          random,
          0,
          undefined,
          14,
        );
    }
    raiseLander(new Local(scene, [4.6, ground(4.6, -8), -8], -0.5), time !== 'day' || airless);
    driveRover(new Local(scene, [-4.6, ground(-4.6, -4.4), -4.4], 0.9));
    const flag: V3 = [2.5, ground(2.5, -3), -3];
    scene.tube([flag, [flag[0], flag[1] + 2.2, flag[2]]], [0.025, 0.025], STEEL, 5);
    scene.poly(
      [
        [flag[0], flag[1] + 2.2, flag[2]],
        [flag[0] + 1.1, flag[1] + 2.15, flag[2] + 0.1],
        [flag[0] + 1.1, flag[1] + 1.5, flag[2] + 0.1],
        [flag[0], flag[1] + 1.5, flag[2]],
      ],
      scene.surf({ tone: 0.75, tint: [1, 0.55, 0.48] }),
    );
    putBoulder(scene, random, [-2.9, ground(-2.9, 0.6), 0.6], 1, rock);
    scatterStones(scene, random, 80, () => [random.range(-12, 12), 8 - random.next() * 30], ground, 0.34, rock);
    for (let i = 0; i < 34; i++) {
      const [x, z] = [0.5 + i * 0.07 + (i % 2) * 0.24, -2.6 - i * 0.16];
      scene.line(
        [
          [x, ground(x, z) + 0.02, z],
          [x + 0.05, ground(x, z) + 0.02, z - 0.2],
        ],
        3.2,
        { alpha: 0.55, bias: 0.12 },
      );
    }
    scratch(scene, random, 110, () => [random.range(-12, 12), 8 - random.next() ** 1.2 * 34], ground, 0.4);
    return {
      marks: [
        ...talkingPair(0, -1.2, 1.2, ground),
        spot(3.4, -4.6, -0.4, ground),
        spot(-2.8, -3, 1.4, ground),
        seat(-2.5, 1.1, 0.6, 0.4, ground),
        spot(0.6, 5, Math.PI, ground),
        spot(0.4, -10, 0, ground),
      ],
      views: [
        { eye: [-2.6, ground(-2.6, 5.8) + 1.3, 5.8], target: [1, 2.4, -9], fov: 54 },
        { eye: [1.2, ground(1.2, -7.4) + 1.7, -7.4], target: [-1, 1.3, 4], fov: 52 },
        { eye: [6.4, ground(6.4, 1.4) + 1.6, 1.8], target: [-3.6, 1.2, -4], fov: 50 },
      ],
      centre: [0, 0, -4],
      radius: 18,
      interior: false,
      lamp: [4.2, 3, -6.4],
      exit: [4.2, ground(4.2, -6), -6],
    };
  },
};

/** Descent stage in foil on four legs, crew cabin, ladder, dish. */
function raiseLander(lander: Local, lit: boolean): void {
  lander.lathe(
    0,
    1.5,
    0,
    [
      [1.6, 0],
      [2.1, 0.2],
      [2.1, 1.5],
      [1.7, 1.7],
    ],
    FOIL,
    8,
    true,
  );
  lander.lathe(
    0,
    3.2,
    0,
    [
      [1.3, 0],
      [1.6, 0.5],
      [1.5, 1.5],
      [0.9, 2.1],
      [0.4, 2.3],
    ],
    { tone: 0.86 },
    10,
    true,
  );
  lander.lathe(
    0,
    0.7,
    0,
    [
      [0.9, 0],
      [0.5, 0.8],
    ],
    { tone: 0.35 },
    10,
    true,
  );
  for (let i = 0; i < 4; i++) {
    const a = (i / 4) * 6.2832 + 0.785;
    const foot: V3 = [Math.cos(a) * 3.5, 0.1, Math.sin(a) * 3.5];
    lander.tube([[Math.cos(a) * 1.9, 2.8, Math.sin(a) * 1.9], foot], 0.11, STEEL, 6);
    for (const s of [-0.25, 0.25])
      lander.tube(
        [
          [Math.cos(a + s) * 1.9, 1.6, Math.sin(a + s) * 1.9],
          [foot[0] * 0.9, 0.55, foot[2] * 0.9],
        ],
        0.06,
        STEEL,
        5,
      );
    lander.lathe(
      foot[0],
      0,
      foot[2],
      [
        [0.55, 0],
        [0.5, 0.12],
        [0.1, 0.16],
      ],
      FOIL,
      10,
    );
  }
  const face = lander.part(0, 0, 2.1);
  for (const x of [-0.25, 0.25])
    face.tube(
      [
        [x, 0.15, 0.9],
        [x, 3.1, -0.2],
      ],
      0.04,
      STEEL,
      5,
    );
  for (let i = 1; i < 9; i++)
    face.tube(
      [
        [-0.25, i * 0.34, 0.88 - i * 0.125],
        [0.25, i * 0.34, 0.88 - i * 0.125],
      ],
      0.03,
      STEEL,
      4,
    );
  face.panel(0, 3.4, -0.45, 0.8, 1, { tone: 0.3 });
  for (const x of [-0.9, 0.9])
    face.part(x, 0, -0.72).poly(
      [
        [-0.3, 4.3, 0],
        [0.3, 4.3, 0],
        [0, 4.8, -0.1],
      ],
      lit ? LAMPLIGHT : { tone: 0.25 },
    );
  lander.tube(
    [
      [0.6, 5.2, 0],
      [0.9, 6, 0],
    ],
    0.04,
    STEEL,
    5,
  );
  lander.lathe(
    0.9,
    6,
    0,
    [
      [0.05, 0],
      [0.5, 0.2],
      [0.6, 0.4],
      [0.05, 0.12],
    ],
    { tone: 0.9 },
    12,
  );
  if (lit) lander.scene.lights.push({ p: lander.p(0, 3, 3.2), power: 0.7, range: 8, warm: true });
}

/** Open rover with mesh wheels. */
function driveRover(rover: Local): void {
  rover.box(0, 0.5, 0, 1.4, 0.16, 2.8, STEEL);
  for (const s of [-1, 1]) for (const z of [-1.1, 1.1]) rover.wheel(s * 0.95, 0.42, z, 0.42, 0.26, { tone: 0.6 }, 14);
  for (const x of [-0.4, 0.4]) {
    rover.box(x, 0.66, -0.1, 0.5, 0.08, 0.5, { tone: 0.8 });
    rover.box(x, 0.72, -0.4, 0.5, 0.55, 0.06, { tone: 0.8 });
  }
  rover.box(0, 0.66, 1.1, 0.6, 0.4, 0.4, FOIL);
  rover.tube(
    [
      [0.4, 0.7, 1.3],
      [0.4, 1.7, 1.4],
    ],
    0.03,
    STEEL,
    5,
  );
  rover.lathe(
    0.4,
    1.7,
    1.4,
    [
      [0.04, 0],
      [0.36, 0.18],
      [0.44, 0.34],
      [0.04, 0.1],
    ],
    { tone: 0.92 },
    12,
  );
  putSolarWing(rover.part(0, 0.9, -1.2), 1, 1.2, 0.8);
}
