/**
 * @file `npm run bench -- augment`: whether made-up pictures help a classifier that has twenty labelled ones of each class.
 *
 * For each of five seeds, twenty pictures of each digit are drawn from the training half. A conditional VAE is trained on those two hundred alone, slightly
 * moved, and makes two hundred of each class. A classifier is trained on the two hundred (`without`), on both (`with`), and on the two hundred
 * moved at random, which is what everybody does first (`moved`); for the same number of steps, and measured on the 2,500 held-out digits.
 * `interval` is the half width of the 95 % interval of the gain over the seeds (Student's t, paired). `--data DIR`: a folder with another
 * `digits.png` of the same layout.
 */
import type { Tensor4D } from '@tensorflow/tfjs-core';
import { createRandom } from '@filmai/core-tensor/random';
import { createRuntime } from '@filmai/core-tensor/runtime';
import { fromArrays } from '@filmai/gan/data';
import { createVae } from '@filmai/gan/networks';
import { cosineDecay, train } from '@filmai/gan/training';
import { readDigits, SIDE, type Digits } from './gan-digits/digits.js';
import { moved, trainJudge } from './gan-digits/judge.js';
import type { BenchOptions, Figures } from './run.js';

const SEEDS = 5;
const LABELLED = 20;
const MADE = 200;
const CLASSES = 10;
const PIXELS = SIDE * SIDE;
/** Steps of fifty pictures that each classifier takes. */
const CLASSIFIER_STEPS = 600;
const VAE_STEPS = 1500;
/** Student's t for 95 %, four degrees of freedom. */
const T_FOUR = 2.776;

/** Runs the benchmark. */
export async function run({ data, seed }: BenchOptions): Promise<Figures> {
  const digits = await readDigits(data);
  if (!digits) {
    const reason = 'the sheet of digits is not on this machine; give a folder with digits.png by --data';
    return { accuracyWithout: { value: null, unit: 'part', reason } };
  }
  await createRuntime({ threads: 1 });
  const accuracies: Record<'without' | 'with' | 'moved', number[]> = { without: [], with: [], moved: [] };
  for (let i = 0; i < SEEDS; i++) {
    const own = seed + i;
    const labelled = drawLabelled(digits.training, own);
    const made = await makePictures(labelled, own);
    const accuracyOf = async (of: Digits, moving: boolean): Promise<number> => {
      const epochs = Math.round((CLASSIFIER_STEPS * 50) / of.count);
      const classifier = await trainJudge(of, { seed: own, epochs, moving });
      const accuracy = classifier.accuracy(digits.heldOut);
      classifier.dispose();
      return accuracy;
    };
    accuracies.without.push(await accuracyOf(labelled, false));
    accuracies.with.push(await accuracyOf(joined(repeated(labelled, MADE / LABELLED), made), false));
    accuracies.moved.push(await accuracyOf(labelled, true));
    console.error(
      `seed ${own}: ${Object.entries(accuracies)
        .map(([name, values]) => `${name} ${values[i].toFixed(4)}`)
        .join(', ')}`,
    );
  }
  const gains = accuracies.with.map((value, i) => value - accuracies.without[i]);
  const spread = Math.sqrt(gains.reduce((sum, gain) => sum + (gain - mean(gains)) ** 2, 0) / (SEEDS - 1));
  const figure = (value: number, unit = 'part') => ({ value, unit, n: SEEDS, seed });
  return {
    accuracyWithout: figure(mean(accuracies.without)),
    accuracyWith: figure(mean(accuracies.with)),
    gain: figure(mean(gains)),
    interval: figure((T_FOUR * spread) / Math.sqrt(SEEDS)),
    accuracyMoved: figure(mean(accuracies.moved)),
  };
}

/** Twenty of each digit. */
function drawLabelled(digits: Digits, seed: number): Digits {
  const random = createRandom(`labelled/${seed}`);
  const chosen = Array.from({ length: CLASSES }, (_, label) => {
    const all = Array.from({ length: digits.count }, (_index, i) => i).filter((i) => digits.labels[i] === label);
    return random.shuffle(all).slice(0, LABELLED);
  }).flat();
  const pictures = new Float32Array(chosen.length * PIXELS);
  for (const [n, i] of chosen.entries()) pictures.set(digits.pictures.subarray(i * PIXELS, (i + 1) * PIXELS), n * PIXELS);
  return { pictures, labels: Int32Array.from(chosen, (i) => digits.labels[i]), count: chosen.length };
}

/** Pictures of a conditional VAE that has seen the labelled ones alone. */
async function makePictures(labelled: Digits, seed: number): Promise<Digits> {
  const random = createRandom(`moved/${seed}`);
  const all = Array.from({ length: labelled.count }, (_, i) => i);
  const many = joined(...Array.from({ length: 20 }, () => ({ ...labelled, pictures: moved(labelled, all, random) })));
  const vae = await createVae({ size: SIDE, latent: 12, width: 0.35, classes: CLASSES, lambda: 1, seed });
  const feed = fromArrays({
    pictures: { shape: [many.count, SIDE, SIDE, 1], values: many.pictures },
    labels: { shape: [many.count], values: many.labels },
  });
  for await (const step of train(vae, feed, {
    steps: VAE_STEPS,
    batchSize: 32,
    seed,
    schedule: cosineDecay(),
    average: 0.99,
    watch: false,
  })) {
    if (step.step % 500 === 0) console.error(`seed ${seed}: VAE ${step.step} of ${VAE_STEPS}`);
  }
  const pictures = new Float32Array(MADE * CLASSES * PIXELS);
  const draw = createRandom(`made/${seed}`);
  for (let at = 0; at < MADE * CLASSES; at += 100) {
    // Classes come in turn.
    const made: Tensor4D = vae.sample(100, draw);
    pictures.set(made.dataSync(), at * PIXELS);
    made.dispose();
  }
  vae.dispose();
  return { pictures, labels: Int32Array.from({ length: MADE * CLASSES }, (_, i) => i % CLASSES), count: MADE * CLASSES };
}

/** The same pictures several times, so that they are drawn as often as the made ones. */
function repeated(digits: Digits, times: number): Digits {
  return joined(...Array.from({ length: times }, () => digits));
}

function joined(...parts: readonly Digits[]): Digits {
  const count = parts.reduce((sum, part) => sum + part.count, 0);
  const pictures = new Float32Array(count * PIXELS);
  const labels = new Int32Array(count);
  let at = 0;
  for (const part of parts) {
    pictures.set(part.pictures, at * PIXELS);
    labels.set(part.labels, at);
    at += part.count;
  }
  return { pictures, labels, count };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
