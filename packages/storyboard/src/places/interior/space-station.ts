/** @file A module of a space station: ribbed hull, hatches, racks with hand holds, a round window on the stars, a small table. */
import type { V2, V3 } from '../../world/vector.js';
import { drawConsole, drawPorthole } from '../furniture/hull.js';
import { Local, type Paint } from '../furniture/local.js';
import { sitAt, standAt } from '../furniture/marks.js';
import { accent, black, steel, white } from '../furniture/materials.js';
import { buildRoom, placeIn } from '../furniture/room.js';
import type { PlaceGrammar } from '../place.js';

/** A corridor or module of a space station or space ship. */
export const spaceStation: PlaceGrammar = {
  name: 'space-station',
  words: [
    'space station',
    'spaceship',
    'space ship',
    'spacecraft',
    'starship',
    'orbital station',
    'space station corridor',
    'space station galley',
    'space station module',
    'galley module',
    'airlock',
    'air lock',
    'crew quarters',
    'escape pod',
    'space lab',
    'moon base',
    'station spatiale',
    'vaisseau spatial',
    'sas',
    'raumstation',
    'raumschiff',
    'luftschleuse',
    'estación espacial',
    'nave espacial',
    'esclusa',
    '空间站',
    '宇宙飞船',
    '飞船',
    '太空舱',
    '气闸舱',
    '太空船',
  ],
  interior: true,
  build(scene, random, request) {
    const k = new Local(scene, random, request.time);
    const hull: Paint = { tone: 0.84, tint: [0.93, 0.97, 1] };
    const glow = random.pick([
      [0.65, 0.9, 1],
      [1, 0.86, 0.6],
      [0.7, 1, 0.85],
    ] as V3[]);
    const depth = 11;
    const room = buildRoom(k, {
      width: 4.2,
      depth,
      height: 3,
      wall: hull,
      floor: { tone: 0.5, tint: [0.88, 0.93, 1] },
      floorFinish: 'large-tiles',
      skirting: 'none',
      ceiling: { tone: 0.7 },
      openings: [
        { wall: 'left', x: 0.6, width: 1.5, from: 0.85, to: 2.35 },
        { wall: 'back', x: 0, width: 0.7, from: 1.25, to: 1.95 },
      ],
    });
    const [back, left, right, front] = [room.wall('back'), room.wall('left'), room.wall('right'), room.wall('front')];
    drawStars(left);
    drawStars(back);
    drawPorthole(left, 0.6, 1.6, 0.75, hull, { tone: 0.55, tint: [0.85, 0.92, 1] });
    // A planet's limb below the window.
    left.blob(2.5, -14, -30, [22, 20, 10], { tone: 0.8, tint: [0.6, 0.8, 1], line: 0.9 }, 0, 14);
    // Ribs of eight corners, with light strips between them.
    const rib: V2[] = [
      [-2.05, 0],
      [-2.05, 0.55],
      [-1.72, 0.9],
      [-1.72, 2.2],
      [-1.15, 2.92],
      [1.15, 2.92],
      [1.72, 2.2],
      [1.72, 0.9],
      [2.05, 0.55],
      [2.05, 0],
    ];
    for (let z = -5.3; z <= 5.4; z += 2.12) {
      k.tube(
        rib.map(([x, y]) => [x * 1.02, y, z]),
        0.1,
        { tone: 0.5, tint: [0.85, 0.92, 1] },
        6,
      );
      if (z < 5)
        for (const s of [-1, 1]) {
          if (!(s < 0 && z > -2.2 && z < 0.3))
            for (const t of [0.45, 1.6]) drawRackFace(k.at(s * 1.96, 0.35, z + 0.5 + (t > 1 ? 1.05 : 0), (-s * Math.PI) / 2));
          k.face(
            [
              [s * 1.22, 2.86, z + 0.15],
              [s * 1.22, 2.86, z + 1.97],
              [s * 1.68, 2.28, z + 1.97],
              [s * 1.68, 2.28, z + 0.15],
            ],
            k.shine([0.95, 0.98, 1], true),
          );
        }
      k.light(0, 2.5, z + 1.06, 0.42, 3, true, false);
    }
    drawHatchDoor(back, glow, true);
    drawHatchDoor(front, glow, false);
    // Pipes, cable, hand holds, warning stripes.
    for (const x of [-0.7, -0.5, 0.55])
      k.tube(
        [
          [x, 2.9, -5.4],
          [x, 2.9, 5.4],
        ],
        0.05,
        { tone: 0.6, tint: x > 0 ? [1, 0.75, 0.5] : [0.85, 0.92, 1] },
        7,
      );
    for (let z = -4.6; z < 5; z += 1.5)
      k.tube(
        [
          [1.2, 2.6, z],
          [1.1, 2.5, z],
          [1.1, 2.5, z + 0.4],
          [1.2, 2.6, z + 0.4],
        ],
        0.018,
        { tone: 0.75, tint: [0.6, 0.75, 1] },
        5,
      );
    k.line(
      [
        [0.2, 2.9, -3],
        [0.35, 2.6, -1.6],
        [0.3, 2.88, 0.2],
      ],
      2,
    );
    for (const x of [-1.1, 1.1]) k.mat(x, 0.008, 0, 0.08, 10.6, { tone: 0.9, tint: [1, 0.84, 0.4], line: 0.5 });
    // A galley table with stools, pouches, a tablet; a suit on the wall; a console.
    k.box(0.0, 0.7, -1.3, 1.3, 0.05, 0.7, { tone: 0.9 });
    k.tube(
      [
        [0, 0, -1.3],
        [0, 0.7, -1.3],
      ],
      0.07,
      steel,
      8,
    );
    for (const x of [-0.95, 0.95]) {
      k.lathe(
        x,
        0,
        -1.3,
        [
          [0.16, 0],
          [0.05, 0.05],
          [0.05, 0.4],
          [0.2, 0.44],
          [0.2, 0.48],
          [0.001, 0.485],
        ],
        { tone: 0.6, tint: glow },
        12,
      );
    }
    for (let i = 0; i < 4; i++)
      k.box(
        -0.4 + i * 0.26,
        0.75,
        -1.3 + random.range(-0.18, 0.18),
        0.14,
        0.05,
        0.1,
        { tone: random.range(0.6, 0.95), tint: accent(random) },
        random.range(-0.6, 0.6),
      );
    drawConsole(right.at(-2.0, 0, 0.5), 1.7, { tone: 0.6, tint: [0.85, 0.92, 1] }, 2, 0.85);
    const suit = left.at(2.75, 0, 0.42);
    suit.lathe(
      0,
      0.75,
      0,
      [
        [0.2, 0],
        [0.25, 0.3],
        [0.22, 0.65],
        [0.12, 0.72],
      ],
      white,
      12,
    );
    suit.blob(0, 1.62, 0.02, [0.19, 0.2, 0.19], white, 0, 8);
    suit.blob(0, 1.63, 0.1, [0.14, 0.12, 0.13], { tone: 0.25, tint: [1, 0.85, 0.5] }, 0, 7);
    for (const s of [-1, 1]) {
      suit.tube(
        [
          [s * 0.22, 1.38, 0],
          [s * 0.33, 1.05, 0.04],
          [s * 0.3, 0.78, 0.1],
        ],
        [0.1, 0.09, 0.07],
        white,
        8,
      );
      suit.tube(
        [
          [s * 0.11, 0.8, 0],
          [s * 0.13, 0.4, 0],
          [s * 0.13, 0.08, 0.04],
        ],
        [0.12, 0.11, 0.1],
        white,
        8,
      );
    }
    suit.box(0, 0.95, 0.2, 0.26, 0.2, 0.1, { tone: 0.6 });
    const place = placeIn(k, room, {
      marks: [
        standAt(k, -0.6, 0.35, 0.65, 0.1),
        standAt(k, 0.65, 0.1, -0.6, 0.35),
        sitAt(k, -0.95, -1.3, 1, -1.3, 0.48),
        sitAt(k, 0.95, -1.3, -1, -1.3, 0.48),
        standAt(k, -0.9, -0.45, -4, -0.5),
        standAt(k, 0.95, 2.0, 3, 2),
        standAt(k, 0, -4.2, 0, 0),
        standAt(k, 0.1, 3.6, 0, 0),
      ],
      views: [
        [[0.75, 1.5, 4.7], [-0.25, 1.25, -1], 56],
        [[0.85, 1.65, -4.6], [-0.2, 1.15, 0.6], 56],
      ],
      lamp: [0, 2.4, 0],
      exit: [0, 0, -5],
    });
    return { ...place, bounds: { min: [-1.5, 0, -5.3], max: [1.5, 2.7, 5.3] }, daylight: [-0.85, 0.35, -0.2] };
  },
};

