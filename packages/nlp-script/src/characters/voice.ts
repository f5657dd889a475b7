/** @file How each character talks: how much, how long, how rich, in what rhythm, with what feeling, and in which words of their own. */
import type { Breakdown } from '../breakdown/breakdown.js';
import { nameTableOf } from '../breakdown/name-table.js';
import { baseForms, splitSentences, tokenize } from '../breakdown/tokens.js';
import type { Speech } from '../breakdown/scenes.js';
import type { BasicEmotion } from '../emotion/lexicon.js';
import { BASIC_EMOTIONS } from '../emotion/lexicon.js';
import { measureEmotion } from '../emotion/script-emotion.js';
import type { DistinctiveWord } from './distinctive-words.js';
import { findDistinctiveWords } from './distinctive-words.js';
import { measureLexicalDiversity } from './lexical-diversity.js';

/** How one character talks. Plain JSON. */
export interface VoiceProfile {
  character: string;
  /** Feeling is measured with the lexicon; everything else is counted. */
  method: 'counts+lexicon';
  speeches: number;
  words: number;
  /** Share of all spoken words, 0 to 1. */
  share: number;
  /** Words a speech: mean and standard deviation. */
  speechLength: { mean: number; deviation: number };
  /** Words a sentence: mean and standard deviation. The deviation is the rhythm: near 0 where every sentence is as long as the last. */
  sentenceLength: { mean: number; deviation: number };
  /** Letters a word. */
  wordLength: number;
  /** Vocabulary: different words, and MTLD, which doesn't grow with length; absent below 50 words. */
  vocabulary: { words: number; mtld?: number };
  /** Shares of sentences, 0 to 1: that ask, that exclaim, that break off. */
  questions: number;
  exclamations: number;
  brokenOff: number;
  /** Contractions ("don't", "I'm") a hundred words. */
  contractions: number;
  /** "I", "me", "my" and "you", "your" a hundred words. */
  firstPerson: number;
  secondPerson: number;
  /** From their own lines: −1 to 1, 0 to 1, and the strength of each basic emotion, 0 to 1. */
  feeling: { valence: number; arousal: number; emotions: Record<BasicEmotion, number> };
  /** Words that set them apart from everybody else in the script. */
  distinctiveWords: DistinctiveWord[];
}

/** Options of {@link profileVoices}. */
export interface VoiceOptions {
  /** Most words in {@link VoiceProfile.distinctiveWords}, 0 to 100. Default 10. */
  distinctiveWords?: number;
  /** Speakers with fewer words are left out. Default 1. */
  minWords?: number;
}

/**
 * Profiles the voice of each speaking character.
 *
 * @param breakdown - The breakdown of the script.
 * @param options - See {@link VoiceOptions}.
 * @returns The most talkative first. Contractions, persons and feeling are English; in other languages they are 0.
 * @throws RangeError on an option out of range.
 * @example
 * ```ts
 * import { breakDown } from '@filmai/nlp-script/breakdown';
 * import { profileVoices } from '@filmai/nlp-script/characters';
 * import { parseFountain } from '@filmai/nlp-script/fountain';
 *
 * const { screenplay } = parseFountain('INT. HALL - DAY\n\nMARA\nWho is there? Who?\n\nTEO\nNobody.\n');
 * const [mara] = profileVoices(breakDown(screenplay));
 * console.log(mara.character, mara.questions); // MARA 1
 * ```
 */
export function profileVoices(breakdown: Breakdown, options: VoiceOptions = {}): VoiceProfile[] {
  const limit = options.distinctiveWords ?? 10;
  const minWords = options.minWords ?? 1;
  if (!(Number.isInteger(limit) && limit >= 0 && limit <= 100))
    throw new RangeError(`distinctiveWords is ${limit}; expected a whole number from 0 to 100.`);
  if (!(minWords >= 0)) throw new RangeError(`minWords is ${minWords}; expected 0 or more.`);
  const speeches = breakdown.scenes.flatMap((scene) => scene.speeches);
  const table = nameTableOf(breakdown.characters, speeches);
  const byCharacter = new Map<string, Speech[]>();
  for (const [i, speech] of speeches.entries())
    for (const name of table.speakers[i]) byCharacter.set(name, [...(byCharacter.get(name) ?? []), speech]);
  const lists = new Map([...byCharacter].map(([name, own]) => [name, wordsOf(own)]));
  const isNameWord = (word: string): boolean => table.words.has(word);
  const all = countForms([...lists.values()].flat(), isNameWord);
  const total = [...lists.values()].reduce((sum, list) => sum + list.length, 0);
  return [...byCharacter]
    .map(([character, own]) => {
      const words = lists.get(character)!;
      const profile = describe(character, own, words, total);
      return { ...profile, distinctiveWords: findDistinctiveWords(countForms(words, isNameWord), all, limit) };
    })
    .filter(({ words }) => words >= minWords)
    .sort((a, b) => b.words - a.words || (a.character < b.character ? -1 : 1));
}

