import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fixture } from '../../../../tools/fixtures.js';
import { irregular, turned, widened } from '../../test/mp4-surgery.js';
import { chirp, installedEngines, numberedFrames } from '../../test/numbered-film.js';
import { readFrames } from '../read/read-frames.js';
import { readSound } from '../read/read-samples.js';
import { writeMovie } from '../write/write-movie.js';
import { audioTrackOf, videoTrackOf } from './media-info.js';
import { probeMedia } from './probe-media.js';

const installed = await installedEngines();
const folder = mkdtempSync(join(tmpdir(), 'filmai-probe-'));
const film = join(folder, 'film.mp4');
const mute = join(folder, 'mute.mp4');
const put = (name: string, content: string | Buffer): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

beforeAll(async () => {
  if (installed.size === 0) return;
  const video = { width: 64, height: 48, fps: 24 };
  await writeMovie(film, {
    video: { frames: numberedFrames(48), ...video },
    audio: { samples: chirp(2) },
    metadata: { title: 'Film' },
  });
  await writeMovie(mute, { video: { frames: numberedFrames(24), ...video } });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Everything that reads, so that a bad file is told the same by all. */
const readers = {
  probe: (path: string) => probeMedia(path),
  frames: async (path: string) => {
    for await (const frame of readFrames(path)) expect(frame.width).toBeGreaterThan(0);
  },
  sound: (path: string) => readSound(path),
};

describe('a file that is no file to read', () => {
  it('is told apart by its code before any decoder is asked', async () => {
    for (const read of Object.values(readers)) {
      await expect(read(join(folder, 'none.mp4'))).rejects.toMatchObject({ code: 'NOT_FOUND' });
      await expect(read(folder)).rejects.toMatchObject({ code: 'IS_FOLDER' });
      await expect(read(put('empty.mp4', ''))).rejects.toMatchObject({ code: 'EMPTY_FILE' });
    }
  });
});

describe.skipIf(installed.size === 0)('facts about a file (needs node-av or ffmpeg to make one)', () => {
  it('are the same from JavaScript and from each engine', async () => {
    const own = await probeMedia(film);
    expect(own).toMatchObject({ container: 'mp4', startSeconds: 0, truncated: false, source: 'mediabunny' });
    expect(own.durationSeconds).toBeCloseTo(2, 3);
    expect(videoTrackOf(own)).toMatchObject({
      codec: 'h264',
      width: 64,
      height: 48,
      rotation: 0,
      pixelAspect: 1,
      framesPerSecond: 24,
      frameCount: 48,
    });
    expect(audioTrackOf(own)).toMatchObject({ codec: 'aac', sampleRate: 48_000, channels: 2 });
    for (const engine of installed) {
      const told = await probeMedia(film, { engine });
      expect(told.source).toBe(engine);
      expect(told.durationSeconds).toBeCloseTo(own.durationSeconds, 2);
      for (const [index, track] of own.tracks.entries()) {
        const { durationSeconds, ...rest } = track as { durationSeconds: number };
        expect(told.tracks[index]).toMatchObject(rest);
        expect((told.tracks[index] as { durationSeconds: number }).durationSeconds).toBeCloseTo(durationSeconds, 2);
      }
    }
  });

  it('tell rotation, wide pixels and a rate that varies', async () => {
    const bytes = readFileSync(mute);
    for (const engine of [undefined, ...installed]) {
      const told = async (name: string, content: Buffer) => videoTrackOf(await probeMedia(put(name, content), { engine }));
      expect(await told('turned.mp4', turned(bytes))).toMatchObject({ rotation: 90, width: 48, height: 64, codedWidth: 64 });
      expect(await told('wide.mp4', widened(bytes))).toMatchObject({ pixelAspect: 2, width: 128, height: 48 });
      expect(await told('irregular.mp4', irregular(bytes))).toMatchObject({ variableFrameRate: true });
      expect(await told('even.mp4', bytes)).toMatchObject({ variableFrameRate: false });
    }
  });

  const counter = fixture('shots/counter.mp4');
  it.skipIf(!counter)('agree on recorded material (needs the fixtures)', async () => {
    const own = videoTrackOf(await probeMedia(counter as string));
    for (const engine of installed)
      expect(videoTrackOf(await probeMedia(counter as string, { engine }))).toMatchObject({
        codec: own?.codec,
        frameCount: own?.frameCount,
      });
  });
});

describe.skipIf(installed.size === 0)('a file that is damaged (needs node-av or ffmpeg)', () => {
  it('is told from media where it is text under a media name', async () => {
    const text = put('letter.mp4', 'Dear reader,\nthis is a letter.\n'.repeat(200));
    for (const read of Object.values(readers)) await expect(read(text)).rejects.toMatchObject({ name: 'MediaError' });
    await expect(probeMedia(text)).rejects.toMatchObject({ code: 'NOT_MEDIA' });
  });

  it('gives what is whole where it is cut off, and then says so', async () => {
    const bytes = readFileSync(film);
    const path = put('cut.mp4', bytes.subarray(0, Math.floor(bytes.length * 0.7)));
    expect((await probeMedia(path)).truncated).toBe(true);
    for (const engine of installed) {
      let count = 0;
      const reading = (async () => {
        for await (const frame of readFrames(path, { engine })) count += frame.width > 0 ? 1 : 0;
      })();
      await expect(reading).rejects.toMatchObject({ name: 'MediaError', code: 'TRUNCATED' });
      expect(count).toBeGreaterThan(5);
      expect(count).toBeLessThan(48);
    }
  });

  it('says where its index is lost', async () => {
    const bytes = readFileSync(film);
    const type = Buffer.alloc(16);
    type.writeUInt32BE(16, 0);
    type.write('ftypisom', 4, 'latin1');
    const data = Buffer.alloc(8);
    data.writeUInt32BE(1_000_000, 0);
    data.write('mdat', 4, 'latin1');
    const path = put('no-index.mp4', Buffer.concat([type, data, bytes.subarray(-2000)]));
    for (const read of Object.values(readers)) await expect(read(path)).rejects.toMatchObject({ code: 'TRUNCATED' });
  });

  it('is no film where the track that is asked for is missing', async () => {
    const sound = join(folder, 'sound.wav');
    await writeMovie(sound, { audio: { samples: chirp(0.2) } });
    for (const engine of installed) {
      await expect(readSound(mute, { engine })).rejects.toMatchObject({ code: 'NO_AUDIO' });
      await expect(readFrames(sound, { engine }).next()).rejects.toMatchObject({ code: 'NO_VIDEO' });
    }
  });

  it('never hangs or crashes, wherever its bytes are wrong', async () => {
    const bytes = readFileSync(film);
    for (let part = 1; part < 12; part++) {
      const broken = Buffer.from(bytes);
      const at = Math.floor((bytes.length * part) / 12);
      broken.fill(0xa5, at, at + 200);
      const path = put(`broken-${part}.mp4`, broken);
      const outcome = await readers.frames(path).then(
        () => 'read',
        (error: unknown) => (error as Error).name,
      );
      expect(['read', 'MediaError']).toContain(outcome);
    }
  });
});
