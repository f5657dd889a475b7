import { createRandom } from '@filmai/core-tensor/random';
import { describe, expect, it } from 'vitest';
import { blurFrame, sharpenFrame } from './blur.js';
import { createFrame } from './frame.js';
import type { Frame } from './frame.js';
import { chromaKey, lumaKey } from './key.js';
import { RESIZE_FILTERS, resizeFrame } from './resize.js';
import { perspectiveMatrix, warpFrame } from './warp.js';

function noise(width: number, height: number, seed = 1): Frame {
  const random = createRandom(seed);
  const frame = createFrame(width, height, { seconds: 3 });
  for (let i = 0; i < frame.data.length; i++) frame.data[i] = i % 4 === 3 ? 255 : random.integer(0, 255);
  return frame;
}

const mean = (frame: Frame, channel: number): number => {
  let sum = 0;
  for (let i = channel; i < frame.data.length; i += 4) sum += frame.data[i];
  return sum / (frame.data.length / 4);
};

/** Left half red, right half clear green: the green must never be seen. */
const halves = createFrame(16, 16);
for (let i = 0; i < 256; i++) halves.data.set(i % 16 < 8 ? [255, 0, 0, 255] : [0, 255, 0, 0], i * 4);
const greenest = ({ data }: Frame): number => data.reduce((most, value, i) => (i % 4 === 1 ? Math.max(most, value) : most), 0);

describe('resizing', () => {
  it.each(RESIZE_FILTERS)('by %s keeps a constant, the size as it is, and hides the colour of clear pixels', (filter) => {
    const flat = createFrame(17, 11, { fill: [10, 120, 250, 77] });
    for (const [width, height] of [
      [5, 30],
      [40, 3],
      [1, 1],
    ]) {
      const resized = resizeFrame(flat, { width, height, filter });
      expect(resized.data).toEqual(createFrame(width, height, { fill: [10, 120, 250, 77] }).data);
    }
    const picture = noise(9, 7);
    expect(resizeFrame(picture, { width: 9, height: 7, filter })).toEqual(picture);
    if (filter !== 'nearest') expect(greenest(resizeFrame(halves, { width: 7, height: 5, filter }))).toBe(0);
  });

  it('by area gives means of blocks', () => {
    const frame = createFrame(4, 2);
    for (let i = 0; i < 8; i++) frame.data.set([i * 10, 0, 0, 255], i * 4);
    const { data } = resizeFrame(frame, { width: 2, height: 1, filter: 'area' });
    expect([data[0], data[4]]).toEqual([25, 45]);
  });

  it('keeps a straight ramp straight in its inside', () => {
    const frame = createFrame(32, 4);
    for (let i = 0; i < 128; i++) frame.data.set([(i % 32) * 8, 0, 0, 255], i * 4);
    for (const filter of ['bilinear', 'bicubic', 'lanczos'] as const) {
      const { data } = resizeFrame(frame, { width: 64, height: 4, filter });
      for (let x = 12; x < 52; x++)
        expect(Math.abs(data[x * 4] - ((x + 0.5) / 2 - 0.5) * 8)).toBeLessThan(filter === 'lanczos' ? 1.6 : 0.51);
    }
  });

  it('refuses sizes and filters that are none', () => {
    expect(() => resizeFrame(halves, { width: 0, height: 1 })).toThrow(/width/);
    expect(() => resizeFrame(halves, { width: 1, height: 1, filter: 'best' as 'area' })).toThrow(/'best'/);
  });
});

