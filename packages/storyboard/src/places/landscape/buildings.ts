/** @file Buildings from shed to tower: walls with their windows on every side that can be seen, and roofs. */
import type { Random } from '@filmai/core-tensor/random';
import type { Scene } from '../../world/scene.js';
import type { V3 } from '../../world/vector.js';
import { Local } from './local.js';
import { BRICK_TINTS, type Cover, type Paint, shade, WALL_TINTS } from './materials.js';
import { createPanes, hangBalcony, setDoor, setWindow } from './openings.js';

/** A block with a flat roof. Sizes in metres; the base centre of the block stands at `at`. */
export interface BlockOptions {
  at: V3;
  /** Direction of the front, radians. */
  yaw?: number;
  width: number;
  depth: number;
  storeys: number;
  /** Height of a storey, default 3.2. */
  storey?: number;
  /** Distance between window axes, default 2.6. */
  bay?: number;
  wall: Paint;
  /** Share of lit windows. */
  lit: number;
  window?: 'sash' | 'cross' | 'plain' | 'wide';
  /** Storeys at the bottom of the front that are left free of windows for a shop or a lobby. */
  plinth?: number;
  balconies?: boolean;
  cornice?: boolean;
  cold?: boolean;
  /** Which sides get windows, default front, left and right. */
  sides?: readonly ('front' | 'left' | 'right' | 'back')[];
}

/** Builds the block and returns a frame on its front wall: origin at the foot of the wall, z out of it. */
export function raiseBlock(scene: Scene, random: Random, options: BlockOptions): Local {
  const { at, yaw = 0, width, depth, storeys, storey = 3.2, bay = 2.6, wall, lit, plinth = 0, window = 'cross' } = options;
  const body = new Local(scene, at, yaw);
  const height = storeys * storey;
  body.box(0, 0, 0, width, height, depth, wall);
  if (options.cornice !== false) {
    body.box(0, height, 0, width + 0.5, 0.3, depth + 0.5, shade(wall, 1.06));
    body.box(0, height + 0.3, 0, width + 0.1, 0.5, depth + 0.1, shade(wall, 0.94));
  }
  const panes = createPanes(body, lit, options.cold);
  const frames = {
    front: { wall: body.part(0, 0, depth / 2), span: width },
    back: { wall: body.part(0, 0, -depth / 2, Math.PI), span: width },
    right: { wall: body.part(width / 2, 0, 0, Math.PI / 2), span: depth },
    left: { wall: body.part(-width / 2, 0, 0, -Math.PI / 2), span: depth },
  };
  for (const side of options.sides ?? (['front', 'left', 'right'] as const)) {
    const { wall: face, span } = frames[side];
    const bays = Math.max(1, Math.floor(span / bay));
    const pitch = span / bays;
    const size = window === 'wide' ? pitch * 0.82 : Math.min(1.3, pitch * 0.46);
    for (let floor = side === 'front' ? plinth : 0; floor < storeys; floor++) {
      for (let i = 0; i < bays; i++) {
        const x = (i + 0.5) * pitch - span / 2;
        setWindow(face, random, panes, x, floor * storey + 0.95, size, storey * 0.5, window);
        if (options.balconies && side === 'front' && floor > 0 && i % 2 === floor % 2)
          hangBalcony(face, x, floor * storey + 0.3, pitch * 0.86);
      }
    }
    if (plinth > 0)
      face.line(
        [
          [-span / 2, plinth * storey, 0.04],
          [span / 2, plinth * storey, 0.04],
        ],
        1.4,
      );
  }
  scratchWall(frames.front.wall, random, width, height, plinth * storey);
  return frames.front.wall;
}

