/**
 * @file Puts clips together into one sound: each at its exact sample, with gain, fades and a place between the speakers;
 * music goes down under speech. Works in blocks, so that a film of an hour needs no more memory than its clips.
 */
import type { JobOptions } from '@filmai/core-tensor/progress';
import { createProgress } from '@filmai/core-tensor/progress';
import type { Sound } from '@filmai/core-tensor/samples';
import { checkSound } from '../errors/check-sound.js';
import { createDucker, findSpeech, type DuckOptions } from './ducking.js';
import { addClip, placeClip, type PlacedClip } from './placement.js';

/** A sound with its place in the mix. */
export interface Clip {
  /** What sounds; any rate, 1 to 6 channels. It is not changed. */
  sound: Sound;
  /** When it begins, in seconds; before 0 its head is cut off. Default 0. */
  startSeconds?: number;
  /** Level change in dB. Default 0. */
  gainDb?: number;
  /** Length of the fade at its start, in seconds. Default 0. */
  fadeInSeconds?: number;
  /** Length of the fade at its end, in seconds. Default 0. */
  fadeOutSeconds?: number;
  /** Left −1 … right 1. Default 0. Mono is panned with equal power, stereo is balanced. */
  pan?: number;
  /** What it is: clips of speech are what others go down under. Default `'effect'`. */
  role?: 'speech' | 'music' | 'effect';
  /** Whether it goes down under speech, and how. Default: music does by 9 dB, the others don't. */
  duck?: boolean | DuckOptions;
}

/** The form of the mix. */
export interface MixOptions {
  /** Length in seconds. Default: until the last clip ends. */
  durationSeconds?: number;
  /** Hertz. Default 48000. */
  sampleRate?: number;
  /** 1 or 2. Default 2. */
  channels?: 1 | 2;
  /** Samples in a block. Default 65536. */
  blockSamples?: number;
}

/**
 * Mixes clips into one sound.
 *
 * @param clips - In any order. Speech, music and effects are told apart by `role`.
 * @param options - Length and form; `signal` cancels between blocks; `onProgress` counts samples.
 * @returns The mix, not limited: it may exceed ±1 (see `normaliseLoudness`).
 * @throws TypeError or RangeError for a clip that can't be placed, by its index; the signal's reason if cancelled.
 * @example
 * ```ts
 * import { mix } from '@filmai/audio/mix';
 *
 * const beep = { sampleRate: 16_000, channels: [new Float32Array(16_000).fill(0.1)] };
 * const film = await mix([{ sound: beep, startSeconds: 0.5, pan: -1 }], { durationSeconds: 2 });
 * console.log(film.channels.length, film.channels[0].length); // 2 96000
 * ```
 */
export async function mix(clips: readonly Clip[], options: MixOptions & JobOptions = {}): Promise<Sound> {
  const { signal, onProgress, ...form } = options;
  signal?.throwIfAborted();
  const { sampleRate, channels, length } = readForm(clips, form);
  const result: Sound = { sampleRate, channels: Array.from({ length: channels }, () => new Float32Array(length)) };
  const step = createProgress('mix', { total: length, unit: 'samples', onProgress });
  let at = 0;
  for (const block of mixBlocks(clips, form)) {
    for (const [c, samples] of block.channels.entries()) result.channels[c].set(samples, at);
    at += block.channels[0].length;
    step(block.channels[0].length);
    await new Promise((resolve) => setImmediate(resolve)); // Lets a cancellation come through.
    signal?.throwIfAborted();
  }
  return result;
}

/**
 * Mixes clips block by block, for sounds too long to be held in memory; `mix` is all of its blocks in a row.
 *
 * @param clips - As for `mix`.
 * @param options - As for `mix`.
 * @returns The blocks in order; the last may be shorter. Each is a new sound.
 * @throws As `mix`.
 * @example
 * ```ts
 * import { mixBlocks } from '@filmai/audio/mix';
 *
 * const hum = { sampleRate: 48_000, channels: [new Float32Array(100_000)] };
 * console.log([...mixBlocks([{ sound: hum }])].map((block) => block.channels[0].length)); // [ 65536, 34464 ]
 * ```
 */
