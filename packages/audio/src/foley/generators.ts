/** @file What sound effects are made of: shaped noise, ringing bodies, grains. Each adds to a line of samples. */
import type { Random } from '@filmai/core-tensor/random';

/** A line of samples that is being filled. */
export interface Canvas {
  samples: Float32Array;
  sampleRate: number;
  random: Random;
}

/** A value that changes over time, in seconds from the start of the line. */
export type Curve = (seconds: number) => number;

/** Noise through a band-pass whose centre and loudness move; state-variable filter after Chamberlin (1985). */
export function addNoise(
  canvas: Canvas,
  centreHz: Curve,
  level: Curve,
  options: { resonance?: number; kind?: 'band' | 'low' | 'high' } = {},
): void {
  const { samples, sampleRate, random } = canvas;
  const { resonance = 0.8, kind = 'band' } = options;
  let low = 0;
  let band = 0;
  let frequency = 0;
  let gain = 0;
  for (let i = 0; i < samples.length; i++) {
    // Curves are followed at control rate.
    if (i % 64 === 0) {
      const seconds = i / sampleRate;
      frequency = 2 * Math.sin((Math.PI * Math.min(Math.max(centreHz(seconds), 20), sampleRate / 7)) / sampleRate);
      gain = Math.max(0, level(seconds));
    }
    const noise = random.range(-1, 1);
    low += frequency * band;
    const high = noise - low - resonance * band;
    band += frequency * high;
    samples[i] += gain * (kind === 'low' ? low : kind === 'high' ? high : band);
  }
}

/** One way in which a body rings. */
export interface Mode {
  hertz: number;
  level: number;
  /** Seconds until it has fallen by 60 dB. */
  seconds: number;
}

/** Strikes a body: its modes ring and die (modal synthesis, Adrien 1991). */
export function addStrike({ samples, sampleRate }: Canvas, atSeconds: number, modes: readonly Mode[], level: number): void {
  const start = Math.max(0, Math.round(atSeconds * sampleRate));
  for (const mode of modes) {
    if (mode.hertz > sampleRate * 0.45) continue;
    const length = Math.min(samples.length - start, Math.ceil(mode.seconds * sampleRate));
    const fall = 10 ** (-3 / (mode.seconds * sampleRate));
    const turn = 2 * Math.cos((2 * Math.PI * mode.hertz) / sampleRate);
    let last = 0;
    let value = Math.sin((2 * Math.PI * mode.hertz) / sampleRate) * level * mode.level;
    for (let i = 0; i < length; i++) {
      samples[start + i] += value;
      const next = turn * fall * value - fall * fall * last;
      last = value;
      value = next;
    }
  }
}

/** A burst of noise that rises at once and dies. */
export function addBurst(
  { samples, sampleRate, random }: Canvas,
  atSeconds: number,
  options: { seconds: number; hertz: number; level: number; attackSeconds?: number },
): void {
  const start = Math.max(0, Math.round(atSeconds * sampleRate));
  const attack = Math.max(1, (options.attackSeconds ?? 0.002) * sampleRate);
  const length = Math.min(samples.length - start, Math.round(options.seconds * sampleRate));
  const follow = 1 - Math.exp((-2 * Math.PI * options.hertz) / sampleRate);
  let smooth = 0;
  let smoother = 0;
  for (let i = 0; i < length; i++) {
    smooth += follow * (random.range(-1, 1) - smooth);
    smoother += follow * (smooth - smoother);
    const envelope = Math.min(1, i / attack) * Math.exp((-6.9 * i) / length);
    samples[start + i] += options.level * 2.5 * smoother * envelope;
  }
}

/** A tone that glides, with harmonics. */
export function addTone(
  { samples, sampleRate }: Canvas,
  fromSeconds: number,
  seconds: number,
  hertz: Curve,
  level: Curve,
  harmonics: readonly number[] = [1],
): void {
  const start = Math.max(0, Math.round(fromSeconds * sampleRate));
  const length = Math.min(samples.length - start, Math.round(seconds * sampleRate));
  let phase = 0;
  for (let i = 0; i < length; i++) {
    const time = i / sampleRate;
    phase += (2 * Math.PI * hertz(time)) / sampleRate;
    let value = 0;
    for (let k = 0; k < harmonics.length; k++) value += harmonics[k] * Math.sin(phase * (k + 1));
    const ends = Math.min(1, i / (0.004 * sampleRate), (length - i) / (0.008 * sampleRate));
    samples[start + i] += value * level(time) * ends;
  }
}

/** Times of events that happen by chance, so many a second on average. */
export function chanceTimes(random: Random, seconds: number, perSecond: number): number[] {
  const times: number[] = [];
  for (let time = -Math.log(1 - random.next()) / perSecond; time < seconds; time -= Math.log(1 - random.next()) / perSecond)
    times.push(time);
  return times;
}

/** A value that wanders slowly around 1, as gusts and waves do. */
export function wander(random: Random, depth: number, periodSeconds: number): Curve {
  const parts = [1, 1.7, 2.9].map((rate) => ({
    rate: (2 * Math.PI * rate) / periodSeconds,
    phase: random.range(0, 2 * Math.PI),
  }));
  return (seconds) => 1 + (depth / 3) * parts.reduce((sum, { rate, phase }) => sum + Math.sin(rate * seconds + phase), 0);
}
