/** @file Several feeds side by side, for networks that learn from two worlds without pairs. */
import type { Tensor } from '@tensorflow/tfjs-core';
import type { Batch } from '../training/trainable.js';
import type { Feed, FeedReader } from './feed.js';

/**
 * Joins feeds. Each goes through its own things in its own order; an epoch is one of the first.
 *
 * @param feeds - By the name that the field has in a batch; each must give a single field.
 * @returns A feed with one field for each.
 * @throws RangeError where there are no feeds, or one has several fields.
 * @example
 * ```ts
 * import { fromArrays, joinFeeds } from '@filmai/gan/data';
 *
 * const days = fromArrays({ pictures: { shape: [3, 1], values: new Float32Array(3) } });
 * const nights = fromArrays({ pictures: { shape: [5, 1], values: new Float32Array(5) } });
 * console.log(Object.keys(joinFeeds({ source: days, target: nights }).shapes ?? {}).join(' ')); // source target
 * ```
 */
export function joinFeeds(feeds: Readonly<Record<string, Feed>>): Feed {
  const named = Object.entries(feeds);
  if (named.length === 0) throw new RangeError('joinFeeds: there are no feeds');
  const shapes: Record<string, readonly number[]> = {};
  for (const [name, feed] of named) {
    const own = Object.values(feed.shapes ?? {});
    if (own.length > 1)
      throw new RangeError(`joinFeeds: "${name}" must give one field, got ${Object.keys(feed.shapes ?? {}).join(', ')}`);
    if (own.length === 1) shapes[name] = own[0];
  }
  const first = named[0][1];
  return {
    ...(first.size !== undefined && { size: first.size }),
    ...(Object.keys(shapes).length === named.length && { shapes }),
    fingerprint: named.map(([name, feed]) => `${name}: ${feed.fingerprint}`).join('; '),
    get unreadable() {
      return named.flatMap(([, feed]) => feed.unreadable);
    },
    read({ batchSize, seed, position }) {
      const parts = position?.parts;
      return readTogether(
        named.map(([name, feed]) => [name, feed.read({ batchSize, seed: `${seed}/${name}`, position: parts?.[name] })]),
      );
    },
  };
}

function readTogether(readers: readonly (readonly [string, FeedReader])[]): FeedReader {
  return {
    async next() {
      const batch: Record<string, Tensor> = {};
      for (const [name, reader] of readers) {
        const part: Batch | undefined = await reader.next();
        if (!part) {
          for (const tensor of Object.values(batch)) tensor.dispose();
          return undefined;
        }
        batch[name] = Object.values(part)[0];
      }
      return batch;
    },
    position: () => ({
      ...readers[0][1].position(),
      parts: Object.fromEntries(readers.map(([name, reader]) => [name, reader.position()])),
    }),
    close: async () => {
      await Promise.all(readers.map(([, reader]) => reader.close()));
    },
  };
}
