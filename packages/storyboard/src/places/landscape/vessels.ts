/** @file Boats and ships: rowing boat, fishing boat, sailing boat, raft, ship. Local +z is the bow; the waterline is y = 0. */
import type { Random } from '@filmai/core-tensor/random';
import type { V3 } from '../../world/vector.js';
import { Local } from './local.js';
import { DARK_GLASS, type Paint, shade, TIMBER } from './materials.js';

/** Shape of an open hull in metres. */
interface Hull {
  length: number;
  beam: number;
  /** Freeboard amidships and draught. */
  board: number;
  draught: number;
  /** How much bow and stern rise above the middle. */
  sheer: number;
  paint: Paint;
  /** Height of the deck or floor above the waterline. */
  deck: number;
  deckPaint: Paint;
  transom?: number;
}

const STATIONS = 10;

/** Rowing boat, 4 m, with thwarts and oars. People sit on `y` 0.35. */
export function putRowingBoat(boat: Local, paint: Paint = { tone: 0.66, tint: [0.92, 0.76, 0.58] }): void {
  buildHull(boat, {
    length: 4.2,
    beam: 1.5,
    board: 0.42,
    draught: 0.16,
    sheer: 0.26,
    paint,
    deck: 0.02,
    deckPaint: shade(TIMBER, 0.85),
    transom: 0.6,
  });
  for (const z of [-1.25, -0.1, 1.0]) boat.box(0, 0.27, z, 1.3 - Math.abs(z) * 0.18, 0.05, 0.3, TIMBER);
  for (const s of [-1, 1]) {
    boat.tube(
      [
        [s * 0.2, 0.5, 0.05],
        [s * 0.75, 0.5, 0.3],
        [s * 2.1, 0.05, 0.75],
      ],
      [0.03, 0.03, 0.025],
      TIMBER,
      6,
    );
    boat.poly(
      [
        [s * 1.95, 0.13, 0.64],
        [s * 2.5, -0.06, 0.86],
        [s * 2.45, -0.08, 1.02],
        [s * 1.92, 0.1, 0.76],
      ],
      TIMBER,
    );
  }
}

/** Fishing boat, 6 to 11 m, with wheelhouse, mast and stays. */
export function putFishingBoat(boat: Local, random: Random, length = 8): void {
  const l = length;
  const paint: Paint = {
    tone: random.range(0.35, 0.7),
    tint: random.pick<V3>([
      [0.6, 0.75, 0.95],
      [0.95, 0.6, 0.5],
      [0.85, 0.85, 0.8],
    ]),
  };
  const deck = 0.09 * l;
  buildHull(boat, {
    length: l,
    beam: 0.34 * l,
    board: 0.13 * l,
    draught: 0.04 * l,
    sheer: 0.1 * l,
    paint,
    deck,
    deckPaint: { tone: 0.7, tint: [0.9, 0.78, 0.6] },
    transom: 0.8,
  });
  const house = boat.part(0, deck, -0.16 * l);
  house.box(0, 0, 0, 0.2 * l, 0.22 * l, 0.24 * l, { tone: 0.88 });
  house.box(0, 0.22 * l, 0.01 * l, 0.23 * l, 0.015 * l, 0.28 * l, { tone: 0.6 });
  house.panel(0, 0.12 * l, 0.121 * l, 0.16 * l, 0.07 * l, DARK_GLASS);
  for (const s of [-1, 1])
    house.part(s * 0.101 * l, 0, 0, (s * Math.PI) / 2).panel(0, 0.12 * l, 0, 0.16 * l, 0.07 * l, DARK_GLASS);
  boat.tube(
    [
      [0, deck, 0.12 * l],
      [0, 0.85 * l, 0.1 * l],
    ],
    [0.015 * l, 0.008 * l],
    { tone: 0.4, line: 0.8 },
    6,
  );
  boat.tube(
    [
      [0, 0.3 * l, 0.11 * l],
      [0, 0.38 * l, -0.36 * l],
    ],
    0.007 * l,
    { tone: 0.4, line: 0.8 },
    5,
  );
  for (const end of [
    [0, 0.25 * l, 0.49 * l],
    [0, 0.2 * l, -0.49 * l],
    [0.15 * l, 0.13 * l, 0],
    [-0.15 * l, 0.13 * l, 0],
  ] as V3[])
    boat.line([[0, 0.82 * l, 0.1 * l], end], 0.7);
  boat.box(0, deck, 0.26 * l, 0.12 * l, 0.05 * l, 0.1 * l, TIMBER);
}

