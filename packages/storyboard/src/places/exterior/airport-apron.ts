/** @file An airfield: an airliner at its stand with steps and tugs, the runway's lights, tower and hangars beyond. */
import { layPlain, layRidge, scratch, spot, talkingPair } from '../landscape/terrain.js';
import { putMastLight } from '../landscape/furniture.js';
import { writeSign } from '../landscape/lettering.js';
import { Local } from '../landscape/local.js';
import { CONCRETE, coverOf, DARK_GLASS, isDark, type Paint, STEEL } from '../landscape/materials.js';
import { putAirliner, putHelicopter, putPropeller } from '../landscape/rail-air-space.js';
import { putVan } from '../landscape/road-vehicles.js';
import type { V3 } from '../../world/vector.js';
import type { PlaceGrammar } from '../place.js';
import { tongues } from './words.js';

/** Airport apron; a small airfield with a propeller aeroplane where the words ask for one. */
export const airportApron: PlaceGrammar = {
  name: 'airport-apron',
  words: tongues({
    en: 'airport, runway, tarmac, airfield, apron, airstrip, hangar, helipad, air base',
    fr: 'aéroport, piste d’atterrissage, tarmac, aérodrome, hangar',
    de: 'flughafen, rollfeld, landebahn, flugplatz, hangar, startbahn',
    es: 'aeropuerto, pista de aterrizaje, pista, aeródromo, hangar',
    zh: '机场, 跑道, 停机坪, 机库',
  }),
  interior: false,
  build(scene, random, request) {
    const cover = coverOf(request);
    const dark = isDark(request.time);
    const small = /airfield|airstrip|hangar|aérodrome|flugplatz|aeródromo|机库/.test(request.words);
    layPlain(scene, -0.03, cover.grass, 900);
    layRidge(scene, random, { far: 500, height: 50, paint: cover.far });
    scene.ground(-60, 60, -34, 26, 12, 12, () => 0, cover.paving);
    scene.ground(-400, 400, -92, -62, 40, 3, () => 0.02, cover.asphalt);
    for (let x = -120; x < 120; x += 12)
      scene.line(
        [
          [x, 0.05, -77],
          [x + 6, 0.05, -77],
        ],
        3,
        { color: '#f8f4e6', alpha: 0.9, bias: 0.3 },
      );
    for (let x = -100; x < 110; x += 14)
      for (const z of [-61, -93])
        scene.line(
          [
            [x, 0.3, z],
            [x + 0.6, 0.3, z],
          ],
          5,
          { color: dark ? '#ffe9a8' : '#f4efdf', alpha: 0.95, px: true, bias: 0.4 },
        );
    for (let i = -8; i < 9; i++)
      scene.line(
        [
          [i * 6, 0.01, -30],
          [i * 6, 0.01, 24],
        ],
        0.6,
        { alpha: 0.4 },
      );
    for (let z = -30; z < 24; z += 6)
      scene.line(
        [
          [-50, 0.01, z],
          [50, 0.01, z],
        ],
        0.6,
        { alpha: 0.4 },
      );
    scene.line(
      [
        [-9, 0.03, 20],
        [-6, 0.03, 4],
        [0, 0.03, -8],
        [14, 0.03, -16],
        [50, 0.03, -18],
      ],
      3,
      { color: '#f2d27a', alpha: 0.9, bias: 0.2 },
    );
    const tail: Paint = {
      tone: 0.55,
      tint: random.pick<V3>([
        [1, 0.45, 0.4],
        [0.5, 0.68, 1],
        [0.55, 0.82, 0.66],
      ]),
    };
    if (small) {
      putPropeller(new Local(scene, [6, 0, -9], -2.3), { tone: 0.9, tint: [1, 0.92, 0.8] });
      putPropeller(new Local(scene, [20, 0, -20], -2), { tone: 0.7, tint: [0.7, 0.8, 1] });
      putHelicopter(new Local(scene, [-14, 0, -16], 0.7), tail);
    } else {
      putAirliner(new Local(scene, [12, 0, -17], -1.25), tail, dark);
      putAirliner(new Local(scene, [-52, 0, -44], 1.2), tail, dark);
      putSteps(new Local(scene, [2.06, 0, -9.5], 0.32));
    }
    putVan(new Local(scene, [-10.5, 0, -8], 1.9), { paint: { tone: 0.8, tint: [1, 0.88, 0.5] }, lights: dark });
    putTug(new Local(scene, [7.4, 0, -1.6], -1.9));
    for (const [x, z, yaw] of [
      [-30, 58, 3.3],
      [4, 62, 3.1],
      [38, 60, 2.9],
    ])
      new Local(scene, [x, 0, z], yaw).prism(
        [
          [-11, 0],
          [-11, 5],
          [-7, 8],
          [0, 9.4],
          [7, 8],
          [11, 5],
          [11, 0],
        ],
        12,
        { tone: 0.74, tint: [0.92, 0.96, 1] },
      );
    putPropeller(new Local(scene, [-12, 0, 30], 2.4), { tone: 0.85, tint: [1, 0.9, 0.8] });
    putVan(new Local(scene, [2, 0, 26], -1.2), { paint: { tone: 0.9 } });
    const tower = new Local(scene, [-30, 0, -52]);
    tower.lathe(
      0,
      0,
      0,
      [
        [2.6, 0],
        [2, 15],
        [2.1, 17],
        [3.8, 19],
        [3.8, 19.5],
      ],
      CONCRETE,
      12,
      true,
    );
    tower.lathe(
      0,
      19.5,
      0,
      [
        [3.6, 0],
        [4.2, 3],
      ],
      dark ? { tone: 1, glow: 0.8, tint: [0.8, 0.95, 1] } : DARK_GLASS,
      12,
      true,
    );
    tower.lathe(
      0,
      22.5,
      0,
      [
        [4.6, 0],
        [4.4, 0.5],
        [0.2, 1],
        [0.1, 5],
      ],
      CONCRETE,
      12,
      true,
    );
    const hangar = new Local(scene, [38, 0, -48], -0.2);
    hangar.prism(
      [
        [-12, 0],
        [-12, 6],
        [-8, 9],
        [0, 10.4],
        [8, 9],
        [12, 6],
        [12, 0],
      ],
      15,
      { tone: 0.72, tint: [0.92, 0.96, 1] },
    );
    const gate = new Local(scene, [-2, 0, -50]);
    gate.box(0, 0, -6, 44, 6.5, 12, { tone: 0.86 });
    for (let i = 0; i < 14; i++)
      gate.panel(-20 + i * 3.1, 1, 0.05, 2.7, 4, dark ? { tone: 1, glow: 0.9, tint: [1, 0.94, 0.78], line: 0.7 } : DARK_GLASS);
    writeSign(
      gate,
      small ? 'AIRFIELD' : 'AIRPORT',
      0,
      7,
      -0.4,
      1.8,
      dark ? { tone: 1, glow: 1, tint: [0.7, 0.85, 1] } : { tone: 0.4 },
    );
    gate.box(0, 6.5, -0.6, 20, 0.4, 0.3, STEEL);
    for (const x of [-16, 24]) putMastLight(scene, [x, 0, -26], 0, dark, 12, 2.5);
    putMastLight(scene, [-11, 0, -1], 2, dark, 8);
    for (const [x, z] of [
      [-3.4, -4.8],
      [2.6, -4.6],
      [4.6, 1.8],
    ] as const)
      scene.lathe(
        [x, 0, z],
        [
          [0.2, 0],
          [0.2, 0.04],
          [0.13, 0.05],
          [0.03, 0.5],
        ],
        { tone: 0.7, tint: [1, 0.55, 0.4] },
        8,
        true,
      );
    scratch(
      scene,
      random,
      60,
      () => [random.range(-14, 14), random.range(-12, 10)],
      () => 0.01,
      0.5,
    );
    return {
      marks: [
        ...talkingPair(-2.6, 0.2, 1.4),
        spot(0.6, -4.6, -0.7),
        spot(-6.6, -3, 1.9),
        spot(3.4, 3.2, -1.4),
        spot(-4, 7, Math.PI),
        spot(6, -2, 2.4),
        spot(-8, -12, 0),
      ],
      views: [
        { eye: [-6.6, 1.5, 7.6], target: [1.6, 3, -9], fov: 54 },
        { eye: [2, 1.7, -6.6], target: [-5, 1.8, 6], fov: 50 },
        { eye: [6.6, 1.5, 6.2], target: [-7, 2.6, -8], fov: 50 },
      ],
      centre: [0, 0, -6],
      radius: 26,
      interior: false,
      lamp: dark ? [-6, 7.6, 5] : undefined,
      exit: [2.5, 0, -7.4],
    };
  },
};

