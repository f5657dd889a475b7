/**
 * @file A training in a process of its own, for tests that kill it: `node … train-in-process.ts FOLDER STEPS`. Prints `step N` after each step and
 * at the end `done` with a hash over everything that a training has.
 */
import { createHash } from 'node:crypto';
import { createRuntime } from '@filmai/core-tensor/runtime';
import { loadCheckpoint } from '@filmai/core-tensor/checkpoints';
import { train } from '../src/training/index.js';
import { crossFeed, tinyGan, weightsOf } from './tiny-gan.js';

const [folder, steps, seconds = '0'] = process.argv.slice(2);
await createRuntime({ backend: 'wasm' });
const gan = tinyGan({
  dropout: 0.3,
  batchNorm: true,
  loss: 'hinge',
  regularisers: { spectralNorm: true, r1: { weight: 1, every: 3 } },
});
for await (const { step } of train(gan, crossFeed(50), {
  steps: Number(steps),
  batchSize: 8,
  seed: 'kill',
  average: 0.9,
  schedule: (at) => 1 / (1 + at / 10),
  checkpoint: { folder, everySteps: 4 },
})) {
  process.stdout.write(`step ${step}\n`);
  // Leaves time to be killed in the middle.
  await new Promise((resolve) => setTimeout(resolve, Number(seconds) * 1000));
}
const { checkpoint } = await loadCheckpoint(folder);
const hash = createHash('sha256').update(JSON.stringify(weightsOf(gan)));
const { optimisers, averages, data, extra, networks } = checkpoint;
hash.update(
  plain({
    optimisers,
    averages,
    data,
    extra,
    weights: Object.values(networks).map((network) => network.weights.map(({ values }) => values)),
  }),
);
process.stdout.write(`done ${hash.digest('hex')}\n`);
gan.dispose();

function plain(value: unknown): string {
  return JSON.stringify(value, (_, one: unknown) => (ArrayBuffer.isView(one) ? [...(one as Float32Array)] : one));
}
