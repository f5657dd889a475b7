import { describe, expect, test } from 'vitest';
import type { Frame } from '@filmai/core-tensor/frames';
import { project } from '../camera/camera.js';
import { PLAIN_LOOK } from '../figure/index.js';
import { drawShot } from './draw-shot.js';
import { shootFrames, type ShootOptions } from './shoot-frames.js';
import type { ShotDescription } from './shot-description.js';
import { stageShot } from './stage-shot.js';

const picture = { width: 320, height: 180 };
const close: ShotDescription = {
  place: 'KITCHEN',
  time: 'DAY',
  size: 'close',
  cast: [{ name: 'BEN', look: PLAIN_LOOK, mark: 0 }],
  seed: 3,
};

async function film(shot: ShotDescription, options: Partial<ShootOptions>): Promise<Frame[]> {
  const frames: Frame[] = [];
  for await (const frame of shootFrames(shot, { ...picture, seconds: 1, ...options })) frames.push(frame);
  return frames;
}

/** The rectangle around all pixels that differ. */
function difference(a: Frame, b: Frame): { x0: number; y0: number; x1: number; y1: number } | undefined {
  let [x0, y0, x1, y1] = [Infinity, Infinity, -1, -1];
  for (let o = 0; o < a.width * a.height; o++) {
    if ([0, 1, 2].every((c) => a.data[o * 4 + c] === b.data[o * 4 + c])) continue;
    const x = o % a.width;
    const y = Math.floor(o / a.width);
    [x0, y0, x1, y1] = [Math.min(x0, x), Math.min(y0, y), Math.max(x1, x), Math.max(y1, y)];
  }
  return x1 < 0 ? undefined : { x0, y0, x1, y1 };
}

describe('drawShot', () => {
  test('the same description and seed give the same bytes twice, another seed another drawing', () => {
    const [one, two] = [drawShot(close, picture), drawShot(close, picture)];
    expect(Buffer.from(one.data).equals(Buffer.from(two.data))).toBe(true);
    const other = drawShot(close, { ...picture, seed: 99 });
    expect(difference(one, other)).toBeDefined();
  });

  test('the picture is opaque, of the size that was asked for, and neither black nor empty', () => {
    for (const time of ['DAY', 'NIGHT']) {
      const { width, height, data } = drawShot({ ...close, time }, picture);
      expect([width, height, data.length]).toEqual([320, 180, 320 * 180 * 4]);
      let [sum, squares] = [0, 0];
      for (let p = 0; p < data.length; p += 4) {
        expect(data[p + 3]).toBe(255);
        sum += data[p];
        squares += data[p] ** 2;
      }
      const mean = sum / (width * height);
      expect(mean).toBeGreaterThan(30);
      expect(Math.sqrt(squares / (width * height) - mean ** 2)).toBeGreaterThan(15);
    }
  });

  test('an empty cast is a picture of the place', () => {
    expect(drawShot({ ...close, size: 'wide', cast: [] }, picture).data).toHaveLength(320 * 180 * 4);
  });
});

