import { describe, expect, it } from 'vitest';
import { SOUND_KINDS, soundEffect, soundKindFor } from './index.js';

const SAMPLE_RATE = 16_000;

/** Share of the energy above a frequency, by a first-order split. */
function brightness(samples: Float32Array, hertz: number): number {
  const follow = 1 - Math.exp((-2 * Math.PI * hertz) / SAMPLE_RATE);
  let low = 0;
  let high = 0;
  let all = 0;
  for (const value of samples) {
    low += follow * (value - low);
    high += (value - low) ** 2;
    all += value * value;
  }
  return high / all;
}

describe('sound effects', () => {
  it.each(SOUND_KINDS)('%s is heard, does not clip, and is the same for the same seed', (kind) => {
    const make = (seed: number) => soundEffect(kind, { seconds: 1.5, seed, sampleRate: SAMPLE_RATE });
    const { channels } = make(4);
    let peak = 0;
    for (const channel of channels) for (const value of channel) peak = Math.max(peak, Math.abs(value));
    expect(peak).toBeGreaterThan(0.03);
    expect(peak).toBeLessThanOrEqual(0.7001);
    expect(channels[0]).toHaveLength(24_000);
    expect(make(4).channels).toEqual(channels);
  });

  it('sound like what they are: thunder is dark, rain is bright, an explosion dies away, rain goes on', () => {
    const mono = (kind: (typeof SOUND_KINDS)[number], seconds: number) =>
      soundEffect(kind, { seconds, sampleRate: SAMPLE_RATE }).channels[0];
    expect(brightness(mono('thunder', 3), 1000)).toBeLessThan(0.2);
    expect(brightness(mono('rain', 3), 1000)).toBeGreaterThan(0.6);
    const level = (samples: Float32Array, from: number, to: number) =>
      samples.subarray(from * SAMPLE_RATE, to * SAMPLE_RATE).reduce((sum, value) => sum + value * value, 0);
    const blast = mono('explosion', 4);
    expect(level(blast, 0, 1)).toBeGreaterThan(50 * level(blast, 3, 4));
    const rain = mono('rain', 4);
    expect(level(rain, 0, 1) / level(rain, 3, 4)).toBeGreaterThan(0.4);
  });

  it('refuses what it can not make', () => {
    expect(() => soundEffect('polka' as 'rain', { seconds: 1 })).toThrow(/must be one of/);
    expect(() => soundEffect('rain', { seconds: 0 })).toThrow(RangeError);
    expect(() => soundEffect('rain', { seconds: 1, sampleRate: 1 })).toThrow(RangeError);
  });
});

describe('words', () => {
  it.each([
    ['EXT. HARBOUR - DAY', 'ambience', 'sea'],
    ['Rain on the window', 'ambience', 'rain'],
    ['内景 医院', 'ambience', 'hum'],
    ['INT. SPACE STATION', 'ambience', 'spaceship'],
    ['a GUNSHOT', 'event', 'gunshot'],
    ['hammers on the door', 'event', 'knock'],
    ['The phone rings', 'event', 'phone'],
    ['nothing in particular', 'event', undefined],
  ] as const)('%s calls for the %s %s', (text, use, kind) => {
    expect(soundKindFor(text, use)?.kind).toBe(kind);
  });
});
