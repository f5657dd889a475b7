import * as tf from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { correctGradients } from '@filmai/core-tensor/kernels';
import { createRandom } from '@filmai/core-tensor/random';
import { startRuntime } from '@filmai/core-tensor/runtime';
import { drawnShapes, feedOfShapes, learned, throughFile, weightsOf } from '../../test/drawn-shapes.js';
import { train } from '../training/index.js';
import { interpolatedPixels, repeatedPixels } from './double-size.js';
import { createStyleGan, mixStyles, projectPicture, type StyleGan } from './index.js';
import { MinibatchDeviation, ModulatedConvolution } from './style-gan-layers.js';

let before = 0;
beforeAll(async () => {
  before = (await startRuntime()).liveTensors();
});
afterAll(() => expect(tf.memory().numTensors).toBe(before));

const small = { size: 8, channels: 1, width: 0.12, latent: 16, seed: 7 };
const values = (tensor: tf.Tensor): number[] => Array.from(tensor.dataSync());
const worst = (a: tf.Tensor, b: tf.Tensor): number => tf.tidy(() => tf.max(tf.abs(tf.sub(a, b))).dataSync()[0]);

describe('the layers', () => {
  it('double sizes by repeating, and by interpolating between the centres of pixels', () => {
    tf.tidy(() => {
      const picture = tf.tensor4d([0, 4, 8, 12], [1, 2, 2, 1]);
      expect(tf.reshape(repeatedPixels(picture), [4, 4]).arraySync()).toEqual([
        [0, 0, 4, 4],
        [0, 0, 4, 4],
        [8, 8, 12, 12],
        [8, 8, 12, 12],
      ]);
      const noise = tf.randomNormal([2, 5, 3, 2], 0, 1, 'float32', 1) as tf.Tensor4D;
      expect(worst(interpolatedPixels(noise), tf.image.resizeBilinear(noise, [10, 6], false, true))).toBeLessThan(1e-6);
    });
  });

  it('modulate and demodulate as scaling each picture’s own filters would', () => {
    const layer = new ModulatedConvolution({ filters: 3, kernelSize: 3, style: 1, seed: 5 });
    tf.tidy(() => {
      const [pictures, styles] = [
        tf.randomNormal([2, 4, 4, 2], 0, 1, 'float32', 1),
        tf.randomNormal([2, 2, 6], 0, 1, 'float32', 2),
      ];
      const made = layer.apply([pictures, styles, tf.zeros([2, 4, 4, 1])]) as tf.Tensor;
      const [kernel, , styleKernel, styleBias] = layer.getWeights();
      for (let i = 0; i < 2; i++) {
        const own = tf.slice(styles, [i, 1, 0], [1, 1, 6]);
        const scales = tf.add(tf.matMul(tf.reshape(own, [1, 6]), tf.div(styleKernel, Math.sqrt(6))), styleBias);
        const scaled = tf.mul(tf.div(kernel, Math.sqrt(18)), tf.reshape(scales, [1, 1, 2, 1]));
        const filters = tf.div(scaled, tf.sqrt(tf.sum(tf.square(scaled), [0, 1, 2], true))) as tf.Tensor4D;
        const features = tf.conv2d(tf.slice(pictures, i, 1) as tf.Tensor4D, filters, 1, 'same');
        expect(worst(tf.mul(tf.leakyRelu(features, 0.2), Math.SQRT2), tf.slice(made, i, 1))).toBeLessThan(1e-4);
      }
    });
    layer.dispose();
  });

  it('have gradients of gradients that agree with numeric ones', () => {
    const layer = new ModulatedConvolution({ filters: 2, kernelSize: 3, style: 0, grow: true, seed: 5 });
    correctGradients(tf);
    tf.tidy(() => {
      const pictures = tf.randomNormal([1, 2, 2, 2], 0, 1, 'float32', 1);
      const noise = tf.zeros([1, 4, 4, 1]);
      const slope = (styles: tf.Tensor): tf.Tensor =>
        tf.sum(
          tf.square(tf.grad((given: tf.Tensor) => tf.sum(tf.square(layer.apply([pictures, given, noise]) as tf.Tensor)))(styles)),
        );
      const styles = tf.randomNormal([1, 1, 3], 0, 1, 'float32', 2);
      const analytic = values(tf.grad(slope)(styles));
      const step = 1e-2;
      const numeric = [0, 1, 2].map((i) => {
        const moved = (by: number): number =>
          slope(
            tf.add(
              styles,
              tf.tensor3d(
                [0, 1, 2].map((j) => (i === j ? by : 0)),
                [1, 1, 3],
              ),
            ),
          ).dataSync()[0];
        return (moved(step) - moved(-step)) / (2 * step);
      });
      const size = Math.hypot(...numeric);
      analytic.forEach((value, i) => expect(Math.abs(value - numeric[i]) / size).toBeLessThan(0.02));
    });
    layer.dispose();
  });

  it('tell a batch that repeats itself from one that varies', () => {
    const layer = new MinibatchDeviation({});
    tf.tidy(() => {
      const varied = tf.randomNormal([8, 2, 2, 3], 0, 1, 'float32', 1);
      const seen = (batch: tf.Tensor): number => (layer.apply(batch) as tf.Tensor).dataSync()[3];
      expect(seen(varied)).toBeGreaterThan(0.5);
      expect(seen(tf.tile(tf.slice(varied, 0, 1), [8, 1, 1, 1]))).toBeLessThan(1e-3);
    });
  });
});