describe('shootFrames', () => {
  test('gives seconds × fps frames with their times', async () => {
    const frames = await film(close, { seconds: 0.5, fps: 24 });
    expect(frames).toHaveLength(12);
    expect(frames[6].seconds).toBeCloseTo(0.25, 9);
    expect(await film(close, { seconds: 0 })).toEqual([]);
  });

  test('while somebody speaks the mouth changes, and nothing beside the face', async () => {
    const frames = await film(close, { speech: [{ name: 'BEN', startSeconds: 0, endSeconds: 1 }] });
    const { camera, cast } = stageShot(close, picture);
    const [x, y, z] = project(camera, cast[0].figure.head);
    const head = (cast[0].figure.headHeight * camera.focal) / z;
    let changes = 0;
    for (const frame of frames.slice(1)) {
      const changed = difference(frames[0], frame);
      if (!changed) continue;
      changes++;
      expect(changed.x0).toBeGreaterThan(x - head * 0.75);
      expect(changed.x1).toBeLessThan(x + head * 0.75);
      expect(changed.y0).toBeGreaterThan(y - head * 0.75);
      expect(changed.y1).toBeLessThan(y + head * 0.9);
    }
    expect(changes).toBeGreaterThan(5);
  });

  test('mouths follow the times that are given', async () => {
    const mouths = [
      { startSeconds: 0.25, mouth: 'a' as const },
      { startSeconds: 0.5, mouth: 'm' as const },
    ];
    const frames = await film(close, { seconds: 0.75, speech: [{ name: 'BEN', startSeconds: 0.25, endSeconds: 0.6, mouths }] });
    expect(difference(frames[1], frames[0])).toBeUndefined();
    expect(difference(frames[7], frames[5])).toBeDefined();
    expect(difference(frames[11], frames[7])).toBeUndefined();
    expect(difference(frames[13], frames[11])).toBeDefined();
  });

  test('frames that are equal share their data, and somebody who is not in the shot moves nothing', async () => {
    const frames = await film(close, { seconds: 0.4, speech: [{ name: 'NOBODY', startSeconds: 0, endSeconds: 1 }] });
    expect(new Set(frames.map((frame) => frame.data)).size).toBe(1);
  });

  test('a push-in is drawn on twos, and its first and last are the drawings from the path’s ends', async () => {
    const shot = { ...close, move: 'push-in' as const };
    const frames = await film(shot, { seconds: 0.5 });
    for (let i = 1; i < frames.length; i++) {
      if (i % 2 === 1) expect(frames[i].data).toBe(frames[i - 1].data);
      else expect(difference(frames[i], frames[i - 1])).toBeDefined();
    }
    const staged = stageShot(shot, picture);
    for (const [i, progress] of [
      [0, 0],
      [frames.length - 1, 1],
    ]) {
      const drawn = drawShot({ ...staged, camera: staged.path(progress) });
      let off = 0;
      for (let p = 0; p < drawn.data.length; p++) off += Math.abs(drawn.data[p] - frames[i].data[p]);
      expect(off / drawn.data.length).toBeLessThan(4);
    }
  });

  test('a move is the same film twice', async () => {
    const shot = {
      ...close,
      size: 'two-shot' as const,
      move: 'track-left' as const,
      cast: [...close.cast, { name: 'ANN', look: PLAIN_LOOK, mark: 1 }],
    };
    const speech = [{ name: 'ANN', startSeconds: 0, endSeconds: 0.2 }];
    const [one, two] = [await film(shot, { seconds: 0.2, speech }), await film(shot, { seconds: 0.2, speech })];
    for (const [i, frame] of one.entries()) expect(difference(frame, two[i])).toBeUndefined();
  });

  test('a hand-held shot sways by whole pixels of one drawing, and a moment at which it rests shares its data', async () => {
    const frames = await film({ ...close, move: 'handheld' }, { seconds: 3 });
    expect(new Set(frames.map((frame) => frame.data)).size).toBeLessThan(frames.length);
    const [a, b] = [frames[0], frames.find((frame) => difference(frames[0], frame))];
    if (!b) throw new Error('nothing moved');
    const shifts = [-3, -2, -1, 0, 1, 2, 3].flatMap((dy) => [-3, -2, -1, 0, 1, 2, 3].map((dx) => [dx, dy]));
    const same = ([dx, dy]: number[]): boolean => {
      for (let y = 90; y < 100; y++) {
        for (let x = 100; x < 200; x++) {
          if (a.data[(y * 320 + x) * 4] !== b.data[((y + dy) * 320 + x + dx) * 4]) return false;
        }
      }
      return true;
    };
    expect(shifts.filter(([dx, dy]) => dx !== 0 || dy !== 0).some(same)).toBe(true);
  });

  test('rain falls, unless it is left to an effect', async () => {
    const rain = { ...close, place: 'STREET', time: 'NIGHT', weather: 'rain', size: 'wide' as const };
    const falling = await film(rain, { seconds: 0.2 });
    expect(difference(falling[0], falling[2])).toBeDefined();
    const dry = await film(rain, { seconds: 0.2, precipitation: false });
    expect(difference(dry[0], dry[2])).toBeUndefined();
  });

  test('an abort ends the film with its reason, before the first frame and in the middle', async () => {
    await expect(film(close, { signal: AbortSignal.abort(new Error('enough')) })).rejects.toThrow('enough');
    const controller = new AbortController();
    const seen: Frame[] = [];
    await expect(
      (async () => {
        for await (const frame of shootFrames(close, { ...picture, seconds: 2, signal: controller.signal })) {
          seen.push(frame);
          if (seen.length === 3) controller.abort(new Error('enough'));
        }
      })(),
    ).rejects.toThrow('enough');
    expect(seen).toHaveLength(3);
  });

  test.each([
    [{ seconds: Number.NaN }],
    [{ seconds: -1 }],
    [{ seconds: Infinity }],
    [{ fps: 0 }],
    [{ fps: Number.NaN }],
    [{ speech: [{ name: 'BEN', startSeconds: 2, endSeconds: 1 }] }],
    [{ speech: [{ name: 'BEN', startSeconds: Number.NaN, endSeconds: 1 }] }],
  ])('refuses %o', async (options) => {
    await expect(film(close, options)).rejects.toThrow(RangeError);
  });
});
