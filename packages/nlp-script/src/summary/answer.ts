/**
 * @file Questions to a script. The knowledge graph answers what it can; otherwise the passage that fits the question best is the answer, if it
 * fits well enough. An answer always carries the scene and the line it rests on; otherwise it says that the script doesn't tell.
 */
import type { Breakdown } from '../breakdown/breakdown.js';
import { breakDown } from '../breakdown/breakdown.js';
import type { SentenceEncoder } from '../embedding/sentence-encoder.js';
import { cosineSimilarity } from '../embedding/sentence-encoder.js';
import { askGraph } from '../knowledge/ask.js';
import { buildKnowledgeGraph } from '../knowledge/build-graph.js';
import type { Evidence, KnowledgeGraph } from '../knowledge/graph.js';
import { isKindOf } from '../knowledge/kinds-of-things.js';
import { sameDeed, verbLemma } from '../breakdown/verbs.js';
import { tokenize } from '../breakdown/tokens.js';
import type { Screenplay, Span } from '../screenplay/screenplay.js';
import { createBm25Index } from './bm25.js';
import type { Passage } from './passages.js';
import { collectPassages } from './passages.js';
import type { ReadQuestion } from './question.js';
import { holdsAnswer, readQuestion } from './question.js';
import { contentTerms } from './terms.js';

/** Options of {@link answerQuestion}. */
export interface AnswerOptions {
  /** Compares meanings besides words; see `openSentenceEncoder`. Default: words alone. */
  encoder?: SentenceEncoder;
  /** Below it the script doesn't tell, 0 to 1. Default: {@link ANSWER_THRESHOLD}, or {@link ENCODER_THRESHOLD} with an encoder. */
  minConfidence?: number;
  /** The breakdown of the same script, where it is at hand. */
  breakdown?: Breakdown;
  /** The knowledge graph of the same script, where it is at hand: many questions cost one graph. */
  graph?: KnowledgeGraph;
  /** Cancels. */
  signal?: AbortSignal;
}

/** A line that an answer rests on. */
export interface AnswerSource {
  /** Index of the scene, from 0. */
  scene: number;
  sceneNumber: string;
  heading: string;
  /** First line in the source, from 1. */
  line: number;
  span: Span;
  quote: string;
  speaker?: string;
}

/** An answer, or that there is none. Plain JSON. */
export interface ScriptAnswer {
  /** `graph`: from the knowledge graph; `retrieval`: a passage of the script, quoted. */
  method: 'graph' | 'retrieval';
  /** Ids of models that took part; empty for none. */
  models: string[];
  /** False where the script doesn't tell. */
  answered: boolean;
  text: string;
  /** At least one where `answered`, none otherwise. */
  sources: AnswerSource[];
  /** 0 to 1: how well the best passage fits; not a probability. */
  confidence: number;
}

/** The threshold that parted answerable from unanswerable questions best on the questions for tuning; see docs/benchmarks.md. */
export const ANSWER_THRESHOLD = 0.61;
/** The same with the sentence encoder. */
export const ENCODER_THRESHOLD = 0.7;

const NOT_TOLD = "The script doesn't tell.";

/**
 * Answers a question about a script.
 *
 * Who knows, has, is where, did what and why are read from the knowledge graph; other questions find their passage by BM25, by the kind
 * of answer asked for, and, with an encoder, by nearness of meaning. Nothing is made up: the text of an answer is a fact of the graph or
 * a quotation.
 *
 * @param screenplay - Read by any reader or made by hand.
 * @param question - In the language of the script; forms of questions are known in English.
 * @param options - See {@link AnswerOptions}.
 * @throws TypeError where the question is empty; RangeError on an option out of range, and where the question names a scene that the
 * script doesn't have; what the encoder throws; the signal's reason.
 * @example
 * ```ts
 * import { parseFountain } from '@filmai/nlp-script/fountain';
 * import { answerQuestion } from '@filmai/nlp-script/summary';
 *
 * const { screenplay } = parseFountain('INT. CABIN - NIGHT\n\nANNA, 30, hides a key under the mat.\n\nANNA\nThe boat leaves at nine.\n');
 * const { text, sources } = await answerQuestion(screenplay, 'When does the boat leave?');
 * text; // 'ANNA: “The boat leaves at nine.”'
 * sources[0]?.line; // 5
 * (await answerQuestion(screenplay, 'Who is the king of Norway?')).answered; // false
 * ```
 */
