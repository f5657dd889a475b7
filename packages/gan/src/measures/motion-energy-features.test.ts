import { createRandom } from '@filmai/core-tensor/random';
import { describe, expect, it } from 'vitest';
import { extractFeatures } from './feature-matrix.js';
import { frechetDistance } from './frechet-distance.js';
import { motionEnergyFeatures } from './motion-energy-features.js';

/** Soft dots that move by `speed` pixels a frame, in `frames` frames of 24 × 24. */
function dots(seed: number, speed: number, frames = 6) {
  const random = createRandom(seed);
  const places = Array.from({ length: 4 }, () => [random.range(4, 20), random.range(4, 20), random.range(0.6, 1.4)]);
  return Array.from({ length: frames }, (_, t) => {
    const data = new Uint8ClampedArray(24 * 24 * 4);
    for (let i = 0; i < 576; i++) {
      const light = places.reduce(
        (sum, [x, y, own]) => sum + Math.exp(-(((i % 24) - x - own * speed * t) ** 2 + (Math.floor(i / 24) - y) ** 2) / 6),
        0,
      );
      data.set([200 * light, 200 * light, 200 * light, 255], i * 4);
    }
    return { width: 24, height: 24, data };
  });
}

const clips = (from: number, speed: number) => Array.from({ length: 60 }, (_, i) => dots(from + i, speed));

describe('motion energy', () => {
  it('tells clips by how, and in which direction, they move', async () => {
    const look = motionEnergyFeatures({ grid: 4, dimensions: 12, seed: 1 });
    const [some, others, faster, backwards] = await Promise.all(
      [clips(0, 0.6), clips(500, 0.6), clips(900, 2), clips(1300, -0.6)].map((set) => extractFeatures(look, set)),
    );
    const same = frechetDistance(some, others);
    expect(same.name).toBe('frechet-motion-energy');
    expect(frechetDistance(some, faster).value).toBeGreaterThan(3 * same.value);
    expect(frechetDistance(some, backwards).value).toBeGreaterThan(3 * same.value);
  });

  it('is the same for the same seed, and refuses frames smaller than its grid and clips of one frame', async () => {
    const [a, b] = await Promise.all([3, 3].map((seed) => extractFeatures(motionEnergyFeatures({ seed }), [dots(1, 1)])));
    expect(a.data).toEqual(b.data);
    await expect(extractFeatures(motionEnergyFeatures({ grid: 30 }), [dots(1, 1)])).rejects.toThrow(/grid of 30×30/);
    await expect(extractFeatures(motionEnergyFeatures(), [dots(1, 1, 1)])).rejects.toThrow(/at least 2 frames/);
    expect(() => motionEnergyFeatures({ dimensions: 0 })).toThrow(/dimensions/);
  });
});
