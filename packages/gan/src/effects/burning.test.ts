import type { Frame } from '@filmai/core-tensor/frames';
import { describe, expect, it } from 'vitest';
import { createEffect } from './create-effect.js';

/** Light of a frame over black, 0…255 on average, of a part of it (0…1). */
function brightness({ data, width, height }: Frame, left = 0, top = 0, right = 1, bottom = 1): number {
  let sum = 0;
  let count = 0;
  for (let y = Math.floor(top * height); y < bottom * height; y++) {
    for (let x = Math.floor(left * width); x < right * width; x++, count++) {
      const i = (y * width + x) * 4;
      sum += ((0.2126 * data[i] + 0.7152 * data[i + 1] + 0.0722 * data[i + 2]) * data[i + 3]) / 255;
    }
  }
  return sum / count;
}

/** Highest row with anything in it, 0 (top) … 1. */
function highest({ data, width }: Frame): number {
  for (let i = 3; i < data.length; i += 4) if (data[i] > 60) return Math.floor(i / 4 / width) / (data.length / 4 / width);
  return 1;
}

const SIZE = { width: 160, height: 90 };

describe('fire', () => {
  const frames = [...createEffect({ kind: 'fire', ...SIZE, seconds: 1.5, seed: 4, wind: 0 })];

  it('burns from its first frame on, bright in the middle of its bed, dark at its edge', () => {
    for (const frame of [frames[0], frames[20], frames[35]]) {
      const middle = brightness(frame, 0.46, 0.78, 0.54, 0.88);
      expect(middle).toBeGreaterThan(150);
      expect(middle).toBeGreaterThan(2 * brightness(frame, 0.36, 0.6, 0.4, 0.88));
    }
  });

  it('fills the width of its bed without gaps', () => {
    for (const frame of frames.filter((_, i) => i % 6 === 0)) {
      let full = 0;
      const row = Math.floor(0.87 * SIZE.height);
      const half = 0.18 * SIZE.height;
      for (let x = Math.ceil(80 - half); x < 80 + half; x++) if (frame.data[(row * SIZE.width + x) * 4 + 3] > 200) full++;
      expect(full / (2 * half)).toBeGreaterThan(0.8);
    }
  });

  it('is white to yellow inside and never blue', () => {
    for (let i = 0; i < frames[20].data.length; i += 4) {
      const [red, , blue, alpha] = frames[20].data.subarray(i, i + 4);
      if (alpha > 200) expect(blue).toBeLessThanOrEqual(red + 6);
    }
  });

  it('goes on burning', () => {
    const light = frames.map((frame) => brightness(frame));
    expect(Math.min(...light)).toBeGreaterThan(0.4 * Math.max(...light));
  });
});

describe('smoke', () => {
  const frames = [...createEffect({ kind: 'smoke', ...SIZE, seconds: 1, seed: 4 })];

  it('is grey: no red glow', () => {
    for (const { data } of [frames[0], frames[12], frames[23]]) {
      for (let i = 0; i < data.length; i += 4) {
        if (data[i + 3] > 8)
          expect(Math.max(data[i], data[i + 1], data[i + 2]) - Math.min(data[i], data[i + 1], data[i + 2])).toBeLessThan(16);
      }
    }
  });

  it('rises high over its bed and spreads wider than it', () => {
    expect(highest(frames[12])).toBeLessThan(0.2);
    const above = frames[12].data.filter((alpha, i) => i % 4 === 3 && alpha > 60 && i / 4 / SIZE.width < 0.4 * SIZE.height);
    expect(above.length).toBeGreaterThan(0.06 * SIZE.width * SIZE.height);
  });

  it('has lit and shaded sides', () => {
    const tones: number[] = [];
    for (let i = 0; i < frames[12].data.length; i += 4) if (frames[12].data[i + 3] > 200) tones.push(frames[12].data[i]);
    tones.sort((a, b) => a - b);
    expect(tones[Math.floor(0.9 * tones.length)] - tones[Math.floor(0.1 * tones.length)]).toBeGreaterThan(25);
  });
});

describe('explosion', () => {
  const frames = [...createEffect({ kind: 'explosion', ...SIZE, seconds: 3, seed: 4 })];
  const light = frames.map((frame) => brightness(frame));

  it('leaves the picture untouched at first', () => {
    expect(light.slice(0, 6)).toEqual([0, 0, 0, 0, 0, 0]);
  });

  it('is brightest soon after, then dims to smoke', () => {
    const peak = light.indexOf(Math.max(...light));
    expect(peak).toBeGreaterThanOrEqual(6);
    expect(peak).toBeLessThan(14);
    expect(light[30]).toBeLessThan(0.6 * light[peak]);
    expect(light[60]).toBeLessThan(0.3 * light[peak]);
  });

  it('flashes over the whole picture for less than a quarter of a second', () => {
    const corner = (index: number): number => frames[index].data[3];
    expect(corner(6)).toBeGreaterThan(80);
    expect(corner(6)).toBeGreaterThan(corner(8));
    expect(corner(12)).toBe(0);
  });

  it('is about as high above its middle as it is wide to both sides', () => {
    const { data } = [
      ...createEffect({ kind: 'explosion', ...SIZE, seconds: 1, seed: 4, wind: 0, origin: { x: 0.5, y: 0.5 }, size: 0.3 }),
    ][13];
    const reach = (stepX: number, stepY: number): number => {
      let far = 0;
      // The sparks are thin; the fireball is opaque.
      for (let r = 0; r < 44; r++) if (data[((45 + stepY * r) * SIZE.width + 80 + stepX * r) * 4 + 3] > 200) far = r;
      return far;
    };
    const reaches = [reach(1, 0), reach(-1, 0), reach(0, -1), reach(0, 1)];
    expect(Math.min(...reaches)).toBeGreaterThan(8);
    expect(Math.max(...reaches)).toBeLessThan(2 * Math.min(...reaches));
  });

  it('rises when it has cooled', () => {
    expect(highest(frames[48])).toBeLessThan(highest(frames[14]) + 0.01);
  });

  it('also starts in a film too short for its quiet', () => {
    const short = [...createEffect({ kind: 'explosion', ...SIZE, seconds: 0.4 })];
    expect(brightness(short[9])).toBeGreaterThan(5);
  });
});
