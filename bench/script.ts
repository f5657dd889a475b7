/**
 * @file A feature of 120 pages through every analysis that needs no model, in one run with fountain-js (parsing) and wink-nlp (analysis); and a
 * folder of a thousand scripts, some broken, read one after the other in a process of its own.
 */
import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { createRandom } from '@filmai/core-tensor/random';
import { breakDown } from '@filmai/nlp-script/breakdown';
import { findDramaticFunctions, findMissingRoles, mapCharacterNetwork, profileVoices } from '@filmai/nlp-script/characters';
import { findContent, MPA_LIKE, suggestRating } from '@filmai/nlp-script/content';
import { emotionalCourse, measureEmotion } from '@filmai/nlp-script/emotion';
import { parseFountain } from '@filmai/nlp-script/fountain';
import { buildKnowledgeGraph } from '@filmai/nlp-script/knowledge';
import { analyzePlot } from '@filmai/nlp-script/plot';
import { measurePages } from '@filmai/nlp-script/screenplay';
import { planShots } from '@filmai/nlp-script/shots';
import { summarizeScript } from '@filmai/nlp-script/summary';
import type { BenchOptions, Figure, Figures } from './run.js';
import { formatElements, makeElements, makeVocabulary } from './scripts/made-up-scripts.js';

const PAGES = 120;
const REPEATS = 3;
/** Scripts of the folder; one in a hundred is broken. */
const FOLDER_SCRIPTS = 1000;
const FOLDER_WORDS = 4000;
const OWN_SCRIPTS = fileURLToPath(new URL('../examples/animatic/scripts/', import.meta.url));

/** Runs the benchmark. */
export async function run({ data, seed }: BenchOptions): Promise<Figures> {
  const text = await makeFeature(data ?? OWN_SCRIPTS);
  const pages = measurePages(parseFountain(text).screenplay).pages;
  const times: Record<string, number[]> = {};
  const used = Array.from({ length: REPEATS }, () => {
    const before = process.cpuUsage();
    analyse(text, times);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1e6;
  });
  const total = Array.from({ length: REPEATS }, (_, i) => Object.values(times).reduce((sum, own) => sum + own[i], 0));
  const parts = Object.entries(times).map(([name, own]): [string, Figure] => [
    `${name}.seconds`,
    { value: median(own), unit: 'seconds', n: REPEATS },
  ]);
  return {
    seconds120Pages: { value: median(total), unit: `seconds for ${pages} pages, parsing included`, n: REPEATS },
    processorSeconds120Pages: { value: median(used), unit: 'seconds of the processor, whatever else it does', n: REPEATS },
    ...Object.fromEntries(parts),
    timesFountainJs: compareParsing(text),
    timesWinkNlp: compareAnalysis(text),
    ...(await readFolder(seed)),
  };
}

/** Every analysis that needs no model, each timed. */
function analyse(text: string, times: Record<string, number[]>): void {
  const timed = <T>(name: string, work: () => T): T => {
    const begun = performance.now();
    const result = work();
    (times[name] ??= []).push((performance.now() - begun) / 1000);
    return result;
  };
  const { screenplay } = timed('parse', () => parseFountain(text));
  const breakdown = timed('breakdown', () => breakDown(screenplay));
  timed('shots', () => planShots(screenplay, breakdown));
  timed('emotion', () => [measureEmotion(screenplay), emotionalCourse(screenplay, { breakdown })]);
  timed('plot', () => analyzePlot(screenplay, { breakdown }));
  timed('characters', () => [
    mapCharacterNetwork(breakdown),
    profileVoices(breakdown),
    findMissingRoles(screenplay, { breakdown, functions: findDramaticFunctions(screenplay, { breakdown }) }),
  ]);
  timed('knowledge', () => buildKnowledgeGraph(screenplay, { breakdown }));
  timed('summary', () => summarizeScript(screenplay, { breakdown }));
  timed('content', () => suggestRating(findContent(screenplay), MPA_LIKE));
}

