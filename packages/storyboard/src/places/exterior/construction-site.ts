/** @file A construction site or works yard: a frame going up, crane, scaffold, sand, pipes, mixer, hoarding. */
import { layGround, layPlain, rolling, scratch, seat, spot, talkingPair } from '../landscape/terrain.js';
import { putBarrel, runMesh } from '../landscape/furniture.js';
import { Local } from '../landscape/local.js';
import { CONCRETE, coverOf, isDark, litShare, type Paint, RUST, STEEL, TIMBER } from '../landscape/materials.js';
import { raiseBlock } from '../landscape/buildings.js';
import { putVehicle } from '../landscape/vehicles.js';
import type { Random } from '@filmai/core-tensor/random';
import type { PlaceGrammar } from '../place.js';
import { tongues } from './words.js';

const CRANE: Paint = { tone: 0.78, tint: [1, 0.84, 0.4] };

/** Construction site, factory yard, docks inland. */
export const constructionSite: PlaceGrammar = {
  name: 'construction-site',
  words: tongues({
    en: 'construction site, building site, factory yard, factory, warehouse, industrial area, scrapyard, docks yard, power plant, refinery, loading dock, quarry, mine',
    fr: 'chantier, usine, entrepôt, zone industrielle, carrière, mine',
    de: 'baustelle, fabrik, fabrikhof, lagerhaus, industriegebiet, steinbruch, bergwerk',
    es: 'obra, fábrica, almacén, zona industrial, cantera, mina',
    zh: '工地, 建筑工地, 工厂, 仓库, 工业区, 矿山, 厂房',
  }),
  interior: false,
  build(scene, random, request) {
    const cover = coverOf(request);
    const dark = isDark(request.time);
    const ground = rolling(0.1, 6, random.range(0, 9));
    layPlain(scene, -0.2, cover.paving, 300);
    layGround(scene, { x0: -30, x1: 30, z0: -40, z1: 20 }, 1.6, ground, cover.earth);
    raiseFrame(new Local(scene, [3, 0, -19]), random);
    raiseCrane(new Local(scene, [-11, 0, -20], 0.5));
    raiseScaffold(new Local(scene, [-9.6, 0, -8], 0.6), random);
    const heap = (x: number, z: number, r: number, paint: Paint): void =>
      scene.lathe(
        [x, ground(x, z) - 0.05, z],
        [
          [r, 0],
          [r * 0.7, r * 0.3],
          [r * 0.3, r * 0.58],
          [0.02, r * 0.66],
        ],
        paint,
        14,
        false,
      );
    heap(7.6, -5, 2.4, cover.sand);
    heap(10.6, -7.4, 2, { ...cover.rock, crease: undefined });
    for (let i = 0; i < 6; i++)
      new Local(scene, [-5.8, 0.32 + Math.floor(i / 3) * 0.56, -3.6 + (i % 3) * 0.66 + Math.floor(i / 3) * 0.3], 0.1).wheel(
        0,
        0,
        0,
        0.32,
        3.2,
        CONCRETE,
        12,
      );
    for (let i = 0; i < 8; i++) scene.box([4.4, 0.02 + i * 0.09, -1.2], 2.6, 0.07, 0.9, TIMBER, 0.3 + random.range(-0.03, 0.03));
    for (const [x, z] of [
      [6.2, 0.9],
      [6.9, 1.2],
      [6.5, 1.7],
    ] as const)
      putBarrel(scene, [x, ground(x, z), z], RUST);
    raiseMixer(new Local(scene, [-3.4, 0, 1.4], 0.8));
    putVehicle(scene, random, 'truck', [-2.6, 0, -12], 1.2, { paint: { tone: 0.7, tint: [1, 0.8, 0.42] }, lights: dark });
    for (let i = 0; i < 11; i++) {
      scene.box([-28 + i * 5.6, 0, -34], 5.5, 2.4, 0.1, { tone: 0.74, tint: i % 2 ? [0.7, 0.82, 0.95] : [0.95, 0.95, 0.9] });
    }
    runMesh(scene, [13, 0, -20], [13, 0, 12]);
    raiseBlock(scene, random, {
      at: [26, 0, -48],
      width: 40,
      depth: 12,
      storeys: 6,
      wall: { tone: 0.74 },
      lit: litShare(request.time),
    });
    raiseBlock(scene, random, {
      at: [-26, 0, -50],
      width: 36,
      depth: 12,
      storeys: 4,
      wall: { tone: 0.68, tint: [1, 0.8, 0.7] },
      lit: litShare(request.time),
    });
    raiseBlock(scene, random, {
      at: [0, 0, 34],
      yaw: Math.PI,
      width: 70,
      depth: 12,
      storeys: 3,
      storey: 4,
      wall: { tone: 0.66, tint: [1, 0.8, 0.7] },
      lit: litShare(request.time),
      bay: 4,
      window: 'wide',
    });
    for (const x of [-14, 12])
      scene.lathe(
        [x, 12, 33],
        [
          [1.4, 0],
          [1, 16],
          [1.15, 16.2],
        ],
        { tone: 0.66, tint: [1, 0.8, 0.7] },
        12,
        true,
      );
    const flood = new Local(scene, [9.4, 0, -11], -0.6);
    flood.tube(
      [
        [0, 0, 0],
        [0, 5, 0],
      ],
      0.08,
      STEEL,
      6,
    );
    for (const x of [-0.45, 0.45]) flood.box(x, 4.8, 0.1, 0.6, 0.5, 0.3, dark ? { tone: 1, glow: 1 } : { tone: 0.6 });
    if (dark)
      scene.lights.push(
        { p: flood.p(0, 4.6, 1.2), power: 1.4, range: 16, warm: false },
        { p: [-8, 3, -5], power: 0.7, range: 8, warm: true },
      );
    scratch(scene, random, 150, () => [random.range(-10, 11), 9 - random.next() * 24], ground, 0.5);
    return {
      marks: [
        ...talkingPair(0.2, -1.6, 1.4, ground),
        spot(-6.4, -5.4, 0.8),
        seat(4.2, -0.6, 0.3, 0.75),
        spot(1, -8, 0, ground),
        spot(-4.4, 3.4, 2.4, ground),
        spot(3, 6, Math.PI, ground),
        spot(6, -9, -0.6, ground),
      ],
      views: [
        { eye: [-4.2, 1.5, 7], target: [0.9, 4.2, -12], fov: 54 },
        { eye: [3.4, 1.7, -8.6], target: [-1.4, 2, 6], fov: 52 },
        { eye: [8.4, 2.4, 5], target: [-4.6, 2.4, -6], fov: 52 },
      ],
      centre: [0, 0, -4],
      radius: 22,
      interior: false,
      lamp: dark ? [8.8, 4.6, -10] : undefined,
      exit: [2, 0, -15],
    };
  },
};

