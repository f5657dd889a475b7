/** @file Speech that is checked by measuring it: pitch, formants, pauses, words where the sound is, level. */
import { durationOf, type Sound } from '@filmai/core-tensor/samples';
import { describe, expect, it, vi } from 'vitest';
import { measureLoudness } from '../loudness/index.js';
import { createVoice, synthesise, type FliteVoice, type Speech } from './index.js';
import { shiftPitch, trackPitch } from './pitch.js';

const LINE = 'We open on the harbour at dawn, and nobody knows why.';

describe('synthesise', () => {
  it('gives the same samples for the same input', async () => {
    const options = { voice: createVoice({ base: 'rms', pitchSemitones: 2, breath: 0.2 }), delivery: '(quietly)' };
    expect((await synthesise(LINE, options)).sound).toEqual((await synthesise(LINE, options)).sound);
  });

  it('speaks at −23 LUFS, short lines too', async () => {
    for (const text of [LINE, 'No.', 'Get out of here!']) {
      const { sound } = await synthesise(text);
      // A line shorter than a gating block is measured with silence up to the block's end.
      const samples = Float32Array.from(
        { length: Math.max(sound.channels[0].length, 19_201) },
        (_, i) => sound.channels[0][i] ?? 0,
      );
      const found = measureLoudness({ ...sound, channels: [samples] });
      expect(Math.abs(found.integrated + 23)).toBeLessThan(1);
      expect(found.truePeak).toBeLessThan(0);
    }
  });

  it('prints nothing, not even the warning of an experimental module', async () => {
    const warned = vi.fn<(warning: Error) => void>();
    process.on('warning', warned);
    await synthesise('Quiet, please.');
    await new Promise((resolve) => setImmediate(resolve));
    process.off('warning', warned);
    expect(warned).not.toHaveBeenCalled();
  });

  it('whispers without a pitch, and keeps the words where they are', async () => {
    const spoken = await synthesise(LINE, { voice: createVoice({ base: 'rms' }) });
    const whispered = await synthesise(LINE, { voice: createVoice({ base: 'rms', rate: 1 / 0.94 }), delivery: 'whispering' });
    expect(voicedShare(whispered.sound)).toBeLessThan(0.3 * voicedShare(spoken.sound));
    for (const [index, word] of whispered.words.entries())
      expect(word.startSeconds).toBeCloseTo(spoken.words[index].startSeconds, 2);
    expect(whispered.levelDb).toBeLessThan(0);
  });

  it('murmurs Chinese on demand and says so', async () => {
    const { method, words, sound } = await synthesise('你好吗？', { foreign: 'murmur' });
    expect(method).toBe('flite-murmur');
    expect(words).toHaveLength(3);
    expect(durationOf(sound)).toBeGreaterThan(0.4);
    await expect(synthesise('你好吗？')).rejects.toMatchObject({ code: 'LANGUAGE_NOT_SUPPORTED' });
  });

  it('is silent for a pause', async () => {
    const { sound, words } = await synthesise('...');
    expect(words).toEqual([]);
    expect(durationOf(sound)).toBeGreaterThan(0.3);
    expect(sound.channels[0].every((value) => value === 0)).toBe(true);
  });

  it.each([
    '-o',
    '--help -voice kal',
    '<speak><break time="9s"/>hi</speak>',
    'a\u0000b',
    '$(rm -rf /) `x`',
    '%s%n%x',
    'x'.repeat(5000),
    '../../etc/passwd',
  ])('takes %j as words and nothing else', async (text) => {
    const { words } = await synthesise(text);
    expect(words.length).toBeGreaterThan(0);
  });

  it('stops between sentences when cancelled, and refuses wrong options', async () => {
    const controller = new AbortController();
    const running = synthesise('One. Two. Three. Four. Five. Six.', { signal: controller.signal });
    setImmediate(() => controller.abort(new Error('cut')));
    await expect(running).rejects.toThrow('cut');
    await expect(synthesise('Hi', { sampleRate: 100 })).rejects.toThrow(/sampleRate/);
    await expect(synthesise('Hi', { voice: { ...createVoice(), formants: 9 } })).rejects.toThrow(/voice.formants/);
    await expect(synthesise('')).rejects.toMatchObject({ code: 'NOTHING_TO_SAY' });
    // @ts-expect-error: not text.
    await expect(synthesise(7)).rejects.toThrow(TypeError);
  });
});

