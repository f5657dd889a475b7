import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as tf from '@tensorflow/tfjs-core';
import * as layers from '@tensorflow/tfjs-layers';
import type { Progress } from '@filmai/core-tensor/progress';
import { createRuntime } from '@filmai/core-tensor/runtime';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chamferDistance, crossFeed, tinyGan, weightsOf, type TinyGanOptions } from '../../test/tiny-gan.js';
import { train, type Batch, type Trainable, type TrainingStep, type TrainOptions } from './index.js';

let before = 0;
const folder = mkdtempSync(join(tmpdir(), 'filmai-train-'));
beforeAll(async () => {
  await createRuntime({ backend: 'wasm' });
  before = tf.memory().numTensors;
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
  expect(tf.memory().numTensors).toBe(before);
});

async function stepsOf(
  gan: Trainable,
  options: TrainOptions,
  feed: Parameters<typeof train>[1] = crossFeed(),
): Promise<TrainingStep[]> {
  const steps: TrainingStep[] = [];
  for await (const step of train(gan, feed, { batchSize: 16, seed: 5, ...options })) steps.push(step);
  return steps;
}

/** A critic that follows faster than the generator moves: what a critic of bounded slope needs. */
const CRITIC_AHEAD = {
  generator: { learningRate: 2e-3, beta1: 0.5, beta2: 0.9 },
  critic: { learningRate: 1e-2, beta1: 0.5, beta2: 0.9 },
};

/** Runs with a network of its own, which is disposed whatever happens. */
async function withGan<Result>(options: TinyGanOptions, work: (gan: Trainable) => Promise<Result>): Promise<Result> {
  const gan = tinyGan(options);
  try {
    return await work(gan);
  } finally {
    gan.dispose();
  }
}

/** A trainable of one weight w that minimises what it is told; starts at 1. */
function oneWeight(
  loss: (w: tf.Tensor, step: number) => Record<string, tf.Tensor>,
  adam = { learningRate: 0.1, beta1: 0, beta2: 0.9 },
): Trainable {
  const network = layers.sequential({
    layers: [layers.layers.dense({ units: 1, useBias: false, inputShape: [1], kernelInitializer: 'ones', name: 'weight' })],
  });
  return {
    kind: 'one-weight',
    options: {},
    networks: { network },
    players: [
      {
        name: 'player',
        networks: ['network'],
        adam,
        loss(_, { step }) {
          const parts = loss(tf.squeeze(network.trainableWeights[0].read()), step) as Record<string, tf.Scalar>;
          return { total: Object.values(parts).reduce((a, b) => tf.add(a, b)), parts };
        },
      },
    ],
    batch: { points: [2] },
    averaged: ['network'],
    dispose: () => network.dispose(),
  };
}