export async function answerQuestion(
  screenplay: Screenplay,
  question: string,
  options: AnswerOptions = {},
): Promise<ScriptAnswer> {
  if (typeof question !== 'string' || question.trim() === '')
    throw new TypeError('answerQuestion: expected a question as text, got nothing to ask.');
  const { encoder, signal } = options;
  const threshold = options.minConfidence ?? (encoder ? ENCODER_THRESHOLD : ANSWER_THRESHOLD);
  if (!(threshold >= 0 && threshold <= 1)) throw new RangeError(`minConfidence is ${threshold}; expected a number from 0 to 1.`);
  signal?.throwIfAborted();
  const breakdown = options.breakdown ?? breakDown(screenplay);
  const graph = options.graph ?? buildKnowledgeGraph(screenplay, { breakdown });
  const known = breakdown.language === 'en' ? askGraph(graph, question) : undefined;
  if (known?.answered && known.evidence.length > 0)
    return {
      method: 'graph',
      models: [],
      answered: true,
      text: known.text,
      sources: sourcesOf(known.evidence, breakdown),
      confidence: GRAPH_CONFIDENCE,
    };
  // Who has, knows and is where changes from line to line: a passage that names the same things is no answer to it.
  if (known && /^(?:who-knows|does-know|how-knows|what-knows|who-has|what-has|who-is-in)$/.test(known.kind))
    return { method: 'graph', models: [], answered: false, text: known.text, sources: [], confidence: 0 };
  const passages = collectPassages(screenplay, breakdown, 'speech');
  const asked = readQuestion(question);
  const scored = await scorePassages(passages, asked, question, graph, breakdown, encoder, signal);
  const models = encoder ? [encoder.id] : [];
  const best = scored[0];
  if (!best || best.confidence < threshold)
    return { method: 'retrieval', models, answered: false, text: NOT_TOLD, sources: [], confidence: best?.confidence ?? 0 };
  const { passage, confidence } = best;
  const text = passage.speaker === undefined ? `“${passage.text}”` : `${passage.speaker}: “${passage.text}”`;
  return { method: 'retrieval', models, answered: true, text, sources: [sourceOf(passage, breakdown)], confidence };
}

/** The graph's forms are narrow; what it says was right for most questions of the benchmark. */
const GRAPH_CONFIDENCE = 0.9;

/** A passage and how well it fits the question. */
export interface ScoredPassage {
  passage: Passage;
  /** 0 to 1. */
  confidence: number;
  /** What the confidence is made of. */
  parts: { coverage: number; kind: boolean; meaning?: number };
}

/** Passages by fit, the best first. */
export async function scorePassages(
  passages: readonly Passage[],
  asked: ReadQuestion,
  question: string,
  graph: KnowledgeGraph,
  breakdown: Breakdown,
  encoder: SentenceEncoder | undefined,
  signal: AbortSignal | undefined,
): Promise<ScoredPassage[]> {
  const namesByElement = participants(graph);
  const searched = passages.map((passage) => [
    ...passage.terms,
    ...(passage.speaker === undefined ? [] : contentTerms(passage.speaker)),
    ...(namesByElement.get(`${passage.element} ${passage.text}`) ?? []),
  ]);
  const index = createBm25Index(searched);
  const terms = [...new Set(asked.terms)];
  const total = terms.reduce((sum, term) => sum + index.weightOf(term), 0);
  // A name that the script never uses: whatever it says, it isn't about them.
  if (asked.names.some((name) => !index.has(name) && !headingsHave(breakdown, name))) return [];
  const bm25 = index.search(terms);
  const top = Math.max(...bm25, 1e-9);
  const meanings = encoder ? await meaningsOf(encoder, question, passages, breakdown, signal) : undefined;
  const questionTerms = new Set(terms);
  return passages
    .map((passage, i): ScoredPassage => {
      const own = new Set(searched[i]);
      const beside = neighbours(searched, passages, i);
      const weigh = (term: string): number =>
        index.weightOf(term) * Math.max(matchOf(term, own, passage, asked), beside.has(term) ? BESIDE : 0);
      const near = total === 0 ? 0 : terms.reduce((sum, term) => sum + weigh(term), 0) / total;
      const strangers = graph.entities.some(
        ({ kind, name }) => kind === 'person' && contentTerms(name).some((term) => own.has(term) && !questionTerms.has(term)),
      );
      const kind = holdsAnswer(asked.kind, passage.text, strangers);
      const meaning = meanings?.[i];
      const words = 0.75 * near + 0.1 * (bm25[i] / top) + (kind ? 0.15 : 0);
      const told = words * (kind ? 1 : 0.7);
      // Meaning fills a part of what the words leave open; it can't speak against them.
      const confidence = told + (meaning === undefined ? 0 : MEANING * Math.max(0, meaning) * (1 - told));
      return { passage, confidence, parts: { coverage: near, kind, ...(meaning === undefined ? {} : { meaning }) } };
    })
    .sort((a, b) => b.confidence - a.confidence);
}

