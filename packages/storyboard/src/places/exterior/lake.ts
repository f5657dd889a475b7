/** @file A mountain lake: a jetty with a boat runs into still water, firs on the shore, peaks beyond. */
import { fbm, type V3 } from '../../world/vector.js';
import { raiseHouse } from '../landscape/buildings.js';
import { Local } from '../landscape/local.js';
import { coverOf, DARK_TIMBER, isDark, TIMBER } from '../landscape/materials.js';
import { drawGrass, drawReeds } from '../landscape/plants.js';
import { scatterStones } from '../landscape/rocks.js';
import { layGround, layRidge, seat, spot, talkingPair } from '../landscape/terrain.js';
import { plantConifer } from '../landscape/trees.js';
import { putVehicle } from '../landscape/vehicles.js';
import { drawBirds, drawWaves, layWater } from '../landscape/water.js';
import type { PlaceGrammar } from '../place.js';
import { tongues } from './words.js';

/** Lake shore with a jetty. */
export const lake: PlaceGrammar = {
  name: 'lake',
  words: tongues({
    en: 'lake, lakeside, lake shore, lakeshore, pond, reservoir, jetty, loch',
    fr: 'lac, bord du lac, étang, rive, ponton',
    de: 'see, seeufer, weiher, teich, steg am see',
    es: 'lago, orilla del lago, estanque, embarcadero, laguna',
    zh: '湖边, 湖畔, 湖, 池塘, 水库',
  }),
  interior: false,
  build(scene, random, request) {
    const cover = coverOf(request);
    const seed = random.range(0, 20);
    const shore = (x: number): number => -3 - 0.02 * x * x - 1.2 * Math.sin(x * 0.22 + seed);
    const ground = (x: number, z: number): number => {
      const off = z - shore(x);
      return (
        Math.max(-1.4, Math.min(0.2, off * 0.22)) +
        (off > 0 ? Math.min(3, off * 0.03) + 0.5 * (fbm(x * 0.12 + seed, z * 0.12) - 0.4) * Math.min(1, off / 4) : 0)
      );
    };
    layGround(scene, { x0: -60, x1: 60, z0: -34, z1: 44 }, 1.4, ground, cover.grass);
    layWater(scene, { x0: -400, x1: 400, z0: -260, z1: 30 }, -0.42, { tone: 0.74, soft: 'water', tint: [0.84, 0.93, 1] });
    drawWaves(scene, random, { x0: -40, x1: 50, z0: -150, z1: -5 }, -0.42, 170, [0, 2, 6]);
    layRidge(scene, random, { far: 230, height: 34, paint: { ...cover.needle, tone: 0.55, soft: undefined } });
    layRidge(scene, random, { far: 420, height: 150, rough: 0.6, paint: { ...cover.far, tone: 0.84 } });
    const jetty = new Local(scene, [1.6, 0.12, -2.4]);
    for (let i = 0; i < 24; i++) jetty.box(0, 0, 0.8 - i * 0.42, 1.7 + random.range(-0.06, 0.06), 0.07, 0.37, TIMBER);
    for (let i = 0; i < 5; i++)
      for (const s of [-1, 1])
        jetty.tube(
          [
            [s * 0.86, -1.6, 0.4 - i * 2.3],
            [s * 0.86, i === 4 ? 0.95 : 0.22, 0.4 - i * 2.3],
          ],
          0.1,
          DARK_TIMBER,
          7,
        );
    putVehicle(scene, random, 'rowing-boat', [3.9, -0.36, -8], 0.5);
    jetty.line(
      [
        [0.86, 0.3, -4.2],
        [1.5, -0.1, -4.5],
        [2, 0.1, -4.6],
      ],
      1.4,
    );
    putVehicle(scene, random, 'sailing-boat', [-26, -0.42, -70], 1.1);
    raiseHouse(scene, random, {
      at: [-11, ground(-11, 3), 1.5],
      yaw: 0.9,
      width: 7,
      depth: 5.5,
      eaves: 2.8,
      rise: 2.4,
      wall: { ...DARK_TIMBER, tone: 0.5 },
      roof: cover.slate,
      lit: isDark(request.time) ? 0.9 : 0,
      boards: true,
    });
    for (const [x, z, h] of [
      [-6.4, -1, 12],
      [-8.6, 5, 11],
      [7.5, 0.6, 13],
      [10, -1.6, 11],
      [12.5, 3, 12],
      [-15, -2, 12],
      [17, -2, 10],
      [-20, 4, 13],
      [9, 9, 12],
      [-5, 11, 11],
    ])
      plantConifer(
        scene,
        random,
        [x, ground(x, z) - 0.1, z],
        h * random.range(0.85, 1.1),
        cover,
        Math.abs(x) < 9 ? 'near' : 'mid',
      );
    for (let i = 0; i < 16; i++) {
      const x = -64 + i * 8;
      if (Math.abs(x) > 22) {
        const z = shore(x) + random.range(2, 7);
        const at: V3 = [x, ground(x, z), z];
        plantConifer(scene, random, at, random.range(8, 12), cover, 'far');
      }
    }
    const edge = (from: number, to: number): [number, number] => {
      const x = random.range(-9, 9);
      return [x, shore(x) + random.range(from, to)];
    };
    scatterStones(scene, random, 36, () => edge(-0.8, 0.9), ground, 0.5, cover.rock);
    drawReeds(
      scene,
      random,
      60,
      () => {
        const x = random.range(-9, -2.5);
        const z = shore(x) - random.range(0, 1.4);
        return [x, -0.42, z];
      },
      1.1,
    );
    if (!cover.snow) drawGrass(scene, random, 260, () => edge(1, 10), ground, 0.26);
    drawBirds(scene, random, [-4, 6, -40], 6);
    return {
      marks: [
        ...talkingPair(-0.6, 0.4, 1.2, ground),
        spot(1.6, -9.4, Math.PI, () => 0.19),
        seat(1.1, -11.4, Math.PI, 0.4, () => -0.2),
        spot(-4, 1.4, 1.9, ground),
        spot(1.6, -5, 0, () => 0.19),
        spot(-1, 6, Math.PI, ground),
      ],
      views: [
        { eye: [-2.4, ground(-2.4, 7.4) + 1.5, 7.4], target: [1, 1.9, -9], fov: 50 },
        { eye: [1.7, 1.8, -9.6], target: [-1.4, 1.2, 4], fov: 50 },
        { eye: [7, 1.3, -6.4], target: [-3, 0.9, -0.6], fov: 46 },
      ],
      centre: [0, 0, -3],
      radius: 20,
      interior: false,
      exit: [-4, ground(-4, 8), 8],
    };
  },
};
