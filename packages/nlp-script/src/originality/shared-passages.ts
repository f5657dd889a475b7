/**
 * @file Passages that a script shares with those of an index: shared shingles are grown to shared runs of words, runs that lie behind one
 * another in both scripts are joined over small changes, and what many scripts say is not counted.
 */
import { SHINGLE_WORDS, shingleHashes } from './fingerprints.js';
import type { OriginalityIndex } from './originality-index.js';

/** Words that a script shares with another, as numbers of words in both; ends excluded. */
export interface SharedWords {
  /** Index of the other script. */
  script: number;
  from: number;
  to: number;
  theirFrom: number;
  theirTo: number;
  /** Words that are the same in the same order. */
  words: number;
  /** Those of them that are in no phrase that many scripts share. */
  ownWords: number;
}

/** How shared passages are found. */
export interface PassageOptions {
  /** Shared words that are in no common phrase, at least. */
  minWords: number;
  /** Least share of a passage's words that are the same. */
  minSameness: number;
  /** A phrase in more scripts than this is common. */
  mostScripts: number;
  /** Scripts that aren't compared with. */
  ignore: ReadonlySet<number>;
}

/** Words that may be changed, put in or left out between two shared runs of one passage. */
const LONGEST_GAP = 12;
/** Runs of this many words may be joined over a gap; shorter ones are chance. */
const RUN = SHINGLE_WORDS;
const NOTHING = new Uint32Array(0);

/** A run of equal words. */
interface Run {
  from: number;
  theirFrom: number;
  length: number;
}

/**
 * Finds shared passages.
 *
 * @param words - The script's words.
 * @param index - The scripts to compare with.
 * @returns Passages by their place, and for each word whether it is in a common phrase.
 */
export function findSharedPassages(
  words: Uint16Array,
  index: OriginalityIndex,
  options: PassageOptions,
): { passages: SharedWords[]; common: Uint8Array } {
  const shingles = shingleHashes(words);
  const common = new Uint8Array(words.length);
  const runs = new Map<number, Run[]>();
  // By script and diagonal, the word up to which a run is known.
  const covered = new Map<number, Map<number, number>>();
  for (let at = 0; at < shingles.length; at++) {
    const places = isTelling(words, at) ? index.find(shingles[at]) : NOTHING;
    if (places.length === 0) continue;
    if (isCommon(places, index, options)) {
      common.fill(1, at, at + SHINGLE_WORDS);
      continue;
    }
    for (const position of places) {
      const { script, word } = index.placeOf(position);
      if (options.ignore.has(script)) continue;
      const known = entry(covered, script, () => new Map<number, number>());
      if ((known.get(word - at) ?? -1) > at) continue;
      const run = grow(words, at, index.scripts[script].words, word);
      known.set(word - at, run.from + run.length);
      if (run.length >= RUN) entry(runs, script, (): Run[] => []).push(run);
    }
  }
  const isPassage = ({ from, to, theirFrom, theirTo, words: same, ownWords }: Omit<SharedWords, 'script'>): boolean =>
    ownWords >= options.minWords && same >= options.minSameness * Math.max(to - from, theirTo - theirFrom);
  const passages = [...runs].flatMap(([script, own]) =>
    withoutRepeats(joinRuns(own, common).filter(isPassage)).map((passage) => ({ script, ...passage })),
  );
  return {
    passages: passages.sort((a, b) => a.from - b.from || b.words - a.words || a.script - b.script),
    common,
  };
}

/** "No, no, no, no, no" is nobody's own: a shingle needs three different words. */
function isTelling(words: Uint16Array, at: number): boolean {
  return new Set(words.subarray(at, at + SHINGLE_WORDS)).size >= 3;
}

function isCommon(places: Uint32Array, index: OriginalityIndex, { mostScripts, ignore }: PassageOptions): boolean {
  if (places.length <= mostScripts) return false;
  let scripts = 0;
  let last = -1;
  for (const position of places) {
    const { script } = index.placeOf(position);
    if (script === last || ignore.has(script)) continue;
    last = script;
    if (++scripts > mostScripts) return true;
  }
  return false;
}

function grow(words: Uint16Array, at: number, theirs: Uint16Array, theirAt: number): Run {
  let before = 0;
  while (at > before && theirAt > before && words[at - before - 1] === theirs[theirAt - before - 1]) before++;
  let after = 0;
  while (at + after < words.length && theirAt + after < theirs.length && words[at + after] === theirs[theirAt + after]) after++;
  return { from: at - before, theirFrom: theirAt - before, length: before + after };
}

/** Joins runs that follow each other in both scripts with small gaps; each run goes to one passage. */
function joinRuns(runs: Run[], common: Uint8Array): Omit<SharedWords, 'script'>[] {
  const open: Omit<SharedWords, 'script'>[] = [];
  const closed: Omit<SharedWords, 'script'>[] = [];
  for (const { from, theirFrom, length } of runs.sort((a, b) => a.from - b.from || a.theirFrom - b.theirFrom)) {
    for (let i = open.length - 1; i >= 0; i--) if (open[i].to + LONGEST_GAP < from) closed.push(...open.splice(i, 1));
    const passage = open
      .filter(
        (other) => theirFrom + length > other.theirTo && theirFrom - other.theirTo <= LONGEST_GAP && from + length > other.to,
      )
      .filter((other) => theirFrom > other.theirFrom && from > other.from)
      .sort((a, b) => Math.abs(theirFrom - a.theirTo) - Math.abs(theirFrom - b.theirTo))[0];
    // Where two runs overlap by a word or two, these are counted once.
    const overlap = passage ? Math.max(0, passage.to - from, passage.theirTo - theirFrom) : 0;
    const added = Math.max(0, length - overlap);
    const own = countOwn(common, from + length - added, from + length);
    if (passage) {
      passage.to = from + length;
      passage.theirTo = theirFrom + length;
      passage.words += added;
      passage.ownWords += own;
    } else open.push({ from, to: from + length, theirFrom, theirTo: theirFrom + length, words: length, ownWords: own });
  }
  return [...closed, ...open];
}

/** Where the other script says a thing twice, the longer of two passages about the same words counts. */
function withoutRepeats<Passage extends { from: number; to: number; words: number }>(passages: Passage[]): Passage[] {
  const kept: Passage[] = [];
  for (const passage of passages.sort((a, b) => b.words - a.words || a.from - b.from)) {
    const shared = (other: Passage): number => Math.min(other.to, passage.to) - Math.max(other.from, passage.from);
    if (kept.every((other) => shared(other) * 2 < passage.to - passage.from)) kept.push(passage);
  }
  return kept;
}

function countOwn(common: Uint8Array, from: number, to: number): number {
  let count = 0;
  for (let i = from; i < to; i++) if (common[i] === 0) count++;
  return count;
}

function entry<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}
