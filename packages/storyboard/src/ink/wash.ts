/**
 * @file Paints the tones as an ink wash: six dilutions with wandering edges, darker where a puddle dried, granulated by the
 * paper, tinted by local colour and lamp light.
 */
import type { Scene } from '../world/scene.js';
import { clamp, noiseTex, texAt } from '../world/vector.js';
import { boxBlur } from './blur.js';
import type { Mood } from './mood.js';
import { CLOTH, HAIR, type Sheet, SKIN, stuffOf, WATER } from './tone.js';

/** Tones of the dilutions, from ink to paper. */
const DILUTIONS = [0.03, 0.17, 0.36, 0.54, 0.74, 0.92, 1.02];
/** Resolution of the table from tone to colour. */
const STEPS = 1024;

/**
 * Paints a sheet.
 *
 * @param sheet - The tones.
 * @param scene - Tints of the surfaces.
 * @param mood - Colours of paper, wash and lamp light.
 * @param pixels - RGBA of the picture, overwritten.
 */
export function paintWash(sheet: Sheet, scene: Scene, mood: Mood, pixels: Uint8ClampedArray): void {
  const { W, H, scale, label, warm } = sheet;
  const noise = noiseTex();
  const grain = 1 / scale;
  const diluted = dilute(sheet, stuffOf(scene.surfaces));
  const around = boxBlur(diluted, W, H, Math.max(1, Math.round(4 * scale)));
  const tints = new Float32Array((scene.surfaces.length + 1) * 3).fill(1);
  for (const [i, { tint }] of scene.surfaces.entries()) if (tint) tints.set(tint, (i + 1) * 3);
  const curve = Float32Array.from({ length: STEPS + 1 }, (_, i) => (i / STEPS) ** 0.92);
  const [paperR, paperG, paperB] = mood.paper;
  const [lightR, lightG, lightB] = mood.light;
  const [washR, washG, washB] = mood.wash;
  for (let y = 0; y < H; y++) {
    const gy = (y * grain) | 0;
    for (let x = 0; x < W; x++) {
      const o = y * W + x;
      const gx = (x * grain) | 0;
      // Pigment gathers where a light wash meets a darker one.
      const gathered = (around[o] - diluted[o]) * 1.1;
      let t = diluted[o] - (gathered < 0 ? 0 : gathered > 0.16 ? 0.16 : gathered);
      if (t < 0) t = 0;
      const coarse = texAt(noise, gx * 5 + 13, gy * 5 + 7) - 0.5;
      const fine = texAt(noise, gx * 11 + 3, gy * 11) - 0.5;
      const streak = texAt(noise, ((gx + gy * 0.45) * 0.45) | 0, ((gy - gx * 0.45) * 3.1) | 0) - 0.5;
      const ink = 1 - t;
      t += (coarse * 0.11 + fine * 0.12) * (0.25 + ink * (1.1 - ink * 0.8)) + streak * 0.11 * ink;
      t = t < 0 ? 0 : t > 1 ? 1 : t;
      const share = curve[(t * STEPS) | 0];
      const w = warm[o] * 0.85;
      const i = (label[o] + 1) * 3;
      const depthOfTint = 0.6 * (0.45 + 0.55 * t);
      const p = o * 4;
      pixels[p] = (washR + (paperR + (lightR - paperR) * w - washR) * share) * (1 + (tints[i] - 1) * depthOfTint) * 255;
      pixels[p + 1] = (washG + (paperG + (lightG - paperG) * w - washG) * share) * (1 + (tints[i + 1] - 1) * depthOfTint) * 255;
      pixels[p + 2] = (washB + (paperB + (lightB - paperB) * w - washB) * share) * (1 + (tints[i + 2] - 1) * depthOfTint) * 255;
      pixels[p + 3] = 255;
    }
  }
}

/** Pulls tones towards the nearest dilution; noise moves the edges between them, less on people than on walls. */
function dilute({ W, H, scale, label, tone }: Sheet, stuff: Uint8Array): Float32Array {
  const noise = noiseTex();
  const grain = 1 / scale;
  const result = new Float32Array(W * H);
  const borders = DILUTIONS.slice(1).map((level, i) => (level + DILUTIONS[i]) / 2);
  for (let y = 0; y < H; y++) {
    const gy = (y * grain) | 0;
    for (let x = 0; x < W; x++) {
      const o = y * W + x;
      const gx = (x * grain) | 0;
      const kind = label[o] < 0 ? SKIN : stuff[label[o]];
      let t = tone[o];
      t = t < 0 ? 0 : t > 1 ? 1 : t;
      // A little more contrast in the middle tones.
      t += (t - 0.5) * 0.3 * (1 - Math.abs(t - 0.5));
      if (kind === WATER) t += (texAt(noise, (gx * 0.4) | 0, gy * 5) - 0.5) * 0.1;
      else t += (texAt(noise, gx, gy) - 0.5) * (kind === SKIN || kind === CLOTH || kind === HAIR ? 0.06 : 0.11);
      t = clamp(t + (texAt(noise, gx * 3 + 91, gy * 3 + 17) - 0.5) * 0.04);
      let i = 0;
      while (i < 5 && t > borders[i]) i++;
      const below = i > 0 ? borders[i - 1] : 0;
      let edge = (t - below) / 0.035;
      edge = edge > 1 ? 1 : edge;
      const from = i > 0 ? DILUTIONS[i - 1] : DILUTIONS[0];
      result[o] = (from + (DILUTIONS[i] - from) * edge * edge * (3 - 2 * edge)) * 0.72 + t * 0.28;
    }
  }
  return result;
}
