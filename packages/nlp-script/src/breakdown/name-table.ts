/** @file All the names of a script, and which character each of them means: FELIX LORNE, LORNE, Mr Lorne, Lorne's. */
import type { Introduction } from './introductions.js';
import { namesInCue } from './names.js';
import type { Speech } from './scenes.js';
import { tokenize } from './tokens.js';

/** Names of a script and the way from any of them to its character. */
export interface NameTable {
  /** Canonical names in order of first appearance. */
  names: string[];
  /** Lower-case words and phrases that mean a character: `'mara'`, `'mara voss'`, `'mrs vane'`. */
  byWords: ReadonlyMap<string, string>;
  /** First words of the phrases in `byWords`. */
  firstWords: ReadonlySet<string>;
  /** Lower-case single words of names. */
  words: ReadonlySet<string>;
  /** Canonical names of each speech, by its index. */
  speakers: readonly (readonly string[])[];
  aliases: ReadonlyMap<string, readonly string[]>;
}

const TITLES = new Set(
  'mr mrs ms miss dr doctor judge sir lady lord captain sergeant officer professor father mother sister brother the old young king queen'.split(
    ' ',
  ),
);

/**
 * Merges cues and introductions into one list of names: cue LORNE is the FELIX LORNE of the action.
 *
 * @param speeches - All speeches.
 * @param introductions - All introductions.
 */
export function createNameTable(speeches: readonly Speech[], introductions: readonly Introduction[]): NameTable {
  const counts = new Map<string, number>();
  for (const { character } of speeches) if (character !== '') counts.set(character, (counts.get(character) ?? 0) + 1);
  const cues = new Set(counts.keys());
  const speakers = speeches.map((speech) => (speech.character === '' ? [] : namesInCue(speech.character, cues)));
  const order: { name: string; at: number }[] = [];
  const aliases = new Map<string, string[]>();
  const add = (name: string, at: number): void => {
    const entry = order.find((other) => other.name === name);
    if (entry) entry.at = Math.min(entry.at, at);
    else order.push({ name, at });
  };
  for (const [i, speech] of speeches.entries()) for (const name of speakers[i]) add(name, speech.element);
  const spoken = order.map(({ name }) => name);
  for (const introduction of introductions) {
    const owner =
      spoken.find((name) => name.toUpperCase() === introduction.name) ??
      spoken.find((name) => name.toUpperCase() === introduction.called) ??
      spoken.find((name) => sharesName(introduction.name, name));
    add(owner ?? introduction.name, introduction.element);
    if (owner && owner !== introduction.name) aliases.set(owner, [...(aliases.get(owner) ?? []), introduction.name]);
  }
  order.sort((a, b) => a.at - b.at);
  const names = order.map(({ name }) => name);
  for (const [i, speech] of speeches.entries()) {
    const [name] = speakers[i];
    if (speakers[i].length === 1 && speech.cue !== name && !(aliases.get(name) ?? []).includes(speech.cue))
      aliases.set(name, [...(aliases.get(name) ?? []), speech.cue]);
  }
  return { names, ...wordsOfNames(names, aliases), speakers, aliases };
}

/** The same table from a finished breakdown. */
export function nameTableOf(
  characters: readonly { name: string; aliases: readonly string[] }[],
  speeches: readonly Speech[],
): NameTable {
  const names = characters.map(({ name }) => name);
  const aliases = new Map(characters.map((character) => [character.name, character.aliases]));
  const known = new Set(names);
  const speakers = speeches.map((speech) => (speech.character === '' ? [] : namesInCue(speech.character, known)));
  return { names, ...wordsOfNames(names, aliases), speakers, aliases };
}

/**
 * Which characters a piece of action names, in the order of the text. Capitalised words alone count, so that "the rose" is
 * no ROSE.
 *
 * @param text - Action.
 * @param table - The script's names.
 */
