/** @file The mouth of a cave: a dark arch in a rock wall, boulders and ferns, a trickle of water, bones of light inside. */
import { fbm, type V3 } from '../../world/vector.js';
import { coverOf, type Paint, shade } from '../landscape/materials.js';
import { drawGrass, plantBush, plantFern } from '../landscape/plants.js';
import { putBoulder, raiseCliff, scatterStones } from '../landscape/rocks.js';
import { layGround, layStrip, seat, spot, talkingPair, winding } from '../landscape/terrain.js';
import { plantBare, plantBroadleaf } from '../landscape/trees.js';
import type { PlaceGrammar } from '../place.js';
import { tongues } from './words.js';

/** Cave entrance; the cave itself is an interior. */
export const caveMouth: PlaceGrammar = {
  name: 'cave-mouth',
  words: tongues({
    en: 'cave mouth, cave entrance, outside the cave, cave, grotto, cavern, mine entrance, tunnel entrance',
    fr: 'entrée de la grotte, grotte, caverne',
    de: 'höhleneingang, höhle, grotte',
    es: 'entrada de la cueva, cueva, gruta, caverna',
    zh: '洞口, 山洞口, 洞穴外, 山洞',
  }),
  interior: false,
  build(scene, random, request) {
    const cover = coverOf(request);
    const rock: Paint = { ...cover.rock, tone: 0.62, crease: undefined };
    const seed = random.range(0, 30);
    const ground = (x: number, z: number): number =>
      0.6 * (fbm(x * 0.2 + seed, z * 0.2) - 0.45) * Math.min(1, Math.hypot(x, z + 1) / 4) + (z < -5.5 ? -0.1 : 0);
    layGround(scene, { x0: -34, x1: 34, z0: -24, z1: 34 }, 1.1, ground, cover.grass);
    layStrip(
      scene,
      winding(30, -10, 40, (z) => Math.sin(z * 0.2) * 0.8),
      0.9,
      ground,
      cover.path,
    );
    const mouth = Array.from({ length: 15 }, (_, i): [number, number] => {
      const a = Math.PI * (i / 14);
      const wobble = 1 + 0.16 * (fbm(i * 0.9 + seed, 3) - 0.5) * 2;
      return [Math.cos(a) * 3 * wobble, Math.max(0, Math.sin(a)) * 3.9 * wobble];
    });
    raiseRing(scene, mouth, rock, (i) => fbm(i * 0.7, seed));
    raiseCliff(
      scene,
      random,
      [
        [-26, 1.5],
        [-18, -3.4],
        [-12, -5.4],
        [-7.4, -6.6],
        [-5.2, -6.8],
      ],
      { base: -0.2, height: (t) => 12 + 3 * Math.sin(t * 7), layers: 6, lean: 0.1, paint: rock },
    );
    raiseCliff(
      scene,
      random,
      [
        [5.2, -6.8],
        [7.6, -6.4],
        [12, -5],
        [18, -2.4],
        [26, 2],
      ],
      { base: -0.2, height: (t) => 11 + 3 * Math.sin(t * 6 + 1), layers: 6, lean: 0.1, paint: rock },
    );
    for (const [x, z, s] of [
      [-4.4, -4.6, 2.4],
      [4.8, -4.4, 2.2],
      [-6.4, -3, 1.8],
      [6.6, -2.6, 1.4],
      [3.7, -2.2, 1],
      [-3.7, -1, 1.2],
    ] as const)
      putBoulder(scene, random, [x, ground(x, z), z], s, shade(rock, random.range(0.95, 1.25)));
    scatterStones(scene, random, 40, () => [random.range(-6, 6), 5 - random.next() * 11], ground, 0.4, rock);
    plantBroadleaf(scene, random, [-9, ground(-9, 0), 0], 9, cover, 'mid');
    plantBare(scene, random, [8.6, ground(8.6, 1.4), 1.4], 8, 'mid');
    plantBroadleaf(scene, random, [-5, ground(-5, 9), 9], 10, cover, 'mid');
    plantBroadleaf(scene, random, [6, ground(6, 11), 11], 11, cover, 'mid');
    for (let i = 0; i < 12; i++)
      plantBroadleaf(scene, random, [-26 + i * 5, -0.2, 20 + random.range(0, 9)], random.range(8, 11), cover, 'far');
    for (let i = 0; i < 9; i++) {
      const x = (i % 2 ? 1 : -1) * random.range(2.8, 6);
      const z = random.range(-4.6, 3);
      plantFern(scene, random, [x, ground(x, z), z], random.range(0.5, 0.9), cover);
    }
    for (let i = 0; i < 7; i++)
      plantBush(scene, random, [-9 + i * 3, 7.6 + random.range(-0.6, 1.4), -7.6], random.range(1.2, 2), cover);
    for (let i = 0; i < 16; i++) {
      const x = random.range(-2.6, 2.6);
      const top = 3.7 * Math.sqrt(1 - (x / 3.1) ** 2) + 0.7;
      scene.line(
        [
          [x, top, -5.1],
          [x + 0.08, top - random.range(0.5, 1.5), -5],
          [x - 0.05, top - random.range(1.2, 2), -5],
        ],
        1.2,
      );
    }
    if (!cover.snow)
      drawGrass(
        scene,
        random,
        220,
        () => [(random.chance(0.5) ? 1 : -1) * random.range(1.2, 8), 7 - random.next() * 11],
        ground,
        0.3,
      );
    return {
      marks: [
        ...talkingPair(0.1, -0.8, 1.2, ground),
        spot(0.3, -4.8, 0, ground),
        seat(3.6, -1.6, -0.7, 0.45, ground),
        spot(-2.4, 1.6, 2.2, ground),
        spot(0.4, 5, Math.PI, ground),
        spot(2, 2.2, -2.4, ground),
      ],
      views: [
        { eye: [-2.6, 1.4, 6.4], target: [0.4, 2.5, -6], fov: 52 },
        { eye: [0.5, 1.5, -6.6], target: [-0.2, 1.6, 4], fov: 54 },
        { eye: [5.2, 1.5, 3.4], target: [-3.2, 1.6, -3.6], fov: 50 },
      ],
      centre: [0, 0, -2],
      radius: 15,
      interior: false,
      exit: [0, -0.1, -7],
    };
  },
};

