/** @file A house with a porch: path to the steps, veranda posts, a swing seat, mail box, the garden and a big tree. */
import { houseStyle, raiseHouse } from '../landscape/buildings.js';
import { runFence } from '../landscape/furniture.js';
import { Local } from '../landscape/local.js';
import { coverOf, isDark, LAMPLIGHT, litShare, type Paint, TIMBER } from '../landscape/materials.js';
import { drawFlowers, drawGrass, plantBush } from '../landscape/plants.js';
import { layPlain, layRidge, layStrip, LEVEL, seat, spot, talkingPair } from '../landscape/terrain.js';
import { plantBelt, plantBroadleaf } from '../landscape/trees.js';
import { putVehicle } from '../landscape/vehicles.js';
import type { PlaceGrammar } from '../place.js';
import { tongues } from './words.js';

/** House seen from its front garden. */
export const houseFront: PlaceGrammar = {
  name: 'house-front',
  words: tongues({
    en: 'outside the house, house, front porch, porch, front yard, front door, doorstep, home, cottage, cabin, villa, mansion, veranda, backyard',
    fr: 'maison, perron, devant la maison, chaumière, cabane, villa, pavillon, véranda',
    de: 'haus, veranda, vor dem haus, vorgarten, hütte, landhaus, haustür',
    es: 'casa, porche, delante de la casa, cabaña, chalet, mansión',
    zh: '房子, 家门口, 屋外, 门廊, 别墅, 小屋, 院子',
  }),
  interior: false,
  build(scene, random, request) {
    const cover = coverOf(request);
    const dark = isDark(request.time);
    const style = houseStyle(random, cover, Math.max(litShare(request.time), dark ? 0.6 : 0));
    layPlain(scene, -0.02, cover.grass, 400);
    layRidge(scene, random, { far: 220, height: 26, paint: cover.far });
    const face = raiseHouse(scene, random, {
      ...style,
      gable: 'side',
      at: [0, 0.45, -4.5],
      width: 12,
      depth: 8,
      eaves: 5.6,
      rise: 2.8,
      boards: true,
    });
    scene.box([0, -0.1, -4.5], 12.2, 0.56, 8.2, { tone: 0.55 });
    raiseHouse(scene, random, {
      ...style,
      gable: 'front',
      door: false,
      at: [9, 0, -4.5],
      width: 5,
      depth: 6.4,
      eaves: 2.8,
      rise: 1.8,
      chimney: false,
      boards: true,
    });
    scene.poly(
      [
        [7.4, 0, -1.25],
        [10.6, 0, -1.25],
        [10.6, 2.3, -1.25],
        [7.4, 2.3, -1.25],
      ],
      scene.surf({ tone: 0.9 }),
    );
    for (let i = 1; i < 5; i++)
      scene.line(
        [
          [7.4, i * 0.46, -1.22],
          [10.6, i * 0.46, -1.22],
        ],
        0.8,
      );
    raisePorch(face, cover.roof, dark);
    layStrip(
      scene,
      [
        [0, 1.9],
        [0.2, 5],
        [-0.3, 9],
        [0, 14],
      ],
      0.75,
      LEVEL,
      cover.path,
      0.02,
    );
    layStrip(
      scene,
      [
        [9, -1.2],
        [9, 14],
      ],
      1.7,
      LEVEL,
      cover.paving,
      0.02,
    );
    putVehicle(scene, random, 'car', [9, 0, 2.4], 0.02);
    runFence(
      scene,
      random,
      [
        [-14, 0, 10],
        [-1.2, 0, 10],
      ],
      'picket',
      1,
    );
    runFence(
      scene,
      random,
      [
        [1.2, 0, 10],
        [7, 0, 10],
      ],
      'picket',
      1,
    );
    const box = new Local(scene, [1.5, 0, 10.4], Math.PI);
    box.box(0, 0, 0, 0.1, 1.05, 0.1, TIMBER);
    box.prism(
      [
        [-0.25, 1.05],
        [-0.25, 1.2],
        [0, 1.32],
        [0.25, 1.2],
        [0.25, 1.05],
      ],
      0.12,
      { tone: 0.7, tint: [0.6, 0.72, 0.95] },
    );
    plantBroadleaf(scene, random, [-7.4, 0, 3.4], 9.5, cover, 'near');
    plantBelt(
      scene,
      random,
      Array.from({ length: 12 }, (_, i): [number, number, number] => [
        -38 + i * 7 + random.range(-2, 2),
        0,
        -18 - random.range(0, 10),
      ]),
      11,
      cover,
    );
    for (const x of [-5, -3.6, 3.6, 5.2]) plantBush(scene, random, [x, 0, 2], random.range(0.8, 1.2), cover);
    if (!cover.snow) {
      drawFlowers(scene, random, 40, () => [random.range(-6, 6), random.range(2.1, 2.9)], LEVEL, 0.4);
      drawGrass(scene, random, 160, () => [random.range(-11, 7), random.range(3.2, 12)], LEVEL, 0.2);
    }
    raiseHouse(scene, random, {
      ...houseStyle(random, cover, litShare(request.time)),
      at: [-4, 0, 34],
      yaw: Math.PI,
      width: 11,
      depth: 8,
      eaves: 5,
      rise: 2.6,
    });
    raiseHouse(scene, random, {
      ...houseStyle(random, cover, litShare(request.time)),
      at: [13, 0, 35],
      yaw: Math.PI,
      width: 10,
      depth: 8,
      eaves: 3,
      rise: 2.8,
    });
    scene.ground(-60, 60, 16, 22, 8, 2, () => 0.01, cover.asphalt);
    return {
      marks: [
        ...talkingPair(-0.4, 4, 1.5),
        { at: [0.9, 0.45, 0.6], yaw: 0 },
        seat(-3.9, 0.35, 0.2, 0.46, () => 0.45),
        spot(-5.4, 5.4, 1.9),
        spot(6.8, 3.4, -1.6),
        spot(0.2, 8.6, Math.PI),
        { at: [2.4, 0.45, 1.3], yaw: 0.2, kind: 'lean' },
      ],
      views: [
        { eye: [-4.6, 1.35, 10.6], target: [0.7, 2.5, -1], fov: 50 },
        { eye: [0.8, 2, 1.1], target: [-0.9, 1.1, 9], fov: 54 },
        { eye: [6.2, 1.5, 7.6], target: [-2.6, 1.7, 0.5], fov: 48 },
      ],
      centre: [0, 0, 2],
      radius: 16,
      interior: false,
      lamp: dark ? [0, 2.6, 0.9] : undefined,
      exit: [0, 0.45, -0.2],
    };
  },
};

