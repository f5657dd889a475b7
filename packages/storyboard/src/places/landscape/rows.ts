/** @file Rows of buildings along a street, and the street before a single building. */
import type { Random } from '@filmai/core-tensor/random';
import type { Scene } from '../../world/scene.js';
import type { Mark, PlaceRequest, View } from '../place.js';
import { houseStyle, raiseBlock, raiseHouse } from './buildings.js';
import { putLamp, putMastLight } from './furniture.js';
import { Local } from './local.js';
import { BRICK_TINTS, type Cover, coverOf, isDark, litShare, type Paint, WALL_TINTS } from './materials.js';
import { hangAwning, setDoor, setShopWindow } from './openings.js';
import { layPlain, scratch, spot, talkingPair } from './terrain.js';
import { plantBroadleaf } from './trees.js';
import { putVehicle } from './vehicles.js';

/** Kinds of rows: old houses wall to wall, city blocks with shops, detached houses in gardens. */
export type RowKind = 'houses' | 'blocks' | 'villas';

/** Fills a line of plots along local x with buildings whose fronts lie on local z = 0. */
export function raiseRow(
  scene: Scene,
  random: Random,
  cover: Cover,
  frame: Local,
  from: number,
  to: number,
  kind: RowKind,
  lit: number,
): void {
  for (let x = from; x < to - 3;) {
    const width = { houses: random.range(5.5, 8.5), blocks: random.range(9, 15), villas: random.range(9, 12) }[kind];
    const mid = x + width / 2;
    if (kind === 'houses') {
      raiseHouse(scene, random, {
        ...houseStyle(random, cover, lit),
        at: frame.p(mid, 0, -3.5),
        yaw: frame.yaw,
        width,
        depth: 7,
        eaves: random.range(5.6, 9.2),
        rise: random.range(1.8, 3.2),
      });
      x += width + (random.chance(0.3) ? 0.8 : 0.02);
    } else if (kind === 'blocks') {
      raiseShopBlock(scene, random, frame.part(mid, 0, 0), width - 0.1, Math.round(random.range(3, 6)), lit);
      x += width;
    } else {
      raiseHouse(scene, random, {
        ...houseStyle(random, cover, lit),
        at: frame.p(mid, 0, -4 - random.range(0, 1.5)),
        yaw: frame.yaw,
        width,
        depth: 8,
        eaves: random.chance(0.5) ? 3 : 5.6,
        rise: random.range(1.8, 2.8),
        boards: random.chance(0.5),
      });
      x += width + random.range(4, 6);
    }
  }
}

/** A city block with shops on the ground floor. `front` stands at the foot of its front, in the middle. */
export function raiseShopBlock(scene: Scene, random: Random, front: Local, width: number, storeys: number, lit: number): Local {
  const brick = random.chance(0.5);
  const wall: Paint = { tone: random.range(0.62, 0.86), tint: random.pick(brick ? BRICK_TINTS : WALL_TINTS) };
  const face = raiseBlock(scene, random, {
    at: front.p(0, 0, -5),
    yaw: front.yaw,
    width,
    depth: 10,
    storeys,
    wall,
    lit,
    plinth: 1,
    window: random.pick(['cross', 'sash', 'wide'] as const),
    balconies: random.chance(0.25),
  });
  const shops = Math.max(1, Math.round(width / 5));
  const frame: Paint = { tone: 0.36, tint: random.pick(WALL_TINTS) };
  for (let i = 0; i < shops; i++) {
    const x = ((i + 0.5) / shops - 0.5) * width;
    const span = width / shops - 0.5;
    setShopWindow(face, random, x - 0.55, span - 1.3, lit > 0 && random.chance(0.7), frame);
    setDoor(face, x + span / 2 - 0.5, { paint: frame });
    face.box(x, 2.45, 0.08, span, 0.5, 0.16, { ...frame, tone: random.range(0.4, 0.8) });
    if (random.chance(0.45)) hangAwning(face, x - 0.2, 2.45, span - 0.4, 1.3, { tone: 0.6, tint: random.pick(WALL_TINTS) });
  }
  return face;
}

