/** @file Pictures as files' bytes, through the canvas that draws them. */
import type { Frame } from '@filmai/core-tensor/frames';
import { createInkCanvas } from '#canvas';

/**
 * Encodes a picture as PNG.
 *
 * @param frame - The picture.
 * @returns The file's bytes.
 * @example
 * ```ts
 * import { drawShot, encodePng } from '@filmai/storyboard';
 *
 * const bytes = await encodePng(drawShot({ place: 'BEACH', time: 'DAY', size: 'wide', cast: [] }, { width: 64, height: 36 }));
 * console.log(String.fromCharCode(...bytes.subarray(1, 4))); // PNG
 * ```
 */
export async function encodePng(frame: Frame): Promise<Uint8Array> {
  return encode(frame, 'image/png');
}

/**
 * Encodes a picture as JPEG.
 *
 * @param frame - The picture; its alpha is ignored.
 * @param options - `quality`: 1…100, default 88.
 * @returns The file's bytes.
 * @throws RangeError for a quality outside 1…100.
 * @example
 * ```ts
 * import { drawShot, encodeJpeg } from '@filmai/storyboard';
 *
 * const bytes = await encodeJpeg(drawShot({ place: 'BEACH', time: 'DAY', size: 'wide', cast: [] }, { width: 64, height: 36 }));
 * console.log(bytes[0], bytes[1]); // 255 216
 * ```
 */
export async function encodeJpeg(frame: Frame, { quality = 88 }: { quality?: number } = {}): Promise<Uint8Array> {
  if (!(quality >= 1 && quality <= 100)) throw new RangeError(`encodeJpeg: quality must be in 1…100, got ${quality}`);
  return encode(frame, 'image/jpeg', quality);
}

async function encode({ width, height, data }: Frame, type: 'image/png' | 'image/jpeg', quality?: number): Promise<Uint8Array> {
  const canvas = createInkCanvas(width, height);
  const block = canvas.context.createImageData(width, height);
  block.data.set(data);
  canvas.context.putImageData(block, 0, 0);
  return canvas.encode(type, quality);
}
