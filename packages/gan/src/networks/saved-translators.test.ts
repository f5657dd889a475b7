/** @file Networks that translate pictures, through the files of TensorFlow.js' Layers format and back. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as tf from '@tensorflow/tfjs-core';
import type { Tensor4D } from '@tensorflow/tfjs-core';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadNetwork, saveNetwork } from '@filmai/core-tensor/checkpoints';
import { createRandom, type Random } from '@filmai/core-tensor/random';
import { startRuntime } from '@filmai/core-tensor/runtime';
import { train } from '../training/train.js';
import type { Batch, Trainable } from '../training/trainable.js';
import { createCycleGan } from './cycle-gan.js';
import { createFilmGan } from './film-gan.js';
import { createStarGan } from './star-gan.js';
import { drawDiscs, endless, paint, SIDE, type Painting } from './test-domains.js';
import { translate } from './translate.js';

const small = { size: SIDE, width: 4, blocks: 1, depth: 1, seed: 3 } as const;
const normalizations = ['instance', 'batch', 'none'] as const;
type Options = typeof small & { normalization: (typeof normalizations)[number] };

const night: Painting = (inside) => (inside ? [0.2, 0.2, 0.9] : [-0.5, -0.5, -0.3]);
const day: Painting = (inside) => (inside ? [0.9, -0.1, -0.7] : [0.7, 0.7, 0.5]);
const discs = (random: Random, painting: Painting): Tensor4D => paint(drawDiscs(2, random), painting);

/** A trainable with what it is trained on, and all the ways in which it translates. */
interface Case<T extends Trainable<B>, B extends Batch> {
  build(options: Options): Promise<T>;
  batch(random: Random): B;
  translations(gan: T, pictures: Tensor4D): Tensor4D[];
}

/** The case, with its own types tied together and then forgotten: what is tested is the same for all. */
function caseOf<T extends Trainable<B>, B extends Batch>(one: Case<T, B>): Case<Trainable, Batch> {
  return one;
}

const neighbours = (random: Random) => ({
  a: discs(random.split('a'), night),
  aNext: discs(random.split('a'), night),
  aFlow: tf.zeros<tf.Rank.R4>([2, SIDE, SIDE, 2]),
  b: discs(random.split('b'), day),
  bNext: discs(random.split('b'), day),
  bFlow: tf.zeros<tf.Rank.R4>([2, SIDE, SIDE, 2]),
});

const cases = {
  CycleGAN: caseOf({
    build: createCycleGan,
    batch: (random) => ({ a: discs(random.split('a'), night), b: discs(random.split('b'), day) }),
    translations: (gan, pictures) => [translate(gan, pictures), translate(gan, pictures, { to: 'a' })],
  }),
  FilmGAN: caseOf({
    build: createFilmGan,
    batch: neighbours,
    translations: (gan, pictures) => [translate(gan, pictures), translate(gan, pictures, { to: 'a' })],
  }),
  StarGAN: caseOf({
    build: (options) => createStarGan({ ...options, attributes: 2, criticDepth: 2 }),
    batch: (random) => ({ pictures: discs(random, night), attributes: tf.tensor2d([1, 0, 0, 1], [2, 2]) }),
    translations: (gan, pictures) => [translate(gan, pictures, [1, 0]), translate(gan, pictures, [0, 1])],
  }),
};

let live = 0;
let folder = '';
beforeAll(async () => {
  await startRuntime();
  live = tf.memory().numTensors;
  folder = await mkdtemp(join(tmpdir(), 'filmai-translators-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
  expect(tf.memory().numTensors).toBe(live);
});

describe.each(Object.entries(cases))('a trained %s', (name, { build, batch, translations }) => {
  it.each(normalizations)(
    'with normalization "%s" makes the same pictures after it was saved and loaded',
    async (normalization) => {
      const gan = await build({ ...small, normalization });
      for await (const step of train(gan, endless(name, batch), { steps: 2, watch: false })) void step;
      const networks: Record<string, LayersModel> = {};
      for (const [part, network] of Object.entries(gan.networks)) {
        const path = join(folder, name, normalization, part);
        await saveNetwork(path, network);
        networks[part] = await loadNetwork(path);
      }
      const pictures = discs(createRandom('held out'), night);
      const made = translations(gan, pictures);
      const again = translations({ ...gan, networks }, pictures);
      expect(made).toHaveLength(2);
      for (const [i, one] of made.entries()) expect([...again[i].dataSync()]).toEqual([...one.dataSync()]);
      // Else two networks that make nothing would pass.
      expect([...made[0].dataSync()]).not.toEqual([...made[1].dataSync()]);
      tf.dispose([pictures, ...made, ...again]);
      for (const network of Object.values(networks)) network.dispose();
      gan.dispose();
    },
  );
});
