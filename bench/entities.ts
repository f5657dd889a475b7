/**
 * @file Precision and recall of what the breakdown finds in scenes, by kind, against annotation by hand: 26 scenes in twelve genres under
 * `entities/`, half of them (`tuning`) seen while lexicons and rules were written, half (`held-out`) not. The plain figures are those of the
 * held-out half, or of everything in `--data`; `tuning.*` are the others.
 *
 * Layout of a folder: `NAME.fountain` and beside it `NAME.json`, a list with an object for each scene: lists of terms by kind (`character`,
 * `place`, and the categories of a breakdown sheet), each thing once a scene. Under `"?"` the same for terms that a careful reader may or may
 * not list; they count neither way. A term is found where an entry of its kind has the same head word ("radio" is the "marine radio"), each
 * entry pays for one term, and a second entry for the same thing counts as wrong.
 *
 * What was annotated: people who speak or act under a name; every place of the heading from the whole to the part, and places that the action
 * plays in; props that are handled or pointed at (furniture that only stands there is optional); what has to be worn, made up, driven, fed,
 * hired, built, done by a double, heard. Things in comparisons or in dialogue are not there.
 */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { breakDown, elementSheet, TAG_CATEGORIES } from '@filmai/nlp-script/breakdown';
import type { SceneBreakdown } from '@filmai/nlp-script/breakdown';
import { parseFountain } from '@filmai/nlp-script/fountain';
import type { BenchOptions, Figures } from './run.js';

/** Terms by kind; `?` holds what may be listed or not. */
type Annotation = Record<string, string[] | undefined> & { '?'?: never };
type AnnotatedScene = Omit<Annotation, '?'> & { '?'?: Annotation };

interface Count {
  annotated: number;
  found: number;
  listed: number;
  right: number;
  /** What went wrong, for whoever improves the lexicons: `node … bench/run.ts entities` with `FILMAI_BENCH_DETAILS=1`. */
  missed: string[];
  wrong: string[];
}

const KINDS = ['character', 'place', ...TAG_CATEGORIES];
const HERE = fileURLToPath(new URL('./entities', import.meta.url));

/** Runs the benchmark. */
export async function run({ data }: BenchOptions): Promise<Figures> {
  const judged = await countFolder(data ?? join(HERE, 'held-out'));
  if (data !== undefined) return figuresOf(judged, '');
  return { ...figuresOf(judged, ''), ...figuresOf(await countFolder(join(HERE, 'tuning')), 'tuning.') };
}

async function countFolder(folder: string): Promise<Map<string, Count>> {
  const scripts = (await readdir(folder)).filter((file) => file.endsWith('.fountain')).toSorted();
  if (scripts.length === 0) throw new Error(`${folder}: no .fountain file in it; expected pairs of NAME.fountain and NAME.json`);
  const counts = new Map(KINDS.map((kind) => [kind, emptyCount()]));
  for (const file of scripts) {
    const { screenplay } = parseFountain(await readFile(join(folder, file), 'utf8'));
    const annotation = join(folder, file.replace(/fountain$/, 'json'));
    const annotated = JSON.parse(await readFile(annotation, 'utf8')) as AnnotatedScene[];
    const { scenes } = breakDown(screenplay);
    if (scenes.length !== annotated.length)
      throw new Error(`${annotation}: ${annotated.length} scenes; expected ${scenes.length}, one for each of the script.`);
    for (const [i, scene] of scenes.entries()) countScene(scene, annotated[i], counts, `${file} ${i + 1}`);
  }
  if (process.env.FILMAI_BENCH_DETAILS)
    for (const [kind, { missed, wrong }] of counts)
      console.log(`${kind}\n  missed: ${missed.join('; ')}\n  wrong: ${wrong.join('; ')}`);
  return counts;
}

function countScene(scene: SceneBreakdown, annotated: AnnotatedScene, counts: Map<string, Count>, where: string): void {
  for (const kind of KINDS) {
    const count = counts.get(kind)!;
    const listed = listedIn(scene, kind);
    const open = [...((annotated as Annotation)[kind] ?? [])];
    const optional = annotated['?']?.[kind] ?? [];
    count.annotated += open.length;
    for (const names of listed) {
      const at = bestMatch(names, open);
      if (at >= 0) {
        open.splice(at, 1);
        count.found++;
        count.right++;
        count.listed++;
      } else if (bestMatch(names, optional) < 0) {
        count.listed++;
        count.wrong.push(`${where} ${names[0]}`);
      }
    }
    count.missed.push(...open.map((term) => `${where} ${term}`));
  }
}

/** Each entry by its names: an effect is also known by its concept, "fires" by gunfire. */
function listedIn(scene: SceneBreakdown, kind: string): string[][] {
  if (kind === 'character') return scene.characters.map(({ name }) => [name]);
  if (kind === 'place') return scene.placeParts.map((part) => [part]);
  return elementSheet(scene)
    .filter(({ category }) => category === kind)
    .map(({ lemma, concept }) => (concept === undefined ? [lemma] : [lemma, concept]));
}

/** The same words first, then the same head word, then one within the other. */
function bestMatch(names: readonly string[], terms: readonly string[]): number {
  for (const name of names) {
    const at = bestMatchOf(name.toLowerCase(), terms);
    if (at >= 0) return at;
  }
  return -1;
}

function bestMatchOf(plain: string, terms: readonly string[]): number {
  const tests: ((term: string) => boolean)[] = [
    (term) => term === plain,
    (term) => stem(headOf(term)) === stem(headOf(plain)),
    (term) => ` ${term} `.includes(` ${plain} `) || ` ${plain} `.includes(` ${term} `) || stem(term) === stem(plain),
  ];
  for (const test of tests) {
    const at = terms.findIndex((term) => test(term.toLowerCase()));
    if (at >= 0) return at;
  }
  return -1;
}

/** The last word; before "of" where there is one: "glass of water" is a glass. */
function headOf(phrase: string): string {
  return phrase
    .replace(/ of .*/, '')
    .split(' ')
    .at(-1);
}

/** One spelling for singular and plural. */
function stem(word: string): string {
  return word
    .replace(/(?<=ss|sh|ch|x)es$/, '')
    .replace(/(?<=kni|wi|li|lea|loa|hal|shel|wol|scar|cal|thie)ves$/, 'f')
    .replace(/ies$/, 'y')
    .replace(/(?<=[^s])s$/, '');
}

function figuresOf(counts: ReadonlyMap<string, Count>, prefix: string): Figures {
  const total = emptyCount();
  for (const count of counts.values())
    for (const key of ['annotated', 'found', 'listed', 'right'] as const) total[key] += count[key];
  const figures: Figures = {};
  for (const [kind, count] of [['', total] as const, ...counts]) {
    const name = kind === '' ? prefix : `${prefix}${kind}.`;
    figures[`${name}precision`] = share(count.right, count.listed, 'listed');
    figures[`${name}recall`] = share(count.found, count.annotated, 'annotated');
  }
  return figures;
}

function share(part: number, whole: number, of: string): Figures[string] {
  const unit = `share of what is ${of}`;
  return whole === 0 ? { value: null, unit, n: 0, reason: `nothing is ${of}` } : { value: part / whole, unit, n: whole };
}

function emptyCount(): Count {
  return { annotated: 0, found: 0, listed: 0, right: 0, missed: [], wrong: [] };
}
