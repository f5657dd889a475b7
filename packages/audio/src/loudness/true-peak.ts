/**
 * @file The peak of the waveform between the samples: ITU-R BS.1770-4, annex 2, with eightfold instead of fourfold
 * oversampling, so that a full-band tone is read at most 0.17 dB low.
 *
 * What lies beyond the ends of a sound is not known: it may be a piece of a longer one. So the waveform is worked out where
 * samples lie on both sides, and the first and last quarter of a millisecond count by their samples alone; to take the ends
 * for silence would let every tone that is cut off ring up to 0.7 dB above itself.
 */
import type { Sound } from '@filmai/core-tensor/samples';
import { kaiserBeta, windowedSinc } from '../resample/kaiser.js';

/** Positions between two samples at which the waveform is worked out. */
export const OVERSAMPLING = 8;
/** Samples on each side of a position that take part: short, as in the standard, so that an abrupt start does not ring. */
export const REACH = 12;

/** Taps for the positions 1/8 … 7/8 after a sample. */
export const PHASES: readonly Float64Array[] = Array.from({ length: OVERSAMPLING - 1 }, (_, index) => {
  const response = windowedSinc(0.5, REACH, kaiserBeta(60));
  const taps = Float64Array.from({ length: 2 * REACH }, (_tap, tap) => response(tap - REACH + 1 - (index + 1) / OVERSAMPLING));
  const sum = taps.reduce((total, value) => total + value, 0);
  return taps.map((value) => value / sum);
});

/** The most that interpolation can make of samples that are all at most 1. */
export const MOST_GAIN = Math.max(...PHASES.map((taps) => taps.reduce((total, value) => total + Math.abs(value), 0)));

/** Samples in a stretch that is passed over if nothing in it can reach the peak found so far. */
const STRETCH = 32;

/**
 * The greatest magnitude of the waveform, between samples too.
 *
 * @param sound - Any sound.
 * @returns The peak as a factor of full scale, at least the greatest sample; 0 for silence.
 */
export function truePeakOf(sound: Sound): number {
  return sound.channels.reduce((peak, samples) => peakOfChannel(samples, peak), 0);
}

function peakOfChannel(samples: Float32Array, floor: number): number {
  // The greatest samples of each stretch bound what lies between them: only stretches near the peak are worked out.
  const stretches = Math.ceil(samples.length / STRETCH);
  const tops = new Float32Array(stretches + 2);
  let peak = floor;
  for (let s = 0; s < stretches; s++) {
    let top = 0;
    for (let i = s * STRETCH; i < Math.min(samples.length, (s + 1) * STRETCH); i++) top = Math.max(top, Math.abs(samples[i]));
    tops[s + 1] = top;
    if (top > peak) peak = top;
  }
  // The loudest first: it raises the bar for all others.
  const order = Array.from({ length: stretches }, (_, s) => s)
    .filter((s) => Math.max(tops[s], tops[s + 1], tops[s + 2]) * MOST_GAIN > peak)
    .sort((a, b) => tops[b + 1] - tops[a + 1]);
  for (const s of order) {
    if (Math.max(tops[s], tops[s + 1], tops[s + 2]) * MOST_GAIN <= peak) continue;
    for (let i = s * STRETCH; i < Math.min((s + 1) * STRETCH, samples.length); i++) {
      const found = peakAfter(samples, i, peak);
      if (found > peak) peak = found;
    }
  }
  return peak;
}

/**
 * The greatest magnitude between sample i and the next one; 0 where fewer than `REACH` samples lie on a side.
 *
 * @param samples - One channel.
 * @param i - Any whole number.
 * @param floor - Where nothing above this is to be expected, only the middle is worked out.
 */
export function peakAfter(samples: Float32Array, i: number, floor: number): number {
  const first = i - REACH + 1;
  if (first < 0 || first + 2 * REACH > samples.length) return 0;
  let peak = 0;
  // The middle's taps are symmetric, so half of them do.
  for (let k = 0, last = first + 2 * REACH - 1; k < REACH; k++) peak += MIDDLE[k] * (samples[first + k] + samples[last - k]);
  if (peak < 0) peak = -peak;
  if (MOST_RISE * Math.max(peak, Math.abs(samples[i]), Math.abs(samples[i + 1])) <= floor) return peak;
  for (const taps of PHASES) {
    if (taps === MIDDLE) continue;
    let value = 0;
    for (let k = 0; k < taps.length; k++) value += taps[k] * samples[first + k];
    if (value < 0) value = -value;
    if (value > peak) peak = value;
  }
  return peak;
}

const MIDDLE = PHASES[OVERSAMPLING / 2 - 1];
/** A wave rises by at most √2 above its values on a grid of twice the rate (Ehlich and Zeller, 1964); a little more for safety. */
const MOST_RISE = 1.6;
