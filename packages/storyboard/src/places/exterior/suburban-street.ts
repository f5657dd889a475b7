/** @file A residential street: lawns, picket fences, trees, detached houses, a car in the drive, poles with wires. */
import { putBin, putMastLight, runFence, runPoles } from '../landscape/furniture.js';
import { Local } from '../landscape/local.js';
import { coverOf, isDark, litShare } from '../landscape/materials.js';
import { plantBush, plantHedge } from '../landscape/plants.js';
import { raiseRow } from '../landscape/rows.js';
import { layPlain, layStrip, LEVEL, scratch, spot, talkingPair } from '../landscape/terrain.js';
import { plantBroadleaf } from '../landscape/trees.js';
import { putVehicle } from '../landscape/vehicles.js';
import type { PlaceGrammar } from '../place.js';
import { tongues } from './words.js';

/** Suburban street with gardens. */
export const suburbanStreet: PlaceGrammar = {
  name: 'suburban-street',
  words: tongues({
    en: 'suburban street, suburb, suburbs, residential street, neighborhood, neighbourhood, cul-de-sac, driveway',
    fr: 'banlieue, rue résidentielle, lotissement, quartier résidentiel',
    de: 'vorort, vorstadt, wohnstraße, wohngebiet, siedlung, einfahrt',
    es: 'suburbio, calle residencial, urbanización, barrio',
    zh: '郊区街道, 郊区, 住宅区, 小区, 社区',
  }),
  interior: false,
  build(scene, random, request) {
    const cover = coverOf(request);
    const dark = isDark(request.time);
    layPlain(scene, -0.14, cover.grass, 300);
    scene.ground(-3.6, 3.6, -110, 44, 4, 50, () => -0.1, cover.asphalt);
    for (const side of [1, -1]) {
      scene.box([side * 4.5, -0.3, -33], 1.8, 0.3, 154, cover.paving);
      for (let z = 30; z > -80; z -= 1.8)
        scene.line(
          [
            [side * 3.6, 0.01, z],
            [side * 5.4, 0.01, z],
          ],
          0.6,
          { alpha: 0.5 },
        );
      const frame = new Local(scene, [side * 13, -0.14, 0], (-side * Math.PI) / 2);
      raiseRow(scene, random, cover, frame, side > 0 ? -30 : -80, side > 0 ? 80 : 30, 'villas', litShare(request.time));
      runFence(
        scene,
        random,
        [
          [side * 6.2, -0.14, side > 0 ? -7 : 3],
          [side * 6.2, -0.14, side > 0 ? -21 : -11],
        ],
        'picket',
        1,
      );
      plantHedge(scene, random, [side * 6.3, -0.14, side > 0 ? 3 : -17], [side * 6.3, -0.14, side > 0 ? -4 : -32], 1, cover);
      for (const z of [6, -10, -24, -40, -60])
        plantBroadleaf(scene, random, [side * 7.6, -0.14, z - side * 3], random.range(6, 9), cover, z > -12 ? 'mid' : 'far');
      for (const z of [-3, -14, -26])
        plantBush(scene, random, [side * random.range(9, 11), -0.14, z], random.range(0.9, 1.5), cover);
    }
    layStrip(
      scene,
      [
        [4, -5.4],
        [8, -5.5],
        [13, -5.5],
      ],
      1.4,
      () => -0.13,
      cover.paving,
    );
    putVehicle(scene, random, 'car', [9.6, -0.1, -5.5], -Math.PI / 2);
    putVehicle(scene, random, 'car', [-2.6, -0.1, -16], Math.PI);
    putVehicle(scene, random, 'bicycle', [6.0, 0, -1.2], 2.9);
    runPoles(scene, [-5.7, 0, 18], [-5.7, 0, -82], 5);
    putMastLight(scene, [5.6, 0, -12], -Math.PI / 2, dark, 6.5);
    putMastLight(scene, [5.6, 0, -40], -Math.PI / 2, dark, 6.5);
    putBin(scene, [5.1, 0, -8.6]);
    scratch(
      scene,
      random,
      60,
      () => [random.range(-3.2, 3.2), 8 - random.next() ** 1.4 * 40],
      () => -0.1,
      0.3,
    );

    return {
      marks: [
        ...talkingPair(4.4, -1.8, 2.0, LEVEL, 1.3),
        spot(-4.5, -4, 1.4),
        { at: [0, -0.1, -8], yaw: 0 },
        spot(8, -3.2, -1.4, () => -0.14),
        spot(4.5, 6, Math.PI, LEVEL),
        { at: [8.3, -0.1, -4.4], yaw: 2.6, kind: 'lean' },
      ],
      views: [
        { eye: [0.6, 1.5, 5.6], target: [2.2, 2.4, -10], fov: 50 },
        { eye: [3.2, 1.6, -8.4], target: [4.2, 1.7, 4], fov: 50 },
        { eye: [-4.4, 1.6, -0.6], target: [6, 1.8, -4], fov: 50 },
      ],
      centre: [2, 0, -6],
      radius: 22,
      interior: false,
      lamp: dark ? [3.8, 6.2, -12] : undefined,
      exit: [0, -0.1, -34],
    };
  },
};
