/**
 * @file Pairs that the storyboard's network learns from: the layout of a shot and its picture, drawn by `@filmai/storyboard`. Shots are made up over all
 * places that it can draw, and taken from the scripts of this example; a part of the places is held out and seen in measuring only.
 */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Frame } from '@filmai/core-tensor/frames';
import { writeFileWhole } from '@filmai/core-tensor/files';
import { createRandom, type Random } from '@filmai/core-tensor/random';
import { LAYOUT_MAPS, layoutMaps } from '@filmai/gan/storyboard';
import {
  drawLayout,
  drawShot,
  findPlace,
  listPlaces,
  lookFor,
  SHOT_SIZES,
  stageShot,
  type ShotDescription,
} from '@filmai/storyboard';
import { castFilm } from './casting.js';
import { directShot } from './direct-shot.js';
import { planFilm } from './plan.js';
import { readScript } from './read-script.js';

/** Size of the pictures. */
export const PAIR_SIZE = { width: 256, height: 144 } as const;
/** Pictures are drawn this much larger and averaged down, so that lines have soft edges and paper little grain. */
const SUPERSAMPLING = 2;
/** One place in so many is held out. */
const HELD_OUT_EVERY = 7;
/** Of one script at most so many shots are taken. */
const SHOTS_OF_SCRIPT = 24;

/** A shot to draw. */
export interface PairOrder {
  description: ShotDescription;
  /** Name of the place, as `listPlaces` has it. */
  place: string;
  heldOut: boolean;
  seed: number;
}

/** A pair, in bytes. */
export interface Pair {
  order: PairOrder;
  /** `LAYOUT_MAPS` values a pixel; the network's −1…1 and 0…1 both as 0…255. */
  source: Uint8Array;
  /** Red, green and blue of each pixel. */
  target: Uint8Array;
}

/**
 * Chooses shots.
 *
 * @param perPlace - Shots made up in each place.
 * @param seed - Decides everything.
 * @returns Shots in random order.
 */
export async function orderPairs(perPlace: number, seed: string): Promise<PairOrder[]> {
  const names = listPlaces()
    .map(({ name }) => name)
    .toSorted();
  const heldOut = new Set(names.filter((_, i) => i % HELD_OUT_EVERY === 3));
  const orders: PairOrder[] = [];
  const add = (description: ShotDescription): void => {
    const { grammar } = findPlace(description.place, description.setting, []);
    orders.push({ description, place: grammar.name, heldOut: heldOut.has(grammar.name), seed: orders.length });
  };
  for (const { name, words, interior } of listPlaces()) {
    const random = createRandom(`${seed}/${name}`);
    for (let i = 0; i < perPlace; i++) add(madeUpShot(words[0], interior, random.split(i)));
  }
  for (const description of await scriptShots(createRandom(`${seed}/scripts`))) add(description);
  return createRandom(`${seed}/order`).shuffle(orders);
}

/**
 * Draws pairs; those that lie in a folder from an earlier run are read.
 *
 * @param orders - The shots.
 * @param folder - Where pairs are kept.
 * @param onPair - Told of each.
 */
export async function drawPairs(orders: readonly PairOrder[], folder: string, onPair?: (count: number) => void): Promise<Pair[]> {
  const pairs: Pair[] = [];
  for (const order of orders) {
    const hash = createHash('sha256').update(JSON.stringify(order)).digest('hex').slice(0, 24);
    const path = join(folder, `${hash}.pair`);
    const split = PAIR_SIZE.width * PAIR_SIZE.height * LAYOUT_MAPS;
    let bytes: Uint8Array | undefined = await readFile(path).catch(() => undefined);
    if (!bytes) {
      const { source, target } = drawPair(order);
      bytes = new Uint8Array(source.length + target.length);
      bytes.set(source);
      bytes.set(target, source.length);
      await writeFileWhole(path, bytes, { makeFolder: true });
    }
    pairs.push({ order, source: bytes.subarray(0, split), target: bytes.subarray(split) });
    onPair?.(pairs.length);
  }
  return pairs;
}

