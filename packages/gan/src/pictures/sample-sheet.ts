/** @file Many pictures on one: what a person looks at to see how a network does. */
import * as tf from '@tensorflow/tfjs-core';
import type { Tensor } from '@tensorflow/tfjs-core';
import { createFrame, type Frame } from '@filmai/core-tensor/frames';
import { GanError } from '../errors/gan-error.js';
import { toFrames } from './picture-tensors.js';

/** How a sheet is laid out. */
export interface SampleSheetOptions {
  /** Pictures in a row; default the square root of their count, rounded up, and for clips the number of frames in a clip. */
  columns?: number;
  /** Pixels between and around the pictures, default 2. */
  gap?: number;
  /** Red, green, blue and alpha of the gaps in 0…255, default dark grey. */
  background?: readonly [number, number, number, number];
}

/**
 * Lays pictures out in a grid, row by row.
 *
 * @param pictures - A tensor [count, height, width, channels] in −1…1 with 1, 3 or 4 channels, clips [count, frames, height, width, channels],
 *   of which each begins a row, or frames of one size.
 * @param options - See `SampleSheetOptions`.
 * @returns The sheet as one frame; pictures with alpha keep it.
 * @throws GanError `WRONG_SHAPE` where there is nothing to lay out or sizes differ; RangeError for `columns` and `gap`.
 * @example
 * ```ts
 * import { createFrame } from '@filmai/core-tensor/frames';
 * import { sampleSheet } from '@filmai/gan/pictures';
 *
 * const picture = createFrame(28, 28, { fill: [255, 255, 255, 255] });
 * const sheet = sampleSheet([picture, picture, picture], { columns: 2 });
 * console.log(sheet.width, sheet.height); // 62 62
 * ```
 */
export function sampleSheet(pictures: Tensor | readonly Frame[], options: SampleSheetOptions = {}): Frame {
  const { frames, together } = framesOf(pictures);
  const { columns = together, gap = 2, background = [32, 32, 32, 255] } = options;
  if (!Number.isInteger(columns) || columns < 1)
    throw new RangeError(`sampleSheet: columns must be a whole number of at least 1, got ${columns}`);
  if (!Number.isInteger(gap) || gap < 0)
    throw new RangeError(`sampleSheet: gap must be a whole number of at least 0, got ${gap}`);
  if (frames.length === 0) throw new GanError('WRONG_SHAPE', 'sampleSheet: expected at least one picture, got none');
  const { width, height } = frames[0];
  const across = Math.min(columns, frames.length);
  const down = Math.ceil(frames.length / columns);
  const sheet = createFrame(gap + across * (width + gap), gap + down * (height + gap), { fill: background });
  for (const [index, frame] of frames.entries()) {
    if (frame.width !== width || frame.height !== height) {
      const got = `${frame.width}×${frame.height}`;
      throw new GanError('WRONG_SHAPE', `sampleSheet: picture ${index}: expected ${width}×${height} as the first, got ${got}`);
    }
    const left = gap + (index % columns) * (width + gap);
    const top = gap + Math.floor(index / columns) * (height + gap);
    for (let y = 0; y < height; y++) {
      sheet.data.set(frame.data.subarray(y * width * 4, (y + 1) * width * 4), ((top + y) * sheet.width + left) * 4);
    }
  }
  return sheet;
}

/** The pictures as frames, and how many of them stand in a row unless one says otherwise. */
function framesOf(pictures: Tensor | readonly Frame[]): { frames: readonly Frame[]; together: number } {
  const square = (count: number): number => Math.max(1, Math.ceil(Math.sqrt(count)));
  if (!(pictures instanceof tf.Tensor)) return { frames: pictures, together: square(pictures.length) };
  if (pictures.rank !== 5) {
    const frames = toFrames(pictures);
    return { frames, together: square(frames.length) };
  }
  const [clips, length, ...picture] = pictures.shape;
  const flat = tf.reshape(pictures, [clips * length, ...picture]);
  const frames = toFrames(flat);
  flat.dispose();
  return { frames, together: length };
}
