/**
 * @file The feeling of a text by lexicon and five rules: punctuation, capitals, degree words, negation, and "but". The method and
 * its constants follow C. Hutto, E. Gilbert, "VADER: A Parsimonious Rule-based Model for Sentiment Analysis of Social Media
 * Text", ICWSM 2014; lexicon, arousal and emotions are this package's own.
 */
import type { Token } from '../breakdown/tokens.js';
import { baseForms, tokenize } from '../breakdown/tokens.js';
import type { BasicEmotion, EmotionEntry } from './lexicon.js';
import { BASIC_EMOTIONS, BOOSTERS, lookUp, NEGATIONS } from './lexicon.js';

/** How a feeling was measured: by words and rules, by heads on a sentence encoder, or by a transformer. */
export type EmotionMethod = 'lexicon' | 'embedding' | 'transformers';

/** Feeling of a stretch of text. */
export interface Emotion {
  /** How it was measured. */
  method: EmotionMethod;
  /** The model that measured it; absent for the lexicon. */
  model?: string;
  /** −1 (bad) to 1 (good). */
  valence: number;
  /** 0 (still) to 1 (excited). Words without feeling lie at 0.2. */
  arousal: number;
  /** Strength of each basic emotion, 0 to 1. */
  emotions: Record<BasicEmotion, number>;
  /** The words that it rests on; none where the method reads a sentence as a whole. */
  hits: EmotionHit[];
}

/** A word that counted. */
export interface EmotionHit {
  text: string;
  /** Offsets in the text. */
  start: number;
  end: number;
  /** −4 to 4 and beyond, after degree words, capitals, negation and "but". */
  valence: number;
  negated: boolean;
}

const CAPITALS_WEIGHT = 0.73;
const NEGATION_FACTOR = -0.74;
const EXCLAMATION_WEIGHT = 0.29;
/** A degree word counts less the farther away it stands. */
const BOOSTER_DISTANCE = [1, 0.95, 0.9];
/** Pulls sums into −1 … 1: s / √(s² + 15). */
const NORMALIZER = 15;
/** Arousal of a text that says nothing of it. */
const REST_AROUSAL = 0.2;

const OPPOSITE: Partial<Record<BasicEmotion, BasicEmotion>> = {
  joy: 'sadness',
  trust: 'disgust',
  sadness: 'joy',
  fear: 'trust',
  anger: 'trust',
  disgust: 'trust',
};

/**
 * Measures one text. Use `measureEmotion` from outside.
 *
 * @param text - Any length; sentences are summed.
 */
export function measureText(text: string): Emotion {
  const tokens = tokenizeFeeling(text);
  const shouting = isMixedCase(tokens);
  const turn = tokens.findLastIndex((token) => token.lower === 'but' || token.lower === 'however');
  const emotions = Object.fromEntries(BASIC_EMOTIONS.map((emotion) => [emotion, 0])) as Record<BasicEmotion, number>;
  const hits: EmotionHit[] = [];
  let sum = 0;
  let arousalSum = 0;
  let arousalMost = 0;
  for (const [i, token] of tokens.entries()) {
    const entry = entryAt(tokens, i);
    if (!entry) continue;
    const { valence, negated } = weigh(tokens, i, entry, shouting);
    const weight = turn < 0 || i === turn ? 1 : i < turn ? 0.5 : 1.5;
    sum += valence * weight;
    const arousal = Math.min(1, entry.arousal + (shouting && token.capitals ? 0.2 : 0) + 0.25 * boostBefore(tokens, i));
    arousalSum += arousal;
    arousalMost = Math.max(arousalMost, arousal);
    for (const emotion of entry.emotions) {
      const target = negated ? OPPOSITE[emotion] : emotion;
      if (target) emotions[target] += (Math.abs(entry.valence) / 4 + 0.25) * weight * (negated ? 0.4 : 1);
    }
    hits.push({ text: token.text, start: token.start, end: token.end, valence: valence * weight, negated });
  }
  const marks = punctuationWeight(text);
  if (sum !== 0) sum += Math.sign(sum) * marks.valence;
  const mean = hits.length === 0 ? REST_AROUSAL : (arousalMost + arousalSum / hits.length) / 2;
  for (const emotion of BASIC_EMOTIONS) emotions[emotion] = emotions[emotion] / (emotions[emotion] + 1.2);
  return {
    method: 'lexicon',
    valence: sum / Math.sqrt(sum * sum + NORMALIZER),
    arousal: Math.min(1, Math.max(0, mean + marks.arousal)),
    emotions,
    hits,
  };
}

