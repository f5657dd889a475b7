import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as tf from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRandom } from '@filmai/core-tensor/random';
import { startRuntime } from '@filmai/core-tensor/runtime';
import { drawnShapes, feedOfShapes, learned, throughFile, weightsOf } from '../../test/drawn-shapes.js';
import { train, type TrainOptions } from '../training/index.js';
import {
  createAuxiliaryClassifierGan,
  createConditionalGan,
  createDcgan,
  createStyleGan,
  createDenseGan,
  type ClassGan,
  type PictureGan,
} from './index.js';

let before = 0;
beforeAll(async () => {
  before = (await startRuntime()).liveTensors();
});
afterAll(() => expect(tf.memory().numTensors).toBe(before));

interface Case {
  build(seed: number): Promise<PictureGan | ClassGan>;
  size: number;
  channels?: number;
  training: TrainOptions;
  /** What else it has learned. */
  also?(gan: PictureGan): void;
}

/** An upright bar varies across columns, a lying one across rows: the share of upright ones among pictures of a class. */
const upright = (gan: ClassGan, label: number): number =>
  tf.tidy(() => {
    const labels = tf.tensor1d(
      Array.from({ length: 40 }, () => label),
      'int32',
    );
    const made = gan.generate(tf.randomNormal([40, gan.latent], 0, 1, 'float32', 3), labels);
    const varies = (axis: 1 | 2): tf.Tensor => tf.sum(tf.moments(tf.mean(made, axis), 1).variance, 1);
    return tf.mean(tf.cast(tf.greater(varies(1), varies(2)), 'float32')).dataSync()[0];
  });

const cases: Record<string, Case> = {
  'a dense GAN': {
    build: (seed) => createDenseGan({ size: 8, latent: 8, hidden: [32, 64], seed }),
    size: 8,
    training: { steps: 120, learningRate: 2e-3 },
  },
  'a DCGAN of the plan of 28×28': {
    build: (seed) => createDcgan({ size: 12, width: 0.2, latent: 8, seed }),
    size: 12,
    training: { steps: 170, learningRate: 2e-3 },
  },
  'a DCGAN of the plan of 64×64': {
    build: (seed) => createDcgan({ size: 48, width: 0.06, latent: 8, seed }),
    size: 48,
    channels: 3,
    training: { steps: 90, learningRate: 4e-3, batchSize: 16 },
  },
  'a conditional GAN': {
    build: (seed) => createConditionalGan({ classes: 2, size: 12, width: 0.2, latent: 24, embedding: 2, seed }),
    size: 12,
    training: { steps: 200, learningRate: 2e-3 },
    also: (gan) => {
      expect(upright(gan as ClassGan, 0)).toBeGreaterThan(0.85);
      expect(upright(gan as ClassGan, 1)).toBeLessThan(0.15);
    },
  },
  'an auxiliary-classifier GAN': {
    build: (seed) => createAuxiliaryClassifierGan({ classes: 2, size: 12, width: 0.2, latent: 8, embedding: 2, seed }),
    size: 12,
    training: { steps: 170, learningRate: 2e-3 },
  },
};

describe.each(Object.entries(cases))('%s', (_, { build, size, channels = 1, training, also }) => {
  it('comes closer to pictures that it never saw', async () => {
    const gan = await build(7);
    const { before: untrained, after } = await learned(gan, { size, channels, ...training });
    expect(after).toBeLessThan(untrained * 0.5);
    also?.(gan);
    gan.dispose();
  });

  it('is the same for the same seed, bit for bit, and another for another', async () => {
    const trained = async (seed: number): Promise<number[]> => {
      const gan = await build(seed);
      for await (const step of train(gan, feedOfShapes(32, size, channels), { steps: 2, batchSize: 8, watch: false })) void step;
      const weights = weightsOf(gan);
      gan.dispose();
      return weights;
    };
    const first = await trained(7);
    expect(await trained(7)).toEqual(first);
    expect(await trained(8)).not.toEqual(first);
    expect(first.every(Number.isFinite)).toBe(true);
  });

  it('makes the same pictures after it was saved and loaded by TensorFlow.js alone', async () => {
    const gan = await build(7);
    const labels = 'classes' in gan ? tf.tensor1d([0, 1, 1], 'int32') : undefined;
    const latents = tf.randomNormal([3, gan.latent], 0, 1, 'float32', 5);
    const made = gan.generate(latents, labels as tf.Tensor);
    expect(made.shape).toEqual([3, size, size, channels]);
    const loaded = await throughFile(gan.networks.generator);
    const again = tf.tidy(() => loaded.apply(labels ? [latents, tf.oneHot(labels, 2)] : latents) as tf.Tensor);
    expect(Array.from(again.dataSync())).toEqual(Array.from(made.dataSync()));
    loaded.dispose();
    tf.dispose([latents, made, again, labels ?? []]);
    gan.dispose();
  });

  it('samples by seed, in pieces as at once', async () => {
    const gan = await build(7);
    tf.tidy(() => {
      const many = gan.sample(70, createRandom('many'));
      const again = gan.sample(70, createRandom('many'));
      expect(many.shape).toEqual([70, size, size, channels]);
      expect(Array.from(again.dataSync())).toEqual(Array.from(many.dataSync()));
      const few = gan.sample(4, createRandom('many'));
      const worst = tf.max(tf.abs(tf.sub(few, tf.slice(many, 0, 4)))).dataSync()[0];
      expect(worst).toBeLessThan(1e-5);
    });
    gan.dispose();
  });
});

