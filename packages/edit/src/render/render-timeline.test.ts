import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createFrame } from '@filmai/core-tensor/frames';
import { createSilence } from '@filmai/core-tensor/samples';
import { chooseEngine } from '@filmai/media/engines';
import { probeMedia, videoTrackOf, audioTrackOf } from '@filmai/media/probe';
import { readFrameAt, readFrames } from '@filmai/media/read';
import { writeMovie } from '@filmai/media/write';
import { afterAll, describe, expect, it } from 'vitest';
import { rationalTime, timeRange } from '../time/rational-time.js';
import { clip } from '../timeline/layout.js';
import type { Item, Timeline } from '../timeline/timeline.js';
import { renderTimeline } from './render-timeline.js';

const engine = await chooseEngine().then(
  () => true,
  () => false,
);
const folder = mkdtempSync(join(tmpdir(), 'filmai-render-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const size = { width: 64, height: 36, fps: 24 };
const grey = (value: number, width = 64, height = 36) => createFrame(width, height, { fill: [value, value, value, 255] });
const film = (...items: Item[]): Timeline => ({ name: 'film', tracks: [{ kind: 'track', name: 'V', media: 'video', items }] });

describe.skipIf(!engine)('a film rendered from a timeline (needs node-av or ffmpeg)', () => {
  it('cuts files together, exact to the frame, with sound of its length and soft captions', async () => {
    const source = join(folder, 'source.mp4');
    const steps = Array.from({ length: 48 }, (_, n) => grey(20 + n * 4));
    await writeMovie(source, { video: { frames: steps, width: 64, height: 36, fps: 24, quality: 4 } });
    const media = { kind: 'external' as const, name: '', url: source };
    const timeline = film(clip('a', media, timeRange(30, 6, 24)), clip('b', media, timeRange(4, 5, 24)));
    const path = join(folder, 'film.mp4');
    const cues = [{ startSeconds: 0.1, endSeconds: 0.3, text: '<i>Now.</i>' }];
    const report = await renderTimeline(timeline, path, {
      ...size,
      sound: createSilence(2),
      captions: { cues },
      video: { quality: 4 },
    });
    expect(report).toMatchObject({ frames: 11, samples: 22_000, held: [], captions: 'soft' });
    const values: number[] = [];
    for await (const { data } of readFrames(path)) values.push(data[(18 * 64 + 32) * 4]);
    const expected = [30, 31, 32, 33, 34, 35, 4, 5, 6, 7, 8].map((n) => 20 + n * 4);
    expect(values).toHaveLength(11);
    for (const [n, value] of values.entries()) expect(Math.abs(value - expected[n])).toBeLessThanOrEqual(2);
    const info = await probeMedia(path);
    expect(Math.abs((videoTrackOf(info)?.durationSeconds ?? 0) - (audioTrackOf(info)?.durationSeconds ?? 9))).toBeLessThan(
      1 / 24,
    );
    const bytes = readFileSync(path, 'latin1');
    expect(bytes.includes('Now.') && !bytes.includes('<i>')).toBe(true);
  });

  it('takes the sound of a file, and is the same twice', async () => {
    const sound = join(folder, 'sound.wav');
    await writeMovie(sound, { audio: { samples: createSilence(1) } });
    const timeline = film(clip('a', { kind: 'missing', name: '' }, timeRange(0, 12, 24)));
    const write = async (name: string): Promise<Buffer> => {
      await renderTimeline(timeline, join(folder, name), { ...size, media: () => grey(90), sound });
      return readFileSync(join(folder, name));
    };
    expect((await write('one.mp4')).equals(await write('two.mp4'))).toBe(true);
  });

  it('shows picture files as stills', async () => {
    const canvas = await import('@napi-rs/canvas').catch(() => undefined);
    if (!canvas) return;
    const picture = canvas.createCanvas(128, 72);
    picture.getContext('2d').fillStyle = '#c86432';
    picture.getContext('2d').fillRect(0, 0, 128, 72);
    const file = join(folder, 'still.png');
    const { writeFileSync } = await import('node:fs');
    writeFileSync(file, picture.toBuffer('image/png'));
    const path = join(folder, 'still.mp4');
    const timeline = film(
      clip('a', { kind: 'external', name: '', url: file }, { start: rationalTime(0, 24), duration: rationalTime(10, 24) }),
    );
    expect(await renderTimeline(timeline, path, size)).toMatchObject({ frames: 10, captions: 'none' });
    const { data } = await readFrameAt(path, 0.2);
    for (const [c, value] of [200, 100, 50].entries()) expect(Math.abs(data[c] - value)).toBeLessThanOrEqual(4);
  });

  it('leaves nothing when it is cancelled or a clip has no pictures', async () => {
    const before = readdirSync(folder);
    const stop = new AbortController();
    const reason = new Error('enough');
    const timeline = film(clip('a', { kind: 'missing', name: '' }, timeRange(0, 100, 24)));
    const options = {
      ...size,
      media: () => grey(9),
      signal: stop.signal,
      onProgress: ({ done }: { done: number }) => done === 30 && stop.abort(reason),
    };
    await expect(renderTimeline(timeline, join(folder, 'gone.mp4'), options)).rejects.toBe(reason);
    await expect(renderTimeline(timeline, join(folder, 'gone.mp4'), { ...size, media: () => undefined })).rejects.toMatchObject({
      code: 'NO_MEDIA',
    });
    expect(readdirSync(folder)).toEqual(before);
  });
});
