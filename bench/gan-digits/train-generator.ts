/**
 * @file Trains one generator on the training half of the digits and writes samples to standard output: a line of JSON, then float32 pixels of 2,500 plain
 * samples and, of a GAN, of the 2,500 that its critic ranks highest. A program of its own: `train-generator.ts NAME SEED [DATA]`.
 */
import { pathToFileURL } from 'node:url';
import { createRandom, type Random } from '@filmai/core-tensor/random';
import { createRuntime } from '@filmai/core-tensor/runtime';
import { fromArrays } from '@filmai/gan/data';
import type { LossName } from '@filmai/gan/losses';
import { bestSamples, createDcgan, createVae, type PictureGan } from '@filmai/gan/networks';
import { linearDecay, train, type Trainable } from '@filmai/gan/training';
import type { Tensor4D } from '@tensorflow/tfjs-core';
import { readDigits, SIDE } from './digits.js';

/** What is compared, by name. */
export const GENERATORS = ['dcgan', 'wgan-gp', 'hinge', 'vae'] as const;
type GeneratorName = (typeof GENERATORS)[number];

/** What a training gives. */
export interface TrainedSamples {
  /** As they are drawn, [count, 28, 28] in −1…1. */
  plain: Float32Array;
  /** As many that the critic ranks highest; the plain ones where there is no critic. */
  best: Float32Array;
  trainSeconds: number;
  steps: number;
}

interface Recipe {
  build(seed: number): Promise<Trainable>;
  steps: number;
}

const SAMPLES = 2500;
const AT_ONCE = 100;
const MINUTES = 15;
/** Share of a GAN's samples that its critic may keep. */
const SHARE = 0.25;

/**
 * Without momentum and with a light penalty on the critic's slope both players bear rates ten times the usual ones; dropout would only blind a critic that
 * the penalty keeps from learning its 2,500 pictures by heart.
 */
const gan = (seed: number, loss: LossName, width: number) =>
  createDcgan({
    size: SIDE,
    width,
    dropout: 0,
    seed,
    loss,
    adam: { learningRate: 2e-3, beta1: 0, beta2: 0.99 },
    regularisers: { r1: { weight: 1, every: 4 } },
  });

const gradientPenalised = (seed: number) =>
  createDcgan({
    size: SIDE,
    width: 0.25,
    dropout: 0,
    seed,
    loss: 'wasserstein-gp',
    adam: { learningRate: 1e-3, beta1: 0, beta2: 0.9 },
  });

/** The first takes its fifteen minutes on a processor of the year 2026, the others about a quarter of that; a slower one ends by the clock. */
const RECIPES: Record<GeneratorName, Recipe> = {
  dcgan: { build: (seed) => gan(seed, 'non-saturating', 0.5), steps: 17_000 },
  'wgan-gp': { build: gradientPenalised, steps: 2000 },
  hinge: { build: (seed) => gan(seed, 'hinge', 0.25), steps: 8000 },
  vae: { build: (seed) => createVae({ size: SIDE, width: 0.5, latent: 16, seed }), steps: 5000 },
};

if (import.meta.url === pathToFileURL(process.argv[1]).href) await main(process.argv.slice(2));

async function main([name, seed, data]: string[]): Promise<void> {
  const digits = await readDigits(data);
  if (!digits) throw new Error('there are no digits');
  const runtime = await createRuntime({ threads: 1 });
  const { build, steps } = RECIPES[name as GeneratorName];
  const model = await build(Number(seed));
  const { pictures, count } = digits.training;
  const feed = fromArrays({ pictures: { shape: [count, SIDE, SIDE, 1], values: pictures } });
  const begun = performance.now();
  let made = 0;
  for await (const step of train(model, feed, {
    steps,
    batchSize: 32,
    seed: Number(seed),
    schedule: linearDecay(),
    average: 0.999,
    watch: false,
  })) {
    made = step.step;
    if (made % 100 === 0)
      process.stderr.write(
        `${name} ${made} of ${steps} ${JSON.stringify(step.losses)} ${Math.round(step.secondsLeft ?? 0)} s left\n`,
      );
    if (performance.now() - begun > MINUTES * 60_000) break;
  }
  const trainSeconds = (performance.now() - begun) / 1000;
  const plain = drawn((random) => model.sample?.(AT_ONCE, random) as Tensor4D, Number(seed));
  const best =
    name === 'vae' ? plain : drawn((random) => bestSamples(model as PictureGan, AT_ONCE, random, { share: SHARE }), Number(seed));
  process.stderr.write(`${name}: ${runtime.description}\n`);
  process.stdout.write(`${JSON.stringify({ trainSeconds, steps: made })}\n`);
  process.stdout.write(Buffer.concat([plain, best].map(({ buffer }) => Buffer.from(buffer))), () => process.exit());
}

function drawn(draw: (random: Random) => Tensor4D, seed: number): Float32Array {
  const random = createRandom(`samples/${seed}`);
  const samples = new Float32Array(SAMPLES * SIDE * SIDE);
  for (let at = 0; at < SAMPLES; at += AT_ONCE) {
    const tensor = draw(random);
    samples.set(tensor.dataSync(), at * SIDE * SIDE);
    tensor.dispose();
  }
  return samples;
}
