/** @file Reverberation: a network of eight delays that feed each other through a Householder matrix (Jot and Chaigne 1991), mono in, stereo out. */

/** Lengths without common divisors, in samples at 48 kHz: no two echoes fall together. */
const DELAYS = [1153, 1327, 1559, 1759, 1999, 2251, 2503, 2749];
const DAMPING = 0.28;

/**
 * Adds a room, in place.
 *
 * @param left - Left line; both lines feed the room.
 * @param right - Right line.
 * @param sampleRate - Hertz.
 * @param share - How much of the room is heard, 0…1.
 * @param seconds - Time in which an echo falls by 60 dB.
 */
export function addRoom(left: Float32Array, right: Float32Array, sampleRate: number, share: number, seconds: number): void {
  const lengths = DELAYS.map((delay) => Math.round((delay * sampleRate) / 48_000));
  const lines = lengths.map((length) => new Float32Array(length));
  const gains = lengths.map((length) => 10 ** ((-3 * length) / (seconds * sampleRate)));
  const heads = lengths.map(() => 0);
  const memory = new Float64Array(8);
  const out = new Float64Array(8);
  for (let i = 0; i < left.length; i++) {
    const dry = (left[i] + right[i]) * 0.5;
    let sum = 0;
    for (let k = 0; k < 8; k++) {
      memory[k] += (1 - DAMPING) * (lines[k][heads[k]] - memory[k]);
      out[k] = memory[k] * gains[k];
      sum += out[k];
    }
    let wetLeft = 0;
    let wetRight = 0;
    for (let k = 0; k < 8; k++) {
      lines[k][heads[k]] = dry * 0.35 + out[k] - sum / 4;
      heads[k] = heads[k] + 1 === lengths[k] ? 0 : heads[k] + 1;
      if (k % 2 === 0) wetLeft += out[k];
      else wetRight += out[k];
    }
    left[i] = left[i] * (1 - share * 0.3) + wetLeft * share;
    right[i] = right[i] * (1 - share * 0.3) + wetRight * share;
  }
}
