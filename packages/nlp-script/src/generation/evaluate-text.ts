/**
 * @file What a written text is worth, in figures that can be computed: does it parse, does it hang together, is it varied, does it repeat
 * itself, does it copy, how likely is it. Candidates are ranked, with reasons. None of this says whether a text is good.
 */
import { tokenize, splitSentences } from '../breakdown/tokens.js';
import type { SentenceEncoder } from '../embedding/index.js';
import { parseFountain } from '../fountain/index.js';
import { measureNovelty } from '../originality/index.js';
import { measureCoherence } from './coherence.js';
import type { Coherence } from './coherence.js';

/** Scores how likely a text is to a language model. */
export interface PerplexityScorer {
  /** As the report names it. */
  id?: string;
  /** At least 1; lower is likelier. */
  perplexity(text: string): number | Promise<number>;
}

/** Options of {@link evaluateTexts}. */
export interface EvaluateOptions {
  /** Texts that should not be copied: a model's training texts, known scripts. */
  against?: readonly string[];
  /** Judge the form as a screenplay. Default true. */
  screenplay?: boolean;
  /** Measures coherence by meaning too. */
  encoder?: SentenceEncoder;
  scorer?: PerplexityScorer;
  signal?: AbortSignal;
}

/** What was measured of one text. */
export interface TextEvaluation {
  /** Place of the text in the list that was given. */
  index: number;
  words: number;
  /** Of a screenplay: scenes, speeches and what the parser remarked. */
  form?: { valid: boolean; scenes: number; speeches: number; problems: string[] };
  coherence: Coherence;
  /** Different n-grams over all n-grams, for n = 1, 2, 3 (Li et al. 2016). */
  distinct: [number, number, number];
  /** Mean of distinct-1 and distinct-2 over windows of 50 words, so that long texts can be compared with short ones. */
  variety: number;
  /** BLEU-4 against the other candidates (Zhu et al. 2018): 1 where they are alike. Absent for a single text. */
  selfBleu?: number;
  /** Share of 4-grams that have occurred before in the text (Welleck et al. 2020): 0 is best. */
  repetition: number;
  /** By the scorer; absent without one. */
  perplexity?: number;
  /** Share of the text's word triples that none of `against` has. Absent without `against`. */
  originality?: number;
  /** 0…1, geometric mean of the parts named in `reasons`: one bad part can't be made good by the others. */
  score: number;
  /** Each part with its share and what it rests on, the weakest first. */
  reasons: string[];
}

/** The report. Plain JSON. */
export interface EvaluationReport {
  method: 'entity grid, n-grams';
  /** Models that took part. */
  models: string[];
  /** The best first. */
  ranking: TextEvaluation[];
}

/**
 * Evaluates and ranks texts.
 *
 * @param texts - Candidates; an empty one gets 0.
 * @param options - See {@link EvaluateOptions}.
 * @throws TypeError where a text isn't text; RangeError for an empty list or a perplexity below 1; the signal's reason.
 * @example
 * ```ts
 * import { evaluateTexts } from '@filmai/nlp-script/generation';
 *
 * const good = 'INT. HALL - NIGHT\n\nMara lifts the lamp. The lamp goes out.\n\nMARA\nWho is there?\n';
 * const { ranking } = await evaluateTexts(['No no no no no no no no no no.', good]);
 * console.log(ranking[0]?.index); // 1
 * ```
 */
export async function evaluateTexts(texts: readonly string[], options: EvaluateOptions = {}): Promise<EvaluationReport> {
  const { against = [], screenplay = true, encoder, scorer, signal } = options;
  if (!Array.isArray(texts) || texts.some((text) => typeof text !== 'string'))
    throw new TypeError('evaluateTexts: expected a list of texts');
  if (texts.length === 0) throw new RangeError('evaluateTexts: expected at least one text, got none');
  const words = texts.map(wordsOf);
  const evaluations: TextEvaluation[] = [];
  for (const [index, text] of texts.entries()) {
    signal?.throwIfAborted();
    const form = screenplay ? judgeForm(text) : undefined;
    const perplexity = scorer ? await scorer.perplexity(text) : undefined;
    if (perplexity !== undefined && !(perplexity >= 1))
      throw new RangeError(
        `evaluateTexts: the scorer says a perplexity of ${perplexity} for text ${index}; it must be at least 1`,
      );
    evaluations.push({
      index,
      words: words[index].length,
      ...(form ? { form } : {}),
      coherence: await measureCoherence(sentencesOf(text), { ...(encoder ? { encoder } : {}), ...(signal ? { signal } : {}) }),
      distinct: [1, 2, 3].map((n) => distinctOf(words[index], n)) as [number, number, number],
      ...(texts.length > 1
        ? {
            selfBleu: bleu(
              words[index],
              words.filter((_, other) => other !== index),
            ),
          }
        : {}),
      variety: varietyOf(words[index]),
      repetition: words[index].length < 4 ? 0 : 1 - distinctOf(words[index], 4),
      ...(perplexity === undefined ? {} : { perplexity }),
      ...(against.length > 0 ? { originality: measureNovelty(text, against, { words: 3 }).value } : {}),
      score: 0,
      reasons: [],
    });
  }
  const best = Math.min(...evaluations.flatMap(({ perplexity }) => perplexity ?? []));
  for (const evaluation of evaluations) Object.assign(evaluation, scoreOf(evaluation, best));
  return {
    method: 'entity grid, n-grams',
    models: [encoder?.id, scorer ? (scorer.id ?? 'perplexity') : undefined].filter((id) => id !== undefined),
    ranking: evaluations.sort((a, b) => b.score - a.score || a.index - b.index),
  };
}

