/** @file A swamp: black water between hummocks, drowned trees hung with moss, a rotten walkway, reeds and mist. */
import { fbm, type V3 } from '../../world/vector.js';
import { Local } from '../landscape/local.js';
import { coverOf, DARK_TIMBER } from '../landscape/materials.js';
import { drawGrass, drawReeds, plantBush } from '../landscape/plants.js';
import { layGround, levelled, seat, spot, talkingPair } from '../landscape/terrain.js';
import { plantBare, plantBelt } from '../landscape/trees.js';
import { drawBirds, drawWaves, layWater } from '../landscape/water.js';
import type { PlaceGrammar } from '../place.js';
import { tongues } from './words.js';

/** Swamp or marsh. */
export const swamp: PlaceGrammar = {
  name: 'swamp',
  words: tongues({
    en: 'swamp, marsh, bog, bayou, wetland, mire, fen, mangrove',
    fr: 'marais, marécage, tourbière, bayou',
    de: 'sumpf, moor, marsch, feuchtgebiet',
    es: 'pantano, ciénaga, marisma, manglar',
    zh: '沼泽, 湿地, 泥潭, 红树林',
  }),
  interior: false,
  build(scene, random, request) {
    const cover = coverOf(request);
    const seed = random.range(0, 30);
    const ground = levelled((x, z) => 1.5 * (fbm(x * 0.17 + seed, z * 0.17) - 0.47) - 0.06, 0, -1, 2.6);
    const base = Math.max(0, 0.18 - ground(0, -1));
    const land = (x: number, z: number): number => ground(x, z) + base * Math.exp(-(Math.hypot(x, z + 1) ** 2) / 22);
    layGround(scene, { x0: -34, x1: 34, z0: -60, z1: 24 }, 0.95, land, { ...cover.grass, tone: 0.62, tint: [0.88, 0.92, 0.76] });
    layWater(scene, { x0: -80, x1: 80, z0: -120, z1: 50 }, -0.02, { tone: 0.5, soft: 'water', tint: [0.86, 0.92, 0.84] });
    drawWaves(scene, random, { x0: -16, x1: 16, z0: -40, z1: 4 }, -0.02, 90, [0, 2, 6]);
    for (const [x, z, h, near] of [
      [-3.4, -3.6, 9, 1],
      [4.4, -5.4, 10, 1],
      [-6.4, -9, 11, 0],
      [7.6, -12, 11, 0],
      [-10, -3, 10, 0],
      [1.6, -16, 11, 0],
      [-3, -22, 12, 0],
      [11, -4, 10, 0],
      [-13, -18, 12, 0],
      [14, -22, 12, 0],
      [5, 6.4, 10, 0],
      [-6, 8, 10, 0],
    ]) {
      plantBare(scene, random, [x, land(x, z) - 0.1, z], h * random.range(0.85, 1.15), near ? 'near' : 'mid');
      for (let r = 0; r < 5; r++) {
        const a = (r / 5) * 6.283 + x;
        scene.tube(
          [
            [x, land(x, z) + 0.7, z],
            [x + Math.cos(a) * 0.6, land(x, z) + 0.2, z + Math.sin(a) * 0.6],
            [x + Math.cos(a) * 1.1, -0.3, z + Math.sin(a) * 1.1],
          ],
          [0.14, 0.1, 0.06],
          DARK_TIMBER,
          5,
        );
      }
      for (let m = 0; m < 9; m++) {
        const [mx, mz] = [x + random.range(-2, 2), z + random.range(-1.6, 1.6)];
        const top = land(x, z) + h * random.range(0.42, 0.72);
        for (let k = 0; k < 3; k++)
          scene.line(
            [
              [mx + k * 0.08, top, mz],
              [mx + k * 0.08 + 0.05, top - random.range(0.6, 1.7), mz],
            ],
            1.1,
            { alpha: 0.75 },
          );
      }
    }
    plantBelt(
      scene,
      random,
      Array.from({ length: 18 }, (_, i): V3 => [-52 + i * 6, -0.2, -46 - random.range(0, 18)]),
      10,
      { ...cover, leaf: { ...cover.leaf, tone: 0.5 } },
    );
    const walk = new Local(scene, [1.4, 0, -3], 0.12);
    for (let i = 0; i < 26; i++)
      if (!random.chance(0.1))
        walk
          .part(random.range(-0.05, 0.05), 0.2, 1.6 - i * 0.5, random.range(-0.06, 0.06))
          .box(0, 0, 0, 1.3, 0.05, 0.4, { ...DARK_TIMBER, tone: 0.55 });
    for (let i = 0; i < 6; i++)
      for (const s of [-0.65, 0.65])
        walk.tube(
          [
            [s, -0.5, 1.2 - i * 2.3],
            [s, i % 2 ? 0.35 : 0.9, 1.2 - i * 2.3],
          ],
          0.06,
          DARK_TIMBER,
          6,
        );
    scene.tube(
      [
        [-4.8, 0.1, 1.4],
        [-2.9, 0.22, 0.6],
        [-2.2, 0.3, 0.1],
      ],
      [0.24, 0.2, 0.1],
      DARK_TIMBER,
      8,
    );
    const wet = (): V3 => {
      for (let k = 0; k < 6; k++) {
        const [x, z] = [random.range(-10, 10), 7 - random.next() * 26];
        const y = land(x, z);
        if (y < 0.08 && y > -0.3 && Math.hypot(x, z + 1) > 2.4 && z < 3.4) return [x, Math.max(y, -0.05), z];
      }
      return [-9, -0.05, -14];
    };
    drawReeds(scene, random, 150, wet, 1.2);
    if (!cover.snow)
      drawGrass(
        scene,
        random,
        260,
        () => {
          const p = wet();
          return [p[0] + random.range(-1, 1), p[2] + random.range(-1, 1)];
        },
        (x, z) => Math.max(-0.03, land(x, z)),
        0.36,
      );
    for (let i = 0; i < 8; i++) {
      const p = wet();
      plantBush(scene, random, p, random.range(0.7, 1.2), cover);
    }
    for (let i = 0; i < 26; i++) {
      const p = wet();
      scene.line(
        [
          [p[0], -0.005, p[2]],
          [p[0] + 0.22, -0.005, p[2]],
        ],
        4,
        { alpha: 0.5, bias: 0.2 },
      );
    }
    drawBirds(scene, random, [3, 7, -26], 4, 0.5);
    return {
      marks: [
        ...talkingPair(-0.5, -1, 1.1, land),
        spot(1.2, -4.6, 0.1, () => 0.25),
        seat(-3.2, 0.9, 1.4, 0.3, land),
        spot(0.6, -9, 0, () => 0.25),
        spot(-1, 3.2, Math.PI, land),
        spot(1.7, 0.2, -2.2, () => 0.25),
      ],
      views: [
        { eye: [-1.6, 1.45, 5.4], target: [0.7, 1.8, -8], fov: 52 },
        { eye: [1.2, 1.75, -7.4], target: [-0.9, 1.1, 4], fov: 50 },
        { eye: [5.2, 1.3, 0.8], target: [-2.4, 1, -2], fov: 46 },
      ],
      centre: [0, 0, -3],
      radius: 17,
      interior: false,
      exit: [0.2, 0.2, -14],
    };
  },
};
