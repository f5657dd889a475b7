/**
 * @file Clips of the simulated effects as a network is to draw them, and batches of crops from them. Films are kept in a folder, so that they
 * are simulated once.
 */
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as tf from '@tensorflow/tfjs-core';
import type { Tensor5D } from '@tensorflow/tfjs-core';
import { writeFileWhole } from '@filmai/core-tensor/files';
import { createRandom, type Random } from '@filmai/core-tensor/random';
import { createEffect, type EffectKind } from '../src/effects/index.js';
import { CANVAS_PIXELS, GAS_PLACES, isGas, LEARNED_FPS, type WeatherKind } from '../src/effects/learned/canvas.js';
import { weatherMapCount, writeParticleMaps } from '../src/effects/learned/weather-maps.js';

import { simulatedParticles } from '../src/effects/precipitation.js';
import type { VideoBatch } from '../src/networks/video-gan.js';

/** A simulated film on the canvas of its effect. */
export interface Film {
  kind: EffectKind;
  seed: string;
  wind: number;
  strength: number;
  seconds: number;
  /** Pixels in a row and rows. */
  side: number;
  frames: number;
  /** RGBA, premultiplied, 8 bits: frame after frame. */
  data: Uint8Array;
}

/** Films of each effect: how long, and what is left out at the start until a gas has settled. */
const LENGTHS: Record<EffectKind, { seconds: number; skip: number }> = {
  fire: { seconds: 8, skip: 2 },
  smoke: { seconds: 10, skip: 4 },
  explosion: { seconds: 6, skip: 0.25 },
  rain: { seconds: 1.5, skip: 0 },
  snow: { seconds: 2, skip: 0 },
};

/** Gases are simulated so much finer than they are learned, as a small picture of a large one looks. */
const FINER = 2;

/** Lighter and darker gases are learned together with that strength; weather of every strength. */
const GAS_STRENGTH = [0.55, 0.85] as const;

/**
 * Simulates films, or reads them where they have been kept.
 *
 * @param range - Numbers of the films: each decides its own seed, wind and strength.
 */
export async function filmsOf(kind: EffectKind, range: { from: number; count: number }, folder: string): Promise<Film[]> {
  await mkdir(folder, { recursive: true });
  const films: Film[] = [];
  for (let number = range.from; number < range.from + range.count; number++) films.push(await filmOf(kind, number, folder));
  return films;
}

async function filmOf(kind: EffectKind, number: number, folder: string): Promise<Film> {
  const random = createRandom(`${kind} ${number}`);
  // A gas is bent by the wind where it is drawn; weather falls slantwise in training.
  const wind = isGas(kind) ? 0 : random.range(-0.8, 0.8);
  const strength = isGas(kind) ? random.range(...GAS_STRENGTH) : random.range(0.4, 1);
  const side = CANVAS_PIXELS[kind];
  const { seconds, skip } = LENGTHS[kind];
  const frames = Math.round((seconds - skip) * LEARNED_FPS);
  const film = { kind, seed: `film ${number}`, wind, strength, seconds, side, frames };
  const path = join(folder, `${kind}-${number}-${side}-${frames}.rgba`);
  const kept = await readFile(path).catch(() => undefined);
  if (kept) return { ...film, data: kept };
  const data = new Uint8Array(frames * side * side * 4);
  const fine = isGas(kind) ? FINER : 1;
  const place = isGas(kind) ? GAS_PLACES[kind] : {};
  let index = -Math.round(skip * LEARNED_FPS);
  const request = { kind, width: fine * side, height: fine * side, seconds, seed: film.seed, wind, strength, extras: false };
  for (const frame of createEffect({ ...request, ...place })) {
    if (index >= 0) shrink(frame.data, fine, side, data.subarray(index * side * side * 4));
    index++;
  }
  await writeFileWhole(path, data);
  return { ...film, data };
}