/**
 * BLEU of up to four words (Papineni et al. 2002) with the brevity penalty; precisions of nought are smoothed by one half of a match.
 *
 * @param candidate - Words.
 * @param references - Word lists, at least one.
 * @returns 0…1.
 */
export function bleu(candidate: readonly string[], references: readonly (readonly string[])[]): number {
  if (candidate.length === 0 || references.length === 0) return 0;
  let logs = 0;
  const orders = Math.min(4, candidate.length);
  for (let n = 1; n <= orders; n++) {
    const counts = countGrams(candidate, n);
    const most = new Map<string, number>();
    for (const reference of references) {
      for (const [gram, count] of countGrams(reference, n)) most.set(gram, Math.max(most.get(gram) ?? 0, count));
    }
    let matches = 0;
    let total = 0;
    for (const [gram, count] of counts) {
      matches += Math.min(count, most.get(gram) ?? 0);
      total += count;
    }
    logs += Math.log(Math.max(matches, 0.5) / total) / orders;
  }
  const closest = references.reduce(
    (near, { length }) => (Math.abs(length - candidate.length) < Math.abs(near - candidate.length) ? length : near),
    references[0].length,
  );
  const brevity = candidate.length >= closest ? 1 : Math.exp(1 - closest / candidate.length);
  return Math.min(1, brevity * Math.exp(logs));
}

function judgeForm(text: string): NonNullable<TextEvaluation['form']> {
  const { screenplay, diagnostics } = parseFountain(text);
  const count = (type: string): number => screenplay.elements.filter((element) => element.type === type).length;
  const problems = diagnostics.filter(({ severity }) => severity !== 'info').map(({ code, message }) => `${code}: ${message}`);
  const scenes = count('scene-heading');
  return { valid: problems.length === 0 && scenes > 0, scenes, speeches: count('character'), problems };
}

/** A part of nought makes the rest small, not equal. */
const LEAST = 0.01;

/** Parts of the score; what wasn't measured doesn't count. */
function scoreOf(evaluation: TextEvaluation, bestPerplexity: number): Pick<TextEvaluation, 'score' | 'reasons'> {
  const { form, coherence, distinct, variety, selfBleu, repetition, perplexity, originality, words } = evaluation;
  if (words === 0) return { score: 0, reasons: ['the text has no words'] };
  const parts: [string, number, string][] = [
    ['variety', variety, `${Math.round(distinct[1] * 100)} % of its word pairs are different`],
    [
      'freedom from repetition',
      1 - repetition,
      `${Math.round(repetition * 100)} % of its runs of four words have occurred before`,
    ],
  ];
  // A single sentence has no neighbours to hang together with.
  if (coherence.sentences > 1)
    parts.push([
      'coherence',
      coherence.value,
      `${Math.round(coherence.shared * 100)} % of neighbouring sentences speak of the same things`,
    ]);
  if (form) {
    const scenes = `${form.scenes} ${form.scenes === 1 ? 'scene' : 'scenes'}`;
    parts.push([
      'form',
      form.valid ? 1 : form.scenes > 0 ? 0.5 : 0,
      form.problems[0] ?? (form.scenes > 0 ? `parses, ${scenes}` : 'has no scene'),
    ]);
  }
  if (selfBleu !== undefined)
    parts.push(['difference', 1 - selfBleu, `BLEU ${selfBleu.toFixed(2)} against the other candidates`]);
  if (originality !== undefined)
    parts.push([
      'originality',
      originality,
      `${Math.round((1 - originality) * 100)} % of its word triples are in the known texts`,
    ]);
  if (perplexity !== undefined)
    parts.push([
      'likelihood',
      bestPerplexity / perplexity,
      `perplexity ${perplexity.toFixed(1)}, the best has ${bestPerplexity.toFixed(1)}`,
    ]);
  const ordered = [...parts].sort((a, b) => a[1] - b[1]);
  return {
    score: Math.exp(parts.reduce((sum, [, value]) => sum + Math.log(Math.max(LEAST, value)), 0) / parts.length),
    reasons: ordered.map(([name, value, reason]) => `${name} ${value.toFixed(2)}: ${reason}`),
  };
}

/** Sentences of action and dialogue; of a text without a scene, all of it. */
function sentencesOf(text: string): string[] {
  const { elements } = parseFountain(text).screenplay;
  const parts = elements.flatMap((element) => (element.type === 'action' || element.type === 'dialogue' ? [element.text] : []));
  return (parts.length > 0 ? parts : [text]).flatMap((part) => splitSentences(part).map((sentence) => sentence.text));
}

function wordsOf(text: string): string[] {
  return tokenize(text)
    .filter(({ word }) => word)
    .map(({ lower }) => lower);
}

function distinctOf(words: readonly string[], n: number): number {
  const total = words.length - n + 1;
  return total <= 0 ? (words.length === 0 ? 0 : 1) : countGrams(words, n).size / total;
}

function varietyOf(words: readonly string[]): number {
  const WINDOW = 50;
  const values: number[] = [];
  for (let at = 0; at === 0 || at + WINDOW <= words.length; at += WINDOW) {
    const part = words.slice(at, at + WINDOW);
    values.push((distinctOf(part, 1) + distinctOf(part, 2)) / 2);
  }
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function countGrams(words: readonly string[], n: number): Map<string, number> {
  const counts = new Map<string, number>();
  for (let i = 0; i + n <= words.length; i++) {
    const gram = words.slice(i, i + n).join(' ');
    counts.set(gram, (counts.get(gram) ?? 0) + 1);
  }
  return counts;
}
