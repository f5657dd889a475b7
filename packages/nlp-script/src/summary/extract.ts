/**
 * @file Extractive summaries of scripts: sentences of the script itself, chosen by how many others they resemble and by where they
 * stand in the film. Named what it is: `method: 'extractive'`.
 */
import type { Breakdown, SceneBreakdown } from '../breakdown/breakdown.js';
import { breakDown } from '../breakdown/breakdown.js';
import type { ScriptLanguage } from '../breakdown/lexicon/lexicon.js';
import { nameTableOf, namesInText } from '../breakdown/name-table.js';
import { countWords, tokenize } from '../breakdown/tokens.js';
import type { VerbClass } from '../breakdown/verbs.js';
import { verbClasses, verbLemma } from '../breakdown/verbs.js';
import type { Screenplay, Span } from '../screenplay/screenplay.js';
import type { Passage } from './passages.js';
import { collectPassages } from './passages.js';
import type { TermVector } from './text-rank.js';
import { termCosine, termVectors, textRank } from './text-rank.js';

/** What is summed up as one. */
export type SummaryLevel = 'script' | 'act' | 'scene';

/** Options of {@link summarizeScript}. */
export interface SummaryOptions {
  /** One summary of the whole, one an act, or one a scene. Default `'script'`. */
  level?: SummaryLevel;
  /** Most sentences of each part, 1 to 1,000. Default: 8 for a script, 4 for an act, 2 for a scene. */
  sentences?: number;
  /** Most words of each part, 1 to 100,000; a sentence that doesn't fit is left out. Default: no limit. */
  words?: number;
  /** The breakdown of the same script, where it is at hand: saves making it again. */
  breakdown?: Breakdown;
}

/** A sentence of the script in a summary. */
export interface SummarySentence {
  text: string;
  /** Who says it; absent for action. */
  speaker?: string;
  /** Index of the scene, from 0. */
  scene: number;
  /** The scene's number in the script. */
  sceneNumber: string;
  /** Index of the element in the screenplay. */
  element: number;
  span: Span;
  /** How much it stands for; comparable within one part only. */
  score: number;
}

/** The summary of the script, of an act, or of a scene. */
export interface SummaryPart {
  /** Title of the script, `'Act 2'` or the section's own name, heading of the scene. */
  title: string;
  /** Indices of its scenes. */
  scenes: number[];
  /** In the order of the script. */
  sentences: SummarySentence[];
  words: number;
}

/** A summary that is made of the script's own sentences. Plain JSON. */
export interface ScriptSummary {
  method: 'extractive';
  level: SummaryLevel;
  language: ScriptLanguage;
  /** At act level: from the script's sections, or a quarter, a half and a quarter of its length. */
  acts?: 'sections' | 'proportion';
  parts: SummaryPart[];
}

const DEFAULT_SENTENCES: Readonly<Record<SummaryLevel, number>> = { script: 8, act: 4, scene: 2 };

/** How strongly a sentence that repeats one already chosen is pushed back. J. Carbonell, J. Goldstein, "MMR", SIGIR 1998. */
const NOVELTY = 0.7;
/** From this cosine on two sentences say the same; the second comes last of all. */
const SAME = 0.95;

/**
 * Sums a script up in sentences of its own.
 *
 * Sentences are ranked by TextRank within their part; action that opens or ends a scene, introduces somebody or names who acts
 * counts more, questions and cries count less, and what repeats a sentence already chosen is passed over. At script level every act gets
 * sentences in proportion to its length, so that the end isn't lost. Works in every language; sentences that begin with a pronoun are
 * avoided in English.
 *
 * @param screenplay - Read by any reader or made by hand.
 * @param options - See {@link SummaryOptions}.
 * @returns One part for the script, each act, or each scene. A script without a scene has no part.
 * @throws RangeError on an option out of range; TypeError where the first argument is no screenplay.
 * @example
 * ```ts
 * import { parseFountain } from '@filmai/nlp-script/fountain';
 * import { summarizeScript } from '@filmai/nlp-script/summary';
 *
 * const { screenplay } = parseFountain('INT. HALL - DAY\n\nANNA, 30, finds a map. Dust. She coughs.\n');
 * summarizeScript(screenplay, { sentences: 1 }).parts[0]?.sentences[0]?.text; // 'ANNA, 30, finds a map.'
 * ```
 */
