/** @file Brightness of pixels, the ground of the measures beside it. */
import type { Frame } from '@filmai/core-tensor/frames';
import { VisionError } from '../errors/vision-error.js';

/**
 * Luma of every pixel, by the weights of ITU-R BT.709 on gamma-encoded values; what is transparent counts as black.
 *
 * @param frame - Any frame.
 * @returns `width × height` values in 0…1, rows from the top.
 * @throws VisionError `BAD_FRAME` where the pixels do not fit the size.
 */
export function lumaOf(frame: Frame): Float32Array {
  const { width, height, data } = frame;
  if (!(width > 0 && height > 0) || data.length !== width * height * 4) {
    throw new VisionError(
      'BAD_FRAME',
      `a frame of ${width}×${height} must hold ${width * height * 4} bytes, got ${data.length}`,
      {
        remedy: 'Give RGBA with 8 bits a channel and no padding.',
      },
    );
  }
  const luma = new Float32Array(width * height);
  for (let i = 0, p = 0; i < luma.length; i++, p += 4) {
    luma[i] = ((0.2126 * data[p] + 0.7152 * data[p + 1] + 0.0722 * data[p + 2]) / 255) * (data[p + 3] / 255);
  }
  return luma;
}
