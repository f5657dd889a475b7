import * as tf from '@tensorflow/tfjs-core';
import { createRuntime } from '@filmai/core-tensor/runtime';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLoss, LOSS_NAMES, type LossName, type LossOptions } from './index.js';

let before = 0;
beforeAll(async () => {
  await createRuntime({ backend: 'wasm' });
  before = tf.memory().numTensors;
});
afterAll(() => expect(tf.memory().numTensors).toBe(before));

const numbers = (values: number[]): tf.Tensor => tf.tensor2d(values, [values.length, 1]);
const criticOf = (name: LossName, real: number[], fake: number[], options?: LossOptions): number =>
  tf.tidy(() => createLoss(name, options).critic(numbers(real), numbers(fake)).dataSync()[0]);
const generatorOf = (name: LossName, fake: number[]): number =>
  tf.tidy(() => createLoss(name).generator(numbers(fake)).dataSync()[0]);

const log = Math.log;
const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));
const mean = (values: number[]): number => values.reduce((a, b) => a + b, 0) / values.length;

/** The games as the papers write them, in double precision and without any care for large logits. */
const TRUTH: Record<LossName, { critic(real: number[], fake: number[]): number; generator(fake: number[]): number }> = {
  minimax: {
    critic: (real, fake) => -mean(real.map((x) => log(sigmoid(x)))) - mean(fake.map((x) => log(1 - sigmoid(x)))),
    generator: (fake) => mean(fake.map((x) => log(1 - sigmoid(x)))),
  },
  'non-saturating': {
    critic: (real, fake) => -mean(real.map((x) => log(sigmoid(x)))) - mean(fake.map((x) => log(1 - sigmoid(x)))),
    generator: (fake) => -mean(fake.map((x) => log(sigmoid(x)))),
  },
  wasserstein: { critic: (real, fake) => mean(fake) - mean(real), generator: (fake) => -mean(fake) },
  'wasserstein-gp': { critic: (real, fake) => mean(fake) - mean(real), generator: (fake) => -mean(fake) },
  'least-squares': {
    critic: (real, fake) => (mean(real.map((x) => (x - 1) ** 2)) + mean(fake.map((x) => x ** 2))) / 2,
    generator: (fake) => mean(fake.map((x) => (x - 1) ** 2)) / 2,
  },
  hinge: {
    critic: (real, fake) => mean(real.map((x) => Math.max(0, 1 - x))) + mean(fake.map((x) => Math.max(0, 1 + x))),
    generator: (fake) => -mean(fake),
  },
};

describe.each(LOSS_NAMES)('%s', (name) => {
  const logits = fc.array(fc.float({ min: -8, max: 8, noNaN: true }), { minLength: 1, maxLength: 6 });

  it('is what its paper says', () => {
    fc.assert(
      fc.property(logits, logits, (real, fake) => {
        expect(criticOf(name, real, fake)).toBeCloseTo(TRUTH[name].critic(real, fake), 3);
        expect(generatorOf(name, fake)).toBeCloseTo(TRUTH[name].generator(fake), 3);
      }),
      { numRuns: 30 },
    );
  });

  it('is finite and has a finite gradient for logits of a million', () => {
    tf.tidy(() => {
      const loss = createLoss(name);
      for (const value of [-1e6, 1e6]) {
        const [real, fake] = tf.grads((a: tf.Tensor, b: tf.Tensor) => loss.critic(a, b))([numbers([value]), numbers([-value])]);
        const slope = tf.grad((x: tf.Tensor) => loss.generator(x))(numbers([value]));
        for (const gradient of [real, fake, slope]) expect(Number.isFinite(gradient.dataSync()[0])).toBe(true);
        expect(Number.isFinite(criticOf(name, [value], [-value]))).toBe(true);
      }
    });
  });

  it('takes patch maps, every patch alike', () => {
    tf.tidy(() => {
      const values = [0.5, -1, 2, 0.25, 1, -3, 0, 4];
      const map = tf.tensor4d(values, [2, 2, 2, 1]);
      expect(createLoss(name).critic(map, map).dataSync()[0]).toBeCloseTo(criticOf(name, values, values), 5);
    });
  });

  it('lets the generator gain by being taken for real', () => {
    expect(generatorOf(name, [0.5])).toBeLessThan(generatorOf(name, [-0.5]));
  });
});

describe('createLoss', () => {
  it('smooths the label of real ones alone', () => {
    const [s, real, fake] = [0.9, 0.7, -0.3];
    const smooth = -(s * log(sigmoid(real)) + (1 - s) * log(1 - sigmoid(real))) - log(1 - sigmoid(fake));
    expect(criticOf('minimax', [real], [fake], { realLabel: s })).toBeCloseTo(smooth, 5);
    expect(criticOf('least-squares', [s], [0], { realLabel: s })).toBeCloseTo(0, 10);
  });

  it('gives the Wasserstein games five critic steps, the one clipping and the other a penalty', () => {
    expect(createLoss('wasserstein')).toMatchObject({ criticSteps: 5, clip: 0.01, saturates: false });
    expect(createLoss('wasserstein')).not.toHaveProperty('penalty');
    expect(createLoss({ name: 'wasserstein-gp', penalty: 5, criticSteps: 2 })).toMatchObject({ criticSteps: 2, penalty: 5 });
    expect(createLoss('hinge').criticSteps).toBe(1);
  });

  it.each<[string, () => unknown]>([
    ['no loss "gan"', () => createLoss('gan' as LossName)],
    ['realLabel', () => createLoss('minimax', { realLabel: 0.4 })],
    ['realLabel has no meaning for "hinge"', () => createLoss('hinge', { realLabel: 0.9 })],
    ['criticSteps', () => createLoss('hinge', { criticSteps: 1.5 })],
    ['clip', () => createLoss('wasserstein', { clip: 0 })],
    ['penalty has no meaning for "wasserstein"', () => createLoss('wasserstein', { penalty: 10 })],
    ['no option "smoothing"', () => createLoss({ name: 'hinge', smoothing: 0.1 } as never)],
  ])('refuses at the door: %s', (message, call) => {
    expect(call).toThrow(RangeError);
    expect(call).toThrow(message);
  });
});
