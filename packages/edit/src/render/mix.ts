/**
 * @file From two pictures to one: over one another, dissolved, wiped, through black. Pictures have one size; `undefined` is
 * nothing, fully transparent.
 */
import type { Frame } from '@filmai/core-tensor/frames';
import { isOpaque, weigh } from './place-picture.js';

/** How one picture gives way to another. */
export type TransitionStyle = 'dissolve' | 'dip' | 'wipe-right' | 'wipe-left' | 'wipe-down' | 'wipe-up';

/**
 * The picture in the middle of a transition.
 *
 * @param from - What goes.
 * @param to - What comes.
 * @param progress - 0…1.
 * @param style - How.
 */
export function mixPictures(
  from: Frame | undefined,
  to: Frame | undefined,
  progress: number,
  style: TransitionStyle,
): Frame | undefined {
  const some = from ?? to;
  if (!some) return undefined;
  if (style === 'dissolve') return dissolve(from, to, progress, some);
  if (style === 'dip') {
    const black = filled(some);
    return progress < 0.5 ? dissolve(from, black, progress * 2, some) : dissolve(black, to, progress * 2 - 1, some);
  }
  return wipe(from, to, progress, style, some);
}

/** Lays a picture with alpha over another, in place (Porter and Duff's "over"), at a position; what lies outside is cut. */
export function layOver(
  below: Frame,
  above: { width: number; height: number; data: Uint8ClampedArray },
  left = 0,
  top = 0,
): void {
  const [to, from] = [below.data, above.data];
  for (let y = Math.max(0, -top); y < Math.min(above.height, below.height - top); y++) {
    let i = (y * above.width + Math.max(0, -left)) * 4;
    let j = ((top + y) * below.width + Math.max(0, left)) * 4;
    const end = (y * above.width + Math.min(above.width, below.width - left)) * 4;
    for (; i < end; i += 4, j += 4) {
      const alpha = from[i + 3];
      if (alpha === 0) continue;
      if (alpha === 255) {
        to[j] = from[i];
        to[j + 1] = from[i + 1];
        to[j + 2] = from[i + 2];
        to[j + 3] = 255;
        continue;
      }
      const under = (to[j + 3] * (255 - alpha)) / 255;
      const union = alpha + under;
      to[j] = (from[i] * alpha + to[j] * under) / union;
      to[j + 1] = (from[i + 1] * alpha + to[j + 1] * under) / union;
      to[j + 2] = (from[i + 2] * alpha + to[j + 2] * under) / union;
      to[j + 3] = union;
    }
  }
}

/** A frame of opaque black. */
export function filled({ width, height, seconds }: { width: number; height: number; seconds: number }): Frame {
  const data = new Uint8ClampedArray(width * height * 4);
  new Uint32Array(data.buffer).fill(0xff000000);
  return { width, height, data, seconds };
}

function dissolve(from: Frame | undefined, to: Frame | undefined, progress: number, like: Frame): Frame {
  const data = new Uint8ClampedArray(like.data.length);
  const frame = { width: like.width, height: like.height, data, seconds: like.seconds };
  if (from && to && isOpaque(from) && isOpaque(to)) {
    const weight = Math.round(progress * 256);
    const [a, b, out] = [from.data, to.data, data].map(
      (bytes) => new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length >> 2),
    );
    for (let i = 0; i < out.length; i++) out[i] = weigh(a[i], b[i], weight);
    return frame;
  }
  // Colours count by their alpha: what is transparent has none to give.
  for (let i = 0; i < data.length; i += 4) {
    const a = (from?.data[i + 3] ?? 0) * (1 - progress);
    const b = (to?.data[i + 3] ?? 0) * progress;
    const alpha = a + b;
    if (alpha === 0) continue;
    for (let c = i; c < i + 3; c++) data[c] = ((from?.data[c] ?? 0) * a + (to?.data[c] ?? 0) * b) / alpha;
    data[i + 3] = alpha;
  }
  return frame;
}

/** The edge runs in the direction of the name; what comes is behind it. */
function wipe(from: Frame | undefined, to: Frame | undefined, progress: number, style: TransitionStyle, like: Frame): Frame {
  const { width, height, seconds } = like;
  const frame: Frame = { width, height, data: new Uint8ClampedArray(like.data.length), seconds };
  const sideways = style === 'wipe-right' || style === 'wipe-left';
  const length = sideways ? width : height;
  const edge = Math.round(progress * length);
  const forward = style === 'wipe-right' || style === 'wipe-down';
  const border = forward ? edge : length - edge;
  const [first, second] = forward ? [to, from] : [from, to];
  for (let y = 0; y < height; y++) {
    const row = y * width * 4;
    const split = sideways ? row + border * 4 : y < border ? row + width * 4 : row;
    if (first) frame.data.set(first.data.subarray(row, split), row);
    if (second) frame.data.set(second.data.subarray(split, row + width * 4), split);
  }
  return frame;
}
