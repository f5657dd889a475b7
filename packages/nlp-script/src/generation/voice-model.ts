/**
 * @file How one character talks, as a model of the words that follow each other: trigrams, bigrams and single words, interpolated by Witten
 * and Bell's method (1991), where a history that is followed by many different words leaves more to the shorter one. Small enough for the
 * few hundred lines that a character has.
 */
import type { Random } from '@filmai/core-tensor/random';
import { splitSentences, tokenize } from '../breakdown/tokens.js';

/** A character's way of talking. */
export interface VoiceModel {
  /** Sentences that it was made from. */
  sentences: number;
  /** Draws a sentence. */
  draw(random: Random): string[];
  /** Perplexity of a sentence by the model, per word, its end included; words that the character never says count as one of 10,000. */
  perplexity(words: readonly string[]): number;
}

const BEGIN = '';
const END = '\n';
/** Words of a sentence that is drawn, at most. */
const LONGEST = 28;
/** Words that a speaker of English may say besides those that were heard. */
const UNHEARD = 10_000;

/**
 * Makes a model of a voice.
 *
 * @param speeches - What the character says.
 */
export function createVoiceModel(speeches: readonly string[]): VoiceModel {
  const sentences = speeches
    .flatMap((speech) => splitSentences(speech).map(({ text }) => wordsOf(text)))
    .filter((words) => words.length > 0);
  // Followers of each history of two, one and no words.
  const counts = new Map<string, Map<string, number>>();
  for (const words of sentences) {
    const line = [BEGIN, BEGIN, ...words, END];
    for (let i = 2; i < line.length; i++) {
      for (const history of historiesOf(line[i - 2], line[i - 1])) {
        const followers = counts.get(history) ?? new Map<string, number>();
        counts.set(history, followers.set(line[i], (followers.get(line[i]) ?? 0) + 1));
      }
    }
  }
  const vocabulary = counts.get('0')?.size ?? 0;
  const probability = (word: string, histories: readonly string[]): number => {
    const [history, ...shorter] = histories;
    const rest = shorter.length > 0 ? probability(word, shorter) : 1 / (vocabulary + UNHEARD);
    const followers = counts.get(history);
    if (!followers) return rest;
    const total = totalOf(followers);
    return ((followers.get(word) ?? 0) + followers.size * rest) / (total + followers.size);
  };
  return {
    sentences: sentences.length,
    draw(random) {
      const words: string[] = [];
      let before: [string, string] = [BEGIN, BEGIN];
      while (words.length < LONGEST) {
        const next = drawFollower(counts, historiesOf(...before), random);
        if (next === END) break;
        words.push(next);
        before = [before[1], next];
      }
      return words;
    },
    perplexity(words) {
      const line = [BEGIN, BEGIN, ...words, END];
      let logs = 0;
      for (let i = 2; i < line.length; i++) logs += Math.log(probability(line[i], historiesOf(line[i - 2], line[i - 1])));
      return Math.exp(-logs / (line.length - 2));
    },
  };
}

/** Words and marks; what was written together is kept together. */
export function wordsOf(sentence: string): string[] {
  return tokenize(sentence).map(({ text }) => text);
}

/** Writes words as a sentence: no space before a mark, a capital in front. */
export function joinWords(words: readonly string[]): string {
  const text = words
    .join(' ')
    .replace(/ ([.,;:!?…)\]%]|\.{3}|['’]\p{L})/gu, '$1')
    .replace(/([([¿¡]) /g, '$1');
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** Chooses how much history to go by as Witten and Bell weigh it, then a follower of that history. */
function drawFollower(counts: ReadonlyMap<string, Map<string, number>>, histories: readonly string[], random: Random): string {
  for (const [i, history] of histories.entries()) {
    const followers = counts.get(history);
    if (!followers) continue;
    const total = totalOf(followers);
    const shortest = i === histories.length - 1;
    if (!shortest && !random.chance(total / (total + followers.size))) continue;
    let left = random.next() * total;
    for (const [word, count] of followers) {
      left -= count;
      if (left < 0) return word;
    }
  }
  return END;
}

function historiesOf(first: string, second: string): string[] {
  return [`2 ${first} ${second}`, `1 ${second}`, '0'];
}

function totalOf(followers: ReadonlyMap<string, number>): number {
  let total = 0;
  for (const count of followers.values()) total += count;
  return total;
}