describe('words and phones', () => {
  it.each(['slt', 'rms', 'awb'] as FliteVoice[])(
    '%s: sound lies in the words and silence between the sentences',
    async (base) => {
      const speech = await synthesise('Seven men ran. Nobody knew why... Maybe love!', {
        voice: createVoice({ base, formants: 1.06, rate: 1.1, pitchSemitones: 1 }),
      });
      expect(speech.words.map(({ text }) => text)).toEqual(['Seven', 'men', 'ran.', 'Nobody', 'knew', 'why…', 'Maybe', 'love!']);
      for (const { startSeconds, endSeconds } of speech.words)
        expect(level(speech, startSeconds, endSeconds)).toBeGreaterThan(-35);
      for (const index of [2, 5]) {
        const gap = [speech.words[index].endSeconds + 0.09, speech.words[index + 1].startSeconds - 0.06] as const;
        expect(gap[1] - gap[0]).toBeGreaterThan(0.1);
        expect(level(speech, ...gap)).toBeLessThan(-60);
      }
      expect(speech.words[6].startSeconds - speech.words[5].endSeconds).toBeGreaterThan(
        speech.words[3].startSeconds - speech.words[2].endSeconds,
      );
      // The vowels of "seven men" are voiced where the phones say.
      const { startSeconds, endSeconds } = speech.phones[1];
      expect(level(speech, startSeconds, endSeconds)).toBeGreaterThan(-26);
    },
  );

  it('are in order, inside the sound, and words consist of phones', async () => {
    const speech = await synthesise('The FBI paid $20 at 6:30 -- to the man, the woman, and a dog.', {
      voice: createVoice({ base: 'awb', formants: 0.94 }),
    });
    const end = durationOf(speech.sound);
    for (const list of [speech.words, speech.phones]) {
      let last = 0;
      for (const { startSeconds, endSeconds } of list) {
        expect(startSeconds).toBeGreaterThanOrEqual(last - 1e-6);
        expect(endSeconds).toBeGreaterThan(startSeconds);
        last = endSeconds;
      }
      expect(last).toBeLessThanOrEqual(end);
    }
    for (const { startSeconds, endSeconds } of speech.words) {
      expect(speech.phones.some((phone) => phone.startSeconds === startSeconds)).toBe(true);
      expect(speech.phones.some((phone) => phone.endSeconds === endSeconds)).toBe(true);
    }
  });
});

describe('voices, measured', () => {
  it.each([
    ['slt', 5],
    ['slt', -3],
    ['awb', 4],
    ['rms', 3],
    ['rms', -3],
  ] as [FliteVoice, number][])('%s moved by %i semitones is that much higher, in the same time', async (base, semitones) => {
    const plain = await synthesise(LINE, { voice: createVoice({ base }) });
    const moved = await synthesise(LINE, { voice: createVoice({ base, pitchSemitones: semitones }) });
    expect(Math.abs(12 * Math.log2(medianPitch(moved.sound) / medianPitch(plain.sound)) - semitones)).toBeLessThan(0.6);
    expect(Math.abs(durationOf(moved.sound) - durationOf(plain.sound))).toBeLessThan(0.02);
  });

  it.each(['slt', 'rms', 'awb'] as FliteVoice[])('%s: formants move the spectrum and neither pitch nor time', async (base) => {
    const plain = await synthesise(LINE, { voice: createVoice({ base }), sampleRate: 16_000 });
    const small = await synthesise(LINE, { voice: createVoice({ base, formants: 1.15 }), sampleRate: 16_000 });
    const shift = envelopeShift(plain.sound, small.sound);
    expect(shift).toBeGreaterThan(1.08);
    expect(shift).toBeLessThan(1.22);
    expect(Math.abs(12 * Math.log2(medianPitch(small.sound) / medianPitch(plain.sound)))).toBeLessThan(0.6);
    expect(Math.abs(durationOf(small.sound) / durationOf(plain.sound) - 1)).toBeLessThan(0.02);
  });

  it('melody stretches the pitch around its median', async () => {
    const plain = await synthesise(LINE, { voice: createVoice({ base: 'slt' }) });
    const lively = await synthesise(LINE, { voice: createVoice({ base: 'slt', melody: 1.6 }) });
    expect(pitchSpread(lively.sound) / pitchSpread(plain.sound)).toBeGreaterThan(1.3);
    expect(Math.abs(12 * Math.log2(medianPitch(lively.sound) / medianPitch(plain.sound)))).toBeLessThan(0.6);
  });

  it('rate is speed', async () => {
    const plain = await synthesise(LINE);
    const fast = await synthesise(LINE, { voice: createVoice({ rate: 1.25 }) });
    expect(durationOf(plain.sound) / durationOf(fast.sound)).toBeCloseTo(1.25, 1);
  });
});

