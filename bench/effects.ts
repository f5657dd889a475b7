/**
 * @file Learned effects against the simulations that they were learned from, and against generators of the same size that were trained frame by
 * frame and know no time.
 *
 * For each effect:
 * - `flickerRatio`: flicker of learned clips over that of simulated ones (a second, four seeds each); `flickerRatioPerFrame`: the same for the
 *   generator without time. Gases at 128 × 128, along the motion that is seen in them. No optical flow can follow drops and flakes: of weather
 *   it is the flicker of the light of 4 × 4 parts of the picture, at 256 × 256, without motion;
 * - `framesPerSecond256`: 256 × 256, one thread, the fastest backend, the best of three runs; `framesPerSecond256Wasm`: without native code;
 * - `frechetMotionEnergy`: Fréchet distance of learned clips of 16 frames to simulated ones that no training has seen, over the distance between
 *   two sets of such; `frechetMotionEnergyUntrained`: the same for a generator with the weights of its start.
 */
import { createEffect, EFFECT_KINDS, generateEffect, type EffectKind } from '@filmai/gan/effects';
import {
  extractFeatures,
  flicker,
  frechetDistance,
  motionEnergyFeatures,
  type FlowField,
  type FlowPair,
} from '@filmai/gan/measures';
import { compositeOver, createFrame, resizeFrame, type Frame } from '@filmai/core-tensor/frames';
import { createRuntime } from '@filmai/core-tensor/runtime';
import { createRandom } from '@filmai/core-tensor/random';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { formatEffectFile, parseEffectFile } from '../packages/gan/src/effects/learned/effect-file.js';
import { createVideoGenerator } from '../packages/gan/src/networks/video-gan-layers.js';
import type { Figure, Figures } from './run.js';

/** Pixels in which effects are compared: those in which they were learned. */
const SIDE: Record<EffectKind, number> = { fire: 128, smoke: 128, explosion: 128, rain: 256, snow: 256 };
/** Parts of a picture of weather, across and down: larger than the way that a drop falls in a frame. */
const PARTS = 4;
const SEEDS = 4;
/** Frames of a clip whose flicker is measured, and after which of them a gas has settled. */
const FRAMES = 24;
const SETTLED: Record<EffectKind, number> = { fire: 48, smoke: 96, explosion: 12, rain: 0, snow: 0 };
/** Clips of 16 frames for the Fréchet distance. */
const CLIP = 16;
const CLIPS = 24;
const SPEED_FRAMES = 32;

type Source = (seed: string, frames: number) => Promise<Frame[]>;

/** Measures; see the file header. */
export async function run({ seed }: { data?: string; seed: number }): Promise<Figures> {
  const figures: Figures = {};
  for (const kind of EFFECT_KINDS) {
    const simulated = simulation(kind);
    const learned = generated(kind);
    const perFrame = generated(kind, modelPath(`${kind}-per-frame`));
    const ours = await flickerOf(kind, learned, seed);
    const theirs = await flickerOf(kind, simulated, seed);
    const without = await flickerOf(kind, perFrame, seed);
    const about = { unit: 'ratio', peer: 'the simulation', n: SEEDS, seed };
    figures[`${kind}.flickerRatio`] = { ...about, value: ours / theirs };
    figures[`${kind}.flickerRatioPerFrame`] = { ...about, value: without / theirs };
    Object.assign(figures, await distances(kind, seed));
  }
  Object.assign(figures, await speeds());
  return figures;
}

function simulation(kind: EffectKind): Source {
  return async (seed, count) => {
    const skip = SETTLED[kind];
    const request = { kind, width: SIDE[kind], height: SIDE[kind], seed, seconds: (skip + count) / 24, wind: 0, extras: false };
    return [...createEffect(request)].slice(skip);
  };
}

function generated(kind: EffectKind, model?: string): Source {
  return async (seed, count) => {
    // An explosion begins with its first frame in every clip.
    const skip = kind === 'explosion' ? SETTLED[kind] : 0;
    const frames: Frame[] = [];
    const options = { seed, seconds: (skip + count) / 24, size: SIDE[kind], wind: 0, extras: false };
    for await (const frame of generateEffect(kind, { ...options, ...(model ? { model } : {}) })) frames.push(frame);
    return frames.slice(skip);
  };
}

function modelPath(name: string): string {
  return fileURLToPath(new URL(`./effects-models/${name}.bin`, import.meta.url));
}

