import * as tf from '@tensorflow/tfjs-core';
import { createRuntime } from '@filmai/core-tensor/runtime';
import { createRandom } from '@filmai/core-tensor/random';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newWatch, watchDiversity, watchLosses } from './training-watch.js';

let before = 0;
beforeAll(async () => {
  await createRuntime({ backend: 'cpu' });
  before = tf.memory().numTensors;
});
afterAll(() => expect(tf.memory().numTensors).toBe(before));

/** Warnings over a number of steps with one accuracy. */
function over(state: ReturnType<typeof newWatch>, steps: number, accuracy: number): string[] {
  return Array.from({ length: steps }, () => watchLosses(state, { critic: 0.1, 'critic/accuracy': accuracy })).flatMap((all) =>
    all.map(({ code }) => code),
  );
}

describe('watchLosses', () => {
  it('warns once when a critic knows always over its window, and anew after it didn’t', () => {
    const state = newWatch();
    expect(over(state, 199, 1)).toEqual([]);
    expect(over(state, 500, 1)).toEqual(['critic-won']);
    expect(over(state, 500, 0.7)).toEqual([]);
    expect(over(state, 2000, 1)).toEqual(['critic-won']);
  });

  it('says nothing of a game that is even, or of one that may be won', () => {
    const state = newWatch();
    expect(over(state, 1000, 0.95)).toEqual([]);
    expect(Array.from({ length: 1000 }, () => watchLosses(state, { 'critic/ranking': 1 })).flat()).toEqual([]);
  });

  it('goes on from its state as JSON', () => {
    const state = newWatch();
    over(state, 150, 1);
    const restored = JSON.parse(JSON.stringify(state)) as typeof state;
    expect(over(restored, 50, 1)).toEqual(['critic-won']);
  });
});

describe('watchDiversity', () => {
  const spread = (deviation: number): tf.Tensor => {
    const random = createRandom(3);
    return tf.tensor2d(
      Float32Array.from({ length: 32 }, () => random.normal(0, deviation)),
      [16, 2],
    );
  };
  const look = async (state: ReturnType<typeof newWatch>, deviation: number): Promise<string[]> => {
    const [made, real] = [spread(deviation), spread(1)];
    const warnings = await watchDiversity(state, made, real);
    tf.dispose([made, real]);
    return warnings.map(({ code, message }) => `${code}: ${message}`);
  };

  it('warns once when diversity falls and stays low, with figures', async () => {
    const state = newWatch();
    expect(await look(state, 0.9)).toEqual([]);
    expect(await look(state, 0.1)).toEqual([]);
    expect(await look(state, 0.1)).toEqual([expect.stringMatching(/^mode-collapse: .* 10 % .* after 90 % before/)]);
    expect(await look(state, 0.1)).toEqual([]);
  });

  it('says nothing while a generator has yet to become diverse', async () => {
    const state = newWatch();
    for (const deviation of [0.05, 0.06, 0.1, 0.3, 0.5, 0.9]) expect(await look(state, deviation)).toEqual([]);
  });
});
