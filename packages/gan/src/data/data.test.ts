import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import * as tf from '@tensorflow/tfjs-core';
import { createFrame, encodePng, type Frame } from '@filmai/core-tensor/frames';
import { createRuntime } from '@filmai/core-tensor/runtime';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Batch } from '../training/trainable.js';
import {
  clipFolder,
  fromArrays,
  joinFeeds,
  labelledFolder,
  pairFolder,
  pictureFolder,
  type Feed,
  type FeedReader,
} from './index.js';

let before = 0;
const root = mkdtempSync(join(tmpdir(), 'filmai-data-'));
beforeAll(async () => {
  await createRuntime({ backend: 'cpu' });
  before = tf.memory().numTensors;
});
afterAll(() => {
  rmSync(root, { recursive: true, force: true });
  expect(tf.memory().numTensors).toBe(before);
});

let folders = 0;
/** A folder of files: pictures of one grey or colour, or any bytes. */
function folderOf(files: Record<string, Frame | string>): string {
  const folder = join(root, String(folders++));
  mkdirSync(folder, { recursive: true });
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), typeof content === 'string' ? content : encodePng(content));
  }
  return folder;
}

const grey = (value: number, width = 4, height = width): Frame =>
  createFrame(width, height, { fill: [value, value, value, 255] });

/** Left half of one grey, right half of another. */
function halves(left: number, right: number, width = 8, height = 4): Frame {
  const frame = grey(right, width, height);
  for (let y = 0; y < height; y++) frame.data.set(grey(left, width / 2, 1).data, y * width * 4);
  return frame;
}

/** Values of a field of some batches, and the batches freed. */
async function read(reader: FeedReader, field: string, batches = 1): Promise<number[][]> {
  const all: number[][] = [];
  for (let i = 0; i < batches; i++) {
    const batch = (await reader.next()) as Batch;
    all.push([...batch[field].dataSync()]);
    tf.dispose(batch);
  }
  return all;
}

const first = async (feed: Feed, field: string, batchSize = 1): Promise<number[]> =>
  (await read(feed.read({ batchSize, seed: 1 }), field))[0];

const numbered = (count: number): Feed =>
  fromArrays({ x: { shape: [count, 1], values: Float32Array.from({ length: count }, (_, i) => i) } });

describe('feeds of counted things', () => {
  it('show everything once in an epoch, in another order in each, across the ends of epochs', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 7 }), async (count, batchSize) => {
        const batches = count; // As many batches as things are a whole number of epochs.
        const seen = (await read(numbered(count).read({ batchSize, seed: 3 }), 'x', batches)).flat();
        for (let epoch = 0; epoch < batchSize; epoch++) {
          const own = seen.slice(epoch * count, (epoch + 1) * count);
          expect([...own].sort((a, b) => a - b)).toEqual(Array.from({ length: count }, (_, i) => i));
        }
      }),
      { numRuns: 25 },
    );
    const [one, two] = await read(numbered(20).read({ batchSize: 20, seed: 3 }), 'x', 2);
    expect(one).not.toEqual(two);
  });

  it('go on from any position as the unbroken reader would', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 9 }), fc.constantFrom('a', 7), async (made, seed) => {
        const [whole, broken] = [numbered(7), numbered(7)].map((feed) => feed.read({ batchSize: 3, seed }));
        await read(whole, 'x', made);
        await read(broken, 'x', made);
        const position = JSON.parse(JSON.stringify(broken.position())) as ReturnType<typeof broken.position>;
        const resumed = numbered(7).read({ batchSize: 3, seed, position });
        expect(await read(resumed, 'x', 4)).toEqual(await read(whole, 'x', 4));
      }),
      { numRuns: 20 },
    );
  });

  it('keep the order where shuffling is off, and types of labels', async () => {
    const labels = { shape: [3], values: Int32Array.of(4, 5, 6) };
    const batch = (await fromArrays({ labels }, { shuffle: false }).read({ batchSize: 2, seed: 1 }).next()) as Batch;
    expect(batch.labels.dtype).toBe('int32');
    expect(batch.labels.shape).toEqual([2]);
    expect([...batch.labels.dataSync()]).toEqual([4, 5]);
    tf.dispose(batch);
  });

  it('take tensors, which stay the caller’s', async () => {
    const x = tf.tensor2d([[1, 2]]);
    const feed = fromArrays({ x });
    x.dispose();
    expect(await first(feed, 'x')).toEqual([1, 2]);
  });

  it.each<[string, () => unknown]>([
    ['no fields', () => fromArrays({})],
    ['x is [2, 2], 4 values, got 3', () => fromArrays({ x: { shape: [2, 2], values: new Float32Array(3) } })],
    ['at least one', () => fromArrays({ x: { shape: [0, 2], values: new Float32Array(0) } })],
    [
      'a has 2 things, b has 1',
      () => fromArrays({ a: { shape: [2], values: new Float32Array(2) }, b: { shape: [1], values: new Float32Array(1) } }),
    ],
    ['batchSize', () => numbered(2).read({ batchSize: 0, seed: 1 })],
  ])('refuse: %s', (message, call) => {
    expect(call).toThrow(RangeError);
    expect(call).toThrow(message);
  });

  it('know data by their values', () => {
    expect(numbered(5).fingerprint).toBe(numbered(5).fingerprint);
    expect(numbered(6).fingerprint).not.toBe(numbered(5).fingerprint);
    const other = fromArrays({ x: { shape: [5, 1], values: Float32Array.of(0, 1, 2, 3, 5) } });
    expect(other.fingerprint).not.toBe(numbered(5).fingerprint);
  });
});