/** Emoticons stay whole; everything else as words and marks. */
function tokenizeFeeling(text: string): Token[] {
  const tokens = tokenize(text);
  const emoticons = [...text.matchAll(/(?<=^|\s)(?:[:;]['-]?[()dDpP/]|<3|[xX]D)(?=$|[\s.,!?])/g)];
  if (emoticons.length === 0) return tokens;
  const inside = (token: Token): boolean =>
    emoticons.some((match) => token.start >= match.index && token.start < match.index + match[0].length);
  const whole = emoticons.map((match): Token => ({
    text: match[0],
    lower: match[0].toLowerCase(),
    start: match.index,
    end: match.index + match[0].length,
    word: true,
    capitals: false,
  }));
  return [...tokens.filter((token) => !inside(token)), ...whole].sort((a, b) => a.start - b.start);
}

function entryAt(tokens: readonly Token[], at: number): EmotionEntry | undefined {
  const token = tokens[at];
  if (!token.word || token.lower === 'his' || NEGATIONS.has(token.lower) || (BOOSTERS.has(token.lower) && lookAhead(tokens, at)))
    return undefined;
  const next = tokens[at + 1]?.lower;
  if (token.lower === 'kind' && next === 'of') return undefined;
  if (token.lower === 'like' && !isVerbLike(tokens, at)) return undefined;
  if (token.lower === 'well' && (next === ',' || next === undefined)) return undefined;
  if (token.lower === 'least' || (token.lower === 'right' && next === 'here')) return undefined;
  return lookUp(token.lower, baseForms(token.lower));
}

/** "awfully good": a degree word before a word of feeling has none of its own. */
function lookAhead(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  return next?.word && lookUp(next.lower, baseForms(next.lower)) !== undefined;
}

function isVerbLike(tokens: readonly Token[], at: number): boolean {
  return /^(?:i|we|you|they|to|people|don't|really|who|would|didn't)$/.test(tokens[at - 1]?.lower ?? '');
}

function weigh(
  tokens: readonly Token[],
  at: number,
  entry: EmotionEntry,
  shouting: boolean,
): { valence: number; negated: boolean } {
  const sign = Math.sign(entry.valence);
  let valence = entry.valence;
  if (shouting && tokens[at].capitals) valence += sign * CAPITALS_WEIGHT;
  valence += sign * boostBefore(tokens, at, shouting);
  const negated = isNegated(tokens, at);
  return { valence: negated ? valence * NEGATION_FACTOR : valence, negated };
}

function boostBefore(tokens: readonly Token[], at: number, shouting = false): number {
  let boost = 0;
  let distance = 0;
  for (let i = at - 1; i >= 0 && distance < 3; i--) {
    const token = tokens[i];
    if (!token.word) break;
    const pair = `${tokens[i - 1]?.lower ?? ''}_${token.lower}`;
    const weight = BOOSTERS.get(pair) ?? BOOSTERS.get(token.lower);
    if (weight !== undefined)
      boost += (weight + (shouting && token.capitals ? Math.sign(weight) * CAPITALS_WEIGHT : 0)) * BOOSTER_DISTANCE[distance];
    distance++;
  }
  return boost;
}

/** A negation up to three words before; "no" and "nor" reach through a list with commas ("not smart, handsome, nor funny"). */
function isNegated(tokens: readonly Token[], at: number): boolean {
  let words = 0;
  let list = false;
  for (let i = at - 1; i >= 0 && words < 4; i--) {
    const token = tokens[i];
    if (/^[.!?;:]$/.test(token.text)) return false;
    if (token.lower === 'but') return false;
    if (token.text === ',') {
      list = true;
      continue;
    }
    if (!token.word) continue;
    if (token.lower === 'least' && tokens[i - 1]?.lower === 'at') return false;
    if (token.lower === 'least') return true;
    if (NEGATIONS.has(token.lower))
      return (
        !(list && /^(?:no|nothing|nobody|none)$/.test(token.lower)) &&
        !(token.lower === 'never' && /^(?:so|this)$/.test(tokens[i + 1]?.lower ?? ''))
      );
    words++;
    if (words >= 3 && !list) return false;
  }
  return false;
}

/** Capitals shout only where the rest doesn't. */
function isMixedCase(tokens: readonly Token[]): boolean {
  const words = tokens.filter((token) => token.word && /\p{L}{2}/u.test(token.text));
  const capitals = words.filter((token) => token.capitals).length;
  return capitals > 0 && capitals < words.length;
}

function punctuationWeight(text: string): { valence: number; arousal: number } {
  const exclamations = Math.min(4, text.match(/!/g)?.length ?? 0);
  const questions = text.match(/\?/g)?.length ?? 0;
  const asking = questions > 1 ? Math.min(0.96, questions * 0.18) : 0;
  return { valence: exclamations * EXCLAMATION_WEIGHT + asking, arousal: Math.min(0.35, exclamations * 0.12 + asking * 0.15) };
}