/** Sailing boat, 8 m, with main and jib set. */
export function putSailingBoat(boat: Local, tint?: V3): void {
  buildHull(boat, {
    length: 8,
    beam: 2.4,
    board: 0.7,
    draught: 0.25,
    sheer: 0.3,
    paint: { tone: 0.95, tint },
    deck: 0.6,
    deckPaint: TIMBER,
    transom: 0.6,
  });
  boat.box(0, 0.6, 0.1, 1.3, 0.45, 2.4, { tone: 0.9 });
  boat.tube(
    [
      [0, 0.6, 0.9],
      [0, 10, 0.8],
    ],
    [0.09, 0.05],
    { tone: 0.4 },
    6,
  );
  boat.tube(
    [
      [0, 1.5, 0.85],
      [0.5, 1.6, -3],
    ],
    0.05,
    { tone: 0.4 },
    5,
  );
  const sail: Paint = { tone: 0.98, tint: [1, 0.98, 0.93] };
  boat.poly(
    [
      [0.02, 1.7, 0.8],
      [0.5, 1.75, -2.9],
      [0.3, 5.5, -0.9],
      [0.02, 9.7, 0.75],
    ],
    sail,
  );
  boat.poly(
    [
      [0.04, 1.1, 3.7],
      [0.45, 1.3, 1.1],
      [0.04, 8.4, 0.95],
    ],
    sail,
  );
  for (let i = 1; i < 5; i++)
    boat.line(
      [
        [0.05, 1.8 + i * 1.5, 0.7],
        [0.48 - i * 0.07, 1.8 + i * 1.45, -2.9 + i * 0.68],
      ],
      0.7,
      { alpha: 0.6, bias: 0.1 },
    );
}

/** Raft of logs lashed together, 4 m square, with a stump of a mast. Its floor is y = 0.3. */
export function putRaft(raft: Local, random: Random): void {
  for (let i = 0; i < 9; i++) {
    const x = -1.8 + i * 0.45;
    const l = random.range(1.8, 2.15);
    raft.tube(
      [
        [x, 0.1, -l - 0.01],
        [x, 0.1, -l],
        [x, 0.12, 0],
        [x, 0.1, l],
        [x, 0.1, l + 0.01],
      ],
      [0.01, 0.2, 0.22, 0.2, 0.01],
      TIMBER,
      8,
    );
  }
  for (const z of [-1.3, 1.3]) raft.box(0, 0.28, z, 4.1, 0.1, 0.16, TIMBER);
  raft.tube(
    [
      [0.4, 0.2, -1.0],
      [0.4, 3.1, -1.1],
    ],
    [0.07, 0.05],
    TIMBER,
    6,
  );
  raft.tube(
    [
      [-0.8, 2.6, -1.05],
      [1.6, 2.7, -1.05],
    ],
    0.04,
    TIMBER,
    5,
  );
  raft.poly(
    [
      [-0.7, 2.6, -1.02],
      [1.5, 2.7, -1.02],
      [1.2, 1.2, -0.7],
      [-0.4, 1.1, -0.75],
    ],
    { tone: 0.84, tint: [1, 0.94, 0.82] },
  );
}

/** Cargo ship seen from outside, 60 to 120 m. */
export function putShip(ship: Local, length: number, paint: Paint): void {
  const l = length;
  buildHull(ship, {
    length: l,
    beam: l * 0.15,
    board: l * 0.06,
    draught: l * 0.02,
    sheer: l * 0.02,
    paint,
    deck: l * 0.05,
    deckPaint: { tone: 0.5, tint: [0.9, 0.7, 0.6] },
    transom: 0.9,
  });
  ship.box(0, l * 0.05, -l * 0.38, l * 0.13, l * 0.1, l * 0.09, { tone: 0.95 });
  ship.box(0, l * 0.15, -l * 0.37, l * 0.15, l * 0.025, l * 0.05, { tone: 0.9 });
  ship.part(0, 0, -l * 0.335).panel(0, l * 0.12, 0.05, l * 0.11, l * 0.014, DARK_GLASS);
  ship.lathe(
    0,
    l * 0.15,
    -l * 0.42,
    [
      [l * 0.02, 0],
      [l * 0.018, l * 0.05],
    ],
    { tone: 0.5, tint: [1, 0.5, 0.45] },
    10,
    true,
  );
  for (const z of [-0.1, 0.12, 0.32]) {
    ship.tube(
      [
        [0, l * 0.05, z * l],
        [0, l * 0.17, z * l],
      ],
      l * 0.006,
      { tone: 0.6 },
      6,
    );
    ship.line(
      [
        [0, l * 0.16, z * l],
        [0, l * 0.09, z * l + l * 0.1],
      ],
      1.4,
    );
  }
}

