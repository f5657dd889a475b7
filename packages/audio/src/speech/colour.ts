/** @file The colour of a voice: brightness, breath, the band of a telephone. Filters after Bristow-Johnson's cookbook (1994). */
import type { Random } from '@filmai/core-tensor/random';
import type { Biquad } from '../loudness/k-weighting.js';

const SHELF_HERTZ = 2000;

/**
 * Colours a voice.
 *
 * @param samples - One voice; it is not changed.
 * @param sampleRate - Hertz.
 * @param options - `brightnessDb`: level above 2 kHz. `breath`: 0…1, air that follows the voice. `isTelephone`: 300…3400 Hz, a little
 * overdriven. `random`: for the air.
 */
export function colourVoice(
  samples: Float32Array,
  sampleRate: number,
  { brightnessDb, breath, isTelephone, random }: { brightnessDb: number; breath: number; isTelephone: boolean; random: Random },
): Float32Array {
  let output = breath > 0 ? addBreath(samples, sampleRate, breath, random) : samples;
  if (brightnessDb !== 0) output = filter(output, highShelf(sampleRate, SHELF_HERTZ, brightnessDb));
  if (isTelephone) {
    for (const section of [
      highPass(sampleRate, 300),
      highPass(sampleRate, 350),
      lowPass(sampleRate, 3400),
      lowPass(sampleRate, 3600),
    ]) {
      output = filter(output, section);
    }
    output = output.map((value) => Math.tanh(3 * value) / 3);
  }
  return output;
}

/** Noise above 1.5 kHz whose level follows the voice within 10 ms. */
function addBreath(samples: Float32Array, sampleRate: number, breath: number, random: Random): Float32Array {
  const decay = Math.exp(-1 / (0.01 * sampleRate));
  let level = 0;
  const air = samples.map((value) => {
    level = decay * level + (1 - decay) * Math.abs(value);
    return level * random.range(-1, 1);
  });
  const band = filter(air, highPass(sampleRate, 1500));
  return samples.map((value, i) => value + 0.3 * breath * band[i]);
}

function filter(samples: Float32Array, { b0, b1, b2, a1, a2 }: Biquad): Float32Array {
  let s1 = 0;
  let s2 = 0;
  return samples.map((x) => {
    const y = b0 * x + s1;
    s1 = b1 * x - a1 * y + s2;
    s2 = b2 * x - a2 * y;
    return y;
  });
}

function highPass(sampleRate: number, hertz: number): Biquad {
  const angle = (2 * Math.PI * hertz) / sampleRate;
  const alpha = Math.sin(angle) * Math.SQRT1_2;
  const cosine = Math.cos(angle);
  return scale((1 + cosine) / 2, -(1 + cosine), (1 + cosine) / 2, 1 + alpha, -2 * cosine, 1 - alpha);
}

function lowPass(sampleRate: number, hertz: number): Biquad {
  const angle = (2 * Math.PI * hertz) / sampleRate;
  const alpha = Math.sin(angle) * Math.SQRT1_2;
  const cosine = Math.cos(angle);
  return scale((1 - cosine) / 2, 1 - cosine, (1 - cosine) / 2, 1 + alpha, -2 * cosine, 1 - alpha);
}

function highShelf(sampleRate: number, hertz: number, gainDb: number): Biquad {
  const amplitude = 10 ** (gainDb / 40);
  const angle = (2 * Math.PI * hertz) / sampleRate;
  const cosine = Math.cos(angle);
  const slope = 2 * Math.sqrt(amplitude) * Math.sin(angle) * Math.SQRT1_2;
  return scale(
    amplitude * (amplitude + 1 + (amplitude - 1) * cosine + slope),
    -2 * amplitude * (amplitude - 1 + (amplitude + 1) * cosine),
    amplitude * (amplitude + 1 + (amplitude - 1) * cosine - slope),
    amplitude + 1 - (amplitude - 1) * cosine + slope,
    2 * (amplitude - 1 - (amplitude + 1) * cosine),
    amplitude + 1 - (amplitude - 1) * cosine - slope,
  );
}

function scale(b0: number, b1: number, b2: number, a0: number, a1: number, a2: number): Biquad {
  return { b0: b0 / a0, b1: b1 / a0, b2: b2 / a0, a1: a1 / a0, a2: a2 / a0 };
}
