/** @file Bytes and files of WAV, by laws, by construction and by damage. */
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AudioError } from '../errors/audio-error.js';
import { formatWav, parseWav, readWav, writeWav } from './index.js';

const sample = fc.float({ min: -1, max: 1, noNaN: true });
const anySound = fc
  .tuple(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 0, max: 50 }), fc.integer({ min: 1, max: 400_000 }))
  .chain(([channels, length, sampleRate]) =>
    fc
      .array(fc.array(sample, { minLength: length, maxLength: length }), { minLength: channels, maxLength: channels })
      .map((values) => ({ sampleRate, channels: values.map((one) => Float32Array.from(one)) })),
  );

describe('WAV there and back', () => {
  it('keeps every float bit for bit', () => {
    fc.assert(
      fc.property(anySound, (sound) => {
        const back = parseWav(formatWav(sound, { bits: '32f' }));
        expect(back.sampleRate).toBe(sound.sampleRate);
        expect(back.channels).toEqual(sound.channels);
        expect(back.diagnostics).toEqual([]);
      }),
    );
  });

  it.each([16, 24] as const)('is off by at most half a step in %i bits, and exact the second time', (bits) => {
    fc.assert(
      fc.property(anySound, (sound) => {
        const once = parseWav(formatWav(sound, { bits }));
        for (const [c, samples] of sound.channels.entries()) {
          for (const [i, value] of samples.entries())
            expect(Math.abs(once.channels[c][i] - Math.min(value, 1 - 2 ** (1 - bits)))).toBeLessThanOrEqual(
              0.5001 / 2 ** (bits - 1),
            );
        }
        expect(parseWav(formatWav(once, { bits })).channels).toEqual(once.channels);
      }),
    );
  });

  it('reads 8, 32-bit and 64-bit samples', () => {
    expect(parseWav(container(1, 8, Uint8Array.of(0, 128, 192))).channels[0]).toEqual(Float32Array.of(-1, 0, 0.5));
    expect(parseWav(container(1, 32, new Uint8Array(Int32Array.of(-(2 ** 31), 2 ** 30).buffer))).channels[0]).toEqual(
      Float32Array.of(-1, 0.5),
    );
    expect(parseWav(container(3, 64, new Uint8Array(Float64Array.of(0.25, -2).buffer))).channels[0]).toEqual(
      Float32Array.of(0.25, -2),
    );
  });

  it('passes over chunks that it does not know, odd ones too', () => {
    const plain = container(1, 8, Uint8Array.of(128, 192));
    const extra = Uint8Array.of(...letters('LIST'), 3, 0, 0, 0, 1, 2, 3, 0);
    expect(parseWav(Uint8Array.of(...plain.slice(0, 12), ...extra, ...plain.slice(12))).channels[0]).toEqual(
      Float32Array.of(0, 0.5),
    );
  });

  it('takes the length of RF64 from its ds64 chunk', () => {
    const plain = container(1, 8, Uint8Array.of(128, 192, 7, 7));
    const view = new DataView(plain.buffer);
    plain.set(letters('RF64'), 0);
    view.setUint32(plain.length - 8, 0xffffffff, true);
    const ds64 = new Uint8Array(36);
    ds64.set(letters('ds64'));
    new DataView(ds64.buffer).setUint32(4, 28, true);
    new DataView(ds64.buffer).setBigUint64(16, 2n, true);
    const { channels, diagnostics } = parseWav(Uint8Array.of(...plain.slice(0, 12), ...ds64, ...plain.slice(12)));
    expect(channels[0]).toEqual(Float32Array.of(0, 0.5));
    expect(diagnostics).toEqual([]);
  });
});

describe('formatWav', () => {
  it('dithers by its seed: noise of a step around the value, the same each time', () => {
    const sound = { sampleRate: 48_000, channels: [new Float32Array(5000).fill(0.3 / 32_768)] };
    const dithered = parseWav(formatWav(sound, { bits: 16, dither: 1 })).channels[0];
    const mean = dithered.reduce((sum, value) => sum + value, 0) / 5000;
    expect(mean * 32_768).toBeCloseTo(0.3, 1);
    expect(parseWav(formatWav(sound, { bits: 16 })).channels[0].every((value) => value === 0)).toBe(true);
    expect(formatWav(sound, { bits: 16, dither: 1 })).toEqual(formatWav(sound, { bits: 16, dither: 1 }));
    expect(formatWav(sound, { bits: 16, dither: 2 })).not.toEqual(formatWav(sound, { bits: 16, dither: 1 }));
  });

  it('clips what is too loud instead of wrapping it around', () => {
    const loud = { sampleRate: 8000, channels: [Float32Array.of(3, -3)] };
    expect(parseWav(formatWav(loud, { bits: 24 })).channels[0]).toEqual(Float32Array.of(1 - 2 ** -23, -1));
  });

  it('refuses samples that are no numbers, fractional rates and unknown widths', () => {
    expect(() => formatWav({ sampleRate: 8000, channels: [Float32Array.of(0, NaN)] })).toThrow(/sample 1 of channel 0 is NaN/);
    expect(() => formatWav({ sampleRate: 8000.5, channels: [new Float32Array(1)] })).toThrow(/whole sample rates/);
    expect(() => formatWav({ sampleRate: 8000, channels: [] })).toThrow(/no channels/);
    // @ts-expect-error: 12 bits don't exist.
    expect(() => formatWav({ sampleRate: 8000, channels: [new Float32Array(1)] }, { bits: 12 })).toThrow(RangeError);
  });
});

