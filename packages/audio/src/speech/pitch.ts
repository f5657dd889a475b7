/**
 * @file Moves the melody of a voice and leaves its formants and its timing alone: time-domain pitch-synchronous overlap-add
 * (Moulines and Charpentier, 1990). One grain of two periods is cut out around each pulse of the vocal cords and set down again at
 * the new spacing.
 */

/** Pitch over time. */
export interface PitchTrack {
  /** Seconds from one entry to the next. */
  hopSeconds: number;
  /** Hertz, or 0 where there is no voice. */
  hertz: Float32Array;
}

const HOP_SECONDS = 0.005;
/** Self-similarity from which a frame counts as voiced. */
const VOICED = 0.6;

/**
 * Finds the pitch by normalised autocorrelation (Rabiner, 1977).
 *
 * @param samples - One voice.
 * @param sampleRate - Hertz.
 * @param range - The lowest and highest pitch that is looked for, in hertz.
 */
export function trackPitch(samples: Float32Array, sampleRate: number, [lowest, highest]: readonly [number, number]): PitchTrack {
  // At half the rate the pitch is all there and the work a quarter.
  const half = Float32Array.from({ length: samples.length >> 1 }, (_, i) => (samples[2 * i] + samples[2 * i + 1]) / 2);
  const rate = sampleRate / 2;
  const longest = Math.ceil(rate / lowest);
  const shortest = Math.max(2, Math.floor(rate / highest));
  const size = Math.ceil(1.5 * longest);
  const hertz = new Float32Array(Math.floor(samples.length / sampleRate / HOP_SECONDS) + 1);
  const similarity = new Float32Array(longest + 2);
  const loudest = half.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  for (let frame = 0; frame < hertz.length; frame++) {
    const start = Math.round(frame * HOP_SECONDS * rate) - ((size + longest) >> 1);
    if (start < 0 || start + size + longest + 1 >= half.length) continue;
    let energy = 0;
    for (let i = 0; i < size; i++) energy += half[start + i] ** 2;
    if (energy / size < (0.02 * loudest) ** 2) continue;
    let best = 0;
    for (let lag = shortest - 1; lag <= longest + 1; lag++) {
      let product = 0;
      let other = 0;
      for (let i = 0; i < size; i++) {
        product += half[start + i] * half[start + i + lag];
        other += half[start + i + lag] ** 2;
      }
      similarity[lag] = product / Math.sqrt(energy * other + 1e-12);
      if (lag >= shortest && lag <= longest) best = Math.max(best, similarity[lag]);
    }
    if (best < VOICED) continue;
    // The first peak that is nearly the highest: the later ones are its multiples.
    for (let lag = shortest; lag <= longest; lag++) {
      const [before, here, after] = [similarity[lag - 1], similarity[lag], similarity[lag + 1]];
      if (here < 0.92 * best || here < before || here < after) continue;
      const bend = before - 2 * here + after;
      hertz[frame] = rate / (lag + (bend < 0 ? (0.5 * (before - after)) / bend : 0));
      break;
    }
  }
  return { hopSeconds: HOP_SECONDS, hertz: dropLoners(hertz) };
}

/**
 * Shifts and stretches the melody.
 *
 * @param samples - One voice.
 * @param sampleRate - Hertz.
 * @param options - `hertz`: about where the voice lies. `semitones`: shift. `melody`: factor on the distance of each moment's pitch
 * from the median, in semitones.
 * @returns As many samples, with every sound where it was.
 */