describe('the layer plans', () => {
  it('are those of the papers', async () => {
    const adam = { learningRate: 2e-4, beta1: 0.5, beta2: 0.999 };
    const small = await createDcgan({ size: 28 });
    const deep = await createDcgan({ size: 64 });
    const shapes = (gan: PictureGan, network: 'generator' | 'critic', pattern: RegExp): string[] =>
      gan.networks[network].layers
        .filter((layer) => pattern.test(layer.name))
        .map((layer) => layer.getWeights()[0].shape.join('×'));
    // Filters of transposed convolutions are stored as height × width × outputs × inputs.
    expect(shapes(small, 'generator', /^(project|grow-\d|picture)$/)).toEqual([
      '100×12544',
      '5×5×128×256',
      '5×5×64×128',
      '5×5×1×64',
    ]);
    expect(shapes(small, 'critic', /^(read-\d|logit)$/)).toEqual(['5×5×1×64', '5×5×64×128', '6272×1']);
    expect(shapes(deep, 'generator', /^(project|grow-\d|picture)$/)).toEqual([
      '100×8192',
      '4×4×256×512',
      '4×4×128×256',
      '4×4×64×128',
      '4×4×3×64',
    ]);
    expect(shapes(deep, 'critic', /^(read-\d|logit)$/)).toEqual([
      '4×4×3×64',
      '4×4×64×128',
      '4×4×128×256',
      '4×4×256×512',
      '8192×1',
    ]);
    expect(small.players.map((player) => player.adam)).toEqual([adam, adam]);
    small.dispose();
    deep.dispose();
  });

  it('drop as much of what the critic reads as is asked for, and else as much as the papers do', async () => {
    const rates = async (gan: Promise<PictureGan>): Promise<unknown[]> => {
      const { networks, options, dispose } = await gan;
      const dropped = networks.critic.layers
        .filter((layer) => layer.getClassName() === 'Dropout')
        .map((layer) => layer.getConfig().rate);
      dispose?.();
      return [options.dropout, ...dropped];
    };
    const small = { size: 8, width: 0.05, latent: 2 };
    expect(await rates(createDcgan(small))).toEqual([0.3, 0.3, 0.3]);
    expect(await rates(createDcgan({ ...small, dropout: 0 }))).toEqual([0]);
    expect(await rates(createDcgan({ ...small, size: 48 }))).toEqual([0]);
    expect(await rates(createDcgan({ ...small, size: 48, dropout: 0.25 }))).toEqual([0.25, 0.25, 0.25, 0.25, 0.25]);
    expect(await rates(createConditionalGan({ ...small, classes: 2, dropout: 0.5 }))).toEqual([0.5, 0.5, 0.5]);
    expect(await rates(createAuxiliaryClassifierGan({ ...small, classes: 2, dropout: 0.1 }))).toEqual([0.1, 0.1, 0.1]);
  });

  it('are trained with the numbers of Adam that are given', async () => {
    const adam = { learningRate: 1e-3, beta1: 0, beta2: 0.99 };
    const gan = await createDcgan({ size: 8, width: 0.05, latent: 2, adam });
    expect(gan.players.map((player) => player.adam)).toEqual([adam, adam]);
    gan.dispose();
    await expect(createDcgan({ adam: { ...adam, beta1: 1 } })).rejects.toThrow(
      'adam: beta1 must be at least 0 and below 1, got 1',
    );
    await expect(createStyleGan({ adam: { ...adam, learningRate: 0 } })).rejects.toThrow(
      'adam: learningRate must be above 0, got 0',
    );
  });

  it('keep a checkpoint from going on with another dropout', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'filmai-dropout-'));
    const build = (dropout: number): Promise<PictureGan> => createDcgan({ size: 8, width: 0.05, latent: 2, dropout });
    const [first, other] = [await build(0.3), await build(0.1)];
    const options = { steps: 1, batchSize: 4, watch: false as const, checkpoint: folder };
    for await (const step of train(first, feedOfShapes(8, 8), options)) void step;
    const resumed = train(other, feedOfShapes(8, 8), { ...options, steps: 2 });
    await expect(resumed.next()).rejects.toThrow(/dropout/);
    first.dispose();
    other.dispose();
    await rm(folder, { recursive: true });
  });

  it('leave batch norm out of a critic whose gradients are penalised', async () => {
    const norms = async (loss: 'hinge' | 'wasserstein-gp'): Promise<string[]> => {
      const gan = await createDcgan({ size: 48, width: 0.02, latent: 2, loss });
      const classes = gan.networks.critic.layers
        .map((layer) => layer.getClassName())
        .filter((name) => name.endsWith('Normalization'));
      gan.dispose();
      return [...new Set(classes)];
    };
    expect(await norms('hinge')).toEqual(['BatchNormalization']);
    expect(await norms('wasserstein-gp')).toEqual(['LayerNormalization']);
  });

  it('take every loss and regulariser', async () => {
    for (const loss of ['minimax', 'wasserstein', 'wasserstein-gp', 'least-squares', 'hinge'] as const) {
      const gan = await createDcgan({
        size: 8,
        width: 0.05,
        latent: 2,
        loss,
        regularisers: { spectralNorm: loss === 'hinge', ...(loss === 'least-squares' && { r1: { weight: 1 } }) },
      });
      for await (const { losses } of train(gan, feedOfShapes(8, 8), { steps: 2, batchSize: 4, watch: false }))
        expect(Object.values(losses).every(Number.isFinite), loss).toBe(true);
      gan.dispose();
    }
  });
});