describe('joinFeeds', () => {
  it('puts feeds of different sizes side by side and goes on from a position', async () => {
    const joined = (): Feed => joinFeeds({ a: numbered(4), b: numbered(5) });
    const whole = joined().read({ batchSize: 3, seed: 1 });
    await read(whole, 'a', 3);
    const resumed = joined().read({ batchSize: 3, seed: 1, position: whole.position() });
    expect(await read(resumed, 'b', 3)).toEqual(await read(whole, 'b', 3));
    expect(resumed.position()).toEqual(whole.position());
    expect(() => joinFeeds({})).toThrow(RangeError);
  });
});

describe('pictureFolder', () => {
  it('reads pictures of all sizes below a folder into −1…1', async () => {
    const folder = folderOf({
      'b.png': grey(255, 9, 5),
      'sub/a.png': grey(0, 3, 8),
      'notes.txt': 'no picture',
      '.hidden.png': 'no',
    });
    const feed = await pictureFolder(folder, { size: 4, channels: 3, shuffle: false });
    expect(feed.size).toBe(2);
    const values = await first(feed, 'pictures', 2);
    expect(new Set(values.slice(0, 48))).toEqual(new Set([1]));
    expect(new Set(values.slice(48))).toEqual(new Set([-1]));
  });

  it('fits by covering, containing and stretching', async () => {
    const folder = folderOf({ 'wide.png': halves(0, 255) });
    const row = async (fit: 'cover' | 'contain' | 'stretch', y: number): Promise<number[]> =>
      (await first(await pictureFolder(folder, { size: 4, channels: 1, fit }), 'pictures')).slice(y * 4, y * 4 + 4);
    expect(await row('cover', 0)).toEqual([-1, -1, 1, 1]);
    expect(await row('stretch', 3)).toEqual([-1, -1, 1, 1]);
    expect(await row('contain', 0)).toEqual([-1, -1, -1, -1]);
    expect(await row('contain', 1)).toEqual([-1, -1, 1, 1]);
    expect(await row('contain', 3)).toEqual([-1, -1, -1, -1]);
  });

  it('makes grey by the luma of BT.709 and shows transparent things on black, or with alpha', async () => {
    const folder = folderOf({ 'a.png': createFrame(2, 2, { fill: [255, 0, 0, 255] }) });
    expect((await first(await pictureFolder(folder, { size: 2, channels: 1 }), 'pictures'))[0]).toBeCloseTo(2 * 0.2126 - 1, 2);
    const clear = folderOf({ 'a.png': createFrame(2, 2, { fill: [0, 0, 255, 0] }) });
    expect((await first(await pictureFolder(clear, { size: 2 }), 'pictures'))[2]).toBe(-1);
    expect((await first(await pictureFolder(clear, { size: 2, channels: 4 }), 'pictures'))[3]).toBe(-1);
  });

  it('mirrors half of them, cuts out parts and changes brightness, the same for the same seed', async () => {
    const folder = folderOf({ 'a.png': halves(0, 255, 8, 8) });
    const feed = await pictureFolder(folder, { size: 8, channels: 1, augment: { flip: true } });
    const left = (await read(feed.read({ batchSize: 200, seed: 1 }), 'pictures'))[0].filter((_, i) => i % 64 === 0);
    const mirrored = left.filter((value) => value === 1).length;
    expect(mirrored).toBeGreaterThan(70);
    expect(mirrored).toBeLessThan(130);
    const augment = { crop: 0.5, brightness: 0.2 };
    const cut = await pictureFolder(folder, { size: 4, channels: 1, augment });
    const some = await first(cut, 'pictures', 20);
    expect(new Set(some.map((value) => Math.round(value * 100))).size).toBeGreaterThan(10);
    expect(Math.min(...some)).toBe(-1);
    expect(await first(await pictureFolder(folder, { size: 4, channels: 1, augment }), 'pictures', 20)).toEqual(some);
  });

  it('stops at a file that can’t be read, or skips, counts and names it', async () => {
    const folder = folderOf({ 'a.png': grey(255), 'bad.jpg': 'this is no picture', 'c.png': grey(0) });
    const strict = await pictureFolder(folder, { size: 4 });
    await expect(read(strict.read({ batchSize: 3, seed: 1 }), 'pictures')).rejects.toMatchObject({
      code: 'UNREADABLE_PICTURE',
      message: expect.stringMatching(/bad\.jpg.*skip/) as string,
    });
    const feed = await pictureFolder(folder, { size: 4, onUnreadable: 'skip' });
    const values = await read(feed.read({ batchSize: 2, seed: 1 }), 'pictures', 3);
    expect(values.map((batch) => batch.length)).toEqual([96, 96, 96]);
    expect(feed.unreadable).toEqual([{ path: join(folder, 'bad.jpg'), reason: expect.any(String) as string }]);
  });

  it('says what is wrong with a folder', async () => {
    const failure = async (feed: Promise<Feed>): Promise<unknown> =>
      feed.then((one) => read(one.read({ batchSize: 2, seed: 1 }), 'pictures')).catch((error: unknown) => error);
    expect(await failure(pictureFolder(join(root, 'nowhere'), { size: 4 }))).toMatchObject({ code: 'EMPTY_FOLDER' });
    expect(await failure(pictureFolder(folderOf({ 'a.txt': '' }), { size: 4 }))).toMatchObject({
      code: 'EMPTY_FOLDER',
      message: expect.stringContaining('got 1 other files') as string,
    });
    expect(
      await failure(pictureFolder(folderOf({ 'a.png': 'x', 'b.png': 'y' }), { size: 4, onUnreadable: 'skip' })),
    ).toMatchObject({
      code: 'NOTHING_READABLE',
      message: expect.stringContaining('none of 2 pictures') as string,
    });
    const mixed = folderOf({ 'a.png': grey(1, 4), 'b.png': grey(1, 5) });
    expect(await failure(pictureFolder(mixed, { size: 4, fit: 'exact' }))).toMatchObject({
      code: 'MIXED_FOLDER',
      message: expect.stringMatching(/b\.png: expected 4×4, got 5×5/) as string,
    });
  });

  it('takes another decoder, and finds out when it gives nonsense', async () => {
    const folder = folderOf({ 'a.png': 'anything' });
    const feed = await pictureFolder(folder, { size: 2, channels: 1, read: () => Promise.resolve(grey(255, 2)) });
    expect(await first(feed, 'pictures')).toEqual([1, 1, 1, 1]);
    const broken = await pictureFolder(folder, { size: 2, read: () => Promise.resolve({ ...grey(1, 2), width: 3 }) });
    await expect(first(broken, 'pictures')).rejects.toMatchObject({ code: 'UNREADABLE_PICTURE' });
  });

  it('reads each file once while there is room, and again where there is none', async () => {
    const folder = folderOf({ 'a.png': 'anything' });
    const count = async (cacheMegabytes?: number): Promise<number> => {
      let reads = 0;
      const counting = (): Promise<Frame> => Promise.resolve((reads++, grey(1)));
      const feed = await pictureFolder(folder, { size: 4, read: counting, cacheMegabytes });
      await read(feed.read({ batchSize: 1, seed: 1 }), 'pictures', 3);
      return reads;
    };
    expect(await count()).toBe(1);
    expect(await count(0)).toBe(3);
  });

  it.each([
    { size: 0 },
    { size: 2, channels: 2 },
    { size: 2, fit: 'crop' },
    { size: 2, augment: { crop: 0 } },
    { size: 2, onUnreadable: 'stop' },
    { size: 2, cacheMegabytes: -1 },
  ])('refuses at the door: %j', async (options) => {
    await expect(pictureFolder(root, options as never)).rejects.toThrow(RangeError);
  });
});