describe('blurring', () => {
  it.each([{ sigma: 1.7 }, { radius: 2 }, { radius: 1.5 }])(
    'by %o keeps the mean of what is away from the border, and constants',
    (options) => {
      const frame = createFrame(48, 48, { fill: [100, 100, 100, 255] });
      const inner = noise(12, 12);
      for (let y = 0; y < 12; y++) frame.data.set(inner.data.subarray(y * 48, y * 48 + 48), ((y + 18) * 48 + 18) * 4);
      const soft = blurFrame(frame, options);
      for (const channel of [0, 1, 2]) expect(Math.abs(mean(soft, channel) - mean(frame, channel))).toBeLessThan(0.1);
      expect(soft.seconds).toBe(frame.seconds);
      const flat = createFrame(9, 9, { fill: [1, 128, 254, 40] });
      expect(blurFrame(flat, options).data).toEqual(flat.data);
    },
  );

  it('spreads a point as a Gaussian of its deviation does', () => {
    const point = createFrame(41, 41, { fill: [0, 0, 0, 255] });
    point.data.set([255, 255, 255, 255], (20 * 41 + 20) * 4);
    const { data } = blurFrame(point, { sigma: 1.2 });
    let norm = 0;
    for (let k = -20; k <= 20; k++) norm += Math.exp((-k * k) / 2.88);
    for (const [dx, dy] of [
      [0, 0],
      [1, 0],
      [1, 1],
      [2, 0],
      [3, 1],
    ])
      expect(
        Math.abs(data[((20 + dy) * 41 + 20 + dx) * 4] - (255 * Math.exp(-(dx * dx + dy * dy) / 2.88)) / norm ** 2),
      ).toBeLessThan(0.51);
  });

  it('of nothing changes nothing, and clear pixels lend no colour', () => {
    const picture = noise(8, 8);
    expect(blurFrame(picture, { sigma: 0 }).data).toEqual(picture.data);
    expect(blurFrame(picture, { radius: 0 }).data).toEqual(picture.data);
    expect(greenest(blurFrame(halves, { sigma: 2 }))).toBe(0);
  });

  it('refuses both widths, none, and those out of range', () => {
    expect(() => blurFrame(halves, {})).toThrow(/neither/);
    expect(() => blurFrame(halves, { sigma: 1, radius: 1 })).toThrow(/both/);
    expect(() => blurFrame(halves, { sigma: -1 })).toThrow(/sigma/);
  });
});

describe('sharpening', () => {
  it('steepens an edge by the amount times what a blur takes from it, and leaves flat places and small differences', () => {
    const edge = createFrame(20, 3);
    for (let i = 0; i < 60; i++) edge.data.set(i % 20 < 10 ? [100, 100, 100, 255] : [150, 150, 150, 255], i * 4);
    const soft = blurFrame(edge, { sigma: 1 }).data;
    const sharp = sharpenFrame(edge, { amount: 2, sigma: 1 }).data;
    expect(sharp[9 * 4]).toBe(100 + 2 * (100 - soft[9 * 4]));
    expect(sharp[10 * 4]).toBe(150 + 2 * (150 - soft[10 * 4]));
    expect([sharp[0], sharp[3]]).toEqual([100, 255]);
    expect(sharpenFrame(edge, { amount: 2, sigma: 1, threshold: 60 }).data).toEqual(edge.data);
    expect(() => sharpenFrame(edge, { amount: -1 })).toThrow(/amount/);
  });
});

