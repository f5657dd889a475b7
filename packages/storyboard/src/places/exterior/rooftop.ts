/** @file City roofs: parapet, water tank, vents and a stair head on ours; a field of other roofs and towers around. */
import { layPlain, scratch, seat, spot, talkingPair } from '../landscape/terrain.js';
import { Local } from '../landscape/local.js';
import {
  BRICK_TINTS,
  CONCRETE,
  coverOf,
  IRON,
  isDark,
  LAMPLIGHT,
  litShare,
  STEEL,
  TIMBER,
  WALL_TINTS,
} from '../landscape/materials.js';
import { raiseBlock, raiseTower } from '../landscape/buildings.js';
import { setDoor } from '../landscape/openings.js';
import { drawBirds } from '../landscape/water.js';
import type { Random } from '@filmai/core-tensor/random';
import type { Scene } from '../../world/scene.js';
import type { PlaceGrammar } from '../place.js';
import { tongues } from './words.js';

/** Roof of the house the scene plays on, above the street. */
const ROOF = 0;
const STREET = -20;

/** Rooftop over a city. */
export const rooftop: PlaceGrammar = {
  name: 'rooftop',
  words: tongues({
    en: 'rooftop, roof, city roofs, rooftops, roof terrace, skyline, ledge',
    fr: 'toit, toits, toit-terrasse, sur les toits',
    de: 'dach, dächer, dachterrasse, über den dächern',
    es: 'azotea, tejado, tejados, terraza del tejado',
    zh: '屋顶, 天台, 楼顶, 房顶',
  }),
  interior: false,
  build(scene, random, request) {
    const cover = coverOf(request);
    const dark = isDark(request.time);
    const lit = Math.max(litShare(request.time), 0);
    layPlain(scene, STREET, cover.asphalt, 600);
    const roof: [number, number, number] = [0, STREET, -1];
    scene.box(roof, 18, ROOF - STREET, 18, { tone: 0.66, tint: random.pick(BRICK_TINTS) });
    scene.ground(-8.8, 8.8, -9.8, 7.8, 8, 8, () => 0.02, cover.snow ? cover.paving : { tone: 0.82, tint: [0.94, 0.95, 1] });
    for (const [x, z, w, d] of [
      [0, -9.8, 18, 0.4],
      [0, 7.8, 18, 0.4],
      [-8.8, -1, 0.4, 18],
      [8.8, -1, 0.4, 18],
    ]) {
      scene.box([x, ROOF, z], w, 0.75, d, { tone: 0.7 });
      scene.box([x, ROOF + 0.75, z], w + 0.1, 0.1, d + 0.1, { tone: 0.85 });
    }
    raiseTank(new Local(scene, [-5.6, 0, -6.4]));
    const hut = new Local(scene, [5.4, 0, -5.6], -0.35);
    hut.box(0, 0, -1.3, 3, 2.7, 2.6, { tone: 0.74, tint: random.pick(BRICK_TINTS) });
    hut.box(0, 2.7, -1.3, 3.3, 0.15, 2.9, CONCRETE);
    setDoor(hut, 0, { width: 1, height: 2.1, paint: { ...STEEL, tone: 0.42 } });
    hut.box(0, 2.3, 0.12, 0.24, 0.18, 0.24, dark ? LAMPLIGHT : { tone: 0.9 });
    if (dark) scene.lights.push({ p: hut.p(0, 2.3, 0.7), power: 1.1, range: 7, warm: true });
    for (const [x, z, h] of [
      [2, -8.2, 1.1],
      [-1.2, -7.6, 0.8],
      [-7, 2.4, 1],
    ]) {
      scene.box([x, 0, z], 1.3, h, 1, STEEL, random.range(-0.1, 0.1));
      for (let i = 1; i < 5; i++)
        scene.line(
          [
            [x - 0.6, (h * i) / 5, z + 0.52],
            [x + 0.6, (h * i) / 5, z + 0.52],
          ],
          0.9,
          { bias: 0.08 },
        );
    }
    for (const [x, z] of [
      [6.9, 1.6],
      [7.4, 2.4],
      [-3.4, -8.6],
    ])
      scene.lathe(
        [x, 0, z],
        [
          [0.12, 0],
          [0.12, 0.8],
          [0.25, 0.85],
          [0.25, 1],
          [0.02, 1.15],
        ],
        STEEL,
        9,
        false,
      );
    scene.tube(
      [
        [3.4, 0, -8.8],
        [3.4, 4.4, -8.8],
      ],
      [0.04, 0.03],
      IRON,
      5,
    );
    for (let i = 0; i < 5; i++)
      scene.line(
        [
          [3.4 - 0.7 + i * 0.08, 3 + i * 0.28, -8.8],
          [3.4 + 0.7 - i * 0.08, 3 + i * 0.28, -8.8],
        ],
        1.3,
      );
    scene.line(
      [
        [-4.4, 2.2, 4],
        [0, 1.9, 5.4],
        [6, 2.2, 6.6],
      ],
      1,
    );
    scene.box([-3.4, 0, -3.4], 1, 0.45, 0.4, TIMBER, 0.4);
    raiseCity(scene, random, lit);
    drawBirds(scene, random, [2, 6, -22], 8, 0.5);
    scratch(
      scene,
      random,
      70,
      () => [random.range(-8, 8), random.range(-9, 7)],
      () => 0.03,
      0.4,
    );
    return {
      marks: [
        ...talkingPair(0.4, -1.6, 1.4),
        spot(0.8, -8.2, Math.PI),
        seat(-3.3, -3.2, 0.4, 0.45),
        { at: [-7.9, 0.02, -1.6], yaw: -1.57, kind: 'lean' },
        spot(4.8, -4, 0.2),
        spot(-2.4, 5.4, 2.6),
        spot(6.6, 5, -2),
      ],
      views: [
        { eye: [-3.6, 1.6, 5.6], target: [1.2, 1.8, -9], fov: 54 },
        { eye: [3, 1.7, -8], target: [-2.4, 1.4, 6], fov: 54 },
        { eye: [7.4, 2.4, 2.4], target: [-5, 0.4, -4.6], fov: 50 },
      ],
      centre: [0, 0, -1],
      radius: 14,
      interior: false,
      lamp: dark ? [5.2, 2.3, -4.9] : undefined,
      exit: [5.4, 0, -5.2],
    };
  },
};

