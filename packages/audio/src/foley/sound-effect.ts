/** @file Sound effects and ambiences, synthesised from a seed: no recordings. */
import { createRandom } from '@filmai/core-tensor/random';
import type { Sound } from '@filmai/core-tensor/samples';
import { RECIPES } from './recipes.js';

/** Name of a sound. */
export type SoundKind = keyof typeof RECIPES;
/** Names of all sounds. */
export const SOUND_KINDS = Object.keys(RECIPES) as SoundKind[];

/** What is asked for. */
export interface SoundEffectOptions {
  /** Length: ambiences fill it, events happen in it and ring out. Above 0. */
  seconds: number;
  /** Equal seeds give equal sounds. Default 1. */
  seed?: number | string;
  /** Hertz, 8000…192000, default 48000. */
  sampleRate?: number;
}

const RMS_LEVEL = 0.1;
const PEAK_LEVEL = 0.7;

/**
 * Makes a sound.
 *
 * @param kind - Which one.
 * @param options - Length, seed, rate.
 * @returns Stereo; ambiences differ on both sides, events stand in the middle. At −20 dB RMS or a peak of −3 dB, whichever is softer.
 * @throws RangeError for an unknown kind, or a length or rate outside its range.
 * @example
 * ```ts
 * import { soundEffect } from '@filmai/audio/foley';
 *
 * console.log(soundEffect('door', { seconds: 1, sampleRate: 16_000 }).channels[0].length); // 16000
 * ```
 */
export function soundEffect(kind: SoundKind, { seconds, seed = 1, sampleRate = 48_000 }: SoundEffectOptions): Sound {
  if (!Object.hasOwn(RECIPES, kind))
    throw new RangeError(`soundEffect: kind must be one of ${SOUND_KINDS.join(', ')}, got "${kind}"`);
  if (!(seconds > 0 && seconds <= 36_000))
    throw new RangeError(`soundEffect: seconds must lie above 0 and up to 36000, got ${seconds}`);
  if (!(sampleRate >= 8000 && sampleRate <= 192_000))
    throw new RangeError(`soundEffect: sampleRate must lie in 8000…192000, got ${sampleRate}`);
  const length = Math.max(1, Math.round(seconds * sampleRate));
  const random = createRandom(seed).split('foley').split(kind);
  const side = (name: string): Float32Array => {
    const samples = new Float32Array(length);
    RECIPES[kind]({ samples, sampleRate, random: random.split(name) }, seconds);
    return samples;
  };
  const left = side('left');
  const right = WIDE.has(kind) ? side('right') : Float32Array.from(left);
  settle([left, right], sampleRate);
  return { sampleRate, channels: [left, right] };
}

/** Sounds that come from everywhere. */
const WIDE: ReadonlySet<SoundKind> = new Set([
  'rain',
  'storm',
  'wind',
  'sea',
  'river',
  'forest',
  'night',
  'city',
  'room',
  'crowd',
  'fire',
  'applause',
]);

/** Sets the level and softens the ends by three thousandths of a second. */
function settle(channels: readonly Float32Array[], sampleRate: number): void {
  let energy = 0;
  let peak = 0;
  let count = 0;
  for (const channel of channels) {
    count += channel.length;
    for (const value of channel) {
      energy += value * value;
      peak = Math.max(peak, Math.abs(value));
    }
  }
  if (peak === 0) return;
  const gain = Math.min(RMS_LEVEL / Math.sqrt(energy / count), PEAK_LEVEL / peak);
  const fade = 0.003 * sampleRate;
  for (const channel of channels)
    for (let i = 0; i < channel.length; i++) channel[i] *= gain * Math.min(1, i / fade, (channel.length - 1 - i) / fade);
}
