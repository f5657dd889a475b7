/** @file A country road or highway: asphalt running to the hills, guard rail, poles, traffic coming and going. */
import { layRidge, LEVEL, layGround, layPlain, layStrip, scratch, spot, talkingPair, winding } from '../landscape/terrain.js';
import { runFence, runPoles } from '../landscape/furniture.js';
import { hangSign } from '../landscape/lettering.js';
import { Local } from '../landscape/local.js';
import { coverOf, isDark, STEEL } from '../landscape/materials.js';
import { drawGrass } from '../landscape/plants.js';
import { plantBelt, plantBroadleaf } from '../landscape/trees.js';
import { putVehicle } from '../landscape/vehicles.js';
import { fbm, type V3 } from '../../world/vector.js';
import type { PlaceGrammar } from '../place.js';
import { tongues } from './words.js';

/** Road through open country; a wide highway where the words ask for one. */
export const road: PlaceGrammar = {
  name: 'road',
  words: tongues({
    en: 'road, highway, motorway, freeway, country road, roadside, interstate, dirt road, bus stop, roadblock, car chase',
    fr: 'route, autoroute, route de campagne, bord de la route, arrêt de bus',
    de: 'landstraße, autobahn, straßenrand, bundesstraße, bushaltestelle',
    es: 'carretera, autopista, autovía, borde de la carretera, camino, parada de autobús',
    zh: '公路, 高速公路, 乡间公路, 路边, 公路旁, 公交车站',
  }),
  interior: false,
  build(scene, random, request) {
    const cover = coverOf(request);
    const dark = isDark(request.time);
    const half = /highway|motorway|freeway|autoroute|autobahn|autopista|高速/.test(request.words) ? 7 : 3.7;
    const bend = random.range(8, 16) * (random.chance(0.5) ? 1 : -1);
    const axis = (z: number): number => bend * (Math.min(0, z + 14) / 60) ** 2;
    const seed = random.range(0, 30);
    const ground = (x: number, z: number): number => {
      const off = Math.max(0, Math.abs(x - axis(z)) - half - 2.5);
      return -0.06 + Math.min(1, off / 14) * (fbm(x * 0.03 + seed, z * 0.03) - 0.3) * 7;
    };
    layPlain(scene, -3, cover.grass, 700);
    layGround(scene, { x0: -90, x1: 90, z0: -150, z1: 60 }, 2.4, ground, cover.grass);
    layRidge(scene, random, { far: 320, height: 60, paint: cover.far });
    layRidge(scene, random, { far: 190, height: 22, paint: { ...cover.grass, tone: 0.66 } });
    const line = winding(60, -140, 90, axis);
    layStrip(scene, line, half + 1, LEVEL, cover.earth, -0.01);
    layStrip(scene, line, half, LEVEL, cover.asphalt, 0.03);
    for (let z = 20; z > -120; z -= 5)
      scene.line(
        [
          [axis(z), 0.06, z],
          [axis(z - 2.4), 0.06, z - 2.4],
        ],
        2.6,
        { color: '#f8f4e6', alpha: 0.9, bias: 0.2 },
      );
    for (const s of [-1, 1])
      scene.line(
        line.slice(10).map(([x, z]): V3 => [x + s * (half - 0.25), 0.06, z]),
        1.4,
        { color: '#f8f4e6', alpha: 0.8, bias: 0.2 },
      );
    const rail = winding(-3, -70, 24, (z) => axis(z) + half + 1.3);
    for (let i = 0; i + 1 < rail.length; i++) {
      const [a, b] = [rail[i], rail[i + 1]];
      scene.box([a[0], 0, a[1]], 0.1, 0.75, 0.1, STEEL);
      scene.poly(
        [
          [a[0], 0.45, a[1]],
          [b[0], 0.45, b[1]],
          [b[0], 0.78, b[1]],
          [a[0], 0.78, a[1]],
        ],
        scene.surf({ ...STEEL, tone: 0.75 }),
      );
    }
    runPoles(scene, [-half - 5, 0, 16], [-half - 5 + axis(-90) * 0.8, 0, -90], 5);
    runFence(
      scene,
      random,
      winding(10, -60, 20, (z) => axis(z) - half - 3).map(([x, z]): V3 => [x, ground(x, z), z]),
      'wire',
    );
    const sign = new Local(scene, [half + 1.6, 0, -9], 0.05);
    for (const x of [-0.5, 0.5])
      sign.tube(
        [
          [x, 0, 0],
          [x, 2, 0],
        ],
        0.05,
        STEEL,
        6,
      );
    hangSign(sign, String(Math.round(random.range(3, 90))), [0, 1.7, 0.05], 0.55, {
      board: { tone: 0.5, tint: [0.6, 0.8, 0.7] },
      ink: { tone: 1 },
    });
    putVehicle(scene, random, 'car', [half - 1.9, 0.03, -17], Math.PI, { lights: dark });
    putVehicle(scene, random, 'truck', [axis(-46) - half * 0.5, 0.03, -46], 0, { lights: dark });
    putVehicle(scene, random, 'car', [axis(-80) - half * 0.5, 0.03, -80], 0, { lights: dark });
    putVehicle(scene, random, 'car', [half + 0.1, 0.0, 1.6], Math.PI);
    plantBelt(
      scene,
      random,
      Array.from({ length: 16 }, (): V3 => {
        const z = -random.range(26, 110);
        const x = axis(z) + (random.chance(0.5) ? 1 : -1) * random.range(12, 44);
        return [x, ground(x, z), z];
      }),
      9,
      cover,
    );
    plantBroadleaf(scene, random, [-half - 4, ground(-half - 4, -4), -4], 9, cover, 'near');
    if (!cover.snow)
      drawGrass(
        scene,
        random,
        200,
        () => [(random.chance(0.5) ? 1 : -1) * random.range(half + 1.2, half + 7), 8 - random.next() ** 1.4 * 34],
        ground,
        0.32,
      );
    scratch(
      scene,
      random,
      60,
      () => [random.range(-half, half), 8 - random.next() ** 1.4 * 40],
      () => 0.04,
      0.5,
    );
    const x = half - 0.4;
    return {
      marks: [
        ...talkingPair(x - 0.8, -2.2, 1.9),
        spot(-half - 0.6, -3, 1.4),
        spot(0, -9, 0),
        spot(half + 0.7, -6, -1.2),
        spot(-1, 6, Math.PI),
        { at: [x - 1, 0, 2.4], yaw: -1.7, kind: 'lean' },
      ],
      views: [
        { eye: [-1.6, 1.2, 7], target: [0.9, 1.95, -10], fov: 50 },
        { eye: [half + 0.9, 1.6, -8.4], target: [-0.4, 1.5, 4], fov: 50 },
        { eye: [-half - 3, 1.4, -5.4], target: [half, 1.2, -0.6], fov: 46 },
      ],
      centre: [0, 0, -5],
      radius: 20,
      interior: false,
      exit: [axis(-40), 0, -40],
    };
  },
};