export function namesInText(text: string, table: NameTable): { name: string; start: number; end: number }[] {
  const found: { name: string; start: number; end: number }[] = [];
  const tokens = tokenize(text);
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (!token.word || !table.firstWords.has(token.lower.replace(/'s$/, ''))) continue;
    for (let length = 4; length >= 1; length--) {
      const run = tokens.slice(i, i + length);
      if (run.length < length || !run.every(({ word, text: raw }) => word || raw === '.')) continue;
      const phrase = run
        .map(({ lower }) => lower.replace(/'s$/, ''))
        .join(' ')
        .replaceAll(' .', '');
      const name = table.byWords.get(phrase);
      if (
        name === undefined ||
        !(/^[^\p{Ll}]/u.test(token.text) || (length > 1 && !TITLES.has(phrase)) || TITLES.has(phrase.split(' ')[0]))
      )
        continue;
      if (/^\p{Ll}/u.test(token.text) && !isRole(name)) continue;
      found.push({ name, start: token.start, end: run.at(-1)!.end });
      i += length - 1;
      break;
    }
  }
  return found;
}

/** FELIX LORNE and LORNE, ANSELM OKORO and ANSELM, MRS VANE and HESTER VANE only by a word that isn't a title. */
function sharesName(introduced: string, cue: string): boolean {
  const words = introduced.split(' ');
  const cueWords = cue
    .toUpperCase()
    .split(' ')
    .filter((word) => !TITLES.has(word.toLowerCase().replace('.', '')));
  return cueWords.length > 0 && cueWords.every((word) => words.includes(word));
}

function wordsOfNames(
  names: readonly string[],
  aliases: ReadonlyMap<string, readonly string[]>,
): Pick<NameTable, 'byWords' | 'firstWords' | 'words'> {
  const owners = new Map<string, Set<string>>();
  const claim = (phrase: string, name: string): void => {
    owners.set(phrase, (owners.get(phrase) ?? new Set<string>()).add(name));
  };
  for (const name of names) {
    for (const form of [name, ...(aliases.get(name) ?? [])]) {
      const words = form
        .toLowerCase()
        .replaceAll('’', "'")
        .replaceAll('.', '')
        .split(/\s+/)
        .filter((word) => word !== '');
      claim(words.join(' '), name);
      if (words.some((word) => /^(?:the|of|in|on|with|and|at|from)$/.test(word))) continue;
      for (const word of words)
        if (!TITLES.has(word) && !isRoleWord(word) && !word.endsWith("'s") && word !== 'voice') claim(word, name);
      const last = words.at(-1)!;
      if (words.length > 1 && !isRoleWord(last))
        for (const title of ['mr', 'mrs', 'ms', 'miss', 'dr', 'judge', 'captain', 'officer']) claim(`${title} ${last}`, name);
    }
  }
  const byWords = new Map<string, string>();
  for (const [phrase, own] of owners) {
    const exact = names.find((name) => name.toLowerCase() === phrase);
    const only = exact ?? (own.size === 1 ? [...own][0] : undefined);
    if (only !== undefined) byWords.set(phrase, only);
  }
  return {
    byWords,
    firstWords: new Set([...byWords.keys()].map((phrase) => phrase.split(' ')[0])),
    words: new Set(
      [...byWords.keys()].flatMap((phrase) => phrase.split(' ')).filter((word) => !TITLES.has(word) && !isRoleWord(word)),
    ),
  };
}

const ROLES = new Set(
  `man woman boy girl guard guards nurse doctor driver clerk waiter waitress officer soldier soldiers pupil pupils reporter reporters headmistress headmaster teacher
   control crowd voice cop policeman bartender barman priest judge captain pilot photographer student students child children kid kids narrator everyone all both
   mother father grandmother grandfather boss secretary customer stranger receptionist operator announcer #1 #2 #3 1 2 3 4 one two three first second`.split(
    /\s+/,
  ),
);

function isRoleWord(word: string): boolean {
  return ROLES.has(word);
}

/** Cues like HEADMISTRESS or PUPILS stand in lower case in later action. */
function isRole(name: string): boolean {
  return name
    .toLowerCase()
    .split(' ')
    .every((word) => isRoleWord(word) || TITLES.has(word));
}
