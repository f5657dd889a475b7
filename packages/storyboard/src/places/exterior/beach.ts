/** @file A beach: wet sand and lines of surf, dunes with marram grass, a drawn-up boat, a parasol, the headland far off. */
import { fbm, type V3 } from '../../world/vector.js';
import { Local } from '../landscape/local.js';
import { coverOf, TIMBER } from '../landscape/materials.js';
import { drawGrass } from '../landscape/plants.js';
import { scatterStones } from '../landscape/rocks.js';
import { layGround, scratch, seat, spot, talkingPair } from '../landscape/terrain.js';
import { plantPalm } from '../landscape/trees.js';
import { putVehicle } from '../landscape/vehicles.js';
import { drawBirds, drawFoam, drawWaves, layWater } from '../landscape/water.js';
import type { PlaceGrammar } from '../place.js';
import { tongues } from './words.js';

/** Sandy beach; palms where the words are tropical. */
export const beach: PlaceGrammar = {
  name: 'beach',
  words: tongues({
    en: 'beach, seashore, seaside, shore, sandy beach, bay, cove, dunes by the sea, seafront, tropical beach',
    fr: 'plage, bord de mer, rivage, baie, crique, front de mer',
    de: 'strand, meeresufer, bucht, küstenstreifen, am meer',
    es: 'playa, orilla del mar, bahía, cala, costa arenosa',
    zh: '海滩, 沙滩, 海边, 海湾, 岸边',
  }),
  interior: false,
  build(scene, random, request) {
    const cover = coverOf(request);
    const tropical = random.chance(0.3) || /palm|tropic|island|île|insel|isla|岛|热带/.test(request.words);
    const seed = random.range(0, 20);
    const shore = (z: number): number => 3.6 + 1.3 * Math.sin(z * 0.11 + 0.6) + Math.max(0, -z - 10) * 0.16;
    const ground = (x: number, z: number): number => {
      const off = shore(z) - x;
      const slope = off < 0 ? Math.max(-2.2, off * 0.16) : Math.min(0.7, off * 0.09);
      return slope + Math.max(0, off - 8) * 0.16 * (0.5 + fbm(x * 0.14 + seed, z * 0.1)) + (fbm(x * 0.5, z * 0.5) - 0.5) * 0.08;
    };
    layGround(scene, { x0: -40, x1: 26, z0: -100, z1: 32 }, 1.2, ground, cover.sand);
    layWater(scene, { x0: -40, x1: 700, z0: -900, z1: 300 }, -0.18);
    drawWaves(scene, random, { x0: 9, x1: 120, z0: -300, z1: 14 }, -0.18, 200, [-3, 2, 6]);
    for (const [out, weight] of [
      [0.2, 2.6],
      [1.6, 2.2],
      [3.6, 3],
      [6.8, 2.2],
    ]) {
      drawFoam(
        scene,
        random,
        Array.from({ length: 46 }, (_, i): V3 => {
          const z = 14 - i * 1.9;
          return [shore(z) + out + 0.7 * Math.sin(z * 0.5 + out), -0.14, z];
        }),
        weight,
      );
    }
    const far = (x: number, z: number): number =>
      26 * Math.exp(-(((x - 40) / 46) ** 2 + ((z + 210) / 40) ** 2)) * (0.7 + 0.6 * fbm(x * 0.05, z * 0.05)) - 3;
    scene.ground(-60, 150, -260, -150, 50, 24, far, { ...cover.rock, tone: 0.66, crease: 3 });
    putVehicle(scene, random, 'rowing-boat', [-3.8, ground(-3.8, -6) + 0.14, -6], 1.9);
    const set = new Local(scene, [-4.2, ground(-4.2, 0.6), 0.6], 0.7);
    if (request.weather === 'clear' && (request.time === 'day' || tropical)) {
      set.tube(
        [
          [0, 0, 0],
          [0.2, 2.2, 0],
        ],
        0.03,
        TIMBER,
        5,
      );
      set.lathe(
        0.18,
        1.85,
        0,
        [
          [1.3, 0],
          [0.7, 0.32],
          [0.02, 0.5],
        ],
        { tone: 0.8, tint: [1, 0.6, 0.5] },
        10,
        false,
      );
    }
    set.slab(0.4, 0.03, 0.7, 0.9, 1.8, { tone: 0.8, tint: [0.65, 0.8, 1] });
    for (let i = 0; i < 6; i++)
      scene.box([-9.5, ground(-9.5, -3 - i * 1.8) - 0.1, -3 - i * 1.8], 0.14, 1.1, 0.14, TIMBER, 0.1 * i);
    if (tropical)
      for (const [x, z, h] of [
        [-6.6, -3.4, 7],
        [-8.6, -8, 8],
        [-9.6, 2.4, 7.4],
        [-11, -15, 8],
        [-8.4, -22, 8],
      ])
        plantPalm(scene, random, [x, ground(x, z), z], h, cover);
    if (!cover.snow)
      drawGrass(
        scene,
        random,
        260,
        () => {
          const z = 9 - random.next() * 40;
          return [shore(z) - random.range(9, 18), z];
        },
        ground,
        0.6,
      );
    scatterStones(
      scene,
      random,
      24,
      () => {
        const z = 8 - random.next() * 30;
        return [shore(z) - random.range(-0.6, 3), z];
      },
      ground,
      0.24,
      cover.rock,
    );
    scratch(
      scene,
      random,
      150,
      () => {
        const z = 9 - random.next() ** 1.3 * 36;
        return [shore(z) - random.range(0.4, 8), z];
      },
      ground,
      0.5,
    );
    for (let i = 0; i < 12; i++)
      scene.line(
        [
          [0.4 + (i % 2) * 0.24, ground(0.5, -3.4 - i * 0.6) + 0.02, -3.4 - i * 0.6],
          [0.44 + (i % 2) * 0.24, ground(0.5, -3.4 - i * 0.6) + 0.02, -3.6 - i * 0.6],
        ],
        3,
        { alpha: 0.4, bias: 0.12 },
      );
    drawBirds(scene, random, [9, 6, -24], 7);
    return {
      marks: [
        ...talkingPair(-0.2, -1.2, 1.2, ground),
        spot(2.4, -4, 1.4, ground),
        seat(-3.9, 1.1, 1.3, 0.12, ground),
        spot(0.6, -9, 0, ground),
        spot(-1, 6, Math.PI, ground),
        spot(-4.6, -3.6, 0.9, ground),
      ],
      views: [
        { eye: [-3, ground(-3, 6.4) + 1.45, 6.4], target: [2.6, 1.4, -11], fov: 50 },
        { eye: [1.6, ground(1.6, -8.4) + 1.6, -8.4], target: [-2.2, 1.2, 4], fov: 50 },
        { eye: [-6.4, ground(-6.4, -1) + 1.6, -0.4], target: [5, 0.6, -3], fov: 48 },
      ],
      centre: [0, 0, -4],
      radius: 20,
      interior: false,
      exit: [-1, ground(-1, -26), -26],
    };
  },
};
