/**
 * @file What people decide about findings: accept, reject, or change the words; kept apart from the script, found again in later drafts,
 * merged where several people review the same one.
 */
import { NlpScriptError } from '../screenplay/error.js';
import type { Screenplay, Span } from '../screenplay/screenplay.js';
import { anchorOf, findAnchor } from './anchor.js';
import type { Anchor } from './anchor.js';
import type { Finding } from './finding.js';
import { createReadingText } from './reading-text.js';

/** `accepted`: the finding is right. `rejected`: it is not. `changed`: it is right, and these are the words to put there. */
export type Verdict = 'accepted' | 'rejected' | 'changed';

/** What one person decided about one finding. Plain JSON. */
export interface Decision {
  /** Id of the finding. */
  finding: string;
  /** Its rule and message, so that the file can be read alone. */
  rule: string;
  message: string;
  verdict: Verdict;
  /** The new words of the place; with `changed` alone. Empty takes the place out. */
  replacement?: string;
  note?: string;
  /** Who decided. */
  author: string;
  /** When: ISO 8601 in UTC. */
  at: string;
  /** Where, by its words. */
  anchor: Anchor;
}

/** All decisions about one script. Plain JSON, kept beside it as `<script>.review.json`. */
export interface Review {
  schema: 'filmai-review';
  version: 1;
  decisions: Decision[];
}

/** A decision to be recorded. */
export interface DecisionDraft {
  verdict: Verdict;
  replacement?: string;
  note?: string;
  author: string;
  /** Default now. */
  at?: Date;
}

/** Begins a review in which nothing is decided. */
export function createReview(): Review {
  return { schema: 'filmai-review', version: 1, decisions: [] };
}

/**
 * Records what a person decides about a finding. An earlier decision of the same person about it is replaced; those of others stay.
 *
 * @param review - The review so far; it is not changed.
 * @param screenplay - The script that the finding is of.
 * @param finding - The finding.
 * @param decision - See {@link DecisionDraft}.
 * @returns The review with the decision.
 * @throws TypeError where the author is missing or the verdict unknown; RangeError where `changed` has no replacement or another verdict has one.
 * @example
 * ```ts
 * import { createFindings, createReview, decide } from '@filmai/nlp-script/findings';
 * import { parseFountain } from '@filmai/nlp-script/fountain';
 *
 * const { screenplay } = parseFountain('INT. HALL - DAY\n\nThe lamp is lit.\n');
 * const { span } = screenplay.elements[1];
 * const [finding] = createFindings(screenplay, [{ rule: 'house/lamp', severity: 'note', message: 'A lamp.', reason: 'Dear.', span }]);
 * const review = decide(createReview(), screenplay, finding, { verdict: 'rejected', author: 'Ada', note: 'We have one.' });
 * console.log(review.decisions[0].anchor.heading); // INT. HALL - DAY
 * ```
 */
export function decide(review: Review, screenplay: Screenplay, finding: Finding, decision: DecisionDraft): Review {
  const { verdict, replacement, note, author, at = new Date() } = decision;
  if (typeof author !== 'string' || author.trim() === '') throw new TypeError('decide: a decision needs its author, a name');
  if (verdict !== 'accepted' && verdict !== 'rejected' && verdict !== 'changed')
    throw new TypeError(`decide: verdict is ${JSON.stringify(verdict)}; expected 'accepted', 'rejected' or 'changed'`);
  if ((verdict === 'changed') !== (typeof replacement === 'string'))
    throw new RangeError(`decide: a replacement belongs to the verdict 'changed' and to no other; the verdict is '${verdict}'`);
  const made: Decision = {
    finding: finding.id,
    rule: finding.rule,
    message: finding.message,
    verdict,
    ...(replacement === undefined ? {} : { replacement }),
    ...(note === undefined ? {} : { note }),
    author,
    at: at.toISOString(),
    anchor: anchorOf(createReadingText(screenplay), finding),
  };
  return { ...review, decisions: [...review.decisions.filter((other) => keyOf(other) !== keyOf(made)), made] };
}

/** A finding on which two people disagree. */
export interface ReviewConflict {
  finding: string;
  decisions: Decision[];
}