/** Floors and columns of a building without walls. */
function raiseFrame(frame: Local, random: Random): void {
  for (let f = 0; f < 4; f++) {
    const w = f === 3 ? 9 : 18;
    frame.box(f === 3 ? -4.5 : 0, f * 3.4 + 3.1, 0, w, 0.3, 10, CONCRETE);
    for (let x = -8.4; x < 9; x += 4.2)
      for (const z of [-4.4, 4.4]) if (f < 3 || x < 0) frame.box(x, f * 3.4, z, 0.5, 3.2, 0.5, { ...CONCRETE, tone: 0.68 });
  }
  for (let i = 0; i < 16; i++) {
    const x = random.range(-8.6, 8.6);
    const y = x < 0 ? 13.6 : 10.2;
    frame.line(
      [
        [x, y, 4.4],
        [x + random.range(-0.1, 0.1), y + random.range(0.8, 1.6), 4.4],
      ],
      1.2,
      { bias: 0.1 },
    );
  }
  for (const y of [4.2, 7.6])
    frame.line(
      [
        [-9, y, 5],
        [9, y, 5],
      ],
      1.4,
    );
}

/** Tower crane with its jib. */
function raiseCrane(base: Local): void {
  const [h, w] = [26, 0.8];
  for (const x of [-w, w])
    for (const z of [-w, w])
      base.tube(
        [
          [x, 0, z],
          [x, h, z],
        ],
        0.1,
        CRANE,
        4,
      );
  for (let y = 0; y < h; y += 2)
    for (const s of [-1, 1]) {
      base.line(
        [
          [-w, y, s * w],
          [w, y + 2, s * w],
        ],
        1.2,
        { bias: 0.2 },
      );
      base.line(
        [
          [s * w, y, -w],
          [s * w, y + 2, w],
        ],
        1.2,
        { bias: 0.2 },
      );
    }
  base.box(0, h, 0, 2.2, 2, 2.2, CRANE);
  base.tube(
    [
      [0, h + 2, -9],
      [0, h + 2, 26],
    ],
    0.28,
    CRANE,
    4,
  );
  base.tube(
    [
      [0, h + 3.4, -2],
      [0, h + 3.4, 24],
    ],
    0.12,
    CRANE,
    4,
  );
  for (let z = -1; z < 24; z += 1.6)
    base.line(
      [
        [0, h + 2, z],
        [0, h + 3.4, z + 0.8],
        [0, h + 2, z + 1.6],
      ],
      1,
      { bias: 0.3 },
    );
  base.tube(
    [
      [0, h + 2, 0],
      [0, h + 7, 0],
    ],
    0.2,
    CRANE,
    4,
  );
  for (const z of [-8.6, 20])
    base.line(
      [
        [0, h + 7, 0],
        [0, h + 2.2, z],
      ],
      1.3,
    );
  base.box(0, h + 0.6, -8, 1.6, 1.8, 2, CONCRETE);
  base.line(
    [
      [0, h + 2, 17],
      [0, 12, 17],
    ],
    1.2,
  );
  base.box(0, 10.8, 17, 3, 0.3, 0.3, RUST);
}