describe('classes', () => {
  it('are named by the critic of an auxiliary-classifier GAN, for pictures that it never saw', async () => {
    const gan = await createAuxiliaryClassifierGan({ classes: 2, size: 12, width: 0.2, latent: 8, seed: 7 });
    for await (const step of train(gan, feedOfShapes(256, 12), { steps: 40, learningRate: 2e-3, watch: false })) void step;
    const { pictures, labels } = drawnShapes(64, 12, 'held out');
    tf.tidy(() => {
      const named = tf.argMax(gan.classify(pictures), 1);
      expect(tf.mean(tf.cast(tf.equal(named, labels), 'float32')).dataSync()[0]).toBeGreaterThan(0.95);
    });
    tf.dispose([pictures, labels]);
    gan.dispose();
  });
});

describe('wrong options and shapes', () => {
  it('are refused by name', async () => {
    await expect(createDcgan({ size: 30 })).rejects.toThrow(
      /createDcgan: size must be a multiple of 4 in 8…44 or of 16 in 48…256, got 30/,
    );
    await expect(createDcgan({ channels: 2 })).rejects.toThrow(/channels must be 1, 3 or 4, got 2/);
    await expect(createDcgan({ width: 0 })).rejects.toThrow(/width/);
    await expect(createDcgan({ latent: 0.5 })).rejects.toThrow(/latent must be a whole number of at least 1, got 0.5/);
    for (const dropout of [-0.1, 1, Number.NaN])
      await expect(createDcgan({ dropout })).rejects.toThrow(
        `createDcgan: dropout must be at least 0 and below 1, got ${dropout}`,
      );
    await expect(createDcgan({ size: 8, width: 0.05, loss: 'best' as 'hinge' })).rejects.toThrow(/best/);
    await expect(createDenseGan({ hidden: [] })).rejects.toThrow(/at least one layer/);
    await expect(createDenseGan({ size: 0 })).rejects.toThrow(RangeError);
    await expect(createConditionalGan({ classes: 1 })).rejects.toThrow(/classes/);
    await expect(createAuxiliaryClassifierGan({ classes: 3, classWeight: -1 })).rejects.toThrow(/classWeight/);
  });

  it('name the network and the layer', async () => {
    const gan = await createConditionalGan({ classes: 2, size: 8, width: 0.05, latent: 4 });
    const plain = await createDcgan({ size: 8, width: 0.05, latent: 4 });
    tf.tidy(() => {
      expect(() => gan.generate(tf.zeros([2, 5]), tf.zeros([2]))).toThrow(
        /generator, layer "latent": expected \[count, 4\], got \[2, 5\]/,
      );
      expect(() => gan.generate(tf.zeros([2, 4]), undefined as unknown as tf.Tensor)).toThrow(/layer "label": expected labels/);
      expect(() => plain.generate(tf.zeros([2, 4]), tf.zeros([2]))).toThrow(/has no classes/);
    });
    const steps = train(plain, feedOfShapes(8, 12), { steps: 1, batchSize: 4, watch: false });
    await expect(steps.next()).rejects.toThrow(/pictures/);
    gan.dispose();
    plain.dispose();
  });
});
