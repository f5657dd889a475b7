import { createRandom } from '@filmai/core-tensor/random';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chordRoots, frequencyOf, SCALES, voiceChord, type Key } from './harmony.js';
import { composeMusic, MUSIC_MOODS } from './index.js';
import { createMotif, melodyOf } from './melody.js';

const SAMPLE_RATE = 16_000;
const keys: fc.Arbitrary<Key> = fc.record({
  tonic: fc.integer({ min: 0, max: 11 }),
  scale: fc.constantFrom(...(Object.keys(SCALES) as (keyof typeof SCALES)[])),
});

/** Energy of the twelve pitch classes, by Goertzel's filter on the tones of four octaves. */
function chroma(samples: Float32Array): number[] {
  const classes = Array.from({ length: 12 }, () => 0);
  for (let pitch = 48; pitch < 84; pitch++) {
    const coefficient = 2 * Math.cos((2 * Math.PI * frequencyOf(pitch)) / SAMPLE_RATE);
    const block = 4096;
    for (let start = 0; start + block <= samples.length; start += block) {
      let before = 0;
      let last = 0;
      for (let i = start; i < start + block; i++) {
        const window = 0.5 - 0.5 * Math.cos((2 * Math.PI * (i - start)) / block);
        const value = samples[i] * window + coefficient * last - before;
        before = last;
        last = value;
      }
      classes[pitch % 12] += last * last + before * before - coefficient * last * before;
    }
  }
  return classes;
}

describe('harmony', () => {
  it('starts a phrase at home and ends it on a chord that leads there', () => {
    fc.assert(
      fc.property(keys, fc.integer({ min: 3, max: 8 }), fc.integer(), (key, bars, seed) => {
        const roots = chordRoots(key, bars, createRandom(seed));
        expect(roots).toHaveLength(bars);
        expect(roots[0]).toBe(0);
        expect(roots.at(-1)).not.toBe(0);
      }),
    );
  });

  it('moves the voices of a chord by no more than a fourth, and keeps its notes', () => {
    fc.assert(
      fc.property(keys, fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 2, maxLength: 12 }), (key, roots) => {
        let voices: number[] = [];
        for (const root of roots) {
          const next = voiceChord(key, root, voices, { seventh: false, octave: 4 });
          expect(new Set(next.map((pitch) => pitch % 12))).toEqual(
            new Set([0, 2, 4].map((third) => (key.tonic + SCALES[key.scale][(root + third) % 7]) % 12)),
          );
          for (const [i, pitch] of voices.entries()) expect(Math.abs(pitch - next[i])).toBeLessThanOrEqual(7);
          voices = next;
        }
      }),
    );
  });
});

describe('melody', () => {
  it('brings its motif back, breathes, and stays where it can be sung', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 4, max: 16 }), (seed, count) => {
        const random = createRandom(seed);
        const motif = createMotif(4, 2, random);
        const chords = Array.from({ length: count }, (_, i) => i % 7);
        const notes = melodyOf(motif, chords, random);
        for (const note of notes) {
          expect(note.degree).toBeGreaterThanOrEqual(-4);
          expect(note.degree).toBeLessThanOrEqual(11);
          expect(note.beats).toBeGreaterThan(0);
        }
        expect(motif.at(-1)?.startBeats).toBeLessThan(4);
      }),
    );
  });
});

describe('music', () => {
  it.each(MUSIC_MOODS)('%s sounds all the time, in its key, and never clips', (mood) => {
    const { sound, chords } = composeMusic({ mood, seconds: 12, seed: 7, sampleRate: SAMPLE_RATE });
    const [left, right] = sound.channels;
    expect(chords.at(-1)).toBe(0);
    let peak = 0;
    for (const channel of sound.channels) for (const value of channel) peak = Math.max(peak, Math.abs(value));
    expect(peak).toBeLessThan(0.98);
    expect(left).not.toEqual(right);
    for (let second = 1; second < 11; second++) {
      const part = left.subarray(second * SAMPLE_RATE, (second + 1) * SAMPLE_RATE);
      const rms = Math.sqrt(part.reduce((sum, value) => sum + value * value, 0) / part.length);
      expect(rms, `second ${second}`).toBeGreaterThan(0.005);
    }
  });

  it('stays in the scale that it names', () => {
    for (const mood of ['sad', 'joyful', 'tense', 'calm'] as const) {
      const { sound, key } = composeMusic({ mood, seconds: 16, seed: 3, sampleRate: SAMPLE_RATE });
      const names = ['C', 'D flat', 'D', 'E flat', 'E', 'F', 'G flat', 'G', 'A flat', 'A', 'B flat', 'B'];
      const [, tonic, scale] = /^(.*) (\w+)$/.exec(key) ?? [];
      const classes = SCALES[scale as keyof typeof SCALES].map((step) => (names.indexOf(tonic) + step) % 12);
      const energy = chroma(sound.channels[0]);
      const total = energy.reduce((sum, value) => sum + value, 0);
      const within = classes.reduce((sum: number, pitchClass) => sum + energy[pitchClass], 0);
      // Seven of twelve classes would hold 0.58 by chance.
      expect(within / total, `${mood} in ${key}`).toBeGreaterThan(0.85);
    }
  });

  it('is the same for the same seed, another for another, and as long as asked', () => {
    const make = (seed: number) => composeMusic({ mood: 'warm', seconds: 2.5, seed, sampleRate: SAMPLE_RATE }).sound.channels[0];
    expect(make(1)).toEqual(make(1));
    expect(make(1)).not.toEqual(make(2));
    expect(make(1)).toHaveLength(40_000);
    expect(composeMusic({ mood: 'dark', seconds: 0 }).sound.channels[0]).toHaveLength(0);
  });

  it('refuses what it can not play', () => {
    expect(() => composeMusic({ mood: 'polka' as 'calm', seconds: 1 })).toThrow(/must be one of/);
    expect(() => composeMusic({ mood: 'calm', seconds: -1 })).toThrow(RangeError);
    expect(() => composeMusic({ mood: 'calm', seconds: 1, sampleRate: 1 })).toThrow(RangeError);
  });
});
