/**
 * @file A frame of moving pictures as plain data, the form in which all packages pass pictures to each other.
 */

/** One picture with its time. Rows from the top, no padding between them. */
export interface Frame {
  /** Pixels in a row. */
  width: number;
  /** Rows. */
  height: number;
  /** RGBA, 8 bits each, alpha not premultiplied, sRGB or BT.709 transfer; `width * height * 4` bytes. */
  data: Uint8ClampedArray;
  /** Presentation time from the start of the file or clip, in seconds. */
  seconds: number;
}

/**
 * Allocates a frame filled with one colour.
 *
 * @param width - Pixels in a row, a whole number of at least 1.
 * @param height - Rows, a whole number of at least 1.
 * @param options - `seconds`: presentation time, default 0. `fill`: red, green, blue and alpha in 0…255, default transparent black.
 * @returns A new frame.
 * @throws RangeError where a size is not a whole number of at least 1.
 * @example
 * ```ts
 * import { createFrame } from '@filmai/core-tensor/frames';
 *
 * const black = createFrame(1280, 720, { fill: [0, 0, 0, 255] });
 * console.log(black.data.length); // 3686400
 * ```
 */
export function createFrame(
  width: number,
  height: number,
  { seconds = 0, fill }: { seconds?: number; fill?: readonly [number, number, number, number] } = {},
): Frame {
  for (const [name, value] of Object.entries({ width, height })) {
    if (!Number.isInteger(value) || value < 1) {
      throw new RangeError(`createFrame: ${name} must be a whole number of at least 1, got ${value}`);
    }
  }
  const data = new Uint8ClampedArray(width * height * 4);
  if (fill) {
    const [red, green, blue, alpha] = fill;
    new Uint32Array(data.buffer).fill(new Uint32Array(Uint8Array.of(red, green, blue, alpha).buffer)[0]);
  }
  return { width, height, data, seconds };
}

/**
 * Lays a picture with alpha over another, in place: the "over" operator of Porter and Duff (1984) on 8-bit sRGB values.
 *
 * @param below - The frame that is changed; its own alpha becomes the union of both.
 * @param above - The frame laid on top, of the same size.
 * @param opacity - Scales the upper picture's alpha, 0…1, default 1.
 * @throws RangeError where the sizes differ.
 * @example
 * ```ts
 * import { compositeOver, createFrame } from '@filmai/core-tensor/frames';
 *
 * const wall = createFrame(2, 2, { fill: [0, 0, 0, 255] });
 * compositeOver(wall, createFrame(2, 2, { fill: [255, 255, 255, 255] }), 0.5);
 * console.log(wall.data[0]); // 128
 * ```
 */
export function compositeOver(below: Frame, above: Frame, opacity = 1): void {
  if (below.width !== above.width || below.height !== above.height) {
    throw new RangeError(
      `compositeOver: ${above.width}×${above.height} over ${below.width}×${below.height}: sizes must be equal`,
    );
  }
  const to = below.data;
  const from = above.data;
  for (let i = 0; i < to.length; i += 4) {
    const alpha = (from[i + 3] / 255) * opacity;
    if (alpha === 0) continue;
    const under = (to[i + 3] / 255) * (1 - alpha);
    const union = alpha + under;
    for (let c = i; c < i + 3; c++) to[c] = (from[c] * alpha + to[c] * under) / union;
    to[i + 3] = union * 255;
  }
}

/** Refuses what is no frame, before a kernel reads past its end. */
export function checkFrame(who: string, { width, height, data }: Frame): void {
  if (!Number.isInteger(width) || !Number.isInteger(height) || width < 1 || height < 1 || data.length !== width * height * 4)
    throw new RangeError(`${who}: a frame of ${width}×${height} has ${width * height * 4} bytes (RGBA), got ${data.length}`);
}

/** Refuses two frames of different sizes. */
export function checkSameSize(who: string, a: Frame, b: Frame): void {
  checkFrame(who, a);
  checkFrame(who, b);
  if (a.width !== b.width || a.height !== b.height)
    throw new RangeError(`${who}: frames of ${a.width}×${a.height} and ${b.width}×${b.height}: sizes must be equal`);
}

/** Refuses a number outside of its range. */
export function checkRange(who: string, name: string, value: number, low: number, high: number): void {
  if (!(value >= low && value <= high)) throw new RangeError(`${who}: ${name} must be in ${low}…${high}, got ${value}`);
}
