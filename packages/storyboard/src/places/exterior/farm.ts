/** @file A farm yard: red barn with its doors, silo, farmhouse, tractor, trough, hens on the ground, fields behind. */
import { raiseHouse } from '../landscape/buildings.js';
import { putBarrel, putCrate, runFence } from '../landscape/furniture.js';
import { Local } from '../landscape/local.js';
import { coverOf, litShare, type Paint, STEEL, TIMBER } from '../landscape/materials.js';
import { drawGrass, plantCrop } from '../landscape/plants.js';
import { layGround, layPlain, layRidge, layStrip, rolling, scratch, seat, spot, talkingPair } from '../landscape/terrain.js';
import { plantBelt, plantBroadleaf } from '../landscape/trees.js';
import { putVehicle } from '../landscape/vehicles.js';
import type { V3 } from '../../world/vector.js';
import type { PlaceGrammar } from '../place.js';
import { tongues } from './words.js';

/** Farm yard with a barn. */
export const farm: PlaceGrammar = {
  name: 'farm',
  words: tongues({
    en: 'farm, farmyard, barn, ranch, stable, farmhouse, outside the barn, paddock, vineyard, mill',
    fr: 'ferme, grange, cour de ferme, étable, ranch, vignoble, moulin',
    de: 'bauernhof, scheune, hof des bauern, stall, weinberg, mühle',
    es: 'granja, granero, finca, establo, rancho, hacienda, viñedo, molino',
    zh: '农场, 谷仓, 农家, 牧场, 马厩, 农舍, 葡萄园',
  }),
  interior: false,
  build(scene, random, request) {
    const cover = coverOf(request);
    const ground = rolling(0.09, 5, random.range(0, 9));
    layPlain(scene, -0.25, cover.grass, 700);
    layGround(scene, { x0: -30, x1: 30, z0: -34, z1: 24 }, 1.5, ground, cover.grass);
    layRidge(scene, random, { far: 280, height: 46, paint: cover.far });
    layStrip(
      scene,
      [
        [-1, 24],
        [0, 10],
        [0.5, 0],
        [2.5, -8],
        [3, -12],
      ],
      3,
      ground,
      cover.earth,
    );
    raiseBarn(new Local(scene, [4.5, 0, -12]), random.chance(0.7) ? [0.95, 0.46, 0.4] : [0.8, 0.72, 0.62], cover.slate);
    const silo = new Local(scene, [13, 0, -15]);
    silo.lathe(
      0,
      0,
      0,
      [
        [2.1, 0],
        [2.1, 9.5],
        [1.6, 10.8],
        [0.05, 11.6],
      ],
      { ...STEEL, tone: 0.78 },
      18,
      true,
    );
    for (let y = 1; y < 9.5; y += 0.9)
      silo.line(
        Array.from({ length: 13 }, (_, i): V3 => [Math.cos((i / 12) * Math.PI) * 2.12, y, Math.sin((i / 12) * Math.PI) * 2.12]),
        0.7,
        { bias: 0.1, alpha: 0.7 },
      );
    raiseHouse(scene, random, {
      at: [-11, 0, -11],
      yaw: 0.5,
      width: 9,
      depth: 7,
      eaves: 5.2,
      rise: 2.8,
      wall: { tone: 0.95 },
      roof: cover.roof,
      lit: litShare(request.time) * 2,
      boards: true,
    });
    putVehicle(scene, random, 'tractor', [-2.8, 0, -6.4], 0.9);
    for (let i = 0; i < 3; i++)
      scene.lathe(
        [9.4 - (i === 2 ? 0.7 : i * 1.4), i === 2 ? 1.15 : 0, -4.4],
        [
          [0.66, 0],
          [0.7, 0.1],
          [0.7, 1.1],
          [0.66, 1.2],
          [0.01, 1.2],
        ],
        { tone: 0.84, tint: [1, 0.9, 0.6] },
        14,
        false,
      );
    const trough = new Local(scene, [5.6, 0, -2.4], 0.5);
    trough.prism(
      [
        [-0.35, 0.12],
        [-0.42, 0.5],
        [0.42, 0.5],
        [0.35, 0.12],
      ],
      0.9,
      TIMBER,
    );
    putCrate(scene, [-4.8, 0, -1.6], 0.6, 0.4);
    putBarrel(scene, [-5.6, 0, -2.6], TIMBER);
    runFence(
      scene,
      random,
      [
        [6.4, 0, 9],
        [7.6, 0, 1.4],
        [11, 0, -2],
        [16, 0, -3],
      ],
      'rail',
      1.25,
    );
    runFence(
      scene,
      random,
      [
        [-5.4, 0, 9],
        [-7, 0, 3],
        [-16, 0, 0],
      ],
      'rail',
      1.25,
    );
    for (let i = 0; i < 6; i++) {
      const [x, z] = [random.range(-3.5, 4.5), random.range(-5.5, 3)];
      if (Math.hypot(x, z + 1.2) < 1.8) continue;
      const hen = new Local(scene, [x, ground(x, z), z], random.range(0, 6.2));
      scene.blob(
        hen.p(0, 0.2, 0),
        [0.12, 0.13, 0.17],
        { tone: 0.95, tint: [1, 0.95, 0.88], line: 0.8 },
        random,
        0.06,
        undefined,
        5,
      );
      scene.blob(
        hen.p(0, 0.36, 0.13),
        [0.06, 0.07, 0.06],
        { tone: 0.9, tint: [1, 0.7, 0.6], line: 0.8 },
        random,
        0.05,
        undefined,
        4,
      );
      hen.line(
        [
          [0, 0.25, -0.12],
          [0, 0.4, -0.24],
        ],
        2.4,
      );
      for (const s of [-0.04, 0.04])
        hen.line(
          [
            [s, 0.12, 0],
            [s, 0, 0.02],
          ],
          1,
        );
    }
    plantBroadleaf(scene, random, [-6.6, 0, -15], 12, cover, 'mid');
    plantBroadleaf(scene, random, [-5.6, 0, 5.6], 10, cover, 'near');
    plantBelt(
      scene,
      random,
      Array.from({ length: 14 }, (_, i): V3 => [-50 + i * 8, -0.2, -36 - random.range(0, 16)]),
      10,
      cover,
    );
    if (!cover.snow) {
      plantCrop(scene, random, 12, 22, 6, -4, () => 0, 0.8);
      drawGrass(
        scene,
        random,
        180,
        () => [(random.chance(0.5) ? 1 : -1) * random.range(3.6, 10), 9 - random.next() * 16],
        ground,
        0.24,
      );
    }
    scratch(
      scene,
      random,
      120,
      () => [random.range(-2.6, 4), 9 - random.next() * 18],
      (x, z) => ground(x, z) + 0.04,
      0.4,
    );
    return {
      marks: [
        ...talkingPair(0.1, -1.2, 1.4, ground),
        spot(3.4, -9, 0, ground),
        spot(-3.4, -4.6, 0.8, ground),
        seat(-4.7, -1.3, 1, 0.5, ground),
        { at: [6.9, 0, 3.2], yaw: -1.5, kind: 'lean' },
        spot(-0.8, 6, Math.PI, ground),
      ],
      views: [
        { eye: [-3.4, 1.4, 7.2], target: [1.6, 3, -9], fov: 50 },
        { eye: [4.2, 1.7, -9], target: [-1.8, 1.6, 5], fov: 50 },
        { eye: [6, 1.5, 3.6], target: [-5.4, 1.9, -5.4], fov: 48 },
      ],
      centre: [0, 0, -4],
      radius: 20,
      interior: false,
      exit: [4.5, 0, -11],
    };
  },
};

