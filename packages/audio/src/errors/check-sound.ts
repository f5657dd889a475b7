/** @file One check of sounds at the door of every function that takes one. */
import type { Sound } from '@filmai/core-tensor/samples';

/**
 * Throws unless a value is a sound: a positive sample rate and at least one channel, all of one length.
 *
 * @param where - The function that was called, for the message.
 * @param sound - What was given.
 * @throws TypeError or RangeError that names what is wrong.
 */
export function checkSound(where: string, sound: Sound): void {
  if (typeof sound !== 'object' || sound === null || !Array.isArray(sound.channels)) {
    throw new TypeError(`${where}: expected a sound { sampleRate, channels }, got ${sound === null ? 'null' : typeof sound}`);
  }
  if (!(Number.isFinite(sound.sampleRate) && sound.sampleRate > 0)) {
    throw new RangeError(`${where}: sampleRate must be a positive number of hertz, got ${String(sound.sampleRate)}`);
  }
  if (sound.channels.length === 0) throw new RangeError(`${where}: the sound has no channels`);
  for (const [index, channel] of sound.channels.entries()) {
    if (!(channel instanceof Float32Array)) throw new TypeError(`${where}: channel ${index} must be a Float32Array`);
    if (channel.length !== sound.channels[0].length) {
      throw new RangeError(`${where}: channel ${index} has ${channel.length} samples, channel 0 has ${sound.channels[0].length}`);
    }
  }
}