/** The ground before a building whose front is z = 0: pavement to 4.5, road to 11.5, the other side and its houses. */
export function layForecourt(
  scene: Scene,
  random: Random,
  request: PlaceRequest,
  {
    half,
    neighbours = 'blocks',
    opposite = 'blocks',
    cars = 2,
    trees = 0,
  }: { half: number; neighbours?: RowKind | 'none'; opposite?: RowKind | 'none'; cars?: number; trees?: number },
): { cover: Cover; dark: boolean; lit: number } {
  const cover = coverOf(request);
  const dark = isDark(request.time) || request.weather === 'fog';
  const lit = litShare(request.time);
  layPlain(scene, -0.2, cover.paving, 260);
  scene.ground(-70, 70, 4.5, 11.5, 20, 4, () => -0.12, cover.asphalt);
  scene.box([0, -0.3, 2], 140, 0.3, 5, cover.paving);
  scene.box([0, -0.3, 13.5], 140, 0.3, 4, cover.paving);
  for (let x = -30; x < 30; x += 3)
    scene.line(
      [
        [x, -0.1, 8],
        [x + 1.5, -0.1, 8],
      ],
      2.2,
      { color: '#f6f3ea', alpha: 0.8, bias: 0.1 },
    );
  for (let i = -20; i < 20; i++)
    scene.line(
      [
        [i * 1.5, 0.01, 0],
        [i * 1.5, 0.01, 4.5],
      ],
      0.5,
      { alpha: 0.4 },
    );
  scene.line(
    [
      [-40, 0.01, 4.1],
      [40, 0.01, 4.1],
    ],
    0.6,
    { alpha: 0.5 },
  );
  scratch(
    scene,
    random,
    60,
    () => [random.range(-16, 16), random.range(4.8, 11)],
    () => -0.12,
    0.3,
  );
  if (neighbours !== 'none') {
    raiseRow(scene, random, cover, new Local(scene, [0, 0, 0]), half + 0.1, half + 34, neighbours, lit);
    raiseRow(scene, random, cover, new Local(scene, [-half - 34, 0, 0]), 0, 34.5, neighbours, lit);
  }
  if (opposite !== 'none') raiseRow(scene, random, cover, new Local(scene, [0, 0, 15.5], Math.PI), -40, 40, opposite, lit);
  for (const x of [-half - 5, half + 4]) {
    if (neighbours === 'blocks') putMastLight(scene, [x, 0, 4], 0, dark);
    else putLamp(scene, [x, 0, 4], dark);
  }
  for (let i = 0; i < cars; i++)
    putVehicle(scene, random, random.chance(0.8) ? 'car' : 'van', [half * 0.55 + 3 + i * 5.8, -0.12, 5.7], Math.PI / 2);
  for (let i = 0; i < trees; i++)
    plantBroadleaf(scene, random, [-half - 2 - i * 6, 0, 3.6], random.range(5.5, 7.5), cover, 'mid');
  return { cover, dark, lit };
}

/** Marks before such a building, its door at x = `door`. */
export function forecourtMarks(door: number): Mark[] {
  return [
    ...talkingPair(door - 0.6, 2.4, Math.PI / 2),
    spot(door, 0.9, 0),
    { at: [door + 2.4, 0, 0.5], yaw: 0.1, kind: 'lean' },
    spot(door - 4, 3, 1.2),
    spot(door + 3.6, 3.2, -1.8),
    { at: [door - 1.5, -0.12, 8.4], yaw: Math.PI },
  ];
}

/** Views of such a building: three quarters from over the road, out from the door, along the pavement. */
export function forecourtViews(
  door: number,
  { height, back = 11, aside = 6.5 }: { height: number; back?: number; aside?: number },
): View[] {
  return [
    { eye: [door - aside, 1.6, back], target: [door + 0.6, Math.min(height * 0.36, 5), 0], fov: 50 },
    { eye: [door + 1.8, 1.65, 0.7], target: [door - 1.6, 1.9, 8], fov: 52 },
    { eye: [door - 7.5, 1.55, 3.3], target: [door + 4, 1.9, 0.8], fov: 46 },
  ];
}

/** What every such place returns beside marks and views. */
export const FORECOURT = { centre: [0, 0, 3] as [number, number, number], radius: 18, interior: false } as const;
