import { createRandom } from '@filmai/core-tensor/random';
import { startRuntime } from '@filmai/core-tensor/runtime';
import { memory } from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { streamCodes, type CodeDynamics } from './code-dynamics.js';
import { fitCodeDynamics } from './fit-code-dynamics.js';

let live = 0;
beforeAll(async () => {
  await startRuntime();
  live = memory().numTensors;
});
afterAll(() => expect(memory().numTensors).toBe(live));

/** Films of two waves that run at 12 and 20 frames a turn, each with an amount of its own that changes slowly, over a mean of 3. */
function waves(films: number, frames: number): Float32Array[] {
  const random = createRandom('waves');
  return Array.from({ length: films }, () => {
    const film = new Float32Array(frames * 6);
    const [a, b] = [random.range(0, 6), random.range(0, 6)];
    const [strong, weak] = [random.normal(2, 0.3), random.normal(0.5, 0.1)];
    for (let t = 0; t < frames; t++) {
      for (let i = 0; i < 6; i++) {
        const first = strong * Math.cos((2 * Math.PI * t) / 12 + a + (i < 3 ? i : 0)) * (i < 3 ? 1 : 0);
        const second = weak * Math.cos((2 * Math.PI * t) / 20 + b + i) * (i < 3 ? 0 : 1);
        film[t * 6 + i] = 3 + first + second + random.normal(0, 0.01);
      }
    }
    return film;
  });
}

function run(dynamics: CodeDynamics, seed: number, frames: number): Float32Array {
  const stream = streamCodes(dynamics, createRandom(seed));
  const all = new Float32Array(frames * dynamics.size);
  for (let t = 0; t < frames; t++) stream.next(all.subarray(t * dynamics.size, (t + 1) * dynamics.size));
  return all;
}

function correlation(all: Float32Array, size: number, column: number, lag: number): number {
  const values = Array.from({ length: all.length / size }, (_, t) => all[t * size + column]);
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  let [product, square] = [0, 0];
  for (const [t, value] of values.entries()) {
    square += (value - mean) ** 2;
    if (t >= lag) product += (value - mean) * (values[t - lag] - mean);
  }
  return product / square;
}

describe('fitCodeDynamics and streamCodes', () => {
  let dynamics: CodeDynamics;
  beforeAll(() => {
    dynamics = fitCodeDynamics(waves(12, 80), { size: 6, patterns: 4, aged: false });
  });

  it('go on with the mean, the strength and the pace of the films', () => {
    const all = run(dynamics, 1, 4000);
    const column = (i: number): number[] => Array.from({ length: 4000 }, (_, t) => all[t * 6 + i]);
    for (const i of [0, 4]) {
      const values = column(i);
      const mean = values.reduce((sum, value) => sum + value, 0) / 4000;
      const deviation = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / 4000);
      expect(mean).toBeCloseTo(3, 0);
      expect(deviation / ((i === 0 ? 2 : 0.5) / Math.SQRT2)).toBeGreaterThan(0.6);
      expect(deviation / ((i === 0 ? 2 : 0.5) / Math.SQRT2)).toBeLessThan(1.5);
    }
    // Half a turn of the first wave later it is the other way round; so is the second at its own pace.
    expect(correlation(all, 6, 0, 6)).toBeLessThan(-0.5);
    expect(correlation(all, 6, 4, 10)).toBeLessThan(-0.3);
    expect(correlation(all, 6, 0, 1)).toBeGreaterThan(0.7);
  });

  it('give the same stream for the same seed, another for another', () => {
    expect(run(dynamics, 4, 20)).toEqual(run(dynamics, 4, 20));
    expect(run(dynamics, 5, 20)).not.toEqual(run(dynamics, 4, 20));
  });

  it('stay in bounds for ever', () => {
    const all = run(dynamics, 2, 20_000);
    expect(all.every((value) => Math.abs(value - 3) < 20)).toBe(true);
  });

  it('follow age where films do: every stream fades as the films did', () => {
    const random = createRandom('ages');
    const films = Array.from({ length: 10 }, () => {
      const film = new Float32Array(40 * 3);
      let drift = random.normal();
      for (let t = 0; t < 40; t++) {
        drift = 0.9 * drift + 0.4 * random.normal();
        for (let i = 0; i < 3; i++) film[t * 3 + i] = (1 - t / 40) * (5 + 0.3 * (i + 1) * drift);
      }
      return film;
    });
    const aged = fitCodeDynamics(films, { size: 3, patterns: 2, aged: true });
    const all = run(aged, 3, 50);
    for (const t of [0, 10, 20, 30]) expect(Math.abs(all[t * 3] - 5 * (1 - t / 40))).toBeLessThan(1.5);
    // After the last known age it stays as it was then.
    expect(Math.abs(all[49 * 3] - all[39 * 3])).toBeLessThan(0.5);
  });
});
