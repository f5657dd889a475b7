/** @file Data that lie in memory, as a feed. */
import * as tf from '@tensorflow/tfjs-core';
import { createItemFeed, type ItemFeed } from './item-feed.js';

/** One field of every thing: a typed array. */
export interface ArrayField {
  /** Things first: [n, h, w, c] for pictures, [n] for labels. */
  shape: readonly number[];
  /** Row-major. Int32Array becomes an int32 tensor. Kept, not copied. */
  values: Float32Array | Int32Array;
}

/**
 * Feeds from arrays.
 *
 * @param fields - By name; a tensor, whose values are read at once and which stays the caller's, or shape and values.
 * @param options - `shuffle`: another order in each epoch, default true.
 * @returns The feed.
 * @throws RangeError where there is nothing, a shape doesn't fit its values, or fields have different counts.
 * @example
 * ```ts
 * import { fromArrays } from '@filmai/gan/data';
 *
 * const feed = fromArrays({ points: { shape: [3, 2], values: new Float32Array(6) } });
 * console.log(feed.size, feed.shapes?.points); // 3 [ 2 ]
 * ```
 */
export function fromArrays(
  fields: Readonly<Record<string, ArrayField | tf.Tensor>>,
  { shuffle = true }: { shuffle?: boolean } = {},
): ItemFeed {
  const held = Object.entries(fields).map(([name, field]) => [name, asField(name, field)] as const);
  if (held.length === 0) throw new RangeError('fromArrays: there are no fields');
  const size = held[0][1].shape[0];
  for (const [name, { shape }] of held)
    if (shape[0] !== size) throw new RangeError(`fromArrays: ${held[0][0]} has ${size} things, ${name} has ${shape[0]}`);
  const shapes = Object.fromEntries(held.map(([name, { shape }]) => [name, shape.slice(1)]));
  return createItemFeed({
    size,
    shapes,
    types: Object.fromEntries(
      held.map(([name, { values }]) => [name, values instanceof Int32Array ? 'int32' : 'float32'] as const),
    ),
    fingerprint: `arrays ${held.map(([name, { shape, values }]) => `${name} [${shape.join(', ')}] ${checksum(values)}`).join(', ')}`,
    shuffle,
    item: (index) => {
      const entries = held.map(([name, { shape, values }]) => {
        const each = values.length / shape[0];
        return [name, values.subarray(index * each, (index + 1) * each)] as const;
      });
      return Promise.resolve(Object.fromEntries(entries));
    },
  });
}

function asField(name: string, field: ArrayField | tf.Tensor): ArrayField {
  const own =
    field instanceof tf.Tensor ? { shape: field.shape, values: field.dataSync().slice() as ArrayField['values'] } : field;
  const count = own.shape.reduce((a, b) => a * b, 1);
  if (own.shape.length === 0 || own.shape[0] < 1)
    throw new RangeError(`fromArrays: ${name} must hold at least one thing, got [${own.shape.join(', ')}]`);
  if (count !== own.values.length)
    throw new RangeError(`fromArrays: ${name} is [${own.shape.join(', ')}], ${count} values, got ${own.values.length}`);
  return own;
}

/** FNV-1a over about a thousand values, spread evenly. */
function checksum(values: Float32Array | Int32Array): string {
  const words = new Uint32Array(values.buffer, values.byteOffset, values.length);
  const stride = Math.max(1, Math.floor(words.length / 1024));
  let hash = 0x811c9dc5;
  for (let i = 0; i < words.length; i += stride) hash = Math.imul(hash ^ words[i], 0x01000193);
  return (hash >>> 0).toString(16);
}