/** Gambrel-roofed barn with cross-braced doors; its front is local +z. */
function raiseBarn(barn: Local, tint: V3, roof: Paint): void {
  const wall: Paint = { tone: 0.6, tint };
  const white: Paint = { tone: 0.96, line: 0.8 };
  barn.part(0, 0, -5.5, Math.PI / 2).prism(
    [
      [-5.5, 0],
      [-5.5, 4.2],
      [-3.8, 7],
      [0, 8.6],
      [3.8, 7],
      [5.5, 4.2],
      [5.5, 0],
    ],
    5.5,
    wall,
  );
  for (const s of [-1, 1]) {
    barn.poly(
      [
        [s * 5.9, 3.9, 0.4],
        [s * 3.9, 7.15, 0.4],
        [s * 3.9, 7.15, -11.4],
        [s * 5.9, 3.9, -11.4],
      ],
      roof,
    );
    barn.poly(
      [
        [s * 3.9, 7.15, 0.4],
        [0, 8.85, 0.4],
        [0, 8.85, -11.4],
        [s * 3.9, 7.15, -11.4],
      ],
      roof,
    );
  }
  for (const s of [-1, 1]) {
    barn.panel(s * 1.05, 0, 0.05, 2, 3.4, { tone: 0.5, tint });
    barn.outline(s * 1.05, 0.05, 0.08, 1.9, 3.3, 1.2);
    barn.line(
      [
        [s * 1.05 - 0.95, 0.1, 0.09],
        [s * 1.05 + 0.95, 3.3, 0.09],
      ],
      3,
      { color: '#f6f1e4', alpha: 0.95, bias: 0.08 },
    );
    barn.line(
      [
        [s * 1.05 + 0.95, 0.1, 0.09],
        [s * 1.05 - 0.95, 3.3, 0.09],
      ],
      3,
      { color: '#f6f1e4', alpha: 0.95, bias: 0.08 },
    );
    barn.panel(s * 3.9, 1.3, 0.05, 0.9, 1.1, { tone: 0.28 });
    barn.outline(s * 3.9, 1.3, 0.08, 0.9, 1.1, 1.6);
  }
  barn.box(0, 3.45, 0.06, 4.6, 0.16, 0.12, white);
  barn.panel(0, 5, 0.05, 1.5, 1.5, { tone: 0.26 });
  barn.outline(0, 5, 0.08, 1.5, 1.5, 1.6);
  barn.tube(
    [
      [0, 7.6, 0],
      [0, 7.6, 1.2],
    ],
    0.08,
    TIMBER,
    5,
  );
  barn.line(
    [
      [0, 7.6, 1.1],
      [0, 6, 1.1],
    ],
    1.2,
  );
  for (let x = -5.3; x < 5.4; x += 0.42)
    barn.line(
      [
        [x, 0, 0.02],
        [x, Math.min(7.6, 4.2 + (5.5 - Math.abs(x)) * 1.2), 0.02],
      ],
      0.6,
      { alpha: 0.55 },
    );
}
