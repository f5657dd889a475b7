/**
 * @file Turns voiced speech into a whisper: the vocal tract is estimated by linear prediction (Makhoul, 1975) and driven by noise
 * instead of the vocal cords.
 */
import type { Random } from '@filmai/core-tensor/random';

/** Two coefficients for each kilohertz and two more, as is usual for speech. */
const ORDER = 18;
const FRAME_SECONDS = 0.024;
/** Lifts the treble before the analysis, so that weak high formants count. */
const PRE_EMPHASIS = 0.95;

/**
 * Whispers.
 *
 * @param samples - One voice at about 16 kHz.
 * @param sampleRate - Hertz.
 * @param random - Where the noise comes from.
 * @returns As many samples; every sound stays where it was.
 */
export function whisper(samples: Float32Array, sampleRate: number, random: Random): Float32Array {
  const size = 2 * Math.round((FRAME_SECONDS * sampleRate) / 2);
  const hop = size / 2;
  const window = Float32Array.from({ length: size }, (_, i) => 0.5 - 0.5 * Math.cos((2 * Math.PI * (i + 0.5)) / size));
  const lifted = samples.map((value, i) => value - PRE_EMPHASIS * (i > 0 ? samples[i - 1] : 0));
  const output = new Float32Array(samples.length);
  const frame = new Float32Array(size);
  for (let start = -hop; start < samples.length; start += hop) {
    for (let i = 0; i < size; i++) frame[i] = (lifted[start + i] ?? 0) * window[i];
    const { taps, residual } = predict(frame);
    if (residual <= 0) continue;
    const gain = Math.sqrt(residual / size);
    // The filter starts a little early, so that it has settled when the frame begins.
    const memory = new Float64Array(ORDER);
    for (let i = -ORDER * 2; i < size; i++) {
      let value = gain * random.normal();
      for (let k = 0; k < ORDER; k++) value -= taps[k + 1] * memory[k];
      memory.copyWithin(1, 0);
      memory[0] = value;
      if (i >= 0 && start + i >= 0 && start + i < output.length) output[start + i] += value * window[i];
    }
  }
  return output;
}

/** Linear prediction by the autocorrelation method and Durbin's recursion. `taps[0]` is 1. */
function predict(frame: Float32Array): { taps: Float64Array; residual: number } {
  const correlation = new Float64Array(ORDER + 1);
  for (let lag = 0; lag <= ORDER; lag++) for (let i = lag; i < frame.length; i++) correlation[lag] += frame[i] * frame[i - lag];
  const taps = new Float64Array(ORDER + 1);
  taps[0] = 1;
  // A trace of white noise keeps the recursion stable in near silence.
  let residual = correlation[0] * 1.0001 + 1e-9;
  for (let order = 1; order <= ORDER; order++) {
    let sum = correlation[order];
    for (let k = 1; k < order; k++) sum += taps[k] * correlation[order - k];
    const reflection = -sum / residual;
    const before = taps.slice(0, order);
    for (let k = 1; k < order; k++) taps[k] += reflection * before[order - k];
    taps[order] = reflection;
    residual *= 1 - reflection * reflection;
  }
  return { taps, residual };
}
