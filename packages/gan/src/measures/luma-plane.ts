/** @file Pictures as planes of numbers: luma for motion, colours for comparing, both over black so that clear pixels weigh nothing. */
import type { Frame } from '@filmai/core-tensor/frames';

/** What a measure needs of a frame. */
export type Picture = Pick<Frame, 'width' | 'height' | 'data'>;

/** One number a pixel, row by row. */
export interface Plane {
  width: number;
  height: number;
  data: Float32Array;
}

/** BT.709 luma in 0…1 over black: alpha counts as light that isn't there. */
export function lumaPlane({ width, height, data }: Picture): Plane {
  const luma = new Float32Array(width * height);
  for (let i = 0, at = 0; i < luma.length; i++, at += 4)
    luma[i] = ((0.2126 * data[at] + 0.7152 * data[at + 1] + 0.0722 * data[at + 2]) * data[at + 3]) / 65_025;
  return { width, height, data: luma };
}

/** Red, green and blue in 0…1 over black. */
export function colourPlanes({ width, height, data }: Picture): Plane[] {
  return [0, 1, 2].map((channel) => {
    const plane = new Float32Array(width * height);
    for (let i = 0, at = 0; i < plane.length; i++, at += 4) plane[i] = (data[at + channel] * data[at + 3]) / 65_025;
    return { width, height, data: plane };
  });
}

/** The value between pixels, bilinear; the border goes on outside. */
export function sampleAt({ width, height, data }: Plane, x: number, y: number): number {
  const column = Math.min(Math.max(x, 0), width - 1);
  const row = Math.min(Math.max(y, 0), height - 1);
  const left = Math.min(Math.floor(column), Math.max(0, width - 2));
  const top = Math.min(Math.floor(row), Math.max(0, height - 2));
  const right = Math.min(left + 1, width - 1);
  const bottom = Math.min(top + 1, height - 1) * width;
  const [across, down] = [column - left, row - top];
  const upper = data[top * width + left] * (1 - across) + data[top * width + right] * across;
  const lower = data[bottom + left] * (1 - across) + data[bottom + right] * across;
  return upper * (1 - down) + lower * down;
}

/** A clip has at least `least` frames, all of one size with all their pixels. */
export function checkClip(who: string, clip: readonly Picture[], least: number): void {
  if (clip.length < least) throw new RangeError(`${who}: needs at least ${least} frames, got ${clip.length}`);
  const [{ width, height }] = clip;
  for (const [index, frame] of clip.entries()) {
    if (frame.width !== width || frame.height !== height)
      throw new RangeError(`${who}: frame ${index} is ${frame.width}×${frame.height}, frame 0 is ${width}×${height}`);
    if (width < 1 || height < 1 || frame.data.length !== width * height * 4)
      throw new RangeError(`${who}: frame ${index} has ${frame.data.length} bytes, expected ${width * height * 4} (RGBA)`);
  }
}