describe('pitch', () => {
  /** A pulse train through a resonance: a vowel of known pitch. */
  const vowel = (hertz: number) => {
    let phase = 0;
    let [a, b] = [0, 0];
    return Float32Array.from({ length: 16_000 }, () => {
      phase += hertz / 16_000;
      const pulse = phase >= 1 ? 1 : 0;
      phase -= pulse;
      const value = pulse + 1.8 * 0.97 * a - 0.97 * 0.97 * b;
      [a, b] = [value, a];
      return 0.05 * value;
    });
  };

  it.each([80, 130, 220, 310])('of a vowel at %i Hz is found', (hertz) => {
    const found = [...trackPitch(vowel(hertz), 16_000, [hertz / 1.8, hertz * 1.8]).hertz].filter((value) => value > 0);
    expect(found.length).toBeGreaterThan(150);
    for (const value of found) expect(Math.abs(value / hertz - 1)).toBeLessThan(0.03);
  });

  it('is none in silence', () => {
    expect(trackPitch(new Float32Array(8000), 16_000, [60, 400]).hertz.every((value) => value === 0)).toBe(true);
    const silence = new Float32Array(4000);
    expect(shiftPitch(silence, 16_000, { hertz: 100, semitones: 4, melody: 1 })).toEqual(silence);
  });

  it('is shifted by as much as asked', () => {
    const higher = shiftPitch(vowel(110), 16_000, { hertz: 110, semitones: 4, melody: 1 });
    const found = [...trackPitch(higher, 16_000, [80, 250]).hertz].filter((value) => value > 0).sort((a, b) => a - b);
    expect(12 * Math.log2(found[found.length >> 1] / 110)).toBeCloseTo(4, 0);
  });
});

/** Level of a stretch in dBFS. */
function level({ sound }: Speech, from: number, to: number): number {
  const part = sound.channels[0].subarray(Math.round(from * sound.sampleRate), Math.round(to * sound.sampleRate));
  return 10 * Math.log10(part.reduce((sum, value) => sum + value * value, 0) / part.length + 1e-12);
}

function pitches({ channels, sampleRate }: Sound): number[] {
  return [...trackPitch(channels[0], sampleRate, [65, 330]).hertz].filter((value) => value > 0).sort((a, b) => a - b);
}

function medianPitch(sound: Sound): number {
  const found = pitches(sound);
  return found[found.length >> 1];
}

function pitchSpread(sound: Sound): number {
  const found = pitches(sound);
  return Math.log2(found[Math.floor(found.length * 0.9)] / found[Math.floor(found.length * 0.1)]);
}

function voicedShare({ channels, sampleRate }: Sound): number {
  const { hertz } = trackPitch(channels[0], sampleRate, [65, 330]);
  return hertz.reduce((count, value) => count + (value > 0 ? 1 : 0), 0) / hertz.length;
}

/** The factor on the frequency axis that best lays one long-term spectrum on another. */
function envelopeShift(a: Sound, b: Sound): number {
  const [low, high] = [a, b].map(({ channels, sampleRate }) => spectrum(channels[0], sampleRate));
  let best = 1;
  let least = Infinity;
  for (let factor = 0.85; factor <= 1.35; factor += 0.01) {
    const differences = low.map((value, index) => high[Math.round(index * factor)] - value).slice(6, 100);
    const mean = differences.reduce((sum, value) => sum + value, 0) / differences.length;
    const error = differences.reduce((sum, value) => sum + (value - mean) ** 2, 0);
    if (error < least) {
      least = error;
      best = factor;
    }
  }
  return best;
}

/** Long-term level in dB every 40 Hz up to 6 kHz, in bands 200 Hz wide, so that single harmonics don't show. */
function spectrum(samples: Float32Array, sampleRate: number): number[] {
  const size = 400;
  const powers = new Float64Array(151);
  for (let start = 0; start + size < samples.length; start += 200) {
    for (let band = 0; band < powers.length; band++) {
      let real = 0;
      let imaginary = 0;
      for (let i = 0; i < size; i++) {
        const window = 0.5 - 0.5 * Math.cos((2 * Math.PI * i) / size);
        const angle = (2 * Math.PI * 40 * band * i) / sampleRate;
        real += window * samples[start + i] * Math.cos(angle);
        imaginary += window * samples[start + i] * Math.sin(angle);
      }
      powers[band] += real * real + imaginary * imaginary;
    }
  }
  const smooth = Array.from(powers, (_, band) =>
    powers.slice(Math.max(0, band - 3), band + 4).reduce((sum, value) => sum + value, 0),
  );
  return smooth.map((value) => 10 * Math.log10(value + 1e-12));
}