describe('labelledFolder', () => {
  it('takes subfolders as classes, in the order of their names', async () => {
    const folder = folderOf({ 'fire/1.png': grey(255), 'air/1.png': grey(0), 'air/deep/2.png': grey(0) });
    const feed = await labelledFolder(folder, { size: 4, channels: 1, shuffle: false });
    expect(feed.classes).toEqual(['air', 'fire']);
    expect(await first(feed, 'labels', 3)).toEqual([0, 0, 1]);
    expect((await first(feed, 'pictures', 3)).filter((_, i) => i % 16 === 0)).toEqual([-1, -1, 1]);
    const hot = await labelledFolder(folder, { size: 4, shuffle: false, labels: 'one-hot' });
    expect(await first(hot, 'labels', 3)).toEqual([1, 0, 1, 0, 0, 1]);
  });

  it('refuses pictures beside the classes', async () => {
    const folder = folderOf({ 'fire/1.png': grey(1), 'loose.png': grey(1) });
    await expect(labelledFolder(folder, { size: 4 })).rejects.toMatchObject({
      code: 'MIXED_FOLDER',
      message: expect.stringContaining('loose.png') as string,
    });
  });
});

describe('pairFolder', () => {
  it('pairs files by name, and changes both alike', async () => {
    const folder = folderOf({ 'source/1.png': halves(0, 255, 4), 'target/1.png': halves(255, 0, 4) });
    const feed = await pairFolder(folder, { size: 4, channels: 1, augment: { flip: true } });
    const batch = (await feed.read({ batchSize: 30, seed: 1 }).next()) as Batch;
    const [source, target] = [batch.source.dataSync(), batch.target.dataSync()];
    source.forEach((value, i) => expect(target[i]).toBe(-value));
    expect(new Set(source.filter((_, i) => i % 16 === 0)).size).toBe(2);
    tf.dispose(batch);
  });

  it('takes halves of pictures, left for source', async () => {
    const feed = await pairFolder(folderOf({ '1.png': halves(0, 255, 8, 4) }), {
      size: 4,
      channels: 1,
      arrangement: 'side-by-side',
    });
    expect(new Set(await first(feed, 'source'))).toEqual(new Set([-1]));
    expect(new Set(await first(feed, 'target'))).toEqual(new Set([1]));
  });

  it('names the one without a partner', async () => {
    const folder = folderOf({ 'source/1.png': grey(1), 'target/1.png': grey(1), 'target/2.png': grey(1) });
    await expect(pairFolder(folder, { size: 4 })).rejects.toThrow('target/2.png has no partner in source');
  });
});

