/** @file A canyon: layered red walls close in on a dry river bed, boulders, a balanced rock, a strip of sky. */
import { fbm } from '../../world/vector.js';
import { coverOf, type Paint } from '../landscape/materials.js';
import { drawGrass, plantBush, plantCactus } from '../landscape/plants.js';
import { putBoulder, raiseCliff, scatterStones } from '../landscape/rocks.js';
import { layGround, layStrip, scratch, seat, spot, talkingPair, winding } from '../landscape/terrain.js';
import { drawBirds } from '../landscape/water.js';
import type { PlaceGrammar } from '../place.js';
import { tongues } from './words.js';

/** Canyon floor. */
export const canyon: PlaceGrammar = {
  name: 'canyon',
  words: tongues({
    en: 'canyon, gorge, ravine, gully, rocky desert, dry riverbed, rocks',
    fr: 'gorge, gorges, ravin, défilé, canyon, rochers',
    de: 'schlucht, canyon, klamm, felsen',
    es: 'cañón, desfiladero, barranco, garganta, rocas',
    zh: '峡谷, 山涧, 沟壑, 岩石',
  }),
  interior: false,
  build(scene, random, request) {
    const cover = coverOf(request);
    const rock: Paint = { tone: 0.72, tint: [1, 0.78, 0.64] };
    const axis = (z: number): number => 3.2 * Math.sin(z * 0.07);
    const half = (z: number): number => 7 + 2 * Math.sin(z * 0.19);
    const seed = random.range(0, 20);
    const ground = (x: number, z: number): number =>
      0.8 * (fbm(x * 0.16 + seed, z * 0.16) - 0.4) * Math.min(1, Math.abs(x - axis(z)) / 3) +
      Math.max(0, Math.abs(x - axis(z)) - 4.5) * 0.42;
    layGround(scene, { x0: -26, x1: 26, z0: -90, z1: 34 }, 1.3, ground, { ...cover.sand, tone: 0.86, tint: [1, 0.86, 0.74] });
    layStrip(scene, winding(30, -80, 70, axis), (t) => 1.3 + 0.4 * Math.sin(t * 34), ground, { ...cover.sand, tone: 0.96 });
    for (const s of [-1, 1]) {
      const foot = winding(s > 0 ? -92 : 36, s > 0 ? 36 : -92, 46, (z) => axis(z) + s * half(z));
      raiseCliff(scene, random, foot, {
        base: 0.3,
        height: (t) => 15 + 7 * Math.sin(t * 9 + s) + 4 * Math.sin(t * 23),
        layers: 7,
        lean: 0.16,
        paint: rock,
      });
    }
    raiseCliff(
      scene,
      random,
      [
        [-16, -86],
        [-8, -90],
        [0, -92],
        [8, -90],
        [16, -86],
      ],
      { base: 0, height: (t) => 26 - 20 * Math.abs(t - 0.5), layers: 6, lean: 0.14, paint: { ...rock, tone: 0.8 } },
    );
    putBoulder(scene, random, [3.4, ground(3.4, -4.6), -4.6], 2, rock);
    putBoulder(scene, random, [3.2, ground(3.4, -4.6) + 1.05, -4.7], 1.2, { ...rock, tone: 0.8 });
    putBoulder(scene, random, [-3.9, ground(-3.9, -1.4), -1.4], 1.5, rock);
    putBoulder(scene, random, [-4.4, ground(-4.4, -9), -9], 2.6, rock);
    putBoulder(scene, random, [5.2, ground(5.2, 3), 3], 1.6, rock);
    scatterStones(
      scene,
      random,
      60,
      () => {
        const z = 9 - random.next() * 40;
        return [axis(z) + (random.chance(0.5) ? 1 : -1) * random.range(1.5, 6.4), z];
      },
      ground,
      0.6,
      rock,
    );
    plantCactus(scene, random, [-5, ground(-5, -4.4), -4.4], 2.8);
    for (let i = 0; i < 5; i++) {
      const z = 2 - i * 6;
      const x = axis(z) + (i % 2 ? 4.4 : -4.4);
      plantBush(scene, random, [x, ground(x, z), z], 0.9, cover);
    }
    drawGrass(
      scene,
      random,
      90,
      () => {
        const z = 8 - random.next() * 26;
        return [axis(z) + (random.chance(0.5) ? 1 : -1) * random.range(1.6, 5), z];
      },
      ground,
      0.28,
    );
    scratch(
      scene,
      random,
      120,
      () => {
        const z = 9 - random.next() ** 1.2 * 36;
        return [axis(z) + random.range(-4, 4), z];
      },
      (x, z) => ground(x, z) + 0.04,
      0.5,
    );
    drawBirds(scene, random, [2, 19, -34], 4);
    return {
      marks: [
        ...talkingPair(0, -1.2, 1.2, ground),
        seat(-3.5, -0.7, 1, 0.6, ground),
        spot(2.2, -3, -0.4, ground),
        spot(axis(-8), -8, 0, ground),
        spot(axis(6), 6, Math.PI, ground),
        spot(axis(-18), -18, 0, ground),
      ],
      views: [
        { eye: [-1.9, ground(-1.9, 6) + 1.25, 6.4], target: [0.2, 3.6, -12], fov: 56 },
        { eye: [0.6, ground(0.6, -8) + 1.6, -8.4], target: [-0.5, 2.8, 6], fov: 54 },
        { eye: [5, ground(5, 0) + 2.4, 0.6], target: [-4, 1, -3], fov: 52 },
      ],
      centre: [0, 0, -4],
      radius: 18,
      interior: false,
      daylight: [-0.3, 0.9, 0.5],
      exit: [axis(-34), ground(axis(-34), -34), -34],
    };
  },
};
