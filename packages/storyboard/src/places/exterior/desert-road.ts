/** @file A straight road through desert: heat, poles, cacti, a broken-down car, mesas on the horizon. */
import {
  layHorizon,
  layGround,
  layPlain,
  layStrip,
  LEVEL,
  scratch,
  seat,
  spot,
  talkingPair,
  winding,
} from '../landscape/terrain.js';
import { runPoles } from '../landscape/furniture.js';
import { Local } from '../landscape/local.js';
import { coverOf, isDark, type Paint, STEEL, TIMBER } from '../landscape/materials.js';
import { drawGrass, plantCactus } from '../landscape/plants.js';
import { raiseCliff, scatterStones, putBoulder } from '../landscape/rocks.js';
import { putVehicle } from '../landscape/vehicles.js';
import { hangSign } from '../landscape/lettering.js';
import { fbm } from '../../world/vector.js';
import type { Random } from '@filmai/core-tensor/random';
import type { Scene } from '../../world/scene.js';
import type { PlaceGrammar } from '../place.js';
import { tongues } from './words.js';

/** Desert road. */
export const desertRoad: PlaceGrammar = {
  name: 'desert-road',
  words: tongues({
    en: 'desert road, desert highway, route 66, desert crossroads, dusty road',
    fr: 'route du désert, route désertique, piste',
    de: 'wüstenstraße, straße in der wüste, wüstenpiste',
    es: 'carretera del desierto, camino del desierto, carretera desierta',
    zh: '沙漠公路, 荒漠公路, 戈壁公路',
  }),
  interior: false,
  build(scene, random, request) {
    const cover = coverOf(request);
    const dark = isDark(request.time);
    const seed = random.range(0, 30);
    const ground = (x: number, z: number): number =>
      -0.05 + Math.min(1, Math.max(0, Math.abs(x) - 5) / 12) * (fbm(x * 0.05 + seed, z * 0.05) - 0.35) * 2.6;
    layPlain(scene, -0.9, cover.sand, 900);
    layGround(scene, { x0: -70, x1: 70, z0: -120, z1: 50 }, 2, ground, cover.sand);
    const rock: Paint = { tone: 0.62, tint: [1, 0.78, 0.62] };
    raiseMesa(scene, random, -120, -260, 60, 46, rock);
    raiseMesa(scene, random, 90, -330, 80, 60, { ...rock, tone: 0.7 });
    raiseMesa(scene, random, 16, -420, 36, 70, { ...rock, tone: 0.76 });
    layHorizon(scene, random, 620, 34, { tone: 0.76, tint: [1, 0.86, 0.76] });
    layStrip(
      scene,
      winding(60, -420, 60, () => 0),
      4.6,
      LEVEL,
      cover.earth,
      -0.02,
    );
    layStrip(
      scene,
      winding(60, -420, 60, () => 0),
      3.6,
      LEVEL,
      cover.asphalt,
      0.02,
    );
    for (let z = 20; z > -160; z -= 5)
      scene.line(
        [
          [0, 0.05, z],
          [0, 0.05, z - 2.4],
        ],
        2.6,
        { color: '#f6dd9a', alpha: 0.9, bias: 0.2 },
      );
    runPoles(scene, [-6.4, 0, 14], [-6.4, 0, -150], 7);
    putVehicle(scene, random, 'car', [3.1, 0.02, -3.6], Math.PI - 0.06, { lights: dark });
    putVehicle(scene, random, 'truck', [-1.8, 0.02, -90], 0, { lights: dark });
    for (const [x, z, h] of [
      [6.6, -9, 4.2],
      [-9.5, -5, 3.2],
      [-13, -22, 4.5],
      [14, -24, 5],
      [22, -42, 4],
      [-20, -50, 5],
    ] as const)
      plantCactus(scene, random, [x, ground(x, z), z], h * random.range(0.85, 1.15));
    const sign = new Local(scene, [5, 0, 1.4], -0.15);
    for (const x of [-0.7, 0.7]) sign.box(x, 0, 0, 0.1, 1.7, 0.1, TIMBER);
    hangSign(sign, String(Math.round(random.range(40, 180))), [0, 1.05, 0.06], 0.42, {
      board: { ...STEEL, tone: 0.92 },
      ink: { tone: 0.2 },
    });
    putBoulder(scene, random, [-5.2, 0, -1.2], 1.3, rock);
    putBoulder(scene, random, [-6.4, 0, -2.4], 0.8, rock);
    scatterStones(
      scene,
      random,
      40,
      () => [(random.chance(0.5) ? 1 : -1) * random.range(4.8, 16), 8 - random.next() * 34],
      ground,
      0.3,
      rock,
    );
    drawGrass(
      scene,
      random,
      90,
      () => [(random.chance(0.5) ? 1 : -1) * random.range(4.6, 15), 8 - random.next() * 34],
      ground,
      0.3,
    );
    scratch(
      scene,
      random,
      90,
      () => [random.range(-14, 14), 8 - random.next() ** 1.4 * 40],
      (x, z) => Math.max(0.02, ground(x, z)),
      0.6,
    );
    return {
      marks: [
        ...talkingPair(0.4, -1.4, 1.4),
        { at: [1.9, 0, -4], yaw: -1.5, kind: 'lean' },
        seat(-5.1, -0.6, 0.9, 0.5),
        spot(0, -12, 0),
        spot(-0.4, 6, Math.PI),
        spot(3.4, -7.4, 0.3),
      ],
      views: [
        { eye: [-1.9, 0.95, 6.2], target: [0.7, 2, -10], fov: 50 },
        { eye: [0.2, 1.55, -9.6], target: [0.9, 1.4, 4], fov: 48 },
        { eye: [-4.6, 1.3, 2.6], target: [3.4, 1.2, -3.4], fov: 46 },
      ],
      centre: [0, 0, -4],
      radius: 18,
      interior: false,
      exit: [0, 0, -40],
    };
  },
};

/** A table mountain of layered rock. */
export function raiseMesa(scene: Scene, random: Random, x: number, z: number, width: number, height: number, paint: Paint): void {
  const n = 16;
  const ring = Array.from({ length: n + 1 }, (_, i): [number, number] => {
    const a = Math.PI * (1 - i / n);
    return [x + Math.cos(a) * width * 0.5, z + Math.sin(a) * width * 0.35];
  });
  raiseCliff(scene, random, ring, { base: -2, height: () => height, layers: 5, lean: 0.1, paint });
}
