import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createFrame } from '@filmai/core-tensor/frames';
import type { Frame } from '@filmai/core-tensor/frames';
import type { Progress } from '@filmai/core-tensor/progress';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { chirp, installedEngines, lagOf, numberedFrames, numberOf } from '../../test/numbered-film.js';
import { audioTrackOf, videoTrackOf } from '../probe/media-info.js';
import { probeMedia } from '../probe/probe-media.js';
import { readFrames } from '../read/read-frames.js';
import { readSound } from '../read/read-samples.js';
import { writeMovie } from './write-movie.js';

const installed = await installedEngines();
const root = mkdtempSync(join(tmpdir(), 'filmai-write-'));
let folder = root;
let made = 0;
beforeEach(() => {
  folder = join(root, String(made++));
  mkdirSync(folder);
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const size = { width: 64, height: 48 };
const numbersIn = async (path: string): Promise<number[]> => {
  const numbers: number[] = [];
  for await (const frame of readFrames(path)) numbers.push(numberOf(frame));
  return numbers;
};
const upTo = (count: number): number[] => Array.from({ length: count }, (_, i) => i);

describe.each(['node-av', 'ffmpeg'] as const)('a movie written by %s', (engine) => {
  describe.skipIf(!installed.has(engine))(`where ${engine} is installed`, () => {
    it('holds exactly the frames given, and sound of their length, in step', async () => {
      const path = join(folder, 'film.mp4');
      const sound = chirp(3);
      const report = await writeMovie(path, {
        video: { frames: numberedFrames(60), ...size, fps: 24 },
        audio: { samples: sound },
        engine,
      });
      expect(report).toMatchObject({ frames: 60, durationSeconds: 2.5, samples: 120_000, sampleRate: 48_000 });
      expect(await numbersIn(path)).toEqual(upTo(60));
      const back = await readSound(path);
      expect(Math.abs(back.channels[0].length - 120_000)).toBeLessThanOrEqual(48_000 / 24);
      expect(lagOf(sound.channels[0].subarray(0, 120_000), back.channels[0])).toBe(0);
      const info = await probeMedia(path);
      expect(videoTrackOf(info)).toMatchObject({ codec: 'h264', frameCount: 60, framesPerSecond: 24, variableFrameRate: false });
      expect(Math.abs((videoTrackOf(info)?.durationSeconds ?? 0) - (audioTrackOf(info)?.durationSeconds ?? 9))).toBeLessThan(
        1 / 24,
      );
    });

    it('has its index in front', async () => {
      const path = join(folder, 'film.mp4');
      await writeMovie(path, { video: { frames: numberedFrames(5), ...size, fps: 25 }, engine });
      const bytes = readFileSync(path).toString('latin1');
      expect(bytes.indexOf('moov')).toBeLessThan(bytes.indexOf('mdat'));
    });

    it('is the same to the byte when it is written twice', async () => {
      const sound = chirp(1);
      for (const name of ['film.mp4', 'film.mkv']) {
        const write = async (prefix: string): Promise<Buffer> => {
          const path = join(folder, prefix + name);
          const subtitles = { cues: [{ startSeconds: 0.1, endSeconds: 0.5, text: 'Twice.' }] };
          await writeMovie(path, {
            video: { frames: numberedFrames(24), ...size, fps: 24 },
            audio: { samples: sound },
            subtitles,
            metadata: { title: 'Twice' },
            engine,
          });
          return readFileSync(path);
        };
        expect((await write('a-')).equals(await write('b-'))).toBe(true);
      }
    });

    it('pads short sound with silence, or leaves it as it is', async () => {
      const path = join(folder, 'film.mp4');
      const video = { ...size, fps: 25 };
      await writeMovie(path, {
        video: { frames: numberedFrames(50), ...video },
        audio: { samples: chirp(1, { channels: 1 }) },
        engine,
      });
      const padded = await readSound(path);
      expect(padded.channels).toHaveLength(1);
      expect(Math.abs(padded.channels[0].length - 96_000)).toBeLessThanOrEqual(1024);
      expect(padded.channels[0].subarray(60_000).every((value) => Math.abs(value) < 0.001)).toBe(true);
      const report = await writeMovie(path, {
        video: { frames: numberedFrames(50), ...video },
        audio: { samples: chirp(1), length: 'own' },
        engine,
      });
      expect(report.samples).toBe(48_000);
    });

    it('takes sound in blocks and at rates that AAC does not know', async () => {
      const path = join(folder, 'sound.m4a');
      const whole = chirp(1, { sampleRate: 37_800 });
      const blocks = (function* () {
        for (let i = 0; i < whole.channels[0].length; i += 1000)
          yield { sampleRate: 37_800, channels: whole.channels.map((c) => c.subarray(i, i + 1000)) };
      })();
      const report = await writeMovie(path, { audio: { samples: blocks }, engine });
      expect(report.sampleRate).toBe(48_000);
      expect(Math.abs(report.samples - 48_000)).toBeLessThan(32);
      expect(lagOf(chirp(1).channels[0], (await readSound(path)).channels[0])).toBe(0);
    });

    it('keeps colours within three steps of 255', async () => {
      const path = join(folder, 'colours.mp4');
      const colours = [
        [200, 40, 40],
        [40, 180, 60],
        [50, 60, 200],
        [128, 128, 128],
        [250, 250, 250],
        [4, 4, 4],
      ] as const;
      const frames = colours.map(([r, g, b]) => createFrame(size.width, size.height, { fill: [r, g, b, 255] }));
      await writeMovie(path, { video: { frames, ...size, fps: 24, quality: 4 }, engine });
      let index = 0;
      for await (const frame of readFrames(path)) {
        for (const [c, value] of colours[index].entries())
          expect(Math.abs(frame.data[(24 * 64 + 32) * 4 + c] - value)).toBeLessThanOrEqual(3);
        index++;
      }
      expect(index).toBe(6);
    });

    it('shows each picture of a source that draws into one array, and repeats what is held', async () => {
      const path = join(folder, 'film.mp4');
      const one = createFrame(size.width, size.height);
      const redrawn = (function* () {
        for (const frame of numberedFrames(20)) {
          one.data.set(frame.data);
          yield one;
          yield one;
          yield one;
        }
      })();
      await writeMovie(path, { video: { frames: redrawn, ...size, fps: 24 }, engine });
      expect(await numbersIn(path)).toEqual(upTo(60).map((n) => Math.floor(n / 3)));
    });

    it('carries captions as a track that reads back, overlapping ones together', async () => {
      for (const name of ['film.mp4', 'film.mkv']) {
        const path = join(folder, name);
        const cues = [
          { startSeconds: 0.5, endSeconds: 1, text: 'Two\nlines' },
          { startSeconds: 0.75, endSeconds: 1.5, text: 'Grüße 内景' },
        ];
        await writeMovie(path, {
          video: { frames: numberedFrames(48), ...size, fps: 24 },
          subtitles: { cues, language: 'eng' },
          engine,
        });
        expect((await probeMedia(path, { engine })).tracks).toContainEqual(
          expect.objectContaining({ kind: 'subtitle', language: 'eng' }),
        );
        const text = readFileSync(path, 'utf8').replaceAll('\r\n', '\n');
        expect(text).toContain('Two\nlines\nGrüße 内景');
        expect(await numbersIn(path)).toEqual(upTo(48));
      }
    });

    it('is written as WebM with VP9 and Opus', async () => {
      const path = join(folder, 'film.webm');
      await writeMovie(path, {
        video: { frames: numberedFrames(12), ...size, fps: 24, preset: 'ultrafast' },
        audio: { samples: chirp(0.5) },
        engine,
      });
      const info = await probeMedia(path);
      expect(info).toMatchObject({ container: 'webm', tracks: [{ codec: 'vp9' }, { codec: 'opus' }] });
      expect(await numbersIn(path)).toEqual(upTo(12));
    });

    it('reports each frame', async () => {
      const reports: Progress[] = [];
      const video = { frames: numberedFrames(10), ...size, fps: 24, frameCount: 10 };
      await writeMovie(join(folder, 'film.mp4'), { video, onProgress: (progress) => reports.push(progress), engine });
      expect(reports.map(({ done }) => done)).toEqual(upTo(10).map((n) => n + 1));
      expect(reports[9]).toMatchObject({ stage: 'movie', unit: 'frames', total: 10 });
    });

    it('leaves nothing behind when it is cancelled or its source fails, and an older file as it was', async () => {
      const path = join(folder, 'film.mp4');
      writeFileSync(path, 'older');
      const stop = new AbortController();
      const reason = new Error('enough');
      const cancelling = async function* (): AsyncGenerator<Frame> {
        for (const [number, frame] of [...numberedFrames(50)].entries()) {
          if (number === 20) stop.abort(reason);
          yield frame;
        }
      };
      await expect(
        writeMovie(path, { video: { frames: cancelling(), ...size, fps: 24 }, signal: stop.signal, engine }),
      ).rejects.toBe(reason);
      const failing = function* (): Generator<Frame> {
        yield* numberedFrames(20);
        throw reason;
      };
      await expect(
        writeMovie(path, { video: { frames: failing(), ...size, fps: 24 }, audio: { samples: chirp(1) }, engine }),
      ).rejects.toBe(reason);
      expect(readdirSync(folder)).toEqual(['film.mp4']);
      expect(readFileSync(path, 'utf8')).toBe('older');
    });

    it('closes its sources when it fails', async () => {
      let closed = 0;
      const frames = (function* (): Generator<Frame> {
        try {
          yield* numberedFrames(3);
          yield createFrame(10, 10);
        } finally {
          closed++;
        }
      })();
      const samples = (function* () {
        try {
          for (;;) yield chirp(0.1);
        } finally {
          closed++;
        }
      })();
      const writing = writeMovie(join(folder, 'film.mp4'), { video: { frames, ...size, fps: 24 }, audio: { samples }, engine });
      await expect(writing).rejects.toMatchObject({ code: 'BAD_FRAME' });
      expect(closed).toBe(2);
      expect(readdirSync(folder)).toEqual([]);
    });

    it('says what is wrong with sources that give nothing or change', async () => {
      const path = join(folder, 'film.mp4');
      await expect(writeMovie(path, { video: { frames: [], ...size, fps: 24 }, engine })).rejects.toMatchObject({
        code: 'NOTHING_TO_WRITE',
      });
      const changing = [chirp(0.1), chirp(0.1, { channels: 1 })];
      await expect(writeMovie(join(folder, 'film.m4a'), { audio: { samples: changing }, engine })).rejects.toMatchObject({
        code: 'BAD_SOUND',
      });
      expect(readdirSync(folder)).toEqual([]);
    });

    it('says when the folder is missing', async () => {
      const path = join(folder, 'no', 'film.mp4');
      await expect(writeMovie(path, { video: { frames: numberedFrames(3), ...size, fps: 24 }, engine })).rejects.toMatchObject({
        code: 'NO_FOLDER',
      });
    });

    it.skipIf(process.getuid?.() === 0)('says when the folder may not be written (not as root, who may)', async () => {
      chmodSync(folder, 0o500);
      const path = join(folder, 'film.mp4');
      await expect(writeMovie(path, { video: { frames: numberedFrames(3), ...size, fps: 24 }, engine })).rejects.toMatchObject({
        code: 'NOT_WRITABLE',
      });
      chmodSync(folder, 0o700);
    });
  });
});

describe('what is asked of writeMovie', () => {
  it('is refused before any file is touched where it makes no sense', async () => {
    const video = { frames: numberedFrames(1), ...size, fps: 24 };
    const path = join(folder, 'film.mp4');
    for (const change of [
      { width: 63 },
      { height: 0 },
      { fps: 0 },
      { quality: 99 },
      { preset: 'warp' },
      { threads: 0 },
      { bitrate: 1 },
    ]) {
      await expect(writeMovie(path, { video: { ...video, ...change } })).rejects.toBeInstanceOf(RangeError);
    }
    for (const [name, code] of [
      ['film', 'UNSUPPORTED_CONTAINER'],
      ['film.xyz', 'UNSUPPORTED_CONTAINER'],
      ['film.wav', 'UNSUPPORTED_CONTAINER'],
    ]) {
      await expect(writeMovie(join(folder, name), { video })).rejects.toMatchObject({ code });
    }
    await expect(writeMovie(path, {})).rejects.toMatchObject({ code: 'NOTHING_TO_WRITE' });
    await expect(
      writeMovie(path, { video, subtitles: { cues: [{ startSeconds: 2, endSeconds: 1, text: 'no' }] } }),
    ).rejects.toBeInstanceOf(RangeError);
    expect(readdirSync(folder)).toEqual([]);
  });
});
