import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRandom } from '@filmai/core-tensor/random';
import type { Random } from '@filmai/core-tensor/random';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseFdx, formatFdx } from '../fdx/index.js';
import { parseFountain } from '../fountain/index.js';
import type { Screenplay } from '../screenplay/screenplay.js';
import { checkOriginality } from './check-originality.js';
import { resemblance, shingleHashes, sketchOf, winnow } from './fingerprints.js';
import { formatOriginalityIndex, parseOriginalityIndex, readOriginalityIndex, writeOriginalityIndex } from './index-file.js';
import { measureNovelty } from './novelty.js';
import type { OriginalityIndex } from './originality-index.js';
import { createOriginalityIndex } from './originality-index.js';
import { spanOfWords, wordStreamOf } from './word-stream.js';

const WORDS =
  `old young red cold door window boat lamp river bridge letter train captain widow doctor hand street garden kitchen knife
 opens closes takes drops watches follows leaves finds hides loses behind under across without toward slowly never always tonight again
 soldier brother stranger morning winter silence fire stone coat table road harbour gate clock mirror ticket bread horse dust rain`.split(
    /\s+/,
  );
const COMMON = 'They look at each other for a long moment and then they both begin to laugh out loud.';

const parse = (text: string): Screenplay => parseFountain(text).screenplay;
const sentence = (random: Random): string =>
  `${Array.from({ length: random.integer(3, 11) }, () => random.pick(WORDS)).join(' ')}.`;

/** Blocks of a script: speeches and action, a heading now and then, one phrase that all scripts have. */
function makeBlocks(random: Random, count = 60): string[] {
  return Array.from({ length: count }, (_, i) => {
    if (i % 15 === 0) return `INT. ${random.pick(WORDS).toUpperCase()} - NIGHT`;
    if (random.chance(0.08)) return COMMON;
    return random.chance(0.5)
      ? `${random.pick(['MARA', 'TOM', 'ROSE'])}\n${sentence(random)}`
      : `${sentence(random)} ${sentence(random)}`;
  });
}

const join2 = (blocks: readonly string[]): string => `${blocks.join('\n\n')}\n`;

function makeIndex(count: number, seed: string): { index: OriginalityIndex; blocks: string[][] } {
  const index = createOriginalityIndex();
  const blocks = Array.from({ length: count }, (_, i) => makeBlocks(createRandom(`${seed} ${i}`)));
  for (const [i, own] of blocks.entries()) index.add(`script ${i}`, parse(join2(own)));
  return { index, blocks };
}