/** Premultiplies and takes the mean of `fine` × `fine` pixels for each. */
function shrink(from: Uint8ClampedArray, fine: number, side: number, to: Uint8Array): void {
  const sum = [0, 0, 0, 0];
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      sum.fill(0);
      for (let i = 0; i < fine * fine; i++) {
        const at = ((fine * y + Math.floor(i / fine)) * fine * side + fine * x + (i % fine)) * 4;
        const alpha = from[at + 3];
        for (let c = 0; c < 3; c++) sum[c] += (from[at + c] * alpha) / 255;
        sum[3] += alpha;
      }
      for (let c = 0; c < 4; c++) to[(y * side + x) * 4 + c] = Math.round(sum[c] / (fine * fine));
    }
  }
}

/** Sizes of a batch: what is learnt, and how much more is shown around it. */
export interface BatchPlan {
  clips: number;
  frames: number;
  size: number;
  timeMargin: number;
  margin: number;
}

/**
 * Cuts random clips out of films; outside of a film there is nothing.
 *
 * @returns A batch for `createVideoGan`; who asks for it disposes it.
 */
export function cutBatch(films: readonly Film[], plan: BatchPlan, random: Random): VideoBatch {
  const { kind, side } = films[0];
  const { clips, frames, size, timeMargin, margin } = plan;
  const wide = size + 2 * margin;
  const long = frames + 2 * timeMargin;
  const shape: [number, number, number, number, number] = [clips, long, wide, wide, 4];
  const shown = new Float32Array(clips * long * wide * wide * 4);
  const views: Cut[] = [];
  for (let clip = 0; clip < clips; clip++) {
    const film = random.pick(films);
    // A blast changes fastest at its start.
    const late = random.next() ** (kind === 'explosion' ? 2.5 : 1);
    const first = Math.floor(late * (film.frames - frames + 1)) - timeMargin;
    const room = (side - size) / 8;
    const view = { film, first, left: 8 * random.integer(0, room) - margin, top: 8 * random.integer(0, room) - margin };
    views.push(view);
    for (let t = 0; t < long; t++) showFrame(shown, (clip * long + t) * wide * wide * 4, film, first + t, view, wide);
  }
  const batch: VideoBatch = { clips: tf.tensor5d(shown, shape) };
  return isGas(kind) ? batch : { ...batch, maps: mapsOf(kind, views, long, wide) };
}

/** Where a clip is cut out of a film. */
interface Cut {
  film: Film;
  first: number;
  left: number;
  top: number;
}

/** The maps of what falls in each frame of cuts: what the network is to draw it from. */
function mapsOf(kind: WeatherKind, cuts: readonly Cut[], long: number, wide: number): Tensor5D {
  const count = weatherMapCount(kind);
  const maps = new Float32Array(cuts.length * long * wide * wide * count);
  for (const [clip, { film, first, left, top }] of cuts.entries()) {
    const particlesAt = particlesOf(film);
    for (let t = 0; t < long; t++) {
      const index = Math.min(film.frames - 1, Math.max(0, first + t));
      writeParticleMaps(kind, particlesAt(index), maps, (clip * long + t) * wide * wide * count, {
        left,
        top,
        width: wide,
        height: wide,
      });
    }
  }
  return tf.tensor5d(maps, [cuts.length, long, wide, wide, count]);
}

function particlesOf({ kind, seed, wind, strength, seconds, side }: Film): ReturnType<typeof simulatedParticles> {
  const scene = { kind, width: side, height: side, fps: LEARNED_FPS, seconds, seed, strength, wind };
  return simulatedParticles(kind as WeatherKind, { ...scene, origin: { x: 0.5, y: 0.5 }, size: 0.4, extras: false });
}

/** Writes a part of a frame in −1…1; frames before the first and after the last are as those. */
export function showFrame(
  to: Float32Array,
  offset: number,
  { side, frames, data }: Film,
  index: number,
  { left, top }: { left: number; top: number },
  wide: number,
): void {
  const frame = Math.min(frames - 1, Math.max(0, index)) * side * side * 4;
  for (let y = 0; y < wide; y++) {
    const row = top + y;
    for (let x = 0; x < wide; x++) {
      const column = left + x;
      const at = offset + (y * wide + x) * 4;
      const inside = row >= 0 && row < side && column >= 0 && column < side;
      const from = frame + (row * side + column) * 4;
      for (let c = 0; c < 4; c++) to[at + c] = inside ? data[from + c] / 127.5 - 1 : -1;
    }
  }
}
