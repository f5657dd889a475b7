import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chirp, installedEngines, lagOf } from '../../test/numbered-film.js';
import { writeMovie } from '../write/write-movie.js';
import { readSamples, readSound } from './read-samples.js';

const installed = await installedEngines();
const folder = mkdtempSync(join(tmpdir(), 'filmai-samples-'));
const wav = join(folder, 'chirp.wav');
const aac = join(folder, 'chirp.m4a');
const sound = chirp(3);

beforeAll(async () => {
  if (installed.size === 0) return;
  await writeMovie(wav, { audio: { samples: sound } });
  await writeMovie(aac, { audio: { samples: sound } });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const largest = (a: Float32Array, b: Float32Array): number =>
  a.reduce((worst, value, i) => Math.max(worst, Math.abs(value - (b[i] ?? 9))), 0);

describe.each(['node-av', 'ffmpeg'] as const)('samples read by %s', (engine) => {
  describe.skipIf(!installed.has(engine))(`where ${engine} is installed`, () => {
    it('come back from 24-bit WAV as they were', async () => {
      const back = await readSound(wav, { engine });
      expect(back.sampleRate).toBe(48_000);
      expect(back.channels.map((channel) => channel.length)).toEqual([144_000, 144_000]);
      for (const index of [0, 1]) expect(largest(sound.channels[index], back.channels[index])).toBeLessThan(2 ** -22);
    });

    it('begin at the sample that is asked for', async () => {
      const { channels } = await readSound(wav, { startSeconds: 1.25, endSeconds: 1.75, engine });
      expect(channels[0]).toHaveLength(24_000);
      expect(largest(sound.channels[0].subarray(60_000, 84_000), channels[0])).toBeLessThan(2 ** -22);
    });

    it('come back from AAC without its lead-in, at their length', async () => {
      const back = await readSound(aac, { engine });
      expect(back.channels[0]).toHaveLength(144_000);
      expect(lagOf(sound.channels[0], back.channels[0])).toBe(0);
      const middle = await readSound(aac, { startSeconds: 1.3, endSeconds: 2.2, engine });
      expect(largest(back.channels[1].subarray(62_400, 105_600), middle.channels[1])).toBeLessThan(0.01);
    });

    it('join to the same sound in blocks of any length', async () => {
      const lengths: number[] = [];
      for await (const { channels } of readSamples(wav, { blockSeconds: 0.7, engine })) lengths.push(channels[0].length);
      expect(lengths).toEqual([33_600, 33_600, 33_600, 33_600, 9600]);
    });

    it('are converted to another rate without a shift', async () => {
      const back = await readSound(wav, { sampleRate: 16_000, engine });
      expect(Math.abs(back.channels[0].length - 48_000)).toBeLessThanOrEqual(16);
      const slow = chirp(3, { sampleRate: 16_000 });
      expect(lagOf(slow.channels[0], back.channels[0])).toBe(0);
    });

    it('stop when they are cancelled', async () => {
      const stop = new AbortController();
      const reason = new Error('enough');
      const reading = (async () => {
        for await (const { channels } of readSamples(wav, { blockSeconds: 0.1, signal: stop.signal, engine }))
          if (channels.length > 0) stop.abort(reason);
      })();
      await expect(reading).rejects.toBe(reason);
    });
  });
});

describe('options of readSamples', () => {
  it('are refused where they make no sense', async () => {
    for (const options of [{ startSeconds: -1 }, { startSeconds: 2, endSeconds: 2 }, { sampleRate: 10 }, { blockSeconds: 0 }]) {
      await expect(readSamples(wav, options).next()).rejects.toBeInstanceOf(RangeError);
    }
  });
});
