import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as tf from '@tensorflow/tfjs-core';
import * as layers from '@tensorflow/tfjs-layers';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadNetwork, saveNetwork } from '@filmai/core-tensor/checkpoints';
import { createRandom } from '@filmai/core-tensor/random';
import { startRuntime } from '@filmai/core-tensor/runtime';
import { groupNormalization } from './group-normalization.js';

const shape = [2, 3, 4, 6] as const;
const values = (seed: number, scale = 1): tf.Tensor4D => {
  const random = createRandom(seed);
  return tf.tensor4d(
    Array.from({ length: 144 }, () => random.normal(1, scale)),
    [...shape],
  );
};

/** Mean and variance of each group of each picture, by the definition. */
function statistics(x: tf.Tensor4D, groups: number): { mean: number; variance: number }[] {
  const all = x.arraySync();
  const width = shape[3] / groups;
  return all.flatMap((picture) =>
    Array.from({ length: groups }, (_, group) => {
      const members = picture.flat().flatMap((pixel) => pixel.slice(group * width, (group + 1) * width));
      const mean = members.reduce((sum, value) => sum + value, 0) / members.length;
      return { mean, variance: members.reduce((sum, value) => sum + (value - mean) ** 2, 0) / members.length };
    }),
  );
}

let live = 0;
beforeAll(async () => {
  await startRuntime();
  live = tf.memory().numTensors;
});
afterAll(() => expect(tf.memory().numTensors).toBe(live));

describe('group normalisation', () => {
  it('leaves each group of each picture with mean 0 and variance 1, for one channel a group and for more', () => {
    fc.assert(
      fc.property(fc.integer(), fc.constantFrom(-1, 6, 3, 2, 1), (seed, groups) =>
        tf.tidy(() => {
          const layer = groupNormalization({ groups, epsilon: 1e-6, center: false, scale: false });
          const made = layer.apply(values(seed, 2)) as tf.Tensor4D;
          for (const { mean, variance } of statistics(made, groups === -1 ? 6 : groups)) {
            expect(mean).toBeCloseTo(0, 4);
            expect(variance).toBeCloseTo(1, 3);
          }
        }),
      ),
      { numRuns: 15 },
    );
  });

  it('has the derivative that differences give', () => {
    tf.tidy(() => {
      const layer = groupNormalization({ groups: 3, epsilon: 0.01, center: false, scale: false });
      const [x, direction, weights] = [values(1), values(2), values(3)];
      const loss = (at: tf.Tensor): tf.Scalar => tf.sum(tf.mul(weights, tf.square(layer.apply(at) as tf.Tensor)));
      const analytic = tf.sum(tf.mul(tf.grad(loss)(x), direction)).dataSync()[0];
      const at = (step: number): number => loss(tf.add(x, tf.mul(direction, step))).dataSync()[0];
      expect(analytic / ((at(0.01) - at(-0.01)) / 0.02)).toBeCloseTo(1, 2);
    });
  });

  it('can be differentiated twice, as penalties on gradients need', () => {
    tf.tidy(() => {
      const layer = groupNormalization({ groups: -1, epsilon: 0.1, center: false, scale: false });
      const [x, direction, weights] = [values(1), values(2), values(3)];
      const slope = (at: tf.Tensor): tf.Scalar =>
        tf.sum(tf.square(tf.grad((y: tf.Tensor) => tf.sum(tf.mul(weights, layer.apply(y) as tf.Tensor)))(at)));
      const analytic = tf.sum(tf.mul(tf.grad(slope)(x), direction)).dataSync()[0];
      const at = (step: number): number => slope(tf.add(x, tf.mul(direction, step))).dataSync()[0];
      expect(analytic / ((at(0.01) - at(-0.01)) / 0.02)).toBeCloseTo(1, 2);
    });
  });

  it('learns a factor and an offset for each channel, and is the same after saving and loading', async () => {
    const model = layers.sequential({
      layers: [layers.layers.inputLayer({ inputShape: [null, null, 6] }), groupNormalization({ name: 'norm', groups: 2 })],
    });
    expect(model.countParams()).toBe(12);
    tf.tidy(() => model.setWeights([tf.tensor1d([1, 2, 3, 4, 5, 6]), tf.tensor1d([6, 5, 4, 3, 2, 1])]));
    const folder = await mkdtemp(join(tmpdir(), 'filmai-norm-'));
    await saveNetwork(folder, model);
    const loaded = await loadNetwork(folder);
    const x = values(5);
    tf.tidy(() => {
      const made = (model.predict(x) as tf.Tensor).dataSync();
      expect((loaded.predict(x) as tf.Tensor).dataSync()).toEqual(made);
    });
    expect(loaded.layers.at(-1)?.getConfig()).toMatchObject({ groups: 2, axis: -1, epsilon: 1e-3, center: true, scale: true });
    await rm(folder, { recursive: true });
    x.dispose();
    for (const one of [model, loaded]) one.dispose();
  });

  it("says where channels and groups don't fit", () => {
    const layer = groupNormalization({ name: 'block-norm', groups: 4 });
    expect(() => layer.apply(layers.input({ shape: [8, 8, 6] }))).toThrow(
      'layer "block-norm": 6 channels can\'t be divided into 4 groups',
    );
  });
});
