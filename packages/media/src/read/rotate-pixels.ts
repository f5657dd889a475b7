/**
 * @file Turns pictures by quarter turns, for cameras that note how they were held instead of turning the picture.
 */

/** RGBA pixels with their size. */
export interface Pixels {
  width: number;
  height: number;
  data: Uint8ClampedArray;
}

/**
 * Turns a picture clockwise.
 *
 * @param data - RGBA, `width * height * 4` bytes.
 * @param width - Pixels in a row.
 * @param height - Rows.
 * @param degrees - 0, 90, 180 or 270, clockwise.
 * @returns The upright picture; the same bytes for 0, new ones otherwise.
 */
export function rotatePixels(data: Uint8ClampedArray, width: number, height: number, degrees: 0 | 90 | 180 | 270): Pixels {
  if (degrees === 0) return { width, height, data };
  const from = new Uint32Array(data.buffer, data.byteOffset, width * height);
  const to = new Uint32Array(width * height);
  if (degrees === 180) {
    for (let i = 0, last = from.length - 1; i <= last; i++) to[last - i] = from[i];
    return { width, height, data: new Uint8ClampedArray(to.buffer) };
  }
  for (let y = 0; y < height; y++) {
    // A row becomes a column: from the right for 90°, from the left upside down for 270°.
    const start = degrees === 90 ? height - 1 - y : (width - 1) * height + y;
    const step = degrees === 90 ? height : -height;
    for (let x = 0, j = start; x < width; x++, j += step) to[j] = from[y * width + x];
  }
  return { width: height, height: width, data: new Uint8ClampedArray(to.buffer) };
}
