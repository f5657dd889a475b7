/**
 * @file Trains one generator on the training half of the digits and writes 2,500 samples to standard output: a line of JSON, then float32 pixels. A
 * program of its own: `train-generator.ts NAME SEED [DATA]`.
 */
import { pathToFileURL } from 'node:url';
import { createRandom } from '@filmai/core-tensor/random';
import { createRuntime } from '@filmai/core-tensor/runtime';
import { fromArrays } from '@filmai/gan/data';
import type { LossName } from '@filmai/gan/losses';
import { createDcgan, createVae } from '@filmai/gan/networks';
import { linearDecay, train, type Trainable } from '@filmai/gan/training';
import type { Tensor4D } from '@tensorflow/tfjs-core';
import { readDigits, SIDE } from './digits.js';

/** What is compared, by name. */
export const GENERATORS = ['dcgan', 'wgan-gp', 'hinge', 'vae'] as const;
type GeneratorName = (typeof GENERATORS)[number];

/** What a training gives. */
export interface TrainedSamples {
  /** [count, 28, 28] in −1…1. */
  pictures: Float32Array;
  trainSeconds: number;
  steps: number;
}

interface Recipe {
  build(seed: number): Promise<Trainable>;
  steps: number;
  learningRate?: Readonly<Record<string, number>>;
}

const SAMPLES = 2500;
const AT_ONCE = 100;
const MINUTES = 15;

const gan = (seed: number, loss: LossName) => createDcgan({ size: SIDE, width: 0.5, seed, loss });
// With dropout the critic falls behind a generator that moves as fast.
const learningRate = { critic: 3e-4, generator: 2e-4 };

/** Most steps are ended by the clock. */
const RECIPES: Record<GeneratorName, Recipe> = {
  dcgan: { build: (seed) => gan(seed, 'non-saturating'), steps: 14_000, learningRate },
  'wgan-gp': { build: (seed) => gan(seed, 'wasserstein-gp'), steps: 3000 },
  hinge: { build: (seed) => gan(seed, 'hinge'), steps: 14_000, learningRate },
  vae: { build: (seed) => createVae({ size: SIDE, width: 0.5, latent: 16, seed }), steps: 6000 },
};

if (import.meta.url === pathToFileURL(process.argv[1]).href) await main(process.argv.slice(2));

async function main([name, seed, data]: string[]): Promise<void> {
  const digits = await readDigits(data);
  if (!digits) throw new Error('there are no digits');
  const runtime = await createRuntime({ threads: 2 });
  const { build, steps, learningRate: rates } = RECIPES[name as GeneratorName];
  const model = await build(Number(seed));
  const { pictures, count } = digits.training;
  const feed = fromArrays({ pictures: { shape: [count, SIDE, SIDE, 1], values: pictures } });
  const begun = performance.now();
  let made = 0;
  for await (const step of train(model, feed, {
    steps,
    batchSize: 32,
    learningRate: rates,
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
  const random = createRandom(`samples/${seed}`);
  const samples = new Float32Array(SAMPLES * SIDE * SIDE);
  for (let at = 0; at < SAMPLES; at += AT_ONCE) {
    const tensor = model.sample?.(AT_ONCE, random) as Tensor4D;
    samples.set(tensor.dataSync(), at * SIDE * SIDE);
    tensor.dispose();
  }
  process.stderr.write(`${name}: ${runtime.description}\n`);
  process.stdout.write(`${JSON.stringify({ trainSeconds, steps: made })}\n`);
  process.stdout.write(Buffer.from(samples.buffer), () => process.exit());
}
