/** @file A big-city street: shop blocks step back to towers, parked cars on both sides, a crossing in front. */
import { raiseTower } from '../landscape/buildings.js';
import { putBin, putHydrant, putMastLight, putTrafficLight } from '../landscape/furniture.js';
import { Local } from '../landscape/local.js';
import { coverOf, isDark, litShare } from '../landscape/materials.js';
import { raiseRow } from '../landscape/rows.js';
import { LEVEL, layPlain, scratch, spot, talkingPair } from '../landscape/terrain.js';
import { putVehicle } from '../landscape/vehicles.js';
import type { PlaceGrammar } from '../place.js';
import { tongues } from './words.js';

/** City street with traffic, shops and towers at its end. */
export const cityStreet: PlaceGrammar = {
  name: 'city-street',
  words: tongues({
    en: 'city street, city, downtown, avenue, boulevard, crossroads, intersection, crosswalk, sidewalk, city centre, city center, business district, busy street, traffic',
    fr: 'avenue, centre-ville, carrefour, trottoir, ville, grande rue',
    de: 'stadt, innenstadt, allee, kreuzung, gehweg, bürgersteig, hauptstraße, stadtstraße',
    es: 'avenida, centro de la ciudad, cruce, acera, ciudad, bulevar',
    zh: '城市街道, 大街, 市中心, 十字路口, 人行道, 城市, 马路, 闹市',
  }),
  interior: false,
  build(scene, random, request) {
    const cover = coverOf(request);
    const dark = isDark(request.time) || request.weather === 'fog';
    const lit = litShare(request.time);
    layPlain(scene, -0.2, cover.paving, 400);
    scene.ground(-6, 6, -130, 50, 6, 60, () => -0.12, cover.asphalt);
    for (const side of [1, -1]) {
      scene.box([side * 8.2, -0.3, -40], 4.4, 0.3, 180, cover.paving);
      const frame = new Local(scene, [side * 10.4, 0, 0], (-side * Math.PI) / 2);
      raiseRow(scene, random, cover, frame, side > 0 ? -40 : -70, side > 0 ? 70 : 40, 'blocks', lit);
      for (const z of [2, -13, -30, -50]) putMastLight(scene, [side * 6.5, 0, z - side * 4], (-side * Math.PI) / 2, dark);
      for (const z of [-9, -15.2, -22, -34, -41]) {
        if (random.chance(0.75))
          putVehicle(
            scene,
            random,
            random.pick(['car', 'car', 'car', 'van', 'taxi'] as const),
            [side * 4.9, -0.12, z + side],
            side > 0 ? 0 : Math.PI,
          );
      }
    }
    putVehicle(scene, random, 'bus', [-1.9, -0.12, -32], 0, { lights: dark });
    putVehicle(scene, random, 'taxi', [2, -0.12, -20], Math.PI, { lights: dark });
    for (let i = 0; i < 5; i++) {
      const width = random.range(16, 26);
      raiseTower(scene, random, {
        at: [-52 + i * 26, 0, -150 - random.range(0, 30)],
        width,
        depth: 20,
        height: random.range(45, 110),
        paint: { tone: 0.66, tint: [0.86, 0.93, 1] },
        lit: lit * 0.7,
      });
    }
    for (let x = -5.4; x < 5.6; x += 1.2) {
      scene.poly(
        [
          [x, -0.1, 3.4],
          [x + 0.6, -0.1, 3.4],
          [x + 0.6, -0.1, 0.2],
          [x, -0.1, 0.2],
        ],
        scene.surf({ ...cover.asphalt, tone: 0.95, line: 0.5 }),
      );
    }
    for (let z = -4; z > -90; z -= 4)
      scene.line(
        [
          [0, -0.1, z],
          [0, -0.1, z - 2],
        ],
        2,
        { color: '#f6f3ea', alpha: 0.8, bias: 0.1 },
      );
    scratch(
      scene,
      random,
      90,
      () => [random.range(-5.6, 5.6), 8 - random.next() ** 1.4 * 50],
      () => -0.12,
      0.3,
    );
    putTrafficLight(scene, [6.4, 0, 0], 0.2);
    putTrafficLight(scene, [-6.4, 0, 3.8], Math.PI);
    putHydrant(scene, [6.6, 0, -4.6]);
    putBin(scene, [-6.7, 0, -2.4]);

    return {
      marks: [
        ...talkingPair(7.4, -1.6, 1.9),
        spot(-7.6, -3, 1.2),
        { at: [0.8, -0.12, 1.8], yaw: -1.5 },
        spot(8.6, -8, 0.1, LEVEL),
        spot(7.4, 5, Math.PI),
        { at: [9.9, 0, -3.6], yaw: -1.4, kind: 'lean' },
      ],
      views: [
        { eye: [2.6, 1.45, 6.8], target: [4.4, 3.3, -12], fov: 52 },
        { eye: [8.6, 1.65, -8], target: [5.2, 2, 6], fov: 50 },
        { eye: [-7.4, 1.6, 1.2], target: [7, 2.4, -4], fov: 46 },
      ],
      centre: [3, 0, -6],
      radius: 24,
      interior: false,
      daylight: [-0.55, 0.8, 0.5],
      lamp: dark ? [4.7, 7.2, -2] : undefined,
      exit: [8, 0, -26],
    };
  },
};
