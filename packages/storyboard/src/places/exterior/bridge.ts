/** @file A bridge: arched steel or stone rail, lamps marching across, the river below, the town on the far bank. */
import { layPlain, LEVEL, scratch, spot, talkingPair } from '../landscape/terrain.js';
import { putLamp, runRailing } from '../landscape/furniture.js';
import { Local } from '../landscape/local.js';
import { coverOf, DARK_STONE, isDark, litShare, STEEL, STONE } from '../landscape/materials.js';
import { raiseRow } from '../landscape/rows.js';
import { raiseTower } from '../landscape/buildings.js';
import { plantBroadleaf } from '../landscape/trees.js';
import { putVehicle } from '../landscape/vehicles.js';
import { drawBirds, drawWaves, layWater } from '../landscape/water.js';
import type { V3 } from '../../world/vector.js';
import type { PlaceGrammar } from '../place.js';
import { tongues } from './words.js';

/** Bridge over a river in a town. */
export const bridge: PlaceGrammar = {
  name: 'bridge',
  words: tongues({
    en: 'bridge, footbridge, overpass, viaduct, on the bridge, under the bridge, suspension bridge',
    fr: 'pont, passerelle, viaduc, sur le pont',
    de: 'brücke, steg, überführung, auf der brücke',
    es: 'puente, pasarela, viaducto',
    zh: '桥, 大桥, 桥上, 天桥, 立交桥',
  }),
  interior: false,
  build(scene, random, request) {
    const cover = coverOf(request);
    const dark = isDark(request.time) || request.weather === 'fog';
    const lit = litShare(request.time);
    const water = -7;
    layWater(scene, { x0: -500, x1: 500, z0: -46, z1: 300 }, water);
    drawWaves(scene, random, { x0: 6, x1: 110, z0: -44, z1: 16 }, water, 150, [0, 2, 6]);
    drawWaves(scene, random, { x0: -90, x1: -6, z0: -44, z1: 16 }, water, 90, [0, 2, 6]);
    scene.box([0, water - 1, -96], 900, 6.5, 100, DARK_STONE);
    layPlainBank(scene, cover.paving);
    const frame = new Local(scene, [0, -1.4, -58]);
    raiseRow(scene, random, cover, frame, 9, 120, 'houses', lit);
    raiseRow(scene, random, cover, frame, -120, -9, 'houses', lit);
    for (let i = 0; i < 4; i++)
      raiseTower(scene, random, {
        at: [-70 + i * 44, -2, -130],
        width: 20,
        depth: 16,
        height: random.range(30, 60),
        paint: { tone: 0.72, tint: [0.88, 0.94, 1] },
        lit: lit * 0.6,
      });
    for (let x = -70; x < 80; x += 9) if (Math.abs(x) > 8) plantBroadleaf(scene, random, [x, -1.4, -49], 6, cover, 'far');
    scene.box([0, -0.9, -8], 13, 0.9, 96, STONE);
    scene.ground(-3.6, 3.6, -90, 40, 4, 50, () => 0.02, cover.asphalt);
    for (const s of [-1, 1]) {
      scene.box([s * 5, 0, -8], 2.8, 0.16, 96, cover.paving);
      for (let z = 30; z > -54; z -= 1.6)
        scene.line(
          [
            [s * 3.7, 0.17, z],
            [s * 6.3, 0.17, z],
          ],
          0.5,
          { alpha: 0.4 },
        );
      const rail: V3[] = [
        [s * 6.2, 0.16, 32],
        [s * 6.2, 0.16, -52],
      ];
      runRailing(scene, rail, 1.15, { tone: 0.28, tint: [0.8, 0.92, 0.9] }, 0.3);
      for (const z of [3.4, -10, -24, -38]) {
        scene.box([s * 6.2, 0, z], 0.9, 1.4, 0.9, STONE);
        scene.box([s * 6.2, 1.4, z], 1.1, 0.16, 1.1, STONE);
        putLamp(scene, [s * 6.2, 1.5, z], dark);
      }
      const truss = new Local(scene, [s * 6.75, 0, -24]);
      const arch = Array.from({ length: 17 }, (_, i): V3 => [0, 8 * Math.sin((i / 16) * Math.PI) + 0.2, 22 - (44 * i) / 16]);
      truss.tube(arch, 0.26, STEEL, 6);
      for (let i = 1; i < 16; i++) truss.tube([[0, 0, arch[i][2]], arch[i]], 0.05, STEEL, 4);
    }
    for (const z of [-16, -32]) scene.box([0, water - 1, z], 9, 6.6, 3, DARK_STONE);
    for (let z = 20; z > -60; z -= 4)
      scene.line(
        [
          [0, 0.04, z],
          [0, 0.04, z - 2],
        ],
        2,
        { color: '#f6f3ea', alpha: 0.8, bias: 0.1 },
      );
    putVehicle(scene, random, 'car', [-1.8, 0.02, -22], 0, { lights: dark });
    putVehicle(scene, random, 'sailing-boat', [26, water, -26], 1.2);
    putVehicle(scene, random, 'rowing-boat', [14, water, -8], 2);
    putVehicle(scene, random, 'ship', [-60, water, -30], 1.5);
    drawBirds(scene, random, [14, 7, -22], 6);
    scratch(
      scene,
      random,
      60,
      () => [random.range(-3.4, 3.4), 8 - random.next() ** 1.4 * 40],
      () => 0.03,
      0.3,
    );
    const walk = (): number => 0.16;
    return {
      marks: [
        ...talkingPair(4.9, -1.4, 1.9, walk, 1.3),
        { at: [5.75, 0.16, -4.6], yaw: 1.57, kind: 'lean' },
        spot(-5, -3, 1.2, walk),
        spot(0, -8, 0, LEVEL),
        spot(5, 5, Math.PI, walk),
        spot(5, -12, 0, walk),
      ],
      views: [
        { eye: [2.5, 1.5, 5.4], target: [4.4, 2.5, -12], fov: 54 },
        { eye: [3.9, 1.75, -8.6], target: [5.6, 1.5, 4], fov: 52 },
        { eye: [-4.4, 1.7, 1.4], target: [9, 0.6, -5.4], fov: 48 },
      ],
      centre: [3, 0, -5],
      radius: 20,
      interior: false,
      lamp: dark ? [6.2, 5, 3.4] : undefined,
      exit: [5, 0.16, -30],
    };
  },
};

function layPlainBank(scene: Parameters<typeof layPlain>[0], paint: Parameters<typeof layPlain>[2]): void {
  scene.ground(-450, 450, -146, -46, 6, 4, () => -1.45, paint);
  scene.ground(-450, 450, 34, 300, 6, 4, () => -0.05, paint);
}
