/** @file Open fields: a track between standing crop and meadow, a lone tree, hay, hedges stepping back to low hills. */
import { fbm, type V3 } from '../../world/vector.js';
import { runFence } from '../landscape/furniture.js';
import { coverOf } from '../landscape/materials.js';
import { drawFlowers, drawGrass, plantCrop } from '../landscape/plants.js';
import { layGround, layPlain, layRidge, layStrip, scratch, spot, talkingPair, winding } from '../landscape/terrain.js';
import { plantBelt, plantBroadleaf } from '../landscape/trees.js';
import { drawBirds } from '../landscape/water.js';
import type { PlaceGrammar } from '../place.js';
import { tongues } from './words.js';

/** Field or meadow. */
export const field: PlaceGrammar = {
  name: 'field',
  words: tongues({
    en: 'field, fields, meadow, pasture, prairie, grassland, countryside, hill, hills, hillside, savanna, plain, cornfield, wheat field',
    fr: 'champ, champs, pré, prairie, campagne, colline, lande, plaine',
    de: 'feld, felder, wiese, weide, land, hügel, heide, acker',
    es: 'campo, prado, pradera, colina, llanura, trigal',
    zh: '田野, 草地, 草原, 田间, 麦田, 山坡, 原野, 乡野',
  }),
  interior: false,
  build(scene, random, request) {
    const cover = coverOf(request);
    const seed = random.range(0, 40);
    const track = (z: number): number => Math.sin(z * 0.09) * 2.2;
    const ground = (x: number, z: number): number => {
      const hill = 10 * fbm(x * 0.014 + seed, z * 0.014) * Math.min(1, Math.max(0, -z - 10) / 60);
      return hill + 0.5 * (fbm(x * 0.1, z * 0.1 + seed) - 0.5) * Math.min(1, Math.abs(x - track(z)) / 3);
    };
    layPlain(scene, -2, cover.grass, 900);
    layGround(scene, { x0: -90, x1: 90, z0: -130, z1: 50 }, 2.1, ground, cover.grass);
    layRidge(scene, random, { far: 300, height: 54, paint: cover.far });
    for (const s of [-0.55, 0.55])
      layStrip(
        scene,
        winding(30, -80, 60, (z) => track(z) + s),
        0.28,
        ground,
        cover.path,
      );
    if (!cover.snow) {
      plantCrop(scene, random, 2.6, 12, 8, -30, ground, 0.85);
      drawGrass(
        scene,
        random,
        420,
        () => {
          const z = 9 - random.next() ** 1.3 * 36;
          return [track(z) - random.range(1.1, 11), z];
        },
        ground,
        0.34,
      );
      drawFlowers(
        scene,
        random,
        90,
        () => {
          const z = 7 - random.next() ** 1.3 * 20;
          return [track(z) - random.range(1.3, 8), z];
        },
        ground,
        0.4,
      );
      for (let i = 0; i < 9; i++) {
        const [x, z] = [-random.range(6, 34), -random.range(8, 44)];
        scene.lathe(
          [x, ground(x, z), z],
          [
            [0.9, 0],
            [1, 0.5],
            [0.8, 1.2],
            [0.02, 1.7],
          ],
          { tone: 0.8, tint: [1, 0.9, 0.62] },
          12,
          false,
        );
      }
    }
    plantBroadleaf(scene, random, [-6.4, ground(-6.4, -9) - 0.1, -9], 10, cover, 'near');
    for (const [z, from] of [
      [-34, -60],
      [-58, -30],
      [-84, -80],
    ])
      plantBelt(
        scene,
        random,
        Array.from({ length: 10 }, (_, i): V3 => {
          const x = from + i * 8 + random.range(-2, 2);
          return [x, ground(x, z), z];
        }),
        6,
        cover,
      );
    plantBelt(
      scene,
      random,
      Array.from({ length: 12 }, (_, i): V3 => [-50 + i * 8.6, -0.3, 44 + random.range(0, 5)]),
      7,
      cover,
    );
    runFence(
      scene,
      random,
      winding(8, -34, 16, (z) => track(z) - 4.6).map(([x, z]): V3 => [x, ground(x, z), z]),
      'rail',
    );
    drawBirds(scene, random, [6, 9, -30], 7);
    scratch(
      scene,
      random,
      60,
      () => {
        const z = 9 - random.next() * 24;
        return [track(z) + random.range(-0.8, 0.8), z];
      },
      (x, z) => ground(x, z) + 0.04,
      0.3,
    );
    return {
      marks: [
        ...talkingPair(track(-1.4), -1.4, 1.1, ground),
        spot(track(-7), -7, 0, ground),
        spot(-3.6, -2.4, 1.2, ground),
        spot(track(-16), -16, 0, ground),
        spot(track(6), 6, Math.PI, ground),
        { at: [-5.7, ground(-5.7, -8.6), -8.6], yaw: 1.1, kind: 'lean' },
      ],
      views: [
        { eye: [1.6, ground(1.6, 5.6) + 1.25, 5.8], target: [-0.9, 2, -10], fov: 50 },
        { eye: [track(-8) + 0.9, ground(0, -8) + 1.7, -8.4], target: [-0.6, 1.3, 5], fov: 50 },
        { eye: [-5, ground(-5, 2) + 1.1, 2.4], target: [3.6, 1.6, -5], fov: 46 },
      ],
      centre: [0, 0, -4],
      radius: 20,
      interior: false,
      exit: [track(-34), ground(track(-34), -34), -34],
    };
  },
};