/** A curtain-wall tower: mullions and floors as lines, whole panes lit here and there. */
export function raiseTower(
  scene: Scene,
  random: Random,
  {
    at,
    yaw = 0,
    width,
    depth,
    height,
    paint,
    lit,
  }: { at: V3; yaw?: number; width: number; depth: number; height: number; paint: Paint; lit: number },
): Local {
  const body = new Local(scene, at, yaw);
  body.box(0, 0, 0, width, height, depth, paint);
  const panes = createPanes(body, lit, true);
  const floors = Math.floor(height / 3.6);
  for (const [face, span] of [
    [body.part(0, 0, depth / 2), width],
    [body.part(width / 2, 0, 0, Math.PI / 2), depth],
    [body.part(-width / 2, 0, 0, -Math.PI / 2), depth],
  ] as const) {
    const bays = Math.max(3, Math.round(span / 2.4));
    const pitch = span / bays;
    for (let f = 1; f < floors; f++) {
      face.line(
        [
          [-span / 2, f * 3.6, 0.06],
          [span / 2, f * 3.6, 0.06],
        ],
        0.8,
        { alpha: 0.75 },
      );
      for (let i = 0; i < bays; i++) {
        if (random.chance(lit)) face.panel((i + 0.5) * pitch - span / 2, f * 3.6 + 0.5, 0.04, pitch * 0.9, 2.4, panes.lit);
        else if (random.chance(0.35)) face.panel((i + 0.5) * pitch - span / 2, f * 3.6 + 0.5, 0.04, pitch * 0.9, 2.4, panes.dark);
      }
    }
    for (let i = 0; i <= bays; i++)
      face.line(
        [
          [i * pitch - span / 2, 0, 0.06],
          [i * pitch - span / 2, height, 0.06],
        ],
        0.8,
        { alpha: 0.75 },
      );
  }
  body.box(0, height, 0, width * 0.5, 3, depth * 0.5, shade(paint, 0.9));
  if (random.chance(0.5))
    body.tube(
      [
        [0, height + 3, 0],
        [0, height + 3 + height * 0.16, 0],
      ],
      [0.3, 0.08],
      shade(paint, 0.7),
      5,
    );
  return body.part(0, 0, depth / 2);
}

/** A house with a pitched roof. */
export interface HouseOptions {
  at: V3;
  yaw?: number;
  width: number;
  depth: number;
  /** Height of the eaves and of the ridge above them, metres. */
  eaves: number;
  rise: number;
  wall: Paint;
  roof: Paint;
  lit: number;
  /** Where the gable points: to the street or along it. Default `'side'`. */
  gable?: 'front' | 'side';
  door?: Paint | false;
  shutters?: Paint;
  chimney?: boolean;
  boards?: boolean;
}

/** Builds a house and returns a frame on its front wall. */
export function raiseHouse(scene: Scene, random: Random, options: HouseOptions): Local {
  const { at, yaw = 0, width, depth, eaves, rise, wall, roof, lit } = options;
  const front = options.gable === 'front';
  const body = new Local(scene, at, yaw);
  pitchRoof(
    front ? body.part(0, 0, 0, Math.PI / 2) : body,
    front ? depth : width,
    front ? width : depth,
    eaves,
    rise,
    wall,
    roof,
    random,
  );
  if (options.chimney !== false) {
    const cx = (random.chance(0.5) ? -1 : 1) * width * 0.28;
    body.box(
      front ? width * 0.22 : cx,
      eaves + rise * 0.35,
      front ? -depth * 0.2 : 0,
      0.65,
      rise * 0.65 + 0.9,
      0.65,
      shade(wall, 0.75),
    );
  }
  const panes = createPanes(body, lit);
  const storeys = Math.max(1, Math.round(eaves / 2.8));
  const storey = eaves / storeys;
  const face = body.part(0, 0, depth / 2);
  const bays = Math.max(2, Math.round(width / 2.5));
  const doorBay = options.door === false ? -1 : Math.floor(bays / 2);
  for (const [side, span] of [
    [face, width],
    [body.part(width / 2, 0, 0, Math.PI / 2), depth],
    [body.part(-width / 2, 0, 0, -Math.PI / 2), depth],
  ] as const) {
    const count = side === face ? bays : Math.max(1, Math.round(span / 3.4));
    for (let floor = 0; floor < storeys; floor++) {
      for (let i = 0; i < count; i++) {
        const x = ((i + 0.5) / count) * span - span / 2;
        if (side === face && floor === 0 && i === doorBay) {
          setDoor(face, x, { paint: options.door || { tone: 0.32, tint: [0.7, 0.5, 0.45] } });
          continue;
        }
        setWindow(side, random, panes, x, floor * storey + 0.95, 0.95, 1.3);
        if (options.shutters && side === face) {
          for (const s of [-1, 1]) side.panel(x + s * 0.72, floor * storey + 0.9, 0.05, 0.42, 1.4, options.shutters);
        }
      }
    }
  }
  if (front && rise > 1.8) setWindow(face, random, panes, 0, eaves + rise * 0.18, 0.7, 0.9);
  if (options.boards)
    for (let y = 0.25; y < eaves; y += 0.25)
      face.line(
        [
          [-width / 2, y, 0.02],
          [width / 2, y, 0.02],
        ],
        0.55,
        { alpha: 0.55 },
      );
  else scratchWall(face, random, width, eaves, 0);
  return face;
}

