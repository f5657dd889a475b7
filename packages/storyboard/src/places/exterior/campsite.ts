/** @file A camp: tents and logs round a fire, a kettle, the wood's edge behind, a lake's gleam between the trunks. */
import { fbm, type V3 } from '../../world/vector.js';
import { lightFire } from '../landscape/fire.js';
import { putCrate } from '../landscape/furniture.js';
import { Local } from '../landscape/local.js';
import { CANVAS, coverOf, DARK_TIMBER, IRON, isDark, type Paint } from '../landscape/materials.js';
import { drawGrass, plantBush } from '../landscape/plants.js';
import { putBoulder } from '../landscape/rocks.js';
import { layGround, layRidge, levelled, scratch, seat, spot, talkingPair } from '../landscape/terrain.js';
import { plantBroadleaf, plantConifer } from '../landscape/trees.js';
import { layWater } from '../landscape/water.js';
import type { PlaceGrammar } from '../place.js';
import { tongues } from './words.js';

/** Campsite with a fire. */
export const campsite: PlaceGrammar = {
  name: 'campsite',
  words: tongues({
    en: 'campsite, camp, campfire, tent, bonfire, camping, bivouac, refugee camp',
    fr: 'campement, camping, feu de camp, bivouac, tente',
    de: 'zeltplatz, lager, lagerfeuer, campingplatz, zelt',
    es: 'campamento, hoguera, camping, tienda de campaña, fogata',
    zh: '营地, 篝火, 露营地, 帐篷, 营火',
  }),
  interior: false,
  build(scene, random, request) {
    const cover = coverOf(request);
    const dark = isDark(request.time);
    const seed = random.range(0, 20);
    const ground = levelled((x, z) => 1.4 * (fbm(x * 0.07 + seed, z * 0.07) - 0.4) - Math.max(0, -z - 14) * 0.09, 0, -1.5, 6);
    const flat = ground(0, -1.5);
    layGround(scene, { x0: -40, x1: 40, z0: -50, z1: 26 }, 1.2, ground, cover.grass);
    layWater(scene, { x0: -200, x1: 200, z0: -200, z1: -20 }, flat - 1.3);
    layRidge(scene, random, { far: 190, height: 50, paint: { ...cover.needle, tone: 0.55, soft: undefined } });
    const fire: V3 = [0.2, flat, -2.6];
    const lamp = lightFire(scene, random, fire, 1);
    for (let i = 0; i < 11; i++) {
      const a = (i / 11) * 6.283;
      putBoulder(scene, random, [fire[0] + Math.cos(a) * 0.75, flat - 0.02, fire[2] + Math.sin(a) * 0.7], 0.3, { tone: 0.6 });
    }
    for (const s of [-0.75, 0.75])
      scene.tube(
        [
          [fire[0] + s, flat, fire[2]],
          [fire[0] + s * 0.96, flat + 1.25, fire[2]],
        ],
        [0.04, 0.035],
        DARK_TIMBER,
        5,
      );
    scene.tube(
      [
        [fire[0] - 0.85, flat + 1.2, fire[2]],
        [fire[0] + 0.85, flat + 1.2, fire[2]],
      ],
      [0.03, 0.03],
      DARK_TIMBER,
      5,
    );
    scene.line(
      [
        [fire[0], flat + 1.2, fire[2]],
        [fire[0], flat + 0.98, fire[2]],
      ],
      1.4,
    );
    scene.lathe(
      [fire[0], flat + 0.72, fire[2]],
      [
        [0.14, 0],
        [0.16, 0.1],
        [0.12, 0.24],
        [0.02, 0.27],
      ],
      IRON,
      10,
      false,
    );
    const log = (x: number, z: number, yaw: number): void =>
      new Local(scene, [x, flat + 0.2, z], yaw).wheel(0, 0, 0, 0.21, 1.9, { ...DARK_TIMBER, tone: 0.5 }, 10);
    log(-1.9, -2.8, 1.5);
    log(0.2, -5, 0.1);
    log(2.4, -2.4, -1.35);
    pitchTent(
      new Local(scene, [-4.9, ground(-4.9, -5.6), -5.6], 0.75),
      {
        ...CANVAS,
        tone: 0.74,
        tint: random.pick<V3>([
          [1, 0.85, 0.6],
          [0.7, 0.85, 0.7],
          [1, 0.66, 0.5],
        ]),
      },
      dark,
    );
    pitchTent(
      new Local(scene, [4.6, ground(4.6, -6.4), -6.4], -0.6),
      {
        ...CANVAS,
        tone: 0.66,
        tint: random.pick<V3>([
          [0.62, 0.76, 1],
          [0.72, 0.86, 0.72],
        ]),
      },
      false,
    );
    putCrate(scene, [3.6, ground(3.6, -0.6), -0.4], 0.5, 0.4);
    const pack = new Local(scene, [-3.2, ground(-3.2, -0.2), -0.2], 0.6);
    pack.prism(
      [
        [-0.2, 0],
        [-0.22, 0.5],
        [-0.1, 0.66],
        [0.12, 0.6],
        [0.22, 0.1],
        [0.2, 0],
      ],
      0.2,
      { tone: 0.5, tint: [1, 0.6, 0.45] },
    );
    for (const [x, z, h] of [
      [-7.6, -3.4, 11],
      [-9.5, -10, 12],
      [7.9, -3, 12],
      [9.8, -9, 12],
      [-13, -5, 11],
      [13, -6, 12],
      [-4, -13, 12],
      [6, -13.5, 11],
      [-16, -14, 12],
      [17, -14, 12],
      [-7.5, 6.5, 11],
      [8, 6, 12],
      [2, 12, 11],
      [-12, 4, 12],
    ]) {
      const at: V3 = [x, ground(x, z) - 0.1, z];
      if (random.chance(0.7))
        plantConifer(scene, random, at, h * random.range(0.85, 1.15), cover, Math.abs(x) < 10 && z > -12 ? 'near' : 'mid');
      else plantBroadleaf(scene, random, at, h * 0.9, cover, 'mid');
    }
    for (let i = 0; i < 6; i++) {
      const x = (i % 2 ? 1 : -1) * random.range(6, 9);
      plantBush(scene, random, [x, ground(x, -1 - i * 2), -1 - i * 2], random.range(0.9, 1.5), cover);
    }
    if (!cover.snow)
      drawGrass(
        scene,
        random,
        240,
        () => {
          const a = random.range(0, 6.283);
          const r = random.range(2.6, 9);
          return [Math.cos(a) * r, -2 + Math.sin(a) * r];
        },
        ground,
        0.26,
      );
    scratch(scene, random, 60, () => [random.range(-3, 3), random.range(-5, 2)], ground, 0.3);
    return {
      marks: [
        ...talkingPair(0.1, -0.9, Math.PI / 2, ground),
        seat(-1.7, -2.7, 1.5, 0.42, () => flat),
        seat(2.2, -2.3, -1.4, 0.42, () => flat),
        seat(0.2, -4.8, 0, 0.42, () => flat),
        spot(-3.4, -3.8, 0.9, ground),
        spot(0.6, 4, Math.PI, ground),
      ],
      views: [
        { eye: [-1.8, flat + 1.35, 5], target: [0.3, flat + 1.3, -5], fov: 50 },
        { eye: [1.2, flat + 1.5, -7.4], target: [-0.2, flat + 1, 2], fov: 50 },
        { eye: [5.6, flat + 1.3, 1], target: [-1.6, flat + 0.9, -3.6], fov: 48 },
      ],
      centre: [0, flat, -2.5],
      radius: 13,
      interior: false,
      lamp,
      exit: [4, ground(4, 8), 8],
    };
  },
};

