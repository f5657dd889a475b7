/** @file High mountains: a ledge with cairn and path, a drop, scree and firs below, peaks with snow rank on rank. */
import { fbm, type V3 } from '../../world/vector.js';
import { coverOf, shade, TIMBER } from '../landscape/materials.js';
import { Local } from '../landscape/local.js';
import { drawGrass } from '../landscape/plants.js';
import { putBoulder, scatterStones } from '../landscape/rocks.js';
import { layGround, layRidge, layStrip, seat, spot, talkingPair, winding } from '../landscape/terrain.js';
import { plantConifer } from '../landscape/trees.js';
import { drawBirds } from '../landscape/water.js';
import type { PlaceGrammar } from '../place.js';
import { tongues } from './words.js';

/** Mountain path on a ridge. */
export const mountain: PlaceGrammar = {
  name: 'mountain',
  words: tongues({
    en: 'mountain, mountains, mountain path, mountain pass, summit, peak, ridge, mountainside, volcano, valley',
    fr: 'montagne, montagnes, col, sommet, crête, sentier de montagne, volcan, vallée',
    de: 'berg, berge, gebirge, gipfel, bergpfad, pass, vulkan, tal',
    es: 'montaña, montañas, cima, cumbre, sierra, puerto de montaña, volcán, valle',
    zh: '山, 山上, 高山, 山顶, 山路, 群山, 火山, 山谷',
  }),
  interior: false,
  build(scene, random, request) {
    const cover = coverOf(request);
    const seed = random.range(0, 30);
    const path = (z: number): number => Math.sin(z * 0.13) * 1.4 - 0.4;
    const ground = (x: number, z: number): number => {
      const wall = Math.max(0, -x - 4) ** 1.35 * 0.6;
      const drop = -1.1 * Math.max(0, x - 4.5 - Math.sin(z * 0.3)) ** 1.3;
      return (
        wall * (0.8 + 0.5 * fbm(x * 0.1, z * 0.1 + seed)) +
        Math.max(-46, drop) +
        (fbm(x * 0.3 + seed, z * 0.3) - 0.5) * 0.8 * Math.min(1, Math.abs(x - path(z)) / 2) +
        Math.max(0, -z - 4) * 0.12
      );
    };
    layGround(scene, { x0: -34, x1: 36, z0: -60, z1: 22 }, 0.95, ground, shade(cover.rock, 1.18));
    const snow = { tone: 0.97, tint: [0.94, 0.97, 1] as V3 };
    layRidge(scene, random, {
      far: 190,
      height: 62,
      rough: 0.55,
      paint: { ...cover.needle, tone: 0.5, soft: undefined },
      base: -70,
    });
    layRidge(scene, random, { far: 360, height: 170, rough: 0.62, paint: { tone: 0.7, tint: [0.9, 0.93, 1] }, base: -60 });
    layRidge(scene, random, { far: 560, height: 300, rough: 0.6, paint: snow, base: -50 });
    layStrip(scene, winding(20, -46, 60, path), (t) => 0.55 + 0.1 * Math.sin(t * 40), ground, cover.path);
    const cairn: V3 = [2.9, ground(2.9, -4.2), -4.2];
    for (let i = 0; i < 6; i++)
      scene.blob(
        [cairn[0] + random.range(-0.06, 0.06), cairn[1] + 0.15 + i * 0.24, cairn[2]],
        [0.5 - i * 0.07, 0.15, 0.42 - i * 0.055],
        shade(cover.rock, random.range(0.85, 1.15)),
        random,
        0.16,
        undefined,
        6,
      );
    const post = new Local(scene, [-1.9, ground(-1.9, -6), -6], 0.3);
    post.box(0, 0, 0, 0.12, 2, 0.12, TIMBER);
    post.box(0.4, 1.6, 0.08, 0.9, 0.22, 0.05, TIMBER);
    post.box(-0.35, 1.3, 0.08, 0.8, 0.22, 0.05, TIMBER);
    putBoulder(scene, random, [-2.7, ground(-2.7, -1.6), -1.6], 1.7, cover.rock);
    putBoulder(scene, random, [3.5, ground(3.5, 2.2), 2.2], 1.2, cover.rock);
    scatterStones(scene, random, 60, () => [random.range(-5, 4.6), 7 - random.next() * 24], ground, 0.36, cover.rock);
    for (let i = 0; i < 12; i++) {
      const [x, z] = [-random.range(6, 15), 4 - i * 4];
      plantConifer(scene, random, [x, ground(x, z) - 0.2, z], random.range(4, 8), cover, i < 4 ? 'mid' : 'far');
    }
    for (let i = 0; i < 14; i++) {
      const [x, z] = [random.range(9, 18), -2 - i * 3];
      plantConifer(scene, random, [x, ground(x, z) - 0.3, z], random.range(7, 10), cover, 'far');
    }
    if (!cover.snow) drawGrass(scene, random, 160, () => [random.range(-4.5, 4.4), 7 - random.next() * 22], ground, 0.18);
    drawBirds(scene, random, [12, 9, -34], 4);
    return {
      marks: [
        ...talkingPair(0.1, -1.4, 1.1, ground),
        spot(3.6, -2.4, 1.4, ground),
        seat(-2.2, -0.7, 1.1, 0.6, ground),
        spot(path(-7), -7, 0, ground),
        spot(path(5), 5, Math.PI, ground),
        spot(path(-14), -14, 0.1, ground),
      ],
      views: [
        { eye: [-2, ground(-2, 5.6) + 1.5, 5.8], target: [1.6, 2.2, -9], fov: 52 },
        { eye: [0.9, ground(0.9, -8) + 1.6, -8.2], target: [-0.9, 1.4, 4], fov: 50 },
        { eye: [5.4, ground(4.6, 3) + 2.2, 4], target: [-2.4, 1.6, -5], fov: 48 },
      ],
      centre: [0, 0, -4],
      radius: 18,
      interior: false,
      exit: [path(-26), ground(path(-26), -26), -26],
    };
  },
};
