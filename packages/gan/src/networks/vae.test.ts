import * as tf from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRandom } from '@filmai/core-tensor/random';
import { startRuntime } from '@filmai/core-tensor/runtime';
import { drawnShapes, feedOfShapes, learned, throughFile, weightsOf } from '../../test/drawn-shapes.js';
import { train } from '../training/index.js';
import { createIwae, createVae, type VaeOptions, type VariationalAutoencoder } from './index.js';
import { gaussianLogDensity, klToStandardNormal, logImportance, meanOfExponentials } from './vae-densities.js';

let before = 0;
beforeAll(async () => {
  before = (await startRuntime()).liveTensors();
});
afterAll(() => expect(tf.memory().numTensors).toBe(before));

const small = { size: 12, width: 0.15, latent: 4, seed: 7 };
const training = { size: 12, steps: 70, learningRate: 5e-3 };

const trained = async (options: VaeOptions, steps = 80): Promise<VariationalAutoencoder> => {
  const vae = await createVae({ ...small, ...options });
  for await (const step of train(vae, feedOfShapes(256, 12), { steps, learningRate: 5e-3, watch: false })) void step;
  return vae;
};

describe('densities', () => {
  it('agree with their formulas', () => {
    tf.tidy(() => {
      const density = gaussianLogDensity(tf.tensor2d([[0.5, -1]]), tf.tensor2d([[0.25, 0]]), 0.5).dataSync()[0];
      const one = (x: number): number => -0.5 * (x / 0.5) ** 2 - Math.log(0.5 * Math.sqrt(2 * Math.PI));
      expect(density).toBeCloseTo(one(0.25) + one(1), 5);
      expect(klToStandardNormal(tf.zeros([1, 3]), tf.zeros([1, 3])).dataSync()[0]).toBe(0);
      expect(klToStandardNormal(tf.tensor2d([[2]]), tf.tensor2d([[Math.log(4)]])).dataSync()[0]).toBeCloseTo(
        (4 + 4 - Math.log(4) - 1) / 2,
        5,
      );
      const values = [1000, 1001, 999];
      expect(meanOfExponentials(tf.tensor2d([values])).dataSync()[0]).toBeCloseTo(
        1000 + Math.log((1 + Math.E + 1 / Math.E) / 3),
        3,
      );
    });
  });

  it('make the divergence the mean of the importance of many latents', () => {
    tf.tidy(() => {
      const [mean, logVariance] = [tf.tensor2d([[0.7, -0.3]]), tf.tensor2d([[-1, 0.5]])];
      const noise = tf.randomNormal([20_000, 2], 0, 1, 'float32', 3);
      const latents = tf.add(mean, tf.mul(noise, tf.exp(tf.mul(logVariance, 0.5))));
      const importance = tf.mean(logImportance(latents, noise, logVariance)).dataSync()[0];
      expect(-importance).toBeCloseTo(klToStandardNormal(mean, logVariance).dataSync()[0], 1);
    });
  });
});

describe.each([
  ['a VAE', () => createVae(small)],
  ['a conditional VAE', () => createVae({ ...small, classes: 2 })],
  ['an IWAE', () => createIwae({ ...small, samples: 3 })],
])('%s', (_, build) => {
  it('samples come closer to pictures that it never saw, and reconstructions to the pictures', async () => {
    const vae = await build();
    const { pictures, labels } = drawnShapes(64, 12, 'unseen');
    const conditions = vae.batch.labels ? labels : undefined;
    const error = (): number =>
      tf.tidy(() => tf.mean(tf.squaredDifference(vae.reconstruct(pictures, conditions), pictures)).dataSync()[0]);
    const untrained = error();
    const distances = await learned(vae, training);
    expect(distances.after).toBeLessThan(distances.before * 0.4);
    expect(error()).toBeLessThan(untrained * 0.4);
    tf.dispose([pictures, labels]);
    vae.dispose();
  });

  it('reports reconstruction and divergence, and is the same for the same seed, bit for bit', async () => {
    const weights: number[][] = [];
    for (let run = 0; run < 2; run++) {
      const vae = await build();
      for await (const { losses } of train(vae, feedOfShapes(16, 12), { steps: 2, batchSize: 8, watch: false }))
        expect(Object.keys(losses)).toEqual(
          expect.arrayContaining(['autoencoder', 'autoencoder/reconstruction', 'autoencoder/kl']),
        );
      weights.push(weightsOf(vae));
      vae.dispose();
    }
    expect(weights[1]).toEqual(weights[0]);
  });

  it('gives the same after it was saved and loaded by TensorFlow.js alone', async () => {
    const vae = await build();
    const { pictures, labels } = drawnShapes(4, 12, 'saved');
    const conditional = vae.batch.labels !== undefined;
    const [encoder, decoder] = [await throughFile(vae.networks.encoder), await throughFile(vae.networks.decoder)];
    tf.tidy(() => {
      const condition = conditional ? [tf.oneHot(labels, 2)] : [];
      const { mean, logVariance } = vae.encode(pictures, conditional ? labels : undefined);
      const encoded = encoder.apply([pictures, ...condition]) as tf.Tensor[];
      expect(encoded.map((one) => Array.from(one.dataSync()))).toEqual(
        [mean, logVariance].map((one) => Array.from(one.dataSync())),
      );
      const decoded = decoder.apply([mean, ...condition]) as tf.Tensor;
      const own = vae.decode(mean, conditional ? labels : undefined);
      expect(own.shape).toEqual([4, 12, 12, 1]);
      expect(Array.from(decoded.dataSync())).toEqual(Array.from(own.dataSync()));
    });
    encoder.dispose();
    decoder.dispose();
    tf.dispose([pictures, labels]);
    vae.dispose();
  });
});

