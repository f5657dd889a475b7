/** @file A snow field: tracks and a sledge, a flag, ice blocks and pressure ridges, white mountains, loaded firs. */
import { fbm, type V3 } from '../../world/vector.js';
import { Local } from '../landscape/local.js';
import { coverOf, TIMBER } from '../landscape/materials.js';
import { layGround, layPlain, layRidge, scratch, seat, spot, talkingPair } from '../landscape/terrain.js';
import { plantConifer } from '../landscape/trees.js';
import { putCrate } from '../landscape/furniture.js';
import type { PlaceGrammar } from '../place.js';
import { tongues } from './words.js';

/** Snow and ice. */
export const snowField: PlaceGrammar = {
  name: 'snow-field',
  words: tongues({
    en: 'snow field, snowfield, snow, tundra, ice, glacier, arctic, antarctica, polar, north pole, south pole, frozen lake, ski slope, ice field, winter landscape',
    fr: 'neige, glacier, toundra, arctique, banquise, glace, pôle nord, lac gelé, piste de ski',
    de: 'schneefeld, schnee, gletscher, eis, arktis, tundra, nordpol, südpol, skipiste',
    es: 'nieve, campo de nieve, glaciar, hielo, ártico, tundra, polo norte, polo sur',
    zh: '雪地, 雪原, 冰川, 冰原, 北极, 南极, 冰湖, 雪山',
  }),
  interior: false,
  build(scene, random, { words, time }) {
    const cover = coverOf({ words, time, weather: 'snow' });
    const polar = /ice|arctic|antarctic|pol|arktis|ártico|arctique|banquise|glac|glet|冰|极/.test(words);
    const seed = random.range(0, 30);
    const ground = (x: number, z: number): number =>
      1.9 * (fbm(x * 0.05 + seed, z * 0.05) - 0.45) * Math.min(1, Math.hypot(x, z + 1) / 8) + Math.max(0, -z - 14) * 0.03;
    const snow = { tone: 0.98, tint: [0.95, 0.98, 1] as V3, crease: 0.4 };
    layPlain(scene, -1.6, snow, 900);
    layGround(scene, { x0: -60, x1: 60, z0: -90, z1: 34 }, 1.5, ground, snow);
    layRidge(scene, random, { far: 210, height: 40, rough: 0.5, paint: { ...snow, tone: 0.9, crease: 4 } });
    layRidge(scene, random, { far: 420, height: 160, rough: 0.62, paint: { ...snow, tone: 0.84, crease: 8 } });
    const ice = { tone: 0.88, tint: [0.8, 0.93, 1] as V3 };
    for (let i = 0; i < (polar ? 26 : 6); i++) {
      const [x, z] = [(random.chance(0.5) ? 1 : -1) * random.range(4, 20), 2 - random.next() * 40];
      const s = random.range(0.6, 2.2);
      const block = new Local(scene, [x, ground(x, z) - 0.3, z], random.range(0, 3), 0, random.range(-0.4, 0.4));
      block.prism(
        [
          [-s * 0.6, 0],
          [-s * 0.5, s * 0.8],
          [0.1 * s, s * 1.1],
          [s * 0.6, s * 0.5],
          [s * 0.7, 0],
        ],
        s * 0.6,
        ice,
      );
    }
    if (!polar)
      for (const [x, z, h] of [
        [-5.4, -5, 8],
        [-8.4, -10, 9],
        [7.5, -7, 8],
        [10, -13, 9],
        [-12, -3, 8],
        [13, -2, 7],
        [-15, -18, 9],
        [18, -22, 9],
        [5, 8, 8],
        [-8, 10, 9],
      ])
        plantConifer(
          scene,
          random,
          [x, ground(x, z) - 0.1, z],
          h * random.range(0.8, 1.2),
          cover,
          Math.abs(x) < 9 ? 'near' : 'mid',
        );
    for (let i = 0; i < 20; i++) {
      const [x, z] = [random.range(-60, 60), -random.range(38, 80)];
      if (!polar) plantConifer(scene, random, [x, ground(x, z), z], random.range(6, 9), cover, 'far');
    }
    const sledge = new Local(scene, [3, ground(3, -2.6) + 0.02, -2.6], -0.7);
    for (const s of [-0.3, 0.3])
      sledge.tube(
        [
          [s, 0.05, -0.9],
          [s, 0.05, 0.8],
          [s, 0.22, 1.15],
          [s, 0.45, 1.2],
        ],
        0.035,
        TIMBER,
        6,
      );
    for (let i = 0; i < 7; i++) sledge.box(0, 0.3, -0.8 + i * 0.27, 0.74, 0.03, 0.16, TIMBER);
    for (const z of [-0.7, 0, 0.6]) for (const s of [-0.3, 0.3]) sledge.box(s, 0.05, z, 0.05, 0.26, 0.05, TIMBER);
    putCrate(scene, sledge.p(0, 0.34, -0.3), 0.55, -0.6);
    const pole: V3 = [-3.4, ground(-3.4, -3.4), -3.4];
    scene.tube([pole, [pole[0] + 0.1, pole[1] + 2.6, pole[2]]], [0.03, 0.025], TIMBER, 5);
    scene.poly(
      [
        [pole[0] + 0.1, pole[1] + 2.55, pole[2]],
        [pole[0] + 0.9, pole[1] + 2.4, pole[2] + 0.1],
        [pole[0] + 0.95, pole[1] + 1.95, pole[2] + 0.1],
        [pole[0] + 0.1, pole[1] + 2.05, pole[2]],
      ],
      scene.surf({ tone: 0.62, tint: [1, 0.45, 0.4] }),
    );
    for (const s of [-0.3, 0.3])
      scene.line(
        Array.from({ length: 40 }, (_, i): V3 => {
          const [x, z] = [2.4 - i * 0.12 + s + Math.sin(i * 0.2) * 0.5, -3.6 - i * 0.9];
          return [x, ground(x, z) + 0.03, z];
        }),
        1.4,
        { alpha: 0.6, bias: 0.15 },
      );
    for (let i = 0; i < 30; i++) {
      const [x, z] = [0.2 - i * 0.06 + (i % 2) * 0.26, -2.8 - i * 0.5];
      scene.line(
        [
          [x, ground(x, z) + 0.02, z],
          [x + 0.04, ground(x, z) + 0.02, z - 0.22],
        ],
        3.4,
        { alpha: 0.55, bias: 0.15 },
      );
    }
    scratch(scene, random, 60, () => [random.range(-12, 12), 8 - random.next() ** 1.3 * 36], ground, 0.8);
    return {
      marks: [
        ...talkingPair(0, -1.2, 1.2, ground),
        spot(-2.4, -2.6, 1, ground),
        seat(2.9, -2.2, -0.7, 0.4, ground),
        spot(-0.8, -8, 0, ground),
        spot(0.6, 5, Math.PI, ground),
        spot(-1.6, -16, 0, ground),
      ],
      views: [
        { eye: [-2.4, ground(-2.4, 5.8) + 1.4, 5.8], target: [0.9, 1.7, -10], fov: 50 },
        { eye: [1.6, ground(1.6, -8) + 1.6, -8], target: [-0.8, 1.2, 4], fov: 50 },
        { eye: [6.4, ground(6.4, 1) + 1.7, 1.6], target: [-3, 0.9, -3.4], fov: 46 },
      ],
      centre: [0, 0, -4],
      radius: 20,
      interior: false,
      exit: [-2, ground(-2, -26), -26],
    };
  },
};
