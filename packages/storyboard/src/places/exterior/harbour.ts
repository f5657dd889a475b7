/** @file A fishing harbour: quay with bollards, crates and nets, boats two deep, gabled houses, the lighthouse on its mole. */
import { fbm, type V3 } from '../../world/vector.js';
import { houseStyle, raiseHouse } from '../landscape/buildings.js';
import { putBarrel, putBollard, putCrate, putLamp, putRope } from '../landscape/furniture.js';
import { Local } from '../landscape/local.js';
import { raiseLighthouse } from '../landscape/lighthouse.js';
import { coverOf, isDark, litShare, STONE } from '../landscape/materials.js';
import { layRidge, seat, spot, talkingPair } from '../landscape/terrain.js';
import { drawBirds, drawWaves, layWater } from '../landscape/water.js';
import { putFishingBoat } from '../landscape/vessels.js';
import type { PlaceGrammar } from '../place.js';
import { tongues } from './words.js';

/** Fishing harbour. */
export const harbour: PlaceGrammar = {
  name: 'harbour',
  words: tongues({
    en: 'harbour, harbor, port, quay, pier, dock, docks, wharf, marina, waterfront, fishing village',
    fr: 'port, quai, jetée, embarcadère, port de pêche, docks',
    de: 'hafen, kai, pier, mole, fischerhafen, anleger',
    es: 'puerto, muelle, malecón, dársena, puerto pesquero',
    zh: '港口, 码头, 海港, 渔港, 渔村',
  }),
  interior: false,
  build(scene, random, request) {
    const cover = coverOf(request);
    const dark = isDark(request.time);
    const sea = -0.9;
    const eye: V3 = [-7, 3.3, 15];
    layWater(scene, { x0: -220, x1: 300, z0: -320, z1: 60 }, sea);
    drawWaves(scene, random, { x0: -4, x1: 60, z0: -130, z1: 8 }, sea, 260, eye);
    scene.box([-26, -2, 16], 44, 2, 60, { ...STONE, ...(cover.snow ? cover.paving : { tone: 0.82 }) });
    for (let i = 0; i < 9; i++)
      scene.line(
        [
          [-4.02 - i * 2.2, 0.01, 40],
          [-4.02 - i * 2.2, 0.01, -14],
        ],
        0.5,
        { alpha: 0.45 },
      );
    for (let i = 0; i < 120; i++) {
      const [z, x] = [-14 + random.next() * 44, -4.05 - Math.floor(random.range(0, 9)) * 2.2];
      scene.line(
        [
          [x, 0.01, z],
          [x - 2.2, 0.01, z],
        ],
        0.5,
        { alpha: 0.45 },
      );
    }
    for (let i = 0; i < 70; i++) {
      const [z, y] = [random.range(-14, 30), -random.range(0.1, 0.9)];
      scene.line(
        [
          [-3.99, y, z],
          [-3.99, y, z + random.range(0.4, 1.3)],
        ],
        0.7,
        { alpha: 0.6 },
      );
    }
    for (const z of [-9, -4, 1, 6, 12]) putBollard(scene, [-4.7, 0, z], 1.1);
    for (let i = 0; i < 7; i++) {
      raiseHouse(scene, random, {
        ...houseStyle(random, cover, litShare(request.time)),
        at: [-19 - (i % 2) * 1.2, 0, 14 - i * 7.2],
        yaw: Math.PI / 2,
        width: random.range(5.2, 6.6),
        depth: 7,
        eaves: random.range(5, 7.4),
        rise: random.range(2, 2.8),
        gable: i % 2 === 0 ? 'front' : 'side',
      });
    }
    const mole = (x: number, z: number): number =>
      9 * Math.exp(-(((x - 34) / 18) ** 2 + ((z + 74) / 13) ** 2)) +
      fbm(x * 0.12, z * 0.12) * 2.5 * Math.exp(-(((x - 34) / 22) ** 2 + ((z + 74) / 16) ** 2)) -
      2.2;
    scene.ground(-6, 84, -112, -44, 44, 34, mole, { ...cover.grass, tone: 0.66, crease: 1.2 });
    const lamp = raiseLighthouse(scene, [30, mole(30, -72) - 0.3, -72], 19, request.time !== 'day');
    raiseHouse(scene, random, {
      at: [38, mole(38, -71) - 0.3, -71],
      yaw: 0.3,
      width: 6,
      depth: 4.5,
      eaves: 3,
      rise: 1.8,
      wall: { tone: 0.95 },
      roof: cover.roof,
      lit: dark ? 0.7 : 0,
    });
    layRidge(scene, random, { far: 280, height: 30, paint: cover.far });
    for (const [x, z, yaw, l] of [
      [-0.8, 2, 0.15, 6.4],
      [-0.6, 11, -0.1, 7],
      [2.6, -9, 0.9, 8],
      [-1, -17, 0.1, 7],
      [16, -26, 2.2, 8],
      [9, -40, 1.4, 9],
      [26, -14, 2.6, 7],
    ])
      putFishingBoat(new Local(scene, [x, sea + 0.12, z], yaw), random, l);
    scene.line(
      [
        [-4.7, 0.4, 1],
        [-3, -0.2, 0.8],
        [-1, 0.35, 1.5],
      ],
      1.3,
    );
    drawBirds(scene, random, [4, 10, -22], 7);
    putRope(scene, [-6.9, 0, 8.4]);
    scene.line(
      [
        [-6.6, 0.03, 8.2],
        [-6, 0.02, 8.5],
        [-5.4, 0.03, 8.1],
        [-4.75, 0.4, 8.1],
      ],
      2.2,
    );
    for (const [x, z, s, yaw, y] of [
      [-9.9, 8.2, 0.75, 0.35, 0],
      [-9.8, 8.15, 0.65, 0.1, 0.6],
      [-8.2, -1, 0.65, 0.3, 0],
      [-9, -0.2, 0.65, -0.2, 0],
      [-8.8, -1.3, 0.65, 0.1, 0],
      [-8.6, -0.8, 0.6, 0.3, 0.52],
      [-11.4, 3.6, 0.7, 0.6, 0],
    ])
      putCrate(scene, [x, y, z], s, yaw);
    for (const [x, z] of [
      [-10.6, 1.6],
      [-11.2, 2.2],
      [-10.4, 2.6],
    ])
      putBarrel(scene, [x, 0, z], { tone: 0.5, tint: [0.6, 0.75, 1] });
    const rack = new Local(scene, [-12.5, 0, -4], 1.2);
    for (const x of [-2, 2])
      rack.tube(
        [
          [x, 0, 0],
          [x, 2.2, 0],
        ],
        0.06,
        { tone: 0.5, tint: [0.85, 0.7, 0.55] },
        6,
      );
    for (let i = 0; i < 22; i++)
      rack.line(
        [
          [-2 + i * 0.18, 2.1 - Math.sin((i / 21) * Math.PI) * 0.2, 0],
          [-1.9 + i * 0.17, 0.7 + random.range(-0.2, 0.2), 0.2],
        ],
        0.8,
      );
    for (let i = 0; i < 6; i++)
      rack.line(
        [
          [-2, 2 - i * 0.25, 0.1],
          [0, 1.75 - i * 0.25, 0.1],
          [2, 2 - i * 0.25, 0.1],
        ],
        0.8,
      );
    for (const z of [16, 3, -10]) putLamp(scene, [-13.6, 0, z], dark);
    return {
      marks: [
        ...talkingPair(-6.2, 4.4, 2.2),
        spot(-5.1, -1.6, 1.5),
        seat(-9.6, 8.9, 0.5, 0.6),
        spot(-8, -6, 0.2),
        spot(-10, 12, 2.4),
        spot(-6.6, 10, Math.PI),
      ],
      views: [
        { eye: [-8.8, 2.5, 13.4], target: [3, 2.3, -16], fov: 46 },
        { eye: [-5.6, 1.7, -5.6], target: [-9.6, 1.9, 9], fov: 52 },
        { eye: [-1.2, 1.5, 7.8], target: [-13, 2.4, -0.6], fov: 50 },
      ],
      centre: [-5, 0, 0],
      radius: 26,
      interior: false,
      lamp,
      exit: [-11, 0, -12],
    };
  },
};
