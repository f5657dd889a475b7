/** @file A small island: white beach, palms, a hut of driftwood, wreckage, and the lagoon all round. */
import { fbm } from '../../world/vector.js';
import { Local } from '../landscape/local.js';
import { coverOf, DARK_TIMBER, TIMBER } from '../landscape/materials.js';
import { putBarrel, putCrate } from '../landscape/furniture.js';
import { drawGrass, plantBush, plantFern } from '../landscape/plants.js';
import { putBoulder, scatterStones } from '../landscape/rocks.js';
import { layGround, scratch, seat, spot, talkingPair } from '../landscape/terrain.js';
import { plantPalm } from '../landscape/trees.js';
import { drawBirds, drawFoam, drawWaves, layWater } from '../landscape/water.js';
import type { V3 } from '../../world/vector.js';
import type { PlaceGrammar } from '../place.js';
import { tongues } from './words.js';

/** Desert island. */
export const island: PlaceGrammar = {
  name: 'island',
  words: tongues({
    en: 'island, desert island, tropical island, lagoon, atoll, shipwreck',
    fr: 'île, île déserte, lagon, atoll, naufrage',
    de: 'insel, einsame insel, lagune, atoll',
    es: 'isla, isla desierta, atolón, naufragio',
    zh: '岛, 荒岛, 小岛, 海岛, 岛上',
  }),
  interior: false,
  build(scene, random, request) {
    const cover = coverOf({ ...request, weather: request.weather === 'snow' ? 'clear' : request.weather });
    const seed = random.range(0, 30);
    const radius = (a: number): number => 15 + 2.4 * Math.sin(a * 2 + seed) + 1.4 * Math.sin(a * 5 + seed * 2);
    const ground = (x: number, z: number): number => {
      const d = radius(Math.atan2(z + 8, x)) - Math.hypot(x, z + 8);
      return d < 0
        ? Math.max(-1.6, d * 0.2)
        : Math.min(1.1, d * 0.16) + 5 * Math.exp(-((x + 3) ** 2 + (z + 14) ** 2) / 34) * (0.6 + 0.7 * fbm(x * 0.2, z * 0.2));
    };
    layGround(scene, { x0: -24, x1: 24, z0: -32, z1: 16 }, 0.8, ground, cover.sand);
    layWater(scene, { x0: -900, x1: 900, z0: -1200, z1: 500 }, -0.22);
    drawWaves(scene, random, { x0: -90, x1: 110, z0: -260, z1: 14 }, -0.22, 230, [0, 2, 8]);
    for (const [out, w] of [
      [0.5, 2.6],
      [2.2, 2.2],
      [5, 2.6],
    ])
      drawFoam(
        scene,
        random,
        Array.from({ length: 60 }, (_, i): V3 => {
          const a = (i / 59) * 6.283;
          const r = radius(a) + out + 0.4 * Math.sin(i * 1.3);
          return [Math.cos(a) * r, -0.18, -8 + Math.sin(a) * r];
        }),
        w,
      );
    for (const [x, z, h] of [
      [-5, -4.6, 7],
      [-6.4, -6.4, 8.5],
      [5.6, -7, 7.5],
      [7.4, -9.6, 8],
      [-2, -12, 9],
      [2.6, -14, 8],
      [-9, -11, 8],
      [-4.4, 1.8, 6.4],
    ])
      plantPalm(scene, random, [x, ground(x, z), z], h * random.range(0.9, 1.1), cover);
    for (let i = 0; i < 12; i++) {
      const [x, z] = [random.range(-7, 6), -random.range(9, 15)];
      plantFern(scene, random, [x, ground(x, z), z], random.range(0.8, 1.4), cover);
    }
    for (let i = 0; i < 7; i++) {
      const [x, z] = [random.range(-7, 5), -random.range(10, 16)];
      plantBush(scene, random, [x, ground(x, z), z], random.range(1, 2), cover);
    }
    putBoulder(scene, random, [8.6, ground(8.6, -3), -3], 2.2, cover.rock);
    putBoulder(scene, random, [10, ground(10, -4.6), -4.6], 1.6, cover.rock);
    const hut = new Local(scene, [2.9, ground(2.9, -6.4), -6.4], -0.35);
    for (const x of [-1.3, 1.3])
      for (const z of [-1, 1])
        hut.tube(
          [
            [x, -0.2, z],
            [x, z > 0 ? 2.2 : 1.6, z],
          ],
          0.07,
          DARK_TIMBER,
          6,
        );
    for (let i = 0; i < 12; i++)
      hut.poly(
        [
          [-1.7 + i * 0.28, 2.3, 1.3],
          [-1.4 + i * 0.28, 2.3, 1.3],
          [-1.36 + i * 0.28, 1.5, -1.3],
          [-1.74 + i * 0.28, 1.5, -1.3],
        ],
        { ...cover.leaf, tone: 0.66 + 0.1 * (i % 2), tint: [1, 0.9, 0.66], soft: undefined },
      );
    for (let i = 0; i < 6; i++) hut.box(0, 0.1 + i * 0.26, -1, 2.6, 0.2, 0.06, { ...TIMBER, tone: 0.5 + 0.08 * (i % 2) });
    const wreck = new Local(scene, [-10.5, -0.1, 2], 0.8);
    for (let i = 0; i < 7; i++)
      for (const s of [-1, 1])
        wreck.tube(
          [
            [0, 0, -2.4 + i * 0.8],
            [s * 1.1, 0.5, -2.4 + i * 0.8],
            [s * 1.4, 1.6 - 0.1 * i, -2.4 + i * 0.8],
          ],
          0.08,
          DARK_TIMBER,
          5,
        );
    wreck.tube(
      [
        [0, 0, -3.2],
        [0, 0, 3.2],
      ],
      0.12,
      DARK_TIMBER,
      6,
    );
    putCrate(scene, [3.8, ground(3.8, -1), -1], 0.6, 0.4);
    putBarrel(scene, [-3.4, ground(-3.4, -3.2), -3.2], TIMBER);
    scatterStones(scene, random, 26, () => [random.range(-8, 8), 5 - random.next() * 12], ground, 0.24, cover.rock);
    drawGrass(scene, random, 110, () => [random.range(-8, 7), -random.range(5, 14)], ground, 0.4);
    scratch(scene, random, 120, () => [random.range(-8, 8), 6 - random.next() * 12], ground, 0.4);
    drawBirds(scene, random, [5, 8, -26], 6);
    return {
      marks: [
        ...talkingPair(-0.2, -1.2, 1.3, ground),
        spot(2.6, -4.4, -0.4, ground),
        seat(3.7, -0.6, -0.6, 0.5, ground),
        spot(-3, 1.4, 2.2, ground),
        spot(0.8, 4, Math.PI, ground),
        spot(-2, -7, 0, ground),
      ],
      views: [
        { eye: [-2.6, ground(-2.6, 6) + 1.5, 6.6], target: [0.9, 2.5, -8], fov: 54 },
        { eye: [1.2, ground(1, -7) + 1.7, -6.6], target: [-1, 1, 5], fov: 54 },
        { eye: [-20, 6, 20], target: [0, 2.4, -8], fov: 46 },
      ],
      centre: [0, 0, -4],
      radius: 19,
      interior: false,
      exit: [-1, ground(-1, -10), -10],
    };
  },
};