/** Deck, steps, posts, roof and a swing seat in front of the wall. */
function raisePorch(face: Local, roof: Paint, dark: boolean): void {
  const white: Paint = { tone: 0.95 };
  face.box(0, -0.55, 1, 11.8, 0.55, 2, { tone: 0.72, tint: [0.95, 0.88, 0.78] });
  for (let i = 0; i < 3; i++) face.box(0, -0.45, 2.9 - i * 0.3, 2, 0.15 * (i + 1), 0.32, { tone: 0.8 });
  for (const x of [-5.7, -3, -1.2, 1.2, 3, 5.7]) {
    face.box(x, 0, 1.85, 0.15, 2.5, 0.15, white);
    face.box(x, 2.38, 1.85, 0.4, 0.12, 0.2, white);
  }
  for (const [from, to] of [
    [-5.7, -1.2],
    [1.2, 5.7],
  ]) {
    face.box((from + to) / 2, 0.85, 1.85, to - from, 0.07, 0.08, white);
    face.box((from + to) / 2, 0.15, 1.85, to - from, 0.06, 0.06, white);
    for (let x = from + 0.2; x < to; x += 0.22) face.box(x, 0.2, 1.85, 0.045, 0.66, 0.045, { ...white, line: 0.7 });
  }
  face.poly(
    [
      [-6.2, 2.55, 2.25],
      [6.2, 2.55, 2.25],
      [6.2, 3.3, 0],
      [-6.2, 3.3, 0],
    ],
    roof,
  );
  face.box(0, 2.45, 1.95, 12, 0.16, 0.1, white);
  const swing = face.part(-3.9, 0, 0.8);
  swing.box(0, 0.42, 0, 1.4, 0.06, 0.5, TIMBER);
  swing.box(0, 0.6, -0.26, 1.4, 0.4, 0.05, TIMBER);
  for (const s of [-1, 1])
    swing.line(
      [
        [s * 0.65, 0.45, 0],
        [s * 0.65, 2.6, 0],
      ],
      1.2,
    );
  face.lathe(
    0.95,
    1.75,
    0.16,
    [
      [0.06, 0],
      [0.11, 0.05],
      [0.11, 0.25],
      [0.02, 0.34],
    ],
    dark ? LAMPLIGHT : { tone: 0.9 },
    8,
  );
  if (dark) face.scene.lights.push({ p: face.p(0, 2.15, 0.9), power: 1.15, range: 7, warm: true });
}
