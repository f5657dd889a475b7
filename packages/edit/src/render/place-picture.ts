/**
 * @file Lays a picture into a frame of another size: the part that is seen, where it goes, and the pixels between, by
 * bilinear interpolation at sub-pixel positions, so that slow moves don't tremble. A picture that is shrunk by two or more is
 * averaged first.
 */
import type { Frame } from '@filmai/core-tensor/frames';

/** A rectangle in pixels; may lie between them. */
export interface Rectangle {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Which part of a picture goes where. */
export interface Placement {
  /** The part of the picture that is seen. */
  view: Rectangle;
  /** Where it goes in the frame; whole pixels. */
  target: Rectangle;
}

/** `'contain'` shows all of the picture with bars, `'cover'` fills the frame and cuts what is over. */
export type Fit = 'contain' | 'cover';

/** Where a picture goes in a frame without any move. */
export function placementOf(
  picture: { width: number; height: number },
  frame: { width: number; height: number },
  fit: Fit,
): Placement {
  const scales = [frame.width / picture.width, frame.height / picture.height];
  if (fit === 'cover') {
    const scale = Math.max(...scales);
    const view = { width: frame.width / scale, height: frame.height / scale };
    return {
      view: { x: (picture.width - view.width) / 2, y: (picture.height - view.height) / 2, ...view },
      target: { x: 0, y: 0, width: frame.width, height: frame.height },
    };
  }
  const scale = Math.min(...scales);
  const width = Math.min(frame.width, Math.max(1, Math.round(picture.width * scale)));
  const height = Math.min(frame.height, Math.max(1, Math.round(picture.height * scale)));
  return {
    view: { x: 0, y: 0, width: picture.width, height: picture.height },
    target: { x: (frame.width - width) >> 1, y: (frame.height - height) >> 1, width, height },
  };
}

/**
 * Draws a part of a picture into a new transparent frame.
 *
 * @param picture - Any frame.
 * @param size - Size of the new frame in pixels.
 * @param placement - What goes where.
 * @returns A new frame with the time of the picture; the picture itself where nothing would change.
 */
export function placePicture(picture: Frame, size: { width: number; height: number }, { view, target }: Placement): Frame {
  const whole = view.x === 0 && view.y === 0 && view.width === picture.width && view.height === picture.height;
  if (
    whole &&
    picture.width === size.width &&
    picture.height === size.height &&
    target.width === size.width &&
    target.height === size.height
  )
    return picture;
  const shrink = Math.floor(Math.min(view.width / target.width, view.height / target.height));
  if (shrink >= 2) {
    const small = averaged(picture, shrink);
    const part = { x: view.x / shrink, y: view.y / shrink, width: view.width / shrink, height: view.height / shrink };
    return placePicture(small, size, { view: part, target });
  }
  const frame: Frame = {
    width: size.width,
    height: size.height,
    data: new Uint8ClampedArray(size.width * size.height * 4),
    seconds: picture.seconds,
  };
  if (isOpaque(picture)) interpolateOpaque(picture, frame, view, target);
  else interpolate(picture, frame, view, target);
  return frame;
}

/** Whether every pixel is opaque. */
export function isOpaque({ data }: Frame): boolean {
  const pixels = new Uint32Array(data.buffer, data.byteOffset, data.length >> 2);
  for (let i = 0; i < pixels.length; i++) if (pixels[i] < 0xff000000) return false;
  return true;
}

/** Positions between pixels along one side, in 1/256 of a pixel: the first neighbour, the second, and the second's weight. */
function between(
  from: number,
  length: number,
  count: number,
  limit: number,
): { first: Int32Array; second: Int32Array; weight: Int32Array } {
  const [first, second, weight] = [new Int32Array(count), new Int32Array(count), new Int32Array(count)];
  for (let i = 0; i < count; i++) {
    const at = Math.min(limit - 1, Math.max(0, from + ((i + 0.5) * length) / count - 0.5));
    first[i] = Math.floor(at);
    second[i] = Math.min(limit - 1, first[i] + 1);
    weight[i] = Math.round((at - first[i]) * 256);
  }
  return { first, second, weight };
}

/** Two channels are weighed in one multiplication: red and blue, green and alpha, each pair in one 32-bit number. */
function interpolateOpaque(picture: Frame, frame: Frame, view: Rectangle, target: Rectangle): void {
  const from = new Uint32Array(picture.data.buffer, picture.data.byteOffset, picture.width * picture.height);
  const to = new Uint32Array(frame.data.buffer, frame.data.byteOffset, frame.width * frame.height);
  const across = between(view.x, view.width, target.width, picture.width);
  const down = between(view.y, view.height, target.height, picture.height);
  for (let y = 0; y < target.height; y++) {
    const upper = down.first[y] * picture.width;
    const lower = down.second[y] * picture.width;
    const wy = down.weight[y];
    const row = (target.y + y) * frame.width + target.x;
    for (let x = 0; x < target.width; x++) {
      const [left, right, wx] = [across.first[x], across.second[x], across.weight[x]];
      const top = weigh(from[upper + left], from[upper + right], wx);
      const bottom = wy === 0 ? top : weigh(from[lower + left], from[lower + right], wx);
      to[row + x] = (wy === 0 ? top : weigh(top, bottom, wy)) | 0xff000000;
    }
  }
}

/** `a + (b − a) · weight / 256` for the four bytes of a pixel. */
export function weigh(a: number, b: number, weight: number): number {
  const rest = 256 - weight;
  const even = (Math.imul(a & 0xff00ff, rest) + Math.imul(b & 0xff00ff, weight) + 0x800080) >>> 8;
  const odd = Math.imul((a >>> 8) & 0xff00ff, rest) + Math.imul((b >>> 8) & 0xff00ff, weight) + 0x800080;
  return ((even & 0xff00ff) | (odd & 0xff00ff00)) >>> 0;
}

/** Colours count by their alpha, so that the colour of what is not seen doesn't bleed in. */
function interpolate(picture: Frame, frame: Frame, view: Rectangle, target: Rectangle): void {
  const [from, to] = [picture.data, frame.data];
  const across = between(view.x, view.width, target.width, picture.width);
  const down = between(view.y, view.height, target.height, picture.height);
  for (let y = 0; y < target.height; y++) {
    for (let x = 0; x < target.width; x++) {
      const [wx, wy] = [across.weight[x] / 256, down.weight[y] / 256];
      let [red, green, blue, alpha] = [0, 0, 0, 0];
      for (let corner = 0; corner < 4; corner++) {
        const weight = (corner & 1 ? wx : 1 - wx) * (corner & 2 ? wy : 1 - wy);
        const column = corner & 1 ? across.second[x] : across.first[x];
        const i = ((corner & 2 ? down.second[y] : down.first[y]) * picture.width + column) * 4;
        const part = weight * from[i + 3];
        red += part * from[i];
        green += part * from[i + 1];
        blue += part * from[i + 2];
        alpha += part;
      }
      if (alpha === 0) continue;
      const j = ((target.y + y) * frame.width + target.x + x) * 4;
      to[j] = red / alpha;
      to[j + 1] = green / alpha;
      to[j + 2] = blue / alpha;
      to[j + 3] = alpha;
    }
  }
}

/** The mean of blocks of pixels, weighted by alpha; what is left over at the right and bottom joins no block and is cut. */
function averaged(picture: Frame, factor: number): Frame {
  const width = Math.max(1, Math.floor(picture.width / factor));
  const height = Math.max(1, Math.floor(picture.height / factor));
  const data = new Uint8ClampedArray(width * height * 4);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      let [red, green, blue, alpha] = [0, 0, 0, 0];
      for (let dy = 0; dy < factor; dy++) {
        let i = ((y * factor + dy) * picture.width + x * factor) * 4;
        for (let dx = 0; dx < factor; dx++, i += 4) {
          const part = picture.data[i + 3];
          red += part * picture.data[i];
          green += part * picture.data[i + 1];
          blue += part * picture.data[i + 2];
          alpha += part;
        }
      }
      const j = (y * width + x) * 4;
      if (alpha > 0) data.set([red / alpha, green / alpha, blue / alpha], j);
      data[j + 3] = alpha / (factor * factor);
    }
  }
  return { width, height, data, seconds: picture.seconds };
}
