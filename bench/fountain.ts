/**
 * @file Reading Fountain: speed against fountain-js on the same scripts, growth of time with length, and a great number of
 * mutilated scripts that must be read without an exception and without a hang.
 */
import { readFile, readdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { createRandom } from '@filmai/core-tensor/random';
import type { Random } from '@filmai/core-tensor/random';
import { parseFountain } from '@filmai/nlp-script/fountain';
import type { BenchOptions, Figures } from './run.js';

/** Mutilated scripts that are read. */
const FUZZ_RUNS = 100_000;
/** Milliseconds above which reading a fuzzed script (at most some kilobytes) counts as a hang. */
const HANG_MS = 1000;
const TEN_MEGABYTES = 10_000_000;

/** Runs the benchmark. */
export async function run({ data, seed }: BenchOptions): Promise<Figures> {
  const random = createRandom(seed);
  const scripts = data === undefined ? [makeScript(random.split('feature'), 150_000)] : await readScripts(data);
  const [{ value: timesFountainJs, peer, reason }, linear, fuzz] = [
    compare(scripts),
    measureGrowth(random.split('long')),
    fuzzed(scripts, random.split('fuzz')),
  ];
  return {
    timesFountainJs: {
      value: timesFountainJs,
      unit: 'ratio',
      ...(peer ? { peer } : {}),
      n: scripts.length,
      seed,
      ...(reason ? { reason } : {}),
    },
    secondsFor10MB: { value: linear.seconds, unit: 'seconds', n: 3, seed },
    linearity: { value: linear.ratio, unit: 'time per byte at 10 MB over 1 MB', n: 3, seed },
    'fuzz.exceptions': { value: fuzz.exceptions, unit: 'exceptions', n: FUZZ_RUNS, seed },
    'fuzz.hangs': { value: fuzz.hangs, unit: `scripts over ${HANG_MS} ms`, n: FUZZ_RUNS, seed },
  };
}

async function readScripts(folder: string): Promise<string[]> {
  const files = (await readdir(folder)).filter((file) => /\.(?:fountain|spmd|txt)$/i.test(file)).toSorted();
  if (files.length === 0) throw new Error(`${folder}: no .fountain, .spmd or .txt file in it`);
  return Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')));
}

/** Median over alternating runs of our time over its time, the worst of all scripts. */
function compare(scripts: readonly string[]): { value: number | null; peer?: string; reason?: string } {
  const require = createRequire(import.meta.url);
  let peer: { Fountain: new () => { parse(text: string, tokens: boolean): unknown } };
  let version: string;
  try {
    peer = require('fountain-js') as typeof peer;
    ({ version } = require('fountain-js/package.json') as { version: string });
  } catch {
    return { value: null, reason: 'fountain-js is not installed' };
  }
  const ratios = scripts.map((text) => {
    const repeats = Math.max(1, Math.round(100_000 / Math.max(1, text.length)));
    const ours = (): void => void parseFountain(text);
    const theirs = (): void => void new peer.Fountain().parse(text, true);
    for (const warm of [ours, theirs, ours, theirs]) seconds(warm, repeats);
    return median(
      Array.from({ length: 11 }, (_, i) =>
        i % 2 === 0 ? seconds(ours, repeats) / seconds(theirs, repeats) : 1 / (seconds(theirs, repeats) / seconds(ours, repeats)),
      ),
    );
  });
  return { value: Math.max(...ratios), peer: `fountain-js ${version}` };
}

function measureGrowth(random: Random): { seconds: number; ratio: number } {
  const long = makeScript(random, TEN_MEGABYTES);
  const short = long.slice(0, TEN_MEGABYTES / 10);
  seconds(() => parseFountain(short), 3);
  const one = median([1, 2, 3, 4, 5].map(() => seconds(() => parseFountain(short), 1)));
  const ten = median([1, 2, 3].map(() => seconds(() => parseFountain(long), 1)));
  return { seconds: ten, ratio: ten / 10 / one };
}

function fuzzed(scripts: readonly string[], random: Random): { exceptions: number; hangs: number } {
  const signs = [
    '\n',
    '\r\n',
    '\r',
    '  \n',
    '*',
    '**',
    '_',
    '[[',
    ']]',
    '/*',
    '*/',
    '#',
    '=',
    '===',
    '>',
    '<',
    '^',
    '@',
    '!',
    '~',
    '.',
    '(',
    ')',
    '\\',
    ':',
    '：',
    '内景',
    '\t',
    '\0',
    '\ud800',
    'INT. ',
    'TO:',
    'é',
    '🎬',
  ];
  let exceptions = 0;
  let hangs = 0;
  for (let i = 0; i < FUZZ_RUNS; i++) {
    const script = random.pick(scripts);
    const at = random.integer(0, Math.max(0, script.length - 1));
    let text = script.slice(at, at + random.integer(0, 600));
    for (let changes = random.integer(1, 12); changes > 0; changes--) {
      const from = random.integer(0, text.length);
      const put = random.chance(0.8)
        ? random.pick(signs).repeat(random.chance(0.05) ? 200 : 1)
        : String.fromCharCode(random.integer(0, 65_535));
      text = text.slice(0, from) + put + text.slice(from + random.integer(0, 6));
    }
    // Every fourth as bytes, broken anywhere, so that the encodings are met too.
    const input = i % 4 === 0 ? new TextEncoder().encode(text).subarray(random.integer(0, 3)) : text;
    const begun = performance.now();
    try {
      parseFountain(input);
    } catch {
      exceptions++;
    }
    if (performance.now() - begun > HANG_MS) hangs++;
  }
  return { exceptions, hangs };
}

/** A script of every kind of element in the proportions of a feature film. */
function makeScript(random: Random, length: number): string {
  const words =
    'the lamp turns slowly over black water and somebody runs along path with lantern door opens she waits he listens rain on glass old key table hand'.split(
      ' ',
    );
  const sentence = (): string =>
    `${Array.from({ length: random.integer(4, 18) }, () => random.pick(words)).join(' ')}.`.replace(/^./, (letter) =>
      letter.toUpperCase(),
    );
  const marked = (): string =>
    random.chance(0.06)
      ? `${sentence()} *${random.pick(words)}* [[${random.pick(words)}]] **${random.pick(words)}**`
      : sentence();
  const names = ['MARA', 'TOM', 'JONAH (O.S.)', 'OLD WOMAN', 'MARA (V.O.)'];
  const parts: string[] = [
    'Title: The Lamp\nCredit: Written by\nAuthor: Nobody\nContact:\n    Harbour Street 1\n    The Coast\n',
  ];
  let size = parts[0].length;
  for (let scene = 1; size < length; scene++) {
    const part = [
      `${random.pick(['INT.', 'EXT.', 'INT./EXT.'])} ${random.pick(words).toUpperCase()} ${random.pick(words).toUpperCase()} - ${random.pick(['DAY', 'NIGHT', 'LATER'])}${random.chance(0.3) ? ` #${scene}#` : ''}`,
    ];
    for (let i = random.integer(4, 24); i > 0; i--) {
      const kind = random.next();
      if (kind < 0.4) part.push(`${marked()} ${marked()}`);
      else if (kind < 0.93)
        part.push(
          `${random.pick(names)}${random.chance(0.02) ? ' ^' : ''}\n${random.chance(0.2) ? '(quietly)\n' : ''}${marked()} ${random.chance(0.5) ? sentence() : ''}`,
        );
      else if (kind < 0.95) part.push('CUT TO:');
      else if (kind < 0.97) part.push(`> ${random.pick(words)} <`);
      else if (kind < 0.98) part.push(`# ${sentence()}`);
      else part.push(`= ${sentence()}`);
    }
    const text = `\n${part.join('\n\n')}\n`;
    parts.push(text);
    size += text.length;
  }
  return parts.join('').slice(0, length);
}

function seconds(work: () => unknown, repeats: number): number {
  const begun = performance.now();
  for (let i = 0; i < repeats; i++) work();
  return (performance.now() - begun) / 1000 / repeats;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1];
}
