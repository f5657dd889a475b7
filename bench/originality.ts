/**
 * @file Finding copied passages: a thousand made-up features are indexed (or the scripts of `--data`), passages of five lines and more are
 * cut out of them and planted into scripts that are not indexed: word for word, with other names above the speeches, or with one word in
 * twelve changed. Every script also holds sentences that many others hold, which are not to be reported.
 *
 * `recall`: share of planted passages of which at least half the words are reported, with the right script. `falseRate`: share of reported
 * passages that touch no planted one. `querySeconds`: the median script, its parsing not counted, by an index that was saved and loaded.
 */
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRandom } from '@filmai/core-tensor/random';
import type { Random } from '@filmai/core-tensor/random';
import { parseFountain } from '@filmai/nlp-script/fountain';
import {
  checkOriginality,
  createOriginalityIndex,
  readOriginalityIndex,
  writeOriginalityIndex,
} from '@filmai/nlp-script/originality';
import type { BenchOptions, Figures } from './run.js';
import type { MadeElement } from './scripts/made-up-scripts.js';
import { formatElements, makeElements, makeVocabulary } from './scripts/made-up-scripts.js';

const SCRIPTS = 1000;
const WORDS = 20_000;
const QUERIES = 60;
const PLANTED_PER_QUERY = 5;
/** Lines of a planted passage. */
const LEAST_LINES = 5;
const MOST_LINES = 12;
const CHANGED_WORDS = 1 / 12;

interface Planted {
  script: string;
  /** Words of the passage in the query's text: offsets. */
  start: number;
  end: number;
  kind: 'exact' | 'renamed' | 'changed';
}

/** Runs the benchmark. */
export async function run({ data, seed }: BenchOptions): Promise<Figures> {
  const random = createRandom(seed);
  const vocabulary = makeVocabulary(random.split('vocabulary'));
  const make = (name: string | number): MadeElement[] => makeElements(random.split(name), vocabulary, { words: WORDS });
  const given = data === undefined ? undefined : await readElements(data);
  const names = given ? [...given.keys()] : Array.from({ length: SCRIPTS }, (_, i) => `script ${i}`);
  const elementsOf = (name: string): MadeElement[] => given?.get(name) ?? make(name);

  const begun = performance.now();
  const made = createOriginalityIndex();
  for (const name of names) made.add(name, parseFountain(formatElements(elementsOf(name))).screenplay);
  const indexSeconds = (performance.now() - begun) / 1000;

  const folder = await mkdtemp(join(tmpdir(), 'filmai-originality-'));
  const path = join(folder, 'index');
  await writeOriginalityIndex(path, made);
  const { size } = await stat(path);
  const loading = performance.now();
  const index = await readOriginalityIndex(path);
  checkOriginality(parseFountain('INT. A - DAY\n').screenplay, index);
  const loadSeconds = (performance.now() - loading) / 1000;
  await rm(folder, { recursive: true });

  const seconds: number[] = [];
  const found = { exact: 0, renamed: 0, changed: 0 };
  const planted = { exact: 0, renamed: 0, changed: 0 };
  let reported = 0;
  let wrong = 0;
  for (let i = 0; i < QUERIES; i++) {
    const name = given ? names[i % names.length] : `query ${i}`;
    const { text, passages } = plant(elementsOf(name), name, names, elementsOf, vocabulary, random.split(`plants ${i}`));
    const { screenplay } = parseFountain(text);
    const asked = performance.now();
    const report = checkOriginality(screenplay, index, { ignore: [name] });
    seconds.push((performance.now() - asked) / 1000);
    for (const passage of passages) {
      planted[passage.kind]++;
      const covered = report.passages
        .filter(({ script }) => script === passage.script)
        .reduce((sum, { span }) => sum + overlap(passage, span.start.offset, span.end.offset), 0);
      if (covered >= (passage.end - passage.start) / 2) found[passage.kind]++;
    }
    reported += report.passages.length;
    wrong += report.passages.filter(({ span }) =>
      passages.every((passage) => overlap(passage, span.start.offset, span.end.offset) <= 0),
    ).length;
  }
  const total = planted.exact + planted.renamed + planted.changed;
  const share = (kind: Planted['kind']): Figures[string] => ({
    value: found[kind] / planted[kind],
    unit: 'share',
    n: planted[kind],
    seed,
  });
  return {
    recall: { value: (found.exact + found.renamed + found.changed) / total, unit: 'share', n: total, seed },
    falseRate: { value: reported === 0 ? 0 : wrong / reported, unit: 'share of reported passages', n: reported, seed },
    querySeconds: { value: seconds.toSorted((a, b) => a - b)[QUERIES >> 1], unit: 'seconds', n: QUERIES, seed },
    slowestQuerySeconds: { value: Math.max(...seconds), unit: 'seconds', n: QUERIES, seed },
    'exact.recall': share('exact'),
    'renamed.recall': share('renamed'),
    'changed.recall': share('changed'),
    indexedScripts: { value: names.length, unit: 'scripts' },
    indexSeconds: { value: indexSeconds, unit: 'seconds, making and parsing the scripts included', n: names.length, seed },
    indexMiB: { value: size / 1024 / 1024, unit: 'MiB' },
    loadSeconds: { value: loadSeconds, unit: 'seconds, with the table', n: 1 },
  };
}