/** Boarding stairs that rise towards local −z. */
function putSteps(stairs: Local): void {
  for (let i = 0; i < 12; i++) stairs.box(0, i * 0.23, 1.4 - i * 0.28, 1.4, 0.08, 0.32, STEEL);
  for (const s of [-1, 1]) {
    stairs.poly(
      [
        [s * 0.72, 0, 1.6],
        [s * 0.72, 0.9, 1.6],
        [s * 0.72, 3.7, -1.8],
        [s * 0.72, 2.6, -1.8],
      ],
      { tone: 0.92 },
    );
    for (const z of [-1.4, 0.8]) stairs.wheel(s * 0.6, 0.22, z, 0.22, 0.16, { tone: 0.2 }, 10);
    stairs.tube(
      [
        [s * 0.6, 0.2, -1.4],
        [s * 0.6, 2.5, -1.6],
      ],
      0.05,
      STEEL,
      5,
    );
  }
}

/** Baggage tractor with two carts. */
function putTug(tug: Local): void {
  tug.box(0, 0.3, 0, 1.3, 0.55, 2.2, { tone: 0.8, tint: [1, 0.84, 0.4] });
  tug.box(0, 0.85, -0.6, 1.2, 0.5, 0.16, { tone: 0.3 });
  for (const s of [-1, 1]) for (const z of [-0.7, 0.7]) tug.wheel(s * 0.6, 0.3, z, 0.3, 0.22, { tone: 0.18 }, 10);
  for (const z of [-2.8, -5.4]) {
    tug.box(0, 0.4, z, 1.3, 0.1, 2, STEEL);
    for (let i = 0; i < 4; i++)
      tug.box(-0.3 + (i % 2) * 0.6, 0.5, z - 0.5 + Math.floor(i / 2) * 0.9, 0.45, 0.55, 0.7, {
        tone: 0.4 + 0.1 * i,
        tint: [0.9, 0.8, 0.75],
      });
    for (const s of [-1, 1]) for (const dz of [-0.6, 0.6]) tug.wheel(s * 0.55, 0.2, z + dz, 0.2, 0.14, { tone: 0.18 }, 9);
  }
}
