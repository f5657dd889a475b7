/** @file A playground or school yard: swings, slide, climbing frame, hopscotch, a basketball hoop, the school behind a mesh. */
import { layPlain, LEVEL, scratch, seat, spot, talkingPair } from '../landscape/terrain.js';
import { putBench, runMesh } from '../landscape/furniture.js';
import { Local } from '../landscape/local.js';
import { BRICK_TINTS, coverOf, litShare, type Paint, RUBBER, STEEL, TIMBER } from '../landscape/materials.js';
import { raiseBlock } from '../landscape/buildings.js';
import { plantBroadleaf } from '../landscape/trees.js';
import type { Random } from '@filmai/core-tensor/random';
import type { PlaceGrammar } from '../place.js';
import { tongues } from './words.js';

const RED: Paint = { tone: 0.6, tint: [1, 0.48, 0.42] };
const BLUE: Paint = { tone: 0.6, tint: [0.55, 0.72, 1] };
const YELLOW: Paint = { tone: 0.82, tint: [1, 0.86, 0.45] };

/** Playground. */
export const playground: PlaceGrammar = {
  name: 'playground',
  words: tongues({
    en: 'playground, school yard, schoolyard, basketball court, sports field, sports ground, swings, football pitch, stadium, tennis court',
    fr: 'aire de jeux, cour de récréation, cour d’école, terrain de sport, stade',
    de: 'spielplatz, schulhof, sportplatz, pausenhof, stadion',
    es: 'parque infantil, patio del colegio, patio de recreo, campo de fútbol, estadio',
    zh: '操场, 游乐场, 运动场, 篮球场, 体育场, 足球场',
  }),
  interior: false,
  build(scene, random, request) {
    const cover = coverOf(request);
    layPlain(scene, -0.02, cover.grass, 300);
    scene.ground(-15, 15, -15, 14, 10, 10, LEVEL, cover.asphalt.tone > 0.9 ? cover.paving : { ...cover.paving, tone: 0.74 });
    scene.ground(-9.5, -1.4, -11, -3.4, 6, 6, () => 0.02, cover.sand);
    raiseBlock(scene, random, {
      at: [4, 0, -26],
      width: 40,
      depth: 10,
      storeys: 3,
      storey: 3.6,
      wall: { tone: 0.68, tint: random.pick(BRICK_TINTS) },
      lit: litShare(request.time) * 0.5,
      bay: 3.6,
      window: 'wide',
    });
    runMesh(scene, [-15, 0, -15.5], [15, 0, -15.5]);
    runMesh(scene, [-15, 0, -15.5], [-15, 0, 14]);
    raiseSwings(new Local(scene, [-5.4, 0, -6.6], 0.25), random);
    raiseSlide(new Local(scene, [4.6, 0, -8], -0.5));
    raiseFrame(new Local(scene, [-9.6, 0, 0.6], 0.4));
    raiseHoop(new Local(scene, [11, 0, -3], -Math.PI / 2));
    for (let i = 0; i < 7; i++) {
      const wide = i % 3 === 2;
      for (const dx of wide ? [-0.35, 0.35] : [0]) {
        const [x, z] = [2.6 + dx, 3.2 - i * 0.7];
        scene.line(
          [
            [x - 0.33, 0.012, z],
            [x + 0.33, 0.012, z],
            [x + 0.33, 0.012, z - 0.66],
            [x - 0.33, 0.012, z - 0.66],
            [x - 0.33, 0.012, z],
          ],
          2.4,
          { color: '#fbf8ee', alpha: 0.9, bias: 0.1 },
        );
      }
    }
    putBench(scene, [-4.6, 0, 2.2], 1.3);
    scene.blob([1.2, 0.12, -3.4], [0.12, 0.12, 0.12], { tone: 0.6, tint: [1, 0.62, 0.4] }, random, 0, undefined, 7);
    for (const [x, z] of [
      [-12, -11],
      [13, -11],
      [12.5, 5],
      [-12, 9],
    ] as const)
      plantBroadleaf(scene, random, [x, 0, z], random.range(8, 10), cover, 'mid');
    raiseBlock(scene, random, {
      at: [-10, 0, 34],
      yaw: Math.PI,
      width: 30,
      depth: 10,
      storeys: 4,
      wall: { tone: 0.78 },
      lit: litShare(request.time),
    });
    raiseBlock(scene, random, {
      at: [24, 0, 34],
      yaw: Math.PI,
      width: 24,
      depth: 10,
      storeys: 5,
      wall: { tone: 0.7 },
      lit: litShare(request.time),
    });
    scratch(scene, random, 90, () => [random.range(-12, 12), random.range(-10, 10)], LEVEL, 0.3);
    return {
      marks: [
        ...talkingPair(0.2, -1, 1.4),
        seat(-4.5, 2.3, 1.3, 0.45),
        seat(-6.1, -6.3, 0.25, 0.5),
        spot(2.6, 2.2, Math.PI),
        spot(6.2, -2.2, 1.2),
        spot(-1.4, 6.4, Math.PI),
        spot(4, -4, -0.6),
      ],
      views: [
        { eye: [2.9, 1.45, 7], target: [-0.9, 1.7, -8], fov: 52 },
        { eye: [-1.4, 1.6, -8.6], target: [0.9, 1.6, 5], fov: 52 },
        { eye: [9.6, 1.6, 3], target: [-3, 1.4, -3.4], fov: 48 },
      ],
      centre: [0, 0, -3],
      radius: 17,
      interior: false,
      exit: [13, 0, -13],
    };
  },
};