/** Rock face with the arch cut out of it, the arch's thickness and a dark throat behind. */
function raiseRing(
  scene: Parameters<typeof putBoulder>[0],
  mouth: readonly [number, number][],
  rock: Paint,
  rough: (i: number) => number,
): void {
  const front = scene.surf({ ...rock, line: 0.8 });
  const inner = scene.surf({ ...rock, tone: rock.tone * 0.62 });
  const dark = scene.surf({ tone: 0.06, tint: [0.9, 0.9, 1], line: 0.6 });
  const outer = (i: number): V3 => {
    const a = Math.PI * (i / (mouth.length - 1));
    return [Math.cos(a) * 6.6, Math.max(-0.3, Math.sin(a) * (11 + rough(i) * 3)), -6.9 - rough(i)];
  };
  for (let i = 0; i + 1 < mouth.length; i++) {
    const [a, b] = [mouth[i], mouth[i + 1]];
    const mid = (p: readonly [number, number], k: number): V3 => {
      const o = outer(k);
      return [(p[0] * 1.5 + o[0]) / 2.5, (p[1] * 1.5 + o[1]) / 2.5, -5 - rough(k + 9) * 1.2];
    };
    scene.poly([[a[0], a[1], -5.4], [b[0], b[1], -5.4], mid(b, i + 1), mid(a, i)], front);
    scene.poly(
      [mid(a, i), mid(b, i + 1), outer(i + 1), outer(i)],
      scene.surf({ ...rock, tone: rock.tone * (0.94 + 0.2 * rough(i * 3)), line: 0.8 }),
    );
    scene.poly(
      [
        [a[0], a[1], -5.4],
        [b[0], b[1], -5.4],
        [b[0] * 0.86, b[1] * 0.9, -8],
        [a[0] * 0.86, a[1] * 0.9, -8],
      ],
      inner,
    );
    scene.poly(
      [
        [a[0] * 0.86, a[1] * 0.9, -8],
        [b[0] * 0.86, b[1] * 0.9, -8],
        [b[0] * 0.6, b[1] * 0.7, -12],
        [a[0] * 0.6, a[1] * 0.7, -12],
      ],
      scene.surf({ ...rock, tone: 0.2, line: 0.6 }),
    );
    scene.poly(
      [
        [0, 0, -11.8],
        [a[0] * 0.62, a[1] * 0.72, -11.8],
        [b[0] * 0.62, b[1] * 0.72, -11.8],
      ],
      dark,
    );
  }
}
