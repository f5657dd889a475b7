/**
 * @file Sentiment in other languages than English: small lexica with negation and degree, and a clear answer where there is none.
 */
import { measureText } from '../emotion/sentiment.js';
import { recogniseLanguage } from './recognise.js';
import type { LanguageCode } from './recognise.js';
import { SENTIMENT_WORDS } from './sentiment-words.js';
import type { SentimentLanguage } from './sentiment-words.js';
import { splitWords } from './words.js';

/** A word that counted. */
export interface SentimentHit {
  text: string;
  /** Offsets in the text. */
  start: number;
  end: number;
  /** After degree and negation; −4 to 4 and beyond. */
  valence: number;
  negated: boolean;
}

/** Sentiment of a text, or why there is none. */
export type LanguageSentiment =
  | {
      method: 'lexicon';
      language: LanguageCode;
      /** −1 (bad) to 1 (good). */
      valence: number;
      hits: SentimentHit[];
    }
  | {
      method: 'none';
      language: LanguageCode;
      /** A sentence for people. */
      reason: string;
    };

/** What a word of the small lexica says. */
const STRENGTH = 2;
const DEGREE_FACTOR = 1.4;
const NEGATION_FACTOR = -0.74;
/** Pulls sums into −1 … 1, as for English. */
const NORMALIZER = 15;
/** Words before a word of feeling that can turn it around. */
const NEGATION_REACH = 3;
const CHINESE_REACH = 3;

/**
 * Sentiment of a text in its language: English by the lexicon of `measureEmotion`, French, German, Spanish and Chinese by small ones (some
 * hundred words and stems each) with negation and degree. Other languages get `method: 'none'` with the reason: read it before the number.
 *
 * @param text - A line or short paragraph.
 * @param options - `language`: ISO 639-1, where it is known, as from `scriptLanguages`. Default: recognised.
 * @throws TypeError where it is no text.
 * @example
 * ```ts
 * import { measureSentiment } from '@filmai/nlp-script/languages';
 *
 * const german = measureSentiment('Ich bin nicht glücklich.');
 * console.log(german.method === 'lexicon' && german.valence < 0); // true
 * console.log(measureSentiment('Я очень счастлив.').method); // none
 * ```
 */
export function measureSentiment(text: string, options: { language?: LanguageCode } = {}): LanguageSentiment {
  if (typeof text !== 'string') throw new TypeError('measureSentiment takes a text.');
  const language = options.language ?? recogniseLanguage(text).language;
  if (language === 'en') {
    const { valence, hits } = measureText(text);
    return { method: 'lexicon', language, valence, hits };
  }
  if (!Object.hasOwn(SENTIMENT_WORDS, language)) {
    const reason =
      language === 'und'
        ? 'The language could not be recognised; give it as the option language.'
        : `There is no lexicon of feeling for the language "${language}" here; a transformer that knows it can be opened with openTransformerEmotion.`;
    return { method: 'none', language, reason };
  }
  const hits = language === 'zh' ? chineseHits(text) : spacedHits(text, language as Exclude<SentimentLanguage, 'zh'>);
  const turn = lastTurn(text, language as SentimentLanguage);
  const sum = hits.reduce((total, hit) => total + hit.valence * (turn < 0 ? 1 : hit.start < turn ? 0.5 : 1.5), 0);
  return { method: 'lexicon', language, valence: sum / Math.sqrt(sum * sum + NORMALIZER), hits };
}

/** Where a "but" stands, after which the sentence means what it says. */
function lastTurn(text: string, language: SentimentLanguage): number {
  const pattern = { fr: /\bmais\b/giu, de: /\baber\b|\bdoch\b/giu, es: /\bpero\b/giu, zh: /但是|但|可是|不过/gu }[language];
  return [...text.matchAll(pattern)].at(-1)?.index ?? -1;
}

interface Lexicon {
  words: Map<string, number>;
  /** With their `*` taken off, the longest first. */
  stems: [string, number][];
  negations: Set<string>;
  degrees: Set<string>;
}

