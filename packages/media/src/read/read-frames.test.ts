import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Frame } from '@filmai/core-tensor/frames';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fixture } from '../../../../tools/fixtures.js';
import { irregular, turned, widened } from '../../test/mp4-surgery.js';
import { installedEngines, numberedFrame, numberedFrames, numberOf } from '../../test/numbered-film.js';
import { probeMedia } from '../probe/probe-media.js';
import { videoTrackOf } from '../probe/media-info.js';
import { writeMovie } from '../write/write-movie.js';
import { readFrameAt, readFrames } from './read-frames.js';

const installed = await installedEngines();
const folder = mkdtempSync(join(tmpdir(), 'filmai-read-'));
const film = join(folder, 'film.mp4');

const gather = async (frames: AsyncIterable<Frame>): Promise<{ numbers: number[]; seconds: number[] }> => {
  const found = { numbers: [] as number[], seconds: [] as number[] };
  for await (const frame of frames) {
    found.numbers.push(numberOf(frame));
    found.seconds.push(frame.seconds);
  }
  return found;
};
const from = (first: number, count: number): number[] => Array.from({ length: count }, (_, i) => first + i);

beforeAll(async () => {
  if (installed.size > 0) await writeMovie(film, { video: { frames: numberedFrames(120), width: 64, height: 48, fps: 24 } });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.each(['node-av', 'ffmpeg'] as const)('frames read by %s', (engine) => {
  describe.skipIf(!installed.has(engine))(`where ${engine} is installed`, () => {
    it('come all, once each, in order, at their times', async () => {
      const { numbers, seconds } = await gather(readFrames(film, { engine }));
      expect(numbers).toEqual(from(0, 120));
      for (const [number, time] of seconds.entries()) expect(time).toBeCloseTo(number / 24, 4);
    });

    it('begin with the frame on screen at the first moment and end before the last', async () => {
      for (const [startSeconds, endSeconds, first, count] of [
        [2, 3, 48, 24],
        [2.01, 2.1, 48, 3],
        [4.99, 9, 119, 1],
        [77 / 24, 78 / 24, 77, 1],
        [1 / 24, 2 / 24, 1, 1],
      ]) {
        const { numbers } = await gather(readFrames(film, { startSeconds, endSeconds, engine }));
        expect(numbers).toEqual(from(first, count));
      }
    });

    it('are found one by one, in any order', async () => {
      for (const number of [100, 3, 47, 48, 49, 119, 0]) {
        const frame = await readFrameAt(film, number / 24, { engine });
        expect(numberOf(frame)).toBe(number);
        expect(frame.seconds).toBeCloseTo(number / 24, 4);
      }
    });

    it('are repeated or dropped for another rate, each the one on screen', async () => {
      const slow = await gather(readFrames(film, { fps: 12, startSeconds: 1, endSeconds: 2, engine }));
      expect(slow.numbers).toEqual([24, 26, 28, 30, 32, 34, 36, 38, 40, 42, 44, 46]);
      const quick = await gather(readFrames(film, { fps: 60, endSeconds: 0.1, engine }));
      expect(quick.numbers).toEqual([0, 0, 0, 1, 1, 2]);
      expect(quick.seconds[3]).toBeCloseTo(0.05, 6);
      expect((await gather(readFrames(film, { fps: 24, engine }))).numbers).toEqual(from(0, 120));
    });

    it('are fitted into a size, keeping their shape', async () => {
      const frame = await readFrameAt(film, 1, { width: 32, height: 200, engine });
      expect([frame.width, frame.height]).toEqual([32, 24]);
      expect(numberOf(frame)).toBe(24);
    });

    it('stand upright where the camera lay on its side', async () => {
      const path = join(folder, `turned-${engine}.mp4`);
      writeFileSync(path, turned(readFileSync(film)));
      const frame = await readFrameAt(path, 50 / 24, { engine });
      expect([frame.width, frame.height]).toEqual([48, 64]);
      // Turned clockwise, the stored picture's lower left corner is the upper left of the upright one.
      const stored = numberedFrame(50);
      for (const [x, y] of [
        [8, 8],
        [40, 8],
        [8, 56],
        [24, 40],
      ]) {
        const upright = frame.data[(y * 48 + x) * 4] > 127;
        expect(upright).toBe(stored.data[((47 - x) * 64 + y) * 4] > 127);
      }
    });

    it('have square pixels where the stored ones are wide', async () => {
      const path = join(folder, `wide-${engine}.mp4`);
      writeFileSync(path, widened(readFileSync(film)));
      const frame = await readFrameAt(path, 2, { engine });
      expect([frame.width, frame.height]).toEqual([128, 48]);
      expect(numberOf(frame)).toBe(48);
    });

    it('keep their true times where the rate varies', async () => {
      const path = join(folder, `irregular-${engine}.mp4`);
      // Without reordered pictures the table of lengths alone says when each is shown.
      await writeMovie(path, {
        video: { frames: numberedFrames(48), width: 64, height: 48, fps: 24, preset: 'ultrafast' },
        engine,
      });
      writeFileSync(path, irregular(readFileSync(path)));
      const times = from(0, 48).map((n) => (n < 24 ? n * 1.5 : 36 + (n - 24) * 0.5) / 24);
      const { numbers, seconds } = await gather(readFrames(path, { engine }));
      expect(numbers).toEqual(from(0, 48));
      for (const [number, time] of seconds.entries()) expect(time).toBeCloseTo(times[number], 4);
      expect(numberOf(await readFrameAt(path, 1.49, { engine }))).toBe(23);
      expect(numberOf(await readFrameAt(path, 1.53, { engine }))).toBe(25);
      const even = await gather(readFrames(path, { fps: 24, engine }));
      expect(even.numbers).toHaveLength(48);
      expect(even.numbers.slice(0, 4)).toEqual([0, 0, 1, 2]);
    });

    it('stop when they are cancelled', async () => {
      const stop = new AbortController();
      const reason = new Error('enough');
      let count = 0;
      const reading = (async () => {
        for await (const frame of readFrames(film, { signal: stop.signal, engine })) {
          count += frame.width > 0 ? 1 : 0;
          if (count === 5) stop.abort(reason);
        }
      })();
      await expect(reading).rejects.toBe(reason);
      expect(count).toBe(5);
    });

    it('say that a moment lies behind the end', async () => {
      await expect(readFrameAt(film, 5.2, { engine })).rejects.toMatchObject({ code: 'OUT_OF_RANGE' });
    });

    const counter = fixture('footage/frame-counter-1080p-h265.mp4');
    it.skipIf(!counter)('agree with decoding from the start on recorded H.265 (needs the fixtures)', async () => {
      const path = counter as string;
      const rate = videoTrackOf(await probeMedia(path))?.framesPerSecond ?? 0;
      const all: string[] = [];
      for await (const frame of readFrames(path, { width: 64, endSeconds: 3, engine }))
        all.push(Buffer.from(frame.data).toString('base64'));
      for (const number of [70, 1, 33]) {
        const frame = await readFrameAt(path, number / rate, { width: 64, engine });
        expect(all.indexOf(Buffer.from(frame.data).toString('base64'))).toBe(number);
      }
    });
  });
});

describe('options of readFrames', () => {
  it('are refused where they make no sense', async () => {
    for (const options of [
      { startSeconds: -1 },
      { startSeconds: NaN },
      { startSeconds: 2, endSeconds: 1 },
      { fps: 0 },
      { width: 0 },
      { height: 1.5 },
    ]) {
      await expect(readFrames(film, options).next()).rejects.toBeInstanceOf(RangeError);
    }
  });
});