function describe(
  character: string,
  speeches: readonly Speech[],
  words: readonly string[],
  total: number,
): Omit<VoiceProfile, 'distinctiveWords'> {
  const sentences = speeches.flatMap((speech) => splitSentences(speech.text).map(({ text }) => text));
  const share = (test: RegExp): number => ratio(sentences.filter((sentence) => test.test(sentence)).length, sentences.length);
  const perHundred = (test: RegExp): number => 100 * ratio(words.filter((word) => test.test(word)).length, words.length);
  const mtld = measureLexicalDiversity(words);
  return {
    character,
    method: 'counts+lexicon',
    speeches: speeches.length,
    words: words.length,
    share: ratio(words.length, total),
    speechLength: spread(speeches.map((speech) => wordsOf([speech]).length)),
    sentenceLength: spread(sentences.map((sentence) => wordTokens(sentence).length)),
    wordLength: ratio(
      words.reduce((sum, word) => sum + [...word].length, 0),
      words.length,
    ),
    vocabulary: { words: new Set(words).size, ...(mtld === undefined ? {} : { mtld }) },
    questions: share(/[?？]["”’')\]]*$/),
    exclamations: share(/[!！]["”’')\]]*$/),
    brokenOff: share(/(?:\.{3}|…|--|[—–])["”’')\]]*$/),
    contractions: perHundred(/^\p{L}+'(?:t|s|re|ve|ll|d|m)$/u),
    firstPerson: perHundred(/^(?:i|i'm|i've|i'll|i'd|me|my|mine|myself)$/),
    secondPerson: perHundred(/^(?:you|you're|you've|you'll|you'd|your|yours|yourself)$/),
    feeling: feelingOf(speeches),
  };
}

/** The mean over speeches by their length: one long speech counts as much as many short ones of as many words. */
function feelingOf(speeches: readonly Speech[]): VoiceProfile['feeling'] {
  const emotions = Object.fromEntries(BASIC_EMOTIONS.map((emotion) => [emotion, 0])) as Record<BasicEmotion, number>;
  let valence = 0;
  let arousal = 0;
  const total = speeches.reduce((sum, { words }) => sum + words, 0);
  for (const { text, words } of speeches) {
    const measured = measureEmotion(text);
    const weight = ratio(words, total);
    valence += measured.valence * weight;
    arousal += measured.arousal * weight;
    for (const emotion of BASIC_EMOTIONS) emotions[emotion] += measured.emotions[emotion] * weight;
  }
  return { valence, arousal, emotions };
}

function wordsOf(speeches: readonly Speech[]): string[] {
  return speeches.flatMap(({ text }) => wordTokens(text));
}

function wordTokens(text: string): string[] {
  return tokenize(text).flatMap(({ word, lower }) => (word ? [lower] : []));
}

/** Names are left out: whom somebody talks about is no way of talking. */
function countForms(words: readonly string[], isNameWord: (word: string) => boolean): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) {
    if (isNameWord(word.replace(/'s$/, ''))) continue;
    const form = word.includes("'") ? word : baseForms(word)[0];
    counts.set(form, (counts.get(form) ?? 0) + 1);
  }
  return counts;
}

function spread(values: readonly number[]): { mean: number; deviation: number } {
  const mean = ratio(
    values.reduce((sum, value) => sum + value, 0),
    values.length,
  );
  const variance = ratio(
    values.reduce((sum, value) => sum + (value - mean) ** 2, 0),
    values.length,
  );
  return { mean, deviation: Math.sqrt(variance) };
}

function ratio(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}
