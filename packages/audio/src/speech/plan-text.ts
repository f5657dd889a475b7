/**
 * @file From a line of dialogue to what is said and where it pauses: utterances of spoken words, each with the pause after it.
 * Markup, stage directions in brackets and characters that nobody says are left out.
 */
import { AudioError } from '../errors/audio-error.js';
import { spokenForm } from './spoken-form.js';

/** A written word and what is said for it. */
export interface SpokenWord {
  /** As written, with the punctuation that touches it. */
  text: string;
  /** One or more lower-case words. */
  spoken: string[];
}

/** Words that are said in one breath. */
export interface Utterance {
  words: SpokenWord[];
  /** What flite is given: the spoken words with commas and a closing mark, by which it shapes the melody. */
  prompt: string;
  /** Silence after it, in seconds at normal rate. */
  pauseSeconds: number;
}

/** How a text is said. */
export interface TextPlan {
  utterances: Utterance[];
  /** Whether letters that can't be read became a murmur. */
  isMurmured: boolean;
}

/** Silence after a closing mark, in seconds. */
const PAUSES: Record<string, number> = { '.': 0.4, '!': 0.4, '?': 0.45, ':': 0.3, ';': 0.3, '—': 0.3, '…': 0.65 };
/** Longer sentences are taken in two breaths. */
const MOST_WORDS = 40;

/**
 * Plans how a text is said.
 *
 * @param text - A line of dialogue, in any Latin script; read as English.
 * @param options - `foreign`: what becomes of letters of other scripts: an error, or a murmur of one syllable for a character of
 * Chinese, Japanese or Korean and for two letters of an alphabet.
 * @returns Utterances in order; the first may have no words (a text that begins with a pause).
 * @throws AudioError `LANGUAGE_NOT_SUPPORTED` for letters of another script, `NOTHING_TO_SAY` where neither word nor pause is left.
 */
export function planText(text: string, { foreign = 'throw' }: { foreign?: 'throw' | 'murmur' } = {}): TextPlan {
  const letters = foreignLetters(text.normalize('NFC'));
  if (letters && foreign === 'throw') refuse(text, letters);
  const plain = tidy(letters ? separateSyllables(text) : text);
  const utterances: Utterance[] = [];
  let words: SpokenWord[] = [];
  let prompt = '';
  const close = (mark: string) => {
    const pauseSeconds = PAUSES[mark] ?? 0.15;
    if (words.length > 0)
      utterances.push({ words, prompt: `${prompt.trim()}${mark === '?' || mark === '!' ? mark : '.'}`, pauseSeconds });
    else if (utterances.length > 0) {
      const last = utterances[utterances.length - 1];
      last.pauseSeconds = Math.max(last.pauseSeconds, pauseSeconds);
    } else utterances.push({ words: [], prompt: '', pauseSeconds });
    words = [];
    prompt = '';
  };
  for (const token of plain.split(/\s+/).filter(Boolean)) {
    const mark = closingMark(token);
    const spoken = letters && foreignLetters(token) ? murmur(token) : spokenForm(token).split(' ').filter(Boolean);
    if (spoken.length > 0) {
      words.push({ text: token.replace(/—$/, ''), spoken });
      prompt += ` ${spoken.join(' ')}`;
    }
    if (mark === ',') prompt += spoken.length > 0 ? ',' : '';
    else if (mark !== '') close(mark);
    else if (words.length >= MOST_WORDS) close(',');
  }
  if (words.length > 0) close('.');
  if (utterances.length === 0) {
    throw new AudioError('NOTHING_TO_SAY', `synthesise: ${JSON.stringify(text.slice(0, 40))} has no word and no pause in it`, {
      remedy: 'Leave the line out.',
    });
  }
  const last = utterances[utterances.length - 1];
  // What follows the line is not the speaker's business but the film's.
  if (last.words.length > 0) last.pauseSeconds = 0;
  return { utterances, isMurmured: letters !== undefined };
}

