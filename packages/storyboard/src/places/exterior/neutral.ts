/** @file Nowhere in particular: open ground with a path, low wall and trees, for places that no grammar knows. */
import { fbm, type V3 } from '../../world/vector.js';
import { coverOf, DARK_STONE, isDark } from '../landscape/materials.js';
import { putBench, putLamp } from '../landscape/furniture.js';
import { drawGrass, plantBush } from '../landscape/plants.js';
import { layGround, layPlain, layRidge, layStrip, scratch, seat, spot, talkingPair, winding } from '../landscape/terrain.js';
import { plantBelt, plantBroadleaf } from '../landscape/trees.js';
import type { PlaceGrammar } from '../place.js';
import { tongues } from './words.js';

/** The neutral exterior. */
export const neutralExterior: PlaceGrammar = {
  name: 'neutral-exterior',
  words: tongues({
    en: 'outside, outdoors, exterior, somewhere, various',
    fr: 'dehors, extérieur, à l’extérieur',
    de: 'draußen, im freien',
    es: 'afuera, al aire libre, exterior',
    zh: '室外, 外面, 户外',
  }),
  interior: false,
  build(scene, random, request) {
    const cover = coverOf(request);
    const dark = isDark(request.time);
    const seed = random.range(0, 30);
    const path = (z: number): number => Math.sin(z * 0.1 + 0.4) * 1.4 - 0.4;
    const ground = (x: number, z: number): number =>
      0.9 * (fbm(x * 0.05 + seed, z * 0.05) - 0.45) * Math.min(1, Math.abs(x - path(z)) / 5) + Math.max(0, -z - 20) * 0.03;
    layPlain(scene, -0.9, cover.grass, 700);
    layGround(scene, { x0: -50, x1: 50, z0: -80, z1: 34 }, 1.5, ground, cover.grass);
    layRidge(scene, random, { far: 260, height: 50, paint: cover.far });
    layStrip(scene, winding(30, -70, 60, path), 1.2, ground, cover.path);
    for (let i = 0; i < 22; i++) {
      const z = 10 - i * 1.5;
      const x = path(z) + 4.6;
      scene.box([x, ground(x, z) - 0.1, z], 0.5, 0.95 + random.range(-0.05, 0.05), 1.52, DARK_STONE, 0.02);
    }
    putBench(scene, [path(-3) - 2.2, ground(path(-3) - 2.2, -3), -3], 1.5);
    putLamp(scene, [path(-7) + 1.8, ground(path(-7) + 1.8, -7), -7], dark);
    plantBroadleaf(scene, random, [-5.6, ground(-5.6, -6), -6], 10, cover, 'near');
    plantBroadleaf(scene, random, [8, ground(8, -13), -13], 11, cover, 'mid');
    plantBroadleaf(scene, random, [7, ground(7, 6), 6], 9, cover, 'mid');
    plantBroadleaf(scene, random, [-12, ground(-12, -18), -18], 11, cover, 'mid');
    plantBelt(
      scene,
      random,
      Array.from({ length: 16 }, (_, i): V3 => {
        const x = -60 + i * 8;
        const z = -40 - random.range(0, 18);
        return [x, ground(x, z), z];
      }),
      9,
      cover,
    );
    for (let i = 0; i < 6; i++) {
      const z = -i * 4;
      const x = path(z) + 5.8;
      plantBush(scene, random, [x, ground(x, z), z], 1.1, cover);
    }
    if (!cover.snow)
      drawGrass(
        scene,
        random,
        240,
        () => {
          const z = 9 - random.next() ** 1.3 * 30;
          return [path(z) + (random.chance(0.6) ? -1 : 1) * random.range(1.4, 7), z];
        },
        ground,
        0.26,
      );
    scratch(
      scene,
      random,
      60,
      () => {
        const z = 9 - random.next() * 26;
        return [path(z) + random.range(-1, 1), z];
      },
      (x, z) => ground(x, z) + 0.05,
      0.24,
    );
    return {
      marks: [
        ...talkingPair(path(-1), -1, 1.2, ground),
        seat(path(-3) - 2.1, -3, 1.5, 0.45, ground),
        { at: [path(-2) + 4.1, ground(3, -2), -2], yaw: -1.5, kind: 'lean' },
        spot(path(-8), -8, 0, ground),
        spot(path(6), 6, Math.PI, ground),
        spot(path(-16), -16, 0, ground),
      ],
      views: [
        { eye: [1.9, ground(1.9, 5.6) + 1.4, 6], target: [-0.6, 1.9, -10], fov: 50 },
        { eye: [path(-8) + 0.9, ground(0, -8) + 1.6, -8.6], target: [-0.4, 1.5, 4], fov: 50 },
      ],
      centre: [0, 0, -4],
      radius: 18,
      interior: false,
      lamp: dark ? [path(-7) + 1.8, 3.5, -7] : undefined,
      exit: [path(-30), ground(path(-30), -30), -30],
    };
  },
};
