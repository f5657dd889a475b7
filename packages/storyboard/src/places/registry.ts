/** @file From the words of a scene heading to the grammar that builds the place. */
import { exteriorPlaces } from './exterior/index.js';
import { interiorPlaces } from './interior/index.js';
import { neutralRoom } from './interior/neutral-room.js';
import type { PlaceGrammar } from './place.js';

/** Where the heading says that a scene plays; `'int-ext'` is "INT./EXT.". */
export type Setting = 'int' | 'ext' | 'int-ext';

/** The grammar that was chosen for some words, and why. */
export interface FoundPlace {
  grammar: PlaceGrammar;
  /** The word of the grammar that stands in the heading; undefined where none does. */
  matched: string | undefined;
  /** True where nothing fits and a neutral place stands in. */
  neutral: boolean;
}

/** One grammar's word in the heading, with what decides between rivals. */
interface Match {
  grammar: PlaceGrammar;
  word: string;
  /** Which part of the heading, counted from its first. */
  part: number;
  /** Where in its part it ends; the noun comes last in English and Chinese, first in the others. */
  end: number;
  fits: boolean;
  order: number;
}

/**
 * Finds the grammar for the place words of a heading.
 *
 * The setting decides between the inside and the outside of a thing of the same name. Of a heading in parts ("HOUSE - KITCHEN") the last
 * part that names a place counts, of several names the longest, and of equally long ones the one nearer to the end.
 *
 * @param words - Place words as they stand in the heading, in English, French, German, Spanish or Chinese; case does not matter.
 * @param setting - Whether the heading says interior or exterior. Without it both are looked at, interiors first.
 * @param extra - A user's own grammars; they win over built-in ones of equally long words.
 * @returns The grammar, the word that named it, and whether it is a stand-in.
 * @throws TypeError where `words` is not text, or `setting` not one of the three.
 * @example
 * ```ts
 * import { findPlace } from '@filmai/storyboard';
 *
 * console.log(findPlace('THE HALE HOUSE - KITCHEN', 'int').grammar.name); // 'kitchen'
 * ```
 */
export function findPlace(words: string, setting?: Setting, extra: readonly PlaceGrammar[] = []): FoundPlace {
  if (typeof words !== 'string') throw new TypeError(`findPlace: words must be text, got ${typeof words}`);
  if (setting !== undefined && setting !== 'int' && setting !== 'ext' && setting !== 'int-ext')
    throw new TypeError(`findPlace: setting must be 'int', 'ext' or 'int-ext', got '${String(setting)}'`);
  const grammars = [...extra, ...listPlaces()];
  const heading = readHeading(words);
  const matches: Match[] = [];
  for (const [order, grammar] of grammars.entries())
    for (const [i, word] of foldedWords(grammar).entries()) {
      const end = findWord(heading.text, word);
      if (end < 0) continue;
      const part = heading.ends.findIndex((partEnd) => end <= partEnd);
      matches.push({ grammar, word: grammar.words[i], part, end, fits: fitsSetting(grammar, setting), order });
    }
  const best = matches.sort(compareMatches)[0];
  if (best && (best.fits || setting === undefined || setting === 'int-ext')) return found(best);
  const neutral =
    setting === 'ext' ? (exteriorPlaces.find((grammar) => grammar.name.startsWith('neutral')) ?? exteriorPlaces[0]) : neutralRoom;
  return { grammar: neutral, matched: undefined, neutral: true };
}

/** All built-in grammars: interiors, then exteriors. */
export function listPlaces(): readonly PlaceGrammar[] {
  return builtIn;
}

const builtIn: readonly PlaceGrammar[] = Object.freeze([...interiorPlaces, ...exteriorPlaces]);

/** A neutral place may be named outright ("A ROOM"); it is still a stand-in. */
function found(match: Match): FoundPlace {
  return { grammar: match.grammar, matched: match.word, neutral: match.grammar.name.startsWith('neutral') };
}