describe('a StyleGAN', () => {
  it('comes closer to pictures that it never saw, and then finds the styles of such a picture', async () => {
    const gan = await createStyleGan(small);
    const { before: untrained, after } = await learned(gan, { size: 8, steps: 110, batchSize: 16, learningRate: 3e-3 });
    expect(after).toBeLessThan(untrained * 0.7);
    const { pictures, labels } = drawnShapes(1, 8, 'projected');
    const seen: number[] = [];
    const found = await projectPicture(gan, pictures, { steps: 40, onProgress: (_, distance) => seen.push(distance) });
    expect(found.styles.shape).toEqual([1, gan.layers, 16]);
    expect(seen).toHaveLength(41);
    expect(found.distance).toBe(seen[40]);
    expect(found.distance).toBeLessThan(seen[0] * 0.6);
    const difference = tf.tidy(() => Math.sqrt(tf.mean(tf.squaredDifference(found.reconstruction, pictures)).dataSync()[0]));
    expect(difference).toBeCloseTo(found.distance, 4);
    const one = await projectPicture(gan, pictures, { steps: 3, space: 'one' });
    tf.tidy(() => {
      const [first, second] = tf.split(tf.slice(one.styles, [0, 0, 0], [1, 2, 16]), 2, 1);
      expect(values(first)).toEqual(values(second));
    });
    tf.dispose([pictures, labels, found.styles, found.reconstruction, one.styles, one.reconstruction]);
    gan.dispose();
  });

  it('is the same for the same seed, bit for bit, across a break too', async () => {
    const feed = feedOfShapes(16, 8);
    const trained = async (steps: number, from?: StyleGan): Promise<StyleGan> => {
      const gan = from ?? (await createStyleGan(small));
      for await (const step of train(gan, feed, { steps, batchSize: 4, watch: false, average: false })) void step;
      return gan;
    };
    const [whole, again] = [await trained(6), await trained(6)];
    expect(weightsOf(again)).toEqual(weightsOf(whole));
    const memory = whole.saveMemory?.() ?? {};
    expect(memory['path-length'].values[0]).toBeGreaterThan(0);
    const other = await createStyleGan(small);
    other.restoreMemory?.(memory);
    expect(other.saveMemory?.()).toEqual(memory);
    for (const gan of [whole, again, other]) gan.dispose();
  });

  it('makes the same pictures after it was saved and loaded with its layers registered', async () => {
    const gan = await createStyleGan({ ...small, size: 12 });
    const loaded = await Promise.all([gan.networks.mapping, gan.networks.generator, gan.networks.critic].map(throughFile));
    tf.tidy(() => {
      const latents = tf.randomNormal([2, 16], 0, 1, 'float32', 1);
      const styles = gan.styles(latents);
      const own = loaded[0].apply(latents) as tf.Tensor;
      expect(values(own)).toEqual(values(tf.slice(styles, [0, 0, 0], [2, 1, 16])));
      const noises = gan.networks.generator.inputs.slice(1).map(({ shape }) => tf.zeros([2, ...(shape.slice(1) as number[])]));
      const made = loaded[1].apply([styles, ...noises]) as tf.Tensor;
      expect(made.shape).toEqual([2, 12, 12, 1]);
      expect(values(tf.clipByValue(made, -1, 1))).toEqual(values(gan.generate(styles)));
      expect(values(loaded[2].apply(made) as tf.Tensor)).toEqual(values(gan.networks.critic.apply(made) as tf.Tensor));
    });
    for (const network of loaded) network.dispose();
    gan.dispose();
  });

  it('draws styles to their average by truncation, mixes them by layer, and repeats pictures without noise', async () => {
    const gan = await createStyleGan(small);
    tf.tidy(() => {
      const latents = tf.randomNormal([2, 16], 0, 1, 'float32', 1);
      const full = gan.styles(latents);
      expect(values(gan.styles(latents, { truncation: 0 })).every((value) => value === 0)).toBe(true);
      expect(worst(gan.styles(latents, { truncation: 0.5 }), tf.mul(full, 0.5))).toBeLessThan(1e-6);
      const [a, b] = [tf.slice(full, 0, 1), tf.slice(full, 1, 1)];
      const mixed = mixStyles(a, b, 1);
      expect(values(tf.slice(mixed, [0, 0, 0], [1, 1, 16]))).toEqual(values(tf.slice(a, [0, 0, 0], [1, 1, 16])));
      expect(values(tf.slice(mixed, [0, 1, 0], [1, 3, 16]))).toEqual(values(tf.slice(b, [0, 1, 0], [1, 3, 16])));
      expect(values(gan.generate(mixStyles(a, b, 4)))).toEqual(values(gan.generate(a)));
      expect(values(gan.generate(mixed))).not.toEqual(values(gan.generate(a)));
      expect(values(gan.sample(2, createRandom(3)))).toEqual(values(gan.sample(2, createRandom(3))));
    });
    gan.dispose();
  });

  it('refuses what can’t be, by name, and stops when told', async () => {
    await expect(createStyleGan({ size: 36 })).rejects.toThrow(/size must be 4, 5, 6 or 7 times a power of two/);
    await expect(createStyleGan({ depth: 9 })).rejects.toThrow(/depth must be a whole number in 1…8, got 9/);
    await expect(createStyleGan({ mixing: 2 })).rejects.toThrow(/mixing/);
    await expect(createStyleGan({ pathLength: { weight: -1 } })).rejects.toThrow(/pathLength.weight/);
    const gan = await createStyleGan(small);
    const picture = tf.zeros([8, 8, 1]);
    const large = tf.zeros([9, 9, 1]);
    expect(() => gan.generate(large)).toThrow(/generator, layer "styles": expected \[count, 4, 16\], got/);
    expect(() => gan.styles(picture)).toThrow(/mapping, layer "latent"/);
    await expect(projectPicture(gan, large, { steps: 1 })).rejects.toThrow(
      /layer "pictures": expected \[count, 8, 8, 1\], got \[1, 9, 9, 1\]/,
    );
    await expect(projectPicture(gan, picture, { steps: 0 })).rejects.toThrow(RangeError);
    const stop = new AbortController();
    const stopped = projectPicture(gan, picture, {
      steps: 50,
      signal: stop.signal,
      onProgress: (step) => step === 2 && stop.abort(new Error('enough')),
    });
    await expect(stopped).rejects.toThrow('enough');
    tf.dispose([picture, large]);
    gan.dispose();
  });
});
