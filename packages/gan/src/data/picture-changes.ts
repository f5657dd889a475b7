/** @file Changes that make more of few pictures, drawn for each thing anew; and the way from bytes to values in −1…1. */
import type { Random } from '@filmai/core-tensor/random';
import { checkRange } from '../errors/check-range.js';

/** Which changes are made. Plain JSON. Default none. */
export interface PictureChanges {
  /** Mirrors half of them left to right. Default false. */
  flip?: boolean;
  /** Smallest share of a side that is cut out at a random place, 0.1 to 1. Pictures are resized so that the cut has the wanted size. Default 1. */
  crop?: number;
  /** Largest change of brightness as a share of the range from black to white, 0…1. Default 0. */
  brightness?: number;
}

/** A change that was drawn: for one thing, and alike for all that belongs to it. */
export interface DrawnChange {
  mirrored: boolean;
  /** Where the cut lies, 0…1 of what can be moved. */
  left: number;
  top: number;
  /** Added to values in −1…1. */
  lighter: number;
}

/** Checks changes. */
export function checkChanges(caller: string, { crop = 1, brightness = 0 }: PictureChanges): void {
  checkRange(`${caller}: augment.crop`, crop, 0.1, 1);
  checkRange(`${caller}: augment.brightness`, brightness, 0, 1);
}

/** The size to which pictures are brought so that a cut of `crop` of it has the wanted size. */
export function sizeBeforeCut(side: number, { crop = 1 }: PictureChanges): number {
  return Math.round(side / crop);
}

/** Draws a change; always as many numbers, so that one option doesn't move another's. */
export function drawChange({ flip = false, brightness = 0 }: PictureChanges, random: Random): DrawnChange {
  const [mirror, left, top, light] = [random.next(), random.next(), random.next(), random.range(-2, 2)];
  return { mirrored: flip && mirror < 0.5, left, top, lighter: light * brightness };
}

/**
 * Turns bytes into values, through a change.
 *
 * @param bytes - [from.height, from.width, channels].
 * @param from - Size of the picture.
 * @param to - Size of the cut.
 * @param values - Where it goes, [to.height, to.width, channels] at `at`.
 */
export function writeValues(
  bytes: Uint8Array,
  from: { width: number; height: number },
  to: { width: number; height: number; channels: number },
  change: DrawnChange,
  values: Float32Array,
  at = 0,
): void {
  const { width, height, channels } = to;
  const left = Math.floor(change.left * (from.width - width + 1));
  const top = Math.floor(change.top * (from.height - height + 1));
  const coloured = channels === 4 ? 3 : channels;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const source = ((top + y) * from.width + left + (change.mirrored ? width - 1 - x : x)) * channels;
      const target = at + (y * width + x) * channels;
      for (let c = 0; c < channels; c++) {
        const value = bytes[source + c] / 127.5 - 1;
        values[target + c] = c < coloured ? Math.max(-1, Math.min(1, value + change.lighter)) : value;
      }
    }
  }
}