describe('planted passages', () => {
  const { index, blocks } = makeIndex(80, 'corpus');
  const random = createRandom('plants');
  const trials = Array.from({ length: 100 }, (_, i) => {
    const own = makeBlocks(random.split(i));
    const donor = random.integer(0, blocks.length - 1);
    // Away from headings, so that it is one passage in the donor too.
    const from = 15 * random.integer(0, 3) + random.integer(1, 9);
    const passage = blocks[donor]
      .slice(from, from + random.integer(5, 5))
      .map((block) => block.replace(/^(?:MARA|TOM|ROSE)\n/, 'NEW NAME\n'));
    const at = random.integer(2, 50);
    const text = join2([...own.slice(0, at), ...passage, ...own.slice(at)]);
    const start = join2(own.slice(0, at)).length + 1;
    return {
      text,
      donor,
      start,
      end: start + join2(passage).length,
      passage,
      lines: join2(blocks[donor].slice(0, from)).split('\n').length,
    };
  });
  const reports = trials.map(({ text }) => checkOriginality(parse(text), index));

  it('of five lines are found, with few that are none', () => {
    const hits = trials.filter(({ donor, start, end }, i) =>
      reports[i].passages.some(
        ({ script, span }) =>
          script === `script ${donor}` && Math.min(end, span.end.offset) - Math.max(start, span.start.offset) > (end - start) / 2,
      ),
    );
    const all = reports.flatMap(({ passages }, i) => passages.map(({ span }) => ({ span, trial: trials[i] })));
    const wrong = all.filter(({ span, trial }) => span.end.offset <= trial.start || span.start.offset >= trial.end);
    expect(hits.length / trials.length).toBeGreaterThanOrEqual(0.95);
    expect(wrong.length / all.length).toBeLessThanOrEqual(0.01);
  });

  it('have their place on both sides', () => {
    let checked = 0;
    for (const [i, { donor, text, lines }] of trials.entries()) {
      const theirs = join2(blocks[donor]);
      for (const { script, span, theirSpan, sameness } of reports[i].passages) {
        if (script !== `script ${donor}` || sameness < 1) continue;
        const said = (quote: string): string => quote.replace(/^(?:MARA|TOM|ROSE|NEW NAME)$/gm, '').replace(/\s+/g, ' ');
        expect(said(text.slice(span.start.offset, span.end.offset))).toBe(
          said(theirs.slice(theirSpan.start.offset, theirSpan.end.offset)),
        );
        expect(theirSpan.start.line).toBeGreaterThanOrEqual(lines - 4);
        const line = theirs.split('\n')[theirSpan.start.line - 1];
        expect(theirs.slice(theirSpan.start.offset).startsWith(line.slice(theirSpan.start.column - 1))).toBe(true);
        checked++;
      }
    }
    expect(checked).toBeGreaterThan(50);
  });

  it('are findings that name both places', () => {
    const report = reports.find(({ passages }) => passages.length > 0)!;
    expect(report.findings).toHaveLength(report.passages.length);
    expect(report.findings[0]).toMatchObject({
      rule: 'originality/shared-passage',
      related: [{ script: report.passages[0].script }],
    });
    expect(report.originality).toBeLessThan(1);
    expect(JSON.parse(JSON.stringify(report))).toEqual(report);
  });

  it('are found where words were changed, and not where few are the same', () => {
    const passage =
      'The captain opens the letter by the lamp, and slowly the widow takes the knife from the table without a word to him.';
    const own = createOriginalityIndex();
    own.add('theirs', parse(`INT. A - DAY\n\n${passage}\n`));
    const check = (text: string): number => checkOriginality(parse(`INT. B - DAY\n\n${text}\n`), own).passages.length;
    expect(check(passage)).toBe(1);
    expect(check(passage.replace('captain', 'doctor').replace('slowly', 'quickly'))).toBe(1);
    expect(check('The captain opens the letter by the lamp. Nothing happens for a while. The dog sleeps.')).toBe(0);
    expect(check(passage.toUpperCase().replace(',', ' --'))).toBe(1);
  });
});

describe('what everybody writes', () => {
  it('is not counted: phrases of many scripts, headings, cues, transitions', () => {
    const { index } = makeIndex(30, 'common');
    const text = `INT. LAMP - NIGHT\n\n${COMMON}\n\n${COMMON}\n\nMARA\n${COMMON} ${COMMON}\n\nCUT TO:\n`;
    const report = checkOriginality(parse(text), index);
    expect(report.passages).toEqual([]);
    expect(report.originality).toBe(1);
    const headings = Array.from({ length: 20 }, (_, i) => `INT. THE OLD HOUSE BY THE RIVER ${i} - NIGHT`).join('\n\nx\n\n');
    const own = createOriginalityIndex();
    own.add('a', parse(headings));
    expect(checkOriginality(parse(headings), own).passages).toEqual([]);
  });

  it('is not the own earlier draft, where that is named', () => {
    const blocks = join2(makeBlocks(createRandom('draft')));
    const index = createOriginalityIndex();
    index.add('draft 1', parse(blocks));
    expect(checkOriginality(parse(blocks), index).nearCopies).toEqual([{ script: 'draft 1', resemblance: 1 }]);
    const { passages, nearCopies, compared } = checkOriginality(parse(blocks), index, { ignore: ['draft 1'] });
    expect([passages, nearCopies, compared]).toEqual([[], [], 0]);
  });
});