describe('clipFolder', () => {
  const steps = (count: number): Record<string, Frame> =>
    Object.fromEntries(Array.from({ length: count }, (_, i) => [`clip/${i}.png`, grey(i * 10, 2)]));

  it('cuts folders of pictures into clips, numbers in order', async () => {
    const feed = await clipFolder(folderOf(steps(12)), { size: 2, channels: 1, frames: 3, stride: 4, every: 2, shuffle: false });
    expect(feed.shapes).toEqual({ clips: [3, 2, 2, 1] });
    expect(feed.size).toBe(2);
    const values = (await first(feed, 'clips', 2)).filter((_, i) => i % 4 === 0).map((value) => Math.round((value + 1) * 12.75));
    expect(values).toEqual([0, 2, 4, 4, 6, 8]);
  });

  it('takes video files through a reader, kept or decoded again', async () => {
    const folder = folderOf({ 'a.mp4': 'video', 'b.txt': '' });
    async function* frames(): AsyncGenerator<Frame> {
      for (let i = 0; i < 5; i++) yield grey(i * 51, 2);
    }
    const all: number[][] = [];
    for (const cacheMegabytes of [512, 0]) {
      const feed = await clipFolder(folder, { size: 2, channels: 1, frames: 2, read: frames, cacheMegabytes, shuffle: false });
      expect(feed.size).toBe(2);
      all.push(await first(feed, 'clips', 2));
    }
    expect(all[0]).toEqual(all[1]);
    expect(all[0][8]).toBeCloseTo((2 * 51) / 127.5 - 1, 5);
  });

  it('says what is wrong, or skips it', async () => {
    const folder = folderOf({ ...steps(2), 'long/1.png': grey(1), 'long/2.png': grey(1), 'long/3.png': grey(1) });
    await expect(clipFolder(folder, { size: 2, frames: 3 })).rejects.toMatchObject({
      code: 'SHORT_CLIP',
      message: expect.stringMatching(/clip: expected at least 3 frames, got 2/) as string,
    });
    const feed = await clipFolder(folder, { size: 2, frames: 3, onUnreadable: 'skip' });
    expect([feed.size, feed.unreadable.length]).toEqual([1, 1]);
    await expect(clipFolder(folderOf({ 'a.png': grey(1) }), { size: 2, frames: 1 })).rejects.toMatchObject({
      code: 'EMPTY_FOLDER',
    });
    await expect(clipFolder(folder, { size: 2, frames: 0 })).rejects.toThrow(RangeError);
    const broken = async function* (): AsyncGenerator<Frame> {
      yield grey(1);
      throw new Error('cut off');
    };
    await expect(clipFolder(folderOf({ 'a.mp4': '' }), { size: 2, frames: 1, read: broken })).rejects.toMatchObject({
      code: 'UNREADABLE_PICTURE',
      message: expect.stringContaining('a.mp4: cut off') as string,
    });
  });
});
