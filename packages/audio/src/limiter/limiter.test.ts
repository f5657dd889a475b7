/** @file The ceiling is a promise, the target is met, the sound stays where it is. */
import { createRandom } from '@filmai/core-tensor/random';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { measureLoudness } from '../loudness/index.js';
import { limitPeaks, normaliseLoudness } from './index.js';

const RATE = 48_000;

describe('limitPeaks', () => {
  it('keeps the measured true peak under the ceiling, whatever comes', () => {
    fc.assert(
      fc.property(
        fc.integer(),
        fc.double({ min: -20, max: 0, noNaN: true }),
        fc.double({ min: 0.1, max: 8, noNaN: true }),
        (seed, ceilingDb, level) => {
          const { sound } = limitPeaks(bursts(0.3, seed, level), { ceilingDb });
          expect(measureLoudness(sound).truePeak).toBeLessThanOrEqual(ceilingDb + 1e-4);
        },
      ),
      { numRuns: 12 },
    );
  });

  it('leaves alone what is below it', () => {
    const quiet = bursts(0.5, 1, 0.05);
    const { sound, reductionDb } = limitPeaks(quiet);
    expect(sound).toEqual(quiet);
    expect(sound.channels[0]).not.toBe(quiet.channels[0]);
    expect(reductionDb).toBe(0);
  });

  it('turns down around a peak alone, smoothly and in time', () => {
    const samples = Float32Array.from({ length: RATE }, (_, i) => 0.1 * Math.sin(i / 9));
    for (let i = 24_000; i < 24_040; i++) samples[i] *= 20;
    const { sound } = limitPeaks(
      { sampleRate: RATE, channels: [samples] },
      { ceilingDb: -6, lookAheadSeconds: 0.005, releaseSeconds: 0.05 },
    );
    const [out] = sound.channels;
    expect(out.subarray(0, 23_700)).toEqual(samples.subarray(0, 23_700));
    for (let i = 44_000; i < RATE; i++) expect(out[i]).toBeCloseTo(samples[i], 3);
    let steepest = 0;
    let before = 1;
    for (let i = 23_000; i < 40_000; i++) {
      if (Math.abs(samples[i]) < 0.02) continue;
      const gain = out[i] / samples[i];
      steepest = Math.max(steepest, Math.abs(gain - before));
      before = gain;
    }
    expect(steepest).toBeLessThan(0.06);
  });

  it('gives all channels the same gain', () => {
    const { channels } = bursts(0.3, 5, 2);
    const half = channels[0].map((value) => value / 2);
    const { sound } = limitPeaks({ sampleRate: RATE, channels: [channels[0], half] });
    for (let i = 0; i < half.length; i += 13) expect(sound.channels[1][i]).toBeCloseTo(sound.channels[0][i] / 2, 6);
  });

  it('takes sounds of no length, and refuses options beyond their range', () => {
    expect(limitPeaks({ sampleRate: RATE, channels: [new Float32Array(0)] }).sound.channels[0].length).toBe(0);
    expect(() => limitPeaks(bursts(0.1, 1, 1), { ceilingDb: 1 })).toThrow(/ceilingDb/);
    expect(() => limitPeaks(bursts(0.1, 1, 1), { lookAheadSeconds: 0 })).toThrow(/lookAheadSeconds/);
    expect(() => limitPeaks(bursts(0.1, 1, 1), { releaseSeconds: NaN })).toThrow(/releaseSeconds/);
  });
});

describe('normaliseLoudness', () => {
  it.each([-31, -23, -16, -13])('reaches %i LUFS', (target) => {
    const { after, reached } = normaliseLoudness(bursts(4, 3, 0.8), { target, ceiling: -1 });
    expect(Math.abs(after.integrated - target)).toBeLessThan(0.3);
    expect(after.truePeak).toBeLessThanOrEqual(-1 + 1e-4);
    expect(reached).toBe(true);
  });

  it('is a plain gain where the peaks have room', () => {
    const sound = bursts(2, 3, 0.8);
    const { sound: out, gainDb, reductionDb } = normaliseLoudness(sound, { target: -30 });
    expect(reductionDb).toBe(0);
    for (let i = 0; i < 96_000; i += 97) expect(out.channels[0][i]).toBeCloseTo(sound.channels[0][i] * 10 ** (gainDb / 20), 6);
  });

  it('changes nothing the second time', () => {
    const once = normaliseLoudness(bursts(3, 9, 0.8), { target: -20 });
    const twice = normaliseLoudness(once.sound, { target: -20 });
    expect(Math.abs(twice.gainDb)).toBeLessThan(0.06);
  });

  it('leaves silence silent and says that it did not get there', () => {
    const { sound, reached, gainDb } = normaliseLoudness({ sampleRate: RATE, channels: [new Float32Array(RATE)] });
    expect(reached).toBe(false);
    expect(gainDb).toBe(0);
    expect(sound.channels[0].every((value) => value === 0)).toBe(true);
  });

  it('refuses targets beyond the scale', () => {
    expect(() => normaliseLoudness(bursts(0.5, 1, 1), { target: 3 })).toThrow(/target must lie in −60…0/);
    expect(() => normaliseLoudness(bursts(0.5, 1, 1), { ceiling: NaN })).toThrow(/ceiling/);
  });
});

/** Stereo noise that swells and dies away. */
function bursts(seconds: number, seed: number, level: number) {
  const random = createRandom(seed);
  let envelope = 0;
  const channels = [new Float32Array(seconds * RATE), new Float32Array(seconds * RATE)];
  for (let i = 0; i < channels[0].length; i++) {
    envelope = random.chance(1 / 9000) ? 1 : envelope * 0.9997;
    for (const samples of channels) samples[i] = level * (envelope * 0.4 * random.normal() + 0.02 * random.normal());
  }
  return { sampleRate: RATE, channels };
}
