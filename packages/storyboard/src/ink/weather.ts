/** @file Rain and snow as a layer over the picture, so that it can fall while the drawing stays. */
import { createRandom } from '@filmai/core-tensor/random';
import type { InkCanvas } from '#canvas';
import { createInkCanvas } from '#canvas';
import type { Mood } from './mood.js';
import { stroke } from './stroke.js';

/** A layer of falling drops or flakes; only pixels with something on them are kept. */
export interface Precipitation {
  /** Index of each touched pixel. */
  at: Uint32Array;
  /** Its grey, 0…255, and opacity, 0…1. */
  grey: Uint8Array;
  alpha: Float32Array;
}

/**
 * Draws one moment of rain or snow.
 *
 * @param mood - How much falls, and the wind.
 * @param W - Pixels in a row.
 * @param H - Rows.
 * @param seed - The moment: other seeds give other drops.
 * @returns The layer, or `undefined` where nothing falls.
 */
export function drawPrecipitation(mood: Mood, W: number, H: number, seed: number): Precipitation | undefined {
  if (!mood.rain && !mood.snow) return undefined;
  const canvas = createInkCanvas(W, H);
  if (mood.rain) drawRain(canvas, mood.rain, mood.wind ?? 0, seed);
  if (mood.snow) drawSnow(canvas, mood.snow, mood.wind ?? 0, seed);
  return sparse(canvas);
}

/**
 * Lays a layer over a picture.
 *
 * @param pixels - RGBA, changed in place.
 * @param layer - Drops or flakes.
 */
export function layPrecipitation(pixels: Uint8ClampedArray, { at, grey, alpha }: Precipitation): void {
  for (let i = 0; i < at.length; i++) {
    const p = at[i] * 4;
    const a = alpha[i];
    const g = grey[i];
    pixels[p] += (g - pixels[p]) * a;
    pixels[p + 1] += (g - pixels[p + 1]) * a;
    pixels[p + 2] += (g - pixels[p + 2]) * a;
  }
}

function drawRain({ width: W, height: H, context: pen }: InkCanvas, amount: number, wind: number, seed: number): void {
  const random = createRandom(`rain/${seed}`);
  const scale = H / 720;
  const slant = 0.22 + wind * 0.5;
  for (let i = 0; i < 520 * amount; i++) {
    const x = random.range(-100 * scale, W + 100 * scale);
    const y = random.range(-60 * scale, H);
    const l = random.range(18, 74) * scale;
    const near = random.next();
    pen.fillStyle = random.chance(0.72) ? `rgba(250,250,246,${0.16 + near * 0.5})` : `rgba(20,22,30,${0.15 + near * 0.3})`;
    pen.beginPath();
    stroke(
      pen,
      [
        [x, y],
        [x - slant * l * 0.5, y + l * 0.5],
        [x - slant * l, y + l],
      ],
      { w: (0.8 + near * 1.3) * scale, wobble: 0.3 * scale, taper: l * 0.5, scale },
      random,
    );
    pen.fill();
  }
}

function drawSnow({ width: W, height: H, context: pen }: InkCanvas, amount: number, wind: number, seed: number): void {
  const scale = H / 720;
  // Flakes keep their place from moment to moment and sink, so that the eye can follow them.
  const random = createRandom('snow');
  const moment = seed % 4096;
  for (let i = 0; i < 620 * amount; i++) {
    const near = random.next() ** 3;
    const r = (1 + near * 4.5) * scale;
    const speed = (4 + near * 14) * scale;
    const x0 = random.range(0, W);
    const y0 = random.range(0, H);
    const sway = random.range(0, 6.3);
    const alpha = random.range(0.5, 0.95);
    const y = (y0 + moment * speed) % (H + 20 * scale);
    const x = (((x0 - moment * speed * (0.15 + wind) + Math.sin(moment * 0.35 + sway) * 5 * scale) % W) + W) % W;
    pen.fillStyle = `rgba(255,253,248,${alpha})`;
    pen.beginPath();
    for (let k = 0; k < 7; k++) {
      const angle = (k / 7) * 2 * Math.PI + sway;
      const radius = r * (0.8 + 0.4 * Math.sin(k * 2.1 + sway));
      pen.lineTo(x + Math.cos(angle) * radius, y - 10 * scale + Math.sin(angle) * radius);
    }
    pen.closePath();
    pen.fill();
  }
}

function sparse({ width, height, context }: InkCanvas): Precipitation {
  const { data } = context.getImageData(0, 0, width, height);
  let count = 0;
  for (let i = 3; i < data.length; i += 4) if (data[i] > 0) count++;
  const layer: Precipitation = { at: new Uint32Array(count), grey: new Uint8Array(count), alpha: new Float32Array(count) };
  let n = 0;
  for (let i = 0; i < width * height; i++) {
    const a = data[i * 4 + 3];
    if (a === 0) continue;
    layer.at[n] = i;
    layer.grey[n] = data[i * 4];
    layer.alpha[n] = a / 255;
    n++;
  }
  return layer;
}
