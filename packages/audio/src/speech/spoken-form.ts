/** @file How one written word is said: numbers, money, times, abbreviations, initials, sounds without vowels, foreign accents. */
import { cardinal, digitByDigit, ordinal, year } from './numbers.js';

/**
 * The words that are said for one written word.
 *
 * @param written - One word without blanks; punctuation around it is passed over.
 * @returns Lower-case English words of letters and apostrophes, separated by blanks; empty where nothing is said.
 */
export function spokenForm(written: string): string {
  const word = foldAccents(written.slice(0, LONGEST_WRITTEN)).replace(/[’‘ʼ`]/g, "'");
  const bare = word.replace(/^[^\p{L}\p{N}$£€¥&@#+%]+|[^\p{L}\p{N}%$€£]+$/gu, '');
  if (bare === '') return lookUp(SYMBOLS, word) ?? '';
  const abbreviation = lookUp(ABBREVIATIONS, bare.toLowerCase());
  if (abbreviation && (word.includes('.') || ALWAYS_SHORT.has(bare.toLowerCase()))) return abbreviation;
  if (/\d/.test(bare)) return sayNumber(bare);
  const symbol = lookUp(SYMBOLS, bare);
  if (symbol) return symbol;
  if (/^(?:\p{Lu}\.){2,}\p{Lu}?$/u.test(`${bare}.`) || INITIALS.has(bare.replace(/'s$/i, ''))) return sayInitials(bare);
  return bare
    .toLowerCase()
    .split(/[^a-z']+/)
    .filter(Boolean)
    .map((part) => SOUNDS.find(([pattern]) => pattern.test(part))?.[1] ?? part)
    .flatMap(breakLongWord)
    .join(' ')
    .trim();
}

/** Longer than any word: what comes after is keyboard noise and is left out. */
const LONGEST_WRITTEN = 60;

const SYMBOLS: Record<string, string> = {
  '&': 'and',
  '@': 'at',
  '+': 'plus',
  '=': 'equals',
  '%': 'percent',
  '#': 'number',
  $: 'dollars',
  '€': 'euros',
  '£': 'pounds',
};

const ABBREVIATIONS: Record<string, string> = {
  mr: 'mister',
  mrs: 'missus',
  ms: 'miz',
  dr: 'doctor',
  prof: 'professor',
  st: 'saint',
  jr: 'junior',
  sr: 'senior',
  lt: 'lieutenant',
  sgt: 'sergeant',
  capt: 'captain',
  cpt: 'captain',
  col: 'colonel',
  gen: 'general',
  det: 'detective',
  insp: 'inspector',
  rev: 'reverend',
  hon: 'honorable',
  vs: 'versus',
  etc: 'et cetera',
  approx: 'approximately',
  dept: 'department',
  ave: 'avenue',
  blvd: 'boulevard',
  rd: 'road',
  mt: 'mount',
  ft: 'feet',
  lbs: 'pounds',
  oz: 'ounces',
  km: 'kilometers',
  mph: 'miles per hour',
  kph: 'kilometers per hour',
};

/** Abbreviations that are no words without their full stop either. */
const ALWAYS_SHORT = new Set([
  'mr',
  'mrs',
  'dr',
  'prof',
  'jr',
  'sgt',
  'lt',
  'capt',
  'vs',
  'dept',
  'blvd',
  'lbs',
  'mph',
  'kph',
  'km',
]);

/** Spelled letter by letter; other capitals are read as words (NASA) or as emphasis (STOP). */
const INITIALS = new Set(
  (
    'AI ATM BBC CEO CIA CNN CPR CSI DA DEA DIY DJ DMV DNA DVD EEG EKG EMT ER ETA EU FAQ FBI FYI GPS HD HIV HQ HR ICU ID IOU IQ IRS ' +
    'IT KGB LAPD MC MI MIT MP MRI NBA NFL NHS NSA NYPD OCD PC PD PI PR PTSD RIP RV SOS SUV TNT TV UFO UK UN URL USA USB VCR VHS VIP VR WC'
  ).split(' '),
);

/** Sounds that dialogue spells without vowels. */
const SOUNDS: readonly [RegExp, string][] = [
  [/^h+m+$/, 'hum'],
  [/^m{2,}$/, 'mum'],
  [/^s+h{1,}$/, 'shush'],
  [/^p+s+t+$/, 'pist'],
  [/^p+f+t*$/, 'pift'],
  [/^b+r{2,}$/, 'burr'],
  [/^g+r{2,}$/, 'gurr'],
  [/^z{2,}$/, 'zizz'],
  [/^t+s+k+$/, 'tisk'],
  [/^a+h+$/, 'ah'],
  [/^o{2,}h+$/, 'oo'],
  [/^n+o{2,}$/, 'no'],
  [/^(?:ha){2,}h?$/, 'ha ha'],
];

function sayNumber(bare: string): string {
  const text = bare.replace(/(?<=\d),(?=\d{3}(?!\d))/g, '');
  const time = /^(\d{1,2}):(\d\d)(am|pm|a\.m|p\.m)?$/i.exec(text);
  if (time) return [cardinal(time[1]), sayMinutes(time[2]), sayHalf(time[3])].filter(Boolean).join(' ');
  const hour = /^(\d{1,2})(am|pm|a\.m|p\.m)$/i.exec(text);
  if (hour) return `${cardinal(hour[1])} ${sayHalf(hour[2])}`;
  const money = /^([$£€])(\d+)(?:\.(\d\d))?(k|m|bn)?$/i.exec(text);
  if (money) return sayMoney(money[1], money[2], money[3], money[4]);
  const rank = /^(\d+)(?:st|nd|rd|th)$/i.exec(text);
  if (rank) return ordinal(rank[1]);
  const decade = /^'?(\d\d|\d{3}0)'?s$/.exec(text);
  if (decade) return pluralOfNumber(decade[1].length === 4 ? year(decade[1]) : cardinal(decade[1]));
  if (/^(?:1[1-9]|20)\d\d$/.test(text)) return year(text);
  // Anything else: its runs of digits and letters one after the other.
  const parts = text.match(/\d+(?:\.\d+)?|[a-z']+|[%&@+]/gi) ?? [];
  return parts
    .map((part) =>
      /^\d/.test(part) ? sayPlain(part) : (lookUp(SYMBOLS, part) ?? (part.length === 1 ? sayInitials(part) : part.toLowerCase())),
    )
    .join(' ');
}

function sayPlain(number: string): string {
  const [whole, fraction] = number.split('.');
  const isCode = (whole.length > 1 && whole.startsWith('0')) || whole.length > 6;
  const said = isCode ? digitByDigit(whole) : cardinal(whole);
  return fraction === undefined ? said : `${said} point ${digitByDigit(fraction)}`;
}

function sayMinutes(minutes: string): string {
  if (minutes === '00') return "o'clock";
  return minutes.startsWith('0') ? `oh ${cardinal(minutes)}` : cardinal(minutes);
}

function sayHalf(half: string | undefined): string {
  return half ? sayInitials(half) : '';
}

function sayMoney(sign: string, whole: string, cents: string | undefined, scale: string | undefined): string {
  const [one, many, small] = {
    $: ['dollar', 'dollars', 'cents'],
    '£': ['pound', 'pounds', 'pence'],
    '€': ['euro', 'euros', 'cents'],
  }[sign] ?? ['', '', ''];
  const scaled = scale ? ({ k: ' thousand', m: ' million', bn: ' billion' }[scale.toLowerCase()] ?? '') : '';
  const said = `${cardinal(whole)}${scaled} ${whole === '1' && !scaled ? one : many}`;
  return cents && cents !== '00' ? `${said} and ${cardinal(cents)} ${small}` : said;
}

function pluralOfNumber(words: string): string {
  return words.endsWith('y') ? `${words.slice(0, -1)}ies` : `${words}s`;
}

/** Letter by letter. "A" alone would be read as the article. */
function sayInitials(letters: string): string {
  const genitive = /'s$/i.test(letters);
  const said = [...letters.toLowerCase().replace(/'s$/, '')]
    .filter((letter) => /[a-z]/.test(letter))
    .map((letter) => (letter === 'a' ? 'ay' : letter));
  return genitive ? `${said.join(' ')}'s` : said.join(' ');
}

/** Letters with accents and ligatures as the plain letters that English readers make of them. */
function foldAccents(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[ßæøœłđðþıÆØŒŁĐÐÞ]/g, (letter) => PLAIN.get(letter) ?? letter);
}

/** Letters that don't come apart into a plain one and an accent. */
const PLAIN = new Map(
  'ß:ss æ:ae ø:o œ:oe ł:l đ:d ð:th þ:th ı:i Æ:AE Ø:O Œ:OE Ł:L Đ:D Ð:TH Þ:TH'.split(' ').map((pair) => [pair[0], pair.slice(2)]),
);

/** Quotation marks go, apostrophes stay; nobody says a word of more letters than this in one go. */
const LONGEST_WORD = 28;

function breakLongWord(word: string): string[] {
  const clean = word.replace(/^'+|(?<!s)'+$/g, '').replace(/'{2,}/g, "'");
  return clean.match(new RegExp(`.{1,${LONGEST_WORD}}`, 'g')) ?? [];
}

/** What a table says of a word; words such as "constructor" are in every object and in no table. */
function lookUp(table: Record<string, string>, word: string): string | undefined {
  return Object.hasOwn(table, word) ? table[word] : undefined;
}