/** Fountain's emphasis marks, stage directions, control characters and pictographs go; dashes and dots become one form each. */
function tidy(text: string): string {
  return text
    .replace(/\p{Extended_Pictographic}|\u200d|\ufe0f/gu, ' ')
    .replace(/[\p{Cc}\p{Cf}]+/gu, ' ')
    .replace(/\([^()]*\)|\[[^[\]]*\]|<[^<>]*>/g, ' ')
    .replace(/[*_]+/g, '')
    .replace(/[~|\\{}<>^]+/g, ' ')
    .replace(/\.{2,}|…+|(?:\. ){2,}\./g, '… ')
    .replace(/\s*(?:—|–(?!\d)|-{2,}|\s-(?=\s|$))\s*/g, '— ')
    .trim();
}

/** The mark by which a word ends a breath; a full stop of an abbreviation or of initials does not. */
function closingMark(token: string): string {
  const tail = /[^\p{L}\p{N}%]*$/u.exec(token)?.[0] ?? '';
  const mark = [...tail].find((character) => character in PAUSES || character === ',') ?? '';
  if (mark !== '.') return /[?!]/.test(tail) ? (tail.includes('?') ? '?' : '!') : mark;
  const isShort = /^(?:mr|mrs|ms|dr|st|lt|sgt|capt|col|gen|prof|det|vs|mt|rev|insp|hon)\.$/i.test(token.replace(/^\P{L}+/u, ''));
  return isShort || /^(?:\p{Script=Latin}\.)+$/u.test(token) ? '' : mark;
}

const SCRIPTS = ['Han', 'Hiragana', 'Katakana', 'Hangul', 'Cyrillic', 'Greek', 'Arabic', 'Hebrew', 'Devanagari', 'Thai'];

/** The first letter of a script that isn't Latin. */
function foreignLetters(text: string): string | undefined {
  return /(?!\p{Script=Latin})\p{L}/u.exec(text.replace(/[ªº\p{Lm}]/gu, ''))?.[0];
}

function refuse(text: string, letter: string): never {
  const script = SCRIPTS.find((name) => new RegExp(`\\p{Script=${name}}`, 'u').test(letter)) ?? 'non-Latin';
  throw new AudioError(
    'LANGUAGE_NOT_SUPPORTED',
    `synthesise: ${JSON.stringify(text.slice(0, 40))} has ${script} letters (${letter}); the built-in voices read English alone`,
    {
      remedy: "Translate the line, record it, or use { foreign: 'murmur' } for a placeholder of the right length.",
    },
  );
}

const SYLLABIC = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** Scripts without blanks between words get them, and East Asian marks become the ones that pauses are read from. */
function separateSyllables(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[。．]/g, '. ')
    .replace(/、/g, ',')
    .replace(/؟/g, '?')
    .replace(/[,!?;:…—]/g, '$& ')
    .replace(new RegExp(`${SYLLABIC.source}(?=[\\p{L}\\p{N}])`, 'gu'), '$& ')
    .replace(/[「」『』《》“”]/g, '');
}

const SYLLABLES = ['mah', 'loo', 'nay', 'doh', 'bee', 'wah', 'noo', 'lee', 'may', 'bah', 'low', 'dah'];

/** Syllables chosen by the letters themselves: the same word always sounds the same. */
function murmur(token: string): string[] {
  const letters = [...token].filter((character) => /\p{L}/u.test(character));
  const count = letters.some((letter) => SYLLABIC.test(letter)) ? letters.length : Math.ceil(letters.length / 2);
  return Array.from({ length: count }, (_, index) => {
    const code = letters
      .slice(2 * index, 2 * index + 2)
      .reduce((sum, letter) => sum * 31 + (letter.codePointAt(0) ?? 0), letters[0].codePointAt(0) ?? 0);
    return SYLLABLES[code % SYLLABLES.length];
  });
}
