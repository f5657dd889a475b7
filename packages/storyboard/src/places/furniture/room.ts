/** @file Four walls, a floor and a ceiling: the shell of most interiors, with openings, their frames, skirting and finishes. */
import type { V3 } from '../../world/vector.js';
import type { Mark, Place } from '../place.js';
import { drawDoor, type DoorStyle } from './door.js';
import { drawFloor, drawWallFinish, type FloorFinish, type WallFinish } from './finish.js';
import type { Local, Paint } from './local.js';
import { plaster, shade } from './materials.js';
import { drawWindow, type WindowStyle } from './window.js';

/** A wall, named as seen by someone in the room's middle who looks along −z. */
export type WallName = 'back' | 'front' | 'left' | 'right';

/** A hole in a wall: `x` is metres to the right of the wall's middle for someone who faces it from inside. */
export interface Opening {
  wall: WallName;
  x: number;
  width: number;
  /** Lower and upper edge above the floor, metres. */
  from: number;
  to: number;
}

/** What a room looks like. */
export interface RoomShape {
  /** Along x, z and y, metres. */
  width: number;
  depth: number;
  height: number;
  wall?: Paint;
  wallFinish?: WallFinish;
  floor?: Paint;
  floorFinish?: FloorFinish;
  ceiling?: Paint | 'none';
  /** Height of a lower band of wall in another paint, metres. */
  dado?: { height: number; paint: Paint };
  skirting?: Paint | 'none';
  windows?: (Opening & WindowStyle)[];
  doors?: ({ wall: WallName; x: number } & DoorStyle)[];
  /** Plain holes: passages, hatches, arches. */
  openings?: Opening[];
  /** Walls that are left out. */
  without?: readonly WallName[];
}

/** A room that has been built. */
export interface Room {
  /** The wall as a place to build at: x along it, y up, z into the room; its origin is the middle of its foot. */
  wall(name: WallName): Local;
  /** The inside, a hand's breadth within the walls. */
  bounds: { min: V3; max: V3 };
  centre: V3;
  radius: number;
  /** Towards the sun, so that it falls through the first window; undefined without a window. */
  daylight: V3 | undefined;
  /** A point just inside the first door; undefined without a door. */
  exit: V3 | undefined;
}

/**
 * Builds a room around the middle of its floor.
 *
 * @param k - Where the middle of the floor is.
 * @param shape - Measures, finishes, windows and doors.
 * @returns Its walls to hang things on, and the facts that a place needs.
 */
export function buildRoom(k: Local, shape: RoomShape): Room {
  const { width, depth, height } = shape;
  const paint = shape.wall ?? plaster;
  const wall = (name: WallName): Local => wallAt(k, name, width, depth);
  const holes: Opening[] = [...(shape.windows ?? []), ...(shape.openings ?? [])];
  for (const door of shape.doors ?? [])
    if (door.open) holes.push({ wall: door.wall, x: door.x, width: door.width ?? 0.9, from: 0, to: door.height ?? 2.05 });

  const floor = shape.floor ?? { tone: 0.7, tint: [0.92, 0.8, 0.66] };
  k.mat(0, 0, 0, width, depth, floor);
  drawFloor(k, width, depth, shape.floorFinish ?? 'boards', floor);
  if (shape.ceiling !== 'none') k.mat(0, height, 0, width, depth, shape.ceiling ?? shade(paint, 0.97));

  for (const name of ['back', 'left', 'right', 'front'] as const) {
    if (shape.without?.includes(name)) continue;
    const at = wall(name);
    const length = name === 'left' || name === 'right' ? depth : width;
    const mine = holes.filter((hole) => hole.wall === name);
    const doors = (shape.doors ?? []).filter((door) => door.wall === name);
    fillWall(at, length, height, mine, paint, shape.dado);
    const covered = [
      ...mine,
      ...doors.map((d) => ({ wall: name, x: d.x, width: (d.width ?? 0.9) + 0.24, from: 0, to: d.height ?? 2.05 })),
    ];
    drawWallFinish(at, length, height, shape.wallFinish ?? 'plain', covered);
    if (shape.skirting !== 'none') layStrip(at, length, covered, shape.skirting ?? shade(paint, 0.86));
    if (shape.dado)
      at.line(
        [
          [-length / 2, shape.dado.height, 0.01],
          [length / 2, shape.dado.height, 0.01],
        ],
        0.9,
      );
    for (const window of shape.windows ?? []) if (window.wall === name) drawWindow(at, window, window);
    for (const door of doors) drawDoor(at.at(door.x, 0, 0), door);
  }

  lightThroughWindows(k, shape, wall);
  const inset = 0.12;
  const first = shape.windows?.[0]?.wall;
  const door = shape.doors?.[0];
  return {
    wall,
    bounds: {
      min: k.point(-width / 2 + inset, 0, -depth / 2 + inset),
      max: k.point(width / 2 - inset, height - inset, depth / 2 - inset),
    },
    centre: k.point(0, height * 0.35, 0),
    radius: Math.hypot(width, depth) / 2 + 0.6,
    daylight: first ? towardsSun[first] : undefined,
    exit: door ? wall(door.wall).point(door.x, 0, 0.5) : undefined,
  };
}

