/** @file A park: winding path, benches under big trees, a pond with a little bridge of sky in it, a bandstand far off. */
import { layGround, layPlain, layStrip, rolling, scratch, seat, spot, talkingPair, winding } from '../landscape/terrain.js';
import { putBench, putBin, putLamp } from '../landscape/furniture.js';
import { Local } from '../landscape/local.js';
import { coverOf, isDark, litShare } from '../landscape/materials.js';
import { drawFlowers, drawGrass, drawReeds, plantBush } from '../landscape/plants.js';
import { raiseTower } from '../landscape/buildings.js';
import { plantBelt, plantBroadleaf } from '../landscape/trees.js';
import { drawWaves, POND } from '../landscape/water.js';
import type { V3 } from '../../world/vector.js';
import type { PlaceGrammar } from '../place.js';
import { tongues } from './words.js';

/** City park or large garden. */
export const park: PlaceGrammar = {
  name: 'park',
  words: tongues({
    en: 'park, garden, gardens, city park, public garden, botanical garden, bench in the park, orchard, lawn, golf course',
    fr: 'parc, jardin, jardin public, verger, pelouse',
    de: 'park, garten, stadtpark, obstgarten, wiese im park, schlosspark',
    es: 'parque, jardín, jardines, huerto, jardín botánico',
    zh: '公园, 花园, 庭园, 植物园, 果园, 草坪',
  }),
  interior: false,
  build(scene, random, request) {
    const cover = coverOf(request);
    const dark = isDark(request.time);
    const hills = rolling(0.7, 22, random.range(0, 20));
    const path = (z: number): number => Math.sin(z * 0.14 + 0.3) * 1.8 - 0.4;
    const pond: [number, number] = [8.6, -8];
    const ground = (x: number, z: number): number =>
      hills(x, z) * Math.min(1, Math.abs(x - path(z)) / 5) -
      0.9 * Math.exp(-(((x - pond[0]) / 5) ** 2 + ((z - pond[1]) / 4) ** 2) * 1.3);
    layPlain(scene, -1.2, cover.grass, 300);
    layGround(scene, { x0: -45, x1: 45, z0: -70, z1: 34 }, 1.2, ground, cover.grass);
    scene.ground(
      pond[0] - 7,
      pond[0] + 7,
      pond[1] - 6,
      pond[1] + 6,
      6,
      6,
      () => -0.32,
      cover.snow ? { ...cover.grass, tone: 0.9 } : POND,
    );
    drawWaves(
      scene,
      random,
      { x0: pond[0] - 3.4, x1: pond[0] + 2.6, z0: pond[1] - 2.6, z1: pond[1] + 2.4 },
      -0.32,
      40,
      [0, 2, 6],
    );
    layStrip(scene, winding(30, -60, 70, path), 1.15, ground, cover.path);
    for (const [x, z, yaw] of [
      [path(-3) - 2.1, -3, 1.5],
      [path(-12) + 2, -12, -1.4],
      [path(5) + 2, 5, -1.6],
    ] as const)
      putBench(scene, [x, ground(x, z), z], yaw);
    for (const z of [2, -8, -20, -34]) putLamp(scene, [path(z) + 1.7, ground(path(z) + 1.7, z), z], dark);
    putBin(scene, [path(-4.6) - 1.9, ground(path(-4.6) - 1.9, -4.6), -4.6]);
    for (const [x, z, h, near] of [
      [-5.6, -4.6, 11, 1],
      [5.4, -16, 10, 0],
      [-9, -14, 12, 0],
      [12, -20, 11, 0],
      [-14, -2, 10, 0],
      [15, -4, 9, 0],
      [5.5, 7, 10, 1],
      [-8, 11, 10, 0],
    ])
      plantBroadleaf(scene, random, [x, ground(x, z) - 0.1, z], h, cover, near ? 'near' : 'mid');
    plantBelt(
      scene,
      random,
      Array.from({ length: 18 }, (_, i): V3 => [-50 + i * 6 + random.range(-2, 2), -0.5, -44 - random.range(0, 16)]),
      12,
      cover,
    );
    plantBelt(
      scene,
      random,
      Array.from({ length: 12 }, (_, i): V3 => [-42 + i * 7.4, -0.4, 29 + random.range(0, 5)]),
      11,
      cover,
    );
    for (let i = 0; i < 5; i++)
      raiseTower(scene, random, {
        at: [-70 + i * 34, 0, -150],
        width: 20,
        depth: 16,
        height: random.range(36, 80),
        paint: { tone: 0.76, tint: [0.9, 0.95, 1] },
        lit: litShare(request.time),
      });
    raiseBandstand(new Local(scene, [-3, ground(-3, -30), -30]));
    for (let i = 0; i < 10; i++) {
      const a = (i / 10) * 6.283;
      const [x, z] = [pond[0] + Math.cos(a) * 5.4, pond[1] + Math.sin(a) * 4.4];
      if (i % 2 === 0) plantBush(scene, random, [x, ground(x, z), z], random.range(0.8, 1.4), cover);
    }
    if (!cover.snow) {
      drawReeds(
        scene,
        random,
        40,
        () => {
          const a = random.range(0, 6.283);
          const [x, z] = [pond[0] + Math.cos(a) * 4, pond[1] + Math.sin(a) * 3.2];
          return [x, ground(x, z), z];
        },
        0.8,
      );
      drawFlowers(scene, random, 60, () => [path(-1) - random.range(2, 5), random.range(0.4, 3)], ground, 0.35);
      drawGrass(
        scene,
        random,
        220,
        () => {
          const z = 9 - random.next() * 30;
          return [path(z) + (random.chance(0.5) ? 1 : -1) * random.range(1.4, 9), z];
        },
        ground,
        0.18,
      );
    }
    scratch(
      scene,
      random,
      60,
      () => {
        const z = 9 - random.next() * 26;
        return [path(z) + random.range(-0.9, 0.9), z];
      },
      (x, z) => ground(x, z) + 0.04,
      0.22,
    );
    const bench = path(-3) - 2.1;
    return {
      marks: [
        ...talkingPair(path(-1) + 0.2, -1, 1.2, ground),
        seat(bench + 0.12, -3, 1.5, 0.45, ground),
        seat(bench + 0.12, -3.6, 1.5, 0.45, ground),
        spot(path(-8), -8, 0, ground),
        spot(3.6, -6.4, 1.2, ground),
        spot(path(7), 7, Math.PI, ground),
        spot(path(-20), -20, 0.1, ground),
      ],
      views: [
        { eye: [2, ground(2, 6) + 1.5, 6.4], target: [-0.6, 2, -9], fov: 50 },
        { eye: [path(-8) + 0.8, 1.6, -8.6], target: [0.4, 1.7, 5], fov: 50 },
        { eye: [bench - 1.4, 1.5, -0.4], target: [5.4, 0.6, -6.5], fov: 48 },
      ],
      centre: [0, 0, -4],
      radius: 18,
      interior: false,
      lamp: dark ? [path(2) + 1.7, 3.5, 2] : undefined,
      exit: [path(-30), ground(path(-30), -30), -30],
    };
  },
};

/** Eight-cornered bandstand. */
function raiseBandstand(stand: Local): void {
  stand.lathe(
    0,
    0,
    0,
    [
      [3.4, 0],
      [3.4, 0.7],
      [0.01, 0.7],
    ],
    { tone: 0.8 },
    8,
    true,
  );
  for (let i = 0; i < 8; i++) {
    const a = (i / 8) * 6.2832;
    stand.tube(
      [
        [Math.cos(a) * 3, 0.7, Math.sin(a) * 3],
        [Math.cos(a) * 3, 3.4, Math.sin(a) * 3],
      ],
      0.08,
      { tone: 0.9 },
      6,
    );
  }
  stand.lathe(
    0,
    3.4,
    0,
    [
      [3.7, 0],
      [1.2, 1.2],
      [0.5, 1.6],
      [0.02, 2.6],
    ],
    { tone: 0.46, tint: [0.7, 0.86, 0.8] },
    8,
    true,
  );
}