/** A script with passages of others put between its own paragraphs. */
function plant(
  own: readonly MadeElement[],
  name: string,
  names: readonly string[],
  elementsOf: (name: string) => MadeElement[],
  vocabulary: readonly string[],
  random: Random,
): { text: string; passages: Planted[] } {
  const donors = random.shuffle(names.filter((other) => other !== name)).slice(0, PLANTED_PER_QUERY);
  const slots = random.shuffle(Array.from({ length: Math.max(0, own.length - 2) }, (_, i) => i + 1)).slice(0, donors.length);
  const passages: Planted[] = [];
  let text = '';
  for (const [at, element] of own.entries()) {
    text += `${formatElements([element])}\n`;
    const slot = slots.indexOf(at);
    if (slot < 0) continue;
    const kind = random.pick(['exact', 'renamed', 'changed'] as const);
    const passage = cut(elementsOf(donors[slot]), random).map((line) => change(line, kind, vocabulary, random));
    if (passage.length === 0) continue;
    const start = text.length;
    text += `${formatElements(passage)}\n`;
    passages.push({ script: donors[slot], start, end: text.length, kind });
  }
  return { text, passages };
}

/** Five to twelve lines that stand one after the other in a scene. */
function cut(elements: readonly MadeElement[], random: Random): MadeElement[] {
  const lines = random.integer(LEAST_LINES, MOST_LINES);
  const starts = elements.flatMap((_, i) => {
    const part = elements.slice(i, i + lines);
    return part.length === lines && part.every(({ kind }) => kind !== 'heading') ? [i] : [];
  });
  if (starts.length === 0) return [];
  const from = random.pick(starts);
  return elements.slice(from, from + lines);
}

function change(line: MadeElement, kind: Planted['kind'], vocabulary: readonly string[], random: Random): MadeElement {
  if (kind === 'exact') return line;
  const cue = line.cue === undefined ? {} : { cue: `NEW ${line.cue}` };
  if (kind === 'renamed') return { ...line, ...cue };
  const words = line.text.split(' ').map((word) => (random.chance(CHANGED_WORDS) ? random.pick(vocabulary) : word));
  return { ...line, ...cue, text: words.join(' ') };
}

function overlap({ start, end }: Planted, from: number, to: number): number {
  return Math.min(end, to) - Math.max(start, from) > 0 ? Math.min(end, to) - Math.max(start, from) : 0;
}

/** The scripts of a folder, searched through, as lists. */
async function readElements(folder: string): Promise<Map<string, MadeElement[]>> {
  const files = (await readdir(folder, { recursive: true })).filter((file) => /\.(?:fountain|spmd|txt)$/i.test(file)).toSorted();
  if (files.length < 2) throw new Error(`${folder}: expected at least two .fountain, .spmd or .txt files, got ${files.length}`);
  const scripts = new Map<string, MadeElement[]>();
  for (const file of files) {
    const { elements } = parseFountain(await readFile(join(folder, file))).screenplay;
    const made: MadeElement[] = [];
    let cue = '';
    for (const { type, text } of elements) {
      if (type === 'scene-heading') made.push({ kind: 'heading', text });
      else if (type === 'action') made.push({ kind: 'action', text });
      else if (type === 'character') cue = text;
      else if (type === 'dialogue') made.push({ kind: 'speech', text, cue });
    }
    scripts.set(file, made);
  }
  return scripts;
}
