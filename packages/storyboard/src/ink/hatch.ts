/** @file Pencil hatching: up to three layers of slanted lines wherever it is dark enough; they break at the borders of surfaces. */
import type { Random } from '@filmai/core-tensor/random';
import type { Surface } from '../world/scene.js';
import { clamp } from '../world/vector.js';
import type { InkContext } from '#canvas';
import { HAIR, type Sheet, SKIN, stuffOf, WATER } from './tone.js';

/** Angle in degrees, distance between lines, the tone below which they are drawn, and their opacity. */
const LAYERS = [
  { angle: -52, gap: 7, below: 0.56, alpha: 0.34 },
  { angle: -48, gap: 5.5, below: 0.34, alpha: 0.4 },
  { angle: 38, gap: 7.5, below: 0.2, alpha: 0.34 },
];

/**
 * Hatches a sheet.
 *
 * @param pen - Where to draw.
 * @param sheet - Tones and labels.
 * @param surfaces - The scene's surfaces.
 * @param random - Seeds the irregularity of the lines.
 * @param amount - Strength, 0 (none) … 1.
 */
export function hatch(pen: InkContext, sheet: Sheet, surfaces: readonly Surface[], random: Random, amount: number): void {
  if (amount <= 0) return;
  const { W, H, scale, label, tone } = sheet;
  const key = keyOfThePicture(tone);
  const stuff = stuffOf(surfaces);
  // How dark a surface has to be, relative to the layer's threshold; faces and sky stay cleaner, hair and lamps are left out.
  const patience = Float32Array.from(surfaces, (surface, i) =>
    (surface.glow ?? 0) > 0 ? 0 : stuff[i] === SKIN ? 0.82 : stuff[i] === HAIR ? 0 : stuff[i] === WATER ? 0.5 : 1,
  );
  const step = 3 * scale;
  const half = Math.hypot(W, H) / 2;
  for (const layer of LAYERS) {
    pen.strokeStyle = `rgba(26,23,28,${layer.alpha * amount})`;
    pen.lineWidth = 1.05 * scale;
    pen.beginPath();
    const c = Math.cos((layer.angle * Math.PI) / 180);
    const s = Math.sin((layer.angle * Math.PI) / 180);
    const threshold = key * layer.below;
    for (let across = -half; across < half; across += layer.gap * scale * random.range(0.75, 1.25)) {
      const bend = random.range(-0.02, 0.02);
      let drawing = false;
      let [startX, startY, endX, endY] = [0, 0, 0, 0];
      let on = -2;
      let run = 0;
      let limit = 0;
      for (let along = -half; along < half + step; along += step) {
        const off = across + bend * along;
        const x = W / 2 + along * c - off * s;
        const y = H / 2 + along * s + off * c;
        let dark = false;
        let l = -1;
        if (x >= 0 && y >= 0 && x < W && y < H && along < half) {
          const o = (y | 0) * W + (x | 0);
          l = label[o];
          dark = tone[o] < threshold * (l < 0 ? 0.62 : patience[l]);
        }
        if (dark && (!drawing || (l === on && run < limit))) {
          if (!drawing) {
            drawing = true;
            startX = x + random.range(-2, 2) * scale;
            startY = y + random.range(-2, 2) * scale;
            on = l;
            run = 0;
            limit = random.range(24, 70);
          }
          run++;
          endX = x;
          endY = y;
        } else if (drawing) {
          drawing = false;
          if (Math.abs(endX - startX) + Math.abs(endY - startY) < 9 * scale) continue;
          pen.moveTo(startX, startY);
          const middleX = (startX + endX) / 2 + random.range(-1.2, 1.2) * scale;
          const middleY = (startY + endY) / 2 + random.range(-1.2, 1.2) * scale;
          pen.quadraticCurveTo(middleX, middleY, endX, endY);
        }
      }
    }
    pen.stroke();
  }
}

/** Thresholds follow the median tone: a picture at night is not hatched all over. */
function keyOfThePicture(tone: Float32Array): number {
  const counts = new Uint32Array(64);
  let total = 0;
  for (let i = 0; i < tone.length; i += 7, total++) counts[Math.min(63, (clamp(tone[i]) * 63) | 0)]++;
  let seen = 0;
  let median = 0;
  while (median < 63 && (seen += counts[median]) < total / 2) median++;
  return clamp(median / 63 / 0.5, 0.5, 1);
}
