/** @file Open sea: a rowing boat (or a raft) among swells is the only ground; an island, a sail and gulls on the horizon. */
import { coverOf } from '../landscape/materials.js';
import { DEEP_SEA, drawBirds, drawFoam, drawWaves, flatSea, laySwell, layWater, swell } from '../landscape/water.js';
import { putVehicle } from '../landscape/vehicles.js';
import { fbm, type V3 } from '../../world/vector.js';
import type { PlaceGrammar } from '../place.js';
import { tongues } from './words.js';

/** Small boat at sea. */
export const sea: PlaceGrammar = {
  name: 'sea',
  words: tongues({
    en: 'sea, ocean, open sea, at sea, open water, rowing boat, rowboat, boat, raft, lifeboat, underwater',
    fr: 'mer, océan, en mer, pleine mer, barque, radeau, bateau',
    de: 'meer, ozean, auf see, offenes meer, ruderboot, floß, boot, hohe see',
    es: 'mar, océano, alta mar, mar abierto, barca, balsa, bote',
    zh: '大海, 海上, 海洋, 海面, 小船, 木筏, 船上',
  }),
  interior: false,
  build(scene, random, request) {
    const cover = coverOf(request);
    const raft = /raft|radeau|floß|balsa|木筏/.test(request.words);
    const rough = request.weather === 'storm' ? 0.9 : request.weather === 'rain' || request.weather === 'wind' ? 0.5 : 0.22;
    const seed = random.range(0, 6);
    layWater(scene, { x0: -900, x1: 900, z0: -1300, z1: 500 }, flatSea(-0.16 - rough * 0.5, rough), DEEP_SEA);
    laySwell(scene, { x0: -60, x1: 60, z0: -70, z1: 34 }, -0.16 - rough * 0.5, rough, seed);
    const level = swell(0, 0, rough, seed) - 0.16 - rough * 0.5;
    const y = Math.max(-0.2, level) + 0.12;
    const crest = (x: number, z: number): number => swell(x, z, rough, seed) - 0.13 - rough * 0.5;
    for (let i = 0; i < 170; i++) {
      const [x, z] = [random.range(-34, 36), 7 - random.next() ** 1.6 * 52];
      const reach = random.range(0.3, 0.9) + Math.max(0, -z) * 0.03;
      const stroke = [0, 0.25, 0.5, 0.75, 1].map((t): V3 => [x + reach * t, crest(x + reach * t, z), z + 0.12 * Math.sin(t * 3)]);
      if (random.chance(0.3)) scene.line(stroke, 1.6, { color: '#f6f3ea', alpha: 0.6, bias: 0.3, px: true });
      else scene.line(stroke, 1.2, { alpha: 0.6, bias: 0.3 });
    }
    drawWaves(scene, random, { x0: -160, x1: 180, z0: -500, z1: -70 }, flatSea(-0.16 - rough * 0.5, rough), 130, [-3, 2, 6]);
    for (let i = 0; i < 6 + rough * 26; i++) {
      const [x, z] = [random.range(-30, 36), -random.range(4, 46)];
      drawFoam(
        scene,
        random,
        [0, 1, 2, 3].map((k) => [x + k * 0.9, swell(x + k * 0.9, z, rough, seed) - 0.1 - rough * 0.5, z + Math.sin(k) * 0.2]),
        2.2,
      );
    }
    putVehicle(scene, random, raft ? 'raft' : 'rowing-boat', [0, y, 0], raft ? 0.3 : 0.7);
    for (let i = 0; i < 5; i++)
      drawFoam(
        scene,
        random,
        [
          [-1.4 + i * 0.5, y - 0.08, 1.9 - i * 0.3],
          [-0.9 + i * 0.6, y - 0.08, 2 - i * 0.36],
        ],
        1.8,
      );
    const isle = (x: number, z: number): number =>
      30 * Math.exp(-(((x - 70) / 46) ** 2 + ((z + 260) / 36) ** 2)) * (0.6 + 0.7 * fbm(x * 0.04, z * 0.04)) - 5;
    scene.ground(-30, 170, -330, -200, 50, 24, isle, { ...cover.rock, tone: 0.7, crease: 3 });
    putVehicle(scene, random, 'sailing-boat', [-34, -0.8, -80], 1.2);
    putVehicle(scene, random, 'ship', [90, -1, -180], 1.3);
    drawBirds(scene, random, [6, 7, -20], 7);
    const floor = y + (raft ? 0.34 : 0.02);
    const seats = y + (raft ? 0.34 : 0.02);
    const [c, s] = [Math.cos(0.7), Math.sin(0.7)];
    const along = (d: number, side = 0): [number, number, number] => [d * s + side * c, seats, d * c - side * s];
    const boatMarks = [
      { at: along(0.9), yaw: 0.7 + Math.PI, kind: 'sit' as const, seatHeight: 0.3 },
      { at: along(-0.55), yaw: 0.7, kind: 'sit' as const, seatHeight: 0.3 },
      { at: along(-1.45), yaw: 0.7, kind: 'sit' as const, seatHeight: 0.3 },
      { at: along(0.2, 0.15), yaw: 0.7 },
      { at: along(1.5), yaw: 0.7 },
      { at: along(-0.2, -0.2), yaw: 2.2, kind: 'lie' as const, seatHeight: 0 },
    ];
    const raftMarks = [
      { at: [-0.7, floor, 0.3] as [number, number, number], yaw: Math.PI / 2 },
      { at: [0.75, floor, 0.3] as [number, number, number], yaw: -Math.PI / 2 },
      { at: [-1, floor, 1.2] as [number, number, number], yaw: 0.6, kind: 'sit' as const, seatHeight: 0.05 },
      { at: [1.2, floor, 1] as [number, number, number], yaw: -0.8 },
      { at: [-1.2, floor, -0.7] as [number, number, number], yaw: 1 },
      { at: [0.1, floor, 1.3] as [number, number, number], yaw: 1.5, kind: 'lie' as const, seatHeight: 0 },
    ];
    return {
      marks: raft ? raftMarks : boatMarks,
      views: [
        { eye: [-4.2, 1.9, 6.4], target: [1.6, 0.9, -4], fov: 46 },
        { eye: [4.6, 1.3, -4.4], target: [-0.8, 0.6, 0.8], fov: 46 },
        { eye: [-14, 6.5, 20], target: [6, 0.8, -16], fov: 46 },
      ],
      centre: [0, 0, 0],
      radius: 9,
      interior: false,
      exit: [0.6, y, 3],
    };
  },
};
