/** @file A country church with its graveyard: the path between leaning stones, yews, tower with clock, a wall round it all. */
import { raiseHouse } from '../landscape/buildings.js';
import { putGrave, runRailing } from '../landscape/furniture.js';
import { Local } from '../landscape/local.js';
import { coverOf, DARK_STONE, isDark, type Paint, STONE } from '../landscape/materials.js';
import { setDoor } from '../landscape/openings.js';
import { drawGrass } from '../landscape/plants.js';
import { layGround, layPlain, layRidge, layStrip, rolling, scratch, spot, talkingPair, winding } from '../landscape/terrain.js';
import { plantBare, plantBelt, plantBroadleaf } from '../landscape/trees.js';
import { drawBirds } from '../landscape/water.js';
import type { PlaceGrammar } from '../place.js';
import { tongues } from './words.js';

/** Churchyard before a church. */
export const church: PlaceGrammar = {
  name: 'church-front',
  words: tongues({
    en: 'outside the church, church, chapel, graveyard, cemetery, churchyard, cathedral, grave, funeral, temple, monastery',
    fr: 'église, chapelle, cimetière, cathédrale, tombe, monastère',
    de: 'kirche, kapelle, friedhof, kirchhof, dom, grab, kloster',
    es: 'iglesia, capilla, cementerio, catedral, tumba, monasterio',
    zh: '教堂, 墓地, 墓园, 坟墓, 寺庙, 修道院, 公墓',
  }),
  interior: false,
  build(scene, random, request) {
    const cover = coverOf(request);
    const dark = isDark(request.time);
    const hills = rolling(0.35, 9, random.range(0, 9));
    const path = (z: number): number => Math.sin(z * 0.16) * 0.9;
    const ground = (x: number, z: number): number =>
      hills(x, z) * Math.min(1, Math.hypot(x - path(z)) / 2.5) * (z < -9 ? 0.3 : 1);
    layPlain(scene, -0.6, cover.grass, 500);
    layGround(scene, { x0: -26, x1: 26, z0: -34, z1: 22 }, 0.9, ground, cover.grass);
    layRidge(scene, random, { far: 240, height: 36, paint: cover.far });
    layStrip(scene, winding(18, -10, 30, path), 0.85, ground, cover.path);
    raiseChurch(new Local(scene, [0, 0, -11]), cover.slate, dark, (f) => {
      raiseHouse(scene, random, {
        at: f.p(0, 0, -8),
        width: 9,
        depth: 18,
        eaves: 6,
        rise: 5.5,
        wall: { ...STONE, tone: 0.78 },
        roof: cover.slate,
        lit: 0,
        gable: 'front',
        chimney: false,
        door: false,
      });
    });
    for (let row = 0; row < 7; row++) {
      for (const side of [-1, 1]) {
        for (let k = 0; k < 4; k++) {
          const z = 6.5 - row * 2.4 + random.range(-0.3, 0.3);
          const x = path(z) + side * (2.1 + k * 1.9 + random.range(-0.3, 0.3));
          if (Math.hypot(x - 0.2, z - 0.6) < 2.4 || random.chance(0.2) || (z < -8.4 && Math.abs(x) < 5)) continue;
          putGrave(scene, random, [x, ground(x, z), z], side > 0 ? -0.12 : 0.12);
        }
      }
    }
    plantBare(scene, random, [4.6, ground(4.6, 4.4), 4.4], 9, 'near');
    plantBroadleaf(scene, random, [-11, ground(-11, -6), -6], 10, cover, 'mid');
    plantBroadleaf(scene, random, [12, ground(12, -9), -9], 11, cover, 'mid');
    plantBelt(
      scene,
      random,
      Array.from({ length: 12 }, (_, i): [number, number, number] => [-40 + i * 7.4, -0.5, -36 - random.range(0, 12)]),
      10,
      cover,
    );
    plantBelt(
      scene,
      random,
      Array.from({ length: 10 }, (_, i): [number, number, number] => [-34 + i * 7.4, -0.5, 26 + random.range(0, 8)]),
      9,
      cover,
    );
    for (const s of [-1, 1]) {
      for (let i = 0; i < 10; i++)
        scene.box([s * (2.6 + i * 2), -0.4, 11.6], 2, 1.5 + random.range(-0.06, 0.06), 0.45, DARK_STONE);
      scene.box([s * 1.5, -0.2, 11.6], 0.6, 2.6, 0.6, STONE);
    }
    runRailing(
      scene,
      [
        [-1.25, 0, 11.6],
        [-1.1, 0, 13],
      ],
      1.4,
    );
    if (!cover.snow)
      drawGrass(
        scene,
        random,
        300,
        () => {
          const z = 10 - random.next() * 19;
          return [path(z) + (random.chance(0.5) ? 1 : -1) * random.range(1.1, 9), z];
        },
        ground,
        0.24,
      );
    scratch(
      scene,
      random,
      50,
      () => {
        const z = random.range(-8, 9);
        return [path(z) + random.range(-0.7, 0.6), z];
      },
      (x, z) => ground(x, z) + 0.04,
      0.2,
    );
    drawBirds(scene, random, [4, 15, -14], 6);
    return {
      marks: [
        ...talkingPair(0.2, 0.6, 1.2, ground),
        spot(0.2, -6, 0, ground),
        spot(-3, -1.4, 2.6, ground),
        spot(-4.6, 2.8, 1.6, ground),
        spot(0.6, 8, Math.PI, ground),
        { at: [3.9, ground(3.9, 4.1), 4.1], yaw: -1.2, kind: 'lean' },
      ],
      views: [
        { eye: [-2.3, ground(-2.3, 8) + 1.35, 8], target: [0.5, 3.9, -8], fov: 52 },
        { eye: [1.9, 1.7, -5.9], target: [-0.6, 1.2, 6], fov: 50 },
        { eye: [-6.2, 1.3, -2.6], target: [3, 1.4, 2], fov: 46 },
      ],
      centre: [0, 0, -1],
      radius: 18,
      interior: false,
      lamp: dark ? [0, 3, -7] : undefined,
      exit: [0, 0, -8],
    };
  },
};

