/** @file Pictures in the forms in which they come, as frames. */
import type { Tensor } from '@tensorflow/tfjs-core';
import { createFrame, type Frame } from '../frames/index.js';

/** A frame, several, or a tensor [height, width, channels] or [count, height, width, channels] with 1, 3 or 4 channels. */
export type Pictures = Frame | readonly Frame[] | Tensor;

/**
 * Brings pictures into frames.
 *
 * @param pictures - See `Pictures`.
 * @param range - Values of a tensor that mean black and full.
 * @throws RangeError where a tensor has another shape.
 */
export async function framesOf(pictures: Pictures, [black, full]: readonly [number, number]): Promise<Frame[]> {
  if (Array.isArray(pictures)) return [...(pictures as readonly Frame[])];
  if (!('dataId' in pictures)) return [pictures as Frame];
  const { shape } = pictures;
  const [count, height, width, channels] = shape.length === 3 ? [1, ...shape] : shape;
  if (shape.length < 3 || shape.length > 4 || ![1, 3, 4].includes(channels))
    throw new RangeError(
      `tracker: a tensor of pictures is [height, width, channels] or [count, height, width, channels] with 1, 3 or 4 channels, got [${shape.join(', ')}]`,
    );
  const values = await pictures.data<'float32'>();
  return Array.from({ length: count }, (_, i) => {
    const frame = createFrame(width, height, { fill: [0, 0, 0, 255] });
    for (let pixel = 0; pixel < width * height; pixel++) {
      const from = (i * width * height + pixel) * channels;
      for (let c = 0; c < Math.max(3, channels); c++)
        frame.data[pixel * 4 + c] = ((values[from + (channels === 1 ? 0 : c)] - black) / (full - black)) * 255;
    }
    return frame;
  });
}
