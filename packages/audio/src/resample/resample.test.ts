/** @file What a converter must not do: bend the band, fold what lies above it, move anything in time. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resample } from './index.js';

describe('resample', () => {
  it('gives round(length × ratio) samples, whatever the rates', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 3000 }),
        fc.double({ min: 8000, max: 96_000, noNaN: true }),
        fc.integer({ min: 8000, max: 96_000 }),
        (length, from, to) => {
          const { sampleRate, channels } = resample({ sampleRate: from, channels: [new Float32Array(length)] }, to);
          expect(sampleRate).toBe(to);
          expect(channels[0].length).toBe(Math.round((length * to) / from));
        },
      ),
      { numRuns: 25 },
    );
  });

  it('is a copy where the rates are equal', () => {
    const sound = { sampleRate: 8000, channels: [Float32Array.of(1, 2, 3)] };
    const copy = resample(sound, 8000);
    expect(copy).toEqual(sound);
    expect(copy.channels[0]).not.toBe(sound.channels[0]);
  });

  it.each([
    [44_100, 48_000],
    [48_000, 44_100],
    [16_000, 48_000],
    [48_000, 16_000],
    [17_123.4, 48_000],
  ])('from %d to %d Hz is flat within 0.1 dB up to 0.9 of the lower Nyquist frequency', (from, to) => {
    for (const fraction of [0.01, 0.3, 0.6, 0.8, 0.9]) {
      const hertz = (fraction * Math.min(from, to)) / 2;
      expect(Math.abs(levelDb(resample(tone(hertz, from), to), hertz))).toBeLessThan(0.1);
    }
  });

  it.each([
    [44_100, 48_000],
    [16_000, 48_000],
    [17_123.4, 48_000],
  ])('from %d to %d Hz leaves images at least 96 dB down', (from, to) => {
    for (const fraction of [0.2, 0.5, 0.8]) {
      const hertz = (fraction * from) / 2;
      expect(levelDb(resample(tone(hertz, from), to), from - hertz)).toBeLessThan(-96);
    }
  });

  it.each([
    [48_000, 44_100],
    [48_000, 16_000],
    [48_000, 17_123.4],
  ])('from %d to %d Hz folds nothing back: what lies above Nyquist is gone by 96 dB', (from, to) => {
    for (const above of [1.001, 1.05, 1.3].filter((factor) => factor * to < from)) {
      const [samples] = resample(tone((to / 2) * above, from), to).channels;
      const middle = samples.subarray(samples.length >> 2, 3 * (samples.length >> 2));
      const rms = Math.sqrt(middle.reduce((sum, value) => sum + value * value, 0) / middle.length);
      expect(20 * Math.log10(rms * Math.SQRT2)).toBeLessThan(-96);
    }
  });

  it('moves nothing in time, and a constant stays what it is', () => {
    const slow = Float32Array.from({ length: 4000 }, (_, i) => Math.exp(-(((i - 2000) / 100) ** 2)));
    const [fast] = resample({ sampleRate: 16_000, channels: [slow] }, 48_000).channels;
    expect(fast.indexOf(fast.reduce((most, value) => Math.max(most, value)))).toBe(6000);
    const [flat] = resample({ sampleRate: 44_100, channels: [new Float32Array(4000).fill(0.5)] }, 48_000).channels;
    for (let i = 1000; i < 3000; i++) expect(flat[i]).toBeCloseTo(0.5, 6);
  });

  it('comes back to what it was after up and down', () => {
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 6500 }), fc.integer({ min: 17_000, max: 60_000 }), (hertz, rate) => {
        const before = tone(hertz, 16_000);
        const after = resample(resample(before, rate), 16_000);
        for (let i = 2000; i < 4000; i += 7) expect(after.channels[0][i]).toBeCloseTo(before.channels[0][i], 3);
      }),
      { numRuns: 12 },
    );
  });

  it('is linear', () => {
    const a = tone(440, 16_000);
    const b = tone(1234, 16_000);
    const both = { sampleRate: 16_000, channels: [a.channels[0].map((value, i) => value + 0.5 * b.channels[0][i])] };
    const [left] = resample(a, 22_050).channels;
    const [right] = resample(b, 22_050).channels;
    const [sum] = resample(both, 22_050).channels;
    for (let i = 0; i < sum.length; i += 11) expect(sum[i]).toBeCloseTo(left[i] + 0.5 * right[i], 5);
  });

  it('refuses rates that are none', () => {
    expect(() => resample(tone(100, 16_000), 0)).toThrow(RangeError);
    expect(() => resample(tone(100, 16_000), NaN)).toThrow(/positive number of hertz/);
    expect(() => resample(tone(100, 16_000), 1)).toThrow(/256-fold/);
    expect(() => resample({ sampleRate: 0, channels: [new Float32Array(1)] }, 8000)).toThrow(RangeError);
  });
});

/** Full-scale sine of 0.4 s. */
function tone(hertz: number, sampleRate: number) {
  const samples = Float32Array.from({ length: Math.round(0.4 * sampleRate) }, (_, i) =>
    Math.sin((2 * Math.PI * hertz * i) / sampleRate),
  );
  return { sampleRate, channels: [samples] };
}

/** Level of one frequency in the middle half, under a Blackman–Harris window (side lobes below −92 dB; far ones below −120 dB). */
function levelDb({ sampleRate, channels }: { sampleRate: number; channels: Float32Array[] }, hertz: number): number {
  const [samples] = channels;
  const from = samples.length >> 2;
  const size = samples.length >> 1;
  let real = 0;
  let imaginary = 0;
  let total = 0;
  for (let i = 0; i < size; i++) {
    const t = (2 * Math.PI * i) / size;
    const weight = 0.35875 - 0.48829 * Math.cos(t) + 0.14128 * Math.cos(2 * t) - 0.01168 * Math.cos(3 * t);
    const angle = (2 * Math.PI * hertz * (from + i)) / sampleRate;
    real += weight * samples[from + i] * Math.cos(angle);
    imaginary += weight * samples[from + i] * Math.sin(angle);
    total += weight;
  }
  return 20 * Math.log10((2 * Math.hypot(real, imaginary)) / total + 1e-12);
}