/** Tower with belfry, clock and spire before the nave. */
function raiseChurch(front: Local, slate: Paint, dark: boolean, raiseNave: (front: Local) => void): void {
  raiseNave(front);
  const { scene } = front;
  const wall: Paint = { ...STONE, tone: 0.82 };
  front.box(0, 0, 2, 4.4, 13, 4.4, wall);
  front.box(0, 13, 2, 4.8, 0.4, 4.8, wall);
  front.lathe(
    0,
    13.4,
    2,
    [
      [3.2, 0],
      [1.5, 3],
      [0.05, 10],
    ],
    slate,
    8,
    true,
  );
  const face = front.part(0, 0, 4.2);
  setDoor(face, 0, { width: 1.8, height: 2.9, paint: { tone: 0.34, tint: [0.85, 0.65, 0.5] } });
  face.line(
    [
      [-1.1, 2.9, 0.06],
      [-0.6, 3.6, 0.06],
      [0, 3.9, 0.06],
      [0.6, 3.6, 0.06],
      [1.1, 2.9, 0.06],
    ],
    1.4,
  );
  const glass: Paint = dark ? { tone: 1, glow: 0.85, tint: [1, 0.82, 0.5] } : { tone: 0.32, tint: [0.75, 0.85, 1] };
  face.poly(
    [
      [-0.6, 5, 0.05],
      [0.6, 5, 0.05],
      [0.6, 6.8, 0.05],
      [0, 7.7, 0.05],
      [-0.6, 6.8, 0.05],
    ],
    glass,
  );
  for (const x of [-0.2, 0.2])
    face.line(
      [
        [x, 5, 0.08],
        [x, 7.2, 0.08],
      ],
      0.9,
    );
  for (const s of [-1, 1])
    face.poly(
      [
        [s * 0.9 - 0.5, 10.3, 0.05],
        [s * 0.9 + 0.5, 10.3, 0.05],
        [s * 0.9 + 0.5, 12, 0.05],
        [s * 0.9, 12.6, 0.05],
        [s * 0.9 - 0.5, 12, 0.05],
      ],
      { tone: 0.2 },
    );
  const dial = Array.from({ length: 16 }, (_, i): [number, number, number] => [
    Math.cos((i / 16) * 6.2832) * 0.75,
    9 + Math.sin((i / 16) * 6.2832) * 0.75,
    0.06,
  ]);
  face.poly(dial, { tone: 0.98 });
  face.line(
    [
      [0, 9, 0.1],
      [0, 9.5, 0.1],
    ],
    1.6,
  );
  face.line(
    [
      [0, 9, 0.1],
      [0.35, 8.85, 0.1],
    ],
    1.6,
  );
  face.line(
    [
      [0, 24.4, -2.2],
      [0, 25.8, -2.2],
    ],
    2,
    { px: true },
  );
  face.line(
    [
      [-0.4, 25.3, -2.2],
      [0.4, 25.3, -2.2],
    ],
    2,
    { px: true },
  );
  for (let i = 0; i < 60; i++) {
    const x = ((i * 37) % 40) / 10 - 2;
    const y = ((i * 53) % 120) / 10 + 0.3;
    face.line(
      [
        [x, y, 0.02],
        [x + 0.35, y, 0.02],
      ],
      0.5,
      { alpha: 0.5 },
    );
  }
  if (dark) scene.lights.push({ p: face.p(0, 3, 1), power: 0.9, range: 8, warm: true });
}
