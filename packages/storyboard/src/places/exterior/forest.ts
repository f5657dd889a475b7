/** @file A wood with a path: big trunks close by, the wood closing behind them, a clearing of light at the path's end. */
import { fbm, type V3 } from '../../world/vector.js';
import { coverOf } from '../landscape/materials.js';
import { drawGrass, plantFern } from '../landscape/plants.js';
import { putBoulder, scatterStones } from '../landscape/rocks.js';
import { layGround, layStrip, scratch, seat, spot, talkingPair, winding } from '../landscape/terrain.js';
import { plantBare, plantBroadleaf, plantConifer } from '../landscape/trees.js';
import type { PlaceGrammar } from '../place.js';
import { tongues } from './words.js';

/** Forest path; conifers when the words ask for pines or firs, or when it snows. */
export const forest: PlaceGrammar = {
  name: 'forest',
  words: tongues({
    en: 'forest, wood, woods, woodland, forest road, forest path, trail, grove, clearing',
    fr: 'forêt, bois, sous-bois, clairière, sentier',
    de: 'wald, waldweg, lichtung, gehölz',
    es: 'bosque, arboleda, sendero',
    zh: '森林, 树林, 林中, 林间小路, 林间',
  }),
  interior: false,
  build(scene, random, { words, weather, time }) {
    const cover = coverOf({ words, weather, time });
    const swing = random.range(0.9, 1.5);
    const pine = weather === 'snow' || /pine|fir|spruce|conifer|sapin|tanne|kiefer|fichte|pino|abeto|松/.test(words);
    const pathX = (z: number): number => Math.sin(z * 0.12) * swing;
    const ground = (x: number, z: number): number =>
      fbm(x * 0.12, z * 0.12) * 1.2 + Math.min(3, (x * 0.11) ** 2) - 0.75 * Math.exp(-((x - pathX(z)) ** 2) / 3);
    layGround(scene, { x0: -34, x1: 34, z0: -70, z1: 30 }, 1.1, ground, cover.grass);
    layStrip(scene, winding(22, -52, 70, pathX), (t) => 0.8 + 0.12 * Math.sin(t * 60), ground, cover.path);

    for (let i = 0; i < 62; i++) {
      const z = 18 - random.next() ** 0.9 * 66;
      const near = z > -9;
      const x = pathX(z) + (random.chance(0.5) ? -1 : 1) * random.range(near ? 2.9 : 1.9, 15);
      const at: V3 = [x, ground(x, z) - 0.1, z];
      const height = random.range(8, 15);
      const nearness = near && z < 6 ? 'mid' : 'far';
      if (pine) plantConifer(scene, random, at, height, cover, nearness);
      else if (random.chance(0.72) && !cover.snow) plantBroadleaf(scene, random, at, height, cover, nearness);
      else plantBare(scene, random, at, height, nearness);
    }
    plantBare(scene, random, [-2.7, ground(-2.7, 1.8), 1.8], 13, 'near');
    const tuft = (): [number, number] => {
      const z = 8 - random.next() ** 1.4 * 34;
      return [pathX(z) + (random.chance(0.5) ? -1 : 1) * random.range(1.1, 7), z];
    };
    if (!cover.snow) {
      drawGrass(scene, random, 360, tuft, ground, 0.26);
      for (let i = 0; i < 9; i++) {
        const [x, z] = tuft();
        if (Math.abs(x - pathX(z)) > 2) plantFern(scene, random, [x, ground(x, z), z], random.range(0.5, 0.9), cover);
      }
    }
    scatterStones(scene, random, 10, tuft, ground, 0.6, cover.rock);
    putBoulder(scene, random, [2.6, ground(2.6, -1.4), -1.4], 1.5, cover.rock);
    scene.tube(
      [
        [-4.6, ground(-4.6, -5) + 0.3, -5],
        [-1.9, ground(-1.9, -6.2) + 0.28, -6.2],
      ],
      [0.3, 0.24],
      { tone: 0.44, tint: [0.82, 0.74, 0.66] },
      9,
    );
    scratch(
      scene,
      random,
      46,
      () => {
        const z = random.range(-22, 6);
        return [pathX(z) + random.range(-0.8, 0.8), z];
      },
      ground,
      0.4,
      0.8,
    );

    return {
      marks: [
        ...talkingPair(0.3, -1.2, 1.1, ground),
        spot(-0.6, -4.2, 0.3, ground),
        spot(pathX(-8), -8, 0.2, ground),
        spot(pathX(-14), -14, 0, ground),
        seat(-2.8, -5.4, 0.6, 0.5, ground),
        spot(0.4, 4, Math.PI, ground),
      ],
      views: [
        { eye: [1.3, ground(1.3, 3.2) + 0.85, 4.2], target: [-0.1, 1.45, -6], fov: 48 },
        { eye: [-1.2, ground(-1.2, -8) + 1.5, -7.6], target: [0.6, 1.2, 2], fov: 46 },
        { eye: [-3.4, ground(-3.4, -2.6) + 1.3, -3.2], target: [1.2, 1, -0.8], fov: 44 },
      ],
      centre: [0, 0, -4],
      radius: 18,
      interior: false,
      exit: [pathX(-20), ground(pathX(-20), -20), -20],
    };
  },
};
