/** @file Degree words taken out of a sentence, so that a model that reads it as a whole can be told what they add. */
import type { Token } from '../breakdown/tokens.js';
import { baseForms, tokenize } from '../breakdown/tokens.js';
import { BOOSTERS, lookUp } from './lexicon.js';

/** A sentence without its degree words. */
export interface PlainSentence {
  text: string;
  /** Sum of what they add: above 0 for "very", below 0 for "slightly". */
  degree: number;
}

/** Words that also join clauses or compare: they stay. */
const KEPT = new Set([
  'so',
  'more',
  'most',
  'less',
  'least',
  'much',
  'too',
  'all',
  'just',
  'almost',
  'kind',
  'sort',
  'hardly',
  'barely',
  'scarcely',
]);
/** Degrees only in front of a word of feeling. */
const AMBIGUOUS = new Set([
  'bloody',
  'damn',
  'little',
  'such',
  'even',
  'quite',
  'rather',
  'fully',
  'friggin',
  'frigging',
  'freaking',
]);
/** What one degree more adds to the log odds of a sentence that is as sure as the other one. */
const STEP = 0.6;

/**
 * Takes degree words in front of other words out of a text.
 *
 * @param text - A sentence.
 * @returns The rest with their sum, or `undefined` where there is none.
 */
export function withoutDegrees(text: string): PlainSentence | undefined {
  const tokens = tokenize(text);
  let degree = 0;
  let plain = '';
  let from = 0;
  for (const [i, token] of tokens.entries()) {
    const weight = degreeOf(tokens, i);
    if (weight === undefined) continue;
    degree += weight;
    plain += text.slice(from, token.start);
    from = tokens[i + 1].start;
    // "an incredibly good film" is "a good film".
    plain = plain.replace(/\b(a)n?(\s+)$/i, /^[aeiou]/i.test(tokens[i + 1].text) ? '$1n$2' : '$1$2');
  }
  return from === 0 ? undefined : { text: plain + text.slice(from), degree };
}

/**
 * Valence of a sentence that has degree words, so that it is never weaker with "very" than without, nor stronger with "slightly". Where both
 * readings disagree on good and bad, the whole sentence is right.
 *
 * @param whole - Valence of the sentence, −1 to 1.
 * @param plain - Valence without its degree words.
 * @param degree - Their sum.
 */
export function applyDegree(whole: number, plain: number, degree: number): number {
  if (Math.sign(whole) !== Math.sign(plain) || degree === 0) return whole;
  const odds = Math.abs(logOdds(plain)) * (1 + STEP * degree);
  const own = Math.abs(logOdds(whole));
  const strength = degree > 0 ? Math.max(own, odds) : Math.min(own, Math.max(0, odds));
  return Math.sign(whole) * Math.tanh(strength / 2);
}

/** Of a valence 2p − 1; kept finite. */
function logOdds(valence: number): number {
  return 2 * Math.atanh(Math.max(-0.999_999, Math.min(0.999_999, valence)));
}

function degreeOf(tokens: readonly Token[], at: number): number | undefined {
  const { lower } = tokens[at];
  const next = tokens[at + 1];
  if (!next?.word || KEPT.has(lower)) return undefined;
  // "bloody good" is a degree, "a bloody shirt" isn't.
  const feels = lookUp(next.lower, baseForms(next.lower)) !== undefined;
  return AMBIGUOUS.has(lower) && !feels ? undefined : BOOSTERS.get(lower);
}
