/**
 * @file Questions to a script, with and without an answer in it: how many of the answered ones rest on the right line, and how often the script
 * rightly "doesn't tell". 105 questions of our own to the scripts under `entities/`; thresholds were set on the half in `tuning`, the plain
 * figures are those of `held-out`, or of everything in `--data`.
 *
 * Layout of a folder: `NAME.fountain` and beside it `NAME.questions.json`: a list of `{ question, quote }`, where `quote` is a piece of the line
 * that answers it, or `null` where the script doesn't tell.
 */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openSentenceEncoder } from '@filmai/nlp-script/embedding';
import type { SentenceEncoder } from '@filmai/nlp-script/embedding';
import { parseFountain } from '@filmai/nlp-script/fountain';
import { answerQuestion } from '@filmai/nlp-script/summary';
import type { BenchOptions, Figures } from './run.js';

interface AskedQuestion {
  question: string;
  quote: string | null;
}

interface Count {
  /** Questions with an answer in the script. */
  answerable: number;
  /** Those answered from the right line. */
  right: number;
  /** Questions without. */
  silent: number;
  /** Those where it is said that the script doesn't tell. */
  refused: number;
  /** Questions that were answered, rightly or not. */
  answered: number;
}

const HERE = fileURLToPath(new URL('./entities', import.meta.url));

/** Runs the benchmark. */
export async function run({ data }: BenchOptions): Promise<Figures> {
  const figures: Figures = {};
  const folders = data === undefined ? { '': join(HERE, 'held-out'), 'tuning.': join(HERE, 'tuning') } : { '': data };
  const encoder = await openSentenceEncoder().catch((error: unknown) => String(error));
  for (const [prefix, folder] of Object.entries(folders)) {
    Object.assign(figures, figuresOf(await countFolder(folder, undefined), `${prefix}words.`));
    if (typeof encoder === 'string')
      figures[`${prefix}encoder.accuracy`] = { value: null, unit: 'share of questions', reason: encoder };
    else Object.assign(figures, figuresOf(await countFolder(folder, encoder), `${prefix}encoder.`));
  }
  return figures;
}

async function countFolder(folder: string, encoder: SentenceEncoder | undefined): Promise<Count> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.questions.json')).toSorted();
  if (files.length === 0) throw new Error(`${folder}: no .questions.json file in it; expected one beside each .fountain file`);
  const count: Count = { answerable: 0, right: 0, silent: 0, refused: 0, answered: 0 };
  for (const file of files) {
    const { screenplay } = parseFountain(await readFile(join(folder, file.replace('.questions.json', '.fountain')), 'utf8'));
    for (const { question, quote } of JSON.parse(await readFile(join(folder, file), 'utf8')) as AskedQuestion[]) {
      const answer = await answerQuestion(screenplay, question, encoder ? { encoder } : {});
      const right =
        quote === null ? !answer.answered : answer.answered && answer.sources.some((source) => holds(source.quote, quote));
      if (answer.answered) count.answered++;
      if (quote === null) {
        count.silent++;
        if (right) count.refused++;
      } else {
        count.answerable++;
        if (right) count.right++;
      }
      if (process.env.FILMAI_BENCH_DETAILS && !right)
        console.log(`${file} ${question} → ${answer.method} ${answer.confidence.toFixed(2)} ${answer.text} (${String(quote)})`);
    }
  }
  return count;
}

function holds(line: string, quote: string): boolean {
  return line.replace(/\s+/g, ' ').includes(quote.replace(/\s+/g, ' '));
}

function figuresOf({ answerable, right, silent, refused, answered }: Count, prefix: string): Figures {
  return {
    [`${prefix}accuracy`]: {
      value: (right + refused) / (answerable + silent),
      unit: 'share of questions',
      n: answerable + silent,
    },
    [`${prefix}right`]: { value: right / answerable, unit: 'share of questions with an answer', n: answerable },
    [`${prefix}refused`]: { value: refused / silent, unit: 'share of questions without', n: silent },
    [`${prefix}precision`]: { value: answered === 0 ? null : right / answered, unit: 'share of answers given', n: answered },
  };
}
