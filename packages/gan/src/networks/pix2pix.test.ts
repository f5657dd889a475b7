import * as tf from '@tensorflow/tfjs-core';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadNetwork, saveNetwork } from '@filmai/core-tensor/checkpoints';
import { createFrame } from '@filmai/core-tensor/frames';
import { createRandom, type Random } from '@filmai/core-tensor/random';
import { startRuntime } from '@filmai/core-tensor/runtime';
import { train } from '../training/train.js';
import { classMap } from './class-map.js';
import { createPix2pix, type Pix2pixBatch, type Pix2pixOptions } from './pix2pix.js';
import { distance, drawDiscs, endless, paint, SIDE, weightsOf, type Painting } from './test-domains.js';
import { translate } from './translate.js';

/** One class a channel, as a map of labels is given. */
const labels: Painting = (inside) => (inside ? [0, 1] : [1, 0]);
/** A striped disc on a sky that brightens downwards. */
const picture: Painting = (inside, x, y) => (inside ? [y % 4 < 2 ? 0.8 : -0.6, 0.4, -0.7] : [-0.4, y / SIDE - 0.3, 0.5]);
const small: Pix2pixOptions = { size: SIDE, sourceChannels: 2, width: 8, depth: 3, detail: 8, seed: 7 };

function pairs(count: number, random: Random): Pix2pixBatch {
  const discs = drawDiscs(count, random);
  return { source: paint(discs, labels), target: paint(discs, picture) };
}

let live = 0;
beforeAll(async () => {
  await startRuntime();
  live = tf.memory().numTensors;
});
afterAll(() => expect(tf.memory().numTensors).toBe(live));