function raiseSwings(frame: Local, random: Random): void {
  for (const x of [-2.3, 2.3])
    for (const z of [-0.95, 0.95])
      frame.tube(
        [
          [x, 0, z],
          [x * 0.94, 2.6, 0],
        ],
        0.06,
        BLUE,
        7,
      );
  frame.tube(
    [
      [-2.3, 2.6, 0],
      [2.3, 2.6, 0],
    ],
    0.07,
    BLUE,
    7,
  );
  for (const x of [-0.8, 0.8]) {
    const sway = random.range(-0.35, 0.35);
    for (const dx of [-0.24, 0.24])
      frame.line(
        [
          [x + dx, 2.6, 0],
          [x + dx, 0.52, sway],
        ],
        1.2,
      );
    frame.box(x, 0.48, sway, 0.52, 0.05, 0.22, RUBBER);
  }
}

function raiseSlide(slide: Local): void {
  for (const x of [-0.5, 0.5]) for (const z of [-0.5, 0.5]) slide.box(x, 0, z, 0.1, 3, 0.1, TIMBER);
  slide.box(0, 1.6, 0, 1.1, 0.08, 1.1, TIMBER);
  slide.poly(
    [
      [-0.85, 2.9, 0.85],
      [0.85, 2.9, 0.85],
      [0, 3.7, 0],
    ],
    RED,
  );
  slide.poly(
    [
      [-0.85, 2.9, -0.85],
      [0.85, 2.9, -0.85],
      [0, 3.7, 0],
    ],
    RED,
  );
  for (const s of [-1, 1])
    slide.poly(
      [
        [s * 0.85, 2.9, 0.85],
        [s * 0.85, 2.9, -0.85],
        [0, 3.7, 0],
      ],
      RED,
    );
  slide.poly(
    [
      [-0.38, 1.66, 0.5],
      [0.38, 1.66, 0.5],
      [0.38, 0.22, 3.1],
      [-0.38, 0.22, 3.1],
    ],
    { ...STEEL, tone: 0.85 },
  );
  slide.poly(
    [
      [-0.38, 0.22, 3.1],
      [0.38, 0.22, 3.1],
      [0.38, 0.2, 3.8],
      [-0.38, 0.2, 3.8],
    ],
    { ...STEEL, tone: 0.85 },
  );
  for (const s of [-1, 1])
    slide.poly(
      [
        [s * 0.4, 1.66, 0.5],
        [s * 0.4, 1.9, 0.5],
        [s * 0.4, 0.42, 3.2],
        [s * 0.4, 0.2, 3.2],
      ],
      YELLOW,
    );
  for (let i = 0; i < 5; i++)
    slide.tube(
      [
        [-0.4, 0.3 + i * 0.3, -0.85 + i * 0.07],
        [0.4, 0.3 + i * 0.3, -0.85 + i * 0.07],
      ],
      0.035,
      STEEL,
      5,
    );
  for (const x of [-0.4, 0.4])
    slide.tube(
      [
        [x, 0, -0.95],
        [x, 2.4, -0.45],
      ],
      0.04,
      STEEL,
      5,
    );
}

function raiseFrame(dome: Local): void {
  const ring = (y: number, r: number): void =>
    dome.tube(
      Array.from({ length: 13 }, (_, i) => [Math.cos((i / 12) * 6.2832) * r, y, Math.sin((i / 12) * 6.2832) * r]),
      0.035,
      RED,
      5,
    );
  ring(0.7, 1.6);
  ring(1.35, 1.15);
  ring(1.75, 0.45);
  for (let i = 0; i < 6; i++) {
    const a = (i / 6) * 6.2832;
    dome.tube(
      [
        [1.75, 0],
        [1.6, 0.7],
        [1.15, 1.35],
        [0.45, 1.75],
      ].map(([r, y]) => [Math.cos(a) * r, y, Math.sin(a) * r]),
      0.035,
      RED,
      5,
    );
  }
}

function raiseHoop(post: Local): void {
  post.tube(
    [
      [0, 0, 0],
      [0, 3, 0],
      [0, 3.3, 0.8],
    ],
    0.08,
    STEEL,
    7,
  );
  post.box(0, 2.9, 0.85, 1.8, 1.1, 0.06, { tone: 0.95 });
  post.outline(0, 3.05, 0.9, 0.6, 0.45, 1.4);
  post.tube(
    Array.from({ length: 13 }, (_, i) => [Math.cos((i / 12) * 6.2832) * 0.23, 3.05, 1.16 + Math.sin((i / 12) * 6.2832) * 0.23]),
    0.02,
    RED,
    4,
  );
}
