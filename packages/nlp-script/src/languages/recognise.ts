/**
 * @file Which language a line is in: by its letters where a language has letters of its own, else by little words and by how probable its
 * letters follow one another (W. Cavnar, J. Trenkle, "N-Gram-Based Text Categorization", 1994), learned from lists of little words.
 */
import { FUNCTION_WORDS } from './function-words.js';
import type { LatinLanguage } from './function-words.js';
import { splitWords } from './words.js';

/** Languages that are recognised, in ISO 639-1; `und` where it can't be told. */
export type LanguageCode = LatinLanguage | 'zh' | 'ja' | 'ko' | 'ru' | 'und';

/** A language with how sure it is. */
export interface RecognisedLanguage {
  method: 'letters' | 'words';
  language: LanguageCode;
  /** 0 to 1; below 0.6 the language is `und`. */
  confidence: number;
}

const LANGUAGES = Object.keys(FUNCTION_WORDS) as LatinLanguage[];
/** Below this nothing is said. */
const SURE = 0.6;
/** Units of a text that are looked at. */
const LONGEST = 4000;
/** A little word of a language speaks for it as much as this many letters in a row. */
const WORD_WEIGHT = 1.8;
const TRIGRAM_WEIGHT = 0.35;
/** Added to every count, so that what was never seen isn't impossible. */
const SMOOTHING = 0.4;

/**
 * Recognises the language of a text.
 *
 * English, French, German, Spanish, Italian, Portuguese and Dutch by words; Chinese, Japanese, Korean and Russian by letters. Names alone,
 * single short words, and other languages in Latin letters are mostly `und`, though a near relative may be taken for one of these
 * (Catalan for Spanish, Ukrainian for Russian).
 *
 * @param text - A line or more; the first 4,000 characters count.
 * @throws TypeError where it is no text.
 * @example
 * ```ts
 * import { recogniseLanguage } from '@filmai/nlp-script/languages';
 *
 * recogniseLanguage('Ich weiß nicht, was du meinst.').language; // 'de'
 * recogniseLanguage('我不知道。').language; // 'zh'
 * recogniseLanguage('Maria!').language; // 'und'
 * ```
 */
export function recogniseLanguage(text: string): RecognisedLanguage {
  if (typeof text !== 'string') throw new TypeError('recogniseLanguage takes a text.');
  const sample = text.slice(0, LONGEST);
  return byLetters(sample) ?? byWords(sample);
}

function byLetters(text: string): RecognisedLanguage | undefined {
  const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0;
  const letters = count(/\p{L}/gu);
  if (letters === 0) return { method: 'letters', language: 'und', confidence: 0 };
  const kana = count(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu);
  const han = count(/\p{Script=Han}/gu);
  const hangul = count(/\p{Script=Hangul}/gu);
  const cyrillic = count(/\p{Script=Cyrillic}/gu);
  const latin = count(/\p{Script=Latin}/gu);
  const confidence = (own: number): number => own / letters;
  // A Han character says about as much as three Latin letters.
  if (3 * (han + kana) > latin && han + kana > 0) {
    if (kana > 0.15 * (han + kana))
      return { method: 'letters', language: 'ja', confidence: Math.max(SURE, confidence(han + kana)) };
    return { method: 'letters', language: 'zh', confidence: Math.max(SURE, confidence(han)) };
  }
  if (2 * hangul > letters) return { method: 'letters', language: 'ko', confidence: confidence(hangul) };
  if (2 * cyrillic > letters)
    return { method: 'letters', language: 'ru', confidence: Math.max(SURE, 0.8 * confidence(cyrillic)) };
  if (2 * latin < letters) return { method: 'letters', language: 'und', confidence: 0 };
  return undefined;
}

function byWords(text: string): RecognisedLanguage {
  const words = splitWords(text)
    .map(({ lower }) => lower)
    .filter((word) => /\p{L}/u.test(word));
  const scores = new Map(LANGUAGES.map((language) => [language, 0]));
  let known = 0;
  for (const word of words) {
    const parts = word.includes("'") ? [word, ...word.split(/(?<=')/).filter(Boolean)] : [word];
    let hit = false;
    for (const language of LANGUAGES) {
      const model = models()[language];
      const listed = parts.some((part) => model.words.has(part));
      hit ||= listed;
      scores.set(language, (scores.get(language) ?? 0) + (listed ? WORD_WEIGHT : 0) + TRIGRAM_WEIGHT * trigramScore(word, model));
    }
    if (hit) known++;
  }
  const ranked = [...scores].sort(([, a], [, b]) => b - a);
  const [[language, best]] = ranked;
  const others = ranked.reduce((sum, [, score]) => sum + Math.exp(score - best), 0);
  // A text in which hardly a word is known is in none of these languages, however alike its letters are.
  const evidence = words.length === 0 ? 0 : Math.min(1, (0.35 + (1.6 * known) / words.length) * Math.min(1, 0.55 + 0.25 * known));
  const confidence = evidence / others;
  return confidence >= SURE ? { method: 'words', language, confidence } : { method: 'words', language: 'und', confidence };
}

interface LetterModel {
  words: ReadonlySet<string>;
  trigrams: ReadonlyMap<string, number>;
  pairs: ReadonlyMap<string, number>;
}

let built: Record<LatinLanguage, LetterModel> | undefined;

function models(): Record<LatinLanguage, LetterModel> {
  built ??= {
    en: learn('en'),
    fr: learn('fr'),
    de: learn('de'),
    es: learn('es'),
    it: learn('it'),
    pt: learn('pt'),
    nl: learn('nl'),
  };
  return built;
}

function learn(language: LatinLanguage): LetterModel {
  const trigrams = new Map<string, number>();
  const pairs = new Map<string, number>();
  for (const word of FUNCTION_WORDS[language]) {
    const framed = `^${word}$`;
    for (let i = 0; i + 3 <= framed.length; i++) {
      const trigram = framed.slice(i, i + 3);
      trigrams.set(trigram, (trigrams.get(trigram) ?? 0) + 1);
      pairs.set(trigram.slice(0, 2), (pairs.get(trigram.slice(0, 2)) ?? 0) + 1);
    }
  }
  return { words: new Set(FUNCTION_WORDS[language]), trigrams, pairs };
}

/** Logarithm of the probability of a word's letters, given the two before each; about 40 letters may follow. */
function trigramScore(word: string, { trigrams, pairs }: LetterModel): number {
  const framed = `^${word}$`;
  let score = 0;
  for (let i = 0; i + 3 <= framed.length; i++) {
    const trigram = framed.slice(i, i + 3);
    score += Math.log(((trigrams.get(trigram) ?? 0) + SMOOTHING) / ((pairs.get(trigram.slice(0, 2)) ?? 0) + SMOOTHING * 40));
  }
  return score;
}
