/**
 * @file `npm run bench -- gan-digits`: generators trained on one half of 5,000 handwritten digits and judged on the other.
 *
 * Each is trained in a process of its own, with one thread, for at most fifteen minutes. Samples of GANs are those that their own critic ranks highest of
 * four times as many (`bestSamples`); figures that end in `Plain` are of all samples. A judge, a convolutional network trained on the half that no
 * generator sees, reads 2,500 samples, as many as there are in each half: `recognised` is the part of them that it is sure of (0.8 or more), `entropy` how evenly the ten digits come
 * (1 is uniform), `frechetRatio` the Fréchet distance of the samples to the held-out half over that of the training half to the held-out half, on
 * the judge's 128 last pooled features. `--data DIR`: a folder with another `digits.png` of the same layout.
 */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { frechetDistance } from '@filmai/gan/measures';
import { createRuntime } from '@filmai/core-tensor/runtime';
import { readDigits, SIDE } from './gan-digits/digits.js';
import { trainJudge } from './gan-digits/judge.js';
import { GENERATORS, type TrainedSamples } from './gan-digits/train-generator.js';
import type { BenchOptions, Figures } from './run.js';

const SURE = 0.8;

/** Runs the benchmark. */
export async function run({ data, seed }: BenchOptions): Promise<Figures> {
  const digits = await readDigits(data);
  if (!digits) {
    const reason = 'the sheet of digits is not on this machine; give a folder with digits.png by --data';
    return Object.fromEntries(GENERATORS.map((name) => [`${name}.recognised`, { value: null, unit: 'part', reason }]));
  }
  const made = new Map<string, TrainedSamples>();
  for (const name of GENERATORS) made.set(name, await trainElsewhere(name, seed, data));
  const runtime = await createRuntime();
  const judge = await trainJudge(digits.heldOut, { seed });
  const heldOut = judge.judge(digits.heldOut.pictures);
  const training = judge.judge(digits.training.pictures);
  const ownDistance = frechetDistance(training.features, heldOut.features).value;
  const figures: Figures = {
    'judge.accuracy': { value: judge.accuracy(digits.training), unit: 'part', n: digits.training.count, seed },
    'judge.sure': { value: sureOf(training.probabilities), unit: 'part of real digits', n: digits.training.count, seed },
    'real.frechet': { value: ownDistance, unit: 'frechet-judge128', n: digits.training.count, seed },
  };
  for (const [name, { plain, best, trainSeconds, steps }] of made) {
    figures[`${name}.trainSeconds`] = { value: trainSeconds, unit: 'seconds', n: steps, seed };
    for (const [of, pictures] of best === plain
      ? ([['', plain]] as const)
      : ([
          ['', best],
          ['Plain', plain],
        ] as const)) {
      const { probabilities, features } = judge.judge(pictures);
      const n = pictures.length / SIDE / SIDE;
      const distance = frechetDistance(features, heldOut.features).value;
      figures[`${name}.recognised${of}`] = { value: sureOf(probabilities), unit: 'part', n, seed };
      figures[`${name}.entropy${of}`] = { value: entropyOf(probabilities), unit: 'of uniform', n, seed };
      figures[`${name}.frechetRatio${of}`] = { value: distance / ownDistance, unit: 'ratio', peer: 'training half', n, seed };
    }
  }
  judge.dispose();
  console.log(runtime.description);
  return figures;
}

/** Trains a generator in another process, so that none inherits the memory or the heat of the one before. */
async function trainElsewhere(name: string, seed: number, data?: string): Promise<TrainedSamples> {
  const file = fileURLToPath(new URL('./gan-digits/train-generator.ts', import.meta.url));
  const args = [...process.execArgv, file, name, String(seed), ...(data === undefined ? [] : [data])];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const parts: Buffer[] = [];
  child.stdout.on('data', (part: Buffer) => parts.push(part));
  const code = await new Promise((resolve) => child.on('close', resolve));
  if (code !== 0) throw new Error(`the training of ${name} ended with code ${String(code)}`);
  const bytes = Buffer.concat(parts);
  // A line of JSON, then the pictures.
  const end = bytes.indexOf(10);
  const { trainSeconds, steps } = JSON.parse(bytes.subarray(0, end).toString()) as Pick<TrainedSamples, 'trainSeconds' | 'steps'>;
  const pixels = new Float32Array(Uint8Array.from(bytes.subarray(end + 1)).buffer);
  const plain = pixels.subarray(0, pixels.length / 2);
  const best = pixels.subarray(pixels.length / 2);
  return { trainSeconds, steps, plain, best: name === 'vae' ? plain : best };
}

function sureOf(probabilities: readonly number[][]): number {
  return probabilities.filter((row) => Math.max(...row) >= SURE).length / probabilities.length;
}

/** Entropy of how often each digit is read, over that of ten equally often. */
function entropyOf(probabilities: readonly number[][]): number {
  const counts = Array.from({ length: 10 }, () => 0);
  for (const row of probabilities) counts[row.indexOf(Math.max(...row))]++;
  return (
    -counts.reduce(
      (sum, count) => (count === 0 ? sum : sum + (count / probabilities.length) * Math.log(count / probabilities.length)),
      0,
    ) / Math.log(10)
  );
}
