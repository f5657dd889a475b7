import { compositeOver, createFrame, type Frame } from '@filmai/core-tensor/frames';
import { describe, expect, it } from 'vitest';
import { createEffect } from './create-effect.js';
import { rainSpeed } from './precipitation.js';

const SIZE = { width: 320, height: 180 };

function coverage({ data }: Frame): number {
  let sum = 0;
  for (let i = 3; i < data.length; i += 4) sum += data[i];
  return sum / 255;
}

describe('rainSpeed', () => {
  // Gunn and Kinzer (1949), water drops in still air, metres per second; the formula fits them within 3 %.
  it.each([
    [1, 4.03],
    [2, 6.49],
    [3, 8.06],
    [4, 8.83],
  ])('drops of %d mm fall with %d m/s', (millimetres, speed) => {
    expect(Math.abs(rainSpeed(millimetres) / speed - 1)).toBeLessThan(0.03);
  });
});

describe.each(['rain', 'snow'] as const)('%s', (kind) => {
  const frames = [...createEffect({ kind, ...SIZE, seconds: 4, fps: 12, seed: 9 })];

  it('never thins out: what leaves below comes in above', () => {
    const covered = frames.map(coverage);
    const mean = covered.reduce((sum, value) => sum + value, 0) / covered.length;
    for (const value of covered) expect(Math.abs(value / mean - 1)).toBeLessThan(0.5);
    const late = covered.slice(-12).reduce((sum, value) => sum + value, 0) / 12;
    expect(Math.abs(late / mean - 1)).toBeLessThan(0.2);
  });

  it('falls everywhere in the picture', () => {
    const together = createFrame(SIZE.width, SIZE.height);
    for (const frame of frames) compositeOver(together, frame);
    for (const [left, top] of [
      [0, 0],
      [240, 0],
      [0, 135],
      [240, 135],
      [120, 70],
    ]) {
      let covered = 0;
      for (let y = top; y < top + 45; y++)
        for (let x = left; x < left + 80; x++) covered += together.data[(y * SIZE.width + x) * 4 + 3] > 20 ? 1 : 0;
      expect(covered).toBeGreaterThan(200);
    }
  });

  it('is seen before dark and before light grounds: brighter than one, darker than the other', () => {
    const change = (ground: number): number => {
      const picture = createFrame(SIZE.width, SIZE.height, { fill: [ground, ground, ground, 255] });
      compositeOver(picture, frames[5]);
      let sum = 0;
      for (let i = 0; i < picture.data.length; i += 4) sum += picture.data[i] - ground;
      return sum / coverage(frames[5]);
    };
    expect(change(40)).toBeGreaterThan(40);
    expect(change(240)).toBeLessThan(-15);
  });
});

describe('falling', () => {
  /** Down or sidewards way of the picture from one frame to the next, in pixels, by the best match of rows or columns. */
  function drift(kind: 'rain' | 'snow', wind: number, fps: number): { x: number; y: number } {
    const [first, second] = [...createEffect({ kind, ...SIZE, seconds: 2 / fps, fps, seed: 3, wind, strength: 0.4 })];
    let best = { x: 0, y: 0, score: -1 };
    for (let dy = -3; dy <= 12; dy++) {
      for (let dx = -6; dx <= 6; dx++) {
        let score = 0;
        for (let y = 20; y < 150; y++) {
          for (let x = 10; x < 310; x++) {
            score += first.data[(y * SIZE.width + x) * 4 + 3] * second.data[((y + dy) * SIZE.width + x + dx) * 4 + 3];
          }
        }
        if (score > best.score) best = { x: dx, y: dy, score };
      }
    }
    return best;
  }

  it('goes down, rain faster than snow', () => {
    const rain = drift('rain', 0, 100);
    const snow = drift('snow', 0, 100);
    expect(rain.y).toBeGreaterThan(snow.y);
    expect(snow.y).toBeGreaterThanOrEqual(0);
    expect(drift('snow', 0, 30).y).toBeGreaterThan(0);
  });

  it('goes with the wind', () => {
    const left = drift('snow', -1, 30);
    const right = drift('snow', 1, 30);
    expect(left.x).toBeLessThan(0);
    expect(right.x).toBeGreaterThan(0);
  });
});