export function shiftPitch(
  samples: Float32Array,
  sampleRate: number,
  { hertz, semitones, melody }: { hertz: number; semitones: number; melody: number },
): Float32Array {
  if (Math.abs(semitones) < 0.05 && Math.abs(melody - 1) < 0.02) return samples;
  const track = trackPitch(samples, sampleRate, [hertz / 1.8, hertz * 1.8]);
  const voiced = [...track.hertz].filter((value) => value > 0).sort((a, b) => a - b);
  if (voiced.length === 0) return samples;
  const median = voiced[voiced.length >> 1];
  const pitchAt = (i: number) => track.hertz[Math.min(track.hertz.length - 1, Math.round(i / sampleRate / HOP_SECONDS))];
  const pulses = placePulses(samples, sampleRate, pitchAt);
  const output = new Float32Array(samples.length);
  let nearest = 0;
  for (let at = pulses[0]?.at ?? samples.length; at < samples.length;) {
    while (nearest + 1 < pulses.length && Math.abs(pulses[nearest + 1].at - at) <= Math.abs(pulses[nearest].at - at)) nearest++;
    const { at: from, period, isVoiced } = pulses[nearest];
    if (!isVoiced) {
      addGrain(samples, output, from, Math.round(at), period, 1);
      at += period;
      continue;
    }
    const ratio = clamp(2 ** (semitones / 12) * (sampleRate / period / median) ** (melody - 1), 0.5, 2.2);
    // Denser grains would make the voiced sounds louder than the others.
    addGrain(samples, output, from, Math.round(at), period, 1 / Math.sqrt(Math.max(1, ratio)));
    at += period / ratio;
  }
  return output;
}

interface Pulse {
  at: number;
  /** Samples to the next. */
  period: number;
  isVoiced: boolean;
}

/** One mark for each period of the voice, always at the same point of the wave; between voiced stretches marks at equal steps. */
function placePulses(samples: Float32Array, sampleRate: number, pitchAt: (i: number) => number): Pulse[] {
  const pulses: Pulse[] = [];
  const idle = Math.round(sampleRate * HOP_SECONDS);
  for (let at = 0; at < samples.length;) {
    const pitch = pitchAt(at);
    if (pitch === 0) {
      pulses.push({ at, period: idle, isVoiced: false });
      at += idle;
      continue;
    }
    const period = sampleRate / pitch;
    const previous = pulses.at(-1);
    const mark = previous?.isVoiced
      ? matchShape(samples, previous.at, at, period)
      : at + greatest(samples, at, Math.round(period));
    pulses.push({ at: mark, period, isVoiced: true });
    at = Math.max(mark, previous?.at ?? 0) + Math.round(period);
  }
  return pulses;
}

/** The place near `guess` whose surroundings look most like those of the last mark. */
function matchShape(samples: Float32Array, last: number, guess: number, period: number): number {
  const radius = Math.round(0.15 * period);
  const half = Math.round(period / 2);
  let best = guess;
  let most = -Infinity;
  for (let at = guess - radius; at <= guess + radius; at++) {
    let product = 0;
    for (let k = -half; k <= half; k++) product += (samples[last + k] ?? 0) * (samples[at + k] ?? 0);
    if (product > most) {
      most = product;
      best = at;
    }
  }
  return best;
}

function greatest(samples: Float32Array, from: number, length: number): number {
  let best = 0;
  for (let k = 1; k < length; k++) if (Math.abs(samples[from + k] ?? 0) > Math.abs(samples[from + best] ?? 0)) best = k;
  return best;
}

/** Adds two periods under a Hann window. */
function addGrain(samples: Float32Array, output: Float32Array, from: number, to: number, period: number, gain: number): void {
  const half = Math.round(period);
  for (let k = -half + 1; k < half; k++) {
    const source = from + k;
    const target = to + k;
    if (source < 0 || source >= samples.length || target < 0 || target >= output.length) continue;
    output[target] += gain * samples[source] * (0.5 + 0.5 * Math.cos((Math.PI * k) / half));
  }
}

/** A single voiced frame among unvoiced ones, or the other way round, is a mistake. */
function dropLoners(hertz: Float32Array): Float32Array {
  return hertz.map((value, index) => {
    const before = hertz[index - 1] ?? 0;
    const after = hertz[index + 1] ?? 0;
    if (value > 0 && before === 0 && after === 0) return 0;
    return value === 0 && before > 0 && after > 0 ? Math.sqrt(before * after) : value;
  });
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}