export function summarizeScript(screenplay: Screenplay, options: SummaryOptions = {}): ScriptSummary {
  if (typeof screenplay !== 'object' || screenplay === null || !Array.isArray(screenplay.elements))
    throw new TypeError('summarizeScript takes a screenplay, as a reader such as parseFountain gives it.');
  const level = options.level ?? 'script';
  if (!Object.hasOwn(DEFAULT_SENTENCES, level))
    throw new RangeError(`level is ${JSON.stringify(level)}; expected 'script', 'act' or 'scene'.`);
  const most = options.sentences ?? (options.words === undefined ? DEFAULT_SENTENCES[level] : 1000);
  const words = options.words ?? Infinity;
  if (!(Number.isInteger(most) && most >= 1 && most <= 1000))
    throw new RangeError(`sentences is ${most}; expected a whole number from 1 to 1000.`);
  if (options.words !== undefined && !(Number.isInteger(words) && words >= 1 && words <= 100_000))
    throw new RangeError(`words is ${words}; expected a whole number from 1 to 100000.`);
  const breakdown = options.breakdown ?? breakDown(screenplay);
  const passages = collectPassages(screenplay, breakdown, 'sentence');
  const vectors = termVectors(passages.map(({ terms }) => terms));
  const candidates = passages.map((passage, i): Candidate => ({ passage, vector: vectors[i], words: countWords(passage.text) }));
  const bonuses = filmBonuses(passages, breakdown);
  const choose = (own: readonly number[], sentences: number, room: number): Chosen[] =>
    chooseSentences(
      own.map((i) => candidates[i]),
      own.map((i) => bonuses[i]),
      sentences,
      room,
    );
  const indicesOf = (scenes: ReadonlySet<number>): number[] => passages.flatMap(({ scene }, i) => (scenes.has(scene) ? [i] : []));
  const part = (title: string, scenes: readonly SceneBreakdown[], chosen: readonly Chosen[]): SummaryPart => ({
    title,
    scenes: scenes.map(({ index }) => index),
    sentences: chosen.map(({ candidate: { passage }, score }) => ({
      text: passage.text,
      ...(passage.speaker === undefined ? {} : { speaker: passage.speaker }),
      scene: passage.scene,
      sceneNumber: breakdown.scenes[passage.scene].number,
      element: passage.element,
      span: passage.span,
      score,
    })),
    words: chosen.reduce((sum, { candidate }) => sum + candidate.words, 0),
  });
  const base = { method: 'extractive' as const, level, language: breakdown.language };
  if (breakdown.scenes.length === 0) return { ...base, parts: [] };
  const { acts, from } = findActs(screenplay, breakdown);
  if (level === 'scene')
    return {
      ...base,
      parts: breakdown.scenes.map((scene) =>
        part(scene.heading, [scene], choose(indicesOf(new Set([scene.index])), most, words)),
      ),
    };
  if (level === 'act')
    return {
      ...base,
      acts: from,
      parts: acts.map(({ title, scenes }) =>
        part(title, scenes, choose(indicesOf(new Set(scenes.map(({ index }) => index))), most, words)),
      ),
    };
  const shares = shareOut(
    acts.map(({ scenes }) => scenes.reduce((sum, { eighths }) => sum + eighths, 0)),
    Math.min(most, passages.length),
  );
  const total = breakdown.totals.eighths;
  const chosen = acts.flatMap(({ scenes }, i) => {
    const share = scenes.reduce((sum, { eighths }) => sum + eighths, 0) / Math.max(1, total);
    return choose(
      indicesOf(new Set(scenes.map(({ index }) => index))),
      shares[i],
      words === Infinity ? words : Math.floor(words * share),
    );
  });
  return { ...base, parts: [part(breakdown.title ?? '', breakdown.scenes, chosen)] };
}

interface Candidate {
  passage: Passage;
  vector: TermVector;
  words: number;
}

interface Chosen {
  candidate: Candidate;
  score: number;
}

/** Greedy choice by maximal marginal relevance, given back in the order of the script. */
function chooseSentences(candidates: readonly Candidate[], bonuses: readonly number[], most: number, room: number): Chosen[] {
  const ranks = textRank(candidates.map(({ vector }) => vector));
  const scores = candidates.map((_, i) => ranks[i] * bonuses[i]);
  const open = new Set(candidates.keys());
  const chosen: { at: number; candidate: Candidate; score: number }[] = [];
  const nearest = new Float64Array(candidates.length);
  let left = room;
  while (chosen.length < most && open.size > 0) {
    let best = -1;
    let bestValue = -Infinity;
    for (const i of open) {
      if (candidates[i].words > left) continue;
      const value = scores[i] * (nearest[i] > SAME ? 0 : 1 - NOVELTY * nearest[i]);
      if (value > bestValue) [best, bestValue] = [i, value];
    }
    if (best < 0) break;
    open.delete(best);
    left -= candidates[best].words;
    chosen.push({ at: best, candidate: candidates[best], score: bestValue });
    for (const i of open) nearest[i] = Math.max(nearest[i], termCosine(candidates[i].vector, candidates[best].vector));
  }
  return chosen.sort((a, b) => a.at - b.at).map(({ candidate, score }) => ({ candidate, score }));
}

