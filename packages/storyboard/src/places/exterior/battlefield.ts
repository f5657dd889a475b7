/** @file A battlefield: a trench with boards and sandbags, wire on stakes, craters, splintered trees, smoke far off. */
import { fbm, type V3 } from '../../world/vector.js';
import { Local } from '../landscape/local.js';
import { coverOf, DARK_TIMBER, IRON, RUST, TIMBER } from '../landscape/materials.js';
import { putBarrel, putCrate } from '../landscape/furniture.js';
import { scatterStones } from '../landscape/rocks.js';
import { layGround, layPlain, layRidge, LEVEL, scratch, seat, spot, talkingPair } from '../landscape/terrain.js';
import { plantBare } from '../landscape/trees.js';
import { drawBirds } from '../landscape/water.js';
import type { PlaceGrammar } from '../place.js';
import { tongues } from './words.js';

/** Trench in no man's land. */
export const battlefield: PlaceGrammar = {
  name: 'battlefield',
  words: tongues({
    en: 'battlefield, trench, trenches, front line, no man’s land, bunker, war zone, military camp, minefield, crater',
    fr: 'champ de bataille, tranchée, tranchées, front, zone de guerre',
    de: 'schlachtfeld, schützengraben, front, kriegsgebiet, niemandsland',
    es: 'campo de batalla, trinchera, trincheras, frente, zona de guerra',
    zh: '战场, 战壕, 前线, 阵地',
  }),
  interior: false,
  build(scene, random, request) {
    const cover = coverOf(request);
    const seed = random.range(0, 30);
    const axis = (z: number): number => Math.sin(z * 0.2) * 1.1;
    const craters = Array.from({ length: 16 }, () => ({
      x: (random.chance(0.5) ? 1 : -1) * random.range(5, 26),
      z: random.range(-46, 8),
      r: random.range(1.4, 3.4),
    }));
    const ground = (x: number, z: number): number => {
      let y = 1.5 + 0.7 * (fbm(x * 0.12 + seed, z * 0.12) - 0.45);
      for (const c of craters) {
        const d = Math.hypot(x - c.x, z - c.z) / c.r;
        if (d < 1.8) y += d < 1 ? -0.9 * (1 - d * d) + 0.25 * d : (0.25 * (1.8 - d)) / 0.8;
      }
      const d = Math.abs(x - axis(z));
      const parapet = 0.35 * Math.exp(-((d - 2.6) ** 2) / 0.5);
      return d < 1.45 ? 0 : d < 1.75 ? ((d - 1.45) / 0.3) * (y + parapet) : y + parapet;
    };
    const mud = {
      ...cover.earth,
      tone: cover.snow ? 0.95 : 0.6,
      tint: cover.snow ? cover.earth.tint : ([0.92, 0.84, 0.72] as V3),
    };
    layPlain(scene, 0.6, mud, 600);
    layGround(scene, { x0: -34, x1: 34, z0: -60, z1: 22 }, 0.9, ground, mud);
    layRidge(scene, random, { far: 200, height: 30, paint: cover.far });
    for (const s of [-1, 1]) {
      for (let z = 12; z > -26; z -= 0.5) {
        const x = axis(z) + s * 1.48;
        scene.box([x, 0, z], 0.08, 1.5, 0.46, { ...TIMBER, tone: 0.5 + 0.12 * Math.abs(Math.sin(z * 7)) });
      }
      for (let z = 12; z > -22; z -= 0.78) {
        for (let row = 0; row < 2; row++) {
          const x = axis(z) + s * (1.75 + row * 0.1);
          scene.blob(
            [x, 1.62 + row * 0.24, z + row * 0.3],
            [0.24, 0.15, 0.42],
            { tone: 0.74, tint: [1, 0.93, 0.8], line: 0.9 },
            random,
            0.08,
            undefined,
            4,
          );
        }
      }
      for (let z = 11; z > -24; z -= 2.4)
        scene.tube(
          [
            [axis(z) + s * 1.4, -0.1, z],
            [axis(z) + s * 1.4, 2, z],
          ],
          [0.08, 0.07],
          DARK_TIMBER,
          6,
        );
    }
    for (let z = 12; z > -26; z -= 0.32) scene.box([axis(z), 0.01, z], 1.4, 0.05, 0.24, TIMBER, random.range(-0.04, 0.04));
    for (const s of [-1, 1]) {
      let last: V3 | undefined;
      for (let z = 8; z > -40; z -= 3) {
        const x = axis(z) + s * (5 + 0.7 * Math.sin(z));
        const y = ground(x, z);
        scene.tube(
          [
            [x, y - 0.2, z],
            [x + 0.1, y + 1.15, z],
          ],
          [0.05, 0.045],
          DARK_TIMBER,
          5,
        );
        const top: V3 = [x + 0.1, y + 1.05, z];
        if (last)
          for (const drop of [0, 0.4, 0.75]) {
            const wire: V3[] = Array.from({ length: 13 }, (_, i) => {
              const t = i / 12;
              return [
                last![0] + (top[0] - last![0]) * t + Math.sin(i * 2.4) * 0.07,
                last![1] + (top[1] - last![1]) * t - drop + Math.cos(i * 2.4) * 0.07,
                last![2] + (top[2] - last![2]) * t,
              ];
            });
            scene.line(wire, 1.1);
          }
        last = top;
      }
    }
    for (const [x, z, h] of [
      [-6.4, -7, 5],
      [7, -11, 6],
      [-11, -18, 6],
      [12, -24, 7],
      [4.6, -26, 5],
      [-16, -30, 6],
      [9, 3, 5],
    ])
      plantBare(scene, random, [x, ground(x, z) - 0.1, z], h, 'mid');
    const gun = new Local(scene, [8.4, ground(8.4, -6), -6], 0.6);
    gun.tube(
      [
        [0, 0.9, -0.6],
        [0, 1.15, 0.6],
        [0, 1.5, 2.4],
      ],
      [0.16, 0.12, 0.09],
      IRON,
      8,
    );
    for (const s of [-1, 1]) gun.wheel(s * 0.6, 0.6, 0, 0.6, 0.1, { tone: 0.35, tint: [0.9, 0.75, 0.6] }, 14);
    gun.poly(
      [
        [-0.7, 0.4, 0.3],
        [0.7, 0.4, 0.3],
        [0.6, 1.5, 0.1],
        [-0.6, 1.5, 0.1],
      ],
      IRON,
    );
    putCrate(scene, [axis(-3.4) - 0.95, 0, -3.4], 0.6, 0.1);
    putBarrel(scene, [axis(-6) + 0.95, 0, -6], RUST);
    const ladder = new Local(scene, [axis(-1) + 1.3, 0, -4.6], -Math.PI / 2);
    for (const x of [-0.22, 0.22])
      ladder.tube(
        [
          [x, 0, 0.25],
          [x, 2.4, -0.2],
        ],
        0.035,
        TIMBER,
        5,
      );
    for (let i = 1; i < 8; i++)
      ladder.tube(
        [
          [-0.22, i * 0.3, 0.25 - i * 0.056],
          [0.22, i * 0.3, 0.25 - i * 0.056],
        ],
        0.025,
        TIMBER,
        4,
      );
    for (let k = 0; k < 3; k++)
      for (let i = 0; i < 7; i++)
        scene.blob(
          [-26 + k * 28 + i * 0.9, 6 + i * 3.4, -120],
          [3.2 + i * 0.8, 2.8 + i * 0.5, 2],
          { tone: 0.66 + i * 0.03, soft: 'leaf', line: 0.5 },
          random,
          0.3,
          900 + k,
          6,
        );
    scatterStones(
      scene,
      random,
      50,
      () => [(random.chance(0.5) ? 1 : -1) * random.range(3.4, 12), 8 - random.next() * 26],
      ground,
      0.35,
      cover.rock,
    );
    scratch(scene, random, 120, () => [(random.chance(0.5) ? 1 : -1) * random.range(3, 12), 8 - random.next() * 30], ground, 0.4);
    drawBirds(scene, random, [4, 10, -30], 5);
    return {
      marks: [
        ...talkingPair(axis(-1), -1, 1.25, LEVEL, 1.3),
        { at: [axis(-2.8) + 1.1, 0, -2.8], yaw: -1.5, kind: 'lean' },
        seat(axis(-3.4) - 0.9, -2.9, 1.2, 0.48),
        spot(axis(-7), -7, 0),
        spot(axis(5), 5, Math.PI),
        spot(axis(-13), -13, 0),
      ],
      views: [
        { eye: [axis(5) - 0.3, 1.75, 5.2], target: [0.3, 1.7, -9], fov: 56 },
        { eye: [axis(-7), 1.6, -7.2], target: [0.2, 1.6, 4], fov: 54 },
        { eye: [-4.4, 4.6, 7], target: [1.4, 1, -7], fov: 52 },
      ],
      centre: [0, 1, -3],
      radius: 15,
      interior: false,
      exit: [axis(-20), 0, -20],
    };
  },
};
