/**
 * @file Ducking that knows the future. A compressor with a side chain hears speech only when it has begun; here the speech is
 * known beforehand, so the music is down when the first word starts and comes up only when a pause is long enough.
 */
import type { Sound } from '@filmai/core-tensor/samples';

/** How far and how fast a clip goes down under speech. */
export interface DuckOptions {
  /** How much softer, in dB, at least 0. Default 9. */
  byDb?: number;
  /** Length of the way down, which ends as the speech starts, in seconds. Default 0.3. */
  attackSeconds?: number;
  /** How long it stays down after speech; shorter pauses are bridged. Default 0.5. */
  holdSeconds?: number;
  /** Length of the way up, in seconds. Default 0.9. */
  releaseSeconds?: number;
}

/** A stretch of time, in seconds. */
export interface Interval {
  start: number;
  end: number;
}

/** Steps in which speech is looked for. */
const WINDOW_SECONDS = 0.02;
/** Softer than this below the clip's loudest window is a pause. */
const PAUSE_DB = -40;

/**
 * Where a clip really speaks: its windows of 20 ms within 40 dB of the loudest one.
 *
 * @param sound - The clip.
 * @param startSeconds - Where it begins; the intervals count from there.
 * @returns Intervals in order of time.
 */
export function findSpeech(sound: Sound, startSeconds: number): Interval[] {
  const size = Math.max(1, Math.round(sound.sampleRate * WINDOW_SECONDS));
  const windows = Math.ceil(sound.channels[0].length / size);
  const energies = new Float64Array(windows);
  for (const samples of sound.channels)
    for (let i = 0; i < samples.length; i++) energies[Math.floor(i / size)] += samples[i] * samples[i];
  const threshold = energies.reduce((most, energy) => Math.max(most, energy), 0) * 10 ** (PAUSE_DB / 10);
  const found: Interval[] = [];
  for (let w = 0; w < windows; w++) {
    if (!(energies[w] > threshold)) continue;
    const start = startSeconds + (w * size) / sound.sampleRate;
    const end = startSeconds + ((w + 1) * size) / sound.sampleRate;
    const last = found.at(-1);
    if (last && start - last.end < size / sound.sampleRate / 2) last.end = end;
    else found.push({ start, end });
  }
  return found;
}

/**
 * The ducking factor over time, worked out block by block.
 *
 * @param speech - Intervals in any order; they may overlap.
 * @param options - Depth and times.
 * @param sampleRate - Of the mix.
 * @returns Fills a block that starts at a sample; false where the whole block is 1 (and nothing was written).
 */
export function createDucker(
  speech: readonly Interval[],
  { byDb = 9, attackSeconds = 0.3, holdSeconds = 0.5, releaseSeconds = 0.9 }: DuckOptions,
  sampleRate: number,
): (block: Float32Array, start: number) => boolean {
  for (const [name, value] of Object.entries({ byDb, attackSeconds, holdSeconds, releaseSeconds })) {
    if (!(value >= 0 && Number.isFinite(value)))
      throw new RangeError(`mix: duck.${name} must be a number of at least 0, got ${String(value)}`);
  }
  const held = bridge(speech, holdSeconds, attackSeconds);
  return (block, start) => {
    const from = start / sampleRate;
    const to = (start + block.length) / sampleRate;
    // Intervals are in order and apart, so those that matter to a block stand together.
    const near = held.filter(({ start: begin, end }) => begin - attackSeconds < to && end + releaseSeconds > from);
    if (near.length === 0 || byDb === 0) return false;
    for (let i = 0; i < block.length; i++) {
      const seconds = (start + i) / sampleRate;
      let depth = 0;
      for (const { start: begin, end } of near) {
        if (seconds < begin) depth = Math.max(depth, ramp((seconds - begin + attackSeconds) / attackSeconds));
        else if (seconds <= end) depth = 1;
        else depth = Math.max(depth, ramp((end + releaseSeconds - seconds) / releaseSeconds));
      }
      block[i] = 10 ** ((-byDb * depth) / 20);
    }
    return true;
  };
}

/** Lengthens each interval by the hold and joins those that would not come apart. */
function bridge(speech: readonly Interval[], hold: number, attack: number): Interval[] {
  const held: Interval[] = [];
  for (const { start, end } of speech.toSorted((a, b) => a.start - b.start)) {
    const last = held.at(-1);
    if (last && start - attack <= last.end) last.end = Math.max(last.end, end + hold);
    else held.push({ start, end: end + hold });
  }
  return held;
}

/** A raised cosine from 0 to 1: no corner to be heard. */
function ramp(position: number): number {
  if (position <= 0) return 0;
  if (position >= 1) return 1;
  return 0.5 - 0.5 * Math.cos(Math.PI * position);
}
