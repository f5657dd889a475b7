/** @file Soft lines and dots laid into a transparent frame: drops, flakes and sparks. */
import type { Frame } from '@filmai/core-tensor/frames';

/** Red, green, blue 0…255. */
export type Colour = readonly [number, number, number];

/** How a line looks. */
export interface StrokeLook {
  /** Half the width, in pixels; below 0.5 it fades instead of getting thinner. */
  radius: number;
  colour: Colour;
  /** Density along its middle, 0…1. */
  alpha: number;
  /** Part of the radius over which it fades out: 0 is a clean edge one pixel wide, 1 is soft to the middle. Default 0. */
  softness?: number;
}

/**
 * Draws a line with round ends, in place, over what is there (Porter and Duff 1984).
 *
 * @param frame - The frame.
 * @param from - Start, in pixels.
 * @param to - End, in pixels.
 * @param look - See `StrokeLook`.
 */
export function drawStroke(
  { width, height, data }: Frame,
  from: readonly [number, number],
  to: readonly [number, number],
  { radius, colour, alpha, softness = 0 }: StrokeLook,
): void {
  const reach = Math.max(0.5, radius) + 0.5;
  const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
  const area = (half: number): number => 2 * half * length + Math.PI * half * half;
  const density = (alpha * area(radius)) / area(Math.max(0.5, radius));
  const slope = 1 / Math.max(1, softness * reach);
  const [startX, startY] = from;
  const dx = to[0] - startX;
  const dy = to[1] - startY;
  const square = dx * dx + dy * dy || 1;
  const top = Math.max(0, Math.floor(Math.min(startY, to[1]) - reach));
  const bottom = Math.min(height - 1, Math.ceil(Math.max(startY, to[1]) + reach));
  const left = Math.max(0, Math.floor(Math.min(startX, to[0]) - reach));
  const right = Math.min(width - 1, Math.ceil(Math.max(startX, to[0]) + reach));
  for (let y = top; y <= bottom; y++) {
    const py = y + 0.5 - startY;
    for (let x = left; x <= right; x++) {
      const px = x + 0.5 - startX;
      const along = Math.min(1, Math.max(0, (px * dx + py * dy) / square));
      const offX = px - along * dx;
      const offY = py - along * dy;
      const inside = (reach - Math.sqrt(offX * offX + offY * offY)) * slope;
      if (inside <= 0) continue;
      const cover = (inside < 1 ? inside * inside * (3 - 2 * inside) : 1) * density;
      const i = (y * width + x) * 4;
      const below = (data[i + 3] / 255) * (1 - cover);
      const union = cover + below;
      const share = cover / union;
      data[i] = colour[0] * share + data[i] * (1 - share);
      data[i + 1] = colour[1] * share + data[i + 1] * (1 - share);
      data[i + 2] = colour[2] * share + data[i + 2] * (1 - share);
      data[i + 3] = union * 255;
    }
  }
}
