/** @file Options that networks from picture to picture have in common. */
import { GanError } from '../errors/gan-error.js';
import { checkWhole } from './network-options.js';

/** Size of the pictures in a batch: pixels on a side, or height and width. Translating takes pictures of any size. */
export type PictureArea = number | readonly [height: number, width: number];

/**
 * Height and width of the pictures of a batch.
 *
 * @param builder - Name of the builder, as the message begins.
 * @param size - As it was given.
 * @param depth - Both must divide by 2 to this power.
 * @returns Height and width.
 * @throws RangeError where a side is not a multiple of 2^depth.
 */
export function pictureArea(builder: string, size: PictureArea, depth: number): readonly [number, number] {
  const area = typeof size === 'number' ? ([size, size] as const) : size;
  for (const side of area) {
    if (area.length === 2 && Number.isInteger(side / 2 ** depth) && side > 0) continue;
    throw new RangeError(
      `${builder}: size must be a multiple of ${2 ** depth} (2 to the depth of ${depth}), got ${area.join('×')}`,
    );
  }
  return area;
}

/**
 * The largest depth that pictures allow.
 *
 * @param size - As it was given.
 * @param most - At most this.
 * @returns At least 1, whatever the size.
 */
export function deepest(size: PictureArea, most: number): number {
  const sides = typeof size === 'number' ? [size] : size;
  let depth = 1;
  while (depth < most && sides.every((side) => Number.isInteger(side / 2 ** (depth + 1)))) depth++;
  return depth;
}

/**
 * Checks the number of a picture's channels.
 *
 * @param name - Builder and option, as the message begins.
 * @throws RangeError where it is not 1…256.
 */
export function checkChannels(name: string, channels: number): void {
  checkWhole(name, channels, 1, 256);
}

/**
 * Checks that a tensor holds pictures of a number of channels.
 *
 * @param where - As the message begins: `'translate, source'`.
 * @throws GanError `WRONG_SHAPE` with what was expected and got.
 */
export function checkPictures(where: string, shape: readonly number[], channels: number): void {
  if (shape.length === 4 && shape[3] === channels && shape.every((size) => size > 0)) return;
  throw new GanError('WRONG_SHAPE', `${where}: expected [count, height, width, ${channels}], got [${shape.join(', ')}]`);
}
