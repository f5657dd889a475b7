/** @file The sky: a wash that lightens towards the horizon, banks of cloud, stars, moon and sun. */
import type { Random } from '@filmai/core-tensor/random';
import { type Camera, project } from '../camera/camera.js';
import { type V3, clamp, mad, norm, noiseTex, smooth, texLin } from '../world/vector.js';
import type { Mood } from './mood.js';

/** Tone of the sky in a direction that need not have unit length. */
export type SkyTone = (x: number, y: number, z: number) => number;

/**
 * Prepares the sky of a mood. Clouds lie in perspective: they flatten towards the horizon.
 *
 * @param mood - Tones of the sky, clouds, moon and sun.
 * @returns The tone by direction.
 */
export function skyTone(mood: Mood): SkyTone {
  const noise = noiseTex();
  const glows = [
    { at: mood.moon && norm(mood.moon), strength: 0.5 },
    { at: mood.sun && norm(mood.sun), strength: 0.45 },
  ].filter((glow): glow is { at: V3; strength: number } => glow.at !== undefined);
  return (x, y, z) => {
    const elevation = y / Math.sqrt(x * x + z * z + 1e-12);
    let tone = mood.skyLow + (mood.skyTop - mood.skyLow) * clamp(elevation * 1.6) ** 0.7;
    if (elevation > 0 && mood.clouds > 0) {
      const across = (Math.atan2(x, -z) / (2 * Math.PI) + 0.5) * 1024;
      const up = 150 / (elevation + 0.3);
      const cloud =
        texLin(noise, across * 0.5, up) * 0.62 +
        texLin(noise, across + 80, up * 2.2) * 0.26 +
        texLin(noise, across * 2, up * 5) * 0.12;
      tone += (smooth(0.4, 0.66, cloud) - 0.4) * mood.clouds * smooth(0, 0.14, elevation);
    }
    if (glows.length > 0) {
      const l = Math.sqrt(x * x + y * y + z * z);
      for (const { at, strength } of glows) {
        const angle = Math.acos(clamp((x * at[0] + y * at[1] + z * at[2]) / l, -1, 1));
        tone += strength * Math.exp(-angle * 9);
      }
    }
    return tone;
  };
}

/** Where the lights of the sky may be painted. */
interface SkyCanvas {
  W: number;
  H: number;
  /** Picture pixels for one pixel of a 720-line picture. */
  scale: number;
  /** −1 is sky. */
  label: Int32Array;
  pixels: Uint8ClampedArray;
}

/**
 * Paints stars, moon and sun over the wash, where the sky is open.
 *
 * @param canvas - The picture.
 * @param cam - The camera.
 * @param mood - Which of them there are.
 * @param random - Places the stars.
 */
export function paintLightsOfTheSky(canvas: SkyCanvas, cam: Camera, mood: Mood, random: Random): void {
  const { W, H, scale } = canvas;
  if (mood.stars) {
    for (let i = 0; i < 120; i++) {
      const x = random.range(0, W);
      const y = random.range(0, H * 0.7);
      paintDisc(canvas, x, y, random.range(0.5, 1.5) * Math.max(0.6, scale), [255, 250, 232], random.range(0.25, 0.9));
    }
  }
  for (const [towards, radius, colour] of [
    [mood.moon, 26, [255, 250, 230]],
    [mood.sun, 34, [255, 236, 190]],
  ] as const) {
    if (!towards) continue;
    const [x, y, z] = project(cam, mad(cam.eye, norm(towards), 1000));
    if (z <= 0) continue;
    paintDisc(canvas, x, y, (radius + 1.2) * scale, [40, 36, 40], 0.4);
    paintDisc(canvas, x, y, radius * scale, colour, 0.96);
  }
}

/** A disc with a soft edge of one pixel, on open sky only. */
function paintDisc(
  { W, H, label, pixels }: SkyCanvas,
  cx: number,
  cy: number,
  radius: number,
  colour: readonly number[],
  alpha: number,
): void {
  for (let y = Math.max(0, Math.floor(cy - radius - 1)); y <= Math.min(H - 1, Math.ceil(cy + radius)); y++) {
    for (let x = Math.max(0, Math.floor(cx - radius - 1)); x <= Math.min(W - 1, Math.ceil(cx + radius)); x++) {
      const o = y * W + x;
      if (label[o] >= 0) continue;
      const cover = clamp(radius + 0.5 - Math.hypot(x + 0.5 - cx, y + 0.5 - cy)) * alpha;
      if (cover <= 0) continue;
      for (let c = 0; c < 3; c++) pixels[o * 4 + c] += (colour[c] - pixels[o * 4 + c]) * cover;
    }
  }
}
