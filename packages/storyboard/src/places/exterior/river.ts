/** @file A river bank: the water bends away between reeds, stones in the shallows, a landing stage, poplars opposite. */
import { fbm, type V3 } from '../../world/vector.js';
import { Local } from '../landscape/local.js';
import { coverOf, TIMBER } from '../landscape/materials.js';
import { drawGrass, drawReeds } from '../landscape/plants.js';
import { putBoulder, scatterStones } from '../landscape/rocks.js';
import { layGround, layRidge, seat, spot, talkingPair } from '../landscape/terrain.js';
import { plantBelt, plantBroadleaf } from '../landscape/trees.js';
import { putVehicle } from '../landscape/vehicles.js';
import { drawBirds, drawWaves, layWater, POND } from '../landscape/water.js';
import type { PlaceGrammar } from '../place.js';
import { tongues } from './words.js';

/** River bank. */
export const river: PlaceGrammar = {
  name: 'river',
  words: tongues({
    en: 'river, riverbank, river bank, riverside, stream, creek, brook, canal, ford, waterfall',
    fr: 'rivière, fleuve, bord de la rivière, ruisseau, canal, cascade',
    de: 'fluss, ufer, flussufer, bach, kanal, wasserfall',
    es: 'río, orilla del río, ribera, arroyo, canal, cascada',
    zh: '河边, 河岸, 小溪, 江边, 河流, 瀑布, 运河',
  }),
  interior: false,
  build(scene, random, request) {
    const cover = coverOf(request);
    const seed = random.range(0, 20);
    const axis = (z: number): number => 7.5 + 5 * Math.sin((z - 2) * 0.055);
    const half = (z: number): number => 4.4 + 0.02 * -Math.min(0, z);
    const ground = (x: number, z: number): number => {
      const off = Math.abs(x - axis(z)) - half(z);
      const bank = off < 0 ? -1 : Math.min(1, off / 1.6) * 1.1 - 1;
      return (
        bank + 0.5 * (fbm(x * 0.12 + seed, z * 0.12) - 0.4) * Math.min(1, Math.max(0, off) / 3) + Math.max(0, off - 12) * 0.1
      );
    };
    layGround(scene, { x0: -50, x1: 70, z0: -100, z1: 36 }, 1.5, ground, cover.grass);
    layWater(scene, { x0: -60, x1: 80, z0: -130, z1: 60 }, -0.55, POND);
    layRidge(scene, random, { far: 260, height: 60, paint: cover.far });
    const wet = (): [number, number] => {
      const z = 10 - random.next() ** 1.4 * 70;
      return [axis(z) + random.range(-0.8, 0.8) * half(z), z];
    };
    for (let i = 0; i < 90; i++) {
      const [x, z] = wet();
      drawWaves(scene, random, { x0: x - 0.4, x1: x, z0: z - 0.4, z1: z }, -0.55, 1, [0, 2, 6]);
    }
    const bank = (side: number, near: number, far: number): [number, number] => {
      const z = 9 - random.next() ** 1.2 * 40;
      return [axis(z) + side * (half(z) + random.range(near, far)), z];
    };
    drawReeds(
      scene,
      random,
      110,
      () => {
        const [x, z] = bank(random.chance(0.6) ? 1 : -1, -0.3, 0.4);
        return Math.hypot(x - 2.4, z + 3.4) < 2 || z > 0.5 ? [axis(-30) - half(-30), -0.5, -30] : [x, ground(x, z), z];
      },
      1.3,
    );
    scatterStones(scene, random, 26, () => bank(random.chance(0.5) ? 1 : -1, -1.2, 0.3), ground, 0.7, cover.rock);
    putBoulder(scene, random, [0.2, ground(0.2, -5), -5], 1.3, cover.rock);
    const jetty = new Local(scene, [axis(-3.4) - half(-3.4) + 0.8, 0, -3.4]);
    for (let i = 0; i < 9; i++) jetty.box(-1.4 + i * 0.42, 0.02, 0, 0.36, 0.06, 1.5, TIMBER);
    for (const x of [-1.2, 0.6, 2])
      for (const z of [-0.7, 0.7])
        jetty.tube(
          [
            [x, -1.2, z],
            [x, x > 1.8 ? 0.9 : 0.1, z],
          ],
          0.08,
          TIMBER,
          6,
        );
    putVehicle(scene, random, 'rowing-boat', [axis(-3) + 0.2, -0.5, -5.6], 2.6);
    plantBelt(
      scene,
      random,
      Array.from({ length: 18 }, (_, i): V3 => {
        const z = 4 - i * 5;
        const x = axis(z) + half(z) + random.range(3, 9);
        return [x, ground(x, z), z];
      }),
      9,
      cover,
    );
    for (const [x, z, h, near] of [
      [-5, -6, 11, 1],
      [-9, -16, 11, 0],
      [-12, 2, 10, 0],
      [-7, -28, 11, 0],
    ])
      plantBroadleaf(scene, random, [x, ground(x, z) - 0.1, z], h, cover, near ? 'near' : 'mid');
    if (!cover.snow) drawGrass(scene, random, 340, () => bank(-1, 0.6, 9), ground, 0.34);
    drawBirds(scene, random, [8, 5, -24], 5, 0.5);
    return {
      marks: [
        ...talkingPair(-0.6, -1, 1.2, ground),
        spot(axis(-3.4) - half(-3.4) + 0.6, -3.4, 1.5, () => 0.08),
        seat(0.3, -4.5, 1, 0.55, ground),
        spot(-2, -8, 0.3, ground),
        spot(-3, 3, 2.2, ground),
        spot(-2.4, -14, 0, ground),
      ],
      views: [
        { eye: [-2.6, ground(-2.6, 6) + 1.45, 6.2], target: [2, 0.9, -9], fov: 50 },
        { eye: [0.2, 1.5, -8.4], target: [-0.6, 0.9, 4], fov: 50 },
        { eye: [8.4, 0.5, 2.6], target: [-1.6, 0.7, -2.6], fov: 42 },
      ],
      centre: [1, 0, -4],
      radius: 20,
      interior: false,
      exit: [-3, 0, -30],
    };
  },
};