/** Sky light that comes in by the windows and fills the room: soft lights without a shadow, by day alone. */
function lightThroughWindows(k: Local, shape: RoomShape, wall: (name: WallName) => Local): void {
  const share = { day: 1, dawn: 0.5, dusk: 0.35, night: 0 }[k.time];
  const reach = Math.hypot(shape.width, shape.depth);
  // At night the lamps' light comes back from the walls.
  k.scene.lights.push({
    p: k.point(0, shape.height * 0.7, 0),
    power: 0.3 * share + 0.17 * (1 - share),
    range: reach * 1.1,
    warm: share === 0,
  });
  if (share === 0) return;
  const windows = (shape.windows ?? []).slice(0, 4);
  for (const w of windows) {
    const p = wall(w.wall).point(w.x, (w.from + w.to) / 2, 0.5);
    k.scene.lights.push({ p, power: (share * 0.5) / Math.sqrt(windows.length), range: Math.min(reach, 6.5) });
  }
}

/** What a place in a room adds to the room itself. Views are eye, target and vertical field of view, in the axes of `k`. */
export interface RoomPlace {
  marks: Mark[];
  views: readonly (readonly [eye: V3, target: V3, fov: number])[];
  lamp?: V3;
  exit?: V3;
}

/** Completes a place that is one room. */
export function placeIn(k: Local, room: Room, parts: RoomPlace): Place {
  return {
    marks: parts.marks,
    views: parts.views.map(([eye, target, fov]) => ({ eye: k.point(...eye), target: k.point(...target), fov })),
    centre: room.centre,
    radius: room.radius,
    interior: true,
    bounds: room.bounds,
    lamp: parts.lamp && k.point(...parts.lamp),
    daylight: room.daylight,
    exit: parts.exit ? k.point(...parts.exit) : room.exit,
  };
}

const towardsSun: Record<WallName, V3> = {
  back: [-0.3, 0.6, -0.75],
  front: [0.3, 0.6, 0.75],
  left: [-0.8, 0.6, 0.25],
  right: [0.8, 0.6, 0.25],
};

function wallAt(k: Local, name: WallName, width: number, depth: number): Local {
  if (name === 'back') return k.at(0, 0, -depth / 2);
  if (name === 'front') return k.at(0, 0, depth / 2, Math.PI);
  if (name === 'left') return k.at(-width / 2, 0, 0, Math.PI / 2);
  return k.at(width / 2, 0, 0, -Math.PI / 2);
}

/** Covers a wall with rectangles between its holes, in columns that end at every hole's sides. */
function fillWall(at: Local, length: number, height: number, holes: Opening[], paint: Paint, dado: RoomShape['dado']): void {
  const group = at.scene.group();
  const upper = at.scene.surf({ ...paint, group });
  const lower = dado ? at.scene.surf({ ...dado.paint, group }) : upper;
  const split = dado?.height ?? 0;
  const cuts = [-length / 2, length / 2, ...holes.flatMap((h) => [h.x - h.width / 2, h.x + h.width / 2])]
    .filter((x) => x >= -length / 2 && x <= length / 2)
    .sort((a, b) => a - b);
  for (let i = 0; i + 1 < cuts.length; i++) {
    const [x0, x1] = [cuts[i], cuts[i + 1]];
    if (x1 - x0 < 1e-6) continue;
    const middle = (x0 + x1) / 2;
    const over = holes.filter((h) => Math.abs(h.x - middle) < h.width / 2).sort((a, b) => a.from - b.from);
    let y = 0;
    for (const [from, to] of [...over.map((h) => [h.from, h.to]), [height, height]]) {
      for (const [low, high, label] of [
        [y, Math.min(from, split), lower],
        [Math.max(y, split), from, upper],
      ] as const)
        if (high - low > 1e-6)
          at.face(
            [
              [x0, low, 0],
              [x1, low, 0],
              [x1, high, 0],
              [x0, high, 0],
            ],
            label,
          );
      y = to;
    }
  }
}

/** The skirting board, interrupted by whatever reaches the floor. */
function layStrip(at: Local, length: number, holes: Opening[], paint: Paint): void {
  let x = -length / 2;
  const toFloor = holes.filter((h) => h.from < 0.05).sort((a, b) => a.x - b.x);
  for (const [from, to] of [...toFloor.map((h) => [h.x - h.width / 2, h.x + h.width / 2]), [length / 2, 0]]) {
    if (from - x > 0.02) at.box((x + from) / 2, 0, 0.012, from - x, 0.11, 0.024, paint);
    x = to;
  }
}