describe('warping', () => {
  const picture = noise(12, 9);

  it('by the identity keeps every pixel', () => {
    expect(warpFrame(picture, {})).toEqual(picture);
    const still = { width: 12, height: 9, x: new Float32Array(108), y: new Float32Array(108) };
    expect(warpFrame(picture, { field: still })).toEqual(picture);
  });

  it('moves by whole and half pixels', () => {
    const moved = warpFrame(picture, { matrix: [1, 0, 2, 0, 1, 1, 0, 0, 1] }).data;
    expect([...moved.subarray((3 * 12 + 5) * 4, (3 * 12 + 5) * 4 + 4)]).toEqual([
      ...picture.data.subarray((2 * 12 + 3) * 4, (2 * 12 + 3) * 4 + 4),
    ]);
    expect(moved[3]).toBe(0);
    const half = { width: 12, height: 9, x: new Float32Array(108).fill(0.5), y: new Float32Array(108) };
    const between = warpFrame(picture, { field: half }).data;
    expect(Math.abs(between[20] - (picture.data[20] + picture.data[24]) / 2)).toBeLessThanOrEqual(0.5);
  });

  it('lets the last pixel go on, or fades to clear without the colour of clear pixels', () => {
    const far = warpFrame(picture, { matrix: [1, 0, 30, 0, 1, 0, 0, 0, 1], outside: 'extend' }).data;
    expect([...far.subarray(0, 4)]).toEqual([...picture.data.subarray(0, 4)]);
    expect(greenest(warpFrame(halves, { matrix: [0.7, 0.3, 0.4, -0.3, 0.7, 3.3, 0, 0, 1] }))).toBe(0);
  });

  it('takes four corners to four others, and there and back again', () => {
    const from = [
      [0, 0],
      [10, 0],
      [10, 8],
      [0, 8],
    ] as const;
    const to = [
      [2, 1],
      [9, 0],
      [12, 9],
      [1, 7],
    ] as const;
    const m = perspectiveMatrix(from, to);
    for (const [i, [x, y]] of from.entries()) {
      const w = m[6] * x + m[7] * y + m[8];
      expect((m[0] * x + m[1] * y + m[2]) / w).toBeCloseTo(to[i][0], 9);
      expect((m[3] * x + m[4] * y + m[5]) / w).toBeCloseTo(to[i][1], 9);
    }
    const smooth = createFrame(40, 40);
    for (let i = 0; i < 1600; i++) smooth.data.set([3 * (i % 40) + 60, 2 * Math.floor(i / 40) + 40, 90, 255], i * 4);
    const corners = [
      [0, 0],
      [39, 0],
      [39, 39],
      [0, 39],
    ] as const;
    const tilted = [
      [3, 2],
      [36, 0],
      [39, 37],
      [0, 39],
    ] as const;
    const there = warpFrame(smooth, { matrix: perspectiveMatrix(corners, tilted) });
    const back = warpFrame(there, { matrix: perspectiveMatrix(tilted, corners) }).data;
    for (const at of [20 * 40 + 20, 10 * 40 + 25, 30 * 40 + 12])
      expect(Math.abs(back[at * 4] - smooth.data[at * 4])).toBeLessThanOrEqual(1);
  });

  it('refuses what flattens the picture and fields of another size', () => {
    expect(() => warpFrame(picture, { matrix: [1, 1, 0, 1, 1, 0, 0, 0, 1] })).toThrow(/inverted/);
    expect(() => warpFrame(picture, { matrix: [1, 0, 0] })).toThrow(/3 × 3/);
    expect(() => warpFrame(picture, { field: { width: 2, height: 2, x: new Float32Array(4), y: new Float32Array(4) } })).toThrow(
      /2×2/,
    );
    expect(() =>
      perspectiveMatrix(
        [
          [0, 0],
          [1, 1],
          [2, 2],
          [3, 3],
        ],
        [
          [0, 0],
          [1, 0],
          [1, 1],
          [0, 1],
        ],
      ),
    ).toThrow(/on a line/);
  });
});

describe('keying', () => {
  const one = (r: number, g: number, b: number, a = 255) => createFrame(1, 1, { fill: [r, g, b, a] });

  it('clears the screen and its shadows’ neighbours, keeps the actor, and takes the spill', () => {
    const options = { colour: [0.2, 0.8, 0.3] as const };
    expect(chromaKey(one(51, 204, 76), options).data[3]).toBe(0);
    expect(chromaKey(one(45, 190, 70), options).data[3]).toBe(0);
    expect([...chromaKey(one(200, 150, 130), options).data]).toEqual([200, 150, 130, 255]);
    expect([...chromaKey(one(180, 190, 160), options).data]).toEqual([180, 170, 160, 255]);
    expect([...chromaKey(one(180, 190, 160), { ...options, despill: 0.5 }).data]).toEqual([180, 180, 160, 255]);
    expect(chromaKey(one(200, 150, 130, 100), options).data[3]).toBe(100);
  });

  it('takes blue screens as well', () => {
    expect(chromaKey(one(20, 40, 230), { colour: [0.08, 0.16, 0.9] }).data[3]).toBe(0);
    expect([...chromaKey(one(160, 150, 175), { colour: [0.08, 0.16, 0.9] }).data]).toEqual([160, 150, 155, 255]);
  });

  it('by light has a ramp between clear and opaque', () => {
    const alphaOf = (level: number, invert = false) =>
      lumaKey(one(level, level, level), { threshold: 0.2, softness: 0.4, invert }).data[3];
    expect([alphaOf(51), alphaOf(110), alphaOf(153), alphaOf(255)]).toEqual([0, 147, 255, 255]);
    expect([alphaOf(255, true), alphaOf(102, true)]).toEqual([0, 255]);
  });

  it('refuses a grey key and numbers out of range', () => {
    expect(() => chromaKey(halves, { colour: [0.5, 0.5, 0.5] })).toThrow(/lumaKey/);
    expect(() => chromaKey(halves, { colour: [0, 2, 0] })).toThrow(/colour/);
    expect(() => lumaKey(halves, { softness: -1 })).toThrow(/softness/);
  });
});
