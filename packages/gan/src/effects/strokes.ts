/** @file Soft lines and dots laid into a transparent frame: drops, flakes and sparks. */
import type { Frame } from '@filmai/core-tensor/frames';

/** Red, green, blue 0…255. */
export type Colour = readonly [number, number, number];

/**
 * Draws a line with round, soft ends, in place. Where lines cross, the denser one counts.
 *
 * @param frame - A frame that was transparent at first.
 * @param from - Start, in pixels.
 * @param to - End, in pixels.
 * @param radius - Half the width, in pixels; below 0.5 it fades instead of getting thinner.
 * @param colour - Its colour.
 * @param alpha - Its density, 0…1.
 */
export function drawStroke(
  frame: Frame,
  from: readonly [number, number],
  to: readonly [number, number],
  radius: number,
  colour: Colour,
  alpha: number,
): void {
  const { width, height, data } = frame;
  const reach = Math.max(0.5, radius);
  const density = alpha * Math.min(1, radius / 0.5) * 255;
  const left = Math.max(0, Math.floor(Math.min(from[0], to[0]) - reach - 1));
  const right = Math.min(width - 1, Math.ceil(Math.max(from[0], to[0]) + reach + 1));
  const top = Math.max(0, Math.floor(Math.min(from[1], to[1]) - reach - 1));
  const bottom = Math.min(height - 1, Math.ceil(Math.max(from[1], to[1]) + reach + 1));
  const dx = to[0] - from[0];
  const dy = to[1] - from[1];
  const square = dx * dx + dy * dy || 1;
  for (let y = top; y <= bottom; y++) {
    for (let x = left; x <= right; x++) {
      const along = Math.min(1, Math.max(0, ((x + 0.5 - from[0]) * dx + (y + 0.5 - from[1]) * dy) / square));
      const distance = Math.hypot(x + 0.5 - from[0] - along * dx, y + 0.5 - from[1] - along * dy);
      const cover = Math.min(1, Math.max(0, reach + 0.5 - distance)) * density;
      const i = (y * width + x) * 4;
      if (cover <= data[i + 3]) continue;
      data[i] = colour[0];
      data[i + 1] = colour[1];
      data[i + 2] = colour[2];
      data[i + 3] = cover;
    }
  }
}