/** Scaffold with planks. */
function raiseScaffold(stand: Local, random: Random): void {
  for (let x = -4; x <= 4; x += 2)
    for (const z of [0, 1.1])
      stand.tube(
        [
          [x, 0, z],
          [x, 6.6, z],
        ],
        0.04,
        STEEL,
        5,
      );
  for (let f = 1; f < 4; f++) {
    for (const z of [0, 1.1])
      stand.tube(
        [
          [-4, f * 2, z],
          [4, f * 2, z],
        ],
        0.035,
        STEEL,
        5,
      );
    stand.box(0, f * 2 - 0.05, 0.55, 8.2, 0.05, 1, TIMBER);
    stand.line(
      [
        [-4, (f - 1) * 2, 1.12],
        [random.chance(0.5) ? -2 : 0, f * 2, 1.12],
      ],
      1.2,
    );
  }
  stand.box(0, 0, -1, 9, 7, 1, { tone: 0.62, tint: [1, 0.8, 0.7] });
  for (let i = 0; i < 50; i++) {
    const [x, y] = [random.range(-4.4, 4), random.range(0.2, 6.8)];
    stand.line(
      [
        [x, y, -0.48],
        [x + 0.35, y, -0.48],
      ],
      0.5,
      { alpha: 0.5 },
    );
  }
}

/** Drum mixer. */
function raiseMixer(mixer: Local): void {
  mixer.tube(
    [
      [0, 1.0, -0.5],
      [0, 1.05, -0.3],
      [0, 1.2, 0.2],
      [0, 1.35, 0.6],
    ],
    [0.2, 0.45, 0.48, 0.26],
    { tone: 0.66, tint: [1, 0.62, 0.45] },
    12,
  );
  for (const x of [-0.5, 0.5])
    mixer.tube(
      [
        [x, 0, -0.4],
        [x * 0.9, 1.1, 0],
        [x, 0, 0.5],
      ],
      0.04,
      STEEL,
      5,
    );
  for (const s of [-1, 1]) mixer.wheel(s * 0.5, 0.25, -0.4, 0.25, 0.1, { tone: 0.2 }, 10);
}
