/** @file Space: the hull of a station is the ground, modules and solar wings around, a ship docked, the planet below. */
import { Local } from '../landscape/local.js';
import { LAMPLIGHT, type Paint, STEEL } from '../landscape/materials.js';
import { putSolarWing, putSpaceship } from '../landscape/spacecraft.js';
import { hangPlanet, hangStars, lightSun } from '../landscape/vacuum.js';
import { runRailing } from '../landscape/furniture.js';
import { spot, talkingPair } from '../landscape/terrain.js';
import type { PlaceGrammar } from '../place.js';
import { tongues } from './words.js';

const HULL: Paint = { tone: 0.86, tint: [0.97, 0.98, 1] };

/** Outside a space station. */
export const space: PlaceGrammar = {
  name: 'space',
  words: tongues({
    en: 'space, outer space, space station, spaceship, spacecraft, orbit, starship, spacewalk, hull, asteroid, deep space, satellite, shuttle',
    fr: 'espace, station spatiale, vaisseau spatial, orbite, vaisseau, astéroïde',
    de: 'weltraum, weltall, raumstation, raumschiff, orbit, umlaufbahn, raumfähre',
    es: 'espacio, estación espacial, nave espacial, órbita, nave, asteroide',
    zh: '太空, 宇宙, 空间站, 飞船, 宇宙飞船, 轨道, 星空',
  }),
  interior: false,
  build(scene, random) {
    hangStars(scene, random);
    hangPlanet(
      scene,
      random,
      [0.45, -0.34, -1],
      66,
      34,
      random.pick([
        [0.7, 0.85, 1],
        [1, 0.82, 0.66],
        [0.8, 0.95, 0.9],
      ]),
    );
    hangPlanet(scene, random, [-0.75, 0.5, -1], 70, 2.6, [0.95, 0.95, 0.92], 0.9);
    lightSun(scene, [0.75, 0.6, 0.5]);
    scene.lights.push({ p: [-8, 4, 6], power: 0.28, range: 40, warm: false });
    const deck = new Local(scene, [0, 0, 0]);
    deck.box(0, -1.6, -5, 9, 1.6, 22, HULL);
    for (let z = -14; z < 5; z += 2.2) {
      for (const x of [-2, 0, 2])
        if (random.chance(0.55)) deck.slab(x, 0.008, z - 0.1, 1.9, 2.1, { ...HULL, tone: random.range(0.55, 0.75), line: 0.6 });
    }
    for (let z = -15; z < 6; z += 2.2)
      deck.line(
        [
          [-4.5, 0.012, z],
          [4.5, 0.012, z],
        ],
        0.9,
        { bias: 0.06 },
      );
    for (const x of [-3, -1, 1, 3])
      deck.line(
        [
          [x, 0.012, -16],
          [x, 0.012, 6],
        ],
        0.7,
        { bias: 0.06, alpha: 0.7 },
      );
    for (let i = 0; i < 46; i++) {
      const [x, z] = [Math.round(random.range(-4, 4)), -15.4 + Math.round(random.range(0, 9)) * 2.2 + 1];
      if (Math.abs(x) > 1 || z < -6)
        deck.box(x * 1.0, 0, z, random.range(0.25, 0.6), random.range(0.06, 0.3), random.range(0.3, 0.9), {
          ...HULL,
          tone: random.range(0.5, 0.85),
        });
    }
    for (const s of [-1, 1])
      runRailing(
        scene,
        [
          [s * 4.2, 0, 5.4],
          [s * 4.2, 0, -6],
          [s * 4.2, 0, -15],
        ],
        0.7,
        { ...STEEL, tone: 0.78, tint: [1, 0.86, 0.5] },
        0,
      );
    const module = new Local(scene, [0, 2.4, -17]);
    module.wheel(0, 0, 0, 2.6, 16, HULL, 22);
    for (const x of [-8, -4, 0, 4, 8]) module.wheel(x, 0, 0, 2.72, 0.3, { ...HULL, tone: 0.7 }, 22);
    for (const x of [-6, -2, 2, 6])
      module.part(x, 0.2, 2.55).poly(
        Array.from({ length: 14 }, (_, i) => [Math.cos((i / 14) * 6.2832) * 0.42, Math.sin((i / 14) * 6.2832) * 0.42, 0.1]),
        LAMPLIGHT,
      );
    module.tube(
      [
        [0, 2, 0],
        [0, 9, -1],
      ],
      0.9,
      { ...HULL, tone: 0.75 },
      12,
    );
    module.part(0, 9, -1).wheel(0, 0, 0, 1.9, 8, HULL, 18);
    for (const s of [-1, 1]) {
      for (const y of [0, 9]) putSolarWing(new Local(scene, [s * (y ? 4 : 8), 2.4 + y, -17.5]), s, y ? 9 : 13, 4.4);
      module.tube(
        [
          [s * 8, 0, 0],
          [s * 11, 0, 5],
        ],
        0.5,
        { ...HULL, tone: 0.7 },
        9,
      );
    }
    const hatch = new Local(scene, [0, 0, -8.4]);
    hatch.lathe(
      0,
      0,
      0,
      [
        [1.5, 0],
        [1.5, 0.5],
        [1.2, 0.62],
        [0.2, 0.66],
      ],
      { ...HULL, tone: 0.7 },
      16,
      true,
    );
    hatch.tube(
      Array.from({ length: 13 }, (_, i) => [Math.cos((i / 12) * 6.2832) * 0.5, 0.85, Math.sin((i / 12) * 6.2832) * 0.5]),
      0.05,
      { tone: 0.6, tint: [1, 0.5, 0.4] },
      5,
    );
    const dish = new Local(scene, [3.2, 0, -4.6]);
    dish.tube(
      [
        [0, 0, 0],
        [0, 1.4, 0],
      ],
      0.1,
      STEEL,
      7,
    );
    dish.lathe(
      0,
      1.4,
      0,
      [
        [0.1, 0],
        [0.9, 0.35],
        [1.2, 0.7],
        [1.1, 0.7],
        [0.1, 0.16],
      ],
      HULL,
      16,
    );
    dish.line(
      [
        [0, 1.6, 0],
        [0, 2.4, 0],
      ],
      2,
    );
    const arm = new Local(scene, [-3.6, 0, -3.4]);
    arm.tube(
      [
        [0, 0, 0],
        [-0.2, 2.6, -0.6],
        [1.6, 3.6, -2.4],
        [2.6, 2.8, -3.2],
      ],
      0.14,
      { ...HULL, tone: 0.8, tint: [1, 0.92, 0.7] },
      8,
    );
    for (const p of [
      [-0.2, 2.6, -0.6],
      [1.6, 3.6, -2.4],
    ] as const)
      scene.blob(arm.p(p[0], p[1], p[2]), [0.26, 0.26, 0.26], STEEL, random, 0, undefined, 6);
    putSpaceship(new Local(scene, [-13, 5, -30], 0.8), true);
    scene.lights.push({ p: [0, 1.4, -7.4], power: 0.5, range: 6, warm: true });
    const back = new Local(scene, [0, -1.2, 13]);
    back.wheel(0, 1.6, 3, 2.6, 14, HULL, 20);
    for (const x of [-4, 0, 4])
      back.part(x, 1.8, 0.42, Math.PI).poly(
        Array.from({ length: 14 }, (_, i) => [Math.cos((i / 14) * 6.2832) * 0.42, Math.sin((i / 14) * 6.2832) * 0.42, 0.1]),
        LAMPLIGHT,
      );
    back.box(0, 0, -4, 3, 1.2, 8, { ...HULL, tone: 0.7 });
    return {
      marks: [
        ...talkingPair(-0.2, -1.2, 1.3),
        spot(0.6, -6, 0),
        spot(-2.6, -2, 1),
        spot(2.4, 1.6, -2.2),
        spot(0.4, 4, Math.PI),
        { at: [-1.6, 1.8, -5], yaw: 0.6 },
      ],
      views: [
        { eye: [-3.2, 1.6, 5.4], target: [1.2, 2.2, -9], fov: 56 },
        { eye: [2, 1.8, -7], target: [-1, 1.2, 6], fov: 54 },
        { eye: [8.5, 4.4, 3.4], target: [-2, 0.6, -6], fov: 50 },
      ],
      centre: [0, 0, -4],
      radius: 16,
      interior: false,
      lamp: [0, 1.4, -7.4],
      exit: [0, 0.6, -8.4],
    };
  },
};