describe('near copies', () => {
  it('are named with a resemblance near the true one', () => {
    const { index, blocks } = makeIndex(40, 'copies');
    const other = makeBlocks(createRandom('other'));
    const mixed = blocks[7].map((block, i) => (i % 4 === 0 ? other[i] : block));
    const screenplay = parse(join2(mixed));
    const { nearCopies } = checkOriginality(screenplay, index);
    expect(nearCopies.map(({ script }) => script)).toEqual(['script 7']);
    const sets = [screenplay, parse(join2(blocks[7]))].map((each) => new Set(shingleHashes(wordStreamOf(each).words)));
    const shared = [...sets[0]].filter((hash) => sets[1].has(hash)).length;
    const truth = shared / (sets[0].size + sets[1].size - shared);
    expect(Math.abs(nearCopies[0].resemblance - truth)).toBeLessThan(0.15);
  });

  it('are estimated without bias, small sets included', () => {
    const random = createRandom('sets');
    for (const size of [20, 400]) {
      let error = 0;
      for (let trial = 0; trial < 60; trial++) {
        const both = Array.from({ length: size }, () => random.integer(0, 0xffffffff));
        const alone = Array.from({ length: size }, () => random.integer(0, 0xffffffff));
        const third = Array.from({ length: size }, () => random.integer(0, 0xffffffff));
        error +=
          resemblance(sketchOf(Uint32Array.from([...both, ...alone])), sketchOf(Uint32Array.from([...both, ...third]))) - 1 / 3;
      }
      expect(Math.abs(error / 60)).toBeLessThan(0.05);
    }
  });
});

describe('winnowing', () => {
  it('keeps a shingle of every window, and of shared stretches the same one', () => {
    const words = fc.uint16Array({ minLength: 10, maxLength: 60, max: 500 });
    fc.assert(
      fc.property(words, words, fc.uint16Array({ minLength: 10, maxLength: 20, max: 500 }), (before, other, shared) => {
        const hashesOf = (prefix: Uint16Array, suffix: Uint16Array): { hashes: Uint32Array; kept: Uint32Array } => {
          const hashes = shingleHashes(Uint16Array.from([...prefix, ...shared, ...suffix]));
          return { hashes, kept: winnow(hashes) };
        };
        const [a, b] = [hashesOf(before, other), hashesOf(other, before)];
        for (let i = 0; i + 6 <= a.hashes.length; i++) expect(a.kept.some((at) => at >= i && at < i + 6)).toBe(true);
        const values = (each: typeof a): number[] => Array.from(each.kept, (at) => each.hashes[at]);
        expect(values(a).some((hash) => values(b).includes(hash))).toBe(true);
      }),
      { seed: 9, numRuns: 100 },
    );
  });
});

