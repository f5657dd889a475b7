/**
 * @file Good or bad: the share of labelled sentences that the lexicon, the heads on the sentence encoder and a transformer get right.
 *
 * `--data FILE.tsv` has a label and a text on each line, parted by a tab, with or without the line `label<TAB>text` first. Labels are
 * `positive`, `pos`, `1` or `negative`, `neg`, `0`, `-1`; others are left out and counted. The transformer is
 * `Xenova/distilbert-base-uncased-finetuned-sst-2-english` in the folder `FILMAI_SENTIMENT_MODEL`, where that is set.
 *
 * A method that calls a sentence neither good nor bad (valence 0) has it wrong half of the time by chance: it counts as half.
 */
import { readFile } from 'node:fs/promises';
import { measureEmotion, openEmotionModel, openTransformerEmotion } from '@filmai/nlp-script/emotion';
import type { EmotionModel } from '@filmai/nlp-script/emotion';
import type { BenchOptions, Figures } from './run.js';

interface Labelled {
  good: boolean;
  text: string;
}

const UNIT = 'share of sentences';

/** Runs the benchmark. */
export async function run({ data }: BenchOptions): Promise<Figures> {
  const { sentences, leftOut } =
    data === undefined ? { sentences: OWN_LINES, leftOut: 0 } : parseLabelled(await readFile(data, 'utf8'), data);
  const n = sentences.length;
  const note = {
    ...(data === undefined ? { reason: 'the benchmark’s own lines; give a labelled set by --data' } : {}),
    ...(leftOut > 0 ? { reason: `${leftOut} lines with other labels left out` } : {}),
  };
  const lexicon = sentences.map(({ text }) => measureEmotion(text).valence);
  const embedding = await valences(() => openEmotionModel(), sentences);
  const folder = process.env.FILMAI_SENTIMENT_MODEL;
  const transformer =
    folder === undefined
      ? { reason: 'no model here: set FILMAI_SENTIMENT_MODEL to its folder' }
      : await valences(
          () => openTransformerEmotion({ model: 'Xenova/distilbert-base-uncased-finetuned-sst-2-english', folder }),
          sentences,
        );
  const figure = (measured: Measured): Figures[string] =>
    'reason' in measured
      ? { value: null, unit: UNIT, reason: measured.reason }
      : { value: accuracy(measured.values, sentences), unit: UNIT, n, ...note };
  return {
    'lexicon.accuracy': figure({ values: lexicon }),
    'embedding.accuracy': figure(embedding),
    'transformer.accuracy': figure(transformer),
  };
}

type Measured = { values: number[] } | { reason: string };

async function valences(open: () => Promise<EmotionModel>, sentences: readonly Labelled[]): Promise<Measured> {
  let model: EmotionModel;
  try {
    model = await open();
  } catch (error) {
    return { reason: error instanceof Error ? error.message : String(error) };
  }
  const measured = await model.measureAll(sentences.map(({ text }) => text));
  await model.close();
  return { values: measured.map(({ valence }) => valence) };
}

function accuracy(values: readonly number[], sentences: readonly Labelled[]): number {
  const right = sentences.reduce((sum, { good }, i) => sum + (values[i] === 0 ? 0.5 : values[i] > 0 === good ? 1 : 0), 0);
  return right / sentences.length;
}

function parseLabelled(content: string, file: string): { sentences: Labelled[]; leftOut: number } {
  const sentences: Labelled[] = [];
  let leftOut = 0;
  const rows = content.split(/\r?\n/).filter((row) => row.trim() !== '');
  for (const [i, row] of rows.entries()) {
    const tab = row.indexOf('\t');
    const label = row.slice(0, Math.max(0, tab)).trim().toLowerCase();
    const text = row.slice(tab + 1).trim();
    if (i === 0 && /^(?:label|sentiment|class)$/.test(label)) continue;
    if (tab < 0 || text === '') throw new Error(`${file}, line ${i + 1}: expected a label, a tab and a text`);
    if (/^(?:positive|pos|1|\+1|good)$/.test(label)) sentences.push({ good: true, text });
    else if (/^(?:negative|neg|0|-1|bad)$/.test(label)) sentences.push({ good: false, text });
    else leftOut++;
  }
  if (sentences.length === 0) throw new Error(`${file}: no line is labelled positive or negative`);
  return { sentences, leftOut };
}

/** Sentences as reviews have them, written for this benchmark. */
const OWN_LINES: readonly Labelled[] = [
  ['A patient, luminous film that trusts its audience.', true],
  ['The two leads have chemistry to burn.', true],
  ['It earns every one of its tears.', true],
  ['By the last reel I was cheering with the rest of the house.', true],
  ['Not a frame too many, not a word out of place.', true],
  ['A small miracle of timing.', true],
  ['The kind of comedy you quote on the way home.', true],
  ['She directs as if nobody had ever made a thriller before.', true],
  ['You will want to call your sister afterwards.', true],
  ['Far from perfect, and all the more alive for it.', true],
  ['Two hours that feel like four.', false],
  ['The script was apparently written on the way to the set.', false],
  ['He mumbles, she pouts, and the dog acts them both off the screen.', false],
  ['Not even the explosions are convincing.', false],
  ['I have had more fun at the dentist.', false],
  ['It mistakes volume for passion.', false],
  ['A handsome production with nothing inside.', false],
  ['The jokes arrive late and leave early.', false],
  ['Another sequel that nobody asked for.', false],
  ['What a waste of a good cast.', false],
].map(([text, good]) => ({ text: String(text), good: good === true }));
