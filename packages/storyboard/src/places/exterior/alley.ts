/** @file A back alley: close brick walls, fire escapes, pipes, bins and crates, one lamp, the lit street at the far end. */
import type { Random } from '@filmai/core-tensor/random';
import type { Scene } from '../../world/scene.js';
import { raiseBlock } from '../landscape/buildings.js';
import { putBarrel, putBin, putCrate } from '../landscape/furniture.js';
import { Local } from '../landscape/local.js';
import { BRICK_TINTS, coverOf, IRON, isDark, LAMPLIGHT, litShare, shade, STEEL } from '../landscape/materials.js';
import { setDoor } from '../landscape/openings.js';
import { layPlain, LEVEL, scratch, spot, talkingPair } from '../landscape/terrain.js';
import { putVehicle } from '../landscape/vehicles.js';
import type { PlaceGrammar } from '../place.js';
import { tongues } from './words.js';

/** Alley between tall brick walls. */
export const alley: PlaceGrammar = {
  name: 'alley',
  words: tongues({
    en: 'alley, alleyway, back alley, back street, backstreet, passage, passageway, courtyard, backyard of a bar',
    fr: 'ruelle, impasse, passage, arrière-cour, cour',
    de: 'seitengasse, hinterhof, durchgang, sackgasse, hof',
    es: 'callejón, callejuela, pasaje, patio trasero',
    zh: '小巷, 巷子, 胡同, 后巷, 弄堂',
  }),
  interior: false,
  build(scene, random, request) {
    const cover = coverOf(request);
    const dark = isDark(request.time);
    const lit = litShare(request.time) * 0.6;
    layPlain(scene, -0.02, cover.asphalt, 160);
    for (const side of [1, -1]) {
      for (let z = 14; z > -40;) {
        const width = random.range(9, 13);
        const wall = { tone: random.range(0.72, 0.9), tint: random.pick(BRICK_TINTS) };
        const face = raiseBlock(scene, random, {
          at: [side * (2.4 + 4 + random.range(0, 0.25)), 0, z - width / 2],
          yaw: (-side * Math.PI) / 2,
          width,
          depth: 8,
          storeys: Math.round(random.range(4, 6)),
          wall,
          lit,
          window: 'sash',
          bay: 3.1,
          plinth: 1,
          sides: ['front'],
        });
        dressWall(scene, random, face, width, dark);
        z -= width;
      }
    }
    raiseBlock(scene, random, {
      at: [2, 0, -66],
      width: 30,
      depth: 10,
      storeys: 6,
      wall: { tone: 0.78, tint: [1, 0.95, 0.86] },
      lit: lit * 2,
      plinth: 1,
      sides: ['front'],
    });
    scene.box([0, 0, -61], 16, 2.2, 0.2, dark ? { tone: 1, glow: 0.8, tint: [1, 0.9, 0.65] } : { tone: 0.4 });
    putVehicle(scene, random, 'car', [1, 0, -52], Math.PI / 2);
    for (const [x, z] of [
      [-1.7, -5.2],
      [-1.75, -6.3],
      [1.8, -11],
    ] as const)
      putBin(scene, [x, 0, z]);
    const skip = new Local(scene, [1.55, 0, -5], 0);
    skip.prism(
      [
        [-0.95, 0.12],
        [-1, 1.1],
        [-0.9, 1.35],
        [0.9, 1.35],
        [1, 1.1],
        [0.95, 0.12],
      ],
      0.62,
      { tone: 0.4, tint: [0.7, 0.86, 0.76] },
    );
    for (let i = 0; i < 5; i++)
      skip.line(
        [
          [-0.64, 0.25, -0.8 + i * 0.4],
          [-0.64, 1.1, -0.8 + i * 0.4],
        ],
        0.9,
        { bias: 0.06 },
      );
    putCrate(scene, [-1.7, 0, -2.4], 0.6, 0.3);
    putCrate(scene, [-1.8, 0.48, -2.5], 0.5, 0.1);
    putCrate(scene, [1.7, 0, 1.2], 0.6, -0.2);
    putBarrel(scene, [1.9, 0, -8.4], { tone: 0.4, tint: [1, 0.7, 0.6] });
    for (const [a, b, y] of [
      [-3, -4, 7.6],
      [-9, -10.5, 10],
      [-15, -15, 8.4],
    ] as const)
      scene.line(
        [
          [-2.4, y, a],
          [-0.6, y - 0.5, (a + b) / 2],
          [0.7, y - 0.5, (a + b) / 2],
          [2.4, y, b],
        ],
        1.2,
      );
    scratch(scene, random, 120, () => [random.range(-2.2, 2.2), 8 - random.next() ** 1.3 * 36], LEVEL, 0.28, 0.8);

    return {
      marks: [
        ...talkingPair(0.1, -1.3, 0.5),
        { at: [-2, 0, -0.4], yaw: 1.4, kind: 'lean' },
        spot(0.6, -7, 0),
        spot(-0.6, -12, 0.1),
        spot(0.4, 4.6, Math.PI),
        spot(1.4, -2.6, -1.2),
      ],
      views: [
        { eye: [-0.9, 1.25, 4.4], target: [0.3, 2.3, -8], fov: 54 },
        { eye: [0.9, 1.6, -7.4], target: [-0.3, 1.9, 4], fov: 52 },
        { eye: [1.9, 2.6, 2.6], target: [-0.8, 0.9, -3], fov: 50 },
      ],
      centre: [0, 0, -4],
      radius: 14,
      interior: false,
      daylight: [0.12, 1, 0.3],
      lamp: dark ? [-2, 3.3, -4] : undefined,
      exit: [0, 0, -30],
    };
  },
};

/** Back door with a lamp over it, downpipe, fire escape. `face` is the wall's frame. */
function dressWall(scene: Scene, random: Random, face: Local, width: number, dark: boolean): void {
  const door = random.range(-width * 0.25, width * 0.25);
  setDoor(face, door, { paint: { ...STEEL, tone: 0.4 } });
  face.box(door, 2.7, 0.12, 0.26, 0.2, 0.26, dark ? LAMPLIGHT : { tone: 0.9 });
  if (dark && random.chance(0.6)) scene.lights.push({ p: face.p(door, 2.8, 0.5), power: 0.9, range: 6, warm: true });
  const pipe = width * random.range(0.3, 0.45);
  face.tube(
    [
      [pipe, 0, 0.12],
      [pipe, 15, 0.12],
    ],
    0.07,
    IRON,
    6,
  );
  if (random.chance(0.4)) return;
  const x = -width * 0.18;
  for (let floor = 1; floor < 4; floor++) {
    const y = floor * 3.2 + 0.4;
    face.box(x, y, 0.5, 2.6, 0.06, 0.9, shade(IRON, 1.3));
    face.box(x, y + 0.9, 0.93, 2.6, 0.05, 0.05, IRON);
    for (let i = 0; i <= 10; i++)
      face.line(
        [
          [x - 1.3 + i * 0.26, y, 0.94],
          [x - 1.3 + i * 0.26, y + 0.9, 0.94],
        ],
        0.9,
      );
    const [from, to] = floor % 2 === 0 ? [x - 0.9, x + 0.9] : [x + 0.9, x - 0.9];
    if (floor < 3)
      for (const dz of [0.35, 0.75])
        face.tube(
          [
            [from, y, dz],
            [to, y + 3.2, dz],
          ],
          0.03,
          IRON,
          4,
        );
  }
}
