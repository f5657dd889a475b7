import * as tf from '@tensorflow/tfjs-core';
import { createRandom } from '@filmai/core-tensor/random';
import { createRuntime } from '@filmai/core-tensor/runtime';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drawAugmentation, type AugmentationOptions } from './index.js';

let before = 0;
beforeAll(async () => {
  await createRuntime({ backend: 'wasm' });
  before = tf.memory().numTensors;
});
afterAll(() => expect(tf.memory().numTensors).toBe(before));

const NOTHING: AugmentationOptions = { colour: false, translation: 0, cutout: 0 };

function pictures(shape: number[], seed = 'pictures'): tf.Tensor {
  const random = createRandom(seed);
  return tf.tensor(
    Float32Array.from({ length: shape.reduce((a, b) => a * b, 1) }, () => random.range(-1, 1)),
    shape,
  );
}

const changed = (x: tf.Tensor, options: AugmentationOptions, seed = 3): number[] =>
  tf.tidy(() => [...drawAugmentation(x.shape[0], createRandom(seed), options)(x).dataSync()]);

describe('drawAugmentation', () => {
  it('changes nothing where nothing is asked for', () => {
    const x = pictures([2, 6, 6, 3]);
    expect(changed(x, NOTHING)).toEqual([...x.dataSync()]);
    x.dispose();
  });

  it('moves pictures by whole pixels and fills with grey', () => {
    const x = tf.tidy(() => tf.add(tf.abs(pictures([4, 8, 6, 1])), 0.5));
    const from = x.dataSync();
    const to = changed(x, { ...NOTHING, translation: 0.5 });
    for (let i = 0; i < 4; i++) {
      const at = (values: ArrayLike<number>, y: number, c: number): number =>
        y < 0 || y >= 8 || c < 0 || c >= 6 ? 0 : values[(i * 8 + y) * 6 + c];
      const moves = Array.from({ length: 9 * 7 }, (_, k) => [Math.floor(k / 7) - 4, (k % 7) - 3] as const);
      const found = moves.filter(([down, right]) =>
        Array.from({ length: 48 }, (_, k) => [Math.floor(k / 6), k % 6] as const).every(
          ([y, c]) => at(to, y, c) === at(from, y - down, c - right),
        ),
      );
      expect(found).toHaveLength(1);
    }
    x.dispose();
  });

  it('cuts out a square of at most half the side', () => {
    const x = tf.ones([8, 8, 8, 2]);
    const values = changed(x, { ...NOTHING, cutout: 0.5 });
    for (let i = 0; i < 8; i++) {
      const holes = values.slice(i * 128, (i + 1) * 128).filter((value) => value === 0).length;
      expect(holes).toBeGreaterThan(0);
      expect(holes).toBeLessThanOrEqual(2 * 16);
    }
    expect(new Set(values)).toEqual(new Set([0, 1]));
    x.dispose();
  });

  it('fills what comes in with the colour that is asked for, and nothing else', () => {
    const shapes = [
      [6, 8, 6, 3],
      [3, 2, 6, 8, 4],
    ];
    for (const shape of shapes)
      for (const options of [
        { ...NOTHING, translation: 0.5 },
        { ...NOTHING, cutout: 0.5 },
        { ...NOTHING, translation: 0.4, cutout: 0.3 },
      ]) {
        // No value is 0, so what is 0 after a change without a fill came in.
        const x = tf.tidy(() => tf.add(tf.mul(tf.abs(pictures(shape)), 0.5), 0.25));
        const grey = changed(x, options);
        const filled = changed(x, { ...options, fill: -0.75 });
        expect(filled).toEqual(grey.map((value) => (value === 0 ? -0.75 : value)));
        expect(filled.filter((value) => value === -0.75).length, JSON.stringify(options)).toBeGreaterThan(0);
        expect(changed(x, { ...options, fill: 0 })).toEqual(grey);
        x.dispose();
      }
  });

  it('lets no gradient through where it fills', () => {
    tf.tidy(() => {
      const x = pictures([2, 6, 6, 3]);
      const augment = drawAugmentation(2, createRandom(8), { colour: false, fill: -1 });
      const plain = drawAugmentation(2, createRandom(8), { colour: false });
      const [filled, grey] = [augment, plain].map((change) => [
        ...tf
          .grad((y: tf.Tensor) => tf.sum(change(y)))(x)
          .dataSync(),
      ]);
      expect(filled).toEqual(grey);
      expect(new Set(filled)).toEqual(new Set([0, 1]));
    });
  });

  it('leaves alpha alone and changes colours', () => {
    const x = pictures([2, 4, 4, 4]);
    const [from, to] = [x.dataSync(), changed(x, { ...NOTHING, colour: true })];
    const alphas = to.filter((_, i) => i % 4 === 3);
    expect(alphas).toEqual([...from].filter((_, i) => i % 4 === 3));
    expect(to.filter((value, i) => i % 4 !== 3 && value !== from[i]).length).toBeGreaterThan(80);
    x.dispose();
  });

  it('changes all frames of a clip alike', () => {
    const one = pictures([1, 1, 8, 8, 3]);
    const clip = tf.tile(one, [1, 3, 1, 1, 1]);
    // Contrast is about the mean of the clip, which is that of each of its equal frames.
    const values = changed(clip, {});
    const each = values.length / 3;
    for (const frame of [1, 2]) for (let k = 0; k < each; k++) expect(values[frame * each + k]).toBeCloseTo(values[k], 5);
    tf.dispose([one, clip]);
  });

  it('is the same function for real and made ones, and another for another seed', () => {
    const x = pictures([3, 8, 8, 3]);
    const augment = drawAugmentation(3, createRandom(5));
    const [first, second] = [augment(x), augment(x)];
    expect([...first.dataSync()]).toEqual([...second.dataSync()]);
    expect(changed(x, {}, 6)).not.toEqual([...first.dataSync()]);
    tf.dispose([x, first, second]);
  });

  it('has the gradient that finite differences say', () => {
    tf.tidy(() => {
      const x = pictures([2, 6, 6, 3]);
      const weights = pictures([2, 6, 6, 3], 'weights');
      const loss = (y: tf.Tensor): tf.Tensor => tf.sum(tf.mul(drawAugmentation(2, createRandom(8))(y), weights));
      const gradient = tf.grad(loss)(x).dataSync();
      const start = x.dataSync();
      expect(gradient.some((value) => Math.abs(value) > 0.1)).toBe(true);
      for (let place = 0; place < start.length; place += 13) {
        const at = (change: number): number => {
          const moved = start.slice() as Float32Array;
          moved[place] += change;
          return loss(tf.tensor(moved, x.shape)).dataSync()[0];
        };
        expect(gradient[place]).toBeCloseTo((at(0.5) - at(-0.5)) / 1, 3);
      }
    });
  });

  it('refuses shares and fills outside their ranges, points, and larger batches than it was drawn for', () => {
    expect(() => drawAugmentation(1, createRandom(1), { cutout: 2 })).toThrow('cutout');
    expect(() => drawAugmentation(1, createRandom(1), { translation: -1 })).toThrow('translation');
    for (const fill of [-1.01, 1.01, Number.NaN])
      expect(() => drawAugmentation(1, createRandom(1), { fill })).toThrow(`fill must lie in -1…1, got ${fill}`);
    tf.tidy(() => {
      expect(() => drawAugmentation(1, createRandom(1))(tf.zeros([1, 2]))).toThrow('[1, 2]');
      expect(() => drawAugmentation(1, createRandom(1))(tf.zeros([2, 2, 2, 1]))).toThrow('at most 1');
    });
  });
});