/** Stars on black far behind a wall's windows. */
function drawStars(k: Local): void {
  k.panel(0, -60, -45, 160, 130, { tone: 0.04, tint: [0.8, 0.85, 1], line: 0.5 });
  for (let i = 0; i < 130; i++) {
    const [x, y] = [k.random.range(-40, 40), k.random.range(-26, 30)];
    k.line(
      [
        [x, y, -44],
        [x + 0.16, y + 0.05, -44],
      ],
      k.random.range(1.2, 2.6),
      { color: '#fdfbf0', alpha: 0.95, px: true, bias: 0.5 },
    );
  }
}

/** A rack front with drawers, vents and hand holds. */
function drawRackFace(k: Local): void {
  k.box(0, 0, 0, 0.94, 1.75, 0.3, { tone: k.random.range(0.72, 0.9), tint: [0.95, 0.97, 1] });
  const z = 0.156;
  for (let y = 0.08; y < 1.6;) {
    const h = k.random.range(0.2, 0.45);
    k.outline(0, y, z, 0.84, Math.min(h, 1.68 - y) - 0.05, 0.8);
    const kind = k.random.integer(0, 3);
    if (kind === 0)
      for (let i = 0; i < 4; i++)
        k.line(
          [
            [-0.3, y + 0.05 + i * 0.035, z + 0.003],
            [0.05, y + 0.05 + i * 0.035, z + 0.003],
          ],
          0.8,
        );
    else if (kind === 1)
      k.panel(0.15, y + 0.04, z + 0.004, 0.3, Math.max(0.06, h * 0.5), {
        tone: 0.75,
        glow: 0.6,
        tint: [0.65, 0.92, 1],
        line: 0.6,
      });
    else if (kind === 2)
      k.tube(
        [
          [-0.25, y + 0.06, z],
          [-0.25, y + 0.08, z + 0.05],
          [0.25, y + 0.08, z + 0.05],
          [0.25, y + 0.06, z],
        ],
        0.014,
        { tone: 0.7, tint: [0.6, 0.75, 1] },
        5,
      );
    else
      for (let i = 0; i < 5; i++)
        k.box(-0.3 + i * 0.1, y + 0.06, z, 0.04, 0.04, 0.02, {
          tone: 0.9,
          glow: k.random.chance(0.5) ? 0.85 : undefined,
          tint: k.random.pick([
            [1, 0.5, 0.4],
            [0.6, 1, 0.7],
            [1, 0.88, 0.5],
          ] as V3[]),
          line: 0.5,
        });
    y += h;
  }
}