/**
 * Merges the reviews of several people. Of two decisions of one person about one finding the later counts; decisions of different
 * people all stay, and where they disagree the finding is named.
 *
 * @param reviews - Any number.
 * @returns The merged review, in the order of time, and the conflicts. The order of the arguments makes no difference.
 * @example
 * ```ts
 * import { createReview, mergeReviews } from '@filmai/nlp-script/findings';
 *
 * mergeReviews(createReview(), createReview()).conflicts.length; // 0
 * ```
 */
export function mergeReviews(...reviews: readonly Review[]): { review: Review; conflicts: ReviewConflict[] } {
  const byKey = new Map<string, Decision>();
  for (const decision of reviews.flatMap(({ decisions }) => decisions)) {
    const known = byKey.get(keyOf(decision));
    if (!known || order(known, decision) < 0) byKey.set(keyOf(decision), decision);
  }
  const decisions = [...byKey.values()].sort(order);
  const byFinding = new Map<string, Decision[]>();
  for (const decision of decisions) byFinding.set(decision.finding, [...(byFinding.get(decision.finding) ?? []), decision]);
  const conflicts = [...byFinding]
    .filter(([, own]) => agreementOf(own) === 'disputed')
    .map(([finding, own]) => ({ finding, decisions: own }));
  return { review: { ...createReview(), decisions }, conflicts };
}

/** A decision and where it belongs in the present draft. */
export interface PlacedDecision {
  decision: Decision;
  /** `exact`: its words stand there. `fuzzy`: changed words. `orphaned`: they are gone; the decision is kept and has no place. */
  state: 'exact' | 'fuzzy' | 'orphaned';
  /** 0 to 1. */
  similarity: number;
  span?: Span;
  scene?: number;
  /** The words that stand there now. */
  quote?: string;
  /** Offsets in the reading text, for what is built on this. */
  range?: { start: number; end: number };
}

/** How decisions are found again. */
export interface PlaceOptions {
  /** Least similarity of changed words, 0 to 1: one minus the edits over the length of the quote, and up to 0.15 more where
   * the words around it are as they were. Default 0.65. */
  leastSimilarity?: number;
}

/**
 * Finds the place of every decision in a (later) draft of the script: the exact words, else similar ones in the same scene.
 *
 * @param screenplay - The present draft.
 * @param review - The decisions.
 * @param options - See {@link PlaceOptions}.
 * @returns One entry for every decision, in the order of the review: none is ever dropped.
 * @throws RangeError on an option out of range.
 * @example
 * ```ts
 * import { createReview, placeDecisions } from '@filmai/nlp-script/findings';
 * import { parseFountain } from '@filmai/nlp-script/fountain';
 *
 * placeDecisions(parseFountain('INT. HALL - DAY\n\nDust.\n').screenplay, createReview()).length; // 0
 * ```
 */
export function placeDecisions(screenplay: Screenplay, review: Review, options: PlaceOptions = {}): PlacedDecision[] {
  const { leastSimilarity = 0.65 } = options;
  if (!(leastSimilarity >= 0 && leastSimilarity <= 1))
    throw new RangeError(`placeDecisions: leastSimilarity is ${leastSimilarity}; expected a number from 0 to 1`);
  const text = createReadingText(screenplay);
  return checkReview(review).decisions.map((decision): PlacedDecision => {
    const match = findAnchor(text, decision.anchor, leastSimilarity);
    if (!match) return { decision, state: 'orphaned', similarity: 0 };
    const { start, end, scene, how, similarity } = match;
    return {
      decision,
      state: how,
      similarity,
      span: text.spanAt(start, end),
      ...(scene === undefined ? {} : { scene }),
      quote: text.text.slice(start, end),
      range: { start, end },
    };
  });
}

/**
 * What several people say together. `open`: nobody decided. `disputed`: one rejects what another accepts or changes, or two want different
 * words. `changed`: one has better words, the others accept the finding.
 */
export type Agreement = 'open' | Verdict | 'disputed';