/** Ridge tent with guy ropes; its open end is local +z. Lit from inside where someone is awake. */
function pitchTent(tent: Local, cloth: Paint, glowing: boolean): void {
  const group = tent.scene.group();
  const [w, h, d] = [1.25, 1.75, 1.5];
  const paint: Paint = glowing ? { ...cloth, glow: 0.62 } : cloth;
  for (const s of [-1, 1])
    tent.poly(
      [
        [0, h, d],
        [0, h, -d],
        [s * w, 0, -d],
        [s * w, 0, d],
      ],
      tent.scene.surf({ ...paint, group }),
    );
  tent.poly(
    [
      [-w, 0, -d],
      [w, 0, -d],
      [0, h, -d],
    ],
    tent.scene.surf({ ...paint, group }),
  );
  tent.poly(
    [
      [0, h, d],
      [-w, 0, d],
      [-0.35, 0, d + 0.05],
    ],
    tent.scene.surf({ ...paint, group }),
  );
  tent.poly(
    [
      [0, h, d],
      [w, 0, d],
      [0.5, 0, d + 0.05],
    ],
    tent.scene.surf({ ...paint, group }),
  );
  tent.poly(
    [
      [0, h - 0.05, d - 0.2],
      [-0.5, 0, d - 0.2],
      [0.6, 0, d - 0.2],
    ],
    glowing ? { tone: 1, glow: 0.9, tint: [1, 0.85, 0.5] } : { tone: 0.14 },
  );
  for (const z of [d, -d]) {
    tent.tube(
      [
        [0, 0, z],
        [0, h + 0.12, z],
      ],
      0.025,
      DARK_TIMBER,
      5,
    );
    tent.line(
      [
        [0, h, z],
        [0, 0, z * 1.9],
      ],
      1.1,
    );
  }
  for (const s of [-1, 1])
    for (const z of [-0.8, 0.8])
      tent.line(
        [
          [s * w * 0.7, h * 0.3, z],
          [s * w * 1.6, 0, z],
        ],
        1,
      );
}