/** A pressure door: eight-cornered frame, split leaf, light bar; with a window where `glazed`. */
function drawHatchDoor(k: Local, glow: V3, glazed: boolean): void {
  const outer: V2[] = [
    [-0.85, 0.05],
    [0.85, 0.05],
    [1.05, 0.4],
    [1.05, 1.9],
    [0.75, 2.4],
    [-0.75, 2.4],
    [-1.05, 1.9],
    [-1.05, 0.4],
  ];
  k.tube(
    [...outer, outer[0]].map(([x, y]) => [x, y, 0.06] as V3),
    0.11,
    { tone: 0.45, tint: [0.85, 0.92, 1] },
    6,
  );
  if (!glazed)
    k.face(
      outer.map(([x, y]) => [x, y, 0.03] as V3),
      { tone: 0.68, tint: [0.9, 0.95, 1] },
    );
  k.line(
    [
      [0, 0.1, 0.05],
      [0, 1.2, 0.05],
    ],
    1.6,
  );
  k.line(
    [
      [0, 2.0, 0.05],
      [0, 2.36, 0.05],
    ],
    1.6,
  );
  for (const y of [0.5, 0.95])
    k.line(
      [
        [-0.95, y, 0.05],
        [0.95, y, 0.05],
      ],
      0.9,
    );
  if (glazed) drawPorthole(k, 0, 1.6, 0.35, { tone: 0.84, tint: [0.93, 0.97, 1] }, { tone: 0.45 });
  k.box(0, 2.5, 0.08, 1.2, 0.08, 0.06, { tone: 1, glow: 0.95, tint: glow });
  k.light(0, 2.4, 0.6, 0.35, 2.6, true);
  k.box(1.3, 1.1, 0.05, 0.2, 0.34, 0.08, black);
  k.panel(1.3, 1.25, 0.094, 0.14, 0.12, { tone: 0.9, glow: 0.85, tint: [1, 0.55, 0.45] });
}