describe('the index', () => {
  it('is the same after bytes and back, and grows afterwards', async () => {
    const { index, blocks } = makeIndex(12, 'file');
    const folder = await mkdtemp(join(tmpdir(), 'filmai-index-'));
    const path = join(folder, 'ours.originality');
    await writeOriginalityIndex(path, index);
    const read = await readOriginalityIndex(path);
    expect(read.scripts).toEqual(index.scripts);
    const extra = parse(join2(makeBlocks(createRandom('extra'))));
    expect(checkOriginality(extra, read).passages).toEqual([]);
    read.add('extra', extra);
    expect(checkOriginality(extra, read).nearCopies[0].script).toBe('extra');
    expect(checkOriginality(parse(join2(blocks[3])), read).nearCopies[0].script).toBe('script 3');
    expect((await stat(path)).size).toBeLessThan(5 * index.scripts.reduce((sum, { words }) => sum + words.length, 1200));
    await rm(folder, { recursive: true });
  });

  it('finds the same whether its scripts came at once or one after the other, with some replaced and taken out', () => {
    const { blocks } = makeIndex(12, 'steps');
    const at = createOriginalityIndex();
    const query = parse(join2([...blocks[2].slice(20, 29), ...blocks[9].slice(31, 40)]));
    at.add('script 2', parse('INT. A - DAY\n\nSomething else.\n'));
    at.add('gone', query);
    for (const [i, own] of blocks.entries()) {
      at.add(`script ${i}`, parse(join2(own)));
      checkOriginality(query, at);
    }
    expect(at.remove('gone')).toBe(true);
    expect(at.remove('gone')).toBe(false);
    const whole = createOriginalityIndex(at.scripts);
    expect(checkOriginality(query, at)).toEqual(checkOriginality(query, whole));
    expect(checkOriginality(query, at).passages.map(({ script }) => script)).toEqual(['script 2', 'script 9']);
  });

  it('refuses what is none: other bytes, another version, cut off, damaged', async () => {
    const bytes = formatOriginalityIndex(makeIndex(2, 'bytes').index);
    const code = (changed: Uint8Array): string => {
      try {
        parseOriginalityIndex(changed);
        return 'read';
      } catch (error) {
        return (error as { code: string }).code;
      }
    };
    expect(code(bytes)).toBe('read');
    expect(code(new Uint8Array(40))).toBe('BAD_INDEX');
    expect(code(new Uint8Array(0))).toBe('BAD_INDEX');
    expect(code(bytes.subarray(0, bytes.length - 9))).toBe('BAD_INDEX');
    expect(code(bytes.with(4, 9))).toBe('BAD_INDEX');
    expect(code(bytes.with(200, bytes[200] ^ 1))).toBe('BAD_INDEX');
    expect(() => parseOriginalityIndex('x' as never)).toThrow(TypeError);
    await expect(readOriginalityIndex(join(tmpdir(), 'no-such.originality'))).rejects.toMatchObject({ code: 'NO_FILE' });
    const path = join(tmpdir(), `filmai-bad-${process.pid}`);
    await writeFile(path, 'hello, this is text');
    await expect(readOriginalityIndex(path)).rejects.toMatchObject({ code: 'BAD_INDEX' });
    await rm(path);
  });

  it('takes Final Draft scripts and Chinese, and scripts without words', () => {
    const text =
      'INT. HALL - DAY\n\nThe captain opens the letter by the lamp, and slowly the widow takes the knife from his table.\n';
    const index = createOriginalityIndex();
    index.add('fdx', parseFdx(formatFdx(parse(text))).screenplay);
    index.add('zh', parse('内景 厨房 - 夜\n\n她慢慢地打开那封信，桌上的灯忽然灭了，窗外传来一阵脚步声，谁也没有说话。\n'));
    index.add('empty', parse(''));
    const round = parseOriginalityIndex(formatOriginalityIndex(index));
    expect(round.scripts).toEqual(index.scripts);
    expect(checkOriginality(parse(text), round).passages.map(({ script }) => script)).toEqual(['fdx']);
    const zh = parse('外景 街 - 日\n\n他走了。她慢慢地打开那封信，桌上的灯忽然灭了，窗外传来一阵脚步声，谁也没有说话。\n');
    expect(checkOriginality(zh, round).passages[0]).toMatchObject({ script: 'zh', sameness: 1 });
    expect(checkOriginality(parse(''), round)).toMatchObject({ words: 0, originality: 1, passages: [], nearCopies: [] });
    expect(() => index.add('', parse(text))).toThrow(TypeError);
    expect(() => checkOriginality(parse(text), index, { minWords: 3 })).toThrow(RangeError);
    expect(() => checkOriginality(parse(text), index, { commonShare: 2 })).toThrow(RangeError);
  });

  it('places words where they stand', () => {
    const screenplay = parse('INT. HALL - DAY\n\nShe takes the [[new?]] *knife*\nand runs.\n');
    const stream = wordStreamOf(screenplay);
    expect(stream.words).toHaveLength(6);
    const span = spanOfWords(stream, 3, 6);
    expect(screenplay.source!.text.slice(span.start.offset, span.end.offset)).toBe('knife*\nand runs');
    expect(span.start).toMatchObject({ line: 3, column: 25 });
    expect(span.end).toMatchObject({ line: 4, column: 9 });
  });
});

describe('novelty', () => {
  it('is one without others and nothing for a copy, and falls with what is shared', () => {
    const text = 'A widow finds a letter behind the mirror and follows the stranger to the harbour.';
    expect(measureNovelty(text, [])).toEqual({ method: 'word shingles', value: 1 });
    expect(measureNovelty(text, ['Nothing of it.', text])).toEqual({
      method: 'word shingles',
      value: 0,
      nearest: { index: 1, shared: 1 },
    });
    const half = measureNovelty(text, ['A widow finds a letter behind the mirror and burns it.']);
    expect(half.value).toBeGreaterThan(0.3);
    expect(half.value).toBeLessThan(0.7);
    expect(measureNovelty('', [text]).value).toBe(1);
    expect(measureNovelty('A widow', ['A widow']).value).toBe(0);
    expect(() => measureNovelty(text, [], { words: 0 })).toThrow(RangeError);
  });

  it('never rises when another text is put beside', () => {
    const texts = fc.array(fc.array(fc.constantFrom(...WORDS.slice(0, 6)), { maxLength: 12 }), { minLength: 2, maxLength: 4 });
    fc.assert(
      fc.property(texts, (lists) => {
        const [text, ...others] = lists.map((list) => list.join(' '));
        expect(measureNovelty(text, others).value).toBeLessThanOrEqual(measureNovelty(text, others.slice(1)).value);
      }),
      { seed: 4, numRuns: 100 },
    );
  });
});
