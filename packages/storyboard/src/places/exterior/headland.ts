/** @file A headland: grass, a fence that leads the eye to the lighthouse, the cliff's edge and the sea far below. */
import { fbm, type V3 } from '../../world/vector.js';
import { raiseHouse } from '../landscape/buildings.js';
import { runFence } from '../landscape/furniture.js';
import { raiseLighthouse } from '../landscape/lighthouse.js';
import { coverOf, isDark, litShare } from '../landscape/materials.js';
import { drawGrass } from '../landscape/plants.js';
import { putBoulder, scatterStones } from '../landscape/rocks.js';
import { layGround, layStrip, seat, spot, talkingPair, winding } from '../landscape/terrain.js';
import { drawBirds, drawFoam, drawWaves, layWater } from '../landscape/water.js';
import type { PlaceGrammar } from '../place.js';
import { tongues } from './words.js';

/** Cliff top with a lighthouse and its keeper's house. */
export const headland: PlaceGrammar = {
  name: 'headland',
  words: tongues({
    en: 'headland, cliff, cliffs, cliff top, clifftop, cliff edge, lighthouse, promontory, bluff, coast, cape',
    fr: 'falaise, phare, promontoire, côte',
    de: 'klippe, klippen, leuchtturm, steilküste, küste',
    es: 'acantilado, faro, promontorio, costa',
    zh: '悬崖, 灯塔, 海岬, 海岸, 崖边, 岬角',
  }),
  interior: false,
  build(scene, random, request) {
    const cover = coverOf(request);
    const sea = -9;
    const ground = (x: number, z: number): number => {
      const edge = 9 + 3 * Math.sin(z * 0.09);
      const land = 1 / (1 + Math.exp((x - edge) * 1.4));
      return (
        sea + land * (9 + 1.8 * fbm(x * 0.09, z * 0.07) + Math.max(0, -z - 8) * 0.07 - 0.35 * Math.exp(-((x - path(z)) ** 2) / 2))
      );
    };
    layGround(scene, { x0: -60, x1: 30, z0: -80, z1: 34 }, 1.05, ground, cover.grass);
    layWater(scene, { x0: -700, x1: 700, z0: -900, z1: 300 }, sea + 1);
    drawWaves(scene, random, { x0: 10, x1: 160, z0: -340, z1: 30 }, sea + 1, 190, [0, 2, 6]);
    drawFoam(
      scene,
      random,
      winding(10, -70, 40, (z) => 13.6 + 3 * Math.sin(z * 0.09) + random.range(-0.6, 0.6)).map(([x, z]): V3 => [x, sea + 1.1, z]),
    );
    scatterStones(
      scene,
      random,
      14,
      () => [random.range(13, 19), random.range(-60, 0)],
      () => sea + 1,
      3,
      cover.rock,
    );

    const tower: V3 = [-1, ground(-1, -34) - 0.3, -34];
    const lamp = raiseLighthouse(scene, tower, random.range(16, 19), request.time !== 'day' || request.weather !== 'clear');
    raiseHouse(scene, random, {
      at: [-10, ground(-10, -32) - 0.3, -32],
      yaw: 0.25,
      width: 7.5,
      depth: 5.5,
      eaves: 3,
      rise: 2.1,
      wall: { tone: 0.95 },
      roof: cover.slate,
      lit: Math.max(litShare(request.time), isDark(request.time) ? 0.75 : 0),
    });
    layStrip(scene, winding(12, -30, 40, path), 0.62, ground, cover.path);
    runFence(
      scene,
      random,
      winding(9, -29, 14, (z) => path(z) - 2.2).map(([x, z]): V3 => [x, ground(x, z), z]),
      'wire',
    );
    if (!cover.snow) drawGrass(scene, random, 300, () => [random.range(-14, 8.5), 9 - random.next() ** 1.5 * 38], ground, 0.3);
    putBoulder(scene, random, [4.6, ground(4.6, -2.6), -2.6], 1.5, cover.rock);
    putBoulder(scene, random, [6.2, ground(6.2, -6), -6], 1, cover.rock);
    drawBirds(scene, random, [8, 8, -18], 6);

    return {
      marks: [
        ...talkingPair(-0.4, -1.3, 1.9, ground),
        spot(7.2, -4.5, 1.5, ground),
        seat(4.2, -2.1, 1.2, 0.62, ground),
        spot(path(-12), -12, Math.PI, ground),
        spot(-6, -5, 0.9, ground),
        spot(path(-24), -24, 0, ground),
      ],
      views: [
        { eye: [1.6, ground(1.6, 5.5) + 1.15, 6], target: [-0.5, 4.5, -18], fov: 47 },
        { eye: [-5.2, ground(-5.2, -5) + 1.7, -5.6], target: [5.5, 0.3, 0], fov: 46 },
        { eye: [8.2, ground(8.2, 2.5) + 2.4, 3.2], target: [-3, 1.6, -9], fov: 48 },
      ],
      centre: [0, 0, -12],
      radius: 28,
      interior: false,
      lamp,
      exit: [path(-27), ground(path(-27), -27), -27],
    };
  },
};

/** Where the footpath runs, x by z. */
function path(z: number): number {
  return -1 - z * 0.1 + Math.sin(z * 0.2) * 0.5;
}