/** What the place in the film adds to a sentence's rank; 1 is plain. */
function filmBonuses(passages: readonly Passage[], breakdown: Breakdown): number[] {
  const names = nameTableOf(
    breakdown.characters,
    breakdown.scenes.flatMap(({ speeches }) => speeches),
  );
  const introduced = breakdown.characters.flatMap(({ introduction }) => introduction?.start.offset ?? []);
  return passages.map((passage, i) => {
    if (passage.kind === 'synopsis') return 3;
    const before = passages[i - 1];
    const after = passages[i + 1];
    const action = passage.kind === 'action';
    let bonus = action ? 1.2 : 0.8;
    if (action && breakdown.language === 'en') bonus *= deedBonus(passage.text);
    if (before?.scene !== passage.scene) bonus *= 1.25;
    if (after?.scene !== passage.scene) bonus *= 1.3;
    const people = new Set(namesInText(passage.text, names).map(({ name }) => name)).size;
    if (action && people > 0) bonus *= 1 + 0.2 * Math.min(2, people);
    if (action && introduced.some((at) => at >= passage.span.start.offset && at < passage.span.end.offset)) bonus *= 1.25;
    if (/^(?:he|she|they|it|his|her|their)\b/i.test(passage.text)) bonus *= 0.6;
    if (/[?!]$/.test(passage.text)) bonus *= 0.8;
    // Short ones are easily like others, and say little.
    bonus *= Math.min(1, 0.2 + passage.terms.length / 8);
    return bonus;
  });
}

/** Deeds that change who has what, who is where and who lives count more than looks and weather. */
function deedBonus(text: string): number {
  const deeds = tokenize(text).filter(({ lower, word }) => {
    const lemma = word && lower.endsWith('s') ? verbLemma(lower) : undefined;
    return lemma !== undefined && TURNS.has(verbClasses(lemma)[0]);
  }).length;
  return 1 + 0.25 * Math.min(2, deeds);
}

const TURNS: ReadonlySet<VerbClass> = new Set(['take', 'give', 'put', 'drop', 'enter', 'leave', 'harm', 'die', 'break', 'read']);

interface Act {
  title: string;
  scenes: SceneBreakdown[];
}

/** The script's own sections of the first depth where they part it; otherwise a quarter, a half and a quarter of its pages (Field 1979). */
function findActs(screenplay: Screenplay, { scenes, totals }: Breakdown): { acts: Act[]; from: 'sections' | 'proportion' } {
  const sections = screenplay.elements.flatMap((element, at) =>
    element.type === 'section' && element.depth === 1 ? [{ title: element.text.trim(), at }] : [],
  );
  if (sections.length > 1) {
    const acts = sections.map(({ title, at }, i): Act => {
      const end = sections[i + 1]?.at ?? Infinity;
      const begin = i === 0 ? -1 : at;
      return { title, scenes: scenes.filter((scene) => middleOf(scene) > begin && middleOf(scene) < end) };
    });
    if (acts.filter((act) => act.scenes.length > 0).length > 1)
      return { acts: acts.filter((act) => act.scenes.length > 0), from: 'sections' };
  }
  const acts: Act[] = [1, 2, 3].map((number) => ({ title: `Act ${number}`, scenes: [] }));
  let page = 0;
  for (const scene of scenes) {
    const middle = (page + scene.eighths / 2) / Math.max(1, totals.eighths);
    acts[middle < 0.25 ? 0 : middle < 0.75 ? 1 : 2].scenes.push(scene);
    page += scene.eighths;
  }
  return { acts: acts.filter((act) => act.scenes.length > 0), from: 'proportion' };
}

function middleOf({ elements }: SceneBreakdown): number {
  return (elements.from + elements.to) / 2;
}

/** Whole shares of a number in proportion to weights, at least one each while they last: the largest remainders get the rest. */
function shareOut(weights: readonly number[], count: number): number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const exact = weights.map((weight) => (total === 0 ? count / weights.length : (count * weight) / total));
  const shares = exact.map((value) => Math.floor(value));
  const order = exact
    .map((value, i) => ({ i, rest: value - shares[i] + (shares[i] === 0 ? 1 : 0) }))
    .sort((a, b) => b.rest - a.rest);
  for (let k = 0; shares.reduce((sum, share) => sum + share, 0) < count; k++) shares[order[k % order.length].i]++;
  return shares;
}