/** Skin of a hull with a deck inside; a mesh of quads in one outline group. */
function buildHull(boat: Local, hull: Hull): void {
  const { scene } = boat;
  const group = scene.group();
  const skin = scene.surf({ ...hull.paint, group });
  const deck = scene.surf({ ...hull.deckPaint, group });
  const lining = scene.surf({ ...shade(hull.paint, 0.85), group });
  const stern = hull.transom ?? 0.8;
  const station = (i: number): { z: number; w: number; y: number } => {
    const t = (i / STATIONS) * 2 - 1;
    const w = (hull.beam / 2) * (1 - Math.max(0, t) ** 2.3) * (1 - (1 - stern) * Math.max(0, -t) ** 2);
    return { z: (t * hull.length) / 2, w: Math.max(0.01, w), y: hull.board + hull.sheer * t * t * (t > 0 ? 1 : 0.6) };
  };
  const deep = (s: { z: number; w: number }): [number, number, number] => [s.w * 0.66, -hull.draught, s.z * 0.93];
  for (let i = 0; i < STATIONS; i++) {
    const [a, b] = [station(i), station(i + 1)];
    const [da, db] = [deep(a), deep(b)];
    for (const s of [1, -1]) {
      boat.poly(
        [
          [s * a.w, a.y, a.z],
          [s * b.w, b.y, b.z],
          [s * db[0], db[1], db[2]],
          [s * da[0], da[1], da[2]],
        ],
        skin,
      );
      boat.poly(
        [
          [s * a.w * 0.94, a.y, a.z],
          [s * b.w * 0.94, b.y, b.z],
          [s * b.w * 0.86, hull.deck, b.z * 0.97],
          [s * a.w * 0.86, hull.deck, a.z * 0.97],
        ],
        lining,
      );
      boat.poly(
        [
          [s * a.w, a.y, a.z],
          [s * b.w, b.y, b.z],
          [s * b.w * 0.94, b.y, b.z],
          [s * a.w * 0.94, a.y, a.z],
        ],
        lining,
      );
    }
    boat.poly(
      [
        [-a.w * 0.86, hull.deck, a.z * 0.97],
        [a.w * 0.86, hull.deck, a.z * 0.97],
        [b.w * 0.86, hull.deck, b.z * 0.97],
        [-b.w * 0.86, hull.deck, b.z * 0.97],
      ],
      deck,
    );
  }
  const end = station(0);
  const low = deep(end);
  boat.poly(
    [
      [-end.w, end.y, end.z],
      [end.w, end.y, end.z],
      [low[0], low[1], low[2]],
      [-low[0], low[1], low[2]],
    ],
    skin,
  );
  boat.poly(
    [
      [-end.w * 0.9, end.y, end.z + 0.05],
      [end.w * 0.9, end.y, end.z + 0.05],
      [end.w * 0.86, hull.deck, end.z * 0.97],
      [-end.w * 0.86, hull.deck, end.z * 0.97],
    ],
    lining,
  );
  for (const s of [1, -1]) {
    for (const drop of [0.22, 0.5]) {
      const strake: V3[] = Array.from({ length: STATIONS - 1 }, (_, i) => {
        const q = station(i);
        const d = deep(q);
        const k = drop;
        return [s * (q.w + (d[0] - q.w) * k) * 1.015, q.y + (d[1] - q.y) * k, q.z + (d[2] - q.z) * k];
      });
      boat.line(strake, 0.8, { alpha: 0.75, bias: 0.08 });
    }
  }
}
