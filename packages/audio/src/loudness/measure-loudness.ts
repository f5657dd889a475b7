/**
 * @file Loudness after EBU R 128: programme loudness of ITU-R BS.1770-4 with its two gates, momentary and short-term
 * loudness of EBU Tech 3341, loudness range of EBU Tech 3342, true peak of BS.1770-4 annex 2.
 */
import type { Sound } from '@filmai/core-tensor/samples';
import { checkSound } from '../errors/check-sound.js';
import { CELLS_PER_SECOND, meanEnergy, measureEnergy, toLufs, type EnergyCurve } from './energy.js';
import { truePeakOf } from './true-peak.js';

/** What `measureLoudness` finds. */
export interface Loudness {
  /** Programme loudness in LUFS; −Infinity for silence and for sounds shorter than one gating block (0.4 s). */
  integrated: number;
  /** Loudness range (LRA) in LU; 0 for sounds shorter than 3 s. */
  range: number;
  /** Greatest true peak of all channels in dBTP; −Infinity for digital silence. */
  truePeak: number;
  /** Greatest sample in dBFS; −Infinity for digital silence. */
  samplePeak: number;
  /** Greatest momentary loudness (0.4 s) in LUFS; −Infinity where none. */
  momentaryMax: number;
  /** Greatest short-term loudness (3 s) in LUFS; −Infinity where none. */
  shortTermMax: number;
  /** Loudness that the relative gate let pass, in LUFS: 10 LU below the mean of what the absolute gate passed. */
  relativeThreshold: number;
  /** Length in seconds. */
  seconds: number;
}

/** Loudness over time. */
export interface LoudnessCurve {
  /** Seconds from one entry to the next: 0.01. */
  hopSeconds: number;
  /** LUFS of the 0.4 s that end at 0.4 s + index × hop. */
  momentary: Float32Array;
  /** LUFS of the 3 s that end at 3 s + index × hop. */
  shortTerm: Float32Array;
}

const MOMENTARY_CELLS = 0.4 * CELLS_PER_SECOND;
const SHORT_TERM_CELLS = 3 * CELLS_PER_SECOND;
/** Gating blocks overlap by three quarters; short-term values for the range come as often. */
const HOP_CELLS = 0.1 * CELLS_PER_SECOND;
const ABSOLUTE_GATE = -70;

/**
 * Measures a sound after EBU R 128.
 *
 * @param sound - Any sample rate; 1 (mono), 2 (L R), 3 (L R C), 4 (L R Ls Rs), 5 (L R C Ls Rs) or 6 channels (L R C LFE Ls Rs; the
 * LFE counts for peaks alone). Mono is one speaker: the same signal on two is 3 LU louder.
 * @param options - `peaks`: false leaves out the search for true peaks (`truePeak` is then NaN). Default true.
 * @returns Loudness in LUFS, range in LU, peaks in dB. Silence is −Infinity.
 * @throws RangeError for more than six channels.
 * @example
 * ```ts
 * import { measureLoudness } from '@filmai/audio/loudness';
 *
 * const tone = Float32Array.from({ length: 96_000 }, (_, i) => 0.1 * Math.sin((2 * Math.PI * 1000 * i) / 48_000));
 * const { integrated, truePeak } = measureLoudness({ sampleRate: 48_000, channels: [tone, tone] });
 * console.log(integrated.toFixed(1), truePeak.toFixed(1)); // -20.0 -20.0
 * ```
 */
export function measureLoudness(sound: Sound, { peaks = true }: { peaks?: boolean } = {}): Loudness {
  checkSound('measureLoudness', sound);
  const curve = measureEnergy(sound);
  const { integrated, relativeThreshold } = integrate(curve);
  return {
    integrated,
    relativeThreshold,
    range: loudnessRange(curve),
    truePeak: peaks ? toDb(truePeakOf(sound)) : NaN,
    samplePeak: toDb(samplePeakOf(sound)),
    momentaryMax: toLufs(greatestMean(curve, MOMENTARY_CELLS)),
    shortTermMax: toLufs(greatestMean(curve, SHORT_TERM_CELLS)),
    seconds: sound.channels[0].length / sound.sampleRate,
  };
}

/**
 * Momentary and short-term loudness over time, as a meter shows them.
 *
 * @param sound - As for `measureLoudness`.
 * @returns Two curves; empty where the sound is shorter than the window.
 * @throws RangeError for more than six channels.
 * @example
 * ```ts
 * import { measureLoudnessCurve } from '@filmai/audio/loudness';
 *
 * const { momentary } = measureLoudnessCurve({ sampleRate: 48_000, channels: [new Float32Array(48_000)] });
 * console.log(momentary.length, momentary[0]); // 61 -Infinity
 * ```
 */
export function measureLoudnessCurve(sound: Sound): LoudnessCurve {
  checkSound('measureLoudnessCurve', sound);
  const curve = measureEnergy(sound);
  const slide = (cells: number) =>
    Float32Array.from({ length: Math.max(0, curve.sums.length - cells) }, (_, start) => toLufs(meanEnergy(curve, start, cells)));
  return { hopSeconds: 1 / CELLS_PER_SECOND, momentary: slide(MOMENTARY_CELLS), shortTerm: slide(SHORT_TERM_CELLS) };
}

/** BS.1770-4, annex 1: the mean of blocks above −70 LUFS, then of those within 10 LU below that mean. */
function integrate(curve: EnergyCurve): { integrated: number; relativeThreshold: number } {
  const loud = blockEnergies(curve, MOMENTARY_CELLS).filter((energy) => toLufs(energy) > ABSOLUTE_GATE);
  const relativeThreshold = toLufs(mean(loud)) - 10;
  return { integrated: toLufs(mean(loud.filter((energy) => toLufs(energy) > relativeThreshold))), relativeThreshold };
}

/** EBU Tech 3342: from the 10th to the 95th percentile of short-term loudness above −70 LUFS and within 20 LU below its mean. */
function loudnessRange(curve: EnergyCurve): number {
  const loud = blockEnergies(curve, SHORT_TERM_CELLS).filter((energy) => toLufs(energy) >= ABSOLUTE_GATE);
  const threshold = toLufs(mean(loud)) - 20;
  const values = loud
    .map(toLufs)
    .filter((value) => value >= threshold)
    .sort((a, b) => a - b);
  if (values.length === 0) return 0;
  const percentile = (fraction: number) => values[Math.round((values.length - 1) * fraction)];
  return percentile(0.95) - percentile(0.1);
}

function blockEnergies(curve: EnergyCurve, cells: number): number[] {
  const energies: number[] = [];
  for (let start = 0; start + cells < curve.sums.length; start += HOP_CELLS) energies.push(meanEnergy(curve, start, cells));
  return energies;
}

function greatestMean(curve: EnergyCurve, cells: number): number {
  let greatest = 0;
  for (let start = 0; start + cells < curve.sums.length; start++) greatest = Math.max(greatest, meanEnergy(curve, start, cells));
  return greatest;
}

function samplePeakOf(sound: Sound): number {
  let peak = 0;
  for (const samples of sound.channels) for (const value of samples) if (Math.abs(value) > peak) peak = Math.abs(value);
  return peak;
}

function mean(values: number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

function toDb(amplitude: number): number {
  return amplitude > 0 ? 20 * Math.log10(amplitude) : -Infinity;
}