describe('pix2pix', () => {
  it('learns a picture from a map of labels, and tells it for maps that it never saw; saved and loaded it tells the same', async () => {
    const gan = await createPix2pix(small);
    const heldOut = pairs(16, createRandom('held out'));
    const measure = (): number => {
      const made = translate(gan, heldOut.source);
      const far = distance(made, heldOut.target);
      made.dispose();
      return far;
    };
    const before = measure();
    const batches = endless('pairs', (random) => pairs(8, random));
    for await (const { warnings } of train(gan, batches, { steps: 60, average: 0.9, watch: false, learningRate: 2e-3 }))
      expect(warnings).toEqual([]);
    expect(measure()).toBeLessThan(0.3 * before);

    const folder = await mkdtemp(join(tmpdir(), 'filmai-pix2pix-'));
    await saveNetwork(folder, gan.networks.generator);
    const loaded = await loadNetwork(folder);
    const [made, again] = [translate(gan, heldOut.source), loaded.predict(heldOut.source) as tf.Tensor4D];
    expect(distance(made, again)).toBe(0);
    await rm(folder, { recursive: true });
    tf.dispose([heldOut, made, again]);
    loaded.dispose();
    gan.dispose();
  });

  it('comes to the same weights from the same seed, and to others from another', async () => {
    const trained = async (seed: number): Promise<number[]> => {
      const gan = await createPix2pix({ ...small, dropout: 0.5, seed });
      const batches = endless('pairs', (random) => pairs(2, random));
      for await (const _ of train(gan, batches, { steps: 2, watch: false })) continue;
      const weights = weightsOf(gan.networks.generator);
      gan.dispose();
      return weights;
    };
    const first = await trained(1);
    expect(await trained(1)).toEqual(first);
    expect(await trained(2)).not.toEqual(first);
  });

  it('translates pictures of any size, and frames with their times', async () => {
    const gan = await createPix2pix({ size: SIDE, width: 2, depth: 3, normalization: 'none' });
    const odd = tf.zeros<tf.Rank.R4>([2, 13, 21, 3]);
    const made = translate(gan, odd);
    expect(made.shape).toEqual([2, 13, 21, 3]);
    const frames = translate(gan, [createFrame(9, 5, { seconds: 1 }), createFrame(9, 5, { seconds: 2 })]);
    expect(frames.map(({ width, height, seconds }) => [width, height, seconds])).toEqual([
      [9, 5, 1],
      [9, 5, 2],
    ]);
    tf.dispose([odd, made]);
    gan.dispose();
  });

  it("has the paper's layers: C64-C128-C256-C512-… down, as many up with what was handed over, at any width", async () => {
    const gan = await createPix2pix({ size: 256, width: 8 });
    const down = [3, 8, 16, 32, 64, 64, 64, 64, 64];
    const from = [64, 128, 128, 128, 128, 64, 32, 16];
    const to = [64, 64, 64, 64, 32, 16, 8, 3];
    const expected = [
      ...down.slice(1).map((filters, i) => [4, 4, down[i], filters]),
      ...to.map((filters, i) => [4, 4, filters, from[i]]),
    ];
    const kernels = gan.networks.generator.weights.filter((weight) => weight.shape.length === 4).map((weight) => weight.shape);
    const listed = (shapes: readonly (readonly (number | null)[])[]): string[] => shapes.map(String).toSorted();
    expect(listed(kernels)).toEqual(listed(expected));
    const judged = gan.networks.critic.weights.filter((weight) => weight.shape.length === 4).map((weight) => weight.shape);
    expect(judged).toEqual([6, 8, 16, 32, 64].map((filters, i, all) => [4, 4, filters, all[i + 1] ?? 1]));
    gan.dispose();
  });

  it('follows the source from the start where it shall echo it', async () => {
    const agreement = async (echo: boolean): Promise<number> => {
      const gan = await createPix2pix({ ...small, sourceChannels: 3, echo });
      const share = tf.tidy(() => {
        const source = paint(drawDiscs(4, createRandom(1)), (inside) => (inside ? [0.5, 0.2, -0.5] : [-0.4, -0.2, 0.4]));
        return tf.mean(tf.cast(tf.equal(tf.sign(translate(gan, source)), tf.sign(source)), 'float32')).dataSync()[0];
      });
      gan.dispose();
      return share;
    };
    expect(await agreement(true)).toBeGreaterThan(0.1 + (await agreement(false)));
    const deaf = createPix2pix({ ...small, echo: true });
    await expect(deaf).rejects.toThrow('echo needs detail above 0 and sourceChannels of at least 3, got 8 and 2');
  });

  it('says which option is wrong, and what shapes it takes', async () => {
    await expect(createPix2pix({ size: 20, depth: 3 })).rejects.toThrow(
      'createPix2pix: size must be a multiple of 8 (2 to the depth of 3), got 20×20',
    );
    await expect(createPix2pix({ width: 0 })).rejects.toThrow('createPix2pix: width must be a whole number in 1…1024, got 0');
    await expect(createPix2pix({ normalization: 'group' as never })).rejects.toThrow(
      'must be one of instance, batch, none, got group',
    );
    await expect(createPix2pix({ dropout: 1 })).rejects.toThrow('dropout');
    const gan = await createPix2pix({ ...small, sourceChannels: 5 });
    const wrong = tf.zeros<tf.Rank.R4>([1, 16, 16, 3]);
    expect(() => translate(gan, wrong)).toThrow('translate, pictures: expected [count, height, width, 5], got [1, 16, 16, 3]');
    expect(() => translate(gan, [createFrame(16, 16)])).toThrow('takes pictures of 5 channels');
    wrong.dispose();
    gan.dispose();
  });
});

describe('a map of classes', () => {
  it('gives each pixel to the nearest colour of the palette', () => {
    const frame = createFrame(2, 1);
    frame.data.set([250, 10, 0, 255, 20, 0, 90, 255]);
    const map = classMap(
      [frame],
      [
        [255, 0, 0],
        [0, 255, 0],
        [0, 0, 255],
      ],
    );
    expect(map.arraySync()).toEqual([
      [
        [
          [1, 0, 0],
          [0, 0, 1],
        ],
      ],
    ]);
    map.dispose();
  });

  it('refuses frames of two sizes and palettes of one colour', () => {
    const palette = [
      [0, 0, 0],
      [255, 255, 255],
    ] as const;
    expect(() => classMap([createFrame(2, 2), createFrame(3, 2)], palette)).toThrow(
      'frame 1: expected 2×2 as the first, got 3×2',
    );
    expect(() => classMap([], palette)).toThrow('at least one frame');
    expect(() => classMap([createFrame(2, 2)], palette.slice(1))).toThrow('at least 2 colours, got 1');
  });
});