/** A row of houses or blocks along a street, fronts towards local +z of each `yaw`; gives no two alike. */
export function houseStyle(
  random: Random,
  cover: Cover,
  lit: number,
): Pick<HouseOptions, 'wall' | 'roof' | 'lit' | 'gable' | 'door' | 'shutters'> {
  const brick = random.chance(0.4);
  return {
    wall: { tone: random.range(0.66, 0.92), tint: random.pick(brick ? BRICK_TINTS : WALL_TINTS) },
    roof: random.chance(0.5) ? cover.roof : cover.slate,
    lit,
    gable: random.chance(0.45) ? 'front' : 'side',
    door: {
      tone: 0.36,
      tint: random.pick<V3>([
        [0.6, 0.45, 0.4],
        [0.5, 0.66, 0.56],
        [0.5, 0.6, 0.8],
        [0.8, 0.4, 0.36],
      ]),
    },
    shutters: random.chance(0.3)
      ? {
          tone: 0.5,
          tint: random.pick<V3>([
            [0.6, 0.78, 0.66],
            [0.62, 0.72, 0.86],
          ]),
          line: 0.7,
        }
      : undefined,
  };
}

/** Walls under a pitched roof whose ridge runs along local x. */
function pitchRoof(
  body: Local,
  width: number,
  depth: number,
  eaves: number,
  rise: number,
  wall: Paint,
  roof: Paint,
  random: Random,
): void {
  const { scene } = body;
  const group = scene.group();
  const x = width / 2;
  const z = depth / 2;
  const over = 0.3;
  const long = scene.surf({ ...wall, group });
  const end = scene.surf({ ...shade(wall, 0.96), group });
  for (const s of [1, -1]) {
    body.poly(
      [
        [-x, 0, s * z],
        [x, 0, s * z],
        [x, eaves, s * z],
        [-x, eaves, s * z],
      ],
      long,
    );
    body.poly(
      [
        [s * x, 0, z],
        [s * x, 0, -z],
        [s * x, eaves, -z],
        [s * x, eaves + rise, 0],
        [s * x, eaves, z],
      ],
      end,
    );
    const drop = (over / z) * rise;
    const tile = scene.surf({ ...roof, group });
    body.poly(
      [
        [-x - over, eaves - drop, s * (z + over)],
        [x + over, eaves - drop, s * (z + over)],
        [x + over, eaves + rise, 0],
        [-x - over, eaves + rise, 0],
      ],
      tile,
    );
    body.box(0, eaves - drop - 0.16, s * (z + over), width + 2 * over, 0.16, 0.06, shade(roof, 1.25));
    for (let i = 0; i < width * 2.2; i++) {
      const t = random.range(0.06, 0.94);
      const left = random.range(-x, x * 0.75);
      const y = eaves - drop + (rise + drop) * t;
      const out = s * (z + over) * (1 - t);
      body.line(
        [
          [left, y + 0.02, out],
          [left + random.range(0.3, 1.1), y + 0.02, out],
        ],
        0.55,
        { alpha: 0.6, bias: 0.08 },
      );
    }
  }
}

/** A few courses of brick or cracks of plaster, in patches. */
function scratchWall(face: Local, random: Random, width: number, height: number, from: number): void {
  const count = Math.min(160, width * (height - from) * 0.5);
  for (let i = 0; i < count; i++) {
    const x = random.range(-width / 2, width / 2 - 0.4);
    const y = random.range(from + 0.1, height - 0.1);
    if (Math.sin(x * 1.7 + Math.sin(y * 1.3)) * Math.sin(y * 2.1 + x * 0.4) < 0.2) continue;
    face.line(
      [
        [x, y, 0.02],
        [x + random.range(0.2, 0.45), y, 0.02],
      ],
      0.5,
      { alpha: 0.5 },
    );
  }
}