/** A wooden water tank on legs. */
function raiseTank(tank: Local): void {
  for (const x of [-0.9, 0.9])
    for (const z of [-0.9, 0.9])
      tank.tube(
        [
          [x, 0, z],
          [x * 0.9, 1.9, z * 0.9],
        ],
        0.07,
        IRON,
        5,
      );
  for (const s of [-1, 1])
    tank.line(
      [
        [-0.9 * s, 0.1, 0.95],
        [0.9 * s, 1.8, 0.95],
      ],
      1.4,
    );
  tank.lathe(
    0,
    1.9,
    0,
    [
      [1.35, 0],
      [1.3, 2.6],
      [1.45, 2.6],
      [0.02, 3.6],
    ],
    TIMBER,
    16,
    true,
  );
  for (let i = 0; i < 12; i++) {
    const a = (i / 12) * 6.2832;
    tank.line(
      [
        [Math.cos(a) * 1.36, 1.95, Math.sin(a) * 1.36],
        [Math.cos(a) * 1.31, 4.45, Math.sin(a) * 1.31],
      ],
      0.7,
      { bias: 0.08 },
    );
  }
}

/** Roofs and towers on every side, lower ones near. */
function raiseCity(scene: Scene, random: Random, lit: number): void {
  for (let i = 0; i < 40; i++) {
    const a = (i / 40) * Math.PI * 2;
    const far = i % 2 ? random.range(17, 24) : random.range(28, 44);
    const [x, z] = [Math.cos(a) * far, Math.sin(a) * far - 2];
    const storeys = Math.round(i % 2 ? random.range(4, 6.4) : random.range(5, 8.4));
    raiseBlock(scene, random, {
      at: [x, STREET, z],
      yaw: -a + Math.PI * 1.5,
      width: random.range(9, 14),
      depth: 10,
      storeys,
      storey: 3.2,
      wall: { tone: random.range(0.6, 0.86), tint: random.pick(random.chance(0.5) ? BRICK_TINTS : WALL_TINTS) },
      lit,
      window: 'plain',
      sides: ['front'],
    });
  }
  for (let i = 0; i < 16; i++) {
    const a = (i / 16) * Math.PI * 2 + 0.2;
    const far = random.range(70, 150);
    raiseTower(scene, random, {
      at: [Math.cos(a) * far, STREET, Math.sin(a) * far],
      yaw: -a + Math.PI * 1.5,
      width: random.range(14, 24),
      depth: 16,
      height: random.range(34, 84),
      paint: { tone: random.range(0.62, 0.8), tint: [0.88, 0.94, 1] },
      lit: lit * 0.7,
    });
  }
}
