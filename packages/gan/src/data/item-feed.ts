/**
 * @file Feeds of counted things. Order and augmentation follow from the seed, the epoch and the place alone, so that a position is two numbers
 * and nothing else has to be remembered.
 */
import * as tf from '@tensorflow/tfjs-core';
import { createRandom, type Random } from '@filmai/core-tensor/random';
import type { Batch } from '../training/trainable.js';
import type { Feed, FeedPosition, FeedReader, UnreadableFile } from './feed.js';

/** Values of one thing, by field. */
export type Item = Record<string, Float32Array | Int32Array>;

/** What is counted. */
export interface ItemSource {
  /** At least 1. */
  size: number;
  /** Shape of each field of a thing. */
  shapes: Readonly<Record<string, readonly number[]>>;
  /** Default float32. */
  types?: Readonly<Record<string, 'float32' | 'int32'>>;
  fingerprint: string;
  /** Another order in each epoch. Default true. */
  shuffle?: boolean;
  /** Gets one thing; `undefined` where it can't be had and is to be passed over. */
  item(index: number, random: Random): Promise<Item | undefined>;
  /** What was passed over. Default nothing. */
  unreadable?: readonly UnreadableFile[];
  /** What to throw where nothing of a whole epoch could be had. */
  nothing?(): Error;
}

/** A feed of counted things. */
export interface ItemFeed extends Feed {
  readonly size: number;
  readonly shapes: Readonly<Record<string, readonly number[]>>;
}

/**
 * Makes a feed of counted things, for data that none of the other feeds knows.
 *
 * @param source - See `ItemSource`.
 * @returns The feed.
 * @example
 * ```ts
 * import { createItemFeed } from '@filmai/gan/data';
 *
 * const feed = createItemFeed({
 *   size: 100,
 *   shapes: { tones: [8] },
 *   fingerprint: 'tones',
 *   item: (index, random) => Promise.resolve({ tones: Float32Array.from({ length: 8 }, (_, i) => Math.sin(index * i + random.next())) }),
 * });
 * console.log(feed.size); // 100
 * ```
 */
export function createItemFeed(source: ItemSource): ItemFeed {
  const { size, shapes, fingerprint, unreadable = [] } = source;
  return {
    size,
    shapes,
    fingerprint,
    unreadable,
    read({ batchSize, seed, position = { epoch: 0, index: 0 } }) {
      if (!Number.isInteger(batchSize) || batchSize < 1)
        throw new RangeError(`batchSize must be a whole number of at least 1, got ${batchSize}`);
      return readItems(source, batchSize, createRandom(seed).split('feed'), position);
    },
  };
}

function readItems(source: ItemSource, batchSize: number, random: Random, from: FeedPosition): FeedReader {
  const { size, shapes, types = {}, shuffle = true } = source;
  const orderOf = (epoch: number): number[] => {
    const plain = Array.from({ length: size }, (_, i) => i);
    return shuffle ? random.split(`order ${epoch}`).shuffle(plain) : plain;
  };
  let { epoch, index } = from;
  let order = orderOf(epoch);
  const take = (): { place: number; random: Random } => {
    const taken = { place: order[index], random: random.split(`thing ${epoch} ${index}`) };
    index++;
    if (index === size) {
      [epoch, index] = [epoch + 1, 0];
      order = orderOf(epoch);
    }
    return taken;
  };
  return {
    async next() {
      const items: Item[] = [];
      let missing = 0;
      while (items.length < batchSize) {
        const wanted = Array.from({ length: batchSize - items.length }, take);
        const got = await Promise.all(wanted.map((one) => source.item(one.place, one.random)));
        items.push(...got.filter((item) => item !== undefined));
        missing = got.some((item) => item !== undefined) ? 0 : missing + got.length;
        if (missing >= size) throw source.nothing?.() ?? new RangeError('there is nothing that can be read');
      }
      return stack(items, shapes, types);
    },
    position: () => ({ epoch, index }),
    close: () => Promise.resolve(),
  };
}

function stack(items: readonly Item[], shapes: ItemSource['shapes'], types: NonNullable<ItemSource['types']>): Batch {
  return Object.fromEntries(
    Object.entries(shapes).map(([field, shape]) => {
      const each = shape.reduce((a, b) => a * b, 1);
      const type = types[field] ?? 'float32';
      const values = new (type === 'int32' ? Int32Array : Float32Array)(items.length * each);
      items.forEach((item, i) => values.set(item[field], i * each));
      return [field, tf.tensor(values, [items.length, ...shape], type)];
    }),
  );
}
