/** @file The foot of a glass tower: plaza with planters and steps, revolving door, a sculpture, towers closing the sky. */
import { raiseTower } from '../landscape/buildings.js';
import { putBench, putMastLight } from '../landscape/furniture.js';
import { Local } from '../landscape/local.js';
import { CONCRETE, coverOf, DARK_GLASS, isDark, type Paint, STEEL } from '../landscape/materials.js';
import { plantBush } from '../landscape/plants.js';
import { layPlain, seat, spot, talkingPair } from '../landscape/terrain.js';
import { plantBroadleaf } from '../landscape/trees.js';
import { putVehicle } from '../landscape/vehicles.js';
import type { PlaceGrammar } from '../place.js';
import { tongues } from './words.js';

/** Office tower plaza. */
export const officeTower: PlaceGrammar = {
  name: 'office-tower',
  words: tongues({
    en: 'office tower, office building, skyscraper, skyscrapers, corporate headquarters, headquarters, plaza of an office, office, tower, company, laboratory building',
    fr: 'immeuble de bureaux, tour de bureaux, gratte-ciel, siège, bureau, bureaux',
    de: 'bürogebäude, büroturm, wolkenkratzer, firmensitz, büro',
    es: 'edificio de oficinas, rascacielos, sede, oficina, oficinas',
    zh: '写字楼, 摩天大楼, 办公楼, 公司大楼, 总部, 大厦',
  }),
  interior: false,
  build(scene, random, request) {
    const cover = coverOf(request);
    const dark = isDark(request.time);
    const lit = dark ? 0.42 : 0;
    layPlain(scene, 0, cover.paving, 300);
    for (let i = -12; i < 13; i++) {
      scene.line(
        [
          [i * 2, 0.01, -6],
          [i * 2, 0.01, 22],
        ],
        0.5,
        { alpha: 0.35 },
      );
      if (i > -4 && i < 10)
        scene.line(
          [
            [-26, 0.01, i * 2],
            [26, 0.01, i * 2],
          ],
          0.5,
          { alpha: 0.35 },
        );
    }
    const glass: Paint = { tone: 0.6, tint: [0.82, 0.92, 1] };
    const front = raiseTower(scene, random, {
      at: [2, 0, -16],
      width: 26,
      depth: 20,
      height: random.range(70, 95),
      paint: glass,
      lit,
    });
    for (const [x, z, w, h] of [
      [-30, -26, 20, 60],
      [34, -22, 20, 80],
      [-58, -60, 26, 120],
      [20, -80, 26, 130],
      [-14, -90, 24, 105],
      [60, -60, 24, 70],
    ]) {
      raiseTower(scene, random, {
        at: [x, 0, z],
        width: w,
        depth: 20,
        height: h * random.range(0.8, 1.2),
        paint: { ...glass, tone: random.range(0.55, 0.8) },
        lit: lit * 0.8,
      });
    }
    for (const [x, w] of [
      [-34, 24],
      [-8, 22],
      [18, 22],
      [44, 24],
    ])
      raiseTower(scene, random, {
        at: [x, 0, 44],
        yaw: Math.PI,
        width: w,
        depth: 18,
        height: random.range(30, 60),
        paint: { ...glass, tone: 0.7 },
        lit: lit * 0.8,
      });
    raiseLobby(front, dark);
    for (const [x, z] of [
      [-8, 1.5],
      [-8, 7.5],
      [9.5, 2.5],
      [9.5, 8.5],
    ] as const) {
      scene.box([x, 0, z], 3.2, 0.5, 1.3, CONCRETE);
      for (let k = -1; k < 2; k++) plantBush(scene, random, [x + k, 0.45, z], 1, cover);
    }
    raiseSculpture(new Local(scene, [6, 0, -2.2], 0.4));
    putBench(scene, [-8, 0, 4.4], 1.57);
    for (const x of [-13, 15]) putMastLight(scene, [x, 0, 6], x > 0 ? -1.57 : 1.57, dark, 6);
    for (const x of [-14, 16]) plantBroadleaf(scene, random, [x, 0, -1], 8, cover, 'mid');
    scene.ground(-80, 80, 16, 25, 10, 2, () => 0.02, cover.asphalt);
    putVehicle(scene, random, 'taxi', [-9, 0.02, 18], Math.PI / 2, { lights: dark });
    putVehicle(scene, random, 'car', [7, 0.02, 22], -Math.PI / 2, { lights: dark });
    if (dark) scene.lights.push({ p: [0, 3.6, -4], power: 1.1, range: 10, warm: false });
    return {
      marks: [
        ...talkingPair(-0.6, 2.2, 1.3),
        spot(2, -3.6, 0),
        seat(-8, 4.3, 1.57, 0.45),
        spot(4.4, 4, -1.8),
        spot(-3.6, 9, Math.PI),
        { at: [6.2, 0, -0.8], yaw: 0.2, kind: 'lean' },
      ],
      views: [
        { eye: [-5.4, 1.2, 9.4], target: [1.6, 6.2, -10], fov: 58 },
        { eye: [2.6, 1.7, -3.4], target: [-1.6, 2.2, 10], fov: 54 },
        { eye: [-7, 8.5, 11], target: [1.5, 0.6, -1], fov: 50 },
      ],
      centre: [0, 0, 2],
      radius: 20,
      interior: false,
      lamp: dark ? [0, 3.6, -4] : undefined,
      exit: [2, 0, -5.6],
    };
  },
};

/** Lobby of glass with a canopy and a revolving door, on the tower's front. */
function raiseLobby(front: Local, dark: boolean): void {
  const pane: Paint = dark ? { tone: 1, glow: 0.86, tint: [1, 0.95, 0.82], line: 0.8 } : { ...DARK_GLASS, tone: 0.46 };
  for (let i = -4; i < 5; i++) {
    front.panel(i * 2.7, 0, 0.08, 2.5, 3.5, pane);
    front.box(i * 2.7 + 1.35, 0, 0.15, 0.14, 3.6, 0.14, STEEL);
  }
  front.box(0, 3.6, 1.5, 26, 0.3, 3.4, { tone: 0.5, tint: [0.9, 0.95, 1] });
  front.lathe(
    0,
    0,
    0.5,
    [
      [1.3, 0],
      [1.3, 2.5],
      [1.35, 2.5],
      [1.35, 2.8],
      [0.01, 2.8],
    ],
    dark ? { tone: 0.95, glow: 0.8, tint: [1, 0.93, 0.75] } : { tone: 0.5, tint: [0.85, 0.93, 1] },
    12,
    true,
  );
  for (let i = 0; i < 2; i++) front.box(0, 0, 2.4 + i * 0.45, 9 - i, 0.16, 0.5, CONCRETE);
}

/** Two leaning steel rings. */
function raiseSculpture(base: Local): void {
  base.box(0, 0, 0, 2, 0.5, 2, CONCRETE);
  for (const [lean, r] of [
    [0.5, 1.5],
    [-0.6, 1.2],
  ]) {
    base.tube(
      Array.from({ length: 25 }, (_, i) => {
        const a = (i / 24) * Math.PI * 2;
        return [Math.cos(a) * r, 0.5 + r + Math.sin(a) * r, Math.sin(a) * r * lean];
      }),
      0.14,
      STEEL,
      7,
    );
  }
}
