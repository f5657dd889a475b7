/** @file One clip's way into the mix: its rate, its channels, its place, level, fades and position between the speakers. */
import type { Sound } from '@filmai/core-tensor/samples';
import { resample } from '../resample/resample.js';

/** What of a clip concerns its place in the mix. */
export interface Placement {
  startSeconds: number;
  gainDb: number;
  fadeInSeconds: number;
  fadeOutSeconds: number;
  pan: number;
}

/** A clip ready to be added: samples at the mix's rate, one array for each output channel (shared where equal). */
export interface PlacedClip {
  /** First sample in the mix; may be negative. */
  start: number;
  length: number;
  /** For each output channel, the sources that go into it and their factors. */
  routes: { samples: Float32Array; factor: number }[][];
  fadeIn: number;
  fadeOut: number;
}

/**
 * Brings a clip to the mix's rate and channels.
 *
 * @param sound - 1 to 6 channels.
 * @param placement - Where and how.
 * @param sampleRate - The mix's rate.
 * @param channels - 1 or 2.
 */
export function placeClip(sound: Sound, placement: Placement, sampleRate: number, channels: 1 | 2): PlacedClip {
  const source = sound.sampleRate === sampleRate ? sound : resample(sound, sampleRate);
  const gain = 10 ** (placement.gainDb / 20);
  const matrix = routing(source.channels.length, channels, placement.pan);
  return {
    start: Math.round(placement.startSeconds * sampleRate),
    length: source.channels[0].length,
    routes: matrix.map((row) =>
      row.flatMap((factor, index) => (factor === 0 ? [] : [{ samples: source.channels[index], factor: factor * gain }])),
    ),
    fadeIn: Math.round(placement.fadeInSeconds * sampleRate),
    fadeOut: Math.round(placement.fadeOutSeconds * sampleRate),
  };
}

/**
 * Adds the part of a clip that lies in a block.
 *
 * @param clip - From `placeClip`.
 * @param block - The output channels of the block, added to.
 * @param blockStart - First sample of the block in the mix.
 * @param duck - Factors for each sample of the block, or `undefined` for none.
 */
export function addClip(clip: PlacedClip, block: Float32Array[], blockStart: number, duck: Float32Array | undefined): void {
  const from = Math.max(blockStart, clip.start);
  const to = Math.min(blockStart + block[0].length, clip.start + clip.length);
  for (const [c, route] of clip.routes.entries()) {
    const target = block[c];
    for (const { samples, factor } of route) {
      for (let n = from; n < to; n++) {
        const i = n - clip.start;
        let value = samples[i] * factor;
        if (i < clip.fadeIn || clip.length - 1 - i < clip.fadeOut) value *= fadeAt(i, clip);
        if (duck) value *= duck[n - blockStart];
        target[n - blockStart] += value;
      }
    }
  }
}

/** Fades are quarter sines: two that cross add up to constant power. */
function fadeAt(i: number, { length, fadeIn, fadeOut }: PlacedClip): number {
  const rise = i < fadeIn ? Math.sin((Math.PI / 2) * ((i + 0.5) / fadeIn)) : 1;
  const left = length - 1 - i;
  const fall = left < fadeOut ? Math.sin((Math.PI / 2) * ((left + 0.5) / fadeOut)) : 1;
  return rise * fall;
}

const HALF_POWER = Math.SQRT1_2;

/**
 * Rows are output channels, columns source channels. Mono is panned with equal power (−3 dB on each side in the middle);
 * stereo is balanced, untouched in the middle; more channels are first folded down after ITU-R BS.775 (centre and surrounds
 * at −3 dB, no LFE).
 */
function routing(sources: number, outputs: 1 | 2, pan: number): number[][] {
  const angle = ((pan + 1) * Math.PI) / 4;
  const left = Math.cos(angle);
  const right = Math.sin(angle);
  if (sources === 1) return outputs === 1 ? [[1]] : [[left], [right]];
  const fold = FOLDS[sources];
  if (!fold) throw new RangeError(`mix: expected a sound of 1 to 6 channels, got ${sources}`);
  if (outputs === 1) return [fold[0].map((value, column) => (value + fold[1][column]) / 2)];
  const balance = [Math.min(1, left / HALF_POWER), Math.min(1, right / HALF_POWER)];
  return fold.map((row, side) => row.map((value) => value * balance[side]));
}

/** Left and right rows for two to six source channels. */
const FOLDS: Record<number, [number[], number[]] | undefined> = {
  2: [
    [1, 0],
    [0, 1],
  ],
  3: [
    [1, 0, HALF_POWER],
    [0, 1, HALF_POWER],
  ],
  4: [
    [1, 0, HALF_POWER, 0],
    [0, 1, 0, HALF_POWER],
  ],
  5: [
    [1, 0, HALF_POWER, HALF_POWER, 0],
    [0, 1, HALF_POWER, 0, HALF_POWER],
  ],
  6: [
    [1, 0, HALF_POWER, 0, HALF_POWER, 0],
    [0, 1, HALF_POWER, 0, 0, HALF_POWER],
  ],
};
