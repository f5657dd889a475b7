/**
 * @file Sound as plain data, the form in which all packages pass sound to each other.
 */

/** Sound in memory: one array for each channel, all of one length. */
export interface Sound {
  /** Samples in a second and channel, in hertz. */
  sampleRate: number;
  /** Channels (left, right …), samples in −1…1. */
  channels: Float32Array[];
}

/**
 * Allocates silence.
 *
 * @param seconds - Length in seconds, at least 0; rounded to whole samples.
 * @param options - `sampleRate`: hertz, default 48000. `channels`: how many, default 2.
 * @returns A new sound of zeros.
 * @throws RangeError for a negative length, a sample rate that is not positive, or fewer than one channel.
 * @example
 * ```ts
 * import { createSilence } from '@filmai/core-tensor/samples';
 *
 * console.log(createSilence(0.5).channels[0].length); // 24000
 * ```
 */
export function createSilence(
  seconds: number,
  { sampleRate = 48_000, channels = 2 }: { sampleRate?: number; channels?: number } = {},
): Sound {
  if (!(seconds >= 0) || !(sampleRate > 0) || !(channels >= 1)) {
    throw new RangeError(`createSilence: ${seconds} s at ${sampleRate} Hz in ${channels} channels can't be made`);
  }
  const length = Math.round(seconds * sampleRate);
  return { sampleRate, channels: Array.from({ length: channels }, () => new Float32Array(length)) };
}

/**
 * How long a sound is.
 *
 * @param sound - Any sound.
 * @returns Its length in seconds.
 * @example
 * ```ts
 * import { createSilence, durationOf } from '@filmai/core-tensor/samples';
 *
 * console.log(durationOf(createSilence(2))); // 2
 * ```
 */
export function durationOf(sound: Sound): number {
  return (sound.channels[0]?.length ?? 0) / sound.sampleRate;
}