/** Share of the open part that a passage of equal meaning fills. */
const MEANING = 0.5;

/** What a word counts that stands in the line before or after: "Nell stops at a stump. A paper is nailed to it." */
const BESIDE = 0.5;

function neighbours(searched: readonly (readonly string[])[], passages: readonly Passage[], at: number): Set<string> {
  const found = new Set<string>();
  for (const i of [at - 1, at + 1])
    if (passages[i]?.scene === passages[at].scene) for (const term of searched[i]) found.add(term);
  return found;
}

/** 1 for the word itself, less for a deed of the same kind or a kind of the thing, 0 for none. */
function matchOf(term: string, own: ReadonlySet<string>, passage: Passage, asked: ReadQuestion): number {
  if (own.has(term)) return 1;
  const verb = asked.verbs.find((lemma) => contentTerms(lemma).includes(term));
  for (const { lower, word } of tokenize(passage.text)) {
    if (!word) continue;
    const lemma = verb === undefined ? undefined : verbLemma(lower);
    if (verb !== undefined && lemma !== undefined && sameDeed(verb, lemma)) return 0.8;
    if (lower.length > 2 && isKindOf(lower.replace(/(?<=[^s])s$/, ''), term)) return 0.8;
  }
  return 0;
}

/** Who takes part in the events of a sentence, so that "She shoots him" is found for Clara and Ben. */
function participants(graph: KnowledgeGraph): Map<string, string[]> {
  const names = new Map(graph.entities.map(({ id, name }) => [id, contentTerms(name)]));
  const found = new Map<string, string[]>();
  for (const event of graph.events) {
    const key = `${event.element} ${event.quote}`;
    const own = found.get(key) ?? [];
    for (const id of [...event.agents, ...event.objects, ...event.recipients, ...event.attached.map(({ entity }) => entity)])
      for (const term of names.get(id) ?? []) if (!own.includes(term)) own.push(term);
    found.set(key, own);
  }
  return found;
}

function headingsHave(breakdown: Breakdown, term: string): boolean {
  return breakdown.scenes.some(({ heading }) => contentTerms(heading).includes(term));
}

async function meaningsOf(
  encoder: SentenceEncoder,
  question: string,
  passages: readonly Passage[],
  breakdown: Breakdown,
  signal: AbortSignal | undefined,
): Promise<number[]> {
  if (passages.length === 0) return [];
  const texts = passages.map(({ text, speaker }) => (speaker === undefined ? text : `${titleCase(speaker)}: ${text}`));
  const cached = vectors.get(encoder)?.get(breakdown);
  const embedded = cached ?? encoder.embed(texts, signal ? { signal } : {});
  if (!cached) {
    const own = vectors.get(encoder) ?? new WeakMap<Breakdown, Promise<Float32Array[]>>();
    vectors.set(encoder, own.set(breakdown, embedded));
    // A cancelled or failed run must not be what the next question gets.
    embedded.catch(() => own.delete(breakdown));
  }
  const [asked] = await encoder.embed([question], signal ? { signal } : {});
  return (await embedded).map((vector) => cosineSimilarity(asked, vector));
}

/** Vectors of scripts that were asked about, as long as encoder and breakdown live: a second question costs one sentence. */
const vectors = new WeakMap<SentenceEncoder, WeakMap<Breakdown, Promise<Float32Array[]>>>();

function titleCase(name: string): string {
  return name.toLowerCase().replace(/(?<!\p{L})\p{L}/gu, (letter) => letter.toUpperCase());
}

function sourcesOf(evidence: readonly Evidence[], breakdown: Breakdown): AnswerSource[] {
  const seen = new Set<string>();
  return evidence.flatMap((item) => {
    const key = `${item.span.start.offset} ${item.quote}`;
    if (seen.has(key)) return [];
    seen.add(key);
    return [sourceOf({ scene: item.scene, span: item.span, text: item.quote }, breakdown)];
  });
}

function sourceOf(passage: Pick<Passage, 'scene' | 'span' | 'text'> & { speaker?: string }, breakdown: Breakdown): AnswerSource {
  const scene = breakdown.scenes[passage.scene];
  return {
    scene: passage.scene,
    sceneNumber: scene.number,
    heading: scene.heading,
    line: passage.span.start.line,
    span: passage.span,
    quote: passage.text,
    ...(passage.speaker === undefined ? {} : { speaker: passage.speaker }),
  };
}
