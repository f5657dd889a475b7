/** @file Brings a programme to its loudness (EBU R 128: −23 LUFS, at most −1 dBTP), limiting only where it must. */
import type { Sound } from '@filmai/core-tensor/samples';
import { checkSound } from '../errors/check-sound.js';
import { measureLoudness, type Loudness } from '../loudness/measure-loudness.js';
import { limitPeaks } from './limit-peaks.js';

/** Where a programme should be. */
export interface NormaliseOptions {
  /** Programme loudness in LUFS, −60…0. Default −23 (EBU R 128). */
  target?: number;
  /** Greatest true peak in dBTP, −60…0. Default −1. */
  ceiling?: number;
}

/** A programme at its loudness, and how it got there. */
export interface Normalised {
  sound: Sound;
  before: Loudness;
  after: Loudness;
  /** Gain before the limiter, in dB. */
  gainDb: number;
  /** The limiter's deepest cut, in dB; 0 where it had nothing to do. */
  reductionDb: number;
  /** Whether the loudness is within 0.3 LU of the target. False for silence, and where peaks leave no room. */
  reached: boolean;
}

const TOLERANCE = 0.05;
const REACHED = 0.3;
const MOST_ROUNDS = 10;
/** A limiter that cuts deeper than this no longer sounds like one. */
const MOST_REDUCTION_DB = 20;

/**
 * Brings a sound to a loudness and its peaks under a ceiling. Where the limiter takes loudness away, the gain before it is raised
 * until the target is met.
 *
 * @param sound - 1 to 6 channels; it is not changed.
 * @param options - Target and ceiling.
 * @returns The new sound with measurements before and after. Silence, and sounds without a gating block above −70 LUFS, come back
 * with no gain (but with peaks under the ceiling) and `reached: false`.
 * @throws RangeError for an option outside its range.
 * @example
 * ```ts
 * import { normaliseLoudness } from '@filmai/audio/limiter';
 *
 * const tone = Float32Array.from({ length: 96_000 }, (_, i) => 0.5 * Math.sin(i / 8));
 * const { after, reached } = normaliseLoudness({ sampleRate: 48_000, channels: [tone, tone] }, { target: -23 });
 * console.log(after.integrated.toFixed(1), reached); // -23.0 true
 * ```
 */
export function normaliseLoudness(sound: Sound, { target = -23, ceiling = -1 }: NormaliseOptions = {}): Normalised {
  checkSound('normaliseLoudness', sound);
  for (const [name, value] of Object.entries({ target, ceiling })) {
    if (!(value >= -60 && value <= 0)) throw new RangeError(`normaliseLoudness: ${name} must lie in −60…0, got ${String(value)}`);
  }
  const before = measureLoudness(sound);
  let gainDb = before.integrated === -Infinity ? 0 : target - before.integrated;
  let limited = limitPeaks(amplify(sound, gainDb), { ceilingDb: ceiling });
  let after = measureLoudness(limited.sound);
  for (let round = 0; round < MOST_ROUNDS && limited.reductionDb > 0 && before.integrated > -Infinity; round++) {
    const missing = target - after.integrated;
    if (Math.abs(missing) <= TOLERANCE || limited.reductionDb > MOST_REDUCTION_DB) break;
    // The limiter gives back less than it is given, so each step goes a little further than what is missing.
    gainDb += 1.2 * missing;
    limited = limitPeaks(amplify(sound, gainDb), { ceilingDb: ceiling });
    after = measureLoudness(limited.sound);
  }
  return {
    sound: limited.sound,
    before,
    after,
    gainDb,
    reductionDb: limited.reductionDb,
    reached: Math.abs(after.integrated - target) <= REACHED,
  };
}

function amplify(sound: Sound, gainDb: number): Sound {
  const gain = 10 ** (gainDb / 20);
  return { sampleRate: sound.sampleRate, channels: sound.channels.map((samples) => samples.map((value) => value * gain)) };
}
