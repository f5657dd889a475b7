import * as tf from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFrame, type Frame } from '@filmai/core-tensor/frames';
import { createRandom } from '@filmai/core-tensor/random';
import { createRuntime } from '@filmai/core-tensor/runtime';
import { fromFrames, sampleSheet, toFrames, type ToFramesOptions } from './index.js';

let before = 0;
beforeAll(async () => {
  before = (await createRuntime({ backend: 'cpu' })).liveTensors();
});
afterAll(() => expect(tf.memory().numTensors).toBe(before));

const noise = (width: number, height: number, seed: number, opaque: boolean): Frame => {
  const random = createRandom(seed);
  const frame = createFrame(width, height);
  for (let i = 0; i < frame.data.length; i++) frame.data[i] = opaque && i % 4 === 3 ? 255 : random.integer(0, 255);
  return frame;
};

const framesOf = (pictures: tf.Tensor, options?: ToFramesOptions): Frame[] => {
  const frames = toFrames(pictures, options);
  pictures.dispose();
  return frames;
};

const pixel = (frame: Frame, x: number, y: number): number[] => [
  ...frame.data.subarray((y * frame.width + x) * 4, (y * frame.width + x) * 4 + 4),
];

describe('pictures and tensors', () => {
  it('turn into each other without loss, with alpha and without', () => {
    const size = fc.integer({ min: 1, max: 9 });
    fc.assert(
      fc.property(size, size, fc.integer(), fc.boolean(), (width, height, seed, opaque) => {
        const frames = [noise(width, height, seed, opaque), noise(width, height, seed + 1, opaque)];
        const back = framesOf(fromFrames(frames, { channels: opaque ? 3 : 4 }));
        expect(back.map((frame) => frame.data)).toEqual(frames.map((frame) => frame.data));
      }),
      { numRuns: 30 },
    );
  });

  it('meet at −1, 0 and 1, cut off beyond, and become black for NaN', () => {
    const values = tf.tensor4d([-1, 0, 1, -3, 3, Number.NaN], [1, 2, 3, 1]);
    const [frame] = toFrames(values);
    expect([0, 1, 2, 3, 4, 5].map((i) => frame.data[i * 4])).toEqual([0, 128, 255, 0, 255, 0]);
    const grey = fromFrames([createFrame(1, 1, { fill: [0, 255, 0, 255] })], { channels: 1 });
    expect(grey.dataSync()[0]).toBeCloseTo(2 * 0.7152 - 1, 5);
    tf.dispose([values, grey]);
  });

  it('give frames their times', () => {
    const times = framesOf(tf.zeros([3, 1, 1, 3]), { framesPerSecond: 12 }).map((frame) => frame.seconds);
    expect(times).toEqual([0, 1 / 12, 2 / 12]);
  });

  it('refuse what is no picture and say what they got', () => {
    expect(() => fromFrames([])).toThrow(/at least one frame/);
    expect(() => fromFrames([createFrame(4, 2), createFrame(2, 4)])).toThrow(/frame 1: expected 4×2 as the first, got 2×4/);
    expect(() => fromFrames([createFrame(4, 2)], { channels: 2 as 3 })).toThrow(RangeError);
    tf.tidy(() => {
      expect(() => toFrames(tf.zeros([2, 3, 3, 2]))).toThrow(/got \[2, 3, 3, 2\]/);
      expect(() => toFrames(tf.zeros([4, 4]))).toThrow(/got \[4, 4\]/);
      expect(() => toFrames(tf.zeros([4, 4, 1]), { framesPerSecond: 0 })).toThrow(RangeError);
    });
  });
});

describe('a sample sheet', () => {
  it('holds every picture at its place and the background between', () => {
    const frames = Array.from({ length: 5 }, (_, i) => createFrame(3, 2, { fill: [i, 0, 0, 255] }));
    const sheet = sampleSheet(frames, { columns: 3, gap: 1, background: [9, 9, 9, 255] });
    expect([sheet.width, sheet.height]).toEqual([13, 7]);
    frames.forEach((_, i) => {
      const [left, top] = [1 + (i % 3) * 4, 1 + Math.floor(i / 3) * 3];
      expect(pixel(sheet, left, top)[0]).toBe(i);
      expect(pixel(sheet, left + 2, top + 1)[0]).toBe(i);
      expect(pixel(sheet, left - 1, top)[0]).toBe(9);
    });
    expect(pixel(sheet, 10, 5)[0]).toBe(9);
  });

  it('is square by default, and has a row for each clip', () => {
    tf.tidy(() => {
      expect(sampleSheet(tf.zeros([9, 4, 4, 3]), { gap: 0 })).toMatchObject({ width: 12, height: 12 });
      const clips = tf.stack([tf.neg(tf.ones([3, 4, 4, 1])), tf.ones([3, 4, 4, 1])]);
      const sheet = sampleSheet(clips, { gap: 0 });
      expect(sheet).toMatchObject({ width: 12, height: 8 });
      expect([pixel(sheet, 11, 3)[0], pixel(sheet, 0, 4)[0]]).toEqual([0, 255]);
    });
  });

  it('refuses nothing, mixed sizes and impossible grids', () => {
    const frame = createFrame(2, 2);
    expect(() => sampleSheet([])).toThrow(/at least one picture/);
    expect(() => sampleSheet([frame, createFrame(3, 2)])).toThrow(/picture 1: expected 2×2 as the first, got 3×2/);
    expect(() => sampleSheet([frame], { columns: 0 })).toThrow(RangeError);
    expect(() => sampleSheet([frame], { gap: -1 })).toThrow(RangeError);
  });
});