function drawPair({ description, seed }: PairOrder): Omit<Pair, 'order'> {
  const { width, height } = PAIR_SIZE;
  const staged = stageShot(description, { width: width * SUPERSAMPLING, height: height * SUPERSAMPLING, seed });
  const { camera } = staged;
  const layout = drawLayout({ ...staged, camera: { ...camera, W: width, H: height, focal: camera.focal / SUPERSAMPLING } });
  return { source: toBytes(layoutMaps(layout)), target: averaged(drawShot(staged)) };
}

/** The first three maps are −1…1, all others 0…1. */
function toBytes(maps: Float32Array): Uint8Array {
  return Uint8Array.from(maps, (value, i) => Math.round(i % LAYOUT_MAPS < 3 ? (value + 1) * 127.5 : value * 255));
}

/** Back to what the network reads. */
export function fromByte(value: number, map: number): number {
  return map < 3 ? value / 127.5 - 1 : value / 255;
}

/** Red, green and blue of a frame at 1/SUPERSAMPLING of its size. */
function averaged({ width, height, data }: Frame): Uint8Array {
  const [columns, rows] = [width / SUPERSAMPLING, height / SUPERSAMPLING];
  const small = new Uint8Array(columns * rows * 3);
  for (let y = 0; y < rows; y++) {
    for (let x = 0; x < columns; x++) {
      for (let c = 0; c < 3; c++) {
        let sum = 0;
        for (let j = 0; j < SUPERSAMPLING; j++) {
          for (let i = 0; i < SUPERSAMPLING; i++) sum += data[((y * SUPERSAMPLING + j) * width + x * SUPERSAMPLING + i) * 4 + c];
        }
        small[(y * columns + x) * 3 + c] = Math.round(sum / SUPERSAMPLING ** 2);
      }
    }
  }
  return small;
}

/** A shot in a place at any hour, in any size, with up to three people. */
function madeUpShot(place: string, interior: boolean | string, random: Random): ShotDescription {
  const people = random.pick([0, 0, 1, 1, 2, 2, 3]);
  const sizes = SHOT_SIZES.filter(
    (size) => size !== 'insert' && (size !== 'two-shot' && size !== 'over-shoulder' ? true : people > 1),
  );
  const wide = sizes.filter((size) => size === 'wide' || size === 'extreme-wide');
  const actions = ['stands', 'sits', 'walks', 'runs', 'talks on the phone', 'reads', 'points', 'waits'];
  return {
    place,
    setting: interior ? 'int' : 'ext',
    time: random.pick(['DAY', 'DAY', 'NIGHT', 'DUSK', 'DAWN']),
    ...(interior || random.chance(0.7) ? {} : { weather: random.pick(['rain', 'snow', 'fog']) }),
    size: random.pick(people === 0 ? wide : sizes),
    angle: random.pick(['eye', 'eye', 'eye', 'low', 'high', 'dutch']),
    view: random.integer(0, 3),
    cast: Array.from({ length: people }, (_, i) => ({
      name: `P${i}`,
      look: lookFor(`P${i}`, { seed: random.integer(0, 1e6) }),
      action: random.pick(actions),
      expression: random.pick(['happy', 'sad', 'angry', 'afraid', 'calm']),
      speaking: random.chance(0.3),
    })),
    seed: random.integer(0, 1e6),
  };
}

/** Shots of the scripts beside this example, as the animatic would draw them. */
async function scriptShots(random: Random): Promise<ShotDescription[]> {
  const folder = fileURLToPath(new URL('../scripts/', import.meta.url));
  const shots: ShotDescription[] = [];
  for (const file of (await readdir(folder)).toSorted()) {
    const script = await readScript(join(folder, file));
    const cast = castFilm(script.breakdown, 7);
    const directed = planFilm(script).shots.map((shot) => directShot(shot, script, cast, 7).description);
    shots.push(...random.split(file).shuffle(directed).slice(0, SHOTS_OF_SCRIPT));
  }
  return shots;
}