async function flickerOf(kind: EffectKind, source: Source, seed: number): Promise<number> {
  let sum = 0;
  for (let i = 0; i < SEEDS; i++) {
    const clip = await source(`flicker ${seed} ${i}`, FRAMES);
    const gas = kind === 'fire' || kind === 'smoke' || kind === 'explosion';
    sum += (gas ? flicker(clip) : flicker(clip.map(lightOfParts), { flows: stillness(PARTS, clip.length) })).value / SEEDS;
  }
  return sum;
}

/** The mean light of each part of a picture over black. */
function lightOfParts(frame: Frame): Frame {
  const shown = createFrame(frame.width, frame.height, { fill: [0, 0, 0, 255] });
  compositeOver(shown, frame);
  return resizeFrame(shown, { width: PARTS, height: PARTS, filter: 'area' });
}

/** No motion at all. */
function stillness(side: number, frames: number): FlowPair[] {
  const still = (): FlowField => ({
    width: side,
    height: side,
    x: new Float32Array(side * side),
    y: new Float32Array(side * side),
  });
  return Array.from({ length: frames - 1 }, () => ({ forward: still(), backward: still() }));
}

async function distances(kind: EffectKind, seed: number): Promise<Figures> {
  const features = motionEnergyFeatures({ grid: 4, dimensions: 16 });
  const clipsOf = async (source: Source, name: string) => {
    const clips: Frame[][] = [];
    for (let i = 0; clips.length < CLIPS; i++) {
      const frames = await source(`${name} ${seed} ${i}`, 3 * CLIP);
      for (let part = 0; part < 3; part++) clips.push(frames.slice(part * CLIP, (part + 1) * CLIP));
    }
    return extractFeatures(features, clips);
  };
  const held = await clipsOf(simulation(kind), 'held');
  const other = await clipsOf(simulation(kind), 'other');
  const made = await clipsOf(generated(kind), 'made');
  const folder = mkdtempSync(join(tmpdir(), 'filmai-effects-'));
  const start = await clipsOf(generated(kind, await untrained(kind, folder)), 'made');
  rmSync(folder, { recursive: true });
  const own = frechetDistance(held, other).value;
  const about: Omit<Figure, 'value'> = { unit: 'ratio', peer: 'simulated clips of other seeds', n: CLIPS, seed };
  return {
    [`${kind}.frechetMotionEnergy`]: { ...about, value: frechetDistance(made, held).value / own },
    [`${kind}.frechetMotionEnergyUntrained`]: { ...about, value: frechetDistance(start, held).value / own },
  };
}

/** The shipped generator with the weights with which its training begins. */
async function untrained(kind: EffectKind, folder: string): Promise<string> {
  const file = parseEffectFile(readFileSync(new URL(`../packages/gan/models/effects/${kind}.bin`, import.meta.url)));
  const generator = createVideoGenerator(file.plan, createRandom('untrained'));
  for (const [name, network] of Object.entries(generator)) {
    for (const [i, weight] of network.getWeights().entries())
      file.arrays[`${name}.${i}`].values = Float32Array.from(await weight.data());
    network.dispose();
  }
  const path = join(folder, `${kind}.bin`);
  writeFileSync(path, formatEffectFile(file));
  return path;
}

async function speeds(): Promise<Figures> {
  const figures: Figures = {};
  const fastest = await createRuntime();
  await timeAll('framesPerSecond256', fastest.description, figures);
  await createRuntime({ backend: 'wasm' });
  await timeAll('framesPerSecond256Wasm', 'wasm alone', figures);
  await createRuntime();
  return figures;
}

async function timeAll(name: string, backend: string, figures: Figures): Promise<void> {
  for (const kind of EFFECT_KINDS) {
    let best = 0;
    for (let trial = 0; trial < 3; trial++) best = Math.max(best, await framesPerSecond(kind));
    figures[`${kind}.${name}`] = { value: best, unit: 'frames/s', peer: `24 frames/s is real time; ${backend}`, n: SPEED_FRAMES };
  }
}

async function framesPerSecond(kind: EffectKind): Promise<number> {
  const start = performance.now();
  for await (const frame of generateEffect(kind, { seconds: SPEED_FRAMES / 24, size: 256, seed: 1 })) void frame;
  return (1000 * SPEED_FRAMES) / (performance.now() - start);
}