/** Scripts of a folder one after the other until there are 120 pages, each round under scene headings of its own. */
async function makeFeature(folder: string): Promise<string> {
  const files = (await readdir(folder)).filter((file) => /\.(?:fountain|spmd|txt)$/i.test(file)).toSorted();
  if (files.length === 0) throw new Error(`${folder}: no .fountain, .spmd or .txt file in it`);
  const texts = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')));
  // Without title pages: the second would be action.
  const bodies = texts.map((text) => text.slice(Math.max(0, text.search(/^(?:INT|EXT|EST|FADE IN)\b/m))));
  let feature = bodies.join('\n\n');
  for (let round = 2; measurePages(parseFountain(feature).screenplay).pages < PAGES; round++)
    feature += `\n\n${bodies.join('\n\n').replace(/^((?:INT|EXT)\.[^\n]*?)( - [^\n]+)$/gm, `$1 ${round}$2`)}`;
  return feature;
}

function compareParsing(text: string): Figure {
  const require = createRequire(import.meta.url);
  try {
    const { Fountain } = require('fountain-js') as { Fountain: new () => { parse(text: string, tokens: boolean): unknown } };
    const { version } = require('fountain-js/package.json') as { version: string };
    const value = ratio(
      () => void parseFountain(text),
      () => void new Fountain().parse(text, true),
    );
    return { value, unit: 'our time over theirs, parsing', peer: `fountain-js ${version}`, n: 5 };
  } catch (error) {
    return { value: null, unit: 'ratio', reason: error instanceof Error ? error.message.split('\n')[0] : String(error) };
  }
}

/**
 * wink-nlp reads the same words with all it has (sentences, part of speech, entities, negation, sentiment); ours is the breakdown (scenes, speeches,
 * characters, things, times) and the feeling of every line.
 */
function compareAnalysis(text: string): Figure {
  const require = createRequire(import.meta.url);
  try {
    const wink = require('wink-nlp') as (model: unknown) => { readDoc(text: string): { sentences(): { length(): number } } };
    const { version } = require('wink-nlp/package.json') as { version: string };
    const reader = wink(require('wink-eng-lite-web-model'));
    const { screenplay } = parseFountain(text);
    const words = screenplay.elements.map((element) => element.text).join('\n');
    const value = ratio(
      () => {
        breakDown(screenplay);
        measureEmotion(screenplay);
      },
      () => void reader.readDoc(words).sentences().length(),
    );
    return { value, unit: 'our time over theirs, breakdown and feeling', peer: `wink-nlp ${version}`, n: 5 };
  } catch (error) {
    return { value: null, unit: 'ratio', reason: error instanceof Error ? error.message.split('\n')[0] : String(error) };
  }
}

/** The median of ratios, in turns. */
function ratio(ours: () => void, theirs: () => void): number {
  const time = (work: () => void): number => {
    const begun = performance.now();
    work();
    return performance.now() - begun;
  };
  for (const work of [ours, theirs]) time(work);
  return median(Array.from({ length: 5 }, () => time(ours) / time(theirs)));
}

async function readFolder(seed: number): Promise<Figures> {
  const folder = await mkdtemp(join(tmpdir(), 'filmai-scripts-'));
  try {
    const random = createRandom(seed);
    const vocabulary = makeVocabulary(random.split('vocabulary'));
    for (let i = 0; i < FOLDER_SCRIPTS; i++) {
      const path = join(folder, `script ${String(i).padStart(4, '0')}.fountain`);
      if (i % 100 === 50) await writeFile(path, i % 200 === 50 ? '' : Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0));
      else await writeFile(path, formatElements(makeElements(random.split(i), vocabulary, { words: FOLDER_WORDS })));
    }
    const worker = fileURLToPath(new URL('./scripts/read-folder-worker.ts', import.meta.url));
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['--conditions=@filmai/source', '--import', 'tsx', worker, folder],
      { maxBuffer: 1 << 20 },
    );
    const { read, broken, peakMiB, growth } = JSON.parse(stdout) as Record<'read' | 'broken' | 'peakMiB' | 'growth', number>;
    return {
      peakMiB: { value: peakMiB, unit: 'MiB, all of the process', n: FOLDER_SCRIPTS, seed },
      memoryGrowth: { value: growth, unit: 'memory at the last tenth over the second', n: FOLDER_SCRIPTS, seed },
      scriptsRead: { value: read, unit: 'scripts', seed },
      brokenReported: { value: broken, unit: `files, of ${FOLDER_SCRIPTS / 100}`, seed },
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1];
}
