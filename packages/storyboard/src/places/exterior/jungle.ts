/** @file A jungle: buttressed giants, palms, lianas and broad leaves close to the eye, a trail through green light. */
import { fbm, type V3 } from '../../world/vector.js';
import { coverOf } from '../landscape/materials.js';
import { drawGrass, plantBush, plantFern } from '../landscape/plants.js';
import { putBoulder } from '../landscape/rocks.js';
import { layGround, layStrip, seat, spot, talkingPair, winding } from '../landscape/terrain.js';
import { plantBelt, plantBroadleaf, plantPalm } from '../landscape/trees.js';
import type { PlaceGrammar } from '../place.js';
import { tongues } from './words.js';

/** Jungle trail. */
export const jungle: PlaceGrammar = {
  name: 'jungle',
  words: tongues({
    en: 'jungle, rainforest, rain forest, tropical forest, bush, undergrowth',
    fr: 'jungle, forêt tropicale, forêt vierge, brousse',
    de: 'dschungel, regenwald, urwald, busch',
    es: 'selva, jungla, selva tropical, espesura',
    zh: '丛林, 雨林, 热带雨林, 密林',
  }),
  interior: false,
  build(scene, random, { words, time }) {
    const cover = coverOf({ words, time, weather: 'clear' });
    const trail = (z: number): number => Math.sin(z * 0.16) * 1.3;
    const ground = (x: number, z: number): number =>
      fbm(x * 0.16, z * 0.16) * 0.9 + Math.min(2.4, (x * 0.13) ** 2) - 0.4 * Math.exp(-((x - trail(z)) ** 2) / 2);
    layGround(scene, { x0: -26, x1: 26, z0: -46, z1: 20 }, 1.1, ground, { ...cover.grass, tone: 0.86, tint: [0.86, 0.95, 0.76] });
    layStrip(scene, winding(18, -36, 50, trail), (t) => 0.6 + 0.12 * Math.sin(t * 50), ground, { ...cover.earth, tone: 0.84 });
    const beside = (z: number, near: number, far: number): V3 => {
      const x = trail(z) + (random.chance(0.5) ? -1 : 1) * random.range(near, far);
      return [x, ground(x, z) - 0.1, z];
    };
    for (let i = 0; i < 13; i++)
      plantBroadleaf(scene, random, beside(9 - i * 3.2, 3.4, 9), random.range(12, 17), cover, i < 4 ? 'mid' : 'far');
    for (let i = 0; i < 9; i++) plantBroadleaf(scene, random, beside(6 - i * 3.4, 2.6, 5), random.range(9, 12), cover, 'far');
    for (let i = 0; i < 9; i++) plantPalm(scene, random, beside(5 - i * 3.6, 2.8, 7), random.range(4, 7.5), cover);
    plantBelt(
      scene,
      random,
      Array.from({ length: 26 }, (_, i) => beside(-18 - i * 0.8, 1, 16)),
      7,
      cover,
    );
    for (let i = 0; i < 30; i++) plantFern(scene, random, beside(3 - i * 0.6, 1.5, 4), random.range(0.6, 1.2), cover);
    plantFern(scene, random, [2.3, ground(2.3, 2) + 0.1, 2], 1.4, cover);
    plantFern(scene, random, [-1.7, ground(-1.7, 1.6) + 0.1, 1.6], 1.3, cover);
    for (let i = 0; i < 9; i++) plantBush(scene, random, beside(2 - i * 2.4, 2.6, 6), random.range(1, 2), cover);
    for (let i = 0; i < 7; i++) {
      const a = beside(2 - i * 1.6, 0.4, 3.4);
      const b = beside(2 - i * 1.6, 2, 6);
      const [ya, yb] = [random.range(8, 10), random.range(7, 10)];
      scene.line(
        [
          [a[0], ya, a[2]],
          [(a[0] * 2 + b[0]) / 3, ya - 2, a[2]],
          [(a[0] + 2 * b[0]) / 3, yb - 1.8, b[2]],
          [b[0], yb, b[2]],
        ],
        2.2,
      );
      if (random.chance(0.5))
        scene.line(
          [
            [a[0], 8, a[2]],
            [a[0] + 0.1, random.range(2.4, 3.6), a[2] + 0.1],
          ],
          1.6,
        );
    }
    putBoulder(scene, random, [-2.2, ground(-2.2, -3.6), -3.6], 1.3, { tone: 0.56, tint: [0.84, 0.92, 0.78] });
    drawGrass(
      scene,
      random,
      220,
      () => {
        const p = beside(7 - random.next() * 22, 0.9, 5);
        return [p[0], p[2]];
      },
      ground,
      0.42,
    );
    return {
      marks: [
        ...talkingPair(trail(-1.2) + 0.1, -1.2, 1, ground),
        spot(trail(-6), -6, 0, ground),
        spot(trail(-11), -11, 0.1, ground),
        seat(-2, -3, 0.8, 0.6, ground),
        spot(trail(5), 5, Math.PI, ground),
        spot(1.8, -3.6, -0.9, ground),
      ],
      views: [
        { eye: [0.9, ground(0.9, 4.4) + 1.2, 5], target: [-0.2, 2, -8], fov: 52 },
        { eye: [trail(-7), ground(0, -7) + 1.6, -7.2], target: [0.4, 1.6, 4], fov: 52 },
      ],
      centre: [0, 0, -4],
      radius: 16,
      interior: false,
      daylight: [0.15, 1, 0.35],
      exit: [trail(-18), ground(trail(-18), -18), -18],
    };
  },
};
