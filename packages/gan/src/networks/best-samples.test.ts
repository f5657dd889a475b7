import * as tf from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRandom } from '@filmai/core-tensor/random';
import { startRuntime } from '@filmai/core-tensor/runtime';
import { bestSamples, createConditionalGan, createDcgan, type PictureGan } from './index.js';

let tensors: number;
let gan: PictureGan;

beforeAll(async () => {
  await startRuntime();
  tensors = tf.memory().numTensors;
  gan = await createDcgan({ size: 8, width: 0.1, latent: 4, seed: 7 });
});

afterAll(() => {
  gan.dispose();
  expect(tf.memory().numTensors).toBe(tensors);
});

describe('the best samples', () => {
  it('are those that the critic ranks highest, in the order in which they were drawn', () => {
    const all = rows(gan.sample(40, createRandom(3)));
    const logits = all.map(logitOf);
    const bound = logits.toSorted((a, b) => b - a)[9];
    const expected = all.filter((_, i) => logits[i] >= bound);
    const best = rows(bestSamples(gan, 10, createRandom(3), { share: 0.25 }));
    expect(best).toEqual(expected);
    expect(best.length).toBe(10);
  });

  it('are all samples where all are kept', () => {
    expect(rows(bestSamples(gan, 5, createRandom(2), { share: 1 }))).toEqual(rows(gan.sample(5, createRandom(2))));
  });

  it('are refused for wrong numbers and for a GAN with classes', async () => {
    expect(() => bestSamples(gan, 0, createRandom(1))).toThrow('bestSamples: count must be a whole number of at least 1, got 0');
    expect(() => bestSamples(gan, 1, createRandom(1), { share: 0 })).toThrow('share must be above 0 and at most 1, got 0');
    const classed = await createConditionalGan({ size: 8, width: 0.1, latent: 4, classes: 2 });
    expect(() => bestSamples(classed, 1, createRandom(1))).toThrow('expected a critic that reads pictures alone');
    classed.dispose();
  });
});

function rows(pictures: tf.Tensor): number[][] {
  const flat = tf.reshape(pictures, [pictures.shape[0], -1]);
  const values = flat.arraySync() as number[][];
  tf.dispose([pictures, flat]);
  return values;
}

function logitOf(picture: number[]): number {
  return tf.tidy(() => (gan.networks.critic.predict(tf.tensor4d(picture, [1, 8, 8, 1])) as tf.Tensor).dataSync()[0]);
}