describe('train', () => {
  it.each<[string, TinyGanOptions]>([
    ['non-saturating', { loss: 'non-saturating', regularisers: { r1: { weight: 0.5, every: 4 } } }],
    ['least squares with spectral norm', { loss: 'least-squares', adam: CRITIC_AHEAD, regularisers: { spectralNorm: true } }],
    ['wasserstein-gp', { loss: { name: 'wasserstein-gp', criticSteps: 2, penalty: 1 } }],
    ['unrolled', { loss: 'non-saturating', regularisers: { unrolled: { steps: 2, learningRate: 0.03 } } }],
  ])('learns points on a cross: %s', async (_, options) => {
    await withGan(options, async (gan) => {
      const start = chamferDistance(gan);
      await stepsOf(gan, { steps: 250, average: 0.9, batchSize: 32 });
      expect(chamferDistance(gan)).toBeLessThan(0.65 * start);
    });
  });

  it('says of each step its number, epoch, losses, rates and time', async () => {
    await withGan({}, async (gan) => {
      const progress: Progress[] = [];
      const steps = await stepsOf(
        gan,
        { epochs: 2, batchSize: 16, schedule: (step) => 1 / (1 + step), onProgress: (one) => progress.push(one) },
        crossFeed(40),
      );
      expect(steps.map(({ step, epoch }) => [step, epoch])).toEqual([
        [1, 0],
        [2, 0],
        [3, 1],
        [4, 1],
        [5, 2],
      ]);
      expect(Object.keys(steps[0].losses)).toEqual([
        'critic',
        'critic/adversarial',
        'critic/real',
        'critic/fake',
        'critic/accuracy',
        'generator',
        'generator/adversarial',
      ]);
      expect(steps[1].learningRates).toEqual({ critic: 2.5e-3, generator: 2.5e-3 });
      expect(steps.at(-1)?.secondsLeft).toBe(0);
      expect(steps[0].secondsLeft).toBeGreaterThan(0);
      expect(progress.at(-1)).toMatchObject({ stage: 'training', done: 5, total: 5, unit: 'steps' });
    });
  });

  it('gives the same weights for the same seed', async () => {
    const weights = async (seed: number): Promise<number[]> =>
      withGan({ dropout: 0.3 }, async (gan) => {
        await stepsOf(gan, { steps: 4, seed });
        return weightsOf(gan);
      });
    const first = await weights(1);
    expect(await weights(1)).toEqual(first);
    expect(await weights(2)).not.toEqual(first);
  });

  it('moves only the weights of the player', async () => {
    await withGan({}, async (gan) => {
      const generator = tf.tidy(() => gan.networks.generator.getWeights().map((weight) => [...weight.dataSync()]));
      const critic = { ...gan, players: [gan.players[0]] };
      await stepsOf(critic, { steps: 2, average: false });
      expect(tf.tidy(() => gan.networks.generator.getWeights().map((weight) => [...weight.dataSync()]))).toEqual(generator);
    });
  });

  it('leaves the average in averaged networks, and the last weights where there is none', async () => {
    const end = async (average: number | false): Promise<number> => {
      const trainable = oneWeight((w) => ({ w }));
      await stepsOf(trainable, { steps: 2, average });
      const [weight] = weightsOf(trainable);
      trainable.dispose();
      return weight;
    };
    // The gradient is 1, so that Adam steps by its rate: 1, 0.9, 0.8.
    expect(await end(false)).toBeCloseTo(0.8, 5);
    const average = await end(0.9);
    expect(average).toBeGreaterThan(0.8 + 1e-3);
    expect(average).toBeLessThan(1);
  });

  it('scales gradients down to clipNorm', async () => {
    await withGan({}, async (gan) => {
      const seen: number[] = [];
      const norms = { ...gan, players: gan.players.map((player) => ({ ...player })) };
      const slow = await stepsOf(norms, {
        steps: 1,
        clipNorm: 1e-12,
        learningRate: { critic: 1e-4, generator: 1e-4 },
        average: false,
      });
      seen.push(slow[0].learningRates.critic);
      expect(seen).toEqual([1e-4]);
    });
    const trainable = oneWeight((w) => ({ steep: tf.mul(w, 1e6) }), { learningRate: 0.1, beta1: 0, beta2: 0.9 });
    await stepsOf(trainable, { steps: 1, average: false, clipNorm: 1e-9 });
    // Clipped to less than Adam's epsilon, the gradient moves the weight by a fraction of the rate.
    expect(weightsOf(trainable)[0]).toBeGreaterThan(0.97);
    trainable.dispose();
  });

  it('draws sheets and saves checkpoints when they are due and at the end, and takes notes', async () => {
    const pictures = tinyPictures();
    const images: [string, number][] = [];
    const scalars: [string, number][] = [];
    const steps = await stepsOf(
      pictures,
      {
        steps: 5,
        batchSize: 4,
        samples: { folder: join(folder, 'sheets'), every: 2, count: 9 },
        checkpoint: { folder: join(folder, 'run'), everySteps: 3, keep: 1 },
        tracker: { scalar: (name, _, step) => scalars.push([name, step]), image: (name, _, step) => images.push([name, step]) },
      },
      batchesOf(() => ({ pictures: tf.zeros([4, 8, 8, 1]) })),
    );
    pictures.dispose();
    expect(readdirSync(join(folder, 'sheets')).sort()).toEqual(['step-000002.png', 'step-000004.png', 'step-000005.png']);
    expect(
      [...readFileSync(join(folder, 'sheets', 'step-000002.png')).subarray(1, 4)].map((one) => String.fromCharCode(one)).join(''),
    ).toBe('PNG');
    expect(steps.map(({ saved }) => saved !== undefined)).toEqual([false, false, true, false, true]);
    expect(readdirSync(join(folder, 'run'))).toEqual(['00002-step-5']);
    expect(images.map(([, step]) => step)).toEqual([2, 4, 5]);
    expect(scalars.filter(([name]) => name === 'critic')).toHaveLength(5);
  });

  it('ends where batches end, and goes through an iterable again for a second epoch', async () => {
    await withGan({}, async (gan) => {
      const once = batchesOf(() => ({ points: tf.zeros([4, 2]) }), 3);
      expect(await stepsOf(gan, { steps: 10 }, once)).toHaveLength(3);
      const again = { [Symbol.iterator]: () => batchesOf(() => ({ points: tf.zeros([4, 2]) }), 3) };
      expect((await stepsOf(gan, { steps: 5 }, again)).map(({ epoch }) => epoch)).toEqual([0, 0, 0, 1, 1]);
    });
  });

  it('stops between two steps when cancelled, with the reason of the signal', async () => {
    await withGan({}, async (gan) => {
      const controller = new AbortController();
      const reason = new Error('enough');
      let made = 0;
      const run = async (): Promise<void> => {
        const options = {
          steps: 100,
          signal: controller.signal,
          checkpoint: { folder: join(folder, 'cancelled'), whenStopped: true },
        };
        for await (const { step } of train(gan, crossFeed(), options)) {
          made = step;
          if (step === 3) controller.abort(reason);
        }
      };
      await expect(run()).rejects.toBe(reason);
      expect(made).toBe(3);
      expect(readdirSync(join(folder, 'cancelled'))).toEqual(['00001-step-3']);
      await expect(stepsOf(gan, { steps: 1, signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
    });
  });
});

describe('train, where things go wrong', () => {
  it('names the step, the player and the part that is not finite, and leaves the weights of the step before', async () => {
    const trainable = oneWeight((w, step) => ({ calm: tf.mul(w, 1), wild: step === 3 ? tf.div(w, 0) : tf.mul(w, 0) }));
    const steps = stepsOf(trainable, { steps: 10, average: false, checkpoint: { folder: join(folder, 'nan'), everySteps: 2 } });
    await expect(steps).rejects.toMatchObject({
      name: 'TrainingError',
      code: 'NOT_FINITE',
      step: 3,
      player: 'player',
      part: 'wild',
      checkpoint: expect.stringContaining('step-2') as string,
      message: expect.stringContaining('step 3, player "player": part "wild" of the loss is Infinity') as string,
    });
    expect(weightsOf(trainable)[0]).toBeCloseTo(0.7, 4);
    expect(readdirSync(join(folder, 'nan'))).toEqual(['00001-step-2']);
    trainable.dispose();
  });

  it('finds a gradient that broke while its loss was finite, and saves nothing of it', async () => {
    // The root of (w − w)² has slope 0/0.
    const trainable = oneWeight((w, step) => ({ root: step === 2 ? tf.mul(tf.sqrt(tf.mul(w, 0)), w) : tf.mul(w, 1) }));
    const steps = stepsOf(trainable, { steps: 10, average: false, checkpoint: { folder: join(folder, 'slope'), everySteps: 3 } });
    await expect(steps).rejects.toMatchObject({
      code: 'NOT_FINITE',
      step: 2,
      message: expect.stringContaining('weight/kernel') as string,
    });
    trainable.dispose();
  });

  it.each<[string, () => Batch, RegExp]>([
    ['a missing field', () => ({ pictures: tf.zeros([2, 2]) }), /no field "points"; it has pictures.*Expected points \[n, 2\]/],
    ['a wrong shape', () => ({ points: tf.zeros([2, 3]) }), /field "points" of a batch: expected \[n, 2\], got \[n, 3\]/],
    ['no first axis', () => ({ points: tf.scalar(1) }), /points.*first axis/],
  ])('refuses a batch with %s', async (_, make, message) => {
    await withGan({}, async (gan) => {
      const failed = stepsOf(gan, { steps: 1 }, batchesOf(make, 1));
      await expect(failed).rejects.toMatchObject({ code: 'WRONG_BATCH' });
      await expect(stepsOf(gan, { steps: 1 }, batchesOf(make, 1))).rejects.toThrow(message);
    });
  });

  it('refuses a feed of other shapes before it reads anything', async () => {
    await withGan({}, async (gan) => {
      const feed = { ...crossFeed(), shapes: { points: [3] }, read: () => expect.fail('it was read') };
      await expect(stepsOf(gan, { steps: 1 }, feed)).rejects.toMatchObject({ code: 'WRONG_BATCH' });
    });
  });

  it('says whose step failed, and from where to go on where the backend is lost', async () => {
    const failing = (message: string): Trainable =>
      oneWeight((w, step) => {
        if (step === 1) throw new Error(message);
        return { w };
      });
    const run = async (message: string, name: string): Promise<unknown> => {
      const trainable = failing(message);
      const checkpoint = { folder: join(folder, name), everySteps: 1 };
      return stepsOf(trainable, { steps: 3, checkpoint })
        .catch((error: unknown) => error)
        .finally(() => trainable.dispose());
    };
    expect(await run('no such kernel', 'failed')).toMatchObject({
      code: 'STEP_FAILED',
      step: 1,
      player: 'player',
      message: expect.stringMatching(/step 1, player "player": no such kernel.*step-1/) as string,
    });
    expect(await run('WebGL context lost', 'lost')).toMatchObject({
      code: 'BACKEND_LOST',
      checkpoint: expect.stringContaining('00001-step-1') as string,
      cause: expect.objectContaining({ message: 'WebGL context lost' }) as Error,
    });
  });

  it('asks for memory before it reads anything', async () => {
    await withGan({}, async (gan) => {
      const feed = { ...crossFeed(), read: () => expect.fail('it was read') };
      await expect(stepsOf(gan, { steps: 1, batchSize: 1e9 }, feed)).rejects.toMatchObject({ code: 'NOT_ENOUGH_MEMORY' });
    });
  });

  it.each<[string, TrainOptions]>([
    ['give steps or epochs', {}],
    ['steps', { steps: 0 }],
    ['epochs', { epochs: 1.5 }],
    ['batchSize', { steps: 1, batchSize: -1 }],
    ['average', { steps: 1, average: 1 }],
    ['clipNorm', { steps: 1, clipNorm: 0 }],
    ['learningRate (critic)', { steps: 1, learningRate: { critic: Number.NaN } }],
    ['checkpoint.everySteps', { steps: 1, checkpoint: { folder, everySteps: 0 } }],
    ['samples.every', { steps: 1, samples: { folder, every: 0 } }],
    ['watch', { steps: 1, watch: -1 }],
  ])('refuses at the door: %s', async (name, options) => {
    await withGan({}, async (gan) => {
      const refused = train(gan, crossFeed(), options).next();
      await expect(refused).rejects.toThrow(RangeError);
      await expect(train(gan, crossFeed(), options).next()).rejects.toThrow(name);
    });
  });
});

function* batchesOf(make: () => Batch, count = Infinity): Generator<Batch> {
  for (let i = 0; i < count; i++) yield make();
}

/** A GAN whose things are pictures: the tiny one with another form. */
function tinyPictures(): Trainable {
  const gan = tinyGan();
  const toPictures = (points: tf.Tensor): tf.Tensor =>
    tf.tidy(() => tf.clipByValue(tf.tile(tf.reshape(points, [-1, 1, 2, 1]), [1, 8, 4, 1]), -1, 1));
  const asPoints =
    <Rest extends unknown[], Result>(work: (batch: Batch, ...rest: Rest) => Result) =>
    (batch: Batch, ...rest: Rest): Result =>
      work({ points: tf.reshape(tf.slice(batch.pictures, [0, 0, 0, 0], [-1, 1, 2, 1]), [-1, 2]) }, ...rest);
  return {
    ...gan,
    kind: 'tiny-pictures',
    players: gan.players.map((player) => ({ ...player, loss: asPoints(player.loss.bind(player)) })),
    batch: { pictures: [8, 8, 1] },
    sample: (count, random) => tf.tidy(() => toPictures((gan.sample as NonNullable<Trainable['sample']>)(count, random))),
  };
}