/** What decisions about one finding come to. */
export function agreementOf(decisions: readonly Pick<Decision, 'verdict' | 'replacement'>[]): Agreement {
  const verdicts = new Set(decisions.map(({ verdict }) => verdict));
  const words = new Set(decisions.filter(({ verdict }) => verdict === 'changed').map(({ replacement }) => replacement));
  if (verdicts.size === 0) return 'open';
  if ((verdicts.has('rejected') && verdicts.size > 1) || words.size > 1) return 'disputed';
  return verdicts.has('changed') ? 'changed' : [...verdicts][0];
}

/** A finding with what was decided about it. */
export interface ReviewedFinding {
  finding: Finding;
  status: Agreement;
  decisions: Decision[];
}

/**
 * Puts findings and decisions together: by id, and where a draft changed the words or the heading, by rule and place.
 *
 * @param findings - What the analyses say about the present draft.
 * @param placed - The decisions in the present draft, from {@link placeDecisions}.
 * @returns Every finding with its status, and the decisions that belong to none: what they were about is gone or no longer found.
 * @example
 * ```ts
 * import { matchDecisions } from '@filmai/nlp-script/findings';
 *
 * matchDecisions([], []).left.length; // 0
 * ```
 */
export function matchDecisions(
  findings: readonly Finding[],
  placed: readonly PlacedDecision[],
): { findings: ReviewedFinding[]; left: PlacedDecision[] } {
  const used = new Set<PlacedDecision>();
  const ids = new Set(findings.map(({ id }) => id));
  const reviewed = findings.map((finding): ReviewedFinding => {
    const own = placed.filter(
      (entry) =>
        entry.decision.finding === finding.id ||
        (!ids.has(entry.decision.finding) &&
          entry.decision.rule === finding.rule &&
          entry.span &&
          overlaps(entry.span, finding.span)),
    );
    for (const entry of own) used.add(entry);
    const decisions = own.map(({ decision }) => decision);
    return { finding, status: agreementOf(decisions), decisions };
  });
  return { findings: reviewed, left: placed.filter((entry) => !used.has(entry)) };
}

/** Checks what was read from outside. @throws NlpScriptError `BAD_REVIEW` where it is no review, or one of a later version. */
export function checkReview(value: unknown, where = 'the review'): Review {
  const bad = (expected: string, got: unknown): NlpScriptError =>
    new NlpScriptError('BAD_REVIEW', `${where}: expected ${expected}, got ${JSON.stringify(got)?.slice(0, 80)}`, {
      remedy: 'Take a file that writeReview wrote, or correct what was edited by hand.',
    });
  const review = value as Review;
  if (typeof review !== 'object' || review === null || review.schema !== 'filmai-review')
    throw bad("schema 'filmai-review'", value);
  if (review.version !== 1) throw bad('version 1', review.version);
  if (!Array.isArray(review.decisions)) throw bad('a list of decisions', review.decisions);
  for (const [i, decision] of review.decisions.entries()) {
    const texts = [
      decision?.finding,
      decision?.rule,
      decision?.author,
      decision?.at,
      decision?.anchor?.quote,
      decision?.anchor?.heading,
    ];
    if (texts.some((text) => typeof text !== 'string') || !/^(?:accepted|rejected|changed)$/.test(decision.verdict))
      throw bad(`decision ${i} with finding, rule, verdict, author, at and anchor`, decision);
    if (Number.isNaN(Date.parse(decision.at))) throw bad(`decision ${i} with a time in ISO 8601`, decision.at);
    if (decision.verdict === 'changed' && typeof decision.replacement !== 'string')
      throw bad(`decision ${i} with a replacement`, decision.replacement);
  }
  return review;
}

function keyOf({ finding, author }: Decision): string {
  return `${finding}\n${author}`;
}

/** By time; what was decided at the same instant by name and content, so that merging has one result. */
function order(a: Decision, b: Decision): number {
  const times = Date.parse(a.at) - Date.parse(b.at);
  if (times !== 0) return times;
  const [left, right] = [JSON.stringify(a), JSON.stringify(b)];
  return left < right ? -1 : left > right ? 1 : 0;
}

function overlaps(a: Span, b: Span): boolean {
  return a.start.offset < b.end.offset && b.start.offset < a.end.offset;
}