const lexica = new Map<SentimentLanguage, Lexicon>();

function lexiconOf(language: SentimentLanguage): Lexicon {
  const kept = lexica.get(language);
  if (kept) return kept;
  const { good, bad, negations, degrees } = SENTIMENT_WORDS[language];
  const list = (text: string): string[] => text.split(/\s+/).filter(Boolean);
  const entries = [
    ...list(good).map((word) => [word, STRENGTH] as const),
    ...list(bad).map((word) => [word, -STRENGTH] as const),
  ];
  const lexicon: Lexicon = {
    words: new Map(entries.filter(([word]) => !word.endsWith('*'))),
    stems: entries
      .filter(([word]) => word.endsWith('*'))
      .map(([word, value]): [string, number] => [word.slice(0, -1), value])
      .sort(([a], [b]) => b.length - a.length),
    negations: new Set(list(negations)),
    degrees: new Set(list(degrees)),
  };
  lexica.set(language, lexicon);
  return lexicon;
}

function spacedHits(text: string, language: Exclude<SentimentLanguage, 'zh'>): SentimentHit[] {
  const { words: whole, stems, negations, degrees } = lexiconOf(language);
  const words = splitWords(text, language);
  const valueOf = (word: string): number | undefined =>
    degrees.has(word) || negations.has(word)
      ? undefined
      : (whole.get(word) ?? stems.find(([stem]) => word.startsWith(stem))?.[1]);
  return words.flatMap(({ text: written, lower, start, end }, i): SentimentHit[] => {
    const value = valueOf(lower);
    if (value === undefined) return [];
    const near = (at: number): boolean => at >= 0 && !/[.!?;:]/.test(text.slice(words[at].end, start));
    let negated = false;
    for (let at = i - 1; at >= i - NEGATION_REACH && near(at); at--)
      negated ||= negations.has(words[at].lower.replace(/^n'$/, 'ne'));
    // German puts it behind the verb: "Ich liebe dich nicht."
    if (language === 'de')
      for (let at = i + 1; at <= i + 3 && at < words.length && !/[.!?;:,]/.test(text.slice(end, words[at].start)); at++)
        negated ||= words[at].lower === 'nicht' && (at === words.length - 1 || /^[.!?;:,]/.test(text.slice(words[at].end)));
    const strong = i > 0 && near(i - 1) && degrees.has(words[i - 1].lower);
    const valence = value * (strong ? DEGREE_FACTOR : 1) * (negated ? NEGATION_FACTOR : 1);
    return [{ text: written, start, end, valence, negated }];
  });
}

/** Chinese is searched for the longest known words from left to right: its dictionary parts many of them otherwise. */
function chineseHits(text: string): SentimentHit[] {
  const { words, negations, degrees } = lexiconOf('zh');
  const hits: SentimentHit[] = [];
  let clause = 0;
  for (let at = 0; at < text.length;) {
    if (/[，。！？；,.!?;\n]/.test(text[at])) {
      clause = ++at;
      continue;
    }
    let length = 4;
    while (length > 0 && !words.has(text.slice(at, at + length))) length--;
    // 好 before another word of feeling is a degree: 好难过.
    const isDegree =
      length === 1 && degrees.has(text[at]) && [4, 3, 2, 1].some((next) => words.has(text.slice(at + 1, at + 1 + next)));
    if (length === 0 || isDegree) {
      at++;
      continue;
    }
    const before = text.slice(Math.max(clause, at - CHINESE_REACH), at);
    const ends = (list: ReadonlySet<string>): boolean => [...list].some((word) => before.includes(word));
    const negated = ends(negations);
    const value =
      (words.get(text.slice(at, at + length)) ?? 0) * (ends(degrees) ? DEGREE_FACTOR : 1) * (negated ? NEGATION_FACTOR : 1);
    hits.push({ text: text.slice(at, at + length), start: at, end: at + length, valence: value, negated });
    at += length;
  }
  return hits;
}