/** A heading as one folded text, and where in it each of its parts ends. A word may span parts: "HOSPITAL - CORRIDOR". */
function readHeading(words: string): { text: string; ends: number[] } {
  let text = '';
  const ends: number[] = [];
  for (const part of words.split(/\s+[-–—]+\s+|[/,;:()·，、—–／（）]+|\s-|-\s/u).map((piece) => fold(piece).trim())) {
    if (part === '') continue;
    const glued = text === '' || (/\p{Script=Han}$/u.test(text) && /^\p{Script=Han}/u.test(part));
    text += glued ? part : ` ${part}`;
    ends.push(text.length);
  }
  return { text, ends };
}

/** Lower case without accents, which capitals often lose. */
function fold(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{Mn}/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('’', "'");
}

const folded = new WeakMap<PlaceGrammar, readonly string[]>();

function foldedWords(grammar: PlaceGrammar): readonly string[] {
  const known = folded.get(grammar) ?? grammar.words.map(fold);
  folded.set(grammar, known);
  return known;
}

/** Where a word ends in a text, at its last occurrence on word boundaries; −1 where it doesn't stand there. Plurals count. */
function findWord(text: string, word: string): number {
  if (/\p{Script=Han}/u.test(word)) {
    const at = text.lastIndexOf(word);
    return at < 0 ? -1 : at + word.length;
  }
  for (let at = text.lastIndexOf(word); at >= 0; at = at === 0 ? -1 : text.lastIndexOf(word, at - 1)) {
    const end = at + word.length;
    const closed = !isLetter(text[end]) || (/^(?:e?s)$/u.test(text.slice(end, wordEnd(text, end))) && word.length > 2);
    if (!isLetter(text[at - 1]) && closed) return end;
  }
  return -1;
}

function wordEnd(text: string, from: number): number {
  let end = from;
  while (isLetter(text[end])) end++;
  return end;
}

function isLetter(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}\p{N}]/u.test(character);
}

function fitsSetting(grammar: PlaceGrammar, setting: Setting | undefined): boolean {
  if (setting === undefined || setting === 'int-ext' || grammar.interior === 'either') return true;
  return grammar.interior === (setting === 'int');
}

function compareMatches(a: Match, b: Match): number {
  const neutral = (match: Match): number => Number(match.grammar.name.startsWith('neutral'));
  return (
    Number(b.fits) - Number(a.fits) ||
    neutral(a) - neutral(b) ||
    container(a) - container(b) ||
    b.part - a.part ||
    length(b.word) - length(a.word) ||
    b.end - a.end ||
    a.order - b.order
  );
}

/** Whole buildings and vessels: a room named anywhere in the heading says more ("KITCHEN, SARAH'S HOUSE"). */
const containers = new Set(
  [
    'house',
    'home',
    'flat',
    'apartment',
    'cottage',
    'villa',
    'farmhouse',
    'penthouse',
    'maison',
    'appartement',
    'chez',
    'haus',
    'wohnung',
    'casa',
    'piso',
    'apartamento',
    'departamento',
  ]
    .concat([
      '家',
      '家中',
      '家里',
      '公寓',
      '住宅',
      '房子',
      'hospital',
      'hotel',
      'school',
      'college',
      'university',
      'ship',
      'boat',
      'castle',
      'palace',
      'mansion',
      'manor',
      'courthouse',
    ])
    .concat([
      'hopital',
      'krankenhaus',
      'schule',
      'ecole',
      'escuela',
      'schiff',
      'bateau',
      'barco',
      'schloss',
      'chateau',
      'castillo',
      '医院',
      '学校',
      '酒店',
      '船',
    ]),
);

function container(match: Match): number {
  return Number(containers.has(fold(match.word)));
}

/** A Chinese character carries about as much as three letters. */
function length(word: string): number {
  let sum = 0;
  for (const character of word) sum += /\p{Script=Han}/u.test(character) ? 3 : 1;
  return sum;
}