export function* mixBlocks(clips: readonly Clip[], options: MixOptions = {}): Generator<Sound, void, undefined> {
  const { sampleRate, channels, length, blockSamples } = readForm(clips, options);
  const waiting = clips.map((clip) => scheduleClip(clip, sampleRate)).toSorted((a, b) => a.from - b.from);
  const speech = clips.flatMap((clip) => (clip.role === 'speech' ? findSpeech(clip.sound, clip.startSeconds ?? 0) : []));
  let sounding: (Scheduled & { placed: PlacedClip; duck?: ReturnType<typeof createDucker> })[] = [];
  const factors = new Float32Array(blockSamples);
  for (let start = 0; start < length; start += blockSamples) {
    const size = Math.min(blockSamples, length - start);
    const block: Sound = { sampleRate, channels: Array.from({ length: channels }, () => new Float32Array(size)) };
    for (let next = waiting[0]; waiting.length > 0 && next.from < start + size; next = waiting[0]) {
      waiting.shift();
      const duck = duckOptions(next.clip);
      sounding.push({
        ...next,
        placed: placeClip(next.clip.sound, placementOf(next.clip), sampleRate, channels),
        ...(duck ? { duck: createDucker(speech, duck, sampleRate) } : {}),
      });
    }
    for (const { placed, duck } of sounding) {
      const part = factors.subarray(0, size);
      addClip(placed, block.channels, start, duck?.(part, start) ? part : undefined);
    }
    // Clips that have ended are let go with their resampled copies.
    sounding = sounding.filter(({ placed }) => placed.start + placed.length > start + size);
    yield block;
  }
}

interface Scheduled {
  clip: Clip;
  /** First sample in the mix. */
  from: number;
}

function scheduleClip(clip: Clip, sampleRate: number): Scheduled {
  return { clip, from: Math.round((clip.startSeconds ?? 0) * sampleRate) };
}

function placementOf({ startSeconds = 0, gainDb = 0, fadeInSeconds = 0, fadeOutSeconds = 0, pan = 0 }: Clip) {
  return { startSeconds, gainDb, fadeInSeconds, fadeOutSeconds, pan };
}

function duckOptions({ role = 'effect', duck = role === 'music' }: Clip): DuckOptions | undefined {
  if (duck === false || role === 'speech') return undefined;
  return duck === true ? {} : duck;
}

/** Checks everything at the door and works out the length in samples. */
function readForm(
  clips: readonly Clip[],
  { durationSeconds, sampleRate = 48_000, channels = 2, blockSamples = 65_536 }: MixOptions,
) {
  if (!(sampleRate > 0 && Number.isFinite(sampleRate)))
    throw new RangeError(`mix: sampleRate must be a positive number of hertz, got ${String(sampleRate)}`);
  if (channels !== 1 && channels !== 2) throw new RangeError(`mix: channels must be 1 or 2, got ${String(channels)}`);
  if (!Number.isInteger(blockSamples) || blockSamples < 1)
    throw new RangeError(`mix: blockSamples must be a whole number of at least 1, got ${String(blockSamples)}`);
  if (durationSeconds !== undefined && !(durationSeconds >= 0 && Number.isFinite(durationSeconds))) {
    throw new RangeError(`mix: durationSeconds must be a number of at least 0, got ${String(durationSeconds)}`);
  }
  let last = 0;
  for (const [index, clip] of clips.entries()) {
    const where = `mix: clip ${index}`;
    checkSound(where, clip.sound);
    const placement = placementOf(clip);
    for (const [name, value] of Object.entries(placement)) {
      if (!Number.isFinite(value)) throw new RangeError(`${where}: ${name} must be a number, got ${String(value)}`);
    }
    if (placement.fadeInSeconds < 0 || placement.fadeOutSeconds < 0) throw new RangeError(`${where}: a fade can't be negative`);
    if (Math.abs(placement.pan) > 1) throw new RangeError(`${where}: pan must lie in −1…1, got ${placement.pan}`);
    if (clip.sound.channels.length > 6)
      throw new RangeError(`${where}: expected 1 to 6 channels, got ${clip.sound.channels.length}`);
    const seconds = clip.sound.channels[0].length / clip.sound.sampleRate;
    last = Math.max(last, Math.round(placement.startSeconds * sampleRate) + Math.round(seconds * sampleRate));
  }
  const length = durationSeconds === undefined ? last : Math.round(durationSeconds * sampleRate);
  return { sampleRate, channels, blockSamples, length };
}
