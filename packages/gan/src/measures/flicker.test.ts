import { createRandom } from '@filmai/core-tensor/random';
import { describe, expect, it } from 'vitest';
import { flicker, warpingError } from './flicker.js';
import { opticalFlow, visiblePixels } from './optical-flow.js';

const [width, height] = [96, 64];

/** A smooth pattern, moved by (dx, dy) pixels, its light scaled. */
function pattern(dx: number, dy: number, light = 1) {
  const data = new Uint8ClampedArray(width * height * 4);
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at += 4) {
      const [u, v] = [x - dx, y - dy];
      const value = light * (128 + 50 * Math.sin(u / 5) + 40 * Math.cos(v / 7 + u / 11) + 25 * Math.sin((u + 2 * v) / 3));
      data.set([value, value, value, 255], at);
    }
  }
  return { width, height, data };
}

function grey(value: number, alpha = 255) {
  const data = new Uint8ClampedArray(width * height * 4);
  for (let i = 0; i < data.length; i += 4) data.set([value, value, value, alpha], i);
  return { width, height, data };
}

const film = (light: (t: number) => number, speed = 2) =>
  Array.from({ length: 5 }, (_, t) => pattern(t * speed, t * speed * 0.5, light(t)));

describe('optical flow', () => {
  it.each([
    [1.5, -0.7],
    [4, 3],
    [9, -6],
  ])('finds a movement of %d, %d pixels to a quarter of a pixel', (dx, dy) => {
    const flow = opticalFlow(pattern(0, 0), pattern(dx, dy));
    let [error, count] = [0, 0];
    for (let y = 16; y < height - 16; y++) {
      for (let x = 16; x < width - 16; x++, count++) {
        const i = y * width + x;
        error += Math.hypot(flow.x[i] - dx, flow.y[i] - dy);
      }
    }
    expect(error / count).toBeLessThan(0.25);
  });

  it('sees no movement in a flat picture', () => {
    const flow = opticalFlow(grey(20), grey(90));
    expect(Math.max(...flow.x, ...flow.y)).toBe(0);
  });

  it('knows which pixels leave the picture', () => {
    const forward = opticalFlow(pattern(0, 0), pattern(8, 0));
    const seen = visiblePixels(forward, opticalFlow(pattern(8, 0), pattern(0, 0)));
    const middle = 32 * width;
    expect(seen[middle + 40]).toBe(1);
    expect(seen[middle + width - 2]).toBe(0);
  });

  it('refuses frames of two sizes and odd options', () => {
    expect(() => opticalFlow(grey(1), { width: 1, height: 1, data: new Uint8ClampedArray(4) })).toThrow(/1×1/);
    expect(() => opticalFlow(grey(1), grey(1), { radius: 0 })).toThrow(/radius/);
  });
});

describe('flicker', () => {
  it('is nearly nothing for movement and for a steady fade', () => {
    expect(flicker(film(() => 1)).value).toBeLessThan(0.005);
    expect(flicker(film((t) => 0.5 + 0.05 * t)).value).toBeLessThan(0.005);
    expect(flicker([10, 40, 70].map((value) => grey(value))).value).toBeLessThan(1e-6);
  });

  it('is twice the amplitude of a light that alternates, whether or not the picture moves', () => {
    expect(flicker([100, 151, 100, 151].map((value) => grey(value))).value).toBeCloseTo(0.2, 6);
    const moving = flicker(film((t) => 1 - 0.1 * (t % 2)));
    const expected = (0.1 * 128) / 255;
    expect(moving.value).toBeGreaterThan(0.8 * expected);
    expect(moving.value).toBeLessThan(1.2 * expected);
    expect(moving.followed).toBeGreaterThan(0.85);
  });

  it('is √(3/2)·√(2/π)·σ for independent noise of deviation σ where it is told that nothing moves', () => {
    const random = createRandom(3);
    const still = Array.from({ length: 6 }, () => {
      const frame = grey(128);
      for (let i = 0; i < frame.data.length; i += 4) frame.data.fill(128 + random.normal(0, 20), i, i + 3);
      return frame;
    });
    const { value, followed } = flicker(still, { flows: 'still' });
    expect(followed).toBe(1);
    expect(value / ((Math.sqrt(1.5) * Math.sqrt(2 / Math.PI) * 20) / 255)).toBeCloseTo(1, 1);
  });

  it('sees alpha as light over black', () => {
    expect(flicker([255, 0, 255, 0].map((alpha) => grey(255, alpha))).value).toBeCloseTo(1, 6);
  });

  it('refuses clips that are too short or of mixed sizes', () => {
    expect(() => flicker([grey(1), grey(1)])).toThrow(/at least 3 frames/);
    expect(() => flicker([grey(1), grey(1), { width: 1, height: 1, data: new Uint8ClampedArray(4) }])).toThrow(/frame 2 is 1×1/);
    expect(() => flicker([grey(1), grey(1), grey(1)], { flows: [] })).toThrow(/2 flows/);
  });
});

describe('warping error', () => {
  it('is the squared difference of colours where nothing moves', () => {
    expect(warpingError([grey(51), grey(102)]).value).toBeCloseTo(0.04, 6);
  });

  it('stays small for movement and grows with a translation that does not follow it', () => {
    const source = film(() => 1);
    expect(warpingError(source).value).toBeLessThan(3e-4);
    const stuck = source.map(() => pattern(0, 0));
    expect(warpingError(stuck, { motionOf: source }).value).toBeGreaterThan(5e-3);
  });
});
