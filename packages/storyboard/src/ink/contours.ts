/** @file Pen lines along the traced contours: heavier for silhouettes and near things, overshooting where they are ruled. */
import type { Random } from '@filmai/core-tensor/random';
import type { Surface } from '../world/scene.js';
import { type V2, clamp } from '../world/vector.js';
import type { InkContext } from '#canvas';
import { type Dice, stroke } from './stroke.js';
import type { Contour } from './trace.js';

/**
 * Inks contours.
 *
 * @param pen - Where to draw.
 * @param contours - Lines in picture pixels.
 * @param surfaces - The scene's surfaces.
 * @param random - Seeds the hand.
 * @param far - Metres at which lines have faded into the air.
 * @param scale - Picture pixels for one pixel of a 720-line picture.
 */
export function inkContours(
  pen: InkContext,
  contours: readonly Contour[],
  surfaces: readonly Surface[],
  random: Random,
  far: number,
  scale: number,
): void {
  // Lines of one darkness are one path: a canvas fills a long path much faster than many short ones.
  const byAlpha = new Map<number, Contour[]>();
  for (const contour of contours) {
    const fade = clamp(1 - contour.depth / far, 0.12, 1);
    const alpha = Math.round((0.3 + 0.65 * fade) * 8) / 8;
    const list = byAlpha.get(alpha);
    if (list) list.push(contour);
    else byAlpha.set(alpha, [contour]);
  }
  for (const [alpha, list] of byAlpha) {
    pen.fillStyle = `rgba(24,21,24,${alpha})`;
    pen.beginPath();
    for (const contour of list) inkContour(pen, contour, surfaces, random, far, scale);
    pen.fill();
  }
}

function inkContour(
  pen: InkContext,
  contour: Contour,
  surfaces: readonly Surface[],
  random: Random,
  far: number,
  scale: number,
): void {
  const surface = surfaces[contour.label] ?? surfaces[contour.other];
  const fade = clamp(1 - contour.depth / far, 0.2, 1);
  const near = clamp(3.2 / contour.depth, 0.55, 1.5);
  const skin = surface?.soft === 'skin' ? 0.95 : 1;
  const w = (contour.sil ? 2.5 : 1.45) * (surface?.line ?? 1) * (0.5 + 0.5 * fade) * (0.7 + 0.3 * near) * skin * scale;
  if (surface?.soft === 'leaf') {
    inkLeaves(pen, contour.pts, w * 0.8, random, clamp(104 / contour.depth, 4, 15) * scale, scale);
    return;
  }
  const soft = surface?.soft !== undefined;
  const ruled = contour.straight && !soft;
  const style = {
    w,
    wobble: (soft ? 0.35 : 0.9) * scale,
    overshoot: ruled && contour.len > 40 * scale ? 9 * scale : 0,
    taper: 22 * scale,
    scale,
  };
  stroke(pen, contour.pts, style, random);
  // Here and there a ruled line is drawn twice.
  if (ruled && contour.len > 90 * scale && random.chance(0.35)) {
    const again = contour.pts.map(([x, y]): V2 => [x + 1.2 * scale, y + 1.2 * scale]);
    stroke(pen, again, { ...style, w: w * 0.45, wobble: 1.6 * scale, overshoot: 16 * scale }, random);
  }
}

/** A contour of foliage: a row of small bows instead of a line. */
function inkLeaves(pen: InkContext, line: readonly V2[], w: number, dice: Dice, size: number, scale: number): void {
  let along = 0;
  let next = size;
  let from = line[0];
  for (let i = 1; i < line.length; i++) {
    along += Math.hypot(line[i][0] - line[i - 1][0], line[i][1] - line[i - 1][1]);
    if (along <= next) continue;
    const to = line[i];
    const nx = -(to[1] - from[1]);
    const ny = to[0] - from[0];
    const l = Math.hypot(nx, ny) || 1;
    const bow = (size * dice.range(0.25, 0.6) * (dice.next() < 0.5 ? -1 : 1)) / l;
    if (dice.next() < 0.86) {
      const third: V2 = [(from[0] * 2 + to[0]) / 3 + nx * bow, (from[1] * 2 + to[1]) / 3 + ny * bow];
      const twoThirds: V2 = [(from[0] + 2 * to[0]) / 3 + nx * bow, (from[1] + 2 * to[1]) / 3 + ny * bow];
      stroke(pen, [from, third, twoThirds, to], { w, taper: 4 * scale, scale }, dice);
    }
    from = to;
    along = 0;
    next = size * dice.range(0.7, 1.5);
  }
}