describe('damaged and foreign files', () => {
  const whole = formatWav({ sampleRate: 8000, channels: [Float32Array.of(0.1, 0.2, 0.3, 0.4)] }, { bits: 16 });

  it('reads what is there of a file that was cut off, and says so', () => {
    const { channels, diagnostics } = parseWav(whole.slice(0, -3), { name: 'take.wav' });
    expect(channels[0].length).toBe(2);
    expect(diagnostics.map(({ code }) => code)).toEqual(['TRUNCATED', 'PARTIAL_FRAME']);
    expect(diagnostics[0].message).toBe('take.wav: the data should have 8 bytes, 5 are there');
  });

  it('throws an AudioError and nothing else, wherever a file ends', () => {
    for (let length = 0; length < 44; length++) {
      expect(() => parseWav(whole.slice(0, length), { name: 'take.wav' })).toThrow(AudioError);
    }
  });

  it('throws nothing but AudioErrors on bytes that were tampered with', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 6 }), (changes) => {
        const bytes = whole.slice();
        for (const [at, value] of changes) bytes[at] = value;
        try {
          parseWav(bytes);
        } catch (error) {
          expect(error).toBeInstanceOf(AudioError);
        }
      }),
    );
  });

  it.each([
    ['an empty file', new Uint8Array(0)],
    ['an MP3 file', Uint8Array.of(...letters('ID3'), 4, ...Array<number>(20).fill(0))],
    ['a FLAC file', Uint8Array.of(...letters('fLaC'), ...Array<number>(20).fill(0))],
    ['a JPEG picture', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, ...Array<number>(20).fill(0))],
    ['an MP4 or M4A file', Uint8Array.of(0, 0, 0, 32, ...letters('ftypM4A '), 0, 0, 0, 0)],
  ])('names %s', (what, bytes) => {
    expect(() => parseWav(bytes, { name: 'x.wav' })).toThrow(`x.wav: expected a WAV file, got ${what}`);
  });

  it('names the coding of compressed WAV', () => {
    expect(() => parseWav(container(0x55, 16, new Uint8Array(4)))).toThrow(/got format 85/);
  });
});

describe('files', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'filmai-wav-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('are read as they were written', async () => {
    const sound = { sampleRate: 44_100, channels: [Float32Array.of(0.5, -0.5), Float32Array.of(0, 1)] };
    await writeWav(join(folder, 'a.wav'), sound, { bits: '32f' });
    expect((await readWav(join(folder, 'a.wav'))).channels).toEqual(sound.channels);
  });

  it('that are missing, folders or empty are named', async () => {
    await mkdir(join(folder, 'sub'));
    await writeFile(join(folder, 'empty.wav'), '');
    await expect(readWav(join(folder, 'none.wav'))).rejects.toMatchObject({
      code: 'NO_SUCH_FILE',
      message: expect.stringContaining('none.wav') as string,
    });
    await expect(readWav(join(folder, 'sub'))).rejects.toMatchObject({ code: 'NOT_A_FILE' });
    await expect(readWav(join(folder, 'empty.wav'))).rejects.toMatchObject({ code: 'NOT_WAV' });
  });

  it('do not appear when writing is cancelled', async () => {
    const before = await readdir(folder);
    const silence = { sampleRate: 8000, channels: [new Float32Array(10)] };
    await expect(writeWav(join(folder, 'b.wav'), silence, { signal: AbortSignal.abort(new Error('stop')) })).rejects.toThrow(
      'stop',
    );
    expect(await readdir(folder)).toEqual(before);
  });
});

function letters(text: string): number[] {
  return [...text].map((letter) => letter.charCodeAt(0));
}

/** A mono file at 8 kHz with a plain header. */
function container(format: number, bits: number, data: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(44 + data.length);
  const view = new DataView(bytes.buffer);
  bytes.set(letters('RIFF'), 0);
  view.setUint32(4, 36 + data.length, true);
  bytes.set(letters('WAVEfmt '), 8);
  view.setUint32(16, 16, true);
  view.setUint16(20, format, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, 8000, true);
  view.setUint16(34, bits, true);
  bytes.set(letters('data'), 36);
  view.setUint32(40, data.length, true);
  bytes.set(data, 44);
  return bytes;
}
