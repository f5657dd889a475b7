import * as tf from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFrame } from '@filmai/core-tensor/frames';
import { createRandom, type Random } from '@filmai/core-tensor/random';
import { startRuntime } from '@filmai/core-tensor/runtime';
import { train } from '../training/train.js';
import { createStarGan, type StarBatch, type StarGanOptions } from './star-gan.js';
import { distance, drawDiscs, endless, paint, SIDE, weightsOf, type Disc, type Painting } from './test-domains.js';
import { translate } from './translate.js';

/** A red, a green and a blue world: the domains of the attribute "colour". */
const worlds: readonly Painting[] = [0, 1, 2].map(
  (world): Painting =>
    (inside) =>
      [0, 1, 2].map((channel) => (channel === world ? 0.8 : -0.5) * (inside ? 1 : 0.3)),
);
const small: StarGanOptions = {
  attributes: 3,
  size: SIDE,
  width: 6,
  blocks: 2,
  depth: 1,
  criticDepth: 2,
  normalization: 'none',
  seed: 3,
};
const oneOf = (world: number): number[] => worlds.map((_, i) => (i === world ? 1 : 0));

function batch(count: number, random: Random): StarBatch {
  const discs = drawDiscs(count, random);
  const pictures = discs.map((disc, i) => paint([disc], worlds[i % 3]));
  const joined = { pictures: tf.concat(pictures, 0), attributes: tf.tensor2d(discs.map((_, i) => oneOf(i % 3))) };
  tf.dispose(pictures);
  return joined;
}

let live = 0;
beforeAll(async () => {
  await startRuntime();
  live = tf.memory().numTensors;
});
afterAll(() => expect(tf.memory().numTensors).toBe(live));

describe('StarGAN', () => {
  it('learns to carry pictures from any of three worlds into any other, with one generator', async () => {
    const gan = await createStarGan(small);
    const discs = drawDiscs(8, createRandom('held out'));
    const measure = (): number => {
      let sum = 0;
      for (const [from, to] of [
        [0, 1],
        [1, 2],
        [2, 0],
      ] as const)
        sum += farFrom(discs, from, to) / 3;
      return sum;
    };
    const farFrom = (shapes: Disc[], from: number, to: number): number =>
      tf.tidy(() => distance(translate(gan, paint(shapes, worlds[from]), oneOf(to)), paint(shapes, worlds[to])));
    const before = measure();
    const batches = endless('worlds', (random) => batch(6, random));
    for await (const _ of train(gan, batches, { steps: 150, average: 0.9, watch: false, learningRate: 2e-3 })) continue;
    expect(measure()).toBeLessThan(0.45 * before);
    gan.dispose();
  });

  it('plays the game of the paper too: Wasserstein with a penalty on gradients, five critic steps, attributes that go together', async () => {
    const gan = await createStarGan({ ...small, width: 2, blocks: 1, exclusive: false, loss: 'wasserstein-gp' });
    const names = gan.players.map(({ name, steps = 1 }) => `${name} ${steps}`);
    expect(names).toEqual(['critic 5', 'generator 1']);
    const batches = endless('worlds', (random) => batch(3, random));
    for await (const { losses } of train(gan, batches, { steps: 1, watch: false })) {
      expect(losses['critic/penalty']).toBeGreaterThan(0);
      expect(Number.isFinite(losses['generator/naming'])).toBe(true);
    }
    gan.dispose();
  });

  it('comes to the same weights from the same seed', async () => {
    const trained = async (): Promise<number[]> => {
      const gan = await createStarGan({ ...small, width: 2 });
      const batches = endless('worlds', (random) => batch(3, random));
      for await (const _ of train(gan, batches, { steps: 2, watch: false })) continue;
      const weights = weightsOf(gan.networks.generator);
      gan.dispose();
      return weights;
    };
    expect(await trained()).toEqual(await trained());
  });

  it('changes frames, of any size', async () => {
    const gan = await createStarGan({ ...small, width: 2, blocks: 1 });
    const [frame] = translate(gan, [createFrame(11, 7, { seconds: 3 })], [0, 1, 0]);
    expect([frame.width, frame.height, frame.seconds]).toEqual([11, 7, 3]);
    gan.dispose();
  });

  it('says which option is wrong, and what it takes', async () => {
    await expect(createStarGan({ attributes: 1 })).rejects.toThrow(
      'createStarGan: attributes must be a whole number in 2…1024, got 1',
    );
    await expect(createStarGan({ ...small, size: 10, criticDepth: 2 })).rejects.toThrow(
      'createStarGan (critic): size must be a multiple of 4',
    );
    const gan = await createStarGan({ ...small, width: 2, blocks: 1 });
    const picture = tf.zeros<tf.Rank.R4>([1, SIDE, SIDE, 3]);
    expect(() => translate(gan, picture, [1, 0])).toThrow('translate, attributes: expected 3 numbers, got 2');
    expect(() => translate(gan, picture, undefined as never)).toThrow('expected 3 numbers');
    picture.dispose();
    gan.dispose();
  });
});
