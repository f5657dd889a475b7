import { createFrame } from '@filmai/core-tensor/frames';
import { describe, expect, it } from 'vitest';
import { clip } from '../timeline/layout.js';
import { timeRange } from '../time/rational-time.js';
import { createCaptionPainter } from './caption-painter.js';
import type { CaptionPicture } from './caption-painter.js';
import { renderFrames } from './render-frames.js';

/** Captions need the canvas and a font; without either there is nothing to draw with. */
const drawable = await createCaptionPainter([{ startSeconds: 0, endSeconds: 1, text: 'x' }], { width: 320, height: 180 }).then(
  (painter) => painter.at(0) !== undefined,
  () => false,
);

const cue = (startSeconds: number, endSeconds: number, text: string) => ({ startSeconds, endSeconds, text });
/** Edges of what is drawn, in the frame. */
const inkOf = ({
  left,
  top,
  width,
  height,
  data,
}: CaptionPicture): { left: number; right: number; top: number; bottom: number } => {
  const ink = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity };
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (data[(y * width + x) * 4 + 3] === 0) continue;
      ink.left = Math.min(ink.left, left + x);
      ink.right = Math.max(ink.right, left + x);
      ink.top = Math.min(ink.top, top + y);
      ink.bottom = Math.max(ink.bottom, top + y);
    }
  }
  return ink;
};

describe.skipIf(!drawable)('captions drawn into the picture (needs @napi-rs/canvas and a font)', () => {
  it('stay inside the title-safe area, whatever is said', async () => {
    const long =
      'She said that the harbour had been closed since the winter storm, and nobody at all would come before the spring tide.';
    const wide = 'W'.repeat(42);
    for (const [width, height] of [
      [1280, 720],
      [640, 480],
      [480, 854],
    ]) {
      const painter = await createCaptionPainter([cue(0, 6, long), cue(7, 8, wide), cue(9, 10, 'a\nb')], { width, height });
      for (const seconds of [0, 2, 4, 5.9, 7, 9]) {
        const picture = painter.at(seconds);
        if (!picture) throw new Error(`nothing at ${seconds} s`);
        const { left, right, top, bottom } = inkOf(picture);
        expect(left).toBeGreaterThanOrEqual(Math.floor(width * 0.05) - 1);
        expect(right).toBeLessThanOrEqual(Math.ceil(width * 0.95) + 1);
        expect(bottom).toBeLessThanOrEqual(Math.ceil(height * 0.95));
        expect(top).toBeGreaterThan(height / 2);
      }
    }
  });

  it('are white inside a dark outline', async () => {
    const painter = await createCaptionPainter([cue(0, 1, 'IIII')], { width: 640, height: 360 });
    const { data } = painter.at(0) as CaptionPicture;
    let [white, dark] = [0, 0];
    for (let i = 0; i < data.length; i += 4) {
      if (data[i] > 240 && data[i + 3] > 240) white++;
      if (data[i] < 20 && data[i + 3] > 200) dark++;
    }
    expect(white).toBeGreaterThan(50);
    expect(dark).toBeGreaterThan(50);
  });

  it('come and go with their cue, and stand together at the same time', async () => {
    const painter = await createCaptionPainter([cue(1, 2, '<i>one</i>'), cue(1.5, 2.5, 'two')], { width: 640, height: 360 });
    expect(painter.at(0.99)).toBeUndefined();
    const one = painter.at(1) as CaptionPicture;
    expect(painter.at(1.4)).toBe(one);
    expect((painter.at(1.6) as CaptionPicture).height).toBeGreaterThan(one.height);
    expect(painter.at(2.4)).toBeDefined();
    expect(painter.at(2.5)).toBeUndefined();
  });

  it('change only their own part of the picture, and the source not at all', async () => {
    const grey = createFrame(320, 180, { fill: [100, 100, 100, 255] });
    const shot = clip('a', { kind: 'missing', name: '' }, timeRange(0, 24, 24));
    const timeline = { name: '', tracks: [{ kind: 'track' as const, name: 'V', media: 'video', items: [shot] }] };
    const changed: number[] = [];
    const captions = { cues: [cue(0.25, 0.5, 'Hello')] };
    for await (const { data } of renderFrames(timeline, { width: 320, height: 180, fps: 24, media: () => grey, captions })) {
      changed.push(data.filter((value, i) => i % 4 === 0 && value !== 100).length);
      expect(data.subarray(0, 320 * 90 * 4).every((value, i) => value === (i % 4 === 3 ? 255 : 100))).toBe(true);
    }
    expect(changed.map((pixels) => pixels > 0)).toEqual(Array.from({ length: 24 }, (_, n) => n >= 6 && n < 12));
    expect(grey.data.every((value, i) => value === (i % 4 === 3 ? 255 : 100))).toBe(true);
  });

  it('are refused at a size that nobody can read', async () => {
    await expect(createCaptionPainter([], { width: 10, height: 10, size: 0.5 })).rejects.toBeInstanceOf(RangeError);
    await expect(createCaptionPainter([], { width: 10, height: 10, fontFile: '/no/such/font.ttf' })).rejects.toMatchObject({
      code: 'NO_FONT',
    });
  });
});
