import * as tf from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRandom, type Random } from '@filmai/core-tensor/random';
import { startRuntime } from '@filmai/core-tensor/runtime';
import { train } from '../training/train.js';
import { createCycleGan, type CycleBatch, type CycleGanOptions } from './cycle-gan.js';
import { createPictureHistory } from './picture-history.js';
import { distance, drawDiscs, endless, paint, SIDE, weightsOf, type Painting } from './test-domains.js';
import { translate } from './translate.js';

/** A blue disc at night, and an orange one by day. */
const night: Painting = (inside) => (inside ? [0.2, 0.2, 0.9] : [-0.5, -0.5, -0.3]);
const day: Painting = (inside) => (inside ? [0.9, -0.1, -0.7] : [0.7, 0.7, 0.5]);
const small: CycleGanOptions = {
  size: SIDE,
  width: 6,
  blocks: 2,
  depth: 1,
  normalization: 'none',
  history: 16,
  identity: 0,
  seed: 3,
};

/** The pictures of one domain show other discs than those of the other. */
function unpaired(count: number, random: Random): CycleBatch {
  return { a: paint(drawDiscs(count, random.split('a')), night), b: paint(drawDiscs(count, random.split('b')), day) };
}

let live = 0;
beforeAll(async () => {
  await startRuntime();
  live = tf.memory().numTensors;
});
afterAll(() => expect(tf.memory().numTensors).toBe(live));

describe('CycleGAN', () => {
  it('learns both ways between two domains without a pair', async () => {
    const gan = await createCycleGan(small);
    const discs = drawDiscs(16, createRandom('held out'));
    const [a, b] = [paint(discs, night), paint(discs, day)];
    const measure = (): number[] => {
      const [toB, toA] = [translate(gan, a), translate(gan, b, { to: 'a' })];
      const far = [distance(toB, b), distance(toA, a)];
      tf.dispose([toB, toA]);
      return far;
    };
    const before = measure();
    const batches = endless('unpaired', (random) => unpaired(4, random));
    for await (const _ of train(gan, batches, { steps: 120, average: 0.9, watch: false, learningRate: 2e-3 })) continue;
    const after = measure();
    expect(after[0]).toBeLessThan(0.45 * before[0]);
    expect(after[1]).toBeLessThan(0.45 * before[1]);
    tf.dispose([a, b]);
    gan.dispose();
  });

  it('goes on with its history: training in two parts, with the memory handed over, comes to the same weights', async () => {
    const batches = endless('history', (random) => unpaired(2, random));
    const fixed = Array.from({ length: 4 }, () => batches.next().value as CycleBatch);
    const copies = (from: number, to: number): CycleBatch[] =>
      fixed.slice(from, to).map(({ a, b }) => ({ a: tf.clone(a), b: tf.clone(b) }));
    // Plain steps, so that the memory is all that lies between the two parts.
    const plain = tf.train.sgd(0.01);
    const step = (gan: Awaited<ReturnType<typeof createCycleGan>>, from: number, to: number): void => {
      for (const [i, batch] of copies(from, to).entries()) {
        const random = createRandom(`step ${from + i}`);
        const context = { step: from + i, random, normal: () => tf.zeros([1]), uniform: () => tf.zeros([1]) };
        for (const player of gan.players) {
          const variables = player.networks.flatMap((name) => gan.networks[name].trainableWeights.map((weight) => weight.read()));
          tf.tidy(() => {
            const { grads } = tf.variableGrads(() => player.loss(batch, context).total, variables as tf.Variable[]);
            plain.applyGradients(grads);
          });
        }
        tf.dispose(batch);
      }
    };
    const options = { ...small, history: 3 };
    const unbroken = await createCycleGan(options);
    step(unbroken, 0, 4);
    const first = await createCycleGan(options);
    step(first, 0, 2);
    const second = await createCycleGan({ ...options, seed: 99 });
    for (const name of Object.keys(first.networks)) second.networks[name].setWeights(first.networks[name].getWeights());
    second.restoreMemory?.(structuredClone(first.saveMemory?.() ?? {}));
    step(second, 2, 4);
    for (const name of Object.keys(first.networks))
      expect(weightsOf(second.networks[name])).toEqual(weightsOf(unbroken.networks[name]));
    for (const gan of [unbroken, first, second]) gan.dispose();
    tf.dispose(fixed);
    plain.dispose();
  });

  it('says which option is wrong, and what shapes it takes', async () => {
    await expect(createCycleGan({ size: 30 })).rejects.toThrow('createCycleGan: size must be a multiple of 4');
    await expect(createCycleGan({ cycle: -1 })).rejects.toThrow('createCycleGan: cycle must be a number of at least 0, got -1');
    const gan = await createCycleGan(small);
    const wrong = tf.zeros<tf.Rank.R4>([1, SIDE, SIDE, 1]);
    expect(() => translate(gan, wrong)).toThrow('expected [count, height, width, 3], got [1, 16, 16, 1]');
    expect(() => translate(gan, wrong, { to: 'c' as never })).toThrow("to must be 'a' or 'b', got c");
    wrong.dispose();
    gan.dispose();
  });
});

describe('a history of made pictures', () => {
  const picture = (value: number): tf.Tensor => tf.tensor2d([value, value], [1, 2]);
  const exchange = (history: ReturnType<typeof createPictureHistory>, value: number, random: Random): number =>
    tf.tidy(() => history.exchange(picture(value), random).dataSync()[0]);

  it('gives pictures back while it fills, and then old ones about every second time', () => {
    const history = createPictureHistory('h', 8);
    const random = createRandom(5);
    for (let i = 0; i < 8; i++) expect(exchange(history, i, random)).toBe(i);
    const later = Array.from({ length: 200 }, (_, i) => 100 + i).map((value) => exchange(history, value, random) === value);
    const fresh = later.filter(Boolean).length / later.length;
    expect(fresh).toBeGreaterThan(0.4);
    expect(fresh).toBeLessThan(0.6);
  });

  it('keeps nothing at a capacity of 0', () => {
    const history = createPictureHistory('h', 0);
    const random = createRandom(5);
    for (let i = 0; i < 20; i++) expect(exchange(history, i, random)).toBe(i);
    expect(history.save().h.shape[0]).toBe(0);
  });

  it('is the same after save and restore', () => {
    const [one, other] = [createPictureHistory('h', 4), createPictureHistory('h', 4)];
    const random = createRandom(1);
    for (let i = 0; i < 9; i++) exchange(one, i, random);
    other.restore(one.save());
    const again = createRandom(2);
    const expected = createRandom(2);
    for (let i = 0; i < 9; i++) expect(exchange(other, 50 + i, again)).toBe(exchange(one, 50 + i, expected));
  });
});
