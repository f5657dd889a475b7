/** @file Sand desert: sharp dune crests, wind ripples, footprints, a dead tree, a half-buried wheel, heat on the horizon. */
import { fbm, type V3 } from '../../world/vector.js';
import { coverOf } from '../landscape/materials.js';
import { drawGrass } from '../landscape/plants.js';
import { scatterStones } from '../landscape/rocks.js';
import { layGround, layHorizon, layPlain, levelled, scratch, seat, spot, talkingPair } from '../landscape/terrain.js';
import { plantBare } from '../landscape/trees.js';
import { drawBirds } from '../landscape/water.js';
import type { PlaceGrammar } from '../place.js';
import { tongues } from './words.js';

/** Dunes of a desert. */
export const dunes: PlaceGrammar = {
  name: 'dunes',
  words: tongues({
    en: 'desert, dunes, dune, sand dunes, sahara, wasteland, oasis, badlands',
    fr: 'désert, dunes, sahara, oasis',
    de: 'wüste, dünen, ödland, oase',
    es: 'desierto, dunas, páramo, oasis',
    zh: '沙漠, 沙丘, 荒漠, 戈壁, 荒原, 绿洲',
  }),
  interior: false,
  build(scene, random, request) {
    const cover = coverOf(request);
    const seed = random.range(0, 30);
    const wave = (x: number, z: number): number => {
      const u = (x * 0.35 + z * 0.94) / 17 + 0.5 * fbm(x * 0.02 + seed, z * 0.02) * 2 + seed;
      const t = u - Math.floor(u);
      return t < 0.72 ? (t / 0.72) ** 1.6 : ((1 - t) / 0.28) ** 0.9;
    };
    const raw = (x: number, z: number): number =>
      wave(x, z) * (2.2 + 3.6 * fbm(x * 0.015 + seed, z * 0.015)) * Math.min(1.5, 0.4 + Math.hypot(x, z) / 30) - 1.4;
    const ground = levelled(raw, 0, -1, 3.4);
    layPlain(scene, -4, cover.sand, 900);
    layGround(scene, { x0: -64, x1: 64, z0: -100, z1: 36 }, 1.5, ground, { ...cover.sand, crease: 0.35 });
    layHorizon(scene, random, 380, 40, { tone: 0.84, tint: [1, 0.9, 0.78] });
    plantBare(scene, random, [-4.6, ground(-4.6, -4.2) - 0.1, -4.2], 5.2, 'near');
    const wheel: V3 = [4.2, ground(4.2, -2.6) + 0.25, -2.6];
    scene.tube(
      Array.from({ length: 25 }, (_, i): V3 => [
        wheel[0] + Math.cos((i / 24) * 6.2832) * 0.75,
        wheel[1] + Math.sin((i / 24) * 6.2832) * 0.75,
        wheel[2] + Math.cos((i / 24) * 6.2832) * 0.3,
      ]),
      Array.from({ length: 25 }, () => 0.07),
      { tone: 0.45, tint: [0.85, 0.7, 0.55] },
      6,
    );
    for (let i = 0; i < 8; i++)
      scene.line(
        [
          wheel,
          [
            wheel[0] + Math.cos((i / 8) * 6.2832) * 0.75,
            wheel[1] + Math.sin((i / 8) * 6.2832) * 0.75,
            wheel[2] + Math.cos((i / 8) * 6.2832) * 0.3,
          ],
        ],
        2,
      );
    scatterStones(scene, random, 26, () => [random.range(-9, 9), 7 - random.next() * 24], ground, 0.3, cover.rock);
    drawGrass(scene, random, 30, () => [random.range(-10, 10), 6 - random.next() * 24], ground, 0.36);
    for (let i = 0; i < 110; i++) {
      const [x, z] = [random.range(-13, 12), 8 - random.next() ** 1.3 * 36];
      scene.line(
        [0, 0.3, 0.6, 0.9, 1.2].map((d): V3 => [
          x + d,
          ground(x + d, z + Math.sin(d * 3) * 0.07) + 0.02,
          z + Math.sin(d * 3) * 0.07,
        ]),
        0.7,
        { alpha: 0.45, bias: 0.15 },
      );
    }
    for (let i = 0; i < 26; i++) {
      const [x, z] = [0.6 + Math.sin(i * 0.3) * 0.7 + (i % 2) * 0.22, -3 - i * 0.55];
      scene.line(
        [
          [x, ground(x, z) + 0.02, z],
          [x + 0.03, ground(x, z) + 0.02, z - 0.2],
        ],
        3,
        { alpha: 0.5, bias: 0.15 },
      );
    }
    scratch(scene, random, 40, () => [random.range(-6, 6), random.range(-6, 6)], ground, 0.3);
    drawBirds(scene, random, [10, 12, -40], 3);
    return {
      marks: [
        ...talkingPair(0, -1, 1.2, ground),
        spot(0.8, -6, 0, ground),
        seat(3.6, -1.6, -0.5, 0.2, ground),
        spot(-3.4, -2.6, 1.2, ground),
        spot(-0.6, 5, Math.PI, ground),
        spot(1, -13, 0, ground),
      ],
      views: [
        { eye: [-2.2, ground(-2.2, 5.6) + 1.3, 5.6], target: [0.9, 1.5, -9], fov: 50 },
        { eye: [1.4, ground(1.4, -7.4) + 1.7, -7.4], target: [-0.8, 1, 4], fov: 50 },
        { eye: [-12, ground(-12, 12) + 5, 13], target: [1.4, 0.8, -4], fov: 44 },
      ],
      centre: [0, 0, -3],
      radius: 20,
      interior: false,
      exit: [1, ground(1, -24), -24],
    };
  },
};