describe('the bounds', () => {
  it('get tighter with more importance samples, and the ELBO is the one of a single sample', async () => {
    const vae = await trained({}, 60);
    const { pictures, labels } = drawnShapes(128, 12, 'bounded');
    const bound = (samples: number): number => vae.measureBound(pictures, { samples, random: createRandom('bound') });
    const [elbo, five, fifty] = [1, 5, 50].map(bound);
    expect(five).toBeGreaterThan(elbo + 0.1);
    expect(fifty).toBeGreaterThan(five + 0.1);
    const analytic = tf.tidy(() => {
      const { mean, logVariance } = vae.encode(pictures);
      const noise = tf.randomNormal(mean.shape, 0, 1, 'float32', 9);
      const decoded = vae.decode(tf.add(mean, tf.mul(noise, tf.exp(tf.mul(logVariance, 0.5)))));
      const likelihood = tf.mean(gaussianLogDensity(pictures, decoded, 0.5));
      return tf.sub(likelihood, tf.mean(klToStandardNormal(mean, logVariance))).dataSync()[0];
    });
    // Both are estimates from 128 draws of some nats' deviation each.
    expect(Math.abs(analytic - elbo)).toBeLessThan(2);
    tf.dispose([pictures, labels]);
    vae.dispose();
  });

  it('cost divergence where λ is small, and reconstruction where it is large', async () => {
    const parts = async (lambda: number): Promise<{ kl: number; error: number }> => {
      const vae = await trained({ lambda }, 60);
      const { pictures, labels } = drawnShapes(64, 12, 'weighed');
      const values = tf.tidy(() => {
        const { mean, logVariance } = vae.encode(pictures);
        const error = tf.mean(tf.squaredDifference(vae.reconstruct(pictures), pictures)).dataSync()[0];
        return [tf.mean(klToStandardNormal(mean, logVariance)).dataSync()[0], error];
      });
      tf.dispose([pictures, labels]);
      vae.dispose();
      return { kl: values[0], error: values[1] };
    };
    const [loose, strict] = [await parts(0.1), await parts(10)];
    expect(strict.kl).toBeLessThan(loose.kl);
    expect(strict.error).toBeGreaterThan(loose.error);
  });
});

describe('between two pictures', () => {
  it('the way begins and ends at their reconstructions', async () => {
    const vae = await createVae({ ...small, classes: 2 });
    const { pictures, labels } = drawnShapes(2, 12, 'ends');
    tf.tidy(() => {
      const [a, b] = [tf.slice(pictures, 0, 1), tf.slice(pictures, 1, 1)];
      const lying = tf.tensor1d([1], 'int32');
      const way = vae.interpolate(a, b, { steps: 5, labels: lying });
      expect(way.shape).toEqual([5, 12, 12, 1]);
      const ends = tf.concat([vae.reconstruct(a, lying), vae.reconstruct(b, lying)]);
      const got = tf.concat([tf.slice(way, 0, 1), tf.slice(way, 4, 1)]);
      expect(tf.max(tf.abs(tf.sub(got, ends))).dataSync()[0]).toBeLessThan(1e-5);
    });
    tf.dispose([pictures, labels]);
    vae.dispose();
  });
});

describe('wrong options and shapes', () => {
  it('are refused by name', async () => {
    await expect(createVae({ lambda: -1 })).rejects.toThrow(/createVae: lambda must be a number in 0…/);
    await expect(createVae({ latent: 0 })).rejects.toThrow(/latent/);
    await expect(createVae({ deviation: 0 })).rejects.toThrow(/deviation/);
    await expect(createVae({ classes: 1 })).rejects.toThrow(/classes/);
    await expect(createIwae({ samples: 0 })).rejects.toThrow(/createIwae: samples/);
    const [plain, conditional] = [await createVae(small), await createVae({ ...small, classes: 2 })];
    tf.tidy(() => {
      expect(() => plain.encode(tf.zeros([1, 8, 8, 1]))).toThrow(
        /encoder, layer "pictures": expected \[count, 12, 12, 1\], got \[1, 8, 8, 1\]/,
      );
      expect(() => plain.decode(tf.zeros([1, 4]), tf.zeros([1]))).toThrow(/built without classes/);
      expect(() => conditional.decode(tf.zeros([1, 4]))).toThrow(/layer "label": expected labels/);
    });
    plain.dispose();
    conditional.dispose();
  });
});
