/**
 * @file A limiter for true peaks that sees what comes: the gain is already down, along a smooth curve, when a peak arrives. The way
 * of Robinson and of Giannoulis, Massberg and Reiss ("Digital Dynamic Range Compressor Design", 2012) for a side chain with
 * look-ahead: the least gain that any sample nearby needs, a slow release, then a smoothing window no longer than "nearby".
 */
import type { Sound } from '@filmai/core-tensor/samples';
import { checkSound } from '../errors/check-sound.js';
import { MOST_GAIN, peakAfter, truePeakOf } from '../loudness/true-peak.js';

/** How peaks are held down. */
export interface LimitOptions {
  /** Greatest true peak of the result, in dBTP, at most 0. Default −1. */
  ceilingDb?: number;
  /** How long before a peak the gain begins to go down, in seconds, 0.0005…0.05. Default 0.005. */
  lookAheadSeconds?: number;
  /** Time in which the gain recovers by two thirds, in seconds, 0.001…2. Default 0.08. */
  releaseSeconds?: number;
}

/** A limited sound and what was done to it. */
export interface Limited {
  sound: Sound;
  /** The deepest cut, in dB, at least 0. */
  reductionDb: number;
}

/** Smooth gain bends the wave between the samples a little; a few rounds with a lower aim remove what is left above the ceiling. */
const MOST_ROUNDS = 8;
/** Peaks below this part of the ceiling are of no interest in any round. */
const LOWEST_AIM = 0.7;

/**
 * Holds true peaks under a ceiling. All channels get the same gain, so that nothing moves between the speakers.
 *
 * @param sound - Any sound; it is not changed.
 * @param options - Ceiling and times.
 * @returns A new sound of the same length, in time with the old one, whose true peak (as `measureLoudness` measures it) is at most the
 * ceiling. A sound below the ceiling comes back unchanged, as a copy.
 * @throws RangeError for an option outside its range.
 * @example
 * ```ts
 * import { limitPeaks } from '@filmai/audio/limiter';
 * import { measureLoudness } from '@filmai/audio/loudness';
 *
 * const loud = { sampleRate: 48_000, channels: [Float32Array.from({ length: 48_000 }, (_, i) => 2 * Math.sin(i / 10))] };
 * const { sound, reductionDb } = limitPeaks(loud, { ceilingDb: -1 });
 * console.log(measureLoudness(sound).truePeak <= -1, reductionDb > 6); // true true
 * ```
 */
export function limitPeaks(
  sound: Sound,
  { ceilingDb = -1, lookAheadSeconds = 0.005, releaseSeconds = 0.08 }: LimitOptions = {},
): Limited {
  checkSound('limitPeaks', sound);
  if (!(ceilingDb <= 0 && ceilingDb >= -60))
    throw new RangeError(`limitPeaks: ceilingDb must lie in −60…0, got ${String(ceilingDb)}`);
  if (!(lookAheadSeconds >= 0.0005 && lookAheadSeconds <= 0.05)) {
    throw new RangeError(`limitPeaks: lookAheadSeconds must lie in 0.0005…0.05, got ${String(lookAheadSeconds)}`);
  }
  if (!(releaseSeconds >= 0.001 && releaseSeconds <= 2)) {
    throw new RangeError(`limitPeaks: releaseSeconds must lie in 0.001…2, got ${String(releaseSeconds)}`);
  }
  const ceiling = 10 ** (ceilingDb / 20);
  // The search and the smoothing each reach half as far.
  const reach = Math.max(1, Math.round((lookAheadSeconds * sound.sampleRate) / 2));
  const recovery = 1 - Math.exp(-1 / (releaseSeconds * sound.sampleRate));
  let limited: Sound = { sampleRate: sound.sampleRate, channels: sound.channels.map((samples) => samples.slice()) };
  let reductionDb = 0;
  let aim = ceiling;
  let peaks: Float32Array | undefined;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const peak = truePeakOf(limited);
    if (peak <= ceiling) break;
    if (round > 0) aim *= (ceiling / peak) * 0.9999;
    peaks ??= peaksAround(sound, ceiling * LOWEST_AIM);
    const needed = peaks.map((value) => (value > aim ? aim / value : 1));
    const gain = smooth(release(leastNearby(needed, reach), recovery), reach);
    limited = {
      sampleRate: sound.sampleRate,
      channels: sound.channels.map((samples) => samples.map((value, i) => value * gain[i])),
    };
    reductionDb = -20 * Math.log10(gain.reduce((least, value) => Math.min(least, value), 1));
  }
  // Should the rounds not suffice, the rest is taken off as a whole: the ceiling is a promise.
  const rest = truePeakOf(limited);
  if (rest > ceiling)
    for (const samples of limited.channels) for (let i = 0; i < samples.length; i++) samples[i] *= (ceiling / rest) * 0.99999;
  return { sound: limited, reductionDb };
}

/** For each sample the peak of all channels there and on both sides of it; 0 where it is surely below the floor. */
function peaksAround(sound: Sound, floor: number): Float32Array {
  const { length } = sound.channels[0];
  const peaks = new Float32Array(length);
  const stretch = 64;
  for (const samples of sound.channels) {
    for (let start = 0; start < length; start += stretch) {
      const end = Math.min(length, start + stretch);
      let top = 0;
      for (let i = Math.max(0, start - stretch); i < Math.min(length, end + stretch); i++)
        top = Math.max(top, Math.abs(samples[i]));
      // Samples that are all well below the floor have nothing between them either.
      if (top * MOST_GAIN <= floor) continue;
      for (let i = start; i < end; i++) {
        const between = peakAfter(samples, i, floor);
        peaks[i] = Math.max(peaks[i], Math.abs(samples[i]), between);
        if (i + 1 < length) peaks[i + 1] = Math.max(peaks[i + 1], between);
      }
    }
  }
  return peaks;
}

/** The least of the values within ±reach, in one pass (the monotone queue of Lemire, 2006). */
function leastNearby(values: Float32Array, reach: number): Float32Array {
  const least = new Float32Array(values.length);
  const queue = new Int32Array(values.length);
  let head = 0;
  let tail = 0;
  for (let i = 0; i < values.length + reach; i++) {
    if (i < values.length) {
      while (tail > head && values[queue[tail - 1]] >= values[i]) tail--;
      queue[tail++] = i;
    }
    const centre = i - reach;
    if (centre < 0) continue;
    while (queue[head] < centre - reach) head++;
    least[centre] = values[queue[head]];
  }
  return least;
}

/** Down at once, up slowly. In place. */
function release(gain: Float32Array, recovery: number): Float32Array {
  let last = 1;
  for (let i = 0; i < gain.length; i++) {
    last = Math.min(gain[i], last + (1 - last) * recovery);
    gain[i] = last;
  }
  return gain;
}

/** A triangle of ±reach as two running means; beyond the ends the first and last values go on. */
function smooth(gain: Float32Array, reach: number): Float32Array {
  const before = Math.floor(reach / 2);
  const once = runningMean(gain, before, reach - before);
  return runningMean(once, reach - before, before);
}

function runningMean(values: Float32Array, before: number, after: number): Float32Array {
  const last = values.length - 1;
  const at = (i: number) => values[Math.min(last, Math.max(0, i))];
  const count = before + after + 1;
  let sum = 0;
  for (let k = -before; k <= after; k++) sum += at(k);
  return values.map((_, i) => {
    const mean = sum / count;
    sum += at(i + after + 1) - at(i - before);
    return mean;
  });
}
