/**
 * @file Sample-rate conversion with a band-limited polyphase filter: Crochiere and Rabiner, "Multirate Digital Signal
 * Processing" (1983); interpolated phases for ratios that aren't small fractions after Smith and Gossett (1984).
 *
 * The filter passes 0.9 of the lower Nyquist frequency within 0.01 dB and rejects everything above that Nyquist frequency by
 * more than 100 dB. It is symmetric, so nothing moves in time: sample 0 of the result lies at sample 0 of the input.
 */
import type { Sound } from '@filmai/core-tensor/samples';
import { checkSound } from '../errors/check-sound.js';
import { kaiserBeta, windowedSinc } from './kaiser.js';

/** Half the filter's length in samples of the lower rate: what Kaiser's formula gives for 110 dB over a transition of 0.1 Nyquist. */
const HALF_WIDTH = 72;
const REJECTION_DB = 110;
/** Half gain lies in the middle of the transition from 0.9 to 1 of Nyquist. */
const CUTOFF = 0.475;
/** Most phases that are tabulated exactly; other ratios interpolate between this many (error below −115 dB). */
const MOST_PHASES = 1024;

/**
 * Converts a sound to another sample rate.
 *
 * @param sound - Any sound.
 * @param sampleRate - The wanted rate in hertz, any positive number; ratios need not be rational.
 * @returns A new sound of `round(length × sampleRate / sound.sampleRate)` samples; for equal rates a copy.
 * @throws RangeError where the rate is not a positive number, or the ratio is beyond 1 : 256.
 * @example
 * ```ts
 * import { resample } from '@filmai/audio/resample';
 *
 * const speech = { sampleRate: 16_000, channels: [new Float32Array(16_000)] };
 * console.log(resample(speech, 48_000).channels[0].length); // 48000
 * ```
 */
export function resample(sound: Sound, sampleRate: number): Sound {
  checkSound('resample', sound);
  if (!(Number.isFinite(sampleRate) && sampleRate > 0))
    throw new RangeError(`resample: sampleRate must be a positive number of hertz, got ${String(sampleRate)}`);
  if (sampleRate === sound.sampleRate) return { sampleRate, channels: sound.channels.map((samples) => samples.slice()) };
  const ratio = sampleRate / sound.sampleRate;
  if (ratio > 256 || ratio < 1 / 256)
    throw new RangeError(`resample: from ${sound.sampleRate} to ${sampleRate} Hz is more than 256-fold`);
  const length = Math.round(sound.channels[0].length * ratio);
  const bank = filterBank(sound.sampleRate, sampleRate);
  return { sampleRate, channels: sound.channels.map((samples) => convert(samples, length, bank)) };
}

/** A polyphase filter: for output sample n, the input position n · step, its whole part and the row of taps for the rest. */
interface FilterBank {
  /** Input samples between two output samples. */
  step: number;
  /** Rows of taps; row p serves the fractional position p / phases. One more row than phases where rows are interpolated. */
  rows: Float64Array[];
  phases: number;
  /** The step as a fraction of whole numbers, where each position falls on a row. */
  exact?: { numerator: number; denominator: number };
  /** Input samples on each side of the position. */
  reach: number;
}

/** The filters used last: a film has few pairs of rates and many sounds. */
const banks = new Map<string, FilterBank>();
const MOST_BANKS = 16;

function filterBank(from: number, to: number): FilterBank {
  const key = `${from}/${to}`;
  const bank = banks.get(key) ?? designBank(from, to);
  banks.delete(key);
  banks.set(key, bank);
  for (const oldest of banks.keys()) {
    if (banks.size <= MOST_BANKS) break;
    banks.delete(oldest);
  }
  return bank;
}

function designBank(from: number, to: number): FilterBank {
  const divisor = Number.isInteger(from) && Number.isInteger(to) ? greatestCommonDivisor(from, to) : 0;
  const denominator = divisor > 0 ? to / divisor : Infinity;
  const isExact = denominator <= MOST_PHASES;
  // Going down, the filter widens so that it cuts at the new rate's Nyquist frequency.
  const narrowing = Math.min(1, to / from);
  // A filter that is wider by as much changes more slowly, and needs fewer phases.
  const phases = isExact ? denominator : Math.ceil(MOST_PHASES * narrowing);
  const reach = Math.ceil(HALF_WIDTH / narrowing);
  const response = windowedSinc(CUTOFF * narrowing, HALF_WIDTH / narrowing, kaiserBeta(REJECTION_DB));
  const rows = Array.from({ length: isExact ? phases : phases + 1 }, (_, phase) => {
    const row = Float64Array.from({ length: 2 * reach }, (_tap, tap) => response(tap - reach + 1 - phase / phases));
    // Every row sums to one, so that a constant stays exactly constant.
    const sum = row.reduce((total, value) => total + value, 0);
    return row.map((value) => value / sum);
  });
  return { step: from / to, rows, phases, reach, ...(isExact ? { exact: { numerator: from / divisor, denominator } } : {}) };
}

function convert(samples: Float32Array, length: number, { step, rows, phases, exact, reach }: FilterBank): Float32Array {
  const taps = 2 * reach;
  // Silence on both sides spares the inner loop its bounds checks.
  const padded = new Float32Array(samples.length + 2 * taps);
  padded.set(samples, taps);
  const output = new Float32Array(length);
  for (let n = 0; n < length; n++) {
    let whole: number;
    let row: number;
    let between = 0;
    if (exact) {
      whole = Math.floor((n * exact.numerator) / exact.denominator);
      row = (n * exact.numerator) % exact.denominator;
    } else {
      const position = n * step;
      whole = Math.floor(position);
      const phase = (position - whole) * phases;
      row = Math.floor(phase);
      between = phase - row;
    }
    const start = Math.min(whole, samples.length) - reach + 1 + taps;
    const low = dot(padded, start, rows[row]);
    output[n] = between === 0 ? low : low + between * (dot(padded, start, rows[row + 1]) - low);
  }
  return output;
}

/** Four running sums let the processor overlap the additions. */
function dot(samples: Float32Array, start: number, taps: Float64Array): number {
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  for (let k = 0; k + 3 < taps.length; k += 4) {
    a += samples[start + k] * taps[k];
    b += samples[start + k + 1] * taps[k + 1];
    c += samples[start + k + 2] * taps[k + 2];
    d += samples[start + k + 3] * taps[k + 3];
  }
  for (let k = taps.length & ~3; k < taps.length; k++) a += samples[start + k] * taps[k];
  return a + b + c + d;
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
